internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

extension CriterionEvaluation {
  private struct Members {
    var certain: [Value] = []
    var possible: [Value] = []
    /// There may be members beyond these.
    var isOpen = false
    var causes: [Unknown.Cause] = []
    var failure: NullReason?
    var isEmptyForNull = false
  }

  /// docs/scoring.md, 3, each.
  func scoreEach(_ criterion: Criterion, _ each: Criterion.Each, _ reads: CriterionReads, path: String)
    throws(ArithmeticError) -> Scored
  {
    let members = membersOf(value(each.list, at: reads.list))
    var certain: [Scored] = []
    var possible: [Scored] = []
    for member in members.certain {
      certain.append(
        try scoreMember(criterion, each, member, number: certain.count + 1, reads, path: path))
    }
    for member in members.possible {
      possible.append(
        try scoreMember(
          criterion, each, member, number: certain.count + possible.count + 1, reads, path: path))
    }

    var value: Interval
    switch each.combine {
    case .mean: value = try meanOf(certain: certain.map { $0.value }, possible: possible.map { $0.value })
    case .minimum:
      var lowest: Interval?
      for one in certain {
        lowest =
          lowest.map { Interval(min($0.low, one.value.low), min($0.high, one.value.high)) } ?? one.value
      }
      value = lowestOf(certain: lowest, possible: possible.map { $0.value })
    }
    var notes: [Explanation.Note] = []
    if members.isOpen || members.failure != nil { value = Interval(.zero, .one) }
    if let failure = members.failure { notes.append(.failed(failure, each.list.span(of: failure.range))) }
    if certain.isEmpty && possible.isEmpty && !members.isOpen && members.failure == nil {
      notes.append(.emptyList)
    }

    var causes = members.causes
    var isOpen = members.failure != nil
    for one in certain + possible where !one.value.isKnown {
      causes = causes.union(one.causes)
      isOpen = isOpen || one.isOpen
    }

    var children: [Explanation] = []
    var sum = (low: Rational.zero, high: Rational.zero)
    if !certain.isEmpty {
      let share = try Rational.one.divided(by: Rational(certain.count))
      for one in certain {
        var node = one.node
        try node.scale(low: share, high: share, detail)
        sum = (try sum.low.adding(node.contribution.low), try sum.high.adding(node.contribution.high))
        children.append(node)
      }
    }
    for one in possible {
      var node = one.node
      try node.scale(low: .zero, high: .zero, detail)
      children.append(node)
    }
    var before = Interval(sum.low, sum.high)
    if each.combine == .minimum && possible.isEmpty && !members.isOpen && members.failure == nil {
      try adjust(.minimum, &children, from: &before, to: value, path: path)
    }
    try adjust(.membership, &children, from: &before, to: value, path: path)

    for index in children.indices {
      try children[index].scale(low: criterion.maximum, high: criterion.maximum, detail)
    }
    var scored = try finish(
      criterion, path: path, points: value.scaled(by: criterion.maximum), children: children,
      causes: causes, isOpen: isOpen)
    if each.alsoShowMinimum, let lowest = certain.min(by: { $0.value.low < $1.value.low }) {
      notes.append(.lowestMember(lowest.node.title.sv, lowest.value))
    }
    scored.node.notes += notes
    return scored
  }

  private func adjust(
    _ kind: Explanation.Adjustment, _ children: inout [Explanation], from before: inout Interval,
    to value: Interval, path: String
  ) throws(ArithmeticError) {
    let difference = try value.difference(from: before)
    if !difference.low.isZero || !difference.high.isZero {
      children.append(.adjustment(kind, path: path, low: difference.low, high: difference.high))
    }
    before = value
  }

  private func membersOf(_ value: Value) -> Members {
    switch value {
    case .list(let members): return Members(certain: members)
    case .null(nil): return Members(isEmptyForNull: true)
    case .null(let reason?): return Members(failure: reason)
    case .unknown(let unknown):
      var members = Members(causes: unknown.causes)
      if let list = unknown.listRange {
        for member in list.members {
          if member.isCertain && !list.mayBeNull {
            members.certain.append(member.value)
          } else {
            members.possible.append(member.value)
          }
        }
        if case .some = list.more { members.isOpen = true }
      } else {
        members.isOpen = true
      }
      return members
    // FEEL: a value that is no list stands for a list of one.
    default: return Members(certain: [value])
    }
  }

  private func scoreMember(
    _ criterion: Criterion, _ each: Criterion.Each, _ member: Value, number: Int, _ reads: CriterionReads,
    path: String
  ) throws(ArithmeticError) -> Scored {
    var inner = self
    inner.bindings.append((each.variable, member))
    inner.member = number
    inner.around = reads.members
    inner.itemKey = inner.key(of: member, each)
    inner.locals = [(each.variable, each.list.reads.first.map { Array($0.prefix(1)) })]
    let name = inner.itemKey ?? String(number)
    var scored = try inner.scoreOnce(criterion, reads, path: path + "[" + name + "]")
    scored.node.kind = .item
    scored.node.title = Text(sv: name)
    if detail.hasReasons, let label = each.label,
      case .string(let text) = situation.evaluate(label, in: inner.scope)
    {
      scored.node.title = Text(sv: text)
    }
    return scored
  }

  private func key(of member: Value, _ each: Criterion.Each) -> String? {
    if let key = each.key {
      if case .string(let text) = value(key, at: around) { return text }
      return nil
    }
    if case .context(let context) = member, case .string(let text)? = context["id"] { return text }
    return nil
  }

  /// The range of the mean over the certain ones with any subset of the possible ones; 0 over nothing.
  private func meanOf(certain: [Interval], possible: [Interval]) throws(ArithmeticError) -> Interval {
    let low = try extremeMean(certain.map { $0.low }, possible.map { $0.low }.ordered(), lowest: true)
    let high = try extremeMean(
      certain.map { $0.high }, possible.map { $0.high }.ordered { $1 < $0 }, lowest: false)
    return Interval(low, high)
  }

  /// Adding the possible ones in order of how far they pull is best: each is taken while it still pulls the mean.
  private func extremeMean(_ certain: [Rational], _ ordered: [Rational], lowest: Bool)
    throws(ArithmeticError) -> Rational
  {
    var sum = Rational.zero
    for value in certain { sum = try sum.adding(value) }
    var count = certain.count
    var best: Rational? = count == 0 ? nil : try sum.divided(by: Rational(count))
    // Over nothing the value is 0: the lowest there can be.
    if count == 0 && (lowest || ordered.isEmpty) { return .zero }
    for value in ordered {
      sum = try sum.adding(value)
      count += 1
      let mean = try sum.divided(by: Rational(count))
      if best == nil || (lowest ? mean < best! : best! < mean) { best = mean }
    }
    return best ?? .zero
  }
}
