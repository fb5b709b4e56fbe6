extension Parser {
  /// What an expression begins with: a literal, a name, something in brackets, `if`, `for` and so on.
  mutating func primary() throws(SyntaxError) -> Parsed {
    let start = token.range.start
    switch token.kind {
    case .number: return try number()
    case .string:
      let string = try stringText()
      return leaf(.string(string), from: start)
    case .name: return name()
    case .keyword(let keyword): return try keywordExpression(keyword)
    case .sign(let sign): return try signExpression(sign)
    case .foreign, .end: throw unexpected(.expression)
    }
  }

  private mutating func keywordExpression(_ keyword: Keyword) throws(SyntaxError) -> Parsed {
    let start = token.range.start
    switch keyword {
    case .null:
      advance()
      return leaf(.null, from: start)
    case .true, .false:
      advance()
      return leaf(.boolean(keyword == .true), from: start)
    case .if: return try conditional()
    case .for: return try iteration()
    case .some, .every: return try quantified(keyword == .some ? .some : .every)
    case .function: return try function()
    default: throw unexpected(.expression)
    }
  }

  private mutating func signExpression(_ sign: Sign) throws(SyntaxError) -> Parsed {
    let start = token.range.start
    switch sign {
    case .openParenthesis: return try parenthesized()
    case .openBracket: return try listOrRange()
    case .closeBracket: return try openRange()
    case .openBrace: return try context()
    case .minus: return try negation()
    case .at:
      advance()
      guard token.kind == .string else { throw unexpected(.stringLiteral) }
      let string = try stringText()
      return leaf(.atLiteral(string), from: start)
    case .question:
      advance()
      return leaf(.subject, from: start)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal: return try halfRange(sign)
    default: throw unexpected(.expression)
    }
  }

  private mutating func negation() throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let operand = try expression(.negation)
    leave()
    return try node(.negate(operand.expression), from: start, above: operand.height)
  }

  /// `< 5`, `>= 10`, `= 3` as values: ranges without one end, or with equal ends.
  private mutating func halfRange(_ sign: Sign) throws(SyntaxError) -> Parsed {
    let start = token.range.start
    advance()
    try enter()
    let end = try expression(.addition)
    leave()
    let value = end.expression
    let interval: Expression.Interval =
      switch sign {
      case .less, .lessOrEqual:
        Expression.Interval(low: nil, lowClosed: false, high: value, highClosed: sign == .lessOrEqual)
      case .greater, .greaterOrEqual:
        Expression.Interval(low: value, lowClosed: sign == .greaterOrEqual, high: nil, highClosed: false)
      default: Expression.Interval(low: value, lowClosed: true, high: value, highClosed: true)
      }
    return try node(.interval(interval), from: start, above: end.height)
  }

  // MARK: Brackets

  /// `(expression)`, or a range that is open below: `(1..5]`.
  private mutating func parenthesized() throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    var inner = try expression(.lowest)
    if at(.dots) {
      inner = try range(from: opener, low: inner, lowClosed: false)
    } else {
      try close(opener, with: .closeParenthesis)
      inner.expression.range = TextRange(opener.range.start, previousEnd)
    }
    inEndpoint = outside
    leave()
    return inner
  }

  private mutating func listOrRange() throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    if take(.closeBracket) { return leaf(.list([]), from: opener.range.start) }
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    let first = try expression(.lowest)
    let result: Parsed
    if at(.dots) {
      result = try range(from: opener, low: first, lowClosed: true)
    } else {
      var items = [first.expression]
      var height = first.height
      if take(.comma) {
        items += try list(opener, closedBy: .closeBracket, &height)
      } else {
        try close(opener, with: .closeBracket)
      }
      result = try node(.list(items), from: opener.range.start, above: height)
    }
    inEndpoint = outside
    leave()
    return result
  }

  /// `]1..5]`
  private mutating func openRange() throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    let low: Parsed
    do throws(SyntaxError) {
      low = try expression(.addition)
      if !at(.dots) { throw unexpected(.sign("..")) }
    } catch {
      // Far more often a bracket too many than a range.
      throw SyntaxError(.unopened("]"), at: opener.range)
    }
    let result = try range(from: opener, low: low, lowClosed: false)
    inEndpoint = outside
    leave()
    return result
  }

  /// The rest of a range, from `..` on.
  mutating func range(from opener: Token, low: Parsed, lowClosed: Bool) throws(SyntaxError) -> Parsed {
    try expect(.dots)
    inEndpoint = true
    let high = try expression(.addition)
    inEndpoint = false
    let highClosed = at(.closeBracket)
    guard highClosed || at(.closeParenthesis) || at(.openBracket) else {
      if let mistake = mistake() { throw mistake }
      throw SyntaxError(
        token.kind == .end
          ? .unclosed(opener: text(opener.range), closer: "]", found: nil)
          : .unclosed(opener: text(opener.range), closer: "]", found: text(token.range)),
        at: token.kind == .end ? opener.range : token.range, opener: opener.range)
    }
    advance()
    let interval = Expression.Interval(
      low: low.expression, lowClosed: lowClosed, high: high.expression, highClosed: highClosed)
    return try node(.interval(interval), from: opener.range.start, above: max(low.height, high.height))
  }

  private mutating func context() throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    let outerNames = names
    var entries: [Expression.Entry] = []
    var height = 0
    if !at(.closeBrace) {
      repeat {
        let key = try entryKey()
        if entries.contains(where: { $0.key.text == key.text }) {
          throw SyntaxError(.duplicateEntry(key.text), at: key.range)
        }
        try expect(.colon)
        let value = try expression(.lowest)
        height = max(height, value.height)
        entries.append(Expression.Entry(key: key, value: value.expression))
        introduce(key.text)
      } while take(.comma)
    }
    try close(opener, with: .closeBrace)
    names = outerNames
    inEndpoint = outside
    leave()
    return try node(.context(entries), from: opener.range.start, above: height)
  }

  private mutating func entryKey() throws(SyntaxError) -> Expression.Name {
    if token.kind == .string {
      let range = token.range
      return Expression.Name(try stringText(), range)
    }
    return try newName(words: true)
  }

  // MARK: Literals

  private mutating func number() throws(SyntaxError) -> Parsed {
    let range = token.range
    let number = try LiteralText(bytes: bytes).number(range)
    advance()
    return leaf(.number(number), from: range.start)
  }

  /// The string that the current token stands for, its escapes resolved.
  mutating func stringText() throws(SyntaxError) -> String {
    let range = token.range
    advance()
    return try LiteralText(bytes: bytes).string(range)
  }
}
