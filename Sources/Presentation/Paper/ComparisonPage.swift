internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

/// Two proposals beside each other, on a page of their own.
struct ComparisonPage {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  private var words: PaperPhrases { builder.words }

  func blocks(_ contrast: Contrast) -> [PaperBlock] {
    [.pageBreak] + content(contrast)
  }

  /// Without the page break: also what a page shows for a pair that its reader chooses.
  func content(_ contrast: Contrast, level: Int = 2) -> [PaperBlock] {
    let view = ContrastView(contrast, builder.report, builder.language)
    let (first, second) = (builder.name(contrast.first), builder.name(contrast.second))
    var blocks: [PaperBlock] = [
      .heading(level, words("Jämförelse: \(first) och \(second)", "Comparison: \(first) and \(second)")),
      .paragraph(PaperParagraph(view.verdict, .lead)), .table(levels(contrast, first, second)),
      .picture(builder.pictures.difference(contrast, table: parts(view, first, second))),
    ]
    if !view.changes.isEmpty {
      blocks.append(.heading(level + 1, words.change))
      blocks.append(
        .list(view.changes.prefix(6).map { [PaperRun(text: oneLine($0, limit: 400))] }, isNumbered: false))
    }
    return blocks
  }

  private func levels(_ contrast: Contrast, _ first: String, _ second: String) -> PaperTable {
    var table = PaperTable(
      words("Nivåerna", "The levels"),
      [
        PaperTable.Column(title: words("Kriterium", "Criterion"), share: 4),
        PaperTable.Column(title: first, share: 3), PaperTable.Column(title: second, share: 3),
      ])
    for (index, criterion) in builder.ruleset.criteria.enumerated() {
      table.add([
        criterion.title.shown(builder.language),
        builder.names.level(builder.results[contrast.first].verified.children[index]),
        builder.names.level(builder.results[contrast.second].verified.children[index]),
      ])
    }
    if let money = builder.ruleset.money {
      let asked = { (index: Int) in
        WholeMoney.value(builder.results[index].asked, unit: money.unit, builder.language)
      }
      table.add([RankingPhrases(builder.language).asked, asked(contrast.first), asked(contrast.second)])
    }
    return table
  }

  private func parts(_ view: ContrastView, _ first: String, _ second: String) -> PaperTable {
    var table = PaperTable(
      words("Skillnaden i poäng", "The difference in points"),
      [
        PaperTable.Column(title: words("Kriterium", "Criterion"), share: 4),
        PaperTable.Column(title: first, isNumber: true, share: 2),
        PaperTable.Column(title: second, isNumber: true, share: 2),
        PaperTable.Column(title: words("Skillnad", "Difference"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Det mesta kommer av", "Most comes from"), share: 6),
      ])
    for row in view.rows {
      table.add([
        row.title, row.first, row.second, row.difference, row.reason.map { oneLine($0, limit: 400) } ?? "",
      ])
    }
    table.rows.append(PaperTable.Row([words("Summa", "Sum"), "", "", view.sum, ""], isTotal: true))
    return table
  }
}
