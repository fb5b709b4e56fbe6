import Criteria
import ExactNumbers
import Testing

@testable import Scoring

/// What is sought for two proposals alone is what seeking everything finds of them.
@Suite struct SoughtChangesTests {
  @Test func `a pair alone has the changes that it has among all`() throws {
    var random = SplitMix64(seed: 7)
    var found = 0
    for number in 0..<40 {
      let data = try GeneratedRound(&random, .init(proposals: 3...6, missing: 3)).data
      let all = try scoreRound(data)
      for second in 1..<data.proposals.count {
        var options = ScoringOptions()
        options.seeking = .concerning([data.proposals[0].id, data.proposals[second].id])
        let sought = changes(of: [0, second], try scoreRound(data, options: options))
        #expect(sought == changes(of: [0, second], all), "round \(number), 0 and \(second)")
        found += sought.count
      }
    }
    // The generator reaches what it is for.
    #expect(found > 50)
  }

  private func changes(of pair: [Int], _ round: RoundResult) -> [String] {
    round.changes.filter { change in
      switch change {
      case .settled(let proposal, _, _, _): pair.contains(proposal)
      case .weight(_, _, _, let first, let second): pair.contains(first) && pair.contains(second)
      }
    }.map { "\($0)" }
  }
}
