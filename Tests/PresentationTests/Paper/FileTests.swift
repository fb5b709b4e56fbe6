import ExactNumbers
import FoundationXML
import Testing

@testable import Presentation

/// The containers that files are put in.
@Suite struct FileTests {
  @Test func `CRC-32 of the digits is the published check value`() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  @Test func `base 64 as in RFC 4648, section 10`() {
    let cases = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ]
    for (plain, coded) in cases { #expect(Base64.text(Array(plain.utf8)) == coded) }
  }

  @Test func `what is deflated comes back`() throws {
    var random = SplitMix64(seed: 7)
    var cases: [[UInt8]] = [[], [0], [0xFF, 0x90, 0x8F], Array(repeating: 65, count: 70_000)]
    // Every length of match and many distances.
    for length in 3...260 {
      let start = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      cases.append(start + Array(start.prefix(length)) + start.suffix(5))
    }
    // Far apart, so that distances use all their extra bits.
    let piece = (0..<200).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for gap in [1_000, 5_000, 20_000, 32_500, 33_000] {
      cases.append(piece + (0..<gap).map { _ in UInt8(truncatingIfNeeded: random.next()) } + piece)
    }
    for bytes in cases { #expect(try Inflate.content(Deflate.compressed(bytes)) == bytes) }
  }

  @Test func `repetition takes little room`() {
    let text = Array(String(repeating: "<w:p><w:r><w:t>ord</w:t></w:r></w:p>", count: 500).utf8)
    // One literal run and matches of at most 258 bytes, about three bytes each.
    #expect(Deflate.compressed(text).count < 350)
  }

  @Test func `an archive holds what went in, twice the same`() throws {
    func made() -> [UInt8] {
      var archive = ZIPArchive()
      archive.add("a.xml", String(repeating: "ä", count: 200))
      archive.add("mapp/b.txt", [1, 2, 3])
      return archive.finished()
    }
    let archive = try Archive(made())
    #expect(archive.entries.map { $0.name } == ["a.xml", "mapp/b.txt"])
    #expect(archive.entries.map { $0.isDeflated } == [true, false])
    #expect(archive.entries[1].content == [1, 2, 3])
    #expect(archive.entries.allSatisfy { CRC32.of($0.content) == $0.sum })
    #expect(made() == made())
  }

  @Test func `no text becomes markup`() {
    var markup = Markup()
    markup.leaf("p", "<b onclick=\"x\">&'\u{0}\u{202E}\u{FFFF}", [("title", "\"><script>")])
    #expect(
      markup.text
        == "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;␀\u{FFFD}\u{FFFD}</p>"
    )
  }

  @Test func `a line stays one line`() {
    #expect(oneLine("ett\n två\r\n\ttre", limit: 20) == "ett två tre")
    #expect(oneLine("abcdef", limit: 3) == "abc…")
    #expect(oneLine("ab cdef", limit: 3) == "ab…")
    #expect(oneLine("abc", limit: 3) == "abc")
  }

  @Test func `lengths follow the figures`() {
    #expect(Geometry.length(1, of: 4, 1_000) == 250)
    #expect(Geometry.length(2, of: 3, 100) == 67)
    #expect(Geometry.length(-1, of: 3, 100) == 0)
    #expect(Geometry.length(9, of: 3, 100) == 100)
    #expect(Geometry.length(1, of: 0, 100) == 0)
  }

  @Test func `columns have letters`() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(Workbook.column) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }
}
