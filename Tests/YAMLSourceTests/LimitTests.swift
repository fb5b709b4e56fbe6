import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite("Files that are too much")
struct LimitTests {
  /// The only finding, with its place.
  func only(_ reading: Reading) throws -> (code: String, message: Text, place: String) {
    #expect(reading.findings.sorted.count == 1)
    let finding = try #require(reading.findings.sorted.first)
    #expect(!finding.hints.isEmpty && finding.hints.allSatisfy { $0.en != nil })
    return (finding.code.text, finding.message, finding.span?.places ?? "-")
  }

  @Test("600 levels of nesting, in braces, brackets and by indentation")
  func nesting() throws {
    var indented = ""
    for level in 0..<600 { indented += String(repeating: " ", count: level) + "a:\n" }
    let brackets = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let braces = String(repeating: "{a: ", count: 600) + String(repeating: "}", count: 600)
    for (text, place) in [(indented, "101:101–101:101"), (brackets, "1:101–1:101"), (braces, "1:401–1:401")] {
      let reading = Reading(text)
      let found = try only(reading)
      #expect(found.code == "Y012")
      #expect(
        found.message
          == Text("för många nivåer i varandra: högst 100", "too many levels inside one another: at most 100")
      )
      #expect(found.place == place)
      #expect(reading.document == nil)
    }
  }

  @Test("A hundred levels are read")
  func deepEnough() throws {
    let text = String(repeating: "[", count: 100) + "x" + String(repeating: "]", count: 100)
    var node = try Reading(text).root()
    var depth = 0
    while let inner = node.items?.first {
      node = inner
      depth += 1
    }
    #expect(depth == 100)
    #expect(node.text == "x")
  }

  /// libyaml needs seconds for these; the reader stops at the limit.
  @Test(
    "Fifty thousand brackets end at the limit",
    arguments: ["[", "{", "- ", "? ", "[\n", "{a: ", "&a [", "!ej-x ["])
  func manyBrackets(piece: String) {
    let reading = Reading(String(repeating: piece, count: 50_000))
    #expect(reading.document == nil)
    #expect(reading.codes.contains("Y012"))
  }

  @Test("An alias bomb")
  func aliasBomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + [String](repeating: alias, count: 9).joined(separator: ", ") + "]\n"
    }
    let reading = Reading(text)
    let found = try only(reading)
    #expect(found.code == "Y014")
    #expect(
      found.message.sv
        == "hänvisningarna med `*` blir för stora: `*a3` ger mer än 10000 värden tillsammans med de tidigare")
    #expect(
      found.message.en
        == "the references with `*` grow too large: `*a3` makes more than 10000 values with those before it")
    #expect(reading.findings.sorted[0].related.map(\.span.places) == ["4:9–4:54"])
    #expect(reading.document == nil)
  }

  @Test("Aliases cannot nest deeper than brackets may")
  func deepAliases() throws {
    let half = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let reading = Reading("a: &a \(half)\nb: \(String(repeating: "[", count: 60))*a")
    #expect(reading.codes == ["Y012"])
  }

  @Test("A scalar that is too long")
  func longScalar() throws {
    var limits = YAMLLimits()
    limits.scalarBytes = 10
    let reading = Reading("a: åååååå\nb: \"0123456789\"\n", limits: limits)
    let found = try only(reading)
    #expect(found.code == "Y017")
    #expect(
      found.message
        == Text(
          "texten är för lång: 12 byte, högst 10 får plats",
          "the text is too long: 12 bytes, at most 10 are read"))
    #expect(found.place == "1:4–1:10")
  }

  @Test("A file that is too large is refused before it is looked at")
  func largeFile() throws {
    var limits = YAMLLimits()
    limits.fileBytes = 10
    let reading = Reading(bytes: [UInt8](repeating: 0xFF, count: 11), limits: limits)
    let found = try only(reading)
    #expect(found.code == "Y001")
    #expect(
      found.message
        == Text(
          "filen är för stor: 11 byte, högst 10 får plats",
          "the file is too large: 11 bytes, at most 10 are read"))
    #expect(found.place == "1:1–1:1")
    #expect(YAMLLimits().fileBytes == YAMLLimits.maximumFileBytes)
    #expect(YAMLLimits.maximumFileBytes < 100 << 20)
  }

  @Test("What the command says about a file of 1 GB without reading it")
  func hugeFile() {
    let finding = fileTooLarge(source: SourceID(index: 0), bytes: 1 << 30)
    #expect(finding.code.text == "Y001")
    #expect(finding.message.sv == "filen är för stor: 1073741824 byte, högst 8388608 får plats")
  }

  /// These would take libyaml or a careless reader hours.
  @Test("What grows with the square of the file's length elsewhere")
  func quadratic() {
    var directives = ""
    for number in 0..<20_000 { directives += "%TAG !a\(number)! x\n" }
    #expect(Reading(directives + "---\na: b\n").codes == ["Y018"])
    #expect(Reading("a: b\n...\n" + directives + "---\na: b\n").codes == ["Y018"])
    let anchors = "[" + String(repeating: "&a !x å, ", count: 5_000) + "]"
    #expect(Reading(anchors).findings.count(of: .error) == 5_000)
    let colons = "a(" + String(repeating: "b", count: 100_000) + String(repeating: ":", count: 100_000)
    #expect(Reading(colons).findings.hasErrors)
  }

  @Test("Too many keys and values")
  func manyNodes() throws {
    var limits = YAMLLimits()
    limits.nodes = 5
    #expect(Reading("[1, 2, 3, 4]", limits: limits).findings.isEmpty)
    let found = try only(Reading("[1, 2, 3, 4, 5]", limits: limits))
    #expect(found.code == "Y013")
    #expect(
      found.message
        == Text(
          "filen har för många nycklar och värden: högst 5",
          "the file has too many keys and values: at most 5"))
    #expect(found.place == "1:14–1:15")
  }
}

