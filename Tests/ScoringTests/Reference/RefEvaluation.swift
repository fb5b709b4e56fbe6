/// Expressions, evaluated by the words of design §3.2: FEEL on what is known, Kleene's logic and arithmetic with
/// bounds on what is not.
extension RefKnowledge {
  func evaluate(_ expression: RefExpression, _ scope: RefScope) -> RefValue {
    switch expression {
    case .number(let amount): return .number(amount.value)
    case .string(let text): return .string(text)
    case .bool(let value): return .bool(value)
    case .null: return .null
    case .date(let text): return .date(RefKnowledge.day(text))
    case .today: return .date(RefKnowledge.day(model.round.asOf))
    case .name(let name): return lookUp(name, scope)
    case .path(let base, let name): return member(name, of: evaluate(base, scope))
    case .compare(let sign, let a, let b): return compare(sign, evaluate(a, scope), evaluate(b, scope))
    case .isOneOf(let x, let list):
      let value = evaluate(x, scope)
      let values = list.map { evaluate($0, scope) }
      func isOne(_ value: RefValue) -> RefValue {
        values.map { compare(.equal, value, $0) }.reduce(.bool(false), or)
      }
      // Known choice by choice it may be decided where comparison by comparison it is not.
      return value.candidates.map { RefValue.hull($0.map(isOne), value.causes) } ?? isOne(value)
    case .isWithin(let x, let low, let high, let lowClosed, let highClosed):
      let value = evaluate(x, scope)
      return and(
        compare(lowClosed ? .greaterOrEqual : .greater, value, evaluate(low, scope)),
        compare(highClosed ? .lessOrEqual : .less, value, evaluate(high, scope)))
    case .between(let x, let low, let high):
      let value = evaluate(x, scope)
      return and(
        compare(.greaterOrEqual, value, evaluate(low, scope)),
        compare(.lessOrEqual, value, evaluate(high, scope)))
    case .and(let a, let b): return and(evaluate(a, scope), evaluate(b, scope))
    case .or(let a, let b): return or(evaluate(a, scope), evaluate(b, scope))
    case .not(let a): return combine([evaluate(a, scope)]) { not($0[0]) }
    case .arithmetic(let sign, let a, let b): return arithmetic(sign, evaluate(a, scope), evaluate(b, scope))
    case .conditional(let c, let a, let b):
      let condition = evaluate(c, scope)
      switch condition.verdict {
      case .met: return evaluate(a, scope)
      case .notMet, .failed: return evaluate(b, scope)
      case .unknown: return RefValue.hull([evaluate(a, scope), evaluate(b, scope)], condition.causes)
      }
    case .filter(let list, let condition): return filter(evaluate(list, scope), condition, scope)
    case .aggregate(let function, let list): return aggregate(function, evaluate(list, scope))
    case .countDistinct(let list): return countDistinct(evaluate(list, scope))
    case .some(let name, let list, let body):
      return quantified(evaluate(list, scope), name, body, scope, start: .bool(false), or)
    case .every(let name, let list, let body):
      return quantified(evaluate(list, scope), name, body, scope, start: .bool(true), and)
    case .judgement(let id, let key):
      guard let key else { return judgement(id, key: nil) }
      if case .string(let text) = evaluate(key, scope) { return judgement(id, key: text) }
      return .error
    case .evidence(let documents): return evidence(evaluate(documents, scope))
    }
  }

  private func lookUp(_ name: String, _ scope: RefScope) -> RefValue {
    for frame in scope.frames.reversed() {
      switch frame {
      case .named(name, let value): return value
      case .named: continue
      case .members(let value):
        if hasMember(name, value) { return member(name, of: value) }
      }
    }
    return (scope.hasFacts ? rootValue(name) : value(name, in: "")) ?? .error
  }

  private func hasMember(_ name: String, _ value: RefValue) -> Bool {
    switch value {
    case .group(let path): groups[path]!.fields.contains { $0.name == name }
    case .document(let index, _):
      name == "seen" || groups[documents[index]]!.fields.contains { $0.name == name }
    default: false
    }
  }

  private func member(_ name: String, of value: RefValue) -> RefValue {
    switch value {
    case .group(let path): return self.value(name, in: path) ?? .error
    case .document(let index, _):
      return name == "seen" ? isSeen(index) : self.value(name, in: documents[index]) ?? .error
    case .null: return .null
    case .list(let items): return .list(items.map { member(name, of: $0) })
    case .unknown(.list(let members, let more, let orNull), let causes):
      return .list(
        members.map { RefMember(value: member(name, of: $0.value), isCertain: $0.isCertain) }, more: more,
        orNull: orNull, causes)
    case .unknown(.oneOf(let values), let causes):
      return RefValue.hull(values.map { member(name, of: $0) }, causes)
    case .unknown(_, let causes): return .unknown(.anything, causes)
    default: return .error
    }
  }

