/// Reads the text that the function `range` takes: a range whose ends are literals, or calls that may stand for one.
/// The whole grammar is not needed for that, and an engine that takes its rules compiled has no other use for it.
struct RangeText {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// The range of `text`, of the shape and with the places that `parseExpression` gives; nil where it is anything
  /// else. The ends are not looked at: they may be what is no literal, such as a name.
  static func expression(_ text: String) -> Expression? {
    guard let (tokens, bytes) = try? Lexer.tokens(of: text) else { return nil }
    var reader = RangeText(bytes: bytes, tokens: tokens)
    guard let expression = reader.operand(), reader.token.kind == .end, case .interval = expression.node
    else { return nil }
    return expression
  }

  private init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  private var token: Token { tokens[index] }
  private var previousEnd: Int { tokens[index - 1].range.end }

  private mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  private mutating func take(_ sign: Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  /// What `body` reads one level further in; nil where that is too deep.
  private mutating func nested<Read>(_ body: (inout RangeText) -> Read?) -> Read? {
    depth += 1
    defer { depth -= 1 }
    return depth <= Parser.maximumDepth ? body(&self) : nil
  }

  private func node(_ node: Expression.Node, from start: Int) -> Expression {
    Expression(node, TextRange(start, previousEnd))
  }

  private mutating func operand() -> Expression? {
    guard var left = primary() else { return nil }
    while take(.openParenthesis) {
      guard let arguments = nested({ $0.arguments() }) else { return nil }
      left = node(.call(left, .positional(arguments)), from: left.range.start)
    }
    return left
  }

  /// Up to the bracket that closes them.
  private mutating func arguments() -> [Expression]? {
    var arguments: [Expression] = []
    if take(.closeParenthesis) { return arguments }
    repeat {
      guard let argument = operand() else { return nil }
      arguments.append(argument)
    } while take(.comma)
    return take(.closeParenthesis) ? arguments : nil
  }

  private mutating func primary() -> Expression? {
    let (kind, range) = (token.kind, token.range)
    advance()
    switch kind {
    case .number: return (try? literals.number(range)).map { node(.number($0), from: range.start) }
    case .string: return (try? literals.string(range)).map { node(.string($0), from: range.start) }
    case .name:
      let name = name(from: range)
      return node(.name(name), from: range.start)
    case .sign(.at):
      let text = token
      advance()
      guard text.kind == .string, let string = try? literals.string(text.range) else { return nil }
      return node(.atLiteral(string), from: range.start)
    case .sign(.minus):
      return nested { $0.operand() }.map { node(.negate($0), from: range.start) }
    case .sign(let sign) where sign == .openBracket || sign == .closeBracket || sign == .openParenthesis:
      return nested { $0.bracketed(sign, from: range.start) }
    default: return nil
    }
  }

  private var literals: LiteralText { LiteralText(bytes: bytes) }

  /// The name whose first word was taken. The only one of several words that may stand here is `date and time`.
  private mutating func name(from range: TextRange) -> String {
    let words = ["date", "and", "time"]
    var end = range.start
    for (offset, word) in words.enumerated() {
      let next = tokens[min(index - 1 + offset, tokens.count - 1)].range
      guard (offset == 0 || next.start > end), text(next) == word else { return text(range) }
      end = next.end
    }
    index += words.count - 1
    return "date and time"
  }

  private func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// What `opener`, which was taken, begins: a range, or in round brackets anything alone.
  private mutating func bracketed(_ opener: Sign, from start: Int) -> Expression? {
    guard var low = operand() else { return nil }
    guard take(.dots) else {
      guard opener == .openParenthesis, take(.closeParenthesis) else { return nil }
      low.range = TextRange(start, previousEnd)
      return low
    }
    guard let high = operand() else { return nil }
    let isClosed = token.kind == .sign(.closeBracket)
    guard take(.closeBracket) || take(.closeParenthesis) || take(.openBracket) else { return nil }
    return node(
      .interval(
        Expression.Interval(
          low: low, lowClosed: opener == .openBracket, high: high, highClosed: isClosed)),
      from: start)
  }
}
