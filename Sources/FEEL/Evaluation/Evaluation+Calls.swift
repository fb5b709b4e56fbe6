extension Evaluation {
  func call(
    _ callee: Expression, _ arguments: Expression.Arguments, _ scope: Scope, at range: TextRange
  ) -> Value {
    if case .name(let name) = callee.node { return call(named: name, callee, arguments, scope, at: range) }
    let value = evaluate(callee, scope)
    switch value {
    case .function(let function): return apply(function, arguments, scope, at: range)
    case .null where value.nullReason != nil: return value
    case .unknown(let unknown): return anything(unknown.causes)
    default: return fail(.notAFunction(value.kind), at: callee.range)
    }
  }

  private func call(
    named name: String, _ callee: Expression, _ arguments: Expression.Arguments, _ scope: Scope,
    at range: TextRange
  ) -> Value {
    if let function = scope.function(named: name) { return apply(function, arguments, scope, at: range) }
    if let builtin = Builtins.function(named: name) { return apply(builtin, arguments, scope, at: range) }
    let values = evaluated(arguments, scope)
    if let result = scope.base.host.call(name, values, range) { return result }
    if let value = scope.value(of: name) { return fail(.notAFunction(value.kind), at: callee.range) }
    return fail(.noSuchFunction(name), at: callee.range)
  }

  private func evaluated(_ arguments: Expression.Arguments, _ scope: Scope) -> [Value] {
    switch arguments {
    case .positional(let expressions): expressions.map { evaluate($0, scope) }
    case .named(let entries): entries.map { evaluate($0.value, scope) }
    }
  }

  private func apply(
    _ function: FunctionValue, _ arguments: Expression.Arguments, _ scope: Scope, at range: TextRange
  ) -> Value {
    switch function.body {
    case .builtin(let name):
      guard let builtin = Builtins.function(named: name) else {
        return fail(.noSuchFunction(name), at: range)
      }
      return apply(builtin, arguments, scope, at: range)
    case .external: return fail(.notSupported("external"), at: range)
    case .closure(let parameters, _, _):
      let values = evaluated(arguments, scope)
      guard case .named(let entries) = arguments else { return apply(function, values, at: range) }
      var ordered: [Value] = []
      for entry in entries where !parameters.contains(where: { $0.name.text == entry.key.text }) {
        return fail(.wrongArguments(function: "function", .noSuchParameter(entry.key.text)), at: range)
      }
      for parameter in parameters {
        guard let index = entries.firstIndex(where: { $0.key.text == parameter.name.text }) else {
          return fail(.wrongArguments(function: "function", .missing(parameter.name.text)), at: range)
        }
        ordered.append(values[index])
      }
      return apply(function, ordered, at: range)
    }
  }

  /// Applies a function to values, as `sort` does with its second argument.
  func apply(_ function: FunctionValue, _ arguments: [Value], at range: TextRange) -> Value {
    switch function.body {
    case .builtin(let name):
      guard let builtin = Builtins.function(named: name) else {
        return fail(.noSuchFunction(name), at: range)
      }
      return apply(builtin, positional: arguments, at: range)
    case .external: return fail(.notSupported("external"), at: range)
    case .closure(let parameters, let body, var scope):
      guard parameters.count == arguments.count else {
        return fail(.wrongArguments(function: "function", .count(arguments.count)), at: range)
      }
      var mayMisfit: [Unknown.Cause] = []
      for (index, parameter) in parameters.enumerated() {
        var value = arguments[index]
        if let type = parameter.type {
          if case .unknown(let unknown) = value {
            if let candidates = unknown.bounds.candidates {
              return tryingOut {
                hull(
                  candidates.map { apply(function, arguments.replacing(index, with: $0), at: range) },
                  causes: unknown.causes)
              }
            }
            if !unknown.bounds.fit(type) {
              mayMisfit = Unknown.merged(mayMisfit, unknown.causes)
              value = anything(unknown.causes)
            }
          } else {
            guard let converted = converted(value, to: type) else {
              return fail(
                .wrongArguments(
                  function: "function", .type(parameter: parameter.name.text, found: value.kind)), at: range)
            }
            value = converted
          }
        }
        scope = scope.binding(parameter.name.text, to: value)
      }
      let result = evaluate(body, scope)
      return mayMisfit.isEmpty ? result : hull(result, .null, causes: mayMisfit)
    }
  }

  private func apply(
    _ builtin: Builtin, _ arguments: Expression.Arguments, _ scope: Scope, at range: TextRange
  ) -> Value {
    switch arguments {
    case .positional(let expressions):
      return apply(builtin, positional: expressions.map { evaluate($0, scope) }, at: range)
    case .named(let entries):
      return apply(
        builtin, named: entries.map { $0.key.text }, entries.map { evaluate($0.value, scope) }, at: range)
    }
  }
}

extension [Value] {
  func replacing(_ index: Int, with value: Value) -> [Value] {
    var copy = self
    copy[index] = value
    return copy
  }
}

extension Unknown.Bounds {
  /// Whether every value inside, other than null, is of the type.
  fileprivate func fit(_ type: Expression.TypeExpression) -> Bool {
    guard case .named(let name) = type else { return false }
    switch (self, name.text) {
    case (_, "Any"), (.number, "number"), (.choices, "string"), (.boolean, "boolean"), (.list, "list"):
      return true
    case (.orNull(let inner), _): return inner.fit(type)
    default: return false
    }
  }
}
