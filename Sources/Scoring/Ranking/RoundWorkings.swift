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
    /// By the ruleset's weights.
    var scored: ScoredProposal?
    var assessors: AssessorView?
  }

  /// Scores and ranks the round at the detail `summary`.
  ///
  /// - Parameters:
  ///   - sources: the files that the round was read from.
  ///   - weights: as in `ScoringOptions`.
  ///   - seekingChanges: as in `ScoringOptions`.
  /// - Throws: as `scoreProposal`.
  public func scoreRound(
    _ data: RoundData, _ sources: SourceMap, weights: [Rational]? = nil, seekingChanges: Bool = true
  ) throws(ArithmeticError) -> RoundResult {
    var options = ScoringOptions(weights: weights, detail: .summary, plan: readingPlan(data.ruleset))
    options.seeksChanges = seekingChanges
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
    let scoring = proposals[index].scoring
    if let weights = options.weights {
      return try scoring.weighted(weights).scoredForRanking(seekingChanges: options.seeksChanges)
    }
    if var known = proposals[index].scored {
      if options.seeksChanges && known.settled == nil {
        known.settle(scoring)
        proposals[index].scored = known
        proposals[index].scoring.forgetTries()
      }
      return known
    }
    let scored = try scoring.scoredForRanking(seekingChanges: options.seeksChanges)
    proposals[index].scored = scored
    if options.seeksChanges { proposals[index].scoring.forgetTries() }
    return scored
  }

  /// Makes `proposals` those of the round, in its order.
  private func bring(_ data: RoundData, _ sources: SourceMap, _ options: ScoringOptions) {
    var places: [String: Int] = [:]
    for (place, worked) in proposals.enumerated() { places[worked.scoring.data.proposals[0].id] = place }
    let roles = data.round.roles.map { $0.id }
    let weighted = ScoringOptions(detail: options.detail, plan: options.plan)
    var brought: [Worked] = []
    for proposal in data.proposals {
      let own = RoundData(
        round: data.round, ruleset: data.ruleset, proposals: [proposal],
        assessments: data.assessments.filter { $0.proposal == proposal.id },
        declarations: data.declarations.filter { $0.proposal == proposal.id })
      let basis = Basis(
        asOf: data.round.asOf, roles: roles,
        files: [sources[proposal.source]] + own.assessments.map { sources[$0.source] },
        recused: own.declarations.filter { $0.outcome == .conflict }.map { $0.role })
      if let place = places[proposal.id], proposals[place].basis == basis {
        brought.append(proposals[place])
      } else {
        let scoring = ProposalScoring(own, at: 0, options: weighted)
        count += 1
        brought.append(Worked(stamp: count, basis: basis, scoring: scoring))
      }
    }
    proposals = brought
  }
}
