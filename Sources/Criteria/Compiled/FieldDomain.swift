import ExactNumbers
public import FEEL

extension Field {
  /// Every value that the form accepts here, where they are few enough to try them all: choices, yes and no, whole
  /// numbers between bounds; null where `!ej-tillämpligt` may stand. Nil where they are more than `limit`, or
  /// without end.
  public func domain(atMost limit: Int = 4096) -> [Value]? {
    guard var values = type.domain(atMost: limit) else { return nil }
    if allowsNotApplicable { values.append(.null) }
    return values.count <= limit ? values : nil
  }

  /// What a missing value of the field may turn out to be.
  var bounds: Unknown.Bounds {
    guard let bounds = type.bounds else { return .any }
    return allowsNotApplicable ? bounds.orNull : bounds
  }
}

extension Unknown.Bounds {
  /// These bounds, or null.
  var orNull: Unknown.Bounds {
    switch self {
    case .any, .orNull: return self
    case .values(let values):
      for case .null in values { return self }
      return .values(values + [.null])
    case .boolean, .number, .choices, .list: return .orNull(self)
    }
  }
}

extension FieldType {
  fileprivate func domain(atMost limit: Int) -> [Value]? {
    switch self {
    case .boolean: return [.boolean(false), .boolean(true)]
    case .choice(let choices): return choices.map { .string($0.id) }
    case .integer(let low?, let high?, _):
      guard high >= low, UInt64(bitPattern: high &- low) < UInt64(limit) else { return nil }
      return (low...high).map { .number(Decimal($0)) }
    default: return nil
    }
  }

  /// Nil where anything may stand. A field with a single value that may stand may also be left without one.
  fileprivate var bounds: Unknown.Bounds? {
    switch self {
    case .boolean: return .boolean
    case .choice(let choices):
      if choices.count > 1 { return .choices(choices.map { $0.id }) }
      return .values(choices.map { .string($0.id) } + [.null])
    case .integer(let low, let high, _):
      return FieldType.bounds(low.map { Decimal($0) }, high.map { Decimal($0) })
    case .decimal(let low, let high, _): return FieldType.bounds(low, high)
    case .text, .id, .date, .reference, .documents, .list, .group: return nil
    }
  }

  private static func bounds(_ low: Decimal?, _ high: Decimal?) -> Unknown.Bounds? {
    if let low, low == high { return .values([.number(low), .null]) }
    return .number(low: low, high: high)
  }
}
