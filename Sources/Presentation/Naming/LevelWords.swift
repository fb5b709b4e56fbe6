internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

extension Ruleset {
  /// The word for a value from 0 to 1; nil where the ruleset has no words.
  func level(of value: Rational) -> Level? {
    guard let percent = try? value.multiplied(by: Rational(100)) else { return nil }
    return levels.last { $0.from <= percent }
  }
}

extension Names {
  /// A criterion's level in words: "god", "svag–god" where it is not known, "gäller inte". Without words of the
  /// ruleset's, the value in per cent.
  func level(_ node: Explanation) -> String {
    if node.isApplicable == false { return text(Text("gäller inte", "does not apply")) }
    guard let value = node.value else { return "–" }
    guard let low = ruleset.level(of: value.low), let high = ruleset.level(of: value.high) else {
      return percent(value)
    }
    let words = low.label.shown(language)
    return low.from == high.from ? words : words + "–" + high.label.shown(language)
  }

  /// A value from 0 to 1 in whole per cent.
  private func percent(_ value: Interval) -> String {
    guard let scaled = try? value.scaled(by: Rational(100)) else { return "–" }
    let range = ShownNumber.range(scaled, decimals: 0, language)
    return language == .swedish ? range + "\u{A0}%" : range + "%"
  }
}
