import Diagnostics
import ExactNumbers
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// What the author of rule tests gets for each kind of mistake.
@Suite struct RuleTestErrorTests {
  private func reading(_ text: String) -> Reading<RuleTests> {
    var sources = SourceMap()
    let source = sources.add(file("Rules/liten.tests.yaml", text))
    return readRuleTests(source, in: sources, ruleset: rulesetReading(SmallRound().rules).value!)
  }

  private func expect(
    _ test: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(
      "schema: beredning/tests/1\nruleset: liten\ntests:\n  - test: ett\n    as_of: 2026-09-15\n" + test)
    expectOne(reading(marked.text).findings, in: marked, sv, en, location)
  }

  @Test func testsThatAreSound() throws {
    let text = """
      schema: beredning/tests/1
      ruleset: liten
      tests:
        - test: ett
          as_of: 2026-09-15
          proposal:
            organisationer: [{id: kommun-a, belägg: d1}]
            dokument: [{id: d1, typ: avtal}]
          judgements: {kvalitet: hög, "plan[kommun-a]": ja}
          seen: [d1]
          exceptions: [{exclusion: ordinarie, exception: forsok, valid_to: 2027-12-31}]
          expect:
            total: [0, 100]
            list: ranked
            criteria: {ett: [0, 100]}
            flags: []
        - test: två
          as_of: 2026-09-15
          proposal: {}
          seen: all
          expect: {total: 12.5}
      """
    let reading = reading(text)
    #expect(reading.findings.isEmpty)
    let tests = try #require(reading.value?.tests)
    #expect(tests.map { $0.name } == ["ett", "två"])
    #expect(tests[0].judgements.map { $0.key } == [nil, "kommun-a"])
    #expect(tests[0].seen == .documents(["d1"]))
    #expect(tests[1].seen == .all)
    #expect(tests[0].expected.list == .ranked)
    #expect(tests[0].expected.flags == [])
    #expect(tests[1].expected.flags == nil)
    #expect(tests[1].expected.total?.low.text == "25/2")
    #expect(tests[0].expected.criteria.map { $0.path.text } == ["ett"])
  }

  @Test func otherRuleset() {
    let marked = Marked("schema: beredning/tests/1\nruleset: 1️⃣stor2️⃣\ntests: []\n")
    expectOne(
      reading(marked.text).findings, in: marked,
      """
      C301: testerna hör till regelverket `stor`, inte `liten`
      """,
      """
      C301: the tests belong to the ruleset `stor`, not `liten`
      """)
  }

  @Test func noDay() {
    let marked = Marked(
      "schema: beredning/tests/1\nruleset: liten\ntests:\n  - test: 1️⃣ett2️⃣\n    proposal: {}\n    expect: {total: 1}\n"
    )
    expectOne(
      reading(marked.text).findings, in: marked,
      """
      C302: testet har ingen dag att räkna från
      Skriv `as_of: 2026-09-15` i testet, eller `valid: {from: …}` i regelverket.
      """,
      """
      C302: the test has no day to count from
      Write `as_of: 2026-09-15` in the test, or `valid: {from: …}` in the ruleset.
      """)
  }

  @Test func misspeltField() {
    expect(
      "    proposal: {1️⃣titell2️⃣: x}\n    expect: {total: 1}\n",
      """
      C202: okänt fält `titell`
      Menade du `titel`?
      Fälten är: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """,
      """
      C202: unknown field `titell`
      Did you mean `titel`?
      The fields are: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """)
  }

  @Test func unknownCriterion() {
    expect(
      "    proposal: {}\n    expect:\n      criteria: {1️⃣tva2️⃣: 1}\n",
      """
      C307: okänt kriterium `tva`
      Att välja på finns: ett.
      """,
      """
      C307: unknown criterion `tva`
      To choose from: ett.
      """)
  }

  @Test func unknownRule() {
    expect(
      "    proposal: {}\n    expect:\n      rules: {1️⃣ett/x2️⃣: met}\n",
      """
      C306: `ett` har ingen regel `x`
      """,
      """
      C306: `ett` has no rule `x`
      """)
  }

  @Test func unknownList() {
    expect(
      "    proposal: {}\n    expect: {list: 1️⃣rangordnad2️⃣}\n",
      """
      C008: `list` kan inte vara `rangordnad`
      `list` är något av: ranked, belowThreshold, supplement, assess, notExamined.
      """,
      """
      C008: `list` cannot be `rangordnad`
      `list` is one of: ranked, belowThreshold, supplement, assess, notExamined.
      """)
  }

  @Test func intervalTheWrongWay() {
    expect(
      "    proposal: {}\n    expect: {total: 1️⃣[60, 40]2️⃣}\n",
      """
      C305: det här är inget intervall
      Skriv lägst först: `[40, 60]`.
      """,
      """
      C305: this is not an interval
      Write the lowest first: `[40, 60]`.
      """)
  }

  @Test func unknownFlag() {
    expect(
      "    proposal: {}\n    expect: {flags: [1️⃣x2️⃣]}\n",
      """
      C304: `x` finns inte i reglernas `flags`
      `flags` är tom.
      """,
      """
      C304: `x` is not in the rules' `flags`
      `flags` is empty.
      """)
  }

  @Test func documentThatIsNotThere() {
    expect(
      "    proposal: {}\n    seen: [1️⃣d12️⃣]\n    expect: {total: 1}\n",
      """
      C303: förslaget har inget dokument `d1`
      `dokument` är tom.
      """,
      """
      C303: the proposal has no document `d1`
      `dokument` is empty.
      """)
  }
}