  // MARK: Truth

  private func not(_ value: RefValue) -> RefValue {
    switch value {
    case .bool(let value): .bool(!value)
    case .null: .null
    default: .error
    }
  }

  private func and(_ a: RefValue, _ b: RefValue) -> RefValue {
    if a == .bool(false) || b == .bool(false) { return .bool(false) }
    return combine([a, b]) { both in
      if both.contains(.bool(false)) { return .bool(false) }
      return both.first { $0 == .error } ?? both.first { $0 == .null } ?? .bool(true)
    }
  }

  private func or(_ a: RefValue, _ b: RefValue) -> RefValue {
    if a == .bool(true) || b == .bool(true) { return .bool(true) }
    return combine([a, b]) { both in
      if both.contains(.bool(true)) { return .bool(true) }
      return both.first { $0 == .error } ?? both.first { $0 == .null } ?? .bool(false)
    }
  }

  /// What `body` gives for everything that the values may be. A value of which nothing is known may be true,
  /// false, null or an error.
  private func combine(_ values: [RefValue], _ body: ([RefValue]) -> RefValue) -> RefValue {
    let causes = values.reduce(Set<String>()) { $0.union($1.causes) }
    var combinations: [[RefValue]] = [[]]
    for value in values {
      let candidates = value.candidates ?? [.bool(false), .bool(true), .null, .error]
      combinations = combinations.flatMap { combination in candidates.map { combination + [$0] } }
    }
    return RefValue.hull(combinations.map(body), causes)
  }

  private func quantified(
    _ list: RefValue, _ name: String, _ body: RefExpression, _ scope: RefScope, start: RefValue,
    _ join: (RefValue, RefValue) -> RefValue
  ) -> RefValue {
    if list == .null || list == .error { return list }
    guard let (members, more, orNull) = list.asList else { return unknownTruth(list.causes) }
    var result = start
    for member in members {
      let value = evaluate(body, scope.binding(name, member.value))
      result = join(
        result, member.isCertain ? value : RefValue.hull([value, start], list.causes))
    }
    if more { result = join(result, .unknown(.oneOf(RefValue.trueOrFalse), list.causes)) }
    return orNull ? result.orNull(list.causes) : result
  }

  private func unknownTruth(_ causes: Set<String>) -> RefValue {
    .unknown(.oneOf(RefValue.trueOrFalse + [.null, .error]), causes)
  }

  // MARK: Comparisons

  func compare(_ sign: RefExpression.Comparison, _ a: RefValue, _ b: RefValue) -> RefValue {
    let causes = a.causes.union(b.causes)
    let isEquality = sign == .equal || sign == .notEqual
    // Whether something unknown is null is unknown.
    if isEquality, a == .null || b == .null, !causes.isEmpty {
      return .unknown(.oneOf(RefValue.trueOrFalse), causes)
    }
    if let xs = a.candidates, let ys = b.candidates {
      return RefValue.hull(xs.flatMap { x in ys.map { y in compareKnown(sign, x, y) } }, causes)
    }
    guard let x = a.asRange, let y = b.asRange else { return unknownTruth(causes) }
    if x.isEmpty || y.isEmpty { return isEquality ? unknownTruth(causes) : .null }
    var outcomes: [RefValue] = []
    if let known = compare(sign, x, y) {
      outcomes = [.bool(known)]
    } else {
      outcomes = RefValue.trueOrFalse
    }
    if x.orNull || y.orNull {
      outcomes += isEquality ? RefValue.trueOrFalse.filter { !outcomes.contains($0) } : [.null]
    }
    return outcomes.count == 1 ? outcomes[0] : .unknown(.oneOf(outcomes), causes)
  }

  /// What the bounds decide.
  private func compare(_ sign: RefExpression.Comparison, _ x: RefRange, _ y: RefRange) -> Bool? {
    func isBelow(_ x: RefRange, _ y: RefRange, orEqual: Bool) -> Bool {
      guard let high = x.high, let low = y.low else { return false }
      return orEqual ? high <= low : high < low
    }
    switch sign {
    case .equal, .notEqual:
      if isBelow(x, y, orEqual: false) || isBelow(y, x, orEqual: false) { return sign == .notEqual }
      return nil
    case .less:
      if isBelow(x, y, orEqual: false) { return true }
      return isBelow(y, x, orEqual: true) ? false : nil
    case .lessOrEqual:
      if isBelow(x, y, orEqual: true) { return true }
      return isBelow(y, x, orEqual: false) ? false : nil
    case .greater: return compare(.less, y, x)
    case .greaterOrEqual: return compare(.lessOrEqual, y, x)
    }
  }

