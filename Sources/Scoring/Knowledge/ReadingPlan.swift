public import Criteria

/// What the expressions of a ruleset read: worked out once, used for every proposal that the ruleset scores.
public final class ReadingPlan: Sendable {
  let facts: FactPlan
  let reads: ReadPlan
  private let rules: String
  private let form: String

  public init(_ ruleset: Ruleset) {
    facts = FactPlan(ruleset)
    reads = ReadPlan(ruleset)
    rules = ruleset.sha256
    form = ruleset.form.sha256
  }

  /// `plan` where it is this ruleset's, else a new one.
  static func current(_ plan: ReadingPlan?, _ ruleset: Ruleset) -> ReadingPlan {
    if let plan, plan.rules == ruleset.sha256, plan.form == ruleset.form.sha256 { return plan }
    return ReadingPlan(ruleset)
  }
}
