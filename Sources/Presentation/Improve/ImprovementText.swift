internal import Criteria
public import Diagnostics
public import ExactNumbers
public import Scoring

extension RoundReport {
  /// What would earn a proposal more, as text for a terminal. `goal` with its way is for the association, never for
  /// an applicant. Ends with a line feed.
  public func improvementText(
    _ found: Improvements, goal: (goal: ImprovementGoal, way: Improvements.Way?)? = nil, _ language: Language,
    style: TextStyle = TextStyle()
  ) -> String {
    let result = result.proposals[found.proposal]
    let words = ImprovementWords(self, result, found, language)
    var page = TextPage(style)
    page.heading(words.phrases.title(words.names.proposal(result)))
    page.paragraph(ExplanationBuilder(self, result, language).stamp)
    page.gap()
    for line in words.standing { page.paragraph(line) }
    var view = words.view()
    if let goal { view.sections.insert(words.section(goal.goal, goal.way), at: 0) }
    if view.sections.isEmpty { page.paragraph(words.phrases.nothing) }
    view.write(to: &page, words.phrases)
    return page.text
  }

  /// The same as CommonMark with tables.
  public func improvementMarkdown(
    _ found: Improvements, goal: (goal: ImprovementGoal, way: Improvements.Way?)? = nil, _ language: Language
  ) -> String {
    let result = result.proposals[found.proposal]
    let words = ImprovementWords(self, result, found, language)
    var blocks = ["# " + MarkdownText.escaped(words.phrases.title(words.names.proposal(result))) + "\n"]
    blocks.append(MarkdownText.escaped(ExplanationBuilder(self, result, language).stamp) + "\n")
    blocks.append(words.standing.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
    var view = words.view(limit: Int.max)
    if let goal { view.sections.insert(words.section(goal.goal, goal.way), at: 0) }
    if view.sections.isEmpty { blocks.append(words.phrases.nothing + "\n") }
    for section in view.sections { blocks += section.markdown(words.phrases) }
    return blocks.joined(separator: "\n")
  }
}

extension ImprovementWords {
  /// How it stands before anything is changed, and how to read the rest.
  var standing: [String] {
    [
      phrases.now(total(found.total), of: ShownNumber.short(report.data.ruleset.scale, language)),
      phrases.caution,
    ]
  }

  func section(_ goal: ImprovementGoal, _ way: Improvements.Way?) -> ImprovementView.Section {
    let heading =
      switch goal {
      case .total(let total): phrases.toTotal(ShownNumber.short(total, language))
      case .rank(let rank): phrases.toRank(rank)
      }
    if let way, way.steps.isEmpty {
      return ImprovementView.Section(heading: heading, lead: [phrases.reached(total(way.total))])
    }
    return self.way(way, heading: heading)
  }
}

extension ImprovementView {
  func write(to page: inout TextPage, _ phrases: ImprovementPhrases) {
    for section in sections {
      page.gap()
      page.heading(section.heading)
      for line in section.lead { page.paragraph(line) }
      section.writeRows(to: &page, phrases)
      for (number, step) in section.steps.enumerated() {
        page.paragraph("\(number + 1). " + step, indent: 2, hanging: 3)
      }
      for line in section.footer { page.paragraph(line, indent: section.rows.isEmpty ? 0 : 2) }
    }
  }
}

extension ImprovementView.Section {
  fileprivate func writeRows(to page: inout TextPage, _ phrases: ImprovementPhrases) {
    if rows.isEmpty { return }
    var table = TextTable([
      TextTable.Column(title: phrases.gain, alignsRight: true),
      TextTable.Column(title: phrases.total, alignsRight: true),
      TextTable.Column(title: phrases.what, wraps: true),
    ])
    table.indent = 2
    table.noteColumn = 2
    for row in rows {
      table.add([row.gain, row.total, row.what])
      for note in row.notes { table.note(note) }
    }
    if table.write(to: &page) { return }
    for row in rows {
      page.paragraph("\(row.gain), \(row.total): \(row.what)", indent: 2, hanging: 2)
      for note in row.notes { page.paragraph(note, indent: 4) }
    }
  }

  fileprivate func markdown(_ phrases: ImprovementPhrases) -> [String] {
    var blocks = ["## " + MarkdownText.escaped(heading) + "\n"]
    if !lead.isEmpty { blocks.append(lead.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n") }
    if !rows.isEmpty {
      blocks.append(
        MarkdownText.table(
          [phrases.gain, phrases.total, phrases.what], right: [true, true, false],
          rows: rows.map { [$0.gain, $0.total, ([ended($0.what)] + $0.notes).joined(separator: " ")] }))
    }
    if !steps.isEmpty {
      var list = ""
      for (number, step) in steps.enumerated() {
        list += "\(number + 1). " + MarkdownText.escaped(step) + "\n"
      }
      blocks.append(list)
    }
    if !footer.isEmpty { blocks.append(footer.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n") }
    return blocks
  }
}

extension RoundReport {
  /// What a full total is.
  public var highestTotal: Rational { data.ruleset.scale }

  /// What would earn the proposal with that index more.
  public func improvements(at index: Int) throws(ArithmeticError) -> Improvements {
    try Scoring.improvements(data, at: index, options: trialOptions)
  }

  /// Fewest steps to a goal.
  public func way(to goal: ImprovementGoal, for found: Improvements) throws(ArithmeticError)
    -> Improvements.Way?
  {
    try Scoring.way(to: goal, for: found, in: result, data, options: trialOptions)
  }

  private var trialOptions: ScoringOptions {
    ScoringOptions(weights: result.isTrial ? result.weights : nil, plan: plan)
  }
}
