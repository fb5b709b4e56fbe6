import Diagnostics

/// Calls: of built-in functions, of the host's, and of functions that the scope holds.
extension Inference {
  mutating func inferCall(
    _ callee: Expression, _ arguments: Expression.Arguments, _ range: TextRange
  ) -> Typed {
    guard case .name(let name) = callee.node else {
      return call(infer(callee).type, "function", arguments, range)
    }
    switch lookup(name) {
    case .local(let found) where found.type.isCallable, .field(let found) where found.type.isCallable,
      .root(let found) where found.type.isCallable:
      _ = inferName(name, callee.range, counterpart: nil)
      return call(found.type, name, arguments, range)
    default: break
    }
    if let signature = Builtins.signature(of: name) { return callBuiltin(signature, arguments, range) }
    if let result = callHost(name, arguments) { return result }
    switch lookup(name) {
    case .local(let found), .field(let found), .root(let found):
      problems.append(Problems.notAFunction(found.type, callee.range))
    case .open: break
    case .missing:
      let known = Builtins.names + host.names + visibleFunctions
      problems.append(Problems.unknownFunction(name, among: known, callee.range))
    }
    return .unknown
  }

  private var visibleFunctions: [String] {
    visibleNames.filter { name in
      switch lookup(name) {
      case .local(let found), .field(let found), .root(let found): found.type.isCallable
      case .open, .missing: false
      }
    }
  }

  /// Types of the arguments, in the order in which they are written. Nothing is known of a misspelt one.
  private mutating func inferAll(_ arguments: Expression.Arguments) -> [Typed] {
    switch arguments {
    case .positional(let values): values.map { infer($0) }
    case .named(let entries): entries.map { infer($0.value) }
    }
  }

  // MARK: - The host's functions and the scope's

  private mutating func callHost(_ name: String, _ arguments: Expression.Arguments) -> Typed? {
    guard host.names.contains(name) else { return nil }
    let typed = inferAll(arguments)
    let resolution = host.resolve(name, arguments.expressions, typed.map { $0.type })
    switch resolution {
    case .type(let type)?: return Typed(type)
    case .problems(let found)?:
      problems += found
      return found.contains { $0.severity == .error } ? .unknown : Typed(.any)
    case nil: return nil
    }
  }

  private mutating func call(
    _ type: FeelType, _ name: String, _ arguments: Expression.Arguments, _ range: TextRange
  ) -> Typed {
    let given = inferAll(arguments)
    guard case .function(let parameters, let returns) = type else {
      if !type.isOpen { problems.append(Problems.notAFunction(type, range)) }
      return .unknown
    }
    guard parameters.count == given.count else {
      let form = parameters.map { typeDescription($0).sv }
      problems.append(Problems.argumentCount(name, given.count, forms: [form], range))
      return .unknown
    }
    guard case .positional(let values) = arguments else { return Typed(returns) }
    var isRight = true
    for (index, value) in values.enumerated() where !given[index].type.fits(parameters[index]) {
      problems.append(Problems.argumentType(name, given[index].type, parameters[index], value.range))
      isRight = false
    }
    return isRight ? Typed(returns) : .unknown
  }

  // MARK: - Built-in functions

  private mutating func callBuiltin(
    _ signature: BuiltinSignature, _ arguments: Expression.Arguments, _ range: TextRange
  ) -> Typed {
    guard let bound = bind(arguments, to: signature, range) else {
      _ = inferAll(arguments)
      return .unknown
    }
    let name = signature.name
    let typed = name == "not" ? inferNegand(bound.arguments) : inferArguments(bound.arguments)
    guard let overload = bound.overloads.first(where: { mismatches(typed, $0).isEmpty }) else {
      for (index, expected) in mismatches(typed, bound.overloads[0]) {
        problems.append(
          Problems.argumentType(name, typed[index].type, expected, bound.arguments[index].range))
      }
      return .unknown
    }
    if !checkValues(name, bound.arguments, typed, range) { return .unknown }
    let type = resultType(name, overload, bound.arguments, typed)
    let keepsItems: Bool =
      switch overload.returns {
      case .argument(0), .item(of: 0), .flattened: true
      default: false
      }
    return Typed(type, path: keepsItems ? typed.first?.path : nil)
  }

  /// The overloads that may be meant, and the arguments in their order.
  private mutating func bind(
    _ arguments: Expression.Arguments, to signature: BuiltinSignature, _ range: TextRange
  ) -> (overloads: [BuiltinSignature.Overload], arguments: [Expression])? {
    let (name, all) = (signature.name, signature.overloads)
    let forms = all.map { $0.names }
    switch arguments {
    case .positional(let values):
      let fitting = all.filter { $0.takes(values.count) }
      if !fitting.isEmpty { return (fitting, values) }
      problems.append(Problems.argumentCount(name, values.count, forms: forms, range))
      return nil
    case .named(let entries):
      let given = entries.map { $0.key.text }
      let named = all.filter { overload in given.allSatisfy { overload.names.contains($0) } }
      guard !named.isEmpty else {
        let nearest = all.max { a, b in matching(given, a) < matching(given, b) }
        let parameters = nearest?.names ?? []
        for entry in entries where !parameters.contains(entry.key.text) {
          problems.append(
            Problems.parameterName(entry.key, of: name, parameters: parameters, forms: forms))
        }
        return nil
      }
      for overload in named {
        if let values = inOrder(entries, overload) { return ([overload], values) }
      }
      problems.append(Problems.argumentCount(name, entries.count, forms: forms, range))
      return nil
    }
  }

