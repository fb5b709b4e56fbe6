internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension RoundReport {
  /// The round as an Excel workbook: points and weights as figures, contributions and totals as formulas over them.
  public func workbook(_ language: Language) -> [UInt8] { RoundWorkbook(self, language).workbook.bytes() }
}

private struct RoundWorkbook {
  let report: RoundReport
  let language: Language
  let names: Names

  init(_ report: RoundReport, _ language: Language) {
    self.report = report
    self.language = language
    names = Names(report.data, language)
  }

  private var ruleset: Ruleset { report.data.ruleset }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  private var weightsName: String { say("Vikter", "Weights") }

  var workbook: Workbook {
    Workbook(
      language: language, title: report.data.round.title.shown(language),
      sheets: [pointsSheet(), weightsSheet(), aboutSheet()])
  }

  /// As many digits as a spreadsheet keeps.
  private func digits(_ value: Rational) -> String {
    var text = value.decimalText(scale: 12, mode: .halfEven)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  private func header(_ words: [String]) -> [Workbook.Cell] { words.map { .text($0, .header) } }

  // MARK: Weights

  /// Criterion k stands in row k + 2: id, title, weight, most points, share.
  private func weightsSheet() -> Workbook.Sheet {
    let last = ruleset.criteria.count + 1
    var rows = [
      header([
        say("Kriterium", "Criterion"), say("Vikt", "Weight"), say("Högsta poäng", "Most points"),
        say("Andel av totalen", "Share of the total"),
      ])
    ]
    let weights = report.result.weights
    let sum = (try? Rational.sum(weights)) ?? .one
    for (index, criterion) in ruleset.criteria.enumerated() {
      let share = (try? weights[index].multiplied(by: ruleset.scale).divided(by: sum)) ?? .zero
      rows.append([
        .text(criterion.title.shown(language), .wrapped), .number(digits(weights[index])),
        .number(digits(criterion.maximum)),
        .formula(
          "\(digits(ruleset.scale))*B\(index + 2)/SUM(B$2:B$\(last))", value: digits(share), .oneDecimal),
      ])
    }
    return Workbook.Sheet(name: weightsName, widths: [44, 12, 16, 20], rows: rows)
  }

  // MARK: Points

  private func pointsSheet() -> Workbook.Sheet {
    let criteria = ruleset.criteria
    var titles = [
      say("Plats", "Rank"), say("Förslag", "Proposal"), say("Grupp", "Group"), say("Lista", "List"),
    ]
    titles += criteria.map { $0.title.shown(language) + say(", poäng", ", points") }
    titles += criteria.map { $0.title.shown(language) + say(", bidrag", ", contribution") }
    titles += [
      say("Justering", "Adjustment"), say("Totalt", "Total"), say("Kan bli högst", "At most"),
      say("Granskat", "Examined"),
    ]
    if let money = ruleset.money { titles.append(say("Söker, ", "Asks for, ") + money.unit) }
    var rows = [header(titles)]
    let phrases = RankingPhrases(language)
    for group in report.result.groups {
      let title = group.group.map { ruleset.groups[$0].title.shown(language) } ?? ""
      for entry in group.ranked {
        let rank = phrases.rank(entry.rank, best: entry.best, worst: entry.worst)
        rows.append(
          row(entry.proposal, number: rows.count + 1, rank: rank, title, say("rangordnat", "ranked")))
      }
      let others: [([Int], String)] = [
        (group.belowThreshold, phrases.belowThreshold), (group.supplement, phrases.supplement),
        (group.assess, phrases.assess), (group.notExamined, phrases.notExamined),
      ]
      for (members, list) in others {
        for member in members { rows.append(row(member, number: rows.count + 1, rank: "", title, list)) }
      }
    }
    let widths =
      [8, 34, 26, 22] + criteria.map { _ in 14 } + criteria.map { _ in 14 } + [12, 10, 14, 10, 14]
    return Workbook.Sheet(name: say("Rangordning", "Ranking"), widths: widths, rows: rows)
  }

  private func row(_ index: Int, number: Int, rank: String, _ group: String, _ list: String) -> [Workbook
    .Cell]
  {
    let result = report.result.proposals[index]
    let criteria = ruleset.criteria
    let weights = report.result.weights
    let sum = (try? Rational.sum(weights)) ?? .one
    var cells: [Workbook.Cell] = [
      .text(rank), .text(names.proposal(result), .wrapped), .text(group, .wrapped), .text(list, .wrapped),
    ]
    var contributions: [Workbook.Cell] = []
    var added = Rational.zero
    for (at, criterion) in criteria.enumerated() {
      let points = result.verified.children[at].points?.low ?? .zero
      cells.append(.number(digits(points), .oneDecimal))
      // What stands in the cell is added up, so that the sheet's own sum is met.
      let full = (try? weights[at].multiplied(by: ruleset.scale).divided(by: sum)) ?? .zero
      let value = (try? full.multiplied(by: points).divided(by: criterion.maximum)) ?? .zero
      added = (try? added.adding(value)) ?? added
      let cell = Workbook.column(4 + at) + String(number)
      contributions.append(
        .formula(
          "\(weightsName)!$D$\(at + 2)*\(cell)/\(weightsName)!$C$\(at + 2)", value: digits(value), .oneDecimal
        ))
    }
    cells += contributions
    let adjustment = (try? result.total.low.subtracting(added)) ?? .zero
    cells.append(.number(digits(adjustment), .oneDecimal))
    let first = Workbook.column(4 + criteria.count)
    let last = Workbook.column(4 + 2 * criteria.count)
    cells.append(
      .formula("SUM(\(first)\(number):\(last)\(number))", value: digits(result.total.low), .boldDecimal))
    cells.append(.number(digits(result.total.high), .oneDecimal))
    cells.append(.text(RankingPhrases(language).isExamined(result.examination)))
    if ruleset.money != nil {
      if case .number(let amount) = result.asked, let exact = try? Rational(amount) {
        cells.append(.number(digits(exact), .whole))
      } else {
        cells.append(
          .text(ruleset.money.map { ShownMoney.value(result.asked, unit: $0.unit, language) } ?? ""))
      }
    }
    return cells
  }

  // MARK: About

  private func aboutSheet() -> Workbook.Sheet {
    let phrases = RankingPhrases(language)
    let round = report.data.round
    let lines = [
      round.title.shown(language), ruleset.title.shown(language) + " · " + phrases.stamp(ruleset),
      phrases.asOf(round.asOf.text), PaperPhrases(language).status(round.documentStatus),
      say(
        "Poängen är det som är styrkt i dag. Ändrar du en vikt i bladet Vikter räknas bidragen och totalerna om; raderna byter inte plats.",
        "The points are what is borne out today. When you change a weight in the sheet Weights, contributions and totals are computed anew; the rows stay where they are."
      ),
      say(
        "Bidrag är vikten gånger poängen delat med högsta poäng. Justering är sådant som reglerna ändrar efteråt, till exempel vikt som flyttas när ett kriterium inte gäller. ”Kan bli högst” är totalen om allt som saknas är så bra det kan vara.",
        "A contribution is the weight times the points over the most points. Adjustment is what the rules change afterwards, such as weight that moves when a criterion does not apply. “At most” is the total if everything missing is as good as it can be."
      ),
      phrases.closing,
    ]
    return Workbook.Sheet(
      name: say("Om bladen", "About"), widths: [110], headerRows: 0,
      rows: lines.map { [.text($0, .wrapped)] })
  }
}
