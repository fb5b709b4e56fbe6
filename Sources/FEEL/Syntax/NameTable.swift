/// The names that an expression may use, as far as the parser needs them: FEEL's names may hold spaces and
/// operators (`Monthly Salary`, `a-b`), so only a known name tells `a-b` from `a - b`. The longest known name wins.
public struct NameTable: Sendable {
  /// One word or sign of a name.
  struct Part: Sendable {
    var text: String
    /// Whether a blank stands before it. How many blanks there are does not matter.
    var spaced: Bool
  }

  /// By their first word, the longest first.
  private var names: [String: [[Part]]] = [:]

  /// The names that always belong: built-in functions and the properties of FEEL's values.
  public static let standard = NameTable(Builtins.names + ["time offset", "start included", "end included"])

  public init(_ names: [String] = []) {
    for name in names { insert(name) }
  }

  public mutating func insert(_ name: String) {
    guard let parts = Self.parts(of: name), parts.count > 1 else { return }
    insert(parts)
  }

  /// Adds every key of `context`, however deep.
  public mutating func insert(namesIn context: Context) {
    for entry in context.entries {
      insert(entry.key)
      insert(namesIn: entry.value)
    }
  }

  /// Adds every member's name of `type`, however deep.
  public mutating func insert(namesIn type: FeelType) {
    switch type {
    case .context(let members):
      for member in members {
        insert(member.name)
        insert(namesIn: member.type)
      }
    case .list(let element), .range(let element): insert(namesIn: element)
    case .function(let parameters, let returns):
      for parameter in parameters { insert(namesIn: parameter) }
      insert(namesIn: returns)
    default: break
    }
  }

  private mutating func insert(namesIn value: Value) {
    switch value {
    case .context(let context): insert(namesIn: context)
    case .list(let items): for item in items { insert(namesIn: item) }
    case .unknown(let unknown): insert(namesIn: unknown.bounds)
    default: break
    }
  }

  private mutating func insert(namesIn bounds: Unknown.Bounds) {
    switch bounds {
    case .values(let values): for value in values { insert(namesIn: value) }
    case .list(let members, let more):
      for member in members { insert(namesIn: member.value) }
      if case .some(_, let example) = more { insert(namesIn: example) }
    case .orNull(let inner): insert(namesIn: inner)
    default: break
    }
  }

  mutating func insert(_ parts: [Part]) {
    var known = names[parts[0].text] ?? []
    if known.contains(where: { Self.same($0, parts) }) { return }
    let place = known.firstIndex { $0.count < parts.count } ?? known.count
    known.insert(parts, at: place)
    names[parts[0].text] = known
  }

  mutating func remove(_ parts: [Part]) {
    guard let index = names[parts[0].text]?.firstIndex(where: { Self.same($0, parts) }) else { return }
    names[parts[0].text]?.remove(at: index)
  }

  func contains(_ parts: [Part]) -> Bool {
    names[parts[0].text]?.contains { Self.same($0, parts) } ?? false
  }

  /// The known names of several words that begin with `word`, the longest first.
  func candidates(startingWith word: String) -> [[Part]] { names[word] ?? [] }

  private static func same(_ a: [Part], _ b: [Part]) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index].text != b[index].text || a[index].spaced != b[index].spaced {
      return false
    }
    return true
  }

  /// nil where no bare name can be written so; such an entry is only reached with `get value`.
  private static func parts(of name: String) -> [Part]? {
    guard let (tokens, bytes) = try? Lexer.tokens(of: name) else { return nil }
    return parts(of: tokens.dropLast(), in: bytes)
  }

  static func parts(of tokens: ArraySlice<Token>, in bytes: [UInt8]) -> [Part]? {
    guard let first = tokens.first, first.kind == .name else { return nil }
    var parts: [Part] = []
    var end = first.range.start
    for token in tokens {
      guard token.mayBeInName else { return nil }
      let text = String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
      parts.append(Part(text: text, spaced: token.range.start > end))
      end = token.range.end
    }
    return parts
  }
}

extension Token {
  var isKeyword: Bool {
    if case .keyword = kind { true } else { false }
  }

  /// DMN 1.5, 10.3.1.2, rules 27 to 31: words, digits and `. / - ' + *`.
  var mayBeInName: Bool {
    switch kind {
    case .name, .keyword, .number: true
    case .sign(let sign): [.dot, .divide, .minus, .plus, .times, .power].contains(sign)
    case .foreign, .string, .end: false
    }
  }
}
