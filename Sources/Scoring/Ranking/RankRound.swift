public import Criteria
public import ExactNumbers
internal import FEEL

/// Scores and ranks a whole round.
///
/// - Throws: as `scoreProposal`.
public func scoreRound(_ data: RoundData, options: ScoringOptions = ScoringOptions()) throws(ArithmeticError)
  -> RoundResult
{
  var options = options
  options.plan = ReadingPlan.current(options.plan, data.ruleset)
  var scored: [ScoredProposal] = []
  for index in data.proposals.indices {
    scored.append(try scoreForRanking(data, at: index, options: options))
  }
  return try rankRound(data, scored, options: options)
}

/// A proposal's result, and what ranking asks of it. Hangs on the proposal and its sheets, not on other proposals.
public struct ScoredProposal: Sendable {
  public var result: ProposalResult
  /// What settling each of its unknowns gives; nil where nobody has looked.
  var settled: Result<[SettledTotal], ArithmeticError>?

  public init(_ result: ProposalResult) { self.result = result }
}

/// Scores one proposal of a round, to be ranked among the others.
///
/// - Throws: as `scoreProposal`.
public func scoreForRanking(_ data: RoundData, at index: Int, options: ScoringOptions)
  throws(ArithmeticError) -> ScoredProposal
{
  try ProposalScoring(data, at: index, options: options).scoredForRanking(
    seeking: options.seeking)
}

extension ProposalScoring {
  func scoredForRanking(seeking: SoughtChanges) throws(ArithmeticError) -> ScoredProposal {
    var scored = ScoredProposal(try result())
    if seeking.concerns(scored.result.id) { scored.settle(self) }
    return scored
  }
}

extension ScoredProposal {
  /// Looks at what settling its unknowns gives, where it may be asked for.
  mutating func settle(_ scoring: ProposalScoring) {
    guard result.list == .ranked, result.total.low < result.total.high else { return }
    do throws(ArithmeticError) {
      settled = .success(try settledTotals(scoring, result))
    } catch {
      settled = .failure(error)
    }
  }
}

/// Ranks proposals that have been scored, one for each of the round's proposals, in their order.
public func rankRound(_ data: RoundData, _ scored: [ScoredProposal], options: ScoringOptions)
  throws(ArithmeticError) -> RoundResult
{
  let results = scored.map { $0.result }
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
  if options.seeking == .none { return round }
  var settled: [(proposal: Int, totals: [SettledTotal])] = []
  for proposal in possibleRisers(round) where options.seeking.concerns(results[proposal].id) {
    let totals =
      if let known = scored[proposal].settled {
        try known.get()
      } else {
        try settledTotals(ProposalScoring(data, at: proposal, options: options), results[proposal])
      }
    settled.append((proposal, totals))
  }
  round.changes = try orderChanges(data, round, settled: settled)
  if options.seeking == .all { round.notes = try craftNotes(data, round) }
  return round
}
