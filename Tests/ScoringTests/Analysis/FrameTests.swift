import Criteria
import ExactNumbers
import Testing

@testable import Scoring

@Suite struct FrameTests {
  /// Proposals with points and money in two years; `round` is what the round's file adds.
  static func round(
    _ proposals: [(id: String, points: String, kr27: String, kr28: String)], frame: String,
    _ more: String = "",
    rules: String = ""
  ) throws -> RoundData {
    try Rounds.make(
      fields: """
        fields:
          - {field: poäng, type: integer, min: 0, max: 100, label: P}
          - {field: grupp, type: choice, choices: [ett, tva], label: G}
          - {field: kr27, type: integer, min: 0, max: 900, label: K}
          - {field: kr28, type: integer, label: L}
          - {field: kr29, type: integer, absent: "null", label: M}
        """,
      rules: """
        indistinguishable_within: 3
        money:
          unit: kr
          asked: kr27 + kr28
          by_year: |
            [{år: 2027, kr: kr27}, {år: 2028, kr: kr28}, {år: 2029, kr: if kr29 = null then 0 else kr29}]
        groups:
          - id: ett
            title: Ett
            when: grupp = "ett"
          - {id: tva, title: Två}
        criteria:
          - id: k
            title: K
            weight: 1
            measure:
              of: poäng
              points: {0: 0, 100: 100}
        \(rules)
        """,
      proposals: proposals.map { proposal in
        let lines = ["poäng: \(proposal.points)", "kr27: \(proposal.kr27)", "kr28: \(proposal.kr28)"]
        return (proposal.id, lines.joined(separator: "\n") + "\ngrupp: \(proposal.id < "d" ? "ett" : "tva")")
      }, round: frame + "\n" + more)
  }

  static let frame = """
    frame:
      - {year: 2027, frame: 1000, committed: 300, equity: 100}
      - {year: 2028, frame: 500, committed: 0, equity: 0}
    """

  private func statuses(_ data: RoundData) throws -> [String] {
    let result = try scoreRound(data)
    let frame = try #require(try withinFrame(data, result))
    let name = { (proposal: Int) in result.proposals[proposal].id }
    return frame.line.entries.map { entry in
      let status =
        switch entry.status {
        case .decided: "decided"
        case .above: "above"
        case .drawnIn(let by): "with \(name(by))"
        case .endsMoney: "ends"
        case .tiedAtLine: "tied"
        case .below(let fits): fits ? "fits" : "below"
        case .notTogether(let with): "not with \(name(with))"
        case .lacks(let other): "lacks \(name(other))"
        case .amountUnknown: "unknown"
        }
      return "\(name(entry.proposal)) \(status)"
    }
  }

