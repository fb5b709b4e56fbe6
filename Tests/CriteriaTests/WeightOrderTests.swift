import Diagnostics
import ExactNumbers
import TestSupport
import Testing

@testable import Criteria

/// `weights: {order: […]}` instead of a weight on each criterion.
@Suite struct WeightOrderTests {
  private func criteria(_ ids: [String], more: String = "") -> String {
    let each = ids.map { id in
      """
        - id: \(id)
          title: {sv: \(id), en: \(id)}
      \(more)    measure:
            of: målgrupp.antal
            points: {0: 0, 10: 100}

      """
    }
    return "criteria:\n" + each.joined()
  }

  private func expect(
    _ sections: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(smallRuleset(sections))
    expectOne(rulesetReading(marked.text).findings, in: marked, sv, en, location)
  }

  @Test func weightsFollowFromTheOrder() throws {
    let text = smallRuleset(
      "weights:\n  order: [c, [a, d], b]\n" + criteria(["a", "b", "c", "d"]))
    let reading = rulesetReading(text)
    #expect(reading.findings.isEmpty)
    let ruleset = try #require(reading.value)
    #expect(ruleset.weightOrder == [[2], [0, 3], [1]])
    // Of 48: 25 for the first, (13 + 7) / 2 for the two that share, 3 for the last.
    let shares = [10, 3, 25, 10].map { try? Rational($0, 48).multiplied(by: 100) }
    #expect(ruleset.criteria.map { $0.weight } == shares)
  }

  @Test func aWeightBesideTheOrder() {
    expect(
      "weights:\n  order: [a]\n" + criteria(["a"], more: "    1️⃣weight2️⃣: 100\n"),
      """
      C193: `weight` går inte ihop med `weights`
      Ange antingen en vikt för varje kriterium, eller bara ordningen i `weights: {order: […]}`.
      """,
      """
      C193: `weight` does not go together with `weights`
      Give either a weight for each criterion, or the order alone in `weights: {order: […]}`.
      """)
  }

  @Test func aCriterionThatIsNotThere() {
    expect(
      "weights:\n  order: [bredd, 1️⃣alder2️⃣, ålder]\n" + criteria(["bredd", "ålder"]),
      """
      C194: kriteriet `alder` finns inte
      Menade du `ålder`?
      Att välja på finns: bredd, ålder.
      """,
      """
      C194: there is no criterion `alder`
      Did you mean `ålder`?
      To choose from: bredd, ålder.
      """)
  }

  @Test func aCriterionThatIsForgotten() {
    expect(
      "weights:\n  order: 1️⃣[a]2️⃣\n" + criteria(["a", "b"]),
      """
      C195: kriteriet `b` står inte i ordningen
      Alla kriterier på översta nivån ska stå i `order`, det viktigaste först. Lika viktiga skrivs ihop: `[a, b]`.
      """,
      """
      C195: the criterion `b` is not in the order
      All top criteria must stand in `order`, the most important first. Equally important ones are written together: `[a, b]`.
      """)
  }

  @Test func twice() {
    let text = smallRuleset("weights:\n  order: [a, [b, a]]\n" + criteria(["a", "b"]))
    #expect(rulesetReading(text).findings.sorted.map { $0.code } == [Code("C", 7)])
  }
}
