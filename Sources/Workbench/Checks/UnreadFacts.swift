internal import Criteria
internal import Diagnostics

/// A fact that nothing uses is a rule that somebody forgot to write, or a left-over.
func unreadFacts(_ ruleset: Ruleset, _ parts: RulesetExpressions) -> [Finding] {
  var used = Set(parts.all.flatMap { $0.reads }.compactMap { $0.first })
  for tie in ruleset.ties { if case .fact(let index) = tie.key { used.insert(ruleset.facts[index].name) } }
  return ruleset.facts.filter { !used.contains($0.name) }.map { fact in
    Finding(
      Code("W", 101), .warning, at: fact.value.span,
      Text("inget använder faktumet `\(fact.name)`", "nothing uses the fact `\(fact.name)`"))
  }
}
