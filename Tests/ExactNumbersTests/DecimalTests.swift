import ExactNumbers
import Testing

/// Reads a number that the test knows to be one.
func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text), "`\(text)` is no number") }

@Suite struct DecimalArithmeticTests {
  @Test func tenthsAddUpExactly() throws {
    #expect(try decimal("0.1").adding(decimal("0.2")) == decimal("0.3"))
  }

  @Test func aThirdTimesThreeIsJustBelowOne() throws {
    let third = try Decimal.one.divided(by: 3)
    #expect(third.text == "0." + String(repeating: "3", count: 34))
    #expect(try third.multiplied(by: 3).text == "0." + String(repeating: "9", count: 34))
  }

  @Test func theLargestCoefficientPlusOneNeedsNoThirtyFifthDigit() throws {
    let nines = try decimal(String(repeating: "9", count: 34))
    #expect(try nines.adding(1) == decimal("1e34"))
    #expect(try nines.adding(1).text == "1E+34")
    #expect(try nines.adding(decimal("0.4")) == nines)
  }

  @Test(arguments: [
    // The 35th digit is a 5 with nothing behind it: the even neighbour; with anything behind it: up.
    ("12345678901234567890123456789012345", "1.234567890123456789012345678901234E+34"),
    ("12345678901234567890123456789012355", "1.234567890123456789012345678901236E+34"),
    (
      "12345678901234567890123456789012345.0000000000000000000000001",
      "1.234567890123456789012345678901235E+34"
    ),
    ("99999999999999999999999999999999995", "1E+35"),
  ])
  func tiesAtTheThirtyFifthDigitGoToTheEvenNeighbour(_ written: String, _ read: String) throws {
    #expect(try decimal(written).text == read)
  }

  @Test func numbersFarApartAddToTheLargerOneCorrectlyRounded() throws {
    let large = try decimal("1e6000")
    let tiny = try decimal("1e-6000")
    #expect(try large.adding(tiny) == large)
    #expect(try large.subtracting(tiny) == large)
    #expect(try tiny.subtracting(large) == large.negated)
    // 10^34 − 0.6 has its nearest 34-digit number one digit lower down than 10^34 itself.
    #expect(try decimal("1e34").subtracting(decimal("0.6")).text == String(repeating: "9", count: 34))
  }

  @Test func divisionByZeroAndOverflowThrow() throws {
    #expect(throws: ArithmeticError.divisionByZero) { try Decimal.one.divided(by: 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Decimal.one.modulo(0) }
    #expect(throws: ArithmeticError.overflow) { try decimal("9e6144").adding(decimal("9e6144")) }
    #expect(throws: ArithmeticError.overflow) { try decimal("1e4000").multiplied(by: decimal("1e4000")) }
    #expect(throws: ArithmeticError.overflow) { try decimal("1e4000").divided(by: decimal("1e-4000")) }
  }

  @Test func whatIsTooSmallIsRoundedToASubnormalOrZero() throws {
    #expect(try decimal("1e-4000").multiplied(by: decimal("1e-4000")) == 0)
    #expect(try decimal("15e-6176").multiplied(by: decimal("0.1")).text == "2E-6176")
    #expect(try decimal("5e-6176").multiplied(by: decimal("0.1")) == 0)
  }

  @Test func theLargestExponentsTakeZerosIntoTheCoefficient() throws {
    #expect(try decimal("1e6144").text == "1E+6144")
    #expect(Decimal("1e6145") == nil)
    #expect(try decimal("1e6144").divided(by: decimal("1e6143")) == 10)
  }

  @Test(arguments: [
    ("10", "4", "2"), ("10", "-4", "-2"), ("-10", "4", "2"), ("-12", "-5", "-2"), ("12", "-5", "-3"),
    ("10.1", "4.5", "1.1"), ("-10.1", "4.5", "3.4"), ("10.1", "-4.5", "-3.4"), ("-10.1", "-4.5", "-1.1"),
    // 10^40 = 3 × 3333… + 1 and 10^6000 mod 7: 6000 = 6 × 1000, and 10^6 = 1 (mod 7).
    ("1e40", "3", "1"), ("1e6000", "7", "1"), ("5", "1e6000", "5"), ("6", "3", "0"), ("0", "3", "0"),
  ])
  func moduloHasTheSignOfTheDivisor(_ dividend: String, _ divisor: String, _ expected: String) throws {
    #expect(try decimal(dividend).modulo(decimal(divisor)) == decimal(expected))
  }
}

@Suite struct DecimalComparisonTests {
  @Test func equalityAndHashAreByValue() throws {
    #expect(try decimal("1.0") == 1)
    #expect(try decimal("1.0").hashValue == Decimal(1).hashValue)
    #expect(try Set([decimal("100"), decimal("1e2"), decimal("100.00")]).count == 1)
    #expect(try decimal("-0.0") == .zero)
    #expect(try decimal("0e300").hashValue == Decimal.zero.hashValue)
  }

