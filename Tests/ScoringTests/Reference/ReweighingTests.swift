import Criteria
import ExactNumbers
import Testing

@testable import Scoring

/// What has been scored once is only summed again by other weights. It must come to what scoring by them gives.
@Suite struct ReweighingTests {
  @Test func `a round weighed again is a round scored by those weights`() throws {
    var random = SplitMix64(seed: 42)
    var (compared, moved, open) = (0, 0, 0)
    for seed: UInt64 in 9_101...9_125 {
      let pipeline = RefPipeline(RefGenerator.makeCase(seed: seed, proposals: 6))
      guard let data = pipeline.loaded.data, let own = pipeline.result else { continue }
      let workings = RoundWorkings()
      for turn in 0..<3 {
        let weights = try own.weights.map { _ in try Rational(1 + Int(random.next(below: 40)), 3) }
        let again = try workings.scoreRound(data, pipeline.loaded.sources, weights: weights)
        let anew = try scoreRound(data, options: ScoringOptions(weights: weights))
        let isSame = outcome(again) == outcome(anew)
        #expect(isSame, "seed \(seed), turn \(turn), weights \(weights)")
        compared += anew.proposals.count
        moved += zip(anew.proposals, own.proposals).count { $0.list != $1.list }
        open += anew.proposals.count { $0.total.low != $0.total.high }
      }
      let back = try workings.scoreRound(data, pipeline.loaded.sources)
      let isSame = outcome(back) == outcome(own)
      #expect(isSame, "seed \(seed), the ruleset's weights after others")
    }
    // The generator reaches what it is for.
    #expect(compared > 200 && moved > 2 && open > 50)
  }

  /// Everything that weights can change, and what they cannot.
  private func outcome(_ round: RoundResult) -> String {
    let proposals = round.proposals.map { result in
      """
      \(result.id) \(result.list) \(result.reservations) \(result.open) \(result.group as Any)
      \(result.eligibility.map { $0.verdict }) \(result.flags.map { $0.verdict }) \(result.facts) \(result.columns)
      \(result.checks)
      """ + told(result.verified) + told(result.claimed)
    }
    return proposals.joined(separator: "\n") + "\(round.weights) \(round.groups) \(round.changes)"
  }
}
