import Diagnostics

/// Names, paths and the types that an expression writes out.
extension Inference {
  /// - Parameter counterpart: what the name is compared with, which tells what a misspelt one may have meant.
  mutating func inferName(_ name: String, _ range: TextRange, counterpart: FeelType?) -> Typed {
    switch lookup(name) {
    case .local(let typed):
      return typed
    case .field(let typed), .root(let typed):
      refer(typed.path, range)
      return typed
    case .open:
      return .unknown
    case .missing:
      problems.append(unknownName(name, range, counterpart: counterpart))
      return .unknown
    }
  }

  /// A chain of names is one reference, to its last field.
  mutating func inferPath(_ expression: Expression) -> Typed {
    let typed = inferStep(expression)
    refer(typed.path, expression.range)
    return typed
  }

  private mutating func refer(_ path: [String]?, _ range: TextRange) {
    if let path { fields.append(FieldReference(path: path, range: range)) }
  }

  /// The links of a chain, which are not references of their own.
  private mutating func inferStep(_ expression: Expression) -> Typed {
    switch expression.node {
    case .name(let name):
      switch lookup(name) {
      case .local(let typed), .field(let typed), .root(let typed): return typed
      case .open: return .unknown
      case .missing:
        problems.append(unknownName(name, expression.range, counterpart: nil))
        return .unknown
      }
    case .path(let base, let name):
      return step(from: inferStep(base), name)
    default:
      return infer(expression)
    }
  }

  private mutating func step(from base: Typed, _ name: Expression.Name) -> Typed {
    switch FieldStep(base.type, name.text) {
    case .field(let type):
      return Typed(type, path: base.path.map { $0 + [name.text] })
    case .property(let type):
      return Typed(type, path: base.path)
    case .open:
      return Typed(.any, path: base.path.map { $0 + [name.text] })
    case .missing(let members):
      problems.append(Problems.unknownField(name, of: base.path, members))
      return .unknown
    case .noFields(let type):
      problems.append(Problems.noFields(name, type))
      return .unknown
    }
  }

  private func unknownName(_ name: String, _ range: TextRange, counterpart: FeelType?) -> TypeProblem {
    if let choices = counterpart?.element.choices, choices.contains(name) {
      return Problems.choiceWithoutQuotes(name, range)
    }
    if case .boolean? = counterpart?.kind, ["ja", "nej", "sant", "falskt", "yes", "no"].contains(name) {
      return Problems.booleanInWords(name, range)
    }
    var ownFields: [String]?
    if case .item(let item)? = frames.last { ownFields = item.type.members?.map { $0.name } }
    return Problems.unknownName(name, range, visible: visibleNames, fields: ownFields)
  }

  // MARK: - Types as written

  mutating func resolve(_ type: Expression.TypeExpression, at range: TextRange) -> FeelType {
    switch type {
    case .named(let name): return resolve(name)
    case .list(let element): return .list(resolve(element, at: range))
    case .range(let element): return .range(resolve(element, at: range))
    case .context(let entries):
      return .context(entries.map { FeelType.Member(name: $0.0.text, type: resolve($0.1, at: range)) })
    case .function(let parameters, let returns):
      return .function(parameters.map { resolve($0, at: range) }, returns: resolve(returns, at: range))
    }
  }

  private mutating func resolve(_ name: Expression.Name) -> FeelType {
    switch name.text {
    case "Any", "time", "date and time", "context": return .any
    case "Null": return .null
    case "boolean": return .boolean
    case "number": return .number
    case "string": return .string
    case "date": return .date
    case "years and months duration": return .yearsMonths
    case "days and time duration": return .daysTime
    case "list": return .list(.any)
    case "range": return .range(.any)
    case "function": return .any
    default:
      problems.append(Problems.unknownType(name))
      return .any
    }
  }
}

/// What `.name` finds on a value of some type.
private enum FieldStep {
  case field(FeelType)
  /// A part of a single value, such as a date's year.
  case property(FeelType)
  case open
  case missing([FeelType.Member])
  case noFields(FeelType)

  init(_ type: FeelType, _ name: String) {
    switch type {
    case .any, .null: self = .open
    case .context(let members):
      if let member = members.first(where: { $0.name == name }) {
        self = .field(member.type)
      } else {
        self = .missing(members)
      }
    case .list(let element): self = FieldStep(element, name).mapped
    case .date: self = FieldStep(type, name, of: ["year", "month", "day", "weekday"])
    case .yearsMonths: self = FieldStep(type, name, of: ["years", "months"])
    case .daysTime: self = FieldStep(type, name, of: ["days", "hours", "minutes", "seconds"])
    case .range(let element):
      switch name {
      case "start", "end": self = .property(element)
      case "start included", "end included": self = .property(.boolean)
      default: self = .noFields(type)
      }
    case .boolean, .number, .string, .choice, .function: self = .noFields(type)
    }
  }

  private init(_ type: FeelType, _ name: String, of parts: [String]) {
    self = parts.contains(name) ? .property(.number) : .noFields(type)
  }

  /// A path on a list is taken on each of its items.
  private var mapped: FieldStep {
    switch self {
    case .field(let type): .field(.list(type))
    case .property(let type): .property(.list(type))
    case .open, .missing, .noFields: self
    }
  }
}
