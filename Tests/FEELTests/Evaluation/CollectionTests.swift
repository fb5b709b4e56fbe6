import ExactNumbers
import FEEL
import Testing

@Suite("Lists, contexts, loops and functions")
struct CollectionTests {
  @Test(
    "filters",
    arguments: [
      ("[1, 2, 3][item > 1]", "[2, 3]"), ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"),
      ("[1, 2, 3][4]", "null"),
      ("[1, 2, 3][0]", "null"), ("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]"),
      ("[{a: 1}, {b: 2}][b > 1]", "[{b: 2}]"),
      ("[{a: 1}][item.a = 1]", "[{a: 1}]"), ("5[item > 1]", "[5]"), ("5[1]", "5"), ("null[1]", "null"),
      ("[1, 2, 3][null]", "[]"), ("[][1]", "null"), ("{i: 2, x: [10, 20, 30][i]}.x", "20"),
      ("{i: 1, x: [{i: true}, {i: false}][i]}.x", "[{i: true}]"),
    ])
  func filters(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "paths",
    arguments: [
      ("{a: {b: 1}}.a.b", "1"), ("[{a: 1}, {a: 2}].a", "[1, 2]"), ("[{a: 1}, {}].a", "[1, null]"),
      ("{a: 1}.b", "null"), ("null.a", "null"), ("1.a", "null"), ("[1..5].start", "1"),
      ("[1..5).end included", "false"), ("@\"2026-08-01\".weekday", "6"), ("@\"2026-08-01\".year", "2026"),
      ("@\"P1Y2M\".months", "2"), ("@\"P1DT2H3M4.5S\".seconds", "4.5"), ("@\"-P1DT2H\".hours", "-2"),
    ])
  func paths(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "loops",
    arguments: [
      ("for x in [1, 2, 3] return x * 2", "[2, 4, 6]"),
      ("for x in 1..3, y in x..3 return x * y", "[1, 2, 3, 4, 6, 9]"),
      ("for i in 3..1 return i", "[3, 2, 1]"), ("for i in (1..4) return i", "[2, 3]"),
      ("for i in 1..6 return if i < 3 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3, 5, 8]"),
      ("for d in @\"2026-02-27\"..@\"2026-03-01\" return d", "[2026-02-27, 2026-02-28, 2026-03-01]"),
      ("for x in 5 return x", "[5]"), ("for x in null return x", "null"),
      ("for x in [\"a\"..\"c\"] return x", "null"),
      ("some x in [1, 2] satisfies x > 1", "true"), ("every x in [1, 2] satisfies x > 1", "false"),
      ("some x in [] satisfies x", "false"), ("every x in [] satisfies x", "true"),
      ("some x in [1, null] satisfies x > 1", "null"), ("some x in [null, 2] satisfies x > 1", "true"),
      ("some x in [1, 2], y in [2, 3] satisfies x > y", "false"),
    ])
  func loops(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "contexts and functions",
    arguments: [
      ("{a: 1, b: a + 1, c: {d: b}}", "{a: 1, b: 2, c: {d: 2}}"), ("{f: function(x) x + 1, y: f(2)}.y", "3"),
      ("(function(a, b) a - b)(b: 1, a: 3)", "2"), ("(function(a) a)(1, 2)", "null"),
      ("(function(a: string) a)(1)", "null"), ("(function(a: number) a)([1])", "1"),
      ("{min: function(a) 42, y: min(1)}.y", "42"), ("{count: 3, y: count([1])}.y", "1"),
      ("[3, 1, 2][item = min([3, 1, 2])]", "[1]"), ("{a: 1, f: function(b) a + b, g: f(2)}.g", "3"),
      ("(function(a) external {})(1)", "null"),
    ])
  func functions(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "instance of",
    arguments: [
      ("1 instance of number", "true"), ("null instance of number", "false"),
      ("[1, 2] instance of list<number>", "true"),
      ("[1, \"a\"] instance of list<number>", "false"), ("{a: 1} instance of context<a: number>", "true"),
      ("{a: 1} instance of context<b: number>", "false"), ("[1..2] instance of range<number>", "true"),
      ("@\"P1Y\" instance of years and months duration", "true"), ("1 instance of Any", "true"),
      ("(function(a) a) instance of function<Any>->Any", "true"), ("1 instance of ogiltig", "null"),
    ])
  func types(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test("names come from bindings, then from the context, then from the built-ins")
  func names() throws {
    let scope = Scope(context: Context([("a", .number(1)), ("b", .number(2))]))
    let expression = try parseExpression("[a, b]")
    let result = Evaluator().evaluate(expression, in: scope.binding("a", to: .string("x")))
    #expect(result.literal == "[\"x\", 2]")
    // The scope that the binding was made from is as it was.
    #expect(Evaluator().evaluate(expression, in: scope).literal == "[1, 2]")
    #expect(try feel("sum instance of function<Any>->Any") == "true")
  }

  @Test("functions of the host come after FEEL's own")
  func host() throws {
    let host = Host { name, arguments, _ in
      name == "judgement" || name == "count"
        ? .string(arguments.map { $0.literal }.joined(separator: "+")) : nil
    }
    let scope = Scope(host: host)
    func run(_ text: String) throws -> String {
      Evaluator().evaluate(try parseExpression(text), in: scope).literal
    }
    #expect(try run("judgement(\"a\", 1 + 1)") == #""\"a\"+2""#)
    #expect(try run("count([1])") == "1")
    #expect(try run("annat(1)") == "null")
  }

  @Test("a context from the user's data keeps its origin through paths and filters")
  func origin() throws {
    let path = FieldPath([.name("organisationer"), .item(1)])
    let organisation = Value.context(Context([("namn", .string("A"))], origin: path))
    let result = try evaluate("organisationer[namn = \"A\"][1]", [("organisationer", .list([organisation]))])
    guard case .context(let context) = result else {
      Issue.record("\(result.literal)")
      return
    }
    #expect(context.origin == path)
  }
}
