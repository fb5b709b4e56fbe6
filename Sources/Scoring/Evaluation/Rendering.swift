internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// A template's text in both languages, its expressions evaluated and put into words.
func render(
  _ template: Template, in scope: Scope, _ situation: Situation,
  locals: [(name: String, path: [String]?)] = []
) -> Text {
  func text(_ parts: [Template.Part], _ language: Language) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .expression(let compiled):
        let words = describeValue(
          situation.evaluate(compiled, in: scope), of: compiled.expression,
          vocabulary: situation.ruleset.vocabulary, locals: locals)
        result += language == .swedish ? words.sv : words.en
      }
    }
    return result
  }
  return Text(sv: text(template.sv, .swedish), en: template.en.map { text($0, .english) })
}
