/// Parses a FEEL expression (OMG DMN 1.5, 10.3.1). `names` are the names in scope that hold blanks or operators.
public func parseExpression(
  _ text: String, names: NameTable = .standard
) throws(SyntaxError) -> Expression {
  var parser = try Parser(text, names)
  let expression = try parser.expression(.lowest).expression
  try parser.expectEnd()
  return expression
}

/// Parses the unary tests of a decision table's cell: `-`, `"a", "b"`, `not(< 5)`, `[1..3]`, `? > 2`.
public func parseUnaryTests(
  _ text: String, names: NameTable = .standard
) throws(SyntaxError) -> Expression.UnaryTests {
  var parser = try Parser(text, names)
  let tests = try parser.unaryTests()
  try parser.expectEnd()
  return tests
}

/// A recursive-descent parser with precedence climbing. Each level of nesting costs two or three small frames,
/// since WebAssembly's stack is small.
struct Parser {
  /// How many levels an expression may be nested, in its text and in its tree; the same on every machine.
  static let maximumDepth = 500

  let bytes: [UInt8]
  let tokens: [Token]
  var index = 0
  var depth = 0

  /// Names that may stand anywhere, and those brought in by the expression itself where they are in scope.
  var names: NameTable
  /// Names of context entries: after a dot, and inside a filter.
  var members: NameTable
  var filters = 0
  /// Whether an open `[` may close a range here, as in `]1..5[`.
  var inEndpoint = false

  /// An expression and how many levels of nodes it has below it.
  struct Parsed {
    var expression: Expression
    var height: Int

    var range: TextRange { expression.range }
  }

  init(_ text: String, _ names: NameTable) throws(SyntaxError) {
    (tokens, bytes) = try Lexer.tokens(of: text)
    self.names = names
    members = names
  }

  // MARK: Tokens

  var token: Token { tokens[index] }
  var previousEnd: Int { index > 0 ? tokens[index - 1].range.end : 0 }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func text(_ range: TextRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  func at(_ sign: Sign) -> Bool { token.kind == .sign(sign) }

  func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

  mutating func take(_ sign: Sign) -> Bool {
    guard at(sign) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: Keyword) throws(SyntaxError) {
    if !take(keyword) { throw unexpected(.word(keyword.rawValue)) }
  }

  mutating func expect(_ sign: Sign) throws(SyntaxError) {
    if !take(sign) { throw unexpected(.sign(sign.rawValue)) }
  }

  mutating func expectEnd() throws(SyntaxError) {
    if token.kind != .end { throw unexpected(.operatorOrEnd) }
  }

  /// Takes the sign that closes what `opener` opened.
  mutating func close(_ opener: Token, with sign: Sign) throws(SyntaxError) {
    if take(sign) { return }
    if let mistake = mistake() { throw mistake }
    let found = token.kind == .end ? nil : text(token.range)
    throw SyntaxError(
      .unclosed(opener: text(opener.range), closer: sign.rawValue, found: found),
      at: token.kind == .end ? opener.range : token.range, opener: opener.range)
  }

  // MARK: Depth

  mutating func enter() throws(SyntaxError) {
    depth += 1
    if depth > Self.maximumDepth { throw SyntaxError(.tooDeep, at: token.range) }
  }

  mutating func leave() { depth -= 1 }

  /// A node above children of which the highest has `height`.
  func node(_ node: Expression.Node, from start: Int, above height: Int) throws(SyntaxError) -> Parsed {
    let range = TextRange(start, previousEnd)
    if height + 1 > Self.maximumDepth { throw SyntaxError(.tooDeep, at: range) }
    return Parsed(expression: Expression(node, range), height: height + 1)
  }

  func leaf(_ node: Expression.Node, from start: Int) -> Parsed {
    Parsed(expression: Expression(node, TextRange(start, previousEnd)), height: 0)
  }
}
