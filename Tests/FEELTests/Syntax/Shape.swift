import ExactNumbers
import FEEL

/// The tree of an expression as text, in a form of the tests' own: `(+ 1 (* 2 x))`.
func shape(_ expression: Expression) -> String {
  switch expression.node {
  case .null: "null"
  case .boolean(let boolean): boolean ? "true" : "false"
  case .number(let number): number.text
  case .string(let string): "'" + string + "'"
  case .atLiteral(let text): "@'" + text + "'"
  case .name(let name):
    name.contains(" ") || name.contains("-") || name.contains("+") ? "‹" + name + "›" : name
  case .subject: "?"
  case .list(let items): form("list", items)
  case .context(let entries):
    "{" + entries.map { $0.key.text + ": " + shape($0.value) }.joined(separator: ", ") + "}"
  case .interval(let interval):
    (interval.lowClosed ? "[" : "(") + (interval.low.map(shape) ?? "") + ".."
      + (interval.high.map(shape) ?? "") + (interval.highClosed ? "]" : ")")
  case .path(let base, let name): "(. " + shape(base) + " " + name.text + ")"
  case .filter(let base, let condition): form("filter", [base, condition])
  case .call(let callee, .positional(let arguments)): form("call", [callee] + arguments)
  case .call(let callee, .named(let entries)):
    "(call " + shape(callee) + entries.map { " " + $0.key.text + ": " + shape($0.value) }.joined() + ")"
  case .negate(let operand): form("-", [operand])
  case .arithmetic(let operation, let left, let right): form(operation.sign, [left, right])
  case .comparison(let operation, let left, let right): form(operation.sign, [left, right])
  case .and(let left, let right): form("and", [left, right])
  case .or(let left, let right): form("or", [left, right])
  case .between(let value, let low, let high): form("between", [value, low, high])
  case .inTests(let value, let tests): "(in " + shape(value) + tests.map { " " + shape($0) }.joined() + ")"
  case .instanceOf(let value, let type): "(instance " + shape(value) + " " + type.text + ")"
  case .conditional(let condition, let yes, let no): form("if", [condition, yes, no])
  case .iteration(let iterators, let body): "(for" + iterators.map(shape).joined() + " " + shape(body) + ")"
  case .quantified(let quantifier, let iterators, let condition):
    (quantifier == .some ? "(some" : "(every") + iterators.map(shape).joined() + " " + shape(condition) + ")"
  case .function(let parameters, let body):
    "(function" + parameters.map { " " + $0.name.text + ($0.type.map { ":" + $0.text } ?? "") }.joined() + " "
      + shape(body) + ")"
  case .externalFunction: "(external)"
  case .unaryTests(let tests): shape(tests)
  }
}

func shape(_ tests: Expression.UnaryTests) -> String {
  switch tests {
  case .any: "-"
  case .anyOf(let tests): tests.map(shape).joined(separator: ", ")
  case .noneOf(let tests): "not(" + tests.map(shape).joined(separator: ", ") + ")"
  }
}

private func shape(_ test: Expression.UnaryTest) -> String {
  switch test {
  case .comparison(let operation, let operand, _): operation.sign + shape(operand)
  case .expression(let expression): shape(expression)
  }
}

private func shape(_ iterator: Expression.Iterator) -> String {
  " " + iterator.name.text + "=" + shape(iterator.domain)
}

private func form(_ head: String, _ parts: [Expression]) -> String {
  "(" + head + parts.map { " " + shape($0) }.joined() + ")"
}
