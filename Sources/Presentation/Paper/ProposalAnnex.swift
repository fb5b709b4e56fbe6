internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Annex A: a page for every proposal, in the order of the lists.
struct ProposalAnnex {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  private var words: PaperPhrases { builder.words }
  private var language: Language { builder.language }
  private var ruleset: Ruleset { builder.ruleset }

  func blocks() -> [PaperBlock] {
    var blocks: [PaperBlock] = [
      .pageBreak, .heading(2, words("Bilaga A: Förslagen", "Annex A: The proposals")),
    ]
    for (position, index) in order.enumerated() {
      if position > 0 { blocks.append(.pageBreak) }
      blocks.append(.part(id: "forslag-\(position + 1)", page(builder.results[index])))
    }
    return blocks
  }

  private var order: [Int] {
    builder.report.result.groups.flatMap { group in
      group.ranked.map { $0.proposal } + group.belowThreshold + group.supplement + group.assess
        + group.notExamined
    }
  }

  private func page(_ result: ProposalResult) -> [PaperBlock] {
    let explanation = ExplanationBuilder(
      builder.report, result, language, numbersSources: false, citesPlaces: false)
    let view = explanation.view()
    var blocks: [PaperBlock] = [
      .heading(3, oneLine(builder.names.proposal(result), limit: 200)),
      .paragraph(PaperParagraph(oneLine(view.standing.joined(separator: " "), limit: 1_500))),
      .picture(builder.pictures.weighted(result, table: CriteriaReasons(builder, explanation).table())),
    ]
    let beside = BesideSections(explanation)
    blocks += conditions(result, explanation)
    blocks += flags(result, beside.flags())
    blocks += rows(beside.corrections(), title: words("Granskade uppgifter", "Examined claims"))
    blocks += open(result)
    blocks += beside.profiles().flatMap { steps($0) }
    blocks += zip(ruleset.lists, beside.lists()).flatMap { list($0, $1) }
    blocks += columns(beside.columns())
    return blocks
  }

  // MARK: Parts of the page

  /// Conditions that keep it from being ranked, and exclusions that somebody has decided on.
  private func conditions(_ result: ProposalResult, _ explanation: ExplanationBuilder) -> [PaperBlock] {
    let beside = BesideSections(explanation)
    var items: [[PaperRun]] = []
    func add(_ row: ExplanationView.Row) {
      items.append([
        PaperRun(text: oneLine(row.title, limit: 200) + ": ", bold: true),
        PaperRun(text: oneLine(row.points + ". " + row.sentences.joined(separator: " "), limit: 240)),
      ])
    }
    for (row, outcome) in zip(beside.eligibility().rows, result.eligibility) where outcome.verdict != .met {
      add(row)
    }
    for (row, outcome) in zip(beside.exclusions().rows, result.exclusions) where outcome.status != .notMet {
      add(row)
    }
    if items.isEmpty { return [] }
    return [.heading(4, words("Villkor", "Conditions")), .list(items, isNumbered: false)]
  }

  private func rows(_ section: ExplanationView.Section, title: String) -> [PaperBlock] {
    if section.isEmpty { return [] }
    var blocks: [PaperBlock] = [.heading(4, title)]
    blocks += section.lead.map { .paragraph(PaperParagraph($0)) }
    let items = section.rows.map { row in
      [
        PaperRun(text: oneLine(row.title, limit: 200) + ". ", bold: true),
        PaperRun(text: oneLine(row.sentences.joined(separator: " "), limit: 700)),
      ]
    }
    if !items.isEmpty { blocks.append(.list(items, isNumbered: false)) }
    return blocks
  }

  /// Flags that are raised, with their reasons; those that are not settled by name alone.
  private func flags(_ result: ProposalResult, _ section: ExplanationView.Section) -> [PaperBlock] {
    var raised = section
    raised.rows = []
    var open: [String] = []
    for (row, outcome) in zip(section.rows, result.flags.filter { $0.verdict != .notMet }) {
      if outcome.verdict == .met {
        raised.rows.append(row)
      } else {
        open.append(oneLine(row.title, limit: 120))
      }
    }
    let title = words("Att uppmärksamma", "To be aware of")
    var blocks = raised.rows.isEmpty ? [] : rows(raised, title: title)
    if !open.isEmpty {
      if blocks.isEmpty { blocks.append(.heading(4, title)) }
      let text = words("Går inte att avgöra än: ", "Not settled yet: ") + open.joined(separator: "; ") + "."
      blocks.append(.paragraph(PaperParagraph(text)))
    }
    return blocks
  }

  private func open(_ result: ProposalResult) -> [PaperBlock] {
    let questions = builder.names.questions(result.allOpen(ruleset), of: result)
    if questions.isEmpty { return [] }
    var items = questions.prefix(6).map { [PaperRun(text: oneLine($0.sentence, limit: 300) + ".")] }
    if questions.count > items.count {
      items.append([PaperRun(text: RankingPhrases(language).more(questions.count - items.count) + ".")])
    }
    return [
      .heading(4, words("Det som saknas eller inte är prövat", "What is missing or not tried")),
      .list(Array(items), isNumbered: false),
    ]
  }

