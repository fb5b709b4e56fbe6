import ExactNumbers

extension Evaluation {
  // MARK: for

  /// `for x in list, y in 1..3 return body` (DMN 1.5, table 54). `partial` is the list of what came before.
  func iteration(
    _ iterators: [Expression.Iterator], _ body: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    var loop = Loop(
      body: body, usesPartial: body.mentions("partial"), isNested: iterators.count > 1, range: range)
    run(&loop, iterators[...], scope, certain: true)
    if let failure = loop.failure { return failure }
    return loop.isKnown ? .list(loop.items) : loop.result.value(loop.causes)
  }

  private struct Loop {
    let body: Expression
    let usesPartial: Bool
    let isNested: Bool
    let range: TextRange
    /// What came out so far, as long as it is known how much there is of it; afterwards it stands in `result`.
    var items: [Value] = []
    var isKnown = true
    var result = ListView([])
    var causes: [Unknown.Cause] = []
    /// What the whole gives where a domain is no list.
    var failure: Value?

    mutating func becomeUnknown() {
      guard isKnown else { return }
      isKnown = false
      result.members = items.map { Unknown.Member($0, isCertain: true) }
      items = []
    }
  }

  private func run(
    _ loop: inout Loop, _ iterators: ArraySlice<Expression.Iterator>, _ scope: Scope, certain: Bool
  ) {
    guard let iterator = iterators.first else {
      let value = certain ? evaluateBody(loop, scope) : tryingOut { evaluateBody(loop, scope) }
      append(value, to: &loop, certain)
      return
    }
    guard let domain = domain(iterator, scope, &loop.failure, &loop.causes) else {
      if !certain { loop.failure = anything(loop.causes) }
      return
    }
    if !domain.isOrdered {
      loop.becomeUnknown()
      loop.result.isOrdered = false
    }
    let name = NameKey(iterator.name.text)
    for member in domain.members {
      if isExhausted { loop.failure = fail(.tooMuch(.steps), at: loop.range) }
      if loop.failure != nil { return }
      let inner = scope.binding(name, to: member.value)
      run(&loop, iterators.dropFirst(), inner, certain: certain && member.isCertain)
    }
    if case .some(let limit, let example) = domain.more, loop.failure == nil {
      // What more there may be comes from items of which nothing else is known.
      guard !loop.isNested, !loop.usesPartial else {
        loop.failure = anything(loop.causes)
        return
      }
      let value = tryingOut { evaluate(loop.body, scope.binding(name, to: example)) }
      loop.becomeUnknown()
      loop.result.more = .some(limit: limit, example: value)
    }
    if domain.mayBeNull { loop.failure = loop.failure ?? anything(loop.causes) }
  }

  private func evaluateBody(_ loop: Loop, _ scope: Scope) -> Value {
    guard loop.usesPartial else { return evaluate(loop.body, scope) }
    let partial = loop.isKnown ? .list(loop.items) : loop.result.value(loop.causes)
    let value = evaluate(loop.body, scope.binding("partial", to: partial))
    return bounded(value, at: loop.body.range)
  }

  private func append(_ value: Value, to loop: inout Loop, _ certain: Bool) {
    if !certain { loop.becomeUnknown() }
    if loop.isKnown {
      loop.items.append(value)
    } else {
      loop.result.members.append(Unknown.Member(value, isCertain: certain))
    }
    if loop.items.count + loop.result.members.count > limits.listLength {
      loop.failure = fail(.tooMuch(.listLength), at: loop.range)
    }
  }

  // MARK: some, every

