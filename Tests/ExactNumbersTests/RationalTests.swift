import ExactNumbers
import Testing

/// Reads a fraction that the test knows to be one.
func rational(_ text: String) throws -> Rational { try #require(Rational(text), "`\(text)` is no fraction") }

@Suite struct RationalTests {
  @Test(arguments: [
    ("1/3", "1/6", "1/2"), ("1/2", "-1/2", "0"), ("-3/7", "1/7", "-2/7"), ("7/6", "5/4", "29/12"),
    // The sum of the largest small fractions needs more than 64 bits; subtracted again it fits.
    ("9223372036854775807", "9223372036854775807", "18446744073709551614"),
    ("18446744073709551614", "-9223372036854775807", "9223372036854775807"),
    (
      "1/9223372036854775807", "1/9223372036854775806",
      "18446744073709551613/85070591730234615838173535747377725442"
    ),
    ("-9223372036854775808", "9223372036854775808", "0"),
  ])
  func sumsAreExactAndInLowestTerms(_ left: String, _ right: String, _ sum: String) throws {
    #expect(try rational(left).adding(rational(right)).text == sum)
    #expect(try rational(right).adding(rational(left)) == rational(sum))
    #expect(try rational(sum).subtracting(rational(right)) == rational(left))
  }

  @Test(arguments: [
    ("2/3", "3/4", "1/2"), ("-5/9", "9/5", "-1"), ("0", "-7/3", "0"),
    ("4294967296", "4294967296", "18446744073709551616"),
    ("18446744073709551616", "1/18446744073709551616", "1"),
    ("123456789012345678901234567890/7", "7/30", "4115226300411522630041152263"),
  ])
  func productsAreExactAndInLowestTerms(_ left: String, _ right: String, _ product: String) throws {
    #expect(try rational(left).multiplied(by: rational(right)).text == product)
    #expect(try rational(right).multiplied(by: rational(left)) == rational(product))
    if try !rational(left).isZero {
      #expect(try rational(product).divided(by: rational(left)) == rational(right))
    }
  }

  @Test func threeEqualWeightsTotalExactlyAHundred() throws {
    let third = try Rational(100, 3)
    #expect(try Rational.sum([third, third, third]) == 100)
    #expect(try Rational.sum([]) == 0)
    #expect(try Rational.mean([1, 2, 4]).text == "7/3")
  }

  @Test func divisionByZeroThrows() throws {
    #expect(throws: ArithmeticError.divisionByZero) { try Rational(1, 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Rational.one.divided(by: 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Rational.mean([]) }
  }

  @Test func lowestTermsAndSigns() throws {
    #expect(try Rational(6, -8).text == "-3/4")
    #expect(try Rational(-6, -8) == Rational(3, 4))
    #expect(try Rational(0, -8) == .zero)
    #expect(try Rational(Int.min, Int.min) == .one)
    #expect(try Rational(Int.min, -1).text == "9223372036854775808")
    #expect(try Rational(3, 4).sign == 1 && Rational(-3, 4).sign == -1 && Rational.zero.sign == 0)
    #expect(try Rational(-3, 4).magnitude == Rational(3, 4))
  }

  @Test func growsToItsBoundAndThrowsPastIt() throws {
    var power: Rational = 2
    for _ in 1...12 { power = try power.multiplied(by: power) }
    // 2^4096 squared is 2^8192, which has 8,193 bits; half of it still fits.
    #expect(throws: ArithmeticError.overflow) { try power.multiplied(by: power) }
    #expect(try power.multiplied(by: power.divided(by: 2)).divided(by: power).multiplied(by: 2) == power)
    #expect(throws: ArithmeticError.overflow) { try Rational.one.divided(by: power).divided(by: power) }
    let below = try power.multiplied(by: power.divided(by: 2))
    #expect(throws: ArithmeticError.overflow) { try below.adding(below) }
    #expect(try below.adding(below.negated) == 0)
  }

  @Test(arguments: ["", "/", "1/", "/2", "1/0", "1.5", "+1", "1 / 2", "--1", "1/-2", "1/2/3", "½"])
  func rejectsWhatIsNoFraction(_ text: String) { #expect(Rational(text) == nil) }

  @Test func rejectsTextsPastTheBound() {
    #expect(Rational("1" + String(repeating: "0", count: 2466)) != nil)
    #expect(Rational("1" + String(repeating: "0", count: 2467)) == nil)
  }

  @Test func orderIsExact() throws {
    let rising = [
      "-100000000000000000000", "-3/2", "-1", "-1/100000000000000000000", "0", "1/100000000000000000000",
      "1/3",
      "33333333333333333334/100000000000000000000", "1/2", "9223372036854775807/9223372036854775806",
      "9223372036854775806/9223372036854775805", "2", "9223372036854775807", "9223372036854775808",
    ]
    for (index, left) in rising.enumerated() {
      for (other, right) in rising.enumerated() {
        #expect(try (rational(left) < rational(right)) == (index < other), "\(left) < \(right)")
        #expect(try (rational(left) == rational(right)) == (index == other), "\(left) == \(right)")
      }
    }
  }
}

@Suite struct RationalConversionTests {
  @Test(arguments: [
    ("125/9", 2, "13.89"), ("125/9", 0, "14"), ("12", 1, "12.0"), ("-3/7", 3, "-0.429"), ("1/200", 2, "0.01"),
    ("-1/1000", 2, "0.00"), ("1/2", 0, "1"), ("-1/2", 0, "-1"), ("0", 2, "0.00"), ("1250", -2, "1300"),
    ("49", -2, "0"), ("999/1000", 2, "1.00"), ("1/3", 40, "0." + String(repeating: "3", count: 40)),
    ("10000000000000000000000000001/3", 1, "3333333333333333333333333333.7"),
  ])
  func textOfAFixedScaleRoundsHalfUp(_ number: String, _ scale: Int, _ text: String) throws {
    #expect(try rational(number).decimalText(scale: scale, mode: .halfUp) == text)
  }

  @Test func roundsInEveryMode() throws {
    let numbers = ["11/2", "5/2", "8/5", "11/10", "1", "-1", "-11/10", "-8/5", "-5/2", "-11/2"]
    let expected: [(RoundingMode, [Rational])] = [
      (.down, [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]), (.up, [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]),
      (.halfUp, [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]), (.halfDown, [5, 2, 2, 1, 1, -1, -1, -2, -2, -5]),
      (.halfEven, [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]), (.floor, [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]),
      (.ceiling, [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]),
    ]
    for (mode, rounded) in expected {
      #expect(try numbers.map { try rational($0).rounded(toScale: 0, mode) } == rounded, "\(mode)")
      // The same numbers over a power of ten past 64 bits take the long way.
      let unit = try rational("1/10000000000000000000000000")
      #expect(
        try numbers.map { try rational($0).multiplied(by: unit).rounded(toScale: 25, mode) }
          == rounded.map { try $0.multiplied(by: unit) }, "\(mode), large")
    }
  }

  @Test func scalesBeyondTheBoundsAreAnswered() throws {
    #expect(try Rational(7).rounded(toScale: Int.max, .up) == 7)
    #expect(throws: ArithmeticError.overflow) { try Rational(1, 3).rounded(toScale: 2601, .down) }
    #expect(try Rational(7).rounded(toScale: Int.min, .halfUp) == 0)
    #expect(throws: ArithmeticError.overflow) { try Rational(7).rounded(toScale: Int.min, .up) }
    #expect(try Rational(1750).rounded(toScale: -2, .halfEven) == 1800)
  }

  @Test func decimalsConvertExactlyBothWays() throws {
    for text in [
      "0", "-12.5", "0.1", "1e18", "1e30", "-1e-30", "9999999999999999999999999999999999", "1e-2000",
    ] {
      #expect(try Rational(decimal(text)).decimal() == decimal(text), "\(text)")
    }
    #expect(try Rational(decimal("0.125")).text == "1/8")
    #expect(try Rational(decimal("-0.0000000000000000000000005")).text == "-1/2000000000000000000000000")
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal("1e-6000")) }
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal("1e2500")) }
  }

  @Test func decimalRoundsHalfToEvenAtThirtyFourDigits() throws {
    #expect(try Rational(1, 3).decimal().text == "0." + String(repeating: "3", count: 34))
    #expect(try Rational(-2, 3).decimal().text == "-0." + String(repeating: "6", count: 33) + "7")
    #expect(
      try rational("12345678901234567890123456789012345").decimal().text
        == "1.234567890123456789012345678901234E+34")
    #expect(
      try rational("24691357802469135780246913578024691/2").decimal().text
        == "1.234567890123456789012345678901235E+34")
  }

  @Test func floorAndCeilingAreIntegersWhereTheyFit() throws {
    #expect(try Rational(-7, 2).floor() == -4)
    #expect(try Rational(-7, 2).ceiling() == -3)
    #expect(try Rational(7, 2).floor() == 3)
    #expect(try rational("9223372036854775807").floor() == Int.max)
    #expect(try rational("-9223372036854775808").floor() == Int.min)
    #expect(try rational("9223372036854775808").floor() == nil)
    #expect(try rational("100000000000000000000").floor() == nil)
  }

  @Test func doublesAreTheNearest() throws {
    #expect(Rational.zero.double == 0)
    #expect(try Rational(1, 3).double == 1.0 / 3.0)
    #expect(try Rational(-1, 10).double == -0.1)
    #expect(try rational("9007199254740993").double == 9_007_199_254_740_992)
    #expect(try rational("9007199254740995").double == 9_007_199_254_740_996)
    #expect(try rational("18014398509481985/18014398509481984").double == 1)
    #expect(try rational("1" + String(repeating: "0", count: 300)).double == 1e300)
    #expect(try rational("1/1" + String(repeating: "0", count: 300)).double == 1e-300)
    #expect(try rational("1" + String(repeating: "0", count: 400)).double == .infinity)
  }
}

