import ExactNumbers

extension Evaluation {
  /// `value.name` (DMN 1.5, 10.3.2.5 and table 65). On a list it gives the list of what its items give.
  func path(_ value: Value, _ name: NameKey, at range: TextRange) -> Value {
    switch value {
    case .context(let context): return context.value(of: name) ?? fail(.noSuchEntry(name.text), at: range)
    case .null: return value
    case .list(let items):
      guard charge(items.count) else { return fail(.tooMuch(.steps), at: range) }
      return .list(items.map { path($0, name, at: range) })
    case .unknown(let unknown): return path(unknown, name, at: range)
    default: return value.property(name.text) ?? fail(.noSuchEntry(name.text), at: range)
    }
  }

  private func path(_ unknown: Unknown, _ name: NameKey, at range: TextRange) -> Value {
    if let candidates = unknown.bounds.candidates {
      return tryingOut { hull(candidates.map { path($0, name, at: range) }, causes: unknown.causes) }
    }
    switch unknown.bounds {
    case .list, .orNull(.list):
      guard let list = ListView(.unknown(unknown)) else { return anything(unknown.causes) }
      return tryingOut { list.map { path($0, name, at: range) }.value(unknown.causes) }
    case .any: return anything(unknown.causes)
    case .boolean, .number, .choices, .values, .orNull: return fail(.noSuchEntry(name.text), at: range)
    }
  }

  // MARK: Filters

  /// `list[condition]` and `list[number]` (DMN 1.5, table 54 and 10.3.2.5).
  func filter(
    _ base: Expression, _ condition: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    let value = evaluate(base, scope)
    if let index = condition.literalNumber { return item(of: value, .number(index), at: range) }
    switch value {
    case .list(let items): return filtered(items, condition, scope, at: range)
    case .null: return value
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return tryingOut {
          hull(
            candidates.map { $0.isNull ? $0 : filtered($0.items, condition, scope, at: range) },
            causes: unknown.causes)
        }
      }
      guard let list = ListView(value) else { return anything(unknown.causes) }
      return tryingOut { filtered(list, unknown.causes, condition, scope, at: range) }
    default: return filtered([value], condition, scope, at: range)
    }
  }

  /// The common case: every item is there, and most conditions are known.
  private func filtered(
    _ items: [Value], _ condition: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    var kept: [Value] = []
    var members: [Unknown.Member] = []
    var causes: [Unknown.Cause] = []
    for (index, item) in items.enumerated() {
      if isExhausted { return fail(.tooMuch(.steps), at: range) }
      let value = evaluate(condition, scope.filtering(item))
      if case .boolean(let boolean) = value {
        if boolean { kept.append(item) }
        continue
      }
      if index == 0, let result = indexed(.list(items), value, at: range) { return result }
      let truth = check(value, at: condition.range)
      if truth.canBeTrue {
        // From here on a list with members that may not be there.
        members += kept[(members.count { $0.isCertain })...].map { Unknown.Member($0, isCertain: true) }
        members.append(Unknown.Member(item, isCertain: false))
        causes = Unknown.merged(causes, value.causes)
      }
    }
    if items.isEmpty {
      let value = tryingOut { evaluate(condition, scope) }
      if let result = indexed(.list([]), value, at: range) { return result }
    }
    if members.isEmpty { return .list(kept) }
    members += kept[(members.count { $0.isCertain })...].map { Unknown.Member($0, isCertain: true) }
    return ListView(members).value(causes)
  }

  private func filtered(
    _ list: ListView, _ causes: [Unknown.Cause], _ condition: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    var result = ListView([], mayBeNull: list.mayBeNull, isOrdered: list.isOrdered)
    var all = causes
    for member in list.members {
      if isExhausted { return fail(.tooMuch(.steps), at: range) }
      let value = evaluate(condition, scope.filtering(member.value))
      if value.mayBeIndex { return value.isIndex ? item(of: list, causes) : anything(causes) }
      let truth = Truth(value)
      guard truth.canBeTrue else { continue }
      if !truth.isKnown { all = Unknown.merged(all, value.causes) }
      result.members.append(Unknown.Member(member.value, isCertain: member.isCertain && truth.isTrue))
    }
    if case .some(_, let example) = list.more {
      let value = evaluate(condition, scope.filtering(example))
      if value.mayBeIndex { return value.isIndex ? item(of: list, causes) : anything(causes) }
      if Truth(value).canBeTrue { result.more = list.more }
    }
    return result.value(all)
  }

  /// The result where a filter's condition turns out to be a place in the list; nil where it is a condition.
  private func indexed(_ list: Value, _ value: Value, at range: TextRange) -> Value? {
    if value.isIndex { return item(of: list, value, at: range) }
    return value.mayBeIndex ? anything(value.causes) : nil
  }

  /// A condition that is no boolean leaves the item out; that it is none is an error unless it is plain null.
  private func check(_ value: Value, at range: TextRange) -> Truth {
    switch value {
    case .boolean, .null, .unknown: break
    default: _ = fail(.notACondition(value.kind), at: range)
    }
    return Truth(value)
  }

  // MARK: Items by number

  /// `list[1]`, `list[-1]`
  func item(of value: Value, _ index: Value, at range: TextRange) -> Value {
    switch value {
    case .null: return value
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return tryingOut { hull(candidates.map { item(of: $0, index, at: range) }, causes: unknown.causes) }
      }
      guard let list = ListView(value) else { return anything(unknown.causes) }
      return item(of: list, unknown.causes)
    default: break
    }
    let items = value.items
    if case .unknown(let unknown) = index {
      if let candidates = unknown.bounds.candidates {
        return tryingOut { hull(candidates.map { item(of: value, $0, at: range) }, causes: unknown.causes) }
      }
      return hull(items + [.null], causes: unknown.causes)
    }
    guard case .number(let number) = index, let position = number.integer() else {
      return fail(.indexOutOfRange, at: range)
    }
    let place = position > 0 ? position - 1 : items.count + position
    guard position != 0, items.indices.contains(place) else { return fail(.indexOutOfRange, at: range) }
    return items[place]
  }

  /// Where members may be missing, or come in any order, an item by number may be each of them, or none.
  private func item(of list: ListView, _ causes: [Unknown.Cause]) -> Value {
    hull(list.everyValue + [.null], causes: causes)
  }
}

