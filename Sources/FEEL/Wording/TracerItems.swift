import Diagnostics
import ExactNumbers

/// `some` and `every`, item by item.
extension Tracer {
  func forEach(
    _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression,
    _ expression: Expression, _ place: Place, _ purpose: ConditionPurpose
  ) -> ConditionTrace {
    guard let first = iterators.first else { return node(.all([]), expression, place, Words("", "")) }
    // `some a in x, b in y satisfies …` is `some a in x satisfies some b in y satisfies …`.
    var inner = condition
    if iterators.count > 1 {
      let rest = Array(iterators.dropFirst())
      inner = Expression(.quantified(quantifier, rest, condition: condition), expression.range)
    }
    let value = evaluator.evaluate(first.domain, in: place.scope)
    let path = place.phrasing.path(of: first.domain)
    let domain = Domain(value)
    let origin = place.phrasing.fieldPath(of: first.domain)
    let items = domain.items.prefix(Tracer.shownItems).enumerated().map { index, item in
      self.item(
        item, number: index + 1, of: first, path, domain.isWhole ? origin : nil, inner, place, purpose)
    }
    var trace = node(
      .forEach(
        quantifier, items, mayHaveMore: domain.mayHaveMore, omitted: max(0, domain.items.count - items.count)),
      expression, place, Words("", ""))
    trace.sentence = heading(quantifier, iterators, condition, items, domain, trace.verdict, place, purpose)
    trace.observations = observations(of: first.domain, place)
    trace.facts = facts(in: first.domain, place)
    return trace
  }

  /// What a loop goes through.
  struct Domain {
    var items: [Unknown.Member] = []
    var mayHaveMore = false
    /// Not a list at all, or nothing is known of it.
    var isOpen = false
    /// There is no list: the whole is null.
    var isNull = false
    /// Whether the items stand in the proposal in this order.
    var isWhole = false

    init(_ value: Value) {
      switch value {
      case .list(let values):
        items = values.map { Unknown.Member($0, isCertain: true) }
        isWhole = true
      case .null: isNull = true
      case .unknown(let unknown):
        guard case .list(let members, let more) = unknown.bounds else {
          isOpen = true
          mayHaveMore = true
          return
        }
        items = members
        if case .some = more { mayHaveMore = true }
      case .range(let range): items = Domain.steps(range)
      default: items = [Unknown.Member(value, isCertain: true)]
      }
    }

    /// The whole numbers or days of a range, either way; as many as a trace shows and one more.
    private static func steps(_ range: RangeValue) -> [Unknown.Member] {
      switch (range.low, range.high) {
      case (.number(let low)?, .number(let high)?):
        guard let first = low.integer64(), let last = high.integer64() else { return [] }
        return steps(first, last, range) { .number(Decimal($0)) }
      case (.date(let low)?, .date(let high)?):
        return steps(low.dayNumber, high.dayNumber, range) {
          CalendarDate(dayNumber: $0).map { .date($0) } ?? .null
        }
      default: return []
      }
    }

    private static func steps(
      _ first: Int64, _ last: Int64, _ range: RangeValue, _ value: (Int64) -> Value
    ) -> [Unknown.Member] {
      var members: [Unknown.Member] = []
      for number in stride(from: first, through: last, by: first <= last ? 1 : -1) {
        if members.count > Tracer.shownItems { break }
        if number == first && !range.lowClosed || number == last && !range.highClosed { continue }
        members.append(Unknown.Member(value(number), isCertain: true))
      }
      return members
    }
  }

