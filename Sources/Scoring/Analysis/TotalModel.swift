internal import Criteria
internal import ExactNumbers
internal import FEEL

/// A proposal's verified total as a function of the top criteria's weights alone.
///
/// Rules are evaluated once. INVARIANT: for any weights, `total` gives what scoring with those weights gives.
struct TotalModel: Sendable {
  /// One outcome of what is unknown: what applies, and the criteria's values.
  struct Outcome: Sendable, Hashable {
    var applies: [Bool]
    /// Values 0 … 1, one for each criterion; 0 for those that another part holds.
    var values: [Rational]
  }

  let criteria: [Criterion]
  let scale: Rational
  /// The total's low end is the sum over the parts of the least over each part's outcomes.
  let low: [[Outcome]]
  /// The high end, likewise, of the most.
  let high: [[Outcome]]
  /// Each criterion's value by itself.
  let values: [Interval]
  /// nil: not known.
  let applies: [Bool?]

  /// - Parameter weights: one for each criterion; the sum does not matter.
  /// - Parameter left: a criterion that is left out, as if the ruleset did not have it.
  func total(_ weights: [Rational], without left: Int? = nil) throws(ArithmeticError) -> Interval {
    Interval(
      try end(low, weights, left) { $0 < $1 }, try end(high, weights, left) { $1 < $0 })
  }

  func lowEnd(_ weights: [Rational]) throws(ArithmeticError) -> Rational {
    try end(low, weights, nil) { $0 < $1 }
  }

  private func end(
    _ parts: [[Outcome]], _ weights: [Rational], _ left: Int?, isBetter: (Rational, Rational) -> Bool
  ) throws(ArithmeticError) -> Rational {
    var sum = Rational.zero
    var known: [(applies: [Bool], shares: [Rational])] = []
    for part in parts {
      var best: Rational?
      for outcome in part {
        let shares: [Rational]
        if let found = known.first(where: { $0.applies == outcome.applies }) {
          shares = found.shares
        } else {
          shares = try shareWeights(weights, outcome.applies, without: left)
          known.append((outcome.applies, shares))
        }
        var total = Rational.zero
        for (share, value) in zip(shares, outcome.values) where !value.isZero {
          total = try total.adding(share.multiplied(by: value))
        }
        if best == nil || isBetter(total, best!) { best = total }
      }
      if let best { sum = try sum.adding(best) }
    }
    return try sum.multiplied(by: scale)
  }

  private func shareWeights(_ weights: [Rational], _ applies: [Bool], without left: Int?)
    throws(ArithmeticError) -> [Rational]
  {
    guard let left else { return try Scoring.shareWeights(criteria, weights: weights, applies: applies) }
    var weights = weights
    var applies = applies
    weights[left] = .zero
    applies[left] = false
    return try Scoring.shareWeights(criteria, weights: weights, applies: applies)
  }

  /// The patterns of what may apply.
  var patterns: [[Bool]] {
    var patterns: [[Bool]] = []
    for part in low {
      for outcome in part where !patterns.contains(outcome.applies) { patterns.append(outcome.applies) }
    }
    return patterns
  }
}

extension ProposalScoring {
  /// The verified total as a function of the weights.
  func model() throws(ArithmeticError) -> TotalModel {
    try TotalEvaluation(base: verified, weights: weights, detail: .values).model(in: known)
  }
}

extension TotalEvaluation {
  /// Follows `total(in:)`, which chooses the same parts and tries the same filling-ins.
  func model(in situation: Situation) throws(ArithmeticError) -> TotalModel {
    let siblings = try weigh(parts(in: situation), situation)
    let values = siblings.parts.map { $0.value }
    let parts = try outcomes(siblings, values, situation)
    return TotalModel(
      criteria: ruleset.criteria, scale: ruleset.scale, low: parts.low, high: parts.high, values: values,
      applies: siblings.applies)
  }

  private func outcomes(_ siblings: Siblings, _ values: [Interval], _ situation: Situation)
    throws(ArithmeticError) -> (low: [[TotalModel.Outcome]], high: [[TotalModel.Outcome]])
  {
    let open = siblings.parts.indices.filter { !siblings.parts[$0].value.isKnown }
    if !siblings.causes.isEmpty || siblings.isOpen {
      if !siblings.isOpen && !open.contains(where: { siblings.parts[$0].isOpen }) {
        var causes = siblings.causes
        for part in siblings.parts { causes = causes.union(part.causes) }
        if let tried = try tried(causes, situation, of: nil) { return ([tried], [tried]) }
      }
      let cases = CriterionEvaluation.settledCases(siblings.applies)
      return (
        [cases.map { TotalModel.Outcome(applies: $0, values: values.map { $0.low }) }],
        [cases.map { TotalModel.Outcome(applies: $0, values: values.map { $0.high }) }]
      )
    }
    let applies = siblings.applies.map { $0 ?? true }
    let parts = siblings.parts
    var low = [TotalModel.Outcome(applies: applies, values: values.map { $0.low })]
    var high = [TotalModel.Outcome(applies: applies, values: values.map { $0.high })]
    var together: (low: [[TotalModel.Outcome]], high: [[TotalModel.Outcome]]) = ([], [])
    for component in components(open, siblings) where component.count > 1 {
      if component.contains(where: { parts[$0].isOpen }) { continue }
      var causes: [Unknown.Cause] = []
      var bound = Interval.zero
      for index in component {
        causes = causes.union(parts[index].causes)
        bound = try bound.adding(
          Interval(parts[index].node.contribution.low, parts[index].node.contribution.high))
      }
      guard let attained = try totals(causes, bound, situation, of: component), attained != bound,
        let tried = try tried(causes, situation, of: component)
      else { continue }
      // An end that is attained has every criterion at its own end, whatever the weights.
      if attained.low != bound.low {
        together.low.append(tried)
        for index in component { low[0].values[index] = .zero }
      }
      if attained.high != bound.high {
        together.high.append(tried)
        for index in component { high[0].values[index] = .zero }
      }
    }
    return ([low] + together.low, [high] + together.high)
  }

  /// What every filling-in of `causes` makes of the criteria in `component` (nil: of all); nil where they cannot all
  /// be tried or leave something open.
  private func tried(_ causes: [Unknown.Cause], _ situation: Situation, of component: [Int]?)
    throws(ArithmeticError) -> [TotalModel.Outcome]?
  {
    guard let enumeration = Enumeration(causes, in: base) else { return nil }
    var seen: Set<TotalModel.Outcome> = []
    var outcomes: [TotalModel.Outcome] = []
    let isSettled = try enumeration.each(from: situation) { (tried) throws(ArithmeticError) in
      let evaluation = CriterionEvaluation(tried, detail: .points)
      let siblings = try evaluation.scoreUnweighed(ruleset.criteria, base.reads.criteria, path: "") {
        (index) throws(ArithmeticError) in try evaluation.top(index)
      }
      var applies: [Bool] = []
      for known in siblings.applies {
        guard let known else { return false }
        applies.append(known)
      }
      var values = [Rational](repeating: .zero, count: applies.count)
      for index in component ?? Array(applies.indices) where applies[index] {
        guard siblings.parts[index].value.isKnown else { return false }
        values[index] = siblings.parts[index].value.low
      }
      let outcome = TotalModel.Outcome(applies: applies, values: values)
      if seen.insert(outcome).inserted { outcomes.append(outcome) }
      return true
    }
    return isSettled ? outcomes : nil
  }
}
