extension Decimal: Hashable, Comparable {
  public static func == (left: Decimal, right: Decimal) -> Bool {
    if left.isIdentical(to: right) { return true }
    if left.exponent == right.exponent || left.isNegative != right.isNegative { return false }
    return compareMagnitudes(left, right) == 0
  }

  public static func < (left: Decimal, right: Decimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let order = compareMagnitudes(left, right)
    return left.isNegative ? order > 0 : order < 0
  }

  public func hash(into hasher: inout Hasher) {
    let (coefficient, exponent) = reduced
    hasher.combine(isNegative)
    hasher.combine(UInt64(truncatingIfNeeded: coefficient >> 64))
    hasher.combine(UInt64(truncatingIfNeeded: coefficient))
    hasher.combine(exponent)
  }

  /// −1, 0 or 1: exact for any two exponents.
  static func compareMagnitudes(_ left: Decimal, _ right: Decimal) -> Int {
    var leftCoefficient = left.coefficient
    var rightCoefficient = right.coefficient
    if left.exponent != right.exponent {
      if left.isZero || right.isZero { return left.isZero ? (right.isZero ? 0 : -1) : 1 }
      let leftAdjusted = left.adjustedExponent
      let rightAdjusted = right.adjustedExponent
      if leftAdjusted != rightAdjusted { return leftAdjusted < rightAdjusted ? -1 : 1 }
      // Equal adjusted exponents: the exponents differ by less than 34, and the scaled number has 34 digits.
      let difference = left.exponent - right.exponent
      if difference > 0 {
        leftCoefficient *= PowersOfTen[difference]
      } else {
        rightCoefficient *= PowersOfTen[-difference]
      }
    }
    return leftCoefficient == rightCoefficient ? 0 : (leftCoefficient < rightCoefficient ? -1 : 1)
  }
}
