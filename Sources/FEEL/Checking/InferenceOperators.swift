import Diagnostics

/// Arithmetic, comparisons and tests.
extension Inference {
  mutating func inferNegation(_ operand: Expression) -> Typed {
    let typed = infer(operand)
    switch typed.type.kind {
    case .any, .null: return .unknown
    case .number, .yearsMonths, .daysTime: return Typed(typed.type)
    default:
      problems.append(Problems.arithmetic(.subtract, typed.type, nil, operand.range))
      return .unknown
    }
  }

  mutating func inferArithmetic(
    _ op: ArithmeticOperator, _ a: Expression, _ b: Expression, _ range: TextRange
  ) -> Typed {
    let left = infer(a).type
    let right = infer(b).type
    if left.isOpen || right.isOpen { return Typed(arithmeticWithUnknown(op, left, right, range)) }
    guard let result = arithmeticResult(op, left, right) else {
      problems.append(Problems.arithmetic(op, left, right, range))
      return .unknown
    }
    if op == .add || op == .subtract { warnAboutUnits(left, right, range) }
    return Typed(result)
  }

  /// One side is not known: the other may still be something that no operator takes.
  private mutating func arithmeticWithUnknown(
    _ op: ArithmeticOperator, _ left: FeelType, _ right: FeelType, _ range: TextRange
  ) -> FeelType {
    let known = left.isOpen ? right : left
    switch known.kind {
    case .boolean, .list, .context, .range, .function:
      problems.append(Problems.arithmetic(op, left, right, range))
    case .text where op != .add:
      problems.append(Problems.arithmetic(op, left, right, range))
    default: break
    }
    return .any
  }

  private func arithmeticResult(_ op: ArithmeticOperator, _ a: FeelType, _ b: FeelType) -> FeelType? {
    switch (op, a.kind, b.kind) {
    case (.add, .number, .number), (.subtract, .number, .number):
      return .number(unit: a.unit == b.unit ? a.unit : a.unit ?? b.unit)
    case (.multiply, .number, .number):
      return .number(unit: a.unit == nil ? b.unit : (b.unit == nil ? a.unit : nil))
    case (.divide, .number, .number): return .number(unit: b.unit == nil ? a.unit : nil)
    case (.power, .number, .number): return .number
    case (.add, .text, .text): return .string
    case (.subtract, .date, .date): return .daysTime
    case (.add, .date, .yearsMonths), (.add, .date, .daysTime), (.subtract, .date, .yearsMonths),
      (.subtract, .date, .daysTime), (.add, .yearsMonths, .date), (.add, .daysTime, .date):
      return .date
    case (.add, .yearsMonths, .yearsMonths), (.subtract, .yearsMonths, .yearsMonths),
      (.multiply, .yearsMonths, .number), (.multiply, .number, .yearsMonths),
      (.divide, .yearsMonths, .number):
      return .yearsMonths
    case (.add, .daysTime, .daysTime), (.subtract, .daysTime, .daysTime), (.multiply, .daysTime, .number),
      (.multiply, .number, .daysTime), (.divide, .daysTime, .number):
      return .daysTime
    case (.divide, .yearsMonths, .yearsMonths), (.divide, .daysTime, .daysTime): return .number
    default: return nil
    }
  }

  // MARK: - Comparisons

  mutating func inferComparison(
    _ op: ComparisonOperator, _ a: Expression, _ b: Expression, _ range: TextRange
  ) -> Typed {
    let (left, right) = inferPair(a, b)
    compare(op, Operand(a, left), Operand(b, right), range)
    return Typed(.boolean)
  }

  mutating func inferBetween(
    _ value: Expression, _ low: Expression, _ high: Expression, _ range: TextRange
  ) -> Typed {
    let (typed, lowTyped) = inferPair(value, low)
    let highTyped = inferComparand(high, against: typed.type)
    compare(.greaterOrEqual, Operand(value, typed), Operand(low, lowTyped), range)
    compare(.lessOrEqual, Operand(value, typed), Operand(high, highTyped), range)
    return Typed(.boolean)
  }

  mutating func inferMembership(_ value: Expression, _ tests: [Expression.UnaryTest]) -> Typed {
    var typed = Typed.unknown
    var literal = false
    if case .string = value.node { literal = true }
    typed = infer(value)
    // `"a" in list`: the literal is what a choice has to be among.
    for test in tests { check(test, of: Operand(value, typed), literalSubject: literal) }
    return Typed(.boolean)
  }

  mutating func inferUnaryTests(_ tests: Expression.UnaryTests) -> Typed {
    let about = subject ?? .unknown
    switch tests {
    case .any: break
    case .anyOf(let all), .noneOf(let all):
      for test in all { check(test, of: Operand(nil, about), literalSubject: false) }
    }
    return Typed(.boolean)
  }

  struct Operand {
    var expression: Expression?
    var typed: Typed
    init(_ expression: Expression?, _ typed: Typed) {
      self.expression = expression
      self.typed = typed
    }

    var type: FeelType { typed.type }
    var isLiteral: Bool {
      guard let expression else { return false }
      return Inference.isWrittenOut(expression)
    }
  }

