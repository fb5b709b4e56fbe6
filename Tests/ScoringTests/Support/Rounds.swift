import Criteria
import Diagnostics
import ExactNumbers
import Testing
import TestSupport

@testable import Scoring

/// Rounds for tests, from folders of the repository or from text.
enum Rounds {
  static func load(_ folder: String, rules: String, form: String) throws -> RoundData {
    let names = Repository.names(in: folder).filter { $0.hasSuffix(".yaml") }
    let own = ["round.yaml", "declarations.yaml"]
    let loaded = loadRound(
      RoundFiles(
        round: try #require(Repository.file(folder + "/round.yaml")),
        rules: try #require(Repository.file(rules)), form: try #require(Repository.file(form)),
        proposals: names.filter { !own.contains($0) }.compactMap { Repository.file(folder + "/" + $0) },
        assessments: Repository.names(in: folder + "/assessments").compactMap {
          Repository.file(folder + "/assessments/" + $0)
        },
        declarations: Repository.file(folder + "/declarations.yaml")))
    return try read(loaded)
  }

  /// A round from text. `rules` is what comes after the first lines of a ruleset.
  static func make(
    fields: String, rules: String, proposals: [(id: String, fields: String)],
    sheets: [(proposal: String, role: String, text: String)] = [], declarations: String? = nil,
    round: String = ""
  ) throws -> RoundData {
    func file(_ path: String, _ text: String) -> SourceFile {
      SourceFile(path: path, bytes: Array(text.utf8))
    }
    let loaded = loadRound(
      RoundFiles(
        round: file(
          "round.yaml",
          """
          schema: beredning/round/1
          round: prov
          title: Prov
          rules: ../r.rules.yaml
          dates: {closing: 2026-09-01}
          roles:
            - {id: chef, title: Chef}
            - {id: grupp, title: Grupp}
          \(round)
          """),
        rules: file(
          "../r.rules.yaml",
          """
          schema: beredning/ruleset/1
          ruleset: r
          version: "1"
          status: example
          title: Prov
          form: f
          valid: {from: 2026-01-01, review: 2027-01-01}
          scale: 100
          \(rules)
          """),
        form: file(
          "../f.form.yaml",
          """
          schema: beredning/form/1
          form: f
          version: "1"
          title: Prov
          \(fields)
          """),
        proposals: proposals.map {
          file("\($0.id).yaml", "schema: beredning/proposal/1\nid: \($0.id)\nform: f\n\($0.fields)\n")
        },
        assessments: sheets.map {
          file(
            "assessments/\($0.proposal).\($0.role).yaml",
            """
            schema: beredning/assessment/1
            proposal: \($0.proposal)
            role: \($0.role)
            date: 2026-09-10
            \($0.text)
            """)
        },
        declarations: declarations.map {
          file("declarations.yaml", "schema: beredning/declarations/1\ndeclarations:\n\($0)\n")
        }))
    return try read(loaded)
  }
}

extension Rounds {
  /// The data, or a failure that shows the findings and not the bytes.
  private static func read(_ loaded: LoadedRound) throws -> RoundData {
    let data = loaded.data
    let findings = FindingRenderer(sources: loaded.sources, language: .english).renderAll(loaded.findings)
    return try #require(data, Comment(rawValue: findings))
  }
}

extension Rational {
  /// For expected values: "61.25", "125/9".
  static func of(_ text: String) -> Rational {
    if let fraction = Rational(text) { return fraction }
    return try! Rational(Decimal(text)!)
  }
}
