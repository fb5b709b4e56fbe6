/// Expressions that the type checker accepts.
extension RefGenerator {
  /// What a condition may be about, besides fields.
  struct Subjects {
    var names: RefNames
    /// Those for the proposal as a whole.
    var judgements: [RefJudgement]
    /// Those for members of `parter`.
    var perMember: [RefJudgement]
    var highestLevel: Int

    func about(_ fields: [RefField], through variable: String?) -> Subjects {
      var copy = self
      copy.names = names.adding(fields, through: variable)
      if variable == nil { copy.perMember = [] }
      return copy
    }
  }

  mutating func condition(_ subjects: Subjects, depth: Int) -> RefExpression {
    if depth > 0, chance(45) {
      let a = condition(subjects, depth: depth - 1)
      if chance(20) { return .not(a) }
      let b = condition(subjects, depth: depth - 1)
      return chance(50) ? .and(a, b) : .or(a, b)
    }
    for _ in 0..<8 {
      if let leaf = leaf(subjects, depth: depth) { return leaf }
    }
    return .compare(.equal, .number(RefAmount(1)), .number(RefAmount(int(1...2))))
  }

  private mutating func leaf(_ subjects: Subjects, depth: Int) -> RefExpression? {
    let names = subjects.names
    switch int(0...13) {
    case 0, 1: return names.bools.isEmpty ? nil : pick(names.bools)
    case 2, 3:
      if names.choices.isEmpty { return nil }
      let (field, ids) = pick(names.choices)
      if chance(40) {
        let some = self.some(ids, 50)
        return .isOneOf(field, (some.isEmpty ? [ids[0]] : some).map { .string($0) })
      }
      return .compare(pick([.equal, .notEqual]), field, .string(pick(ids)))
    case 4, 5, 6:
      return .compare(pick(RefExpression.Comparison.allCases), number(subjects, depth: depth), constant())
    case 7:
      let low = int(-1...3)
      let bounds = (RefExpression.number(RefAmount(low)), RefExpression.number(RefAmount(low + int(0...4))))
      let value = number(subjects, depth: depth)
      if chance(40) { return .between(value, bounds.0, bounds.1) }
      return .isWithin(value, bounds.0, bounds.1, lowClosed: chance(60), highClosed: chance(60))
    case 8: return quantifier(subjects)
    case 9, 10:
      if !subjects.perMember.isEmpty, let key = names.key, chance(60) {
        return asked(pick(subjects.perMember), key: key)
      }
      return subjects.judgements.isEmpty ? nil : asked(pick(subjects.judgements), key: nil)
    case 11:
      if names.documents.isEmpty { return nil }
      return .compare(
        .greaterOrEqual, .evidence(pick(names.documents)), .number(RefAmount(int(1...subjects.highestLevel))))
    case 12:
      if names.dates.isEmpty { return nil }
      let date: RefExpression = chance(50) ? .today : .date(pick(["2026-01-01", "2026-09-15", "2027-06-30"]))
      return .compare(
        pick([.less, .lessOrEqual, .greater, .greaterOrEqual, .equal]), pick(names.dates), date)
    default:
      let all = names.numbers + names.choices.map(\.0) + names.bools
      if all.isEmpty { return nil }
      return .compare(pick([.equal, .notEqual]), pick(all), .null)
    }
  }

  private mutating func asked(_ judgement: RefJudgement, key: RefExpression?) -> RefExpression {
    let asked = RefExpression.judgement(judgement.id, key: key)
    if chance(30) {
      return .isOneOf(asked, judgement.scale.dropFirst().map { .string($0) })
    }
    return .compare(pick([.equal, .equal, .notEqual]), asked, .string(pick(judgement.scale)))
  }

  private mutating func quantifier(_ subjects: Subjects) -> RefExpression? {
    if subjects.names.lists.isEmpty { return nil }
    let (list, fields) = pick(subjects.names.lists)
    var inner = subjects
    inner.names = RefNames().adding(fields, through: "p")
    if case .name("parter") = list {} else { inner.perMember = [] }
    let body = condition(inner, depth: 0)
    return chance(50) ? .some("p", list, body) : .every("p", list, body)
  }

  mutating func constant() -> RefExpression {
    .number(chance(85) ? RefAmount(int(-1...6)) : pick([RefAmount("0.5"), RefAmount("1.5"), RefAmount(100)]))
  }

  mutating func number(_ subjects: Subjects, depth: Int) -> RefExpression {
    let names = subjects.names
    if depth > 0, chance(30) {
      if chance(20) {
        return .conditional(
          condition(subjects, depth: 0), number(subjects, depth: depth - 1),
          number(subjects, depth: depth - 1))
      }
      return .arithmetic(
        pick(RefExpression.Arithmetic.allCases), number(subjects, depth: depth - 1),
        chance(50) ? constant() : number(subjects, depth: depth - 1))
    }
    for _ in 0..<6 {
      switch int(0...9) {
      case 0...5: if !names.numbers.isEmpty { return pick(names.numbers) }
      case 6, 7:
        if names.lists.isEmpty { continue }
        let chosen = members(pick(names.lists), subjects)
        let amounts = chosen.fields.filter { field in
          if case .integer = field.type { return true }
          if case .decimal = field.type { return true }
          return false
        }
        if amounts.isEmpty || chance(40) { return .aggregate(.count, chosen.list) }
        return .aggregate(pick([.sum, .sum, .min, .max]), .path(chosen.list, pick(amounts).name))
      case 8:
        if names.series.isEmpty { continue }
        return .aggregate(pick(RefExpression.Aggregate.allCases), pick(names.series))
      default:
        if names.lists.isEmpty { continue }
        let chosen = members(pick(names.lists), subjects)
        let kinds = chosen.fields.filter { if case .choice = $0.type { true } else { false } }
        if kinds.isEmpty { continue }
        return .countDistinct(.path(chosen.list, pick(kinds).name))
      }
    }
    return constant()
  }

  /// A list, often filtered.
  mutating func members(
    _ list: (list: RefExpression, fields: [RefField]), _ subjects: Subjects
  ) -> (list: RefExpression, fields: [RefField]) {
    if chance(40) { return list }
    var inner = subjects
    inner.names = RefNames().adding(list.fields, through: nil)
    inner.names.lists = []
    inner.perMember = []
    inner.judgements = chance(20) ? inner.judgements : []
    return (.filter(list.list, condition(inner, depth: chance(25) ? 1 : 0)), list.fields)
  }
}
