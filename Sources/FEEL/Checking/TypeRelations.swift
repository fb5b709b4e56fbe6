/// What an operator distinguishes; `choice` is text, whatever its unit a number is a number.
enum TypeKind: Sendable, Hashable {
  case any, null, boolean, number, text, date, yearsMonths, daysTime, list, context, range, function
}

extension FeelType {
  var kind: TypeKind {
    switch self {
    case .any: .any
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string, .choice: .text
    case .date: .date
    case .yearsMonths: .yearsMonths
    case .daysTime: .daysTime
    case .list: .list
    case .context: .context
    case .range: .range
    case .function: .function
    }
  }

  static let number = FeelType.number(unit: nil)

  /// `.any`, or null: nothing can be said against it.
  var isOpen: Bool {
    switch self {
    case .any, .null: true
    default: false
    }
  }

  var unit: String? {
    if case .number(let unit) = self { return unit }
    return nil
  }

  var choices: [String]? {
    if case .choice(let choices) = self { return choices }
    return nil
  }

  var members: [Member]? {
    if case .context(let members) = self { return members }
    return nil
  }

  /// The type of a list's items; a single value counts as a list of one, as FEEL has it.
  var element: FeelType {
    if case .list(let element) = self { return element }
    return self
  }

  var isList: Bool {
    if case .list = self { return true }
    return false
  }

  /// Whether `<` and `>` mean something.
  var isOrdered: Bool {
    switch kind {
    case .any, .null, .number, .text, .date, .yearsMonths, .daysTime: true
    case .boolean, .list, .context, .range, .function: false
    }
  }

  /// A type that holds the values of both. `.any` where they have nothing in common.
  func union(_ other: FeelType) -> FeelType {
    switch (self, other) {
    case (.null, let type), (let type, .null): return type
    case (.any, _), (_, .any): return .any
    case (.number(let a), .number(let b)): return .number(unit: a == b ? a : nil)
    case (.choice(let a), .choice(let b)): return .choice(a + b.filter { !a.contains($0) })
    case (.string, .choice), (.choice, .string), (.string, .string): return .string
    case (.list(let a), .list(let b)): return .list(a.union(b))
    case (.range(let a), .range(let b)): return .range(a.union(b))
    case (.context(let a), .context(let b)): return FeelType.unionOfContexts(a, b)
    case (.boolean, .boolean), (.date, .date), (.yearsMonths, .yearsMonths), (.daysTime, .daysTime):
      return self
    default: return .any
    }
  }

  private static func unionOfContexts(_ a: [Member], _ b: [Member]) -> FeelType {
    guard a.count == b.count else { return .any }
    var members: [Member] = []
    for (x, y) in zip(a, b) {
      guard x.name == y.name else { return .any }
      members.append(Member(name: x.name, type: x.type.union(y.type), label: x.label ?? y.label))
    }
    return .context(members)
  }

  /// Whether a value of one may equal a value of the other. Null may equal anything.
  func isComparable(with other: FeelType) -> Bool {
    if isOpen || other.isOpen { return true }
    guard kind == other.kind else { return false }
    if case .list(let a) = self, case .list(let b) = other { return a.isComparable(with: b) }
    if case .range(let a) = self, case .range(let b) = other { return a.isComparable(with: b) }
    return true
  }

  /// Whether a value of this type may stand where `expected` is asked for. A single value may stand for a list.
  func fits(_ expected: FeelType) -> Bool {
    if isOpen || expected.isOpen { return true }
    switch (self, expected) {
    case (.choice(let a), .choice(let b)): return a.contains { b.contains($0) }
    case (.list(let a), .list(let b)): return a.fits(b)
    case (_, .list(let b)): return fits(b)
    case (.range(let a), .range(let b)): return a.fits(b)
    case (.context(let a), .context(let b)):
      return b.allSatisfy { wanted in
        guard let given = a.first(where: { $0.name == wanted.name }) else { return false }
        return given.type.fits(wanted.type)
      }
    default: return kind == expected.kind
    }
  }
}
