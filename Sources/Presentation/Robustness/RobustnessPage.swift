internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// Whether the order holds, as text for a terminal. Ends with a line feed.
  public func robustnessText(
    _ robustness: Robustness, _ language: Language, style: TextStyle = TextStyle()
  ) -> String {
    RobustnessPage(self, robustness, language).blocks().text(style)
  }

  /// The same as CommonMark with tables.
  public func robustnessMarkdown(_ robustness: Robustness, _ language: Language) -> String {
    RobustnessPage(self, robustness, language).blocks().markdown()
  }
}

/// Whether the order holds, in words, in one language.
struct RobustnessPage {
  let report: RoundReport
  let robustness: Robustness
  let language: Language
  let names: Names
  let phrases: RobustnessPhrases
  /// Of the weights that were used.
  private let sum: Rational

  init(_ report: RoundReport, _ robustness: Robustness, _ language: Language) {
    self.report = report
    self.robustness = robustness
    self.language = language
    names = Names(report.data, language)
    phrases = RobustnessPhrases(language)
    sum = (try? Rational.sum(report.result.weights)) ?? .one
  }

  var ruleset: Ruleset { report.data.ruleset }
  var results: [ProposalResult] { report.result.proposals }

  /// A small change, as `20 %`.
  var share: String { ShownShare.percent(robustness.options.share, language) }

  func blocks() -> Blocks {
    var page = Blocks()
    let ranking = RankingPhrases(language)
    page.heading(phrases.title(report.data.round.title.shown(language)), level: 1)
    page.paragraph(
      capitalized(ranking.ruleset(ruleset)) + " · " + ranking.asOf(report.data.round.asOf.text))
    if report.result.isTrial { page.paragraph(ranking.trialStamp) }
    page.paragraph(phrases.introduction)
    if ruleset.weightOrder != nil { page.paragraph(phrases.weightsFromOrder) }
    let groups = report.result.groups.indices.filter { !report.result.groups[$0].ranked.isEmpty }
    if groups.isEmpty { page.paragraph(phrases.nothingRanked) }
    for index in groups { write(group: index, to: &page) }
    writeMoneyLine(to: &page)
    writeScenarioWeights(to: &page)
    page.paragraph(ranking.closing)
    return page
  }

  // MARK: A group

  private func write(group index: Int, to page: inout Blocks) {
    let group = report.result.groups[index]
    let title: String
    if let own = group.group {
      title = ruleset.groups[own].title.shown(language)
    } else {
      let ranking = RankingPhrases(language)
      title = ruleset.groups.isEmpty ? phrases.rankedOnes : ranking.groupUnknown
    }
    page.heading(title, level: 2)
    let stability = robustness.stability[index]
    if let leader = stability.leader { write(leader, of: group, to: &page) }
    if group.ranked.count < 2 { return }
    writeNeighbours(stability, to: &page)
    writeLeaderRanges(index, to: &page)
    writeScenarios(group, to: &page)
    writeLeaveOneOut(index, to: &page)
    writeAcceptability(group, to: &page)
  }

  private func write(_ leader: LeaderStability, of group: GroupResult, to page: inout Blocks) {
    let name = self.name(leader.leader)
    if group.ranked.count < 2 {
      page.paragraph(phrases.alone(name))
    } else {
      page.paragraph(
        phrases.verdict(name, leader.stability, share: share, hasScenarios: !ruleset.scenarios.isEmpty))
      page.list(leader.challengers.flatMap { challenge($0) })
    }
    if !leader.waiting.isEmpty {
      page.paragraph(
        phrases.waiting(phrases.names(leader.waiting.map(self.name)), one: leader.waiting.count == 1))
    }
  }

  /// Why a pair got its verdict.
  private func challenge(_ pair: PairStability) -> [String] {
    let own = results[pair.first].total
    let other = results[pair.second].total
    let decimals = Self.decimals(own.low, other.low)
    switch pair.stability {
    case .holds: return []
    case .equal:
      return [
        phrases.equal(
          name(pair.second), ShownNumber.short(own.low, decimals: decimals, language),
          ShownNumber.short(other.low, decimals: decimals, language),
          limit: ShownNumber.short(ruleset.indistinguishableWithin, language), leader: name(pair.first))
      ]
    case .open:
      return [
        phrases.open(
          name(pair.second), ShownNumber.range(other, decimals: 0, language), leader: name(pair.first),
          ShownNumber.short(own.low, decimals: 0, language))
      ]
    case .sensitive: return reasons(pair)
    }
  }

  private func reasons(_ pair: PairStability) -> [String] {
    // One weight that turns the order says more than that several may.
    let hasSingle = pair.reasons.contains { if case .weight = $0 { true } else { false } }
    return pair.reasons.compactMap { reason in
      var (criterion, to, from, limit, scenario) = ("", "", "", "", "")
      var isMore = false
      switch reason {
      case .weight(let index, let flip):
        criterion = names.inSentence(ruleset.criteria[index].title)
        (to, from) = (weight(flip.weight, apartFrom: index), weight(report.result.weights[index]))
        isMore = report.result.weights[index] <= flip.weight
      case .together(let radius):
        if hasSingle { return nil }
        limit = ShownShare.percent(radius, language)
      case .scenario(let index): scenario = ruleset.scenarios[index].title.shown(language)
      }
      return phrases.reason(
        reason, first: name(pair.first), second: name(pair.second), criterion: criterion, to: to, from: from,
        isMore: isMore, share: limit, scenario: scenario)
    }
  }

  /// As few decimals as show that two totals differ.
  private static func decimals(_ a: Rational, _ b: Rational) -> Int {
    if a == b { return 0 }
    for decimals in 0..<2
    where a.decimalText(scale: decimals, mode: .halfUp) != b.decimalText(scale: decimals, mode: .halfUp) {
      return decimals
    }
    return 2
  }

  // MARK: Words for things

  func name(_ proposal: Int) -> String { names.proposal(results[proposal]) }

  /// A weight in per cent of all.
  func weight(_ weight: Rational) -> String {
    ShownShare.percent((try? weight.divided(by: sum)) ?? weight, language)
  }

  /// A weight of a criterion, with the decimals that tell it from the one in use.
  func weight(_ weight: Rational, apartFrom criterion: Int) -> String {
    guard let share = try? weight.divided(by: sum),
      let now = try? report.result.weights[criterion].divided(by: sum)
    else { return self.weight(weight) }
    return ShownShare.percent(share, apartFrom: now, language)
  }

  func title(_ criterion: Int) -> String { ruleset.criteria[criterion].title.shown(language) }

  /// For the head of a column.
  func head(_ criterion: Int) -> Text {
    ruleset.criteria[criterion].short ?? ruleset.criteria[criterion].title
  }
}
