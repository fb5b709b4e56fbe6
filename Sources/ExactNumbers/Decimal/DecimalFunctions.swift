// Every result is the exact value rounded half to even. The functions are computed in fixed point with an error
// bound, and again with more bits where the bound leaves the last digit open (A. Ziv, ACM TOMS 17(3), 1991).
extension Decimal {
  /// The square root, correctly rounded. Throws `.invalid` below zero.
  public func squareRoot() throws(ArithmeticError) -> Decimal {
    if isZero { return .zero }
    if isNegative { throw .invalid }
    // A radicand of 70 or 71 digits and an even exponent has a root of 35 or 36 digits.
    let digits = PowersOfTen.digitCount(coefficient)
    var scale = 70 - digits
    if (exponent - scale) % 2 != 0 { scale += 1 }
    let first = 38 - digits
    let radicand = (coefficient * PowersOfTen[first]).multipliedFullWidth(by: PowersOfTen[scale - first])
    let root = Decimal.integerRoot(radicand)
    let rootExponent = (exponent - scale) / 2
    let square = root.multipliedFullWidth(by: root)
    if square.high == radicand.high && square.low == radicand.low {
      let (shortest, shortestExponent) = Decimal.withoutTrailingZeros(root, rootExponent, upTo: 0)
      return try Decimal(rounding: false, shortest, shortestExponent)
    }
    return try Decimal(rounding: false, root, rootExponent, inexact: true)
  }

  /// e to the power of the number, correctly rounded. Throws `.overflow`.
  public func exponential() throws(ArithmeticError) -> Decimal {
    if isZero || adjustedExponent < -40 { return .one }
    if adjustedExponent > 5 { return try Decimal.beyondRange(large: !isNegative) }
    let (coefficient, exponent) = reduced
    let number = BigInteger(isNegative, Natural(coefficient))
    return try Decimal.exponential { bits in
      number.shiftedLeft(by: bits).timesPowerOfTen(exponent)
    }
  }

  /// The natural logarithm, correctly rounded. Throws `.invalid` for zero and below.
  public func naturalLogarithm() throws(ArithmeticError) -> Decimal {
    if sign <= 0 { throw .invalid }
    if self == .one { return .zero }
    let (coefficient, exponent) = reduced
    // Near 1 the logarithm is about as small as the distance from 1: as many more bits are wanted.
    let distance = try subtracting(.one).adjustedExponent
    let extra = distance < 0 ? -distance * 10 / 3 + 4 : 0
    var result = Decimal.zero
    for precision in Decimal.precisions {
      let bits = precision + extra + 64
      let logarithm = FixedPoint.logarithm(coefficient, exponent, bits: bits)
      let bounds = try Decimal.bounds(logarithm, bits: bits, timesTenTo: 0)
      result = bounds.low
      // The logarithm of a fraction other than 1 is irrational, so some precision decides.
      if bounds.low == bounds.high { break }
    }
    return result
  }

  /// The number to any power, correctly rounded.
  ///
  /// x^0 is 1, also for x = 0, as in IEEE 754-2019 §9.2.1. Throws `.divisionByZero` for a negative power of zero,
  /// `.invalid` for a power with a fraction of a negative number, and `.overflow`.
  public func power(_ power: Decimal) throws(ArithmeticError) -> Decimal {
    if power.isZero { return .one }
    if isZero {
      if power.isNegative { throw .divisionByZero }
      return .zero
    }
    if !isNegative { return try powerOfMagnitude(power) }
    if !power.isInteger { throw .invalid }
    let result = try powerOfMagnitude(power)
    return try power.modulo(2).isZero ? result : result.negated
  }

