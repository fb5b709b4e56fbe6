import ExactNumbers

/// A condition that no `and`, `or`, `some` or `every` divides further: something, and what is asked of it.
struct Predicate {
  var subject: Noun
  /// What is evaluated to say how it stands.
  var subjectExpression: Expression
  /// After "kravet är": "minst 2", "att uppgiften finns".
  var needs: Words
  /// After the subject: "är minst 2", "finns".
  var verb: Words
  /// The number that the subject is compared with, written out.
  var literal: Decimal?

  init(_ subject: Noun, _ expression: Expression, needs: Words, verb: Words? = nil, literal: Decimal? = nil) {
    self.subject = subject
    subjectExpression = expression
    self.needs = needs
    self.verb = verb ?? Words("är ", "is ") + needs
    self.literal = literal
  }
}

extension Phrasing {
  func predicate(_ expression: Expression, negated: Bool) -> Predicate {
    switch expression.node {
    case .comparison(let op, let a, let b):
      return comparison(op, a, b, negated: negated)
    case .between(let value, let low, let high): return between(value, low, high, negated: negated)
    case .inTests(let value, let tests): return membership(value, tests, negated: negated)
    case .instanceOf(let value, let type):
      let words = Phrasing.typeWords(type)
      return Predicate(
        noun(value), value,
        needs: negated ? Words("något annat än ", "something other than ") + words : words,
        verb: (negated ? Words("är inte ", "is not ") : Words("är ", "is ")) + words)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.node,
        let predicate = call(name, arguments.expressions, expression, negated: negated)
      {
        return predicate
      }
      return answer(expression, negated: negated)
    default: return answer(expression, negated: negated)
    }
  }

  // MARK: - Yes and no

  /// Something that is itself true or false.
  private func answer(_ expression: Expression, negated: Bool) -> Predicate {
    if case .name(let name) = expression.node, case .fact(let fact) = meaning(name) {
      return Predicate(
        Noun(Words.quoted(fact.label), isAnswer: true), expression,
        needs: negated
          ? Words("att det inte stämmer", "that it does not hold")
          : Words("att det stämmer", "that it holds"),
        verb: negated ? Words("stämmer inte", "does not hold") : Words("stämmer", "holds"))
    }
    return Predicate(noun(expression), expression, needs: negated ? Words("nej", "no") : Words("ja", "yes"))
  }

  /// `x != true` holds for a missing answer too, which `x = false` does not.
  private func anythingBut(_ wanted: Bool, _ expression: Expression) -> Predicate {
    let word = wanted ? Words("ja", "yes") : Words("nej", "no")
    return Predicate(
      noun(expression), expression, needs: Words("något annat än ", "something other than ") + word,
      verb: Words("är inte ", "is not ") + word)
  }

  // MARK: - Comparisons

  private func comparison(
    _ op: ComparisonOperator, _ a: Expression, _ b: Expression, negated: Bool
  ) -> Predicate {
    if Phrasing.isConstant(a), !Phrasing.isConstant(b) {
      return comparison(op.mirrored, b, a, negated: negated)
    }
    let op = negated ? op.opposite : op
    if op == .equal || op == .notEqual {
      let isEqual = op == .equal
      switch b.node {
      case .null: return existence(of: a, isWanted: !isEqual)
      case .boolean(let wanted):
        return isEqual ? answer(a, negated: !wanted) : anythingBut(wanted, a)
      default: break
      }
    }
    let subject = noun(a)
    if let least = atLeastOne(op, a, b) { return least }
    let (needs, verb) = asked(op, of: subject, kind: comparisonKind(a, b), b)
    var literal: Decimal?
    if case .number(let number)? = literalValue(b) { literal = number }
    return Predicate(subject, a, needs: needs, verb: verb, literal: literal)
  }

  /// Nothing is counted by halves: more than none is at least one.
  private func atLeastOne(_ op: ComparisonOperator, _ a: Expression, _ b: Expression) -> Predicate? {
    guard op == .greater, case .number(let number)? = literalValue(b), number.isZero,
      case .call(let callee, _) = a.node, case .name("count") = callee.node
    else { return nil }
    return Predicate(noun(a), a, needs: Words("minst 1", "at least 1"), literal: .one)
  }

