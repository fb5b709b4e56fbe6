import ExactNumbers

extension Evaluation {
  /// `+ - * / **` (DMN 1.5, tables 53 to 57).
  func arithmetic(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value, at range: TextRange
  ) -> Value {
    if case .number(let a) = left, case .number(let b) = right {
      return number(at: range) { () throws(ArithmeticError) in try operation.apply(a, b) }
    }
    if left.isNull || right.isNull { return null(from: left, right) { .null } }
    if left.kind == .unknown || right.kind == .unknown {
      return unknownArithmetic(operation, left, right, at: range)
    }
    let result: Value? =
      switch operation {
      case .add: sum(left, right, at: range) ?? sum(right, left, at: range)
      case .subtract: difference(left, right, at: range)
      case .multiply: product(left, right, at: range) ?? product(right, left, at: range)
      case .divide: quotient(left, right, at: range)
      case .power: nil
      }
    return result
      ?? fail(.operandTypes(operation: operation.sign, left.kind, right.kind), at: range)
  }

  func number(at range: TextRange, _ body: () throws(ArithmeticError) -> Decimal) -> Value {
    do throws(ArithmeticError) {
      return .number(try body())
    } catch {
      return failure(error, at: range)
    }
  }

  func failure(_ error: ArithmeticError, at range: TextRange) -> Value {
    switch error {
    case .divisionByZero: fail(.divisionByZero, at: range)
    case .overflow, .invalid: fail(.numberOutOfRange, at: range)
    }
  }

  func negation(_ value: Value, at range: TextRange) -> Value {
    switch value {
    case .number(let number): return .number(number.negated)
    case .yearsMonths(let months): return .yearsMonths(-months)
    case .daysTime(let seconds): return .daysTime(seconds.negated)
    case .null: return value
    case .unknown(let unknown):
      if let candidates = unknown.bounds.candidates {
        return tryingOut { hull(candidates.map { negation($0, at: range) }, causes: unknown.causes) }
      }
      return NumberInterval(value)?.negated.value(unknown.causes) ?? anything(unknown.causes)
    default: return fail(.operandTypes(operation: "-", .number, value.kind), at: range)
    }
  }

  func anything(_ causes: [Unknown.Cause]) -> Value { .unknown(Unknown(causes: causes, bounds: .any)) }

  private func unknownArithmetic(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value, at range: TextRange
  ) -> Value {
    let areFew = left.candidates.map { $0.count }.flatMap { a in right.candidates.map { a * $0.count <= 64 } }
    if areFew != true, let a = NumberInterval(left), let b = NumberInterval(right),
      let result = NumberInterval.compute(operation, a, b)
    {
      return result.value(Unknown.merged(left.causes, right.causes))
    }
    return eachPossible(left, right) { arithmetic(operation, $0, $1, at: range) }
  }

  // MARK: Dates, durations, strings

  private func sum(_ a: Value, _ b: Value, at range: TextRange) -> Value? {
    switch (a, b) {
    case (.string(let x), .string(let y)): return string(x + y, at: range)
    case (.date(let date), .yearsMonths(let months)): return self.date(date.adding(months: months), at: range)
    case (.date(let date), .daysTime(let seconds)): return self.date(date, plus: seconds, at: range)
    case (.yearsMonths(let x), .yearsMonths(let y)): return months(x.addingReportingOverflow(y), at: range)
    case (.daysTime(let x), .daysTime(let y)):
      return duration(at: range) { () throws(ArithmeticError) in try x.adding(y) }
    default: return nil
    }
  }

  private func difference(_ a: Value, _ b: Value, at range: TextRange) -> Value? {
    switch (a, b) {
    case (.date(let x), .date(let y)):
      return duration(at: range) { () throws(ArithmeticError) in
        try Decimal(x.dayNumber - y.dayNumber).multiplied(by: 86_400)
      }
    case (.date(let date), .yearsMonths(let months)):
      return self.date(date.adding(months: -months), at: range)
    case (.date(let date), .daysTime(let seconds)):
      return self.date(date, plus: seconds.negated, at: range)
    case (.yearsMonths(let x), .yearsMonths(let y)):
      return months(x.subtractingReportingOverflow(y), at: range)
    case (.daysTime(let x), .daysTime(let y)):
      return duration(at: range) { () throws(ArithmeticError) in try x.subtracting(y) }
    default: return nil
    }
  }

  private func product(_ a: Value, _ b: Value, at range: TextRange) -> Value? {
    switch (a, b) {
    case (.yearsMonths(let months), .number(let factor)):
      return wholeMonths(at: range) { () throws(ArithmeticError) in try Decimal(months).multiplied(by: factor)
      }
    case (.daysTime(let seconds), .number(let factor)):
      return duration(at: range) { () throws(ArithmeticError) in try seconds.multiplied(by: factor) }
    default: return nil
    }
  }

  private func quotient(_ a: Value, _ b: Value, at range: TextRange) -> Value? {
    switch (a, b) {
    case (.yearsMonths(let months), .number(let divisor)):
      return wholeMonths(at: range) { () throws(ArithmeticError) in try Decimal(months).divided(by: divisor) }
    case (.daysTime(let seconds), .number(let divisor)):
      return duration(at: range) { () throws(ArithmeticError) in try seconds.divided(by: divisor) }
    case (.yearsMonths(let x), .yearsMonths(let y)):
      return number(at: range) { () throws(ArithmeticError) in try Decimal(x).divided(by: Decimal(y)) }
    case (.daysTime(let x), .daysTime(let y)):
      return number(at: range) { () throws(ArithmeticError) in try x.divided(by: y) }
    default: return nil
    }
  }

  private func date(_ date: CalendarDate?, at range: TextRange) -> Value {
    date.map { .date($0) } ?? fail(.numberOutOfRange, at: range)
  }

  /// A date counts as its midnight, and the time of the sum is dropped: a day and 12 hours later is a day later.
  private func date(_ date: CalendarDate, plus seconds: Decimal, at range: TextRange) -> Value {
    guard let days = try? seconds.divided(by: 86_400).floor().integer64() else {
      return fail(.numberOutOfRange, at: range)
    }
    return self.date(date.adding(days: days), at: range)
  }

  private func months(_ sum: (partialValue: Int64, overflow: Bool), at range: TextRange) -> Value {
    sum.overflow ? fail(.numberOutOfRange, at: range) : months(sum.partialValue, at: range)
  }

  private func months(_ months: Int64, at range: TextRange) -> Value {
    DurationText.months.contains(months) ? .yearsMonths(months) : fail(.numberOutOfRange, at: range)
  }

  /// Parts of a month are dropped.
  private func wholeMonths(at range: TextRange, _ body: () throws(ArithmeticError) -> Decimal) -> Value {
    do throws(ArithmeticError) {
      guard let months = try body().rounded(toScale: 0, .down).integer64() else {
        return fail(.numberOutOfRange, at: range)
      }
      return self.months(months, at: range)
    } catch {
      return failure(error, at: range)
    }
  }

  func duration(at range: TextRange, _ body: () throws(ArithmeticError) -> Decimal) -> Value {
    do throws(ArithmeticError) {
      return .daysTime(try body())
    } catch {
      return failure(error, at: range)
    }
  }
}

extension ArithmeticOperator {
  func apply(_ a: Decimal, _ b: Decimal) throws(ArithmeticError) -> Decimal {
    switch self {
    case .add: try a.adding(b)
    case .subtract: try a.subtracting(b)
    case .multiply: try a.multiplied(by: b)
    case .divide: try a.divided(by: b)
    case .power: try a.power(b)
    }
  }
}
