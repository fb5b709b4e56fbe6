public import Criteria
public import ExactNumbers

/// The order when one criterion is left out, as if the ruleset did not have it: its weight falls on the others in
/// proportion. Lists stay as they are; ties are settled as always.
public struct LeaveOneOut: Sendable {
  public var criterion: Int
  /// By proposal; nil for those that are not ranked.
  public var totals: [Interval?]
  /// The ranked of each group of the result, in the new order.
  public var groups: [[RankedEntry]]
  /// For each group: its first place, alone or shared, is held by the same proposals as before.
  public var keepsLeaders: [Bool]
}

/// One entry for each top criterion; none where there is only one.
///
/// - Throws: as `scoreProposal`.
public func leaveOneOut(_ data: RoundData, _ result: RoundResult) throws(ArithmeticError) -> [LeaveOneOut] {
  try leaveOneOut(data, result, try RoundModels(data, result))
}

func leaveOneOut(_ data: RoundData, _ result: RoundResult, _ models: RoundModels) throws(ArithmeticError)
  -> [LeaveOneOut]
{
  guard data.ruleset.criteria.count > 1 else { return [] }
  var all: [LeaveOneOut] = []
  for criterion in data.ruleset.criteria.indices {
    var results = result.proposals
    var totals: [Interval?] = []
    for (index, model) in models.models.enumerated() {
      guard let total = try model?.total(models.weights, without: criterion) else {
        totals.append(nil)
        continue
      }
      results[index].verified.contribution = (total.low, total.high)
      totals.append(total)
    }
    var groups: [[RankedEntry]] = []
    var keeps: [Bool] = []
    for group in result.groups {
      let entries = try rankedEntries(group.ranked.map { $0.proposal }, results, data.ruleset)
      groups.append(entries)
      keeps.append(leaders(entries) == leaders(group.ranked))
    }
    all.append(LeaveOneOut(criterion: criterion, totals: totals, groups: groups, keepsLeaders: keeps))
  }
  return all
}

private func leaders(_ entries: [RankedEntry]) -> [Int] {
  entries.filter { $0.rank == 1 }.map { $0.proposal }.sorted()
}
