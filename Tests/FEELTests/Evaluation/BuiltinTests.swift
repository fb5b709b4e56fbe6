import FEEL
import Testing

@Suite("Built-in functions")
struct BuiltinTests {
  @Test(
    "numbers",
    arguments: [
      ("decimal(2.5, 0)", "2"), ("decimal(1/3, 2)", "0.33"), ("floor(-1.5)", "-2"),
      ("floor(-1.56, 1)", "-1.6"),
      ("ceiling(-1.5)", "-1"), ("round up(-5.5, 0)", "-6"), ("round down(5.9, 0)", "5"),
      ("round half up(2.5, 0)", "3"), ("round half down(2.5, 0)", "2"), ("round up(1234, -2)", "1300"),
      ("abs(-1)", "1"), ("abs(@\"-P1D\")", "P1D"), ("modulo(-10, 4)", "2"), ("modulo(10.1, -4.5)", "-3.4"),
      ("modulo(1, 0)", "null"), ("sqrt(2)", "1.414213562373095048801688724209698"), ("sqrt(-1)", "null"),
      ("log(-1)", "null"), ("exp(0)", "1"), ("odd(-3)", "true"), ("even(2.5)", "false"), ("abs(n: -1)", "1"),
      ("abs(number: -1)", "null"), ("decimal(1, 6177)", "null"), ("abs(\"-1\")", "null"), ("abs([-1])", "1"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "strings",
    arguments: [
      ("substring(\"foobar\", 3)", "\"obar\""), ("substring(\"foobar\", -2, 1)", "\"a\""),
      ("substring(\"åäö\", 2, 1)", "\"ä\""), ("substring(\"a\", 0)", "null"), ("string length(\"🐎å\")", "2"),
      ("upper case(\"åäö\")", "\"ÅÄÖ\""), ("lower case(\"ÅB\")", "\"åb\""),
      ("substring before(\"foobar\", \"ob\")", "\"fo\""), ("substring after(\"foobar\", \"ob\")", "\"ar\""),
      ("substring after(\"foobar\", \"x\")", "\"\""), ("contains(\"foobar\", \"\")", "true"),
      ("contains(\"foobar\", \"bo\")", "false"),
      ("substring after(\"aabaaabaaac\", \"aabaaac\")", "\"\""),
      ("contains(\"abababac\", \"ababac\")", "true"),
      ("substring before(\"aaab\", \"aab\")", "\"a\""), ("substring(\"foobar\", 4, 99999999999)", "\"bar\""),
      ("starts with(\"foobar\", \"foo\")", "true"),
      ("ends with(\"foobar\", \"bar\")", "true"), ("ends with(\"r\", \"bar\")", "false"),
      ("string join([\"a\", null, \"b\"], \"-\")", "\"a-b\""), ("string join([])", "\"\""),
      ("string join([1])", "null"), ("string length(null)", "null"), ("string(1.50)", "\"1.5\""),
      ("string([1, \"a\"])", #""[1, \"a\"]""#), ("string(\"a\")", "\"a\""),
      ("string(@\"2026-08-01\")", "\"2026-08-01\""),
      ("number(\"1 000,5\", \" \", \",\")", "1000.5"), ("number(\"1.5\", null, null)", "1.5"),
      ("number(\"1,5\", \",\", \",\")", "null"), ("number(\"ett\", null, null)", "null"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test(
    "lists",
    arguments: [
      ("list contains([1, null], null)", "true"), ("count([])", "0"), ("count(5)", "1"),
      ("count(null)", "null"),
      ("min([3, 1, 2])", "1"), ("max(\"a\", \"c\", \"b\")", "\"c\""), ("min([])", "null"),
      ("min([1, \"a\"])", "null"),
      ("max([@\"2026-01-01\", @\"2025-01-01\"])", "2026-01-01"), ("sum([1, 2, 3])", "6"), ("sum([])", "null"),
      ("sum([1, null])", "null"), ("sum(0.1, 0.2)", "0.3"),
      ("mean([1, 2, 4])", "2.333333333333333333333333333333333"),
      ("product([2, 3])", "6"), ("median([8, 2, 5, 7])", "6"), ("mode([6, 3, 9, 6, 3])", "[3, 6]"),
      ("stddev([2, 4, 4, 4, 5, 5, 7, 9]) > 2.138 and stddev([2, 4, 4, 4, 5, 5, 7, 9]) < 2.139", "true"),
      ("stddev([1])", "null"), ("sublist([1, 2, 3], 2)", "[2, 3]"), ("sublist([1, 2, 3], -2, 1)", "[2]"),
      ("sublist([1], 2)", "null"), ("append([1], 2, null)", "[1, 2, null]"),
      ("concatenate([1], [2, 3], 4)", "[1, 2, 3, 4]"),
      ("insert before([1, 2], 2, 9)", "[1, 9, 2]"), ("insert before([1], 2, 9)", "[1, 9]"),
      ("remove([1, 2], -1)", "[1]"),
      ("reverse([1, 2])", "[2, 1]"), ("index of([1, 2, 1], 1)", "[1, 3]"),
      ("union([1, 2], [2, 3])", "[1, 2, 3]"),
      ("distinct values([1, \"a\", 1, null, null])", "[1, \"a\", null]"),
      ("duplicate values([1, 2, 1, 2, 3])", "[1, 2]"),
      ("flatten([1, [2, [3]]])", "[1, 2, 3]"), ("list replace([1, 2, 3], 2, 9)", "[1, 9, 3]"),
      ("list replace([1, 5], function(item, newItem) item < newItem, 3)", "[3, 5]"),
      ("sort([3, 1, 2], function(a, b) a < b)", "[1, 2, 3]"), ("all([true, null])", "null"),
      ("all([])", "true"),
      ("any([false, true, null])", "true"), ("any(true, false)", "true"), ("all([true, 1])", "null"),
    ])
  func lists(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test("sort keeps the order of what the function does not tell apart")
  func stable() throws {
    let text = "sort([{a: 2, b: 1}, {a: 1, b: 2}, {a: 2, b: 3}, {a: 1, b: 4}], function(x, y) x.a < y.a).b"
    #expect(try feel(text) == "[2, 4, 1, 3]")
  }

  @Test(
    "dates, contexts, ranges",
    arguments: [
      ("date(\"2026-02-30\")", "null"), ("date(2026, 2, 28)", "2026-02-28"),
      ("date(@\"2026-02-28\")", "2026-02-28"),
      ("duration(\"P1Y2M\")", "P1Y2M"), ("duration(\"P1Y2D\")", "null"),
      ("duration(\"PT1000M\")", "PT16H40M"),
      ("years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "P1Y8M"),
      ("years and months duration(@\"2013-08-24\", @\"2011-12-22\")", "-P1Y8M"),
      ("day of week(@\"2026-08-01\")", "\"Saturday\""), ("month of year(@\"2026-08-01\")", "\"August\""),
      ("day of year(@\"2024-12-31\")", "366"), ("week of year(@\"2010-01-01\")", "53"),
      ("week of year(@\"2003-12-29\")", "1"), ("get value({a: 1}, \"a\")", "1"),
      ("get value({a: {b: 2}}, [\"a\", \"b\"])", "2"),
      ("get entries({a: 1})", "[{key: \"a\", value: 1}]"), ("context([{key: \"a\", value: 1}])", "{a: 1}"),
      ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"),
      ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
      ("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
      ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"),
      ("range(\"[1..3)\")", "[1..3)"), ("range(\"[3..1]\")", "null"), ("is(1, 1.0)", "true"),
      ("is(@\"P0Y\", @\"P0D\")", "false"),
      ("before(1, 2)", "true"), ("before([1..5), [5..8])", "true"), ("after(9, [1..8])", "true"),
      ("meets([1..5], [5..8])", "true"), ("met by([5..8], [1..5])", "true"),
      ("overlaps([1..5], [5..8])", "true"),
      ("overlaps([1..5), [5..8])", "false"), ("overlaps before([1..5], [3..8])", "true"),
      ("overlaps after([3..8], [1..5])", "true"), ("finishes(5, [1..5])", "true"),
      ("finished by([1..5], [3..5])", "true"),
      ("includes([1..5], 3)", "true"), ("includes([1..5], [2..6])", "false"),
      ("during([2..3], [1..5])", "true"),
      ("starts(1, (1..5])", "false"), ("started by([1..5], [1..3])", "true"),
      ("coincides([1..5], [1..5])", "true"),
    ])
  func others(text: String, expected: String) throws {
    #expect(try feel(text) == expected)
  }

  @Test("today is the date that the caller gives")
  func today() throws {
    let date = try #require(CalendarDate(year: 2026, month: 9, day: 15))
    #expect(try feel("today() + @\"P1D\"", today: date) == "2026-09-16")
    #expect(try evaluate("today()").nullReason?.kind == .noDate)
  }

  @Test("what comes later says so", arguments: ["time", "now", "matches", "replace", "split"])
  func notSupported(name: String) throws {
    let calls = [
      "time": "time(\"10:00:00\")", "now": "now()", "matches": "matches(\"a\", \"a\")",
      "replace": "replace(\"a\", \"a\", \"b\")", "split": "split(\"a\", \"a\")",
    ]
    let reason = try evaluate(calls[name] ?? "").nullReason
    #expect(reason?.kind == .notSupported(name))
  }

  @Test("every built-in has a signature under its own name")
  func signatures() throws {
    #expect(Builtins.names.count == Set(Builtins.names).count)
    for name in Builtins.names {
      let signature = try #require(Builtins.signature(of: name))
      #expect(signature.name == name)
      #expect(!signature.overloads.isEmpty)
    }
    #expect(Builtins.signature(of: "finns inte") == nil)
  }
}
