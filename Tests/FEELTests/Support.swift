import Diagnostics
import ExactNumbers
import FEEL

/// Evaluates `text` over `facts` and gives the result as FEEL writes it.
func feel(
  _ text: String, _ facts: [(key: String, value: Value)] = [], today: CalendarDate? = nil
) throws(SyntaxError) -> String {
  try evaluate(text, facts, today: today).literal
}

func evaluate(
  _ text: String, _ facts: [(key: String, value: Value)] = [], today: CalendarDate? = nil,
  limits: EvaluationLimits = .standard
) throws(SyntaxError) -> Value {
  let context = Context(facts)
  var names = NameTable.standard
  names.insert(namesIn: context)
  let expression = try parseExpression(text, names: names)
  return Evaluator(limits: limits).evaluate(expression, in: Scope(context: context, today: today))
}

/// A value written as FEEL.
func value(_ text: String) throws(SyntaxError) -> Value { try evaluate(text) }

/// Something unknown that comes from the field `name`.
func unknown(_ name: String, _ bounds: Unknown.Bounds) -> Value {
  .unknown(Unknown(causes: [.field(FieldPath([.name(name)]))], bounds: bounds))
}

/// A value with the bounds of what is unknown in it, in a short form of the tests' own.
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
  case .choices(let choices): return choices.joined(separator: "|")
  case .values(let values): return values.map(describe).joined(separator: "|")
  case .orNull(let inner): return describe(inner) + "|null"
  case .list(let members, let more):
    var parts = members.map { describe($0.value) + ($0.isCertain ? "" : "?") }
    if case .some(let limit, let example) = more {
      parts.append((limit.map { String($0) } ?? "*") + " of " + describe(example))
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

/// The names of the fields that a value's unknown parts come from.
func causes(_ value: Value) -> [String] {
  value.causes.map { cause in
    switch cause {
    case .field(let path): path.text
    case .document(let id): "document " + id
    case .judgement(let id, _): "judgement " + id
    }
  }
}
