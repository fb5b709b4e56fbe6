internal import Criteria
internal import FEEL

/// A set of names, each by its number.
struct NameSet: Sendable {
  private var words: [UInt64] = []

  mutating func insert(_ number: Int) {
    while words.count <= number >> 6 { words.append(0) }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }

  func contains(_ number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  mutating func formUnion(_ other: NameSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }
}

/// What an expression hangs on.
///
/// An entry of a proposal is read only where its name is written, or where items are looked at as a whole. So an
/// expression without the name of what changes gives what it gave.
struct Reads: Sendable {
  /// Every name that is written in it or in a fact that it uses, whatever it stands for there.
  var names = NameSet()
  /// The facts among them, by their numbers.
  var facts = NameSet()
  /// It may look at everything inside of what it names: it compares items as they are, say.
  var isWhole = false

  /// Something that is filled in or changed: an entry of that name inside the field `top` of the proposal; nil:
  /// wherever documents stand.
  struct Change {
    var top: Int?
    var name: Int
  }

  mutating func add(_ other: Reads) {
    names.formUnion(other.names)
    facts.formUnion(other.facts)
    isWhole = isWhole || other.isWhole
  }

  func hang(on changes: [Change]) -> Bool {
    for change in changes where isWhole || names.contains(change.name) {
      guard let top = change.top else { return true }
      if names.contains(top) { return true }
    }
    return false
  }
}

/// Numbers names and finds what expressions read.
struct ReadsOfExpressions {
  private var numbers: [String: Int] = [:]
  /// Names that never stand for an item, a group or a list of such.
  private var single: Set<String> = []
  private var ofFacts: [String: Reads] = [:]
  private var evidence = Reads()
  private var judgements: [Int] = []
  /// Names that the expression at hand binds.
  private var bound: Set<String> = []

  init(_ ruleset: Ruleset) {
    var composite: Set<String> = ["item"]
    func collect(_ fields: [Field]) {
      for field in fields {
        if field.type.isComposite { composite.insert(field.name) } else { single.insert(field.name) }
        collect(field.type.inner)
      }
    }
    collect(ruleset.form.fields)
    single.insert("seen")
    for fact in ruleset.facts {
      if fact.value.type.isComposite { composite.insert(fact.name) } else { single.insert(fact.name) }
    }
    func collect(_ criteria: [Criterion]) {
      for criterion in criteria {
        if let each = criterion.each { composite.insert(each.variable) }
        if case .composite(let parts, _) = criterion.scoring { collect(parts) }
      }
    }
    collect(ruleset.criteria)
    single.subtract(composite)
    judgements = ruleset.judgements.map { number(ofJudgement: $0.id) }
    if let level = ruleset.evidence?.level.expression { evidence = reads(of: level) }
    evidence.names.insert(number("seen"))
    for (index, fact) in ruleset.facts.enumerated() {
      var reads = reads(of: fact.value.expression)
      reads.facts.insert(index)
      ofFacts[fact.name] = reads
    }
  }

  mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = numbers.count
    return numbers.count - 1
  }

  /// Of what roles answer. No field has a name with a colon.
  mutating func number(ofJudgement id: String) -> Int { number("judgement:" + id) }

  func reads(ofFact name: String) -> Reads { ofFacts[name] ?? Reads() }

  mutating func reads(of expression: Expression) -> Reads {
    bound = []
    collectBound(in: expression)
    var reads = Reads()
    add(expression, to: &reads)
    return reads
  }

  private mutating func collectBound(in expression: Expression) {
    switch expression.node {
    case .iteration(let iterators, _), .quantified(_, let iterators, _):
      for iterator in iterators { bound.insert(iterator.name.text) }
    case .function(let parameters, _): for parameter in parameters { bound.insert(parameter.name.text) }
    case .context(let entries): for entry in entries { bound.insert(entry.key.text) }
    default: break
    }
    for child in expression.children { collectBound(in: child) }
  }

  mutating func reads(of requirement: EvidenceRequirement) -> Reads {
    var reads = reads(of: requirement.of.expression)
    reads.add(evidence)
    return reads
  }

