extension Parser {
  /// What follows `in`: one test, or several in parentheses.
  mutating func inTests(_ left: Parsed) throws(SyntaxError) -> Parsed {
    advance()
    var height = left.height
    var tests: [Expression.UnaryTest] = []
    if at(.openParenthesis) {
      tests = try parenthesizedTests(&height)
    } else {
      tests = [try test(&height)]
    }
    return try node(.inTests(left.expression, tests), from: left.range.start, above: height)
  }

  /// `("a", < 5, [1..3])`, or an expression or a range that happens to begin with a parenthesis.
  private mutating func parenthesizedTests(_ height: inout Int) throws(SyntaxError) -> [Expression.UnaryTest]
  {
    let opener = token
    advance()
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    let first = try fullTest(&height)
    var tests = [first]
    var single: Parsed?
    if at(.dots), case .expression(let low) = first {
      single = try range(from: opener, low: Parsed(expression: low, height: height), lowClosed: false)
    } else {
      while take(.comma) { tests.append(try fullTest(&height)) }
      try close(opener, with: .closeParenthesis)
      if tests.count == 1, case .expression(var only) = first {
        only.range = TextRange(opener.range.start, previousEnd)
        single = Parsed(expression: only, height: height)
      }
    }
    inEndpoint = outside
    leave()
    guard let single else { return tests }
    let whole = try continued(single, .addition)
    height = max(height, whole.height)
    return [.expression(whole.expression)]
  }

  /// A test without parentheses around it: its expression ends before `and`, `or` and comparisons.
  private mutating func test(_ height: inout Int) throws(SyntaxError) -> Expression.UnaryTest {
    try test(&height, .addition)
  }

  private mutating func fullTest(_ height: inout Int) throws(SyntaxError) -> Expression.UnaryTest {
    try test(&height, .lowest)
  }

  private mutating func test(
    _ height: inout Int, _ precedence: Precedence
  ) throws(SyntaxError) -> Expression.UnaryTest {
    let start = token.range.start
    if case .sign(let sign) = token.kind, let operation = sign.comparison {
      advance()
      let operand = try expression(.addition)
      height = max(height, operand.height)
      return .comparison(operation, operand.expression, TextRange(start, previousEnd))
    }
    let expression = try self.expression(precedence)
    height = max(height, expression.height)
    return .expression(expression.expression)
  }

  /// The whole of a decision table's cell.
  mutating func unaryTests() throws(SyntaxError) -> Expression.UnaryTests {
    if at(.minus), peek().kind == .end {
      advance()
      return .any
    }
    if token.kind == .name, text(token.range) == "not", peek().kind == .sign(.openParenthesis),
      let tests = try negatedTests()
    {
      return .noneOf(tests)
    }
    return .anyOf(try tests())
  }

  /// `not(…)` around the whole cell; nil where it is only the beginning of an expression.
  private mutating func negatedTests() throws(SyntaxError) -> [Expression.UnaryTest]? {
    let start = index
    advance()
    let opener = token
    advance()
    try enter()
    let tests = try self.tests()
    try close(opener, with: .closeParenthesis)
    leave()
    if token.kind == .end { return tests }
    index = start
    return nil
  }

  private mutating func tests() throws(SyntaxError) -> [Expression.UnaryTest] {
    var tests: [Expression.UnaryTest] = []
    var height = 0
    repeat { tests.append(try fullTest(&height)) } while take(.comma)
    return tests
  }
}
