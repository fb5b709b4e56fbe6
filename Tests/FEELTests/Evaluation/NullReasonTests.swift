import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("Why null: the reason, its place and its words")
struct NullReasonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: Marked
    var swedish: String
    var english: String
    var testDescription: String { text.text }

    init(_ text: Marked, _ swedish: String, _ english: String) {
      self.text = text
      self.swedish = swedish
      self.english = english
    }
  }

  static let cases: [Case] = [
    Case("1️⃣1 / 02️⃣", "division med noll", "division by zero"),
    Case("2 + 1️⃣(1 / 0)2️⃣ * 3", "division med noll", "division by zero"),
    Case("1️⃣9e6144 * 1002️⃣", "talet är för stort", "the number is too large"),
    Case(
      "1️⃣1 + \"a\"2️⃣", "`+` kan inte användas på ett tal och en text",
      "`+` cannot be used on a number and a string"),
    Case(
      "1️⃣1 < true2️⃣", "`<` kan inte användas på ett tal och sant eller falskt",
      "`<` cannot be used on a number and true or false"),
    Case("1️⃣finns_inte2️⃣ + 1", "namnet `finns_inte` finns inte här", "there is no name `finns_inte` here"),
    Case("{a: 1}.1️⃣b2️⃣", "uppgiften `b` finns inte", "there is no entry `b`"),
    Case("1️⃣räkna2️⃣(1)", "funktionen `räkna` finns inte", "there is no function `räkna`"),
    Case("1️⃣(1)2️⃣(2)", "ett tal är ingen funktion", "a number is not a function"),
    Case("1️⃣[1][2]2️⃣", "listan har inget värde på den platsen", "the list has no item at that place"),
    Case("1️⃣date(\"igår\")2️⃣", "`igår` går inte att tolka", "`igår` cannot be read"),
    Case("1️⃣@\"igår\"2️⃣", "`igår` går inte att tolka", "`igår` cannot be read"),
    Case(
      "1️⃣abs(\"a\")2️⃣", "`abs` tar inte en text som `n`", "`abs` does not take a string as `n`"),
    Case("1️⃣abs()2️⃣", "`abs` kan inte anropas med 0 argument", "`abs` cannot be called with 0 arguments"),
    Case("1️⃣abs(x: 1)2️⃣", "`abs` har ingen parameter `x`", "`abs` has no parameter `x`"),
    Case(
      "1️⃣modulo(dividend: 1)2️⃣", "`divisor` saknas i anropet av `modulo`",
      "`divisor` is missing in the call of `modulo`"),
    Case(
      "1️⃣sum([1, null])2️⃣", "`sum` tar inte en lista där ett värde saknas",
      "`sum` does not take a list in which a value is missing"),
    Case(
      "1️⃣sqrt(-1)2️⃣", "`sqrt` är inte definierad för det värdet av `number`",
      "`sqrt` is not defined for that value of `number`"),
    Case("1️⃣1 instance of belopp2️⃣", "typen `belopp` finns inte", "there is no type `belopp`"),
    Case("1️⃣today()2️⃣", "dagens datum är inte angivet", "today's date is not given"),
    Case("1️⃣now()2️⃣", "`now` stöds inte än", "`now` is not supported yet"),
    Case(
      "some x in [1] satisfies 1️⃣x2️⃣", "ett villkor ska ge sant eller falskt, inte ett tal",
      "a condition gives true or false, not a number"),
  ]

  @Test(arguments: cases)
  func reason(_ example: Case) throws {
    let reason = try #require(try evaluate(example.text.text).nullReason)
    #expect(reason.message()(.swedish) == example.swedish)
    #expect(reason.message()(.english) == example.english)
    #expect(reason.range == TextRange(example.text.offset(1), example.text.offset(2)))
  }

  @Test("a null that no error made has no reason, also after computing with it")
  func plainNull() throws {
    for text in ["null", "null + 1", "null < 1", "true and null", "sum(null)", "null.a", "max([])"] {
      let value = try evaluate(text)
      #expect(value.isNull, "\(text)")
      #expect(value.nullReason == nil, "\(text)")
    }
  }

  @Test("the first reason is the one that stays")
  func first() throws {
    let marked: Marked = "1️⃣1 / 02️⃣ + abs(\"a\")"
    let reason = try #require(try evaluate(marked.text).nullReason)
    #expect(reason.kind == .divisionByZero)
    #expect(reason.range == TextRange(marked.offset(1), marked.offset(2)))
  }

  @Test("errors that FEEL goes on without are listed, by place")
  func errors() throws {
    func errors(_ text: String) throws -> [NullReason.Kind] {
      Evaluator().outcome(of: try parseExpression(text), in: Scope()).errors.map { $0.kind }
    }
    #expect(try errors("if 1 / 0 > 2 then 1 else 2") == [.divisionByZero])
    #expect(
      try errors("count([1, 2][sqrt(-1) = item])") == [
        .wrongArguments(function: "sqrt", .value(parameter: "number"))
      ])
    #expect(try errors("(1 / 0) = null") == [.divisionByZero])
    #expect(try errors("[saknas, 1 / 0]") == [.unknownName("saknas"), .divisionByZero])
    #expect(try errors("1 + 1") == [])
  }
}
