internal import Criteria
internal import Diagnostics
internal import FEEL

/// A judgement that no rule asks for costs an assessor work for nothing.
func unaskedJudgements(_ ruleset: Ruleset, _ parts: RulesetExpressions) -> [Finding] {
  var asked: Set<String> = []
  for compiled in parts.all {
    // An id that is worked out could be any of them.
    guard let ids = judgementIDs(in: compiled.expression) else { return [] }
    asked.formUnion(ids)
  }
  for criterion in parts.criteria {
    if case .judged(let judged) = criterion.scoring { asked.insert(ruleset.judgements[judged.judgement].id) }
  }
  return ruleset.judgements.filter { !asked.contains($0.id) && !$0.decides }.map { judgement in
    Finding(
      Code("W", 102), .warning, at: judgement.span,
      Text(
        "ingen regel frågar efter bedömningen `\(judgement.id)`",
        "no rule asks for the judgement `\(judgement.id)`"))
  }
}

/// The ids that `judgement("…")` is called with; nil where one is not written out.
private func judgementIDs(in expression: Expression) -> [String]? {
  var ids: [String] = []
  if case .call(let callee, let arguments) = expression.node, case .name("judgement") = callee.node {
    guard case .positional(let values) = arguments, case .string(let id)? = values.first?.node else {
      return nil
    }
    ids.append(id)
  }
  for child in expression.children {
    guard let inner = judgementIDs(in: child) else { return nil }
    ids += inner
  }
  return ids
}
