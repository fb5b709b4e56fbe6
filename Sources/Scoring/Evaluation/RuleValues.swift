internal import Criteria
internal import FEEL

/// What the ruleset's expressions outside the criteria come to.
struct RuleValues {
  let eligibility: [Value]
  let exclusions: [Value]
  let flags: [Value]
  let columns: [Value]
  /// nil where the ruleset has no money.
  let asked: Value?

  init(_ situation: Situation) {
    let scope = situation.scope
    let value = { (compiled: Compiled) in situation.evaluate(compiled, in: scope) }
    let ruleset = situation.ruleset
    eligibility = ruleset.eligibility.map { value($0.require) }
    exclusions = ruleset.exclusions.map { value($0.when) }
    flags = ruleset.flags.map { value($0.when) }
    columns = ruleset.columns.map { value($0.value) }
    asked = ruleset.money.map { value($0.asked) }
  }
}
