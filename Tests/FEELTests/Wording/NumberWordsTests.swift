import Diagnostics
import ExactNumbers
import FEEL
import Testing

@Suite("Numbers in words")
struct NumberWordsTests {
  @Test(
    "thousands, decimals and minus",
    arguments: [
      ("0", "0", "0"), ("7", "7", "7"), ("999", "999", "999"), ("1000", "1\u{A0}000", "1,000"),
      ("1234.5", "1\u{A0}234,5", "1,234.5"),
      ("-1234567.891", "\u{2212}1\u{A0}234\u{A0}567,891", "\u{2212}1,234,567.891"),
      ("-0.05", "\u{2212}0,05", "\u{2212}0.05"), ("11.250", "11,250", "11.250"), ("00012", "12", "12"),
      ("1.5E+3", "1\u{A0}500", "1,500"), ("2E-3", "0,002", "0.002"), ("-0", "0", "0"), (".5", "0,5", "0.5"),
    ])
  func plain(text: String, sv: String, en: String) {
    #expect(NumberWords.number(text, .swedish) == sv)
    #expect(NumberWords.number(text, .english) == en)
  }

  @Test(
    "rounding half to even",
    arguments: [
      ("0.125", 2, "0,12"), ("0.135", 2, "0,14"), ("0.1251", 2, "0,13"), ("2.5", 0, "2"), ("3.5", 0, "4"),
      ("9.995", 2, "10"), ("-0.004", 2, "0"), ("99999.5", 0, "100\u{A0}000"), ("1.20", 3, "1,20"),
      ("0.3333333333333333333333333333333333", 4, "0,3333"),
    ])
  func rounding(text: String, decimals: Int, sv: String) {
    #expect(NumberWords.number(text, .swedish, decimals: decimals) == sv)
  }

  @Test("shares are per cent, years are not grouped")
  func percentAndYears() throws {
    #expect(NumberWords.percent("0.75", .swedish) == "75\u{A0}%")
    #expect(NumberWords.percent("0.125", .swedish) == "12,5\u{A0}%")
    #expect(NumberWords.percent("0.125", .english) == "12.5%")
    #expect(NumberWords.percent("0.123456", .swedish, decimals: 1) == "12,3\u{A0}%")
    #expect(NumberWords.percent("0", .english) == "0%")
    #expect(NumberWords.number("2026", .swedish, grouped: false) == "2026")
    #expect(NumberWords.number(try #require(Decimal("1234.5")), .english) == "1,234.5")
  }

  @Test("what is no number is left as it stands")
  func noNumber() {
    #expect(NumberWords.number("tolv", .swedish) == "tolv")
    #expect(NumberWords.number("", .swedish) == "")
    #expect(NumberWords.percent("1/3", .english) == "1/3")
  }
}
