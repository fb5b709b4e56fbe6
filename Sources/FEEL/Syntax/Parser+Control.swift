extension Parser {
  mutating func conditional() throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let condition = try expression(.lowest)
    try expect(.then)
    let yes = try expression(.lowest)
    try expect(.else)
    let no = try expression(.lowest)
    leave()
    return try node(
      .conditional(condition.expression, then: yes.expression, else: no.expression), from: start,
      above: max(condition.height, max(yes.height, no.height)))
  }

  /// `for x in list, y in 1..3 return …`
  mutating func iteration() throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let outer = names
    var height = 0
    let iterators = try self.iterators(&height)
    try expect(.return)
    let body = try expression(.lowest)
    names = outer
    leave()
    return try node(
      .iteration(iterators, body: body.expression), from: start, above: max(height, body.height))
  }

  /// `some x in list satisfies …`, `every …`
  mutating func quantified(_ quantifier: Expression.Quantifier) throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let outer = names
    var height = 0
    let iterators = try self.iterators(&height)
    try expect(.satisfies)
    let condition = try expression(.lowest)
    names = outer
    leave()
    return try node(
      .quantified(quantifier, iterators, condition: condition.expression), from: start,
      above: max(height, condition.height))
  }

  private mutating func iterators(_ height: inout Int) throws(SyntaxError) -> [Expression.Iterator] {
    var iterators: [Expression.Iterator] = []
    repeat {
      let name = try newName(words: false)
      try expect(.in)
      let domain = try self.domain()
      height = max(height, domain.height)
      iterators.append(Expression.Iterator(name: name, domain: domain.expression))
      introduce(name.text)
    } while take(.comma)
    return iterators
  }

  private mutating func domain() throws(SyntaxError) -> Parsed {
    let low = try expression(.lowest)
    guard take(.dots) else { return low }
    let high = try expression(.addition)
    let interval = Expression.Interval(
      low: low.expression, lowClosed: true, high: high.expression, highClosed: true)
    return try node(.interval(interval), from: low.range.start, above: max(low.height, high.height))
  }

  /// `function(a, b: number) a + b`
  mutating func function() throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let outer = names
    let opener = token
    try expect(.openParenthesis)
    var parameters: [Expression.Parameter] = []
    if !at(.closeParenthesis) {
      repeat {
        let name = try newName(words: false)
        let type: Expression.TypeExpression? = take(.colon) ? try typeExpression() : nil
        parameters.append(Expression.Parameter(name: name, type: type))
        introduce(name.text)
      } while take(.comma)
    }
    try close(opener, with: .closeParenthesis)
    let isExternal = take(.external)
    let body = try expression(.lowest)
    names = outer
    leave()
    return try node(
      isExternal ? .externalFunction(parameters) : .function(parameters, body: body.expression),
      from: start, above: body.height)
  }
}