  /// Infers both, the one that can be resolved first, so that the other's mistake can be explained by it.
  private mutating func inferPair(_ a: Expression, _ b: Expression) -> (Typed, Typed) {
    if case .name(let name) = a.node, case .missing = lookup(name) {
      let right = infer(b)
      return (inferComparand(a, against: right.type), right)
    }
    let left = infer(a)
    return (left, inferComparand(b, against: left.type))
  }

  mutating func inferComparand(_ expression: Expression, against type: FeelType) -> Typed {
    switch expression.node {
    case .name(let name): return inferName(name, expression.range, counterpart: type)
    case .list(let items): return inferList(items, counterpart: type.element)
    default: return infer(expression)
    }
  }

  private mutating func compare(_ op: ComparisonOperator, _ a: Operand, _ b: Operand, _ range: TextRange) {
    if a.type.isOpen || b.type.isOpen { return }
    guard a.type.isComparable(with: b.type) else {
      problems.append(Problems.notComparable(a.type, b.type, range))
      return
    }
    if op != .equal, op != .notEqual {
      guard a.type.isOrdered else {
        problems.append(Problems.notOrdered(a.type, range))
        return
      }
      if let chosen = choiceField(a, b) {
        problems.append(Problems.alphabeticalOrder(chosen.typed.path?.last, range))
      }
    }
    warnAboutUnits(a.type.element, b.type.element, range)
    checkChoices(a, b, range)
  }

  private func choiceField(_ a: Operand, _ b: Operand) -> Operand? {
    for operand in [a, b] where !operand.isLiteral && (operand.type.choices?.count ?? 0) > 1 {
      return operand
    }
    return nil
  }

  mutating func warnAboutUnits(_ a: FeelType, _ b: FeelType, _ range: TextRange) {
    if let x = a.unit, let y = b.unit, x != y { problems.append(Problems.unitsDiffer(x, y, range)) }
  }

  /// A choice that a field cannot have is an error where it is written.
  func choiceCheckApplies(_ a: Operand, _ b: Operand) -> (field: Operand, other: Operand)? {
    guard a.type.element.choices != nil, b.type.element.choices != nil else { return nil }
    switch (a.isLiteral, b.isLiteral) {
    case (true, true): return nil
    case (true, false): return (b, a)
    default: return (a, b)
    }
  }

  mutating func checkChoices(_ a: Operand, _ b: Operand, _ range: TextRange) {
    guard let (field, other) = choiceCheckApplies(a, b) else { return }
    let choices = field.type.element.choices ?? []
    let name = field.typed.path?.last
    if let expression = other.expression, other.isLiteral {
      checkLiterals(expression, among: choices, of: name)
    } else if let others = other.type.element.choices, !others.contains(where: { choices.contains($0) }) {
      problems.append(Problems.nothingInCommon(choices, others, range))
    }
  }

  mutating func checkLiterals(_ expression: Expression, among choices: [String], of name: String?) {
    switch expression.node {
    case .string(let text):
      if !choices.contains(text) {
        problems.append(Problems.notAChoice(text, choices, of: name, expression.range))
      }
    case .list(let items):
      for item in items { checkLiterals(item, among: choices, of: name) }
    case .conditional(_, let then, let otherwise):
      checkLiterals(then, among: choices, of: name)
      checkLiterals(otherwise, among: choices, of: name)
    default: break
    }
  }

  /// Texts written out in the rule itself, alone, in a list or in the branches of an `if`.
  static func isWrittenOut(_ expression: Expression) -> Bool {
    switch expression.node {
    case .string, .null: true
    case .list(let items): items.allSatisfy(isWrittenOut)
    case .conditional(_, let then, let otherwise): isWrittenOut(then) && isWrittenOut(otherwise)
    default: false
    }
  }

  // MARK: - Unary tests

  private mutating func check(_ test: Expression.UnaryTest, of value: Operand, literalSubject: Bool) {
    switch test {
    case .comparison(let op, let expression, let range):
      let typed = inferComparand(expression, against: value.type)
      compare(op, value, Operand(expression, typed), range)
    case .expression(let expression):
      let outer = (subject, usesSubject)
      subject = value.typed
      usesSubject = false
      let typed = inferComparand(expression, against: value.type)
      let isCondition = usesSubject
      (subject, usesSubject) = outer
      if isCondition {
        _ = require(expression, typed.type, .boolean)
      } else {
        match(value, Operand(expression, typed))
      }
    }
  }

  /// Equal to it, or among it where it is a list or a range.
  private mutating func match(_ value: Operand, _ test: Operand) {
    guard let range = test.expression?.range, !value.type.isOpen, !test.type.isOpen else { return }
    switch test.type {
    case .list(.range(let element)), .range(let element):
      guard value.type.isComparable(with: element) else {
        problems.append(Problems.notComparable(value.type, element, range))
        return
      }
      warnAboutUnits(value.type, element, range)
    case .list(let element) where !value.type.isList:
      compare(.equal, value, Operand(test.expression, Typed(element, path: test.typed.path)), range)
    case .list(let element) where !value.type.isComparable(with: test.type):
      compare(.equal, value, Operand(test.expression, Typed(element, path: test.typed.path)), range)
    default:
      compare(.equal, value, test, range)
    }
  }
}
