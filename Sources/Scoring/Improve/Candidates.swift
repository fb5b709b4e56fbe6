internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Changes worth trying: every field that the criteria read and that has few possible values, one value at a time,
/// and every document that nobody has marked as seen.
struct Candidates {
  private let scoring: ProposalScoring
  private let root: Value
  private let notApplying: [FieldPath]

  /// A field with more possible values than this is not tried value by value.
  private static let values = 24

  init(_ scoring: ProposalScoring) {
    self.scoring = scoring
    let theCase = scoring.verified
    let form = theCase.ruleset.form
    let sheets = scoring.sheets
    let built = theCase.claims.built(
      override: { sheets.override(at: theCase.claims.paths[$0], in: form) }, seen: { _ in .boolean(false) })
    root = .context(built.context)
    notApplying = built.notApplying.map { theCase.claims.paths[$0] }
  }

  private var ruleset: Ruleset { scoring.ruleset }

  /// Each field's values stand together.
  func fields() -> [[Improvements.Change]] {
    let read = ruleset.fieldsReadByCriteria
    let numbers = ruleset.numbersInCriteria
    let dates = knownDates()
    var result: [[Improvements.Change]] = []
    for path in scoring.verified.claims.paths {
      guard case .name(let top)? = path.components.first, read.contains(top),
        case .name? = path.components.last, let field = declaredField(at: path, in: ruleset.form),
        !field.isFixed, !isFixedAround(path), !isAssessed(path),
        !notApplying.contains(where: { path.components.starts(with: $0.components) })
      else { continue }
      let now = value(at: path)
      let values = candidates(field, path, now, numbers, dates).filter { !sameValue($0, now) }
      if !values.isEmpty { result.append(values.map { .field(path, from: now, to: $0) }) }
    }
    return result
  }

  func documents() -> [Improvements.Change] {
    scoring.verified.claims.documentIDs.filter { id in
      if case .some(.some(true)) = scoring.sheets.seen[id] { return false }
      return true
    }.map { .document($0) }
  }

  /// A group or list around the field is fixed.
  private func isFixedAround(_ path: FieldPath) -> Bool {
    for count in 1..<max(path.components.count, 1) {
      let outer = FieldPath(Array(path.components.prefix(count)))
      if declaredField(at: outer, in: ruleset.form)?.isFixed == true { return true }
    }
    return false
  }

  /// What a role has made up its mind about is not the applicant's to change.
  private func isAssessed(_ path: FieldPath) -> Bool {
    scoring.sheets.corrections.contains { $0.path == path }
  }

  private func value(at path: FieldPath) -> Value {
    var value = root
    for component in path.components {
      switch (component, value) {
      case (.name(let name), .context(let context)): value = context[name] ?? .null
      case (.item(let number), .list(let items)) where items.indices.contains(number - 1):
        value = items[number - 1]
      default: return value
      }
    }
    return value
  }

  private func candidates(
    _ field: Field, _ path: FieldPath, _ now: Value, _ numbers: [Int64], _ dates: [CalendarDate]
  ) -> [Value] {
    if let domain = field.domain(atMost: Self.values) {
      return domain.filter { if case .null = $0 { false } else { true } }
    }
    switch field.type {
    case .date: return dates.map { .date($0) }
    case .integer(let low, let high, _):
      return counts(now, path, numbers).filter { (low ?? $0) <= $0 && $0 <= (high ?? $0) }.map {
        .number(Decimal($0))
      }
    default: return []
    }
  }

  /// For a count without few values: the numbers that the rules speak of and that stand beside it, and their
  /// neighbours.
  private func counts(_ now: Value, _ path: FieldPath, _ numbers: [Int64]) -> [Int64] {
    var near = numbers
    if case .number(let number) = now, let current = number.integer() { near.append(Int64(current)) }
    var siblings = path
    siblings.components.removeLast()
    if case .context(let group) = value(at: siblings) {
      for entry in group.entries {
        if case .number(let number) = entry.value, let value = number.integer() { near.append(Int64(value)) }
      }
    }
    var result: [Int64] = [0]
    for number in near {
      for value in [number - 1, number, number + 1] where value >= 0 && !result.contains(value) {
        result.append(value)
      }
    }
    return Array(result).ordered()
  }

