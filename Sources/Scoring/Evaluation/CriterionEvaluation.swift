internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// How much of the explanation to build.
public enum Detail: Sendable, Hashable {
  /// Nothing inside a criterion.
  case points
  /// What each rule gives: for trying many filling-ins.
  case values
  /// Points, verdicts and reasons.
  case summary
  /// With every condition in words.
  case full

  var hasRules: Bool { self != .points }
  var hasReasons: Bool { self == .summary || self == .full }
}

/// Scores criteria in one situation.
struct CriterionEvaluation {
  let situation: Situation
  let detail: Detail
  /// Finds a member of `each` again in explanations and judgements.
  var itemKey: String?
  /// Inside `each`: the member's name and the list that it is an item of, for wording.
  var locals: [(name: String, path: [String]?)] = []
  /// Inside `each`: the member, its place among all, and the site that says who they are.
  var bindings: [(name: String, value: Value)] = []
  var member = -1
  var around = -1

  init(_ situation: Situation, detail: Detail) {
    self.situation = situation
    self.detail = detail
  }

  var ruleset: Ruleset { situation.ruleset }
  var scope: Scope { inside(situation.scope) }

  /// For what stands at a site.
  private func scope(_ site: Int, in knowledge: Knowledge) -> Scope { inside(knowledge.scope(for: site)) }

  private func inside(_ scope: Scope) -> Scope {
    var scope = scope
    for binding in bindings { scope = scope.binding(binding.name, to: binding.value) }
    return scope
  }

  /// What a site gives, worked out only where nothing that is known already tells.
  private func key(_ site: Int) -> Knowledge.SiteKey { Knowledge.SiteKey(site: site, member: member) }

  /// Members of members have no place of their own to be remembered by.
  private var isRemembered: Bool { bindings.count < 2 }

  func value(_ compiled: Compiled, at site: Int) -> Value {
    if !isRemembered { return situation.evaluate(compiled, in: scope) }
    return situation.knowledge.value(key(site), around: around) {
      situation.evaluate(compiled, in: scope(site, in: $0))
    }
  }

  func table(_ site: Int, _ workOut: (Scope) -> TableOutcome) -> TableOutcome {
    if !isRemembered { return workOut(scope) }
    return situation.knowledge.table(key(site), around: around) { workOut(scope(site, in: $0)) }
  }

  /// A top criterion before it is weighed.
  func top(_ index: Int) throws(ArithmeticError) -> Scored {
    let criterion = ruleset.criteria[index]
    let reads = situation.base.reads.criteria[index]
    if detail.hasReasons || situation.base.assumesInside[index] {
      return try score(criterion, reads, path: criterion.id)
    }
    return try situation.knowledge.scored(index, detail) { () throws(ArithmeticError) in
      try score(criterion, reads, path: criterion.id)
    }
  }

  func score(_ criterion: Criterion, _ reads: CriterionReads, path: String) throws(ArithmeticError) -> Scored
  {
    var scored =
      if let each = criterion.each {
        try scoreEach(criterion, each, reads, path: path)
      } else {
        try scoreOnce(criterion, reads, path: path)
      }
    if !detail.hasRules { return scored }
    scored.node.title = criterion.title
    scored.node.sources = criterion.sources
    scored.node.span = criterion.span
    scored.node.possiblePoints = criterion.maximum
    scored.node.possibleContribution = .one
    return scored
  }

  /// Without `each`.
  func scoreOnce(_ criterion: Criterion, _ reads: CriterionReads, path: String) throws(ArithmeticError)
    -> Scored
  {
    if situation.base.isAssumed(path) {
      return try finish(
        criterion, path: path, points: Interval(criterion.best), children: [], causes: [], isOpen: false)
    }
    return switch criterion.scoring {
    case .ladder(let steps): try scoreLadder(criterion, steps, reads, path: path)
    case .points(let rules, let cap): try scoreChecklist(criterion, rules, cap: cap, reads, path: path)
    case .measure(let measure): try scoreMeasure(criterion, measure, reads, path: path)
    case .table(let table): try scoreTable(criterion, table, reads, path: path)
    case .judged(let judged): try scoreJudged(criterion, judged, path: path)
    case .composite(let parts, let combine):
      try scoreComposite(criterion, parts, combine, reads, path: path)
    }
  }

  /// A criterion's node from its own points, with children whose contributions are in points, or already parts of
  /// the criterion's value.
  func finish(
    _ criterion: Criterion, path: String, points: Interval, children: [Explanation], areParts: Bool = false,
    causes: [Unknown.Cause], isOpen: Bool
  ) throws(ArithmeticError) -> Scored {
    let share = try Rational.one.divided(by: criterion.maximum)
    let value = try points.scaled(by: share)
    if !detail.hasRules {
      let causes = value.isKnown ? [] : causes
      return Scored(
        node: .alone(path, value, points: points, causes), value: value, causes: causes,
        isOpen: isOpen && !value.isKnown)
    }
    var node = Explanation(kind: .criterion, path: path, title: criterion.title)
    node.children = children
    if !areParts && detail.hasReasons {
      for index in node.children.indices {
        try node.children[index].scale(low: share, high: share, detail)
      }
    }
    node.contribution = (value.low, value.high)
    node.points = points
    node.possiblePoints = criterion.maximum
    node.value = value
    node.possibleContribution = .one
    node.causes = value.isKnown ? [] : causes
    node.quality = value.isKnown ? .exact : .bound
    return Scored(
      node: node, value: value, causes: value.isKnown ? [] : causes, isOpen: isOpen && !value.isKnown)
  }

