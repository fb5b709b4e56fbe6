extension Builtins {
  /// DMN 1.5, 10.3.4.6
  static let contexts: [Builtin] = [
    Builtin(
      "get value",
      [
        .form(.init("m", .anyContext), .init("key", .string), gives: .any),
        .form(.init("m", .anyContext), .init("keys", .list(.string)), gives: .any),
      ], .inside, run: value),
    Builtin(
      "get entries", [.form(.init("m", .anyContext), gives: .type(.list(.any)))], .inside, run: entries),
    Builtin("context", [.form(.init("entries", .anyList), gives: .any)], run: context),
    Builtin(
      "context put",
      [
        .form(
          .init("context", .anyContext), .init("key", .string), .init("value", .any, null: true), gives: .any),
        .form(
          .init("context", .anyContext), .init("keys", .list(.string)), .init("value", .any, null: true),
          gives: .any),
      ], .inside, run: put),
    Builtin("context merge", [.form(.init("contexts", .anyList), gives: .any)], run: merge),
  ]

  private static func value(_ call: Invocation) -> Value {
    var value = call[0]
    for key in call[1].items {
      guard case .context(let context) = value, case .string(let name) = key else { return .null }
      value = context[name] ?? .null
    }
    return value
  }

  private static func entries(_ call: Invocation) -> Value {
    guard case .context(let context) = call[0] else { return .null }
    return .list(
      context.entries.map { .context(Context([("key", .string($0.key)), ("value", $0.value)])) })
  }

  /// From a list of contexts with `key` and `value`.
  private static func context(_ call: Invocation) -> Value {
    var result = Context()
    for item in call[0].items {
      guard call.evaluation.charge(result.entries.count) else { return call.fail(.tooMuch(.steps)) }
      guard case .context(let entry) = item, case .string(let key)? = entry["key"], let value = entry["value"]
      else { return call.fail(.element(item.kind)) }
      guard result[key] == nil else { return call.fail(.value(parameter: "entries")) }
      result[key] = value
    }
    return call.evaluation.bounded(.context(result), at: call.range)
  }

  private static func put(_ call: Invocation) -> Value {
    guard case .context(let context) = call[0] else { return .null }
    var keys: [String] = []
    for key in call[1].items {
      guard case .string(let name) = key else { return call.fail(.element(key.kind)) }
      keys.append(name)
    }
    guard let result = context.putting(call[2], at: keys[...]) else {
      return call.fail(.value(parameter: "keys"))
    }
    return call.evaluation.bounded(.context(result), at: call.range)
  }

  private static func merge(_ call: Invocation) -> Value {
    var result = Context()
    for item in call[0].items {
      guard case .context(let context) = item else { return call.fail(.element(item.kind)) }
      for entry in context.entries {
        guard call.evaluation.charge(result.entries.count) else { return call.fail(.tooMuch(.steps)) }
        result[entry.key] = entry.value
      }
    }
    return call.evaluation.bounded(.context(result), at: call.range)
  }
}

extension Context {
  /// A copy with `value` at the end of the path of keys; nil where the path leads through something else than
  /// contexts. The copy is no longer what the user's data holds, so it has no origin.
  fileprivate func putting(_ value: Value, at keys: ArraySlice<String>) -> Context? {
    guard let key = keys.first else { return nil }
    var copy = self
    copy.origin = nil
    if keys.count == 1 {
      copy[key] = value
      return copy
    }
    guard case .context(let inner)? = self[key], let changed = inner.putting(value, at: keys.dropFirst())
    else {
      return nil
    }
    copy[key] = .context(changed)
    return copy
  }
}
