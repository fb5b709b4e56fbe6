internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Everything of an explanation that gives no points: conditions, flags, columns, corrections, what is open, advice.
struct BesideSections {
  let builder: ExplanationBuilder

  init(_ builder: ExplanationBuilder) { self.builder = builder }

  private var phrases: ExplanationPhrases { builder.phrases }
  private var language: Language { builder.language }
  private var ruleset: Ruleset { builder.ruleset }
  private var result: ProposalResult { builder.result }
  private var names: Names { builder.names }

  // MARK: Conditions

  func eligibility() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.eligibility)
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) {
      var sentences = outcome.verdict == .met ? [] : builder.sentences(outcome.condition)
      if outcome.verdict != .met, let advice = rule.advice {
        sentences.append(phrases.forMore(ended(advice.shown(language))))
      }
      if let source = builder.sources(rule.sources), outcome.verdict != .met { sentences.append(source) }
      section.rows.append(
        ExplanationView.Row(
          title: rule.title.shown(language), points: phrases.verdictWord(outcome.verdict),
          sentences: sentences))
    }
    return section
  }

  func exclusions() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.exclusions)
    for (rule, outcome) in zip(ruleset.exclusions, result.exclusions) {
      var sentences: [String] = []
      if let decision = outcome.decision {
        sentences.append(phrases.decided(decision, role: names.role(decision.role)))
      }
      if case .lifted(let index?) = outcome.status, let exception = outcome.exception {
        sentences.append(
          phrases.exception(
            names.inSentence(rule.exceptions[index].title), exception, role: names.role(exception.role)))
      }
      if outcome.decision == nil, outcome.status != .notMet {
        sentences += builder.sentences(outcome.condition)
      }
      section.rows.append(
        ExplanationView.Row(
          title: rule.title.shown(language), points: phrases.exclusionWord(outcome.status),
          sentences: sentences))
    }
    return section
  }

  func flags() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.flags)
    for (flag, outcome) in zip(ruleset.flags, result.flags) where outcome.verdict != .notMet {
      var sentences = outcome.text.map { [ended($0(language))] } ?? []
      if sentences.isEmpty || outcome.verdict != .met { sentences += builder.sentences(outcome.condition) }
      if flag.asksPerson { sentences.append(phrases.asksPerson) }
      if let source = builder.sources(flag.sources) { sentences.append(source) }
      section.rows.append(
        ExplanationView.Row(
          title: flag.title.shown(language), points: phrases.flagWord(outcome.verdict), sentences: sentences))
    }
    return section
  }

  func columns() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.columns)
    for (column, value) in zip(ruleset.columns, result.columns) {
      section.rows.append(
        ExplanationView.Row(
          title: column.title.shown(language), points: "",
          sentences: [ValueWords(names).words(value, unit: column.unit)]))
    }
    return section
  }

  func profiles() -> [ExplanationView.Section] {
    zip(ruleset.profiles, result.profiles).map { profile, outcome in
      var section = ExplanationView.Section(heading: phrases.beside(profile.title.shown(language)))
      for (step, state) in zip(profile.steps, outcome.steps) {
        // That it holds is enough with one reason; what it lacks is told in full.
        var sentences = builder.sentences(state.condition)
        if state.verdict == .met { sentences = Array(sentences.prefix(1)) }
        if let source = builder.sources(step.sources) { sentences.append(source) }
        section.rows.append(
          ExplanationView.Row(
            title: step.title.shown(language), points: phrases.verdictWord(state.verdict),
            sentences: sentences))
      }
      if let source = builder.sources(profile.sources) { section.footer.append(source) }
      return section
    }
  }

  /// A row for every item: what the first column says, then the others by their headings.
  func lists() -> [ExplanationView.Section] {
    zip(ruleset.lists, result.lists).map { list, outcome in
      var section = ExplanationView.Section(heading: phrases.beside(list.title.shown(language)))
      if outcome.rows.isEmpty {
        section.lead.append(outcome.isOpen ? phrases.listMissing : phrases.listEmpty)
      }
      for row in outcome.rows {
        let cells = zip(list.columns, row).map { cell($1, $0, list) }
        let rest = zip(list.columns, cells).dropFirst().map { $0.title.shown(language) + ": " + ended($1) }
        section.rows.append(
          ExplanationView.Row(title: cells.first ?? "", points: "", sentences: Array(rest)))
      }
      if outcome.isOpen && !outcome.rows.isEmpty { section.lead.append(phrases.listOpen) }
      return section
    }
  }

  private func cell(_ value: Value, _ column: ShownList.Column, _ list: ShownList) -> String {
    switch value {
    case .null(nil): return phrases.notGiven
    case .unknown(let unknown):
      if case .any = unknown.bounds { return phrases.isMissing }
    default: break
    }
    let path = list.list.reads.first.map { Array($0.prefix(1)) }
    let words = describeValue(
      value, of: column.value.expression, vocabulary: ruleset.vocabulary, locals: [(list.variable, path)])
    return language == .swedish ? words.sv : words.en
  }

  // MARK: Corrections

  func corrections() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.corrections)
    let confirmed = result.corrections.count { $0.outcome == .confirmed }
    if confirmed > 0 { section.lead.append(phrases.confirmed(confirmed)) }
    for correction in result.corrections where correction.outcome != .confirmed {
      let field = declaredField(correction.path)
      let words = { (value: Value) in
        ValueWords(self.names).words(value, unit: field?.unit, choices: field?.choices ?? [])
      }
      var sentences = [
        phrases.correction(
          correction.outcome, claimed: words(correction.claimed), counts: words(correction.counts))
      ]
      for sheet in correction.sheets {
        sentences.append(
          phrases.sheet(
            role: names.role(sheet.role), date: sheet.date.text, verdict: sheet.verdict,
            value: sheet.verdict.value.map(words), reason: sheet.reason.map(ended)))
      }
      section.rows.append(
        ExplanationView.Row(
          title: names.field(correction.path, of: builder.proposal), points: "", sentences: sentences))
    }
    return section
  }

  private func declaredField(_ path: FieldPath) -> Field? {
    var fields = ruleset.form.fields
    var found: Field?
    for case .name(let name) in path.components {
      guard let field = fields.first(where: { $0.name == name }) else { return nil }
      found = field
      switch field.type {
      case .group(let inner): fields = inner
      case .list(let list): if case .group(let inner) = list.element { fields = inner } else { fields = [] }
      default: fields = []
      }
    }
    return found
  }

  // MARK: What is open, and what would help

  func open() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.open)
    let questions = names.questions(result.allOpen(ruleset), of: result)
    for (resolver, title) in [
      (OpenQuestion.Resolver.applicant, phrases.byApplicant), (.association, phrases.byAssociation),
    ] {
      let own = questions.filter { $0.resolver == resolver }
      if own.isEmpty { continue }
      let sentences = own.map { question in
        question.sentence + (question.span.map { " (" + builder.report.place($0) + ")" } ?? "") + "."
      }
      section.rows.append(ExplanationView.Row(title: title, points: "", sentences: sentences))
    }
    return section
  }

  /// What could raise the total, most first.
  func advice() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.adviceHeading)
    for one in AdviceList(result.verified).entries {
      section.rows.append(
        ExplanationView.Row(
          title: phrases.upTo(ShownNumber.short(one.gain, decimals: 1, language)), points: "",
          sentences: [ended(one.text(language))]))
    }
    return section
  }

  /// The ruleset's sources by their numbers, which stand in brackets after what rests on them.
  func sources() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.sources)
    for (index, source) in ruleset.sources.enumerated() {
      section.lead.append("[\(index + 1)] \(source.title(language)) (\(phrases.kind(source.kind)))")
    }
    return section
  }

  func checks() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: RankingPhrases(language).checks)
    for check in names.checks(of: result) {
      section.lead.append(phrases.check(check.what, check.reason, builder.report.place(check.span)))
    }
    return section
  }
}

extension Field {
  var unit: String? {
    switch type {
    case .integer(_, _, let unit), .decimal(_, _, let unit): unit
    default: nil
    }
  }

  var choices: [Choice] { if case .choice(let choices) = type { choices } else { [] } }
}

extension ProposalResult {
  /// What the total hangs on, and what the conditions and the flags that ask for a person do, each once.
  func allOpen(_ ruleset: Ruleset) -> [Unknown.Cause] {
    var causes = open + eligibility.flatMap { $0.causes } + exclusions.flatMap { $0.causes }
    for (flag, outcome) in zip(ruleset.flags, flags) where flag.asksPerson { causes += outcome.causes }
    var unique: [Unknown.Cause] = []
    for cause in causes where !unique.contains(cause) { unique.append(cause) }
    return unique
  }
}
