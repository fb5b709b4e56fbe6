import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import TestSupport
import Testing
import WorkspacePage

private let formText = """
  schema: beredning/form/1
  form: prov
  version: "3"
  title: {sv: "Prov", en: "Trial"}
  name: titel
  fields:
    - {field: titel, type: text, max_length: 100, required: true, label: {sv: Titel, en: Title}}
    - {field: antal, type: integer, min: 0, max: 20, label: {sv: "Antal"}}
  """

private let rulesText = """
  schema: beredning/ruleset/1
  ruleset: provregler
  version: "1"
  status: example
  title: {sv: "Regler </script><b>å</b>", en: Trial rules}
  form: prov
  valid: {from: 2026-01-01, review: 2026-12-01}
  scale: 100
  criteria:
    - id: antal
      title: {sv: Antal, en: Number}
      weight: 100
      measure:
        of: antal
        points: {0: 0, 20: 100}
  """

private func page() throws -> String {
  var sources = SourceMap()
  let rulesFile = SourceFile(path: "mapp/provregler.rules.yaml", bytes: Array(rulesText.utf8))
  let formFile = SourceFile(path: "mapp/prov.form.yaml", bytes: Array(formText.utf8))
  let form = try #require(readForm(sources.add(formFile), in: sources).value)
  let ruleset = try #require(readRuleset(sources.add(rulesFile), in: sources, form: form).value)
  return WorkspacePage(
    ruleset: ruleset, rules: [rulesFile, formFile],
    engine: CarriedEngine(
      module: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0], notices: Array("Upphov & villkor, http://example.org".utf8))
  ).html()
}

/// What stands between the first `start` and the next `end`.
private func between(_ start: String, _ end: String, in text: String) throws -> String {
  let from = try #require(text.firstRange(of: start)).upperBound
  let to = try #require(text[from...].firstRange(of: end)).lowerBound
  return String(text[from..<to])
}

@Suite("The officials' page")
struct WorkspacePageTests {
  @Test("the same rules give the same bytes")
  func isDeterministic() throws { #expect(try page() == page()) }

  @Test("the policy lets nothing through but the page's own, by three hashes")
  func policyIsStrict() throws {
    let policy = try between("http-equiv=\"Content-Security-Policy\" content=\"", "\"", in: page())
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(policy.ranges(of: "'sha256-").count == 3)
    #expect(
      policy.hasSuffix(
        "'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"))
    #expect(!policy.contains("unsafe-inline"))
    #expect(!policy.contains("'unsafe-eval'"))
  }

  @Test("no text of the rules ends an element or begins a comment")
  func textsAreText() throws {
    let html = try page()
    // Five scripts of data and two that run, a style and a title.
    #expect(html.ranges(of: "</script>").count == 7)
    #expect(html.ranges(of: "</style>").count == 1)
    #expect(!html.contains("<!--"))
    #expect(html.contains("<title>Beredning – Regler &lt;/script&gt;&lt;b&gt;å&lt;/b&gt;</title>"))
  }

  @Test("the rules come by name, without the folder they were read from")
  func filesByName() throws {
    let data = try between("id=\"regler-data\">", "</script>", in: page())
    let hash = SHA256.hexDigest(of: Array(rulesText.utf8)).prefix(12)
    #expect(
      data.contains(
        #""rules":{"id":"provregler","version":"1","status":"example","hash":"\#(hash)","file":"provregler.rules.yaml","form":"prov.form.yaml"}"#
      ))
    #expect(try !page().contains("mapp/"))
  }

  @Test("the page names no other place and writes no markup of its own")
  func namesNoPlace() throws {
    let html = try page()
    #expect(!html.contains("http://"))
    #expect(!html.contains("https://"))
    #expect(!html.contains("innerHTML"))
  }
}
