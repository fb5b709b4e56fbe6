import ExactNumbers
import FEEL

/// A value of the cases: `{"t": "number", "v": "12.5"}`.
struct TypedValue: Decodable {
  var t: String
  var value: Value

  private enum CodingKeys: CodingKey { case t, v }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    t = try container.decode(String.self, forKey: .t)
    switch t {
    case "null": value = .null
    case "boolean": value = .boolean(try container.decode(Bool.self, forKey: .v))
    case "string": value = .string(try container.decode(String.self, forKey: .v))
    case "list": value = .list(try container.decode([TypedValue].self, forKey: .v).map { $0.value })
    case "context":
      let entries = try container.decode([String: TypedValue].self, forKey: .v)
      value = .context(Context(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }))
    default:
      let text = try container.decode(String.self, forKey: .v)
      guard let parsed = Self.parse(text, t) else {
        throw DecodingError.dataCorruptedError(forKey: .v, in: container, debugDescription: text)
      }
      value = parsed
    }
  }

  private static func parse(_ text: String, _ type: String) -> Value? {
    switch type {
    case "number": Decimal(text).map { .number($0) }
    case "date": CalendarDate(text).map { .date($0) }
    case "ymd", "dtd": DurationText.value(text)
    // Kept as text until the engine has times: such a value then equals nothing.
    case "time", "dateTime": .string("@" + text)
    default: nil
    }
  }

  /// Numbers compare within 1e-8, as the kit does.
  func matches(_ other: Value) -> Bool {
    t != "time" && t != "dateTime" && Self.match(value, other)
  }

  private static func match(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      guard let difference = try? x.subtracting(y) else { return false }
      return difference.magnitude <= tolerance
    case (.list(let x), .list(let y)): return x.count == y.count && zip(x, y).allSatisfy { match($0, $1) }
    case (.context(let x), .context(let y)):
      return x.entries.count == y.entries.count
        && x.entries.allSatisfy { entry in y[entry.key].map { match(entry.value, $0) } ?? false }
    default: return a.isSame(as: b)
    }
  }

  private static let tolerance = Decimal("0.00000001") ?? .zero
}

/// The type that a decision of the cases declares: a name, or a description.
indirect enum ConformanceType: Decodable {
  case named(String)
  case list(ConformanceType)
  case context([String: ConformanceType])
  case any

  private enum CodingKeys: CodingKey { case base, collection, components }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self = .named(name)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var type = ConformanceType.any
    if let components = try container.decodeIfPresent([String: ConformanceType].self, forKey: .components) {
      type = .context(components)
    } else if let base = try container.decodeIfPresent(ConformanceType.self, forKey: .base) {
      type = base
    }
    let isList = try container.decodeIfPresent(Bool.self, forKey: .collection) ?? false
    self = isList ? .list(type) : type
  }

  /// What a decision of this type gives for `value` (DMN 1.5, 10.3.2.9.4): null where it does not conform.
  func coerced(_ value: Value) -> Value {
    if value.isNull || accepts(value) { return value }
    if case .list(let items) = value, items.count == 1, accepts(items[0]) { return items[0] }
    if case .list(let element) = self, element.accepts(value) { return .list([value]) }
    return .null
  }

  private func accepts(_ value: Value) -> Bool {
    if value.isNull { return true }
    switch self {
    case .any, .named("Any"): return true
    case .list(let element):
      guard case .list(let items) = value else { return false }
      return items.allSatisfy { element.accepts($0) }
    case .context(let components):
      guard case .context(let context) = value else { return false }
      return components.allSatisfy { key, type in context[key].map { type.accepts($0) } ?? false }
    case .named(let name):
      return switch value {
      case .boolean: name == "boolean"
      case .number: name == "number"
      case .string: name == "string"
      case .date: name == "date"
      case .yearsMonths: name == "years and months duration"
      case .daysTime: name == "days and time duration"
      default: false
      }
    }
  }
}
