import ExactNumbers

/// Calls as nouns: the common built-in functions, and the ruleset's own two.
extension Phrasing {
  func noun(ofCall name: String, _ arguments: [Expression], _ whole: Expression) -> Noun {
    if let literal = literal(whole, ValueFormat()) { return Noun(literal) }
    guard let first = arguments.first else {
      switch name {
      case "today": return Noun(Words("omgångens datum", "the date of the round"))
      default: return quoted(whole)
      }
    }
    switch name {
    case "judgement": return noun(ofJudgement: first, whole)
    case "evidence": return noun(ofEvidence: first)
    case "count": return noun(ofCount: first)
    case "sum", "mean", "median", "product", "stddev": return noun(ofTotal: name, arguments)
    case "min", "max": return noun(ofExtreme: name, arguments)
    case "distinct values":
      let list = noun(first)
      return Noun(differing(first), format: list.format)
    default: return noun(ofOther: name, arguments, whole)
    }
  }

  // MARK: - The ruleset's functions

  private func noun(ofJudgement id: Expression, _ whole: Expression) -> Noun {
    guard case .string(let id) = id.node, let judgement = vocabulary.judgements[id] else {
      return quoted(whole)
    }
    var format = ValueFormat(choices: judgement.answers, isChoice: true)
    format.allChoices = judgement.answers.keys.sorted()
    return Noun(Phrasing.answer(to: judgement.question), format: format)
  }

  /// Documents stand in a field of what they prove: "underlaget för förändringsförslag".
  private func noun(ofEvidence documents: Expression) -> Noun {
    var format = ValueFormat()
    format.isLevel = true
    if case .path(let base, _) = documents.node {
      if case .name(let name) = base.node, case .variable = meaning(name) {
        return Noun(Words("underlaget", "the evidence"), format: format)
      }
      return Noun(Words("underlaget för ", "the evidence for ") + noun(base).words, format: format)
    }
    if case .name(let name) = documents.node, case .field(_, isOwn: true) = meaning(name) {
      return Noun(Words("underlaget", "the evidence"), format: format)
    }
    let field = noun(documents).words
    return Noun(Words("underlaget (\(field.sv))", "the evidence (\(field.en))"), format: format)
  }

  // MARK: - Lists

  private func noun(ofCount list: Expression) -> Noun {
    var counted = noun(list).words
    if case .call(let callee, let arguments) = list.node, case .name("distinct values") = callee.node,
      let inner = arguments.expressions.first
    {
      counted = differing(inner)
    }
    return Noun(
      Words("antal ", "number of ") + counted, definite: Words("antalet ", "the number of ") + counted,
      format: ValueFormat())
  }

  /// "olika värden på part bland organisationer"; "olika orter" for a list of single values.
  private func differing(_ list: Expression) -> Words {
    if case .path(let base, _) = list.node, isPlural(base) {
      return Words("olika värden på ", "different values of ") + noun(list).words
    }
    return Words("olika ", "different ") + noun(list).words
  }

  private func noun(ofTotal name: String, _ arguments: [Expression]) -> Noun {
    let format = noun(arguments[0]).format
    let parts = arguments.map { literal($0, ValueFormat()) ?? noun($0).words }
    let words: Words =
      switch name {
      case "sum": Words("summan av ", "the sum of ")
      case "mean": Words("medelvärdet av ", "the mean of ")
      case "median": Words("medianen av ", "the median of ")
      case "product": Words("produkten av ", "the product of ")
      default: Words("standardavvikelsen för ", "the standard deviation of ")
      }
    var own = format
    own.hidesUnit = false
    if name == "product" { own.unit = nil }
    return Noun(words + Words.list(parts), format: own)
  }

  private func noun(ofExtreme name: String, _ arguments: [Expression]) -> Noun {
    let format = noun(arguments[0]).format
    let isDate = kind(of: arguments[0]) == .date
    if arguments.count > 1 {
      let parts = arguments.map { literal($0, ValueFormat()) ?? noun($0).words }
      let words: Words =
        switch (name, isDate) {
        case ("min", false): Words("det lägsta av ", "the lowest of ")
        case ("min", true): Words("det tidigaste av ", "the earliest of ")
        case (_, false): Words("det högsta av ", "the highest of ")
        case (_, true): Words("det senaste av ", "the latest of ")
        }
      return Noun(words + Words.list(parts), format: format)
    }
    let words: Words =
      switch (name, isDate) {
      case ("min", false): Words("lägsta ", "lowest ")
      case ("min", true): Words("tidigaste ", "earliest ")
      case (_, false): Words("högsta ", "highest ")
      case (_, true): Words("senaste ", "latest ")
      }
    return Noun(words + noun(arguments[0]).words, format: format)
  }

  // MARK: - The rest

