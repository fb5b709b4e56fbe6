import ExactNumbers

extension Evaluation {
  func comparison(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value, at range: TextRange
  ) -> Value {
    let truth = compare(operation, left, right)
    if isExhausted { return fail(.tooMuch(.steps), at: range) }
    if truth.isKnown, truth != .null { return .boolean(truth.isTrue) }
    if truth == .null {
      if left.mayBeNull || right.mayBeNull {
        return eachPossible(left, right) { comparison(operation, $0, $1, at: range) }
      }
      return null(from: left, right) {
        self.fail(.operandTypes(operation: operation.sign, left.kind, right.kind), at: range)
      }
    }
    return truth.value(Unknown.merged(left.causes, right.causes))
  }

  /// What an operation gives for each pair of values that these may turn out to be, where they are few: whether
  /// it fails or gives a plain null may hang on which they are.
  func eachPossible(_ left: Value, _ right: Value, _ body: (Value, Value) -> Value) -> Value {
    let causes = Unknown.merged(left.causes, right.causes)
    guard let first = left.candidates, let second = right.candidates, first.count * second.count <= 64
    else { return anything(causes) }
    return tryingOut { hull(first.flatMap { x in second.map { y in body(x, y) } }, causes: causes) }
  }

  func compare(_ operation: ComparisonOperator, _ left: Value, _ right: Value) -> Truth {
    switch operation {
    case .equal: equality(left, right)
    case .notEqual: equality(left, right).negated
    case .less, .lessOrEqual, .greater, .greaterOrEqual: ordering(operation, left, right)
    }
  }

  // MARK: Equality

  /// FEEL's `=` (DMN 1.5, table 42): null where the kinds differ.
  func equality(_ a: Value, _ b: Value) -> Truth {
    switch (a, b) {
    case (.string(let x), .string(let y)):
      if x.utf8.count > 256, !charge(x.utf8.count / 64) { return .null }
      return Truth(x == y)
    case (.number(let x), .number(let y)): return Truth(x == y)
    case (.boolean(let x), .boolean(let y)): return Truth(x == y)
    case (.null, .null): return .yes
    // Whether something unknown is null is itself unknown.
    case (.unknown, .null), (.null, .unknown): return .yesOrNo
    case (.null, _), (_, .null): return .no
    case (.unknown(let unknown), _): return equality(unknown.bounds, b)
    case (_, .unknown(let unknown)): return equality(unknown.bounds, a)
    case (.date(let x), .date(let y)): return Truth(x == y)
    case (.yearsMonths(let x), .yearsMonths(let y)): return Truth(x == y)
    case (.daysTime(let x), .daysTime(let y)): return Truth(x == y)
    case (.list(let x), .list(let y)): return equality(x, y)
    case (.context(let x), .context(let y)): return equality(x, y)
    case (.range(let x), .range(let y)): return equality(x, y)
    default: return .null
    }
  }

