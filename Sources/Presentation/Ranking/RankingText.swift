public import Diagnostics
internal import Scoring

extension RoundReport {
  /// The ranking as text for a terminal: header, the groups with their lists, what can change the order, what to
  /// check. Ends with a line feed.
  public func rankingText(_ language: Language, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    RankingTextWriter(view: RankingView(self, language)).write(to: &page)
    return page.text
  }
}

struct RankingTextWriter {
  let view: RankingView

  func write(to page: inout TextPage) {
    page.heading(view.title + " · " + view.asOf)
    page.paragraph(capitalized(view.ruleset))
    page.paragraph(view.counts)
    if let money = view.money { page.paragraph(money) }
    if let preliminary = view.preliminary { page.paragraph(preliminary) }
    for (number, line) in view.trial.enumerated() {
      if number == 0 { page.heading(line) } else { page.paragraph(line) }
    }
    for group in view.groups { write(group, to: &page) }
    list(view.headings.changes, view.changes + (view.moreChanges.map { [$0] } ?? []), to: &page)
    list(view.headings.checks, view.checks, to: &page)
    list(view.headings.notes, view.notes, to: &page)
    page.gap()
    page.paragraph(view.closing)
  }

  private func write(_ group: RankingView.Group, to page: inout TextPage) {
    page.gap()
    if let title = group.title { page.heading(title) }
    if group.rows.isEmpty {
      page.paragraph(view.headings.noneRanked)
    } else if !table(group).write(to: &page) {
      for row in group.rows { stacked(row, to: &page) }
    }
    for list in group.lists {
      if list.entries.count == 1 {
        page.paragraph(list.title + ": " + list.entries[0], hanging: 2)
      } else {
        page.paragraph(list.title + ":")
        for entry in list.entries { page.paragraph("· " + entry, indent: 1, hanging: 2) }
      }
    }
  }

  private func table(_ group: RankingView.Group) -> TextTable {
    let headings = view.headings
    var columns = [
      TextTable.Column(title: headings.rank), TextTable.Column(title: headings.proposal, wraps: true),
    ]
    columns += headings.criteria.map { TextTable.Column(title: $0) }
    columns.append(TextTable.Column(title: headings.total))
    if let asked = headings.asked { columns.append(TextTable.Column(title: asked, alignsRight: true)) }
    columns.append(TextTable.Column(title: headings.examined))
    var table = TextTable(columns)
    table.noteColumn = 1
    for row in group.rows {
      table.add(
        [row.rank, row.name] + row.levels + [row.total] + (row.asked.map { [$0] } ?? []) + [row.examined])
      for remark in row.remarks { table.note("! " + remark) }
      if let closeness = row.closeness { table.note(closeness) }
    }
    return table
  }

  /// Without columns, where there are too many or the terminal is narrow.
  private func stacked(_ row: RankingView.Row, to page: inout TextPage) {
    let headings = view.headings
    page.paragraph("\(row.rank)  \(row.name): \(headings.total.lowercased()) \(row.total)", hanging: 4)
    var parts = zip(headings.criteria, row.levels).map { "\($0) \($1)" }
    if let asked = headings.asked, let money = row.asked { parts.append("\(asked.lowercased()) \(money)") }
    parts.append("\(headings.examined.lowercased()) \(row.examined)")
    page.paragraph(parts.joined(separator: " · "), indent: 4)
    for remark in row.remarks { page.paragraph("! " + remark, indent: 4, hanging: 2) }
    if let closeness = row.closeness { page.paragraph(closeness, indent: 4) }
  }

  private func list(_ heading: String, _ entries: [String], to page: inout TextPage) {
    if entries.isEmpty { return }
    page.gap()
    page.heading(heading)
    for entry in entries { page.paragraph("· " + entry, indent: 1, hanging: 2) }
  }
}
