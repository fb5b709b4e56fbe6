internal import Criteria
internal import Diagnostics

/// A fact scores once: the same condition twice in a criterion gives points twice, or makes a step that nobody notices.
func repeatedConditions(_ ruleset: Ruleset) -> [Finding] {
  var findings: [Finding] = []
  for criterion in withParts(ruleset.criteria) {
    for (index, rule) in criterion.rules.enumerated() {
      guard
        let first = criterion.rules[..<index].first(where: {
          $0.condition.text == rule.condition.text && $0.evidence?.of.text == rule.evidence?.of.text
            && $0.evidence?.atLeast == rule.evidence?.atLeast
        })
      else { continue }
      findings.append(
        Finding(
          Code("W", 105), .warning, at: rule.condition.span,
          Text(
            "`\(rule.id)` har samma villkor som `\(first.id)`",
            "`\(rule.id)` has the same condition as `\(first.id)`"),
          related: [.init(span: first.condition.span, message: Text("Första gången:", "The first time:"))]))
    }
  }
  return findings
}
