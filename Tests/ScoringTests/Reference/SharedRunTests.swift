import Criteria
import Diagnostics
import FEEL
import Testing

@testable import Scoring

/// What is claimed is told from what is verified, where the two runs do not differ. Each must come to what it comes to
/// alone, with everything built anew.
@Suite struct SharedRunTests {
  private static let rounds: ClosedRange<UInt64> = 9_201...9_230

  /// The round's proposals, with what has been worked out of the verified run in the scoring.
  private func scorings(_ seed: UInt64) throws -> [(scoring: ProposalScoring, result: ProposalResult)] {
    let pipeline = RefPipeline(RefGenerator.makeCase(seed: seed, proposals: 6))
    guard let data = pipeline.loaded.data else { return [] }
    return try data.proposals.indices.map { index in
      let scoring = ProposalScoring(data, at: index, options: ScoringOptions())
      return (scoring, try scoring.result())
    }
  }

  @Test func `the fields of either run are those that building all of them gives`() throws {
    var assessed = 0
    for seed in Self.rounds {
      for (scoring, result) in try scorings(seed) {
        for (run, situation) in [(scoring.verified, scoring.known), (scoring.claimed, scoring.stated)] {
          let values = run.values([:])
          let whole = run.claims.context(
            override: { values[$0] }, seen: { run.seen($0, [:]) }, doubt: { run.doubt($0, [:]) })
          for (name, value) in whole.entries {
            #expect(
              situation.scope.value(of: name).map { "\($0)" } == "\(value)",
              "seed \(seed) \(result.id) \(run.run) \(name)")
          }
          assessed += run.assessedSlots.count
        }
      }
    }
    // The generator reaches what it is for.
    #expect(assessed > 100)
  }

  @Test func `what is claimed comes to the same when it is scored alone`() throws {
    var (differing, same) = (0, 0)
    for seed in Self.rounds {
      for (scoring, result) in try scorings(seed) {
        let alone = scoring.claimed.situation()
        #expect(
          scoring.stated.facts.map { "\($0)" } == alone.facts.map { "\($0)" }, "seed \(seed) \(result.id)")
        for detail in [Detail.summary, .full] {
          let evaluation = TotalEvaluation(base: scoring.claimed, weights: scoring.weights, detail: detail)
          let shared = told(try evaluation.total(in: scoring.stated))
          let isSame = shared == told(try evaluation.total(in: alone))
          #expect(isSame, "seed \(seed) \(result.id) \(detail)")
        }
        if told(result.verified) == told(result.claimed) { same += 1 } else { differing += 1 }
      }
    }
    #expect(same > 5 && differing > 30, "\(same) the same, \(differing) not")
  }

  @Test func `evidence names its documents as they were claimed`() throws {
    let data = try Rounds.make(
      fields: """
        documents: dokument
        fields:
          - {field: belägg, type: documents, label: Belägg}
          - field: dokument
            type: list
            key: id
            label: Dokument
            fields:
              - {field: id, type: id, label: Id}
              - {field: typ, type: choice, choices: [avtal], label: Typ}
              - {field: titel, type: text, label: Titel}
        """,
      rules: """
        evidence:
          levels:
            - {level: 0, label: inget}
            - {level: 1, label: sett}
          level: if document.seen then 1 else 0
        criteria:
          - id: k
            title: K
            weight: 100
            points:
              rules:
                - id: avtal
                  title: Avtal
                  points: 10
                  if: count(belägg) > 0
                  evidence:
                    of: belägg
                    at_least: 1
        """,
      proposals: [("ett", "belägg: [d1]\ndokument: [{id: d1, typ: avtal, titel: Påstådd}]")],
      sheets: [
        (
          "ett", "chef",
          """
          documents:
            - {document: d1, seen: ja}
          claims:
            - {field: "dokument[d1].titel", verdict: corrected, value: Rättad, reason: Läst}
          """
        )
      ])
    let result = try ProposalScoring(data, at: 0, options: ScoringOptions()).result()
    let titles = { (total: Explanation) in
      total.children[0].children[0].evidence.map { $0.documents.map { $0.title } }
    }
    #expect(titles(result.verified) == ["Rättad"])
    #expect(titles(result.claimed) == ["Påstådd"])
  }

  @Test func `a rule says what was claimed, also where only its reason tells of what was corrected`() throws {
    let data = try Rounds.make(
      fields: """
        fields:
          - {field: tal, type: integer, min: 0, max: 100, label: Tal}
          - {field: annat, type: integer, min: 0, max: 100, label: Annat}
        """,
      rules: """
        criteria:
          - id: k
            title: K
            weight: 100
            points:
              cap: 20
              rules:
                - id: eget
                  title: Eget
                  points: 10
                  if: tal > 1
                  because: "Talet är {tal}."
                - id: andras
                  title: Andras
                  points: 10
                  if: tal > 1
                  because: "Det andra är {annat}."
        """,
      proposals: [("ett", "tal: 3\nannat: 5")],
      sheets: [
        (
          "ett", "chef",
          "claims:\n  - {field: annat, verdict: corrected, value: 7, reason: Räknat igen}"
        )
      ])
    let result = try ProposalScoring(data, at: 0, options: ScoringOptions()).result()
    let reasons = { (total: Explanation) in total.children[0].children.map { $0.because?.sv } }
    #expect(reasons(result.verified) == ["Talet är 3.", "Det andra är 7."])
    #expect(reasons(result.claimed) == ["Talet är 3.", "Det andra är 5."])
  }
}
