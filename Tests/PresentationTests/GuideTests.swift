import Diagnostics
import Foundation
import Presentation
import Scoring
import Testing

/// The answers that docs/guide.md gives for the example round are those that the commands give.
@Suite struct GuideTests {
  private func guide() throws -> String {
    try String(contentsOf: Rounds.root.appendingPathComponent("docs/guide.md"), encoding: .utf8)
  }

  @Test func `what is missing`() throws {
    let report = try Rounds.example("exempel")
    let gaps = try report.gaps()
    #expect(try guide().contains("I \(gaps.pairs.count) av \(gaps.pairCount) jämförelser"))
    let nystart = try #require(report.proposal("nystart-norr"))
    let list = report.supplementText(gaps, for: nystart, .swedish)
    #expect(list.contains("  2. ") && list.contains("  7. ") && !list.contains("  8. "))
  }

  @Test func `how far the assessors agree`() throws {
    let views = try Rounds.example("exempel").assessorViews()
    let agreed = views.reduce(0) { $0 + $1.agreed }
    let compared = views.reduce(0) { $0 + $1.compared }
    #expect(try guide().contains("I \(agreed) av \(compared) frågor"))
  }

  @Test func `what would earn more`() throws {
    let report = try Rounds.example("exempel")
    let proposal = try #require(report.proposal("vagen-vidare"))
    let found = try report.improvements(at: proposal.index)
    let text = report.improvementText(
      found, goal: (.rank(1), try report.way(to: .rank(1), for: found)), .swedish)
    for words in [
      "+6,3  65,6–74,4  Handlingen ”Förvaltningschefens besked",
      "+5,0  64,4–74,4  Handlingen ”Överenskommelse om hänvisning",
      "+2,5  61,9–76,9  Bredd bland parter och andra aktörer, Fjärde part",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(text.contains("Ett steg räcker:\n  1. Handlingen ”Förvaltningschefens besked"))
    #expect(try guide().contains("65,6–74,4"))
  }

  @Test func `why one stands before another`() throws {
    let report = try Rounds.example("exempel")
    let first = try #require(report.proposal("stegen"))
    let second = try #require(report.proposal("vagen-vidare"))
    let text = report.contrastText(
      try contrast(report.data, report.result, first.index, second.index), .swedish)
    for figure in ["+8,750", "+3,125", "−6,250", "−4,000", "+1,625"] { #expect(text.contains(figure)) }
  }
}
