import Diagnostics
import Foundation
import Presentation
import Scoring
import Testing

/// What the command writes fits the schemas that docs/schemas publishes.
@Suite struct SchemaTests {
  private func validator(_ name: String) throws -> SchemaValidator {
    try SchemaValidator(contentsOf: Rounds.root.appendingPathComponent("docs/schemas/\(name).schema.json"))
  }

  @Test(arguments: ["exempel", "lopande"])
  func `a ranked example round`(_ name: String) throws {
    let problems = try validator("result-1").problems(in: Rounds.example(name).rankingJSON().text())
    #expect(problems == [])
  }

  @Test func `a ranked round with everything that can be open`() throws {
    #expect(try validator("result-1").problems(in: Rounds.mini(.summary).rankingJSON().text()) == [])
  }

  @Test func `every explanation`() throws {
    let validator = try validator("explanation-1")
    let report = try Rounds.mini()
    for result in report.result.proposals {
      let text = try #require(report.explanationJSON(result)).text()
      #expect(try validator.problems(in: text) == [], "\(result.id)")
    }
  }

  @Test func `an explanation of one criterion`() throws {
    let report = try Rounds.mini()
    let result = try #require(report.proposal("beta"))
    let text = try #require(report.explanationJSON(result, criterion: "bredd")).text()
    #expect(try validator("explanation-1").problems(in: text) == [])
    #expect(report.explanationJSON(result, criterion: "längd") == nil)
  }

  @Test func `the validator finds what does not fit`() throws {
    let validator = try validator("result-1")
    var text = try Rounds.mini(.summary).rankingJSON().text()
    text = text.replacingOccurrences(of: "\"status\": \"example\"", with: "\"status\": \"exempel\"")
    text = text.replacingOccurrences(of: "\"trial\": false", with: "\"trial\": 0, \"extra\": 1")
    let problems = try validator.problems(in: text)
    #expect(problems.contains("$: unknown extra"))
    #expect(problems.contains("$.trial: is not [\"boolean\"]"))
    #expect(problems.contains { $0.hasPrefix("$.ruleset.status: is none of") })
  }
}
