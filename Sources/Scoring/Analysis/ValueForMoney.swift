internal import Criteria
public import ExactNumbers

extension FrameResult {
  /// Points for every 100,000 asked for: the low end of the total over what the association is asked to pay, all years
  /// together. nil where the amount is not known, is only an upper bound, or is nothing.
  ///
  /// A column beside the points, never a part of them: it says nothing of how much a proposal does.
  public func pointsPerHundredThousand(_ result: ProposalResult) -> Rational? {
    let ask = asks[result.index]
    guard let total = ask.total, total > 0, !ask.isUpperBound else {
      return nil
    }
    return try? result.total.low.multiplied(by: Rational(100_000)).divided(by: kronor(total))
  }

  /// What the ranked proposals ask for, as `left`; those whose amount is not known are left out.
  public func askedByRanked() -> [Int64] {
    var sum = [Int64](repeating: 0, count: left.count)
    for entry in order {
      for (year, kronor) in (asks[entry.proposal].kronor ?? []).enumerated() { sum[year] += kronor }
    }
    return sum
  }

  /// The sets within the frame as it is.
  public var sets: [AlternativeSet] { steps.first { $0.percent == 100 }?.sets ?? [] }
}
