import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite("Reading YAML")
struct TreeTests {
  @Test(
    "Scalars stay text, whatever they look like",
    arguments: [
      "NO", "yes", "on", "0127", "2017:30", "1_000", "12:30", "~", "null", "0x1F", "1e3", ".inf",
      "2026-09-15", "=",
      "true", "+46", "saknas",
    ])
  func textStaysText(word: String) throws {
    let root = try Reading("a: \(word)\nb: [\(word), {c: \(word)}]\n\(word)x: 1\n").root()
    #expect(root["a"]?.text == word)
    #expect(root["b"]?.items?[0].text == word)
    #expect(root["b"]?.items?[1]["c"]?.text == word)
    #expect(root.entries?[2].key.text == word + "x")
  }

  @Test("Every kind of node")
  func kinds() throws {
    let root = try Reading(
      """
      # kommentar
      plain: en text
        på två rader
      single: 'it''s'
      double: "rad\\nbrytning \\u00e5"
      literal: |
        ett

          två
      folded: >-
        ett
        två
      list:
      - a
      -
        - b
      flow: {x: [1, 2], y: , z}
      empty:
      tomt: ""
      """
    ).root()
    #expect(
      outline(root) == """
        {"plain": plain "en text på två rader", "single": singleQuoted "it\\'s", \
        "double": doubleQuoted "rad\\nbrytning å", "literal": literal "ett\\n\\n  två\\n", \
        "folded": folded "ett två", "list": [plain "a", [plain "b"]], \
        "flow": {"x": [plain "1", plain "2"], "y": plain "", "z": plain ""}, "empty": plain "", \
        "tomt": doubleQuoted ""}
        """)
    #expect(root["empty"]?.isEmpty == true)
    #expect(root["tomt"]?.isEmpty == false)
    #expect(root["flow"]?.isFlow == true)
    #expect(root["list"]?.isFlow == false)
    #expect(root["nej"] == nil)
  }

  @Test("Keys are found by canonical equivalence")
  func decomposedKeys() throws {
    let root = try Reading("a\u{30A}tagande: x\n").root()
    #expect(root["åtagande"]?.text == "x")
  }

  @Test("Each node has its place, in scalars and bytes, quotes included")
  func places() throws {
    let marked = Marked(
      "1️⃣mål2️⃣:\n  - 3️⃣'å ä'4️⃣ # x\n  - 5️⃣{k: v}6️⃣\n  - 7️⃣två\n    rader8️⃣\nb:9️⃣\nc: d\n")
    let root = try Reading(marked.text).root()
    func check(_ node: YAMLNode?, _ first: Int, _ last: Int) {
      #expect(node?.span.start == marked.position(first))
      #expect(node?.span.end == marked.position(last))
    }
    check(root.entries?[0].key, 1, 2)
    check(root["mål"]?.items?[0], 3, 4)
    check(root["mål"]?.items?[1], 5, 6)
    check(root["mål"]?.items?[2], 7, 8)
    check(root["b"], 9, 9)
    #expect(root["mål"]?.span.places == "2:3–5:10")
    #expect(root.span.places == "1:1–7:5")
  }

  @Test("CR LF, CR, a byte order mark and letters of several bytes do not move places")
  func encodings() throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      for mark in ["", "\u{FEFF}"] {
        let text = "\(mark)å: 🧑x\(lineBreak)\(lineBreak)ö:\(lineBreak)  é: \"ü\"\(lineBreak)"
        let root = try Reading(text).root()
        let value = try #require(root["ö"]?["é"])
        let bytes = Array(text.utf8)
        #expect(value.span.places == "4:6–4:9")
        #expect(
          String(decoding: bytes[value.span.start.offset..<value.span.end.offset], as: UTF8.self) == "\"ü\"")
        #expect(root.entries?[0].key.span.start.offset == mark.utf8.count)
        #expect(root["å"]?.span.places == "1:4–1:6")
      }
    }
  }

  @Test("The tag !ej-tillämpligt is kept, however it is spelled")
  func tag() throws {
    let marked: Marked = """
      a: 1️⃣!ej-tillämpligt2️⃣ 3️⃣"skäl"4️⃣
      b: !ej-tilla\u{308}mpligt skäl
      c: !ej-till%C3%A4mpligt
      d: !<!ej-tillämpligt> 'x'
      e: &namn !ej-tillämpligt y
      f: !ej-tillämpligt &annat z
      """
    let root = try Reading(marked.text).root()
    #expect(
      root.entries?.allSatisfy { $0.value.tag == "!ej-tillämpligt" && $0.value.isNotApplicable } == true)
    #expect(root.entries?.map { $0.value.text ?? "?" } == ["skäl", "skäl", "", "x", "y", "z"])
    let first = try #require(root["a"])
    #expect(first.tagSpan?.start == marked.position(1))
    #expect(first.tagSpan?.end == marked.position(2))
    #expect(first.span.start == marked.position(3))
    #expect(first.span.end == marked.position(4))
    #expect(root["f"]?.span.places == "6:27–6:28")
  }

  @Test("What only looks like the tag stays text")
  func noTag() throws {
    let root = try Reading(
      """
      a: "!ej-tillämpligt och !öl"
      b: 'x !ej-tillämpligt'
      c: y !ej-tillämpligt
      d: |
        !ej-tillämpligt
         !å
      e: >
        x
        !ej-tillämpligt
      # !ej-tillämpligt
      x !å: z
      """
    ).root()
    #expect(root.entries?.allSatisfy { $0.value.tag == nil } == true)
    #expect(
      root.entries?.map { $0.value.text ?? "?" } == [
        "!ej-tillämpligt och !öl", "x !ej-tillämpligt", "y !ej-tillämpligt", "!ej-tillämpligt\n !å\n",
        "x !ej-tillämpligt\n", "z",
      ])
    #expect(root.entries?.last?.key.text == "x !å")
  }

  @Test("An alias stands for what its anchor holds; it has its own place and knows the other")
  func aliases() throws {
    let root = try Reading("a: &x {b: &y [1]}\nc: *x\nd: [*y, *x]\n").root()
    #expect(outline(root["c"]!) == outline(root["a"]!))
    #expect(outline(root["d"]!) == #"[[plain "1"], {"b": [plain "1"]}]"#)
    #expect(root["c"]?.span.places == "2:4–2:6")
    #expect(root["c"]?.anchored?.places == "1:7–1:18")
    #expect(root["c"]?["b"]?.items?[0].span.places == "1:15–1:16")
    #expect(root["a"]?.anchored == nil)
  }

  @Test("The same anchor may be set again; an alias takes the latest before it")
  func anchorAgain() throws {
    #expect(
      outline(try Reading("- &x a\n- *x\n- &x b\n- *x\n").root())
        == #"[plain "a", plain "a", plain "b", plain "b"]"#)
  }

  @Test("Comments after a node are found, and nothing else is")
  func trailingComments() throws {
    let reading = Reading(
      """
      a: x > 3 # minst tre
      b: x = "a #b"
      c: "x # y"
      d: 'x'    # z å
      e: | # rubrik
        x # y
      f: [1] # lista
      g: # tomt
      h: x#y
      i: {j: k}
      l: två
        rader # slut
      """
    )
    let root = try #require(reading.document?.root)
    let comments = root.entries?.map { $0.value.trailingComment?.places ?? "-" }
    #expect(
      comments == [
        "1:10–1:21", "2:11–2:14", "-", "4:11–4:16", "5:6–5:14", "7:8–7:15", "8:4–8:10", "-", "-",
        "12:9–12:15",
      ])
  }

  @Test("A line to paste has the whole value in quotes")
  func linesToPaste() throws {
    let reading = Reading(
      """
      rules:
        - if: x = "a #b"
          of: [a, b]
          or: x > 3 # minst
          and: {a: 1}
          text: 'it''s'
      """)
    let root = try #require(reading.document?.root)
    let rule = try #require(root["rules"]?.items?[0])
    #expect(rule["if"]?.lineToPaste == #"- if: 'x = "a #b"'"#)
    #expect(rule["of"]?.lineToPaste == #"of: "[a, b]""#)
    #expect(rule["or"]?.lineToPaste == #"or: "x > 3""#)
    #expect(rule["or"]?.restOfLine == "x > 3 # minst")
    #expect(rule["and"]?.written == "{a: 1}")
    #expect(rule["text"]?.line(quoting: "y") == #"text: "y""#)
  }
}
