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
    if let forms = BuiltinForm.forms(of: name) { return callBuiltin(name, forms, arguments, range) }
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
    _ name: String, _ forms: [BuiltinForm], _ arguments: Expression.Arguments, _ range: TextRange
  ) -> Typed {
    guard let bound = bind(arguments, to: forms, of: name, range) else {
      _ = inferAll(arguments)
      return .unknown
    }
    let typed = inferArguments(bound.arguments)
    let fitting = bound.forms.first { form in mismatches(typed, form).isEmpty }
    guard let form = fitting else {
      for (index, expected) in mismatches(typed, bound.forms[0]) {
        problems.append(
          Problems.argumentType(name, typed[index].type, expected, bound.arguments[index].range))
      }
      return .unknown
    }
    if !checkValues(name, bound.arguments, typed, range) { return .unknown }
    let type = resultType(form, bound.arguments, typed)
    let keepsItems: Bool =
      switch form.result {
      case .same, .item: true
      case .flattened: true
      default: false
      }
    return Typed(type, path: keepsItems ? typed.first?.path : nil)
  }

  /// The forms that may be meant, and the arguments in their order.
  private mutating func bind(
    _ arguments: Expression.Arguments, to forms: [BuiltinForm], of name: String, _ range: TextRange
  ) -> (forms: [BuiltinForm], arguments: [Expression])? {
    switch arguments {
    case .positional(let values):
      let fitting = forms.filter { form in
        values.count >= form.required && (form.isVariadic || values.count <= form.parameters.count)
      }
      if !fitting.isEmpty { return (fitting, values) }
      problems.append(Problems.argumentCount(name, values.count, forms: forms.map { $0.names }, range))
      return nil
    case .named(let entries):
      let given = entries.map { $0.key.text }
      let named = forms.filter { form in given.allSatisfy { form.names.contains($0) } }
      guard !named.isEmpty else {
        let best = forms.max { a, b in matching(given, a) < matching(given, b) } ?? forms[0]
        for entry in entries where !best.names.contains(entry.key.text) {
          problems.append(
            Problems.parameterName(
              entry.key, of: name, parameters: best.names, forms: forms.map { $0.names }))
        }
        return nil
      }
      for form in named {
        if let values = inOrder(entries, form) { return ([form], values) }
      }
      problems.append(Problems.argumentCount(name, entries.count, forms: forms.map { $0.names }, range))
      return nil
    }
  }

  private func matching(_ given: [String], _ form: BuiltinForm) -> Int {
    given.count { form.names.contains($0) }
  }

  private func inOrder(_ entries: [Expression.Entry], _ form: BuiltinForm) -> [Expression]? {
    var values: [Expression] = []
    for parameter in form.parameters {
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
      } else if case .list(let items) = argument.node, let first = typed.first {
        typed.append(inferList(items, counterpart: first.type.element))
      } else if let first = typed.first {
        typed.append(inferComparand(argument, against: first.type.element))
      } else {
        typed.append(infer(argument))
      }
    }
    return typed
  }

  private func mismatches(_ typed: [Typed], _ form: BuiltinForm) -> [(Int, FeelType)] {
    var found: [(Int, FeelType)] = []
    let spread = form.isVariadic && form.parameters.count == 1 && typed.count > 1
    for (index, argument) in typed.enumerated() {
      let parameter = form.parameters[min(index, form.parameters.count - 1)]
      let isWholeList: Bool =
        switch form.result {
        case .joined: true
        default: false
        }
      let expected = spread && !isWholeList ? parameter.type.element : parameter.type
      if argument.type.isOpen { continue }
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
    case "min", "max":
      let items = typed.count == 1 ? [typed[0].type.element] : typed.map { $0.type }
      for (index, type) in items.enumerated() where !type.isOrdered {
        problems.append(Problems.notOrdered(type, arguments[min(index, arguments.count - 1)].range))
      }
    case "abs":
      switch typed[0].type.kind {
      case .any, .null, .number, .yearsMonths, .daysTime: break
      default: problems.append(Problems.argumentType(name, typed[0].type, .number, arguments[0].range))
      }
    default: break
    }
    return !problems[before...].contains { $0.severity == .error }
  }

  private func resultType(_ form: BuiltinForm, _ arguments: [Expression], _ typed: [Typed]) -> FeelType {
    let first = typed.first?.type ?? .any
    switch form.result {
    case .type(let type): return type
    case .same:
      if case .list? = form.parameters.first?.type, !first.isOpen { return .list(first.element) }
      return first
    case .item:
      return typed.count == 1 ? first.element : typed.dropFirst().reduce(first) { $0.union($1.type) }
    case .numberOfItems:
      let item = typed.count == 1 ? first.element : typed.dropFirst().reduce(first) { $0.union($1.type) }
      return .number(unit: item.unit)
    case .joined: return .list(typed.dropFirst().reduce(first.element) { $0.union($1.type.element) })
    case .extended: return .list(typed.dropFirst().reduce(first.element) { $0.union($1.type) })
    case .flattened:
      var item = first.element
      while case .list(let inner) = item { item = inner }
      return .list(item)
    case .duration:
      guard case .string(let text)? = arguments.first?.node else { return .any }
      return Inference.durationLiteral(text)
    }
  }
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
