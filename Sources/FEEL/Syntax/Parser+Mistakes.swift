extension Parser {
  /// The error for a token that cannot stand here: first a known slip, then the plain statement.
  func unexpected(_ expected: SyntaxError.Expected) -> SyntaxError {
    if let mistake = mistake() { return mistake }
    if token.kind == .end {
      if tokens.count == 1 { return SyntaxError(.empty, at: token.range) }
      return SyntaxError(.unexpectedEnd(expected: expected), at: token.range)
    }
    if depth == 0, [.sign(.closeParenthesis), .sign(.closeBracket), .sign(.closeBrace)].contains(token.kind) {
      return SyntaxError(.unopened(text(token.range)), at: token.range)
    }
    return SyntaxError(.unexpected(found: text(token.range), expected: expected), at: token.range)
  }

  /// What people write who know another language, or Swedish, at the current token.
  func mistake() -> SyntaxError? {
    if let comma = decimalComma() { return comma }
    let written = text(token.range)
    if let negation = missingParenthesesAfterNot() { return negation }
    let meant: SyntaxError.Foreign? =
      switch token.kind {
      case .foreign: Self.meaning(ofSign: written)
      case .name: followsOperand ? Self.meaning(ofWord: written) : nil
      case .sign(.question) where followsOperand: .conditional
      default: nil
      }
    guard let meant else { return nil }
    return SyntaxError(.foreign(written: written, meant: meant), at: token.range)
  }

  /// Whether an operator could stand here, as after a name or a number.
  private var followsOperand: Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1].kind {
    case .name, .number, .string, .sign(.closeParenthesis), .sign(.closeBracket), .sign(.closeBrace),
      .keyword(.true), .keyword(.false), .keyword(.null):
      return true
    default: return false
    }
  }

  private static func meaning(ofSign sign: String) -> SyntaxError.Foreign? {
    switch sign {
    case "&&", "&": .word("and")
    case "||", "|": .word("or")
    case "!": .negation
    case "'", "’", "‘", "”", "“", "„", "´", "`", "«", "»": .doubleQuotes
    case "≥": .sign(">=")
    case "≤": .sign("<=")
    case "≠": .sign("!=")
    case "×", "·": .sign("*")
    case "÷": .sign("/")
    case "^": .sign("**")
    case "−", "–", "—": .sign("-")
    case "…": .sign("..")
    case "%": .modulo
    case ";": .noSemicolon
    default: nil
    }
  }

  private static func meaning(ofWord word: String) -> SyntaxError.Foreign? {
    switch word {
    case "och", "AND", "And", "OCH": .word("and")
    case "eller", "OR", "Or", "ELLER": .word("or")
    case "är", "is", "eq": .sign("=")
    case "mellan", "BETWEEN": .word("between")
    case "mod": .modulo
    default: nil
    }
  }

  /// `not x`, `inte x`, `NOT x`: read as a name and then something that cannot follow it.
  private func missingParenthesesAfterNot() -> SyntaxError? {
    guard index > 0, tokens[index - 1].kind == .name else { return nil }
    switch token.kind {
    case .name, .keyword(.some), .keyword(.every), .keyword(.true), .keyword(.false): break
    default: return nil
    }
    let range = tokens[index - 1].range
    let word = text(range)
    guard ["not", "NOT", "Not", "inte", "INTE", "ej"].contains(word) else { return nil }
    return SyntaxError(.foreign(written: word + " " + text(token.range), meant: .negation), at: range)
  }

  /// `1,5` where no comma can stand.
  private func decimalComma() -> SyntaxError? {
    guard index > 0, at(.comma), tokens[index - 1].kind == .number, peek().kind == .number,
      tokens[index - 1].range.end == token.range.start, token.range.end == peek().range.start
    else { return nil }
    let range = TextRange(tokens[index - 1].range.start, peek().range.end)
    let written = text(range)
    let meant = text(tokens[index - 1].range) + "." + text(peek().range)
    return SyntaxError(.decimalComma(written: written, meant: meant), at: range)
  }
}
