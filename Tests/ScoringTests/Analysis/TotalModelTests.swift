import Criteria
import ExactNumbers
import Testing

@testable import Scoring

@Suite struct TotalModelTests {
  /// The model takes the rules' place: any weights give what scoring with them gives, at both ends.
  @Test func agreesWithScoringForAnyWeights() throws {
    var random = SplitMix64(seed: 11)
    var (narrowed, bent, alternatives) = (0, 0, 0)
    for number in 0..<100 {
      let data = try GeneratedRound(&random, .init(proposals: 1...3, missing: 3)).data
      let count = data.ruleset.criteria.count
      for proposal in data.proposals.indices {
        let scoring = ProposalScoring(data, at: proposal, options: ScoringOptions(detail: .values))
        let model = try scoring.model()
        for _ in 0..<3 {
          let weights = try (0..<count).map { _ in try Rational(1 + Int(random.next(below: 40)), 3) }
          let options = ScoringOptions(weights: weights, detail: .values)
          let total = try ProposalScoring(data, at: proposal, options: options).total([:]).contribution
          #expect(
            try model.total(weights) == Interval(total.low, total.high),
            "round \(number), proposal \(proposal), weights \(weights)")
        }
        if model.low.count > 1 || model.low[0].count > 1 { alternatives += 1 }
        if try scoring.total([:]).children.contains(where: { $0.kind == .adjustment(.dependency) }) {
          narrowed += 1
        }
        if model.patterns.contains(where: { $0.contains(false) }) { bent += 1 }
      }
    }
    // The generator reaches what it is for.
    #expect(narrowed > 5 && bent > 60 && alternatives > 40)
  }

  /// Leaving out a criterion is scoring by a ruleset that has only the others.
  @Test func leavingOutIsAsIfItWereNotThere() throws {
    let fields =
      "fields:\n"
      + ["a", "b", "c"].map { "  - {field: \($0), type: integer, min: 0, max: 4, label: L}" }
      .joined(separator: "\n") + "\n  - {field: n, type: boolean, label: N}"
    func rules(_ ids: [String]) -> String {
      let weights = ["a": 5, "b": 3, "c": 2]
      return "criteria:\n"
        + ids.map { id in
          let lines = [
            "  - id: \(id)", "    title: T", "    weight: \(weights[id]!)", "    measure:", "      of: \(id)",
            "      points: {0: 0, 4: 100}",
          ]
          // b's weight goes to a alone, and so to the others once a is gone.
          let to = ids.contains("a") ? "a" : "c"
          return
            (lines + (id == "b" ? ["    not_applicable:", "      when: n", "      weight_to: [\(to)]"] : []))
            .joined(separator: "\n")
        }.joined(separator: "\n")
    }
    let proposals = [
      ("p", "a: 1\nb: 4\nc: 2\nn: nej"), ("q", "a: 3\nb: 0\nc: 1\nn: ja"), ("r", "a: 2\nc: 4\nn: nej"),
    ]
    let whole = try Rounds.make(fields: fields, rules: rules(["a", "b", "c"]), proposals: proposals)
    let left = try leaveOneOut(whole, scoreRound(whole))
    for (number, id) in ["a", "b", "c"].enumerated() {
      let rest = try Rounds.make(
        fields: fields, rules: rules(["a", "b", "c"].filter { $0 != id }), proposals: proposals)
      let expected = try scoreRound(rest)
      #expect(left[number].totals == expected.proposals.map { $0.total })
      #expect(left[number].groups[0].map { $0.proposal } == expected.groups[0].ranked.map { $0.proposal })
      #expect(left[number].groups[0].map { $0.rank } == expected.groups[0].ranked.map { $0.rank })
    }
  }
}
