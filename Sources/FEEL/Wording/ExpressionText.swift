import ExactNumbers

extension Expression {
  /// The expression as FEEL text, in one way of writing. What no sentence can say is quoted like this.
  public var feelText: String { ExpressionWriter.write(self, inside: .lowest) }
}

/// Writes an expression back, with the parentheses that its shape needs.
enum ExpressionWriter {
  /// How tightly an operator binds; an operand that binds less gets parentheses.
  enum Level: Int {
    case lowest, or, and, comparison, sum, product, power, unary, postfix
  }

  static func write(_ expression: Expression, inside level: Level) -> String {
    let (text, own) = parts(expression)
    return own.rawValue < level.rawValue ? "(" + text + ")" : text
  }

  private static func parts(_ expression: Expression) -> (String, Level) {
    switch expression.node {
    case .null: return ("null", .postfix)
    case .boolean(let value): return (value ? "true" : "false", .postfix)
    case .number(let value): return (value.text, value.sign < 0 ? .unary : .postfix)
    case .string(let text): return (quoted(text), .postfix)
    case .atLiteral(let text): return ("@" + quoted(text), .postfix)
    case .name(let name): return (name, .postfix)
    case .subject: return ("?", .postfix)
    case .list(let items): return ("[" + list(items) + "]", .postfix)
    case .context(let entries): return (context(entries), .postfix)
    case .interval(let interval): return (self.interval(interval), .postfix)
    case .path(let base, let name): return (write(base, inside: .postfix) + "." + name.text, .postfix)
    case .filter(let base, let condition):
      return (write(base, inside: .postfix) + "[" + write(condition, inside: .lowest) + "]", .postfix)
    case .call(let callee, let arguments):
      return (write(callee, inside: .postfix) + "(" + self.arguments(arguments) + ")", .postfix)
    case .negate(let operand): return ("-" + write(operand, inside: .unary), .unary)
    case .arithmetic(let op, let a, let b): return arithmetic(op, a, b)
    case .comparison(let op, let a, let b):
      return (write(a, inside: .sum) + " " + op.sign + " " + write(b, inside: .sum), .comparison)
    case .and(let a, let b):
      return (write(a, inside: .and) + " and " + write(b, inside: .comparison), .and)
    case .or(let a, let b): return (write(a, inside: .or) + " or " + write(b, inside: .and), .or)
    case .between(let value, let low, let high):
      let bounds = write(low, inside: .sum) + " and " + write(high, inside: .sum)
      return (write(value, inside: .sum) + " between " + bounds, .comparison)
    case .inTests(let value, let tests):
      return (write(value, inside: .sum) + " in (" + self.tests(tests) + ")", .comparison)
    case .instanceOf(let value, let type):
      return (write(value, inside: .sum) + " instance of " + type.text, .comparison)
    case .conditional(let condition, let then, let otherwise):
      let head = "if " + write(condition, inside: .lowest) + " then " + write(then, inside: .lowest)
      return (head + " else " + write(otherwise, inside: .lowest), .lowest)
    case .iteration(let iterators, let body):
      return ("for " + self.iterators(iterators) + " return " + write(body, inside: .lowest), .lowest)
    case .quantified(let quantifier, let iterators, let condition):
      let word = quantifier == .some ? "some " : "every "
      return (word + self.iterators(iterators) + " satisfies " + write(condition, inside: .lowest), .lowest)
    case .function(let parameters, let body):
      return ("function(" + self.parameters(parameters) + ") " + write(body, inside: .lowest), .lowest)
    case .externalFunction(let parameters):
      return ("function(" + self.parameters(parameters) + ") external {}", .lowest)
    case .unaryTests(.any): return ("-", .lowest)
    case .unaryTests(.anyOf(let all)): return (tests(all), .lowest)
    case .unaryTests(.noneOf(let all)): return ("not(" + tests(all) + ")", .lowest)
    }
  }

  private static func arithmetic(
    _ op: ArithmeticOperator, _ a: Expression, _ b: Expression
  ) -> (String, Level) {
    let (level, right): (Level, Level) =
      switch op {
      case .add, .subtract: (.sum, .product)
      case .multiply, .divide: (.product, .power)
      case .power: (.power, .unary)
      }
    let text = write(a, inside: level) + " " + op.sign + " " + write(b, inside: right)
    return (text, level)
  }

  private static func list(_ items: [Expression]) -> String {
    items.map { write($0, inside: .lowest) }.joined(separator: ", ")
  }

  private static func context(_ entries: [Expression.Entry]) -> String {
    "{" + entries.map { $0.key.text + ": " + write($0.value, inside: .lowest) }.joined(separator: ", ") + "}"
  }

  private static func arguments(_ arguments: Expression.Arguments) -> String {
    switch arguments {
    case .positional(let values): list(values)
    case .named(let entries):
      entries.map { $0.key.text + ": " + write($0.value, inside: .lowest) }.joined(separator: ", ")
    }
  }

  private static func interval(_ interval: Expression.Interval) -> String {
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      return (interval.lowClosed ? "[" : "(") + write(low, inside: .lowest) + ".."
        + write(high, inside: .lowest) + (interval.highClosed ? "]" : ")")
    case (let low?, nil): return "(" + (interval.lowClosed ? ">= " : "> ") + write(low, inside: .lowest) + ")"
    case (nil, let high?):
      return "(" + (interval.highClosed ? "<= " : "< ") + write(high, inside: .lowest) + ")"
    case (nil, nil): return "-"
    }
  }

  private static func tests(_ tests: [Expression.UnaryTest]) -> String {
    let written = tests.map { test in
      switch test {
      case .comparison(let op, let value, _): op.sign + " " + write(value, inside: .sum)
      case .expression(let expression): write(expression, inside: .lowest)
      }
    }
    return written.joined(separator: ", ")
  }

  private static func iterators(_ iterators: [Expression.Iterator]) -> String {
    let written = iterators.map { iterator in
      if case .interval(let interval) = iterator.domain.node, let low = interval.low, let high = interval.high
      {
        return iterator.name.text + " in " + write(low, inside: .lowest) + ".." + write(high, inside: .lowest)
      }
      return iterator.name.text + " in " + write(iterator.domain, inside: .lowest)
    }
    return written.joined(separator: ", ")
  }

  private static func parameters(_ parameters: [Expression.Parameter]) -> String {
    parameters.map { $0.name.text + ($0.type.map { ": " + $0.text } ?? "") }.joined(separator: ", ")
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