  private func compareKnown(_ sign: RefExpression.Comparison, _ a: RefValue, _ b: RefValue) -> RefValue {
    let isNull = (a == .null || a == .error, b == .null || b == .error)
    switch sign {
    case .equal, .notEqual:
      if isNull.0 || isNull.1 { return .bool((isNull.0 && isNull.1) == (sign == .equal)) }
      return .bool((a == b) == (sign == .equal))
    default: break
    }
    if a == .error || b == .error { return .error }
    if a == .null || b == .null { return .null }
    switch (a, b) {
    case (.number(let x), .number(let y)): return .bool(holds(sign, x, y))
    case (.date(let x), .date(let y)): return .bool(holds(sign, x, y))
    default: return .error
    }
  }

  private func holds<T: Comparable>(_ sign: RefExpression.Comparison, _ x: T, _ y: T) -> Bool {
    switch sign {
    case .equal: x == y
    case .notEqual: x != y
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    }
  }

  // MARK: Numbers

  private func arithmetic(_ sign: RefExpression.Arithmetic, _ a: RefValue, _ b: RefValue) -> RefValue {
    if a == .error || b == .error { return .error }
    if a == .null || b == .null { return .null }
    let causes = a.causes.union(b.causes)
    if let xs = a.candidates, let ys = b.candidates {
      return RefValue.hull(xs.flatMap { x in ys.map { y in arithmeticKnown(sign, x, y) } }, causes)
    }
    guard let x = a.asRange, let y = b.asRange, !x.isEmpty, !y.isEmpty else {
      return .unknown(.anything, causes)
    }
    var result: RefRange
    switch sign {
    case .add: result = RefRange(sum(x.low, y.low), sum(x.high, y.high))
    case .subtract: result = RefRange(sum(x.low, y.high.map { -$0 }), sum(x.high, y.low.map { -$0 }))
    case .multiply:
      guard let corners = corners(x, y, { $0 * $1 }) else { return .unknown(.anything, causes) }
      result = corners
    case .divide:
      guard let low = y.low, let high = y.high, .zero < low || high < .zero,
        let corners = corners(x, y, { ($0 / $1).inDecimal })
      else { return .unknown(.anything, causes) }
      result = corners
    }
    result.orNull = x.orNull || y.orNull
    return result.value(causes)
  }

  private func arithmeticKnown(_ sign: RefExpression.Arithmetic, _ a: RefValue, _ b: RefValue) -> RefValue {
    if a == .error || b == .error { return .error }
    if a == .null || b == .null { return .null }
    guard case .number(let x) = a, case .number(let y) = b else { return .error }
    switch sign {
    case .add: return .number((x + y).inDecimal)
    case .subtract: return .number((x - y).inDecimal)
    case .multiply: return .number((x * y).inDecimal)
    case .divide: return y.isZero ? .error : .number((x / y).inDecimal)
    }
  }

  private func sum(_ a: RefFraction?, _ b: RefFraction?) -> RefFraction? {
    if let a, let b { a + b } else { nil }
  }

  private func corners(
    _ x: RefRange, _ y: RefRange, _ operation: (RefFraction, RefFraction) -> RefFraction
  ) -> RefRange? {
    guard let a = x.low, let b = x.high, let c = y.low, let d = y.high else { return nil }
    let values = [operation(a, c), operation(a, d), operation(b, c), operation(b, d)]
    return RefRange(values.min(), values.max())
  }

  // MARK: Lists

  private func filter(_ list: RefValue, _ condition: RefExpression, _ scope: RefScope) -> RefValue {
    if list == .null || list == .error { return list }
    guard let (members, more, orNull) = list.asList else { return .unknown(.anything, list.causes) }
    var kept: [RefMember] = []
    var causes = list.causes
    for member in members {
      let value = evaluate(condition, scope.inside(member.value))
      switch value.verdict {
      case .met: kept.append(member)
      case .notMet, .failed: break
      case .unknown:
        causes.formUnion(value.causes)
        kept.append(RefMember(value: member.value, isCertain: false))
      }
    }
    return .list(kept, more: more, orNull: orNull, causes)
  }

