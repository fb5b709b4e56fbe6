/// How tightly operators bind, the loosest first (DMN 1.5, 10.3.1.2, rules 2, 4 and their order).
enum Precedence: Int, Comparable {
  case lowest, or, and, comparison, addition, multiplication, power, negation, instance

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .instance }
}

extension Parser {
  /// An expression whose operators bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence) throws(SyntaxError) -> Parsed {
    let first = try primary()
    return try continued(first, minimum)
  }

  /// What follows `first`: paths, filters, calls and operators.
  mutating func continued(_ first: Parsed, _ minimum: Precedence) throws(SyntaxError) -> Parsed {
    var left = try postfixed(first)
    while true {
      switch token.kind {
      case .keyword(.instance) where minimum <= .instance: left = try instanceOf(left)
      case .sign(.power) where minimum <= .power: left = try arithmetic(left, .power, .power)
      case .sign(.times) where minimum <= .multiplication:
        left = try arithmetic(left, .multiply, .multiplication)
      case .sign(.divide) where minimum <= .multiplication:
        left = try arithmetic(left, .divide, .multiplication)
      case .sign(.plus) where minimum <= .addition: left = try arithmetic(left, .add, .addition)
      case .sign(.minus) where minimum <= .addition: left = try arithmetic(left, .subtract, .addition)
      case .sign(let sign) where sign.comparison != nil && minimum <= .comparison:
        left = try comparison(left, sign)
      case .keyword(.between) where minimum <= .comparison: left = try between(left)
      case .keyword(.in) where minimum <= .comparison: left = try inTests(left)
      case .keyword(.and) where minimum <= .and: left = try conjunction(left, isAnd: true)
      case .keyword(.or) where minimum <= .or: left = try conjunction(left, isAnd: false)
      default: return left
      }
    }
  }

  private mutating func arithmetic(
    _ left: Parsed, _ operation: ArithmeticOperator, _ precedence: Precedence
  ) throws(SyntaxError) -> Parsed {
    advance()
    let right = try expression(precedence.next)
    return try node(
      .arithmetic(operation, left.expression, right.expression), from: left.range.start,
      above: max(left.height, right.height))
  }

  private mutating func comparison(_ left: Parsed, _ sign: Sign) throws(SyntaxError) -> Parsed {
    let signToken = token
    guard let operation = sign.comparison else { throw unexpected(.operatorOrEnd) }
    advance()
    // `==`, `=>` and `<>`, as other languages write them.
    if token.range.start == signToken.range.end, case .sign(let second) = token.kind, second.comparison != nil
    {
      let written = TextRange(signToken.range.start, token.range.end)
      let meant: String? =
        switch (sign, second) {
        case (.equal, .equal): "="
        case (.equal, .greater), (.greater, .equal): ">="
        case (.equal, .less): "<="
        case (.less, .greater), (.notEqual, .equal): "!="
        default: nil
        }
      if let meant { throw SyntaxError(.foreign(written: text(written), meant: .sign(meant)), at: written) }
    }
    let right = try expression(.addition)
    if operation.isOrdering, case .sign(let next) = token.kind, next.comparison?.isOrdering == true {
      throw SyntaxError(.chainedComparison(next.rawValue), at: token.range)
    }
    return try node(
      .comparison(operation, left.expression, right.expression), from: left.range.start,
      above: max(left.height, right.height))
  }

  private mutating func between(_ left: Parsed) throws(SyntaxError) -> Parsed {
    advance()
    let low = try expression(.addition)
    try expect(.and)
    let high = try expression(.addition)
    return try node(
      .between(left.expression, low.expression, high.expression), from: left.range.start,
      above: max(left.height, max(low.height, high.height)))
  }

  private mutating func conjunction(_ left: Parsed, isAnd: Bool) throws(SyntaxError) -> Parsed {
    advance()
    let right = try expression(isAnd ? .comparison : .and)
    return try node(
      isAnd ? .and(left.expression, right.expression) : .or(left.expression, right.expression),
      from: left.range.start, above: max(left.height, right.height))
  }

  private mutating func instanceOf(_ left: Parsed) throws(SyntaxError) -> Parsed {
    advance()
    try expect(.of)
    let type = try typeExpression()
    return try node(.instanceOf(left.expression, type), from: left.range.start, above: left.height)
  }

  // MARK: Paths, filters, calls

  private mutating func postfixed(_ first: Parsed) throws(SyntaxError) -> Parsed {
    var left = first
    while true {
      switch token.kind {
      case .sign(.dot): left = try path(left)
      case .sign(.openBracket) where !closesRange: left = try filter(left)
      case .sign(.openParenthesis): left = try call(left)
      default: return left
      }
    }
  }

  /// Whether this `[` ends a range such as `]1..5[` rather than beginning a filter.
  private var closesRange: Bool {
    guard inEndpoint else { return false }
    switch peek().kind {
    case .end: return true
    case .keyword(let word):
      return ![.if, .for, .some, .every, .function, .null, .true, .false].contains(word)
    case .sign(let sign):
      return ![.openParenthesis, .openBracket, .openBrace, .minus, .at, .question].contains(sign)
    case .name, .number, .string, .foreign: return false
    }
  }

  private mutating func path(_ left: Parsed) throws(SyntaxError) -> Parsed {
    advance()
    let name = try memberName()
    return try node(.path(left.expression, name), from: left.range.start, above: left.height)
  }

  private mutating func filter(_ left: Parsed) throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    try enter()
    filters += 1
    let outside = inEndpoint
    inEndpoint = false
    let condition = try expression(.lowest)
    try close(opener, with: .closeBracket)
    inEndpoint = outside
    filters -= 1
    leave()
    return try node(
      .filter(left.expression, condition.expression), from: left.range.start,
      above: max(left.height, condition.height))
  }

  private mutating func call(_ left: Parsed) throws(SyntaxError) -> Parsed {
    let opener = token
    advance()
    try enter()
    let outside = inEndpoint
    inEndpoint = false
    var height = left.height
    let arguments: Expression.Arguments
    if take(.closeParenthesis) {
      arguments = .positional([])
    } else if let length = namedArgumentLength {
      arguments = .named(try namedArguments(opener, firstLength: length, &height))
    } else {
      arguments = .positional(try list(opener, closedBy: .closeParenthesis, &height))
    }
    inEndpoint = outside
    leave()
    return try node(.call(left.expression, arguments), from: left.range.start, above: height)
  }

  /// Expressions with commas between them, and the sign that closes them.
  mutating func list(
    _ opener: Token, closedBy closer: Sign, _ height: inout Int
  ) throws(SyntaxError) -> [Expression] {
    var items: [Expression] = []
    repeat {
      let item = try expression(.lowest)
      height = max(height, item.height)
      items.append(item.expression)
    } while take(.comma)
    try close(opener, with: closer)
    return items
  }

  /// How many tokens the name has, where a named argument stands here.
  private var namedArgumentLength: Int? {
    var distance = 0
    while peek(distance).mayBeInName { distance += 1 }
    return distance > 0 && peek(distance).kind == .sign(.colon) ? distance : nil
  }

  private mutating func namedArguments(
    _ opener: Token, firstLength: Int, _ height: inout Int
  ) throws(SyntaxError) -> [Expression.Entry] {
    var entries: [Expression.Entry] = []
    var length = firstLength
    while true {
      let name = joinedName(count: length).name
      try expect(.colon)
      let value = try expression(.lowest)
      height = max(height, value.height)
      entries.append(Expression.Entry(key: name, value: value.expression))
      guard take(.comma) else { break }
      guard let next = namedArgumentLength else { throw unexpected(.name) }
      length = next
    }
    try close(opener, with: .closeParenthesis)
    return entries
  }
}

extension ComparisonOperator {
  var isOrdering: Bool { self != .equal && self != .notEqual }
}
