import ExactNumbers
import Testing

/// Decimals and fractions of all shapes, the same on every run.
private struct Numbers {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// 1–34 digits, with runs of 0 and 9 among them, and an exponent of at most `spread` either way.
  mutating func decimal(spread: Int) throws -> Decimal {
    var text = random.next(below: 2) == 0 ? "" : "-"
    let shape = random.next(below: 4)
    for _ in 0...random.next(below: 34) {
      switch shape {
      case 0: text += "9"
      case 1: text += random.next(below: 3) == 0 ? "5" : "0"
      default: text += String(random.next(below: 10))
      }
    }
    let exponent = Int(random.next(below: UInt64(2 * spread + 1))) - spread
    return try #require(Decimal(text + "e" + String(exponent)))
  }

  mutating func rational() throws -> Rational {
    let top = try Rational(decimal(spread: 12))
    let bottom = try Rational(decimal(spread: 12))
    let small = try Rational(Int(random.next(below: 2001)) - 1000, Int(random.next(below: 1000)) + 1)
    return bottom.isZero || random.next(below: 2) == 0 ? small : try top.divided(by: bottom)
  }
}

@Suite struct DecimalPropertyTests {
  /// Fractions keep everything and round once: another way to the same digits.
  @Test func everyOperationIsTheExactOneRoundedOnce() throws {
    var numbers = Numbers(seed: 1)
    for index in 0..<3000 {
      let left = try numbers.decimal(spread: 60)
      let right = try numbers.decimal(spread: 60)
      let (exactLeft, exactRight) = try (Rational(left), Rational(right))
      let place: Comment = "\(index): \(left.text), \(right.text)"
      #expect(try left.adding(right) == exactLeft.adding(exactRight).decimal(), place)
      #expect(try left.subtracting(right) == exactLeft.subtracting(exactRight).decimal(), place)
      #expect(try left.multiplied(by: right) == exactLeft.multiplied(by: exactRight).decimal(), place)
      #expect((left < right) == (exactLeft < exactRight), place)
      #expect((left == right) == (exactLeft == exactRight), place)
      if right.isZero { continue }
      #expect(try left.divided(by: right) == exactLeft.divided(by: exactRight).decimal(), place)
    }
  }

  @Test func textsAndHashesFollowTheValue() throws {
    var numbers = Numbers(seed: 2)
    for _ in 0..<3000 {
      let number = try numbers.decimal(spread: 6000)
      #expect(Decimal(number.text) == number)
      #expect(try number.subtracting(number) == 0)
      #expect(number.negated.negated == number)
      #expect(number.magnitude.sign == (number.isZero ? 0 : 1))
      // The same value from a longer coefficient, where there is room for one.
      if let longer = Decimal(number.text.contains("E") ? number.text : number.text + ".0") {
        #expect(longer == number && longer.hashValue == number.hashValue)
      }
    }
  }

  @Test func moduloLiesBetweenZeroAndTheDivisor() throws {
    var numbers = Numbers(seed: 3)
    for index in 0..<2000 {
      // Whole numbers below 10^16 keep quotient, product and difference exact.
      let dividend = Decimal(
        Int64(numbers.random.next(below: 20_000_000_000_000_000)) - 10_000_000_000_000_000)
      let divisor = Decimal(Int64(numbers.random.next(below: 2_000_001)) - 1_000_000)
      if divisor.isZero { continue }
      let modulo = try dividend.modulo(divisor)
      #expect(modulo.magnitude < divisor.magnitude, "\(index)")
      #expect(modulo.isZero || modulo.sign == divisor.sign, "\(index)")
      #expect(try dividend.subtracting(modulo).divided(by: divisor).isInteger, "\(index)")
    }
  }

  @Test func roundingLandsOnTheGridNextToTheNumber() throws {
    var numbers = Numbers(seed: 4)
    for index in 0..<2000 {
      let number = try numbers.decimal(spread: 30)
      let scale = Int(numbers.random.next(below: 25)) - 4
      let unit = try Decimal(10).power(Decimal(-scale))
      for mode in RoundingMode.allCases {
        let rounded = try number.rounded(toScale: scale, mode)
        let distance = try Rational(number).subtracting(Rational(rounded)).magnitude
        #expect(try distance < Rational(unit), "\(index) \(number.text) \(mode)")
        #expect(
          try Rational(rounded).divided(by: Rational(unit)).isInteger, "\(index) \(number.text) \(mode)")
      }
      #expect(number.floor() <= number && number <= number.ceiling(), "\(index)")
      #expect(number.floor().isInteger && number.ceiling().isInteger, "\(index)")
      #expect((number.floor() == number.ceiling()) == number.isInteger, "\(index)")
    }
  }

  /// A correctly rounded root lies within half a unit of the last place: its neighbours' squares enclose x.
  @Test func rootsAreNearest() throws {
    var numbers = Numbers(seed: 5)
    for index in 0..<500 {
      let number = try numbers.decimal(spread: 40).magnitude
      if number.isZero { continue }
      let root = try number.squareRoot()
      let half = try Rational(root).divided(by: rational("2" + String(repeating: "0", count: 33)))
      let below = try Rational(root).subtracting(half)
      let above = try Rational(root).adding(half)
      #expect(try below.multiplied(by: below) <= Rational(number), "\(index) \(number.text)")
      #expect(try above.multiplied(by: above) >= Rational(number), "\(index) \(number.text)")
    }
  }

  @Test func logarithmAndExponentialUndoEachOther() throws {
    var numbers = Numbers(seed: 6)
    for index in 0..<100 {
      let number = try numbers.decimal(spread: 2).divided(by: decimal("1e34"))
      if number.magnitude > 1000 { continue }
      let again = try number.exponential().naturalLogarithm()
      // e^x carries 34 digits, so x comes back within a unit of the 34th digit of 1.
      #expect(try again.subtracting(number).magnitude <= decimal("1e-33"), "\(index) \(number.text)")
    }
  }
}

@Suite struct RationalPropertyTests {
  @Test func fractionsAreAField() throws {
    var numbers = Numbers(seed: 7)
    for index in 0..<500 {
      let (a, b, c) = try (numbers.rational(), numbers.rational(), numbers.rational())
      let place: Comment = "\(index): \(a.text), \(b.text), \(c.text)"
      #expect(try a.adding(b) == b.adding(a), place)
      #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)), place)
      #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)), place)
      #expect(
        try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)), place)
      #expect(try a.subtracting(a) == 0 && a.adding(.zero) == a && a.multiplied(by: .one) == a, place)
      #expect(Rational(a.text) == a && Rational(a.text)?.hashValue == a.hashValue, place)
      if b.isZero { continue }
      #expect(try a.divided(by: b).multiplied(by: b) == a, place)
      #expect(try (a < b) == (a.subtracting(b).sign < 0), place)
    }
  }

  @Test func sumsDoNotDependOnOrder() throws {
    var numbers = Numbers(seed: 8)
    var values: [Rational] = []
    for _ in 0..<60 { values.append(try numbers.rational()) }
    let sum = try Rational.sum(values)
    #expect(try Rational.sum(values.reversed()) == sum)
    #expect(try Rational.sum(values.sorted()) == sum)
    #expect(try Rational.sum(values.map(\.negated)) == sum.negated)
  }
}
