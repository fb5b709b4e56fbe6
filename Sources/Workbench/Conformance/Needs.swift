import FEEL

extension ConformanceNode {
  /// What the case's own expressions use that the engine does not have.
  func needs(_ names: NameTable) -> [FEELConformance.Need] {
    var texts: [String] = [expression].compactMap { $0 }
    if let table {
      texts += table.inputs.map { $0.expression }
      texts += table.rules.flatMap { $0.outputs }
    }
    var expressions = texts.compactMap { try? parseExpression($0, names: names) }
    if let table {
      for test in table.rules.flatMap({ $0.tests }) {
        expressions += (try? parseUnaryTests(test, names: names).expressions) ?? []
      }
    }
    let timed = inputs.flatMap { Self.timed($0.key, $0.value) }
    return FEELConformance.Need.allCases.filter { need in
      expressions.contains { $0.any { Self.uses($0, need, timed) } }
    }
  }

  /// The names of inputs, or of entries in them, that hold times.
  private static func timed(_ name: String, _ value: TypedValue) -> [String] {
    if value.t == "time" || value.t == "dateTime" { return [name] }
    guard case .context(let context) = value.value else { return [] }
    return context.entries.compactMap { entry in
      if case .string(let text) = entry.value, text.hasPrefix("@") { entry.key } else { nil }
    }
  }

  private static func uses(
    _ expression: Expression, _ need: FEELConformance.Need, _ timed: [String]
  ) -> Bool {
    switch (expression.node, need) {
    case (.atLiteral(let text), .times): return text.contains(":")
    case (.name(let name), .times): return timed.contains(name)
    case (.path(_, let name), .times): return timed.contains(name.text)
    case (.call(let callee, let arguments), _):
      guard case .name(let name) = callee.node else { return false }
      switch need {
      case .times:
        if ["time", "date and time", "now"].contains(name) { return true }
        guard name == "range", case .positional(let values) = arguments,
          case .string(let text)? = values.first?.node
        else { return false }
        return text.contains(":") || text.contains("time(")
      case .regularExpressions: return ["matches", "replace", "split"].contains(name)
      case .typeDefinitions: return false
      }
    case (.instanceOf(_, let type), .typeDefinitions): return type.hasForeignName
    default: return false
    }
  }
}

extension Expression {
  fileprivate func any(_ matches: (Expression) -> Bool) -> Bool {
    matches(self) || children.contains { $0.any(matches) }
  }
}

extension Expression.TypeExpression {
  fileprivate var hasForeignName: Bool {
    switch self {
    case .named(let name): !Value.typeNames.contains(name.text)
    case .list(let element), .range(let element): element.hasForeignName
    case .context(let entries): entries.contains { $0.1.hasForeignName }
    case .function(let parameters, let returns):
      parameters.contains { $0.hasForeignName } || returns.hasForeignName
    }
  }
}
