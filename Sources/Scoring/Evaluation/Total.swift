internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// One run of one proposal: the total and its explanation (docs/scoring.md, 4, 5 and 8).
struct TotalEvaluation {
  let base: Case
  let weights: [Rational]
  let detail: Detail
  var tries = Tries()

  var ruleset: Ruleset { base.ruleset }

  /// The criteria before they are weighed, each as narrow as trying its own unknowns makes it.
  ///
  /// - Parameters:
  ///   - situation: what is known, with nothing filled in beyond what the caller wants to try.
  ///   - settled: criteria that are not scored again: nothing that is filled in touches them.
  func parts(in situation: Situation, settled: [Scored?] = []) throws(ArithmeticError) -> UnweighedSiblings {
    try CriterionEvaluation(situation, detail: detail).scoreUnweighed(
      ruleset.criteria, base.reads.criteria, path: ""
    ) { (index) throws(ArithmeticError) in
      if index < settled.count, let part = settled[index] { return part }
      return try refined(index, situation)
    }
  }

  /// The criteria weighed, in points of the scale.
  func weigh(_ parts: UnweighedSiblings, _ situation: Situation) throws(ArithmeticError) -> Siblings {
    try CriterionEvaluation(situation, detail: detail).weigh(
      ruleset.criteria, parts, weights: weights, unit: ruleset.scale)
  }

  /// - Parameters:
  ///   - situation: as for `parts`.
  ///   - settled: as for `parts`.
  func total(in situation: Situation, settled: [Scored?] = []) throws(ArithmeticError) -> Explanation {
    try total(of: parts(in: situation, settled: settled), situation)
  }

  /// The total of criteria that were scored in this situation.
  func total(of parts: UnweighedSiblings, _ situation: Situation) throws(ArithmeticError) -> Explanation {
    let siblings = try weigh(parts, situation)
    var node = Explanation(kind: .total, path: "", title: Text("Totalt", "Total"))
    node.children = siblings.parts.map { $0.node }
    var sum = (low: Rational.zero, high: Rational.zero)
    for child in node.children {
      sum = (try sum.low.adding(child.contribution.low), try sum.high.adding(child.contribution.high))
    }
    var causes = siblings.causes
    for part in siblings.parts { causes = causes.union(part.causes) }
    node.causes = causes
    node.contribution = sum
    if sum.low != sum.high { try refineTotal(&node, siblings, situation) } else { node.quality = .exact }

    node.points = Interval(node.contribution.low, node.contribution.high)
    node.possiblePoints = ruleset.scale
    node.possibleContribution = ruleset.scale
    node.value = try node.points!.scaled(by: Rational.one.divided(by: ruleset.scale))
    var weightSum = Rational.zero
    for weight in weights { weightSum = try weightSum.adding(weight) }
    if weightSum != Rational(100) { node.notes.append(.weightsNormalised(weightSum)) }
    if !siblings.applies.contains(where: { $0 != false }) { node.notes.append(.noCriterionApplies) }
    return node
  }

  // MARK: Trying every filling-in

  /// A top criterion before it is weighed, as narrow as trying its own unknowns makes it.
  func refined(_ index: Int, _ situation: Situation) throws(ArithmeticError) -> Scored {
    let evaluation = CriterionEvaluation(situation, detail: detail)
    if detail.hasReasons || base.assumesInside[index] {
      return try refine(index, evaluation.top(index), situation)
    }
    return try situation.knowledge.refined(index, detail) { () throws(ArithmeticError) in
      try refine(index, evaluation.top(index), situation)
    }
  }

  /// Narrows a criterion's value to what its own unknowns can give, where they can all be tried.
  private func refine(_ index: Int, _ scored: Scored, _ situation: Situation) throws(ArithmeticError)
    -> Scored
  {
    if scored.value.isKnown || scored.isOpen { return scored }
    guard let enumeration = Enumeration(scored.causes, in: base) else { return scored }
    let figure = Enumeration.Figure { (tried) throws(ArithmeticError) in
      try CriterionEvaluation(tried, detail: .points).top(index).value
    }
    let attained = try enumeration.attained(scored.value, from: situation, tries, figure)
    guard let attained else { return scored }
    var refined = scored
    refined.node.quality = .exact
    let difference = try attained.difference(from: scored.value)
    if !difference.low.isZero || !difference.high.isZero {
      refined.node.children.append(
        .adjustment(
          .dependency, path: scored.node.path, low: difference.low, high: difference.high,
          causes: scored.causes))
      refined.node.contribution = (attained.low, attained.high)
      refined.node.value = attained
      refined.node.points = try attained.scaled(by: ruleset.criteria[index].maximum)
      refined.value = attained
      if attained.isKnown { refined.causes = [] }
    }
    return refined
  }

