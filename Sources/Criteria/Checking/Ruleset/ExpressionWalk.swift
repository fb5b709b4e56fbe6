import FEEL

extension Expression {
  /// The node and all below it, from left to right.
  func forEach(_ visit: (Expression) -> Void) {
    visit(self)
    for child in children { child.forEach(visit) }
  }
}

/// Ids of the judgements that an expression refers to, itself or through facts, in order of first use.
func judgementsUsed(_ expression: Expression, _ facts: [Fact]) -> [String] {
  var used: [String] = []
  var visited: [String] = []
  func collect(_ expression: Expression) {
    expression.forEach { part in
      switch part.node {
      case .call(let function, let arguments):
        guard case .name("judgement") = function.node, case .positional(let values) = arguments,
          case .string(let id)? = values.first?.node
        else { return }
        if !used.contains(id) { used.append(id) }
      case .name(let name):
        guard !visited.contains(name), let fact = facts.first(where: { $0.name == name }) else { return }
        visited.append(name)
        collect(fact.value.expression)
      default: return
      }
    }
  }
  collect(expression)
  return used
}
