internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Money as people read it: `1,2 Mkr`, `450 tkr`. Other units than kronor keep their name.
enum ShownMoney {
  static func amount(_ value: Rational, unit: String, _ language: Language) -> String {
    let space = NumberWords.noBreakSpace
    guard unit == "kr" else {
      return ShownNumber.short(value, decimals: 0, language) + space + unit
    }
    let size = value.magnitude
    // Half a thousand below a million would be shown as 1 000 tkr.
    if size >= Rational(999_500) {
      let millions = (try? value.divided(by: Rational(1_000_000))) ?? value
      return ShownNumber.fixed(millions, decimals: 1, language) + space
        + Text("Mkr", "MSEK")(language)
    }
    if size >= Rational(1_000) {
      let thousands = (try? value.divided(by: Rational(1_000))) ?? value
      return ShownNumber.short(thousands, decimals: 0, language) + space + Text("tkr", "kSEK")(language)
    }
    return ShownNumber.short(value, decimals: 0, language) + space + Text("kr", "SEK")(language)
  }

  /// What a ruleset's sum of money came to: an amount, its bounds, or that it is not known.
  static func value(_ value: Value, unit: String, _ language: Language) -> String {
    switch value {
    case .number(let number):
      guard let exact = try? Rational(number) else {
        return Text("kan inte visas", "cannot be shown")(language)
      }
      return amount(exact, unit: unit, language)
    case .null(nil): return Text("ingen uppgift", "not given")(language)
    case .unknown(let unknown):
      if case .number(let low, let high) = unknown.bounds { return bounds(low, high, unit, language) }
      return Text("saknas", "missing")(language)
    default: return Text("kan inte räknas", "cannot be computed")(language)
    }
  }

  private static func bounds(_ low: Decimal?, _ high: Decimal?, _ unit: String, _ language: Language)
    -> String
  {
    let least = low.flatMap { try? Rational($0) }
    let most = high.flatMap { try? Rational($0) }
    switch (least, most) {
    case (let least?, let most?):
      return amount(least, unit: unit, language) + "–" + amount(most, unit: unit, language)
    case (let least?, nil) where least.sign > 0:
      return Text("minst ", "at least ")(language) + amount(least, unit: unit, language)
    case (nil, let most?): return Text("högst ", "at most ")(language) + amount(most, unit: unit, language)
    default: return Text("saknas", "missing")(language)
    }
  }
}
