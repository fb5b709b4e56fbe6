import ExactNumbers

extension Builtins {
  /// DMN 1.5, 10.3.4.7 and 10.3.4.10
  static let dates: [Builtin] = [
    Builtin("today", [.form(gives: .date)]) { call in
      call.evaluation.today.map { .date($0) } ?? call.fail(.noDate)
    },
    Builtin("now", [.form(gives: .any)]) { $0.fail(.notSupported("now")) },
    Builtin("day of year", [.form(.init("date", .date), gives: .number)]) { call in
      of(call) { .number(Decimal($0.dayOfYear)) }
    },
    Builtin("day of week", [.form(.init("date", .date), gives: .string)]) { call in
      of(call) { .string(weekdays[$0.weekday - 1]) }
    },
    Builtin("month of year", [.form(.init("date", .date), gives: .string)]) { call in
      of(call) { .string(months[$0.month - 1]) }
    },
    Builtin("week of year", [.form(.init("date", .date), gives: .number)]) { call in
      of(call) { .number(Decimal($0.weekOfYear)) }
    },
  ]

  private static func of(_ call: Invocation, _ body: (CalendarDate) -> Value) -> Value {
    if case .date(let date) = call[0] { body(date) } else { .null }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
