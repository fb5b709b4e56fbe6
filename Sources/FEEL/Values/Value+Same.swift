import ExactNumbers

extension Value {
  /// The same value in the sense that nothing can tell them apart, unlike FEEL's `=`. Unknown values are the same
  /// where they are described alike. Functions are never the same; reasons of null do not count.
  public func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.yearsMonths(let a), .yearsMonths(let b)): a == b
    case (.daysTime(let a), .daysTime(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && a.indices.allSatisfy { a[$0].isSame(as: b[$0]) }
    case (.context(let a), .context(let b)):
      a.entries.count == b.entries.count
        && a.entries.indices.allSatisfy {
          a.entries[$0].key == b.entries[$0].key && a.entries[$0].value.isSame(as: b.entries[$0].value)
        }
    case (.range(let a), .range(let b)):
      a.lowClosed == b.lowClosed && a.highClosed == b.highClosed && Self.same(a.low, b.low)
        && Self.same(a.high, b.high)
    case (.unknown(let a), .unknown(let b)): a.causes == b.causes && a.bounds.isSame(as: b.bounds)
    default: false
    }
  }

  private static func same(_ a: Value?, _ b: Value?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): a.isSame(as: b)
    default: false
    }
  }
}

extension Unknown.Bounds {
  func isSame(as other: Unknown.Bounds) -> Bool {
    switch (self, other) {
    case (.any, .any), (.boolean, .boolean): true
    case (.number(let lowA, let highA), .number(let lowB, let highB)): lowA == lowB && highA == highB
    case (.choices(let a), .choices(let b)): a == b
    case (.values(let a), .values(let b)):
      a.count == b.count && a.indices.allSatisfy { a[$0].isSame(as: b[$0]) }
    case (.list(let a, let moreA), .list(let b, let moreB)):
      a.count == b.count
        && a.indices.allSatisfy { a[$0].isCertain == b[$0].isCertain && a[$0].value.isSame(as: b[$0].value) }
        && Self.same(moreA, moreB)
    case (.orNull(let a), .orNull(let b)): a.isSame(as: b)
    default: false
    }
  }

  private static func same(_ a: Unknown.More, _ b: Unknown.More) -> Bool {
    switch (a, b) {
    case (.none, .none): true
    case (.some(let limitA, let exampleA), .some(let limitB, let exampleB)):
      limitA == limitB && exampleA.isSame(as: exampleB)
    default: false
    }
  }
}
