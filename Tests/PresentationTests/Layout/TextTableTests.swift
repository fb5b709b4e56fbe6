import Testing

@testable import Presentation

@Suite struct TextTableTests {
  private func text(_ table: TextTable, width: Int = 72) -> String {
    var page = TextPage(TextStyle(width: width))
    #expect(table.write(to: &page))
    return page.text
  }

  @Test func `columns are as wide as their widest cell in terminal cells`() {
    var table = TextTable([
      TextTable.Column(title: "Namn"), TextTable.Column(title: "Söker", alignsRight: true),
    ])
    table.add(["Vägen vidare", "2,3\u{A0}Mkr"])
    table.add(["A\u{30A}sen", "900\u{A0}tkr"])
    #expect(
      text(table) == """
        Namn            Söker
        Vägen vidare  2,3 Mkr
        A\u{30A}sen          900 tkr

        """)
  }

  @Test func `a note stands under its column`() {
    var table = TextTable([TextTable.Column(title: "Nr"), TextTable.Column(title: "Namn")])
    table.noteColumn = 1
    table.add(["1", "Stegen"])
    table.note("! juridik oklar")
    #expect(text(table) == "Nr  Namn\n1   Stegen\n    ! juridik oklar\n")
  }

  @Test func `columns that may wrap give way`() {
    var table = TextTable([
      TextTable.Column(title: "Nr"), TextTable.Column(title: "Vad", wraps: true),
    ])
    table.add(["1", String(repeating: "ordet ", count: 14) + "sist"])
    // 72 cells less "Nr" and two between: 68 hold eleven words of five letters and the spaces between (65).
    let first = Array(repeating: "ordet", count: 11).joined(separator: " ")
    #expect(text(table) == "Nr  Vad\n1   \(first)\n    ordet ordet ordet sist\n")
  }

  @Test func `a table that cannot fit is not written`() {
    var table = TextTable([TextTable.Column(title: "A"), TextTable.Column(title: "B")])
    table.add([String(repeating: "x", count: 40), String(repeating: "y", count: 40)])
    var page = TextPage(TextStyle(width: 72))
    #expect(!table.write(to: &page))
    #expect(page.text == "")
  }

  @Test func `headings stand at the bottom and break only where there is no room`() {
    var table = TextTable([
      TextTable.Column(title: "Bredd bland parter och andra aktörer"), TextTable.Column(title: "Namn"),
    ])
    table.add(["god", String(repeating: "n", count: 55)])
    // 72 − 55 − 2 = 15 cells are left for the heading.
    #expect(
      text(table) == """
        Bredd bland
        parter och
        andra aktörer    Namn
        god              nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn

        """)
  }

  @Test func `what would steer a terminal is made visible`() {
    var table = TextTable([TextTable.Column(title: "A")])
    table.add(["röd\u{1B}[31m"])
    #expect(text(table) == "A\nröd␛[31m\n")
  }
}
