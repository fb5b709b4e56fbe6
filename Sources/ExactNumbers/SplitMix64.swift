/// A small generator with a seed: the same seed gives the same numbers on every machine.
///
/// SplitMix64, from G. L. Steele Jr., D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014, with the constants of S. Vigna's public-domain reference. Not for secrets. It is deliberately no
/// `RandomNumberGenerator`: what the standard library draws through one may change between toolchains.
public struct SplitMix64: Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A double in [0, 1): the top 53 bits over 2^53, so that every value is exact.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in 0..<bound, each equally likely; 0 for a bound of 0.
  ///
  /// Multiplies and rejects as in D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29(1),
  /// 2019.
  public mutating func next(below bound: UInt64) -> UInt64 {
    if bound == 0 { return 0 }
    let rejected = (0 &- bound) % bound
    while true {
      let (high, low) = next().multipliedFullWidth(by: bound)
      if low >= rejected { return high }
    }
  }
}
