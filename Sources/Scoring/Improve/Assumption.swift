internal import Criteria
internal import ExactNumbers
internal import FEEL

extension Case {
  var assumesAnything: Bool { !assumed.isEmpty || !denied.isEmpty }

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

  /// The verified total in a situation.
  func evaluated(_ situation: Situation) throws(ArithmeticError) -> Interval {
    let total = try total(in: situation).contribution
    return Interval(total.low, total.high)
  }

  /// The total without trying filling-ins.
  func roughly(_ situation: Situation, _ detail: Detail = .points) throws(ArithmeticError) -> Roughly {
    let evaluation = CriterionEvaluation(situation, detail: detail)
    let siblings = try evaluation.scoreSiblings(
      ruleset.criteria, verified.reads.criteria, weights: weights, path: ""
    ) { (index) throws(ArithmeticError) in try evaluation.top(index) }
    var low = Rational.zero
    var high = Rational.zero
    for part in siblings.parts {
      low = try low.adding(part.node.contribution.low.multiplied(by: ruleset.scale))
      high = try high.adding(part.node.contribution.high.multiplied(by: ruleset.scale))
    }
    return Roughly(total: Interval(low, high), siblings: siblings)
  }
}

/// A total that no filling-in leaves; it may be wider than what trying them gives.
struct Roughly {
  var total: Interval
  var siblings: Siblings

  var criteria: [Explanation] { siblings.parts.map { $0.node } }

  /// Everything unknown that it hangs on.
  var causes: [Unknown.Cause] {
    var causes = siblings.causes
    for part in siblings.parts { causes = causes.union(part.causes) }
    return causes
  }
}