  func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression,
    _ scope: Scope, at range: TextRange
  ) -> Value {
    var search = Search(
      isEvery: quantifier == .every, condition: condition, range: range,
      truth: Truth(quantifier == .every))
    run(&search, iterators[...], scope, certain: true)
    if let failure = search.failure { return failure }
    let truth = search.mayFail ? search.truth.union(.null) : search.truth
    return truth.value(search.causes, reason: search.reason)
  }

  private struct Search {
    let isEvery: Bool
    let condition: Expression
    let range: TextRange
    var truth: Truth
    var causes: [Unknown.Cause] = []
    var reason: NullReason?
    var failure: Value?
    /// Whether a domain may turn out to be null, which makes the whole null.
    var mayFail = false

    var isDecided: Bool { isEvery ? truth.isFalse : truth.isTrue }

    mutating func add(_ value: Value, _ certain: Bool) {
      var next = Truth(value)
      if !next.isKnown { causes = Unknown.merged(causes, value.causes) }
      if !certain { next = next.union(Truth(isEvery)) }
      reason = reason ?? value.nullReason
      truth = isEvery ? truth.and(next) : truth.or(next)
    }
  }

  private func run(
    _ search: inout Search, _ iterators: ArraySlice<Expression.Iterator>, _ scope: Scope, certain: Bool
  ) {
    guard let iterator = iterators.first else {
      let value = condition(search.condition, scope)
      search.add(value, certain)
      return
    }
    guard let domain = domain(iterator, scope, &search.failure, &search.causes) else {
      // What came before may already have decided it.
      if !certain || !search.truth.isKnown || search.mayFail {
        search.failure = Truth.any.value(search.causes)
      }
      return
    }
    if domain.mayBeNull { search.mayFail = true }
    let name = NameKey(iterator.name.text)
    for member in domain.members {
      if isExhausted { search.failure = fail(.tooMuch(.steps), at: search.range) }
      if search.failure != nil || search.isDecided { return }
      let inner = scope.binding(name, to: member.value)
      run(&search, iterators.dropFirst(), inner, certain: certain && member.isCertain)
    }
    if case .some(_, let example) = domain.more, search.failure == nil {
      let inner = scope.binding(name, to: example)
      tryingOut { run(&search, iterators.dropFirst(), inner, certain: false) }
    }
  }

  private func condition(_ expression: Expression, _ scope: Scope) -> Value {
    let value = evaluate(expression, scope)
    switch value {
    case .boolean, .null, .unknown: return value
    default: return fail(.notACondition(value.kind), at: expression.range)
    }
  }

  // MARK: What is iterated over

  /// nil where there is nothing to iterate over; `failure` then says what the whole gives.
  private func domain(
    _ iterator: Expression.Iterator, _ scope: Scope, _ failure: inout Value?, _ causes: inout [Unknown.Cause]
  ) -> ListView? {
    let value = evaluate(iterator.domain, scope)
    switch value {
    case .null:
      failure = value
      return nil
    case .range(let interval):
      let items = self.items(of: interval, at: iterator.domain.range)
      guard case .list = items else {
        failure = items
        return nil
      }
      return ListView(items)
    case .unknown(let unknown):
      causes = Unknown.merged(causes, unknown.causes)
      guard let list = ListView(value) else {
        failure = anything(unknown.causes)
        return nil
      }
      return list
    default: return ListView(value)
    }
  }

  /// The whole numbers or days of a range, downwards where it runs so.
  private func items(of interval: RangeValue, at range: TextRange) -> Value {
    switch (interval.low, interval.high) {
    case (.number(let low)?, .number(let high)?):
      guard let first = low.integer64(), let last = high.integer64() else { break }
      return steps(from: first, to: last, interval, at: range) { .number(Decimal($0)) }
    case (.date(let low)?, .date(let high)?):
      return steps(from: low.dayNumber, to: high.dayNumber, interval, at: range) {
        CalendarDate(dayNumber: $0).map { .date($0) } ?? .null
      }
    case (let low?, let high?):
      if low.kind == .unknown || high.kind == .unknown { return anything(Value.range(interval).causes) }
      if low.isNull || high.isNull { return null(from: low, high) { .null } }
    default: break
    }
    return fail(
      .operandTypes(operation: "for", interval.low?.kind ?? .null, interval.high?.kind ?? .null), at: range)
  }

  private func steps(
    from first: Int64, to last: Int64, _ interval: RangeValue, at range: TextRange, _ value: (Int64) -> Value
  ) -> Value {
    let step: Int64 = first <= last ? 1 : -1
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance.magnitude < UInt64(limits.listLength) else {
      return fail(.tooMuch(.listLength), at: range)
    }
    guard charge(Int(distance.magnitude)) else { return fail(.tooMuch(.steps), at: range) }
    var items: [Value] = []
    for number in stride(from: first, through: last, by: Int(step)) {
      if number == first, !interval.lowClosed { continue }
      if number == last, !interval.highClosed { continue }
      items.append(value(number))
    }
    return .list(items)
  }
}

extension Expression {
  func mentions(_ name: String) -> Bool {
    contains { if case .name(let used) = $0.node { used == name } else { false } }
  }
}
