import ExactNumbers
import FEEL
import Testing

@Suite("Nothing that anyone writes stops the parser or the evaluator")
struct RobustnessTests {
  private static let words = [
    "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">",
    ">=", "->", "@",
    "?", "if", "then", "else", "for", "return", "some", "every", "satisfies", "and", "or", "between", "in",
    "instance of",
    "function", "external", "null", "true", "false", "not", "x", "år", "a b", "item", "partial", "1", "0",
    "-1", "2.5", "1e9",
    "9e6144", "1e-6176", "34", "\"a\"", "\"å\"", "\"2026-02-30\"", "@\"2026-01-31\"", "@\"P1Y\"",
    "@\"-P1DT1S\"",
    "@\"10:00:00\"", "[1, 2, 3]", "[1..3]", "{a: 1}", "list<number>", "date",
    "duration(\"P99999999999999Y\")",
    "date(999999999, 12, 31)", "// k\n", "/* */", "\u{2028}", "&&", "'", "𝄞", "\\", "u", "n", "l",
  ]

  private static let facts = Context([
    ("x", .number(3)), ("år", .string("å")), ("a b", .list([.number(1), .null])),
    ("u", unknown("u", .any)), ("n", unknown("n", .number(low: -1, high: nil))),
    ("l", unknown("l", .list([], more: .some(limit: .max, example: unknown("l", .boolean))))),
  ])

  /// Parses and evaluates; gives 1 for an expression, 0 for an error.
  private func attempt(_ text: String, _ names: NameTable) -> Int {
    guard let expression = try? parseExpression(text, names: names) else { return 0 }
    let evaluator = Evaluator(limits: EvaluationLimits(steps: 20_000, listLength: 1_000, textLength: 10_000))
    _ = evaluator.outcome(of: expression, in: Scope(context: Self.facts))
    return 1
  }

  @Test("words put together at random")
  func randomWords() {
    var names = NameTable.standard
    names.insert(namesIn: Self.facts)
    var random = Randomness(seed: 1)
    var read = 0
    for _ in 0..<10_000 {
      var text = ""
      for _ in 0..<(1 + random.below(9)) {
        let isCall = random.chance(12)
        text += isCall ? random.pick(Builtins.names) + "(" : random.pick(Self.words)
        if random.chance(70) { text += " " }
        if isCall { text += random.pick(Self.words) + "," + random.pick(Self.words) + ")" }
      }
      read += attempt(text, names)
      _ = try? parseUnaryTests(text, names: names)
    }
    #expect(read > 500)
  }

  @Test("expressions with one character changed")
  func changed() {
    var random = Randomness(seed: 2)
    var read = 0
    for _ in 0..<6_000 {
      var generator = ExpressionGenerator(random)
      var characters = Array(generator.expression(3))
      random = generator.random
      let place = random.below(characters.count)
      switch random.below(3) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(random.pick(Array("()[]{}.,\"=<>-? å1")), at: place)
      default: characters.swapAt(place, random.below(characters.count))
      }
      read += attempt(String(characters), .standard)
    }
    #expect(read > 500)
  }

  @Test("every built-in with every kind of argument")
  func builtins() {
    let arguments = [
      "null", "true", "1", "-1", "0", "1e6144", "-9223372036854775808", "9223372036854775807", "0.5", "\"\"",
      "\"å\"",
      "\"2026-01-01\"", "@\"2026-01-01\"", "@\"-999999999-01-01\"", "@\"P1Y\"", "@\"-P1D\"", "[]", "[1, 2]",
      "[null, \"a\"]",
      "{}", "{a: {b: 1}}", "[1..2]", "(< 5)", "function(a) a", "function(a, b) a < b", "sum", "u", "n", "l",
      "[u, n, 1]",
    ]
    var names = NameTable.standard
    names.insert(namesIn: Self.facts)
    var read = 0
    for name in Builtins.names {
      for first in arguments {
        read += attempt(name + "(" + first + ")", names)
        for second in arguments { read += attempt(name + "(" + first + ", " + second + ")", names) }
      }
    }
    #expect(read == Builtins.names.count * arguments.count * (arguments.count + 1))
  }
}
