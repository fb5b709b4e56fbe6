import Testing

@testable import Presentation

@Suite struct MarkdownTextTests {
  @Test func `users' words are text`() {
    #expect(
      MarkdownText.escaped("*fet* [länk](x) <b> a|b # 1") == "\\*fet\\* \\[länk\\](x) \\<b\\> a\\|b \\# 1")
  }

  @Test func `a line does not begin a list`() {
    #expect(MarkdownText.escaped("1. först") == "1\\. först")
    #expect(MarkdownText.escaped("- först") == "\\- först")
    #expect(MarkdownText.escaped("2026 är året") == "2026 är året")
  }

  @Test func `a table has its heading row`() {
    #expect(
      MarkdownText.table(["A", "B"], right: [false, true], rows: [["x", "1"]])
        == "| A | B |\n| --- | ---: |\n| x | 1 |\n")
  }
}
