internal import Criteria
internal import FEEL

/// What every expression of a ruleset's criteria hangs on. Each has a number, its *site*.
final class ReadPlan: Sendable {
  /// In the ruleset's order.
  let criteria: [CriterionReads]
  /// By site.
  let sites: [Reads]
  /// By site: what it hangs on together with what is said of it in a summary.
  let said: [Reads]
  /// By fact: what it hangs on, and whether its value may hold items or groups, which are then as they were when it
  /// was worked out.
  let facts: [(reads: Reads, holdsItems: Bool)]
  let numbers: ReadsOfExpressions
  private let documents: String?
  /// Fields with a `when`.
  private let conditions: [(change: Reads.Change, when: NameSet)]

  init(_ ruleset: Ruleset) {
    var numbers = ReadsOfExpressions(ruleset)
    facts = ruleset.facts.map { (numbers.reads(ofFact: $0.name), $0.value.type.isComposite) }
    documents = ruleset.form.documentsField
    var conditions: [(change: Reads.Change, when: NameSet)] = []
    func collect(_ fields: [Field], top: Int?) {
      for field in fields {
        let name = numbers.number(field.name)
        if let when = field.applies {
          conditions.append(
            (Reads.Change(top: top ?? name, name: name), numbers.reads(of: when.expression).names))
        }
        if field.name != ruleset.form.documentsField { collect(field.type.inner, top: top ?? name) }
      }
    }
    collect(ruleset.form.fields, top: nil)
    for field in ruleset.form.fields where field.name == ruleset.form.documentsField {
      for inner in field.type.inner {
        if let when = inner.applies {
          conditions.append(
            (
              Reads.Change(top: nil, name: numbers.number(inner.name)),
              numbers.reads(of: when.expression).names
            ))
        }
      }
    }
    self.conditions = conditions
    var sites = Sites()
    criteria = ruleset.criteria.map { CriterionReads($0, around: nil, ruleset, &numbers, &sites) }
    self.sites = sites.reads
    said = sites.said
    self.numbers = numbers
  }

  /// What filling in may change.
  func changes(_ causes: [Unknown.Cause]) -> [Reads.Change] {
    var numbers = self.numbers
    var changes: [Reads.Change] = []
    for cause in causes {
      switch cause {
      case .document: changes.append(Reads.Change(top: nil, name: numbers.number("seen")))
      case .judgement(let id, _):
        let number = numbers.number(ofJudgement: id)
        changes.append(Reads.Change(top: number, name: number))
      case .field(let path):
        guard case .name(let top)? = path.components.first else { continue }
        for component in path.components.reversed() {
          if case .name(let name) = component {
            changes.append(
              Reads.Change(
                top: top == documents ? nil : numbers.number(top), name: numbers.number(name)))
            break
          }
        }
      }
    }
    // What applies may hang on what changes.
    var next = 0
    var isAdded = [Bool](repeating: false, count: conditions.count)
    while next < changes.count {
      for (index, condition) in conditions.enumerated()
      where !isAdded[index] && condition.when.contains(changes[next].name) {
        isAdded[index] = true
        changes.append(condition.change)
      }
      next += 1
    }
    return changes
  }
}

/// Sites as they are numbered.
struct Sites {
  private(set) var reads: [Reads] = []
  private(set) var said: [Reads] = []

  /// - Parameter said: what else is read to say something of it.
  mutating func append(_ reads: Reads, said more: Reads? = nil) {
    self.reads.append(reads)
    var said = reads
    if let more { said.add(more) }
    self.said.append(said)
  }
}

/// Sites of a criterion. What stands inside `each` hangs on what its list hangs on too.
final class CriterionReads: Sendable {
  /// `when` of `not_applicable`.
  let applies: Int
  /// Who the members are.
  let members: Int
  /// The members with everything in them.
  let list: Int
  /// The measure, the table or the judgement.
  let only: Int
  /// The first rule or step; the others follow.
  let rules: Int
  let parts: [CriterionReads]
  /// Of all there is to score it, its own `applies` apart.
  let all: Reads

  init(
    _ criterion: Criterion, around: Reads?, _ ruleset: Ruleset, _ numbers: inout ReadsOfExpressions,
    _ sites: inout Sites
  ) {
    let first = sites.reads.count
    applies = first
    members = first + 1
    list = first + 2
    only = first + 3
    rules = first + 3
    var around = around ?? Reads()
    var when = around
    if let rule = criterion.notApplicable { when.add(numbers.reads(of: rule.when.expression)) }
    sites.append(when)
    if let each = criterion.each {
      around.add(numbers.reads(of: each.list.expression))
      if let key = each.key { around.add(numbers.reads(of: key.expression)) }
    }
    sites.append(around)
    var list = around
    list.isWhole = criterion.each != nil
    sites.append(list)
    var all = around
    var parts: [CriterionReads] = []
    func site(said: Reads? = nil, _ body: (inout Reads) -> Void) {
      var reads = around
      body(&reads)
      sites.append(reads, said: said)
      all.add(reads)
    }
    func site(_ rule: Rule) {
      site(said: rule.because.map { numbers.reads(of: $0) }) { reads in
        reads.add(numbers.reads(of: rule.condition.expression))
        if let evidence = rule.evidence { reads.add(numbers.reads(of: evidence)) }
      }
    }
    switch criterion.scoring {
    case .ladder(let steps): for step in steps { site(step) }
    case .points(let rules, _): for rule in rules { site(rule) }
    case .measure(let measure): site { $0.add(numbers.reads(of: measure.of.expression)) }
    case .table(let table):
      site { reads in
        for input in table.inputs { reads.add(numbers.reads(of: input.of.expression)) }
        for row in table.rows {
          for tests in row.tests {
            for expression in tests.tests.expressions { reads.add(numbers.reads(of: expression)) }
          }
        }
        // Rows are compared with the inputs, whatever they are.
        if table.inputs.contains(where: { $0.of.type.isComposite }) { reads.isWhole = true }
      }
    case .judged(let judged):
      site { $0.names.insert(numbers.number(ofJudgement: ruleset.judgements[judged.judgement].id)) }
    case .composite(let inner, _):
      for criterion in inner {
        let part = CriterionReads(criterion, around: around, ruleset, &numbers, &sites)
        all.add(part.all)
        all.add(sites.reads[part.applies])
        parts.append(part)
      }
    }
    self.parts = parts
    self.all = all
  }
}