  /// Dates that the proposal or its facts speak of, the days around them and the round's own day.
  private func knownDates() -> [CalendarDate] {
    var known: [CalendarDate] = [scoring.data.round.asOf] + ruleset.datesInCriteria
    func collect(_ value: Value) {
      switch value {
      case .date(let date): known.append(date)
      case .list(let items): for item in items { collect(item) }
      case .context(let context): for entry in context.entries { collect(entry.value) }
      default: break
      }
    }
    let read = ruleset.fieldsReadByCriteria
    for path in scoring.verified.claims.paths where path.components.count == 1 {
      if case .name(let name)? = path.components.first, read.contains(name) { collect(value(at: path)) }
    }
    for value in scoring.known.facts { collect(value) }
    var dates: [CalendarDate] = []
    for date in known {
      for day in [date.adding(days: -1), date, date.adding(days: 1)] {
        if let day, !dates.contains(day) { dates.append(day) }
      }
    }
    return Array(dates).ordered()
  }
}

extension Ruleset {
  /// Every expression that the criteria rest on, facts they use included.
  private var criterionExpressions: [Compiled] {
    var expressions: [Compiled] = []
    func collect(_ rule: Rule) {
      expressions.append(rule.condition)
      if let evidence = rule.evidence { expressions.append(evidence.of) }
    }
    func collect(_ criterion: Criterion) {
      if let each = criterion.each { expressions += [each.list] + [each.key].compactMap { $0 } }
      if let rule = criterion.notApplicable { expressions.append(rule.when) }
      switch criterion.scoring {
      case .ladder(let rules), .points(let rules, _): for rule in rules { collect(rule) }
      case .measure(let measure): expressions.append(measure.of)
      case .table(let table): expressions += table.inputs.map { $0.of }
      case .judged: break
      case .composite(let parts, _): for part in parts { collect(part) }
      }
    }
    for criterion in criteria { collect(criterion) }
    // Facts stand in an order in which each uses only earlier ones.
    for fact in facts.reversed()
    where expressions.contains(where: { $0.reads.contains { $0.first == fact.name } }) {
      expressions.append(fact.value)
    }
    return expressions
  }

  /// Names of the fields at the top of the form that some criterion reads.
  var fieldsReadByCriteria: [String] {
    var names: [String] = []
    for expression in criterionExpressions {
      for path in expression.reads {
        if let name = path.first, !names.contains(name), form.fields.contains(where: { $0.name == name }) {
          names.append(name)
        }
      }
    }
    // Documents are read through the items that refer to them.
    if let documents = form.documentsField, evidence != nil, !names.contains(documents) {
      names.append(documents)
    }
    return names
  }

  /// Dates that the criteria speak of: `date("2027-03-01")` and `@"2027-03-01"`.
  var datesInCriteria: [CalendarDate] {
    var dates: [CalendarDate] = []
    func visit(_ expression: Expression) {
      switch expression.node {
      case .atLiteral(let text): if let date = CalendarDate(text) { dates.append(date) }
      case .call(_, .positional(let arguments)):
        for argument in arguments {
          if case .string(let text) = argument.node, let date = CalendarDate(text) { dates.append(date) }
        }
      default: break
      }
      for child in expression.children { visit(child) }
    }
    for compiled in criterionExpressions { visit(compiled.expression) }
    return dates
  }

  /// Whole numbers that the criteria speak of.
  var numbersInCriteria: [Int64] {
    var numbers: [Int64] = []
    func visit(_ expression: Expression) {
      if case .number(let number) = expression.node, let value = number.integer() {
        if !numbers.contains(Int64(value)) { numbers.append(Int64(value)) }
      }
      for child in expression.children { visit(child) }
    }
    for compiled in criterionExpressions { visit(compiled.expression) }
    return Array(numbers).ordered()
  }
}
