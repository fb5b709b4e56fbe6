internal import Criteria
public import Diagnostics
public import ExactNumbers
public import Scoring

extension RoundReport {
  /// The ranking as a part of a page: what the page shows for a scenario or own weights.
  ///
  /// - Parameter title: the scenario; nil for own weights, and for the ruleset's.
  public func rankingFragment(_ language: Language, title: String?) throws(ArithmeticError) -> String {
    let builder = PaperBuilder(self, nil, try withinFrame(data, result), language)
    let words = PaperPhrases(language)
    var heading = words("Ordningen med reglernas vikter", "The order with the rules' weights")
    if result.isTrial {
      heading =
        title.map { words("Scenario: \($0)", "Scenario: \($0)") }
        ?? words("Pröva själv – inte styrelsens viktning", "Try for yourself – not the board's weighting")
    }
    var blocks: [PaperBlock] = [.heading(3, oneLine(heading, limit: 200))]
    if result.isTrial {
      let weights = zip(data.ruleset.criteria, result.weights).map { criterion, weight in
        builder.inSentence(criterion) + " " + ShownNumber.short(weight, language)
      }
      blocks.append(
        .paragraph(
          PaperParagraph(
            (title == nil ? RankingPhrases(language).trialStamp : words.scenarioStamp) + ". "
              + RankingPhrases(language).trialWeights(weights) + ".",
            .stamp)))
    }
    blocks.append(.table(PageOne(builder).wholeTable()))
    for group in result.groups where !group.ranked.isEmpty {
      let name = builder.groupTitle(group) ?? words("Förslagen", "The proposals")
      blocks.append(.picture(builder.pictures.contributions(group.ranked.map { $0.proposal }, title: name)))
    }
    return fragment(blocks, summary: heading + ". " + builder.orderInWords, language)
  }

  /// Two proposals beside each other as a part of a page.
  public func comparisonFragment(_ first: ProposalResult, _ second: ProposalResult, _ language: Language)
    throws(ArithmeticError) -> String
  {
    let builder = PaperBuilder(self, nil, nil, language)
    let contrast = try Scoring.contrast(data, result, first.index, second.index)
    let view = ContrastView(contrast, self, language)
    return fragment(ComparisonPage(builder).content(contrast, level: 3), summary: view.verdict, language)
  }

  /// Every point of a proposal, and why, as a part of a page. Made from a result with full detail.
  public func explanationFragment(_ result: ProposalResult, _ language: Language) -> String {
    let view = ExplanationBuilder(self, result, language).view()
    var blocks: [PaperBlock] = [.heading(3, view.title)]
    blocks += view.standing.map { .paragraph(PaperParagraph($0)) }
    for section in view.sections { section.add(to: &blocks, level: 4) }
    return fragment(
      blocks, summary: ([view.title] + view.standing.prefix(2)).joined(separator: ". "), language)
  }

  /// Whether the order holds, as a part of a page.
  public func robustnessFragment(_ robustness: Robustness, _ language: Language) -> String {
    let page = RobustnessPage(self, robustness, language)
    return fragment(
      page.blocks().paperBlocks(under: 2),
      summary: RobustnessPhrases(language).title(data.round.title.shown(language)), language)
  }

  /// The round within its frame, as a part of a page.
  public func frameFragment(_ frame: FrameResult, _ language: Language) -> String {
    let page = FramePage(self, frame, language)
    return fragment(
      page.blocks().paperBlocks(under: 2),
      summary: FramePhrases(language).title(data.round.title.shown(language)), language)
  }

  private func fragment(_ blocks: [PaperBlock], summary: String, _ language: Language) -> String {
    var markup = Markup()
    var page = PageBlocks(language, prefix: "svar-")
    markup.element("div", [("data-summary", oneLine(summary, limit: 600))]) { markup in
      for block in blocks { page.add(block, &markup) }
    }
    return markup.text
  }
}

extension PaperBuilder {
  /// "1. Stegen, 2. Vägen vidare": the first five of each group.
  var orderInWords: String {
    report.result.groups.filter { !$0.ranked.isEmpty }.map { group in
      let entries = group.ranked.prefix(5).map { "\($0.rank). " + name($0.proposal) }
      return (groupTitle(group).map { $0 + ": " } ?? "") + entries.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}

extension ExplanationView.Section {
  fileprivate func add(to blocks: inout [PaperBlock], level: Int) {
    blocks.append(.heading(min(level, 6), heading))
    blocks += lead.map { .paragraph(PaperParagraph($0)) }
    for row in rows {
      let points = row.points.isEmpty ? "" : " – " + row.points
      blocks.append(.paragraph(PaperParagraph([PaperRun(text: row.title + points, bold: true)])))
      blocks.append(.list(row.sentences.map { [PaperRun(text: $0)] }, isNumbered: false))
    }
    for section in sections { section.add(to: &blocks, level: level + 1) }
    blocks += footer.map { .paragraph(PaperParagraph($0, .note)) }
  }
}
