extension Evaluation {
  // MARK: Choosing the overload

  func apply(_ builtin: Builtin, positional values: [Value], at range: TextRange) -> Value {
    if let result = tryEach(values, { self.apply(builtin, positional: $0, at: range) }) { return result }
    var problem: NullReason.Kind?
    for (index, overload) in builtin.signature.overloads.enumerated() where overload.takes(values.count) {
      var arguments = values.prefix(overload.parameters.count).map(Optional.some)
      if overload.isVariadic {
        let last = overload.parameters.count - 1
        arguments[last] = .list(Array(values[last...]))
      }
      switch match(builtin, index, arguments) {
      case .fits(let converted): return run(builtin, index, converted, at: range)
      case .null(let value): return value
      case .misfit(let kind): problem = problem ?? kind
      }
    }
    return fail(problem ?? .wrongArguments(function: builtin.name, .count(values.count)), at: range)
  }

  func apply(
    _ builtin: Builtin, named names: [String], _ values: [Value], at range: TextRange
  ) -> Value {
    if let result = tryEach(values, { self.apply(builtin, named: names, $0, at: range) }) { return result }
    var problem: NullReason.Kind?
    for (index, overload) in builtin.signature.overloads.enumerated() {
      if let mismatch = overload.mismatch(names) {
        problem = problem ?? .wrongArguments(function: builtin.name, mismatch)
        continue
      }
      let arguments = overload.parameters.map { parameter in
        names.firstIndex(of: parameter.name).map { values[$0] }
      }
      switch match(builtin, index, arguments) {
      case .fits(let converted): return run(builtin, index, converted, at: range)
      case .null(let value): return value
      case .misfit(let kind): problem = problem ?? kind
      }
    }
    return fail(problem ?? .wrongArguments(function: builtin.name, .count(values.count)), at: range)
  }

  private enum Match {
    case fits([Value?])
    /// An argument is null where that makes the result null.
    case null(Value)
    case misfit(NullReason.Kind)
  }

  private func match(_ builtin: Builtin, _ index: Int, _ arguments: [Value?]) -> Match {
    let overload = builtin.signature.overloads[index]
    var converted = arguments
    var null: Value?
    for (place, parameter) in overload.parameters.enumerated() {
      guard place < arguments.count, let argument = arguments[place] else { continue }
      if overload.isVariadic, place == overload.parameters.count - 1 { continue }
      if argument.isNull {
        if !parameter.takesNull, null?.nullReason == nil { null = argument }
        continue
      }
      guard let value = argument.converted(to: parameter.type) else {
        return .misfit(
          .wrongArguments(function: builtin.name, .type(parameter: parameter.name, found: argument.kind)))
      }
      converted[place] = value
    }
    while converted.count < overload.parameters.count { converted.append(nil) }
    return null.map { .null($0) } ?? .fits(converted)
  }

  // MARK: Running

  private func run(_ builtin: Builtin, _ overload: Int, _ arguments: [Value?], at range: TextRange) -> Value {
    for argument in arguments {
      if let argument, !charge(for: argument) { return fail(.tooMuch(.steps), at: range) }
    }
    let isUnknown =
      switch builtin.unknowns {
      case .handled: false
      case .inside: arguments.contains { $0?.kind == .unknown }
      case .avoided: arguments.contains { $0.map { holdsUnknown($0) } ?? false }
      }
    if isExhausted { return fail(.tooMuch(.steps), at: range) }
    if isUnknown { return anything(arguments.reduce([]) { Unknown.merged($0, $1?.causes ?? []) }) }
    return builtin.run(
      Invocation(evaluation: self, name: builtin.name, overload: overload, arguments: arguments, range: range)
    )
  }

  /// The hull of what comes out for each value that the unknown arguments may have; nil where nothing is unknown
  /// or those values are too many.
  private func tryEach(_ values: [Value], _ body: ([Value]) -> Value) -> Value? {
    guard values.contains(where: { $0.kind == .unknown }) else { return nil }
    var combinations: [[Value]] = [[]]
    var causes: [Unknown.Cause] = []
    for value in values {
      guard let candidates = value.candidates, combinations.count * candidates.count <= 32 else { return nil }
      if case .unknown(let unknown) = value { causes = Unknown.merged(causes, unknown.causes) }
      combinations = combinations.flatMap { known in candidates.map { known + [$0] } }
    }
    return tryingOut { hull(combinations.map(body), causes: causes) }
  }
}

extension BuiltinSignature.Overload {
  /// Why these names do not fit the parameters; nil where they do.
  fileprivate func mismatch(_ names: [String]) -> NullReason.ArgumentProblem? {
    for name in names where !parameters.contains(where: { $0.name == name }) { return .noSuchParameter(name) }
    for parameter in parameters where !parameter.isOptional && !names.contains(parameter.name) {
      return .missing(parameter.name)
    }
    // A parameter that repeats has no name to be called by.
    return isVariadic ? .count(names.count) : nil
  }
}

extension Value {
  /// The value as a parameter of `type` takes it, single values and lists of one turned into each other where
  /// that makes it fit (DMN 1.5, 10.3.2.9.4); nil where it does not fit. Unknown values pass.
  fileprivate func converted(to type: FeelType) -> Value? {
    if fits(type) { return self }
    if case .list(let items) = self, items.count == 1, items[0].fits(type) { return items[0] }
    if case .list = type { return .list([self]) }
    return nil
  }

  private func fits(_ type: FeelType) -> Bool {
    switch (type, self) {
    case (.any, _), (_, .unknown), (.null, .null), (.boolean, .boolean), (.number, .number),
      (.string, .string),
      (.choice, .string), (.date, .date), (.yearsMonths, .yearsMonths), (.daysTime, .daysTime),
      (.list, .list),
      (.context, .context), (.range, .range), (.function, .function):
      true
    default: false
    }
  }
}
