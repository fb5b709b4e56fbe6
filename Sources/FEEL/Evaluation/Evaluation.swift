import ExactNumbers

/// One evaluation: what it has used up so far and the errors that it met. Lives as long as one call of `Evaluator`.
final class Evaluation {
  let limits: EvaluationLimits
  /// What `today()` gives.
  let today: CalendarDate?
  private(set) var steps = 0
  private(set) var depth = 0
  private(set) var errors: [NullReason] = []
  /// Above zero while several values that something unknown may have are tried out: an error is then only possible.
  var trials = 0

  /// More errors than this are not listed.
  private static let maximumErrors = 20

  init(_ limits: EvaluationLimits, today: CalendarDate?) {
    self.limits = limits
    self.today = today
  }

  // MARK: Limits and errors

  /// Null because of an error, which is also listed.
  func fail(_ kind: NullReason.Kind, at range: TextRange) -> Value {
    let reason = NullReason(kind, at: range)
    if trials == 0, errors.count < Self.maximumErrors, !errors.contains(reason) {
      let place = errors.firstIndex { ($0.range.start, $0.range.end) > (range.start, range.end) }
      errors.insert(reason, at: place ?? errors.count)
    }
    return .null(reason)
  }

  /// Counts `count` steps. False when there are no more left; loops then stop.
  func charge(_ count: Int = 1) -> Bool {
    // Nothing is added once there are none left: an `Int` has 32 bits in WebAssembly.
    if steps <= limits.steps { steps += count }
    return steps <= limits.steps
  }

  /// Counts what it takes to walk through a value of this size once.
  func charge(for value: Value) -> Bool {
    switch value {
    case .list(let items): charge(items.count / 4)
    case .string(let string): charge(string.utf8.count / 64)
    default: true
    }
  }

  /// Whether `value` is unknown, or holds something that is.
  func holdsUnknown(_ value: Value) -> Bool {
    switch value {
    case .unknown: true
    case .list(let items): charge(items.count) && items.contains { holdsUnknown($0) }
    case .context(let context):
      charge(context.entries.count) && context.entries.contains { holdsUnknown($0.value) }
    case .range: value.containsUnknown
    default: false
    }
  }

  var isExhausted: Bool { steps > limits.steps }

  func list(_ items: [Value], at range: TextRange) -> Value {
    items.count > limits.listLength ? fail(.tooMuch(.listLength), at: range) : .list(items)
  }

  func string(_ string: String, at range: TextRange) -> Value {
    if string.utf8.count > limits.textLength { return fail(.tooMuch(.textLength), at: range) }
    return charge(string.utf8.count / 64) ? .string(string) : fail(.tooMuch(.steps), at: range)
  }

  /// `value`, unless it holds more than what a result may hold. Values share their parts, so that a small
  /// expression can build an enormous value; what walks through values relies on this.
  func bounded(_ value: Value, at range: TextRange) -> Value {
    switch value {
    case .list, .context:
      if let limit = measure(value, level: 0) { return fail(.tooMuch(limit), at: range) }
      return isExhausted ? fail(.tooMuch(.steps), at: range) : value
    default: return value
    }
  }

  private func measure(_ value: Value, level: Int) -> NullReason.Limit? {
    if level > Parser.maximumDepth { return .depth }
    switch value {
    case .list(let items):
      if !charge(items.count) { return .steps }
      for item in items { if let limit = measure(item, level: level + 1) { return limit } }
    case .context(let context):
      if !charge(context.entries.count) { return .steps }
      for entry in context.entries { if let limit = measure(entry.value, level: level + 1) { return limit } }
    default: break
    }
    return nil
  }

  // MARK: Nodes

  func evaluate(_ expression: Expression, _ scope: Scope) -> Value {
    if !charge() { return fail(.tooMuch(.steps), at: expression.range) }
    if depth >= limits.depth { return fail(.tooMuch(.depth), at: expression.range) }
    depth += 1
    defer { depth -= 1 }
    let range = expression.range
    switch expression.node {
    case .null: return .null
    case .boolean(let boolean): return .boolean(boolean)
    case .number(let number): return .number(number)
    case .string(let string): return .string(string)
    case .atLiteral(let text): return atLiteral(text, at: range)
    case .name(let name): return self.name(name, scope, at: range)
    case .subject: return scope.subject ?? fail(.unknownName("?"), at: range)
    case .list(let items): return list(items, scope, at: range)
    case .context(let entries): return context(entries, scope, at: range)
    case .interval(let interval): return self.range(interval, scope)
    case .path(let base, let name): return path(evaluate(base, scope), NameKey(name.text), at: name.range)
    case .filter(let base, let condition): return filter(base, condition, scope, at: range)
    case .call(let callee, let arguments): return call(callee, arguments, scope, at: range)
    case .negate(let operand): return negation(evaluate(operand, scope), at: range)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, evaluate(left, scope), evaluate(right, scope), at: range)
    case .comparison(let operation, let left, let right):
      return comparison(operation, evaluate(left, scope), evaluate(right, scope), at: range)
    case .and(let left, let right): return junction(left, right, isAnd: true, scope, at: range)
    case .or(let left, let right): return junction(left, right, isAnd: false, scope, at: range)
    case .between(let value, let low, let high): return between(value, low, high, scope, at: range)
    case .inTests(let value, let tests): return isIn(value, tests, scope, at: range)
    case .instanceOf(let value, let type): return instance(evaluate(value, scope), of: type, at: range)
    case .conditional(let condition, let yes, let no):
      return conditional(condition, yes, no, scope, at: range)
    case .iteration(let iterators, let body): return iteration(iterators, body, scope, at: range)
    case .quantified(let quantifier, let iterators, let condition):
      return quantified(quantifier, iterators, condition, scope, at: range)
    case .function(let parameters, let body):
      return .function(FunctionValue(.closure(parameters, body, scope)))
    case .externalFunction(let parameters): return .function(FunctionValue(.external(parameters)))
    case .unaryTests(let tests): return passes(tests, scope.subject ?? .null, scope)
    }
  }

  private func name(_ name: String, _ scope: Scope, at range: TextRange) -> Value {
    if let value = scope.value(of: name) { return value }
    if Builtins.function(named: name) != nil { return .function(FunctionValue(.builtin(name))) }
    return fail(.unknownName(name), at: range)
  }

  private func list(_ items: [Expression], _ scope: Scope, at range: TextRange) -> Value {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(evaluate(item, scope)) }
    return bounded(list(values, at: range), at: range)
  }

  private func context(_ entries: [Expression.Entry], _ scope: Scope, at range: TextRange) -> Value {
    var values: [(key: String, value: Value)] = []
    var inner = scope
    for entry in entries {
      let value = evaluate(entry.value, inner)
      values.append((entry.key.text, value))
      inner = inner.binding(entry.key.text, to: value)
    }
    return bounded(.context(Context(values)), at: range)
  }

  private func range(_ interval: Expression.Interval, _ scope: Scope) -> Value {
    .range(
      RangeValue(
        low: interval.low.map { evaluate($0, scope) }, lowClosed: interval.lowClosed,
        high: interval.high.map { evaluate($0, scope) }, highClosed: interval.highClosed))
  }

  func atLiteral(_ text: String, at range: TextRange) -> Value {
    if let date = CalendarDate(text) { return .date(date) }
    if let duration = DurationText.value(text) { return duration }
    if text.utf8.contains(UInt8(ascii: ":")) { return fail(.notSupported("time"), at: range) }
    return fail(.invalidLiteral(text), at: range)
  }
}
