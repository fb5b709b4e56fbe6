import Diagnostics
import FEEL
import Testing

@Suite("What an evaluation may take")
struct LimitTests {
  private func limit(_ text: String, _ limits: EvaluationLimits = .standard) throws -> NullReason.Kind? {
    try evaluate(text, limits: limits).nullReason?.kind
  }

  private let few = EvaluationLimits(steps: 200_000)

  @Test("steps end loops inside loops")
  func steps() throws {
    let text = "some a in 1..10000, b in 1..10000 satisfies a + b = 0"
    #expect(try limit(text, few) == .tooMuch(.steps))
    #expect(
      try limit("count(for a in 1..100 return a) = 100", EvaluationLimits(steps: 50)) == .tooMuch(.steps))
  }

  @Test("lists have a longest length")
  func listLength() throws {
    #expect(try limit("for a in 1..1000000 return a") == .tooMuch(.listLength))
    #expect(try limit("for a in 1..400, b in 1..400 return a") == .tooMuch(.listLength))
  }

  @Test("strings have a longest length")
  func textLength() throws {
    let doubling = "for i in 1..40 return if i = 1 then \"ab\" else partial[-1] + partial[-1]"
    #expect(try limit("(" + doubling + ")[40]") == .tooMuch(.textLength))
    #expect(try limit("string join(for i in 1..90000 return \"tolv tecken!\")") == .tooMuch(.textLength))
  }

  @Test("values that share their parts cannot grow without end")
  func sharedParts() throws {
    let doubling = "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]"
    #expect(try limit("(" + doubling + ")[60] = 1", few) == .tooMuch(.steps))
    let nesting = "for i in 1..600 return if i = 1 then [1] else [partial[-1]]"
    let outcome = Evaluator(limits: EvaluationLimits(steps: 400_000)).outcome(
      of: try parseExpression(nesting), in: Scope())
    #expect(outcome.errors.contains { $0.kind == .tooMuch(.depth) })
    let entries = (1...60).map { "e\($0): [e\($0 - 1), e\($0 - 1)]" }.joined(separator: ", ")
    #expect(try limit("{e0: 1, " + entries + "}", few) == .tooMuch(.steps))
  }

  @Test("functions that call one another have a deepest level")
  func depth() throws {
    let nested = String(repeating: "(function(x) ", count: 200) + "x" + String(repeating: ")", count: 200)
    _ = try evaluate(nested)
    let text = "{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), y: f(f, 5000)}.y"
    #expect(try limit(text) == .tooMuch(.depth))
    #expect(try feel("{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), y: f(f, 50)}.y") == "50")
  }

  @Test("walking through long lists and strings counts, however few nodes there are")
  func work() throws {
    let lists = "every a in 1..100000 satisfies (some b in 1..100000 satisfies true)"
    #expect(try limit(lists, few) == .tooMuch(.steps))
    #expect(
      try limit("{l: for i in 1..90000 return i, x: every a in 1..90000 satisfies count(l) > 0}.x", few)
        == .tooMuch(.steps))
    #expect(try limit("@\"P1M\" * -9223372036854775808") == .numberOutOfRange)
  }

  @Test("the limits have words")
  func words() {
    let words: [(NullReason.Limit, String, String)] = [
      (.steps, "beräkningen tar för många steg", "the computation takes too many steps"),
      (.depth, "beräkningen är för djupt nästlad", "the computation is nested too deep"),
      (.listLength, "listan blir för lång", "the list becomes too long"),
      (.textLength, "texten blir för lång", "the string becomes too long"),
    ]
    for (limit, swedish, english) in words {
      let message = NullReason(.tooMuch(limit), at: TextRange(0, 0)).message()
      #expect(message(.swedish) == swedish)
      #expect(message(.english) == english)
    }
  }
}
