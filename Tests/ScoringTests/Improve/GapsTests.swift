import Criteria
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

/// What is missing: rank intervals hold whatever is filled in, and each item decides what it is said to decide.
@Suite struct GapsTests {
  @Test func `rank intervals contain every filling-in tried`() throws {
    var random = SplitMix64(seed: 7)
    var tried = 0
    for seed in UInt64(100)...109 {
      let data = try #require(RefPipeline(RefGenerator.makeCase(seed: seed, proposals: 5)).loaded.data)
      let round = try scoreRound(data)
      let gaps = try gaps(data, round)
      for _ in 0..<4 {
        var results: [ProposalResult] = []
        for result in round.proposals {
          let scoring = ProposalScoring(data, at: result.index, options: ScoringOptions())
          var causes = result.open
          for rule in result.eligibility { causes = causes.union(rule.causes) }
          for rule in result.exclusions { causes = causes.union(rule.causes) }
          var filling: Filling = [:]
          for cause in causes {
            guard let domain = scoring.verified.domain(of: cause), !domain.isEmpty else { continue }
            filling[cause] = domain[Int(random.next(below: UInt64(domain.count)))]
          }
          results.append(try scoring.result(filling))
        }
        let filled = try rankRound(
          data, results.map { ScoredProposal($0) }, options: ScoringOptions(detail: .values))
        for group in filled.groups {
          let members = group.ranked.map(\.proposal).sorted()
          let before = round.groups.first { $0.group == group.group }?.ranked.map(\.proposal).sorted()
          for entry in group.ranked {
            guard round.proposals[entry.proposal].group == group.group,
              let rank = gaps.standings[entry.proposal].rank
            else { continue }
            #expect(
              rank.bestOfAll <= entry.rank && entry.rank <= rank.worstOfAll,
              "seed \(seed) proposal \(entry.proposal): \(entry.rank) is not in \(rank)")
            if members == before {
              #expect(
                rank.best <= entry.rank && entry.rank <= rank.worst,
                "seed \(seed) proposal \(entry.proposal): \(entry.rank) is not in \(rank)")
            }
            tried += 1
          }
        }
      }
    }
    #expect(tried > 40)
  }

  /// Totals are 50 + 50·n where each is yes or no. a: 100; b: 50–100, its answer missing; c: 0–50; d: 0.
  @Test func `what an answer decides`() throws {
    let data = try Rounds.make(
      fields: """
        fields:
          - {field: ett, type: boolean, label: Ett}
          - {field: två, type: boolean, label: Två}
          - {field: tal, type: decimal, min: 0, max: 1, label: Tal}
        """,
      rules: """
        criteria:
          - id: ett
            title: Ett
            weight: 50
            points:
              rules:
                - id: a
                  title: A
                  points: 10
                  if: ett
          - id: tva
            title: Två
            weight: 50
            points:
              rules:
                - id: b
                  title: B
                  points: 10
                  if: två
        """,
      proposals: [
        (id: "a", fields: "ett: ja\ntvå: ja"), (id: "b", fields: "ett: ja"),
        (id: "c", fields: "ett: nej"), (id: "d", fields: "ett: nej\ntvå: nej"),
      ])
    let round = try scoreRound(data)
    let found = try gaps(data, round)
    #expect(found.pairCount == 6)
    // a–b meet at 100 and are told apart by nothing; b–c meet at 50, c–d at 0: without ties none may pass another.
    #expect(found.pairs.isEmpty)
    #expect(found.items.map { data.proposals[$0.proposal].id } == ["b", "c"])
    #expect(found.items.map(\.spread) == [50, 50])
    #expect(found.items.allSatisfy { $0.resolver == .applicant && $0.decides == 0 })
    #expect(found.items.map(\.best) == [100, 50])
    #expect(found.items.map(\.worst) == [50, 0])
  }
}
