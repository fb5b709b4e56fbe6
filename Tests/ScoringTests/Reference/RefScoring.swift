/// A criterion scored by the words of docs/scoring.md, 3 and 5.
struct RefPart {
  enum Application { case applies, doesNot, unknown }
  var application = Application.applies
  /// 0 … 1.
  var value = RefInterval.zero
  /// Open questions that the value or the application hangs on.
  var causes: Set<String> = []
  /// Something in it failed.
  var hasFailed = false
  /// Rules whose claim is missing and whose documents would not be enough: the high end assumes that they are.
  var assumed: Set<String> = []
}

struct RefScorer {
  var knowledge: RefKnowledge
  /// Rules whose evidence counts as full.
  var assumed: Set<String> = []

  func part(_ criterion: RefCriterion, _ scope: RefScope, path: String, key: String? = nil) -> RefPart {
    var part = RefPart()
    if let rule = criterion.notApplicable {
      let when = knowledge.evaluate(rule.when, scope)
      part.causes = when.causes
      switch when.verdict {
      case .met:
        part.application = .doesNot
        return part
      case .notMet: break
      case .unknown: part.application = .unknown
      case .failed:
        part.application = .unknown
        part.hasFailed = true
      }
    }
    let scored = criterion.each.map { each(criterion, $0, scope, path) } ?? once(criterion, scope, path, key)
    part.value = scored.value
    part.causes.formUnion(scored.causes)
    part.hasFailed = part.hasFailed || scored.hasFailed
    part.assumed = scored.assumed
    return part
  }

  private func once(_ criterion: RefCriterion, _ scope: RefScope, _ path: String, _ key: String?) -> RefPart {
    var part: RefPart
    switch criterion.scoring {
    case .ladder(let steps): part = ladder(steps, scope, path)
    case .points(let rules, _): part = checklist(rules, cap: criterion.maximum, scope, path)
    case .measure(let of, let points, _): part = measure(knowledge.evaluate(of, scope), points)
    case .judged(let judgement, let points): part = judged(judgement, points, key)
    case .table(let table): part = self.table(table, criterion.maximum, scope)
    case .composite(let parts, let isMinimum):
      return composite(parts, isMinimum: isMinimum, scope, path, key)
    }
    part.value = part.value.scaled(.one / criterion.maximum)
    return part
  }

  // MARK: Rules

  private struct RuleState {
    var verdict: RefVerdict
    var isEnoughLow = true
    var isEnoughHigh = true
  }

  private func state(_ rule: RefRule, _ scope: RefScope, _ path: String, _ part: inout RefPart) -> RuleState {
    let condition = knowledge.evaluate(rule.condition, scope)
    var state = RuleState(verdict: condition.verdict)
    part.causes.formUnion(condition.causes)
    if state.verdict == .failed { part.hasFailed = true }
    guard let evidence = rule.evidence, state.verdict != .notMet else { return state }
    let level = knowledge.evidence(knowledge.evaluate(evidence.of, scope))
    part.causes.formUnion(level.causes)
    var low = RefFraction.zero
    var high = RefFraction(knowledge.model.ruleset.highestLevel)
    if let range = level.asRange, !range.isEmpty {
      low = range.low ?? low
      high = range.high ?? high
    } else if level.causes.isEmpty {
      part.hasFailed = true
    }
    let required = RefFraction(evidence.atLeast)
    state.isEnoughLow = required <= low
    state.isEnoughHigh = required <= high
    let id = "\(path)/\(rule.id)"
    let isMissing =
      state.verdict == .failed || (state.verdict == .unknown && condition.causes.contains(where: isMissing))
    if !state.isEnoughHigh, isMissing || assumed.contains(id) {
      state.isEnoughHigh = true
      part.assumed.insert(id)
    }
    return state
  }

  /// Whether the question is about a field that nobody filled in, and not about what roles found.
  private func isMissing(_ question: String) -> Bool {
    !question.hasPrefix("seen:") && !question.hasPrefix("judgement:")
      && knowledge.openOutcomes(question).isEmpty
  }

