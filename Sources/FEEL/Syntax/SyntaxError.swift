public import Diagnostics

/// Why a text is not a FEEL expression, and where.
public struct SyntaxError: Error, Sendable, Hashable {
  public var kind: Kind
  /// What is wrong, in UTF-8 bytes from the start of the expression's text.
  public var range: TextRange
  /// The sign that was opened and never closed, where that is what is wrong.
  public var opener: TextRange?

  public enum Kind: Sendable, Hashable {
    /// `found` is the user's own text.
    case unexpected(found: String, expected: Expected)
    case unexpectedEnd(expected: Expected)
    /// A bracket that is not closed: what stands where `closer` was expected; nil is the end of the text.
    case unclosed(opener: String, closer: String, found: String?)
    /// A closing bracket that was never opened.
    case unopened(String)
    case unclosedString
    case unclosedComment
    /// Something that other languages write and FEEL writes in another way.
    case foreign(written: String, meant: Foreign)
    /// `1,5`
    case decimalComma(written: String, meant: String)
    /// `1 < x < 5`
    case chainedComparison(String)
    case duplicateEntry(String)
    case numberTooLong(String)
    case invalidEscape(String)
    /// More than `Parser.maximumDepth` levels.
    case tooDeep
    case empty
  }

  /// How FEEL says what was written in another language's way.
  public enum Foreign: Sendable, Hashable {
    case sign(String)
    case word(String)
    case negation
    case doubleQuotes
    case modulo
    case noSemicolon
    case conditional
  }

  public enum Expected: Sendable, Hashable {
    case expression
    case operatorOrEnd
    case name
    case type
    case sign(String)
    case signs(String, String)
    case word(String)
    case stringLiteral
    case test
  }

  init(_ kind: Kind, at range: TextRange, opener: TextRange? = nil) {
    self.kind = kind
    self.range = range
    self.opener = opener
  }
}

extension SyntaxError {
  public func message() -> Text {
    switch kind {
    case .unexpected(let found, let expected):
      Text(
        "oväntat `\(found)`; här väntas \(expected.text.sv)",
        "unexpected `\(found)`; \(expected.text(.english)) was expected here")
    case .unexpectedEnd(let expected):
      Text(
        "uttrycket slutar för tidigt; här väntas \(expected.text.sv)",
        "the expression ends too early; \(expected.text(.english)) was expected here")
    case .unclosed(let opener, let closer, let found):
      if let found {
        Text(
          "`\(opener)` stängs aldrig; här väntas `\(closer)`, inte `\(found)`",
          "`\(opener)` is never closed; `\(closer)` was expected here, not `\(found)`")
      } else {
        Text(
          "`\(opener)` stängs aldrig; `\(closer)` saknas",
          "`\(opener)` is never closed; `\(closer)` is missing")
      }
    case .unopened(let sign):
      Text("`\(sign)` stänger något som aldrig öppnades", "`\(sign)` closes something that was never opened")
    case .unclosedString:
      Text("texten stängs aldrig; ett `\"` saknas", "the string is never closed; a `\"` is missing")
    case .unclosedComment:
      Text("kommentaren stängs aldrig; `*/` saknas", "the comment is never closed; `*/` is missing")
    case .foreign(let written, let meant): meant.message(written)
    case .decimalComma(let written, _):
      Text("`\(written)` har decimalkomma", "`\(written)` has a decimal comma")
    case .chainedComparison(let sign):
      Text(
        "`\(sign)` kan inte följa direkt på en annan jämförelse",
        "`\(sign)` cannot directly follow another comparison")
    case .duplicateEntry(let key):
      Text("`\(key)` står två gånger i samma kontext", "`\(key)` is given twice in the same context")
    case .numberTooLong(let digits):
      Text(
        "talet `\(digits)` är för stort eller för långt", "the number `\(digits)` is too large or too long")
    case .invalidEscape(let escape):
      Text("`\(escape)` är inget tecken", "`\(escape)` is not a character")
    case .tooDeep:
      Text(
        "uttrycket är nästlat djupare än \(Parser.maximumDepth) nivåer",
        "the expression is nested deeper than \(Parser.maximumDepth) levels")
    case .empty: Text("uttrycket är tomt", "the expression is empty")
    }
  }

