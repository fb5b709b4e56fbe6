import Testing
import YAMLSource

@Suite("Writing YAML")
struct WriterTests {
  @Test("Quotes only where they are needed")
  func choice() {
    #expect(YAMLWriter.scalar("Vägen vidare") == "Vägen vidare")
    #expect(YAMLWriter.scalar("2026-09-15") == "2026-09-15")
    #expect(YAMLWriter.scalar("0127") == "0127")
    #expect(YAMLWriter.scalar("https://exempel.se/a?b#c") == "https://exempel.se/a?b#c")
    #expect(YAMLWriter.scalar("") == #""""#)
    #expect(YAMLWriter.scalar("saknas") == #""saknas""#)
    #expect(YAMLWriter.scalar("Så här: en rubrik") == #""Så här: en rubrik""#)
    #expect(YAMLWriter.scalar("nummer #1") == #""nummer #1""#)
    #expect(YAMLWriter.scalar(#""ja" = x"#) == #"'"ja" = x'"#)
    #expect(YAMLWriter.scalar(#"'s "ja""#) == #"'''s "ja"'"#)
    #expect(YAMLWriter.scalar("två\nrader \"x\"\u{7}") == #""två\nrader \"x\"\x07""#)
    #expect(YAMLWriter.scalar("a, b") == "a, b")
    #expect(YAMLWriter.scalar("a, b", inFlow: true) == #""a, b""#)
  }

  @Test("Everything written reads back the same, on a line, in a list and as a key", arguments: 0..<30)
  func roundTrip(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "a", "å", "o\u{308}", "🧑‍🚀", " ", "  ", ":", ": ", "#", " #", "- ", "-", "?", "? ", "\"", "'", "''", "\\",
      "\n",
      "\r\n", "\t", "[", "]", "{", "}", ",", "&", "*", "!", "!å", "|", ">", "%", "@", "`", "~", "=", "---",
      "...", "<<",
      "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{FFFF}", "saknas", "null",
      "1",
    ]
    for _ in 0..<100 {
      let text = random.pieces(pieces)
      let block = YAMLWriter.scalar(text)
      let flow = YAMLWriter.scalar(text, inFlow: true)
      let source = "x: \(block)\ny:\n  - \(block)\nz: [\(flow), {\(flow): \(flow)}]\n"
      let root = try Reading(source).root()
      let read = [root["x"], root["y"]?.items?[0], root["z"]?.items?[0]].map { $0?.text ?? "?" }
      #expect(
        read.allSatisfy { Array($0.unicodeScalars) == Array(text.unicodeScalars) },
        "\(source.debugDescription)")
      let entry = try #require(root["z"]?.items?[1].entries?.first)
      #expect(entry.key.text == text && entry.value.text == text)
      #expect(!root["x"]!.isEmpty)
    }
  }

  @Test("A text in quotes stands on one line", arguments: ["a\nb", "\u{2028}", "\r", "x", "\"\n\\"])
  func oneLine(text: String) throws {
    let quoted = YAMLWriter.quoted(text)
    #expect(!quoted.contains { $0.isNewline })
    #expect(try Reading(quoted).root().text == text)
  }
}
