import ExactNumbers

/// Expressions as nouns: "antal organisationer där sektor är civilsamhälle", "summan av bidrag bland parter".
extension Phrasing {
  func noun(_ expression: Expression) -> Noun {
    switch expression.node {
    case .name(let name): return noun(ofName: name)
    case .path(let base, let name): return noun(ofPath: base, name, expression)
    case .filter(let base, let condition): return noun(ofFilter: base, condition)
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.node else { return quoted(expression) }
      return noun(ofCall: name, arguments.expressions, expression)
    case .arithmetic(let op, let a, let b): return noun(ofArithmetic: op, a, b)
    case .negate(let operand):
      if let literal = literal(expression, ValueFormat()) { return Noun(literal) }
      let inner = noun(operand)
      return Noun(Words("minus ", "minus ") + inner.words, format: inner.format)
    case .conditional: return noun(ofConditional: expression)
    case .iteration(let iterators, let body): return noun(ofIteration: iterators, body, expression)
    case .list(let items):
      let parts = items.map { literal($0, ValueFormat()) ?? noun($0).words }
      return parts.isEmpty ? Noun(Words("en tom lista", "an empty list")) : Noun(Words.list(parts))
    case .subject: return Noun(Words("värdet", "the value"))
    case .null: return Noun(Words("inget värde", "no value"))
    default:
      if let literal = literal(expression, ValueFormat()) { return Noun(literal) }
      return quoted(expression)
    }
  }

  /// The expression itself, where no words say it better.
  func quoted(_ expression: Expression) -> Noun {
    let text = expression.feelText
    return Noun(Words("uttrycket ”" + text + "”", "the expression “" + text + "”"))
  }

  // MARK: - Names, paths and filters

  private func noun(ofName name: String) -> Noun {
    switch meaning(name) {
    case .variable(let path): return Noun(Words("värdet", "the value"), format: format(path))
    case .field(let path, let isOwn): return noun(ofField: path, isOwn: isOwn)
    case .fact(let fact): return noun(of: fact)
    case .unknown: return Noun(Vocabulary.words(forName: name))
    }
  }

  private static let parts: [String: (Words, unit: String)] = [
    "year": (Words("året i ", "the year of "), "årtal"),
    "month": (Words("månaden i ", "the month of "), "årtal"),
    "day": (Words("dagen i ", "the day of "), "årtal"),
    "weekday": (Words("veckodagen för ", "the weekday of "), "årtal"),
    "years": (Words("hela år i ", "the years in "), "år"),
    "months": (Words("överskjutande månader i ", "the months left over in "), "månader"),
    "days": (Words("hela dagar i ", "the days in "), "dagar"),
  ]

  private func noun(ofPath base: Expression, _ name: Expression.Name, _ expression: Expression) -> Noun {
    if let path = path(of: expression), vocabulary.fields[path] != nil {
      let owner = owner(of: base)
      let field = noun(ofField: path, isOwn: owner != nil || isOwnItem(base))
      guard let owner else { return field }
      return Noun(field.words + owner, format: field.format, isAnswer: field.isAnswer)
    }
    if let (words, unit) = Phrasing.parts[name.text] {
      return Noun(words + noun(base).words, format: ValueFormat(unit: unit))
    }
    let label = Vocabulary.words(forName: name.text)
    return Noun(owner(of: base).map { label + $0 } ?? label)
  }

  /// Whether it is the item that the sentence is about, or inside it.
  func isOwnItem(_ expression: Expression) -> Bool {
    switch expression.node {
    case .name(let name):
      switch meaning(name) {
      case .variable: return true
      case .field(_, let isOwn): return isOwn
      case .fact, .unknown: return false
      }
    case .path(let base, _): return isOwnItem(base)
    default: return false
    }
  }

  /// " bland organisationer": the list whose items a field is read from; nil for a field that there is one of.
  private func owner(of base: Expression) -> Words? {
    if case .filter(_, let condition) = base.node, Phrasing.isPlace(condition) {
      return Words(" för ", " of ") + noun(base).words
    }
    guard isPlural(base) else { return nil }
    // `organisationer.bidrag` as the base of `.kr`: the list is what matters.
    if case .path(let list, _) = base.node, let path = path(of: base),
      vocabulary.fields[path]?.type.members != nil
    {
      return owner(of: list)
    }
    return Words(" bland ", " among ") + noun(base).words
  }

  private func noun(ofFilter base: Expression, _ condition: Expression) -> Noun {
    let list = noun(base)
    if Phrasing.isPlace(condition) {
      let place = self.place(condition)
      return Noun(place + list.words, format: list.format)
    }
    let inner = inside(.item(path: path(of: base)))
    return Noun(list.words + Words(" där ", " where ") + inner.clause(condition), format: list.format)
  }