extension Value {
  /// A value as a list: a single value is a list of one, null is none.
  var items: [Value] {
    switch self {
    case .list(let items): items
    case .null: []
    default: [self]
    }
  }

  /// Whether a filter's condition is a place in the list.
  fileprivate var isIndex: Bool {
    switch self {
    case .number: true
    case .unknown: NumberInterval(self).map { !$0.mayBeNull } ?? false
    default: false
    }
  }

  fileprivate var mayBeIndex: Bool {
    switch self {
    case .number: true
    case .unknown(let unknown): unknown.bounds.mayBeNumber
    default: false
    }
  }

  /// What FEEL's own values have instead of entries (DMN 1.5, table 65).
  fileprivate func property(_ name: String) -> Value? {
    switch self {
    case .date(let date): date.property(name)
    case .yearsMonths(let months):
      switch name {
      case "years": .number(Decimal(months / 12))
      case "months": .number(Decimal(months % 12))
      default: nil
      }
    case .daysTime(let seconds): DayTimeParts(seconds)?.property(name)
    case .range(let range):
      switch name {
      case "start": range.low ?? .null
      case "end": range.high ?? .null
      case "start included": .boolean(range.lowClosed)
      case "end included": .boolean(range.highClosed)
      default: nil
      }
    default: nil
    }
  }
}

extension Unknown.Bounds {
  fileprivate var mayBeNumber: Bool {
    switch self {
    case .any, .number: true
    case .boolean, .choices, .list: false
    case .orNull(let inner): inner.mayBeNumber
    case .values(let values): values.contains { $0.kind == .number }
    }
  }
}

extension CalendarDate {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "year": .number(Decimal(Int64(year)))
    case "month": .number(Decimal(month))
    case "day": .number(Decimal(day))
    case "weekday": .number(Decimal(weekday))
    default: nil
    }
  }
}

extension DayTimeParts {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "days": .number(Decimal(days))
    case "hours": .number(Decimal(hours))
    case "minutes": .number(Decimal(minutes))
    case "seconds": .number(seconds)
    default: nil
    }
  }
}

extension Expression {
  /// The number that a filter such as `[1]` or `[-1]` holds.
  fileprivate var literalNumber: Decimal? {
    switch node {
    case .number(let number): return number
    case .negate(let operand):
      guard case .number(let number) = operand.node else { return nil }
      return number.negated
    default: return nil
    }
  }
}