  private func comparisonKind(_ a: Expression, _ b: Expression) -> TypeKind {
    let left = kind(of: a)
    if left != .any { return left }
    let right = kind(of: b)
    if right != .any || evaluate == nil { return right }
    return evaluate.map { TypeKind($0(b)) } ?? .any
  }

  private func asked(
    _ op: ComparisonOperator, of subject: Noun, kind: TypeKind, _ operand: Expression
  ) -> (needs: Words, verb: Words) {
    let value = self.operand(operand, subject.format)
    if op == .notEqual {
      return (Words("något annat än ", "something other than ") + value, Words("är inte ", "is not ") + value)
    }
    let needs =
      op.words(kind) + value
      + (kind == .text && op != .equal ? Words(" i bokstavsordning", " in the alphabet") : Words("", ""))
    return (needs, Words("är ", "is ") + needs)
  }

  /// The other side of a comparison: a value that is written out, or something else with its value.
  func operand(_ expression: Expression, _ format: ValueFormat) -> Words {
    if let literal = literal(expression, format) { return literal }
    if case .list(let items) = expression.node {
      return items.isEmpty
        ? Words("en tom lista", "an empty list") : Words.list(items.map { operand($0, format) })
    }
    if case .null = expression.node { return Words("inget värde", "no value") }
    let noun = noun(expression)
    let words = noun.definite ?? noun.words
    guard let evaluate else { return isOwnItem(expression) ? words + ownList(expression) : words }
    let value = StateWriter(writer: writer).inParentheses(evaluate(expression), noun.format)
    // What a field of another item is called says less than what it holds.
    if isOwnItem(expression), case .some = path(of: expression) { return value }
    return words + Words(" (" + value.sv + ")", " (" + value.en + ")")
  }

  /// Inside a loop in a loop, whose item is meant when it is not the innermost's.
  private func ownList(_ expression: Expression) -> Words {
    guard case .path(let base, _) = expression.node, case .name(let name) = base.node,
      case .variable(let path?) = meaning(name), let list = vocabulary.fields[path],
      case .variable(let innermost, _)? = frames.last, innermost != name
    else { return Words("", "") }
    return Words(" för " + list.label.sv, " of " + list.label.en)
  }

  private func existence(of expression: Expression, isWanted: Bool) -> Predicate {
    Predicate(
      noun(expression), expression,
      needs: isWanted
        ? Words("att uppgiften finns", "that it is given")
        : Words("att uppgiften inte finns", "that it is not given"),
      verb: isWanted ? Words("finns", "is given") : Words("finns inte", "is not given"))
  }

  private func between(
    _ value: Expression, _ low: Expression, _ high: Expression, negated: Bool
  ) -> Predicate {
    let subject = noun(value)
    let bounds =
      Words("mellan ", "between ") + operand(low, subject.format) + Words(" och ", " and ")
      + operand(high, subject.format)
    return Predicate(subject, value, needs: negated ? Words("inte ", "not ") + bounds : bounds)
  }

  // MARK: - in

  private func membership(
    _ value: Expression, _ tests: [Expression.UnaryTest], negated: Bool
  ) -> Predicate {
    let subject = noun(value)
    let alternatives = tests.flatMap { self.alternatives($0, of: subject, kind: kind(of: value)) }
    return Predicate(subject, value, needs: Phrasing.oneOf(alternatives, negated: negated))
  }

  private static func oneOf(_ alternatives: [Words], negated: Bool) -> Words {
    guard negated else { return Words.list(alternatives, or: true) }
    guard let last = alternatives.last, alternatives.count > 1 else {
      return Words("inte ", "not ") + Words.list(alternatives)
    }
    var joined = Words("varken ", "neither ") + alternatives[0]
    for words in alternatives.dropFirst().dropLast() { joined = joined + Words(", ", ", ") + words }
    return joined + Words(" eller ", " nor ") + last
  }

  private func alternatives(
    _ test: Expression.UnaryTest, of subject: Noun, kind: TypeKind
  ) -> [Words] {
    switch test {
    case .comparison(let op, let operand, _):
      return [asked(op, of: subject, kind: kind == .any ? self.kind(of: operand) : kind, operand).needs]
    case .expression(let expression):
      switch expression.node {
      case .list(let items): return items.map { operand($0, subject.format) }
      case .interval(let interval): return [within(interval, subject, kind)]
      default:
        if Phrasing.usesSubject(expression) {
          return [Words("sådant att ", "such that ") + clause(expression)]
        }
        if isPlural(expression) {
          return [Words("något bland ", "one of ") + operand(expression, subject.format)]
        }
        return [operand(expression, subject.format)]
      }
    }
  }

