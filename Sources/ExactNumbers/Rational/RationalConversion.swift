extension Rational {
  /// The multiple of 10^−scale that the mode picks; a negative scale rounds to tens, hundreds, ….
  ///
  /// Throws `.overflow` where the result needs more than 8,192 bits, and for more than 2,600 digits.
  public func rounded(toScale scale: Int, _ mode: RoundingMode) throws(ArithmeticError) -> Rational {
    if scale >= 0 && isInteger { return self }
    if scale > 2600 { throw .overflow }
    // No number reaches 10^2467: below this scale all rounding is between 0 and one unit.
    let scale = max(scale, -2600)
    let units = scaled(by: scale, mode)
    if scale <= 0 {
      return try Rational.lowestTerms(units.multiplied(by: Natural.powerOfTen(-scale)), .one)
    }
    return try Rational.reduced(units, Natural.powerOfTen(scale))
  }

  /// The number rounded and written with exactly `scale` digits after an ASCII point: `13.89`, `-0.50`, `12`.
  ///
  /// What rounds to zero has no sign. A negative scale rounds to tens, hundreds, … and prints no point.
  /// Meant for scales that people read; time and memory grow with the scale.
  public func decimalText(scale: Int, mode: RoundingMode) -> String {
    let units = scaled(by: scale, mode)
    if units.isZero && scale <= 0 { return "0" }
    var digits = units.magnitude.digits
    if scale < 0 { digits.append(contentsOf: [UInt8](repeating: UInt8(ascii: "0"), count: -scale)) }
    let sign = units.isNegative ? "-" : ""
    if scale <= 0 { return sign + String(decoding: digits, as: UTF8.self) }
    if digits.count <= scale {
      digits = [UInt8](repeating: UInt8(ascii: "0"), count: scale + 1 - digits.count) + digits
    }
    return sign + String(decoding: digits.dropLast(scale), as: UTF8.self) + "."
      + String(decoding: digits.suffix(scale), as: UTF8.self)
  }

  /// The nearest decimal of 34 digits, half to even.
  public func decimal() -> Decimal {
    let (numerator, denominator) = parts
    // 8,192 bits are below 10^2467, far within the range of a decimal.
    do {
      return try Decimal(numerator, dividedBy: denominator, timesTenTo: 0)
    } catch {
      return .zero
    }
  }

  /// The nearest binary double, for statistics only; infinite past its range.
  public var double: Double {
    let (numerator, denominator) = parts
    if numerator.isZero { return 0 }
    // A quotient of 63 or 64 bits whose last bit also says whether anything was cut off rounds as the number does.
    let shift = 63 - (numerator.magnitude.bitWidth - denominator.bitWidth)
    let (quotient, remainder) =
      shift >= 0
      ? numerator.magnitude.shiftedLeft(by: shift).quotientAndRemainder(dividingBy: denominator)
      : numerator.magnitude.quotientAndRemainder(dividingBy: denominator.shiftedLeft(by: -shift))
    let bits = (quotient.word ?? .max) | (remainder.isZero ? 0 : 1)
    let magnitude = Double(sign: .plus, exponent: -shift, significand: Double(bits))
    return numerator.isNegative ? -magnitude : magnitude
  }

  /// The largest integer that is not above the number; nil where that is no `Int`.
  public func floor() -> Int? { integer(.floor) }

  /// The smallest integer that is not below the number; nil where that is no `Int`.
  public func ceiling() -> Int? { integer(.ceiling) }

  /// `125/9`, `12`, `-3/7`: lowest terms, with the sign in front.
  public var text: String {
    let (numerator, denominator) = parts
    let sign = numerator.isNegative ? "-" : ""
    let top = sign + String(decoding: numerator.magnitude.digits, as: UTF8.self)
    return denominator.isOne ? top : top + "/" + String(decoding: denominator.digits, as: UTF8.self)
  }

  /// Reads what `text` writes, in lowest terms or not: `50/4`, `-3`. Nil for anything else, for a denominator of
  /// zero and past 8,192 bits.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    // 8,192 bits have 2,467 digits; longer texts are not worth reading.
    guard bytes.count <= 2 * 2467 + 2 else { return nil }
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    let slash = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    guard let numerator = Natural(digits: bytes[..<slash]) else { return nil }
    var denominator = Natural.one
    if slash < bytes.endIndex {
      guard let divisor = Natural(digits: bytes[(slash + 1)...]), !divisor.isZero else { return nil }
      denominator = divisor
    }
    do { self = try Rational.reduced(BigInteger(negative, numerator), denominator) } catch { return nil }
  }

  private func integer(_ mode: RoundingMode) -> Int? {
    let whole = scaled(by: 0, mode)
    guard let word = whole.magnitude.word else { return nil }
    return whole.isNegative ? Int(exactly: -Int128(word)) : Int(exactly: word)
  }

  /// The number in units of 10^−scale, rounded to a whole number of them.
  func scaled(by scale: Int, _ mode: RoundingMode) -> BigInteger {
    if case .small(let numerator, let denominator) = storage, scale >= 0, scale <= 18 {
      // 2^63 × 10^18 is below 2^123.
      let dividend = UInt128(numerator.magnitude) * PowersOfTen[scale]
      let divisor = UInt128(denominator.magnitude)
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      let up = mode.increments(
        negative: numerator < 0, lastDigitIsOdd: quotient & 1 == 1,
        discarded: Discarded(isZero: remainder == 0, twiceComparedToDivisor: remainder * 2, divisor))
      return BigInteger(numerator < 0, Natural(quotient + (up ? 1 : 0)))
    }
    let (numerator, denominator) = parts
    let power = Natural.powerOfTen(abs(scale))
    let dividend = scale > 0 ? numerator.magnitude.multiplied(by: power) : numerator.magnitude
    let divisor = scale < 0 ? denominator.multiplied(by: power) : denominator
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    let order = remainder.shiftedLeft(by: 1).compared(to: divisor)
    let up = mode.increments(
      negative: numerator.isNegative, lastDigitIsOdd: !quotient.isEven,
      discarded: remainder.isZero
        ? .nothing : (order == 0 ? .half : (order < 0 ? .lessThanHalf : .moreThanHalf)))
    return BigInteger(numerator.isNegative, up ? quotient.adding(.one) : quotient)
  }
}

