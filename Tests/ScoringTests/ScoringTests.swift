import Criteria
import ExactNumbers
import FEEL
import Testing

@testable import Scoring

private let yesNo = """
  fields:
    - {field: a, type: boolean, label: A}
    - {field: b, type: boolean, label: B}
    - {field: c, type: boolean, label: C}
    - {field: n, type: integer, min: 0, max: 100, label: N}
    - {field: d, type: decimal, min: 0, max: 1, label: D}
    - {field: t, type: text, label: T}
  """

/// Points, intervals and adjustments, each computed by hand from docs/scoring.md.
@Suite struct ValueTests {
  private func total(_ criteria: String, _ fields: String) throws -> ProposalResult {
    let data = try Rounds.make(fields: yesNo, rules: criteria, proposals: [("p", fields)])
    return try scoreRound(data, options: ScoringOptions(detail: .full)).proposals[0]
  }

  private let ladder = """
    criteria:
      - id: k
        title: K
        weight: 1
        ladder:
          - id: ett
            points: 25
            anchor: Ett
            if: a
          - id: två
            points: 75
            anchor: Två
            if: b
          - id: tre
            points: 100
            anchor: Tre
            if: c
    """

  @Test(arguments: [
    ("a: ja\nb: ja\nc: ja", "100", "100"),
    // the climb stops at the first step that is not met, whatever holds above
    ("a: ja\nb: nej\nc: ja", "25", "25"),
    ("a: nej\nb: ja\nc: ja", "0", "0"),
    // low: stops at the unknown step; high: it counts as met, and the one above holds
    ("a: ja\nc: ja", "25", "100"),
    ("a: ja\nc: nej", "25", "75"),
    ("b: ja", "0", "100"),
  ])
  func ladderClimbs(_ fields: String, _ low: String, _ high: String) throws {
    let result = try total(ladder, fields)
    #expect(result.total == Interval(.of(low), .of(high)))
    #expect(result.verified.quality == .exact)
  }

  @Test func checklistIsClampedToFloorAndCap() throws {
    let rules = """
      criteria:
        - id: k
          title: K
          weight: 1
          points:
            cap: 50
            rules:
              - id: x
                title: X
                points: 40
                if: a
              - id: y
                title: Y
                points: 30
                if: b
              - id: z
                title: Z
                points: -20
                if: c
      """
    // 40 + 30 − 0 = 70, capped at 50 of 50
    #expect(try total(rules, "a: ja\nb: ja\nc: nej").total == Interval(100))
    // 40 − 20 = 20 of 50
    #expect(try total(rules, "a: ja\nb: nej\nc: ja").total == Interval(40))
    // −20, floor 0
    #expect(try total(rules, "a: nej\nb: nej\nc: ja").total == Interval(0))
    // c unknown: 40 + 30 − 20 = 50 or 70, both 50 of 50: known after the cap
    let capped = try total(rules, "a: ja\nb: ja")
    #expect(capped.total == Interval(100))
    // b unknown, c known: 20…50 of 50
    #expect(try total(rules, "a: ja\nc: ja").total == Interval(40, 100))
  }

  @Test func measureIsPiecewiseLinearAndClamped() throws {
    let rules = """
      criteria:
        - id: k
          title: K
          weight: 1
          measure:
            of: n / 100
            points: {0: 0, 0.75: 100}
      """
    #expect(try total(rules, "n: 30").total == Interval(40))
    #expect(try total(rules, "n: 75").total == Interval(100))
    #expect(try total(rules, "n: 90").total == Interval(100))
    #expect(try total(rules, "").total == Interval(0, 100))
  }

  @Test func threeEqualWeightsTotalExactlyHundred() throws {
    let one = { (id: String) in
      """
        - id: \(id)
          title: K
          weight: 1
          points:
            rules:
              - id: x
                title: X
                points: 7
                if: a
      """
    }
    let rules = "criteria:\n" + ["x", "y", "z"].map(one).joined(separator: "\n")
    let result = try total(rules, "a: ja")
    #expect(result.total == Interval(100))
    #expect(result.verified.children.map { $0.contribution.low.text } == ["100/3", "100/3", "100/3"])
  }

  /// The same unknown in two criteria: they cannot both be at their best.
  @Test func sharedUnknownsAreTriedTogether() throws {
    let rules = """
      criteria:
        - id: med
          title: Med
          weight: 60
          points:
            rules:
              - id: x
                title: X
                points: 1
                if: a
        - id: mot
          title: Mot
          weight: 40
          points:
            rules:
              - id: x
                title: X
                points: 1
                if: not(a)
      """
    let result = try total(rules, "")
    #expect(result.total == Interval(40, 60))
    #expect(result.verified.quality == .exact)
    #expect(result.verified.children.last?.kind == .adjustment(.dependency))
  }

