extension Evaluation {
  func between(
    _ value: Expression, _ low: Expression, _ high: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    let (subject, least, most) = (evaluate(value, scope), evaluate(low, scope), evaluate(high, scope))
    let truth = isBetween(subject, least, most)
    if truth == .null {
      return null(from: subject, null(from: least, most) { .boolean(true) }) {
        let other = ordering(.greaterOrEqual, subject, least) == .null ? least : most
        return self.fail(.operandTypes(operation: "between", subject.kind, other.kind), at: range)
      }
    }
    return truth.value(Unknown.merged(subject.causes, Unknown.merged(least.causes, most.causes)))
  }

  /// Something that may be one of a few values is looked at value by value, so that both ends are about the same.
  private func isBetween(_ subject: Value, _ low: Value, _ high: Value) -> Truth {
    if subject.kind == .unknown, let candidates = subject.candidates {
      return candidates.reduce(.never) { $0.union(isBetween($1, low, high)) }
    }
    return ordering(.greaterOrEqual, subject, low).and(ordering(.lessOrEqual, subject, high))
  }

  func isIn(
    _ value: Expression, _ tests: [Expression.UnaryTest], _ scope: Scope, at range: TextRange
  ) -> Value {
    let subject = evaluate(value, scope)
    let usesSubject = tests.contains { $0.expression.mentionsSubject }
    return each(subject) { passesAny(tests, $0, usesSubject ? scope.testing($0) : scope) }
  }

  /// Unary tests about `subject`, which is `?` in them (DMN 1.5, 10.3.2.10 and table 55).
  func passes(_ tests: Expression.UnaryTests, _ subject: Value, _ scope: Scope) -> Value {
    switch tests {
    case .any: return .boolean(true)
    case .anyOf(let tests): return each(subject) { passesAny(tests, $0, scope.testing($0)) }
    case .noneOf(let tests):
      let value = each(subject) { passesAny(tests, $0, scope.testing($0)) }
      return Truth(value).negated.value(value.causes, reason: value.nullReason)
    }
  }

  /// `body` for the subject, or for each of the few values that it may be, since all tests are about the same one.
  private func each(_ subject: Value, _ body: (Value) -> Value) -> Value {
    guard case .unknown(let unknown) = subject, let candidates = unknown.bounds.candidates else {
      return body(subject)
    }
    return tryingOut { hull(candidates.map(body), causes: unknown.causes) }
  }

  private func passesAny(_ tests: [Expression.UnaryTest], _ subject: Value, _ scope: Scope) -> Value {
    var result = Truth.no
    var causes: [Unknown.Cause] = []
    var reason: NullReason?
    for test in tests {
      let value = passes(test, subject, scope)
      let truth = Truth(value)
      if truth.isTrue { return value }
      if !truth.isKnown { causes = Unknown.merged(causes, value.causes) }
      reason = reason ?? value.nullReason
      result = result.or(truth)
    }
    return result.value(causes, reason: reason)
  }

  private func passes(_ test: Expression.UnaryTest, _ subject: Value, _ scope: Scope) -> Value {
    switch test {
    case .comparison(let operation, let operand, let range):
      return comparison(operation, subject, evaluate(operand, scope), at: range)
    case .expression(let expression):
      let value = evaluate(expression, scope)
      if expression.mentionsSubject { return condition(value, at: expression.range) }
      return matches(subject, value, at: expression.range)
    }
  }

