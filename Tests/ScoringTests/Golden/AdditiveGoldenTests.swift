import Criteria
import ExactNumbers
import Testing

@testable import Scoring

/// P. Goodwin and G. Wright, Decision Analysis for Management Judgment, chapter 3: where to put an office. Six
/// attributes weighed by swings, seven offices with values 0 … 100. The values of Addison Square, the totals of Gorton
/// Square and Carlisle Walk, and the figures of the sensitivity analysis are the book's; the other rows reproduce them.
@Suite struct GoodwinWrightTests {
  static let attributes = ["closeness", "visibility", "image", "size", "comfort", "parking"]
  static let swings = [100, 80, 70, 30, 20, 10]
  static let offices: [(id: String, values: [Int])] = [
    ("addison", [100, 60, 100, 75, 0, 90]), ("bilton", [20, 80, 10, 30, 100, 30]),
    ("carlisle", [80, 70, 0, 0, 10, 100]), ("denver", [70, 50, 30, 55, 30, 90]),
    ("elton", [40, 60, 90, 100, 60, 70]), ("filton", [0, 0, 70, 0, 80, 0]),
    ("gorton", [60, 100, 20, 50, 50, 80]),
  ]

  static func round(criteria: String) throws -> RoundData {
    let fields = attributes.map {
      "  - {field: \($0), type: integer, min: 0, max: 100, label: {sv: \($0), en: \($0)}}"
    }
    return try Rounds.make(
      fields: "fields:\n" + fields.joined(separator: "\n"), rules: criteria,
      proposals: offices.map { office in
        (office.id, zip(attributes, office.values).map { "\($0): \($1)" }.joined(separator: "\n"))
      })
  }

  static func criterion(_ number: Int, weight: String, indent: String) -> String {
    """
    - id: \(attributes[number])
      title: \(attributes[number])
      weight: \(weight)
      measure:
        of: \(attributes[number])
        points: {0: 0, 100: 100}
    """.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
  }

  private func total(_ id: String, _ result: RoundResult) -> String? {
    result.proposals.first { $0.id == id }?.total.low.decimalText(scale: 2, mode: .halfUp)
  }

  @Test func swingsBecomeWeights() throws {
    let sum = Rational(Self.swings.reduce(0, +))
    let weights = try Self.swings.map {
      try Rational($0 * 100).divided(by: sum).decimalText(scale: 0, mode: .halfUp)
    }
    #expect(weights == ["32", "26", "23", "10", "6", "3"])
  }

  @Test func totals() throws {
    let weights = ["32", "26", "23", "10", "6", "3"]
    let criteria = weights.indices.map { Self.criterion($0, weight: weights[$0], indent: "  ") }
    let result = try scoreRound(Self.round(criteria: "criteria:\n" + criteria.joined(separator: "\n")))
    #expect(total("addison", result) == "80.80")
    #expect(total("gorton", result) == "60.20")
    #expect(total("carlisle", result) == "47.40")
    #expect(result.groups[0].ranked.first.map { result.proposals[$0.proposal].id } == "addison")
    #expect(result.groups[0].ranked.last.map { result.proposals[$0.proposal].id } == "filton")
  }

