import Diagnostics
import ExactNumbers
import Foundation
import Presentation
import Scoring
import TestSupport
import Testing

/// Whether the mini round's order holds. Its figures are worked out in Fixtures/mini/README.md.
@Suite struct RobustnessTests {
  private func mini(_ options: RobustnessOptions = RobustnessOptions(), weights: [Rational]? = nil) throws
    -> (
      report: RoundReport, robustness: Robustness
    )
  {
    let report = try Rounds.mini(.values, weights: weights)
    return (report, try robustness(report.data, report.result, options: options))
  }

  @Test func `as text in Swedish`() throws {
    let (report, found) = try mini()
    Snapshot.expect(report.robustnessText(found, .swedish), matches: "robustness-sv.txt")
  }

  @Test func `as text in English`() throws {
    let (report, found) = try mini()
    Snapshot.expect(report.robustnessText(found, .english), matches: "robustness-en.txt")
  }

  @Test func `as Markdown`() throws {
    let (report, found) = try mini()
    Snapshot.expect(report.robustnessMarkdown(found, .swedish), matches: "robustness-sv.md")
  }

  @Test func `the verdict comes first, with who may pass and why`() throws {
    let (report, found) = try mini()
    let text = report.robustnessText(found, .swedish)
    #expect(
      text.contains(
        """
        Alfa ligger först, men det är öppet: det som saknas eller inte är prövat kan ändra det.
         · Beta får 73–100 poäng, beroende på det som inte är känt. Alfa har minst 80.

        """))
  }

  @Test func `flips are exact in JSON and rounded in text`() throws {
    let (report, found) = try mini()
    let document = try Document(report.robustnessJSON(found).text())
    let flips = document["groups"].items[0]["pairs"].items[0]["flips"].items
    #expect(flips[0]["at"].items[0]["weight"]["share"]["exact"].text == "10/19")
    #expect(flips[0]["at"].items[0]["weight"]["share"]["shown"].text == "52,6\u{A0}%")
    #expect(flips[1]["at"].items[0]["weight"]["share"]["exact"].text == "9/19")
    #expect(document["groups"].items[0]["pairs"].items[0]["radius"]["exact"].text == "7/47")
    let text = report.robustnessText(found, .english)
    #expect(text.contains("below 52.6%") && text.contains("above 47.4%") && text.contains("±14.9%"))
  }

  @Test func `a weight change of all the weights is stated in per cent of their sum`() throws {
    // 3 and 2 of 5 are the weights of the ruleset on another scale.
    let (report, found) = try mini(weights: [3, 2])
    let text = report.robustnessText(found, .swedish)
    #expect(text.contains("under 52,6 %") && text.contains("PRÖVNING MED EGNA VIKTER"))
  }

  @Test func `rank acceptability agrees with the integral`() throws {
    // 1 − ½ · ln(0.95 / 0.5) / 0.45 = 0.2868, README.
    let (report, found) = try mini(RobustnessOptions(samples: 40_000, seed: 3))
    let whole = try #require(found.acceptability.first { $0.space == .all })
    #expect(report.result.proposals[whole.members[0]].id == "alfa")
    #expect(abs(whole.result.acceptability(0, rank: 1) - 0.2868) < 0.0068)
    #expect(whole.result.count(0, rank: 1) + whole.result.count(1, rank: 1) == 40_000)
  }

  @Test func `the same seed gives the same bytes, another seed others`() throws {
    let texts = try [UInt64(1), 1, 2].map { seed in
      let (report, found) = try mini(RobustnessOptions(samples: 1_000, seed: seed))
      return report.robustnessJSON(found).text()
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != texts[2])
  }

  @Test(arguments: ["exempel", "lopande"])
  func `no line is wider than the terminal`(_ name: String) throws {
    let report = try Rounds.example(name)
    let found = try robustness(report.data, report.result, options: RobustnessOptions(samples: 100))
    for width in [72, 100, 140] {
      for language in [Language.swedish, .english] {
        let text = report.robustnessText(found, language, style: TextStyle(width: width))
        for line in text.split(separator: "\n") {
          #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
        }
      }
    }
  }

  @Test(arguments: ["exempel", "lopande"])
  func `the JSON fits its schema`(_ name: String) throws {
    let validator = try SchemaValidator(
      contentsOf: Rounds.root.appendingPathComponent("docs/schemas/robustness-1.schema.json"))
    let report = try Rounds.example(name)
    let found = try robustness(report.data, report.result, options: RobustnessOptions(samples: 100))
    #expect(try validator.problems(in: report.robustnessJSON(found).text()) == [])
    let (mini, own) = try mini()
    #expect(try validator.problems(in: mini.robustnessJSON(own).text()) == [])
  }

  // MARK: Options

  @Test func `options as they are written`() throws {
    let usual = try RobustnessOptions(samples: nil, seed: nil, within: nil)
    #expect(usual == RobustnessOptions(samples: 10_000, seed: 1, share: RobustnessOptions.fifth))
    let own = try RobustnessOptions(samples: "100", seed: "18446744073709551615", within: "12.5")
    #expect(own.samples == 100 && own.seed == .max && own.share == Rational("1/8"))
  }

  @Test(arguments: [
    ("99", "1", "20", RobustnessOptionsError.samples("99")),
    ("1000001", "1", "20", .samples("1000001")), ("många", "1", "20", .samples("många")),
    ("100", "-1", "20", .seed("-1")), ("100", "1", "0.5", .within("0.5")),
    ("100", "1", "101", .within("101")), ("100", "1", "12,5", .within("12,5")),
  ])
  func `what is no option`(
    _ samples: String, _ seed: String, _ within: String, _ expected: RobustnessOptionsError
  ) {
    #expect(throws: expected) { try RobustnessOptions(samples: samples, seed: seed, within: within) }
  }
}
