/// What an expression gives. Besides FEEL's own values there is *unknown*, with what it may turn out to be and
/// the open questions that it comes from.
indirect enum RefValue: Hashable, Sendable {
  case null
  /// Null from an error.
  case error
  case bool(Bool)
  case number(RefFraction)
  case string(String)
  /// Days from a fixed day.
  case date(Int)
  case list([RefValue])
  /// A group of fields, by its path.
  case group(String)
  /// A document, by its place among the documents. `isVoid` is true where a claim that rests on it is rejected.
  case document(Int, isVoid: RefValue)
  case unknown(RefDomain, Set<String>)

  static let trueOrFalse: [RefValue] = [.bool(false), .bool(true)]
}

/// What something unknown may be.
indirect enum RefDomain: Hashable, Sendable {
  case anything
  /// One of these; two at least.
  case oneOf([RefValue])
  /// A number; nil is without end.
  case range(RefFraction?, RefFraction?, orNull: Bool)
  /// A list of these members, of which the uncertain ones may be left out, and of others if `more`.
  case list([RefMember], more: Bool, orNull: Bool)
}

struct RefMember: Hashable, Sendable {
  var value: RefValue
  var isCertain: Bool
}

extension RefValue {
  var causes: Set<String> {
    if case .unknown(_, let causes) = self { causes } else { [] }
  }

  /// All that the value may be, where that can be listed.
  var candidates: [RefValue]? {
    switch self {
    case .unknown(.oneOf(let values), _): values
    case .unknown: nil
    default: [self]
    }
  }

  /// `self`, or null for these reasons.
  func orNull(_ reasons: Set<String>) -> RefValue {
    if reasons.isEmpty || self == .null { return self }
    return RefValue.hull([self, .null], reasons)
  }

  func adding(causes more: Set<String>) -> RefValue {
    if case .unknown(let domain, let causes) = self { return .unknown(domain, causes.union(more)) }
    return self
  }

  /// The least that holds all of these.
  static func hull(_ values: [RefValue], _ reasons: Set<String>) -> RefValue {
    let causes = values.reduce(reasons) { $0.union($1.causes) }
    var listed: [RefValue] = []
    var canBeListed = true
    for value in values {
      guard let candidates = value.candidates else {
        canBeListed = false
        break
      }
      for candidate in candidates where !listed.contains(candidate) { listed.append(candidate) }
    }
    if canBeListed { return listed.count == 1 ? listed[0] : .unknown(.oneOf(listed), causes) }
    if let ranges = all(values.map(\.asRange)) {
      let orNull = ranges.contains { $0.orNull }
      let numbers = ranges.filter { !$0.isEmpty }
      let low = numbers.contains { $0.low == nil } ? nil : numbers.compactMap(\.low).min()
      let high = numbers.contains { $0.high == nil } ? nil : numbers.compactMap(\.high).max()
      return .unknown(.range(low, high, orNull: orNull), causes)
    }
    if values.count == 2, values[1] == .null, case .unknown(.list(let members, let more, _), _) = values[0] {
      return .unknown(.list(members, more: more, orNull: true), causes)
    }
    return .unknown(.anything, causes)
  }
}

/// A range of numbers, perhaps with null; `isEmpty` where there is nothing but null.
struct RefRange {
  var low: RefFraction?
  var high: RefFraction?
  var orNull = false
  var isEmpty = false

  init(_ low: RefFraction?, _ high: RefFraction?, orNull: Bool = false) {
    self.low = low
    self.high = high
    self.orNull = orNull
  }

  static let onlyNull: RefRange = {
    var range = RefRange(nil, nil, orNull: true)
    range.isEmpty = true
    return range
  }()

  func value(_ causes: Set<String>) -> RefValue {
    if isEmpty { return .null }
    if let low, low == high {
      return orNull ? .unknown(.oneOf([.number(low), .null]), causes) : .number(low)
    }
    return .unknown(.range(low, high, orNull: orNull), causes)
  }
}

extension RefValue {
  /// The value as a range of numbers, where it is nothing but numbers and null.
  var asRange: RefRange? {
    switch self {
    case .number(let number): return RefRange(number, number)
    case .null: return .onlyNull
    case .unknown(.range(let low, let high, let orNull), _): return RefRange(low, high, orNull: orNull)
    case .unknown(.oneOf(let values), _):
      var numbers: [RefFraction] = []
      for value in values {
        if case .number(let number) = value { numbers.append(number) } else if value != .null { return nil }
      }
      if numbers.isEmpty { return .onlyNull }
      return RefRange(numbers.min(), numbers.max(), orNull: values.contains(.null))
    default: return nil
    }
  }

  /// The value as a list that may not be known in full.
  var asList: (members: [RefMember], more: Bool, orNull: Bool)? {
    switch self {
    case .list(let items): return (items.map { RefMember(value: $0, isCertain: true) }, false, false)
    case .unknown(.list(let members, let more, let orNull), _): return (members, more, orNull)
    case .unknown(.oneOf(let values), _):
      // A known list, or null.
      let lists = values.filter { $0 != .null }
      guard lists.count == 1, case .list(let items) = lists[0] else { return nil }
      return (items.map { RefMember(value: $0, isCertain: true) }, false, true)
    default: return nil
    }
  }

  /// A list of members that may be known after all.
  static func list(_ members: [RefMember], more: Bool, orNull: Bool, _ causes: Set<String>) -> RefValue {
    if !more, !orNull, members.allSatisfy(\.isCertain) { return .list(members.map(\.value)) }
    return .unknown(.list(members, more: more, orNull: orNull), causes)
  }
}

/// All of them, or nil where one is missing.
func all<T>(_ values: [T?]) -> [T]? {
  let present = values.compactMap { $0 }
  return present.count == values.count ? present : nil
}

/// What came of a condition (docs/scoring.md, 2).
enum RefVerdict: String, Hashable, Sendable {
  case met, notMet, unknown, failed
}

extension RefValue {
  var verdict: RefVerdict {
    switch self {
    case .bool(let value): return value ? .met : .notMet
    case .null: return .notMet
    case .error: return .failed
    case .unknown(.oneOf(let values), _):
      let verdicts = Set(values.map(\.verdict))
      // Null or false: null is no truth value of Kleene's, so this stays open until it is settled.
      if values.contains(.null) || values.contains(.error) { return .unknown }
      return verdicts.count == 1 ? verdicts.first! : .unknown
    case .unknown: return .unknown
    default: return .failed
    }
  }
}
