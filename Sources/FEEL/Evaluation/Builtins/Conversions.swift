import ExactNumbers

extension Builtins {
  /// DMN 1.5, 10.3.4.1
  static let conversions: [Builtin] = [
    Builtin(
      "number",
      [
        .form(
          .init("from", .string), .init("grouping separator", .string, null: true),
          .init("decimal separator", .string, null: true), gives: .number)
      ], run: number),
    Builtin("string", [.form(.init("from", .any), gives: .string)], run: string),
    Builtin(
      "date",
      [
        .form(.init("from", .string), gives: .date),
        .form(.init("from", .date), gives: .date),
        .form(
          .init("year", .plainNumber), .init("month", .plainNumber), .init("day", .plainNumber), gives: .date),
      ], run: date),
    Builtin(
      "time",
      [
        .form(.init("from", .any), gives: .any),
        .form(
          .init("hour", .plainNumber), .init("minute", .plainNumber), .init("second", .plainNumber),
          .init("offset", .daysTime, optional: true, null: true), gives: .any),
      ], run: notSupported),
    Builtin(
      "date and time",
      [
        .form(.init("from", .any), gives: .any),
        .form(.init("date", .any), .init("time", .any), gives: .any),
      ], run: notSupported),
    Builtin("duration", [.form(.init("from", .string), gives: .any)], run: duration),
    Builtin(
      "years and months duration",
      [.form(.init("from", .date), .init("to", .date), gives: .type(.yearsMonths))], run: yearsAndMonths),
    Builtin("range", [.form(.init("from", .string), gives: .type(.anyRange))], run: range),
  ]

  private static func notSupported(_ call: Invocation) -> Value { call.fail(.notSupported(call.name)) }

  /// `number("1 000,5", " ", ",")`
  private static func number(_ call: Invocation) -> Value {
    guard case .string(let text) = call[0] else { return .null }
    var grouping: String?
    var point = "."
    if case .string(let separator) = call[1] {
      guard [" ", ".", ","].contains(separator) else {
        return call.fail(.value(parameter: "grouping separator"))
      }
      grouping = separator
    }
    if case .string(let separator) = call[2] {
      guard [".", ","].contains(separator), separator != grouping else {
        return call.fail(.value(parameter: "decimal separator"))
      }
      point = separator
    } else if grouping == point {
      return call.fail(.value(parameter: "decimal separator"))
    }
    var digits = ""
    for scalar in text.unicodeScalars {
      let character = String(Character(scalar))
      if character == grouping { continue }
      digits += character == point ? "." : character == "." ? "?" : character
    }
    return Decimal(digits).map { .number($0) } ?? call.fail(.invalidLiteral(text))
  }

  private static func string(_ call: Invocation) -> Value {
    call.evaluation.string(call[0].feelText, at: call.range)
  }

  private static func date(_ call: Invocation) -> Value {
    switch call[0] {
    case .string(let text): return CalendarDate(text).map { .date($0) } ?? call.fail(.invalidLiteral(text))
    case .number(let year):
      guard case .number(let month) = call[1], case .number(let day) = call[2],
        let y = year.integer64(), let m = month.integer64(), let d = day.integer64(),
        let date = CalendarDate(year: y, month: m, day: d)
      else { return call.fail(.value(parameter: "year, month, day")) }
      return .date(date)
    default: return call[0]
    }
  }

  private static func duration(_ call: Invocation) -> Value {
    guard case .string(let text) = call[0] else { return .null }
    return DurationText.value(text) ?? call.fail(.invalidLiteral(text))
  }

  private static func yearsAndMonths(_ call: Invocation) -> Value {
    guard case .date(let from) = call[0], case .date(let to) = call[1] else { return .null }
    return .yearsMonths(from.months(until: to))
  }

  /// A range from its text; its ends must be literals, or calls that stand for one, such as `date("…")`.
  private static func range(_ call: Invocation) -> Value {
    guard case .string(let text) = call[0] else { return .null }
    guard let expression = RangeText.expression(text), case .interval(let interval) = expression.node,
      let low = interval.low, let high = interval.high, low.isLiteral, high.isLiteral
    else { return call.fail(.invalidLiteral(text)) }
    let value = call.evaluation.evaluate(expression, Scope())
    guard case .range(let range) = value, let first = range.low, let last = range.high,
      call.evaluation.ordering(.lessOrEqual, first, last).isTrue
    else { return call.fail(.invalidLiteral(text)) }
    return value
  }
}

extension Expression {
  /// Whether `range` takes it as an end.
  var isLiteral: Bool {
    switch node {
    case .number, .string, .atLiteral: return true
    case .negate(let operand): return operand.isLiteral
    case .call(let callee, .positional(let arguments)):
      guard case .name(let name) = callee.node, ["date", "time", "date and time", "duration"].contains(name)
      else { return false }
      return arguments.allSatisfy {
        if case .string = $0.node { true } else { false }
      }
    default: return false
    }
  }
}
