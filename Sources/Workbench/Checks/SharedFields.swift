internal import Criteria
internal import Diagnostics

/// Two criteria that read mostly the same fields, or the same judgement, may reward the same merit twice.
///
/// What everything reads (kinds, roles, names) makes no double counting, so that only pairs are told where the one with
/// fewer fields shares at least half of them, or where a judgement counts in both.
func sharedFields(_ ruleset: Ruleset) -> [Finding] {
  let reads = ruleset.criteria.map { CriterionReads($0, ruleset) }
  var findings: [Finding] = []
  for (second, criterion) in ruleset.criteria.enumerated() {
    for first in 0..<second {
      let shared = reads[first].shared(with: reads[second])
      if shared.isEmpty { continue }
      let other = ruleset.criteria[first]
      findings.append(
        Finding(
          Code("W", 109), .note, at: criterion.span,
          Text(
            "`\(other.id)` och `\(criterion.id)` bygger på samma uppgifter: \(shared.joined(separator: ", "))",
            "`\(other.id)` and `\(criterion.id)` rest on the same details: \(shared.joined(separator: ", "))"),
          hints: [
            Text(
              "Se efter att samma förtjänst inte ger poäng två gånger. Annars väger den mer än vikterna säger.",
              "See that the same merit does not earn points twice. Otherwise it weighs more than the weights say."
            )
          ], related: [.init(span: other.span, message: Text("Det andra kriteriet:", "The other criterion:"))]
        ))
    }
  }
  return findings
}

/// What a criterion reads: fields that hold a figure, a yes or no or a choice, and judgements.
private struct CriterionReads {
  private var fields: [String] = []
  private var judgements: [String] = []

  init(_ criterion: Criterion, _ ruleset: Ruleset) {
    let parts = RulesetExpressions(criterion)
    for path in parts.reads(ruleset, includingFacts: false) {
      let name = path.joined(separator: ".")
      if CriterionReads.isLeaf(path, ruleset.form.fields), !fields.contains(name) { fields.append(name) }
    }
    for part in withParts([criterion]) {
      guard case .judged(let judged) = part.scoring else { continue }
      judgements.append(ruleset.judgements[judged.judgement].id)
    }
  }

  func shared(with other: CriterionReads) -> [String] {
    let both = fields.filter { other.fields.contains($0) }
    let isMost = !both.isEmpty && both.count * 2 >= min(fields.count, other.fields.count)
    return judgements.filter { other.judgements.contains($0) }.map { "judgement(\"\($0)\")" }
      + (isMost ? both : [])
  }

  private static func isLeaf(_ path: [String], _ fields: [Field]) -> Bool {
    guard let first = path.first, let field = fields.first(where: { $0.name == first }) else { return false }
    if path.count > 1 { return isLeaf(Array(path.dropFirst()), field.type.innerFields) }
    switch field.type {
    case .text, .id, .reference, .documents, .group, .list: return false
    case .integer, .decimal, .boolean, .date, .choice: return true
    }
  }
}
