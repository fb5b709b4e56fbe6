import ExactNumbers
import FEEL
import Testing

@Suite("Dates")
struct CalendarDateTests {
  @Test("a day is the same after its number and back, over the 400-year cycle")
  func dayNumbers() throws {
    var previous = try #require(CalendarDate(year: 1599, month: 12, day: 31))
    var mistakes: [Int64] = []
    for number in Int64(-135_140)..<(-135_140 + 146_097) {
      guard let date = CalendarDate(dayNumber: number), date.dayNumber == number, previous < date else {
        mistakes.append(number)
        continue
      }
      previous = date
    }
    #expect(mistakes.isEmpty)
    // The cycle is 146,097 days: 1600-01-01 to 1999-12-31.
    #expect(previous == CalendarDate(year: 1999, month: 12, day: 31))
  }

  @Test(
    "known days",
    arguments: [
      ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("1969-12-31", -1, 3), ("2026-08-01", 20_666, 6),
      ("0000-03-01", -719_468, 3),
    ])
  func known(text: String, number: Int64, weekday: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.text == text)
  }

  @Test(
    "weeks after ISO 8601",
    arguments: [
      ("2005-01-01", 53), ("2005-12-31", 52), ("2007-01-01", 1), ("2008-12-29", 1), ("2010-01-03", 53),
      ("2020-12-31", 53), ("2026-08-01", 31),
    ])
  func weeks(text: String, week: Int) throws {
    #expect(try #require(CalendarDate(text)).weekOfYear == week)
  }

  @Test(
    "what is no date",
    arguments: [
      "2026-13-01", "2026-02-29", "26-01-01", "02026-01-01", "2026-1-1", "2026-01-01T", "",
      "9999999999-01-01",
      "2026/01/01", "2026-00-10", "2026-01-00", "+2026-01-01",
    ])
  func invalid(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("far years and their ends")
  func ends() throws {
    let last = try #require(CalendarDate("999999999-12-31"))
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(days: -1)?.text == "999999999-12-30")
    #expect(last.adding(months: 1) == nil)
    let first = try #require(CalendarDate("-999999999-01-01"))
    #expect(first.adding(days: -1) == nil)
    #expect(first.adding(days: 31)?.text == "-999999999-02-01")
    #expect(first.adding(months: .min) == nil)
    #expect(last.weekOfYear >= 52)
  }
}

@Suite("Durations and the texts of values")
struct ValueTextTests {
  @Test(
    arguments: [
      ("P1Y2M", "P1Y2M"), ("P26M", "P2Y2M"), ("-P100M", "-P8Y4M"), ("P0Y", "P0M"), ("PT24H", "P1D"),
      ("P1DT2H3M4.50S", "P1DT2H3M4.5S"), ("-PT90M", "-PT1H30M"), ("PT0.000S", "PT0S"), ("PT0.5S", "PT0.5S"),
    ])
  func durations(text: String, expected: String) throws {
    #expect(try #require(DurationText.value(text)).literal == expected)
  }

  @Test(arguments: [
    "P", "PT", "P1", "1D", "P1H", "PT1D", "P1Y1D", "P1M1Y", "P-1D", "P1.5D", "PT1.5M", "p1d", "",
  ])
  func noDurations(text: String) {
    #expect(DurationText.value(text) == nil)
  }

  @Test(
    arguments: [
      ("null", "null"), ("\"a\\\"b\"", #""a\"b""#), ("[1, \"a\", null]", #"[1, "a", null]"#),
      ("{a: 1, \"b c\": {}, \"d!\": 2}", #"{a: 1, b c: {}, "d!": 2}"#), ("[1..5)", "[1..5)"),
      ("(>= 5)", "[5..)"),
    ])
  func literals(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }
}
