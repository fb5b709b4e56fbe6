internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

/// Annex B: what is asked for and why, how it is counted, whether the order holds and what would change it.
struct CriteriaAnnex {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  private var words: PaperPhrases { builder.words }
  private var language: Language { builder.language }
  private var ruleset: Ruleset { builder.ruleset }

  func blocks() -> [PaperBlock] {
    var blocks: [PaperBlock] = [
      .pageBreak, .heading(2, words("Bilaga B: Kriterier och metod", "Annex B: Criteria and method")),
      .paragraph(PaperParagraph(words.criteria(ruleset.title.shown(language), ruleset.adoption))),
    ]
    if let stamp = words.stamp(ruleset.status) { blocks.append(.paragraph(PaperParagraph(stamp, .stamp))) }
    blocks.append(.table(criteria()))
    for criterion in ruleset.criteria { blocks += rules(criterion) }
    blocks += conditions()
    blocks += method()
    blocks += robustness()
    blocks.append(.heading(3, words("Källor", "Sources")))
    blocks.append(.table(sources()))
    blocks.append(.paragraph(PaperParagraph(RankingPhrases(language).closing, .lead)))
    return blocks
  }

  // MARK: Criteria

  private func criteria() -> PaperTable {
    var table = PaperTable(
      words("Kriterierna", "The criteria"),
      [
        PaperTable.Column(title: words("Kriterium", "Criterion"), share: 3),
        PaperTable.Column(title: words("Vikt", "Weight"), isNumber: true, share: 1),
        PaperTable.Column(title: words("Sämsta utfall", "Worst outcome"), share: 4),
        PaperTable.Column(title: words("Bästa utfall", "Best outcome"), share: 4),
        PaperTable.Column(title: words("Källa och slag", "Source and kind"), share: 4),
      ])
    table.isCompact = true
    for (criterion, weight) in zip(ruleset.criteria, builder.report.result.weights) {
      table.add([
        criterion.title.shown(language), ShownNumber.short(weight, decimals: 1, language),
        criterion.swing?.worst.shown(language) ?? "", criterion.swing?.best.shown(language) ?? "",
        references(allSources(criterion)),
      ])
    }
    return table
  }

  private func allSources(_ criterion: Criterion) -> [SourceReference] {
    if !criterion.sources.isEmpty { return criterion.sources }
    switch criterion.scoring {
    case .ladder(let rules), .points(let rules, _): return rules.flatMap { $0.sources }
    case .composite(let parts, _): return parts.flatMap { allSources($0) }
    default: return []
    }
  }

  /// Each source once, with its kind.
  private func references(_ references: [SourceReference]) -> String {
    var seen: [Int] = []
    var parts: [String] = []
    for reference in references where !seen.contains(reference.source) {
      seen.append(reference.source)
      let source = ruleset.sources[reference.source]
      let place = reference.place.map { ", " + $0.shown(language) } ?? ""
      parts.append(oneLine(source.title.shown(language), limit: 90) + place + " (" + kind(source.kind) + ")")
    }
    return parts.joined(separator: "; ")
  }

  private func kind(_ kind: Source.Kind) -> String { ExplanationPhrases(language).kind(kind) }

  /// The steps or rules of a criterion, those of its parts under their names.
  private func rules(_ criterion: Criterion) -> [PaperBlock] {
    var table = PaperTable(
      words("Så ges poäng: ", "How points are given: ") + criterion.title.shown(language),
      [
        PaperTable.Column(title: words("Krav", "Requirement"), share: 6),
        PaperTable.Column(title: words("Poäng", "Points"), isNumber: true, share: 1),
      ])
    table.isCompact = true
    fill(&table, criterion, isTop: true)
    return table.rows.isEmpty ? [] : [.table(table)]
  }

  private func fill(_ table: inout PaperTable, _ criterion: Criterion, isTop: Bool) {
    if !isTop {
      let weight = words("vikt ", "weight ") + ShownNumber.short(criterion.weight, language)
      table.rows.append(PaperTable.Row([criterion.title.shown(language) + ", " + weight], isHeading: true))
    }
    let points = { (value: Rational) in ShownNumber.short(value, language) }
    switch criterion.scoring {
    case .ladder(let rules), .points(let rules, _):
      for rule in rules { table.add([oneLine(rule.title.shown(language), limit: 400), points(rule.points)]) }
    case .composite(let parts, _): for part in parts { fill(&table, part, isTop: false) }
    case .judged(let judged):
      let judgement = ruleset.judgements[judged.judgement]
      for (step, value) in zip(judgement.scale, judged.points) {
        table.add([step.label.shown(language), points(value)])
      }
    case .measure(let measure):
      for point in measure.points {
        table.add([
          words("uppmätt värde ", "measured value ") + ShownNumber.short(point.input, decimals: 3, language),
          points(point.points),
        ])
      }
    case .table(let decision):
      table.add([
        words(
          "enligt en tabell med \(decision.rows.count) rader", "by a table of \(decision.rows.count) rows"),
        points(criterion.maximum),
      ])
    }
  }

