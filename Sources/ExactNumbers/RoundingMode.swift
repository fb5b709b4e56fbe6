/// Where a number between two neighbours goes.
///
/// The names are those of the FEEL rounding functions and of the decimal arithmetic specification; `halfUp` and
/// `up` mean away from zero, so that −5.5 and 5.5 round alike.
public enum RoundingMode: Sendable, Hashable, CaseIterable {
  /// Toward zero.
  case down
  /// Away from zero.
  case up
  /// To the nearer; a tie goes away from zero.
  case halfUp
  /// To the nearer; a tie goes toward zero.
  case halfDown
  /// To the nearer; a tie goes to the neighbour whose last digit is even.
  case halfEven
  /// Toward negative infinity.
  case floor
  /// Toward positive infinity.
  case ceiling

  /// Whether a magnitude that was cut off must grow by one in its last place.
  ///
  /// - Parameter discarded: how the part cut off compares with half a unit of the last place kept.
  func increments(negative: Bool, lastDigitIsOdd: Bool, discarded: Discarded) -> Bool {
    if discarded == .nothing { return false }
    switch self {
    case .down: return false
    case .up: return true
    case .floor: return negative
    case .ceiling: return !negative
    case .halfUp: return discarded != .lessThanHalf
    case .halfDown: return discarded == .moreThanHalf
    case .halfEven: return discarded == .moreThanHalf || (discarded == .half && lastDigitIsOdd)
    }
  }
}

/// What rounding cuts off, compared with half a unit in the last place that stays.
enum Discarded {
  case nothing, lessThanHalf, half, moreThanHalf

  init(_ remainder: UInt128, of divisor: UInt128, inexact: Bool) {
    let half = divisor / 2  // INVARIANT: the divisor is a power of ten above 1, so it is even
    if remainder > half {
      self = .moreThanHalf
    } else if remainder == half {
      self = inexact ? .moreThanHalf : .half
    } else {
      self = remainder == 0 && !inexact ? .nothing : .lessThanHalf
    }
  }
}
