import Diagnostics
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("Members keep their order; both layouts")
  func layouts() {
    let value: JSON = ["b": [1, 2], "a": ["x": .null, "y": true], "tomt": [], "inget": [:]]
    #expect(value.text(.compact) == #"{"b":[1,2],"a":{"x":null,"y":true},"tomt":[],"inget":{}}"#)
    #expect(
      value.text() == """
        {
          "b": [
            1,
            2
          ],
          "a": {
            "x": null,
            "y": true
          },
          "tomt": [],
          "inget": {}
        }
        """)
  }

  @Test("Strings are escaped where JSON demands it and nowhere else")
  func strings() {
    let text = "å \" \\ / \u{8}\t\n\u{C}\r \u{0}\u{1F}\u{7F} \u{2028} </script> 🧑"
    #expect(
      JSON.string(text).text()
        == "\"å \\\" \\\\ / \\b\\t\\n\\f\\r \\u0000\\u001f\\u007f \u{2028} </script> 🧑\"")
    #expect(
      JSON.string("</script> & \u{2028}").text(insideHTML: true) == #""\u003c/script\u003e \u0026 \u2028""#)
  }

  @Test(
    "A number stands as it was given",
    arguments: ["0", "-1", "13.90", "1e400", "-0.5E-7", "12345678901234567890123456789012345"])
  func numbers(digits: String) {
    #expect(JSON.number(digits).text() == digits)
  }

  @Test(
    "What JSON does not accept as a number becomes a string",
    arguments: ["", "01", "1,5", ".5", "1.", "+1", "NaN", "1 "])
  func notNumbers(digits: String) {
    #expect(JSON.number(digits).text() == "\"\(digits)\"")
  }

  @Test("Findings as beredning/findings/1")
  func findings() {
    var sources = SourceMap()
    let source = sources.add(SourceFile(path: "a.yaml", bytes: Array("a: b\n".utf8)))
    let span = Span(
      source: source, start: Position(line: 1, column: 4, offset: 3),
      end: Position(line: 1, column: 5, offset: 4))
    var findings = Findings()
    findings.add(
      Finding(
        Code("C", 104), at: span, Text("fel", "wrong"), hints: [Text(sv: "Gör så.")],
        related: [.init(span: span, message: Text(sv: "här"))]))
    findings.add(Finding(Code("W", 7), .warning, at: nil, Text("obs", "look")))
    #expect(
      findings.json(sources: sources).text(.compact) == """
        {"schema":"beredning/findings/1","errors":1,"warnings":1,"notes":0,"findings":[\
        {"code":"W007","severity":"warning","path":null,"line":null,"column":null,"end":null,\
        "message":{"sv":"obs","en":"look"},"hints":[],"related":[]},\
        {"code":"C104","severity":"error","path":"a.yaml","line":1,"column":4,"end":{"line":1,"column":5},\
        "message":{"sv":"fel","en":"wrong"},"hints":[{"sv":"Gör så.","en":null}],\
        "related":[{"path":"a.yaml","line":1,"column":4,"end":{"line":1,"column":5},\
        "message":{"sv":"här","en":null}}]}]}
        """)
  }
}
