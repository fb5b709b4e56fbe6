import Diagnostics
import ExactNumbers
import FEEL

extension WireWriter {
  mutating func write(_ ruleset: Ruleset) {
    form(ruleset.form)
    string(ruleset.id)
    string(ruleset.version)
    text(ruleset.title)
    switch ruleset.status {
    case .example: count(0)
    case .draft: count(1)
    case .adopted: count(2)
    }
    optional(ruleset.adoption) { writer, adoption in
      writer.text(adoption.by)
      writer.date(adoption.date)
      writer.string(adoption.minutes)
    }
    optional(ruleset.validFrom) { $0.date($1) }
    optional(ruleset.review) { $0.date($1) }
    rational(ruleset.scale)
    optional(ruleset.threshold) { $0.rational($1) }
    rational(ruleset.indistinguishableWithin)
    list(ruleset.levels) { writer, level in
      writer.rational(level.from)
      writer.text(level.label)
    }
    optional(ruleset.money) { writer, money in
      writer.compiled(money.asked)
      writer.string(money.unit)
      writer.optional(money.byYear) { $0.compiled($1) }
    }
    sources(ruleset.sources)
    list(ruleset.facts) { writer, fact in
      writer.string(fact.name)
      writer.compiled(fact.value)
      writer.optional(fact.label) { $0.text($1) }
      writer.optional(fact.unit) { $0.string($1) }
    }
    optional(ruleset.evidence) { writer, evidence in
      writer.list(evidence.levels) { writer, level in
        writer.signed(level.level)
        writer.text(level.label)
      }
      writer.compiled(evidence.level)
    }
    judgements(ruleset.judgements)
    conditions(ruleset)
    criteria(ruleset.criteria)
    beside(ruleset)
    optional(ruleset.economy) { $0.economy($1) }
    ordering(ruleset)
    string(ruleset.sha256)
    vocabulary(ruleset.vocabulary)
  }

  private mutating func sources(_ sources: [Source]) {
    list(sources) { writer, source in
      writer.string(source.id)
      writer.text(source.title)
      switch source.kind {
      case .law: writer.count(0)
      case .boardDecision: writer.count(1)
      case .localPractice: writer.count(2)
      case .evaluation: writer.count(3)
      case .opinionPaper: writer.count(4)
      }
    }
  }

  mutating func references(_ references: [SourceReference]) {
    list(references) { writer, reference in
      writer.count(reference.source)
      writer.optional(reference.place) { $0.text($1) }
    }
  }

  private mutating func judgements(_ judgements: [Judgement]) {
    list(judgements) { writer, judgement in
      writer.string(judgement.id)
      writer.text(judgement.question)
      writer.choices(judgement.scale)
      writer.strings(judgement.roles)
      writer.optional(judgement.per) { $0.string($1) }
      writer.flag(judgement.decides)
      writer.flag(judgement.combine == .median)
      writer.optional(judgement.own) { $0.compiled($1) }
      writer.span(judgement.span)
    }
  }

  /// What keeps a proposal out, and groups.
  private mutating func conditions(_ ruleset: Ruleset) {
    list(ruleset.eligibility) { writer, condition in
      writer.string(condition.id)
      writer.text(condition.title)
      writer.compiled(condition.require)
      writer.flag(condition.resolvedBy == .association)
      writer.optional(condition.because) { $0.template($1) }
      writer.optional(condition.advice) { $0.text($1) }
      writer.references(condition.sources)
    }
    list(ruleset.exclusions) { writer, exclusion in
      writer.string(exclusion.id)
      writer.text(exclusion.title)
      writer.compiled(exclusion.when)
      writer.list(exclusion.exceptions) { writer, exception in
        writer.string(exception.id)
        writer.text(exception.title)
        writer.strings(exception.needs)
      }
      writer.strings(exclusion.judgements)
      writer.references(exclusion.sources)
    }
    list(ruleset.groups) { writer, group in
      writer.string(group.id)
      writer.text(group.title)
      writer.optional(group.when) { $0.compiled($1) }
    }
  }

  mutating func template(_ template: Template) {
    parts(template.sv)
    optional(template.en) { $0.parts($1) }
  }

  private mutating func parts(_ parts: [Template.Part]) {
    list(parts) { writer, part in
      switch part {
      case .text(let text):
        writer.count(0)
        writer.string(text)
      case .expression(let compiled):
        writer.count(1)
        writer.compiled(compiled)
      }
    }
  }

  private mutating func ordering(_ ruleset: Ruleset) {
    list(ruleset.flags) { writer, flag in
      writer.string(flag.id)
      writer.text(flag.title)
      writer.compiled(flag.when)
      writer.optional(flag.text) { $0.template($1) }
      writer.flag(flag.asksPerson)
      writer.references(flag.sources)
    }
    list(ruleset.scenarios) { writer, scenario in
      writer.string(scenario.id)
      writer.text(scenario.title)
      writer.list(scenario.weights) { $0.rational($1) }
      writer.references(scenario.sources)
    }
    list(ruleset.ties) { writer, tie in
      switch tie.key {
      case .criterion(let place):
        writer.count(0)
        writer.count(place)
      case .fact(let place):
        writer.count(1)
        writer.count(place)
      case .column(let place):
        writer.count(2)
        writer.count(place)
      }
      writer.string(tie.id)
      writer.flag(tie.descending)
    }
    optional(ruleset.weightOrder) { writer, order in
      writer.list(order) { $0.list($1) { $0.count($1) } }
    }
  }

  /// Units are those of every ruleset, and what a fact is made of stands with the fact.
  private mutating func vocabulary(_ vocabulary: Vocabulary) {
    let fields = vocabulary.fields.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    list(fields) { writer, entry in
      writer.strings(entry.key)
      writer.words(entry.value.label)
      writer.type(entry.value.type)
      writer.dictionary(entry.value.choices) { $0.words($1) }
      writer.optional(entry.value.itemName) { $0.string($1) }
    }
    dictionary(vocabulary.facts) { writer, fact in
      writer.words(fact.label)
      writer.type(fact.type)
    }
    dictionary(vocabulary.judgements) { writer, judgement in
      writer.words(judgement.question)
      writer.dictionary(judgement.answers) { $0.words($1) }
    }
    list(vocabulary.evidenceLevels.sorted { $0.key < $1.key }) { writer, level in
      writer.signed(level.key)
      writer.words(level.value)
    }
  }
}