  private func noun(ofOther name: String, _ arguments: [Expression], _ whole: Expression) -> Noun {
    let first = noun(arguments[0])
    let words = literal(arguments[0], ValueFormat()) ?? first.words
    switch name {
    case "sort", "flatten", "concatenate", "union", "number", "string", "date":
      return Noun(
        Words.list(arguments.prefix(name == "sort" ? 1 : arguments.count).map { noun($0).words }),
        format: first.format)
    case "reverse": return Noun(words + Words(" i omvänd ordning", " in reverse order"), format: first.format)
    case "string length":
      return Noun(
        Words("antal tecken i ", "number of characters in ") + words,
        definite: Words("antalet tecken i ", "the number of characters in ") + words)
    case "upper case": return Noun(words + Words(" med stora bokstäver", " in capitals"))
    case "lower case": return Noun(words + Words(" med små bokstäver", " in small letters"))
    case "abs": return Noun(words + Words(", utan tecken", ", without its sign"), format: first.format)
    case "floor", "round down":
      return Noun(words + Words(", avrundat nedåt", ", rounded down"), format: first.format)
    case "ceiling", "round up":
      return Noun(words + Words(", avrundat uppåt", ", rounded up"), format: first.format)
    case "decimal", "round half up", "round half down":
      return Noun(words + Words(", avrundat", ", rounded"), format: first.format)
    case "modulo":
      guard arguments.count == 2 else { return quoted(whole) }
      let by = literal(arguments[1], ValueFormat()) ?? noun(arguments[1]).words
      return Noun(
        Words("resten när ", "the remainder when ") + words + Words(" delas med ", " is divided by ") + by)
    case "sqrt": return Noun(Words("kvadratroten ur ", "the square root of ") + words)
    case "years and months duration":
      guard arguments.count == 2 else { return quoted(whole) }
      return Noun(
        Words("tiden från ", "the time from ") + words + Words(" till ", " to ") + noun(arguments[1]).words)
    case "day of week": return Noun(Words("veckodagen för ", "the weekday of ") + words)
    case "month of year": return Noun(Words("månaden i ", "the month of ") + words)
    default: return quoted(whole)
    }
  }

  // MARK: - Literals and kinds

  /// A value that is written out, in the words of what it is compared with.
  func literal(_ expression: Expression, _ format: ValueFormat) -> Words? {
    literalValue(expression).map { writer.words($0, format, decimals: nil) }
  }

  func literalValue(_ expression: Expression) -> Value? {
    switch expression.node {
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .boolean(let boolean): return .boolean(boolean)
    case .negate(let inner):
      if case .number(let number)? = literalValue(inner) { return .number(number.negated) }
      return nil
    case .atLiteral(let text): return Phrasing.temporal(text)
    case .call(let callee, .positional(let arguments)):
      guard case .name(let name) = callee.node, name == "date" || name == "duration", arguments.count == 1,
        case .string(let text) = arguments[0].node
      else { return nil }
      return Phrasing.temporal(text)
    default: return nil
    }
  }

  private static func temporal(_ text: String) -> Value? {
    if let date = CalendarDate(text) { return .date(date) }
    return DurationText.value(text)
  }

  /// What sort of values an expression has, as far as words care: dates are earlier, durations shorter.
  func kind(of expression: Expression) -> TypeKind {
    if let value = literalValue(expression) { return TypeKind(value) }
    switch expression.node {
    case .name(let name):
      switch meaning(name) {
      case .field(let path, _): return vocabulary.fields[path]?.type.element.kind ?? .any
      case .fact(let fact):
        if fact.type.element.kind != .any { return fact.type.element.kind }
        return fact.definition.map { Phrasing(vocabulary: vocabulary).kind(of: $0) } ?? .any
      case .variable(let path): return path.flatMap { vocabulary.fields[$0]?.type.element.kind } ?? .any
      case .unknown: return .any
      }
    case .path: return path(of: expression).flatMap { vocabulary.fields[$0]?.type.element.kind } ?? .any
    case .filter(let base, _): return kind(of: base)
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.node else { return .any }
      if name == "today" || name == "date" { return .date }
      if name == "years and months duration" { return .yearsMonths }
      if name == "duration" { return .daysTime }
      let passesOn = name == "min" || name == "max" || Phrasing.keepsItems.contains(name)
      return passesOn ? arguments.expressions.first.map { kind(of: $0) } ?? .any : .any
    case .arithmetic(let op, let a, let b):
      let (left, right) = (kind(of: a), kind(of: b))
      if left == .date, right == .date, op == .subtract { return .daysTime }
      if left == .date || right == .date { return .date }
      return left == .any ? right : left
    case .conditional(_, let then, _): return kind(of: then)
    default: return .any
    }
  }
}

extension TypeKind {
  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .number: self = .number
    case .string: self = .text
    case .date: self = .date
    case .yearsMonths: self = .yearsMonths
    case .daysTime: self = .daysTime
    case .list: self = .list
    case .context: self = .context
    case .range: self = .range
    case .function: self = .function
    case .unknown: self = .any
    }
  }
}
