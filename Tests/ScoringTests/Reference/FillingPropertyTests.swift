import ExactNumbers
import Foundation
import Testing

@testable import Scoring

/// What is unknown is filled in, in the files, with answers that the form and the formats accept; the round is read and
/// ranked again. Nothing may fall outside the intervals that were promised.
@Suite struct FillingPropertyTests {
  private static let seeds: Range<UInt64> = 20_001..<20_016
  private static let fillingsOfEach = 4

  @Test func `no filling-in leaves an interval`() throws {
    var ranks = 0
    for seed in Self.seeds { ranks += try fill(seed) }
    // A test that compares no ranks must not look well.
    #expect(ranks > 30)
  }

  /// - Returns: how many ranks could be held against their interval.
  private func fill(_ seed: UInt64) throws -> Int {
    var ranks = 0
    let model = RefGenerator.makeCase(seed: seed, proposals: 8)
    let before = RefPipeline(model)
    let promised = try #require(before.result, "\(before.findings)")
    for number in 0..<Self.fillingsOfEach {
      var filled = model
      for index in model.proposals.indices {
        let generator = RefGenerator(seed: seed &* 1_000 &+ UInt64(number * 100 + index))
        filled.proposals[index] = RefFilling.fill(model.proposals[index], in: model, generator)
      }
      let after = RefPipeline(filled)
      let result = try #require(after.result, "seed \(seed), filling \(number):\n\(after.findings)")
      for index in model.proposals.indices {
        let place = "seed \(seed), filling \(number), \(promised.proposals[index].id)"
        expectInside(result.proposals[index].verified, promised.proposals[index].verified, place)
      }
      ranks += expectRanksInside(result, promised, "seed \(seed), filling \(number)")
    }
    return ranks
  }

  private func expectInside(_ node: Explanation, _ promised: Explanation, _ place: String) {
    #expect(
      promised.contribution.low <= node.contribution.low
        && node.contribution.high <= promised.contribution.high,
      "\(place): \(node.contribution) is outside \(promised.contribution)")
    let criteria = node.children.filter { $0.kind == .criterion }
    for child in criteria {
      guard let other = promised.children.first(where: { $0.kind == .criterion && $0.path == child.path }),
        let value = child.value, let bounds = other.value, child.isApplicable == true
      else { continue }
      #expect(
        bounds.low <= value.low && value.high <= bounds.high,
        "\(place): \(child.path) is \(value), outside \(bounds)")
    }
  }

  /// Ranks can only be held against each other where the same proposals are ranked.
  private func expectRanksInside(_ result: RoundResult, _ promised: RoundResult, _ place: String) -> Int {
    var compared = 0
    for (after, before) in zip(result.groups, promised.groups) {
      guard Set(after.ranked.map { $0.proposal }) == Set(before.ranked.map { $0.proposal }) else { continue }
      for entry in after.ranked {
        let bounds = before.ranked.first { $0.proposal == entry.proposal }!
        #expect(
          bounds.best <= entry.rank && entry.rank <= bounds.worst,
          "\(place): rank \(entry.rank) is outside \(bounds.best)–\(bounds.worst)")
        compared += 1
      }
    }
    return compared
  }

  @Test(arguments: seeds) func `the order of the files changes nothing`(seed: UInt64) throws {
    let model = RefGenerator.makeCase(seed: seed, proposals: 8)
    let plain = RefPipeline(model)
    let result = try #require(plain.result)
    for number in 0..<3 {
      let shuffled = RefPipeline(model, shuffled: RefGenerator(seed: seed &+ UInt64(number)))
      #expect(shuffled.findings == plain.findings)
      #expect("\(try #require(shuffled.result))" == "\(result)")
    }
  }
}
