/// A decimal number of up to 34 significant digits: sign × coefficient × 10^exponent.
///
/// The coefficient is below 10^34 and the exponent lies in −6176…6111, as in decimal128 of IEEE 754-2019 and as
/// FEEL (DMN 1.5, §10.3.2.3.1) asks for. There is no NaN, no infinity and no negative zero: an operation without
/// a result throws `ArithmeticError`, and what is too small becomes zero. Every operation gives the exact result
/// rounded once, half to even. 1.0 and 1 are equal, hash alike and print alike.
public struct Decimal: Sendable {
  // Sign, biased exponent (14 bits) and coefficient (113 bits), laid out so that two words hold it all:
  // values are kept by the million in lists and explanations.
  private let high: UInt64
  private let low: UInt64

  static let maximumDigits = 34
  static let minimumExponent = -6176
  static let maximumExponent = 6111
  static var maximumCoefficient: UInt128 { 9_999_999_999_999_999_999_999_999_999_999_999 }

  private static var coefficientMask: UInt64 { (1 << 49) - 1 }
  private static var exponentMask: UInt64 { (1 << 14) - 1 }

  /// Packs parts that are known to be in range. Zero loses its sign and exponent.
  @inline(__always)
  init(packing negative: Bool, _ coefficient: UInt128, _ exponent: Int) {
    if coefficient == 0 {
      high = UInt64(-Decimal.minimumExponent) << 49
      low = 0
    } else {
      let biased = UInt64(truncatingIfNeeded: exponent - Decimal.minimumExponent)
      let top = UInt64(truncatingIfNeeded: coefficient >> 64)
      high = (negative ? 1 << 63 : 0) | (biased << 49) | top
      low = UInt64(truncatingIfNeeded: coefficient)
    }
  }

  /// The number, rounded half to even to 34 digits and to the range of exponents.
  ///
  /// - Parameter inexact: something nonzero, below one unit of the coefficient, was already cut off. The
  ///   coefficient must then have at least 35 digits, so that it is below half a unit of what stays.
  @inline(__always)
  init(
    rounding negative: Bool, _ coefficient: UInt128, _ exponent: Int, inexact: Bool = false
  ) throws(ArithmeticError) {
    if coefficient <= Decimal.maximumCoefficient
      && exponent >= Decimal.minimumExponent && exponent <= Decimal.maximumExponent
    {
      self.init(packing: negative, coefficient, exponent)
    } else {
      self = try Decimal.fitted(negative, coefficient, exponent, inexact: inexact)
    }
  }

  private static func fitted(
    _ negative: Bool, _ coefficient: UInt128, _ exponent: Int, inexact: Bool
  ) throws(ArithmeticError) -> Decimal {
    if coefficient == 0 { return .zero }
    let digits = PowersOfTen.digitCount(coefficient)
    let drop = max(digits - maximumDigits, minimumExponent - exponent, 0)
    if drop > 38 { return .zero }
    var kept = coefficient
    var keptExponent = exponent + drop
    if drop > 0 {
      let divisor = PowersOfTen[drop]
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
      let discarded = Discarded(remainder, of: divisor, inexact: inexact)
      kept = quotient
      if RoundingMode.halfEven.increments(
        negative: negative, lastDigitIsOdd: quotient & 1 == 1, discarded: discarded)
      {
        kept += 1
        if kept > maximumCoefficient {
          kept = PowersOfTen[maximumDigits - 1]
          keptExponent += 1
        }
      }
    }
    if keptExponent > maximumExponent {
      // A short coefficient can take the surplus as zeros.
      let surplus = keptExponent - maximumExponent
      if surplus > maximumDigits - PowersOfTen.digitCount(kept) { throw .overflow }
      kept *= PowersOfTen[surplus]
      keptExponent = maximumExponent
    }
    return Decimal(packing: negative, kept, keptExponent)
  }

  public static let zero = Decimal(packing: false, 0, 0)
  public static let one = Decimal(packing: false, 1, 0)

  public init(_ value: Int) { self.init(Int64(value)) }

  public init(_ value: Int64) {
    self.init(packing: value < 0, UInt128(value.magnitude), 0)
  }

  var isNegative: Bool {
    @inline(__always) get { high >> 63 == 1 }
  }

  var exponent: Int {
    @inline(__always) get {
      Int(truncatingIfNeeded: (high >> 49) & Decimal.exponentMask) + Decimal.minimumExponent
    }
  }

  var coefficient: UInt128 {
    @inline(__always) get { UInt128(high & Decimal.coefficientMask) << 64 | UInt128(low) }
  }

  /// The same number, and so equal without looking at values.
  @inline(__always)
  func isIdentical(to other: Decimal) -> Bool { high == other.high && low == other.low }

  public var isZero: Bool { low == 0 && high & Decimal.coefficientMask == 0 }

  /// −1, 0 or 1.
  public var sign: Int { isZero ? 0 : (isNegative ? -1 : 1) }

  public var negated: Decimal { Decimal(packing: !isNegative, coefficient, exponent) }

  public var magnitude: Decimal { Decimal(packing: false, coefficient, exponent) }

  /// The exponent that the number has when written with one digit before the point: 2 for 123.4. 0 for zero.
  var adjustedExponent: Int {
    isZero ? 0 : exponent + PowersOfTen.digitCount(coefficient) - 1
  }

  /// Coefficient and exponent without trailing zeros in the coefficient: one form for each value.
  var reduced: (coefficient: UInt128, exponent: Int) {
    Decimal.withoutTrailingZeros(coefficient, exponent, upTo: Int.max)
  }

  /// Moves trailing zeros of the coefficient into the exponent, until that reaches the limit.
  static func withoutTrailingZeros(
    _ coefficient: UInt128, _ exponent: Int, upTo limit: Int
  ) -> (coefficient: UInt128, exponent: Int) {
    var coefficient = coefficient
    var exponent = exponent
    if coefficient == 0 { return (0, 0) }
    var step = 32
    while step > 0 {
      // A multiple of 10^step is one of 2^step: most numbers fail the cheap test.
      if exponent + step <= limit && coefficient.trailingZeroBitCount >= step {
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: PowersOfTen[step])
        if remainder == 0 {
          coefficient = quotient
          exponent += step
          continue
        }
      }
      step /= 2
    }
    return (coefficient, exponent)
  }
}

extension Decimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}
