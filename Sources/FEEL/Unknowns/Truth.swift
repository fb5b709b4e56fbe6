/// The truth values that a condition may turn out to have: one of them where everything is known.
/// FEEL's third truth value is null (DMN 1.5, 10.3.2.9); *unknown* is a set of more than one.
struct Truth: Hashable {
  private var bits: UInt8

  static let yes = Truth(bits: 1)
  static let no = Truth(bits: 2)
  static let null = Truth(bits: 4)
  static let never = Truth(bits: 0)
  static let yesOrNo = Truth(bits: 3)
  static let any = Truth(bits: 7)

  init(_ boolean: Bool) { bits = boolean ? 1 : 2 }

  private init(bits: UInt8) { self.bits = bits }

  var canBeTrue: Bool { bits & 1 != 0 }
  var canBeFalse: Bool { bits & 2 != 0 }
  var canBeNull: Bool { bits & 4 != 0 }
  var isKnown: Bool { bits & (bits &- 1) == 0 }
  var isTrue: Bool { bits == 1 }
  var isFalse: Bool { bits == 2 }

  func union(_ other: Truth) -> Truth { Truth(bits: bits | other.bits) }

  /// Kleene: false if one is false, else null if one is null.
  func and(_ other: Truth) -> Truth {
    var result: UInt8 = 0
    if canBeTrue && other.canBeTrue { result |= 1 }
    if canBeFalse || other.canBeFalse { result |= 2 }
    if (canBeNull && (other.canBeNull || other.canBeTrue)) || (other.canBeNull && canBeTrue) { result |= 4 }
    return Truth(bits: result)
  }

  func or(_ other: Truth) -> Truth { negated.and(other.negated).negated }

  var negated: Truth {
    Truth(bits: (bits & 4) | (bits & 1) << 1 | (bits & 2) >> 1)
  }
}

extension Truth {
  /// What `value` is as a condition: anything that is not a boolean counts as null.
  init(_ value: Value) {
    switch value {
    case .boolean(let boolean): self.init(boolean)
    case .unknown(let unknown): self.init(unknown.bounds)
    default: self = .null
    }
  }

  private init(_ bounds: Unknown.Bounds) {
    switch bounds {
    case .any: self = .any
    case .boolean: self = .yesOrNo
    case .number, .choices, .list: self = .null
    case .values(let values): self = values.reduce(.never) { $0.union(Truth($1)) }
    case .orNull(let inner): self = Truth(inner).union(.null)
    }
  }

  /// The value that stands for these truth values, which come from `causes` where there are several.
  func value(_ causes: @autoclosure () -> [Unknown.Cause], reason: NullReason? = nil) -> Value {
    switch self {
    case .yes: .boolean(true)
    case .no: .boolean(false)
    case .null, .never: .null(reason)
    case .yesOrNo: .unknown(Unknown(causes: causes(), bounds: .boolean))
    case .any: .unknown(Unknown(causes: causes(), bounds: .orNull(.boolean)))
    default:
      .unknown(
        Unknown(causes: causes(), bounds: .values([.boolean(canBeTrue), .null])))
    }
  }
}
