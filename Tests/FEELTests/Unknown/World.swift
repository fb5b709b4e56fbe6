import ExactNumbers
import FEEL

/// A fact: its value with what is unknown about it, and how to choose a known value inside.
enum Field {
  case known(Value)
  case number(low: Int?, high: Int?)
  case boolean
  case choices([String])
  /// One of these values.
  case values([Value])
  case anything
  case context([Entry])
  case list([Field])
  /// Members of which some may be missing, and up to `limit` others like the first of `examples`.
  case members([Member], limit: Int?, examples: [Field])
  indirect case orNull(Field)

  struct Entry {
    var name: String
    var field: Field
  }

  struct Member {
    var field: Field
    var isCertain: Bool
  }
}

/// Facts, some of them unknown, and ways to fill them in.
struct World {
  private var fields: [Field.Entry] = []

  init(_ random: inout Randomness) {
    for name in ["n1", "n2", "n3", "n4"] { add(name, .randomNumber(&random)) }
    add("n5", .known(.number(Decimal(random.below(4)))))
    for name in ["s1", "s2", "s3"] { add(name, .randomString(&random)) }
    for name in ["b1", "b2", "b3"] { add(name, .randomBoolean(&random)) }
    add("nl", .list((0..<random.below(4)).map { _ in .randomNumber(&random) }))
    add("ul", .randomList(&random) { .randomNumber(&$0) })
    add("u", .anything)
    add("organisationer", .list((0..<random.below(4)).map { _ in .randomOrganisation(&random) }))
    add("fler", .randomList(&random) { .randomOrganisation(&$0) })
  }

  private mutating func add(_ name: String, _ field: Field) {
    fields.append(Field.Entry(name: name, field: field))
  }

  /// With what is unknown as unknown.
  func unknown() -> Context {
    Context(fields.map { ($0.name, $0.field.unknown(FieldPath([.name($0.name)]))) })
  }

  /// With what is unknown filled in.
  func filled(_ random: inout Randomness) -> Context {
    var entries: [(key: String, value: Value)] = []
    for entry in fields { entries.append((entry.name, entry.field.filled(&random))) }
    return Context(entries)
  }
}

// MARK: Random facts

extension Field {
  static func randomNumber(_ random: inout Randomness) -> Field {
    switch random.below(9) {
    case 0: return .number(low: 0, high: nil)
    case 1: return .number(low: nil, high: random.below(20))
    case 2:
      let low = random.below(12) - 6
      return .number(low: low, high: low + 1 + random.below(10))
    case 3: return .values([.number(60), .null])
    case 4: return .orNull(.number(low: 1, high: 5))
    case 5: return .values([.number(1), .number(3)])
    default: return .known(.number(Decimal(random.below(20) - 5)))
    }
  }

  static func randomString(_ random: inout Randomness) -> Field {
    switch random.below(5) {
    case 0: .choices(["a", "b"])
    case 1: .choices(["a", "b", "c", "d"])
    case 2: .values([.string("a"), .null])
    default: .known(.string(random.pick(["a", "b", "c"])))
    }
  }

  static func randomBoolean(_ random: inout Randomness) -> Field {
    random.chance(45) ? .boolean : .known(.boolean(random.chance(50)))
  }

  static func randomOrganisation(_ random: inout Randomness) -> Field {
    let part = random.chance(20) ? .known(.null) : randomString(&random)
    return .context([
      Entry(name: "sektor", field: randomString(&random)), Entry(name: "part", field: part),
      Entry(name: "kr", field: randomNumber(&random)), Entry(name: "ok", field: randomBoolean(&random)),
    ])
  }

  static func randomList(_ random: inout Randomness, _ item: (inout Randomness) -> Field) -> Field {
    var members: [Member] = []
    for _ in 0..<random.below(3) {
      members.append(Member(field: item(&random), isCertain: random.chance(60)))
    }
    let list: Field
    switch random.below(4) {
    case 0: list = .members(members, limit: nil, examples: [item(&random)])
    case 1: list = .members(members, limit: 1 + random.below(2), examples: [item(&random)])
    case 2: list = .list(members.map { $0.field })
    default: list = .members(members, limit: 0, examples: [])
    }
    return random.chance(10) ? .orNull(list) : list
  }
}

// MARK: As unknown, and filled in

extension Field {
  func unknown(_ path: FieldPath) -> Value {
    switch self {
    case .known(let value): return value
    case .context(let entries):
      return .context(Context(entries.map { ($0.name, $0.field.unknown(path.appending($0.name))) }))
    case .list(let items):
      return .list(items.enumerated().map { $0.element.unknown(path.appending(item: $0.offset + 1)) })
    default: return Unknown.value(bounds(path), causes: [.field(path)])
    }
  }

  private func bounds(_ path: FieldPath) -> Unknown.Bounds {
    switch self {
    case .number(let low, let high):
      return .number(low: low.map { Decimal($0) }, high: high.map { Decimal($0) })
    case .boolean: return .boolean
    case .choices(let choices): return .choices(choices)
    case .values(let values): return .values(values)
    case .anything: return .any
    case .orNull(let inner): return .orNull(inner.bounds(path))
    case .members(let members, let limit, let examples):
      let named = members.enumerated().map {
        Unknown.Member(
          $0.element.field.unknown(path.appending(item: $0.offset + 1)), isCertain: $0.element.isCertain)
      }
      guard let example = examples.first else { return .list(named, more: .none) }
      return .list(named, more: .some(limit: limit, example: example.unknown(path.appending("fler"))))
    case .list(let items):
      let members = items.map { Member(field: $0, isCertain: true) }
      return Field.members(members, limit: 0, examples: []).bounds(path)
    case .known, .context: return .values([unknown(path)])
    }
  }

  func filled(_ random: inout Randomness) -> Value {
    switch self {
    case .known(let value): return value
    case .number(let low, let high):
      let least = low ?? (high ?? 0) - 30
      let most = high ?? least + 30
      let whole = least + random.below(most - least + 1)
      let tenths = whole < 0 || whole == most || random.chance(50) ? "" : "." + String(random.below(10))
      return .number(Decimal(String(whole) + tenths) ?? 0)
    case .boolean: return .boolean(random.chance(50))
    case .choices(let choices): return .string(random.pick(choices))
    case .values(let values): return random.pick(values)
    case .anything:
      return random.pick([
        .null, .number(1), .number(-2), .string("a"), .boolean(true), .boolean(false), .list([]),
        .list([.number(3)]), .context(Context([("kr", .number(7))])),
      ])
    case .context(let entries):
      var known: [(key: String, value: Value)] = []
      for entry in entries { known.append((entry.name, entry.field.filled(&random))) }
      return .context(Context(known))
    case .list(let items):
      var known: [Value] = []
      for item in items { known.append(item.filled(&random)) }
      return .list(known)
    case .orNull(let inner): return random.chance(30) ? .null : inner.filled(&random)
    case .members(let members, let limit, let examples):
      var items: [Value] = []
      for member in members where member.isCertain || random.chance(50) {
        items.append(member.field.filled(&random))
      }
      if let example = examples.first {
        for _ in 0..<random.below((limit ?? 3) + 1) {
          items.insert(example.filled(&random), at: random.below(items.count + 1))
        }
      }
      return .list(items)
    }
  }
}
