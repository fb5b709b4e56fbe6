import ExactNumbers
import FEEL
import Testing

@Suite("Decision tables")
struct DecisionTableTests {
  /// One input, `ålder`, and one output.
  private func table(
    _ policy: DecisionTable.HitPolicy, _ rules: [(String, String)], priorities: [String] = [],
    standard: String? = nil
  ) throws -> DecisionTable {
    DecisionTable(
      hitPolicy: policy, inputs: [try parseExpression("ålder")],
      outputs: [
        DecisionTable.Output(
          name: nil, values: try priorities.map { try parseExpression($0) },
          standard: try standard.map { try parseExpression($0) })
      ],
      rules: try rules.map {
        DecisionTable.Rule(tests: [try parseUnaryTests($0.0)], outputs: [try parseExpression($0.1)])
      })
  }

  private func run(_ table: DecisionTable, _ age: Value) -> String {
    describe(Evaluator().evaluate(table, in: Scope(context: Context([("ålder", age)]))))
  }

  private let overlapping = [(">= 16", "\"b\""), ("[16..24]", "\"a\""), ("> 60", "\"c\"")]

  @Test func oneResult() throws {
    #expect(run(try table(.unique, overlapping), .number(30)) == "\"b\"")
    #expect(run(try table(.unique, overlapping), .number(20)) == "null")
    #expect(run(try table(.unique, overlapping), .number(5)) == "null")
    #expect(run(try table(.unique, overlapping, standard: "0"), .number(5)) == "0")
    #expect(run(try table(.first, overlapping), .number(20)) == "\"b\"")
    #expect(run(try table(.any, overlapping), .number(20)) == "null")
    #expect(run(try table(.any, [("> 1", "1"), ("> 2", "1")]), .number(3)) == "1")
    #expect(
      run(try table(.priority, overlapping, priorities: ["\"c\"", "\"a\"", "\"b\""]), .number(20)) == "\"a\"")
  }

  @Test func severalResults() throws {
    #expect(run(try table(.ruleOrder, overlapping), .number(20)) == "[\"b\", \"a\"]")
    #expect(
      run(try table(.outputOrder, overlapping, priorities: ["\"a\"", "\"b\""]), .number(20))
        == "[\"a\", \"b\"]")
    #expect(run(try table(.collect(nil), overlapping), .number(5)) == "[]")
    let points = [(">= 16", "10"), ("[16..24]", "5"), ("-", "1")]
    #expect(run(try table(.collect(.sum), points), .number(20)) == "16")
    #expect(run(try table(.collect(.min), points), .number(30)) == "1")
    #expect(run(try table(.collect(.max), points), .number(30)) == "10")
    #expect(run(try table(.collect(.count), points), .number(5)) == "1")
  }

  @Test("where it is unknown which rules hold, every result that may come out is inside")
  func unknownInput() throws {
    let age = unknown("ålder", .number(low: 20, high: 30))
    #expect(run(try table(.first, overlapping), age) == "\"b\"")
    #expect(run(try table(.unique, overlapping), age) == "\"b\"|\"a\"|null")
    #expect(run(try table(.collect(.sum), [(">= 16", "10"), ("< 25", "5")]), age) == "10|15")
    #expect(run(try table(.collect(.count), overlapping), age) == "1..2")
    #expect(run(try table(.ruleOrder, overlapping), age) == "{\"b\", \"a\"?}")
  }

  @Test("several outputs make a context")
  func contexts() throws {
    let table = DecisionTable(
      hitPolicy: .unique, inputs: [try parseExpression("ålder")],
      outputs: [
        DecisionTable.Output(name: "a"), DecisionTable.Output(name: "b", standard: try parseExpression("9")),
      ],
      rules: [
        DecisionTable.Rule(
          tests: [try parseUnaryTests("< 5")], outputs: [try parseExpression("1"), try parseExpression("2")])
      ])
    #expect(run(table, .number(1)) == "{a: 1, b: 2}")
    #expect(run(table, .number(9)) == "{a: null, b: 9}")
  }

  @Test(
    "unary tests on their own",
    arguments: [
      ("-", "1", "true"), ("1, 2", "2", "true"), ("not(1, 2)", "2", "false"), ("not(1, 2)", "3", "true"),
      ("> 1", "null", "null"), ("? > 1 and ? < 3", "2", "true"), ("[1, 2, 3]", "2", "true"),
      ("\"a\"", "\"b\"", "false"),
      ("null", "null", "true"), ("starts with(?, \"a\")", "\"abc\"", "true"), ("1 + 1", "2", "true"),
      ("1 = 1", "\"x\"", "true"), ("true", "false", "false"),
    ])
  func unaryTests(cell: String, subject: String, expected: String) throws {
    let result = Evaluator().evaluateTests(
      try parseUnaryTests(cell), subject: try value(subject), in: Scope())
    #expect(result.literal == expected)
  }
}