  /// A profile in one line: what is reached, and what is not.
  private func steps(_ section: ExplanationView.Section) -> [PaperBlock] {
    if section.rows.isEmpty { return [] }
    var states: [String] = []
    for row in section.rows where !states.contains(row.points) { states.append(row.points) }
    let items = states.map { state in
      let titles = section.rows.filter { $0.points == state }.map { oneLine($0.title, limit: 200) }
      return [
        PaperRun(text: capitalized(state) + ": ", bold: true),
        PaperRun(text: titles.joined(separator: "; ") + "."),
      ]
    }
    return [.heading(4, section.heading), .list(items, isNumbered: false)]
  }

  private func list(_ declared: ShownList, _ section: ExplanationView.Section) -> [PaperBlock] {
    if section.isEmpty { return [] }
    var blocks: [PaperBlock] = [.heading(4, section.heading)]
    blocks += section.lead.map { .paragraph(PaperParagraph($0)) }
    let items = section.rows.map { row in
      [
        PaperRun(text: ended(oneLine(row.title, limit: 400)) + " ", bold: true),
        PaperRun(text: oneLine(row.sentences.joined(separator: " "), limit: 900)),
      ]
    }
    if !items.isEmpty { blocks.append(.list(items, isNumbered: false)) }
    return blocks
  }

  private func columns(_ section: ExplanationView.Section) -> [PaperBlock] {
    if section.rows.isEmpty { return [] }
    let none = ExplanationPhrases(language).notGiven
    var given: [PaperRun] = []
    var missing: [String] = []
    for row in section.rows {
      let value = oneLine(row.sentences.joined(separator: " "), limit: 300)
      let title = oneLine(row.title, limit: 200)
      if value == none {
        missing.append(title)
      } else {
        given.append(PaperRun(text: (given.isEmpty ? "" : " · ") + title + ": "))
        given.append(PaperRun(text: value, bold: true))
      }
    }
    if !missing.isEmpty {
      given.append(
        PaperRun(
          text: (given.isEmpty ? "" : " · ") + capitalized(none) + ": " + missing.joined(separator: ", ")))
    }
    given.append(PaperRun(text: "."))
    return [.heading(4, section.heading), .paragraph(PaperParagraph(given, .note))]
  }
}

/// What each criterion gives a proposal, and the reasons that weigh most.
struct CriteriaReasons {
  private let builder: PaperBuilder
  private let explanation: ExplanationBuilder

  init(_ builder: PaperBuilder, _ explanation: ExplanationBuilder) {
    self.builder = builder
    self.explanation = explanation
  }

  func table() -> PaperTable {
    let words = builder.words
    let language = builder.language
    let result = explanation.result
    var table = PaperTable(
      words("Poängen och skälen", "The points and the reasons"),
      [
        PaperTable.Column(title: words("Kriterium", "Criterion"), share: 3),
        PaperTable.Column(title: words("Nivå", "Level"), share: 2),
        PaperTable.Column(title: words("Ger", "Gives"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Av", "Of"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Skälen som väger mest", "The reasons that weigh most"), share: 9),
      ])
    table.isCompact = true
    let shown = ShownContributions(result.verified, decimals: 1)
    for node in result.verified.children {
      let isCriterion = node.kind == .criterion
      let gives = ShownNumber.range(
        Interval(min(shown.low(node), shown.high(node)), max(shown.low(node), shown.high(node))), decimals: 1,
        language)
      table.add([
        node.title.shown(language), isCriterion ? builder.names.level(node) : "", gives,
        node.possibleContribution.map { ShownNumber.short($0, decimals: 1, language) } ?? "",
        isCriterion ? reasons(node) : "",
      ])
    }
    table.rows.append(
      PaperTable.Row(
        [
          words("Totalt", "Total"), "", ShownNumber.range(result.total, decimals: 1, language),
          ShownNumber.short(builder.ruleset.scale, language), "",
        ], isTotal: true))
    return table
  }

  private func reasons(_ node: Explanation) -> String {
    if node.isApplicable == false { return "" }
    let words = builder.words
    let leaves = self.leaves(node)
    var best: Explanation?
    var lacking: (leaf: Explanation, gap: Rational)?
    for leaf in leaves {
      if leaf.contribution.low.sign > 0, best == nil || best!.contribution.low < leaf.contribution.low {
        best = leaf
      }
      guard let possible = leaf.possibleContribution,
        let gap = try? possible.subtracting(leaf.contribution.low), gap.sign > 0
      else { continue }
      if lacking == nil || lacking!.gap < gap { lacking = (leaf, gap) }
    }
    var sentences: [String] = []
    if let best, let lacking, best.path == lacking.leaf.path { return told(best) }
    if let best { sentences.append(words("Styrka: ", "Strength: ") + told(best)) }
    if let lacking { sentences.append(words("Håller tillbaka: ", "Holds back: ") + told(lacking.leaf)) }
    return sentences.joined(separator: " ")
  }

  private func told(_ leaf: Explanation) -> String {
    let row = RuleRow(explanation).row(leaf)
    let reason = row.sentences.first ?? ""
    let isRule = leaf.kind == .step || leaf.kind == .rule
    if !isRule && !reason.isEmpty { return oneLine(reason, limit: 260) }
    return oneLine(ended(row.title) + (reason.isEmpty || reason == row.title ? "" : " " + reason), limit: 260)
  }

  private func leaves(_ node: Explanation) -> [Explanation] {
    node.children.flatMap { child -> [Explanation] in
      switch child.kind {
      case .step, .rule, .measure, .judged, .row: [child]
      case .adjustment: []
      default: leaves(child)
      }
    }
  }
}
