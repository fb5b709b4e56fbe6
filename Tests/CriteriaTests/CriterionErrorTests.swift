import Diagnostics
import TestSupport
import Testing

@testable import Criteria

/// What the author of a ruleset gets for each kind of mistake in a criterion.
@Suite struct CriterionErrorTests {
  /// `body` is indented below the criterion `a`.
  private func expect(
    _ body: String, before: String = "", after: String = "", _ sv: String, _ en: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    let criterion = "criteria:\n  - id: a\n    title: {sv: A, en: A}\n    weight: 50\n"
    let marked = Marked(smallRuleset(before + criterion + lines.joined(separator: "\n") + "\n" + after))
    expectOne(rulesetReading(marked.text).findings, in: marked, sv, en, location)
  }

  private let judgement = "judgements:\n  - {id: plan, question: {sv: P?, en: P?}, scale: [låg, hög]}\n"

  @Test func noWayOfScoring() {
    let marked = Marked(smallRuleset("criteria:\n  - 1️⃣id2️⃣: a\n    title: {sv: A, en: A}\n    weight: 50\n"))
    expectOne(
      rulesetReading(marked.text).findings, in: marked,
      """
      C153: kriteriet saknar poängsättning
      Det ska ha en av: ladder, points, measure, table, judged, criteria.
      """,
      """
      C153: the criterion has no way of scoring
      It must have one of: ladder, points, measure, table, judged, criteria.
      """)
  }

  @Test func twoWaysOfScoring() {
    expect(
      """
      measure:
        of: målgrupp.antal
        points: {0: 0, 10: 100}
      1️⃣judged2️⃣: {judgement: plan, points: {låg: 0, hög: 100}}
      """, before: judgement,
      """
      C153: kriteriet har flera poängsättningar: measure, judged
      Det ska ha en av: ladder, points, measure, table, judged, criteria.
      """,
      """
      C153: the criterion has several ways of scoring: measure, judged
      It must have one of: ladder, points, measure, table, judged, criteria.
      """)
  }

  @Test func missingWeight() {
    let marked = Marked(
      smallRuleset(
        "criteria:\n  - 1️⃣id2️⃣: a\n    title: {sv: A, en: A}\n    measure:\n      of: målgrupp.antal\n      points: {0: 0, 1: 1}\n"
      ))
    expectOne(
      rulesetReading(marked.text).findings, in: marked,
      """
      C002: `weight` saknas
      Ett kriterium måste ha `weight`.
      """,
      """
      C002: `weight` is missing
      A criterion must have `weight`.
      """)
  }

  @Test func weightOfZero() {
    let marked = Marked(
      smallRuleset(
        "criteria:\n  - id: a\n    title: {sv: A, en: A}\n    weight: 1️⃣02️⃣\n    measure:\n      of: målgrupp.antal\n      points: {0: 0, 1: 1}\n"
      ))
    expectOne(
      rulesetReading(marked.text).findings, in: marked,
      """
      C010: `weight` ska vara större än 0
      """,
      """
      C010: `weight` must be greater than 0
      """)
  }

  @Test func ladderThatDoesNotRise() {
    expect(
      """
      ladder:
        - id: x
          points: 50
          anchor: {sv: X, en: X}
          if: målgrupp.antal > 0
        - id: y
          points: 1️⃣502️⃣
          anchor: {sv: Y, en: Y}
          if: målgrupp.antal > 1
      """,
      """
      C160: stegens poäng stiger inte
      Varje steg ger mer än det före: mer än 50.
      """,
      """
      C160: the points of the steps do not rise
      Every step gives more than the one before: more than 50.
      """)
  }

  @Test func firstStepWithoutPoints() {
    expect(
      """
      ladder:
        - id: x
          points: 1️⃣02️⃣
          anchor: {sv: X, en: X}
          if: målgrupp.antal > 0
        - id: y
          points: 50
          anchor: {sv: Y, en: Y}
          if: målgrupp.antal > 1
      """,
      """
      C160: det första steget ger inga poäng
      Varje steg ger mer än det före: mer än 0.
      """,
      """
      C160: the first step gives no points
      Every step gives more than the one before: more than 0.
      """)
  }

