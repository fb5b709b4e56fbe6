/// Puts a value that is no condition into words, with what was read: "andel unga är 30 %". Its verdict is met where the
/// value is known.
///
/// - Parameters: as `traceCondition`.
public func traceValue(
  _ expression: Expression, in scope: Scope, evaluator: Evaluator, vocabulary: Vocabulary,
  locals: [(name: String, path: [String]?)] = []
) -> ConditionTrace {
  var phrasing = Phrasing(vocabulary: vocabulary)
  for local in locals { phrasing.frames.append(.variable(local.name, path: local.path)) }
  phrasing.evaluate = { evaluator.evaluate($0, in: scope) }
  let tracer = Tracer(evaluator: evaluator, vocabulary: vocabulary, root: scope)
  return tracer.value(expression, Tracer.Place(scope: scope, phrasing: phrasing))
}

/// A value as it stands in a text, with the unit or the words that go with the expression it came from.
public func describeValue(
  _ value: Value, of expression: Expression, vocabulary: Vocabulary,
  locals: [(name: String, path: [String]?)] = []
) -> Words {
  var phrasing = Phrasing(vocabulary: vocabulary)
  for local in locals { phrasing.frames.append(.variable(local.name, path: local.path)) }
  var format = phrasing.noun(expression).format
  // The author's own sentence stands around it: texts need no quotes.
  format.isChoice = true
  return ValueWriter(vocabulary: vocabulary).words(value, format)
}
