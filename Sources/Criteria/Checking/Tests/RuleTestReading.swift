public import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Reads and checks the authors' cases for a ruleset. Its `value` is there only where they have no errors.
public func readRuleTests(_ source: SourceID, in sources: SourceMap, ruleset: Ruleset) -> Reading<RuleTests> {
  var reader = FileReader(.tests, source, in: sources)
  let tests = reader.ruleTests(ruleset)
  return Reading(value: reader.findings.hasErrors ? nil : tests, findings: reader.findings)
}

extension FileReader {
  fileprivate mutating func ruleTests(_ ruleset: Ruleset) -> RuleTests? {
    guard let root = open(keys: ["schema", "ruleset", "tests"]) else { return nil }
    guard let node = required(root, "ruleset"), let id = scalar(node, .value(of: "ruleset")) else {
      return nil
    }
    guard id == ruleset.id else {
      report(
        301, at: node.span,
        Text(
          "testerna hör till regelverket `\(id)`, inte `\(ruleset.id)`",
          "the tests belong to the ruleset `\(id)`, not `\(ruleset.id)`"))
      return nil
    }
    guard let list = required(root, "tests"), let items = self.list(list, .value(of: "tests")) else {
      return nil
    }
    var tests: [RuleTest] = []
    var names = UniqueIDs()
    for item in items {
      if let test = ruleTest(item, ruleset, &names) { tests.append(test) }
    }
    return RuleTests(ruleset: id, tests: tests, source: source)
  }

  private mutating func ruleTest(_ node: YAMLNode, _ ruleset: Ruleset, _ names: inout UniqueIDs) -> RuleTest?
  {
    let keys = ["test", "as_of", "proposal", "judgements", "seen", "exclusions", "exceptions", "expect"]
    guard let mapping = mapping(node, Text("ett test", "a test"), keys: keys) else { return nil }
    let name = requiredString(mapping, "test")
    let span = mapping["test"]?.span ?? mapping.node.firstLine
    if let name, let first = names.insert(name, at: span) { reportTwice(name, at: span, first: first) }
    let asOf = optionalDate(mapping, "as_of") ?? ruleset.validFrom
    if asOf == nil, mapping["as_of"] == nil {
      report(
        302, at: span, Text("testet har ingen dag att räkna från", "the test has no day to count from"),
        hints: [
          Text(
            "Skriv `as_of: 2026-09-15` i testet, eller `valid: {from: …}` i regelverket.",
            "Write `as_of: 2026-09-15` in the test, or `valid: {from: …}` in the ruleset.")
        ])
    }
    let decisions = decisions(mapping, ruleset, reasonsOptional: true)
    let expected = required(mapping, "expect").flatMap { expectation($0, ruleset) }
    guard let claims = testClaims(mapping, ruleset.form) else { return nil }
    let proposal = Proposal(id: name ?? "", source: source, claims: claims, warnings: [], personalNumbers: [])
    let judgements = mapping["judgements"].map { testJudgements($0, proposal, ruleset) } ?? []
    let seen = mapping["seen"].map { testSeen($0, proposal, ruleset.form) } ?? .documents([])
    guard let name, let asOf, let expected else { return nil }
    return RuleTest(
      name: name, asOf: asOf, proposal: proposal, judgements: judgements, seen: seen,
      exclusions: decisions.exclusions, exceptions: decisions.exceptions, expected: expected, span: span)
  }

  private mutating func testClaims(_ mapping: Mapping, _ form: Form) -> ClaimGroup? {
    guard let node = required(mapping, "proposal"), let fields = openMapping(node, .value(of: "proposal"))
    else {
      return nil
    }
    var links = ClaimLinks()
    let claims = claimGroup(fields, form.fields, form, &links)
    checkLinks(links, claims, form, reportingUnused: false)
    return claims
  }

  /// `id: answer` or `id[key]: answer`.
  private mutating func testJudgements(
    _ node: YAMLNode, _ proposal: Proposal, _ ruleset: Ruleset
  ) -> [GivenJudgement] {
    guard let mapping = openMapping(node, .value(of: "judgements")) else { return [] }
    var answers: [GivenJudgement] = []
    for entry in mapping.entries {
      guard let written = entry.key.text else { continue }
      var id = written
      var key: String?
      if let open = written.firstIndex(of: "["), written.last == "]" {
        id = String(written[..<open])
        key = String(written[written.index(after: open)...].dropLast())
      }
      guard let index = judgementIndex(id, at: entry.key.span, ruleset) else { continue }
      let judgement = ruleset.judgements[index]
      guard let checked = checkedKey(key, at: entry.key.span, judgement, proposal, ruleset.form),
        let step = step(entry.value, judgement)
      else { continue }
      answers.append(
        GivenJudgement(
          judgement: index, key: checked.value, step: step, reason: nil, isJoint: false, span: entry.key.span)
      )
    }
    return answers
  }

  private mutating func testSeen(_ node: YAMLNode, _ proposal: Proposal, _ form: Form) -> RuleTest.Seen {
    if node.text == "all" { return .all }
    guard let items = list(node, .value(of: "seen")) else { return .documents([]) }
    let name = form.documentsField ?? ""
    let known = (itemKeys(of: name, proposal.claims, form) ?? []).map { $0.key }
    var seen: [String] = []
    for item in items {
      guard let id = scalar(item, .value(of: "seen")) else { continue }
      if known.contains(id) {
        seen.append(id)
      } else {
        reportUnknownID(
          303, id, name, among: known, at: item.span,
          Text("förslaget har inget dokument `\(id)`", "the proposal has no document `\(id)`"))
      }
    }
    return .documents(seen)
  }
}
