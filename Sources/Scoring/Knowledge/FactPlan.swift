internal import Criteria
internal import FEEL

/// The facts of a ruleset, with what each of them hangs on, so that only those are worked out again that can have
/// changed.
struct FactPlan: Sendable {
  struct Fact: Sendable {
    let name: String
    let expression: Expression
    /// Numbers of the form's fields and of the facts that it reads.
    let fields: [Int]
    let facts: [Int]
    let asksForJudgements: Bool
  }

  /// In the ruleset's order, in which a fact stands after those that it reads.
  let facts: [Fact]
  private let keys: Context.Keys

  init(_ ruleset: Ruleset) {
    var fields: [String: Int] = [:]
    for (index, field) in ruleset.form.fields.enumerated() { fields[field.name] = index }
    var earlier: [String: Int] = [:]
    var facts: [Fact] = []
    for (index, fact) in ruleset.facts.enumerated() {
      let reads = fact.value.reads.compactMap { $0.first }
      facts.append(
        Fact(
          name: fact.name, expression: fact.value.expression, fields: reads.compactMap { fields[$0] },
          facts: reads.compactMap { earlier[$0] },
          asksForJudgements: !judgementCalls(in: fact.value.expression).isEmpty))
      earlier[fact.name] = index
    }
    self.facts = facts
    keys = Context.Keys(facts.map { $0.name })
  }

  /// - Parameter byFields: for each of the form's fields; empty where none has changed.
  func changed(byFields: [Bool], judgements: Bool) -> [Bool] {
    var changed: [Bool] = []
    changed.reserveCapacity(facts.count)
    for fact in facts {
      changed.append(
        judgements && fact.asksForJudgements
          || !byFields.isEmpty && fact.fields.contains { byFields[$0] }
          || fact.facts.contains { changed[$0] })
    }
    return changed
  }

  func adding(_ values: [Value], to fields: Context) -> Context {
    var entries: [(key: String, value: Value)] = []
    entries.reserveCapacity(facts.count)
    for (fact, value) in zip(facts, values) { entries.append((fact.name, value)) }
    var context = fields
    context.append(contentsOf: entries, keys: keys)
    return context
  }
}
