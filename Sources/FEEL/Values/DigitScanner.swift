/// Reads digits and signs from the start of a text: what the forms of dates and durations need.
struct DigitScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  struct Digits {
    var value: Int64
    var count: Int
    var first: UInt8
  }

  /// Digits, as many as there are; nil where their number is outside `allowed`, which must end at 18 or below.
  mutating func digits(_ allowed: ClosedRange<Int>) -> Digits? {
    let start = index
    var value: Int64 = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      guard index - start < allowed.upperBound else { return nil }
      value = value * 10 + Int64(bytes[index] - 0x30)
      index += 1
    }
    guard index - start >= allowed.lowerBound else { return nil }
    return Digits(value: value, count: index - start, first: bytes[start] - 0x30)
  }

  /// The digits that come next, as text; nil where there are none.
  mutating func digitText() -> String? {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }
}
