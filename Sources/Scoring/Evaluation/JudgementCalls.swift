internal import FEEL

/// The calls of `judgement("id", key)` in an expression, in order.
func judgementCalls(in expression: Expression) -> [(id: String, key: Expression?)] {
  var calls: [(id: String, key: Expression?)] = []
  func visit(_ expression: Expression) {
    if case .call(let callee, .positional(let arguments)) = expression.node,
      case .name("judgement") = callee.node, let first = arguments.first,
      case .string(let id) = first.node
    {
      calls.append((id, arguments.count > 1 ? arguments[1] : nil))
    }
    for child in expression.children { visit(child) }
  }
  visit(expression)
  return calls
}
