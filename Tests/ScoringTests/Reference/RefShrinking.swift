/// Makes a failing case small: takes things away as long as it still fails in the same way.
struct RefShrinking {
  /// The case as it stands, for a reader.
  static func report(_ model: RefCase, _ disagreements: [String]) -> String {
    let files = RefFiles(model)
    var parts = ["--- form", files.form, "--- rules", files.rules, "--- round", files.round]
    for proposal in model.proposals {
      parts += ["--- \(proposal.id)", files.proposal(proposal)]
      for sheet in proposal.sheets {
        parts += ["--- \(proposal.id).\(sheet.role)", files.assessment(proposal, sheet)]
      }
    }
    if let declarations = files.declarations { parts += ["--- declarations", declarations] }
    return (parts + ["=== disagreements"] + disagreements).joined(separator: "\n")
  }

  /// - Parameter failure: what is wrong with a case; nil where nothing is. Two failures are the same when the
  ///   words before their first colon and the kind of what follows are.
  static func shrink(_ model: RefCase, failure: (RefCase) -> String?) -> RefCase {
    guard let kind = failure(model) else { return model }
    var model = model
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in smaller(model) where failure(candidate) == kind {
        model = candidate
        isSmaller = true
        break
      }
    }
    return model
  }

  private static func smaller(_ model: RefCase) -> [RefCase] {
    var result: [RefCase] = []
    func add(_ change: (inout RefCase) -> Void) {
      var copy = model
      change(&copy)
      result.append(copy)
    }
    if model.proposals.count > 2 {
      let half = model.proposals.count / 2
      add { $0.proposals.removeFirst(half) }
      add { $0.proposals.removeLast(half) }
    }
    if model.proposals.count > 1 {
      for index in model.proposals.indices { add { $0.proposals.remove(at: index) } }
    }
    for rules in smaller(model.ruleset) { add { $0.ruleset = rules } }
    for index in model.proposals.indices {
      for proposal in smaller(model.proposals[index]) { add { $0.proposals[index] = proposal } }
    }
    for index in model.form.fields.indices where model.form.fields[index].name != "titel" {
      if model.form.fields[index].name == model.form.documents { continue }
      add { $0.form.fields.remove(at: index) }
      for field in smaller(model.form.fields[index]) { add { $0.form.fields[index] = field } }
    }
    return result
  }

  private static func smaller(_ field: RefField) -> [RefField] {
    var result: [RefField] = []
    func add(_ change: (inout RefField) -> Void) {
      var copy = field
      change(&copy)
      result.append(copy)
    }
    if field.when != nil { add { $0.when = nil } }
    if field.allowsNotApplicable { add { $0.allowsNotApplicable = false } }
    if field.absent != .unknown { add { $0.absent = .unknown } }
    let inner = field.type.fields
    for index in inner.indices where inner[index].name != "id" {
      var fewer = inner
      fewer.remove(at: index)
      var variants = [fewer]
      for part in smaller(inner[index]) {
        var changed = inner
        changed[index] = part
        variants.append(changed)
      }
      for fields in variants {
        switch field.type {
        case .group: if !fields.isEmpty { add { $0.type = .group(fields) } }
        case .groups: add { $0.type = .groups(fields) }
        default: break
        }
      }
    }
    return result
  }

  // MARK: Ruleset

  private static func smaller(_ rules: RefRuleset) -> [RefRuleset] {
    var result: [RefRuleset] = []
    func add(_ change: (inout RefRuleset) -> Void) {
      var copy = rules
      change(&copy)
      result.append(copy)
    }
    if !rules.ties.isEmpty { add { $0.ties = [] } }
    if rules.criteria.count > 1 {
      for index in rules.criteria.indices {
        add {
          let id = $0.criteria[index].id
          $0.criteria.remove(at: index)
          $0.ties = without(index, in: $0.ties) { if case .criterion(let index) = $0 { index } else { nil } }
          for other in $0.criteria.indices {
            $0.criteria[other].notApplicable?.weightTo.removeAll { $0 == id }
          }
        }
      }
    }
    for index in rules.eligibility.indices { add { $0.eligibility.remove(at: index) } }
    for index in rules.exclusions.indices { add { $0.exclusions.remove(at: index) } }
    for index in rules.flags.indices { add { $0.flags.remove(at: index) } }
    for index in rules.columns.indices {
      add {
        $0.columns.remove(at: index)
        $0.ties = without(index, in: $0.ties) { if case .column(let index) = $0 { index } else { nil } }
      }
    }
    for index in rules.facts.indices {
      add {
        $0.facts.remove(at: index)
        $0.ties = without(index, in: $0.ties) { if case .fact(let index) = $0 { index } else { nil } }
      }
    }
    for index in rules.ties.indices { add { $0.ties.remove(at: index) } }
    for index in rules.judgements.indices { add { $0.judgements.remove(at: index) } }
    if !rules.groups.isEmpty { add { $0.groups = [] } }
    if rules.threshold != nil { add { $0.threshold = nil } }
    if rules.scale.text != "100" { add { $0.scale = RefAmount(100) } }
    for index in rules.criteria.indices {
      for criterion in smaller(rules.criteria[index]) { add { $0.criteria[index] = criterion } }
    }
    for index in rules.facts.indices {
      for value in smaller(rules.facts[index].value) { add { $0.facts[index].value = value } }
    }
    for index in rules.eligibility.indices {
      for value in smaller(rules.eligibility[index].require) { add { $0.eligibility[index].require = value } }
    }
    for index in rules.exclusions.indices {
      for value in smaller(rules.exclusions[index].when) { add { $0.exclusions[index].when = value } }
    }
    for index in rules.flags.indices {
      for value in smaller(rules.flags[index].when) { add { $0.flags[index].when = value } }
    }
    for index in rules.columns.indices {
      for value in smaller(rules.columns[index].value) { add { $0.columns[index].value = value } }
    }
    return result
  }

  /// The ties when what stands at `index` among its kind is taken away.
  private static func without(
    _ index: Int, in ties: [RefTie], _ place: (RefTie.Key) -> Int?
  ) -> [RefTie] {
    ties.compactMap { tie in
      guard let old = place(tie.key), old >= index else { return tie }
      if old == index { return nil }
      var moved = tie
      switch tie.key {
      case .criterion: moved.key = .criterion(old - 1)
      case .fact: moved.key = .fact(old - 1)
      case .column: moved.key = .column(old - 1)
      }
      return moved
    }
  }

  private static func smaller(_ criterion: RefCriterion) -> [RefCriterion] {
    var result: [RefCriterion] = []
    func add(_ change: (inout RefCriterion) -> Void) {
      var copy = criterion
      change(&copy)
      result.append(copy)
    }
    if criterion.threshold != nil { add { $0.threshold = nil } }
    if criterion.each != nil { add { $0.each = nil } }
    if let rule = criterion.notApplicable {
      add { $0.notApplicable = nil }
      for value in smaller(rule.when) { add { $0.notApplicable!.when = value } }
    }
    if let each = criterion.each {
      for list in smaller(each.list) { add { $0.each!.list = list } }
    }
    switch criterion.scoring {
    case .ladder(let steps):
      for steps in smaller(steps) { add { $0.scoring = .ladder(steps) } }
    case .points(let rules, let cap):
      if cap != nil { add { $0.scoring = .points(rules, cap: nil) } }
      for rules in smaller(rules) where cap != nil || rules.contains(where: { .zero < $0.points.value }) {
        add { $0.scoring = .points(rules, cap: cap) }
      }
    case .measure(let of, let points, let maximum):
      for value in smaller(of) { add { $0.scoring = .measure(value, points, maximum: maximum) } }
    case .table(let table):
      for index in table.rows.indices where table.rows.count > 1 {
        var copy = table
        copy.rows.remove(at: index)
        add { $0.scoring = .table(copy) }
      }
      for index in table.inputs.indices {
        for value in smaller(table.inputs[index]) {
          var copy = table
          copy.inputs[index] = value
          add { $0.scoring = .table(copy) }
        }
      }
    case .composite(let parts, let isMinimum):
      for part in parts {
        add {
          $0.scoring = part.scoring
          $0.notApplicable = $0.notApplicable ?? part.notApplicable
          $0.each = $0.each ?? part.each
        }
      }
      for index in parts.indices {
        if parts.count > 1 {
          add {
            var fewer = parts
            let id = fewer.remove(at: index).id
            for other in fewer.indices { fewer[other].notApplicable?.weightTo.removeAll { $0 == id } }
            $0.scoring = .composite(fewer, isMinimum: isMinimum)
          }
        }
        for part in smaller(parts[index]) {
          add {
            var changed = parts
            changed[index] = part
            $0.scoring = .composite(changed, isMinimum: isMinimum)
          }
        }
      }
    case .judged: break
    }
    return result
  }

  private static func smaller(_ rules: [RefRule]) -> [[RefRule]] {
    var result: [[RefRule]] = []
    for index in rules.indices {
      if rules.count > 1 {
        var fewer = rules
        fewer.remove(at: index)
        result.append(fewer)
      }
      if rules[index].evidence != nil {
        var changed = rules
        changed[index].evidence = nil
        result.append(changed)
      }
      for value in smaller(rules[index].condition) {
        var changed = rules
        changed[index].condition = value
        result.append(changed)
      }
    }
    return result
  }

  /// Its parts, and itself with a part made smaller. What the type checker refuses is refused with the case.
  private static func smaller(_ expression: RefExpression) -> [RefExpression] {
    var result = expression.children
    func add(_ part: RefExpression, _ rebuilt: (RefExpression) -> RefExpression) {
      result += smaller(part).map(rebuilt)
    }
    switch expression {
    case .path(let a, let name): add(a) { .path($0, name) }
    case .compare(let sign, let a, let b):
      add(a) { .compare(sign, $0, b) }
      add(b) { .compare(sign, a, $0) }
    case .isOneOf(let x, let list): add(x) { .isOneOf($0, list) }
    case .isWithin(let x, let a, let b, let low, let high):
      add(x) { .isWithin($0, a, b, lowClosed: low, highClosed: high) }
    case .between(let x, let a, let b): add(x) { .between($0, a, b) }
    case .and(let a, let b):
      add(a) { .and($0, b) }
      add(b) { .and(a, $0) }
    case .or(let a, let b):
      add(a) { .or($0, b) }
      add(b) { .or(a, $0) }
    case .not(let a): add(a) { .not($0) }
    case .arithmetic(let sign, let a, let b):
      add(a) { .arithmetic(sign, $0, b) }
      add(b) { .arithmetic(sign, a, $0) }
    case .conditional(let c, let a, let b):
      add(c) { .conditional($0, a, b) }
      add(a) { .conditional(c, $0, b) }
      add(b) { .conditional(c, a, $0) }
    case .filter(let list, let condition):
      result += smaller(condition).filter(isCondition).map { .filter(list, $0) }
    case .aggregate(let function, let list): add(list) { .aggregate(function, $0) }
    case .countDistinct(let list): add(list) { .countDistinct($0) }
    case .some(let name, let list, let body): add(body) { .some(name, list, $0) }
    case .every(let name, let list, let body): add(body) { .every(name, list, $0) }
    case .evidence(let documents): add(documents) { .evidence($0) }
    case .number, .string, .bool, .null, .date, .today, .name, .judgement: break
    }
    return result
  }

  /// A filter by a number is something else than a filter by a condition.
  private static func isCondition(_ expression: RefExpression) -> Bool {
    switch expression {
    case .bool, .compare, .isOneOf, .isWithin, .between, .and, .or, .not, .some, .every: true
    default: false
    }
  }

  // MARK: Proposal

  private static func smaller(_ proposal: RefProposal) -> [RefProposal] {
    var result: [RefProposal] = []
    func add(_ change: (inout RefProposal) -> Void) {
      var copy = proposal
      change(&copy)
      result.append(copy)
    }
    if !proposal.declarations.isEmpty { add { $0.declarations = [] } }
    for index in proposal.sheets.indices { add { $0.sheets.remove(at: index) } }
    for index in proposal.sheets.indices {
      let sheet = proposal.sheets[index]
      for item in sheet.claims.indices { add { $0.sheets[index].claims.remove(at: item) } }
      for item in sheet.seen.indices { add { $0.sheets[index].seen.remove(at: item) } }
      for item in sheet.judgements.indices { add { $0.sheets[index].judgements.remove(at: item) } }
      for item in sheet.exclusions.indices { add { $0.sheets[index].exclusions.remove(at: item) } }
      for item in sheet.exceptions.indices { add { $0.sheets[index].exceptions.remove(at: item) } }
    }
    for (name, claim) in proposal.claims.sorted(by: { $0.key < $1.key }) where name != "titel" {
      add { $0.claims[name] = nil }
      for claim in smaller(claim) { add { $0.claims[name] = claim } }
    }
    return result
  }

  private static func smaller(_ claim: RefClaim) -> [RefClaim] {
    switch claim {
    case .groups(let items):
      return items.indices.flatMap { index -> [RefClaim] in
        var fewer = items
        fewer.remove(at: index)
        return [.groups(fewer)]
          + items[index].keys.sorted().filter { $0 != "id" }.map { key in
            var changed = items
            changed[index][key] = nil
            return .groups(changed)
          }
      }
    case .group(let claims):
      return claims.keys.sorted().map { key in
        var fewer = claims
        fewer[key] = nil
        return .group(fewer)
      }
    case .documents(let ids) where !ids.isEmpty: return [.documents(Array(ids.dropLast()))]
    case .scalars(let items) where !items.isEmpty: return [.scalars(Array(items.dropLast()))]
    default: return []
    }
  }
}