  private func aggregate(_ function: RefExpression.Aggregate, _ list: RefValue) -> RefValue {
    if list == .null || list == .error { return list }
    guard let (members, more, orNull) = list.asList else { return .unknown(.anything, list.causes) }
    let causes = members.reduce(list.causes) { $0.union($1.value.causes) }
    let certain = members.filter(\.isCertain)
    if function == .count {
      return RefRange(
        RefFraction(certain.count), more ? nil : RefFraction(members.count), orNull: orNull
      ).value(list.causes)
    }
    if case .list(let items) = list, items.allSatisfy({ $0.causes.isEmpty }) {
      return aggregateKnown(function, items)
    }
    // What is missing for certain cannot be added up, whatever the others are.
    if !orNull, certain.contains(where: { $0.value == .null || $0.value == .error }) { return .error }
    guard !more, !orNull, let ranges = all(members.map(\.value.asRange)),
      !ranges.contains(where: { $0.orNull })
    else { return .unknown(.anything, causes) }
    let sure = zip(members, ranges).filter { $0.0.isCertain }.map { $0.1 }
    let possible = zip(members, ranges).filter { !$0.0.isCertain }.map { $0.1 }
    var result: RefRange
    switch function {
    case .sum:
      result = RefRange(
        possible.reduce(total(sure.map(\.low))) { sum($0, $1.low.map { min($0, .zero) }) },
        possible.reduce(total(sure.map(\.high))) { sum($0, $1.high.map { max($0, .zero) }) })
    case .min:
      result = RefRange(
        all(ranges.map(\.low))?.min(),
        (sure.isEmpty ? all(possible.map(\.high))?.max() : sure.compactMap(\.high).min()))
    case .max:
      result = RefRange(
        (sure.isEmpty ? all(possible.map(\.low))?.min() : sure.compactMap(\.low).max()),
        all(ranges.map(\.high))?.max())
    case .count: fatalError("counted above")
    }
    // Nothing may be left to add up: FEEL's sum, min and max of nothing are null.
    result.orNull = sure.isEmpty
    return result.value(causes)
  }

  private func total(_ ends: [RefFraction?]) -> RefFraction? {
    all(ends)?.reduce(.zero, +)
  }

  private func aggregateKnown(_ function: RefExpression.Aggregate, _ items: [RefValue]) -> RefValue {
    if items.isEmpty { return .null }
    var numbers: [RefFraction] = []
    for item in items {
      guard case .number(let number) = item else { return .error }
      numbers.append(number)
    }
    switch function {
    case .sum: return .number(numbers.reduce(.zero) { ($0 + $1).inDecimal })
    case .min: return .number(numbers.min()!)
    case .max: return .number(numbers.max()!)
    case .count: return .number(RefFraction(items.count))
    }
  }

  private func countDistinct(_ list: RefValue) -> RefValue {
    if list == .null || list == .error { return list }
    guard case .list(let items) = list, items.allSatisfy({ $0.causes.isEmpty }) else {
      guard let (members, more, orNull) = list.asList else { return .unknown(.anything, list.causes) }
      let causes = members.reduce(list.causes) { $0.union($1.value.causes) }
      let certain = members.filter(\.isCertain).map(\.value)
      let known = Set(certain.filter { $0.causes.isEmpty }).count
      return RefRange(
        RefFraction(certain.isEmpty ? 0 : max(known, 1)), more ? nil : RefFraction(members.count),
        orNull: orNull
      ).value(causes)
    }
    return .number(RefFraction(Set(items).count))
  }

  // MARK: Evidence

  /// The highest level among documents, 0 where there are none.
  func evidence(_ documents: RefValue) -> RefValue {
    let highest = RefFraction(model.ruleset.highestLevel)
    switch documents {
    case .null: return .number(.zero)
    case .document(let index, let isVoid): return level(index, isVoid: isVoid)
    case .list, .unknown(.list, _), .unknown(.oneOf, _):
      guard let (members, more, _) = documents.asList else { break }
      var low = RefFraction.zero
      var high = more ? highest : .zero
      var causes = documents.causes
      for member in members {
        let level = evidence(member.value)
        guard let range = level.asRange, !range.isEmpty else { return .error }
        if member.isCertain, let end = range.low { low = max(low, end) }
        high = max(high, range.high ?? highest)
        causes.formUnion(level.causes)
      }
      // A list that may be null has at least nothing.
      if case .unknown(.list(_, _, orNull: true), _) = documents { low = .zero }
      if case .unknown(.oneOf, _) = documents { low = .zero }
      return RefRange(low, high).value(causes)
    default: break
    }
    return documents.causes.isEmpty
      ? .error : .unknown(.range(.zero, highest, orNull: false), documents.causes)
  }
}
