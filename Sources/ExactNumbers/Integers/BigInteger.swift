/// An integer of any size.
struct BigInteger: Sendable, Hashable {
  let isNegative: Bool
  let magnitude: Natural

  static let zero = BigInteger(false, .zero)

  /// Zero is never negative.
  init(_ negative: Bool, _ magnitude: Natural) {
    isNegative = negative && !magnitude.isZero
    self.magnitude = magnitude
  }

  init(_ value: Int64) { self.init(value < 0, Natural(value.magnitude)) }

  var isZero: Bool { magnitude.isZero }

  var negated: BigInteger { BigInteger(!isNegative, magnitude) }

  func adding(_ other: BigInteger) -> BigInteger {
    if isNegative == other.isNegative { return BigInteger(isNegative, magnitude.adding(other.magnitude)) }
    return magnitude.compared(to: other.magnitude) >= 0
      ? BigInteger(isNegative, magnitude.subtracting(other.magnitude))
      : BigInteger(other.isNegative, other.magnitude.subtracting(magnitude))
  }

  func subtracting(_ other: BigInteger) -> BigInteger { adding(other.negated) }

  func multiplied(by other: BigInteger) -> BigInteger {
    BigInteger(isNegative != other.isNegative, magnitude.multiplied(by: other.magnitude))
  }

  func multiplied(by other: Natural) -> BigInteger {
    BigInteger(isNegative, magnitude.multiplied(by: other))
  }

  /// The quotient cut off toward zero. INVARIANT: the divisor is not zero.
  func quotient(dividingBy divisor: Natural) -> BigInteger {
    BigInteger(isNegative, magnitude.quotientAndRemainder(dividingBy: divisor).quotient)
  }

  func shiftedLeft(by bits: Int) -> BigInteger { BigInteger(isNegative, magnitude.shiftedLeft(by: bits)) }

  /// Divided by 2^bits and cut off toward zero.
  func shiftedRight(by bits: Int) -> BigInteger { BigInteger(isNegative, magnitude.shiftedRight(by: bits)) }

  /// −1, 0 or 1.
  func compared(to other: BigInteger) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let order = magnitude.compared(to: other.magnitude)
    return isNegative ? -order : order
  }
}