  @Test func leftIsFrameLessCommittedPlusEquity() throws {
    let data = try Self.round([("a", "50", "0", "0")], frame: Self.frame)
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.left == [800, 500] && frame.basis == .byYear)
    let smaller = try #require(frame.steps.first)
    #expect(smaller.percent == 80 && smaller.left == [600, 400])
    #expect(frame.steps.map { $0.percent } == [80, 85, 90, 95, 100, 105, 110, 115, 120])
  }

  @Test func noFrameNoAnswer() throws {
    let data = try Self.round([("a", "50", "0", "0")], frame: "")
    #expect(try withinFrame(data, scoreRound(data)) == nil)
  }

  /// Every year's money counts: b does not fit in 2028, and ends it although c would fit.
  @Test func fromTheTopUntilTheMoneyEnds() throws {
    let data = try Self.round(
      [
        ("a", "90", "400", "300"), ("b", "80", "100", "300"), ("c", "70", "100", "100"),
        ("d", "60", "500", "0"),
      ],
      frame: Self.frame)
    #expect(try statuses(data) == ["a above", "b ends", "c fits", "d below"])
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.line.left == [400, 200])
    #expect(frame.line.entries[1].lacking == [0, 100])
    #expect(frame.line.close == nil)
  }

  /// One order across the groups, by the totals.
  @Test func groupsShareTheMoney() throws {
    let data = try Self.round(
      [("a", "40", "500", "0"), ("b", "90", "300", "0"), ("d", "60", "300", "0"), ("e", "39", "200", "0")],
      frame: Self.frame)
    #expect(try statuses(data) == ["b above", "d above", "a ends", "e fits"])
  }

  @Test func theLineNeverCutsBetweenEquals() throws {
    let data = try Self.round(
      [("a", "90", "400", "0"), ("b", "80", "300", "0"), ("c", "80", "200", "0"), ("d", "10", "50", "0")],
      frame: Self.frame)
    #expect(try statuses(data) == ["a above", "b tied", "c tied", "d fits"])
    let both = try Self.round(
      [("a", "90", "300", "0"), ("b", "80", "300", "0"), ("c", "80", "200", "0")], frame: Self.frame)
    #expect(try statuses(both) == ["a above", "b above", "c above"])
  }

  @Test func closeNeighboursAcrossTheLineAreSaid() throws {
    let data = try Self.round(
      [("a", "82", "700", "0"), ("b", "80", "300", "0")], frame: Self.frame)
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.line.close == MoneyLine.Close(above: 0, below: 1))
  }

  @Test func constraintsOnTheWayDown() throws {
    let proposals = [
      ("a", "90", "300", "0"), ("b", "80", "100", "0"), ("c", "70", "100", "0"), ("d", "60", "200", "0"),
    ]
    #expect(
      try statuses(Self.round(proposals, frame: Self.frame, "constraints: {at_most_one: [[a, b]]}"))
        == ["a above", "b not with a", "c above", "d above"])
    // a goes in together with what it requires, or not at all.
    #expect(
      try statuses(
        Self.round(proposals, frame: Self.frame, "constraints: {requires: [{proposal: a, needs: d}]}"))
        == ["a above", "b above", "c above", "d with a"])
    #expect(
      try statuses(
        Self.round(
          proposals, frame: Self.frame,
          "constraints: {requires: [{proposal: b, needs: d}], at_most_one: [[a, d]]}"))
        == ["a above", "b not with a", "c above", "d not with a"])
    #expect(
      try statuses(Self.round(proposals, frame: Self.frame, "constraints: {decided: [d]}"))
        == ["d decided", "a above", "b above", "c above"])
  }

  @Test func unknownAmountsAreSaidAndPassedBy() throws {
    let data = try Self.round(
      [("a", "90", "saknas", "100"), ("b", "80", "100", "saknas"), ("c", "70", "100", "0")], frame: Self.frame
    )
    // kr27 is at the most 900, and that is counted; of kr28 nothing is known.
    #expect(try statuses(data) == ["a ends", "b unknown", "c fits"])
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.asks[0] == Ask(kronor: [900, 100], outside: 0, isUpperBound: true))
    #expect(frame.asks[1].kronor == nil && frame.asks[1].total == nil)
    // It cannot be in a set either.
    #expect(!frame.memberships.contains { $0.proposal == 1 })
  }

  @Test func moneyOutsideTheFramesYearsIsSaid() throws {
    let data = try Rounds.make(
      fields: "fields:\n  - {field: kr, type: integer, label: K}",
      rules: """
        money:
          unit: kr
          asked: kr
          by_year: "[{år: 2027, kr: kr / 2}, {år: 2031, kr: kr / 2}]"
        criteria:
          - id: k
            title: K
            weight: 1
            measure:
              of: kr
              points: {0: 0, 100: 100}
        """, proposals: [("a", "kr: 101")], round: "frame: [{year: 2027, frame: 100}]")
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    // 50.50 kronor are counted as 51.
    #expect(frame.asks[0] == Ask(kronor: [51], outside: 51, isUpperBound: false))
  }

  @Test func withoutYearsAllTheMoneyIsOne() throws {
    let data = try Rounds.make(
      fields: "fields:\n  - {field: kr, type: integer, label: K}",
      rules: """
        money:
          unit: kr
          asked: kr
        criteria:
          - id: k
            title: K
            weight: 1
            measure:
              of: kr
              points: {0: 0, 1000: 100}
        """, proposals: [("a", "kr: 900"), ("b", "kr: 150")],
      round: "frame: [{year: 2027, frame: 600}, {year: 2028, frame: 500, committed: 100}]")
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.basis == .together && frame.left == [1000] && frame.line.above == [0])
  }

  // MARK: Sets

  private func set(_ data: RoundData, _ kind: AlternativeSet.Kind = .highestTotal, percent: Int = 100) throws
    -> AlternativeSet.Solution
  {
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    let step = try #require(frame.steps.first { $0.percent == percent })
    let set = try #require(step.sets.first { $0.kind == kind })
    return try #require(set.solution)
  }

  /// One strong and dear against two weak and cheap: the sum favours the many.
  @Test func theHighestSumFavoursManySmall() throws {
    let data = try Self.round(
      [("a", "90", "800", "0"), ("b", "50", "400", "0"), ("c", "45", "400", "0")], frame: Self.frame)
    #expect(try statuses(data) == ["a above", "b ends", "c below"])
    let set = try set(data)
    #expect(
      set.members.map { $0.proposal } == [1, 2] && set.total == 95 && set.isProven && set.left == [0, 500])
  }

  @Test func setsAboveEveryThreshold() throws {
    let data = try Self.round(
      [("a", "saknas", "100", "0"), ("b", "50", "400", "0"), ("c", "45", "400", "0")], frame: Self.frame,
      rules: "threshold: 40")
    // a lies anywhere in 0 … 100: ranked under reservation, and so not above the threshold for certain.
    #expect(try set(data).total == 95)
    #expect(try set(data, .aboveThresholds).members.map { $0.proposal } == [1, 2])
    let sound = try Self.round([("b", "50", "400", "0")], frame: Self.frame, rules: "threshold: 40")
    let frame = try #require(try withinFrame(sound, scoreRound(sound)))
    #expect(frame.steps.allSatisfy { $0.sets.count == 1 })
  }

  @Test func constraintsHoldInSets() throws {
    let proposals = [
      ("a", "90", "400", "0"), ("b", "80", "400", "0"), ("c", "70", "300", "0"), ("d", "20", "300", "0"),
    ]
    func chosen(_ constraints: String) throws -> [Int] {
      try set(Self.round(proposals, frame: Self.frame, "constraints: {\(constraints)}")).members.map {
        $0.proposal
      }
    }
    #expect(try chosen("decided: [c]") == [0, 2])
    #expect(try chosen("at_most_one: [[a, b]]") == [0, 2])
    #expect(try chosen("requires: [{proposal: a, needs: d}]") == [1, 2])
    #expect(try chosen("at_least: [{group: tva, kr: 300}]") == [0, 3])
    let impossible = try Self.round(
      proposals, frame: Self.frame, "constraints: {decided: [a, b, c]}")
    let frame = try #require(try withinFrame(impossible, scoreRound(impossible)))
    guard case .none = frame.steps[4].sets[0].outcome else {
      Issue.record("three that do not fit together are decided")
      return
    }
  }

  /// Half of a for 350 kronor: worth its share of the money, or as much as is stated.
  @Test func partsThatAProposalStates() throws {
    let proposals = [("a", "80", "700", "0"), ("b", "50", "450", "0")]
    func parts(_ share: String) -> String {
      "constraints: {parts: [{proposal: a, title: {sv: Halva, en: Half}, kr: [{year: 2027, kr: 350}]\(share)}]}"
    }
    let set = try set(Self.round(proposals, frame: Self.frame, parts("")))
    #expect(set.members == [.init(proposal: 0, part: 0), .init(proposal: 1, part: nil)])
    #expect(set.total == 90 && set.costs == [800, 0])
    let less = try self.set(Self.round(proposals, frame: Self.frame, parts(", share: 0.25")))
    #expect(less.members == [.init(proposal: 0, part: nil)] && less.total == 80)
  }

  @Test func membershipsAsTheFrameVaries() throws {
    // 2027: 600, 650 … 1000. b alone always fits; a joins from 90 per cent (700), c never.
    let data = try Self.round(
      [("a", "50", "300", "0"), ("b", "90", "400", "0"), ("c", "80", "900", "0")], frame: Self.frame)
    let frame = try #require(try withinFrame(data, scoreRound(data)))
    #expect(frame.memberships.map { $0.extent } == [.some, .every, .none])
    #expect(frame.memberships.map { $0.sets } == [7, 9, 0])
    #expect(frame.steps[1].above == [1] && frame.steps[2].left == [700, 450])
  }
}
