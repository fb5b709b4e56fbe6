extension Decimal {
  /// The number with at most `scale` digits after the point; a negative scale rounds to tens, hundreds, ….
  ///
  /// Throws `.overflow` where rounding up leaves the range.
  public func rounded(toScale scale: Int, _ mode: RoundingMode) throws(ArithmeticError) -> Decimal {
    // Clamped so that no scale, however large, overflows the subtraction; beyond the bounds nothing changes.
    let scale = min(max(scale, -Decimal.maximumExponent - 40), -Decimal.minimumExponent)
    let drop = -scale - exponent
    if drop <= 0 || isZero { return self }
    var kept: UInt128 = 0
    var discarded = Discarded.lessThanHalf
    if drop <= 38 {
      let divisor = PowersOfTen[drop]
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
      kept = quotient
      discarded = Discarded(remainder, of: divisor, inexact: false)
    }
    if mode.increments(negative: isNegative, lastDigitIsOdd: kept & 1 == 1, discarded: discarded) {
      kept += 1
    }
    return try Decimal(rounding: isNegative, kept, -scale)
  }

  /// The largest integer that is not above the number.
  public func floor() -> Decimal { integral(.floor) }

  /// The smallest integer that is not below the number.
  public func ceiling() -> Decimal { integral(.ceiling) }

  public var isInteger: Bool {
    exponent >= 0 || isZero || reduced.exponent >= 0
  }

  /// The number as a machine integer; nil where it has a fraction or does not fit.
  public func integer64() -> Int64? {
    var (value, exponent) = (coefficient, exponent)
    if exponent < 0 { (value, exponent) = reduced }
    if exponent < 0 || exponent > 18 { return value == 0 ? 0 : nil }
    let (magnitude, overflow) = value.multipliedReportingOverflow(by: PowersOfTen[exponent])
    if overflow || magnitude > UInt128(Int64.min.magnitude) { return nil }
    let signed = Int128(magnitude)
    return Int64(exactly: isNegative ? -signed : signed)
  }

  /// The number as an `Int` (32 bits wide in WebAssembly); nil where it has a fraction or does not fit.
  public func integer() -> Int? { integer64().flatMap { Int(exactly: $0) } }

  private func integral(_ mode: RoundingMode) -> Decimal {
    // Rounding to a whole number only happens below 10^34, so it cannot overflow.
    do { return try rounded(toScale: 0, mode) } catch { return self }
  }
}
