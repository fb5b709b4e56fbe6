public import Criteria
public import Diagnostics
public import ExactNumbers
public import FEEL
public import Scoring

/// What an applicant learns of a draft: what stops it, what is missing, how it stands and what would help. No rank,
/// and no forecast: nobody has looked at it yet.
public final class SelfCheck: Sendable {
  public let report: RoundReport
  public let result: ProposalResult
  /// Required fields without a value that apply for certain, in the form's order.
  public let missing: [FieldPath]
  /// What would earn more: nothing about rank. nil where nobody asked for it.
  public let improvements: Improvements?

  init(report: RoundReport, result: ProposalResult, missing: [FieldPath], improvements: Improvements?) {
    self.report = report
    self.result = result
    self.missing = missing
    self.improvements = improvements
  }

  /// Whether something keeps the draft from being examined.
  public var isStopped: Bool {
    !missing.isEmpty || result.eligibility.contains { $0.verdict == .notMet }
      || zip(report.data.ruleset.eligibility, result.eligibility).contains {
        $0.resolvedBy == .applicant && $1.verdict != .met
      }
  }
}

/// Judges a draft by itself, as if it were alone in a round and nobody had looked at it.
///
/// - Parameters:
///   - asOf: the day that every date is compared with.
///   - improving: whether to look for what would earn more, which takes most of the time.
///   - plan: the ruleset's, where it is worked out already.
/// - Throws: as `scoreProposal`.
public func selfCheck(
  _ proposal: Proposal, ruleset: Ruleset, asOf: CalendarDate, sources: SourceMap, improving: Bool = true,
  plan: ReadingPlan? = nil
) throws(ArithmeticError) -> SelfCheck {
  let round = Round(
    id: "", title: Text(sv: ""), association: nil, registrationNumber: nil, rulesPath: "", closing: nil,
    asOf: asOf,
    meeting: nil, documentStatus: .workingMaterial, frozen: nil, frame: [], roles: [], texts: [],
    source: proposal.source)
  let data = RoundData(
    round: round, ruleset: ruleset, proposals: [proposal], assessments: [], declarations: [])
  let plan = plan ?? ReadingPlan(ruleset)
  let result = try scoreUnassessed(data, at: 0, options: ScoringOptions(detail: .full, plan: plan))
  let whole = RoundResult(
    weights: ruleset.criteria.map { $0.weight }, isTrial: false, proposals: [result], groups: [], changes: [])
  return SelfCheck(
    report: RoundReport(data: data, result: whole, sources: sources, plan: plan), result: result,
    missing: missingRequired(proposal, ruleset.form, asOf),
    improvements: improving
      ? try improvementsOfUnassessed(data, at: 0, options: ScoringOptions(plan: plan)) : nil)
}

/// Required fields without a value that apply for certain, in the form's order.
public func missingRequired(_ proposal: Proposal, _ form: Form, _ asOf: CalendarDate) -> [FieldPath] {
  let claims = proposal.context(by: form, today: asOf)
  let absent = claims.paths.indices.filter { claims.isRequired($0) && !claims.isGiven($0) }
  if absent.isEmpty { return [] }
  let (context, notApplying) = claims.built(override: { _ in nil }, seen: { _ in .boolean(false) })
  return absent.map { claims.paths[$0] }.filter { path in
    !notApplying.contains { path.isInside(claims.paths[$0]) }
      && appliesForCertain(path, in: .context(context))
  }
}

/// Where it is not known whether the field applies, its value hangs on that too.
private func appliesForCertain(_ path: FieldPath, in root: Value) -> Bool {
  var value = root
  for component in path.components {
    switch (component, value) {
    case (.name(let name), .context(let context)): value = context[name] ?? .null
    case (.item(let number), .list(let items)) where items.indices.contains(number - 1):
      value = items[number - 1]
    case (_, .unknown(let unknown)): return unknown.causes.allSatisfy { isInside(path, $0) }
    default: return false
    }
  }
  if case .unknown(let unknown) = value { return unknown.causes.allSatisfy { isInside(path, $0) } }
  return true
}

private func isInside(_ path: FieldPath, _ cause: Unknown.Cause) -> Bool {
  if case .field(let other) = cause { path.isInside(other) } else { false }
}

extension FieldPath {
  /// Whether it is `other`, or stands inside it.
  func isInside(_ other: FieldPath) -> Bool { components.starts(with: other.components) }
}