  @Test func lowerPointsOutsideTheStep() {
    expect(
      """
      ladder:
        - id: x
          points: 50
          anchor: {sv: X, en: X}
          if: målgrupp.antal > 0
        - id: y
          points: 75
          anchor: {sv: Y, en: Y}
          if: målgrupp.antal > 1
          evidence:
            of: dokument
            at_least: 1
            else: 1️⃣402️⃣
      """,
      before:
        "evidence:\n  levels:\n    - {level: 0, label: {sv: i, en: n}}\n    - {level: 1, label: {sv: i, en: n}}\n  level: if document.seen then 1 else 0\n",

      """
      C010: `else` ska vara från 50 till 75
      """,
      """
      C010: `else` must be from 50 to 75
      """)
  }

  @Test func evidenceWithoutLevels() {
    expect(
      """
      points:
        rules:
          - id: x
            title: {sv: X, en: X}
            points: 50
            if: målgrupp.antal > 0
            1️⃣evidence2️⃣:
              of: dokument
              at_least: 1
      """,
      """
      C135: regelverket har inga beläggsnivåer
      Lägg till `evidence:` med `levels` och `level`.
      """,
      """
      C135: the ruleset has no evidence levels
      Add `evidence:` with `levels` and `level`.
      """)
  }

  @Test func conditionThatIsATree() {
    expect(
      """
      points:
        rules:
          - id: x
            title: {sv: X, en: X}
            points: 50
            if: 1️⃣målgrupp2️⃣
      """,
      """
      E221: här behövs ett villkor, inte en uppgift med fälten antal, andel, elever, klart, ohälsa
      """,
      """
      E221: a condition is needed here, not an entry with the fields antal, andel, elever, klart, ohälsa
      """)
  }

  @Test func capNobodyReaches() {
    expect(
      """
      points:
        cap: 1️⃣1002️⃣
        rules:
          - id: x
            title: {sv: X, en: X}
            points: 50
            if: målgrupp.antal > 0
      """,
      """
      C163: ingen kan nå `cap`: reglerna ger tillsammans 50
      """,
      """
      C163: nobody can reach `cap`: together the rules give 50
      """)
  }

  @Test func measureThatDoesNotRise() {
    expect(
      "measure:\n  of: målgrupp.antal\n  points: {10: 0, 1️⃣52️⃣: 100}",
      """
      C170: talen i `points` stiger inte
      Skriv dem från lägst till högst: `{0: 0, 0.75: 100}`.
      """,
      """
      C170: the inputs of `points` do not rise
      Write them from lowest to highest: `{0: 0, 0.75: 100}`.
      """)
  }

  @Test func measureWithOnePoint() {
    expect(
      "measure:\n  of: målgrupp.antal\n  points: 1️⃣{10: 100}2️⃣",
      """
      C171: `points` behöver minst två punkter
      Till exempel `{0: 0, 0.75: 100}`.
      """,
      """
      C171: `points` needs at least two points
      For instance `{0: 0, 0.75: 100}`.
      """)
  }

  @Test func measureWithNegativePoints() {
    expect(
      "measure:\n  of: målgrupp.antal\n  points: {0: 1️⃣-52️⃣, 10: 100}",
      """
      C172: poängen är negativa: `-5`
      Bara regler i `points:` får dra av poäng.
      """,
      """
      C172: the points are negative: `-5`
      Only the rules of `points:` may take points away.
      """)
  }

  @Test func judgedWithoutPointsForAnAnswer() {
    expect(
      "judged: {judgement: plan, points: 1️⃣{hög: 100}2️⃣}", before: judgement,
      """
      C173: svaret `låg` saknar poäng
      Varje svar på skalan ska ha poäng.
      """,
      """
      C173: the answer `låg` has no points
      Every answer of the scale must have points.
      """)
  }

  @Test func judgedWithPointsForNoAnswer() {
    expect(
      "judged: {judgement: plan, points: {låg: 0, hög: 100, 1️⃣högre2️⃣: 120}}", before: judgement,
      """
      C003: okänd nyckel `högre`
      Nycklarna är: låg, hög.
      """,
      """
      C003: unknown key `högre`
      The keys are: låg, hög.
      """)
  }

  @Test func tableRowOfOtherLength() {
    expect(
      """
      table:
        hit: U
        inputs:
          - of: målgrupp.antal
          - of: målgrupp.andel
        rules:
          - when: 1️⃣[]2️⃣
            points: 10
      """,
      """
      C182: raden har 0 villkor, tabellen 2 kolumner
      Skriv ett villkor för varje kolumn; `'-'` tar emot allt.
      """,
      """
      C182: the row has 0 tests, the table 2 inputs
      Write one test for each input; `'-'` takes anything.
      """)
  }

