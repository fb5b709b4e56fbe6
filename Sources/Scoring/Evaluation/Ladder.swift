internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

extension CriterionEvaluation {
  /// docs/scoring.md, 3: the climb stops at the first step not met, at the low end also at one unknown; a step
  /// that holds but lacks evidence gives its `else` and stops.
  func scoreLadder(_ criterion: Criterion, _ steps: [Step], _ reads: CriterionReads, path: String)
    throws(ArithmeticError) -> Scored
  {
    var children: [Explanation] = []
    var causes: [Unknown.Cause] = []
    var isOpen = false
    var low = Rational.zero
    var high = Rational.zero
    var climbsLow = true
    var climbsHigh = true
    var previous = Rational.zero

    for (index, step) in steps.enumerated() {
      // Above the place where both ends have stopped nothing counts: only worth telling.
      let counts = climbsLow || climbsHigh
      if !counts && !detail.hasReasons { break }
      let outcome = outcome(step, at: reads.rules + index, path: path)
      let full = try step.points.subtracting(previous)
      let short = try (step.evidence?.otherwise ?? previous).subtracting(previous)
      let verdict = outcome.condition.verdict

      var got = (low: Rational.zero, high: Rational.zero)
      var missing = (low: Rational.zero, high: Rational.zero)
      if climbsLow {
        if verdict == .met {
          got.low = outcome.enoughLow ? full : short
          if !outcome.enoughLow { missing.low = try short.subtracting(full) }
        }
        climbsLow = verdict == .met && outcome.enoughLow
      }
      if climbsHigh {
        switch verdict {
        case .met, .unknown, .failed:
          got.high = outcome.enoughHigh ? full : short
          if !outcome.enoughHigh { missing.high = try short.subtracting(full) }
          climbsHigh = outcome.enoughHigh
        case .notMet: climbsHigh = false
        }
      }
      if counts {
        causes = causes.union(outcome.causes)
        isOpen = isOpen || outcome.condition.isFailed || outcome.isAssumed
      }
      low = try low.adding(got.low)
      high = try high.adding(got.high)
      previous = step.points
      guard detail.hasRules else { continue }
      var node = ruleNode(.step, step, at: reads.rules + index, path: path, possible: full, outcome: outcome)
      node.contribution = got
      node.points = Interval(min(got.low, got.high), max(got.low, got.high))
      node.possibleContribution = full
      if !missing.low.isZero || !missing.high.isZero {
        node.children = try evidenceParts(of: node, missing: missing)
      }
      children.append(node)
    }
    return try finish(
      criterion, path: path, points: Interval(low, high), children: children, causes: causes,
      isOpen: isOpen)
  }

  /// What a rule would have given, and what too little evidence took away.
  func evidenceParts(of node: Explanation, missing: (low: Rational, high: Rational)) throws(ArithmeticError)
    -> [Explanation]
  {
    var full = Explanation(
      kind: .rule, path: node.path + "#points", title: Text("Villkoret är uppfyllt", "The condition is met"))
    full.verdict = node.verdict
    full.contribution = (
      try node.contribution.low.subtracting(missing.low), try node.contribution.high.subtracting(missing.high)
    )
    return [
      full,
      .adjustment(.evidence, path: node.path, low: missing.low, high: missing.high, causes: node.causes),
    ]
  }
}
