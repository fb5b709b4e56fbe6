import Criteria
import ExactNumbers
import Testing

@testable import Scoring

/// What a round's outcome says about its criteria.
@Suite struct CraftNotesTests {
  /// Two criteria, 50 each, on the fields a and b; `ends` are the first's.
  static func round(_ values: [(a: String, b: String)], ends: (Int, Int) = (0, 100), within: Int = 5) throws
    -> RoundData
  {
    try Rounds.make(
      fields: """
        fields:
          - {field: a, type: integer, min: 0, max: 100, label: A}
          - {field: b, type: integer, min: 0, max: 100, label: B}
        """,
      rules: """
        indistinguishable_within: \(within)
        criteria:
          - id: a
            title: A
            weight: 50
            measure:
              of: a
              points: {\(ends.0): 0, \(ends.1): 100}
          - id: b
            title: B
            weight: 50
            measure:
              of: b
              points: {0: 0, 100: 100}
        """,
      proposals: values.enumerated().map { ("p\($0.offset)", "a: \($0.element.a)\nb: \($0.element.b)") })
  }

  private func notes(_ values: [(a: String, b: String)], ends: (Int, Int) = (0, 100), within: Int = 5) throws
    -> [CraftNote]
  {
    try scoreRound(Self.round(values, ends: ends, within: within)).notes
  }

  @Test func nothingToSay() throws {
    #expect(try notes([("10", "90"), ("50", "20"), ("90", "60")]) == [])
  }

  @Test func aCriterionThatHardlyTellsApart() throws {
    // 40, 45 and 49 of 100 lie within 9 per cent.
    #expect(
      try notes([("40", "90"), ("45", "20"), ("49", "60")])
        == [.hardlyTellsApart(criterion: 0, spread: .of("0.09"))])
    #expect(
      try notes([("40", "90"), ("40", "20"), ("40", "60")])
        == [.hardlyTellsApart(criterion: 0, spread: .zero)])
    // A tenth is enough; so is what is not known; two are too few.
    #expect(try notes([("40", "90"), ("45", "20"), ("50", "60")]) == [])
    #expect(try notes([("40", "90"), ("45", "20"), ("saknas", "60")]) == [])
    #expect(try notes([("40", "90"), ("40", "20")]) == [])
  }

  @Test func criteriaThatFollowEachOther() throws {
    // b = a / 2 + 10: a correlation of 1.
    let line = [("0", "10"), ("20", "20"), ("40", "30"), ("60", "40"), ("80", "50"), ("100", "60")]
    #expect(try notes(line, ends: (0, 200)) == [.followEachOther(first: 0, second: 1)])
    #expect(try notes(Array(line.dropLast()), ends: (0, 200)) == [])
    // The other way round: what one gives the other takes.
    #expect(try notes(line.map { ($0.0, "\(90 - Int($0.0)! / 2)") }, ends: (0, 400), within: 1) == [])
    // The values of a: 0, 1, 2, 3, 4, 5, of b: 0, 1, 2, 3, 5, 4: the correlation is 16.5 / 17.5 = 0.943.
    #expect(
      try notes(
        [("0", "0"), ("10", "10"), ("20", "20"), ("30", "30"), ("40", "50"), ("50", "40")], within: 1) == [])
  }

  @Test func mostNeighboursAreClose() throws {
    // 50, 49, 48, 20: two of three are closer than 5.
    let values = [("90", "10"), ("18", "80"), ("66", "30"), ("0", "40")]
    #expect(try notes(values) == [.mostAreClose(group: nil, close: 2, of: 3)])
    #expect(try notes(values, within: 1) == [])
  }

  @Test func aScaleTakenFromTheProposals() throws {
    let values = [("12", "90"), ("30", "20"), ("57", "60")]
    #expect(try notes(values, ends: (12, 57)) == [.anchorsFromProposals(path: "a")])
    #expect(try notes(values, ends: (12, 60)) == [])
    #expect(try notes([("12", "90"), ("57", "60")], ends: (12, 57)) == [])
  }

  @Test func aScaleOfAFactTakenFromTheProposals() throws {
    let data = try Rounds.make(
      fields: "fields:\n  - {field: a, type: integer, min: 0, max: 100, label: A}",
      rules: """
        facts:
          dubbelt: 2 * a
        criteria:
          - id: a
            title: A
            weight: 50
            measure:
              of: dubbelt
              points: {20: 0, 60: 100}
        """, proposals: [("p", "a: 10"), ("q", "a: 22"), ("r", "a: 30")])
    #expect(try scoreRound(data).notes == [.anchorsFromProposals(path: "a")])
  }
}
