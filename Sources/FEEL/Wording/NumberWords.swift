public import Diagnostics
public import ExactNumbers

/// Numbers as people write them: `1 234,5` in Swedish and `1,234.5` in English, minus as U+2212, thousands and units
/// kept on the line with U+00A0.
public enum NumberWords {
  public static let noBreakSpace = "\u{A0}"
  public static let minus = "\u{2212}"

  /// - Parameters:
  ///   - plain: digits as `Decimal.text` gives them: `-1234.50`, `1E+40`.
  ///   - decimals: round half-even to at most so many decimals; nil keeps them all. Zeros at the end are kept as
  ///     they stand in `plain`.
  ///   - grouped: years and other names made of digits are not grouped.
  public static func number(
    _ plain: String, _ language: Language, decimals: Int? = nil, grouped: Bool = true
  ) -> String {
    guard var digits = PlainNumber(plain) else { return plain }
    if let decimals { digits.round(to: decimals) }
    return digits.written(language, grouped: grouped)
  }

  public static func number(
    _ value: Decimal, _ language: Language, decimals: Int? = nil, grouped: Bool = true
  ) -> String {
    number(value.text, language, decimals: decimals, grouped: grouped)
  }

  /// A share as per cent: `0.125` is `12,5 %` in Swedish and `12.5%` in English.
  public static func percent(_ plain: String, _ language: Language, decimals: Int? = nil) -> String {
    guard var digits = PlainNumber(plain) else { return plain }
    digits.multiplyByHundred()
    if let decimals { digits.round(to: decimals) }
    return digits.written(language, grouped: true) + (language == .swedish ? noBreakSpace + "%" : "%")
  }

  public static func percent(_ value: Decimal, _ language: Language, decimals: Int? = nil) -> String {
    percent(value.text, language, decimals: decimals)
  }

  /// Whether `number` with so many decimals shows all of it.
  static func isWhole(_ plain: String, decimals: Int) -> Bool {
    guard var digits = PlainNumber(plain) else { return true }
    let exact = digits.trimmed
    digits.round(to: decimals)
    return digits.trimmed == exact
  }
}

/// The digits of a number before and after the point.
private struct PlainNumber: Equatable {
  var isNegative = false
  var whole: [UInt8] = []
  var fraction: [UInt8] = []

  init?(_ text: String) {
    var exponent = 0
    var seenPoint = false
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.first {
      bytes = bytes.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if seenPoint { fraction.append(byte - 48) } else { whole.append(byte - 48) }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let value = Int(String(decoding: bytes, as: UTF8.self)), abs(value) <= 10_000 else {
          return nil
        }
        exponent = value
        bytes = []
      default: return nil
      }
    }
    if whole.isEmpty && fraction.isEmpty { return nil }
    shift(exponent)
  }

  private mutating func shift(_ places: Int) {
    if places > 0 {
      for _ in 0..<places { whole.append(fraction.isEmpty ? 0 : fraction.removeFirst()) }
    } else {
      for _ in 0..<(-places) { fraction.insert(whole.popLast() ?? 0, at: 0) }
    }
    dropLeadingZeros()
  }

  private mutating func dropLeadingZeros() {
    while whole.count > 1, whole[0] == 0 { whole.removeFirst() }
    if whole.isEmpty { whole = [0] }
  }

  mutating func multiplyByHundred() { shift(2) }

  /// Half-even. Zeros that rounding leaves at the end go.
  mutating func round(to decimals: Int) {
    guard fraction.count > decimals else { return }
    let rest = fraction[decimals...]
    let first = rest.first ?? 0
    let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    fraction = Array(fraction.prefix(decimals))
    let last = fraction.last ?? whole.last ?? 0
    if first > 5 || (first == 5 && (!isHalf || last % 2 == 1)) { increment() }
    while fraction.last == 0 { fraction.removeLast() }
  }

  private mutating func increment() {
    var index = fraction.count - 1
    while index >= 0 {
      if fraction[index] < 9 {
        fraction[index] += 1
        return
      }
      fraction[index] = 0
      index -= 1
    }
    index = whole.count - 1
    while index >= 0 {
      if whole[index] < 9 {
        whole[index] += 1
        return
      }
      whole[index] = 0
      index -= 1
    }
    whole.insert(1, at: 0)
  }

  var trimmed: PlainNumber {
    var copy = self
    while copy.fraction.last == 0 { copy.fraction.removeLast() }
    return copy
  }

  private var isZero: Bool { whole.allSatisfy { $0 == 0 } && fraction.allSatisfy { $0 == 0 } }

  func written(_ language: Language, grouped: Bool) -> String {
    var text = isNegative && !isZero ? NumberWords.minus : ""
    let separator = language == .swedish ? NumberWords.noBreakSpace : ","
    for (index, digit) in whole.enumerated() {
      if grouped, index > 0, (whole.count - index) % 3 == 0 { text += separator }
      text += String(digit)
    }
    guard !fraction.isEmpty else { return text }
    text += language == .swedish ? "," : "."
    for digit in fraction { text += String(digit) }
    return text
  }
}
