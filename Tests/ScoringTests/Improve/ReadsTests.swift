import Criteria
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

/// What a change reaches, by whichever way a rule comes by it: everything has been worked out once before the change,
/// so that a way that is not followed would leave a rule as it was.
@Suite struct ReadsTests {
  private static let fields = """
    fields:
      - field: rader
        type: list
        label: Rader
        fields:
          - {field: a, type: choice, choices: [x, y], label: A}
          - {field: b, type: choice, choices: [x, y], label: B}
          - field: c
            type: choice
            choices: [x, y]
            label: C
            when: b = "x"
      - {field: tal, type: integer, min: 0, max: 100, label: Tal}
    """

  private static let rules = """
    facts:
      utvalda:
        value: rader[a = "x"]
        label: utvalda
    criteria:
      - id: lista
        title: Lista
        weight: 60
        points:
          cap: 60
          rules:
            - id: olika
              title: Olika
              points: 10
              if: count(distinct values(rader)) >= 2
            - id: jamfor
              title: Jämför
              points: 10
              if: rader[1] != rader[2]
            - id: genom
              title: Genom
              points: 10
              if: some r in utvalda satisfies r.b = "y"
            - id: galler
              title: Gäller
              points: 10
              if: count(rader[c = "x"]) = 1
            - id: namn
              title: Namn
              points: 10
              if: list contains(rader.b, "y")
            - id: annat
              title: Annat
              points: 10
              if: count(rader[a = "x"]) = 2
      - id: var
        title: Var
        weight: 40
        each:
          in: rader
          as: r
          combine: mean
        points:
          cap: 10
          rules:
            - id: sitt
              title: Sitt
              points: 10
              if: r.b = "y"
    """

  private func scoring() throws -> ProposalScoring {
    let data = try Rounds.make(
      fields: Self.fields, rules: Self.rules,
      proposals: [
        (
          "ett",
          """
          rader:
            - {a: x, b: x, c: x}
            - {a: x, b: x, c: x}
          tal: 3
          """
        )
      ])
    return ProposalScoring(data, at: 0, options: ScoringOptions(detail: .values))
  }

  private let second = FieldPath([.name("rader"), .item(2), .name("b")])

  @Test func `a change reaches every rule that hangs on it`() throws {
    let scoring = try scoring()
    // Only `annat`: 60 · 10/60.
    #expect(try scoring.evaluated(scoring.known) == Interval(10))
    // All six: 60. One of two members: 40 · 1/2.
    let changed = scoring.known.filled([.field(second): .string("y")])
    #expect(try scoring.evaluated(changed) == Interval(80))
    #expect(try scoring.evaluated(Situation(scoring.verified, filling: changed.filling)) == Interval(80))
    // And back again.
    #expect(try scoring.evaluated(changed.filled([.field(second): .string("x")])) == Interval(10))
  }

  @Test func `a rule is not worked out again for what it does not read`() throws {
    let scoring = try scoring()
    let reads = scoring.verified.reads
    let hang = { (path: FieldPath) in
      let changes = reads.changes([.field(path)])
      return reads.sites[reads.criteria[0].rules...].prefix(6).map { $0.hang(on: changes) }
    }
    // The first two look at whole items.
    #expect(hang(second) == [true, true, true, true, true, false])
    #expect(
      hang(FieldPath([.name("rader"), .item(1), .name("c")])) == [true, true, false, true, false, false])
    #expect(hang(FieldPath([.name("tal")])) == [Bool](repeating: false, count: 6))
  }
}
