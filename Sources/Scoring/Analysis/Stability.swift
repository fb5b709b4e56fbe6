internal import Criteria
public import Diagnostics
public import ExactNumbers

/// Whether an order can be relied upon, in a word. docs/analysis.md defines the four; the first that fits holds.
public enum Stability: Int, Sendable, Hashable, CaseIterable {
  /// "lika": the points cannot tell the two apart.
  case equal
  /// "öppen": what is missing may turn the order.
  case open
  /// "känslig": a small change of the weights, or a scenario of the ruleset, turns it.
  case sensitive
  /// "står sig": none of these.
  case holds

  public var label: Text {
    switch self {
    case .equal: Text("lika", "equal")
    case .open: Text("öppen", "open")
    case .sensitive: Text("känslig", "sensitive")
    case .holds: Text("står sig", "holds")
    }
  }
}

/// Why an order is sensitive.
public enum SensitivityReason: Sendable, Hashable {
  /// The two change places when this criterion's weight, the others in proportion, reaches `flip`, which is within
  /// the given share of the weight.
  case weight(criterion: Int, flip: WeightFlip)
  /// All weights together, each changed by no more than this share of itself, can turn the order.
  case together(radius: Rational)
  /// The order is another in the scenario with that index.
  case scenario(Int)
}

/// One proposal before another.
public struct PairStability: Sendable {
  /// `first` stands before `second`.
  public var first: Int
  public var second: Int
  public var stability: Stability
  /// Low end less low end.
  public var difference: Rational
  /// As `PairSensitivity.radius`.
  public var radius: Rational?
  /// What makes it sensitive, whatever the verdict is.
  public var reasons: [SensitivityReason]
}

public struct GroupStability: Sendable {
  /// Index in `Ruleset.groups`.
  public var group: Int?
  /// nil where nobody is ranked.
  public var leader: LeaderStability?
  /// Neighbours in the order.
  public var pairs: [PairStability]
}

public struct LeaderStability: Sendable {
  public var leader: Int
  /// The weakest of the leader's pairs with all the others; `holds` for one that stands alone.
  public var stability: Stability
  /// The others that the verdict comes from, in order of rank.
  public var challengers: [PairStability]
  /// Proposals of the group that are not ranked yet (to be supplemented or assessed) and whose high end reaches the
  /// leader's low end.
  public var waiting: [Int]
}

/// What a verdict is made from.
struct StabilityCheck {
  let data: RoundData
  let result: RoundResult
  let models: RoundModels
  let scenarios: ScenarioComparison
  /// A small change: this share of a weight.
  let share: Rational
  /// For each criterion every ranked proposal's curve; empty for a criterion that cannot move.
  private let curves: [[TotalCurve?]]

  init(
    _ data: RoundData, _ result: RoundResult, _ models: RoundModels, _ scenarios: ScenarioComparison,
    share: Rational
  ) throws(ArithmeticError) {
    self.data = data
    self.result = result
    self.models = models
    self.scenarios = scenarios
    self.share = share
    var curves: [[TotalCurve?]] = []
    for criterion in data.ruleset.criteria.indices {
      var row: [TotalCurve?] = []
      if let axis = try WeightAxis(criterion, weights: models.weights) {
        for model in models.models {
          if let model { row.append(try TotalCurve(model, axis)) } else { row.append(nil) }
        }
      }
      curves.append(row)
    }
    self.curves = curves
  }

  func pair(_ first: Int, _ second: Int) throws(ArithmeticError) -> PairStability {
    let a = result.proposals[first].total
    let b = result.proposals[second].total
    let difference = try a.low.subtracting(b.low)
    var reasons: [SensitivityReason] = []
    for (criterion, row) in curves.enumerated() where !row.isEmpty {
      guard let own = row[first], let theirs = row[second] else { continue }
      let reach = try models.weights[criterion].multiplied(by: share)
      for flip in try flips(own, theirs) {
        let distance = try flip.weight.subtracting(models.weights[criterion])
        // A flip puts the second first on the side away from the weight.
        let after = distance.sign < 0 ? flip.below : flip.above
        let turns = distance.isZero ? min(flip.below, flip.above) < 0 : after < 0
        if turns && distance.magnitude <= reach {
          reasons.append(.weight(criterion: criterion, flip: flip))
        }
      }
    }
    let radius = try weightRadius(models[first], models[second], models.weights)
    if let radius, radius < share { reasons.append(.together(radius: radius)) }
    for column in scenarios.columns {
      guard case .scenario(let number) = column.kind else { continue }
      if column.cells[first].total.low < column.cells[second].total.low { reasons.append(.scenario(number)) }
    }
    let stability: Stability =
      if difference.isZero || difference < data.ruleset.indistinguishableWithin {
        .equal
      } else if a.low <= b.high {
        .open
      } else if !reasons.isEmpty {
        .sensitive
      } else {
        .holds
      }
    return PairStability(
      first: first, second: second, stability: stability, difference: difference, radius: radius,
      reasons: reasons)
  }

  func group(_ group: GroupResult) throws(ArithmeticError) -> GroupStability {
    var pairs: [PairStability] = []
    for (first, second) in zip(group.ranked, group.ranked.dropFirst()) {
      pairs.append(try pair(first.proposal, second.proposal))
    }
    guard let leader = group.ranked.first?.proposal else {
      return GroupStability(group: group.group, leader: nil, pairs: pairs)
    }
    var weakest = Stability.holds
    var challengers: [PairStability] = []
    for other in group.ranked.dropFirst() {
      let pair = try pair(leader, other.proposal)
      if pair.stability == .holds || pair.stability.rawValue > weakest.rawValue { continue }
      if pair.stability.rawValue < weakest.rawValue { challengers = [] }
      weakest = pair.stability
      challengers.append(pair)
    }
    let lead = result.proposals[leader].total.low
    let waiting = (group.supplement + group.assess).filter { lead <= result.proposals[$0].total.high }
    return GroupStability(
      group: group.group,
      leader: LeaderStability(
        leader: leader, stability: weakest, challengers: challengers, waiting: waiting.sorted()),
      pairs: pairs)
  }
}
