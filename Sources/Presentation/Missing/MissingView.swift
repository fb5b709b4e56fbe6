internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// What is missing in a round, in words, in one language.
struct MissingView {
  struct Table {
    var heading: String
    var rows: [[String]]
    /// Lines under the table.
    var notes: [String]
  }

  struct Row {
    var decides: String
    var points: String
    var what: String
  }

  var standings: [Table] = []
  var pairs: [String] = []
  var applicants: [Row] = []
  var association: [Row] = []

  init(_ gaps: Gaps, _ report: RoundReport, _ language: Language) {
    let phrases = MissingPhrases(language)
    let names = Names(report.data, language)
    for group in report.result.groups {
      let table = Self.standings(group, gaps, report, names, phrases)
      if !table.rows.isEmpty { standings.append(table) }
    }
    let name = { (index: Int) in
      let result = report.result.proposals[index]
      return names.proposal(result) + " (" + ShownNumber.range(result.total, decimals: 1, language) + ")"
    }
    pairs = gaps.pairs.map { phrases.pair(name($0.first), name($0.second)) }
    applicants = Self.rows(gaps, .applicant, report, names, phrases)
    association = Self.rows(gaps, .association, report, names, phrases)
  }

  private static func standings(
    _ group: GroupResult, _ gaps: Gaps, _ report: RoundReport, _ names: Names, _ phrases: MissingPhrases
  ) -> Table {
    let language = names.language
    var table = Table(heading: "", rows: [], notes: [])
    if !report.data.ruleset.groups.isEmpty {
      table.heading =
        group.group.map { report.data.ruleset.groups[$0].title.shown(language) }
        ?? RankingPhrases(language).groupUnknown
    }
    let others = group.belowThreshold + group.supplement + group.assess
    for index in group.ranked.map({ $0.proposal }) + others {
      let standing = gaps.standings[index]
      let name = names.proposal(report.result.proposals[index])
      let total = ShownNumber.range(standing.total, decimals: 1, language)
      guard let rank = standing.rank else {
        table.rows.append(["–", name, total, phrases.list(standing.list)])
        continue
      }
      table.rows.append(
        [RankingPhrases(language).rank(rank.rank, best: rank.best, worst: rank.worst), name, total, ""])
      if rank.bestOfAll != rank.best || rank.worstOfAll != rank.worst {
        table.notes.append(phrases.rangeOfAll(name, rank.bestOfAll, rank.worstOfAll))
      }
    }
    return table
  }

  /// One row for a question; missing fields of one group share theirs. What the association has to settle of a
  /// proposal that cannot be examined yet, and what changes no points, is counted.
  private static func rows(
    _ gaps: Gaps, _ resolver: Gaps.Resolver, _ report: RoundReport, _ names: Names, _ phrases: MissingPhrases
  ) -> [Row] {
    var rows: [Row] = []
    var told: [String] = []
    var later: [(proposal: Int, count: Int)] = []
    var withoutPoints = 0
    let items = gaps.items.filter { $0.resolver == resolver }
    for item in items {
      let result = report.result.proposals[item.proposal]
      let isLater = result.list == .supplement || result.list == .assess
      if resolver == .association && !item.isGate && isLater {
        if let index = later.firstIndex(where: { $0.proposal == item.proposal }) {
          later[index].count += 1
        } else {
          later.append((item.proposal, 1))
        }
        continue
      }
      if !item.isGate && item.spread.isZero && item.decides == 0 {
        withoutPoints += 1
        continue
      }
      let siblings = items.filter { $0.proposal == item.proposal }.map { $0.cause }
      let questions = names.questions(siblings, of: result)
      guard let question = questions.first(where: { $0.cause == item.cause || $0.covers(item.cause) }) else {
        continue
      }
      let key = result.id + ": " + question.sentence
      if told.contains(key) { continue }
      told.append(key)
      rows.append(
        Row(
          decides: item.isGate ? phrases.gate : phrases.decides(item.decides, of: gaps.pairs.count),
          points: item.spread.isZero
            ? "–" : ShownNumber.short(item.spread, decimals: 1, names.language),
          what: names.proposal(result) + ": " + question.sentence))
    }
    for one in later {
      let name = names.proposal(report.result.proposals[one.proposal])
      rows.append(Row(decides: "–", points: "–", what: phrases.later(name, one.count)))
    }
    if withoutPoints > 0 {
      rows.append(Row(decides: "–", points: "–", what: phrases.withoutPoints(withoutPoints)))
    }
    return rows
  }
}

extension OpenQuestion {
  /// Whether it stands for a missing field of the same group as `cause`.
  fileprivate func covers(_ cause: Unknown.Cause) -> Bool {
    guard kind == .missing, case .field(let own) = self.cause, case .field(let path) = cause,
      own.components.count > 1
    else { return false }
    return own.components.dropLast() == path.components.dropLast()
  }
}
