internal import Criteria
internal import Diagnostics
internal import FEEL

/// A condition without names has the same answer for every proposal. Scores the same for all, so it decides nothing.
func constantConditions(_ ruleset: Ruleset) -> [Finding] {
  var conditions = ruleset.eligibility.map { ($0.id, $0.require) }
  conditions += ruleset.exclusions.map { ($0.id, $0.when) } + ruleset.flags.map { ($0.id, $0.when) }
  for criterion in withParts(ruleset.criteria) {
    conditions += criterion.rules.map { ($0.id, $0.condition) }
    if let rule = criterion.notApplicable { conditions.append((criterion.id, rule.when)) }
  }
  return conditions.compactMap { id, compiled in
    guard compiled.reads.isEmpty, !calls(in: compiled.expression) else { return nil }
    let value = Evaluator().evaluate(compiled.expression, in: Scope())
    guard case .boolean(let holds) = value else { return nil }
    return Finding(
      Code("W", 106), .warning, at: compiled.span,
      holds
        ? Text("villkoret i `\(id)` gäller alltid", "the condition of `\(id)` always holds")
        : Text("villkoret i `\(id)` gäller aldrig", "the condition of `\(id)` never holds"))
  }
}

/// Whether anything is called: `judgement("…")` and `today()` read without naming a field.
private func calls(in expression: Expression) -> Bool {
  if case .call = expression.node { return true }
  return expression.children.contains { calls(in: $0) }
}
