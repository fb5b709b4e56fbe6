import Diagnostics
import TestSupport
import Testing
import YAMLSource

/// A file with one mistake: where it is reported (from 1️⃣ to 2️⃣), and in which words.
struct BadInput: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var code: String
  var message: Text
  var hints: [Text]
  var related: String?

  init(
    _ name: String, _ source: String, _ code: String, _ swedish: String, _ english: String, hints: [Text],
    related: String? = nil
  ) {
    self.name = name
    self.source = source
    self.code = code
    message = Text(swedish, english)
    self.hints = hints
    self.related = related
  }

  var testDescription: String { name }
}

@Suite("Files with a mistake")
struct BadInputTests {
  @Test("is reported at its place, with what to do", arguments: BadInputTests.all)
  func mistake(_ bad: BadInput) throws {
    let marked = Marked(bad.source)
    let reading = Reading(marked.text)
    #expect(reading.codes == [bad.code])
    let finding = try #require(reading.findings.sorted.first)
    #expect(finding.severity == .error)
    #expect(finding.span?.start == marked.position(1))
    #expect(finding.span?.end == marked.position(2))
    #expect(finding.message == bad.message)
    #expect(finding.hints == bad.hints)
    #expect(finding.related.first.map { "\($0.span.places) \($0.message.sv)" } == bad.related)
    #expect(finding.related.allSatisfy { $0.message.en != nil })
  }

  @Test("Mistakes that do not end the reading are all reported, and the tree is given")
  func several() throws {
    let reading = Reading("a: 1\na: 2\nb: !x y\n<<: c\n[d]: e\nf: {g: 1, g: 2}\nh: !ej-tillämpligt [i]\n")
    #expect(reading.codes == ["Y007", "Y008", "Y009", "Y010", "Y007", "Y019"])
    let root = try #require(reading.document?.root)
    #expect(
      outline(root) == """
        {"a": plain "1", "b": plain "y", "f": {"g": plain "1"}, "h": !ej-tillämpligt [plain "i"]}
        """)
  }

  @Test("A syntax error ends the reading, after what was found before it")
  func syntaxError() {
    let reading = Reading("a: 1\na: 2\nb: ]\nb: 1\nb: 2\n")
    #expect(reading.codes == ["Y007", "Y032"])
    #expect(reading.document == nil)
  }

  @Test("As a person sees it")
  func rendered() {
    let reading = Reading("regler:\n  - id: ett\n    if: \"ja\" = svar\n")
    #expect(
      reading.rendered() == """
        fel Y021: efter citattecknet står `= svar` · fil.yaml:3:14
            3 |     if: "ja" = svar
              |              ^^^^^^
              Värdet börjar med ett citattecken och tar därför slut vid nästa.
              Sätt citattecken runt hela värdet: `if: '"ja" = svar'`.

        1 fel
        """)
    #expect(
      reading.rendered(.english) == """
        error Y021: `= svar` stands after the closing quote · fil.yaml:3:14
            3 |     if: "ja" = svar
              |              ^^^^^^
              The value begins with a quote and therefore ends at the next one.
              Put quotes around the whole value: `if: '"ja" = svar'`.

        1 error
        """)
  }
}
