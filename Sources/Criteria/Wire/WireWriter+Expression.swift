import Diagnostics
import FEEL

extension WireWriter {
  mutating func compiled(_ compiled: Compiled) {
    string(compiled.text)
    expression(compiled.expression)
    type(compiled.type)
    list(compiled.reads) { $0.strings($1) }
    span(compiled.span)
    offsets(compiled.positions, from: compiled.span.start)
  }

  mutating func expressions(_ expressions: [Expression]) { list(expressions) { $0.expression($1) } }

  mutating func expression(_ expression: Expression) {
    range(expression.range)
    switch expression.node {
    case .null: count(0)
    case .boolean(let value):
      count(1)
      flag(value)
    case .number(let value):
      count(2)
      decimal(value)
    case .string(let value):
      count(3)
      string(value)
    case .atLiteral(let value):
      count(4)
      string(value)
    case .name(let name):
      count(5)
      string(name)
    case .subject: count(6)
    case .list(let items):
      count(7)
      expressions(items)
    case .context(let members):
      count(8)
      entries(members)
    case .interval(let interval):
      count(9)
      optional(interval.low) { $0.expression($1) }
      flag(interval.lowClosed)
      optional(interval.high) { $0.expression($1) }
      flag(interval.highClosed)
    case .path(let base, let member):
      count(10)
      self.expression(base)
      name(member)
    case .filter(let base, let condition):
      count(11)
      expressions([base, condition])
    case .call(let function, .positional(let arguments)):
      count(12)
      self.expression(function)
      expressions(arguments)
    case .call(let function, .named(let arguments)):
      count(13)
      self.expression(function)
      entries(arguments)
    case .negate(let operand):
      count(14)
      self.expression(operand)
    case .arithmetic(let sign, let left, let right):
      count(15)
      count(WireWriter.place(of: sign))
      expressions([left, right])
    case .comparison(let sign, let left, let right):
      count(16)
      count(WireWriter.place(of: sign))
      expressions([left, right])
    case .and(let left, let right):
      count(17)
      expressions([left, right])
    case .or(let left, let right):
      count(18)
      expressions([left, right])
    case .between(let value, let low, let high):
      count(19)
      expressions([value, low, high])
    case .inTests(let value, let tests):
      count(20)
      self.expression(value)
      unaryTests(tests)
    case .instanceOf(let value, let type):
      count(21)
      self.expression(value)
      typeExpression(type)
    case .conditional(let condition, let then, let otherwise):
      count(22)
      expressions([condition, then, otherwise])
    case .iteration(let iterators, let body):
      count(23)
      self.iterators(iterators)
      self.expression(body)
    case .quantified(let quantifier, let iterators, let condition):
      count(quantifier == .some ? 24 : 25)
      self.iterators(iterators)
      self.expression(condition)
    case .function(let parameters, let body):
      count(26)
      self.parameters(parameters)
      self.expression(body)
    case .externalFunction(let parameters):
      count(27)
      self.parameters(parameters)
    case .unaryTests(let tests):
      count(28)
      self.tests(tests)
    }
  }

  private mutating func name(_ name: Expression.Name) {
    string(name.text)
    range(name.range)
  }

  private mutating func entries(_ entries: [Expression.Entry]) {
    list(entries) { writer, entry in
      writer.name(entry.key)
      writer.expression(entry.value)
    }
  }

  private mutating func iterators(_ iterators: [Expression.Iterator]) {
    list(iterators) { writer, iterator in
      writer.name(iterator.name)
      writer.expression(iterator.domain)
    }
  }

  private mutating func parameters(_ parameters: [Expression.Parameter]) {
    list(parameters) { writer, parameter in
      writer.name(parameter.name)
      writer.optional(parameter.type) { $0.typeExpression($1) }
    }
  }

  private mutating func unaryTests(_ tests: [Expression.UnaryTest]) {
    list(tests) { writer, test in
      switch test {
      case .expression(let expression):
        writer.count(0)
        writer.expression(expression)
      case .comparison(let sign, let expression, let range):
        writer.count(1)
        writer.count(WireWriter.place(of: sign))
        writer.expression(expression)
        writer.range(range)
      }
    }
  }

  mutating func tests(_ tests: Expression.UnaryTests) {
    switch tests {
    case .any: count(0)
    case .anyOf(let all):
      count(1)
      unaryTests(all)
    case .noneOf(let all):
      count(2)
      unaryTests(all)
    }
  }

  private mutating func typeExpression(_ type: Expression.TypeExpression) {
    switch type {
    case .named(let named):
      count(0)
      name(named)
    case .list(let element):
      count(1)
      typeExpression(element)
    case .range(let element):
      count(2)
      typeExpression(element)
    case .context(let members):
      count(3)
      list(members) { writer, member in
        writer.name(member.0)
        writer.typeExpression(member.1)
      }
    case .function(let parameters, let result):
      count(4)
      list(parameters) { $0.typeExpression($1) }
      typeExpression(result)
    }
  }

  private static func place(of sign: ArithmeticOperator) -> Int {
    switch sign {
    case .add: 0
    case .subtract: 1
    case .multiply: 2
    case .divide: 3
    case .power: 4
    }
  }

  private static func place(of sign: ComparisonOperator) -> Int {
    switch sign {
    case .equal: 0
    case .notEqual: 1
    case .less: 2
    case .lessOrEqual: 3
    case .greater: 4
    case .greaterOrEqual: 5
    }
  }
}
