public import ExactNumbers

/// Everything from `low` to `high`, both included. A known value has equal ends.
public struct Interval: Sendable, Hashable {
  public var low: Rational
  public var high: Rational

  /// INVARIANT: low ≤ high.
  public init(_ low: Rational, _ high: Rational) {
    self.low = low
    self.high = high
  }

  public init(_ value: Rational) {
    self.low = value
    self.high = value
  }

  public static let zero = Interval(.zero)

  public var isKnown: Bool { low == high }

  public func hull(_ other: Interval) -> Interval {
    Interval(min(low, other.low), max(high, other.high))
  }

  public func adding(_ other: Interval) throws(ArithmeticError) -> Interval {
    Interval(try low.adding(other.low), try high.adding(other.high))
  }

  /// End by end: what must be added to `other` to give this. Its ends need not be in order.
  public func difference(from other: Interval) throws(ArithmeticError) -> (low: Rational, high: Rational) {
    (try low.subtracting(other.low), try high.subtracting(other.high))
  }

  /// `factor` is not negative.
  public func scaled(by factor: Rational) throws(ArithmeticError) -> Interval {
    Interval(try low.multiplied(by: factor), try high.multiplied(by: factor))
  }

  public func clamped(from floor: Rational, to cap: Rational) -> Interval {
    Interval(min(max(low, floor), cap), min(max(high, floor), cap))
  }
}

/// Whether an interval's ends are attained by filling-ins that the form accepts, or only never left.
public enum IntervalQuality: Sendable, Hashable {
  /// Known, or found by trying every filling-in: both ends are attained.
  case exact
  /// No filling-in leaves it; the ends may not be attained.
  case bound
}
