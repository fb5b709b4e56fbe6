public import ExactNumbers

/// The texts of durations (DMN 1.5, 10.3.2.3.7 and 10.3.2.3.8; XML Schema 1.1 part 2, 3.4.26 and 3.4.27).
public enum DurationText {
  /// How long a years and months duration may be, in months: far from where a sum or its opposite overflows.
  static let months: ClosedRange<Int64> = -100_000_000_000_000_000...100_000_000_000_000_000

  /// Reads `P1Y2M`, `-P3D`, `PT1H30M`, `P1DT0.5S`; nil where the text is no duration, or mixes months and days.
  public static func value(_ text: String) -> Value? {
    if let months = months(text) { return .yearsMonths(months) }
    if let seconds = seconds(text) { return .daysTime(seconds) }
    return nil
  }

  private static func months(_ text: String) -> Int64? {
    var scanner = DigitScanner(text)
    let negative = scanner.take(UInt8(ascii: "-"))
    guard scanner.take(UInt8(ascii: "P")) else { return nil }
    var months: Int64 = 0
    var units: [(letter: UInt8, months: Int64)] = [(UInt8(ascii: "Y"), 12), (UInt8(ascii: "M"), 1)]
    var found = false
    while !scanner.isAtEnd {
      guard let digits = scanner.digits(1...15) else { return nil }
      while let unit = units.first, !scanner.take(unit.letter) { units.removeFirst() }
      guard let unit = units.first else { return nil }
      units.removeFirst()
      months += digits.value * unit.months
      found = true
    }
    return found ? (negative ? -months : months) : nil
  }

  private static func seconds(_ text: String) -> Decimal? {
    var scanner = DigitScanner(text)
    let negative = scanner.take(UInt8(ascii: "-"))
    guard scanner.take(UInt8(ascii: "P")) else { return nil }
    var total = Decimal.zero
    var found = false
    var units: [(letter: UInt8, seconds: Decimal)] = [(UInt8(ascii: "D"), 86_400)]
    var inTime = false
    while !scanner.isAtEnd {
      if !inTime, scanner.take(UInt8(ascii: "T")) {
        inTime = true
        units = [(UInt8(ascii: "H"), 3_600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
        if scanner.isAtEnd { return nil }
      }
      guard var digits = scanner.digitText() else { return nil }
      let isFraction = scanner.take(UInt8(ascii: "."))
      if isFraction {
        guard let fraction = scanner.digitText() else { return nil }
        digits += "." + fraction
      }
      while let unit = units.first, !scanner.take(unit.letter) { units.removeFirst() }
      guard let unit = units.first, !isFraction || unit.letter == UInt8(ascii: "S"),
        let number = Decimal(digits)
      else { return nil }
      units.removeFirst()
      guard let sum = try? total.adding(number.multiplied(by: unit.seconds)) else { return nil }
      total = sum
      found = true
    }
    return found ? (negative ? total.negated : total) : nil
  }

  /// `P1Y2M`, `-P10M`, `P0M`
  public static func text(months: Int64) -> String {
    let magnitude = months.magnitude
    let (years, rest) = (magnitude / 12, magnitude % 12)
    if magnitude == 0 { return "P0M" }
    return (months < 0 ? "-P" : "P") + (years > 0 ? String(years) + "Y" : "")
      + (rest > 0 ? String(rest) + "M" : "")
  }

  /// `P1DT2H3M4.5S`, `PT0S`
  public static func text(seconds: Decimal) -> String {
    guard let parts = DayTimeParts(seconds) else { return "PT" + seconds.text + "S" }
    if seconds.isZero { return "PT0S" }
    var text = seconds.sign < 0 ? "-P" : "P"
    if parts.days != 0 { text += String(parts.days.magnitude) + "D" }
    var time = ""
    if parts.hours != 0 { time += String(parts.hours.magnitude) + "H" }
    if parts.minutes != 0 { time += String(parts.minutes.magnitude) + "M" }
    if !parts.seconds.isZero { time += parts.seconds.magnitude.text + "S" }
    return text + (time.isEmpty ? "" : "T" + time)
  }
}

/// A days and time duration in its parts, all with the duration's sign.
struct DayTimeParts {
  var days: Int64
  var hours: Int64
  var minutes: Int64
  var seconds: Decimal

  /// nil beyond what whole seconds in 64 bits can hold.
  init?(_ total: Decimal) {
    guard let whole = try? total.rounded(toScale: 0, .down), let integer = whole.integer64(),
      let fraction = try? total.subtracting(whole),
      let seconds = try? Decimal(integer % 60).adding(fraction)
    else { return nil }
    days = integer / 86_400
    hours = integer / 3_600 % 24
    minutes = integer / 60 % 60
    self.seconds = seconds
  }
}
