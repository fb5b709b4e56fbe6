/// A type, and the path from the scope's names that the value, or its items, came by.
struct Typed {
  var type: FeelType
  var path: [String]?

  init(_ type: FeelType, path: [String]? = nil) {
    self.type = type
    self.path = path
  }

  static let unknown = Typed(.any)
}

/// One pass over an expression: types from the leaves up, problems and references on the way.
struct Inference {
  /// Names that an expression binds on the way: variables and parameters, or the item of a filter.
  enum Frame {
    case names([(name: String, value: Typed)])
    /// Inside a filter an item's fields are names, and the item itself is `item`.
    case item(Typed)
  }

  enum Lookup {
    case local(Typed)
    case field(Typed)
    case root(Typed)
    /// It may be a field of an item of which nothing is known.
    case open
    case missing
  }

  let scope: [FeelType.Member]
  let host: HostSignatures
  var frames: [Frame] = []
  var subject: Typed?
  /// Whether `?` has been read since this was last set to false.
  var usesSubject = false
  var problems: [TypeProblem] = []
  var fields: [FieldReference] = []

  init(scope: [FeelType.Member], host: HostSignatures) {
    self.scope = scope
    self.host = host
  }

  // MARK: - Expressions

  mutating func infer(_ expression: Expression) -> Typed {
    let range = expression.range
    switch expression.node {
    case .null: return Typed(.null)
    case .boolean: return Typed(.boolean)
    case .number: return Typed(.number)
    case .string(let text): return Typed(.choice([text]))
    case .atLiteral(let text): return Typed(Inference.atLiteral(text))
    case .name(let name): return inferName(name, range, counterpart: nil)
    case .subject: return inferSubject(range)
    case .list(let items): return inferList(items, counterpart: nil)
    case .context(let entries): return inferContext(entries)
    case .interval(let interval): return inferInterval(interval, range)
    case .path: return inferPath(expression)
    case .filter(let base, let condition): return inferFilter(base, condition)
    case .call(let callee, let arguments): return inferCall(callee, arguments, range)
    case .negate(let operand): return inferNegation(operand)
    case .arithmetic(let op, let a, let b): return inferArithmetic(op, a, b, range)
    case .comparison(let op, let a, let b): return inferComparison(op, a, b, range)
    case .and(let a, let b), .or(let a, let b):
      requireCondition(a)
      requireCondition(b)
      return Typed(.boolean)
    case .between(let value, let low, let high): return inferBetween(value, low, high, range)
    case .inTests(let value, let tests): return inferMembership(value, tests)
    case .instanceOf(let value, let type):
      _ = infer(value)
      _ = resolve(type, at: range)
      return Typed(.boolean)
    case .conditional(let condition, let then, let otherwise):
      return inferConditional(condition, then, otherwise, expecting: nil, range)
    case .iteration(let iterators, let body): return inferIteration(iterators, body)
    case .quantified(_, let iterators, let condition): return inferQuantified(iterators, condition)
    case .function(let parameters, let body): return inferFunction(parameters, body)
    case .externalFunction(let parameters):
      return Typed(.function(parameters.map { _ in .any }, returns: .any))
    case .unaryTests(let tests): return inferUnaryTests(tests)
    }
  }

  /// As `infer`, where the place asks for something. The branches of an `if` are asked one by one.
  mutating func infer(_ expression: Expression, expecting expected: FeelType) -> Typed {
    if case .conditional(let condition, let then, let otherwise) = expression.node {
      return inferConditional(condition, then, otherwise, expecting: expected, expression.range)
    }
    let typed: Typed
    if case .name(let name) = expression.node {
      typed = inferName(name, expression.range, counterpart: expected)
    } else {
      typed = infer(expression)
    }
    return require(expression, typed.type, expected) ? typed : .unknown
  }

  /// Reports what does not fit and says whether it does.
  mutating func require(_ expression: Expression, _ type: FeelType, _ expected: FeelType) -> Bool {
    if type.fits(expected) {
      if let choices = expected.element.choices { checkLiterals(expression, among: choices, of: nil) }
      return true
    }
    if case .choice = type, let choices = expected.element.choices, Inference.isWrittenOut(expression) {
      checkLiterals(expression, among: choices, of: nil)
    } else if case .boolean = expected {
      problems.append(Problems.notACondition(type, expression.range))
    } else {
      problems.append(Problems.unexpectedType(type, expected, expression.range))
    }
    return false
  }

