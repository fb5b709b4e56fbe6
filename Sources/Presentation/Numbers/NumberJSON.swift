internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Numbers in JSON: exact, and as people read them in Swedish. The same in every language.
enum NumberJSON {
  /// `{"exact": "125/9", "shown": "13,9"}`
  static func number(_ value: Rational, decimals: Int = 1) -> JSON {
    ["exact": .string(value.text), "shown": .string(ShownNumber.short(value, decimals: decimals, .swedish))]
  }

  static func optional(_ value: Rational?) -> JSON { value.map { number($0) } ?? .null }

  /// The same with a shown text of its own, such as one of parts that add up.
  static func number(_ value: Rational, shown: String) -> JSON {
    ["exact": .string(value.text), "shown": .string(shown)]
  }

  static func interval(_ value: Interval, decimals: Int = 1) -> JSON {
    ["low": number(value.low, decimals: decimals), "high": number(value.high, decimals: decimals)]
  }

  /// A share from 0 to 1.
  static func share(_ value: Interval) -> JSON { interval(value, decimals: 3) }

  /// With `quality`: `exact` where both ends are attained, `bound` where they are only never left.
  static func interval(_ value: Interval, _ quality: IntervalQuality) -> JSON {
    [
      "low": number(value.low), "high": number(value.high),
      "quality": .string(quality == .exact ? "exact" : "bound"),
    ]
  }
}

/// FEEL values in JSON. A number too large for a fraction stands as a decimal in `exact`; what is unknown says what it may be.
enum ValueJSON {
  static func value(_ value: Value) -> JSON {
    switch value {
    case .null(nil): return .null
    case .null(let reason?): return ["error": reason.message().json]
    case .boolean(let boolean): return .bool(boolean)
    case .number(let number): return self.number(number)
    case .string(let string): return .string(string)
    case .date(let date): return .string(date.text)
    case .yearsMonths, .daysTime, .range, .function: return .string(value.literal)
    case .list(let items): return .array(items.map(self.value))
    case .context(let context):
      return .object(context.entries.map { JSON.Member($0.key, self.value($0.value)) })
    case .unknown(let unknown): return ["unknown": bounds(unknown.bounds)]
    }
  }

  /// A value by itself; null for groups and lists of them, which stand in the proposal.
  static func single(_ value: Value) -> JSON {
    switch value {
    case .context: .null
    case .list(let items): items.contains { $0.kind == .context } ? .null : self.value(value)
    default: self.value(value)
    }
  }

  static func number(_ number: Decimal) -> JSON {
    let exact = (try? Rational(number))?.text ?? number.text
    return ["exact": .string(exact), "shown": .string(NumberWords.number(number, .swedish, decimals: 2))]
  }

  private static func bounds(_ bounds: Unknown.Bounds) -> JSON {
    switch bounds {
    case .any: return ["kind": "any"]
    case .boolean: return ["kind": "boolean"]
    case .number(let low, let high):
      return ["kind": "number", "low": low.map(number) ?? .null, "high": high.map(number) ?? .null]
    case .choices(let choices): return ["kind": "choices", "choices": .array(choices.map { .string($0) })]
    case .values(let values): return ["kind": "values", "values": .array(values.map(value))]
    case .list: return ["kind": "list"]
    case .orNull(let inner): return ["kind": "or-null", "or": self.bounds(inner)]
    }
  }
}
