public import Criteria
public import ExactNumbers

/// Whether a round's order holds.
public struct Robustness: Sendable {
  public var options: RobustnessOptions
  public var scenarios: ScenarioComparison
  public var weights: WeightSensitivity
  public var leaveOneOut: [LeaveOneOut]
  /// For each group of the result with at least two ranked, each of `RobustnessOptions.spaces`.
  public var acceptability: [GroupAcceptability]
  /// One for each group of the result.
  public var stability: [GroupStability]
  /// Weights by the criteria's order of importance alone.
  public var rankOrderCentroid: [Rational]
  /// Where the money ends; nil without a frame.
  public var frame: FrameResult?
}

/// Rank acceptability among the ranked of one group.
public struct GroupAcceptability: Sendable {
  /// Index in `Ruleset.groups`.
  public var group: Int?
  public var space: WeightSpace
  /// Proposals in the order of the ranking: the alternatives of `result`.
  public var members: [Int]
  public var result: RankAcceptability
}

/// Everything that `beredning robustness` shows.
///
/// - Throws: as `scoreProposal`.
public func robustness(
  _ data: RoundData, _ result: RoundResult, options: RobustnessOptions = RobustnessOptions()
) throws(ArithmeticError) -> Robustness {
  let models = try RoundModels(data, result)
  let scenarios = try scenarioComparison(data, result)
  let frame = try withinFrame(data, result)
  let check = try StabilityCheck(data, result, models, scenarios, share: options.share)
  var stability: [GroupStability] = []
  var acceptability: [GroupAcceptability] = []
  for group in result.groups {
    stability.append(try check.group(group))
    let members = group.ranked.map { $0.proposal }
    if members.count < 2 { continue }
    for space in options.spaces {
      acceptability.append(
        GroupAcceptability(
          group: group.group, space: space, members: members,
          result: try rankAcceptability(
            models.table(members), base: models.weights, space: space, samples: options.samples,
            seed: options.seed)))
    }
  }
  return Robustness(
    options: options, scenarios: scenarios,
    weights: try weightSensitivity(data, result, models, frame),
    leaveOneOut: try leaveOneOut(data, result, models), acceptability: acceptability,
    stability: stability,
    rankOrderCentroid: try RankOrderCentroid.weights(
      classes: RankOrderCentroid.classes(byWeight: models.weights)),
    frame: frame)
}

/// Rank acceptability among some of a round's ranked proposals: what is missing is anywhere inside its bounds.
///
/// - Parameter members: indices of proposals in the ranked list, in the order in which the result has them.
/// - Throws: as `scoreProposal`.
public func rankAcceptability(
  _ data: RoundData, _ result: RoundResult, members: [Int], space: WeightSpace, samples: Int, seed: UInt64
) throws(ArithmeticError) -> RankAcceptability {
  let models = try RoundModels(data, result)
  return try rankAcceptability(
    models.table(members), base: result.weights, space: space, samples: samples, seed: seed)
}

extension RoundModels {
  /// The values of these proposals, and what applies to them.
  func table(_ members: [Int]) -> ValueTable {
    let models = members.map { self[$0] }
    guard let criteria = models.first?.criteria else { return ValueTable(low: [], high: [], criteria: 0) }
    var table = ValueTable(
      low: models.flatMap { $0.values.map { $0.low.double } },
      high: models.flatMap { $0.values.map { $0.high.double } }, criteria: criteria.count)
    if models.contains(where: { $0.applies.contains { $0 != true } }) {
      var patterns: [WeightPattern] = []
      let choices = models.map { model in
        CriterionEvaluation.settledCases(model.applies).map { applies in
          let pattern = WeightPattern(criteria, applies: applies)
          if let known = patterns.firstIndex(of: pattern) { return known }
          patterns.append(pattern)
          return patterns.count - 1
        }
      }
      table.applicability = ValueTable.Applicability(patterns: patterns, choices: choices)
    }
    return table
  }
}
