internal import Criteria
internal import ExactNumbers
internal import FEEL

extension Case {
  /// Whether the rule, step or criterion at that path is taken to be met in full.
  func isAssumed(_ path: String) -> Bool { !assumed.isEmpty && assumed.contains(path) }

  /// Whether the rule at that path is taken not to hold.
  func isDenied(_ path: String) -> Bool { !denied.isEmpty && denied.contains(path) }
}

extension Criterion {
  /// The most that it can give, in its own points.
  var best: Rational {
    switch scoring {
    case .measure(let measure): min(measure.points.map { $0.points }.max() ?? maximum, maximum)
    case .judged(let judged): min(judged.points.max() ?? maximum, maximum)
    default: maximum
    }
  }
}

extension ProposalScoring {
  /// The same proposal with some verdicts forced: "if this holds and can be proven".
  func assuming(_ met: [String], denying denied: [String] = []) -> ProposalScoring {
    var copy = self
    copy.verified = verified.assuming(met, denying: denied)
    copy.known = known.rebased(on: copy.verified)
    return copy
  }

  /// The total without trying filling-ins: no filling-in leaves it, but it may be wider than `total`. Each
  /// criterion's contributions are parts of the total.
  func roughTotal(_ filling: Filling) throws(ArithmeticError) -> (total: Interval, criteria: [Explanation]) {
    let situation = known.filled(filling)
    let evaluation = CriterionEvaluation(situation, detail: .values)
    let siblings = try evaluation.scoreSiblings(
      ruleset.criteria, verified.reads.criteria, weights: weights, path: ""
    ) { (index) throws(ArithmeticError) in try evaluation.top(index) }
    var nodes = siblings.parts.map { $0.node }
    var low = Rational.zero
    var high = Rational.zero
    for index in nodes.indices {
      try nodes[index].scale(low: ruleset.scale, high: ruleset.scale, .values)
      low = try low.adding(nodes[index].contribution.low)
      high = try high.adding(nodes[index].contribution.high)
    }
    return (Interval(low, high), nodes)
  }
}
