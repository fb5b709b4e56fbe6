/// An exact fraction in lowest terms.
///
/// Scores are rationals, so that three equal weights total exactly 100 and no order of addition matters. Fractions
/// whose parts fit in 63 bits are kept in two words; larger ones grow, up to 8,192 bits in either part, after
/// which an operation throws `.overflow`.
public struct Rational: Sendable, Hashable {
  /// One form for each value: `small` wherever both parts fit, so that equality and hash need no arithmetic.
  enum Storage: Sendable, Hashable {
    /// INVARIANT: lowest terms, denominator above 0, numerator never `Int64.min`.
    case small(Int64, Int64)
    /// INVARIANT: lowest terms, denominator above 0, and one part does not fit in `small`.
    case big(BigInteger, Natural)
  }

  let storage: Storage

  /// The bits that numerator and denominator may have.
  public static let maximumBits = 8192

  public static let zero = Rational(storage: .small(0, 1))
  public static let one = Rational(storage: .small(1, 1))

  init(storage: Storage) { self.storage = storage }

  public init(_ value: Int) { self.init(Int64(value)) }

  init(_ value: Int64) {
    self.init(storage: value == .min ? .big(BigInteger(value), .one) : .small(value, 1))
  }

  /// The fraction, in lowest terms. Throws `.divisionByZero`.
  public init(_ numerator: Int, _ denominator: Int) throws(ArithmeticError) {
    let dividend = Rational(numerator)
    self = try dividend.divided(by: Rational(denominator))
  }

  /// The decimal, exactly. Throws `.overflow` below about 10^−2466 and above 10^2466.
  public init(_ decimal: Decimal) throws(ArithmeticError) {
    let (coefficient, exponent) = decimal.reduced
    let power = exponent.magnitude
    if power <= 18, coefficient <= UInt128(Int64.max) {
      let scale = UInt64(truncatingIfNeeded: PowersOfTen[Int(power)])
      let word = UInt64(truncatingIfNeeded: coefficient)
      if exponent < 0 {
        let common = greatestCommonDivisor(word, scale)
        let numerator = Int64(word / common)
        self.init(storage: .small(decimal.isNegative ? -numerator : numerator, Int64(scale / common)))
        return
      }
      let (whole, overflow) = word.multipliedReportingOverflow(by: scale)
      if !overflow, let numerator = Int64(exactly: whole) {
        self.init(storage: .small(decimal.isNegative ? -numerator : numerator, 1))
        return
      }
    }
    // A coefficient of 34 digits cannot bring a larger power of ten within the bounds.
    if power > 2600 { throw .overflow }
    let scale = Natural.powerOfTen(Int(power))
    let number = BigInteger(decimal.isNegative, Natural(coefficient))
    if exponent < 0 {
      self = try Rational.reduced(number, scale)
    } else {
      self = try Rational.lowestTerms(number.multiplied(by: scale), .one)
    }
  }

  /// The fraction of two parts that may share a factor. INVARIANT: the denominator is not zero.
  static func reduced(_ numerator: BigInteger, _ denominator: Natural) throws(ArithmeticError) -> Rational {
    if numerator.isZero { return .zero }
    let common = numerator.magnitude.greatestCommonDivisor(with: denominator)
    if common.isOne { return try lowestTerms(numerator, denominator) }
    return try lowestTerms(
      numerator.quotient(dividingBy: common), denominator.quotientAndRemainder(dividingBy: common).quotient)
  }

  /// The fraction of two parts that share no factor, in its one form. INVARIANT: the denominator is not zero.
  static func lowestTerms(_ numerator: BigInteger, _ denominator: Natural) throws(ArithmeticError) -> Rational
  {
    if let small = narrow(numerator, denominator) { return Rational(storage: small) }
    if numerator.magnitude.bitWidth > maximumBits || denominator.bitWidth > maximumBits { throw .overflow }
    return Rational(storage: .big(numerator, denominator))
  }

  /// The same for parts of 128 bits.
  @inline(__always)
  static func lowestTerms(_ numerator: Int128, _ denominator: UInt128) -> Rational {
    if numerator.magnitude <= UInt128(Int64.max) && denominator <= UInt128(Int64.max) {
      return Rational(
        storage: .small(Int64(truncatingIfNeeded: numerator), Int64(truncatingIfNeeded: denominator)))
    }
    return Rational(
      storage: .big(BigInteger(numerator < 0, Natural(numerator.magnitude)), Natural(denominator)))
  }

  private static func narrow(_ numerator: BigInteger, _ denominator: Natural) -> Storage? {
    guard let top = numerator.magnitude.word, top <= UInt64(Int64.max) else { return nil }
    guard let bottom = denominator.word, bottom <= UInt64(Int64.max) else { return nil }
    return .small(numerator.isNegative ? -Int64(top) : Int64(top), Int64(bottom))
  }

  /// Numerator and denominator as big integers.
  var parts: (numerator: BigInteger, denominator: Natural) {
    switch storage {
    case .small(let numerator, let denominator):
      return (BigInteger(numerator), Natural(UInt64(denominator)))
    case .big(let numerator, let denominator):
      return (numerator, denominator)
    }
  }

  public var isZero: Bool { self == .zero }

  /// −1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .small(let numerator, _): return Int(numerator.signum())
    case .big(let numerator, _): return numerator.isNegative ? -1 : 1
    }
  }

  public var isInteger: Bool {
    switch storage {
    case .small(_, let denominator): return denominator == 1
    case .big(_, let denominator): return denominator.isOne
    }
  }

  public var negated: Rational {
    switch storage {
    case .small(let numerator, let denominator): return Rational(storage: .small(-numerator, denominator))
    case .big(let numerator, let denominator): return Rational(storage: .big(numerator.negated, denominator))
    }
  }

  public var magnitude: Rational { sign < 0 ? negated : self }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension Rational: Comparable {
  /// Exact, for any two values.
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    if left.sign != right.sign { return left.sign < right.sign }
    let (a, b) = left.parts
    let (c, d) = right.parts
    return a.multiplied(by: d).compared(to: c.multiplied(by: b)) < 0
  }
}