  private func ladder(_ steps: [RefRule], _ scope: RefScope, _ path: String) -> RefPart {
    var part = RefPart()
    var (low, high, previous) = (RefFraction.zero, RefFraction.zero, RefFraction.zero)
    var climbsLow = true
    for step in steps {
      let state = state(step, scope, path, &part)
      let otherwise = step.evidence?.otherwise?.value ?? previous
      if climbsLow, state.verdict == .met {
        low = state.isEnoughLow ? step.points.value : otherwise
        climbsLow = state.isEnoughLow
      } else {
        climbsLow = false
      }
      if state.verdict == .notMet { break }
      high = state.isEnoughHigh ? step.points.value : otherwise
      if !state.isEnoughHigh { break }
      previous = step.points.value
    }
    part.value = RefInterval(low, high)
    return part
  }

  private func checklist(_ rules: [RefRule], cap: RefFraction, _ scope: RefScope, _ path: String) -> RefPart {
    var part = RefPart()
    for rule in rules {
      let state = state(rule, scope, path, &part)
      let otherwise = rule.evidence?.otherwise?.value ?? .zero
      var outcomes: [RefFraction] = []
      if state.verdict != .met { outcomes.append(.zero) }
      if state.verdict != .notMet {
        if state.isEnoughHigh { outcomes.append(rule.points.value) }
        if !state.isEnoughLow { outcomes.append(otherwise) }
      }
      part.value = part.value + RefInterval(outcomes.min()!, outcomes.max()!)
    }
    part.value = part.value.clamped(.zero, cap)
    return part
  }

  // MARK: Measure and judged

  private func measure(_ input: RefValue, _ points: [RefBreakpoint]) -> RefPart {
    var part = RefPart()
    part.causes = input.causes
    let all = points.map(\.points.value)
    let anything = RefInterval(all.min()!, all.max()!)
    func outcome(_ value: RefValue) -> RefInterval {
      switch value {
      case .number(let number): return RefInterval(interpolated(number, points))
      case .null: return .zero
      default:
        part.hasFailed = true
        return anything
      }
    }
    if let candidates = input.candidates {
      part.value = hull(candidates.map(outcome))
    } else if let range = input.asRange {
      let first = points[0].input.value
      let last = points[points.count - 1].input.value
      let (low, high) = (
        range.low ?? min(first, range.high ?? first), range.high ?? max(last, range.low ?? last)
      )
      var inputs = [low, high]
      inputs += points.map(\.input.value).filter { low <= $0 && $0 <= high }
      let values = inputs.map { interpolated($0, points) }
      part.value = RefInterval(values.min()!, values.max()!)
      if range.orNull { part.value = part.value.hull(.zero) }
    } else {
      // It may turn out to be null too, which gives 0.
      part.value = anything.hull(.zero)
    }
    return part
  }

  private func interpolated(_ x: RefFraction, _ points: [RefBreakpoint]) -> RefFraction {
    if x <= points[0].input.value { return points[0].points.value }
    for (a, b) in zip(points, points.dropFirst()) where x <= b.input.value {
      let share = (x - a.input.value) / (b.input.value - a.input.value)
      return a.points.value + (b.points.value - a.points.value) * share
    }
    return points[points.count - 1].points.value
  }

  private func judged(_ judgement: String, _ points: [RefAmount], _ key: String?) -> RefPart {
    var part = RefPart()
    let scale = knowledge.model.ruleset.judgements.first { $0.id == judgement }!
    let answer = knowledge.judgement(judgement, key: scale.per == nil ? nil : key)
    part.causes = answer.causes
    let possible = answer.candidates!.map { step -> RefFraction in
      guard case .string(let text) = step else { fatalError("a step is a text") }
      return points[scale.scale.firstIndex(of: text)!].value
    }
    part.value = RefInterval(possible.min()!, possible.max()!)
    return part
  }

  // MARK: Each

