import Criteria
import Diagnostics
import ExactNumbers
import Testing

@testable import Scoring

@Suite struct StabilityTests {
  /// Two criteria, 50 each, points 0 … 100 in both.
  static func round(
    _ proposals: [(id: String, a: String, b: String)], _ more: String = "", scenarios: [(Int, Int)] = []
  ) throws -> RoundData {
    var rules = """
      indistinguishable_within: 5
      \(more)
      criteria:
        - id: a
          title: A
          weight: 50
          measure:
            of: a
            points: {0: 0, 100: 100}
        - id: b
          title: B
          weight: 50
          measure:
            of: b
            points: {0: 0, 100: 100}

      """
    if !scenarios.isEmpty { rules += "scenarios:\n" }
    for (number, weights) in scenarios.enumerated() {
      rules += "  - {id: s\(number), title: S, weights: {a: \(weights.0), b: \(weights.1)}}\n"
    }
    return try Rounds.make(
      fields: """
        fields:
          - {field: a, type: integer, min: 0, max: 100, label: A}
          - {field: b, type: integer, min: 0, max: 100, label: B}
          - {field: klar, type: boolean, label: C}
        """, rules: rules, proposals: proposals.map { ($0.id, "a: \($0.a)\nb: \($0.b)") })
  }

  private func leader(_ data: RoundData) throws -> LeaderStability {
    let result = try robustness(data, scoreRound(data), options: RobustnessOptions(samples: 10))
    return try #require(result.stability[0].leader)
  }

  @Test func holds() throws {
    // 70 against 50: ahead on both, so no weights turn it.
    let found = try leader(Self.round([("p", "70", "70"), ("q", "60", "40")]))
    #expect(found.leader == 0 && found.stability == .holds && found.challengers.isEmpty)
    let alone = try leader(Self.round([("p", "70", "70")]))
    #expect(alone.stability == .holds)
  }

  @Test func equal() throws {
    // 70 and 66: nearer than 5, whatever else holds.
    let found = try leader(Self.round([("p", "70", "70"), ("q", "66", "66"), ("r", "10", "10")]))
    #expect(found.stability == .equal && found.challengers.map { $0.second } == [1])
    #expect(found.challengers[0].difference == 4)
    // Exactly 5 is not nearer than 5.
    #expect(try leader(Self.round([("p", "70", "70"), ("q", "65", "65")])).stability == .holds)
    #expect(try leader(Self.round([("p", "70", "70"), ("q", "70", "70")])).stability == .equal)
  }

  @Test func open() throws {
    // 70 against 10 … 60 and 20 … 70: the last may come level.
    let found = try leader(
      Self.round([("p", "70", "70"), ("q", "20", "saknas"), ("r", "40", "saknas")]))
    #expect(found.stability == .open && found.challengers.map { $0.second } == [2])
  }

  @Test func sensitiveToAWeight() throws {
    // p 56: 80, 32; q 50: 20, 80. With a at w: 32 + 48w against 80 − 60w, equal at 48/108 = 4/9 of 100: 44.4, which is
    // 11 per cent below 50.
    let found = try leader(Self.round([("p", "80", "32"), ("q", "20", "80")]))
    #expect(found.stability == .sensitive)
    let pair = try #require(found.challengers.first)
    // |30| and |−24|: 6 of 54.
    #expect(pair.radius == .of("1/9"))
    #expect(
      pair.reasons == [
        .weight(criterion: 0, flip: WeightFlip(weight: .of("400/9"), below: -1, above: 1, isExact: true)),
        .weight(criterion: 1, flip: WeightFlip(weight: .of("500/9"), below: 1, above: -1, isExact: true)),
        .together(radius: .of("1/9")),
      ])
    // A smaller change is not enough.
    let data = try Self.round([("p", "80", "32"), ("q", "20", "80")])
    let strict = try robustness(
      data, scoreRound(data), options: RobustnessOptions(samples: 10, share: .of("0.1")))
    #expect(strict.stability[0].leader?.stability == .holds)
  }

  @Test func sensitiveToAScenario() throws {
    // 60 against 48; a at 90 of 100 turns it: 60 against 68 − 0.
    let proposals = [("p", "60", "60"), ("q", "76", "20")]
    #expect(try leader(Self.round(proposals)).stability == .holds)
    let found = try leader(Self.round(proposals, scenarios: [(40, 60), (90, 10)]))
    #expect(found.stability == .sensitive && found.challengers[0].reasons == [.scenario(1)])
  }

  @Test func thoseNotRankedYetMayLead() throws {
    let data = try Self.round(
      [("p", "70", "70"), ("q", "20", "saknas"), ("r", "50", "saknas")],
      """
      eligibility:
        - id: klar
          title: Klar
          require: klar or a >= 70
          resolved_by: applicant
      """)
    let found = try leader(data)
    #expect(found.stability == .holds && found.waiting == [2])
  }

  @Test func neighbours() throws {
    let data = try Self.round([("p", "90", "90"), ("q", "60", "60"), ("r", "58", "58"), ("s", "30", "30")])
    let result = try robustness(data, scoreRound(data), options: RobustnessOptions(samples: 10))
    #expect(result.stability[0].pairs.map { $0.stability } == [.holds, .equal, .holds])
    #expect(result.stability[0].pairs.map { $0.difference } == [30, 2, 28])
  }

  @Test func verdictsHaveWords() {
    #expect(Stability.allCases.map { $0.label.sv } == ["lika", "öppen", "känslig", "står sig"])
    #expect(Stability.allCases.map { $0.label(.english) } == ["equal", "open", "sensitive", "holds"])
  }
}

