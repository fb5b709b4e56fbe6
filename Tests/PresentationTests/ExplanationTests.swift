import Diagnostics
import Foundation
import Presentation
import Scoring
import TestSupport
import Testing

/// Explanations of the mini round. Its figures are worked out in Fixtures/mini/README.md.
@Suite struct ExplanationTests {
  @Test(arguments: ["beta", "gamma", "eta", "zeta"])
  func `as text`(_ id: String) throws {
    let report = try Rounds.mini()
    let result = try #require(report.proposal(id))
    Snapshot.expect(report.explanationText(result, .swedish), matches: "explain-\(id)-sv.txt")
  }

  @Test func `as text in English`() throws {
    let report = try Rounds.mini()
    let result = try #require(report.proposal("beta"))
    Snapshot.expect(report.explanationText(result, .english), matches: "explain-beta-en.txt")
  }

  @Test func `as Markdown`() throws {
    let report = try Rounds.mini()
    let result = try #require(report.proposal("beta"))
    Snapshot.expect(try #require(report.explanationMarkdown(result, .swedish)), matches: "explain-beta-sv.md")
  }

  @Test func `one criterion alone, with its sources by name`() throws {
    let report = try Rounds.mini()
    let result = try #require(report.proposal("beta"))
    let text = try #require(report.explanationText(result, criterion: "bredd", .swedish))
    #expect(
      text == """
        Bredd: 55 av 100 (55–100), ger 33 av 60 poäng
          Parten har en avsikt     40 av 40  Parten åtar sig något: avtal.
          Parten har avtalat    15–60 av 60  Partens åtagande är avtal, kravet är avtal (beta.yaml:7).
                                             ”Avtal om handledare” är inte sedd och räknas tills vidare som
                                             ”egen beskrivning” (beta.yaml:10). Sedd ger den 60.
                                             För mer: Teckna ett avtal.
          Källa: En debattskrift, s. 4; s. 15 (debattskrift)
        Miniomgången · regler mini v1 (EXEMPEL, ej beslutade) · läget 2026-09-15

        """)
    #expect(report.explanationText(result, criterion: "längd", .swedish) == nil)
  }

  @Test(arguments: ["exempel", "lopande"])
  func `no line is wider than the terminal`(_ name: String) throws {
    let report = try Rounds.example(name)
    for result in report.result.proposals {
      for width in [72, 100] {
        for line in report.explanationText(result, .swedish, style: TextStyle(width: width)).split(
          separator: "\n")
        {
          #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }
}
