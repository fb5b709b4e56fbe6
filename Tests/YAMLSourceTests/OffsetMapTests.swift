import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite("From a place in a text to its place in the file")
struct OffsetMapTests {
  /// 1️⃣ stands in the file where `needle` in the decoded text begins.
  func check(_ marked: Marked, _ needle: String, _ location: Testing.SourceLocation = #_sourceLocation) throws
  {
    let root = try Reading(marked.text).root(location)
    let node = try #require(root["x"] ?? root.items?.first, sourceLocation: location)
    let text = Array(try #require(node.text, sourceLocation: location).utf8)
    let wanted = Array(needle.utf8)
    let offset = try #require(
      (0..<text.count).first { text[$0...].starts(with: wanted) }, "not in the text", sourceLocation: location
    )
    #expect(node.position(ofUTF8Offset: offset) == marked.position(1), sourceLocation: location)
  }

  @Test("Plain, on one line and on several")
  func plain() throws {
    try check("x: å = 1️⃣atagande\n", "atagande")
    try check("x: some ö in p\n  satisfies\n\n\n  ö.1️⃣atagande = 1\n", "atagande")
    try check("x: a\r\n   1️⃣b\r\n", "b")
  }

  @Test("In quotes")
  func quoted() throws {
    try check("x: 'å''s 1️⃣atagande'\n", "atagande")
    try check("x: 'å 1️⃣''s'\n", "'s")
    try check(#"x: "\u00e5 \"a\" \\ \t 1️⃣b""#, "b")
    try check("x: \"a 1️⃣\\u00e5\"\n", "å")
    try check("x: \"aa\\\n    \\ 1️⃣b\"\n", "b")
    try check("x: \"aa\n\n    1️⃣b\"\n", "b")
    try check("x: '1️⃣b'\n", "b")
  }

  @Test("In blocks, with and without indicators")
  func blocks() throws {
    try check("x: |\n  å\n\n    ö 1️⃣b\n", "b")
    try check("x: >\n  å\n  ö 1️⃣b\n\n  c\n", "b")
    try check("x: >+ # kommentar\n  å\n\n   more\n  1️⃣b\n\n", "b")
    try check("x: |2-\n    å\n  1️⃣b\n", "b")
    try check("- |1\n   å\n  1️⃣b\n", "b")
    try check("x: |# kommentar\n  å\n  1️⃣b\n", "b")
    try check("x: |\r\n  å\r\n  1️⃣b\r\n", "b")
  }

  @Test("The end of the text and offsets outside it")
  func ends() throws {
    let root = try Reading("a: 'å'\nb: \"\"\nc:\nd: |\n  x\n").root()
    #expect(root["a"]?.position(ofUTF8Offset: 2) == Position(line: 1, column: 6, offset: 6))
    #expect(root["a"]?.position(ofUTF8Offset: 99) == Position(line: 1, column: 6, offset: 6))
    #expect(root["a"]?.position(ofUTF8Offset: -1) == Position(line: 1, column: 5, offset: 4))
    #expect(root["b"]?.position(ofUTF8Offset: 0) == Position(line: 2, column: 5, offset: 12))
    #expect(root["c"]?.position(ofUTF8Offset: 0) == Position(line: 3, column: 3, offset: 16))
    #expect(root["d"]?.position(ofUTF8Offset: 2) == Position(line: 6, column: 1, offset: 26))
  }

  @Test("A byte order mark takes bytes but no column")
  func byteOrderMark() throws {
    let root = try Reading("\u{FEFF}x: å = y\n").root()
    #expect(root["x"]?.position(ofUTF8Offset: 5) == Position(line: 1, column: 8, offset: 11))
  }

  @Test("A stretch covers escapes whole and ends where its last letter ends")
  func spans() throws {
    let root = try Reading("a: \"x\\u00e5\\\"y\"\nb: en\n  två tre\n")
      .root()
    #expect(root["a"]?.span(ofUTF8Range: 1..<3).places == "1:6–1:12")
    #expect(root["a"]?.span(ofUTF8Range: 1..<4).places == "1:6–1:14")
    #expect(root["a"]?.span(ofUTF8Range: 4..<4).places == "1:14–1:14")
    #expect(root["b"]?.span(ofUTF8Range: 3..<7).places == "3:3–3:6")
    #expect(root["b"]?.span(ofUTF8Range: 0..<7).places == "2:4–3:6")
  }

  @Test("In an alias the places are those of what it stands for")
  func alias() throws {
    let root = try Reading("a: &x 'b c'\nd: *x\n").root()
    #expect(root["d"]?.position(ofUTF8Offset: 2) == Position(line: 1, column: 10, offset: 9))
  }

  @Test("Of generated texts in all styles every letter is found where it stands", arguments: 0..<40)
  func generated(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var checked = 0
    for _ in 0..<250 {
      let text = scalarSource(&random)
      let reading = Reading("å:\n  x: \(text)\n  y: slut\n")
      guard let node = reading.document?.root["å"]?["x"], let scalar = node.scalar else { continue }
      let map = try #require(node.offsetMap)
      #expect(map.isExact, "\(text.debugDescription)")
      try checkLetters(scalar, node, map, Array(reading.sources.files[0].bytes), text)
      checked += 1
    }
    #expect(checked > 100)
  }

  /// Every letter of the text is written at its place, or there stands what gave it: an escape, a doubled quote,
  /// a line break.
  func checkLetters(
    _ scalar: YAMLScalar, _ node: YAMLNode, _ map: ScalarOffsetMap, _ file: [UInt8], _ source: String
  ) throws {
    var offset = 0
    var previous = -1
    for letter in scalar.text.unicodeScalars {
      let bytes = Array(String(letter).utf8)
      let place = map.position(ofUTF8Offset: offset).offset
      #expect(place > previous, "\(source.debugDescription)")
      let end = map.span(ofUTF8Range: offset..<(offset + bytes.count)).end.offset
      #expect(end > place && end <= node.span.end.offset, "\(source.debugDescription)")
      let written = Array(file[place..<end])
      let isLineBreak = written == [0x0A] || written == [0x0D, 0x0A] || written == [0x0D]
      let agrees =
        written == bytes || (isLineBreak && (letter == " " || letter == "\n"))
        || (scalar.style == .doubleQuoted && written.first == UInt8(ascii: "\\") && written.count > 1)
        || (scalar.style == .singleQuoted && letter == "'" && written == Array("''".utf8))
      #expect(agrees, "\(letter) \(written) \(source.debugDescription)")
      previous = place
      offset += bytes.count
    }
  }

  /// The source of a scalar at indentation 2, mostly valid.
  func scalarSource(_ random: inout SplitMix) -> String {
    let lineBreak = random.pick(["\n", "\n", "\r\n", "\r"])
    switch random.below(5) {
    case 0:
      return random.pieces(
        ["a", "å", "🧑", " ", "  ", "'", "\"", "-", "#x", "\\", "\(lineBreak)    ", "\t"], first: "a")
    case 1:
      return "'"
        + random.pieces(["a", "å", "🧑", " ", "''", "\"", "\\", "\(lineBreak)   ", "\(lineBreak)", "\t", "# "])
        + "'"
    case 2:
      let escapes = [
        "\\n", "\\t", "\\\"", "\\\\", "\\x41", "\\u00e5", "\\U0001F9D1", "\\ ", "\\_", "\\N", "\\L", "\\0",
        "\\e", "\\/",
        "\\\(lineBreak)  ", "\\\t",
      ]
      return "\""
        + random.pieces(["a", "å", "🧑", " ", "'", "\(lineBreak)   ", " \(lineBreak)", "\t"] + escapes) + "\""
    default:
      let indicator = random.pick(["", "2", "1", "3"])
      let header = random.pick(["|", ">"]) + random.pick(["\(indicator)", "\(indicator)-", "+\(indicator)"])
      let indent = "  " + String(repeating: " ", count: indicator.isEmpty ? 2 : Int(indicator)!)
      var text = header + random.pick(["", " ", " # å"])
      for _ in 0..<(1 + random.below(6)) {
        text += lineBreak + random.pick([indent, indent, indent, indent + " ", indent + "\t", "", "  "])
        if text.last == " " || text.last == "\t" {
          text += random.pieces(["a", "å", "🧑", " ", "\t", "'", "\\n", "# x"])
        }
      }
      return text
    }
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func pieces(_ items: [String], first: String = "") -> String {
    var text = first
    for _ in 0..<below(12) { text += pick(items) }
    return text
  }
}
