import Diagnostics
import ExactNumbers
import FEEL

/// One line of the cases.
struct ConformanceNode: Decodable {
  var id: String
  var caseID: String
  var folder: String
  var inputs: [String: TypedValue]
  var expression: String?
  var table: ConformanceTable?
  var expected: TypedValue
  var declaredType: DeclaredType?

  private enum CodingKeys: String, CodingKey {
    case id, folder, inputs, expression, table, expected
    case caseID = "case_id"
    case declaredType = "declared_type"
  }

  struct DeclaredType: Decodable {
    var type: ConformanceType?
  }
}

struct ConformanceTable: Decodable {
  var hitPolicy: String
  var aggregation: String?
  var inputs: [Input]
  var outputs: [Output]
  var rules: [Rule]

  struct Input: Decodable {
    var expression: String
  }

  struct Output: Decodable {
    var name: String?
    var values: String?
    var `default`: String?
  }

  struct Rule: Decodable {
    var tests: [String]
    var outputs: [String]
  }
}

extension ConformanceNode {
  func run() -> FEELConformance.NodeResult {
    let context = Context(inputs.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) })
    var names = NameTable.standard
    names.insert(namesIn: context)
    let today = CalendarDate(year: 2026, month: 9, day: 15)
    let scope = Scope(context: context, today: today)
    var result = FEELConformance.NodeResult(
      id: id, expression: expression ?? "(table)", expected: expected.value.literal, got: "", reason: nil,
      passes: false, needs: needs(names))
    do throws(SyntaxError) {
      var value = try evaluate(names, scope)
      result.reason = value.nullReason
      if let type = declaredType?.type { value = type.coerced(value) }
      result.got = value.literal
      result.passes = expected.matches(value)
    } catch {
      // The kit counts what cannot be parsed as null.
      result.got = "null (" + error.message()(.english) + ")"
      result.passes = expected.value.isNull && expected.t == "null"
    }
    return result
  }

  private func evaluate(_ names: NameTable, _ scope: Scope) throws(SyntaxError) -> Value {
    if let table { return try Evaluator().evaluate(table.parsed(names), in: scope) }
    return try Evaluator().evaluate(parseExpression(expression ?? "", names: names), in: scope)
  }
}

extension ConformanceTable {
  func parsed(_ names: NameTable) throws(SyntaxError) -> DecisionTable {
    var parsedInputs: [Expression] = []
    for input in inputs { parsedInputs.append(try parseExpression(input.expression, names: names)) }
    var parsedOutputs: [DecisionTable.Output] = []
    for output in outputs {
      let values = try output.values.map { text throws(SyntaxError) in
        try parseUnaryTests(text, names: names).expressions
      }
      let standard = try output.default.map { text throws(SyntaxError) in
        try parseExpression(text, names: names)
      }
      parsedOutputs.append(DecisionTable.Output(name: output.name, values: values ?? [], standard: standard))
    }
    var parsedRules: [DecisionTable.Rule] = []
    for rule in rules {
      var tests: [Expression.UnaryTests] = []
      for test in rule.tests { tests.append(try parseUnaryTests(test, names: names)) }
      var outputs: [Expression] = []
      for output in rule.outputs { outputs.append(try parseExpression(output, names: names)) }
      parsedRules.append(DecisionTable.Rule(tests: tests, outputs: outputs))
    }
    return DecisionTable(
      hitPolicy: policy, inputs: parsedInputs, outputs: parsedOutputs, rules: parsedRules)
  }

  private var policy: DecisionTable.HitPolicy {
    switch hitPolicy {
    case "ANY": .any
    case "PRIORITY": .priority
    case "FIRST": .first
    case "RULE ORDER": .ruleOrder
    case "OUTPUT ORDER": .outputOrder
    case "COLLECT": .collect(aggregation.flatMap { DecisionTable.Aggregation(rawValue: $0.lowercased()) })
    default: .unique
    }
  }
}
