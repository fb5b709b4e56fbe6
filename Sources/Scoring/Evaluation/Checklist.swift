internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

extension CriterionEvaluation {
  /// docs/scoring.md, 3: the sum of the rules that hold, clamped to [0, cap].
  func scoreChecklist(
    _ criterion: Criterion, _ rules: [Rule], cap: Rational, _ reads: CriterionReads, path: String
  ) throws(ArithmeticError) -> Scored {
    var children: [Explanation] = []
    var causes: [Unknown.Cause] = []
    var isOpen = false
    var sum = Interval.zero

    for (index, rule) in rules.enumerated() {
      let outcome = outcome(rule, at: reads.rules + index, path: path)
      let short = rule.evidence.map { $0.otherwise ?? .zero } ?? rule.points
      var got = Interval.zero
      switch outcome.condition.verdict {
      case .met:
        let atLow = outcome.enoughLow ? rule.points : short
        let atHigh = outcome.enoughHigh ? rule.points : short
        got = Interval(min(atLow, atHigh), max(atLow, atHigh))
      case .notMet: break
      case .unknown, .failed:
        if outcome.enoughHigh { got = got.hull(Interval(rule.points)) }
        if !outcome.enoughLow { got = got.hull(Interval(short)) }
        isOpen = isOpen || outcome.condition.isFailed || outcome.isAssumed
      }
      if !got.isKnown { causes = causes.union(outcome.causes) }
      sum = try sum.adding(got)
      guard detail.hasRules else { continue }
      let possible = max(rule.points, .zero)
      var node = ruleNode(
        .rule, rule, at: reads.rules + index, path: path, possible: possible, outcome: outcome)
      node.contribution = (got.low, got.high)
      if outcome.condition.verdict == .met {
        let missing = (
          low: try got.low.subtracting(rule.points), high: try got.high.subtracting(rule.points)
        )
        if !outcome.enoughLow, !missing.low.isZero || !missing.high.isZero {
          node.children = try evidenceParts(of: node, missing: missing)
        }
      }
      node.points = got
      node.possibleContribution = possible
      children.append(node)
    }

    let clamped = sum.clamped(from: .zero, to: cap)
    if !detail.hasRules {
      return try finish(criterion, path: path, points: clamped, children: [], causes: causes, isOpen: isOpen)
    }
    let lifted = (
      low: sum.low < .zero ? try Rational.zero.subtracting(sum.low) : .zero,
      high: sum.high < .zero ? try Rational.zero.subtracting(sum.high) : .zero
    )
    let capped = (
      low: cap < sum.low ? try cap.subtracting(sum.low) : .zero,
      high: cap < sum.high ? try cap.subtracting(sum.high) : .zero
    )
    if !lifted.low.isZero || !lifted.high.isZero {
      children.append(.adjustment(.floor, path: path, low: lifted.low, high: lifted.high))
    }
    if !capped.low.isZero || !capped.high.isZero {
      children.append(.adjustment(.cap, path: path, low: capped.low, high: capped.high))
    }
    return try finish(
      criterion, path: path, points: clamped, children: children, causes: causes, isOpen: isOpen)
  }
}