  /// Criteria that share unknowns are tried together; the total is exact when every such set is.
  private func refineTotal(_ node: inout Explanation, _ siblings: Siblings, _ situation: Situation)
    throws(ArithmeticError)
  {
    let open = siblings.parts.indices.filter { !siblings.parts[$0].value.isKnown }
    if !siblings.causes.isEmpty || siblings.isOpen {
      // What applies is itself unknown: everything hangs together.
      if siblings.isOpen || open.contains(where: { siblings.parts[$0].isOpen }) {
        node.quality = .bound
        return
      }
      let bound = Interval(node.contribution.low, node.contribution.high)
      guard let attained = try totals(node.causes, bound, situation, of: nil, known: siblings) else {
        node.quality = .bound
        return
      }
      node.quality = .exact
      try narrow(&node, to: attained)
      return
    }
    var isExact = true
    var low = node.contribution.low
    var high = node.contribution.high
    for component in components(open, siblings) {
      let parts = component.map { siblings.parts[$0] }
      if parts.count == 1 {
        isExact = isExact && parts[0].node.quality == .exact
        continue
      }
      var causes: [Unknown.Cause] = []
      for part in parts { causes = causes.union(part.causes) }
      var partLow = Rational.zero
      var partHigh = Rational.zero
      for index in component {
        partLow = try partLow.adding(node.children[index].contribution.low)
        partHigh = try partHigh.adding(node.children[index].contribution.high)
      }
      guard !parts.contains(where: { $0.isOpen }),
        let attained = try totals(
          causes, Interval(partLow, partHigh), situation, of: component, known: siblings)
      else {
        isExact = false
        continue
      }
      low = try low.subtracting(partLow)
      high = try high.subtracting(partHigh)
      low = try low.adding(attained.low)
      high = try high.adding(attained.high)
    }
    node.quality = isExact ? .exact : .bound
    try narrow(&node, to: Interval(low, high))
  }

  private func narrow(_ node: inout Explanation, to attained: Interval) throws(ArithmeticError) {
    let difference = try attained.difference(
      from: Interval(node.contribution.low, node.contribution.high))
    if difference.low.isZero && difference.high.isZero { return }
    node.children.append(
      .adjustment(
        .dependency, path: "", low: difference.low, high: difference.high, causes: node.causes))
    node.contribution = (attained.low, attained.high)
  }

  /// The attained range of the summed contributions of `component` (nil: of the whole total).
  func totals(
    _ causes: [Unknown.Cause], _ bound: Interval, _ situation: Situation, of component: [Int]?,
    known: Siblings? = nil
  )
    throws(ArithmeticError) -> Interval?
  {
    guard let enumeration = Enumeration(causes, in: base) else { return nil }
    let figure = Enumeration.Figure { (tried) throws(ArithmeticError) in
      let evaluation = CriterionEvaluation(tried, detail: .points)
      var low = Rational.zero
      var high = Rational.zero
      if let component {
        let shares = try shares(of: tried)
        for index in component {
          let value = try evaluation.top(index).value
          let part = try value.scaled(by: shares[index].multiplied(by: ruleset.scale))
          low = try low.adding(part.low)
          high = try high.adding(part.high)
        }
      } else {
        let siblings = try evaluation.scoreSiblings(
          ruleset.criteria, base.reads.criteria, weights: weights, path: ""
        ) { (index) throws(ArithmeticError) in
          // What trying its own unknowns has already settled is not tried again: they are not among `causes`.
          guard let known, known.parts[index].value.isKnown, known.applies[index] != false else {
            return try evaluation.top(index)
          }
          return known.parts[index].unweighed
        }
        for part in siblings.parts {
          low = try low.adding(part.node.contribution.low.multiplied(by: ruleset.scale))
          high = try high.adding(part.node.contribution.high.multiplied(by: ruleset.scale))
        }
      }
      return Interval(low, high)
    }
    return try enumeration.attained(bound, from: situation, tries, figure)
  }

  /// The shares when it is known what applies.
  private func shares(of situation: Situation) throws(ArithmeticError) -> [Rational] {
    let applies = ruleset.criteria.map { criterion in
      criterion.notApplicable.map {
        situation.condition($0.when, in: situation.scope).verdict != .met
      } ?? true
    }
    return try shareWeights(ruleset.criteria, weights: weights, applies: applies)
  }

  /// Sets of criteria that are connected by shared unknowns.
  func components(_ open: [Int], _ siblings: Siblings) -> [[Int]] {
    var result: [(members: [Int], causes: [Unknown.Cause])] = []
    for index in open {
      var members = [index]
      var causes = siblings.parts[index].causes
      var rest: [(members: [Int], causes: [Unknown.Cause])] = []
      for component in result {
        if component.causes.contains(where: { causes.contains($0) }) {
          members += component.members
          causes = causes.union(component.causes)
        } else {
          rest.append(component)
        }
      }
      rest.append((Array(members).ordered(), causes))
      result = rest
    }
    return result.map { $0.members }
  }
}
