import ExactNumbers

/// What something in an expression is called in a sentence, and how its values are written.
struct Noun {
  var words: Words
  /// "antalet parter" beside "antal parter", where they differ.
  var definite: Words?
  var format = ValueFormat()
  /// Whether it is the answer to something, yes or no.
  var isAnswer = false

  init(_ words: Words, definite: Words? = nil, format: ValueFormat = ValueFormat(), isAnswer: Bool = false) {
    self.words = words
    self.definite = definite
    self.format = format
    self.isAnswer = isAnswer
  }
}

/// Puts the parts of an expression into words, without values: names, and what is made of them.
struct Phrasing {
  let vocabulary: Vocabulary
  /// What the expression binds on the way in, the innermost last.
  var frames: [Frame] = []
  /// Gives the value of a part, where the words are about one proposal.
  var evaluate: (@Sendable (Expression) -> Value)?

  enum Frame {
    /// A variable that stands for one item of the list at `path`.
    case variable(String, path: [String]?)
    /// Inside a filter: the fields of an item of the list at `path` are names.
    case item(path: [String]?)
  }

  /// What a name stands for.
  enum Meaning {
    case variable(path: [String]?)
    /// A field of the item that the words are about, or of the proposal.
    case field(path: [String], isOwn: Bool)
    case fact(Vocabulary.Fact)
    case unknown
  }

  var writer: ValueWriter { ValueWriter(vocabulary: vocabulary) }

  init(vocabulary: Vocabulary, locals: [(name: String, path: [String]?)] = []) {
    self.vocabulary = vocabulary
    frames = locals.map { .variable($0.name, path: $0.path.map(resolved)) }
  }

  /// A path that begins at a fact, as the path of the fields that the fact's items come from.
  private func resolved(_ path: [String]) -> [String] {
    guard let name = path.first, let definition = vocabulary.facts[name]?.definition,
      let source = self.path(of: definition)
    else { return path }
    return source + path.dropFirst()
  }

  func inside(_ frame: Frame) -> Phrasing {
    var inner = self
    inner.frames.append(frame)
    // Values are those of the whole; an item's are not known here.
    if case .item = frame { inner.evaluate = nil }
    return inner
  }

  // MARK: - Names and paths

  func meaning(_ name: String) -> Meaning {
    for frame in frames.reversed() {
      switch frame {
      case .variable(let bound, let path):
        if bound == name { return .variable(path: path) }
      case .item(let path):
        if let path, vocabulary.fields[path + [name]] != nil {
          return .field(path: path + [name], isOwn: true)
        }
        if name == "item" { return .variable(path: path) }
      }
    }
    if let fact = vocabulary.facts[name] { return .fact(fact) }
    return vocabulary.fields[[name]] != nil ? .field(path: [name], isOwn: false) : .unknown
  }

  /// The names by which an expression's values, or its items, are reached from the proposal.
  func path(of expression: Expression) -> [String]? {
    switch expression.node {
    case .name(let name):
      switch meaning(name) {
      case .variable(let path): return path
      case .field(let path, _): return path
      case .fact(let fact):
        return fact.definition.flatMap { Phrasing(vocabulary: vocabulary).path(of: $0) }
      case .unknown: return nil
      }
    case .path(let base, let name): return path(of: base).map { $0 + [name.text] }
    case .filter(let base, _): return path(of: base)
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.node, Phrasing.keepsItems.contains(name) else { return nil }
      return arguments.expressions.first.flatMap { path(of: $0) }
    case .iteration(let iterators, let body):
      var inner = self
      for iterator in iterators {
        inner = inner.inside(.variable(iterator.name.text, path: inner.path(of: iterator.domain)))
      }
      return inner.path(of: body)
    default: return nil
    }
  }

  static let keepsItems = [
    "distinct values", "duplicate values", "sort", "reverse", "sublist", "flatten", "remove", "concatenate",
    "union",
  ]

  /// Whether an expression gives several things, as far as can be told without running it.
  func isPlural(_ expression: Expression) -> Bool {
    switch expression.node {
    case .list, .iteration: return true
    case .name(let name):
      switch meaning(name) {
      case .variable: return false
      case .field(let path, _): return vocabulary.fields[path]?.type.isList ?? false
      case .fact(let fact):
        if fact.type.isList { return true }
        return fact.definition.map { Phrasing(vocabulary: vocabulary).isPlural($0) } ?? false
      case .unknown: return false
      }
    case .path(let base, _):
      if isPlural(base) { return true }
      guard let path = path(of: expression) else { return false }
      return vocabulary.fields[path]?.type.isList ?? false
    case .filter(let base, let condition): return !Phrasing.isPlace(condition) && isPlural(base)
    case .call(let callee, _):
      if case .name(let name) = callee.node { return Phrasing.keepsItems.contains(name) }
      return false
    default: return false
    }
  }

