import Diagnostics
import ExactNumbers
import Foundation
import Presentation
import Scoring
import TestSupport
import Testing

/// The mini round within its frame. Its figures are worked out in Fixtures/mini/README.md.
@Suite struct FrameTests {
  private func mini() throws -> (report: RoundReport, frame: FrameResult) {
    let report = try Rounds.mini(.values)
    return (report, try #require(try withinFrame(report.data, report.result)))
  }

  @Test func `as text in Swedish`() throws {
    let (report, frame) = try mini()
    Snapshot.expect(report.frameText(frame, .swedish), matches: "frame-sv.txt")
  }

  @Test func `as text in English`() throws {
    let (report, frame) = try mini()
    Snapshot.expect(report.frameText(frame, .english), matches: "frame-en.txt")
  }

  @Test func `as Markdown`() throws {
    let (report, frame) = try mini()
    Snapshot.expect(report.frameMarkdown(frame, .swedish), matches: "frame-sv.md")
  }

  @Test func `the figures of the README`() throws {
    let (report, frame) = try mini()
    let id = { (proposal: Int) in report.result.proposals[proposal].id }
    #expect(frame.left == [1_600_000])
    #expect(frame.line.above.map(id) == ["alfa"])
    #expect(frame.line.entries[1].lacking == [100_000])
    #expect(frame.passingOver.above.map(id) == ["alfa", "gamma"])
    let sets = frame.sets.compactMap { $0.solution }
    #expect(sets.map { $0.members.map { id($0.proposal) } } == [["alfa", "gamma"], ["alfa"]])
    #expect(sets.map { $0.total } == [104, 80])
    let memberships = frame.memberships.map { [id($0.proposal), "\($0.sets)", "\($0.of)"] }
    #expect(memberships == [["alfa", "18", "18"], ["beta", "8", "18"], ["gamma", "6", "18"]])
    let points = frame.line.entries.map {
      frame.pointsPerHundredThousand(report.result.proposals[$0.proposal])
    }
    #expect(points == [16, Rational("73/12"), 8])
  }

  @Test func `sets are alternatives to try, never a proposal, and the page says why sums mislead`() throws {
    let (report, frame) = try mini()
    let text = report.frameText(frame, .swedish)
    #expect(text.contains("Alternativ att pröva\nDet här är inga förslag till beslut"))
    #expect(text.contains("vinner därför många små förslag"))
    #expect(text.contains("── här tar pengarna slut ──\n2      Beta"))
  }

  @Test(arguments: ["exempel", "lopande"])
  func `no line is wider than the terminal`(_ name: String) throws {
    let report = try Rounds.example(name)
    let frame = try #require(try withinFrame(report.data, report.result))
    for width in [72, 100, 140] {
      for language in [Language.swedish, .english] {
        let text = report.frameText(frame, language, style: TextStyle(width: width))
        for line in text.split(separator: "\n") {
          #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }

  @Test(arguments: ["exempel", "lopande"])
  func `the JSON fits its schema`(_ name: String) throws {
    let validator = try SchemaValidator(
      contentsOf: Rounds.root.appendingPathComponent("docs/schemas/frame-1.schema.json"))
    let report = try Rounds.example(name)
    let frame = try #require(try withinFrame(report.data, report.result))
    #expect(try validator.problems(in: report.frameJSON(frame).text()) == [])
    let (mini, own) = try mini()
    #expect(try validator.problems(in: mini.frameJSON(own).text()) == [])
  }
}
