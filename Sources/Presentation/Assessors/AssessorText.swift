internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// The assessments of some proposals; all of them where nothing else is asked for.
  public func assessorViews(_ chosen: [ProposalResult]? = nil) -> [AssessorView] {
    (chosen ?? result.proposals).map { assessorView(data, at: $0.index, plan: plan) }
  }

  /// Assessors side by side, as text for a terminal. Ends with a line feed.
  public func assessorText(_ views: [AssessorView], _ language: Language, style: TextStyle = TextStyle())
    -> String
  {
    var page = TextPage(style)
    for (number, view) in views.enumerated() {
      if number > 0 { page.gap() }
      let words = AssessorPage(view, self, language)
      page.heading(words.title)
      for line in words.lead { page.paragraph(line, indent: 2) }
      for table in words.tables { write(table, to: &page) }
      if !words.single.isEmpty {
        page.gap()
        page.heading(AssessorPhrases(language).singleHeading, indent: 2)
        for line in words.single { page.paragraph("· " + line, indent: 4, hanging: 2) }
      }
      if !words.own.isEmpty {
        page.gap()
        page.heading(AssessorPhrases(language).own, indent: 2)
        for line in words.own { page.paragraph(line, indent: 4, hanging: 2) }
      }
    }
    page.gap()
    page.paragraph(AssessorPhrases(language).closing)
    return page.text
  }

  /// A few lines for each proposal, as text for a terminal. Ends with a line feed.
  public func assessorOverview(_ views: [AssessorView], _ language: Language, style: TextStyle = TextStyle())
    -> String
  {
    let phrases = AssessorPhrases(language)
    let names = Names(data, language)
    var page = TextPage(style)
    page.heading(phrases.roundTitle(data.round.title.shown(language)))
    page.paragraph(
      phrases.together(
        views.reduce(0) { $0 + $1.agreed }, of: views.reduce(0) { $0 + $1.compared }))
    var unassessed: [String] = []
    var alone: [String] = []
    for view in views {
      let words = AssessorPage(view, self, language)
      let name = names.proposal(result.proposals[view.proposal])
      if view.roles.isEmpty && view.recused == 0 {
        unassessed.append(name)
        continue
      }
      if view.compared == 0 && view.recused == 0 && words.differences.isEmpty {
        alone.append(name)
        continue
      }
      page.gap()
      page.heading(name)
      for line in words.lead { page.paragraph(line, indent: 2) }
      for line in words.differences { page.paragraph("· " + line, indent: 2, hanging: 2) }
    }
    if !alone.isEmpty || !unassessed.isEmpty { page.gap() }
    if !alone.isEmpty { page.paragraph(phrases.alone + ": " + alone.joined(separator: ", ") + ".") }
    if !unassessed.isEmpty {
      page.paragraph(phrases.notAssessed + ": " + unassessed.joined(separator: ", ") + ".")
    }
    page.gap()
    page.paragraph(phrases.closing)
    return page.text
  }

  private func write(_ table: AssessorPage.Table, to page: inout TextPage) {
    page.gap()
    page.heading(table.heading, indent: 2)
    var text = TextTable(
      table.columns.enumerated().map { index, title in
        TextTable.Column(title: index == 0 ? "" : title, wraps: true, limit: index == 0 ? 52 : nil)
      })
    text.indent = 4
    for row in table.rows {
      text.add(row.cells)
      for note in row.notes { text.note("  " + note) }
    }
    if text.write(to: &page) { return }
    for row in table.rows {
      page.paragraph(row.cells[0], indent: 4, hanging: 2)
      for (title, cell) in zip(table.columns, row.cells).dropFirst() {
        page.paragraph("\(title): \(cell)", indent: 6, hanging: 2)
      }
      for note in row.notes { page.paragraph(note, indent: 6, hanging: 2) }
    }
  }

  /// The same as CommonMark with tables.
  public func assessorMarkdown(_ views: [AssessorView], _ language: Language) -> String {
    var blocks: [String] = []
    for view in views {
      let words = AssessorPage(view, self, language)
      blocks.append("# " + MarkdownText.escaped(words.title) + "\n")
      blocks.append(words.lead.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
      for table in words.tables {
        blocks.append("## " + MarkdownText.escaped(table.heading) + "\n")
        blocks.append(
          MarkdownText.table(
            table.columns, right: table.columns.map { _ in false },
            rows: table.rows.map { row in
              var cells = row.cells
              if !row.notes.isEmpty { cells[0] = ended(cells[0]) + " " + row.notes.joined(separator: " ") }
              return cells
            }))
      }
      if !words.single.isEmpty {
        blocks.append("## " + MarkdownText.escaped(AssessorPhrases(language).singleHeading) + "\n")
        blocks.append(MarkdownText.list(words.single))
      }
      if !words.own.isEmpty {
        blocks.append("## " + MarkdownText.escaped(AssessorPhrases(language).own) + "\n")
        blocks.append(MarkdownText.list(words.own))
      }
    }
    blocks.append("*" + MarkdownText.escaped(AssessorPhrases(language).closing) + "*\n")
    return blocks.joined(separator: "\n")
  }

  /// The same as `beredning/assessors/1` (docs/schemas/assessors-1.schema.json).
  public func assessorJSON(_ views: [AssessorView]) -> JSON {
    [
      "schema": "beredning/assessors/1", "round": .string(data.round.id),
      "proposals": .array(views.map(assessorJSON)),
    ]
  }

  private func assessorJSON(_ view: AssessorView) -> JSON {
    [
      "proposal": .string(result.proposals[view.proposal].id),
      "roles": .array(view.roles.map { .string($0) }), "recused": .integer(view.recused),
      "compared": .integer(view.compared), "agreed": .integer(view.agreed),
      "judgements": .array(view.judgements.map(judgedJSON)),
      "claims": .array(
        view.claims.map { claim in
          [
            "path": .string(claim.path.text), "outcome": .string(claim.outcome.identifier),
            "claimed": ValueJSON.single(claim.claimed), "counts": ValueJSON.single(claim.counts),
            "sheets": .array(
              claim.sheets.map { sheet in
                [
                  "role": .string(sheet.role), "date": .string(sheet.date.text),
                  "verdict": .string(sheet.verdict.identifier), "reason": .optional(sheet.reason),
                ]
              }),
          ]
        }),
      "documents": .array(
        view.documents.map { looked in
          [
            "document": .string(looked.document),
            "sheets": .array(
              looked.sheets.map {
                ["role": .string($0.role), "seen": .bool($0.seen), "reason": .optional($0.reason)]
              }),
          ]
        }),
    ]
  }

  private func judgedJSON(_ one: AssessorView.Judged) -> JSON {
    let judgement = data.ruleset.judgements[one.judgement]
    let step = { (index: Int) in JSON.string(judgement.scale[index].id) }
    return [
      "judgement": .string(judgement.id), "key": .optional(one.key), "state": .string(one.state.identifier),
      "low": step(one.low), "high": step(one.high), "own": one.own.map(step) ?? .null,
      "answers": .array(
        one.answers.map { answer in
          [
            "role": .string(answer.role), "date": .string(answer.date.text), "value": step(answer.step),
            "reason": .optional(answer.reason), "joint": .bool(answer.isJoint),
          ]
        }),
    ]
  }
}

extension AssessorView.State {
  fileprivate var identifier: String {
    switch self {
    case .unanswered: "unanswered"
    case .single: "single"
    case .agreed: "agreed"
    case .joint: "joint"
    case .median: "median"
    case .disagreement: "disagreement"
    }
  }
}
