/// A date of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999 (DMN 1.5, 10.3.2.3.4).
public struct CalendarDate: Sendable, Hashable, Comparable {
  public let year: Int32
  /// 1…12
  public let month: Int
  /// 1…31
  public let day: Int

  public static let years: ClosedRange<Int64> = -999_999_999...999_999_999

  /// nil where there is no such day.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: Int(month), of: year)
    else { return nil }
    self.year = Int32(year)
    self.month = Int(month)
    self.day = Int(day)
  }

  /// Reads `2026-08-01`: four digits of the year, or more without a leading zero; a minus before them.
  public init?(_ text: String) {
    var scanner = DigitScanner(text)
    let negative = scanner.take(UInt8(ascii: "-"))
    guard let year = scanner.digits(4...9), year.count == 4 || year.first != 0,
      scanner.take(UInt8(ascii: "-")), let month = scanner.digits(2...2),
      scanner.take(UInt8(ascii: "-")), let day = scanner.digits(2...2), scanner.isAtEnd
    else { return nil }
    self.init(year: negative ? -year.value : year.value, month: month.value, day: day.value)
  }

  /// `2026-08-01`
  public var text: String {
    let digits = String(Int64(year).magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-" + twoDigits(month) + "-" + twoDigits(day)
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    if a.year != b.year { return a.year < b.year }
    return a.month != b.month ? a.month < b.month : a.day < b.day
  }

  public static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(inMonth month: Int, of year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: Counting days

extension CalendarDate {
  /// Days since 1970-01-01. Years are counted from March here, so that a leap day comes last in its year.
  public var dayNumber: Int64 {
    let (y, m) = month > 2 ? (Int64(year), Int64(month) - 3) : (Int64(year) - 1, Int64(month) + 9)
    let era = y >= 0 ? y / 400 : (y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * m + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date so many days after 1970-01-01; nil outside the years that FEEL knows.
  public init?(dayNumber: Int64) {
    guard (-366_000_000_000...366_000_000_000).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * m + 2) / 5 + 1
    )
  }

  public func adding(days: Int64) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// So many months later, on the last day of the month where that month is shorter.
  public func adding(months: Int64) -> CalendarDate? {
    let (total, overflow) = (Int64(year) * 12 + Int64(month) - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    guard Self.years.contains(newYear) else { return nil }
    let newMonth = Int(total - newYear * 12) + 1
    return CalendarDate(
      year: newYear, month: Int64(newMonth), day: min(Int64(day), Self.days(inMonth: newMonth, of: newYear)))
  }

  /// Whole months from this date to `end`, toward zero.
  public func months(until end: CalendarDate) -> Int64 {
    let months = (Int64(end.year) - Int64(year)) * 12 + Int64(end.month - month)
    if months > 0, end.day < day { return months - 1 }
    if months < 0, end.day > day { return months + 1 }
    return months
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int {
    let offset = (dayNumber + 3) % 7
    return Int(offset < 0 ? offset + 7 : offset) + 1
  }

  /// 1…366
  public var dayOfYear: Int {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    return before + day + (month > 2 && Self.isLeap(Int64(year)) ? 1 : 0)
  }

  /// 1…53, the week that has most of its days in the year (ISO 8601).
  public var weekOfYear: Int {
    let week = (dayOfYear - weekday + 10) / 7
    if week < 1 { return Self.weeks(in: Int64(year) - 1) }
    return week > Self.weeks(in: Int64(year)) ? 1 : week
  }

  private static func weeks(in year: Int64) -> Int {
    // Computed on an equal year of the 400-year cycle, so that it also holds at the ends of the calendar.
    let cycle = ((year % 400) + 400) % 400 + 2000
    guard let first = CalendarDate(year: cycle, month: 1, day: 1) else { return 52 }
    return first.weekday == 4 || (first.weekday == 3 && isLeap(cycle)) ? 53 : 52
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }
