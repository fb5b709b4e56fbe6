/// A list that may not be known in full: its members, which of them are certain, and what else may be in it.
struct ListView {
  var members: [Unknown.Member]
  var more: Unknown.More
  /// Whether there may be null instead of a list.
  var mayBeNull = false
  /// Whether the members come in this order. Where some of them are only possible, it does not matter.
  var isOrdered = true

  init(
    _ members: [Unknown.Member], more: Unknown.More = .none, mayBeNull: Bool = false, isOrdered: Bool = true
  ) {
    self.members = members
    self.more = more
    self.mayBeNull = mayBeNull
    self.isOrdered = isOrdered
  }

  /// A value as a list, where what it may turn out to be is a list or null. A single value counts as a list of
  /// one (DMN 1.5, 10.3.2.9.4). nil where nothing can be said.
  init?(_ value: Value) {
    switch value {
    case .list(let items): self.init(items.map { Unknown.Member($0, isCertain: true) })
    case .unknown(let unknown): self.init(unknown, unknown.bounds)
    case .null: return nil
    default: self.init([Unknown.Member(value, isCertain: true)])
    }
  }

  private init?(_ unknown: Unknown, _ bounds: Unknown.Bounds) {
    switch bounds {
    case .list(let members, let more): self.init(members, more: more, isOrdered: false)
    case .orNull(let inner):
      self.init(unknown, inner)
      mayBeNull = true
    case .values(let values): self.init(oneOf: values, unknown.causes)
    case .boolean, .number, .choices:
      self.init([Unknown.Member(.unknown(Unknown(causes: unknown.causes, bounds: bounds)), isCertain: true)])
    case .any: return nil
    }
  }

  /// The list that is one of several, for `causes`: a member that all have is certain.
  /// nil where one of them may be no list.
  init?(oneOf values: [Value], _ causes: [Unknown.Cause]) {
    var result: ListView?
    var mayBeNull = false
    for value in values {
      switch value {
      case .null(nil): mayBeNull = true
      case .list: result = result.map { $0.joined(with: ListView(value), causes) } ?? ListView(value)
      case .unknown(let unknown):
        guard unknown.bounds.isList, let next = ListView(value) else { return nil }
        result = result.map { $0.joined(with: next, causes) } ?? next
      default: return nil
      }
    }
    guard var result else { return nil }
    if mayBeNull { result.mayBeNull = true }
    self = result
  }

  private func joined(with other: ListView?, _ causes: [Unknown.Cause]) -> ListView {
    guard let other else { return self }
    var rest = other.members
    var joined: [Unknown.Member] = []
    for member in members {
      let twin = rest.firstIndex { $0.value.isSame(as: member.value) }
      let isCertain = twin.map { member.isCertain && rest[$0].isCertain } ?? false
      joined.append(Unknown.Member(member.value, isCertain: isCertain))
      if let twin { rest.remove(at: twin) }
    }
    joined += rest.map { Unknown.Member($0.value, isCertain: false) }
    return ListView(
      joined, more: more.joined(with: other.more, causes), mayBeNull: mayBeNull || other.mayBeNull,
      isOrdered: false)
  }

  /// Whether it is known which members it has, if not in which order.
  var isKnown: Bool {
    if mayBeNull { return false }
    if case .none = more { return members.allSatisfy { $0.isCertain } }
    return false
  }

  var certainCount: Int { members.count { $0.isCertain } }

  /// The most members that it may have; nil without limit.
  var maximumCount: Int? {
    switch more {
    case .none: members.count
    case .some(let limit, _): limit.flatMap { Unknown.sum($0, members.count) }
    }
  }

  func value(_ causes: [Unknown.Cause]) -> Value {
    if isKnown, isOrdered || members.count < 2 { return .list(members.map { $0.value }) }
    let bounds = Unknown.Bounds.list(members, more: more)
    return .unknown(Unknown(causes: causes, bounds: mayBeNull ? .orNull(bounds) : bounds))
  }

  /// Every value that one of its members may be.
  var everyValue: [Value] {
    var values = members.map { $0.value }
    if case .some(_, let example) = more { values.append(example) }
    return values
  }

  /// The list of what `transform` makes of each member.
  func map(_ transform: (Value) -> Value) -> ListView {
    var result = self
    result.members = members.map { Unknown.Member(transform($0.value), isCertain: $0.isCertain) }
    if case .some(let limit, let example) = more {
      result.more = .some(limit: limit, example: transform(example))
    }
    return result
  }
}

extension Unknown {
  /// nil, which is no limit, where the sum is too large.
  fileprivate static func sum(_ a: Int, _ b: Int) -> Int? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }
}

extension Unknown.More {
  func joined(with other: Unknown.More, _ causes: [Unknown.Cause]) -> Unknown.More {
    switch (self, other) {
    case (.none, _): return other
    case (_, .none): return self
    case (.some(let a, let first), .some(let b, let second)):
      var limit: Int?
      if let a, let b { limit = max(a, b) }
      return .some(limit: limit, example: hull(first, second, causes: causes))
    }
  }

  /// Both together, as in a concatenation.
  func adding(_ other: Unknown.More, _ causes: [Unknown.Cause]) -> Unknown.More {
    switch (self, other) {
    case (.none, _): return other
    case (_, .none): return self
    case (.some(let a, let first), .some(let b, let second)):
      var limit: Int?
      if let a, let b { limit = Unknown.sum(a, b) }
      return .some(limit: limit, example: hull(first, second, causes: causes))
    }
  }
}

extension Unknown.Bounds {
  var isList: Bool {
    switch self {
    case .list: true
    case .orNull(let inner): inner.isList
    default: false
    }
  }
}
