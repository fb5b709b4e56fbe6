import Testing

@testable import Presentation

@Suite struct CSVTextTests {
  private func line(_ cells: [CSVText.Cell]) -> String {
    var csv = CSVText()
    csv.add(cells)
    return csv.text
  }

  @Test func `begins with a byte order mark and ends lines with CR LF`() {
    #expect(line([.text("å"), .number("1,5"), .empty]) == "\u{FEFF}å;1,5;\r\n")
  }

  @Test(arguments: ["=1+1", "+46", "-2", "@SUM(A1)", "\tx"])
  func `a text that begins like a formula is text to a spreadsheet`(_ text: String) {
    #expect(line([.text(text)]) == "\u{FEFF}'\(text)\r\n")
  }

  @Test func `a number of our own keeps its minus`() {
    #expect(line([.number("-2,5")]) == "\u{FEFF}-2,5\r\n")
  }

  @Test func `separators and quotes are quoted`() {
    #expect(line([.text("a;b"), .text("”ja” \"nej\"")]) == "\u{FEFF}\"a;b\";\"”ja” \"\"nej\"\"\"\r\n")
    #expect(line([.text("två\nrader")]) == "\u{FEFF}\"två\nrader\"\r\n")
  }
}
