/// Powers of ten and digit counts on 128 bits.
enum PowersOfTen {
  /// 10^exponent, for an exponent in 0…38 (10^38 is the largest power below 2^128).
  static subscript(exponent: Int) -> UInt128 { table[exponent] }

  /// How many decimal digits a number has; 0 has one.
  static func digitCount(_ value: UInt128) -> Int {
    // 1233/4096 is just above log10(2): the estimate is right or one too low.
    let estimate = ((128 - value.leadingZeroBitCount) * 1233) >> 12
    return estimate < 39 && value >= table[estimate] ? estimate + 1 : max(estimate, 1)
  }

  private static let table: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
