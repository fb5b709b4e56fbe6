public import Criteria
public import Diagnostics
public import ExactNumbers
internal import FEEL

/// What has been worked out of a round's proposals, kept from one question to the next: a proposal is scored again
/// only where something has changed that its result hangs on. Gives the same as `scoreRound`. For one thread.
public final class RoundWorkings {
  private var plan: ReadingPlan?
  private var proposals: [Worked] = []
  private var count = 0

  /// Nothing has been worked out.
  public init() {}

  /// What a proposal's result hangs on, besides the ruleset.
  private struct Basis: Equatable {
    var asOf: CalendarDate
    var roles: [String]
    /// The proposal and its sheets.
    var files: [SourceFile]
    var recused: [String]
  }

  private struct Worked {
    let stamp: Int
    var basis: Basis
    /// Of the proposal as if it were alone in its round.
    var scoring: ProposalScoring
    var parts: CriterionParts?
    /// By the ruleset's weights.
    var scored: ScoredProposal?
    var assessors: AssessorView?
  }

  /// Scores and ranks the round at the detail `summary`.
  ///
  /// - Parameters:
  ///   - sources: the files that the round was read from.
  ///   - weights: as in `ScoringOptions`.
  ///   - seeking: as in `ScoringOptions`.
  /// - Throws: as `scoreProposal`.
  public func scoreRound(
    _ data: RoundData, _ sources: SourceMap, weights: [Rational]? = nil, seeking: SoughtChanges = .all
  ) throws(ArithmeticError) -> RoundResult {
    var options = ScoringOptions(weights: weights, detail: .summary, plan: readingPlan(data.ruleset))
    options.seeking = seeking
    bring(data, sources, options)
    var scored: [ScoredProposal] = []
    for index in data.proposals.indices {
      var own = try scoredProposal(index, options)
      own.result.index = index
      scored.append(own)
    }
    return try rankRound(data, scored, options: options)
  }

  /// A number that a proposal, by its index in the round that was scored last, has as long as nothing has changed that
  /// its result hangs on.
  public func stamp(at index: Int) -> Int { proposals[index].stamp }

  /// The assessors of a proposal side by side, by its index in the round that was scored last.
  public func assessorView(at index: Int) -> AssessorView {
    var view = proposals[index].assessors ?? proposals[index].scoring.assessorView()
    view.proposal = index
    proposals[index].assessors = view
    return view
  }

  /// What the ruleset's expressions read.
  public func readingPlan(_ ruleset: Ruleset) -> ReadingPlan {
    let current = ReadingPlan.current(plan, ruleset)
    if current !== plan { proposals = [] }
    plan = current
    return current
  }

  private func scoredProposal(_ index: Int, _ options: ScoringOptions) throws(ArithmeticError)
    -> ScoredProposal
  {
    var scored = try ownScored(index)
    if let weights = options.weights {
      let scoring = proposals[index].scoring.weighted(weights)
      scored = ScoredProposal(try scoring.reweighed(scored.result, proposals[index].parts!))
      if options.seeking.concerns(scored.result.id) { scored.settle(scoring) }
    } else if options.seeking.concerns(scored.result.id) && scored.settled == nil {
      scored.settle(proposals[index].scoring)
      proposals[index].scored = scored
      proposals[index].scoring.forgetTries()
    }
    return scored
  }

  /// Scored by the ruleset's weights.
  private func ownScored(_ index: Int) throws(ArithmeticError) -> ScoredProposal {
    if let known = proposals[index].scored { return known }
    let scoring = proposals[index].scoring
    let parts = try scoring.parts()
    let scored = ScoredProposal(try scoring.result(parts))
    proposals[index].parts = parts
    proposals[index].scored = scored
    return scored
  }

  /// Makes `proposals` those of the round, in its order.
  private func bring(_ data: RoundData, _ sources: SourceMap, _ options: ScoringOptions) {
    var places: [String: Int] = [:]
    for (place, worked) in proposals.enumerated() { places[worked.scoring.data.proposals[0].id] = place }
    var sheets: [String: [Int]] = [:]
    for index in data.assessments.indices {
      sheets[data.assessments[index].proposal, default: []].append(index)
    }
    let roles = data.round.roles.map { $0.id }
    let weighted = ScoringOptions(detail: options.detail, plan: options.plan)
    var brought: [Worked] = []
    brought.reserveCapacity(data.proposals.count)
    for index in data.proposals.indices {
      let id = data.proposals[index].id
      let own = sheets[id] ?? []
      let basis = Basis(
        asOf: data.round.asOf, roles: roles,
        files: [sources[data.proposals[index].source]] + own.map { sources[data.assessments[$0].source] },
        recused: data.declarations.filter { $0.outcome == .conflict && $0.proposal == id }.map { $0.role })
      if let place = places[id], proposals[place].basis == basis {
        brought.append(proposals[place])
      } else {
        count += 1
        let alone = RoundData(
          round: data.round, ruleset: data.ruleset, proposals: [data.proposals[index]],
          assessments: own.map { data.assessments[$0] },
          declarations: data.declarations.filter { $0.proposal == id })
        brought.append(
          Worked(stamp: count, basis: basis, scoring: ProposalScoring(alone, at: 0, options: weighted)))
      }
    }
    proposals = brought
  }
}
