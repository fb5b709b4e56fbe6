import Criteria
import ExactNumbers
import Scoring
import Testing

/// Why one stands above another: the parts are the whole, on rounds that go through the pipeline as files.
@Suite struct ContrastTests {
  @Test func `parts sum to the difference, and that is the reference's`() throws {
    var known = 0
    for seed in 30_001...30_010 as ClosedRange<UInt64> { known += try compare(seed) }
    #expect(known > 30, "pairs whose difference the reference knows")
  }

  private func compare(_ seed: UInt64) throws -> Int {
    var compared = 0
    let model = RefGenerator.makeCase(seed: seed, proposals: 6)
    let pipeline = RefPipeline(model)
    let (data, result) = (try #require(pipeline.loaded.data), try #require(pipeline.result))
    for a in data.proposals.indices {
      for b in data.proposals.indices where a < b {
        let contrast = try contrast(data, result, a, b)
        #expect(!(contrast.difference < .zero))
        try expectSum(contrast.parts, contrast.difference, "seed \(seed), \(a) and \(b)")
        let expected = [contrast.first, contrast.second].map { index in
          RefKnowledge(model, model.proposals[index], .verified).score().total
        }
        guard let first = known(expected[0]), let second = known(expected[1]) else { continue }
        #expect(RefFraction(contrast.difference) == first - second, "seed \(seed), \(a) and \(b)")
        compared += 1
      }
    }
    return compared
  }

  private func known(_ figure: RefFigure) -> RefFraction? {
    figure.outer.low == figure.outer.high ? figure.outer.low : nil
  }

  private func expectSum(_ parts: [Contrast.Part], _ difference: Rational, _ place: String) throws {
    var sum = Rational.zero
    for part in parts {
      sum = try sum.adding(part.difference)
      #expect(try part.first.subtracting(part.second) == part.difference, "\(place): \(part.path)")
      if !part.parts.isEmpty { try expectSum(part.parts, part.difference, "\(place): \(part.path)") }
    }
    #expect(sum == difference, "\(place)")
  }
}
