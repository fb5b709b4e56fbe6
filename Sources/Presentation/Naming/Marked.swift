internal import Diagnostics

extension Text {
  /// The text of a form, ruleset or round. Where it is asked for in English and there is none, the Swedish says so.
  func shown(_ language: Language) -> String {
    isTranslated(to: language) ? self(language) : sv + " (sv)"
  }
}
