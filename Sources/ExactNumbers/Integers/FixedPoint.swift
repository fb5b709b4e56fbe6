/// Elementary functions on fixed-point numbers: integers that count units of 2^−bits.
///
/// Every function is a sum of cut-off terms; with the argument bounds given, the error stays below 2^32 units.
/// Callers carry 64 guard bits. Series: J. M. Muller, Elementary Functions (3rd ed., 2016), ch. 11; logarithms of
/// 2 and 10 by Machin-like formulas in areatangents.
enum FixedPoint {
  /// e^x for 0 ≤ x < 4.
  static func exponential(_ x: Natural, bits: Int) -> Natural {
    // e^x = (e^(x / 2^8))^(2^8): the series then gains ten bits or more with each term.
    let halvings = 8
    let one = Natural.one.shiftedLeft(by: bits)
    let argument = x.shiftedRight(by: halvings)
    var sum = one
    var term = one
    var index: UInt64 = 0
    while !term.isZero {
      index += 1
      term =
        term.multiplied(by: argument).shiftedRight(by: bits).quotientAndRemainder(dividingBy: index).quotient
      sum = sum.adding(term)
    }
    for _ in 0..<halvings { sum = sum.multiplied(by: sum).shiftedRight(by: bits) }
    return sum
  }

  /// ln(coefficient × 10^exponent) for a coefficient above 0.
  static func logarithm(_ coefficient: UInt128, _ exponent: Int, bits: Int) -> BigInteger {
    // coefficient = 2^binary × m with m between 0.7 and 1.42, and ln m = 2 artanh((m − 1) / (m + 1)).
    var binary = 127 - coefficient.leadingZeroBitCount
    if coefficient * 181 > (UInt128(256) << UInt128(binary)) { binary += 1 }
    let power = UInt128(1) << UInt128(binary)
    let below = coefficient < power
    let distance = Natural(below ? power - coefficient : coefficient - power)
    let ratio = distance.shiftedLeft(by: bits).quotientAndRemainder(dividingBy: Natural(coefficient + power))
      .quotient

    let square = ratio.multiplied(by: ratio).shiftedRight(by: bits)
    var sum = Natural.zero
    var power2 = ratio
    var divisor: UInt64 = 1
    while !power2.isZero {
      sum = sum.adding(power2.quotientAndRemainder(dividingBy: divisor).quotient)
      power2 = power2.multiplied(by: square).shiftedRight(by: bits)
      divisor += 2
    }
    return BigInteger(below, sum.shiftedLeft(by: 1))
      .adding(BigInteger(false, logarithmOfTwo(bits: bits)).multiplied(by: BigInteger(Int64(binary))))
      .adding(BigInteger(false, logarithmOfTen(bits: bits)).multiplied(by: BigInteger(Int64(exponent))))
  }

  /// ln 2 = 14 artanh(1/31) + 10 artanh(1/49) + 6 artanh(1/161).
  static func logarithmOfTwo(bits: Int) -> Natural {
    bits <= storedBits ? storedTwo.shiftedRight(by: storedBits - bits) : areatangents(14, 10, 6, bits: bits)
  }

  /// ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161).
  static func logarithmOfTen(bits: Int) -> Natural {
    bits <= storedBits ? storedTen.shiftedRight(by: storedBits - bits) : areatangents(46, 34, 20, bits: bits)
  }

  // Enough for all but the rarest calls.
  private static let storedBits = 512
  private static let storedTwo = areatangents(14, 10, 6, bits: storedBits)
  private static let storedTen = areatangents(46, 34, 20, bits: storedBits)

  private static func areatangents(_ a: UInt64, _ b: UInt64, _ c: UInt64, bits: Int) -> Natural {
    areatangentOfInverse(31, bits: bits).multiplied(by: a)
      .adding(areatangentOfInverse(49, bits: bits).multiplied(by: b))
      .adding(areatangentOfInverse(161, bits: bits).multiplied(by: c))
  }

  /// artanh(1/n) = Σ 1 / ((2i + 1) n^(2i + 1)).
  private static func areatangentOfInverse(_ n: UInt64, bits: Int) -> Natural {
    var term = Natural.one.shiftedLeft(by: bits).quotientAndRemainder(dividingBy: n).quotient
    var sum = term
    var divisor: UInt64 = 3
    while !term.isZero {
      term = term.quotientAndRemainder(dividingBy: n * n).quotient
      sum = sum.adding(term.quotientAndRemainder(dividingBy: divisor).quotient)
      divisor += 2
    }
    return sum
  }
}
