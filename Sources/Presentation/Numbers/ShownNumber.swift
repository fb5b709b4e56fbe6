internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Exact numbers as people read them: rounded half up, `13,9` in Swedish and `13.9` in English.
enum ShownNumber {
  /// With exactly so many decimals.
  static func fixed(_ value: Rational, decimals: Int, _ language: Language) -> String {
    NumberWords.number(value.decimalText(scale: decimals, mode: .halfUp), language)
  }

  /// With at most so many decimals, and no zeros at the end.
  static func short(_ value: Rational, decimals: Int = 2, _ language: Language) -> String {
    NumberWords.number(withoutZeros(value.decimalText(scale: decimals, mode: .halfUp)), language)
  }

  private static func withoutZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// `45`, or `45–60` where it is not known.
  static func range(_ value: Interval, decimals: Int = 2, _ language: Language) -> String {
    let low = short(value.low, decimals: decimals, language)
    let high = short(value.high, decimals: decimals, language)
    return low == high ? low : low + "–" + high
  }

  /// `45`, or `45 (45–60)` where it is not known: the low end ranks.
  static func withRange(_ value: Interval, decimals: Int = 2, _ language: Language) -> String {
    let low = short(value.low, decimals: decimals, language)
    return value.isKnown ? low : "\(low) (\(range(value, decimals: decimals, language)))"
  }

  /// A total as whole numbers, `61 (61–70)`. Decimals come in only where whole numbers would hide that the ends
  /// differ, or that the total is below a threshold.
  static func total(_ value: Interval, threshold: Rational? = nil, _ language: Language) -> String {
    withRange(value, decimals: decimalsOfTotal(value, threshold: threshold), language)
  }

  private static func decimalsOfTotal(_ value: Interval, threshold: Rational?) -> Int {
    for decimals in 0..<2 {
      let low = value.low.decimalText(scale: decimals, mode: .halfUp)
      let high = value.high.decimalText(scale: decimals, mode: .halfUp)
      if !value.isKnown && low == high { continue }
      if let threshold {
        let line = threshold.decimalText(scale: decimals, mode: .halfUp)
        if value.high < threshold && high == line { continue }
        if value.low < threshold && low == line { continue }
      }
      return decimals
    }
    return 2
  }
}
