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
          if !result.mayBecome(known) {
            Issue.record(
              """
              \(text) gives \(known.literal), which is not in \(describe(result)), with \
              \(Value.context(filling).literal)
              """)
          }
        }
      }
    }
    // Both kinds must be there, or nothing is tested.
    #expect(decided > 1_500)
    #expect(unknown > 1_500)
  }
}