  /// Of a text in either language.
  mutating func reads(of template: Template) -> Reads {
    var reads = Reads()
    for part in template.sv + (template.en ?? []) {
      guard case .expression(let compiled) = part else { continue }
      reads.add(self.reads(of: compiled.expression))
      // Items are told as they are, with all that they hold.
      if compiled.type.isComposite { reads.isWhole = true }
    }
    return reads
  }

  private mutating func add(_ expression: Expression, to reads: inout Reads) {
    switch expression.node {
    case .name(let name):
      reads.names.insert(number(name))
      if let fact = ofFacts[name] { reads.add(fact) }
    case .path(_, let name): reads.names.insert(number(name.text))
    case .call(let callee, let arguments): add(callee, arguments, to: &reads)
    default: break
    }
    if looksInside(expression) { reads.isWhole = true }
    for child in expression.children { add(child, to: &reads) }
  }

  private mutating func add(_ callee: Expression, _ arguments: Expression.Arguments, to reads: inout Reads) {
    switch callee.node {
    case .name("judgement"):
      if case .positional(let arguments) = arguments, case .string(let id)? = arguments.first?.node {
        reads.names.insert(number(ofJudgement: id))
      } else {
        for number in judgements { reads.names.insert(number) }
      }
    case .name("evidence"): reads.add(evidence)
    default: break
    }
  }

  // MARK: Items as a whole

  /// Functions that move items about without looking at them.
  private static let carriers = [
    "count", "concatenate", "append", "flatten", "reverse", "sublist", "remove", "insert before", "judgement",
    "evidence",
  ]

  /// Whether the outermost operation may compare or go through what items hold.
  private func looksInside(_ expression: Expression) -> Bool {
    switch expression.node {
    case .comparison(let operation, let left, let right):
      (operation == .equal || operation == .notEqual) && mayBeItems(left) && mayBeItems(right)
    case .inTests(let value, let tests):
      mayBeItems(value) && tests.contains { mayBeItems($0.expression) }
    case .unaryTests(let tests): tests.expressions.contains(where: mayBeItems)
    case .instanceOf(let value, _): mayBeItems(value)
    // Where it is not known which one it is, they are compared.
    case .conditional(_, let yes, let no): mayBeItems(yes) || mayBeItems(no)
    case .filter(let base, let condition):
      if case .number = condition.node { mayBeItems(base) } else { false }
    case .call(let callee, _):
      if case .name(let name) = callee.node, Self.carriers.contains(name) {
        false
      } else {
        expression.children.dropFirst().contains(where: mayBeItems)
      }
    default: false
    }
  }

  private func mayBeItems(_ expression: Expression) -> Bool {
    switch expression.node {
    case .null, .boolean, .number, .string, .atLiteral, .interval, .negate, .instanceOf, .arithmetic,
      .comparison, .and, .or, .between, .inTests, .quantified:
      false
    // A name that is bound on the way is none of the form's.
    case .name(let name): !single.contains(name) || bound.contains(name)
    case .path(_, let name): !single.contains(name.text)
    case .list(let items): items.contains(where: mayBeItems)
    case .filter(let base, _): mayBeItems(base)
    case .conditional(_, let yes, let no): mayBeItems(yes) || mayBeItems(no)
    case .iteration(_, let body): mayBeItems(body)
    case .call(let callee, _):
      if case .name(let name) = callee.node, ["count", "judgement", "evidence"].contains(name) {
        false
      } else {
        expression.children.dropFirst().contains(where: mayBeItems)
      }
    case .subject, .context, .function, .externalFunction, .unaryTests: true
    }
  }
}

extension FieldType {
  fileprivate var isComposite: Bool {
    switch self {
    case .group, .documents: true
    case .list(let list): if case .group = list.element { true } else { false }
    default: false
    }
  }

  var inner: [Field] {
    switch self {
    case .group(let fields): fields
    case .list(let list): if case .group(let fields) = list.element { fields } else { [] }
    default: []
    }
  }
}

extension FeelType {
  /// Whether a value may hold items or groups.
  var isComposite: Bool {
    switch self {
    case .null, .boolean, .number, .string, .choice, .date, .yearsMonths, .daysTime: false
    case .list(let element), .range(let element): element.isComposite
    case .any, .context, .function: true
    }
  }
}
