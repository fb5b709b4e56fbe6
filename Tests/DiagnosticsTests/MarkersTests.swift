import Diagnostics
import TestSupport
import Testing

@Suite("Markers in source texts")
struct MarkersTests {
  @Test("markers are taken out and their places kept in UTF-8 bytes")
  func offsets() {
    let marked = Marked("1️⃣år2️⃣ = 43️⃣2")
    #expect(marked.text == "år = 42")
    #expect(marked.markers == [1, 2, 3])
    #expect(marked.offset(1) == 0)
    #expect(marked.offset(2) == 3)
    #expect(marked.range(2, 3) == 3..<7)
  }

  @Test("a marker is a line and a column in scalars")
  func positions() {
    let marked = Marked("titel: ö\nnamn: å1️⃣ä\n2️⃣")
    #expect(marked.position(1) == Position(line: 2, column: 8, offset: 18))
    #expect(marked.position(2) == Position(line: 3, column: 1, offset: 21))
  }

  @Test("digits that are not markers stay")
  func digits() {
    #expect(Marked("123").text == "123")
  }
}
