import Diagnostics
import FEEL
import Testing

@testable import Criteria

#if canImport(Glibc)
  import Glibc
#endif

/// The rules and rounds that come with Beredning are read without a finding.
@Suite struct RealRulesTests {
  static let root = String(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))

  static func load(_ path: String) -> SourceFile? {
    guard let file = fopen("/" + root + "/" + path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[0..<count]
    }
    return SourceFile(path: path, bytes: bytes)
  }

  @Test(arguments: ["samordningsforbund-2.0", "nvsam-2009"])
  func rulesHaveNoErrors(_ name: String) throws {
    var sources = SourceMap()
    let formSource = sources.add(try #require(Self.load("Rules/ansokan.form.yaml")))
    let rulesSource = sources.add(try #require(Self.load("Rules/\(name).rules.yaml")))
    let form = readForm(formSource, in: sources)
    var findings = form.findings
    let ruleset = readRuleset(rulesSource, in: sources, form: form.value)
    findings.add(contentsOf: ruleset.findings)
    let testsSource = sources.add(try #require(Self.load("Rules/\(name).tests.yaml")))
    if let ruleset = ruleset.value {
      let tests = readRuleTests(testsSource, in: sources, ruleset: ruleset)
      findings.add(contentsOf: tests.findings)
      #expect((tests.value?.tests.count ?? 0) > 20)
    }
    let renderer = FindingRenderer(sources: sources, language: .swedish)
    let shown = renderer.renderAll(findings)
    #expect(shown == "")
  }
}

/// The files of a folder below the repository's root that end in `.yaml`, by name.
func yamlFiles(in folder: String) -> [String] {
  guard let directory = opendir("/" + RealRulesTests.root + "/" + folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".yaml") { names.append(name) }
  }
  return names.sorted()
}

func realRound(_ name: String) throws -> RoundFiles {
  let folder = "Proposals/" + name
  let round = try #require(RealRulesTests.load(folder + "/round.yaml"))
  let rulesPath = try #require(Peek.rulesPath(ofRound: round))
  let rulesName = String(rulesPath.split(separator: "/").last!)
  let rules = try #require(RealRulesTests.load("Rules/" + rulesName))
  let form = try #require(RealRulesTests.load("Rules/" + Peek.formID(of: rules)! + ".form.yaml"))
  let names = yamlFiles(in: folder).filter { $0 != "round.yaml" && $0 != "declarations.yaml" }
  return RoundFiles(
    round: round, rules: rules, form: form,
    proposals: names.compactMap { RealRulesTests.load(folder + "/" + $0) },
    assessments: yamlFiles(in: folder + "/assessments").compactMap {
      RealRulesTests.load(folder + "/assessments/" + $0)
    },
    declarations: RealRulesTests.load(folder + "/declarations.yaml"))
}

extension RealRulesTests {
  @Test(arguments: [("exempel", 12), ("lopande", 2)])
  func roundHasNoFindings(_ name: String, proposals: Int) throws {
    let loaded = loadRound(try realRound(name))
    let text = shown(loaded.findings, loaded.sources)
    #expect(text == "")
    #expect(loaded.data?.proposals.count == proposals)
  }
}
