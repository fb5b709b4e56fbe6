import Criteria
import Diagnostics
import ExactNumbers
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

  @Test func `the manifest of a paper`() throws {
    for pdf in [nil, "WeasyPrint 70.0"] {
      let text = PaperManifest.text(
        try Rounds.example("exempel"), inputs: [SourceFile(path: "exempel/stegen.yaml", bytes: [1])],
        outputs: [SourceFile(path: "underlag.docx", bytes: [])], engineVersion: "0.1.0", pdf: pdf, .swedish)
      #expect(try validator("manifest-1").problems(in: text) == [])
      // SHA-256 of no bytes and of the byte 1.
      #expect(text.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
      #expect(text.contains("4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"))
    }
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

  @Test(arguments: ["exempel", "lopande"])
  func `what is missing, the assessors and the economy`(_ name: String) throws {
    let report = try Rounds.example(name)
    let gaps = try report.gaps()
    #expect(try validator("missing-1").problems(in: report.missingJSON(gaps).text()) == [])
    let assessors = report.assessorJSON(report.assessorViews()).text()
    #expect(try validator("assessors-1").problems(in: assessors) == [])
    let economy = report.economyJSON(report.economyResults()).text()
    #expect(try validator("economy-1").problems(in: economy) == [])
    let supplement = try validator("supplement-1")
    for result in report.result.proposals {
      let text = report.supplementJSON(gaps, for: result).text()
      #expect(try supplement.problems(in: text) == [], "\(result.id)")
    }
  }

  @Test func `every pair side by side`() throws {
    let report = try Rounds.mini()
    let count = report.result.proposals.count
    var contrasts: [Contrast] = []
    for first in 0..<count {
      for second in 0..<count where second != first {
        contrasts.append(try contrast(report.data, report.result, first, second))
      }
    }
    let text = report.contrastJSON(contrasts).text()
    #expect(try validator("contrast-1").problems(in: text) == [])
    #expect(text.contains("\"closeness\": \"open\"") && text.contains("\"closeness\": \"apart\""))
  }

  @Test func `what was found in a broken round`() throws {
    let text = "schema: beredning/proposal/1\nid: [\n"
    let broken = SourceFile(path: "mini/trasig.yaml", bytes: Array(text.utf8))
    var files = try Rounds.files(
      Rounds.root.appendingPathComponent("Tests/PresentationTests/Fixtures/mini/omgang"))
    files.proposals.append(broken)
    let loaded = loadRound(files)
    #expect(loaded.findings.hasErrors)
    let told = loaded.findings.json(sources: loaded.sources).text()
    #expect(try validator("findings-1").problems(in: told) == [])
  }

  @Test func `what would earn more`() throws {
    let report = try Rounds.mini(.summary)
    let validator = try validator("improvements-1")
    for result in report.result.proposals {
      let found = try report.improvements(at: result.index)
      #expect(try validator.problems(in: report.improvementJSON(found).text()) == [], "\(result.id)")
      let way = try report.way(to: .total(60), for: found)
      let text = report.improvementJSON(found, goal: (.total(60), way)).text()
      #expect(try validator.problems(in: text) == [], "\(result.id)")
    }
  }

  @Test func `a draft`() throws {
    let report = try Rounds.mini(.summary)
    let validator = try validator("check-1")
    for proposal in report.data.proposals {
      let check = try selfCheck(
        proposal, ruleset: report.data.ruleset, asOf: report.data.round.asOf, sources: report.sources)
      let text = check.json().text()
      #expect(try validator.problems(in: text) == [], "\(proposal.id)")
      #expect(!text.contains("\"rank\""))
    }
  }

  @Test func `a draft in words, in both languages`() throws {
    let report = try Rounds.mini(.summary)
    let validator = try validator("check-view-1")
    #expect(!report.data.proposals.isEmpty)
    for proposal in report.data.proposals {
      for improving in [false, true] {
        let check = try selfCheck(
          proposal, ruleset: report.data.ruleset, asOf: report.data.round.asOf, sources: report.sources,
          improving: improving)
        for language in [Language.swedish, .english] {
          let text = check.viewJSON(language).text()
          #expect(try validator.problems(in: text) == [], "\(proposal.id)")
          #expect(text.contains("\"improvements\": null") == !improving)
        }
      }
    }
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