  private func place(_ condition: Expression) -> Words {
    switch condition.node {
    case .number(.one): return Words("den första bland ", "the first of ")
    case .negate(let inner):
      if case .number(.one) = inner.node { return Words("den sista bland ", "the last of ") }
      let number = literal(inner, ValueFormat()) ?? Words("", "")
      return Words("nr \(number.sv) från slutet bland ", "no. \(number.en) from the end of ")
    default:
      let number = literal(condition, ValueFormat()) ?? Words("", "")
      return Words("nr \(number.sv) bland ", "no. \(number.en) of ")
    }
  }

  private func noun(
    ofIteration iterators: [Expression.Iterator], _ body: Expression, _ whole: Expression
  ) -> Noun {
    guard let first = iterators.first, iterators.count == 1 else { return quoted(whole) }
    let inner = inside(.variable(first.name.text, path: path(of: first.domain)))
    var bare = inner
    bare.evaluate = nil
    let item = bare.noun(body)
    return Noun(
      item.words + Words(" för var och en av ", " for each of ") + noun(first.domain).words,
      format: item.format)
  }

  /// "värdet (1 om …, 2 om …, annars 3)"
  private func noun(ofConditional expression: Expression) -> Noun {
    var words = Words("värdet (", "the value (")
    var rest = expression
    var format: ValueFormat?
    while case .conditional(let condition, let then, let otherwise) = rest.node {
      let value = noun(then)
      format = format ?? value.format
      words =
        words + value.words + Words(" om ", " if ") + clause(condition, isNested: true) + Words(", ", ", ")
      rest = otherwise
    }
    return Noun(
      words + Words("annars ", "otherwise ") + noun(rest).words + Words(")", ")"),
      format: format ?? ValueFormat())
  }

  // MARK: - Arithmetic

  private func noun(ofArithmetic op: ArithmeticOperator, _ a: Expression, _ b: Expression) -> Noun {
    if op == .add, let sum = sumOfParts(a, b) { return sum }
    let left = operandWords(a, inside: op, isRight: false)
    let right = operandWords(b, inside: op, isRight: true)
    var format = ValueFormat()
    let leftUnit = noun(a).format.unit
    let rightUnit = noun(b).format.unit
    switch op {
    case .add, .subtract: format.unit = leftUnit ?? rightUnit
    case .multiply: format.unit = leftUnit == nil ? rightUnit : (rightUnit == nil ? leftUnit : nil)
    case .divide: format.unit = rightUnit == nil ? leftUnit : nil
    case .power: break
    }
    return Noun(left + op.words + right, format: format)
  }

  /// The parts of one group added up: "16–19 år plus 20–24 år (deltagare per ålder)".
  private func sumOfParts(_ a: Expression, _ b: Expression) -> Noun? {
    var terms = [b]
    var rest = a
    while case .arithmetic(.add, let left, let right) = rest.node {
      terms.insert(right, at: 0)
      rest = left
    }
    terms.insert(rest, at: 0)
    var group: [String]?
    var labels: [Words] = []
    for term in terms {
      guard case .path(let base, _) = term.node, !isOwnItem(base), !isPlural(base), let path = path(of: term),
        group == nil || group == Array(path.dropLast()), label(path, isOwn: false) != label(path, isOwn: true)
      else { return nil }
      group = Array(path.dropLast())
      labels.append(label(path, isOwn: true))
    }
    guard let group, let name = vocabulary.fields[group]?.label else { return nil }
    let plus = Words(" plus ", " plus ")
    let sum = labels.dropFirst().reduce(labels[0]) { $0 + plus + $1 }
    return Noun(sum + Words(" (" + name.sv + ")", " (" + name.en + ")"), format: noun(terms[0]).format)
  }

  private func operandWords(_ operand: Expression, inside op: ArithmeticOperator, isRight: Bool) -> Words {
    let words = literal(operand, ValueFormat()) ?? noun(operand).words
    guard case .arithmetic(let inner, _, _) = operand.node else { return words }
    let needsParentheses = inner.tightness < op.tightness || (isRight && inner.tightness == op.tightness)
    return needsParentheses ? Words("(", "(") + words + Words(")", ")") : words
  }
}

extension ArithmeticOperator {
  fileprivate var words: Words {
    switch self {
    case .add: Words(" plus ", " plus ")
    case .subtract: Words(" minus ", " minus ")
    case .multiply: Words(" gånger ", " times ")
    case .divide: Words(" delat med ", " divided by ")
    case .power: Words(" upphöjt till ", " to the power of ")
    }
  }

  fileprivate var tightness: Int {
    switch self {
    case .add, .subtract: 0
    case .multiply, .divide: 1
    case .power: 2
    }
  }
}
