extension Evaluation {
  /// `value instance of type` (DMN 1.5, 10.3.2.9.1).
  func instance(_ value: Value, of type: Expression.TypeExpression, at range: TextRange) -> Value {
    if let name = type.unknownName { return fail(.unknownType(name), at: range) }
    if case .unknown(let unknown) = value {
      if let candidates = unknown.bounds.candidates {
        return tryingOut {
          hull(candidates.map { instance($0, of: type, at: range) }, causes: unknown.causes)
        }
      }
      return Truth.yesOrNo.value(unknown.causes)
    }
    let truth = truth(value, isA: type)
    return truth.value(value.causes)
  }

  /// Null is of type Null and of no other (DMN 1.5, table 56 says so of `instance of`).
  func truth(_ value: Value, isA type: Expression.TypeExpression) -> Truth {
    switch type {
    case .named(let name): return Truth(value.isA(name.text))
    case .list(let element):
      guard case .list(let items) = value else { return .no }
      return all(items) { self.isAOrNull($0, element) }
    case .range(let element):
      guard case .range(let interval) = value else { return .no }
      return all([interval.low, interval.high].compactMap { $0 }) { self.isAOrNull($0, element) }
    case .context(let entries):
      guard case .context(let context) = value else { return .no }
      var result = Truth.yes
      for (name, type) in entries {
        guard let entry = context[name.text] else { return .no }
        result = result.and(isAOrNull(entry, type))
      }
      return result
    case .function(let parameters, _):
      guard case .function(let function) = value else { return .no }
      guard let count = function.parameterCount else { return .yes }
      return Truth(count == parameters.count)
    }
  }

  private func all(_ values: [Value], _ matches: (Value) -> Truth) -> Truth {
    var result = Truth.yes
    for value in values {
      guard charge() else { return .no }
      result = result.and(matches(value))
      if result.isFalse { break }
    }
    return result
  }

  private func isAOrNull(_ value: Value, _ type: Expression.TypeExpression) -> Truth {
    switch value {
    case .null: .yes
    case .unknown: .yesOrNo
    default: truth(value, isA: type)
    }
  }

  /// `value` as a parameter of `type` takes it, single values and lists of one turned into each other where that
  /// makes it fit (DMN 1.5, 10.3.2.9.4); nil where it does not fit.
  func converted(_ value: Value, to type: Expression.TypeExpression) -> Value? {
    if value.isNull || value.kind == .unknown { return value }
    if truth(value, isA: type).canBeTrue { return value }
    if case .list(let items) = value, items.count == 1, truth(items[0], isA: type).canBeTrue {
      return items[0]
    }
    if case .list(let element) = type, truth(value, isA: element).canBeTrue { return .list([value]) }
    return nil
  }
}

extension Expression.TypeExpression {
  /// A type name in it that FEEL does not have.
  fileprivate var unknownName: String? {
    switch self {
    case .named(let name): Value.typeNames.contains(name.text) ? nil : name.text
    case .list(let element), .range(let element): element.unknownName
    case .context(let entries): entries.lazy.compactMap { $0.1.unknownName }.first
    case .function(let parameters, let returns):
      parameters.lazy.compactMap { $0.unknownName }.first ?? returns.unknownName
    }
  }
}

extension Value {
  /// The names of FEEL's types, as `instance of` takes them.
  public static let typeNames: [String] = [
    "Any", "Null", "number", "string", "boolean", "date", "time", "date and time",
    "years and months duration", "days and time duration", "list", "context", "range", "function",
    "year month duration", "day time duration",
  ]

  fileprivate func isA(_ type: String) -> Bool {
    switch self {
    case .null: return type == "Null"
    case .boolean: return type == "boolean" || type == "Any"
    case .number: return type == "number" || type == "Any"
    case .string: return type == "string" || type == "Any"
    case .date: return type == "date" || type == "Any"
    case .yearsMonths:
      return type == "years and months duration" || type == "year month duration" || type == "Any"
    case .daysTime: return type == "days and time duration" || type == "day time duration" || type == "Any"
    case .list: return type == "list" || type == "Any"
    case .context: return type == "context" || type == "Any"
    case .range: return type == "range" || type == "Any"
    case .function: return type == "function" || type == "Any"
    case .unknown: return type == "Any"
    }
  }
}
