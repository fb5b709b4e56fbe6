import Diagnostics

/// Builds traces. Every node's verdict is what the evaluator says of that node, so that a trace never tells another
/// story than the score.
struct Tracer {
  let evaluator: Evaluator
  let vocabulary: Vocabulary
  /// What facts are evaluated in.
  let root: Scope

  /// Where in an expression the tracer is: the values of names, and what they are called.
  struct Place {
    var scope: Scope
    var phrasing: Phrasing
    /// Variables whose values are no contexts, by the place in the proposal that each was read from.
    var origins: [String: FieldPath] = [:]
    /// Facts inside facts.
    var depth = 0
  }

  /// Facts form no cycle, but the tracer does not rely on it.
  static let deepestFact = 24
  /// The most items of a list that a trace shows.
  static let shownItems = 200

  var writer: StateWriter { StateWriter(writer: ValueWriter(vocabulary: vocabulary)) }

  func trace(
    _ expression: Expression, _ place: Place, negated: Bool, _ purpose: ConditionPurpose
  ) -> ConditionTrace {
    switch expression.node {
    case .and:
      let parts = Phrasing.flat(expression)
      if negated { return negation(expression, place, purpose) }
      let traces = parts.map { trace($0, place, negated: false, purpose) }
      return node(.all(traces), expression, place, Tracer.allOfThis)
    case .or:
      let parts = Phrasing.flat(expression)
      if negated { return negation(expression, place, purpose) }
      let traces = parts.map { trace($0, place, negated: false, purpose) }
      return node(.any(traces), expression, place, Tracer.oneOfThis)
    case .quantified(let quantifier, let iterators, let condition):
      if negated { return negation(expression, place, purpose) }
      return forEach(quantifier, iterators, condition, expression, place, purpose)
    case .conditional(let condition, let then, let otherwise):
      if negated { return negation(expression, place, purpose) }
      return either(condition, then, otherwise, expression, place, purpose)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.node,
        let unfolded = unfold(name, arguments, expression, place, negated: negated, purpose)
      {
        return unfolded
      }
    case .name(let name):
      if let fact = fact(name, expression, place, negated: negated, purpose) { return fact }
    default: break
    }
    return leaf(expression, place, negated: negated, purpose)
  }

  // MARK: - Nodes

  /// What is common to all nodes; the verdict is the evaluator's.
  func node(
    _ kind: ConditionTrace.Kind, _ expression: Expression, _ place: Place, _ sentence: Words,
    negated: Bool = false
  ) -> ConditionTrace {
    let outcome = evaluator.outcome(of: negated ? Tracer.not(expression) : expression, in: place.scope)
    var isNull = false
    if case .null(nil) = outcome.value { isNull = true }
    var causes: [Unknown.Cause] = []
    if case .unknown(let unknown) = outcome.value { causes = unknown.causes }
    return ConditionTrace(
      kind: kind, verdict: Verdict(outcome.value, at: expression.range), isNull: isNull,
      range: expression.range,
      sentence: sentence, observations: [], facts: [], errors: outcome.errors, causes: causes)
  }

  private static func not(_ expression: Expression) -> Expression {
    Expression(
      .call(Expression(.name("not"), expression.range), .positional([expression])), expression.range)
  }

  private func negation(
    _ expression: Expression, _ place: Place, _ purpose: ConditionPurpose
  ) -> ConditionTrace {
    node(
      .not(trace(expression, place, negated: false, .condition)), expression, place,
      Words("inte detta", "not this"), negated: true)
  }

  /// `not(…)`, and `all([…])` and `any([…])` where the list is written out.
  private func unfold(
    _ name: String, _ arguments: Expression.Arguments, _ expression: Expression, _ place: Place,
    negated: Bool,
    _ purpose: ConditionPurpose
  ) -> ConditionTrace? {
    guard case .positional(let values) = arguments else { return nil }
    if name == "not", values.count == 1 { return trace(values[0], place, negated: !negated, purpose) }
    guard let parts = Phrasing.listed(name, values) else { return nil }
    if negated { return negation(expression, place, purpose) }
    let traces = parts.map { trace($0, place, negated: false, purpose) }
    return name == "all"
      ? node(.all(traces), expression, place, Tracer.allOfThis)
      : node(.any(traces), expression, place, Tracer.oneOfThis)
  }

  private static let allOfThis = Words("allt detta", "all of this")
  private static let oneOfThis = Words("minst ett av detta", "at least one of these")

