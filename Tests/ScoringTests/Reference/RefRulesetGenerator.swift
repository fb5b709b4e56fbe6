/// Rulesets on a form.
extension RefGenerator {
  mutating func ruleset(_ form: RefForm, _ round: RefRound) -> RefRuleset {
    let seen = RefExpression.not(.path(.name("document"), "seen"))
    let kind = RefExpression.path(.name("document"), "typ")
    var rules = RefRuleset(
      level: .conditional(
        seen, .number(RefAmount(1)),
        .conditional(
          .isOneOf(kind, [.string("avtal"), .string("beslut")]), .number(RefAmount(3)), .number(RefAmount(2)))
      ))
    if chance(20) { rules.scale = pick([RefAmount(10), RefAmount(7), RefAmount("12.5")]) }
    if chance(50) { rules.indistinguishableWithin = pick([RefAmount(0), RefAmount(1), RefAmount(5)]) }

    var subjects = Subjects(
      names: RefNames(), judgements: [], perMember: [], highestLevel: rules.highestLevel)
    for field in form.fields where field.name != form.documents {
      subjects.names.add(field, as: .name(field.name))
    }
    rules.judgements = judgements(form, round)
    subjects.judgements = rules.judgements.filter { $0.per == nil }
    subjects.perMember = rules.judgements.filter { $0.per != nil }

    for index in 0..<int(0...2) {
      let name = "faktum_\(index + 1)"
      let isNumber = chance(60)
      let value = isNumber ? number(subjects, depth: 1) : condition(subjects, depth: 1)
      rules.facts.append(RefFact(name: name, value: value))
      if isNumber {
        subjects.names.numbers.append(.name(name))
      } else {
        subjects.names.bools.append(.name(name))
      }
    }
    gates(&rules, subjects)
    rules.criteria = criteria(count: int(1...4), prefix: "k", subjects, depth: 1)
    // Weights that sum to 100 in half of the cases; equal ones in some.
    if chance(30) { for index in rules.criteria.indices { rules.criteria[index].weight = RefAmount(25) } }
    if chance(60) {
      rules.threshold = RefAmount(hundredths: int(0...80) * Int(scaleHundredths(rules.scale)) / 100)
    }
    for index in 0..<int(0...2) {
      rules.columns.append(RefFact(name: "kolumn-\(index + 1)", value: number(subjects, depth: 1)))
    }
    for _ in 0..<int(0...2) {
      var keys: [RefTie.Key] = rules.criteria.indices.map { .criterion($0) }
      keys += rules.columns.indices.map { .column($0) }
      for index in rules.facts.indices where subjects.names.numbers.contains(.name(rules.facts[index].name)) {
        keys.append(.fact(index))
      }
      rules.ties.append(RefTie(key: pick(keys), isDescending: chance(70)))
    }
    return rules
  }

  private func scaleHundredths(_ scale: RefAmount) -> Int {
    switch scale.text {
    case "100": 10000
    case "10": 1000
    case "7": 700
    default: 1250
    }
  }

  private mutating func judgements(_ form: RefForm, _ round: RefRound) -> [RefJudgement] {
    var result: [RefJudgement] = []
    for index in 0..<int(0...2) {
      let scale = pick([["nej", "ja"], ["låg", "medel", "hög"], ["nej", "oklart", "ja"]])
      var judgement = RefJudgement(id: "fraga-\(index + 1)", scale: scale, roles: [])
      if chance(40) { judgement.roles = some(round.roles, 50) }
      judgement.isMedian = chance(25)
      if form.fields.contains(where: { $0.name == "parter" }), chance(35) { judgement.per = "parter" }
      result.append(judgement)
    }
    return result
  }

