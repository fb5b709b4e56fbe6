/// A decision table (DMN 1.5, chapter 8): rules over the same inputs, and a policy for when several hold.
public struct DecisionTable: Sendable {
  public var hitPolicy: HitPolicy
  public var inputs: [Expression]
  public var outputs: [Output]
  public var rules: [Rule]

  public enum HitPolicy: Sendable, Hashable {
    /// U: at most one rule holds.
    case unique
    /// A: all that hold give the same.
    case any
    /// P: the output that comes first among the output values.
    case priority
    /// F: the first rule that holds.
    case first
    /// R: all outputs, in the order of the rules.
    case ruleOrder
    /// O: all outputs, in the order of the output values.
    case outputOrder
    /// C: all outputs, in any order; C+ C< C> C# with an aggregation.
    case collect(Aggregation?)
  }

  public enum Aggregation: String, Sendable, Hashable {
    case sum, min, max, count
  }

  public struct Output: Sendable {
    /// nil where the table has a single output.
    public var name: String?
    /// In falling priority, where the table gives them.
    public var values: [Expression]
    /// What holds where no rule does.
    public var standard: Expression?

    public init(name: String?, values: [Expression] = [], standard: Expression? = nil) {
      self.name = name
      self.values = values
      self.standard = standard
    }
  }

  public struct Rule: Sendable {
    /// One for each input.
    public var tests: [Expression.UnaryTests]
    /// One for each output.
    public var outputs: [Expression]

    public init(tests: [Expression.UnaryTests], outputs: [Expression]) {
      self.tests = tests
      self.outputs = outputs
    }
  }

  public init(hitPolicy: HitPolicy, inputs: [Expression], outputs: [Output], rules: [Rule]) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}

extension Evaluator {
  /// What the table gives; unknown, with bounds that hold every possible result, where it is unknown which rules
  /// hold.
  public func evaluate(_ table: DecisionTable, in scope: Scope) -> Value {
    let evaluation = Evaluation(limits, today: scope.base.today)
    let value = TableEvaluation(evaluation: evaluation, table: table, scope: scope).result()
    return evaluation.bounded(value, at: TextRange(0, 0))
  }
}

private struct TableEvaluation {
  let evaluation: Evaluation
  let table: DecisionTable
  let scope: Scope

  private struct Hit {
    var value: Value
    /// False where the rule may turn out not to hold.
    var isCertain: Bool
  }

  func result() -> Value {
    let inputs = table.inputs.map { evaluation.evaluate($0, scope) }
    var hits: [Hit] = []
    var causes: [Unknown.Cause] = []
    for rule in table.rules {
      let truth = self.truth(of: rule, inputs, &causes)
      guard truth.canBeTrue else { continue }
      let value =
        truth.isKnown ? output(of: rule) : evaluation.tryingOut { output(of: rule) }
      hits.append(Hit(value: value, isCertain: truth.isKnown))
    }
    return combined(hits, causes)
  }

  private func truth(of rule: DecisionTable.Rule, _ inputs: [Value], _ causes: inout [Unknown.Cause]) -> Truth
  {
    var truth = Truth.yes
    for (test, input) in zip(rule.tests, inputs) {
      let value = evaluation.passes(test, input, scope)
      if value.kind == .unknown { causes = Unknown.merged(causes, value.causes) }
      truth = truth.and(Truth(value))
      if !truth.canBeTrue { break }
    }
    return truth
  }

  private func output(of rule: DecisionTable.Rule) -> Value {
    value(rule.outputs.map { evaluation.evaluate($0, scope) })
  }

  private func value(_ parts: [Value]) -> Value {
    if parts.count == 1, table.outputs.count == 1 { return parts[0] }
    var context = Context()
    for (output, part) in zip(table.outputs, parts) { context[output.name ?? ""] = part }
    return .context(context)
  }

  /// What the table gives where no rule holds.
  private var standard: Value {
    if table.outputs.allSatisfy({ $0.standard == nil }) { return .null }
    return value(table.outputs.map { $0.standard.map { evaluation.evaluate($0, scope) } ?? .null })
  }

  // MARK: Hit policies

  private func combined(_ hits: [Hit], _ causes: [Unknown.Cause]) -> Value {
    switch table.hitPolicy {
    case .first:
      var possible: [Value] = []
      for hit in hits {
        possible.append(hit.value)
        if hit.isCertain { return hull(possible, causes: causes) }
      }
      return hull(possible + [standard], causes: causes)
    case .unique: return single(hits, causes) { _ in conflict }
    case .any:
      return single(hits, causes) { values in
        values.dropFirst().allSatisfy { $0.isSame(as: values[0]) } ? values[0] : conflict
      }
    case .priority: return single(hits, causes) { ordered($0)[0] }
    case .ruleOrder: return list(hits, causes, aggregation: nil)
    case .outputOrder: return list(hits, causes, aggregation: nil, isOrdered: true)
    case .collect(let aggregation): return list(hits, causes, aggregation: aggregation)
    }
  }

  private var conflict: Value { evaluation.fail(.conflictingRules, at: TextRange(0, 0)) }

  /// One result. `choose` gives it where several rules hold.
  private func single(_ hits: [Hit], _ causes: [Unknown.Cause], _ choose: ([Value]) -> Value) -> Value {
    let certain = hits.filter { $0.isCertain }.map { $0.value }
    if certain.count == hits.count {
      return certain.isEmpty ? standard : certain.count == 1 ? certain[0] : choose(certain)
    }
    // Any of those that may hold, alone; or what several of them give together.
    let alone = certain.isEmpty ? [standard] : certain
    return evaluation.tryingOut { hull(hits.map { $0.value } + alone + [conflict], causes: causes) }
  }

  private func list(
    _ hits: [Hit], _ causes: [Unknown.Cause], aggregation: DecisionTable.Aggregation?, isOrdered: Bool = false
  ) -> Value {
    if hits.isEmpty, aggregation != .count {
      let standard = standard
      return aggregation == nil && standard.isNull ? .list([]) : standard
    }
    if isOrdered, hits.allSatisfy({ $0.isCertain }) { return .list(ordered(hits.map { $0.value })) }
    let all = ListView(hits.map { Unknown.Member($0.value, isCertain: $0.isCertain) }).value(causes)
    guard let aggregation, let function = Builtins.function(named: aggregation.rawValue) else { return all }
    return evaluation.apply(function, positional: [all], at: TextRange(0, 0))
  }

  // MARK: Priority

  /// By the priority of the first output, then of the second and so on; otherwise in the order of the rules.
  private func ordered(_ values: [Value]) -> [Value] {
    let ranked = values.enumerated().map { (index: $0.offset, value: $0.element, ranks: ranks($0.element)) }
    return ranked.sorted { a, b in
      for (x, y) in zip(a.ranks, b.ranks) where x != y { return x < y }
      return a.index < b.index
    }.map { $0.value }
  }

  private func ranks(_ value: Value) -> [Int] {
    table.outputs.map { output in
      var part = value
      if table.outputs.count > 1, case .context(let context) = value {
        part = context[output.name ?? ""] ?? .null
      }
      let place = output.values.firstIndex { evaluation.evaluate($0, scope).isSame(as: part) }
      return place ?? output.values.count
    }
  }
}