  private func matching(_ given: [String], _ overload: BuiltinSignature.Overload) -> Int {
    given.count { overload.names.contains($0) }
  }

  private func inOrder(_ entries: [Expression.Entry], _ overload: BuiltinSignature.Overload) -> [Expression]?
  {
    var values: [Expression] = []
    for parameter in overload.parameters {
      if let entry = entries.first(where: { $0.key.text == parameter.name }) {
        values.append(entry.value)
      } else if parameter.isOptional {
        break
      } else {
        return nil
      }
    }
    return values
  }

  /// `not` passes on whatever it is given; a condition is what makes sense.
  private mutating func inferNegand(_ arguments: [Expression]) -> [Typed] {
    arguments.map { infer($0, expecting: .boolean) }
  }

  /// A function that is written in place takes the items of the list before it.
  private mutating func inferArguments(_ arguments: [Expression]) -> [Typed] {
    var typed: [Typed] = []
    for argument in arguments {
      if case .function(let parameters, let body) = argument.node, let list = typed.first {
        let item = Typed(list.type.element, path: list.path)
        frames.append(.names(parameters.map { (name: $0.name.text, value: item) }))
        let result = infer(body)
        frames.removeLast()
        typed.append(Typed(.function(parameters.map { _ in .any }, returns: result.type)))
      } else if let first = typed.first {
        typed.append(inferComparand(argument, against: first.type.element))
      } else {
        typed.append(infer(argument))
      }
    }
    return typed
  }

  private func mismatches(
    _ typed: [Typed], _ overload: BuiltinSignature.Overload
  ) -> [(Int, FeelType)] {
    var found: [(Int, FeelType)] = []
    for (index, argument) in typed.enumerated() where !argument.type.isOpen {
      let expected = overload.parameters[min(index, overload.parameters.count - 1)].type
      if case .function = expected {
        if argument.type.kind != .function { found.append((index, expected)) }
      } else if !argument.type.fits(expected) {
        found.append((index, expected))
      }
    }
    return found
  }

  /// What types alone do not tell: an element that the list cannot have, values without an order.
  private mutating func checkValues(
    _ name: String, _ arguments: [Expression], _ typed: [Typed], _ range: TextRange
  ) -> Bool {
    let before = problems.count
    switch name {
    case "list contains", "index of":
      let list = Operand(arguments[0], Typed(typed[0].type.element, path: typed[0].path))
      let element = Operand(arguments[1], typed[1])
      if list.type.isComparable(with: element.type) {
        checkChoices(list, element, range)
      } else {
        problems.append(Problems.notComparable(list.type, element.type, range))
      }
    case "is":
      guard typed.count == 2 else { break }
      checkChoices(Operand(arguments[0], typed[0]), Operand(arguments[1], typed[1]), range)
    case "min", "max":
      let items = typed.count == 1 ? [typed[0].type.element] : typed.map { $0.type }
      for (index, type) in items.enumerated() where !type.isOrdered {
        problems.append(Problems.notOrdered(type, arguments[index].range))
      }
    default: break
    }
    return !problems[before...].contains { $0.severity == .error }
  }

  private func resultType(
    _ name: String, _ overload: BuiltinSignature.Overload, _ arguments: [Expression], _ typed: [Typed]
  ) -> FeelType {
    let first = typed.first?.type ?? .any
    switch (name, overload.returns) {
    case ("concatenate", _), ("union", _):
      return .list(typed.dropFirst().reduce(first.element) { $0.union($1.type.element) })
    case ("append", _): return .list(typed.dropFirst().reduce(first.element) { $0.union($1.type) })
    case ("insert before", _), ("list replace", _): return .list(first.element.union(typed[2].type))
    case ("product", _): return .number
    case ("duration", _):
      guard case .string(let text)? = arguments.first?.node else { return .any }
      return Inference.durationLiteral(text)
    case (_, .type(let type)): return type
    case (_, .argument(let index)):
      let type = typed[index].type
      if case .list = overload.parameters[index].type, !type.isOpen { return .list(type.element) }
      return type
    case (_, .item(let index)): return item(of: index, overload, typed)
    case (_, .listOfItems(let index)): return .list(item(of: index, overload, typed))
    case (_, .flattened(let index)):
      var item = typed[index].type.element
      while case .list(let inner) = item { item = inner }
      return .list(item)
    }
  }

  private func item(
    of index: Int, _ overload: BuiltinSignature.Overload, _ typed: [Typed]
  ) -> FeelType {
    guard overload.isVariadic, index == overload.parameters.count - 1 else {
      return typed[index].type.element
    }
    return typed[index...].dropFirst().reduce(typed[index].type) { $0.union($1.type) }
  }
}

extension BuiltinSignature.Overload {
  fileprivate var names: [String] { parameters.map { $0.name } }
}

extension FeelType {
  fileprivate var isCallable: Bool {
    switch self {
    case .function, .any: true
    default: false
    }
  }
}

extension Expression.Arguments {
  /// In the order in which they are written.
  var expressions: [Expression] {
    switch self {
    case .positional(let values): values
    case .named(let entries): entries.map { $0.value }
    }
  }
}
