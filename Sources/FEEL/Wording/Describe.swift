/// A condition in words, without values: "antalet parter är minst 2". For annexes that state the criteria.
///
/// An expression that is no condition is described by what it gives: "summan av bidrag bland organisationer".
///
/// - Parameter locals: names beside fields and facts, as for `traceCondition`.
public func describe(
  _ expression: Expression, vocabulary: Vocabulary, locals: [(name: String, path: [String]?)] = []
) -> Words {
  let phrasing = Phrasing(vocabulary: vocabulary, locals: locals)
  guard phrasing.isCondition(expression) else {
    let noun = phrasing.noun(expression)
    return noun.definite ?? noun.words
  }
  return phrasing.clause(expression)
}

extension Phrasing {
  /// Whether an expression is true or false by its form or its type.
  func isCondition(_ expression: Expression) -> Bool {
    switch expression.node {
    case .boolean, .and, .or, .comparison, .between, .inTests, .instanceOf, .quantified: return true
    case .conditional(_, let then, let otherwise): return isCondition(then) || isCondition(otherwise)
    case .call(let callee, _):
      guard case .name(let name) = callee.node else { return false }
      return Builtins.signature(of: name)?.overloads.allSatisfy { $0.givesBoolean } ?? false
    case .name, .path: return noun(expression).isAnswer
    default: return false
    }
  }

  func clause(_ expression: Expression, negated: Bool = false, isNested: Bool = false) -> Words {
    switch expression.node {
    case .and, .or: return junction(expression, negated: negated, isNested: isNested)
    case .quantified(let quantifier, let iterators, let condition):
      return quantified(quantifier, iterators, condition, negated: negated)
    case .boolean(let value):
      return value != negated
        ? Words("villkoret är alltid uppfyllt", "the condition always holds")
        : Words("villkoret är aldrig uppfyllt", "the condition never holds")
    case .null: return Words("villkoret är aldrig uppfyllt", "the condition never holds")
    case .conditional(let condition, let then, let otherwise):
      return Words("om ", "if ") + clause(condition) + Words(": ", ": ") + clause(then, negated: negated)
        + Words(", annars: ", ", otherwise: ") + clause(otherwise, negated: negated)
    case .call(let callee, .positional(let arguments)):
      guard case .name(let name) = callee.node else { break }
      if name == "not", arguments.count == 1 {
        return clause(arguments[0], negated: !negated, isNested: isNested)
      }
      if let parts = Phrasing.listed(name, arguments) {
        return joined(parts, isOr: (name == "any") != negated, negated: negated, isNested: isNested)
      }
    default: break
    }
    let predicate = predicate(expression, negated: negated)
    return predicate.subject.inClause + Words(" ", " ") + predicate.verb
  }

  // MARK: - and, or

  private func junction(_ expression: Expression, negated: Bool, isNested: Bool) -> Words {
    guard case .and = expression.node else {
      return joined(Phrasing.flat(expression), isOr: !negated, negated: negated, isNested: isNested)
    }
    return joined(Phrasing.flat(expression), isOr: negated, negated: negated, isNested: isNested)
  }

  /// The conditions of `all([…])` and `any([…])` where they are written out.
  static func listed(_ name: String, _ arguments: [Expression]) -> [Expression]? {
    guard name == "all" || name == "any", let first = arguments.first else { return nil }
    if arguments.count > 1 { return arguments }
    guard case .list(let items) = first.node, !items.isEmpty else { return nil }
    return items
  }

  static func isJunction(_ expression: Expression) -> Bool {
    switch expression.node {
    case .and, .or, .conditional: true
    case .quantified(_, _, let condition): parts(condition) > 1
    case .call(let callee, .positional(let arguments)):
      if case .name(let name) = callee.node {
        name == "not" ? arguments.contains { isJunction($0) } : listed(name, arguments) != nil
      } else {
        false
      }
    default: false
    }
  }

  /// `a and b and c` as three, however it is nested.
  static func flat(_ expression: Expression) -> [Expression] {
    switch expression.node {
    case .and(let a, let b): (isAnd(a) ? flat(a) : [a]) + (isAnd(b) ? flat(b) : [b])
    case .or(let a, let b): (isOr(a) ? flat(a) : [a]) + (isOr(b) ? flat(b) : [b])
    default: [expression]
    }
  }

  /// How many conditions `and` and `or` join in all.
  static func parts(_ expression: Expression) -> Int {
    switch expression.node {
    case .and(let a, let b), .or(let a, let b): parts(a) + parts(b)
    default: 1
    }
  }

  private static func isAnd(_ expression: Expression) -> Bool {
    if case .and = expression.node { true } else { false }
  }

  private static func isOr(_ expression: Expression) -> Bool {
    if case .or = expression.node { true } else { false }
  }

  // MARK: - some, every

  private func quantified(
    _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression,
    negated: Bool
  ) -> Words {
    let (list, what) = each(iterators, condition)
    switch (quantifier, negated) {
    case (.some, false): return Words("det finns ", "there are ") + list + Words(" där ", " where ") + what
    case (.some, true):
      return Words("det finns inga ", "there are no ") + list + Words(" där ", " where ") + what
    case (.every, false):
      return Words("för alla ", "it holds for all ") + list + Words(" gäller att ", " that ") + what
    case (.every, true):
      return Words("det gäller inte för alla ", "it does not hold for all ") + list + Words(" att ", " that ")
        + what
    }
  }

  /// The list that is gone through, and the condition on its items.
  func each(_ iterators: [Expression.Iterator], _ condition: Expression) -> (list: Words, what: Words) {
    var inner = self
    inner.evaluate = nil
    var lists: [Words] = []
    for iterator in iterators {
      lists.append(inner.domain(iterator.domain))
      inner = inner.inside(.variable(iterator.name.text, path: inner.path(of: iterator.domain)))
    }
    return (Words.list(lists), inner.clause(condition))
  }

  private func domain(_ expression: Expression) -> Words {
    if case .interval(let interval) = expression.node, let low = interval.low, let high = interval.high {
      return Words("tal från ", "numbers from ") + operand(low, ValueFormat()) + Words(" till ", " to ")
        + operand(high, ValueFormat())
    }
    return noun(expression).words
  }
}

extension BuiltinSignature.Overload {
  fileprivate var givesBoolean: Bool {
    if case .type(.boolean) = returns { true } else { false }
  }
}
