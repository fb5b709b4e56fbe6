import ExactNumbers

extension Builtins {
  /// DMN 1.5, 10.3.4.5
  static let numbers: [Builtin] =
    [
      rounding("decimal", .halfEven, scaleIsOptional: false),
      rounding("floor", .floor, scaleIsOptional: true),
      rounding("ceiling", .ceiling, scaleIsOptional: true),
      rounding("round up", .up, scaleIsOptional: false),
      rounding("round down", .down, scaleIsOptional: false),
      rounding("round half up", .halfUp, scaleIsOptional: false),
      rounding("round half down", .halfDown, scaleIsOptional: false),
    ] + [
      Builtin(
        "abs",
        [
          .form(.init("n", .plainNumber), gives: .argument(0)),
          .form(.init("n", .yearsMonths), gives: .argument(0)),
          .form(.init("n", .daysTime), gives: .argument(0)),
        ], .handled, run: abs),
      Builtin(
        "modulo", [.form(.init("dividend", .plainNumber), .init("divisor", .plainNumber), gives: .number)]
      ) { call in
        guard let dividend = call.decimal(0), let divisor = call.decimal(1) else { return .null }
        return call.number { () throws(ArithmeticError) in try dividend.modulo(divisor) }
      },
      Builtin("sqrt", [.form(.init("number", .plainNumber), gives: .number)]) { call in
        function(call) { number throws(ArithmeticError) in try number.squareRoot() }
      },
      Builtin("log", [.form(.init("number", .plainNumber), gives: .number)]) { call in
        function(call) { number throws(ArithmeticError) in try number.naturalLogarithm() }
      },
      Builtin("exp", [.form(.init("number", .plainNumber), gives: .number)]) { call in
        function(call) { number throws(ArithmeticError) in try number.exponential() }
      },
      Builtin("odd", [.form(.init("number", .plainNumber), gives: .boolean)]) { remainder($0, is: 1) },
      Builtin("even", [.form(.init("number", .plainNumber), gives: .boolean)]) { remainder($0, is: 0) },
    ]

  /// Numbers have at most 6176 decimals, and 6111 zeros after their digits.
  private static let scales = -6111...6176

  private static func rounding(_ name: String, _ mode: RoundingMode, scaleIsOptional: Bool) -> Builtin {
    let scale = BuiltinSignature.Parameter("scale", .plainNumber, optional: scaleIsOptional)
    return Builtin(name, [.form(.init("n", .plainNumber), scale, gives: .argument(0))], .handled) { call in
      guard call[1].kind != .unknown else {
        return call.evaluation.anything(Unknown.merged(call[0].causes, call[1].causes))
      }
      let scale = call.arguments[1] == nil ? 0 : call.wholeNumber(1)
      guard let scale, scales.contains(scale) else { return call.fail(.value(parameter: "scale")) }
      if case .number(let number) = call[0] {
        return call.number { () throws(ArithmeticError) in try number.rounded(toScale: scale, mode) }
      }
      return monotone(call) { number throws(ArithmeticError) in try number.rounded(toScale: scale, mode) }
    }
  }

  /// The interval that a function which never falls makes of an unknown number.
  private static func monotone(
    _ call: Invocation, _ function: (Decimal) throws(ArithmeticError) -> Decimal
  ) -> Value {
    let causes = call[0].causes
    guard let interval = NumberInterval(call[0]) else { return call.evaluation.anything(causes) }
    do throws(ArithmeticError) {
      var result = NumberInterval(nil, nil, mayBeNull: interval.mayBeNull)
      if let low = interval.low { result.low = try function(low) }
      if let high = interval.high { result.high = try function(high) }
      return result.value(causes)
    } catch {
      return call.evaluation.anything(causes)
    }
  }

  private static func abs(_ call: Invocation) -> Value {
    switch call[0] {
    case .number(let number): return .number(number.magnitude)
    case .yearsMonths(let months): return .yearsMonths(months < 0 ? -months : months)
    case .daysTime(let seconds): return .daysTime(seconds.magnitude)
    default:
      let causes = call[0].causes
      guard let interval = NumberInterval(call[0]) else { return call.evaluation.anything(causes) }
      if let low = interval.low, low >= 0 { return call[0] }
      if let high = interval.high, high <= 0 { return interval.negated.value(causes) }
      var most: Decimal?
      if let low = interval.low, let high = interval.high { most = max(low.magnitude, high) }
      return NumberInterval(0, most, mayBeNull: interval.mayBeNull).value(causes)
    }
  }

  private static func function(
    _ call: Invocation, _ body: (Decimal) throws(ArithmeticError) -> Decimal
  ) -> Value {
    guard let number = call.decimal(0) else { return .null }
    do throws(ArithmeticError) {
      return .number(try body(number))
    } catch {
      return call.fail(.value(parameter: "number"))
    }
  }

  private static func remainder(_ call: Invocation, is remainder: Decimal) -> Value {
    guard let number = call.decimal(0), let rest = try? number.modulo(2) else { return .null }
    return .boolean(rest == remainder)
  }
}

extension Invocation {
  func number(_ body: () throws(ArithmeticError) -> Decimal) -> Value { evaluation.number(at: range, body) }
}
