// Sums and products divide common factors out before they multiply, so that numbers stay small on the way and the
// result needs little or no reduction (Knuth, The Art of Computer Programming, vol. 2, §4.5.1).
extension Rational {
  /// The sum. Throws `.overflow`.
  public func adding(_ other: Rational) throws(ArithmeticError) -> Rational {
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage {
      return Rational.sum(a, b, c, d)
    }
    return try bigSum(other)
  }

  /// The difference. Throws `.overflow`.
  public func subtracting(_ other: Rational) throws(ArithmeticError) -> Rational {
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage {
      return Rational.sum(a, b, -c, d)
    }
    return try bigSum(other.negated)
  }

  /// The product. Throws `.overflow`.
  public func multiplied(by other: Rational) throws(ArithmeticError) -> Rational {
    if case .small(let a, let b) = storage, case .small(let c, let d) = other.storage {
      return Rational.product(a, b, c, d)
    }
    let (a, b) = parts
    let (c, d) = other.parts
    if a.isZero || c.isZero { return .zero }
    let first = a.magnitude.greatestCommonDivisor(with: d)
    let second = c.magnitude.greatestCommonDivisor(with: b)
    let numerator = a.quotient(dividingBy: first).multiplied(by: c.quotient(dividingBy: second))
    let denominator = b.dividedExactly(by: second).multiplied(by: d.dividedExactly(by: first))
    return try Rational.lowestTerms(numerator, denominator)
  }

  /// The quotient. Throws `.divisionByZero`, `.overflow`.
  public func divided(by other: Rational) throws(ArithmeticError) -> Rational {
    switch other.storage {
    case .small(let numerator, let denominator):
      if numerator == 0 { throw .divisionByZero }
      let inverse: Storage =
        numerator < 0 ? .small(-denominator, -numerator) : .small(denominator, numerator)
      return try multiplied(by: Rational(storage: inverse))
    case .big(let numerator, let denominator):
      let inverse = BigInteger(numerator.isNegative, denominator)
      return try multiplied(by: Rational(storage: .big(inverse, numerator.magnitude)))
    }
  }

  /// The sum of all, 0 for none. Throws `.overflow`.
  public static func sum(_ values: [Rational]) throws(ArithmeticError) -> Rational {
    var sum = Rational.zero
    for value in values { sum = try sum.adding(value) }
    return sum
  }

  /// The arithmetic mean. Throws `.divisionByZero` for no values, `.overflow`.
  public static func mean(_ values: [Rational]) throws(ArithmeticError) -> Rational {
    try sum(values).divided(by: Rational(values.count))
  }

  private static func sum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    if b == d {
      let numerator = Int128(a) + Int128(c)
      let common = b == 1 ? 1 : greatestCommonDivisor(of: numerator, and: UInt64(b))
      return lowestTerms(numerator / Int128(common), UInt128(UInt64(b) / common))
    }
    let common = b == 1 || d == 1 ? 1 : ExactNumbers.greatestCommonDivisor(UInt64(b), UInt64(d))
    if common == 1 {
      let numerator = Int128(a) * Int128(d) + Int128(c) * Int128(b)
      return numerator == 0 ? .zero : lowestTerms(numerator, UInt128(b.multipliedUnsigned(by: d)))
    }
    let leftScale = Int64(UInt64(d) / common)
    let rightScale = Int64(UInt64(b) / common)
    let numerator = Int128(a) * Int128(leftScale) + Int128(c) * Int128(rightScale)
    let rest = greatestCommonDivisor(of: numerator, and: common)
    let denominator = rightScale.multipliedUnsigned(by: Int64(UInt64(d) / rest))
    return numerator == 0 ? .zero : lowestTerms(numerator / Int128(rest), denominator)
  }

  private static func product(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    if a == 0 || c == 0 { return .zero }
    let first = d == 1 ? 1 : Int64(ExactNumbers.greatestCommonDivisor(a.magnitude, UInt64(d)))
    let second = b == 1 ? 1 : Int64(ExactNumbers.greatestCommonDivisor(c.magnitude, UInt64(b)))
    return lowestTerms(
      Int128(a / first) * Int128(c / second), (b / second).multipliedUnsigned(by: d / first))
  }

  /// With a word, after one division; the word itself where the number is zero.
  private static func greatestCommonDivisor(of number: Int128, and word: UInt64) -> UInt64 {
    let magnitude = number.magnitude
    let rest =
      magnitude <= UInt128(UInt64.max)
      ? UInt64(truncatingIfNeeded: magnitude) : UInt64(magnitude % UInt128(word))
    return ExactNumbers.greatestCommonDivisor(rest, word)
  }

  private func bigSum(_ other: Rational) throws(ArithmeticError) -> Rational {
    let (a, b) = parts
    let (c, d) = other.parts
    let common = b.greatestCommonDivisor(with: d)
    if common.isOne {
      let numerator = a.multiplied(by: d).adding(c.multiplied(by: b))
      return numerator.isZero ? .zero : try Rational.lowestTerms(numerator, b.multiplied(by: d))
    }
    let leftScale = d.dividedExactly(by: common)
    let rightScale = b.dividedExactly(by: common)
    let numerator = a.multiplied(by: leftScale).adding(c.multiplied(by: rightScale))
    if numerator.isZero { return .zero }
    let rest = numerator.magnitude.greatestCommonDivisor(with: common)
    return try Rational.lowestTerms(
      numerator.quotient(dividingBy: rest), rightScale.multiplied(by: d.dividedExactly(by: rest)))
  }
}

extension Natural {
  fileprivate func dividedExactly(by divisor: Natural) -> Natural {
    divisor.isOne ? self : quotientAndRemainder(dividingBy: divisor).quotient
  }
}

extension Int64 {
  /// The product of two numbers that are not negative.
  @inline(__always)
  fileprivate func multipliedUnsigned(by other: Int64) -> UInt128 {
    UInt128(magnitude) * UInt128(other.magnitude)
  }
}
