import ExactNumbers
import FEEL
import Testing

/// Whatever the unknown facts turn out to be, the result lies inside the bounds of the unknown result.
@Suite struct UnknownPropertyTests {
  @Test func noFillingInLeavesTheBounds() throws {
    var random = Randomness(seed: 20_260_915)
    var decided = 0
    var unknown = 0
    for _ in 0..<1_500 {
      let world = World(&random)
      let scope = Scope(context: world.unknown())
      let fillings = (0..<6).map { _ in world.filled(&random) }
      for _ in 0..<6 {
        var generator = ExpressionGenerator(random)
        let text = generator.expression(4)
        random = generator.random
        let expression = try parseExpression(text)
        let result = Evaluator().evaluate(expression, in: scope)
        if result.containsUnknown { unknown += 1 } else { decided += 1 }
        for filling in fillings {
          let known = Evaluator().evaluate(expression, in: Scope(context: filling))
          #expect(
            result.mayBecome(known),
            "\(text) gives \(known.literal), which is not in \(describe(result)), with \(Value.context(filling).literal)"
          )
        }
      }
    }
    // Both kinds must be there, or nothing is tested.
    #expect(decided > 1_500)
    #expect(unknown > 1_500)
  }
}

/// A value with the bounds of what is unknown in it.
func describe(_ value: Value) -> String {
  guard case .unknown(let unknown) = value else {
    if case .list(let items) = value { return "[" + items.map(describe).joined(separator: ", ") + "]" }
    return value.literal
  }
  return describe(unknown.bounds)
}

private func describe(_ bounds: Unknown.Bounds) -> String {
  switch bounds {
  case .any: return "any"
  case .boolean: return "boolean"
  case .number(let low, let high): return (low?.text ?? "") + ".." + (high?.text ?? "")
  case .choices(let choices): return "one of " + choices.joined(separator: "|")
  case .values(let values): return "one of " + values.map(describe).joined(separator: "|")
  case .orNull(let inner): return describe(inner) + " or null"
  case .list(let members, let more):
    var parts = members.map { describe($0.value) + ($0.isCertain ? "" : "?") }
    if case .some(let limit, let example) = more {
      parts.append("\(limit.map { String($0) } ?? "any number") of " + describe(example))
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}