  /// |self|^power, for numbers other than zero.
  private func powerOfMagnitude(_ power: Decimal) throws(ArithmeticError) -> Decimal {
    let (coefficient, exponent) = reduced
    if coefficient == 1 && exponent == 0 { return .one }
    if let whole = power.integer(), whole.magnitude <= 20_000,
      coefficient == 1 || PowersOfTen.digitCount(coefficient) * Int(whole.magnitude) <= 38
    {
      var product: UInt128 = 1
      if coefficient > 1 { for _ in 0..<whole.magnitude { product *= coefficient } }
      if whole > 0 { return try Decimal(rounding: false, product, exponent * whole) }
      return try Decimal(BigInteger(1), dividedBy: Natural(product), timesTenTo: exponent * whole)
    }
    // |ln x| is between 10^−34 and 14,300 for any x but 1.
    if power.adjustedExponent < -46 { return .one }
    let grows = (adjustedExponent >= 0) != power.isNegative
    if power.adjustedExponent > 40 { return try Decimal.beyondRange(large: grows) }
    let (powerCoefficient, powerExponent) = power.reduced
    let factor = BigInteger(power.isNegative, Natural(powerCoefficient))
    let extra = max(power.adjustedExponent + 1, 0) * 10 / 3 + 4
    return try Decimal.exponential { bits in
      FixedPoint.logarithm(coefficient, exponent, bits: bits + extra)
        .multiplied(by: factor).timesPowerOfTen(powerExponent).shiftedRight(by: extra)
    }
  }

  /// Bits that are right after the point, tried in turn. Only an exact tie stays open to the last.
  private static let precisions = [160, 320, 640]

  /// e^argument, where the argument is wanted in units of 2^−bits, within 2^40 units.
  private static func exponential(
    of argument: (_ bits: Int) -> BigInteger
  ) throws(ArithmeticError) -> Decimal {
    var bounds = (low: Decimal.zero, high: Decimal.zero)
    for precision in precisions {
      let bits = precision + 64
      let exponent = argument(bits)
      if exponent.magnitude.bitWidth > bits + 15 { return try beyondRange(large: !exponent.isNegative) }
      // e^x = 10^k × e^r with 0 ≤ r < ln 10.
      let ln10 = FixedPoint.logarithmOfTen(bits: bits)
      var (quotient, rest) = exponent.magnitude.quotientAndRemainder(dividingBy: ln10)
      if exponent.isNegative {
        quotient = quotient.adding(.one)
        rest = ln10.subtracting(rest)
      }
      let tens = Int(quotient.word ?? 0) * (exponent.isNegative ? -1 : 1)
      let value = FixedPoint.exponential(rest, bits: bits)
      bounds = try Decimal.bounds(BigInteger(false, value), bits: bits, timesTenTo: tens)
      if bounds.low == bounds.high { return bounds.low }
    }
    // Still open after 640 bits: the value is a tie, as 2^98 to the power −0.5 is, and goes to the even neighbour.
    return bounds.low.coefficient & 1 == 0 ? bounds.low : bounds.high
  }

  /// The decimals nearest to both ends of value ± 2^64 units of 2^−bits, times 10^exponent.
  private static func bounds(
    _ value: BigInteger, bits: Int, timesTenTo exponent: Int
  ) throws(ArithmeticError) -> (low: Decimal, high: Decimal) {
    let error = BigInteger(false, Natural.one.shiftedLeft(by: 64))
    let unit = Natural.one.shiftedLeft(by: bits)
    return (
      try Decimal(value.subtracting(error), dividedBy: unit, timesTenTo: exponent),
      try Decimal(value.adding(error), dividedBy: unit, timesTenTo: exponent)
    )
  }

  private static func beyondRange(large: Bool) throws(ArithmeticError) -> Decimal {
    if large { throw .overflow }
    return .zero
  }

  /// The root of a number of up to 236 bits, cut off to an integer.
  private static func integerRoot(_ radicand: (high: UInt128, low: UInt128)) -> UInt128 {
    let bits =
      radicand.high == 0 ? 128 - radicand.low.leadingZeroBitCount : 256 - radicand.high.leadingZeroBitCount
    // Newton's iteration from above falls until it has reached the root.
    var root = UInt128(1) << UInt128((bits + 1) / 2)
    while true {
      let next = (root + root.dividingFullWidth(radicand).quotient) >> 1
      if next >= root { return root }
      root = next
    }
  }
}

extension BigInteger {
  /// Times 10^exponent, cut off toward zero.
  fileprivate func timesPowerOfTen(_ exponent: Int) -> BigInteger {
    exponent >= 0
      ? multiplied(by: Natural.powerOfTen(exponent)) : quotient(dividingBy: Natural.powerOfTen(-exponent))
  }
}
