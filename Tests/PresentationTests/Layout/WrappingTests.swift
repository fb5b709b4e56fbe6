import Testing

@testable import Presentation

@Suite struct WrappingTests {
  @Test func `breaks at spaces and counts å ä ö as one cell each`() {
    #expect(Wrapping.lines("åtgärd för unga", width: 10) == ["åtgärd för", "unga"])
    #expect(Wrapping.lines("åtgärd för unga", width: 9) == ["åtgärd", "för unga"])
  }

  @Test func `a letter and its combining ring are one cell`() {
    #expect(Wrapping.lines("a\u{30A}a\u{30A} a\u{30A}", width: 4) == ["a\u{30A}a\u{30A} a\u{30A}"])
  }

  @Test func `a no-break space keeps a number and its unit together`() {
    #expect(Wrapping.lines("söker 1,2\u{A0}Mkr", width: 10) == ["söker", "1,2\u{A0}Mkr"])
  }

  @Test func `a word that is too long alone is cut`() {
    #expect(Wrapping.lines("en samordningsförbund", width: 8) == ["en", "samordni", "ngsförbu", "nd"])
  }

  @Test func `an empty text is one empty line`() {
    #expect(Wrapping.lines("", width: 8) == [""])
  }

  @Test func `line feeds stay breaks`() {
    #expect(Wrapping.lines("ett\ntvå", width: 20) == ["ett", "två"])
  }
}
