extension Unknown {
  /// Merges two lists of causes, each sorted and without repetition.
  static func merged(_ a: [Cause], _ b: [Cause]) -> [Cause] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var result: [Cause] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        result.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        result.append(a[i])
        i += 1
      } else {
        result.append(b[j])
        j += 1
      }
    }
    result += a[i...]
    result += b[j...]
    return result
  }
}

extension Value {
  /// Whether the value is unknown, or holds something that is.
  public var containsUnknown: Bool {
    switch self {
    case .unknown: true
    case .list(let items): items.contains { $0.containsUnknown }
    case .context(let context): context.entries.contains { $0.value.containsUnknown }
    case .range(let range): range.low?.containsUnknown ?? false || range.high?.containsUnknown ?? false
    default: false
    }
  }

  /// Everything that is unknown in the value, however deep: sorted, without repetition.
  public var causes: [Unknown.Cause] {
    switch self {
    case .unknown(let unknown):
      unknown.bounds.members.reduce(unknown.causes) { Unknown.merged($0, $1.causes) }
    case .list(let items): items.reduce([]) { Unknown.merged($0, $1.causes) }
    case .context(let context): context.entries.reduce([]) { Unknown.merged($0, $1.value.causes) }
    case .range(let range): Unknown.merged(range.low?.causes ?? [], range.high?.causes ?? [])
    default: []
    }
  }
}

extension Unknown.Bounds {
  /// What may be in a list, where these are the bounds of one.
  fileprivate var members: [Value] {
    switch self {
    case .list(let members, .none): members.map { $0.value }
    case .list(let members, .some(_, let example)): members.map { $0.value } + [example]
    case .orNull(let inner): inner.members
    case .any, .boolean, .number, .choices, .values: []
    }
  }
}
