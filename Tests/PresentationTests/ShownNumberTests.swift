import Diagnostics
import ExactNumbers
import Scoring
import Testing

@testable import Presentation

@Suite struct ShownNumberTests {
  private let nine = try! Rational(125, 9)

  @Test func `125/9 is 13,9 in Swedish and 13.9 in English`() {
    #expect(ShownNumber.short(nine, decimals: 1, .swedish) == "13,9")
    #expect(ShownNumber.short(nine, decimals: 1, .english) == "13.9")
  }

  @Test func `zeros at the end are left out`() throws {
    #expect(ShownNumber.short(try Rational(45, 4), .swedish) == "11,25")
    #expect(ShownNumber.short(Rational(100), .swedish) == "100")
    #expect(ShownNumber.short(try Rational(-1, 1000), .swedish) == "0")
  }

  @Test func `an interval is shown beside its low end`() {
    #expect(ShownNumber.total(Interval(Rational(61), Rational(70)), .swedish) == "61 (61–70)")
    #expect(ShownNumber.total(Interval(Rational(61)), .swedish) == "61")
  }

  @Test func `decimals come where whole numbers hide a difference`() throws {
    // 60,8 and 61,2 are both 61.
    let close = Interval(try Rational(304, 5), try Rational(306, 5))
    #expect(ShownNumber.total(close, .swedish) == "60,8 (60,8–61,2)")
    // 39,6 is below the threshold 40, and 40 would not look so.
    let below = Interval(try Rational(198, 5))
    #expect(ShownNumber.total(below, threshold: Rational(40), .swedish) == "39,6")
    #expect(ShownNumber.total(below, .swedish) == "40")
  }

  @Test func `money is told in the unit that people use`() {
    let money = { (value: Int) in ShownMoney.amount(Rational(value), unit: "kr", .swedish) }
    #expect(money(1_234_567) == "1,2\u{A0}Mkr")
    #expect(money(4_000_000) == "4,0\u{A0}Mkr")
    #expect(money(450_000) == "450\u{A0}tkr")
    #expect(money(999_499) == "999\u{A0}tkr")
    #expect(money(999_500) == "1,0\u{A0}Mkr")
    #expect(money(900) == "900\u{A0}kr")
    #expect(ShownMoney.amount(Rational(1_250_000), unit: "kr", .english) == "1.3\u{A0}MSEK")
  }
}
