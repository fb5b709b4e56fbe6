import Diagnostics
import ExactNumbers
import FEEL
import Testing

@testable import Criteria

/// Whatever somebody does to a file, reading it ends, and what is wrong is said with a place inside the file.
@Suite struct MutationTests {
  /// The lines of a file with one of them left out, doubled, moved, cut, or with a sign put in.
  private func mutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    func pick(_ count: Int) -> Int { Int(random.next(below: UInt64(max(1, count)))) }
    let line = pick(lines.count)
    switch pick(6) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: pick(lines.count))
    case 2: lines.swapAt(line, pick(lines.count))
    case 3: lines[line] = Array(lines[line].prefix(pick(lines[line].count + 1)))
    case 4: lines[line].insert(Array("{}[]\"':,#!&*-|> 0x".utf8)[pick(18)], at: pick(lines[line].count + 1))
    default: lines[line].insert(contentsOf: Array("  ".utf8), at: 0)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func expectSound(_ findings: Findings, _ sources: SourceMap) {
    for finding in findings.sorted {
      #expect(!finding.message.sv.isEmpty)
      #expect(finding.message.en != nil)
      for span in [finding.span].compactMap({ $0 }) + finding.related.map({ $0.span }) {
        #expect(span.start <= span.end)
        #expect(span.end.offset <= sources[span.source].bytes.count)
      }
    }
  }

  @Test(arguments: ["form", "rules", "tests", "round", "proposal", "assessment", "declarations"])
  func readingAMutatedFileEnds(_ which: String) throws {
    var random = SplitMix64(seed: 2026)
    let original = try realRound("exempel")
    let tests = try #require(RealRulesTests.load("Rules/samordningsforbund-2.0.tests.yaml"))
    let loaded = loadRound(original)
    let data = try #require(loaded.data)
    for _ in 0..<10 {
      var files = original
      switch which {
      case "form": files.form.bytes = mutated(files.form.bytes, &random)
      case "rules": files.rules.bytes = mutated(files.rules.bytes, &random)
      case "round": files.round.bytes = mutated(files.round.bytes, &random)
      case "proposal":
        let index = Int(random.next() % UInt64(files.proposals.count))
        files.proposals = [files.proposals[index]]
        files.proposals[0].bytes = mutated(files.proposals[0].bytes, &random)
      case "assessment":
        let index = Int(random.next() % UInt64(files.assessments.count))
        files.assessments = [files.assessments[index]]
        files.assessments[0].bytes = mutated(files.assessments[0].bytes, &random)
      case "declarations":
        let bytes = files.declarations?.bytes ?? []
        files.declarations?.bytes = mutated(bytes, &random)
      default:
        var sources = SourceMap()
        let source = sources.add(SourceFile(path: tests.path, bytes: mutated(tests.bytes, &random)))
        expectSound(readRuleTests(source, in: sources, ruleset: data.ruleset).findings, sources)
        continue
      }
      // Other files are read from scratch each time; a few proposals are enough for what refers to them.
      if which != "assessment" { files.assessments = [] }
      if which != "proposal", which != "assessment", which != "declarations" {
        files.proposals = Array(files.proposals.prefix(1))
      }
      let result = loadRound(files)
      expectSound(result.findings, result.sources)
      #expect((result.data == nil) == result.findings.hasErrors)
    }
  }
}
