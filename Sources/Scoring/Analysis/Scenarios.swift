public import Criteria
public import ExactNumbers

/// The round ranked in several ways, side by side.
public struct ScenarioComparison: Sendable {
  /// First the order as it is, then the ruleset's scenarios in their order; then, where the given weights are another,
  /// the weights that follow from the criteria's order of importance alone; last, where there is more than one group,
  /// all groups in one list.
  public var columns: [ScenarioColumn]
}

public struct ScenarioColumn: Sendable {
  public enum Kind: Sendable, Hashable {
    /// The weights that the result was made with.
    case given
    /// Index in `Ruleset.scenarios`.
    case scenario(Int)
    /// Rank-order-centroid weights.
    case rankOrder
    /// The given weights, the groups in one list.
    case combined
  }

  public var kind: Kind
  public var weights: [Rational]
  /// By proposal.
  public var cells: [Cell]

  public struct Cell: Sendable, Hashable {
    public var list: List
    public var total: Interval
    /// nil for those that are not ranked.
    public var place: Place?
  }

  public struct Place: Sendable, Hashable {
    public var rank: Int
    /// The rank interval.
    public var best: Int
    public var worst: Int
  }
}

/// Ranks a scored round in each of its ruleset's scenarios; thresholds are tried again with each one's weights.
///
/// - Throws: as `scoreProposal`.
public func scenarioComparison(_ data: RoundData, _ result: RoundResult) throws(ArithmeticError)
  -> ScenarioComparison
{
  var columns = [column(.given, result)]
  for (number, scenario) in data.ruleset.scenarios.enumerated() {
    columns.append(column(.scenario(number), try scored(data, weights: scenario.weights)))
  }
  if let weights = try rankOrderWeights(result.weights) {
    columns.append(column(.rankOrder, try scored(data, weights: weights)))
  }
  if result.groups.filter({ !$0.ranked.isEmpty }).count > 1 {
    let ranked = result.proposals.indices.filter { result.proposals[$0].list == .ranked }
    var combined = column(.combined, result)
    for entry in try rankedEntries(ranked, result.proposals, data.ruleset) {
      combined.cells[entry.proposal].place = ScenarioColumn.Place(entry)
    }
    columns.append(combined)
  }
  return ScenarioComparison(columns: columns)
}

/// Rank-order-centroid weights with the sum of the given ones; nil where the given ones are those, or all equal.
private func rankOrderWeights(_ given: [Rational]) throws(ArithmeticError) -> [Rational]? {
  let classes = RankOrderCentroid.classes(byWeight: given)
  if classes.count < 2 { return nil }
  let sum = try Rational.sum(given)
  var weights: [Rational] = []
  for weight in try RankOrderCentroid.weights(classes: classes) {
    weights.append(try weight.multiplied(by: sum))
  }
  return weights == given ? nil : weights
}

private func scored(_ data: RoundData, weights: [Rational]) throws(ArithmeticError) -> RoundResult {
  let options = ScoringOptions(weights: weights, detail: .values, plan: ReadingPlan(data.ruleset))
  var proposals: [ProposalResult] = []
  for index in data.proposals.indices {
    proposals.append(try scoreProposal(data, at: index, options: options))
  }
  return try rankedRound(data, proposals, weights: weights)
}

/// As `rankRound`, without what could change the order.
private func rankedRound(_ data: RoundData, _ proposals: [ProposalResult], weights: [Rational])
  throws(ArithmeticError) -> RoundResult
{
  var groups: [GroupResult] = []
  var keys: [Int?] = data.ruleset.groups.indices.map { $0 }
  keys.append(nil)
  for key in keys {
    let ranked = proposals.indices.filter { proposals[$0].group == key && proposals[$0].list == .ranked }
    groups.append(
      GroupResult(
        group: key, ranked: try rankedEntries(ranked, proposals, data.ruleset), belowThreshold: [],
        supplement: [], assess: [], notExamined: []))
  }
  return RoundResult(weights: weights, isTrial: true, proposals: proposals, groups: groups, changes: [])
}

private func column(_ kind: ScenarioColumn.Kind, _ result: RoundResult) -> ScenarioColumn {
  var cells = result.proposals.map { ScenarioColumn.Cell(list: $0.list, total: $0.total, place: nil) }
  for group in result.groups {
    for entry in group.ranked { cells[entry.proposal].place = ScenarioColumn.Place(entry) }
  }
  return ScenarioColumn(kind: kind, weights: result.weights, cells: cells)
}

extension ScenarioColumn.Place {
  init(_ entry: RankedEntry) {
    rank = entry.rank
    best = entry.best
    worst = entry.worst
  }
}
