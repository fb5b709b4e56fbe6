/// Finds what looks like a Swedish personal identity number or coordination number, so that it can be reported:
/// no such number has a place in a file of Beredning.
///
/// Reported are a date, perhaps a separator, and four digits:
/// - `ÅÅMMDD-NNNN`, `ÅÅMMDD+NNNN`, `ÅÅMMDDNNNN`, and the same with `ÅÅÅÅ` or `ÅÅÅÅ-MM-DD` in front;
/// - the separator may be a hyphen, dash, minus or plus, with spaces around it, or one space;
/// - the day may be raised by 60 (coordination number);
/// - the date must exist (29 February where the year may be a leap year; four-digit years 1850–2099) and the
///   last digit must be the check digit (the Luhn sum of the last ten digits ends in 0).
///
/// The check digit keeps nine of ten chance hits away (diary, invoice and telephone numbers); organisation
/// numbers never match, since their third digit is 2 or more. Not reported: numbers inside longer runs of digits,
/// reserve numbers with letters, and a birth date alone.
public enum PersonalNumber {
  /// Stretches in UTF-8 bytes from the start of `text`, in order, not overlapping.
  public static func ranges(in text: String) -> [Range<Int>] {
    ranges(in: Array(text.utf8))
  }

  /// The same over the bytes of a file.
  public static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes, index) else {
        index += 1
        continue
      }
      if let end = end(bytes, from: index) {
        result.append(index..<end)
        index = end
      } else {
        while isDigit(bytes, index) { index += 1 }
      }
    }
    return result
  }

  /// Where the number that begins at `start`, the first digit of a run, ends.
  private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
    var end = start
    while isDigit(bytes, end) { end += 1 }
    var date = Array(bytes[start..<end].map { Int($0) - 0x30 })
    switch date.count {
    case 10, 12:
      let last = Array(date.suffix(4))
      return isNumber(date.dropLast(4), last) ? end : nil
    case 4:
      guard let (rest, afterDate) = monthAndDay(bytes, from: end) else { return nil }
      date += rest
      end = afterDate
    case 6, 8: break
    default: return nil
    }
    guard let lastStart = skipSeparator(bytes, from: end) else { return nil }
    var lastEnd = lastStart
    while isDigit(bytes, lastEnd) { lastEnd += 1 }
    guard lastEnd - lastStart == 4 else { return nil }
    let last = bytes[lastStart..<lastEnd].map { Int($0) - 0x30 }
    return isNumber(date[...], last) ? lastEnd : nil
  }

  /// `-MM-DD`
  private static func monthAndDay(_ bytes: [UInt8], from start: Int) -> (digits: [Int], end: Int)? {
    let hyphen = UInt8(ascii: "-")
    guard start + 6 <= bytes.count, bytes[start] == hyphen, bytes[start + 3] == hyphen,
      !isDigit(bytes, start + 6)
    else { return nil }
    let places = [start + 1, start + 2, start + 4, start + 5]
    guard places.allSatisfy({ isDigit(bytes, $0) }) else { return nil }
    return (places.map { Int(bytes[$0]) - 0x30 }, start + 6)
  }

  /// Spaces around one sign, or one space alone.
  private static func skipSeparator(_ bytes: [UInt8], from start: Int) -> Int? {
    let afterSpaces = skipSpaces(bytes, from: start)
    for sign in signs where bytes[afterSpaces...].starts(with: sign) {
      return skipSpaces(bytes, from: afterSpaces + sign.count)
    }
    let isOneSpace = afterSpaces > start && skipSpaces(bytes, from: start, atMost: 1) == afterSpaces
    return isOneSpace ? afterSpaces : nil
  }

  private static let signs: [[UInt8]] = [
    [0x2D], [0x2B],
    [0xE2, 0x80, 0x90], [0xE2, 0x80, 0x91], [0xE2, 0x80, 0x92], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94],
    [0xE2, 0x88, 0x92],
  ]

  /// At most two plain or no-break spaces.
  private static func skipSpaces(_ bytes: [UInt8], from start: Int, atMost most: Int = 2) -> Int {
    var index = start
    for _ in 0..<most {
      if index < bytes.count, bytes[index] == 0x20 {
        index += 1
      } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        index += 2
      }
    }
    return index
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  private static func isNumber(_ date: ArraySlice<Int>, _ last: [Int]) -> Bool {
    let short = Array(date.suffix(6))
    let year = date.count == 8 ? date.prefix(4).reduce(0) { $0 * 10 + $1 } : nil
    if let year, !(1850...2099).contains(year) { return false }
    return isDate(year, short) && luhnSum(short + last) % 10 == 0
  }

  private static func isDate(_ year: Int?, _ short: [Int]) -> Bool {
    let month = short[2] * 10 + short[3]
    var day = short[4] * 10 + short[5]
    if day > 60 { day -= 60 }
    guard (1...12).contains(month), day >= 1 else { return false }
    return day <= daysIn(month, year, shortYear: short[0] * 10 + short[1])
  }

  private static func daysIn(_ month: Int, _ year: Int?, shortYear: Int) -> Int {
    switch month {
    case 2:
      guard let year else { return shortYear % 4 == 0 ? 29 : 28 }
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func luhnSum(_ digits: [Int]) -> Int {
    var sum = 0
    for (index, digit) in digits.enumerated() {
      let product = digit * (index % 2 == 0 ? 2 : 1)
      sum += product / 10 + product % 10
    }
    return sum
  }
}
