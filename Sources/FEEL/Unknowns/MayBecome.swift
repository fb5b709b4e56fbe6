extension Value {
  /// Whether this, with whatever is unknown in it filled in, may turn out to be `known`: whether `known` lies
  /// inside the bounds. Functions are never told apart.
  public func mayBecome(_ known: Value) -> Bool {
    switch (self, known) {
    case (.unknown(let unknown), _): unknown.bounds.contains(known)
    case (.list(let a), .list(let b)):
      a.count == b.count && a.indices.allSatisfy { a[$0].mayBecome(b[$0]) }
    case (.context(let a), .context(let b)):
      a.entries.count == b.entries.count
        && a.entries.allSatisfy { entry in b[entry.key].map { entry.value.mayBecome($0) } ?? false }
    case (.range(let a), .range(let b)):
      a.lowClosed == b.lowClosed && a.highClosed == b.highClosed && Self.mayBecome(a.low, b.low)
        && Self.mayBecome(a.high, b.high)
    case (.function, .function): true
    default: isSame(as: known)
    }
  }

  private static func mayBecome(_ a: Value?, _ b: Value?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): a.mayBecome(b)
    default: false
    }
  }
}

extension Unknown.Bounds {
  /// Whether `value`, in which nothing is unknown, lies inside.
  public func contains(_ value: Value) -> Bool {
    switch self {
    case .any: return true
    case .boolean: return value.kind == .boolean
    case .number(let low, let high):
      guard case .number(let number) = value else { return false }
      return NumberInterval(low, high).contains(number)
    case .choices(let choices):
      guard case .string(let string) = value else { return false }
      return choices.contains(string)
    case .values(let values): return values.contains { $0.mayBecome(value) }
    case .list(let members, let more):
      guard case .list(let items) = value else { return false }
      return Matching(members, more, items).succeeds
    case .orNull(let inner): return value.isNull || inner.contains(value)
    }
  }
}

/// Finds for every item of a known list a member of its own that it may be, so that no certain member is left out.
private struct Matching {
  private let fits: [[Bool]]
  private let certain: [Bool]
  private var itemOf: [Int?]
  private let itemCount: Int

  init(_ members: [Unknown.Member], _ more: Unknown.More, _ items: [Value]) {
    var fits = members.map { member in items.map { member.value.mayBecome($0) } }
    var certain = members.map { $0.isCertain }
    if case .some(let limit, let example) = more {
      let row = items.map { example.mayBecome($0) }
      for _ in 0..<min(limit ?? items.count, items.count) {
        fits.append(row)
        certain.append(false)
      }
    }
    self.fits = fits
    self.certain = certain
    itemOf = Array(repeating: nil, count: fits.count)
    itemCount = items.count
  }

  var succeeds: Bool {
    var matching = self
    return matching.run()
  }

  private mutating func run() -> Bool {
    // First the certain members, then the items that are left; augmenting keeps what is matched matched.
    for member in certain.indices where certain[member] {
      var seen = Array(repeating: false, count: itemCount)
      if !claim(member, &seen) { return false }
    }
    for item in 0..<itemCount where !itemOf.contains(item) {
      var seen = Array(repeating: false, count: fits.count)
      if !place(item, &seen) { return false }
    }
    return true
  }

  private mutating func claim(_ member: Int, _ seen: inout [Bool]) -> Bool {
    for item in 0..<itemCount where fits[member][item] && !seen[item] {
      seen[item] = true
      let holder = itemOf.firstIndex(of: item)
      if holder.map({ claim($0, &seen) }) ?? true {
        itemOf[member] = item
        return true
      }
    }
    return false
  }

  private mutating func place(_ item: Int, _ seen: inout [Bool]) -> Bool {
    for member in fits.indices where fits[member][item] && !seen[member] {
      seen[member] = true
      let other = itemOf[member]
      if other.map({ place($0, &seen) }) ?? true {
        itemOf[member] = item
        return true
      }
    }
    return false
  }
}
