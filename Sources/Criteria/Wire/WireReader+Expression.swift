import Diagnostics
import ExactNumbers
import FEEL

extension WireReader {
  /// Deeper than the parser goes: whoever walks an expression has a stack of a bounded size.
  private static let maximumDepth = 600

  func compiled() -> Compiled {
    let text = string()
    let expression = expression()
    let type = type()
    let reads = list { $0.strings() }
    let span = span()
    return Compiled(
      text: text, expression: expression, type: type, reads: reads, span: span,
      positions: offsets(from: span.start))
  }

  /// Exactly as many as a node has.
  private func expressions(_ count: Int) -> [Expression] {
    let all = expressions()
    if all.count == count { return all }
    fail()
    return [Expression](repeating: Expression(.null, TextRange(0, 0)), count: count)
  }

  private func expressions() -> [Expression] { list { $0.expression() } }

  func expression() -> Expression {
    let range = range()
    depth += 1
    if depth > Self.maximumDepth { fail() }
    let node = node()
    depth -= 1
    return Expression(node, range)
  }

  private func node() -> Expression.Node {
    let kind = index(29)
    switch kind {
    case 1: return .boolean(flag())
    case 2: return .number(decimal())
    case 3: return .string(string())
    case 4: return .atLiteral(string())
    case 5: return .name(string())
    case 6: return .subject
    case 7: return .list(expressions())
    case 8: return .context(entries())
    case 9:
      let low = optional { $0.expression() }
      let lowClosed = flag()
      let high = optional { $0.expression() }
      return .interval(
        Expression.Interval(low: low, lowClosed: lowClosed, high: high, highClosed: flag()))
    case 10:
      let base = expression()
      return .path(base, name())
    case 12:
      let function = expression()
      return .call(function, .positional(expressions()))
    case 13:
      let function = expression()
      return .call(function, .named(entries()))
    case 14: return .negate(expression())
    case 15:
      let sign: ArithmeticOperator =
        switch index(5) {
        case 0: .add
        case 1: .subtract
        case 2: .multiply
        case 3: .divide
        default: .power
        }
      let parts = expressions(2)
      return .arithmetic(sign, parts[0], parts[1])
    case 16:
      let sign = comparison()
      let parts = expressions(2)
      return .comparison(sign, parts[0], parts[1])
    case 11, 17, 18:
      let parts = expressions(2)
      return kind == 11
        ? .filter(parts[0], parts[1])
        : kind == 17 ? .and(parts[0], parts[1]) : .or(parts[0], parts[1])
    case 19, 22:
      let parts = expressions(3)
      return kind == 19
        ? .between(parts[0], parts[1], parts[2])
        : .conditional(parts[0], then: parts[1], else: parts[2])
    case 20:
      let value = expression()
      return .inTests(value, unaryTests())
    case 21:
      let value = expression()
      return .instanceOf(value, typeExpression())
    case 23:
      let iterators = iterators()
      return .iteration(iterators, body: expression())
    case 24, 25:
      let iterators = iterators()
      return .quantified(kind == 24 ? .some : .every, iterators, condition: expression())
    case 26:
      let parameters = parameters()
      return .function(parameters, body: expression())
    case 27: return .externalFunction(parameters())
    case 28: return .unaryTests(tests())
    default: return .null
    }
  }

  private func comparison() -> ComparisonOperator {
    switch index(6) {
    case 0: .equal
    case 1: .notEqual
    case 2: .less
    case 3: .lessOrEqual
    case 4: .greater
    default: .greaterOrEqual
    }
  }

  private func name() -> Expression.Name {
    let text = string()
    return Expression.Name(text, range())
  }

  private func entries() -> [Expression.Entry] {
    list { reader in
      let key = reader.name()
      return Expression.Entry(key: key, value: reader.expression())
    }
  }

  private func iterators() -> [Expression.Iterator] {
    list { reader in
      let name = reader.name()
      return Expression.Iterator(name: name, domain: reader.expression())
    }
  }

  private func parameters() -> [Expression.Parameter] {
    list { reader in
      let name = reader.name()
      return Expression.Parameter(name: name, type: reader.optional { $0.typeExpression() })
    }
  }

  private func unaryTests() -> [Expression.UnaryTest] {
    list { reader in
      if !reader.flag() { return .expression(reader.expression()) }
      let sign = reader.comparison()
      let expression = reader.expression()
      return .comparison(sign, expression, reader.range())
    }
  }

  func tests() -> Expression.UnaryTests {
    switch index(3) {
    case 0: .any
    case 1: .anyOf(unaryTests())
    default: .noneOf(unaryTests())
    }
  }

  private func typeExpression() -> Expression.TypeExpression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { fail() }
    switch index(5) {
    case 1: return .list(typeExpression())
    case 2: return .range(typeExpression())
    case 3:
      return .context(
        list { reader in
          let name = reader.name()
          return (name, reader.typeExpression())
        })
    case 4:
      let parameters = list { $0.typeExpression() }
      return .function(parameters, returns: typeExpression())
    default: return .named(name())
    }
  }
}
