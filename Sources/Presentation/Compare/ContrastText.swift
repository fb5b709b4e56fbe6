internal import Criteria
public import Diagnostics
internal import ExactNumbers
public import Scoring

extension RoundReport {
  /// Two proposals side by side as text for a terminal. Ends with a line feed.
  public func contrastText(_ contrast: Contrast, _ language: Language, style: TextStyle = TextStyle())
    -> String
  {
    let view = ContrastView(contrast, self, language)
    let phrases = ContrastPhrases(language)
    var page = TextPage(style)
    page.heading(phrases.levels)
    for level in view.levels { page.paragraph(level, indent: 2, hanging: 2) }
    page.gap()
    page.heading(phrases.points)
    var table = TextTable([
      TextTable.Column(title: "", wraps: true, limit: 34),
      TextTable.Column(title: view.first, alignsRight: true),
      TextTable.Column(title: view.second, alignsRight: true),
      TextTable.Column(title: phrases.difference, alignsRight: true),
    ])
    table.indent = 2
    table.noteColumn = 1
    for row in view.rows {
      table.add([row.title, row.first, row.second, row.difference])
      if let reason = row.reason { table.note(reason) }
    }
    table.add(["", "", phrases.sum, view.sum])
    if !table.write(to: &page) {
      for row in view.rows {
        page.paragraph("\(row.title): \(row.first), \(row.second), \(row.difference)", indent: 2, hanging: 2)
        if let reason = row.reason { page.paragraph(reason, indent: 4) }
      }
      page.paragraph("\(phrases.sum) \(view.sum)", indent: 2)
    }
    page.gap()
    page.paragraph(view.verdict)
    if !view.changes.isEmpty {
      page.gap()
      page.heading(phrases.changes)
      for change in view.changes { page.paragraph("· " + change, indent: 1, hanging: 2) }
    }
    return page.text
  }

  /// The same as JSON, `beredning/contrast/1`: exact differences that sum at every level.
  public func contrastJSON(_ contrasts: [Contrast]) -> JSON {
    [
      "schema": "beredning/contrast/1", "round": .string(data.round.id),
      "pairs": .array(contrasts.map(contrastJSON)),
    ]
  }

  private func contrastJSON(_ contrast: Contrast) -> JSON {
    [
      "first": .string(result.proposals[contrast.first].id),
      "second": .string(result.proposals[contrast.second].id),
      "difference": NumberJSON.number(contrast.difference, decimals: 3),
      "closeness": .string(contrast.closeness.identifier),
      "parts": .array(contrast.parts.map(partJSON)),
    ]
  }

  private func partJSON(_ part: Contrast.Part) -> JSON {
    [
      "path": .string(part.path), "title": part.title.json,
      "first": NumberJSON.number(part.first, decimals: 3),
      "second": NumberJSON.number(part.second, decimals: 3),
      "difference": NumberJSON.number(part.difference, decimals: 3),
      "parts": .array(part.parts.map(partJSON)),
    ]
  }
}

extension Contrast.Closeness {
  var identifier: String {
    switch self {
    case .equal: "equal"
    case .indistinguishable: "indistinguishable"
    case .open: "open"
    case .apart: "apart"
    }
  }
}
