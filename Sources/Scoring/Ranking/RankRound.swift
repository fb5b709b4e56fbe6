public import Criteria
public import ExactNumbers
internal import FEEL

/// Scores and ranks a whole round.
///
/// - Throws: as `scoreProposal`.
public func scoreRound(_ data: RoundData, options: ScoringOptions = ScoringOptions()) throws(ArithmeticError)
  -> RoundResult
{
  var results: [ProposalResult] = []
  for index in data.proposals.indices {
    results.append(try scoreProposal(data, at: index, options: options))
  }
  return try rankRound(data, results, options: options)
}

/// What settling the unknowns of one proposal gives.
public typealias Settled = Result<[SettledTotal], ArithmeticError>

/// Ranks proposals that have been scored, one result for each of the round's proposals, in their order.
///
/// - Parameter settle: runs a body for 0 ..< count and gives the results in order; by default one after the other.
public func rankRound(
  _ data: RoundData, _ results: [ProposalResult], options: ScoringOptions,
  settle: (_ count: Int, _ body: @escaping @Sendable (Int) -> Settled) -> [Settled] = { count, body in
    (0..<count).map(body)
  }
) throws(ArithmeticError) -> RoundResult {
  let ruleset = data.ruleset
  var groups: [GroupResult] = []
  var keys: [Int?] = ruleset.groups.indices.map { $0 }
  keys.append(nil)
  for key in keys {
    let members = results.indices.filter { results[$0].group == key }
    if members.isEmpty && key == nil && !ruleset.groups.isEmpty { continue }
    let listed = { (list: List) -> [Int] in
      Order(members.filter { results[$0].list == list }, results, ruleset).positions
    }
    groups.append(
      GroupResult(
        group: key,
        ranked: try rankedEntries(members.filter { results[$0].list == .ranked }, results, ruleset),
        belowThreshold: listed(.belowThreshold), supplement: listed(.supplement), assess: listed(.assess),
        notExamined: listed(.notExamined)))
  }
  let weights = options.weights ?? ruleset.criteria.map { $0.weight }
  var round = RoundResult(
    weights: weights, isTrial: options.weights != nil, proposals: results, groups: groups, changes: [])
  let risers = possibleRisers(round)
  let outcomes = settle(risers.count) { index in
    do throws(ArithmeticError) {
      return .success(try settledTotals(data, results[risers[index]], options: options))
    } catch {
      return .failure(error)
    }
  }
  var settled: [(proposal: Int, totals: [SettledTotal])] = []
  for (proposal, outcome) in zip(risers, outcomes) { settled.append((proposal, try outcome.get())) }
  round.changes = try orderChanges(data, round, settled: settled)
  round.notes = try craftNotes(data, round)
  return round
}