  private func equality(_ bounds: Unknown.Bounds, _ other: Value) -> Truth {
    if let candidates = bounds.candidates {
      return candidates.reduce(.never) { $0.union(equality($1, other)) }
    }
    switch other {
    case .null: return .yesOrNo
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return candidates.reduce(.never) { $0.union(equality(bounds, $1)) }
      }
      if case .orNull(let inner) = unknown.bounds {
        return equality(bounds, .unknown(Unknown(causes: unknown.causes, bounds: inner))).union(.yesOrNo)
      }
      if case .any = unknown.bounds { return .any }
    default: break
    }
    switch bounds {
    case .orNull(let inner): return equality(inner, other).union(equality(.null, other))
    case .number(let low, let high):
      guard let interval = NumberInterval(other) else { return .null }
      return NumberInterval(low, high).meets(interval) ? .yesOrNo : .no
    case .choices(let choices): return equality(choices, other)
    case .list:
      if case .unknown(let unknown) = other { return unknown.bounds.isList ? .yesOrNo : .null }
      return other.kind == .list ? .yesOrNo : .null
    case .any, .boolean, .values: return .any
    }
  }

  private func equality(_ choices: [String], _ other: Value) -> Truth {
    switch other {
    case .string(let string): return choices.contains(string) ? .yesOrNo : .no
    case .unknown(let unknown):
      guard case .choices(let others) = unknown.bounds else { return .null }
      return others.contains { choices.contains($0) } ? .yesOrNo : .no
    default: return .null
    }
  }

  private func equality(_ a: [Value], _ b: [Value]) -> Truth {
    guard a.count == b.count else { return .no }
    var result = Truth.yes
    for index in a.indices {
      guard charge() else { return .null }
      result = result.and(deepEquality(a[index], b[index]))
      if result.isFalse { return .no }
    }
    return result
  }

  private func equality(_ a: Context, _ b: Context) -> Truth {
    guard a.entries.count == b.entries.count else { return .no }
    var result = Truth.yes
    for entry in a.entries {
      guard charge() else { return .null }
      guard let other = b[entry.key] else { return .no }
      result = result.and(deepEquality(entry.value, other))
      if result.isFalse { return .no }
    }
    return result
  }

  /// Inside lists and contexts, values of different kinds are simply not equal.
  func deepEquality(_ a: Value, _ b: Value) -> Truth {
    let truth = equality(a, b)
    return truth.canBeNull ? truth.withoutNull : truth
  }

  private func equality(_ a: RangeValue, _ b: RangeValue) -> Truth {
    guard a.lowClosed == b.lowClosed, a.highClosed == b.highClosed else { return .no }
    return ends(a.low, b.low).and(ends(a.high, b.high))
  }

  private func ends(_ a: Value?, _ b: Value?) -> Truth {
    switch (a, b) {
    case (nil, nil): .yes
    case (let a?, let b?): deepEquality(a, b)
    default: .no
    }
  }

  // MARK: Order

  /// `<`, `<=`, `>`, `>=` (DMN 1.5, table 45): null where the values have no order, or one is null.
  func ordering(_ operation: ComparisonOperator, _ a: Value, _ b: Value) -> Truth {
    switch (a, b) {
    case (.number(let x), .number(let y)): return operation.holds(x, y)
    case (.string(let x), .string(let y)): return operation.holds(x, y)
    case (.date(let x), .date(let y)): return operation.holds(x, y)
    case (.yearsMonths(let x), .yearsMonths(let y)): return operation.holds(x, y)
    case (.daysTime(let x), .daysTime(let y)): return operation.holds(x, y)
    case (.null, _), (_, .null): return .null
    case (.unknown, _), (_, .unknown): return unknownOrdering(operation, a, b)
    default: return .null
    }
  }

  private func unknownOrdering(_ operation: ComparisonOperator, _ a: Value, _ b: Value) -> Truth {
    if let first = a.candidates, let second = b.candidates {
      var result = Truth.never
      for x in first {
        for y in second {
          guard charge() else { return .any }
          result = result.union(ordering(operation, x, y))
        }
      }
      return result
    }
    if let x = NumberInterval(a), let y = NumberInterval(b) {
      let truth = operation.holds(x, y)
      return x.mayBeNull || y.mayBeNull ? truth.union(.null) : truth
    }
    // Numbers are only ordered among numbers.
    if NumberInterval(a) != nil, a.kind == .unknown, b.kind != .unknown { return .null }
    if NumberInterval(b) != nil, b.kind == .unknown, a.kind != .unknown { return .null }
    return .any
  }
}

extension Value {
  /// Whether something unknown may turn out to be null.
  fileprivate var mayBeNull: Bool {
    if case .unknown(let unknown) = self { unknown.bounds.contains(.null) } else { false }
  }
}

extension Truth {
  /// Null counted as false.
  var withoutNull: Truth {
    var result = Truth.never
    if canBeTrue { result = result.union(.yes) }
    if canBeFalse || canBeNull { result = result.union(.no) }
    return result
  }
}

extension NumberInterval {
  func meets(_ other: NumberInterval) -> Bool {
    if let low, let high = other.high, high < low { return false }
    if let high, let low = other.low, low > high { return false }
    return true
  }
}

extension ComparisonOperator {
  func holds<T: Comparable>(_ a: T, _ b: T) -> Truth {
    switch self {
    case .equal: Truth(a == b)
    case .notEqual: Truth(a != b)
    case .less: Truth(a < b)
    case .lessOrEqual: Truth(a <= b)
    case .greater: Truth(a > b)
    case .greaterOrEqual: Truth(a >= b)
    }
  }

  /// For every pair of numbers from the intervals.
  func holds(_ a: NumberInterval, _ b: NumberInterval) -> Truth {
    switch self {
    case .less: Self.less(a, b, orEqual: false)
    case .lessOrEqual: Self.less(a, b, orEqual: true)
    case .greater: Self.less(b, a, orEqual: false)
    case .greaterOrEqual: Self.less(b, a, orEqual: true)
    case .equal, .notEqual: .yesOrNo
    }
  }

  private static func less(_ a: NumberInterval, _ b: NumberInterval, orEqual: Bool) -> Truth {
    if let high = a.high, let low = b.low, high < low || (orEqual && high == low) { return .yes }
    if let low = a.low, let high = b.high, orEqual ? low > high : low >= high { return .no }
    return .yesOrNo
  }
}
