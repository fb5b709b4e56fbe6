public import Criteria
public import Diagnostics
public import ExactNumbers
internal import FEEL
internal import Scoring

/// What came of one of the authors' cases.
public struct RuleTestOutcome: Sendable {
  public var name: String
  public var span: Span
  /// What is not as expected; none: the case holds.
  public var failures: [Finding]
  public var holds: Bool { failures.isEmpty }
}

/// Runs the authors' cases against their ruleset, in their order.
///
/// - Throws: `ArithmeticError.overflow`, as `scoreProposal`.
public func runRuleTests(_ tests: RuleTests, ruleset: Ruleset) throws(ArithmeticError) -> [RuleTestOutcome] {
  var outcomes: [RuleTestOutcome] = []
  for test in tests.tests {
    let data = RuleTestRound(test, ruleset, source: tests.source).data
    let result = try scoreProposal(data, at: 0, options: ScoringOptions())
    var comparison = RuleTestComparison(
      test: test, ruleset: ruleset, result: result, economy: economyResult(data, at: 0))
    comparison.compare()
    outcomes.append(RuleTestOutcome(name: test.name, span: test.span, failures: comparison.failures))
  }
  return outcomes
}

/// A round with one proposal, and a sheet of every role that the case needs.
private struct RuleTestRound {
  let data: RoundData

  init(_ test: RuleTest, _ ruleset: Ruleset, source: SourceID) {
    var proposal = test.proposal
    proposal.id = "test"
    var roles: [String] = []
    for judgement in ruleset.judgements {
      for role in judgement.roles where !roles.contains(role) { roles.append(role) }
    }
    if roles.isEmpty { roles = ["test"] }
    let round = Round(
      id: "test", title: Text(sv: "test"), association: nil, registrationNumber: nil, rulesPath: "",
      closing: nil,
      asOf: test.asOf, meeting: nil, documentStatus: .workingMaterial, frozen: nil, frame: [],
      roles: roles.map { Round.Role(id: $0, title: Text(sv: $0)) }, texts: [], source: source)
    var sheets = roles.map { role in
      Assessment(
        proposal: proposal.id, role: role, date: test.asOf, claims: [], documents: [], judgements: [],
        exclusions: [],
        exceptions: [], source: source)
    }
    sheets[0].documents = Self.seen(test, ruleset.form)
    sheets[0].exclusions = test.exclusions
    sheets[0].exceptions = test.exceptions
    for given in test.judgements {
      let allowed = ruleset.judgements[given.judgement].roles
      let index = roles.firstIndex { allowed.isEmpty || allowed.contains($0) } ?? 0
      sheets[index].judgements.append(given)
    }
    data = RoundData(
      round: round, ruleset: ruleset, proposals: [proposal], assessments: sheets, declarations: [])
  }

  private static func seen(_ test: RuleTest, _ form: Form) -> [DocumentSeen] {
    let ids: [String] =
      switch test.seen {
      case .all: documentIDs(test.proposal, form)
      case .documents(let ids): ids
      }
    return ids.map { DocumentSeen(document: $0, seen: true, reason: nil, span: test.span) }
  }

  private static func documentIDs(_ proposal: Proposal, _ form: Form) -> [String] {
    guard let field = form.documentsField, let index = form.fields.firstIndex(where: { $0.name == field }),
      case .list(let list) = form.fields[index].type, case .group(let fields) = list.element,
      let id = fields.firstIndex(where: { $0.name == "id" }),
      case .groups(let groups) = proposal.claims.fields[index].content
    else { return [] }
    return groups.compactMap { group in
      if case .value(.string(let text)) = group.fields[id].content { text } else { nil }
    }
  }
}
