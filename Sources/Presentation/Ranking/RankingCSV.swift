internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension RoundReport {
  /// One line for each proposal, in the order of the ranking, for a spreadsheet. Points have at most two decimals;
  /// money is whole kronor.
  public func rankingCSV(_ language: Language) -> String {
    let phrases = RankingCSVPhrases(language)
    let names = Names(data, language)
    let ruleset = data.ruleset
    var csv = CSVText()
    csv.add(phrases.headings(ruleset).map { .text($0) })
    for line in lines() {
      let result = self.result.proposals[line.proposal]
      let stamp = RankingPhrases(language).stamp(ruleset)
      var cells: [CSVText.Cell] = [
        .text(data.round.id), .text("\(ruleset.id) v\(ruleset.version)"),
        .text(self.result.isTrial ? stamp + ". " + RankingPhrases(language).trialStamp : stamp),
        .text(line.group.map { ruleset.groups[$0].title.shown(language) } ?? ""),
        .text(phrases.list(result.list)), number(line.entry?.rank), number(line.entry?.best),
        number(line.entry?.worst), .text(result.id), .text(names.proposal(result)),
      ]
      for (index, _) in ruleset.criteria.enumerated() {
        let node = result.verified.children[index]
        cells.append(.text(names.level(node)))
        cells.append(node.isApplicable == false ? .empty : number(node.points?.low))
        cells.append(node.isApplicable == false ? .empty : number(node.points?.high))
      }
      cells += [number(result.total.low), number(result.total.high)]
      if ruleset.money != nil { cells.append(money(result.asked)) }
      cells.append(.text(RankingPhrases(language).isExamined(result.examination)))
      let remarks =
        result.reservations.map { names.reservation($0, RankingPhrases(language)) } + raised(result, language)
      cells.append(.text(remarks.joined(separator: " · ")))
      csv.add(cells)
    }
    return csv.text
  }

  private func raised(_ result: ProposalResult, _ language: Language) -> [String] {
    result.flags.indices.filter {
      result.flags[$0].verdict == .met && !result.reservations.contains(.flag($0))
    }
    .map { data.ruleset.flags[$0].title.shown(language) }
  }

  private struct Line {
    var proposal: Int
    var group: Int?
    var entry: RankedEntry?
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    for group in result.groups {
      for entry in group.ranked {
        lines.append(Line(proposal: entry.proposal, group: group.group, entry: entry))
      }
      for index in group.belowThreshold + group.supplement + group.assess + group.notExamined {
        lines.append(Line(proposal: index, group: group.group, entry: nil))
      }
    }
    return lines
  }

  private func number(_ value: Int?) -> CSVText.Cell { value.map { .number(String($0)) } ?? .empty }

  private func number(_ value: Rational?) -> CSVText.Cell {
    guard let value else { return .empty }
    return .number(decimalComma(value.decimalText(scale: value.isInteger ? 0 : 2, mode: .halfUp)))
  }

  private func money(_ value: Value) -> CSVText.Cell {
    guard case .number(let number) = value, let exact = try? Rational(number) else { return .empty }
    return .number(exact.decimalText(scale: 0, mode: .halfUp))
  }

  private func decimalComma(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == "." ? "," : scalar) }
    return String(result)
  }
}

private struct RankingCSVPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func headings(_ ruleset: Ruleset) -> [String] {
    var headings = [
      say("Omgång", "Round"), say("Regler", "Rules"), say("Reglernas status", "Status of the rules"),
      say("Grupp", "Group"), say("Lista", "List"), say("Plats", "Rank"), say("Plats som bäst", "Best rank"),
      say("Plats som sämst", "Worst rank"), "Id", say("Förslag", "Proposal"),
    ]
    for criterion in ruleset.criteria {
      let title = criterion.title.shown(language)
      let most = ShownNumber.short(criterion.maximum, language)
      headings += [
        title, say("\(title), poäng av \(most), lägst", "\(title), points of \(most), lowest"),
        say("\(title), poäng av \(most), högst", "\(title), points of \(most), highest"),
      ]
    }
    headings += [say("Totalt, lägst", "Total, lowest"), say("Totalt, högst", "Total, highest")]
    if let money = ruleset.money { headings.append(say("Söker, \(money.unit)", "Asks for, \(money.unit)")) }
    return headings + [say("Granskat", "Examined"), say("Förbehåll och flaggor", "Reservations and flags")]
  }

  func list(_ list: List) -> String {
    let phrases = RankingPhrases(language)
    switch list {
    case .ranked: return say("Rangordnade", "Ranked")
    case .belowThreshold: return phrases.belowThreshold
    case .supplement: return phrases.supplement
    case .assess: return phrases.assess
    case .notExamined: return phrases.notExamined
    }
  }
}