  @Test func orderIsExactOverTheWholeRange() throws {
    let rising = [
      "-9.9e6144", "-1e6144", "-12", "-1.2", "-0.5", "-1e-6176", "0", "1e-6176", "2e-6176", "1e-6000", "0.5",
      "0.9999999999999999999999999999999999", "1", "1.000000000000000000000000000000001", "12",
      "9999999999999999999999999999999999", "1e34", "1e6000", "9.9e6144",
    ]
    for (index, left) in rising.enumerated() {
      for (other, right) in rising.enumerated() {
        #expect(try (decimal(left) < decimal(right)) == (index < other), "\(left) < \(right)")
        #expect(try (decimal(left) == decimal(right)) == (index == other), "\(left) == \(right)")
      }
    }
  }
}

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("-12.50", "-12.5"), (".5", "0.5"), ("1e3", "1000"), ("1E-3", "0.001"), ("1e+3", "1000"), ("-.5e1", "-5"),
    ("0", "0"), ("-0", "0"), ("000", "0"), ("0.000", "0"), ("007", "7"), ("1.50", "1.5"), ("100", "100"),
    ("10.0", "10"), ("1e33", "1000000000000000000000000000000000"), ("1.5e40", "1.5E+40"), ("1e34", "1E+34"),
    ("1e-34", "0.0000000000000000000000000000000001"), ("1e-35", "1E-35"), ("-12e-50", "-1.2E-49"),
    ("123456789012345678901234567890.1234", "123456789012345678901234567890.1234"),
    ("0.000000000000000000000000000000000000000000001e45", "1"), ("1e-99999999999", "0"),
  ])
  func readsLiteralsAndPrintsTheCanonicalForm(_ written: String, _ text: String) throws {
    let number = try decimal(written)
    #expect(number.text == text)
    #expect(Decimal(number.text) == number)
  }

  @Test(arguments: [
    "", " ", "1,5", "1_000", " 1", "1 ", "0x10", "1.", ".", "-", "+1", "--1", "1.2.3", "1e", "1e+", "e3",
    "1e1.5",
    "NaN", "Infinity", "١", "1\u{a0}000", "1e99999999999",
  ])
  func rejectsWhatIsNotALiteral(_ written: String) {
    #expect(Decimal(written) == nil)
  }
}

@Suite struct DecimalRoundingTests {
  @Test(arguments: [
    (RoundingMode.down, ["5", "2", "1", "1", "1", "-1", "-1", "-1", "-2", "-5"]),
    (.up, ["6", "3", "2", "2", "1", "-1", "-2", "-2", "-3", "-6"]),
    (.halfUp, ["6", "3", "2", "1", "1", "-1", "-1", "-2", "-3", "-6"]),
    (.halfDown, ["5", "2", "2", "1", "1", "-1", "-1", "-2", "-2", "-5"]),
    (.halfEven, ["6", "2", "2", "1", "1", "-1", "-1", "-2", "-2", "-6"]),
    (.floor, ["5", "2", "1", "1", "1", "-1", "-2", "-2", "-3", "-6"]),
    (.ceiling, ["6", "3", "2", "2", "1", "-1", "-1", "-1", "-2", "-5"]),
  ])
  func everyModeRoundsTheSpecificationsTable(_ mode: RoundingMode, _ expected: [String]) throws {
    let numbers = ["5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"]
    #expect(try numbers.map { try decimal($0).rounded(toScale: 0, mode).text } == expected)
  }

  @Test func scalesMayBeNegativeOrBeyondTheDigits() throws {
    #expect(try decimal("1250").rounded(toScale: -2, .halfEven) == 1200)
    #expect(try decimal("1250").rounded(toScale: -2, .halfUp) == 1300)
    #expect(try decimal("49").rounded(toScale: -2, .halfUp) == 0)
    #expect(try decimal("1").rounded(toScale: -50, .up) == decimal("1e50"))
    #expect(try decimal("5.5").rounded(toScale: 6176, .up).text == "5.5")
    #expect(try decimal("5.5").rounded(toScale: Int.max, .up).text == "5.5")
    #expect(try decimal("5.5").rounded(toScale: Int.min, .halfUp) == 0)
    #expect(throws: ArithmeticError.overflow) { try decimal("5.5").rounded(toScale: Int.min, .up) }
  }

  @Test func floorAndCeilingOfBothSigns() throws {
    #expect(try decimal("-1.5").floor() == -2)
    #expect(try decimal("-1.5").ceiling() == -1)
    #expect(try decimal("1e-100").ceiling() == 1)
    #expect(try decimal("-1e-100").floor() == -1)
    #expect(try decimal("1e100").floor() == decimal("1e100"))
  }

  @Test func integersAreRecognisedAndConvertedExactly() throws {
    #expect(try decimal("12.00").isInteger)
    #expect(try decimal("1e6000").isInteger)
    #expect(try !decimal("12.01").isInteger)
    #expect(try decimal("12.00").integer() == 12)
    #expect(try decimal("-3e2").integer() == -300)
    #expect(try decimal("0.5").integer() == nil)
    #expect(try decimal("9223372036854775807").integer64() == Int64.max)
    #expect(try decimal("-9223372036854775808").integer64() == Int64.min)
    #expect(try decimal("9223372036854775808").integer64() == nil)
    #expect(try decimal("1e300").integer64() == nil)
    #expect(Decimal.zero.integer() == 0)
  }
}