@Suite("Files that are not UTF-8")
struct EncodingTests {
  @Test("Latin-1 is reported at the first letter, with what it was meant to be")
  func latin1() throws {
    let reading = Reading(bytes: Array("schema: x\nnamn: L".utf8) + [0xE4, 0x6E, 0x67, 0x0A])
    #expect(
      reading.rendered() == """
        fel Y002: filen är inte UTF-8: här står byten 0xE4 · fil.yaml:2:8
            2 | namn: L\u{FFFD}ng
              |        ^
              Spara filen som UTF-8: i Anteckningar Arkiv → Spara som → Kodning: UTF-8.
              Byten är `ä` i Latin-1 (Windows-1252); filen är troligen sparad så.

        1 fel
        """)
    #expect(
      reading.rendered(.english) == """
        error Y002: the file is not UTF-8: the byte here is 0xE4 · fil.yaml:2:8
            2 | namn: L\u{FFFD}ng
              |        ^
              Save the file as UTF-8: in Notepad File → Save as → Encoding: UTF-8.
              The byte is `ä` in Latin-1 (Windows-1252); the file was probably saved that way.

        1 error
        """)
    #expect(reading.document == nil)
  }

  @Test(
    "Bytes that UTF-8 does not have",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8],
      [0xFF],
      [0xE2, 0x82],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    let reading = Reading(bytes: Array("å: ".utf8) + bytes + Array("\n".utf8))
    #expect(reading.codes == ["Y002"])
    #expect(reading.findings.sorted.first?.span?.start == Position(line: 1, column: 4, offset: 4))
  }

  @Test("UTF-16, with and without a byte order mark")
  func utf16() {
    let units = Array("schema: å\n".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (bytes, order) in [
      (little, "little-endian"), ([0xFF, 0xFE] + little, "little-endian"), (big, "big-endian"),
      ([0xFE, 0xFF] + big, "big-endian"),
    ] {
      let reading = Reading(bytes: bytes)
      #expect(reading.codes == ["Y003"])
      #expect(
        reading.findings.sorted.first?.message
          == Text("filen är sparad som UTF-16 (\(order))", "the file is saved as UTF-16 (\(order))"))
    }
  }

  @Test("Invisible characters are reported one by one, twenty at most")
  func invisible() {
    let reading = Reading("a: \u{0}\u{1B}\u{7F}\u{80}\u{85}\u{FEFF}\u{FFFE}\n")
    #expect(reading.codes == [String](repeating: "Y004", count: 7))
    #expect(reading.findings.sorted.map { $0.span?.start.column ?? 0 } == [4, 5, 6, 7, 8, 9, 10])
    #expect(Reading(String(repeating: "\u{0}", count: 100_000)).codes.count == 20)
  }

  @Test("Letters of all lengths, signs and emoji are read")
  func valid() throws {
    #expect(
      try Reading("å: ¡ÿĀ€\u{FFFD}🧑\u{10FFFF}\u{A0}\u{AD}\n").root()["å"]?.text
        == "¡ÿĀ€\u{FFFD}🧑\u{10FFFF}\u{A0}\u{AD}")
  }
}

@Suite("Damaged files")
struct DamagedFileTests {
  static let sound = """
    schema: beredning/proposal/1
    id: "stegen" # namn
    målgrupp: {antal: 12, ålder: [16, 'tjugo''ett']}
    text: &a |
      En rad å

        till
    skäl: !ej-tillämpligt "inte \\u00e5r"
    lista:
      - a: *a
        c: >-
          x
          y
      - - d
        - [e, {f: g}]
    """

  @Test("Undamaged it is sound")
  func undamaged() throws {
    let root = try Reading(DamagedFileTests.sound).root()
    #expect(root["lista"]?.items?[0]["a"]?.text == "En rad å\n\n  till\n")
  }

  /// Whatever bytes are lost, doubled or changed: reading ends, either with a tree or with an error, and every place
  /// lies in the file.
  @Test("are read or refused, with places inside the file", arguments: 0..<20)
  func damaged(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "\"", "'", ":", "\n", "\t", "[", "]", "{", "}", "- ", "#", "&a", "*a", "!ej", "|", ">", "\\", "å", "%",
      "?",
    ]
    for _ in 0..<200 {
      var bytes = Array(DamagedFileTests.sound.utf8)
      for _ in 0..<(1 + random.below(3)) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random.below(256))
        case 2: bytes.insert(contentsOf: Array(random.pick(pieces).utf8), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
        }
      }
      let reading = Reading(bytes: bytes)
      #expect(reading.document != nil || reading.findings.hasErrors)
      for finding in reading.findings.sorted {
        #expect(finding.span != nil && finding.message.en != nil)
        for span in [finding.span].compactMap({ $0 }) + finding.related.map(\.span) {
          #expect(span.start.offset >= 0 && span.start <= span.end && span.end.offset <= bytes.count)
        }
      }
      #expect(!reading.rendered().isEmpty || reading.findings.isEmpty)
    }
  }
}