  /// What to do about it: whole sentences, most useful first.
  public var hints: [Text] {
    switch kind {
    case .foreign(_, let meant): [meant.hint]
    case .decimalComma(_, let meant):
      [
        Text(
          "Tal skrivs med decimalpunkt: `\(meant)`.", "Numbers are written with a decimal point: `\(meant)`.")
      ]
    case .chainedComparison:
      [
        Text(
          "Skriv `x between 1 and 5`, `x in [1..5]` eller två jämförelser med `and` emellan.",
          "Write `x between 1 and 5`, `x in [1..5]` or two comparisons joined by `and`.")
      ]
    case .unclosedString:
      [
        Text(
          "En text står mellan två `\"` på samma rad; ett citattecken inuti skrivs `\\\"`.",
          "A string stands between two `\"` on one line; a quotation mark inside it is written `\\\"`.")
      ]
    case .numberTooLong:
      [Text("Ett tal har högst 34 siffror.", "A number has at most 34 digits.")]
    case .invalidEscape:
      [
        Text(
          "Skriv `\\u` och fyra eller `\\U` och sex hexadecimala siffror.",
          "Write `\\u` with four or `\\U` with six hexadecimal digits.")
      ]
    case .unexpectedEnd(.word("else")), .unexpected(_, .word("else")):
      [Text("Ett `if` har alltid både `then` och `else`.", "An `if` always has both `then` and `else`.")]
    case .tooDeep:
      [
        Text(
          "Dela upp det i flera namngivna fakta.", "Split it into several named facts.")
      ]
    case .empty:
      [Text("Skriv `null` om inget värde menas.", "Write `null` if no value is meant.")]
    case .unexpected, .unexpectedEnd, .unclosed, .unopened, .unclosedComment, .duplicateEntry: []
    }
  }

  /// Other places that belong to it.
  public var related: [(range: TextRange, message: Text)] {
    guard let opener else { return [] }
    return [(opener, Text("öppnas här", "opened here"))]
  }
}

extension SyntaxError.Expected {
  var text: Text {
    switch self {
    case .expression: Text("ett uttryck", "an expression")
    case .operatorOrEnd: Text("en operator eller slutet", "an operator or the end")
    case .name: Text("ett namn", "a name")
    case .type: Text("en typ", "a type")
    case .sign(let sign): Text("`\(sign)`", "`\(sign)`")
    case .signs(let first, let second): Text("`\(first)` eller `\(second)`", "`\(first)` or `\(second)`")
    case .word(let word): Text("`\(word)`", "`\(word)`")
    case .stringLiteral: Text("en text inom citattecken", "a string in quotation marks")
    case .test: Text("ett villkor", "a test")
    }
  }
}

extension SyntaxError.Foreign {
  func message(_ written: String) -> Text {
    switch self {
    case .doubleQuotes:
      Text("`\(written)` är inget citattecken i FEEL", "`\(written)` is not a quotation mark in FEEL")
    default: Text("`\(written)` finns inte i FEEL", "FEEL has no `\(written)`")
    }
  }

  var hint: Text {
    switch self {
    case .sign(let sign): Text("Skriv `\(sign)`.", "Write `\(sign)`.")
    case .word(let word): Text("Skriv `\(word)`.", "Write `\(word)`.")
    case .negation: Text("Skriv `not(…)`.", "Write `not(…)`.")
    case .doubleQuotes:
      Text(
        "Texter står inom raka dubbla citattecken: `\"ja\"`.",
        "Strings stand in straight double quotes: `\"ja\"`.")
    case .modulo: Text("Skriv `modulo(a, b)`.", "Write `modulo(a, b)`.")
    case .noSemicolon:
      Text(
        "Ett uttryck slutar av sig självt; ta bort tecknet.", "An expression ends by itself; remove the sign."
      )
    case .conditional:
      Text("Skriv `if … then … else …`.", "Write `if … then … else …`.")
    }
  }
}