  /// Whether `subject` is what `test` says: equal to it, in its range, or in its list.
  private func matches(_ subject: Value, _ test: Value, at range: TextRange) -> Value {
    switch test {
    case .range(let interval): return isInside(subject, interval, at: range)
    case .list(let items): return isMember(subject, items, test, at: range)
    case .boolean: return holds(test, of: subject, at: range)
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return tryingOut { hull(candidates.map { matches(subject, $0, at: range) }, causes: unknown.causes) }
      }
      guard unknown.bounds.isList || unknown.bounds.isAny else { break }
      if let list = ListView(test) { return isMember(subject, list, unknown.causes) }
      return Truth.any.value(Unknown.merged(subject.causes, unknown.causes))
    default: break
    }
    return comparison(.equal, subject, test, at: range)
  }

  /// A condition that does not mention `?`: what it says holds of anything that is no boolean itself.
  private func holds(_ test: Value, of subject: Value, at range: TextRange) -> Value {
    switch subject {
    case .boolean, .null: return comparison(.equal, subject, test, at: range)
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return tryingOut { hull(candidates.map { holds(test, of: $0, at: range) }, causes: unknown.causes) }
      }
      switch unknown.bounds {
      case .any: return Truth.any.value(unknown.causes)
      case .orNull: return hull(test, .boolean(false), causes: unknown.causes)
      default: return test
      }
    default: return test
    }
  }

  private func condition(_ value: Value, at range: TextRange) -> Value {
    switch value {
    case .boolean, .null, .unknown: value
    default: fail(.notACondition(value.kind), at: range)
    }
  }

  private func isMember(_ subject: Value, _ items: [Value], _ list: Value, at range: TextRange) -> Value {
    // A list may also be meant as a whole.
    var result = subject.kind == .list || subject.kind == .unknown ? equality(subject, list).withoutNull : .no
    for item in items {
      guard charge() else { return fail(.tooMuch(.steps), at: range) }
      result = result.or(isItem(subject, item))
      if result.isTrue { return .boolean(true) }
    }
    return result.value(Unknown.merged(subject.causes, list.causes))
  }

  private func isMember(_ subject: Value, _ list: ListView, _ causes: [Unknown.Cause]) -> Value {
    var result = Truth.no
    for member in list.members {
      let truth = isItem(subject, member.value)
      result = result.or(member.isCertain ? truth : truth.union(.no))
    }
    if case .some(_, let example) = list.more { result = result.or(isItem(subject, example).union(.no)) }
    if subject.kind == .list { result = result.or(.yesOrNo) }
    if list.mayBeNull { result = result.union(equality(subject, .null)) }
    return result.value(Unknown.merged(subject.causes, causes))
  }

  private func isItem(_ subject: Value, _ item: Value) -> Truth {
    guard case .range(let interval) = item else { return deepEquality(subject, item) }
    return contains(interval, subject).withoutNull
  }

  private func isInside(_ subject: Value, _ interval: RangeValue, at range: TextRange) -> Value {
    let truth = contains(interval, subject)
    if truth == .null {
      let ends = null(from: interval.low ?? .boolean(true), interval.high ?? .boolean(true)) {
        .boolean(true)
      }
      return null(from: subject, ends) {
        let end = interval.low ?? interval.high ?? .null
        return self.fail(.operandTypes(operation: "in", subject.kind, end.kind), at: range)
      }
    }
    return truth.value(Unknown.merged(subject.causes, Value.range(interval).causes))
  }

  /// Whether the range holds `value`; null where they cannot be compared.
  func contains(_ range: RangeValue, _ value: Value) -> Truth {
    if value.kind == .unknown, let candidates = value.candidates {
      return candidates.reduce(.never) { $0.union(contains(range, $1)) }
    }
    let above = range.low.map { ordering(range.lowClosed ? .greaterOrEqual : .greater, value, $0) }
    let below = range.high.map { ordering(range.highClosed ? .lessOrEqual : .less, value, $0) }
    switch (above, below) {
    case (let above?, let below?): return above.and(below)
    case (let above?, nil): return above
    case (nil, let below?): return below
    case (nil, nil): return .null
    }
  }
}

extension Unknown.Bounds {
  var isAny: Bool {
    if case .any = self { true } else { false }
  }
}

extension Expression {
  /// Whether `?` stands anywhere in it.
  var mentionsSubject: Bool {
    switch node {
    case .subject: true
    case .null, .boolean, .number, .string, .atLiteral, .name: false
    default: contains { if case .subject = $0.node { true } else { false } }
    }
  }
}