extension Discarded {
  @inline(__always)
  fileprivate init(isZero: Bool, twiceComparedToDivisor twice: UInt128, _ divisor: UInt128) {
    if isZero {
      self = .nothing
    } else {
      self = twice == divisor ? .half : (twice < divisor ? .lessThanHalf : .moreThanHalf)
    }
  }
}

extension Decimal {
  /// numerator / denominator × 10^exponent, rounded once. INVARIANT: the denominator is not zero.
  ///
  /// Throws `.overflow`.
  init(
    _ numerator: BigInteger, dividedBy denominator: Natural, timesTenTo exponent: Int
  ) throws(ArithmeticError) {
    if numerator.isZero {
      self = .zero
      return
    }
    let magnitude = numerator.magnitude
    // The quotient lies between 2^(bits − 1) and 2^(bits + 1); scaled, it then has 36 or 37 digits.
    // 1233/4096 differs from log10(2) by less than 10^−5: too little to cost a digit at the sizes here.
    let bits = magnitude.bitWidth - denominator.bitWidth
    let scale = 36 - (((bits - 1) * 1233) >> 12)
    let power = Natural.powerOfTen(abs(scale))
    let (quotient, remainder) =
      scale >= 0
      ? magnitude.multiplied(by: power).quotientAndRemainder(dividingBy: denominator)
      : magnitude.quotientAndRemainder(dividingBy: denominator.multiplied(by: power))
    let coefficient = quotient.doubleWord ?? .max
    if remainder.isZero {
      let (shortest, shortestExponent) = Decimal.withoutTrailingZeros(coefficient, -scale, upTo: 0)
      try self.init(rounding: numerator.isNegative, shortest, shortestExponent + exponent)
    } else {
      try self.init(rounding: numerator.isNegative, coefficient, exponent - scale, inexact: true)
    }
  }
}
