public import Criteria
public import Diagnostics

/// What can be said of a ruleset that reads without errors, before any proposal is judged by it.
///
/// Each check stands in a file of its own and says only what holds for every proposal. None stops a run: they give
/// warnings (something is hardly meant so) and notes (worth knowing). `unreadFields` looks at a form with all of its
/// rulesets.
public func checkRuleset(_ ruleset: Ruleset) -> Findings {
  let parts = RulesetExpressions(ruleset)
  var findings = Findings()
  findings.add(contentsOf: unreadFacts(ruleset, parts))
  findings.add(contentsOf: unaskedJudgements(ruleset, parts))
  findings.add(contentsOf: evidenceNeverWeighed(ruleset))
  findings.add(contentsOf: repeatedConditions(ruleset))
  findings.add(contentsOf: constantConditions(ruleset))
  findings.add(contentsOf: unreachableRows(ruleset))
  findings.add(contentsOf: sharedFields(ruleset))
  findings.add(contentsOf: weightsByCount(ruleset))
  return findings
}

/// Every expression of a ruleset, and what is read through them.
struct RulesetExpressions {
  /// Of facts.
  private(set) var facts: [Compiled] = []
  /// Of everything else, with the names that `each` gives to its members and the lists they come from.
  private(set) var others: [(expression: Compiled, each: Criterion.Each?)] = []
  private(set) var criteria: [Criterion] = []

  init(_ ruleset: Ruleset) {
    facts = ruleset.facts.map { $0.value }
    var single: [Compiled] = []
    if let money = ruleset.money { single += [money.asked] + (money.byYear.map { [$0] } ?? []) }
    single += ruleset.eligibility.map { $0.require } + ruleset.eligibility.flatMap { $0.because.expressions }
    single += ruleset.exclusions.map { $0.when } + ruleset.groups.compactMap { $0.when }
    single += ruleset.columns.map { $0.value } + ruleset.flags.map { $0.when }
    single += ruleset.economy?.expressions ?? []
    single += ruleset.judgements.compactMap { $0.own }
    single += ruleset.flags.flatMap { $0.text.expressions }
    if let evidence = ruleset.evidence { single.append(evidence.level) }
    others = single.map { ($0, nil) }
    for criterion in ruleset.criteria { add(criterion, each: nil) }
  }

  /// Those of one criterion alone.
  init(_ criterion: Criterion) { add(criterion, each: nil) }

  private mutating func add(_ criterion: Criterion, each outer: Criterion.Each?) {
    criteria.append(criterion)
    if let rule = criterion.notApplicable { others.append((rule.when, outer)) }
    if let each = criterion.each { others.append((each.list, outer)) }
    let each = criterion.each ?? outer
    for expression in [criterion.each?.label, criterion.each?.key] {
      if let expression { others.append((expression, each)) }
    }
    switch criterion.scoring {
    case .ladder(let rules), .points(let rules, _):
      for rule in rules {
        others.append((rule.condition, each))
        if let evidence = rule.evidence { others.append((evidence.of, each)) }
        others += rule.because.expressions.map { ($0, each) }
      }
    case .measure(let measure): others.append((measure.of, each))
    case .table(let table):
      others += table.inputs.map { ($0.of, each) }
      others += table.rows.flatMap { $0.because.expressions }.map { ($0, each) }
    case .judged: break
    case .composite(let parts, _): for part in parts { add(part, each: each) }
    }
  }

  var all: [Compiled] { facts + others.map { $0.expression } }
}

extension Template? {
  var expressions: [Compiled] {
    guard let self else { return [] }
    return (self.sv + (self.en ?? [])).compactMap { part in
      if case .expression(let compiled) = part { compiled } else { nil }
    }
  }
}

extension Criterion {
  /// The rules of a ladder or checklist.
  var rules: [Rule] {
    switch scoring {
    case .ladder(let rules), .points(let rules, _): rules
    case .measure, .table, .judged, .composite: []
    }
  }
}

/// The criterion and every one inside it.
func withParts(_ criteria: [Criterion]) -> [Criterion] {
  criteria.flatMap { criterion -> [Criterion] in
    guard case .composite(let parts, _) = criterion.scoring else { return [criterion] }
    return [criterion] + withParts(parts)
  }
}
