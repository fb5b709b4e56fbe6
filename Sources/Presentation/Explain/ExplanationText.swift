internal import Criteria
public import Diagnostics
public import Scoring

extension RoundReport {
  /// Why a proposal has its points and its place, as text for a terminal. Made from a result with full detail.
  public func explanationText(_ result: ProposalResult, _ language: Language, style: TextStyle = TextStyle())
    -> String
  {
    let view = ExplanationBuilder(self, result, language).view()
    var page = TextPage(style)
    page.heading(view.title)
    page.paragraph(view.stamp)
    page.gap()
    for line in view.standing { page.paragraph(line) }
    for section in view.sections { SectionText(depth: 0).write(section, to: &page) }
    page.gap()
    page.paragraph(view.closing)
    return page.text
  }

  /// One criterion alone, by its path of ids (`system-change/knowledge`) or its id; nil where there is none.
  public func explanationText(
    _ result: ProposalResult, criterion: String, _ language: Language, style: TextStyle = TextStyle()
  ) -> String? {
    let builder = ExplanationBuilder(self, result, language, numbersSources: false)
    guard let section = builder.section(of: criterion) else { return nil }
    var page = TextPage(style)
    SectionText(depth: 0).write(section, to: &page)
    page.paragraph(builder.stamp)
    return page.text
  }
}

extension RoundReport {
  /// Every criterion by its path of ids: what `explanationText(criterion:)` knows.
  public var criterionIDs: [String] {
    func paths(_ criteria: [Criterion], _ path: String) -> [String] {
      criteria.flatMap { criterion -> [String] in
        guard case .composite(let parts, _) = criterion.scoring else { return [path + criterion.id] }
        return [path + criterion.id] + paths(parts, path + criterion.id + "/")
      }
    }
    return paths(data.ruleset.criteria, "")
  }
}

extension ExplanationBuilder {
  /// The section of one criterion.
  func section(of id: String) -> ExplanationView.Section? {
    guard let path = names.criterionPath(id), let criterion = names.criterion(path),
      let node = result.verified.criterion(at: path)
    else { return nil }
    return CriterionSections(self).section(criterion, node)
  }
}

extension Names {
  /// A path as it is, or the path of the first criterion with that id.
  func criterionPath(_ id: String) -> String? {
    if criterion(id) != nil { return id }
    func find(_ criteria: [Criterion], _ path: String) -> String? {
      for criterion in criteria {
        let own = path + criterion.id
        if criterion.id == id { return own }
        if case .composite(let parts, _) = criterion.scoring, let found = find(parts, own + "/") {
          return found
        }
      }
      return nil
    }
    return find(ruleset.criteria, "")
  }
}

extension Explanation {
  func criterion(at path: String) -> Explanation? {
    if kind == .criterion && self.path == path { return self }
    for child in children { if let found = child.criterion(at: path) { return found } }
    return nil
  }
}

/// A section with its rows as a table of three columns, and the sections inside it further in.
private struct SectionText {
  let depth: Int

  func write(_ section: ExplanationView.Section, to page: inout TextPage) {
    let indent = 2 * depth
    if depth < 2 { page.gap() }
    page.heading(section.heading, indent: indent)
    for line in section.lead { page.paragraph(line, indent: indent + 2) }
    rows(section.rows, indent: indent + 2, to: &page)
    for inner in section.sections { SectionText(depth: depth + 1).write(inner, to: &page) }
    for line in section.footer { page.paragraph(line, indent: indent + 2, hanging: 2) }
  }

  private func rows(_ rows: [ExplanationView.Row], indent: Int, to page: inout TextPage) {
    if rows.isEmpty { return }
    let hasPoints = rows.contains { !$0.points.isEmpty }
    let isNumber = rows.contains { $0.points.first?.isNumber ?? false }
    var columns = [TextTable.Column(title: "", wraps: true, limit: 30)]
    if hasPoints {
      columns.append(TextTable.Column(title: "", alignsRight: isNumber, wraps: true, limit: 16))
    }
    columns.append(TextTable.Column(title: "", wraps: true))
    var table = TextTable(columns)
    table.indent = indent
    table.hasHeader = false
    for row in rows {
      table.add([row.title] + (hasPoints ? [row.points] : []) + [row.sentences.joined(separator: "\n")])
    }
    if table.write(to: &page) { return }
    for row in rows {
      page.paragraph([row.title, row.points].filter { !$0.isEmpty }.joined(separator: ": "), indent: indent)
      for sentence in row.sentences { page.paragraph(sentence, indent: indent + 4) }
    }
  }
}
