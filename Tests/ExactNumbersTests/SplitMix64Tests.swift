import ExactNumbers
import Testing

@Suite struct SplitMix64Tests {
  // Computed with a separate implementation in Python; the first five are also widely published.
  @Test func theSequenceOfASeedIsFixed() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for number in expected { #expect(random.next() == number) }
  }

  @Test func unitsAreTheTopFiftyThreeBits() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.nextUnit() == Double(6_457_827_717_110_365_317 >> 11) / 9_007_199_254_740_992)
    for _ in 0..<10_000 {
      let unit = random.nextUnit()
      #expect(unit >= 0 && unit < 1)
    }
  }

  @Test func boundedNumbersReachEveryValueAboutEquallyOften() {
    var random = SplitMix64(seed: 7)
    var counts = [0, 0, 0, 0, 0, 0]
    for _ in 0..<60_000 { counts[Int(random.next(below: 6))] += 1 }
    // The standard deviation of each count is 91: five of them on either side.
    for count in counts { #expect(abs(count - 10_000) < 455) }
    #expect(random.next(below: 1) == 0)
    #expect(random.next(below: 0) == 0)
  }
}
