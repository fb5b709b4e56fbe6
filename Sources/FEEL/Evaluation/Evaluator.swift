/// How much an evaluation may take. Past a limit the result is null with the reason `tooMuch`.
public struct EvaluationLimits: Sendable, Hashable {
  /// Nodes evaluated and values looked at.
  public var steps: Int
  /// Nodes inside nodes, with those of the functions called.
  public var depth: Int
  public var listLength: Int
  /// UTF-8 bytes.
  public var textLength: Int

  public init(
    steps: Int = 2_000_000, depth: Int = 600, listLength: Int = 100_000, textLength: Int = 1_000_000
  ) {
    self.steps = steps
    self.depth = depth
    self.listLength = listLength
    self.textLength = textLength
  }

  public static let standard = EvaluationLimits()
}

/// Evaluates FEEL expressions (DMN 1.5, 10.3.2): values in, a value out, nothing else touched.
///
/// Whatever a fact that is unknown turns out to be, within its bounds, the result lies inside the bounds of the
/// result that is given here.
public struct Evaluator: Sendable {
  public var limits: EvaluationLimits

  public init(limits: EvaluationLimits = .standard) { self.limits = limits }

  /// A result with the errors met on the way, also where FEEL went on without them: the condition of an `if` that
  /// divided by zero, an item that a filter could not test.
  public struct Outcome: Sendable {
    public var value: Value
    /// In the order of their places, each place once.
    public var errors: [NullReason]
  }

  public func evaluate(_ expression: Expression, in scope: Scope) -> Value {
    outcome(of: expression, in: scope).value
  }

  public func outcome(of expression: Expression, in scope: Scope) -> Outcome {
    let evaluation = Evaluation(limits, today: scope.base.today)
    let value = evaluation.evaluate(expression, scope)
    return Outcome(value: evaluation.bounded(value, at: expression.range), errors: evaluation.errors)
  }

  /// Whether `subject` passes the tests: true, false, null or unknown.
  public func evaluateTests(_ tests: Expression.UnaryTests, subject: Value, in scope: Scope) -> Value {
    testOutcome(of: tests, subject: subject, in: scope).value
  }

  public func testOutcome(
    of tests: Expression.UnaryTests, subject: Value, in scope: Scope
  ) -> Outcome {
    let evaluation = Evaluation(limits, today: scope.base.today)
    let value = evaluation.passes(tests, subject, scope)
    return Outcome(value: value, errors: evaluation.errors)
  }
}