  private func each(_ criterion: RefCriterion, _ each: RefEach, _ scope: RefScope, _ path: String) -> RefPart
  {
    var part = RefPart()
    let list = knowledge.evaluate(each.list, scope)
    part.causes = list.causes
    if list == .null { return part }
    guard list != .error, let (members, more, orNull) = list.asList else {
      part.value = .unit
      part.hasFailed = list.causes.isEmpty
      return part
    }
    var certain: [RefInterval] = []
    var possible: [RefInterval] = []
    for member in members {
      let inner = scope.binding(each.variable, member.value)
      let keyExpression = each.key ?? .path(.name(each.variable), "id")
      var key: String?
      if case .string(let text) = knowledge.evaluate(keyExpression, inner) { key = text }
      let scored = once(criterion, inner, "\(path)[\(key ?? "")]", key)
      part.causes.formUnion(scored.causes)
      part.hasFailed = part.hasFailed || scored.hasFailed
      part.assumed.formUnion(scored.assumed)
      if member.isCertain, !orNull { certain.append(scored.value) } else { possible.append(scored.value) }
    }
    if more {
      part.value = .unit
      return part
    }
    // The mean or least of the certain members with every choice among the possible ones.
    var outcomes: [RefInterval] = []
    for choice in 0..<(1 << possible.count) {
      let values = certain + possible.indices.filter { choice >> $0 & 1 == 1 }.map { possible[$0] }
      if values.isEmpty {
        outcomes.append(.zero)
      } else if each.isMinimum {
        outcomes.append(RefInterval(values.map(\.low).min()!, values.map(\.high).min()!))
      } else {
        outcomes.append(values.reduce(.zero, +).scaled(RefFraction(1, values.count)))
      }
    }
    part.value = hull(outcomes)
    return part
  }

  // MARK: Composite

  private func composite(
    _ criteria: [RefCriterion], isMinimum: Bool, _ scope: RefScope, _ path: String, _ key: String?
  ) -> RefPart {
    let parts = criteria.map { part($0, scope, path: "\(path)/\($0.id)", key: key) }
    var result = RefPart()
    for part in parts {
      result.causes.formUnion(part.causes)
      result.hasFailed = result.hasFailed || part.hasFailed
      result.assumed.formUnion(part.assumed)
    }
    result.value = RefWeights(criteria).combined(parts, isMinimum: isMinimum)
    return result
  }
}

/// Weights of sister criteria, and where they go when one does not apply (docs/scoring.md, 5).
struct RefWeights {
  let criteria: [RefCriterion]

  init(_ criteria: [RefCriterion]) { self.criteria = criteria }

  /// Shares of the whole for each criterion when these apply.
  func shares(_ applies: [Bool]) -> [RefFraction] {
    let base = criteria.map(\.weight.value)
    let sum = base.reduce(.zero, +)
    var weights = criteria.indices.map { applies[$0] ? base[$0] : .zero }
    for (index, criterion) in criteria.enumerated() where !applies[index] {
      let named = criteria.indices.filter { target in
        applies[target] && (criterion.notApplicable?.weightTo.contains(criteria[target].id) ?? false)
      }
      let targets = named.isEmpty ? criteria.indices.filter { applies[$0] } : named
      let total = targets.reduce(.zero) { $0 + base[$1] }
      for target in targets { weights[target] = weights[target] + base[index] * base[target] / total }
    }
    return weights.map { $0 / sum }
  }

  /// Every combination of what may apply and what may not.
  func cases(_ parts: [RefPart]) -> [[Bool]] {
    var cases: [[Bool]] = [[]]
    for part in parts {
      let choices =
        switch part.application {
        case .applies: [true]
        case .doesNot: [false]
        case .unknown: [true, false]
        }
      cases = cases.flatMap { start in choices.map { start + [$0] } }
    }
    return cases
  }

  /// The value of the whole, over every case.
  func combined(_ parts: [RefPart], isMinimum: Bool) -> RefInterval {
    hull(
      cases(parts).map { applies in
        let values = parts.indices.filter { applies[$0] }.map { parts[$0].value }
        if values.isEmpty { return .zero }
        if isMinimum { return RefInterval(values.map(\.low).min()!, values.map(\.high).min()!) }
        let shares = shares(applies)
        return parts.indices.reduce(.zero) { $0 + parts[$1].value.scaled(shares[$1]) }
      })
  }
}
