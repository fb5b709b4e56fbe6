import Criteria
import Diagnostics
import Testing
import Workbench

/// What can be said of how criteria are made before any proposal is judged by them.
@Suite struct CraftCheckTests {
  private func ruleset(_ criteria: String, version: String = "1", from: String = "2026-01-01") throws
    -> Ruleset
  {
    var sources = SourceMap()
    let form = sources.add(
      SourceFile(
        path: "Rules/f.form.yaml",
        bytes: Array(
          """
          schema: beredning/form/1
          form: f
          version: "1"
          title: {sv: F, en: F}
          name: titel
          fields:
            - {field: titel, type: text, max_length: 100, required: true, label: {sv: T, en: T}}
            - {field: a, type: integer, min: 0, max: 100, label: {sv: A, en: A}}
            - {field: b, type: integer, min: 0, max: 100, label: {sv: B, en: B}}
            - {field: c, type: boolean, label: {sv: C, en: C}}
          """.utf8)))
    let rules = sources.add(
      SourceFile(
        path: "Rules/r.rules.yaml",
        bytes: Array(
          """
          schema: beredning/ruleset/1
          ruleset: r
          version: "\(version)"
          title: {sv: R, en: R}
          status: example
          form: f
          valid: {from: \(from)}
          judgements:
            - {id: j, question: {sv: "J?", en: "J?"}, scale: [låg, hög]}
          facts:
            dubbla_a: a + a
          criteria:
          \(criteria)
          """.utf8)))
    let reading = readRuleset(rules, in: sources, form: readForm(form, in: sources).value)
    #expect(!reading.findings.hasErrors)
    return try #require(reading.value)
  }

  private func measure(_ id: String, _ of: String, weight: Int, to end: Int = 100) -> String {
    """
      - id: \(id)
        title: {sv: \(id), en: \(id)}
        weight: \(weight)
        measure:
          of: \(of)
          points: {0: 0, \(end): 100}

    """
  }

  private func checklist(_ id: String, weight: Int, _ conditions: [String]) -> String {
    let rules = conditions.enumerated().map { number, condition in
      """
            - id: r\(number)
              title: {sv: R, en: R}
              points: 10
              if: \(condition)

      """
    }
    return """
        - id: \(id)
          title: {sv: \(id), en: \(id)}
          weight: \(weight)
          points:
            rules:

      """ + rules.joined()
  }

  /// Notes with this code, as messages.
  private func notes(_ number: Int, _ criteria: String) throws -> [String] {
    let findings = checkRuleset(try ruleset(criteria)).sorted.filter { $0.code == Code("W", number) }
    #expect(findings.allSatisfy { $0.severity == .note && $0.span != nil && !$0.hints.isEmpty })
    return findings.map { $0.message.sv }
  }

  @Test func theSameFieldInTwoCriteriaThroughAFact() throws {
    #expect(
      try notes(109, measure("ett", "a", weight: 50) + measure("två", "dubbla_a + b", weight: 50))
        == ["`ett` och `två` bygger på samma uppgifter: a"])
    #expect(try notes(109, measure("ett", "a", weight: 50) + measure("två", "b", weight: 50)) == [])
    // One of three each: not mostly the same.
    #expect(
      try notes(
        109,
        checklist("ett", weight: 50, ["a > 1", "b > 1", "c"]) + measure("två", "a", weight: 50)
      ) == ["`ett` och `två` bygger på samma uppgifter: a"])
  }

  @Test func theSameJudgementInTwoCriteria() throws {
    let judged = { (id: String) in
      """
        - id: \(id)
          title: {sv: \(id), en: \(id)}
          weight: 50
          judged:
            judgement: j
            points: {låg: 0, hög: 100}

      """
    }
    #expect(
      try notes(109, judged("ett") + judged("två"))
        == ["`ett` och `två` bygger på samma uppgifter: judgement(\"j\")"])
  }

  @Test func weightsThatFollowTheNumberOfParts() throws {
    let three = checklist("ett", weight: 60, ["a > 1", "a > 2", "a > 3"])
    #expect(
      try notes(110, three + checklist("två", weight: 40, ["b > 1", "b > 2"]))
        == ["vikterna följer hur många delar varje kriterium har"])
    #expect(try notes(110, three + checklist("två", weight: 50, ["b > 1", "b > 2"])) == [])
    // As many parts each: equal weights are a choice.
    #expect(try notes(110, measure("ett", "a", weight: 50) + measure("två", "b", weight: 50)) == [])
  }

  @Test func aRangeThatChangedWhileTheWeightDidNot() throws {
    let earlier = try ruleset(measure("ett", "a", weight: 30) + measure("två", "b", weight: 70))
    let later = try ruleset(
      measure("ett", "a", weight: 30, to: 50) + measure("två", "b", weight: 70), version: "2",
      from: "2027-01-01")
    let found = changedRanges(from: earlier, to: later)
    #expect(
      found.map { $0.message.sv } == ["skalan för `ett` var 0–100 och är nu 0–50, men vikten är densamma"])
    #expect(found.first?.code == Code("W", 111))
    // With another weight somebody has thought of it.
    let weighed = try ruleset(measure("ett", "a", weight: 15, to: 50) + measure("två", "b", weight: 85))
    #expect(changedRanges(from: earlier, to: weighed).isEmpty)
  }
}