  @Test func anErrorIsFailedAndGoesOn() throws {
    let rules = """
      facts:
        kvot: 1 / n
      criteria:
        - id: k
          title: K
          weight: 1
          points:
            rules:
              - id: x
                title: X
                points: 60
                if: kvot > 1
              - id: y
                title: Y
                points: 40
                if: a
      """
    let result = try total(rules, "n: 0\na: ja")
    #expect(result.total == Interval(40, 100))
    #expect(result.verified.quality == .bound)
    #expect(result.list == .ranked)
    #expect(result.checks.contains { $0.path == "kvot" && $0.reason.kind == .divisionByZero })
  }

  @Test func movedWeightGoesWhereItIsSent() throws {
    let rules = """
      criteria:
        - id: ett
          title: Ett
          weight: 50
          not_applicable:
            when: c
            weight_to: [två]
          points:
            rules:
              - id: x
                title: X
                points: 1
                if: a
        - id: två
          title: Två
          weight: 30
          points:
            rules:
              - id: x
                title: X
                points: 1
                if: b
        - id: tre
          title: Tre
          weight: 20
          points:
            rules:
              - id: x
                title: X
                points: 1
                if: a
      """.replacing("två", with: "tva").replacing("Tva", with: "Två")
    // all 50 to två: 80 of 100
    #expect(try total(rules, "a: nej\nb: ja\nc: ja").total == Interval(80))
    #expect(try total(rules, "a: nej\nb: ja\nc: nej").total == Interval(30))
    // not known whether it applies: the hull of both
    #expect(try total(rules, "a: nej\nb: ja").total == Interval(30, 80))
  }
}

/// Assessments, lists and order.
@Suite struct AssessedTests {
  private let fields = """
    name: namn
    documents: dokument
    fields:
      - {field: namn, type: text, label: Namn}
      - {field: n, type: integer, min: 0, max: 100, label: N}
      - {field: belägg, type: documents, label: Belägg}
      - field: dokument
        type: list
        key: id
        label: Dokument
        fields:
          - {field: id, type: id, label: Id}
          - {field: typ, type: choice, choices: [avtal, annat], label: Typ}
    """
  private let rules = """
    indistinguishable_within: 5
    evidence:
      levels:
        - {level: 0, label: inget}
        - {level: 1, label: egen}
        - {level: 2, label: dokument}
        - {level: 3, label: avtal}
      level: if not(document.seen) then 1 else if document.typ = "avtal" then 3 else 2
    judgements:
      - {id: kvalitet, question: Kvalitet, scale: [låg, medel, hög]}
    criteria:
      - id: mängd
        title: Mängd
        weight: 50
        points:
          rules:
            - id: x
              title: X
              points: 100
              if: n >= 10
              evidence:
                of: belägg
                at_least: 3
                else: 40
      - id: kvalitet
        title: Kvalitet
        weight: 50
        judged:
          judgement: kvalitet
          points: {låg: 0, medel: 50, hög: 100}
    """.replacing("id: mängd", with: "id: mangd")
  private let claim = "namn: P\nn: 12\nbelägg: [av]\ndokument:\n  - {id: av, typ: avtal}"

  private func score(
    _ sheets: [(proposal: String, role: String, text: String)], claim: String? = nil,
    declarations: String? = nil
  ) throws -> ProposalResult {
    let data = try Rounds.make(
      fields: fields, rules: rules, proposals: [("p", claim ?? self.claim)], sheets: sheets,
      declarations: declarations)
    return try scoreRound(data).proposals[0]
  }

  /// Nobody has looked: the document counts as the applicant's own words at the low end (40 of 100 points, half
  /// the weight = 20), as claimed at the high end; the judgement is the whole scale.
  @Test func unseenIsOwnDescriptionAtTheLowEnd() throws {
    let result = try score([])
    #expect(result.total == Interval(20, 100))
    #expect(result.verified.quality == .exact)
    #expect(result.claimed.contribution.low == Rational(50))
    #expect(!result.examination.isExamined)
  }

  @Test func seenAndJudged() throws {
    let sheet = (
      "p", "chef",
      "documents:\n  - {document: av, seen: ja}\njudgements:\n  - {judgement: kvalitet, value: medel, reason: Bra}"
    )
    #expect(try score([sheet]).total == Interval(75))
  }

  @Test func disagreementIsAnInterval() throws {
    let chef = (
      "p", "chef",
      "judgements:\n  - {judgement: kvalitet, value: låg, reason: A}\ndocuments:\n  - {document: av, seen: ja}"
    )
    let grupp = ("p", "grupp", "judgements:\n  - {judgement: kvalitet, value: medel, reason: B}")
    #expect(try score([chef, grupp]).total == Interval(50, 75))
    let joint = ("p", "grupp", "judgements:\n  - {judgement: kvalitet, value: medel, reason: B, joint: ja}")
    #expect(try score([chef, joint]).total == Interval(75))
  }

