public import Criteria
public import ExactNumbers

/// How much a criterion's weight may change before the order does. One weight moves, the others keep their
/// proportions; what ranks is the low ends of the verified totals, and every proposal keeps its list.
public struct WeightSensitivity: Sendable {
  /// Neighbours among the ranked, group by group.
  public var pairs: [PairSensitivity]
  /// One for each top criterion, in the ruleset's order; empty where there is only one.
  public var criteria: [CriterionSensitivity]
}

/// A weight at which two proposals change places.
public struct WeightFlip: Sendable, Hashable {
  /// On the scale of the weights that were used (their sum stays).
  public var weight: Rational
  /// Who is ahead just below that weight: 1 the first of the pair, −1 the second, 0 neither.
  public var below: Int
  /// Who is ahead just above it, likewise.
  public var above: Int
  /// Found in closed form. Otherwise it is right to 2⁻⁴⁰ of the weights' sum (docs/analysis.md).
  public var isExact: Bool
}

public struct PairSensitivity: Sendable {
  /// Index in `Ruleset.groups`.
  public var group: Int?
  /// Indices of proposals; `first` stands before `second` in the order.
  public var first: Int
  public var second: Int
  /// For each top criterion where the two change places as its weight goes from nothing to everything, rising.
  public var flips: [[WeightFlip]]
  /// The order holds as long as no weight changes by more than this share of itself, however they change together:
  /// the difference over the sum of the criteria's differences without sign. nil where that does not hold in closed
  /// form: moved weight, or unknowns that criteria share.
  public var radius: Rational?
}

/// The weights around the given one, within which something stays as it is.
public struct WeightRange: Sendable, Hashable {
  /// nil: down to no weight at all.
  public var low: Rational?
  /// nil: up to all the weight.
  public var high: Rational?
  /// Indices of the proposals that change places at the ends: who is passed, and who passes.
  public var atLow: Change?
  public var atHigh: Change?
  public var isExact: Bool

  public struct Change: Sendable, Hashable {
    public var passed: Int
    public var passes: Int
  }
}

public struct CriterionSensitivity: Sendable {
  public var criterion: Int
  public var weight: Rational
  /// For each group of the result: where its leader stays ahead or level; nil without a sole leader.
  public var leaders: [WeightRange?]
  /// Where the same proposals stand above the money line; nil without a frame.
  public var moneyLine: WeightRange?
}

/// Weight sensitivity of a scored round.
public func weightSensitivity(
  _ data: RoundData, _ result: RoundResult, frame: FrameResult? = nil
) throws(ArithmeticError) -> WeightSensitivity {
  let models = try RoundModels(data, result)
  return try weightSensitivity(data, result, models, frame)
}

/// The models of a round's ranked proposals.
struct RoundModels {
  let weights: [Rational]
  /// By proposal; nil for those that are not ranked.
  private(set) var models: [TotalModel?]

  init(_ data: RoundData, _ result: RoundResult) throws(ArithmeticError) {
    weights = result.weights
    models = Array(repeating: nil, count: result.proposals.count)
    let options = ScoringOptions(
      weights: result.isTrial ? result.weights : nil, detail: .values, plan: ReadingPlan(data.ruleset))
    for proposal in result.proposals where proposal.list == .ranked {
      models[proposal.index] = try ProposalScoring(data, at: proposal.index, options: options).model()
    }
  }

  subscript(proposal: Int) -> TotalModel {
    guard let model = models[proposal] else { preconditionFailure("only ranked proposals have a model") }
    return model
  }
}

