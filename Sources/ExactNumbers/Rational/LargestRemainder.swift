/// Rounds parts so that what is shown adds up to the total that is shown.
///
/// The method of largest remainders (Hamilton's method of apportionment; M. L. Balinski and H. P. Young, Fair
/// Representation, 2nd ed., 2001, ch. 2): every part is rounded down, and the units that are then missing from
/// the rounded total go one each to the parts with the largest remainders.
public enum LargestRemainder {
  /// The parts, each rounded up or down to a multiple of 10^−scale, summing to their total rounded half up.
  ///
  /// Half up means away from zero, as people round on paper. A part that needs no rounding is not touched, and no
  /// part moves by a whole unit. Equal remainders go by order: the first part gets the unit. Throws `.overflow`.
  public static func round(_ parts: [Rational], toScale scale: Int) throws(ArithmeticError) -> [Rational] {
    let total = try Rational.sum(parts).rounded(toScale: scale, .halfUp)
    var rounded: [Rational] = []
    var remainders: [(index: Int, value: Rational)] = []
    for (index, part) in parts.enumerated() {
      let down = try part.rounded(toScale: scale, .floor)
      rounded.append(down)
      remainders.append((index, try part.subtracting(down)))
    }
    let unit = try Rational.powerOfTen(-scale)
    let missing = try total.subtracting(Rational.sum(rounded)).divided(by: unit).floor() ?? 0
    remainders.sort { $0.value != $1.value ? $0.value > $1.value : $0.index < $1.index }
    for remainder in remainders.prefix(max(missing, 0)) {
      rounded[remainder.index] = try rounded[remainder.index].adding(unit)
    }
    return rounded
  }
}

extension Rational {
  /// 10^exponent. Throws `.overflow`.
  static func powerOfTen(_ exponent: Int) throws(ArithmeticError) -> Rational {
    if exponent.magnitude > 2600 { throw .overflow }
    let power = Natural.powerOfTen(abs(exponent))
    return try exponent < 0 ? lowestTerms(BigInteger(1), power) : lowestTerms(BigInteger(false, power), .one)
  }
}
