internal import ExactNumbers

/// Numbers that a sample or a bound gave as doubles, cut to as many decimals as they are good for.
enum SampledNumber {
  /// Rounded to the nearest with so many decimals, or upwards. In 64 bits on every machine: an `Int` has 32 in
  /// WebAssembly.
  static func rounded(
    _ value: Double, decimals: Int, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> Rational {
    var power: Int64 = 1
    for _ in 0..<decimals { power *= 10 }
    guard let scaled = Int64(exactly: (value * Double(power)).rounded(rule)) else { return .zero }
    let number = Rational(integerLiteral: scaled)
    return (try? number.divided(by: Rational(integerLiteral: power))) ?? number
  }

  /// With exactly so many decimals, as JSON has them.
  static func text(
    _ value: Double, decimals: Int, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    rounded(value, decimals: decimals, rule).decimalText(scale: decimals, mode: .halfUp)
  }
}