  private func conditions() -> [PaperBlock] {
    var items: [[PaperRun]] = []
    for rule in ruleset.eligibility {
      items.append([PaperRun(text: words("Villkor: ", "Condition: ") + ended(rule.title.shown(language)))])
    }
    for rule in ruleset.exclusions {
      items.append([PaperRun(text: words("Utesluter: ", "Excludes: ") + ended(rule.title.shown(language)))])
    }
    if items.isEmpty { return [] }
    return [
      .heading(3, words("Villkor innan förslag rangordnas", "Conditions before proposals are ranked")),
      .list(items, isNumbered: false),
    ]
  }

  // MARK: Method

  private func method() -> [PaperBlock] {
    let scale = ShownNumber.short(ruleset.scale, language)
    let close = ShownNumber.short(ruleset.indistinguishableWithin, language)
    let sentences = [
      words(
        "Varje kriterium ger en andel av sin vikt. Bidragen läggs ihop till en total av högst \(scale) poäng.",
        "Each criterion gives a share of its weight. The contributions add up to a total of at most \(scale) points."
      ),
      words(
        "Det som saknas eller inte är prövat ger ett spann: lägst om svaret blir så dåligt det kan bli, högst om det blir så bra det kan bli. Det lägsta värdet avgör ordningen.",
        "What is missing or not tried gives a range: lowest if the answer is as bad as it can be, highest if it is as good. The lower end settles the order."
      ),
      words(
        "En handling räknas som egen uppgift tills någon på förbundet har sett den.",
        "A document counts as the applicant's own claim until somebody at the association has seen it."),
      words(
        "Förslag som ligger närmare varandra än \(close) poäng kan inte skiljas åt.",
        "Proposals closer to each other than \(close) points cannot be told apart."),
      words(
        "Allt är räknat med exakta tal. Det som visas är avrundat så att delarna stämmer med summan.",
        "Everything is computed with exact numbers. What is shown is rounded so that the parts meet the sum."),
    ]
    return [
      .heading(3, words("Så räknas poängen", "How the points are counted")),
      .list(sentences.map { [PaperRun(text: $0)] }, isNumbered: false),
    ]
  }

  // MARK: Robustness

  private func robustness() -> [PaperBlock] {
    guard let robustness = builder.robustness else { return [] }
    var blocks: [PaperBlock] = [.heading(3, words("Håller ordningen?", "Does the order hold?"))]
    let verdicts = robustness.stability.flatMap { StabilityWords(builder).leader($0) }
    if !verdicts.isEmpty {
      blocks.append(.list(verdicts.map { [PaperRun(text: $0)] }, isNumbered: false))
    }
    if let table = scenarios(robustness.scenarios.columns) { blocks.append(.table(table)) }
    for group in robustness.acceptability
    where group.space == .within(robustness.options.share) {
      let title = builder.report.result.groups.first { $0.group == group.group }.flatMap {
        builder.groupTitle($0)
      }
      blocks.append(
        .picture(
          builder.pictures.acceptability(group, title: title ?? words("alla förslag", "all proposals"))))
    }
    if !robustness.acceptability.isEmpty {
      let error = Int((robustness.acceptability[0].result.largestSamplingError * 100).rounded(.up))
      blocks.append(
        .paragraph(
          PaperParagraph(
            words(
              "Procent av \(robustness.options.samples) försök där varje vikt ändras med högst en femtedel och det som inte är känt får vara vad det kan vara. Slumpens osäkerhet är högst \(error) procentenheter.",
              "Per cent of \(robustness.options.samples) trials in which every weight changes by at most a fifth and what is not known is whatever it may be. The uncertainty of chance is at most \(error) percentage points."
            ), .note)))
    }
    let changes = builder.changes()
    if !changes.isEmpty {
      blocks.append(.heading(3, words.change))
      blocks.append(.list(changes.prefix(20).map { [PaperRun(text: $0)] }, isNumbered: false))
    }
    return blocks
  }

  /// The places in every scenario of the ruleset, side by side.
  private func scenarios(_ columns: [ScenarioColumn]) -> PaperTable? {
    if columns.count < 2 { return nil }
    var table = PaperTable(
      words("Platserna med andra vikter", "The ranks with other weights"),
      [PaperTable.Column(title: RankingPhrases(language).proposal, share: 4)]
        + columns.map { PaperTable.Column(title: title($0.kind), share: 3) })
    table.isCompact = true
    for group in builder.report.result.groups {
      for entry in group.ranked {
        table.add(
          [builder.name(entry.proposal)]
            + columns.map { column in
              guard let place = column.cells[entry.proposal].place else { return "–" }
              return place.best == place.worst
                ? "\(place.rank)" : "\(place.rank) (\(place.best)–\(place.worst))"
            })
      }
    }
    return table
  }

  private func title(_ kind: ScenarioColumn.Kind) -> String {
    switch kind {
    case .scenario(let index): ruleset.scenarios[index].title.shown(language)
    case .given: words("Reglernas vikter", "The rules' weights")
    case .rankOrder: RobustnessPhrases(language).rankOrder
    case .combined: words("Alla i en lista", "All in one list")
    }
  }

  private func sources() -> PaperTable {
    var table = PaperTable(
      words("Källor", "Sources"),
      [
        PaperTable.Column(title: words("Källa", "Source"), share: 4),
        PaperTable.Column(title: words("Slag", "Kind"), share: 1),
      ])
    table.hidesCaption = true
    table.isCompact = true
    for source in ruleset.sources { table.add([source.title.shown(language), kind(source.kind)]) }
    return table
  }
}
