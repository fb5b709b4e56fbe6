import Diagnostics
import ExactNumbers
import Foundation
import Presentation
import Scoring
import TestSupport
import Testing

/// What would earn more, what is missing and who assessed what, on the mini round. The figures are worked out in
/// Fixtures/mini/README.md.
@Suite struct GainsTests {
  @Test func `what would earn beta more`() throws {
    let report = try Rounds.mini(.summary)
    let beta = try #require(report.proposal("beta"))
    let found = try report.improvements(at: beta.index)
    Snapshot.expect(report.improvementText(found, .swedish), matches: "improve-beta-sv.txt")
    Snapshot.expect(report.improvementText(found, .english), matches: "improve-beta-en.txt")
    Snapshot.expect(report.improvementMarkdown(found, .swedish), matches: "improve-beta-sv.md")
  }

  @Test func `the way of gamma to the first place`() throws {
    let report = try Rounds.mini(.summary)
    let gamma = try #require(report.proposal("gamma"))
    let found = try report.improvements(at: gamma.index)
    let way = try report.way(to: .rank(1), for: found)
    let text = report.improvementText(found, goal: (.rank(1), way), .swedish)
    Snapshot.expect(text, matches: "improve-gamma-sv.txt")
    let none = try report.way(to: .total(100), for: found)
    #expect(none?.total.low == 100)
  }

  @Test func `what is missing in the round`() throws {
    let report = try Rounds.mini(.summary)
    let gaps = try report.gaps()
    Snapshot.expect(report.missingText(gaps, .swedish), matches: "missing-sv.txt")
    Snapshot.expect(report.missingText(gaps, .english), matches: "missing-en.txt")
    Snapshot.expect(report.missingMarkdown(gaps, .swedish), matches: "missing-sv.md")
    #expect(gaps.pairCount == 3)
    #expect(gaps.pairs.count == 1)
  }

  @Test func `an applicant's list says nothing of points, ranks or others`() throws {
    let report = try Rounds.mini(.summary)
    let gaps = try report.gaps()
    let delta = try #require(report.proposal("delta"))
    let text = report.supplementText(gaps, for: delta, .swedish)
    Snapshot.expect(text, matches: "supplement-delta-sv.txt")
    Snapshot.expect(report.supplementMarkdown(gaps, for: delta, .english), matches: "supplement-delta-en.md")
    for word in ["poäng", "plats", "Alfa", "Beta"] { #expect(!text.contains(word)) }
    let alfa = try #require(report.proposal("alfa"))
    #expect(report.supplementText(gaps, for: alfa, .swedish).contains("Ansökan är komplett."))
  }

  @Test func `the assessors of every proposal`() throws {
    let report = try Rounds.mini(.summary)
    Snapshot.expect(
      report.assessorOverview(report.assessorViews(), .swedish), matches: "assessors-sv.txt")
    let gamma = try #require(report.proposal("gamma"))
    Snapshot.expect(
      report.assessorText(report.assessorViews([gamma]), .english), matches: "assessors-gamma-en.txt")
    Snapshot.expect(
      report.assessorMarkdown(report.assessorViews([gamma]), .swedish), matches: "assessors-gamma-sv.md")
  }

  /// The source's own figures: 20 million for society and 10 for the public sector are gross, 16 and 6 net.
  @Test func `the economy of an example says how each figure is counted`() throws {
    let report = try Rounds.example("exempel")
    let proposal = try #require(report.proposal("snabbare-in"))
    let lines = report.economyMarkdown(report.economyResults([proposal]), .swedish).split(separator: "\n")
    func line(_ title: String) -> String? { lines.first { $0.hasPrefix("| \(title) |") }.map(String.init) }
    #expect(
      line("Nuvärde av nyttan, samhället")
        == "| Nuvärde av nyttan, samhället | 6,0\u{A0}Mkr | 20,0\u{A0}Mkr | 20,0\u{A0}Mkr | brutto, 4 år, 0\u{A0}% ränta, 2026 års priser |"
    )
    #expect(line("Nuvärde av nyttan minus kostnaden, samhället")?.contains("16,0\u{A0}Mkr") == true)
    #expect(line("Nuvärde av nyttan minus kostnaden, offentlig sektor")?.contains(" 6,0\u{A0}Mkr") == true)
    #expect(line("Nuvärde av nyttan minus kostnaden, offentlig sektor")?.contains("| netto, ") == true)
    let text = lines.joined(separator: "\n")
    #expect(text.contains("Jämförbart: Västerbergslagen, egen försörjning inom 12 månader, 10\u{A0}%"))
    #expect(
      text.contains("Ej jämförbart: Västerbergslagen, egen försörjning inom 24 månader (annat: månader)"))
  }

  @Test(arguments: ["exempel", "lopande"])
  func `no line is wider than the terminal`(_ name: String) throws {
    let report = try Rounds.example(name)
    let gaps = try report.gaps()
    let views = report.assessorViews()
    let economy = report.economyResults()
    for width in [72, 100] {
      let style = TextStyle(width: width)
      for language in [Language.swedish, .english] {
        var texts = [
          report.missingText(gaps, language, style: style),
          report.assessorOverview(views, language, style: style),
          report.assessorText(views, language, style: style),
          report.economyText(economy, language, style: style),
        ]
        texts += report.result.proposals.map {
          report.supplementText(gaps, for: $0, language, style: style)
        }
        for line in texts.joined(separator: "\n").split(separator: "\n") {
          #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }
}
