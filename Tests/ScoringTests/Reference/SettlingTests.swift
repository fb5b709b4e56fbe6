import Criteria
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

/// What is filled in is worked out by building only what hangs on it. It must come to what building everything gives.
@Suite struct SettlingTests {
  private static let rounds: ClosedRange<UInt64> = 9_001...9_020

  private func scorings(_ seed: UInt64) -> [(scoring: ProposalScoring, result: ProposalResult)] {
    let pipeline = RefPipeline(RefGenerator.makeCase(seed: seed, proposals: 6))
    guard let data = pipeline.loaded.data, let round = pipeline.result else { return [] }
    return round.proposals.indices.map {
      (ProposalScoring(data, at: $0, options: ScoringOptions()), round.proposals[$0])
    }
  }

  @Test func `facts and totals after one answer, and after two`() throws {
    var tried = 0
    for seed in Self.rounds { tried += try compareStepwise(seed) }
    #expect(tried > 30)
  }

  /// - Returns: how many answers were tried.
  private func compareStepwise(_ seed: UInt64) throws -> Int {
    var tried = 0
    for (scoring, result) in scorings(seed) {
      var earlier: Filling = [:]
      for cause in result.open.prefix(12) {
        for value in scoring.verified.domain(of: cause)?.prefix(4) ?? [] {
          let both = earlier.merging([cause: value]) { $1 }
          let stepwise = scoring.known.filled(earlier).filled([cause: value])
          let whole = Situation(scoring.verified, filling: both)
          #expect(
            stepwise.facts.map { "\($0)" } == whole.facts.map { "\($0)" },
            "seed \(seed) \(result.id) \(cause)")
          let evaluation = TotalEvaluation(base: scoring.verified, weights: scoring.weights, detail: .values)
          let (a, b) = (try evaluation.total(in: stepwise), try evaluation.total(in: whole))
          #expect(a.contribution == b.contribution, "seed \(seed) \(result.id) \(cause)")
          tried += 1
        }
        if let value = scoring.verified.domain(of: cause)?.last { earlier[cause] = value }
      }
    }
    return tried
  }

  @Test func `settling one unknown alone gives the total that filling it in gives`() throws {
    var tried = 0
    for seed in Self.rounds {
      for (scoring, result) in scorings(seed) {
        for settled in try settledTotals(scoring, result) {
          let domain = try #require(scoring.verified.domain(of: settled.cause))
          let totals = try domain.map { try scoring.total([settled.cause: $0]).contribution.low }
          #expect(totals.max() == settled.total, "seed \(seed) \(result.id) \(settled.cause)")
          tried += 1
        }
      }
    }
    #expect(tried > 30)
  }
}