@Suite struct ScenarioTests {
  @Test func sideBySide() throws {
    let data = try StabilityTests.round(
      [("p", "60", "60"), ("q", "76", "20"), ("r", "0", "10")], scenarios: [(40, 60), (90, 10)])
    let columns = try scenarioComparison(data, scoreRound(data)).columns
    #expect(columns.map { $0.kind } == [.given, .scenario(0), .scenario(1)])
    #expect(columns.map { $0.cells.map { $0.place?.rank } } == [[1, 2, 3], [1, 2, 3], [2, 1, 3]])
    #expect(
      columns.map { $0.cells[1].total } == [Interval(48), Interval(.of("42.4")), Interval(.of("70.4"))])
  }

  /// Thresholds are tried with each scenario's weights, and the groups meet in one list.
  @Test func listsAndGroups() throws {
    let data = try StabilityTests.round(
      [("p", "60", "60"), ("q", "76", "20"), ("r", "50", "70")],
      """
      threshold: 45
      groups:
        - id: en
          title: En
          when: a > 55
        - {id: annan, title: Annan}
      """, scenarios: [(20, 80)])
    let columns = try scenarioComparison(data, scoreRound(data)).columns
    #expect(columns.map { $0.kind } == [.given, .scenario(0), .combined])
    #expect(columns[0].cells.map { $0.place?.rank } == [1, 2, 1])
    #expect(columns[1].cells.map { $0.list } == [.ranked, .belowThreshold, .ranked])
    #expect(columns[1].cells[1].place == nil)
    // p and r have 60 each: they share the first place.
    #expect(columns[2].cells.map { $0.place?.rank } == [1, 3, 1])
  }

  @Test func aScenarioIsTheRoundWithItsWeights() throws {
    var random = SplitMix64(seed: 13)
    for number in 0..<10 {
      let data = try GeneratedRound(&random, .init(scenarios: 2, frame: true)).data
      let columns = try scenarioComparison(data, scoreRound(data)).columns
      for (scenario, column) in zip(data.ruleset.scenarios, columns.dropFirst()) {
        let trial = try scoreRound(data, options: ScoringOptions(weights: scenario.weights))
        #expect(column.cells.map { $0.total } == trial.proposals.map { $0.total }, "round \(number)")
        for entry in trial.groups.flatMap({ $0.ranked }) {
          let place = column.cells[entry.proposal].place
          #expect(place == .init(entry), "round \(number)")
        }
      }
    }
  }
}

@Suite struct RobustnessTests {
  /// What the round says of acceptability is what its values say: every sample by scoring anew.
  @Test func acceptabilityOfARound() throws {
    var random = SplitMix64(seed: 4)
    for number in 0..<6 {
      let data = try GeneratedRound(&random, .init(missing: 0)).data
      let result = try scoreRound(data)
      let members = result.groups[0].ranked.map { $0.proposal }
      let samples = 12
      let found = try rankAcceptability(
        data, result, members: members, space: .all, samples: samples, seed: 9)
      var sampler = try WeightSampler(.all, base: result.weights)
      var generator = SplitMix64(seed: 9)
      var drawn = [Double](repeating: 0, count: result.weights.count)
      var counts = [Int](repeating: 0, count: members.count * members.count)
      for _ in 0..<samples {
        sampler.draw(&generator, into: &drawn)
        // Exactly the weights that were drawn: doubles are multiples of 2⁻⁵³.
        let weights = try drawn.map { try Rational(Int($0 * 0x1p53), 1 << 53) }
        let totals = try members.map { try data.lowEnd($0, weights) }
        for (alternative, total) in totals.enumerated() {
          counts[alternative * members.count + totals.filter { total < $0 }.count] += 1
        }
      }
      #expect(found.counts == counts, "round \(number)")
    }
  }

  @Test func aWholeRound() throws {
    let data = try Rounds.load(
      "Proposals/exempel", rules: "Rules/samordningsforbund-2.0.rules.yaml", form: "Rules/ansokan.form.yaml")
    let result = try scoreRound(data, options: ScoringOptions(detail: .values))
    let found = try robustness(data, result, options: RobustnessOptions(samples: 200))
    #expect(found.scenarios.columns.count == 2 + data.ruleset.scenarios.count)
    #expect(found.leaveOneOut.count == data.ruleset.criteria.count)
    #expect(found.weights.criteria.count == data.ruleset.criteria.count)
    let groups = result.groups.filter { $0.ranked.count > 1 }
    #expect(found.acceptability.count == 3 * groups.count)
    for part in found.acceptability {
      for alternative in part.members.indices {
        let sum = (1...part.members.count).map { part.result.count(alternative, rank: $0) }.reduce(0, +)
        #expect(sum == 200)
      }
    }
    #expect(try Rational.sum(found.rankOrderCentroid) == .one)
    let frame = try #require(found.frame)
    #expect(frame.left.count == data.round.frame.count)
    for step in frame.steps {
      for set in step.sets.compactMap({ $0.solution }) {
        #expect(set.isProven && zip(set.costs, step.left).allSatisfy { $0 <= max($1, 0) })
        #expect(step.above.count <= data.proposals.count)
      }
    }
  }
}
