import Foundation
import Testing

/// The engine beside a plain, slow evaluator that is written from docs/scoring.md and not from the engine, on generated
/// rulesets and proposals that go through the whole pipeline as files.
@Suite struct ReferenceEvaluatorTests {
  /// The suite looks at a few; `.ci/run` at all of them.
  static let rounds: UInt64 = 40
  static let proposalsInEach = 20
  private static let stretches: UInt64 = 4

  @Test(arguments: 0..<stretches) func `the engine agrees with the reference`(stretch: UInt64) {
    // A longer or another stretch of seeds, for looking further than the suite does.
    let environment = ProcessInfo.processInfo.environment
    let first = environment["BEREDNING_FIRST_SEED"].flatMap(UInt64.init) ?? 1
    let count = environment["BEREDNING_SEEDS"].flatMap(UInt64.init) ?? Self.rounds
    let seeds = (first..<(first + count)).filter { $0 % Self.stretches == stretch }
    var tally = RefTally()
    var reported = 0
    for seed in seeds {
      let model = RefGenerator.makeCase(seed: seed, proposals: Self.proposalsInEach)
      let comparison = RefComparison(model)
      tally = tally + comparison.tally
      guard !comparison.disagreements.isEmpty else { continue }
      reported += 1
      if reported > 5 { continue }
      let kind = RefComparison.kind(comparison.disagreements[0])
      let small = RefShrinking.shrink(model) { candidate in
        RefComparison(candidate).disagreements.map(RefComparison.kind).first { $0 == kind }
      }
      Issue.record(
        "seed \(seed): \(RefShrinking.report(small, RefComparison(small).disagreements))")
    }
    print("compared with the reference: \(tally.text)")
    #expect(reported == 0, "rounds with disagreements")
    #expect(tally.pairs == seeds.count * Self.proposalsInEach)
  }
}