  mutating func requireCondition(_ expression: Expression) {
    _ = infer(expression, expecting: .boolean)
  }

  private mutating func inferSubject(_ range: TextRange) -> Typed {
    usesSubject = true
    if let subject { return subject }
    problems.append(Problems.subjectOutOfPlace(range))
    return .unknown
  }

  private mutating func inferContext(_ entries: [Expression.Entry]) -> Typed {
    var members: [FeelType.Member] = []
    frames.append(.names([]))
    for entry in entries {
      let typed = infer(entry.value)
      members.append(FeelType.Member(name: entry.key.text, type: typed.type))
      bind(entry.key.text, typed)
    }
    frames.removeLast()
    return Typed(.context(members))
  }

  private mutating func inferInterval(_ interval: Expression.Interval, _ range: TextRange) -> Typed {
    let low = interval.low.map { infer($0).type }
    let high = interval.high.map { infer($0).type }
    let both = (low ?? .null).union(high ?? .null)
    if let low, let high, !low.isComparable(with: high) {
      problems.append(Problems.notComparable(low, high, range))
      return Typed(.range(.any))
    }
    if !both.isOrdered {
      problems.append(Problems.notOrdered(both, range))
      return Typed(.range(.any))
    }
    // A range of texts holds more than its ends.
    return Typed(.range(both.choices == nil ? both : .string))
  }

  private mutating func inferConditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, expecting: FeelType?,
    _ range: TextRange
  ) -> Typed {
    requireCondition(condition)
    let a: Typed
    let b: Typed
    if let expecting {
      a = infer(then, expecting: expecting)
      b = infer(otherwise, expecting: expecting)
    } else {
      a = infer(then)
      b = infer(otherwise)
      if !a.type.isComparable(with: b.type) {
        problems.append(Problems.branchesDiffer(a.type, b.type, range))
      }
    }
    return Typed(a.type.union(b.type), path: a.path == b.path ? a.path : nil)
  }

  private mutating func inferFunction(_ parameters: [Expression.Parameter], _ body: Expression) -> Typed {
    let types = parameters.map { parameter in
      parameter.type.map { resolve($0, at: parameter.name.range) } ?? .any
    }
    frames.append(.names(zip(parameters, types).map { (name: $0.name.text, value: Typed($1)) }))
    let result = infer(body)
    frames.removeLast()
    return Typed(.function(types, returns: result.type))
  }

  // MARK: - Frames

  mutating func bind(_ name: String, _ value: Typed) {
    guard case .names(var names)? = frames.last else { return }
    names.append((name, value))
    frames[frames.count - 1] = .names(names)
  }

  func lookup(_ name: String) -> Lookup {
    var mayBeField = false
    for frame in frames.reversed() {
      switch frame {
      case .names(let names):
        if let found = names.last(where: { $0.name == name }) { return .local(found.value) }
      case .item(let item):
        if let member = item.type.members?.first(where: { $0.name == name }) {
          return .field(Typed(member.type, path: item.path.map { $0 + [name] }))
        }
        if name == "item" { return .local(item) }
        if case .any = item.type { mayBeField = true }
      }
    }
    if let member = scope.first(where: { $0.name == name }) {
      return .root(Typed(member.type, path: [name]))
    }
    return mayBeField ? .open : .missing
  }

  /// What a misspelt name may have meant, the nearest scope first.
  var visibleNames: [String] {
    var names: [String] = []
    for frame in frames.reversed() {
      switch frame {
      case .names(let bound): names += bound.map { $0.name }
      case .item(let item): names += (item.type.members ?? []).map { $0.name }
      }
    }
    return names + scope.map { $0.name }
  }

  // MARK: - Literals

  private static func atLiteral(_ text: String) -> FeelType {
    if text.hasPrefix("P") || text.hasPrefix("-P") { return durationLiteral(text) }
    return text.contains("T") || text.contains(":") ? .any : .date
  }

  static func durationLiteral(_ text: String) -> FeelType {
    text.contains("T") || text.contains("D") ? .daysTime : .yearsMonths
  }
}