  private func either(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ expression: Expression,
    _ place: Place,
    _ purpose: ConditionPurpose
  ) -> ConditionTrace {
    let head = trace(condition, place, negated: false, .condition)
    // FEEL goes on with `else` where the condition is null.
    let truth = Truth(evaluator.evaluate(condition, in: place.scope))
    let yes = truth.canBeTrue
    let no = truth.canBeFalse || truth.canBeNull
    let isUnknown = yes && no
    let clause = place.phrasing.clause(condition)
    let sentence =
      isUnknown
      ? Words("det beror på om \(clause.sv)", "it depends on whether \(clause.en)")
      : yes
        ? Words("eftersom det gäller att \(clause.sv)", "since it holds that \(clause.en)")
        : Words("eftersom det inte gäller att \(clause.sv)", "since it does not hold that \(clause.en)")
    return node(
      .either(
        if: head, then: yes ? trace(then, place, negated: false, purpose) : nil,
        else: no ? trace(otherwise, place, negated: false, purpose) : nil),
      expression, place, sentence)
  }

  /// A fact that is a condition unfolds into what it is made of.
  private func fact(
    _ name: String, _ expression: Expression, _ place: Place, negated: Bool, _ purpose: ConditionPurpose
  ) -> ConditionTrace? {
    guard case .fact(let fact) = place.phrasing.meaning(name), let definition = fact.definition,
      place.phrasing.isCondition(definition) || fact.type.kind == .boolean, place.depth < Tracer.deepestFact
    else { return nil }
    if negated { return negation(expression, place, purpose) }
    let inner = Place(scope: root, phrasing: Phrasing(vocabulary: vocabulary), depth: place.depth + 1)
    let trace = trace(definition, inner, negated: false, purpose)
    var whole = node(.fact(name, trace), expression, place, Words("", ""))
    let label = Words.quoted(fact.label)
    whole.sentence =
      switch whole.verdict {
      case .met: label + Words(" stämmer", " holds")
      case .notMet: label + Words(" stämmer inte", " does not hold")
      case .unknown: label + Words(" kan inte avgöras än", " cannot be told yet")
      case .failed: label + Words(" kan inte räknas ut", " cannot be worked out")
      }
    return whole
  }

  // MARK: - Leaves

  private func leaf(
    _ expression: Expression, _ place: Place, negated: Bool, _ purpose: ConditionPurpose
  ) -> ConditionTrace {
    var phrasing = place.phrasing
    let (evaluator, scope) = (evaluator, place.scope)
    phrasing.evaluate = { evaluator.evaluate($0, in: scope) }
    let predicate = phrasing.predicate(expression, negated: negated)
    let value = evaluator.evaluate(predicate.subjectExpression, in: scope)
    let state = writer.state(
      value, predicate.subject.format, isDirect: phrasing.isDirect(predicate.subjectExpression),
      literal: predicate.literal)
    var trace = node(
      .leaf, expression, place,
      Tracer.sentence(predicate, state, purpose), negated: negated)
    trace.observations = observations(of: expression, place)
    trace.facts = facts(in: expression, place)
    return trace
  }

  /// What a value is, in words.
  func value(_ expression: Expression, _ place: Place) -> ConditionTrace {
    let value = evaluator.evaluate(expression, in: place.scope)
    let noun = place.phrasing.noun(expression)
    let state = writer.state(
      value, noun.format, isDirect: place.phrasing.isDirect(expression), literal: nil)
    var trace = node(.leaf, expression, place, noun.words + Words(" ", " ") + state.words)
    switch value {
    case .unknown: trace.verdict = .unknown
    case .null(let reason?): trace.verdict = .failed(reason)
    case .null(nil): trace.verdict = .notMet
    default: trace.verdict = .met
    }
    trace.observations = observations(of: expression, place)
    trace.facts = facts(in: expression, place)
    return trace
  }

  private static func sentence(
    _ predicate: Predicate, _ state: StateWriter.State, _ purpose: ConditionPurpose
  ) -> Words {
    let asks: Words =
      switch purpose {
      case .requirement: Words("kravet är ", "the requirement is ")
      case .condition: Words("villkoret är ", "the condition is ")
      }
    let pause = state.isBreak ? Words("; ", "; ") : Words(", ", ", ")
    return predicate.subject.words + Words(" ", " ") + state.words + pause + asks + predicate.needs
  }
}

extension Phrasing {
  /// Whether a value is read from a field as it stands, perhaps through a fact that only names the field.
  func isDirect(_ expression: Expression) -> Bool {
    switch expression.node {
    case .name(let name):
      switch meaning(name) {
      case .fact(let fact):
        return fact.definition.map { Phrasing(vocabulary: vocabulary).isDirect($0) } ?? false
      case .variable, .field, .unknown: return true
      }
    case .path(let base, _): return isDirect(base) && !isPlural(base)
    case .filter(let base, let condition): return Phrasing.isPlace(condition) && isDirect(base)
    default: return false
    }
  }
}
