internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Shares as people read them: `29,6 %` in Swedish, `29.6%` in English.
enum ShownShare {
  /// A share of one, with at most so many decimals of a per cent.
  static func percent(_ share: Rational, decimals: Int = 1, _ language: Language) -> String {
    guard let scaled = try? share.multiplied(by: Rational(100)) else { return "–" }
    return ShownNumber.short(scaled, decimals: decimals, language) + sign(language)
  }

  static func sign(_ language: Language) -> String {
    language == .swedish ? NumberWords.noBreakSpace + "%" : "%"
  }

  /// `share` with as many decimals as it takes to tell it from `other`, at least one and at most six.
  static func percent(_ share: Rational, apartFrom other: Rational, _ language: Language) -> String {
    for decimals in 1..<6 {
      let text = percent(share, decimals: decimals, language)
      if share == other || text != percent(other, decimals: decimals, language) { return text }
    }
    return percent(share, decimals: 6, language)
  }

  /// How often something happened: whole per cent, `<1 %` and `>99 %` where those would be 0 and 100.
  static func frequency(_ count: Int, of all: Int, _ language: Language) -> String {
    guard all > 0, let share = try? Rational(count, all) else { return "–" }
    let text = percent(share, decimals: 0, language)
    if count > 0, text == percent(.zero, decimals: 0, language) { return "<1" + sign(language) }
    if count < all, text == percent(.one, decimals: 0, language) { return ">99" + sign(language) }
    return text
  }
}