  // MARK: Rules

  /// A rule or step judged by itself: what its condition comes to and what its evidence allows.
  struct RuleOutcome {
    var condition: Condition
    var evidence: EvidenceLevel?
    /// The evidence is enough at the low, at the high end. Where the claim itself is missing, the high end
    /// assumes full evidence.
    var enoughLow: Bool
    var enoughHigh: Bool
    /// More evidence is assumed than there is: no filling-in of fields alone shows what it comes to.
    var isAssumed = false

    var causes: [Unknown.Cause] {
      switch condition.verdict {
      case .unknown: condition.causes.union(evidence?.causes ?? [])
      case .met where enoughLow != enoughHigh: evidence?.causes ?? []
      default: []
      }
    }
  }

  func outcome(_ rule: Rule, at site: Int, path: String) -> RuleOutcome {
    if situation.base.assumesAnything {
      let path = path + "/" + rule.id
      if situation.base.isAssumed(path) {
        return RuleOutcome(
          condition: Condition(verdict: .met), evidence: nil, enoughLow: true, enoughHigh: true)
      }
      if situation.base.isDenied(path) {
        return RuleOutcome(
          condition: Condition(verdict: .notMet), evidence: nil, enoughLow: true, enoughHigh: true)
      }
    }
    if !isRemembered { return outcome(rule, in: scope) }
    return situation.knowledge.outcome(key(site), around: around) { outcome(rule, in: scope(site, in: $0)) }
  }

  /// Nothing assumed.
  private func outcome(_ rule: Rule, in scope: Scope) -> RuleOutcome {
    let condition = situation.condition(rule.condition, in: scope)
    guard let requirement = rule.evidence else {
      return RuleOutcome(condition: condition, evidence: nil, enoughLow: true, enoughHigh: true)
    }
    let documents = situation.evaluate(requirement.of, in: scope)
    var level: EvidenceLevel
    if case .null(.some) = documents {
      let top = ruleset.evidence?.levels.last?.level ?? 0
      level = EvidenceLevel(low: 0, high: top, causes: [], documents: [])
    } else {
      level = evidenceLevel(
        of: documents, ruleset: ruleset, evaluator: situation.evaluator,
        today: situation.base.data.round.asOf)
    }
    let isEnough = level.high >= requirement.atLeast
    let claimIsMissing =
      condition.isFailed
      || condition.verdict == .unknown
        && condition.causes.contains { situation.base.isMissing($0) }
    return RuleOutcome(
      condition: condition, evidence: level, enoughLow: level.low >= requirement.atLeast,
      enoughHigh: isEnough || claimIsMissing, isAssumed: claimIsMissing && !isEnough)
  }

  /// The node of a rule or step, without the points that it gets.
  func ruleNode(
    _ kind: Explanation.Kind, _ rule: Rule, at site: Int, path: String, possible: Rational,
    outcome: RuleOutcome
  ) -> Explanation {
    let make = {
      var node = ruleNode(kind, rule, path: path, outcome: outcome)
      node.possiblePoints = possible
      return node
    }
    if detail != .summary || !isRemembered || situation.base.assumesAnything { return make() }
    return situation.knowledge.summary(key(site), around: around, make)
  }

  private func ruleNode(
    _ kind: Explanation.Kind, _ rule: Rule, path: String, outcome: RuleOutcome
  ) -> Explanation {
    var node = Explanation(kind: kind, path: path + "/" + rule.id, title: rule.title)
    node.verdict = outcome.condition.verdict
    node.causes = outcome.causes
    guard detail.hasReasons else { return node }
    let scope = self.scope
    node.span = rule.span
    node.sources = rule.sources
    node.advice = rule.advice
    if outcome.condition.isNull { node.notes.append(.nullCountedAsNotMet) }
    if let reason = outcome.condition.reason {
      node.notes.append(.failed(reason, rule.condition.span(of: reason.range)))
    }
    if let evidence = outcome.evidence, let requirement = rule.evidence {
      node.evidence = EvidenceTrace(
        required: requirement.atLeast, low: evidence.low, high: evidence.high,
        documents: evidence.documents)
    }
    if outcome.condition.verdict == .met, let because = rule.because {
      node.because = render(because, in: scope, situation, locals: locals)
    }
    node.judgements = judgementTraces(in: rule.condition, scope: scope)
    if detail == .full {
      node.condition = traceCondition(
        rule.condition.expression, in: scope, evaluator: situation.evaluator,
        vocabulary: ruleset.vocabulary, locals: locals)
    }
    return node
  }

  /// The judgements that a condition asks for, as they stand.
  func judgementTraces(in compiled: Compiled, scope: Scope) -> [JudgementTrace] {
    var traces: [JudgementTrace] = []
    for call in judgementCalls(in: compiled.expression) {
      guard let index = ruleset.judgements.firstIndex(where: { $0.id == call.id }) else { continue }
      var key: String?
      if let argument = call.key {
        guard case .string(let text) = situation.evaluator.evaluate(argument, in: scope) else { continue }
        key = text
      }
      let trace = situation.base.sheets.judgement(index, key: key, in: ruleset)
      if !traces.contains(where: { $0.judgement == trace.judgement && $0.key == trace.key }) {
        traces.append(trace)
      }
    }
    return traces
  }
}
