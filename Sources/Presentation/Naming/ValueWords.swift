internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Single values as people read them.
struct ValueWords {
  let names: Names

  init(_ names: Names) { self.names = names }

  private var language: Language { names.language }

  /// - Parameters:
  ///   - unit: as a form or ruleset names it.
  ///   - choices: what the value is one of, where it is.
  func words(_ value: Value, unit: String?, choices: [Choice] = []) -> String {
    switch value {
    case .string(let id):
      for choice in choices where choice.id == id { return choice.label.shown(language) }
      return id
    case .number(let number): return self.number(number, unit)
    case .boolean(let boolean):
      return boolean ? Text("ja", "yes")(language) : Text("nej", "no")(language)
    case .date(let date): return date.text
    case .null(nil): return Text("ingen uppgift", "not given")(language)
    case .null(let reason?):
      let message = reason.message()(language)
      return Text("kan inte räknas ut (\(message))", "cannot be worked out (\(message))")(language)
    case .list(let items):
      if items.isEmpty { return Text("inget", "none")(language) }
      return items.map { words($0, unit: unit, choices: choices) }.joined(separator: ", ")
    case .unknown(let unknown):
      if case .number(let low?, let high?) = unknown.bounds {
        return self.number(low, unit) + "–" + self.number(high, unit)
      }
      return Text("saknas", "missing")(language)
    case .context, .yearsMonths, .daysTime, .range, .function:
      let words = describeValue(
        value, of: Expression(.null, TextRange(0, 0)), vocabulary: names.ruleset.vocabulary)
      return language == .swedish ? words.sv : words.en
    }
  }

  private func number(_ number: Decimal, _ unit: String?) -> String {
    guard let unit else { return NumberWords.number(number, language, decimals: 2) }
    if unit == "kr", let exact = try? Rational(number) {
      return ShownMoney.amount(exact, unit: "kr", language)
    }
    guard let known = names.ruleset.vocabulary.units[unit] else {
      return NumberWords.number(number, language, decimals: 2) + NumberWords.noBreakSpace + unit
    }
    switch known.style {
    case .share: return NumberWords.percent(number, language, decimals: 1)
    case .name: return NumberWords.number(number, language, grouped: false)
    case .counted:
      let word = number == Decimal(1) ? known.one : known.many
      return NumberWords.number(number, language, decimals: 2) + NumberWords.noBreakSpace
        + (language == .swedish ? word.sv : word.en)
    }
  }
}