  private mutating func gates(_ rules: inout RefRuleset, _ subjects: Subjects) {
    for index in 0..<pick([0, 0, 1, 2]) {
      rules.eligibility.append(
        RefEligibility(
          id: "krav-\(index + 1)", require: condition(subjects, depth: 1), isResolvedByApplicant: chance(50)))
    }
    for index in 0..<pick([0, 0, 1, 1, 2]) {
      rules.exclusions.append(
        RefExclusion(
          id: "hinder-\(index + 1)", when: condition(subjects, depth: 1),
          exceptions: chance(50) ? ["undantag"] : []))
    }
    if chance(35) {
      rules.groups = [
        RefGroup(id: "ena", when: condition(subjects, depth: 0)),
        RefGroup(id: "andra", when: chance(60) ? nil : condition(subjects, depth: 0)),
      ]
    }
    for index in 0..<pick([0, 0, 1, 2]) {
      rules.flags.append(
        RefFlag(id: "flagga-\(index + 1)", when: condition(subjects, depth: 1), asksPerson: chance(60)))
    }
  }

  // MARK: Criteria

  private mutating func criteria(
    count: Int, prefix: String, _ subjects: Subjects, depth: Int, isInEach: Bool = false
  ) -> [RefCriterion] {
    let ids = (1...count).map { "\(prefix)\($0)" }
    var result: [RefCriterion] = []
    for id in ids {
      var criterion = RefCriterion(
        id: id, weight: pick([RefAmount(int(1...60)), RefAmount(25), RefAmount("12.5")]),
        scoring: .ladder([]))
      var subjects = subjects
      if !isInEach, chance(25), let list = subjects.names.lists.first {
        let chosen = members(list, subjects)
        criterion.each = RefEach(
          list: chosen.list, variable: "del", key: chance(30) ? .path(.name("del"), "id") : nil,
          isMinimum: chance(30))
        subjects = subjects.about(list.fields, through: "del")
      }
      criterion.scoring = scoring(
        subjects, depth: depth, prefix: id, isInEach: isInEach || criterion.each != nil)
      if depth == 1, chance(20), let maximum = wholePart(criterion.maximum) {
        criterion.threshold = RefAmount(int(0...maximum))
      }
      if count > 1, chance(15), criterion.each == nil {
        let sisters = ids.filter { $0 != id }
        let named = some(sisters, 60)
        criterion.notApplicable = RefNotApplicable(
          when: condition(subjects, depth: 0), weightTo: named.isEmpty ? [sisters[0]] : named)
      }
      result.append(criterion)
    }
    return result
  }

  private func wholePart(_ maximum: RefFraction) -> Int? {
    if case .small(let n, let d) = maximum { Int(n / d) } else { nil }
  }

  private mutating func scoring(
    _ subjects: Subjects, depth: Int, prefix: String, isInEach: Bool
  ) -> RefScoring {
    switch int(0...(depth > 0 ? 11 : 9)) {
    case 0, 1, 2: return .ladder(ladder(subjects))
    case 3, 4, 5: return checklist(subjects)
    case 6, 7: return measure(subjects)
    case 8: return judged(subjects, isInEach: isInEach) ?? .ladder(ladder(subjects))
    case 9: return table(subjects)
    default:
      let parts = criteria(
        count: int(2...3), prefix: prefix + "-", subjects, depth: depth - 1, isInEach: isInEach)
      return .composite(parts, isMinimum: chance(35))
    }
  }

  private mutating func evidence(_ subjects: Subjects, between low: Int, and high: Int) -> RefEvidence? {
    if subjects.names.documents.isEmpty || !chance(40) { return nil }
    return RefEvidence(
      of: pick(subjects.names.documents), atLeast: int(1...subjects.highestLevel),
      otherwise: maybe(50) { RefAmount($0.int(low...high)) })
  }

  private mutating func ladder(_ subjects: Subjects) -> [RefRule] {
    var steps: [RefRule] = []
    var points = 0
    for index in 0..<int(1...3) {
      let previous = points
      points += int(1...40)
      steps.append(
        RefRule(
          id: "s\(index + 1)", points: RefAmount(points), condition: condition(subjects, depth: 1),
          evidence: evidence(subjects, between: previous, and: points)))
    }
    return steps
  }

