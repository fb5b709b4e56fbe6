extension Expression {
  /// The expressions directly inside this one, in the order of the text.
  public var children: [Expression] {
    switch node {
    case .null, .boolean, .number, .string, .atLiteral, .name, .subject, .externalFunction: []
    case .list(let items): items
    case .context(let entries): entries.map { $0.value }
    case .interval(let interval): [interval.low, interval.high].compactMap { $0 }
    case .path(let base, _), .negate(let base), .instanceOf(let base, _): [base]
    case .filter(let base, let condition): [base, condition]
    case .call(let callee, .positional(let arguments)): [callee] + arguments
    case .call(let callee, .named(let entries)): [callee] + entries.map { $0.value }
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .and(let left, let right),
      .or(let left, let right):
      [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .inTests(let value, let tests): [value] + tests.map { $0.expression }
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .iteration(let iterators, let body): iterators.map { $0.domain } + [body]
    case .quantified(_, let iterators, let condition): iterators.map { $0.domain } + [condition]
    case .function(_, let body): [body]
    case .unaryTests(let tests): tests.expressions
    }
  }

  /// Whether this expression or one inside it is such that `matches` holds.
  func contains(_ matches: (Expression) -> Bool) -> Bool {
    if matches(self) { return true }
    for child in children where child.contains(matches) { return true }
    return false
  }
}

extension Expression.UnaryTest {
  public var expression: Expression {
    switch self {
    case .comparison(_, let operand, _): operand
    case .expression(let expression): expression
    }
  }
}

extension Expression.UnaryTests {
  public var expressions: [Expression] {
    switch self {
    case .any: []
    case .anyOf(let tests), .noneOf(let tests): tests.map { $0.expression }
    }
  }
}
