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

  @Test("A dash that became part of a text is a warning")
  func dashInText() throws {
    let reading = Reading("- a\n - b\n   - c\n- d -\n  e\n")
    #expect(
      reading.rendered() == """
        varning Y050: raden ser ut som en listpunkt men hör till texten ovanför · fil.yaml:2:2
            2 |  - b
              |  ^^^
              Är det en punkt i listan, dra in strecket lika långt som de andra strecken. Är det text, skriv den på \
        en rad eller efter `|`.
              texten börjar här · fil.yaml:1:3
            1 | - a
              |   ^

        varning Y050: raden ser ut som en listpunkt men hör till texten ovanför · fil.yaml:3:4
            3 |    - c
              |    ^^^
              Är det en punkt i listan, dra in strecket lika långt som de andra strecken. Är det text, skriv den på \
        en rad eller efter `|`.
              texten börjar här · fil.yaml:1:3
            1 | - a
              |   ^

        2 varningar
        """)
    #expect(
      reading.findings.sorted.first?.message.en
        == "the line looks like a list item but belongs to the text above")
    #expect(outline(try #require(reading.document?.root)) == #"[plain "a - b - c", plain "d - e"]"#)
  }

  @Test("A number sign that cuts a text is a warning, a comment with a space is not")
  func commentInText() throws {
    let reading = Reading(
      "titel: Handlingsplan #3 # utkast\na: b # c\nd: e ## f\ng: #h\ni: j#k\nl: \"m\" #n\n")
    #expect(
      reading.rendered() == """
        varning Y051: det som står efter `#` läses som en kommentar · fil.yaml:1:22
            1 | titel: Handlingsplan #3 # utkast
              |                      ^^^^^^^^^^^
              Hör det till texten, sätt citattecken runt hela värdet: `titel: "Handlingsplan #3 # utkast"`. Är det en \
        kommentar, sätt ett mellanslag efter `#`.

        1 varning
        """)
    #expect(reading.findings.sorted.first?.message.en == "what stands after `#` is read as a comment")
    #expect(reading.document?.root["titel"]?.text == "Handlingsplan")
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