  @Test func tableTestOfAnotherType() {
    expect(
      """
      table:
        hit: U
        inputs:
          - of: inriktning
        rules:
          - when:
              - '1️⃣"indiv"2️⃣'
            points: 10
      """,
      """
      E210: `indiv` är inget av valen
      Menade du `individ`?
      Valen är: individ, struktur.
      """,
      """
      E210: `indiv` is not one of the choices
      Did you mean `individ`?
      The choices are: individ, struktur.
      """)
  }

  @Test func tableThatCollectsAList() {
    expect(
      """
      table:
        hit: 1️⃣C2️⃣
        inputs:
          - of: målgrupp.antal
        rules:
          - when:
              - "> 1"
            points: 10
      """,
      """
      C181: `C` ger en lista, inte poäng
      Skriv `C+` (summa), `C<` (lägst), `C>` (högst) eller `C#` (antal).
      """,
      """
      C181: `C` gives a list, not points
      Write `C+` (sum), `C<` (lowest), `C>` (highest) or `C#` (number).
      """)
  }

  @Test func tableThatAddsWithoutMaximum() {
    expect(
      """
      table:
        hit: 1️⃣C+2️⃣
        inputs:
          - of: målgrupp.antal
        rules:
          - when:
              - "> 1"
            points: 10
      """,
      """
      C180: `max` saknas
      En tabell som lägger ihop rader måste säga vad som är fullt: `max: 100`.
      """,
      """
      C180: `max` is missing
      A table that adds up rows must say what is full: `max: 100`.
      """)
  }

  @Test func thresholdAboveTheMaximum() {
    expect(
      "threshold: 1️⃣1202️⃣\nmeasure:\n  of: målgrupp.antal\n  points: {0: 0, 10: 100}",
      """
      C010: `threshold` ska vara från 0 till 100, kriteriets högsta poäng
      """,
      """
      C010: `threshold` must be from 0 to 100, the criterion's highest points
      """)
  }

  @Test func weightMovedToNoSibling() {
    expect(
      """
      not_applicable:
        when: inriktning = "struktur"
        weight_to: [1️⃣bb2️⃣]
      measure:
        of: målgrupp.antal
        points: {0: 0, 10: 100}
      """,
      after:
        "  - id: b\n    title: {sv: B, en: B}\n    weight: 50\n    measure:\n      of: målgrupp.antal\n      points: {0: 0, 1: 1}\n",

      """
      C151: `bb` är inget annat kriterium på samma nivå
      Att välja på finns: b.
      """,
      """
      C151: `bb` is not another criterion of the same level
      To choose from: b.
      """)
  }

  @Test func eachOverSomethingThatIsNoList() {
    expect(
      "each:\n  in: 1️⃣målgrupp.antal2️⃣\n  as: org\nmeasure:\n  of: målgrupp.antal\n  points: {0: 0, 10: 100}",

      """
      C155: det här är ingen lista
      `each` bedömer varje post i en lista för sig.
      """,
      """
      C155: this is not a list
      `each` scores every item of a list by itself.
      """)
  }

  @Test func eachNamedAsAField() {
    expect(
      "each:\n  in: organisationer\n  as: 1️⃣titel2️⃣\nmeasure:\n  of: målgrupp.antal\n  points: {0: 0, 10: 100}",

      """
      C152: `titel` är redan ett fält eller ett faktum
      Ge posten ett annat namn, till exempel `post`.
      """,
      """
      C152: `titel` is already a field or a fact
      Give the item another name, such as `item`.
      """)
  }

  @Test func misspeltFieldOfTheMember() {
    expect(
      """
      each:
        in: organisationer
        as: org
      points:
        rules:
          - id: x
            title: {sv: X, en: X}
            points: 10
            if: org.1️⃣atagande2️⃣ = "avtal"
      """,
      """
      E202: okänt fält `atagande`
      Menade du `åtagande`?
      Fälten i `org` är: id, namn, åtagande, belägg.
      """,
      """
      E202: unknown field `atagande`
      Did you mean `åtagande`?
      The fields of `org` are: id, namn, åtagande, belägg.
      """)
  }

  @Test func subCriterionWithTheIdOfAnother() {
    expect(
      """
      criteria:
        - id: 1️⃣a2️⃣
          title: {sv: B, en: B}
          measure:
            of: målgrupp.antal
            points: {0: 0, 10: 100}
      """,
      """
      C007: `a` finns redan
      → först här
      """,
      """
      C007: `a` is already there
      → first here
      """)
  }
}