  /// Below ten: the rule is not met, and the other sheet is dropped before anything is counted.
  @Test func correctionsCountAndRecusedSheetsDoNot() throws {
    let chef = ("p", "chef", "claims:\n  - {field: n, verdict: corrected, value: 9, reason: Räknat om}")
    let grupp = ("p", "grupp", "judgements:\n  - {judgement: kvalitet, value: hög, reason: B}")
    let jäv = "  - {person: B2, role: grupp, proposal: p, ground: annan, declared: 2026-08-20, outcome: jäv}"
    let result = try score([chef, grupp], declarations: jäv)
    #expect(result.total == Interval(0, 50))
    #expect(result.examination.recusedSheets == 1)
    #expect(result.claimed.contribution.high == Rational(100))
    #expect(try score([chef, grupp]).total == Interval(50))
  }

  @Test func rolesThatCorrectDifferently() throws {
    let a = (
      "p", "grupp",
      "claims:\n  - {field: n, verdict: corrected, value: 9, reason: A}\ndocuments:\n  - {document: av, seen: ja}\njudgements:\n  - {judgement: kvalitet, value: låg, reason: A}"
    )
    let result = try score([a])
    #expect(result.total == Interval(0))
    // the role first in precedence settles it
    let b = ("p", "chef", "claims:\n  - {field: n, verdict: confirmed}")
    #expect(try score([a, b]).total == Interval(50))
  }

  /// The claim itself is missing: the high end assumes full evidence.
  @Test func aMissingClaimAssumesFullEvidence() throws {
    let result = try score([], claim: "namn: P")
    #expect(result.total == Interval(0, 100))
    #expect(result.verified.quality == .bound)
  }
}

@Suite struct OrderTests {
  private let fields = """
    fields:
      - {field: n, type: integer, min: 0, max: 100, label: N}
      - {field: m, type: integer, min: 0, max: 100, label: M}
    """
  private let rules = """
    indistinguishable_within: 5
    threshold: 20
    facts:
      nyckel: m
    eligibility:
      - id: har-m
        title: M finns
        require: m >= 1
        resolved_by: applicant
    criteria:
      - id: k
        title: K
        weight: 1
        measure:
          of: n
          points: {0: 0, 100: 100}
    ties:
      - {by: nyckel, order: desc}
    """

  private func round(_ proposals: [(id: String, fields: String)]) throws -> RoundResult {
    try scoreRound(try Rounds.make(fields: fields, rules: rules, proposals: proposals))
  }

  @Test func tiesAreBrokenByKeysThenShared() throws {
    let result = try round([
      ("a", "n: 60\nm: 1"), ("b", "n: 80\nm: 5"), ("c", "n: 60\nm: 2"), ("d", "n: 60\nm: 1"),
    ])
    let ranked = result.groups[0].ranked
    #expect(ranked.map { result.proposals[$0.proposal].id } == ["b", "c", "a", "d"])
    #expect(ranked.map { $0.rank } == [1, 2, 3, 3])
    #expect(ranked.map { $0.settledBy } == [nil, nil, "nyckel", nil])
    #expect(ranked.map { $0.isCloseToNext } == [false, true, true, false])
  }

  /// An interval shows which ranks are possible; the low end ranks.
  @Test func rankIntervals() throws {
    let result = try round([("a", "n: 60\nm: 1"), ("b", "m: 1"), ("c", "n: 30\nm: 1")])
    let ranked = result.groups[0].ranked
    #expect(ranked.map { result.proposals[$0.proposal].id } == ["a", "c", "b"])
    #expect(ranked.map { $0.best } == [1, 2, 1])
    #expect(ranked.map { $0.worst } == [2, 3, 3])
    #expect(result.proposals[1].reservations == [.totalThreshold])
  }

  @Test func listsComeInOrder() throws {
    let result = try round([("a", "n: 10\nm: 1"), ("b", "n: 60"), ("c", "n: 60\nm: 1")])
    let group = result.groups[0]
    #expect(group.belowThreshold == [0] && group.supplement == [1] && group.ranked.map { $0.proposal } == [2])
  }

  @Test func contrastSumsToTheDifference() throws {
    let data = try Rounds.load(
      "Proposals/exempel", rules: "Rules/samordningsforbund-2.0.rules.yaml", form: "Rules/ansokan.form.yaml")
    let result = try scoreRound(data)
    for a in result.proposals.indices {
      for b in result.proposals.indices where a != b {
        let contrast = try contrast(data, result, a, b)
        #expect(try Rational.sum(contrast.parts.map { $0.difference }) == contrast.difference)
        for part in contrast.parts where !part.parts.isEmpty {
          #expect(try Rational.sum(part.parts.map { $0.difference }) == part.difference)
        }
      }
    }
  }
}
