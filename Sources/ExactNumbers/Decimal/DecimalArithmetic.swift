extension Decimal {
  /// The sum. Throws `.overflow`.
  public func adding(_ other: Decimal) throws(ArithmeticError) -> Decimal {
    try Decimal.sum(self, other, otherIsNegative: other.isNegative)
  }

  /// The difference. Throws `.overflow`.
  public func subtracting(_ other: Decimal) throws(ArithmeticError) -> Decimal {
    try Decimal.sum(self, other, otherIsNegative: !other.isNegative)
  }

  /// The product. Throws `.overflow`.
  public func multiplied(by other: Decimal) throws(ArithmeticError) -> Decimal {
    let negative = isNegative != other.isNegative
    let left = coefficient
    let right = other.coefficient
    let product = left.multipliedFullWidth(by: right)
    if product.high == 0 {
      return try Decimal(rounding: negative, product.low, exponent + other.exponent)
    }
    // Leave 35 or 36 digits, so that what is cut off here cannot decide a tie.
    let drop = PowersOfTen.digitCount(left) + PowersOfTen.digitCount(right) - 36
    let (quotient, remainder) = PowersOfTen[drop].dividingFullWidth(product)
    return try Decimal(
      rounding: negative, quotient, exponent + other.exponent + drop, inexact: remainder != 0)
  }

  /// The quotient. Throws `.divisionByZero`, `.overflow`.
  public func divided(by other: Decimal) throws(ArithmeticError) -> Decimal {
    if other.isZero { throw .divisionByZero }
    if isZero { return .zero }
    let negative = isNegative != other.isNegative
    let numerator = coefficient
    let divisor = other.coefficient
    let exact = exponent - other.exponent
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: divisor)
    if rest == 0 { return try Decimal(rounding: negative, whole, exact) }

    // Scale the numerator so that the quotient has at least 35 digits and at most 38.
    let first = 38 - PowersOfTen.digitCount(numerator)
    let second = max(PowersOfTen.digitCount(divisor) - 3, 0)
    let scaled = (numerator * PowersOfTen[first]).multipliedFullWidth(by: PowersOfTen[second])
    let (quotient, remainder) = divisor.dividingFullWidth(scaled)
    let exponent = exact - first - second
    if remainder != 0 { return try Decimal(rounding: negative, quotient, exponent, inexact: true) }
    let (shortest, shortestExponent) = Decimal.withoutTrailingZeros(quotient, exponent, upTo: exact)
    return try Decimal(rounding: negative, shortest, shortestExponent)
  }

  /// FEEL's modulo: self − divisor × floor(self / divisor), which has the sign of the divisor.
  ///
  /// The quotient is taken exactly, however far apart the two are. Throws `.divisionByZero`.
  public func modulo(_ divisor: Decimal) throws(ArithmeticError) -> Decimal {
    if divisor.isZero { throw .divisionByZero }
    if isZero { return .zero }
    let remainder = Decimal.remainderOfMagnitudes(self, divisor)
    if remainder.isZero { return .zero }
    let signed = isNegative ? remainder.negated : remainder
    return isNegative == divisor.isNegative ? signed : try signed.adding(divisor)
  }

  /// |left| − |right| × truncated(|left| / |right|), exact.
  private static func remainderOfMagnitudes(_ left: Decimal, _ right: Decimal) -> Decimal {
    let difference = left.exponent - right.exponent
    let coefficient = left.coefficient
    var divisor = right.coefficient
    if difference < 0 {
      // The divisor in units of the dividend, which may be larger than any dividend.
      if -difference + PowersOfTen.digitCount(divisor) > 38 { return left.magnitude }
      divisor *= PowersOfTen[-difference]
      return Decimal(packing: false, coefficient % divisor, left.exponent)
    }
    var remainder = coefficient % divisor
    var left = difference
    while left > 0 && remainder != 0 {
      let step = min(left, 34)
      remainder = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: PowersOfTen[step])).remainder
      left -= step
    }
    return Decimal(packing: false, remainder, right.exponent)
  }

  private static func sum(
    _ left: Decimal, _ right: Decimal, otherIsNegative rightIsNegative: Bool
  ) throws(ArithmeticError) -> Decimal {
    if left.exponent == right.exponent {
      return try sum(
        left.isNegative, left.coefficient, rightIsNegative, right.coefficient, left.exponent, inexact: false)
    }
    if right.isZero { return left }
    if left.isZero { return Decimal(packing: rightIsNegative, right.coefficient, right.exponent) }
    if left.exponent > right.exponent {
      return try sum(left, left.isNegative, right, rightIsNegative)
    }
    return try sum(right, rightIsNegative, left, left.isNegative)
  }

  /// The sum of two nonzero numbers of which `upper` has the larger exponent; signs are given apart.
  private static func sum(
    _ upper: Decimal, _ upperIsNegative: Bool, _ lower: Decimal, _ lowerIsNegative: Bool
  ) throws(ArithmeticError) -> Decimal {
    let difference = upper.exponent - lower.exponent
    let room = 38 - PowersOfTen.digitCount(upper.coefficient)
    if difference <= room {
      return try sum(
        upperIsNegative, upper.coefficient * PowersOfTen[difference],
        lowerIsNegative, lower.coefficient, lower.exponent, inexact: false)
    }
    // At 38 digits, of which 34 stay, a smaller number matters only by its leading digits and by being there.
    let shift = difference - room
    var quotient: UInt128 = 0
    var remainder = lower.coefficient
    if shift <= 38 {
      (quotient, remainder) = remainder.quotientAndRemainder(dividingBy: PowersOfTen[shift])
    }
    return try sum(
      upperIsNegative, upper.coefficient * PowersOfTen[room],
      lowerIsNegative, quotient, upper.exponent - room, inexact: remainder != 0)
  }

  /// The sum of two coefficients of one exponent; `inexact` says that the second is a little larger than given.
  @inline(__always)
  private static func sum(
    _ leftIsNegative: Bool, _ left: UInt128, _ rightIsNegative: Bool, _ right: UInt128,
    _ exponent: Int, inexact: Bool
  ) throws(ArithmeticError) -> Decimal {
    if leftIsNegative == rightIsNegative {
      return try Decimal(rounding: leftIsNegative, left + right, exponent, inexact: inexact)
    }
    if left >= right {
      // 38 digits less a little more than `right`: one unit less, and something above that.
      return try Decimal(
        rounding: leftIsNegative, left - right - (inexact ? 1 : 0), exponent, inexact: inexact)
    }
    return try Decimal(rounding: rightIsNegative, right - left, exponent)
  }
}
