import Diagnostics
import TestSupport
import Testing

@Suite("Findings as text")
struct FindingRendererTests {
  /// Renders a finding that spans from 1️⃣ to 2️⃣.
  func rendered(
    _ marked: Marked, color: Bool = false, language: Language = .swedish, hints: [Text] = []
  ) -> String {
    var sources = SourceMap()
    let source = sources.add(SourceFile(path: "Rules/a.yaml", bytes: Array(marked.text.utf8)))
    let span = Span(source: source, start: marked.position(1), end: marked.position(2))
    let finding = Finding(
      Code("C", 104), at: span, Text("okänt fält `atagande`", "unknown field `atagande`"), hints: hints)
    return FindingRenderer(sources: sources, language: language, color: color).render(finding)
  }

  @Test("The header, the line with its number, carets under the place, the hints")
  func shape() {
    let marked = Marked(
      "facts:\n  a: 1\n    if: some o in organisationer satisfies o.1️⃣atagande2️⃣ = \"avtal\"\n")
    let hints = [
      Text("Menade du `åtagande`?", "Did you mean `åtagande`?"),
      Text("Fälten är:\nnamn", "The fields are:\nname"),
    ]
    #expect(
      rendered(marked, hints: hints) == """
        fel C104: okänt fält `atagande` · Rules/a.yaml:3:46
            3 |     if: some o in organisationer satisfies o.atagande = "avtal"
              |                                              ^^^^^^^^
              Menade du `åtagande`?
              Fälten är:
              namn
        """)
    #expect(
      rendered(marked, language: .english, hints: hints) == """
        error C104: unknown field `atagande` · Rules/a.yaml:3:46
            3 |     if: some o in organisationer satisfies o.atagande = "avtal"
              |                                              ^^^^^^^^
              Did you mean `åtagande`?
              The fields are:
              name
        """)
  }

  /// The excerpt and caret line only.
  func excerpt(_ marked: Marked) -> [String] {
    rendered(marked).split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }

  @Test("Letters with marks take one cell whether composed or not, wide characters two, tabs up to four")
  func width() {
    #expect(excerpt("åäö: 1️⃣x2️⃣\n") == ["    1 | åäö: x", "      |      ^"])
    #expect(
      excerpt("a\u{30A}o\u{308}: 1️⃣x2️⃣\n") == ["    1 | a\u{30A}o\u{308}: x", "      |     ^"])
    #expect(excerpt("日本: 1️⃣x2️⃣\n") == ["    1 | 日本: x", "      |       ^"])
    #expect(excerpt("1️⃣日本2️⃣: x\n") == ["    1 | 日本: x", "      | ^^^^"])
    #expect(excerpt("🧑‍🚀: 1️⃣x2️⃣\n") == ["    1 | 🧑‍🚀: x", "      |     ^"])
    #expect(excerpt("\ta\t1️⃣x2️⃣\n") == ["    1 |     a   x", "      |         ^"])
  }

  @Test("An empty stretch gets one caret, also at the end of the line, of the file and on an empty line")
  func empty() {
    #expect(excerpt("a1️⃣2️⃣: b\n") == ["    1 | a: b", "      |  ^"])
    #expect(excerpt("a: b1️⃣2️⃣\nc: d\n") == ["    1 | a: b", "      |     ^"])
    #expect(excerpt("a: b1️⃣2️⃣") == ["    1 | a: b", "      |     ^"])
    #expect(excerpt("a: b\n1️⃣2️⃣") == ["    2 |", "      | ^"])
    #expect(excerpt("a: b\r\nc: 1️⃣d2️⃣\r\n") == ["    2 | c: d", "      |    ^"])
  }

  @Test("Of several lines the first is underlined to its last character")
  func severalLines() {
    #expect(excerpt("if: 1️⃣a and  \n  b2️⃣\n") == ["    1 | if: a and", "      |     ^^^^^"])
  }

  @Test("A long line is cut around the place")
  func longLine() throws {
    let before = String(repeating: "å", count: 5_000)
    let after = String(repeating: "b", count: 50_000)
    let lines = excerpt(Marked("\(before)1️⃣xyz2️⃣\(after)\n"))
    #expect(
      lines == [
        "    1 | …" + String(repeating: "å", count: 30) + "xyz" + String(repeating: "b", count: 65) + "…",
        "      | " + String(repeating: " ", count: 31) + "^^^",
      ])
    let all = excerpt(Marked("a: 1️⃣\(after)2️⃣\n"))
    #expect(
      all
        == [
          "    1 | …a: " + String(repeating: "b", count: 95) + "…",
          "      |     " + String(repeating: "^", count: 95),
        ].map { $0.replacing("…a", with: "a").replacing("|     ", with: "|    ") })
  }

  @Test("Nothing in a file can steer the terminal")
  func control() {
    #expect(excerpt("a: \u{1B}[31m1️⃣x2️⃣\u{202E}\n") == ["    1 | a: ␛[31mx\u{FFFD}", "      |         ^"])
    var sources = SourceMap()
    let source = sources.add(SourceFile(path: "a\u{1B}.yaml", bytes: [0x61, 0xFF, 0x62]))
    let place = Position(line: 1, column: 3, offset: 2)
    let finding = Finding(
      Code("Y", 1), at: Span(source: source, start: place, end: place), Text(sv: "fel `\u{7}`"))
    #expect(
      FindingRenderer(sources: sources, language: .swedish).render(finding)
        == "fel Y001: fel `␇` · a␛.yaml:1:3\n    1 | a\u{FFFD}b\n      |   ^")
  }

  @Test("Colour adds only escape sequences, and severities are words")
  func color() {
    let marked: Marked = "a: 1️⃣b2️⃣\n"
    let plain = rendered(marked)
    var colored = rendered(marked, color: true)
    #expect(colored != plain)
    for sequence in ["\u{1B}[1;31m", "\u{1B}[0m"] { colored = colored.replacing(sequence, with: "") }
    #expect(colored == plain)
    #expect(
      [Severity.error, .warning, .note].map { $0.label(.swedish) } == ["fel", "varning", "anmärkning"])
    #expect([Severity.error, .warning, .note].map { $0.label(.english) } == ["error", "warning", "note"])
  }

  @Test("A related place follows with its own excerpt")
  func related() {
    let marked: Marked = "1️⃣namn2️⃣: a\n3️⃣namn4️⃣: b\n"
    var sources = SourceMap()
    let source = sources.add(SourceFile(path: "a.yaml", bytes: Array(marked.text.utf8)))
    let finding = Finding(
      Code("Y", 6), at: Span(source: source, start: marked.position(3), end: marked.position(4)),
      Text(sv: "dubbelt fält"),
      related: [
        .init(
          span: Span(source: source, start: marked.position(1), end: marked.position(2)),
          message: Text(sv: "först här"))
      ])
    #expect(
      FindingRenderer(sources: sources, language: .swedish).render(finding) == """
        fel Y006: dubbelt fält · a.yaml:2:1
            2 | namn: b
              | ^^^^
              först här · a.yaml:1:1
            1 | namn: a
              | ^^^^
        """)
  }

  @Test("All findings end with their number, in words of the language")
  func renderAll() {
    let sources = SourceMap()
    var findings = Findings()
    let swedish = FindingRenderer(sources: sources, language: .swedish)
    let english = FindingRenderer(sources: sources, language: .english)
    #expect(swedish.renderAll(findings) == "")
    findings.add(Finding(Code("W", 1), .error, at: nil, Text(sv: "a")))
    findings.add(Finding(Code("W", 2), .warning, at: nil, Text(sv: "b")))
    #expect(swedish.renderAll(findings) == "fel W001: a\n\nvarning W002: b\n\n1 fel, 1 varning")
    findings.add(Finding(Code("W", 3), .error, at: nil, Text(sv: "c")))
    findings.add(Finding(Code("W", 4), .warning, at: nil, Text(sv: "d")))
    findings.add(Finding(Code("W", 5), .note, at: nil, Text(sv: "e")))
    #expect(
      swedish.renderAll(findings, atMost: 1)
        == "fel W001: a\n\n… och 4 till\n\n2 fel, 2 varningar, 1 anmärkning")
    #expect(
      english.renderAll(findings, atMost: 1)
        == "error W001: a\n\n… and 4 more\n\n2 errors, 2 warnings, 1 note")
  }
}