  private func within(_ interval: Expression.Interval, _ subject: Noun, _ kind: TypeKind) -> Words {
    var kind = kind
    if kind == .any, let end = interval.low ?? interval.high { kind = self.kind(of: end) }
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      if interval.lowClosed && interval.highClosed {
        return Words("mellan ", "between ") + operand(low, subject.format) + Words(" och ", " and ")
          + operand(high, subject.format)
      }
      return asked(interval.lowClosed ? .greaterOrEqual : .greater, of: subject, kind: kind, low).needs
        + Words(" och ", " and ")
        + asked(interval.highClosed ? .lessOrEqual : .less, of: subject, kind: kind, high).needs
    case (let low?, nil):
      return asked(interval.lowClosed ? .greaterOrEqual : .greater, of: subject, kind: kind, low).needs
    case (nil, let high?):
      return asked(interval.highClosed ? .lessOrEqual : .less, of: subject, kind: kind, high).needs
    case (nil, nil): return Words("vad som helst", "anything")
    }
  }

  // MARK: - Functions that give true or false

  private func call(
    _ name: String, _ arguments: [Expression], _ whole: Expression, negated: Bool
  ) -> Predicate? {
    if name == "odd" || name == "even", let number = arguments.first {
      let isOdd = (name == "odd") != negated
      return Predicate(
        noun(number), number,
        needs: isOdd ? Words("ett udda tal", "an odd number") : Words("ett jämnt tal", "an even number"))
    }
    guard arguments.count >= 2 else { return nil }
    let (a, b) = (arguments[0], arguments[1])
    switch name {
    case "list contains":
      if case .list(let items) = a.node {
        return membership(b, [.expression(Expression(.list(items), a.range))], negated: negated)
      }
      if literalValue(b) == nil { return isAmong(b, a, negated: negated) }
      let element = operand(b, noun(a).format)
      return asks(
        a, ("att \(element.sv) finns med", "that \(element.en) is among them"),
        ("innehåller \(element.sv)", "includes \(element.en)"),
        ("att \(element.sv) inte finns med", "that \(element.en) is not among them"),
        ("innehåller inte \(element.sv)", "does not include \(element.en)"), negated)
    case "contains":
      return asksOfText(a, b, ("innehåller", "contains"), ("innehåller inte", "does not contain"), negated)
    case "starts with":
      return asksOfText(
        a, b, ("börjar med", "begins with"), ("börjar inte med", "does not begin with"), negated)
    case "ends with":
      return asksOfText(a, b, ("slutar med", "ends with"), ("slutar inte med", "does not end with"), negated)
    case "matches":
      return asksOfText(
        a, b, ("följer mönstret", "follows the pattern"),
        ("följer inte mönstret", "does not follow the pattern"), negated)
    case "is": return comparison(.equal, a, b, negated: negated)
    case "before":
      return placed(a, b, negated ? Words("inte före ", "not before ") : Words("före ", "before "))
    case "after":
      return placed(a, b, negated ? Words("inte efter ", "not after ") : Words("efter ", "after "))
    case "during": return inside(b, a, negated: negated)
    case "includes": return inside(a, b, negated: negated)
    default: return nil
    }
  }

  /// `list contains(list, field)`: it is the field that is asked about.
  private func isAmong(_ element: Expression, _ list: Expression, negated: Bool) -> Predicate {
    let subject = noun(element)
    let words = operand(list, subject.format)
    return negated
      ? Predicate(
        subject, element, needs: Words("inget bland ", "none of ") + words,
        verb: Words("finns inte bland ", "is not among ") + words)
      : Predicate(
        subject, element, needs: Words("något bland ", "one of ") + words,
        verb: Words("finns bland ", "is among ") + words)
  }

  private func placed(_ subject: Expression, _ reference: Expression, _ relation: Words) -> Predicate {
    let noun = noun(subject)
    return Predicate(noun, subject, needs: relation + operand(reference, noun.format))
  }

  private func inside(_ range: Expression, _ subject: Expression, negated: Bool) -> Predicate {
    let noun = noun(subject)
    guard case .interval(let interval) = range.node else {
      return placed(subject, range, negated ? Words("utanför ", "outside ") : Words("inom ", "within "))
    }
    return Predicate(
      noun, subject, needs: Phrasing.oneOf([within(interval, noun, kind(of: subject))], negated: negated))
  }

  private func asksOfText(
    _ text: Expression, _ pattern: Expression, _ verb: (String, String), _ refusal: (String, String),
    _ negated: Bool
  ) -> Predicate {
    let words = operand(pattern, ValueFormat())
    let inOrder =
      refusal.0.hasPrefix("innehåller") ? ("inte innehåller", refusal.1) : Phrasing.subordinate(refusal)
    return asks(
      text, ("att texten \(verb.0) \(words.sv)", "that the text \(verb.1) \(words.en)"),
      ("\(verb.0) \(words.sv)", "\(verb.1) \(words.en)"),
      ("att texten \(inOrder.0) \(words.sv)", "that the text \(inOrder.1) \(words.en)"),
      ("\(refusal.0) \(words.sv)", "\(refusal.1) \(words.en)"), negated)
  }

  /// "börjar inte med" is "inte börjar med" after "att".
  private static func subordinate(_ refusal: (String, String)) -> (String, String) {
    let words = refusal.0.split(separator: " ").map { String($0) }
    guard words.count == 3 else { return refusal }
    return ([words[1], words[0], words[2]].joined(separator: " "), refusal.1)
  }

  private func asks(
    _ subject: Expression, _ needs: (String, String), _ verb: (String, String), _ needsNot: (String, String),
    _ verbNot: (String, String), _ negated: Bool
  ) -> Predicate {
    let (wanted, said) = negated ? (needsNot, verbNot) : (needs, verb)
    return Predicate(
      noun(subject), subject, needs: Words(wanted.0, wanted.1), verb: Words(said.0, said.1))
  }

  // MARK: - Parts

  static func isConstant(_ expression: Expression) -> Bool {
    switch expression.node {
    case .null, .boolean, .number, .string, .atLiteral: true
    case .negate(let inner): isConstant(inner)
    case .call(let callee, .positional(let arguments)):
      if case .name(let name) = callee.node {
        (name == "date" || name == "duration") && arguments.allSatisfy(isConstant)
      } else {
        false
      }
    default: false
    }
  }

  static func usesSubject(_ expression: Expression) -> Bool {
    expression.contains { if case .subject = $0.node { true } else { false } }
  }

  private static func typeWords(_ type: Expression.TypeExpression) -> Words {
    switch type.text {
    case "number": Words("ett tal", "a number")
    case "string": Words("en text", "a text")
    case "boolean": Words("ja eller nej", "yes or no")
    case "date": Words("ett datum", "a date")
    case "years and months duration", "days and time duration": Words("en tid", "a time")
    default:
      type.text.hasPrefix("list") ? Words("en lista", "a list") : Words.quoted(Words(type.text, type.text))
    }
  }
}

extension ComparisonOperator {
  /// What it becomes when its sides change places.
  var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  var opposite: ComparisonOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// "minst " of a number, "tidigast " of a date, "längre än " of a time.
  func words(_ kind: TypeKind) -> Words {
    switch (self, kind) {
    case (.equal, _): Words("", "")
    case (.notEqual, _): Words("något annat än ", "something other than ")
    case (.less, .date): Words("före ", "before ")
    case (.lessOrEqual, .date): Words("senast ", "no later than ")
    case (.greater, .date): Words("efter ", "after ")
    case (.greaterOrEqual, .date): Words("tidigast ", "no earlier than ")
    case (.less, .yearsMonths), (.less, .daysTime): Words("kortare än ", "shorter than ")
    case (.greater, .yearsMonths), (.greater, .daysTime): Words("längre än ", "longer than ")
    case (.less, .text): Words("före ", "before ")
    case (.greater, .text): Words("efter ", "after ")
    case (.less, _): Words("mindre än ", "less than ")
    case (.lessOrEqual, _): Words("högst ", "at most ")
    case (.greater, _): Words("mer än ", "more than ")
    case (.greaterOrEqual, _): Words("minst ", "at least ")
    }
  }
}
