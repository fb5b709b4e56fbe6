import Criteria
import Scoring
import Testing

/// Generated rulesets of every kind of criterion, written as bytes and read again, score every proposal the same.
@Suite struct GeneratedCompiledRulesTests {
  @Test func `generated rules keep their meaning`() throws {
    var compared = 0
    for seed in UInt64(30_001)..<30_041 {
      let pipeline = RefPipeline(RefGenerator.makeCase(seed: seed, proposals: 6))
      let data = try #require(pipeline.loaded.data, "\(seed)")
      var sources = pipeline.loaded.sources
      let bytes = CompiledRules.bytes(data.ruleset, sources: sources)
      let ruleset = try CompiledRules.read(bytes, into: &sources)
      #expect(CompiledRules.bytes(ruleset, sources: sources) == bytes, "\(seed)")
      let again = RoundData(
        round: data.round, ruleset: ruleset, proposals: data.proposals, assessments: data.assessments,
        declarations: data.declarations)
      let options = ScoringOptions(detail: .values)
      let result = try scoreRound(again, options: options)
      let expected = try scoreRound(data, options: options)
      #expect("\(result.groups)" == "\(expected.groups)", "\(seed)")
      for (one, other) in zip(result.proposals, expected.proposals) {
        #expect(one.total == other.total && one.list == other.list, "\(seed), \(one.id)")
        #expect("\(values(one.verified))" == "\(values(other.verified))", "\(seed), \(one.id)")
        compared += 1
      }
    }
    #expect(compared == 240)
  }

  private func values(_ node: Explanation) -> [String] {
    [
      "\(node.path) \(node.contribution) \(String(describing: node.value)) \(String(describing: node.isApplicable))"
    ]
      + node.children.flatMap(values)
  }
}
