public import ExactNumbers

extension Unknown {
  /// The numbers that it may turn out to be, nil ends unbounded, and whether it may be null instead; nil where it may
  /// be something else than a number.
  public var numberRange: (low: Decimal?, high: Decimal?, mayBeNull: Bool)? {
    NumberInterval(bounds).map { ($0.low, $0.high, $0.mayBeNull) }
  }

  /// The list that it may turn out to be: its members and how many more; whether it may be null instead. nil where
  /// nothing is known of a list.
  public var listRange: (members: [Member], more: More, mayBeNull: Bool)? {
    switch bounds {
    case .list(let members, let more): (members, more, false)
    case .orNull(.list(let members, let more)): (members, more, true)
    case .values:
      ListView(.unknown(self)).map { ($0.members, $0.more, $0.mayBeNull) }
    case .any, .boolean, .number, .choices, .orNull: nil
    }
  }
}

/// The numbers that a value may turn out to be; nil ends are unbounded.
///
/// Rounding half to even is monotone, so computing with the ends gives ends that hold for every number between
/// them. A number beyond 10^6144, where FEEL gives null, is left out of account: no form accepts one.
struct NumberInterval {
  var low: Decimal?
  var high: Decimal?
  /// Whether the value may turn out to be null instead.
  var mayBeNull = false

  init(_ low: Decimal?, _ high: Decimal?, mayBeNull: Bool = false) {
    self.low = low
    self.high = high
    self.mayBeNull = mayBeNull
  }

  /// nil where the value may be something else than a number or null.
  init?(_ value: Value) {
    switch value {
    case .number(let number): self.init(number, number)
    case .unknown(let unknown): self.init(unknown.bounds)
    default: return nil
    }
  }

  init?(_ bounds: Unknown.Bounds) {
    switch bounds {
    case .number(let low, let high): self.init(low, high)
    case .values(let values):
      var result: NumberInterval?
      var mayBeNull = false
      for value in values {
        // What fails is not just missing.
        if value.nullReason != nil { return nil }
        if value.isNull {
          mayBeNull = true
        } else if let next = NumberInterval(value) {
          result = result?.hull(next) ?? next
        } else {
          return nil
        }
      }
      guard var result else { return nil }
      result.mayBeNull = mayBeNull
      self = result
    case .orNull(let inner):
      guard let interval = NumberInterval(inner) else { return nil }
      self = interval
      mayBeNull = true
    case .any, .boolean, .choices, .list: return nil
    }
  }

  func hull(_ other: NumberInterval) -> NumberInterval {
    NumberInterval(
      Self.combined(low, other.low) { min($0, $1) }, Self.combined(high, other.high) { max($0, $1) },
      mayBeNull: mayBeNull || other.mayBeNull)
  }

  private static func combined(
    _ a: Decimal?, _ b: Decimal?, _ choose: (Decimal, Decimal) -> Decimal
  ) -> Decimal? {
    guard let a, let b else { return nil }
    return choose(a, b)
  }

  func contains(_ number: Decimal) -> Bool {
    if let low, number < low { return false }
    if let high, number > high { return false }
    return true
  }

  /// The value that stands for it: a number where there is only one.
  func value(_ causes: [Unknown.Cause]) -> Value {
    if let low, let high, low == high {
      return mayBeNull
        ? .unknown(Unknown(causes: causes, bounds: .values([.number(low), .null]))) : .number(low)
    }
    let bounds = Unknown.Bounds.number(low: low, high: high)
    return .unknown(Unknown(causes: causes, bounds: mayBeNull ? .orNull(bounds) : bounds))
  }
}

// MARK: Arithmetic

extension NumberInterval {
  var negated: NumberInterval {
    NumberInterval(high?.negated, low?.negated, mayBeNull: mayBeNull)
  }

  /// nil where an end has no result, or where the divisor may be zero.
  static func compute(
    _ operation: ArithmeticOperator, _ a: NumberInterval, _ b: NumberInterval
  ) -> NumberInterval? {
    var result: NumberInterval?
    switch operation {
    case .add: result = sum(a, b)
    case .subtract: result = sum(a, b.negated)
    case .multiply: result = extremes(a, b) { product($0, $1) }
    case .divide:
      if b.contains(0) { return nil }
      result = extremes(a, b) { quotient($0, $1) }
    case .power: result = power(a, b)
    }
    result?.mayBeNull = a.mayBeNull || b.mayBeNull
    return result
  }

  private static func sum(_ a: NumberInterval, _ b: NumberInterval) -> NumberInterval? {
    do throws(ArithmeticError) {
      var result = NumberInterval(nil, nil)
      if let x = a.low, let y = b.low { result.low = try x.adding(y) }
      if let x = a.high, let y = b.high { result.high = try x.adding(y) }
      return result
    } catch {
      return nil
    }
  }

  /// An end of an interval as a factor or divisor.
  private enum End {
    case finite(Decimal)
    case minusInfinity, plusInfinity

    var sign: Int {
      switch self {
      case .finite(let number): number.sign
      case .minusInfinity: -1
      case .plusInfinity: 1
      }
    }
  }

  private var ends: [End] {
    [low.map { .finite($0) } ?? .minusInfinity, high.map { .finite($0) } ?? .plusInfinity]
  }

  /// Both operations are monotone in each operand on either side of zero, so the extremes lie at the ends.
  private static func extremes(
    _ a: NumberInterval, _ b: NumberInterval, _ operation: (End, End) -> End?
  ) -> NumberInterval? {
    var low: Decimal?
    var high: Decimal?
    var openBelow = false
    var openAbove = false
    for x in a.ends {
      for y in b.ends {
        guard let end = operation(x, y) else { return nil }
        switch end {
        case .finite(let number):
          low = low.map { min($0, number) } ?? number
          high = high.map { max($0, number) } ?? number
        case .minusInfinity: openBelow = true
        case .plusInfinity: openAbove = true
        }
      }
    }
    return NumberInterval(openBelow ? nil : low, openAbove ? nil : high)
  }

  private static func infinity(_ sign: Int) -> End {
    sign == 0 ? .finite(0) : sign < 0 ? .minusInfinity : .plusInfinity
  }

  private static func product(_ x: End, _ y: End) -> End? {
    if case .finite(let a) = x, case .finite(let b) = y {
      guard let product = try? a.multiplied(by: b) else { return nil }
      return .finite(product)
    }
    return infinity(x.sign * y.sign)
  }

  private static func quotient(_ x: End, _ y: End) -> End? {
    switch (x, y) {
    case (.finite(let a), .finite(let b)):
      guard let quotient = try? a.divided(by: b) else { return nil }
      return .finite(quotient)
    case (_, .finite(let b)): return infinity(x.sign * b.sign)
    // Toward an unbounded divisor the quotient nears zero, and never passes it.
    case (.finite, _): return .finite(0)
    // Both unbounded: anything between zero and infinity; zero comes from the other corners.
    default: return infinity(x.sign * y.sign)
    }
  }

  /// Only where it is monotone and safe: a base that is not negative, and a known whole exponent above zero.
  private static func power(_ a: NumberInterval, _ b: NumberInterval) -> NumberInterval? {
    guard let exponent = b.low, b.high == exponent, exponent.isInteger, exponent > 0,
      let low = a.low, low >= 0, let least = try? low.power(exponent)
    else { return nil }
    guard let high = a.high else { return NumberInterval(least, nil) }
    guard let most = try? high.power(exponent) else { return nil }
    return NumberInterval(least, most)
  }
}
