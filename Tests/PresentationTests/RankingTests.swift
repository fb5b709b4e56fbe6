import Diagnostics
import ExactNumbers
import Foundation
import Presentation
import Scoring
import TestSupport
import Testing

/// The mini round in every format. Its figures are worked out in Fixtures/mini/README.md.
@Suite struct RankingTests {
  @Test func `as text in Swedish`() throws {
    Snapshot.expect(try Rounds.mini(.summary).rankingText(.swedish), matches: "ranking-sv.txt")
  }

  @Test func `as text in English`() throws {
    Snapshot.expect(try Rounds.mini(.summary).rankingText(.english), matches: "ranking-en.txt")
  }

  @Test func `as Markdown`() throws {
    Snapshot.expect(try Rounds.mini(.summary).rankingMarkdown(.swedish), matches: "ranking-sv.md")
  }

  @Test func `as CSV`() throws {
    Snapshot.expect(try Rounds.mini(.summary).rankingCSV(.swedish), matches: "ranking-sv.csv")
  }

  @Test func `a trial is stamped in every format`() throws {
    // Equal weights: alfa 50 + 25 = 75, beta 27.5…50 + 50 = 77.5…100: certainly above, and 2.5 apart.
    let report = try Rounds.mini(.summary, weights: [50, 50])
    let text = report.rankingText(.swedish)
    #expect(
      text.contains(
        """
        PRÖVNING MED EGNA VIKTER – inte styrelsens viktning
        Vikter: bredd 50 (i reglerna 60), nytta 50 (i reglerna 40)

        """))
    #expect(text.contains("1        Beta     god–stark  stark     78 (78–100)"))
    #expect(
      report.rankingMarkdown(.swedish).contains("**PRÖVNING MED EGNA VIKTER – inte styrelsens viktning**"))
    #expect(
      report.rankingCSV(.swedish).contains(
        "\"EXEMPEL, ej beslutade. PRÖVNING MED EGNA VIKTER – inte styrelsens viktning\""))
    #expect(report.rankingJSON().text(.compact).contains("\"trial\":true"))
  }

  @Test(arguments: ["exempel", "lopande"])
  func `no line is wider than the terminal`(_ name: String) throws {
    let report = try Rounds.example(name)
    for width in [72, 80, 100, 140] {
      for language in [Language.swedish, .english] {
        for line in report.rankingText(language, style: TextStyle(width: width)).split(separator: "\n") {
          #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }

  @Test func `nothing but an adopted ruleset goes without its stamp`() throws {
    let report = try Rounds.mini(.summary)
    #expect(report.rankingText(.swedish).contains("EXEMPEL, ej beslutade"))
    #expect(report.rankingMarkdown(.english).contains("EXAMPLE, not adopted"))
    #expect(report.rankingCSV(.swedish).contains("EXEMPEL, ej beslutade"))
    #expect(report.rankingJSON().text().contains("\"status\": \"example\""))
  }
}
