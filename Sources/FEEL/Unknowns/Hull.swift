import ExactNumbers

/// The value that stands for "one of these two": the value itself where they are the same, otherwise unknown with
/// bounds that hold both. Its causes are those of both and `causes`, which say what makes the choice between values
/// that are known.
public func hull(_ a: Value, _ b: Value, causes: [Unknown.Cause] = []) -> Value {
  hull([a, b], causes: causes)
}

/// The value that stands for "one of these values". `values` must not be empty.
public func hull(_ values: [Value], causes: [Unknown.Cause] = []) -> Value {
  guard let first = values.first else { return .null }
  let failed = first.nullReason != nil
  if values.dropFirst().allSatisfy({ first.isSame(as: $0) && ($0.nullReason != nil) == failed }) {
    return first
  }
  let all = values.reduce(causes) { Unknown.merged($0, $1.causes) }
  assert(!all.isEmpty, "a choice between known values without a cause")
  return Unknown.value(oneOf: values, all)
}

extension Unknown {
  /// How many different values are kept one by one before they become an interval or `any`.
  static let maximumValues = 16

  /// Makes the value for `bounds`: a known one where they hold a single value.
  public static func value(_ bounds: Bounds, causes: [Cause]) -> Value {
    switch bounds {
    case .number(let low, let high): return NumberInterval(low, high).value(causes)
    case .choices(let choices): return value(oneOf: choices.map { .string($0) }, causes)
    case .values(let values): return value(oneOf: values, causes)
    case .list(let members, let more): return ListView(members, more: more, isOrdered: false).value(causes)
    case .orNull(let inner):
      return value(oneOf: [.unknown(Unknown(causes: causes, bounds: inner)), .null], causes)
    case .any, .boolean: return .unknown(Unknown(causes: causes, bounds: bounds))
    }
  }

  static func value(oneOf values: [Value], _ causes: [Cause]) -> Value {
    if let known = finite(values) {
      if known.count == 1 { return known[0] }
      return .unknown(Unknown(causes: causes, bounds: bounds(ofKnown: known)))
    }
    if let interval = interval(values) { return interval.value(causes) }
    if let texts = texts(values) {
      return .unknown(Unknown(causes: causes, bounds: texts))
    }
    if let list = ListView(oneOf: values, causes) { return list.value(causes) }
    return .unknown(Unknown(causes: causes, bounds: .any))
  }

  /// The different values where there are few; nulls at the end, one that an error made and one that none did.
  private static func finite(_ values: [Value]) -> [Value]? {
    var result: [Value] = []
    var failed: Value?
    var null: Value?
    for value in values {
      guard let candidates = value.candidates else { return nil }
      for candidate in candidates {
        if candidate.nullReason != nil {
          failed = failed ?? candidate
        } else if candidate.isNull {
          null = null ?? candidate
        } else if !result.contains(where: { $0.isSame(as: candidate) }) {
          result.append(candidate)
        }
      }
      if result.count > maximumValues { return nil }
    }
    if let failed { result.append(failed) }
    if let null { result.append(null) }
    return result
  }

  private static func bounds(ofKnown values: [Value]) -> Bounds {
    let others = values.filter { !$0.isNull }
    let hasNull = others.count < values.count
    if others.count == 2, others.allSatisfy({ $0.kind == .boolean }) {
      return hasNull ? .orNull(.boolean) : .boolean
    }
    if !hasNull, let choices = choices(others) { return choices }
    return .values(values)
  }

  private static func choices(_ values: [Value]) -> Bounds? {
    var strings: [String] = []
    for value in values {
      guard case .string(let string) = value else { return nil }
      strings.append(string)
    }
    return .choices(strings)
  }

  private static func interval(_ values: [Value]) -> NumberInterval? {
    var result: NumberInterval?
    var mayBeNull = false
    for value in values {
      // What fails is not just missing.
      if value.nullReason != nil { return nil }
      if value.isNull {
        mayBeNull = true
      } else if let next = NumberInterval(value) {
        result = result?.hull(next) ?? next
      } else {
        return nil
      }
    }
    if mayBeNull { result?.mayBeNull = true }
    return result
  }

  /// More strings than are kept as `values`.
  private static func texts(_ values: [Value]) -> Bounds? {
    var strings: [String] = []
    var mayBeNull = false
    func add(_ value: Value) -> Bool {
      switch value {
      case .null(nil): mayBeNull = true
      case .string(let string): if !strings.contains(string) { strings.append(string) }
      case .unknown(let unknown): return add(unknown.bounds)
      default: return false
      }
      return true
    }
    func add(_ bounds: Bounds) -> Bool {
      switch bounds {
      case .choices(let choices): return choices.allSatisfy { add(.string($0)) }
      case .values(let values): return values.allSatisfy { add($0) }
      case .orNull(let inner):
        mayBeNull = true
        return add(inner)
      case .any, .boolean, .number, .list: return false
      }
    }
    guard values.allSatisfy({ add($0) }) else { return nil }
    return mayBeNull ? .orNull(.choices(strings)) : .choices(strings)
  }
}

extension Value {
  /// Every value that this may turn out to be, where they are few: itself when it is known.
  var candidates: [Value]? {
    guard case .unknown(let unknown) = self else { return [self] }
    return unknown.bounds.candidates
  }
}

extension Unknown.Bounds {
  /// Every value inside, where they are few.
  var candidates: [Value]? {
    switch self {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .choices(let choices):
      return choices.count <= Unknown.maximumValues ? choices.map { .string($0) } : nil
    case .values(let values): return values
    case .orNull(let inner): return inner.candidates.map { $0 + [.null] }
    case .any, .number, .list: return nil
    }
  }
}
