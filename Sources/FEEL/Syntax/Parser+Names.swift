extension Parser {
  /// A name in the place of a value.
  mutating func name() -> Parsed {
    let start = token.range.start
    let length = max(knownLength(in: names), filters > 0 ? knownLength(in: members) : 1)
    let name = joinedName(count: length).name
    return leaf(.name(name.text), from: start)
  }

  /// The name after a dot.
  mutating func memberName() throws(SyntaxError) -> Expression.Name {
    switch token.kind {
    case .name: return joinedName(count: knownLength(in: members)).name
    // After a dot nothing but a name can stand, so a word of the language is one.
    case .keyword: return joinedName(count: 1).name
    default: throw unexpected(.name)
    }
  }

  /// How many tokens the longest known name that stands here has; 1 where none is known.
  private func knownLength(in table: NameTable) -> Int {
    for candidate in table.candidates(startingWith: text(token.range)) where matches(candidate) {
      return candidate.count
    }
    return 1
  }

  private func matches(_ parts: [NameTable.Part]) -> Bool {
    var end = token.range.end
    for distance in 1..<parts.count {
      let next = peek(distance)
      guard next.mayBeInName, parts[distance].spaced == (next.range.start > end),
        parts[distance].text == text(next.range)
      else { return false }
      end = next.range.end
    }
    return true
  }

  /// The name that the next `count` tokens make up, with single blanks where there were any.
  mutating func joinedName(count: Int) -> (name: Expression.Name, parts: [NameTable.Part]) {
    let start = token.range.start
    var joined = ""
    var parts: [NameTable.Part] = []
    var end = start
    for _ in 0..<max(count, 1) {
      let spaced = token.range.start > end
      let word = text(token.range)
      joined += spaced ? " " + word : word
      parts.append(NameTable.Part(text: word, spaced: spaced))
      end = token.range.end
      advance()
    }
    return (Expression.Name(joined, TextRange(start, end)), parts)
  }

  /// A name that is introduced here: every token that may belong to one. `words` says whether words of the
  /// language, such as `in`, may be among them.
  mutating func newName(words: Bool) throws(SyntaxError) -> Expression.Name {
    guard token.kind == .name else { throw unexpected(.name) }
    var count = 1
    while peek(count).mayBeInName, words || !peek(count).isKeyword { count += 1 }
    return joinedName(count: count).name
  }

  /// Lets `name` be read as one name from here to the end of the scope.
  mutating func introduce(_ name: String) {
    names.insert(name)
    members.insert(name)
  }

  // MARK: Types

  mutating func typeExpression() throws(SyntaxError) -> Expression.TypeExpression {
    try enter()
    defer { leave() }
    guard token.kind == .name || at(.function) || at(.null) else { throw unexpected(.type) }
    let word = text(token.range)
    switch word {
    case "list" where peek().kind == .sign(.less): return .list(try elementType())
    case "range" where peek().kind == .sign(.less): return .range(try elementType())
    case "context" where peek().kind == .sign(.less): return try contextType()
    case "function" where peek().kind == .sign(.less): return try functionType()
    default: return .named(try typeName())
    }
  }

  private mutating func elementType() throws(SyntaxError) -> Expression.TypeExpression {
    advance()
    try expect(.less)
    let element = try typeExpression()
    try expect(.greater)
    return element
  }

  private mutating func contextType() throws(SyntaxError) -> Expression.TypeExpression {
    advance()
    try expect(.less)
    var entries: [(Expression.Name, Expression.TypeExpression)] = []
    if !at(.greater) {
      repeat {
        let name = try newName(words: true)
        try expect(.colon)
        entries.append((name, try typeExpression()))
      } while take(.comma)
    }
    try expect(.greater)
    return .context(entries)
  }

  private mutating func functionType() throws(SyntaxError) -> Expression.TypeExpression {
    advance()
    try expect(.less)
    var parameters: [Expression.TypeExpression] = []
    if !at(.greater) {
      repeat { parameters.append(try typeExpression()) } while take(.comma)
    }
    try expect(.greater)
    try expect(.arrow)
    return .function(parameters, returns: try typeExpression())
  }

  private static let typesOfSeveralWords = NameTable([
    "date and time", "days and time duration", "years and months duration", "day time duration",
    "year month duration",
  ])

  private mutating func typeName() throws(SyntaxError) -> Expression.Name {
    var name = joinedName(
      count: max(knownLength(in: Self.typesOfSeveralWords), knownLength(in: names))
    ).name
    while at(.dot), peek().kind == .name {
      advance()
      let next = joinedName(count: 1).name
      name = Expression.Name(name.text + "." + next.text, TextRange(name.range.start, next.range.end))
    }
    return name
  }
}
