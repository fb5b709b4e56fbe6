import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("What is said of a text that is no expression")
struct SyntaxErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// From 1️⃣ to 2️⃣ is where the error is.
    var text: Marked
    var swedish: String
    var english: String
    var hint: String?
    var testDescription: String { text.text }

    init(_ text: Marked, _ swedish: String, _ english: String, hint: String? = nil) {
      self.text = text
      self.swedish = swedish
      self.english = english
      self.hint = hint
    }
  }

  static let cases: [Case] = [
    Case(
      "1 +1️⃣2️⃣", "uttrycket slutar för tidigt; här väntas ett uttryck",
      "the expression ends too early; an expression was expected here"),
    Case("1️⃣2️⃣", "uttrycket är tomt", "the expression is empty", hint: "Skriv `null` om inget värde menas."),
    Case(
      "a 1️⃣b2️⃣", "oväntat `b`; här väntas en operator eller slutet",
      "unexpected `b`; an operator or the end was expected here"),
    Case("1️⃣(2️⃣1 + 2", "`(` stängs aldrig; `)` saknas", "`(` is never closed; `)` is missing"),
    Case(
      "f(1, 2 1️⃣]2️⃣", "`(` stängs aldrig; här väntas `)`, inte `]`",
      "`(` is never closed; `)` was expected here, not `]`"),
    Case("a = 1 1️⃣)2️⃣", "`)` stänger något som aldrig öppnades", "`)` closes something that was never opened"),
    Case(
      "1️⃣\"ja2️⃣", "texten stängs aldrig; ett `\"` saknas", "the string is never closed; a `\"` is missing",
      hint: "En text står mellan två `\"` på samma rad; ett citattecken inuti skrivs `\\\"`."),
    Case(
      "1 1️⃣/*2️⃣ mer", "kommentaren stängs aldrig; `*/` saknas", "the comment is never closed; `*/` is missing"),
    Case("a 1️⃣==2️⃣ b", "`==` finns inte i FEEL", "FEEL has no `==`", hint: "Skriv `=`."),
    Case("a 1️⃣<>2️⃣ b", "`<>` finns inte i FEEL", "FEEL has no `<>`", hint: "Skriv `!=`."),
    Case("a 1️⃣=>2️⃣ b", "`=>` finns inte i FEEL", "FEEL has no `=>`", hint: "Skriv `>=`."),
    Case("a 1️⃣&&2️⃣ b", "`&&` finns inte i FEEL", "FEEL has no `&&`", hint: "Skriv `and`."),
    Case("a 1️⃣||2️⃣ b", "`||` finns inte i FEEL", "FEEL has no `||`", hint: "Skriv `or`."),
    Case("a 1️⃣och2️⃣ b", "`och` finns inte i FEEL", "FEEL has no `och`", hint: "Skriv `and`."),
    Case("1️⃣!2️⃣a", "`!` finns inte i FEEL", "FEEL has no `!`", hint: "Skriv `not(…)`."),
    Case("1️⃣not2️⃣ a", "`not a` finns inte i FEEL", "FEEL has no `not a`", hint: "Skriv `not(…)`."),
    Case("a 1️⃣≥2️⃣ 1", "`≥` finns inte i FEEL", "FEEL has no `≥`", hint: "Skriv `>=`."),
    Case("a 1️⃣%2️⃣ 2", "`%` finns inte i FEEL", "FEEL has no `%`", hint: "Skriv `modulo(a, b)`."),
    Case("a 1️⃣?2️⃣ b : c", "`?` finns inte i FEEL", "FEEL has no `?`", hint: "Skriv `if … then … else …`."),
    Case(
      "a1️⃣;2️⃣", "`;` finns inte i FEEL", "FEEL has no `;`",
      hint: "Ett uttryck slutar av sig självt; ta bort tecknet."),
    Case(
      "a = 1️⃣'2️⃣ja'", "`'` är inget citattecken i FEEL", "`'` is not a quotation mark in FEEL",
      hint: "Texter står inom raka dubbla citattecken: `\"ja\"`."),
    Case(
      "a = 1️⃣”2️⃣ja”", "`”` är inget citattecken i FEEL", "`”` is not a quotation mark in FEEL",
      hint: "Texter står inom raka dubbla citattecken: `\"ja\"`."),
    Case(
      "x > 1️⃣1,52️⃣", "`1,5` har decimalkomma", "`1,5` has a decimal comma",
      hint: "Tal skrivs med decimalpunkt: `1.5`."),
    Case(
      "1 < x 1️⃣<2️⃣ 5", "`<` kan inte följa direkt på en annan jämförelse",
      "`<` cannot directly follow another comparison",
      hint: "Skriv `x between 1 and 5`, `x in [1..5]` eller två jämförelser med `and` emellan."),
    Case(
      "if a then b1️⃣2️⃣", "uttrycket slutar för tidigt; här väntas `else`",
      "the expression ends too early; `else` was expected here",
      hint: "Ett `if` har alltid både `then` och `else`."),
    Case(
      "for x 1️⃣return2️⃣ 1", "oväntat `return`; här väntas `in`", "unexpected `return`; `in` was expected here"),
    Case(
      "{a: 1, 1️⃣a2️⃣: 2}", "`a` står två gånger i samma kontext", "`a` is given twice in the same context"),
    Case(
      "x instance of 1️⃣12️⃣", "oväntat `1`; här väntas en typ", "unexpected `1`; a type was expected here"),
    Case("a.1️⃣12️⃣", "oväntat `1`; här väntas ett namn", "unexpected `1`; a name was expected here"),
    Case(
      "\"1️⃣\\uZZZZ2️⃣\"", "`\\uZZZZ` är inget tecken", "`\\uZZZZ` is not a character",
      hint: "Skriv `\\u` och fyra eller `\\U` och sex hexadecimala siffror."),
    Case(
      "1️⃣9e99992️⃣", "talet `9e9999` är för stort eller för långt",
      "the number `9e9999` is too large or too long",
      hint: "Ett tal har högst 34 siffror."),
  ]

  @Test(arguments: cases)
  func message(_ example: Case) throws {
    let error = try #require(throws: SyntaxError.self) { try parseExpression(example.text.text) }
    #expect(error.message()(.swedish) == example.swedish)
    #expect(error.message()(.english) == example.english)
    #expect(error.hints.first?(.swedish) == example.hint)
    #expect(error.hints.allSatisfy { $0.isTranslated(to: .english) })
    #expect(error.range == TextRange(example.text.offset(1), example.text.offset(2)))
  }

  @Test("an unclosed bracket points at where it was opened")
  func opener() throws {
    let marked: Marked = "count(1️⃣[2️⃣1, 2 and 3) > 1"
    let error = try #require(throws: SyntaxError.self) { try parseExpression(marked.text) }
    #expect(error.related.count == 1)
    #expect(error.related.first?.range == TextRange(marked.offset(1), marked.offset(2)))
    #expect(error.related.first?.message(.swedish) == "öppnas här")
  }

  @Test("500 levels are read, 501 are not", arguments: ["(", "-", "[", "f(", "a[", "if a then b else "])
  func depth(opener: String) throws {
    let closer = ["(": ")", "[": "]", "f(": ")", "a[": "]"][opener] ?? ""
    func nested(_ levels: Int) -> String {
      String(repeating: opener, count: levels) + "1" + String(repeating: closer, count: levels)
    }
    _ = try parseExpression(nested(500))
    let error = try #require(throws: SyntaxError.self) { try parseExpression(nested(501)) }
    #expect(error.kind == .tooDeep)
    #expect(error.message()(.swedish) == "uttrycket är nästlat djupare än 500 nivåer")
    #expect(error.message()(.english) == "the expression is nested deeper than 500 levels")
  }

  @Test("a chain of operators is as deep as it is long")
  func chains() throws {
    func chain(_ length: Int) -> String { String(repeating: "1 + ", count: length) + "1" }
    #expect(try feel(chain(500)) == "501")
    let error = try #require(throws: SyntaxError.self) { try parseExpression(chain(501)) }
    #expect(error.kind == .tooDeep)
  }
}
