import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Presentation
import Scoring
import Testing

/// Rules that were written as bytes and read again say the same of every proposal, to the byte.
@Suite struct CompiledRulesTests {
  @Test(arguments: ["exempel", "lopande"]) func `the same checks and explanations`(_ name: String) throws {
    try expectTheSame(try Rounds.example(name))
  }

  @Test func `the same of a small round`() throws { try expectTheSame(try Rounds.mini()) }

  private func expectTheSame(_ report: RoundReport) throws {
    let data = report.data
    let bytes = CompiledRules.bytes(data.ruleset, sources: report.sources)
    var sources = report.sources
    let ruleset = try CompiledRules.read(bytes, into: &sources)
    #expect(sources.files.count == report.sources.files.count + 2)
    #expect(CompiledRules.bytes(ruleset, sources: sources) == bytes)
    let asOf = data.round.asOf
    let proposals = try data.proposals.map {
      try #require(readProposal($0.source, in: sources, form: ruleset.form, asOf: asOf).value)
    }
    // What would earn more takes long: the round that has least of everything stands for it.
    let improving = data.ruleset.id == "mini"
    for (read, written) in zip(proposals, data.proposals) {
      let check = try selfCheck(
        read, ruleset: ruleset, asOf: asOf, sources: sources, improving: improving)
      let other = try selfCheck(
        written, ruleset: data.ruleset, asOf: asOf, sources: report.sources, improving: improving)
      #expect(check.json().text() == other.json().text(), "\(read.id)")
      for language in [Language.swedish, .english] {
        #expect(check.viewJSON(language).text() == other.viewJSON(language).text(), "\(read.id)")
      }
    }
    let again = RoundData(
      round: data.round, ruleset: ruleset, proposals: proposals, assessments: data.assessments,
      declarations: data.declarations)
    let result = try scoreRound(again, options: ScoringOptions(detail: .full))
    let ranked = RoundReport(data: again, result: result, sources: sources)
    #expect(ranked.rankingJSON().text() == report.rankingJSON().text())
    for (index, proposal) in result.proposals.enumerated() {
      let explanation = try #require(ranked.explanationJSON(proposal)).text()
      let other = try #require(report.explanationJSON(report.result.proposals[index])).text()
      #expect(explanation == other, "\(proposal.id)")
      let text = ranked.explanationText(proposal, .swedish)
      #expect(text == report.explanationText(report.result.proposals[index], .swedish), "\(proposal.id)")
    }
  }

  @Test func `what is cut or changed is refused`() throws {
    let report = try Rounds.mini()
    let bytes = CompiledRules.bytes(report.data.ruleset, sources: report.sources)
    var refused = 0
    for length in 0..<bytes.count where self.refuses(Array(bytes[..<length])) { refused += 1 }
    #expect(refused == bytes.count)
    refused = 0
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(1 << (place % 8))
      if refuses(changed) { refused += 1 }
    }
    #expect(refused == bytes.count)
    #expect(refuses(bytes + [0]))
    #expect(throws: CompiledRules.ReadingError.unknownLayout) {
      var sources = SourceMap()
      _ = try CompiledRules.read(Array("form: ansokan\n".utf8), into: &sources)
    }
  }

  /// A checksum can be made to fit: then nothing but the reading itself stands between bytes and a trap.
  @Test func `changed bytes with a checksum that fits do not trap`() throws {
    let report = try Rounds.mini()
    let bytes = CompiledRules.bytes(report.data.ruleset, sources: report.sources)
    let body = Array(bytes[12...])
    var random = SplitMix64(seed: 7)
    var refused = 0
    let rounds = 4000
    for round in 0..<rounds {
      var changed = body
      if round % 4 == 0 { changed.removeLast(Int(random.next() % UInt64(changed.count))) }
      for _ in 0...(round % 3) where !changed.isEmpty {
        changed[Int(random.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if refuses(Array(bytes[..<4]) + checksum(changed) + changed) { refused += 1 }
    }
    // Some changes only give another text or number.
    #expect(refused > rounds / 4 && refused < rounds)
  }

  private func refuses(_ bytes: [UInt8]) -> Bool {
    var sources = SourceMap()
    do {
      _ = try CompiledRules.read(bytes, into: &sources)
      return false
    } catch {
      return sources.files.isEmpty
    }
  }

  /// FNV-1a, 64 bits, least significant byte first.
  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64(8 * $0)) }
  }
}
