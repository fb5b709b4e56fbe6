import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Presentation
import SelfCheckPage
import TestSupport
import Testing

/// A form with what may go wrong in a page: texts that end elements, letters beyond ASCII, a missing translation.
private let formText = """
  schema: beredning/form/1
  form: prov
  version: "3"
  title: {sv: "Prov </script><b>å</b>", en: "Trial & more"}
  name: titel
  fields:
    - {field: titel, type: text, max_length: 100, required: true, core: true, label: {sv: Titel, en: Title}}
    - field: parter
      type: list
      key: id
      item_label: namn
      min_items: 1
      max_items: 9
      label: {sv: Parter, en: Parties}
      fields:
        - {field: id, type: id, required: true, label: {sv: Kort namn, en: Short name}}
        - {field: namn, type: text, max_length: 50, label: {sv: "<!-- namn -->", en: Name}}
    - field: antal
      type: integer
      min: 0
      max: 20
      unit: personer
      when: titel != "x"
      not_applicable: true
      absent: "null"
      label: {sv: "Antal"}
  """

private let rulesText = """
  schema: beredning/ruleset/1
  ruleset: provregler
  version: "1"
  status: example
  title: {sv: Provregler, en: Trial rules}
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

private let engine = CarriedEngine(
  module: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0], notices: Array("Upphov & villkor, http://example.org".utf8))

private func page() throws -> String {
  var sources = SourceMap()
  let rulesFile = SourceFile(path: "provregler.rules.yaml", bytes: Array(rulesText.utf8))
  let formFile = SourceFile(path: "prov.form.yaml", bytes: Array(formText.utf8))
  let form = try #require(readForm(sources.add(formFile), in: sources).value)
  let ruleset = try #require(readRuleset(sources.add(rulesFile), in: sources, form: form).value)
  let asOf = try #require(CalendarDate("2026-02-03"))
  return SelfCheckPage(ruleset: ruleset, asOf: asOf, engine: engine).html()
}

/// What stands between the first `start` and the next `end`.
private func between(_ start: String, _ end: String, in text: String) throws -> String {
  let from = try #require(text.firstRange(of: start)).upperBound
  let to = try #require(text[from...].firstRange(of: end)).lowerBound
  return String(text[from..<to])
}

/// RFC 4648, section 4, written for the test alone.
private func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var result = ""
  var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
  let padding = (3 - bytes.count % 3) % 3
  while bits.count % 6 != 0 { bits.append(0) }
  for start in stride(from: 0, to: bits.count, by: 6) {
    result.append(alphabet[bits[start..<start + 6].reduce(0) { $0 * 2 + Int($1) }])
  }
  return result + String(repeating: "=", count: padding)
}

@Suite("The self-check page")
struct SelfCheckPageTests {
  @Test("the same rules give the same bytes")
  func isDeterministic() throws { #expect(try page() == page()) }

  @Test("the policy lets the page's own style and scripts through, by their hashes, and nothing else")
  func policyMatches() throws {
    let html = try page()
    let policy = try between("http-equiv=\"Content-Security-Policy\" content=\"", "\"", in: html)
    let style = try between("<style>", "</style>", in: html)
    let script = try between("<script>", "</script>", in: html)
    let unpacking = try between("<script id=\"packning\">", "</script>", in: html)
    let hash = { (text: String) in "'sha256-" + base64(SHA256.digest(of: Array(text.utf8))) + "'" }
    #expect(
      policy
        == "default-src 'none'; style-src \(hash(style)); script-src \(hash(unpacking)) \(hash(script)) 'wasm-unsafe-eval'; "
        + "worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'")
  }

  @Test("no text of a form ends an element or begins a comment")
  func textsAreText() throws {
    let html = try page()
    // Four scripts of data and two that run, a style and a title.
    #expect(html.ranges(of: "</script>").count == 6)
    #expect(html.ranges(of: "</style>").count == 1)
    #expect(!html.contains("<!--"))
    #expect(!html.contains("<b>å</b>"))
    #expect(html.contains("<title>Självtest – Prov &lt;/script&gt;&lt;b&gt;å&lt;/b&gt;</title>"))
  }

  @Test("the form is described field by field, without its conditions")
  func describesForm() throws {
    // One part, whose content begins after the count, the name and two lengths.
    let packed = try bytes(ofLetters: between("id=\"form\">", "</script>", in: page()))
    let size = (0..<4).reduce(0) { $0 | Int(packed[9 + $1]) << (8 * $1) }
    var unpacking = Unpacking(Array(packed[4...]))
    let description = String(decoding: unpacking.unpacked(size: size)[16...], as: UTF8.self)
    #expect(
      description.contains(
        #"{"name":"titel","label":{"sv":"Titel","en":"Title"},"required":true,"core":true,"absent":"unknown","type":"text","maximum":100}"#
      ))
    #expect(
      description.contains(
        #"{"name":"antal","label":{"sv":"Antal"},"conditional":true,"notApplicable":true,"absent":"null","type":"integer","minimum":"0","maximum":"20","unit":"personer"}"#
      ))
    #expect(description.contains(#""key":"id","itemLabel":"namn","minimumItems":1,"maximumItems":9"#))
    #expect(description.contains(#""status":"example","date":"2026-02-03","hash":""#))
    #expect(!description.contains("titel !="))
  }

  @Test("the page names no other place than those of the standards it follows")
  func namesNoPlace() throws {
    let html = try page()
    #expect(!html.contains("http://"))
    #expect(!html.contains("https://"))
    #expect(!html.contains("innerHTML"))
  }
}
