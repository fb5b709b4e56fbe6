public import Diagnostics

extension RoundReport {
  /// The ranking as CommonMark with tables, for a board paper or a wiki.
  public func rankingMarkdown(_ language: Language) -> String {
    let view = RankingView(self, language)
    let escaped = MarkdownText.escaped
    var blocks = [
      "# " + escaped(view.title) + "\n", escaped(capitalized(view.ruleset) + " · " + view.asOf) + "\n",
    ]
    if !view.trial.isEmpty {
      blocks.append(
        view.trial.enumerated().map { $0 == 0 ? "**" + escaped($1) + "**" : escaped($1) }.joined(
          separator: "\\\n")
          + "\n")
    }
    let facts = [view.counts, view.money, view.preliminary].compactMap { $0 }
    blocks.append(facts.map(escaped).joined(separator: "\\\n") + "\n")
    for group in view.groups { blocks += markdown(group, view.headings) }
    if !view.changes.isEmpty {
      blocks += [
        "## " + escaped(view.headings.changes) + "\n",
        MarkdownText.list(view.changes + (view.moreChanges.map { [$0] } ?? [])),
      ]
    }
    if !view.checks.isEmpty {
      blocks += ["## " + escaped(view.headings.checks) + "\n", MarkdownText.list(view.checks)]
    }
    if !view.notes.isEmpty {
      blocks += ["## " + escaped(view.headings.notes) + "\n", MarkdownText.list(view.notes)]
    }
    blocks.append("*" + escaped(view.closing) + "*\n")
    return blocks.joined(separator: "\n")
  }

  private func markdown(_ group: RankingView.Group, _ headings: RankingView.Headings) -> [String] {
    var blocks: [String] = []
    blocks.append("## " + MarkdownText.escaped(group.title ?? headings.proposal) + "\n")
    if group.rows.isEmpty {
      blocks.append(MarkdownText.escaped(headings.noneRanked) + "\n")
    } else {
      var titles = [headings.rank, headings.proposal] + headings.criteria + [headings.total]
      var right = titles.map { _ in false }
      if let asked = headings.asked {
        titles.append(asked)
        right.append(true)
      }
      titles.append(headings.examined)
      right.append(false)
      let rows = group.rows.map { row in
        [row.rank, row.name] + row.levels + [row.total] + (row.asked.map { [$0] } ?? []) + [row.examined]
      }
      blocks.append(MarkdownText.table(titles, right: right, rows: rows))
      var remarks: [String] = []
      for row in group.rows {
        remarks += row.remarks.map { row.name + ": " + $0 }
        if let closeness = row.closeness { remarks.append(closeness) }
      }
      if !remarks.isEmpty { blocks.append(MarkdownText.list(remarks)) }
    }
    for list in group.lists {
      blocks += ["### " + MarkdownText.escaped(list.title) + "\n", MarkdownText.list(list.entries)]
    }
    return blocks
  }
}
