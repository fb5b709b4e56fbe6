/// Splits an expression's text into tokens. FEEL's names may hold spaces and operators, so a name here is only
/// one word of it; the parser joins the words with the help of the names that are in scope.
struct Lexer {
  let bytes: [UInt8]
  private var position = 0
  private(set) var tokens: [Token] = []

  static func tokens(of text: String) throws(SyntaxError) -> (tokens: [Token], bytes: [UInt8]) {
    var lexer = Lexer(bytes: Array(text.utf8))
    try lexer.run()
    return (lexer.tokens, lexer.bytes)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() throws(SyntaxError) {
    tokens.reserveCapacity(bytes.count / 3 + 1)
    while true {
      try skipBlanks()
      guard position < bytes.count else { break }
      try scanToken()
    }
    add(.end, from: bytes.count)
  }

  private mutating func scanToken() throws(SyntaxError) {
    let start = position
    let byte = bytes[position]
    switch byte {
    case 0x30...0x39: scanNumber()
    case 0x22: try scanString()
    case UInt8(ascii: "."):
      // `.5` is a number, but not in `a.5`, `)` `.5` or after another dot.
      if digit(at: position + 1), !followsOperand { scanNumber() } else { scanSign() }
    default:
      let scalar = self.scalar(at: position)
      if scalar.value.isNameStart, byte != UInt8(ascii: "?") { scanName() } else { scanSign() }
    }
    assert(position > start)
  }

  private var followsOperand: Bool {
    guard let last = tokens.last, last.range.end == position else { return false }
    switch last.kind {
    case .name, .number, .string, .sign(.closeParenthesis), .sign(.closeBracket), .sign(.closeBrace),
      .sign(.dot), .sign(.dots):
      return last.kind != .sign(.dots)
    default: return false
    }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: TextRange(start, position)))
  }

  // MARK: Blanks and comments

  private mutating func skipBlanks() throws(SyntaxError) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        position += 1
      } else if byte == UInt8(ascii: "/"), self.byte(at: position + 1) == UInt8(ascii: "/") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else if byte == UInt8(ascii: "/"), self.byte(at: position + 1) == UInt8(ascii: "*") {
        try skipComment()
      } else if byte >= 0x80, scalar(at: position).value.isBlank {
        position += width(at: position)
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(SyntaxError) {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), byte(at: position + 1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    throw SyntaxError(.unclosedComment, at: TextRange(start, start + 2))
  }

  // MARK: Words, numbers, strings, signs

  private mutating func scanName() {
    let start = position
    while position < bytes.count, scalar(at: position).value.isNamePart { position += width(at: position) }
    let kind: Token.Kind = Keyword(bytes[start..<position]).map { .keyword($0) } ?? .name
    add(kind, from: start)
  }

  private mutating func scanNumber() {
    let start = position
    while digit(at: position) { position += 1 }
    if byte(at: position) == UInt8(ascii: "."), digit(at: position + 1) {
      position += 1
      while digit(at: position) { position += 1 }
    }
    if let mark = byte(at: position), mark | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: position + 1)
      let signed = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if digit(at: position + (signed ? 2 : 1)) {
        position += signed ? 2 : 1
        while digit(at: position) { position += 1 }
      }
    }
    add(.number, from: start)
  }

  private mutating func scanString() throws(SyntaxError) {
    let start = position
    position += 1
    while let byte = byte(at: position) {
      if byte == 0x0A || byte == 0x0D { break }
      position += byte == UInt8(ascii: "\\") && position + 1 < bytes.count ? 2 : 1
      if byte == 0x22 {
        add(.string, from: start)
        return
      }
    }
    throw SyntaxError(.unclosedString, at: TextRange(start, min(position, bytes.count)))
  }

  private mutating func scanSign() {
    let start = position
    let first = bytes[position]
    let second = byte(at: position + 1) ?? 0
    let pair: Sign? =
      switch (first, second) {
      case (UInt8(ascii: "."), UInt8(ascii: ".")): .dots
      case (UInt8(ascii: "*"), UInt8(ascii: "*")): .power
      case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
      case (UInt8(ascii: "-"), UInt8(ascii: ">")): .arrow
      default: nil
      }
    if let pair {
      position += 2
      add(.sign(pair), from: start)
      return
    }
    if first < 0x80, let sign = Sign(rawValue: String(Character(Unicode.Scalar(first)))) {
      position += 1
      add(.sign(sign), from: start)
      return
    }
    position += width(at: position)
    if first == second, first == UInt8(ascii: "&") || first == UInt8(ascii: "|") { position += 1 }
    add(.foreign, from: start)
  }

  // MARK: Bytes

  private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func digit(at index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }

  private func width(at index: Int) -> Int {
    let byte = bytes[index]
    let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(width, bytes.count - index)
  }

  /// INVARIANT: the bytes are those of a String, so they are valid UTF-8.
  private func scalar(at index: Int) -> Unicode.Scalar {
    let byte = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { UInt32(self.byte(at: index + offset) ?? 0x80) & 0x3F }
    let value: UInt32 =
      switch width(at: index) {
      case 1: byte
      case 2: (byte & 0x1F) << 6 | next(1)
      case 3: (byte & 0x0F) << 12 | next(1) << 6 | next(2)
      default: (byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

/// The classes of characters of DMN 1.5, 10.3.1.2, rules 28, 29 and 60.
extension UInt32 {
  var isNameStart: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3F: true
    case 0x00...0xBF: false
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x167F, 0x1681...0x180D,
      0x180F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFEFE, 0xFF00...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  var isNamePart: Bool {
    switch self {
    case 0x3F: false
    case 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart
    }
  }

  var isBlank: Bool {
    switch self {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
