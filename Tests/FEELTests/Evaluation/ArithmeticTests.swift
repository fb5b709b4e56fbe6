import FEEL
import Testing

@Suite("Computing")
struct ArithmeticTests {
  @Test(
    "numbers are decimal and exact to 34 digits",
    arguments: [
      ("0.1 + 0.2", "0.3"), ("0.1 + 0.2 = 0.3", "true"), ("1 / 3", "0.3333333333333333333333333333333333"),
      ("2 / 3", "0.6666666666666666666666666666666667"), ("1 / 3 * 3 = 1", "false"),
      ("9999999999999999999999999999999999 + 1", "1E+34"),
      ("1.10 - 1", "0.1"), ("100 * 1.005", "100.5"), ("2 ** 10", "1024"), ("2 ** -2", "0.25"),
      ("-5 ** 2", "25"), ("10 - 4 - 3", "3"), ("12 / 4 / 3", "1"), ("480 * 0.125", "60"),
      ("1.0 = 1", "true"), ("-0", "0"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "dates and durations",
    arguments: [
      ("@\"2026-01-31\" + @\"P1M\"", "2026-02-28"), ("@\"2024-02-29\" + @\"P1Y\"", "2025-02-28"),
      ("@\"2026-03-01\" - @\"2026-02-01\"", "P28D"), ("@\"2024-03-01\" - @\"P1D\"", "2024-02-29"),
      ("@\"2026-01-01\" + @\"PT36H\"", "2026-01-02"), ("@\"2026-01-02\" - @\"PT1S\"", "2026-01-01"),
      ("@\"P1Y\" + @\"P2M\"", "P1Y2M"), ("@\"P1Y\" - @\"P14M\"", "-P2M"), ("@\"P1M\" * 18", "P1Y6M"),
      ("@\"P10Y11M\" / -2.5", "-P4Y4M"), ("@\"P2Y\" / @\"P6M\"", "4"), ("@\"P1D\" / @\"PT6H\"", "4"),
      ("@\"PT90M\" * 2", "PT3H"), ("-@\"P1Y\"", "-P1Y"), ("@\"P1D\" + @\"-PT1.5S\"", "PT23H59M58.5S"),
    ])
  func times(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test("strings are joined with +", arguments: [("\"a\" + \"å\"", "\"aå\""), ("\"a\" + 1", "null")])
  func strings(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }
}

@Suite("Comparing, and truth in three values")
struct ComparisonTests {
  @Test(
    "equality is null between kinds, and never null beside null",
    arguments: [
      ("1 = 1.0", "true"), ("\"a\" = \"A\"", "false"), ("1 = \"1\"", "null"), ("true = 1", "null"),
      ("null = null", "true"), ("1 = null", "false"), ("null != 1", "true"), ("[] = null", "false"),
      ("[1, [2]] = [1, [2]]", "true"), ("[1, 2] = [2, 1]", "false"), ("[1] = [\"1\"]", "false"),
      ("{a: 1, b: 2} = {b: 2, a: 1}", "true"), ("{a: 1} = {a: 1, b: null}", "false"),
      ("[1..5] = [1..5]", "true"), ("[1..5] = [1..5)", "false"), ("(< 5) = (null..5)", "false"),
      ("@\"P1Y\" = @\"P12M\"", "true"), ("@\"P1Y\" = @\"P365D\"", "null"), ("\"a\u{30A}\" = \"å\"", "true"),
    ])
  func equality(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "order",
    arguments: [
      ("1 < 2", "true"), ("\"a\" < \"b\"", "true"), ("@\"2026-01-01\" >= @\"2025-12-31\"", "true"),
      ("1 < null", "null"), ("1 < \"2\"", "null"), ("true < false", "null"), ("[1] < [2]", "null"),
      ("3 between 1 and 3", "true"), ("3 between null and 5", "null"), ("3 between 4 and null", "false"),
    ])
  func order(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "and, or, not",
    arguments: [
      ("true and null", "null"), ("false and null", "false"), ("null and false", "false"),
      ("true or null", "true"), ("false or null", "null"), ("null or null", "null"), ("1 and true", "null"),
      ("1 or true", "true"), ("not(null)", "null"), ("not(true)", "false"), ("not(1)", "null"),
    ])
  func logic(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "in",
    arguments: [
      ("5 in [1..5]", "true"), ("5 in [1..5)", "false"), ("5 in (1, 5)", "true"),
      ("5 in (< 5, > 5)", "false"),
      ("1 in [[2..4], [1..3]]", "true"), ("5 in [1, 2, 3]", "false"), ("[1, 2] in [[1, 2], [3]]", "true"),
      ("5 in != 5", "false"), ("5 in [1..null]", "null"), ("null in [1..5]", "null"),
      ("\"b\" in \"b\"", "true"),
      ("5 in (? > 4)", "true"), ("\"abc\" in (starts with(?, \"b\"), ends with(?, \"c\"))", "true"),
      ("null in (null, 1)", "true"), ("1 in \"a\"", "null"), ("1 in [\"a\", 1]", "true"),
    ])
  func membership(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "if goes on with else unless the condition is true",
    arguments: [("if true then 1 else 2", "1"), ("if null then 1 else 2", "2"), ("if 1 then 1 else 2", "2")])
  func conditions(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }
}
