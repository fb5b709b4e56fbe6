import ExactNumbers
import FEEL

extension WireWriter {
  mutating func criteria(_ criteria: [Criterion]) {
    list(criteria) { writer, criterion in
      writer.string(criterion.id)
      writer.text(criterion.title)
      writer.optional(criterion.short) { $0.text($1) }
      writer.optional(criterion.help) { $0.text($1) }
      writer.rational(criterion.weight)
      writer.flag(criterion.swing != nil)
      if let swing = criterion.swing {
        writer.text(swing.worst)
        writer.text(swing.best)
      }
      writer.scoring(criterion.scoring)
      writer.rational(criterion.maximum)
      writer.optional(criterion.threshold) { $0.rational($1) }
      writer.optional(criterion.each) { $0.each($1) }
      writer.optional(criterion.notApplicable) { writer, rule in
        writer.compiled(rule.when)
        writer.list(rule.weightTo) { $0.count($1) }
      }
      writer.references(criterion.sources)
      writer.span(criterion.span)
    }
  }

  private mutating func scoring(_ scoring: Criterion.Scoring) {
    switch scoring {
    case .ladder(let steps):
      count(0)
      rules(steps)
    case .points(let rules, let cap):
      count(1)
      self.rules(rules)
      rational(cap)
    case .measure(let measure):
      count(2)
      compiled(measure.of)
      list(measure.points) { writer, point in
        writer.rational(point.input)
        writer.rational(point.points)
      }
    case .table(let table):
      count(3)
      self.table(table)
    case .judged(let judged):
      count(4)
      count(judged.judgement)
      list(judged.points) { $0.rational($1) }
    case .composite(let parts, let combine):
      count(5)
      criteria(parts)
      flag(combine == .minimum)
    }
  }

  private mutating func each(_ each: Criterion.Each) {
    compiled(each.list)
    string(each.variable)
    optional(each.label) { $0.compiled($1) }
    optional(each.key) { $0.compiled($1) }
    flag(each.combine == .minimum)
    flag(each.alsoShowMinimum)
  }

  private mutating func rules(_ rules: [Rule]) {
    list(rules) { writer, rule in
      writer.string(rule.id)
      writer.text(rule.title)
      writer.rational(rule.points)
      writer.compiled(rule.condition)
      writer.optional(rule.evidence) { writer, evidence in
        writer.compiled(evidence.of)
        writer.signed(evidence.atLeast)
        writer.optional(evidence.otherwise) { $0.rational($1) }
      }
      writer.optional(rule.because) { $0.template($1) }
      writer.optional(rule.advice) { $0.text($1) }
      writer.references(rule.sources)
      writer.span(rule.span)
    }
  }

  private mutating func table(_ table: Table) {
    switch table.hitPolicy {
    case .unique: count(0)
    case .any: count(1)
    case .priority: count(2)
    case .first: count(3)
    case .collectSum: count(4)
    case .collectMinimum: count(5)
    case .collectMaximum: count(6)
    case .collectCount: count(7)
    }
    list(table.inputs) { writer, input in
      writer.compiled(input.of)
      writer.optional(input.label) { $0.text($1) }
    }
    list(table.rows) { writer, row in
      writer.list(row.tests) { writer, test in
        writer.string(test.text)
        writer.tests(test.tests)
        writer.span(test.span)
      }
      writer.rational(row.points)
      writer.optional(row.because) { $0.template($1) }
      writer.span(row.span)
    }
    optional(table.otherwise) { $0.rational($1) }
  }

  /// Columns, profiles and lists.
  mutating func beside(_ ruleset: Ruleset) {
    list(ruleset.columns) { writer, column in
      writer.string(column.id)
      writer.text(column.title)
      writer.compiled(column.value)
      writer.optional(column.unit) { $0.string($1) }
    }
    list(ruleset.profiles) { writer, profile in
      writer.string(profile.id)
      writer.text(profile.title)
      writer.list(profile.steps) { writer, step in
        writer.string(step.id)
        writer.text(step.title)
        writer.compiled(step.condition)
        writer.references(step.sources)
      }
      writer.references(profile.sources)
    }
    list(ruleset.lists) { writer, shown in
      writer.string(shown.id)
      writer.text(shown.title)
      writer.compiled(shown.list)
      writer.string(shown.variable)
      writer.list(shown.columns) { writer, column in
        writer.text(column.title)
        writer.compiled(column.value)
      }
    }
  }

  mutating func economy(_ economy: Economy) {
    optional(economy.note) { $0.text($1) }
    list(economy.figures) { writer, figure in
      writer.string(figure.id)
      writer.text(figure.title)
      writer.flag(figure.basis == .net)
      writer.text(figure.perspective)
      writer.compiled(figure.horizon)
      writer.compiled(figure.rate)
      writer.compiled(figure.priceYear)
      writer.optional(figure.low) { $0.compiled($1) }
      writer.compiled(figure.value)
      writer.optional(figure.high) { $0.compiled($1) }
      writer.optional(figure.unit) { $0.string($1) }
      writer.references(figure.sources)
    }
    optional(economy.benchmarks) { writer, benchmarks in
      writer.compiled(benchmarks.list)
      writer.string(benchmarks.variable)
      writer.compiled(benchmarks.label)
      writer.compiled(benchmarks.value)
      writer.optional(benchmarks.unit) { $0.string($1) }
      writer.list(benchmarks.match) { writer, match in
        writer.text(match.title)
        writer.compiled(match.value)
      }
      writer.list(benchmarks.items) { writer, item in
        writer.string(item.id)
        writer.text(item.title)
        writer.strings(item.match)
        writer.rational(item.value)
        writer.references(item.sources)
      }
    }
  }
}
