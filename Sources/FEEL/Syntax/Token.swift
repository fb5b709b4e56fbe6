/// A word, number, string or sign of an expression's text, with its place.
struct Token {
  var kind: Kind
  var range: TextRange

  enum Kind: Equatable {
    case name
    case keyword(Keyword)
    case number
    case string
    case sign(Sign)
    /// A sign that FEEL does not have; the lexer leaves the wording to the parser, which knows the place.
    case foreign
    case end
  }
}

enum Keyword: String {
  case `if`, then, `else`, `for`, `return`, some, every, satisfies, and, or, between, `in`, instance, of
  case function, external, null, `true`, `false`

  /// By bytes, so that no string is made for each word of a text.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first, (2...9).contains(bytes.count), first >= 0x61, first <= 0x7A else {
      return nil
    }
    self.init(rawValue: String(decoding: bytes, as: UTF8.self))
  }
}

enum Sign: String {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case dots = ".."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case power = "**"
  case divide = "/"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case arrow = "->"
  case at = "@"
  case question = "?"

  var comparison: ComparisonOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
}
