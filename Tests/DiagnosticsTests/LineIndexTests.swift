import Diagnostics
import Testing

@Suite("Lines and columns")
struct LineIndexTests {
  @Test("LF, CR LF and CR end a line; other separators do not")
  func lines() {
    let bytes = Array("a\nb\r\nc\rd\u{2028}e\n".utf8)
    let index = LineIndex(bytes)
    #expect(index.lineCount == 5)
    let lines = (1...5).map { String(decoding: bytes[index.range(ofLine: $0)], as: UTF8.self) }
    #expect(lines == ["a", "b", "c", "d\u{2028}e", ""])
  }

  @Test(
    "Scalars and bytes lead to the same positions as counting one by one",
    arguments: [
      "", "a", "abc\nde\n", "å\r\näö\r\nx", "\u{FEFF}å: 1\nb: 🧑\n", String(repeating: "aåä🧑\r\n", count: 40),
    ])
  func positions(text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var line = 1
    var column = 1
    var offset = 0
    var scalar = 0
    let scalars = Array(text.unicodeScalars)
    for (number, current) in scalars.enumerated() {
      if number == 0 && current == "\u{FEFF}" {
        offset += 3
        continue
      }
      let expected = Position(line: line, column: column, offset: offset)
      #expect(index.position(atScalar: scalar) == expected)
      #expect(index.position(atOffset: offset) == expected)
      offset += String(current).utf8.count
      scalar += 1
      let next = number + 1 < scalars.count ? scalars[number + 1] : " "
      if current == "\n" || (current == "\r" && next != "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    #expect(index.scalarCount == scalar)
    #expect(index.position(atScalar: scalar) == Position(line: line, column: column, offset: offset))
    #expect(index.position(atOffset: offset + 9) == Position(line: line, column: column, offset: offset))
  }
}
