internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// What is missing in the round as `beredning/missing/1` (docs/schemas/missing-1.schema.json).
  public func missingJSON(_ gaps: Gaps) -> JSON {
    [
      "schema": "beredning/missing/1", "round": .string(data.round.id),
      "standings": .array(gaps.standings.map(standing)),
      "comparisons": .integer(gaps.pairCount),
      "open_pairs": .array(
        gaps.pairs.map {
          [
            "first": .string(result.proposals[$0.first].id),
            "second": .string(result.proposals[$0.second].id),
          ]
        }),
      "missing": .array(gaps.items.map(item)),
    ]
  }

  private func standing(_ one: Gaps.Standing) -> JSON {
    [
      "proposal": .string(result.proposals[one.proposal].id), "list": .string(one.list.identifier),
      "total": NumberJSON.interval(one.total),
      "rank": one.rank.map { rank in
        [
          "rank": .integer(rank.rank), "best": .integer(rank.best), "worst": .integer(rank.worst),
          "best_of_all": .integer(rank.bestOfAll), "worst_of_all": .integer(rank.worstOfAll),
        ]
      } ?? .null,
    ]
  }

  private func item(_ one: Gaps.Item) -> JSON {
    let proposal = result.proposals[one.proposal]
    return [
      "proposal": .string(proposal.id), "what": causeJSON(one.cause, of: proposal),
      "resolved_by": .string(one.resolver == .applicant ? "applicant" : "association"),
      "decides": .integer(one.decides), "best_total": NumberJSON.optional(one.best),
      "worst_total": NumberJSON.optional(one.worst), "spread": NumberJSON.number(one.spread),
      "eligibility": .array(one.eligibility.map { .string(data.ruleset.eligibility[$0].id) }),
      "exclusions": .array(one.exclusions.map { .string(data.ruleset.exclusions[$0].id) }),
    ]
  }
}
