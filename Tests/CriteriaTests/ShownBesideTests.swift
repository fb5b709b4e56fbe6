import Diagnostics
import TestSupport
import Testing

@testable import Criteria

/// Profiles and lists: shown beside the points, checked as everything else.
@Suite struct ShownBesideTests {
  @Test func `both are read in their order`() throws {
    let ruleset = try #require(
      rulesetReading(
        smallRuleset(
          """
          profiles:
            - id: steg
              title: {sv: Steg, en: Steps}
              steps:
                - id: ett
                  title: {sv: Ett, en: One}
                  if: inriktning = "individ"
                - id: tva
                  title: {sv: Två, en: Two}
                  if: count(organisationer) > 1
          lists:
            - id: de
              title: {sv: De, en: They}
              in: organisationer
              as: org
              columns:
                - title: {sv: Namn, en: Name}
                  value: org.namn

          """)
      ).value)
    #expect(ruleset.profiles.map { $0.steps.map { $0.id } } == [["ett", "tva"]])
    #expect(ruleset.lists.map { $0.variable } == ["org"])
    #expect(ruleset.lists.map { $0.columns.map { $0.value.text } } == [["org.namn"]])
  }

  private func expect(
    _ sections: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(smallRuleset(sections))
    expectOne(rulesetReading(marked.text).findings, in: marked, sv, en, location)
  }

  @Test func `a misspelt field in a step`() {
    expect(
      """
      profiles:
        - id: steg
          title: {sv: Steg, en: Steps}
          steps:
            - id: ett
              title: {sv: Ett, en: One}
              if: 1️⃣inriktnig2️⃣ = "individ"

      """,
      """
      E201: okänt namn `inriktnig`
      Menade du `inriktning`?
      Namnen är: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """,
      """
      E201: unknown name `inriktnig`
      Did you mean `inriktning`?
      The names are: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """)
  }

  @Test func `an item called as a field`() {
    expect(
      """
      lists:
        - id: de
          title: {sv: De, en: They}
          in: organisationer
          as: 1️⃣titel2️⃣
          columns:
            - title: {sv: Namn, en: Name}
              value: titel

      """,
      """
      C152: `titel` är redan ett fält eller ett faktum
      Ge posten ett annat namn, till exempel `post`.
      """,
      """
      C152: `titel` is already a field or a fact
      Give the item another name, such as `item`.
      """)
  }

  @Test func `a column of a field that the items lack`() {
    expect(
      """
      lists:
        - id: de
          title: {sv: De, en: They}
          in: organisationer
          as: org
          columns:
            - title: {sv: Namn, en: Name}
              value: org.1️⃣nam2️⃣

      """,
      """
      E202: okänt fält `nam`
      Menade du `namn`?
      Fälten i `org` är: id, namn, åtagande, belägg.
      """,
      """
      E202: unknown field `nam`
      Did you mean `namn`?
      The fields of `org` are: id, namn, åtagande, belägg.
      """)
  }
}