  private mutating func checklist(_ subjects: Subjects) -> RefScoring {
    var rules: [RefRule] = []
    for index in 0..<int(1...4) {
      let points = index > 0 && chance(20) ? -int(1...20) : int(1...40)
      rules.append(
        RefRule(
          id: "r\(index + 1)", points: RefAmount(points), condition: condition(subjects, depth: 1),
          evidence: evidence(subjects, between: min(0, points), and: max(0, points))))
    }
    return .points(rules, cap: maybe(40) { RefAmount($0.int(5...80)) })
  }

  private mutating func measure(_ subjects: Subjects) -> RefScoring {
    var points: [RefBreakpoint] = []
    var input = int(-1...1)
    for _ in 0..<int(2...3) {
      points.append(RefBreakpoint(input: RefAmount(input), points: RefAmount(int(0...100))))
      input += int(1...4)
    }
    if points.allSatisfy({ $0.points.value.isZero }) { points[1].points = RefAmount(100) }
    return .measure(number(subjects, depth: 2), points, maximum: maybe(30) { _ in RefAmount(100) })
  }

  private mutating func judged(_ subjects: Subjects, isInEach: Bool) -> RefScoring? {
    let all = subjects.judgements + (subjects.names.key == nil ? [] : subjects.perMember)
    if all.isEmpty { return nil }
    let judgement = pick(all)
    var points = judgement.scale.map { _ in int(0...100) }
    if points.allSatisfy({ $0 == 0 }) { points[0] = 50 }
    return .judged(judgement.id, points.map { RefAmount($0) })
  }

  // MARK: Tables

  private mutating func table(_ subjects: Subjects) -> RefScoring {
    let names = subjects.names
    var inputs: [RefExpression] = []
    var kinds: [[String]?] = []
    for _ in 0..<int(1...2) {
      if !names.choices.isEmpty, chance(50) {
        let (field, ids) = pick(names.choices)
        inputs.append(field)
        kinds.append(ids)
      } else {
        inputs.append(number(subjects, depth: 0))
        kinds.append(nil)
      }
    }
    var rows: [RefTable.Row] = []
    for _ in 0..<int(1...4) {
      let tests = kinds.map { test($0) }
      rows.append(RefTable.Row(tests: tests, points: RefAmount(pick([0, 20, 20, 50, 100]))))
    }
    if rows.allSatisfy({ $0.points.value.isZero }) { rows[0].points = RefAmount(100) }
    let hit = pick(RefTable.Hit.allCases)
    let needsMaximum = hit == .sum || hit == .count
    return .table(
      RefTable(
        hit: hit, inputs: inputs, rows: rows,
        otherwise: maybe(60) { $0.pick([RefAmount(0), RefAmount(30)]) },
        maximum: needsMaximum ? RefAmount(hit == .count ? 4 : 150) : maybe(20) { _ in RefAmount(120) }))
  }

  private mutating func test(_ choices: [String]?) -> RefTable.Test {
    if chance(15) { return .anything }
    guard let choices else {
      let low = int(-1...4)
      switch int(0...3) {
      case 0: return .oneOf([.number(RefAmount(low)), .number(RefAmount(low + 1))])
      case 1:
        return .within(
          .number(RefAmount(low)), .number(RefAmount(low + int(0...3))), lowClosed: chance(60),
          highClosed: chance(60))
      default:
        return .compare(pick([.less, .lessOrEqual, .greater, .greaterOrEqual]), .number(RefAmount(low)))
      }
    }
    switch int(0...2) {
    case 0: return .oneOf(choices.dropFirst().map { .string($0) })
    case 1: return .not(.string(pick(choices)))
    default: return .compare(.equal, .string(pick(choices)))
    }
  }
}
