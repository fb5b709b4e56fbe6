internal import Criteria
public import Diagnostics
public import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// What is missing in the round.
  public func gaps() throws(ArithmeticError) -> Gaps { try Scoring.gaps(data, result) }

  /// What is missing in the round, as text for a terminal. Ends with a line feed.
  public func missingText(_ gaps: Gaps, _ language: Language, style: TextStyle = TextStyle()) -> String {
    let phrases = MissingPhrases(language)
    let view = MissingView(gaps, self, language)
    var page = TextPage(style)
    page.heading(phrases.title(data.round.title.shown(language)))
    page.paragraph(missingStamp(language))
    page.gap()
    page.paragraph(phrases.openPairs(gaps.pairs.count, of: gaps.pairCount))
    page.gap()
    page.heading(phrases.standings)
    for standings in view.standings { write(standings, to: &page, phrases) }
    if !view.pairs.isEmpty {
      page.gap()
      page.heading(phrases.pairs)
      for pair in view.pairs { page.paragraph("· " + pair, indent: 2, hanging: 2) }
    }
    if view.applicants.isEmpty && view.association.isEmpty {
      page.gap()
      page.paragraph(phrases.nothing)
      return page.text
    }
    write(view.applicants, phrases.applicants, to: &page, phrases)
    write(view.association, phrases.association, to: &page, phrases)
    page.gap()
    page.paragraph(phrases.reading(!gaps.pairs.isEmpty))
    return page.text
  }

  private func write(_ standings: MissingView.Table, to page: inout TextPage, _ phrases: MissingPhrases) {
    if !standings.heading.isEmpty { page.paragraph(standings.heading, indent: 2) }
    var table = TextTable([
      TextTable.Column(title: phrases.rank), TextTable.Column(title: phrases.proposal, wraps: true),
      TextTable.Column(title: phrases.total, alignsRight: true), TextTable.Column(title: "", wraps: true),
    ])
    table.indent = 4
    for row in standings.rows { table.add(row) }
    if !table.write(to: &page) {
      for row in standings.rows { page.paragraph(row.joined(separator: ", "), indent: 4, hanging: 2) }
    }
    for note in standings.notes { page.paragraph(note, indent: 4, hanging: 2) }
  }

  private func write(
    _ rows: [MissingView.Row], _ heading: String, to page: inout TextPage, _ phrases: MissingPhrases
  ) {
    if rows.isEmpty { return }
    page.gap()
    page.heading(heading)
    var table = TextTable([
      TextTable.Column(title: phrases.decides), TextTable.Column(title: phrases.points, alignsRight: true),
      TextTable.Column(title: phrases.what, wraps: true),
    ])
    table.indent = 2
    for row in rows { table.add([row.decides, row.points, row.what]) }
    if table.write(to: &page) { return }
    for row in rows {
      page.paragraph("\(row.decides), \(row.points): \(row.what)", indent: 2, hanging: 2)
    }
  }

  /// The same as CommonMark with tables.
  public func missingMarkdown(_ gaps: Gaps, _ language: Language) -> String {
    let phrases = MissingPhrases(language)
    let view = MissingView(gaps, self, language)
    var blocks = [
      "# " + MarkdownText.escaped(phrases.title(data.round.title.shown(language))) + "\n",
      MarkdownText.escaped(missingStamp(language)) + "\n",
      MarkdownText.escaped(phrases.openPairs(gaps.pairs.count, of: gaps.pairCount)) + "\n",
      "## " + MarkdownText.escaped(phrases.standings) + "\n",
    ]
    for standings in view.standings {
      if !standings.heading.isEmpty { blocks.append("### " + MarkdownText.escaped(standings.heading) + "\n") }
      blocks.append(
        MarkdownText.table(
          [phrases.rank, phrases.proposal, phrases.total, ""], right: [false, false, true, false],
          rows: standings.rows))
      if !standings.notes.isEmpty { blocks.append(MarkdownText.list(standings.notes)) }
    }
    if !view.pairs.isEmpty {
      blocks.append("## " + MarkdownText.escaped(phrases.pairs) + "\n")
      blocks.append(MarkdownText.list(view.pairs))
    }
    for (heading, rows) in [(phrases.applicants, view.applicants), (phrases.association, view.association)]
    where !rows.isEmpty {
      blocks.append("## " + MarkdownText.escaped(heading) + "\n")
      blocks.append(
        MarkdownText.table(
          [phrases.decides, phrases.points, phrases.what], right: [false, true, false],
          rows: rows.map { [$0.decides, $0.points, $0.what] }))
    }
    blocks.append(MarkdownText.escaped(phrases.reading(!gaps.pairs.isEmpty)) + "\n")
    return blocks.joined(separator: "\n")
  }

  private func missingStamp(_ language: Language) -> String {
    let ranking = RankingPhrases(language)
    return capitalized(ranking.ruleset(data.ruleset)) + " · " + ranking.asOf(data.round.asOf.text)
  }
}
