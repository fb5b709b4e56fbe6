import Criteria
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

/// Räkneexempel, inte belägg: the calculations of "Så mycket bättre", 1.3, come out of proposal fields.
@Suite struct SeedCalculationTests {
  @Test func theFiguresOfThePaper() throws {
    let folder = "Tests/ScoringTests/Fixtures/rakneexempel/"
    let data = try Rounds.load(
      folder + "omgang", rules: folder + "rakneexempel.rules.yaml", form: folder + "rakneexempel.form.yaml")
    let result = try scoreRound(data).proposals[0]
    let figures: [String: String] = [
      // 480 × 12.5 %
      "personer": "60",
      // 600 Mkr over 20 years at 4 %: 44.149 a year; its first four years are worth 160.3
      "mandatperiod": "160.3",
      "tre-procent": "657",
      // a quarter, gross
      "lang-sikt": "150", "fyra-ar": "40",
      // 40 person-years of 0.5 and 0.25 Mkr, less 4 Mkr
      "samhallet": "16", "offentligt": "6",
    ]
    #expect(data.ruleset.columns.count == figures.count)
    for (column, value) in zip(data.ruleset.columns, result.columns) {
      guard case .number(let number) = value else {
        Issue.record("\(column.id) is no number")
        continue
      }
      #expect(number.text == figures[column.id], "\(column.id)")
    }
    #expect(result.total.low == Rational(100) && result.total.isKnown)
  }
}