  /// `[1]`, `[-1]`: a place in a list.
  static func isPlace(_ condition: Expression) -> Bool {
    switch condition.node {
    case .number: true
    case .negate(let inner): isPlace(inner)
    default: false
    }
  }

  // MARK: - Labels

  /// What a field is called. The group it stands in is added where that alone does not tell which field is meant:
  /// where several are called the same, and for the parts of a group inside a group.
  func label(_ path: [String], isOwn: Bool) -> Words {
    guard let field = vocabulary.fields[path] else { return Vocabulary.words(forName: path.last ?? "") }
    guard !isOwn, let group = vocabulary.fields[Array(path.dropLast())], !field.label.isQuestion,
      isInsideGroups(path) || vocabulary.isShared(field.label)
    else { return field.label }
    return field.label + Words(" (" + group.label.sv + ")", " (" + group.label.en + ")")
  }

  /// Whether a field stands in a group inside a group, counted from the proposal or from an item of a list.
  private func isInsideGroups(_ path: [String]) -> Bool {
    var depth = 0
    for count in 1..<path.count {
      let isList = vocabulary.fields[Array(path.prefix(count))]?.type.isList ?? false
      depth = isList ? 0 : depth + 1
    }
    return depth > 1
  }

  func format(_ path: [String]?) -> ValueFormat {
    guard let path, let field = vocabulary.fields[path] else { return ValueFormat() }
    return format(field.type, choices: field.choices, label: field.label, itemName: field.itemName)
  }

  private func format(
    _ type: FeelType, choices: [String: Words], label: Words, itemName: String? = nil
  ) -> ValueFormat {
    var format = ValueFormat(unit: type.element.unit, choices: choices, itemName: itemName)
    if let all = type.element.choices {
      format.isChoice = true
      format.allChoices = all
    }
    format.hidesUnit = says(label, unit: format.unit)
    return format
  }

  /// Whether a label already says what is counted: "antal deltagare", "projektets längd i månader".
  private func says(_ label: Words, unit: String?) -> Bool {
    guard let unit, let known = vocabulary.units[unit], known.style == .counted else { return false }
    return label.sv.hasPrefix("antal ") || label.sv.hasSuffix(" " + known.many.sv)
  }

  func noun(of fact: Vocabulary.Fact) -> Noun {
    var format = self.format(fact.type, choices: [:], label: fact.label)
    if let definition = fact.definition, let path = Phrasing(vocabulary: vocabulary).path(of: definition) {
      let own = self.format(path)
      format.choices = own.choices
      format.isChoice = format.isChoice || own.isChoice
      format.unit = format.unit ?? own.unit
      format.itemName = own.itemName
    }
    return answering(fact.label, fact.type, format)
  }

  func noun(ofField path: [String], isOwn: Bool) -> Noun {
    answering(label(path, isOwn: isOwn), vocabulary.fields[path]?.type ?? .any, format(path))
  }

  /// A yes-or-no label is a question, whatever its grammar: "svaret på ”medlem i förbundet”".
  private func answering(_ label: Words, _ type: FeelType, _ format: ValueFormat) -> Noun {
    if case .boolean = type.kind { return Noun(Phrasing.answer(to: label), format: format, isAnswer: true) }
    if label.isQuestion { return Noun(Phrasing.answer(to: label), format: format) }
    return Noun(label, definite: label.definiteCount, format: format)
  }

  static func answer(to label: Words) -> Words {
    let words =
      label.isQuestion
      ? Words("svaret på frågan ", "the answer to the question ") : Words("svaret på ", "the answer to ")
    return words + Words.quoted(label)
  }
}

extension Words {
  var isQuestion: Bool { sv.hasSuffix("?") }

  /// "antalet parter" of "antal parter".
  fileprivate var definiteCount: Words? {
    guard sv.hasPrefix("antal ") else { return nil }
    return Words("antalet" + String(sv.dropFirst(5)), en.hasPrefix("number of ") ? "the " + en : en)
  }
}
