extension Evaluation {
  /// `and` and `or` (DMN 1.5, table 50), with unknown as the set of the truth values that are possible.
  func junction(
    _ left: Expression, _ right: Expression, isAnd: Bool, _ scope: Scope, at range: TextRange
  ) -> Value {
    let first = evaluate(left, scope)
    if case .boolean(let boolean) = first, boolean != isAnd { return first }
    let second = evaluate(right, scope)
    if case .boolean = first, case .boolean = second { return second }
    let (a, b) = (Truth(first), Truth(second))
    let result = isAnd ? a.and(b) : a.or(b)
    if result == .null {
      if first.kind == .unknown || second.kind == .unknown {
        return eachPossible(first, second) { x, y in
          null(from: x, y) { self.notBoolean(isAnd ? "and" : "or", x, y, at: range) }
        }
      }
      return null(from: first, second) { self.notBoolean(isAnd ? "and" : "or", first, second, at: range) }
    }
    return result.value(Unknown.merged(a.isKnown ? [] : first.causes, b.isKnown ? [] : second.causes))
  }

  private func notBoolean(
    _ operation: String, _ first: Value, _ second: Value, at range: TextRange
  ) -> Value {
    fail(.operandTypes(operation: operation, first.kind, second.kind), at: range)
  }

  /// The null that an operation on these gives: the first one with a reason; else a plain one where an operand is
  /// plain null; else a new error.
  func null(from first: Value, _ second: Value, otherwise: () -> Value) -> Value {
    if first.nullReason != nil { return first }
    if second.nullReason != nil { return second }
    return first.isNull || second.isNull ? .null : otherwise()
  }

  func negated(_ value: Value) -> Truth { Truth(value).negated }

  func conditional(
    _ condition: Expression, _ yes: Expression, _ no: Expression, _ scope: Scope, at range: TextRange
  ) -> Value {
    let value = evaluate(condition, scope)
    switch value {
    case .boolean(let boolean): return evaluate(boolean ? yes : no, scope)
    // FEEL goes on with `else` where the condition is null.
    case .null: return evaluate(no, scope)
    case .unknown(let unknown):
      let truth = Truth(value)
      if !truth.canBeTrue { return evaluate(no, scope) }
      return tryingOut { hull(evaluate(yes, scope), evaluate(no, scope), causes: unknown.causes) }
    default:
      _ = fail(.notACondition(value.kind), at: condition.range)
      return evaluate(no, scope)
    }
  }

  /// Runs `body` for values that are only possible: what fails there is not an error of the evaluation.
  func tryingOut<Result>(_ body: () -> Result) -> Result {
    trials += 1
    defer { trials -= 1 }
    return body()
  }
}
