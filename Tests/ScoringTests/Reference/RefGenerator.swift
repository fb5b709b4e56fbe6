import ExactNumbers

/// Makes rounds that are valid by construction and small enough to try every filling-in of most of them.
struct RefGenerator {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A form, a ruleset on it, and `proposals` proposals with their assessments.
  static func makeCase(seed: UInt64, proposals: Int) -> RefCase {
    var generator = RefGenerator(seed: seed)
    let form = generator.form()
    var roles = ["chef", "grupp", "granskare"]
    generator.shuffle(&roles)
    let round = RefRound(asOf: "2026-09-15", roles: roles)
    let ruleset = generator.ruleset(form, round)
    var model = RefCase(form: form, ruleset: ruleset, round: round, proposals: [])
    for index in 0..<proposals {
      let id =
        "forslag-\(Character(UnicodeScalar(UInt8(97 + index / 26))))\(Character(UnicodeScalar(UInt8(97 + index % 26))))"
      model.proposals.append(generator.proposal(id, model))
    }
    return model
  }

  // MARK: Dice

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next(below: UInt64(range.count)))
  }

  /// True in `percent` of 100.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  mutating func pick<T>(_ items: [T]) -> T { items[int(0...(items.count - 1))] }

  mutating func shuffle<T>(_ items: inout [T]) {
    for index in items.indices.dropFirst().reversed() { items.swapAt(index, int(0...index)) }
  }

  mutating func some<T>(_ items: [T], _ percent: Int) -> [T] {
    var result: [T] = []
    for item in items where chance(percent) { result.append(item) }
    return result
  }

  mutating func maybe<T>(_ percent: Int, _ value: (inout RefGenerator) -> T) -> T? {
    chance(percent) ? value(&self) : nil
  }
}

// MARK: - Form

extension RefGenerator {
  private static let choices = [
    ["låg", "medel", "hög"], ["avtal", "avsikt"], ["skola", "vård", "arbete"], ["ny", "gammal"],
    ["nord", "syd", "öst", "väst"],
  ]

  mutating func form() -> RefForm {
    var fields = [RefField(name: "titel", type: .text)]
    let names = ["antal", "stöd", "färdig", "nivå", "läge", "omfång", "årtal"]
    for name in names.prefix(int(3...6)) { fields.append(scalarField(name, conditions: fields)) }
    if chance(50) {
      var inner: [RefField] = []
      for name in ["del_a", "del_b", "del_c"].prefix(int(1...3)) {
        inner.append(scalarField(name, conditions: inner))
      }
      if chance(50) { inner.append(RefField(name: "underlag", type: .documents)) }
      fields.append(finished(RefField(name: "grupp", type: .group(inner)), conditions: fields, list: false))
    }
    if chance(70) {
      var inner = [RefField(name: "id", type: .id)]
      for name in ["roll", "bidrag", "klar", "tid"].prefix(int(1...3)) {
        inner.append(scalarField(name, conditions: inner))
      }
      if chance(60) { inner.append(RefField(name: "belägg", type: .documents)) }
      fields.append(finished(RefField(name: "parter", type: .groups(inner)), conditions: fields, list: true))
    }
    if chance(25) {
      let type = RefType.scalars(.integer(0, int(2...5)))
      fields.append(finished(RefField(name: "serie", type: type), conditions: fields, list: true))
    }
    if chance(50) { fields.append(RefField(name: "bilagor", type: .documents)) }
    let kinds = RefField(name: "typ", type: .choice(["avtal", "beslut", "annat"]))
    fields.append(
      RefField(name: "dokument", type: .groups([RefField(name: "id", type: .id), kinds]), absent: .empty))
    return RefForm(fields: fields, documents: "dokument")
  }

  private mutating func scalarField(_ name: String, conditions: [RefField]) -> RefField {
    let type: RefType
    switch int(0...19) {
    case 0...4: type = .boolean
    case 5...9: type = .choice(pick(RefGenerator.choices))
    case 10...14:
      let low = int(-1...2)
      type = .integer(low, low + int(1...4))
    case 15: type = .integer(maybe(50) { $0.int(0...3) }, nil)
    case 16: type = .decimal(RefAmount(0), maybe(60) { $0.pick([RefAmount(1), RefAmount("2.5")]) })
    case 17: type = .integer(nil, int(3...50))
    case 18: type = .date
    default: type = .integer(0, 1000)
    }
    return finished(RefField(name: name, type: type), conditions: conditions, list: false)
  }

  private mutating func finished(_ field: RefField, conditions: [RefField], list: Bool) -> RefField {
    var field = field
    if chance(12) {
      var names = RefNames()
      // A condition that has an answer wherever the field it is on has one.
      for other in conditions
      where other.when == nil && other.absent == .unknown && !other.allowsNotApplicable {
        names.add(other, as: .name(other.name))
      }
      if !names.bools.isEmpty || !names.choices.isEmpty { field.when = simpleCondition(names) }
    }
    if case .group = field.type { return field }
    if chance(list ? 25 : 6) { field.absent = list && chance(70) ? .empty : .null }
    if chance(10) { field.allowsNotApplicable = true }
    return field
  }

  private mutating func simpleCondition(_ names: RefNames) -> RefExpression {
    if names.choices.isEmpty || (!names.bools.isEmpty && chance(50)) { return pick(names.bools) }
    let (field, choices) = pick(names.choices)
    return .compare(pick([.equal, .notEqual]), field, .string(pick(choices)))
  }
}

/// What an expression may speak of, by type.
struct RefNames {
  var numbers: [RefExpression] = []
  var bools: [RefExpression] = []
  var choices: [(RefExpression, [String])] = []
  var dates: [RefExpression] = []
  var lists: [(list: RefExpression, fields: [RefField])] = []
  var series: [RefExpression] = []
  var documents: [RefExpression] = []
  /// The key of the member that is spoken of.
  var key: RefExpression?

  mutating func add(_ field: RefField, as name: RefExpression) {
    switch field.type {
    case .text, .id: break
    case .integer, .decimal: numbers.append(name)
    case .boolean: bools.append(name)
    case .date: dates.append(name)
    case .choice(let ids): choices.append((name, ids))
    case .documents: documents.append(name)
    case .group(let fields): for inner in fields { add(inner, as: .path(name, inner.name)) }
    case .groups(let fields):
      lists.append((name, fields))
      if fields.contains(where: { $0.name == "belägg" }) { documents.append(.path(name, "belägg")) }
    case .scalars: series.append(name)
    }
  }

  /// With the fields of a list's member, by name or through a variable.
  func adding(_ fields: [RefField], through variable: String?) -> RefNames {
    var copy = self
    for field in fields {
      copy.add(field, as: variable.map { .path(.name($0), field.name) } ?? .name(field.name))
    }
    if let variable { copy.key = .path(.name(variable), "id") }
    return copy
  }
}
