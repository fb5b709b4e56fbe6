extension Decimal {
  /// Reads a number written as FEEL writes it, with a minus in front where it is negative: `-12.50`, `.5`, `1e3`.
  ///
  /// Digits with an optional point that digits must follow, then an optional exponent. Nothing else is read: no
  /// plus sign in front, no blanks, no grouping, no decimal comma. More than 34 significant digits are rounded
  /// half to even. Nil for anything else, and for a number that is too large.
  public init?(_ text: String) {
    var reader = LiteralReader()
    for byte in text.utf8 where !reader.take(byte) { return nil }
    guard let value = reader.value() else { return nil }
    self = value
  }

  /// The number in its one canonical form.
  ///
  /// Plain digits with an ASCII point, no zeros last after the point, no exponent, where the first significant
  /// digit stands within 34 places of the point: `1200`, `0.05`, `-12.5`. Farther out scientific notation:
  /// `1.5E+40`, `2E-50`. `Decimal(text)` gives the number back.
  public var text: String {
    let (coefficient, exponent) = reduced
    let digits = Decimal.digits(of: coefficient)
    let sign = isNegative ? "-" : ""
    let adjusted = exponent + digits.count - 1
    if coefficient == 0 { return "0" }
    if adjusted >= 34 || adjusted < -34 {
      let fraction = digits.count > 1 ? "." + Decimal.string(digits.dropFirst()) : ""
      return sign + Decimal.string(digits.prefix(1)) + fraction + (adjusted < 0 ? "E-" : "E+")
        + String(adjusted.magnitude)
    }
    if exponent >= 0 {
      return sign + Decimal.string(digits[...]) + String(repeating: "0", count: exponent)
    }
    let whole = digits.count + exponent
    if whole <= 0 {
      return sign + "0." + String(repeating: "0", count: -whole) + Decimal.string(digits[...])
    }
    return sign + Decimal.string(digits.prefix(whole)) + "." + Decimal.string(digits.dropFirst(whole))
  }

  /// ASCII digits, most significant first.
  private static func digits(of value: UInt128) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = value
    while rest > UInt128(UInt64.max) {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: PowersOfTen[19])
      var low = UInt64(truncatingIfNeeded: remainder)
      for _ in 0..<19 {
        digits.append(48 + UInt8(truncatingIfNeeded: low % 10))
        low /= 10
      }
      rest = quotient
    }
    var low = UInt64(truncatingIfNeeded: rest)
    repeat {
      digits.append(48 + UInt8(truncatingIfNeeded: low % 10))
      low /= 10
    } while low > 0
    digits.reverse()
    return digits
  }

  private static func string(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits, as: UTF8.self)
  }
}

/// Reads a numeric literal byte by byte, in constant memory however long it is.
private struct LiteralReader {
  private enum Stage { case start, sign, whole, point, fraction, exponentMark, exponentSign, exponent }

  private var stage = Stage.start
  private var negative = false
  private var coefficient: UInt128 = 0
  private var digits = 0
  private var inexact = false
  private var scale = 0
  private var exponentIsNegative = false
  private var exponent = 0

  /// Whether the byte may follow what was read.
  mutating func take(_ byte: UInt8) -> Bool {
    switch (stage, byte) {
    case (.start, UInt8(ascii: "-")):
      negative = true
      stage = .sign
    case (.start, 48...57), (.sign, 48...57), (.whole, 48...57):
      append(byte - 48, afterPoint: false)
      stage = .whole
    case (.start, UInt8(ascii: ".")), (.sign, UInt8(ascii: ".")), (.whole, UInt8(ascii: ".")):
      stage = .point
    case (.point, 48...57), (.fraction, 48...57):
      append(byte - 48, afterPoint: true)
      stage = .fraction
    case (.whole, UInt8(ascii: "e")), (.whole, UInt8(ascii: "E")),
      (.fraction, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "E")):
      stage = .exponentMark
    case (.exponentMark, UInt8(ascii: "-")), (.exponentMark, UInt8(ascii: "+")):
      exponentIsNegative = byte == UInt8(ascii: "-")
      stage = .exponentSign
    case (.exponentMark, 48...57), (.exponentSign, 48...57), (.exponent, 48...57):
      // Past this bound only the direction matters.
      exponent = min(exponent * 10 + Int(byte - 48), 100_000_000)
      stage = .exponent
    default:
      return false
    }
    return true
  }

  func value() -> Decimal? {
    guard stage == .whole || stage == .fraction || stage == .exponent else { return nil }
    let total = scale + (exponentIsNegative ? -exponent : exponent)
    do { return try Decimal(rounding: negative, coefficient, total, inexact: inexact) } catch { return nil }
  }

  private mutating func append(_ digit: UInt8, afterPoint: Bool) {
    if digits < 38 {
      coefficient = coefficient * 10 + UInt128(digit)
      if coefficient != 0 { digits += 1 }
      if afterPoint { scale -= 1 }
    } else {
      if digit != 0 { inexact = true }
      if !afterPoint { scale += 1 }
    }
  }
}