@Suite struct LargestRemainderTests {
  @Test(arguments: [
    // Hamilton by hand: thirds of 100 at whole numbers, the odd unit to the first of equals.
    (["100/3", "100/3", "100/3"], 0, ["34", "33", "33"]),
    (["100/3", "100/3", "100/3"], 1, ["167/5", "333/10", "333/10"]),
    (["1/2", "1/2"], 0, ["1", "0"]), (["1/4", "1/4"], 0, ["1", "0"]), (["1/5", "1/5"], 0, ["0", "0"]),
    (["7/5", "8/5", "2"], 0, ["1", "2", "2"]),
    // A part that is exact stays, though its neighbours all go up.
    (["9/10", "3", "9/10", "9/10"], 0, ["1", "3", "1", "1"]),
    // Parts that subtract: 10.6 − 0.4 − 0.4 = 9.8; each is 0.6 above its floor, and two of three go up.
    (["53/5", "-2/5", "-2/5"], 0, ["11", "0", "-1"]),
    (["-1/2", "-1/2"], 0, ["0", "-1"]), (["-1/2"], 0, ["-1"]), ([], 2, []),
  ])
  func partsAddUpToTheRoundedTotal(_ parts: [String], _ scale: Int, _ shown: [String]) throws {
    #expect(try LargestRemainder.round(parts.map(rational), toScale: scale).map(\.text) == shown)
  }

  @Test func generatedPartsKeepTheTotalAndStayWithinAUnit() throws {
    var random = SplitMix64(seed: 20_260_101)
    for round in 0..<400 {
      let count = Int(random.next(below: 9)) + 1
      var parts: [Rational] = []
      for _ in 0..<count {
        let numerator = Int(random.next(below: 2_000_001)) - 1_000_000
        parts.append(try Rational(numerator, Int(random.next(below: 9_999)) + 1))
      }
      let scale = Int(random.next(below: 4))
      let unit = try Rational(1, [1, 10, 100, 1000][scale])
      let shown = try LargestRemainder.round(parts, toScale: scale)
      #expect(
        try Rational.sum(shown) == Rational.sum(parts).rounded(toScale: scale, .halfUp), "round \(round)")
      for (part, value) in zip(parts, shown) {
        #expect(try part.subtracting(value).magnitude < unit, "round \(round)")
        #expect(try value.divided(by: unit).isInteger, "round \(round)")
      }
      #expect(try LargestRemainder.round(shown, toScale: scale) == shown, "round \(round)")
    }
  }
}
