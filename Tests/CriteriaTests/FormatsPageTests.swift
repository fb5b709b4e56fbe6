import Diagnostics
import Testing

@testable import Criteria

/// docs/formats.md holds a working example of every kind of file.
@Suite struct FormatsPageTests {
  /// The code blocks that begin with a file's path in a comment.
  private func examples() throws -> [SourceFile] {
    let page = try #require(RealRulesTests.load("docs/formats.md"))
    var files: [SourceFile] = []
    for block in String(decoding: page.bytes, as: UTF8.self).split(separator: "```yaml\n").dropFirst() {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      guard let first = lines.first, first.hasPrefix("# Rules/") || first.hasPrefix("# Proposals/") else {
        continue
      }
      let text = lines.prefix { $0 != "```" }.joined(separator: "\n") + "\n"
      files.append(file(String(first.dropFirst(2)), text))
    }
    return files
  }

  private func files(_ prefix: String, _ suffix: String = "") throws -> [SourceFile] {
    try examples().filter { $0.path.hasPrefix(prefix) && $0.path.hasSuffix(suffix) }
  }

  @Test func everyKindOfFileHasAnExample() throws {
    #expect(Set(try examples().map { Peek.kind(of: $0) }) == Set(FileKind.allCases.map { $0 }))
  }

  @Test func theRoundIsReadWithoutFindings() throws {
    let round = try #require(try files("Proposals/litet/round.yaml").first)
    let own = try files("Proposals/litet/").filter { !$0.path.hasPrefix("Proposals/litet/assessments/") }
    let loaded = loadRound(
      RoundFiles(
        round: round, rules: try #require(try files("Rules/", ".rules.yaml").first),
        form: try #require(try files("Rules/", ".form.yaml").first),
        proposals: own.filter { Peek.kind(of: $0) == .proposal },
        assessments: try files("Proposals/litet/assessments/"),
        declarations: own.first { Peek.kind(of: $0) == .declarations }))
    // The choices of the small form have no English labels of their own, and the ids say enough.
    #expect(shown(loaded.findings, loaded.sources) == "")
    let data = try #require(loaded.data)
    #expect(data.proposals.count == 1)
    #expect(data.assessments.map { $0.role } == ["förbundschef", "beredningsgrupp"])
  }

  @Test func theRuleTestsAreReadWithoutFindings() throws {
    var sources = SourceMap()
    let form = sources.add(try #require(try files("Rules/", ".form.yaml").first))
    let rules = sources.add(try #require(try files("Rules/", ".rules.yaml").first))
    let tests = sources.add(try #require(try files("Rules/", ".tests.yaml").first))
    let ruleset = try #require(readRuleset(rules, in: sources, form: readForm(form, in: sources).value).value)
    let reading = readRuleTests(tests, in: sources, ruleset: ruleset)
    #expect(shown(reading.findings, sources) == "")
    #expect(reading.value?.tests.count == 1)
  }
}