  /// Elton Street is best while turnover weighs less than 52.1, Addison Square above; 81 as it is. The weights are
  /// those of the swings, unrounded: rounded ones give 51.15.
  @Test func crossing() throws {
    let inner = Self.attributes.indices.map {
      Self.criterion($0, weight: String(Self.swings[$0]), indent: "      ")
    }
    let data = try Self.round(
      criteria: """
        criteria:
          - id: turnover
            title: Turnover
            weight: 250
            criteria:
        \(inner[..<3].joined(separator: "\n"))
          - id: conditions
            title: Working conditions
            weight: 60
            criteria:
        \(inner[3...].joined(separator: "\n"))
        """)
    let result = try scoreRound(data)
    let sensitivity = try weightSensitivity(data, result)
    let turnover = sensitivity.criteria[0]
    let leader = try #require(turnover.leaders[0])
    #expect(leader.isExact && leader.high == nil)
    let low = try #require(leader.low)
    let share = try low.divided(by: 310).multiplied(by: 100)
    #expect(share.decimalText(scale: 1, mode: .halfUp) == "52.1")
    #expect(share.decimalText(scale: 4, mode: .halfUp) == "52.1144")
    let change = try #require(leader.atLow)
    #expect(result.proposals[change.passed].id == "addison")
    #expect(result.proposals[change.passes].id == "elton")

    // The ends of Elton Street's line: 81.7 with no weight on turnover, 60.4 with all.
    let elton = try #require(result.proposals.first { $0.id == "elton" })
    let values = elton.verified.children.compactMap { $0.value?.low }
    #expect(try values[1].multiplied(by: 100).decimalText(scale: 1, mode: .halfUp) == "81.7")
    #expect(try values[0].multiplied(by: 100).decimalText(scale: 1, mode: .halfUp) == "60.4")
  }
}

/// The piecewise linear value functions of R's smaa package, tests/pvf.R, through our measure.
@Suite struct PiecewiseValueTests {
  private func measure(_ points: [(String, String)]) throws -> Measure {
    let data = try Rounds.make(
      fields: "fields:\n  - {field: x, type: decimal, label: X}",
      rules: """
        criteria:
          - id: x
            title: X
            weight: 1
            measure:
              of: x
              points: {\(points.map { "\($0): \($1)" }.joined(separator: ", "))}
              max: 1
        """, proposals: [("a", "x: 1")])
    guard case .measure(let measure) = data.ruleset.criteria[0].scoring else { throw Missing() }
    return measure
  }
  private struct Missing: Error {}

  @Test(
    arguments: [
      ("10", "1"), ("40", "1"), ("50", "1"), ("60", "0.92"), ("75", "0.8"), ("90", "0.5"), ("100", "0"),
      ("101", "0"), ("120", "0"),
    ])
  func falling(_ input: String, _ value: String) throws {
    let function = try measure([("50", "1"), ("75", "0.8"), ("90", "0.5"), ("100", "0")])
    #expect(try function.points(at: .of(input)) == .of(value))
  }

  @Test(arguments: [
    ("-1", "0"), ("-0.15", "0"), ("0", "0.1"), ("0.1", "0.42"), ("0.25", "0.9"), ("0.35", "1"), ("2", "1"),
  ])
  func rising(_ input: String, _ value: String) throws {
    let function = try measure([("-0.15", "0"), ("0", "0.1"), ("0.25", "0.9"), ("0.35", "1")])
    #expect(try function.points(at: .of(input)) == .of(value))
  }
}

@Suite struct RankOrderCentroidTests {
  /// E. Roszkowska, "Rank ordering criteria weighting methods", 2013, table 4.
  @Test func fourCriteria() throws {
    #expect(
      try RankOrderCentroid.weights(count: 4)
        == [Rational(25, 48), Rational(13, 48), Rational(7, 48), Rational(3, 48)])
  }

  @Test(arguments: 1...30) func sumsToOneAndFalls(_ count: Int) throws {
    let weights = try RankOrderCentroid.weights(count: count)
    #expect(try Rational.sum(weights) == .one)
    #expect(zip(weights, weights.dropFirst()).allSatisfy { $1 < $0 })
    #expect(try weights.last == Rational(1, count * count))
  }

  @Test func equallyImportantShareTheirPlaces() throws {
    // The second and third of three: (1/3)(1/2 + 1/3) = 5/18 and 1/9, in the mean 7/36.
    let weights = try RankOrderCentroid.weights(classes: [[1], [0, 2]])
    #expect(weights == [try Rational(7, 36), try Rational(11, 18), try Rational(7, 36)])
    #expect(RankOrderCentroid.classes(byWeight: [10, 30, 10]) == [[1], [0, 2]])
  }
}
