import ExactNumbers
import Testing

// Expected digits from tables of constants (OEIS A002193, A001113, A002392), rounded to 34 digits by hand.
@Suite struct DecimalFunctionTests {
  @Test func wellKnownConstants() throws {
    #expect(try Decimal(2).squareRoot().text == "1.414213562373095048801688724209698")
    #expect(try Decimal(2).power(decimal("0.5")) == Decimal(2).squareRoot())
    #expect(try Decimal.one.exponential().text == "2.718281828459045235360287471352662")
    #expect(try Decimal(10).naturalLogarithm().text == "2.302585092994045684017991454684364")
  }

  @Test func exactResultsAreExact() throws {
    #expect(try decimal("0.25").squareRoot().text == "0.5")
    #expect(try decimal("1e6000").squareRoot() == decimal("1e3000"))
    #expect(try decimal("1e-6001").multiplied(by: 10).squareRoot() == decimal("1e-3000"))
    #expect(try Decimal.zero.squareRoot() == 0)
    #expect(try Decimal.zero.exponential() == 1)
    #expect(try Decimal.one.naturalLogarithm() == 0)
    #expect(try Decimal(10).power(-5).text == "0.00001")
    #expect(try decimal("1.1").power(3).text == "1.331")
    #expect(try Decimal(4).power(decimal("0.5")) == 2)
    #expect(try decimal("0.00032").power(decimal("0.2")).text == "0.2")
  }

  @Test func powersOfZeroAndOfNegativeNumbers() throws {
    #expect(try Decimal.zero.power(0) == 1)
    #expect(try Decimal.zero.power(decimal("0.5")) == 0)
    #expect(throws: ArithmeticError.divisionByZero) { try Decimal.zero.power(-1) }
    #expect(try Decimal(-2).power(3) == -8)
    #expect(try Decimal(-2).power(4) == 16)
    #expect(try Decimal(-2).power(decimal("3.0")) == -8)
    #expect(try Decimal(-2).power(-2).text == "0.25")
    #expect(try Decimal(-1).power(decimal("1e40")) == 1)
    #expect(throws: ArithmeticError.invalid) { try Decimal(-2).power(decimal("0.5")) }
  }

  @Test func whatIsNotDefinedThrows() {
    #expect(throws: ArithmeticError.invalid) { try Decimal(-1).squareRoot() }
    #expect(throws: ArithmeticError.invalid) { try Decimal(-1).naturalLogarithm() }
    #expect(throws: ArithmeticError.invalid) { try Decimal.zero.naturalLogarithm() }
    #expect(throws: ArithmeticError.overflow) { try Decimal(14_150).exponential() }
    #expect(throws: ArithmeticError.overflow) { try Decimal(10).power(6145) }
  }

  @Test func whatIsTooSmallBecomesZero() throws {
    #expect(try Decimal(-14_300).exponential() == 0)
    #expect(try decimal("-1e6000").exponential() == 0)
    #expect(try Decimal(10).power(-6177) == 0)
    #expect(try decimal("0.5").power(decimal("1e6000")) == 0)
  }

  @Test func anExactTieGoesToTheEvenNeighbour() throws {
    // 2^−49 = 5^49 × 10^−49, and 5^49 = 17763568394002504646778106689453125 has 35 digits, the last a 5.
    let power = try Decimal(2).power(98).power(decimal("-0.5"))
    #expect(power.text == "0.000000000000001776356839400250464677810668945312")
  }
}
