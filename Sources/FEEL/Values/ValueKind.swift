public import Diagnostics

/// What sort of value a value is, for messages.
public enum ValueKind: Sendable, Hashable {
  case null, boolean, number, string, date, yearsMonths, daysTime, list, context, range, function, unknown

  /// With its article, as inside a sentence.
  public var name: Text {
    switch self {
    case .null: Text("inget värde", "no value")
    case .boolean: Text("sant eller falskt", "true or false")
    case .number: Text("ett tal", "a number")
    case .string: Text("en text", "a string")
    case .date: Text("ett datum", "a date")
    case .yearsMonths: Text("en tid i år och månader", "a duration in years and months")
    case .daysTime: Text("en tid i dagar", "a duration in days")
    case .list: Text("en lista", "a list")
    case .context: Text("en kontext", "a context")
    case .range: Text("ett intervall", "a range")
    case .function: Text("en funktion", "a function")
    case .unknown: Text("något okänt", "something unknown")
    }
  }
}

extension Value {
  public var kind: ValueKind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .yearsMonths: .yearsMonths
    case .daysTime: .daysTime
    case .list: .list
    case .context: .context
    case .range: .range
    case .function: .function
    case .unknown: .unknown
    }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// Why an error made this null; nil for every other value, and for an ordinary null.
  public var nullReason: NullReason? {
    if case .null(let reason) = self { reason } else { nil }
  }
}
