public import Diagnostics
public import Scoring

extension RoundReport {
  /// The same as `explanationText`, as CommonMark with tables; `criterion` leaves the rest out.
  public func explanationMarkdown(_ result: ProposalResult, criterion: String? = nil, _ language: Language)
    -> String?
  {
    let builder = ExplanationBuilder(self, result, language, numbersSources: criterion == nil)
    var blocks: [String] = []
    if let criterion {
      guard let section = builder.section(of: criterion) else { return nil }
      blocks = markdown(section, level: 1, language) + [MarkdownText.escaped(builder.stamp) + "\n"]
    } else {
      let view = builder.view()
      blocks = ["# " + MarkdownText.escaped(view.title) + "\n", MarkdownText.escaped(view.stamp) + "\n"]
      blocks.append(view.standing.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
      for section in view.sections { blocks += markdown(section, level: 2, language) }
      blocks.append("*" + MarkdownText.escaped(view.closing) + "*\n")
    }
    return blocks.joined(separator: "\n")
  }

  private func markdown(_ section: ExplanationView.Section, level: Int, _ language: Language) -> [String] {
    let marks = String(repeating: "#", count: min(level, 6))
    var blocks = [marks + " " + MarkdownText.escaped(section.heading) + "\n"]
    if !section.lead.isEmpty {
      blocks.append(section.lead.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
    }
    if !section.rows.isEmpty { blocks.append(table(section.rows, language)) }
    for inner in section.sections { blocks += markdown(inner, level: level + 1, language) }
    if !section.footer.isEmpty {
      blocks.append(section.footer.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
    }
    return blocks
  }

  /// Without the column of points where no row has any.
  private func table(_ rows: [ExplanationView.Row], _ language: Language) -> String {
    let hasPoints = rows.contains { !$0.points.isEmpty }
    let what = Text("Vad", "What")(language)
    let why = Text("Varför", "Why")(language)
    if !hasPoints {
      return MarkdownText.table(
        [what, Text("Uppgift", "Details")(language)], right: [false, false],
        rows: rows.map { [$0.title, $0.sentences.joined(separator: " ")] })
    }
    return MarkdownText.table(
      [what, Text("Utfall", "Outcome")(language), why], right: [false, false, false],
      rows: rows.map { [$0.title, $0.points, $0.sentences.joined(separator: " ")] })
  }
}