func weightSensitivity(
  _ data: RoundData, _ result: RoundResult, _ models: RoundModels, _ frame: FrameResult?
) throws(ArithmeticError) -> WeightSensitivity {
  var pairs: [PairSensitivity] = []
  for group in result.groups {
    for (first, second) in zip(group.ranked, group.ranked.dropFirst()) {
      pairs.append(
        PairSensitivity(
          group: group.group, first: first.proposal, second: second.proposal, flips: [],
          radius: try weightRadius(models[first.proposal], models[second.proposal], models.weights)))
    }
  }
  var criteria: [CriterionSensitivity] = []
  for criterion in data.ruleset.criteria.indices {
    guard let axis = try WeightAxis(criterion, weights: models.weights) else {
      for index in pairs.indices { pairs[index].flips.append([]) }
      continue
    }
    var curves: [TotalCurve?] = []
    for model in models.models {
      if let model { curves.append(try TotalCurve(model, axis)) } else { curves.append(nil) }
    }
    for index in pairs.indices {
      guard let first = curves[pairs[index].first], let second = curves[pairs[index].second] else { continue }
      pairs[index].flips.append(try flips(first, second))
    }
    var leaders: [WeightRange?] = []
    for group in result.groups { leaders.append(try leaderRange(group, curves, axis)) }
    var line: WeightRange?
    if let frame { line = try moneyLineRange(data, result, frame, curves, axis) }
    criteria.append(
      CriterionSensitivity(
        criterion: criterion, weight: models.weights[criterion], leaders: leaders, moneyLine: line))
  }
  return WeightSensitivity(pairs: pairs, criteria: criteria)
}

/// Where the sign of the difference changes, on the scale of the weights.
func flips(_ first: TotalCurve, _ second: TotalCurve) throws(ArithmeticError) -> [WeightFlip] {
  let (stretches, isExact) = try first.signs(against: second)
  var flips: [WeightFlip] = []
  for (below, above) in zip(stretches, stretches.dropFirst()) {
    flips.append(
      WeightFlip(
        weight: try below.to.multiplied(by: first.axis.sum), below: below.sign, above: above.sign,
        isExact: isExact))
  }
  return flips
}

/// With d the criteria's differences in value and w the weights, Σ w′d over all w′ within ± r of w is least at
/// Σ w(d − r|d|), and that is not negative while r ≤ Σ wd / Σ w|d|.
func weightRadius(_ first: TotalModel, _ second: TotalModel, _ weights: [Rational])
  throws(ArithmeticError) -> Rational?
{
  for model in [first, second] {
    guard model.low.count == 1, model.low[0].count == 1, !model.low[0][0].applies.contains(false) else {
      return nil
    }
  }
  var sum = Rational.zero
  var whole = Rational.zero
  for (criterion, weight) in weights.enumerated() {
    let difference = try first.low[0][0].values[criterion].subtracting(second.low[0][0].values[criterion])
      .multiplied(by: weight)
    sum = try sum.adding(difference)
    whole = try whole.adding(difference.magnitude)
  }
  if sum.sign <= 0 { return .zero }
  return try sum.divided(by: whole)
}

/// Where a group's leader has at least as much as every other ranked in it.
private func leaderRange(_ group: GroupResult, _ curves: [TotalCurve?], _ axis: WeightAxis)
  throws(ArithmeticError) -> WeightRange?
{
  guard let leader = group.ranked.first, group.ranked.dropFirst().first?.rank != 1,
    let own = curves[leader.proposal]
  else { return nil }
  var range = WeightRange(isExact: true)
  for other in group.ranked.dropFirst() {
    guard let theirs = curves[other.proposal] else { continue }
    let (stretches, isExact) = try own.signs(against: theirs)
    range.isExact = range.isExact && isExact
    let change = WeightRange.Change(passed: leader.proposal, passes: other.proposal)
    for stretch in stretches where stretch.sign < 0 {
      try range.narrow(stretch, change, axis)
    }
  }
  return range
}

extension WeightRange {
  init(isExact: Bool) {
    low = nil
    high = nil
    atLow = nil
    atHigh = nil
    self.isExact = isExact
  }

  /// Ends before `stretch`, or begins after it.
  mutating func narrow(_ stretch: PiecewiseLinear.Stretch, _ change: Change, _ axis: WeightAxis)
    throws(ArithmeticError)
  {
    if axis.base <= stretch.from {
      let end = try stretch.from.multiplied(by: axis.sum)
      if high == nil || end < high! { (high, atHigh) = (end, change) }
    } else {
      // Where the approximate stretch holds the weight itself, nothing is left below it.
      let end = try min(stretch.to, axis.base).multiplied(by: axis.sum)
      if low == nil || low! < end { (low, atLow) = (end, change) }
    }
  }
}
