import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

/// A round whose gains are worked out by hand in the comments.
@Suite struct ImprovementTests {
  private static let fields = """
    documents: dokument
    fields:
      - {field: beslut, type: boolean, label: Beslut}
      - {field: chef, type: boolean, label: Chef}
      - {field: sort, type: choice, choices: [a, b], fixed: true, label: Sort}
      - {field: möten, type: integer, min: 0, max: 100, label: Möten}
      - {field: start, type: date, label: Start}
      - {field: belägg, type: documents, label: Belägg}
      - field: dokument
        type: list
        key: id
        label: Dokument
        fields:
          - {field: id, type: id, required: true, label: Id}
          - {field: typ, type: choice, choices: [avtal, annat], label: Typ}
    """

  /// Ladder 60 of 100, checklist 40 of 100. A ladder step needs evidence; the checklist is capped at 50.
  private static let rules = """
    threshold: 40
    evidence:
      levels:
        - {level: 0, label: inget}
        - {level: 1, label: påstått}
        - {level: 2, label: sett}
      level: if document.seen then 2 else 1
    judgements:
      - {id: rimligt, question: Rimligt?, scale: [nej, ja]}
    criteria:
      - id: trappa
        title: Trappa
        weight: 60
        threshold: 50
        ladder:
          - id: ett
            points: 50
            anchor: Ett
            if: beslut
            advice: Fatta beslutet
          - id: tva
            points: 100
            anchor: Två
            if: chef and judgement("rimligt") = "ja"
            evidence:
              of: belägg
              at_least: 2
              else: 60
      - id: lista
        title: Lista
        weight: 40
        points:
          cap: 50
          rules:
            - id: moten
              title: Möten
              points: 40
              if: möten >= 4
            - id: tid
              title: Tid
              points: 30
              if: start <= date("2027-03-01")
            - id: sorten
              title: Sorten
              points: 20
              if: sort = "b"
    """

  private static func data() throws -> RoundData {
    try Rounds.make(
      fields: fields, rules: rules,
      proposals: [
        (
          "ett",
          """
          beslut: nej
          chef: nej
          sort: a
          möten: 2
          start: 2027-05-01
          belägg: [d]
          dokument:
            - {id: d, typ: avtal}
          """
        ),
        // 60·(60/100) + 40·(40/50) = 36 + 32 = 68
        (
          "två",
          """
          beslut: ja
          chef: ja
          sort: a
          möten: 5
          start: 2027-05-01
          belägg: [d]
          dokument:
            - {id: d, typ: avtal}
          """
        ),
      ].map { (id: $0.0 == "två" ? "tva" : $0.0, fields: $0.1) },
      sheets: [
        ("tva", "chef", "judgements:\n  - {judgement: rimligt, value: ja, reason: Ja}"),
        ("ett", "chef", "judgements:\n  - {judgement: rimligt, value: ja, reason: Ja}"),
      ])
  }

  @Test func `one field at a time, the nearest of the best values`() throws {
    let found = try improvements(try Self.data(), at: 0)
    #expect(found.total == .zero)
    let changes = found.confirmed.map { gain in
      switch gain.change {
      case .field(let path, _, let to): "\(path.text) \(to.literal) \(gain.total.low.text)"
      case .document(let id): id
      }
    }
    // The list: 40 of 50 → 40·40/50 = 32; 30 of 50 → 24. The ladder: 50 of 100 → 30. Alone `chef` and the
    // document give nothing, since the climb stops before. `sort` is fixed.
    #expect(
      changes == ["möten 4 32", "beslut true 30", "start 2027-03-01 24"])
    #expect(found.confirmed.map(\.rules) == [["lista/moten"], ["trappa/ett"], ["lista/tid"]])
  }

  @Test func `assumed gains force a step with the steps before it, and heed the cap`() throws {
    let found = try improvements(try Self.data(), at: 0)
    // tva with ett: the whole ladder, 60. The rules of the list: 32, 24, 16.
    #expect(
      found.assumed.map { "\($0.path) \($0.with) \($0.total.low.text)" } == [
        "trappa/tva [\"trappa/ett\"] 60", "lista/moten [] 32", "trappa/ett [] 30", "lista/tid [] 24",
        "lista/sorten [] 16",
      ])
    #expect(found.assumed[2].advice?.sv == "Fatta beslutet")
    let second = try improvements(try Self.data(), at: 1)
    // 68–92: nobody has seen the document. Of the list's 30 points only 10 fit below the cap: 40·50/50 = 40.
    #expect(second.total == Interval(68, 92))
    #expect(
      second.assumed.map { "\($0.path) \($0.total.low.text)–\($0.total.high.text)" } == [
        "trappa/tva 92–92", "lista/tid 76–100", "lista/sorten 76–100",
      ])
    #expect(second.assumed[0].lifting == ["d"])
    #expect(second.confirmed.first?.total == Interval(92))
  }

  @Test func `the fewest steps past each threshold`() throws {
    let found = try improvements(try Self.data(), at: 0)
    #expect(found.thresholds.map(\.path) == [nil, "trappa"])
    #expect(found.thresholds.map(\.required) == [40, 50])
    // Two certain steps (62) need nothing assumed, but one assumed rule with the step before it is as cheap:
    // certain ones come first.
    let total = try #require(found.thresholds[0].way)
    #expect(Self.words(total) == ["möten", "beslut"])
    #expect(total.total == Interval(62))
    #expect(total.isShortest)
    let ladder = try #require(found.thresholds[1].way)
    #expect(Self.words(ladder) == ["beslut"])
    #expect(ladder.total == Interval(30))
  }

  @Test func `the way to a total and to a rank`() throws {
    let data = try Self.data()
    let round = try scoreRound(data)
    let found = try improvements(data, at: 0)
    let there = try #require(try way(to: .total(0), for: found, in: round, data))
    #expect(there.steps.isEmpty)
    // 68 is more than any two certain steps give (62). Three certain ones give 30 + 40, capped; the whole ladder
    // (two rules) and möten would give more for as many steps, but something would be assumed.
    let total = try #require(try way(to: .total(68), for: found, in: round, data))
    #expect(total.total == Interval(70))
    #expect(Self.words(total) == ["möten", "beslut", "start"])
    // 40 + 60 = 100 is the most there is.
    let none = try way(to: .total(101), for: found, in: round, data)
    #expect(none?.total == nil)
    // The other stands at 68 at least; nothing more is needed for the second place than to be ranked.
    let rank = try #require(try way(to: .rank(1), for: found, in: round, data))
    #expect(Rational(68) <= rank.total.low)
    #expect(rank.steps.count <= 3)
  }

  private static func words(_ way: Improvements.Way) -> [String] {
    way.steps.map { step in
      switch step {
      case .assumed(let one): one.path
      case .confirmed(let one):
        if case .field(let path, _, _) = one.change { path.text } else { "document" }
      }
    }
  }
}