  private func item(
    _ member: Unknown.Member, number: Int, of iterator: Expression.Iterator, _ path: [String]?,
    _ list: FieldPath?,
    _ condition: Expression, _ place: Place, _ purpose: ConditionPurpose
  ) -> ConditionTrace.Item {
    var inner = place
    inner.scope = place.scope.binding(iterator.name.text, to: member.value)
    inner.phrasing = place.phrasing.inside(.variable(iterator.name.text, path: path))
    var origin: FieldPath?
    var label: Words?
    if case .context(let context) = member.value {
      origin = context.origin
      label = writer.writer.itemName(context, path.flatMap { vocabulary.fields[$0]?.itemName })
    } else {
      origin = list.map { $0.appending(item: number) }
      if let origin { inner.origins[iterator.name.text] = origin }
      if case .unknown = member.value {
      } else {
        label = writer.writer.words(member.value, place.phrasing.format(path))
      }
    }
    let numbered = Words("nr \(number)", "no. \(number)")
    return ConditionTrace.Item(
      label: label ?? numbered, path: origin, isCertain: member.isCertain,
      trace: trace(condition, inner, negated: false, purpose))
  }

  /// "antal organisationer där åtagande är avtal är 1 av 3, kravet är minst en"
  private func heading(
    _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression,
    _ items: [ConditionTrace.Item], _ domain: Domain, _ verdict: Verdict, _ place: Place,
    _ purpose: ConditionPurpose
  ) -> Words {
    let (list, clause) = place.phrasing.each(
      [iterators[0]], condition, rest: Array(iterators.dropFirst()), quantifier)
    // What many conditions say is told item by item.
    let isLong = Phrasing.parts(condition) > 2
    let what =
      isLong
      ? Words(" som uppfyller villkoren nedan", " that meet the conditions below")
      : Words(" där ", " where ") + clause
    let asks: Words =
      switch (quantifier, purpose) {
      case (.some, .requirement): Words("kravet är minst en", "the requirement is at least one")
      case (.some, .condition): Words("villkoret är minst en", "the condition is at least one")
      case (.every, .requirement): Words("kravet är alla", "the requirement is all")
      case (.every, .condition): Words("villkoret är alla", "the condition is all")
      }
    if case .failed(let reason) = verdict {
      let message = reason.message()
      return Words("antal ", "number of ") + list + what
        + Words(" kan inte räknas ut (\(message.sv)); ", " cannot be worked out (\(message(.english))); ")
        + asks
    }
    if domain.isNull { return list + Words(" finns inte, ", " are not given, ") + asks }
    if domain.isOpen { return list + Words(" saknas; ", " are missing; ") + asks }
    if items.isEmpty && !domain.mayHaveMore {
      return Words("det finns inga ", "there are no ") + list + Words(", ", ", ") + asks
    }
    let count = Words("antal ", "number of ") + list + what
    return count + Words(" är ", " is ") + counted(items, domain) + Words(", ", ", ") + asks
  }

  private func counted(_ items: [ConditionTrace.Item], _ domain: Domain) -> Words {
    let sure = items.count { $0.isCertain && $0.trace.verdict == .met }
    let most = items.count { $0.trace.verdict != .notMet }
    let all = items.count { $0.isCertain }
    func range(_ low: Int, _ high: Int) -> String {
      low == high ? String(low) : String(low) + "–" + String(high)
    }
    if domain.mayHaveMore { return Words("minst \(sure)", "at least \(sure)") }
    let number = range(sure, most)
    let total = range(all, domain.items.count)
    return Words(number + " av " + total, number + " of " + total)
  }
}

extension Phrasing {
  /// The list of the first loop, and the condition on its items, inside which the other loops stand.
  fileprivate func each(
    _ first: [Expression.Iterator], _ condition: Expression, rest: [Expression.Iterator],
    _ quantifier: Expression.Quantifier
  ) -> (list: Words, what: Words) {
    guard !rest.isEmpty else { return each(first, condition) }
    return each(first, Expression(.quantified(quantifier, rest, condition: condition), condition.range))
  }

  /// Where a list stands in the proposal, where the expression is nothing but its name.
  func fieldPath(of expression: Expression) -> FieldPath? {
    switch expression.node {
    case .name(let name):
      if case .field(let path, isOwn: false) = meaning(name), path.count == 1 {
        return FieldPath([.name(name)])
      }
      return nil
    case .path(let base, let name): return fieldPath(of: base)?.appending(name.text)
    default: return nil
    }
  }
}
