internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// What a ranking says, in words but not yet laid out: text and Markdown are made from it.
struct RankingView {
  /// Round, ruleset with its stamp, date.
  var title: String
  var ruleset: String
  var asOf: String
  /// Whole sentences about the round: counts, money, trial weights, how much is examined.
  var counts: String
  var money: String?
  var preliminary: String?
  var trial: [String]

  var headings: Headings
  var groups: [Group]
  var changes: [String]
  var moreChanges: String?
  var checks: [String]
  /// What the outcome says about the criteria.
  var notes: [String]
  var closing: String

  struct Headings {
    var rank: String
    var proposal: String
    var criteria: [String]
    var total: String
    var asked: String?
    var examined: String
    var changes: String
    var checks: String
    var notes: String
    var noneRanked: String
  }

  struct Group {
    /// nil: the ruleset has no groups.
    var title: String?
    var rows: [Row]
    var lists: [List]
  }

  struct Row {
    var rank: String
    var name: String
    var levels: [String]
    var total: String
    var asked: String?
    var examined: String
    /// Reservations and flags.
    var remarks: [String]
    /// Closeness to the row above.
    var closeness: String?
  }

  struct List {
    var title: String
    var entries: [String]
  }
}

extension RankingView {
  /// More than these are counted, not told.
  static let changesShown = 8

  init(_ report: RoundReport, _ language: Language) {
    let builder = RankingViewBuilder(report, language)
    self = builder.view()
  }
}

struct RankingViewBuilder {
  let report: RoundReport
  let names: Names
  let phrases: RankingPhrases
  let language: Language

  init(_ report: RoundReport, _ language: Language) {
    self.report = report
    self.language = language
    names = Names(report.data, language)
    phrases = RankingPhrases(language)
  }

  var ruleset: Ruleset { report.data.ruleset }
  var results: [ProposalResult] { report.result.proposals }

  func view() -> RankingView {
    let round = report.data.round
    let changes = changesWorthTelling().map(change)
    let shown = Array(changes.prefix(RankingView.changesShown))
    let ranked = report.result.groups.flatMap { $0.ranked.map { results[$0.proposal] } }
    let examined = ranked.count { $0.examination.isExamined }
    return RankingView(
      title: phrases.round(round.title.shown(language)), ruleset: phrases.ruleset(ruleset),
      asOf: phrases.asOf(round.asOf.text), counts: counts(), money: money(),
      preliminary: examined < ranked.count ? phrases.preliminary(examined, of: ranked.count) : nil,
      trial: trial(), headings: headings(), groups: report.result.groups.compactMap(group), changes: shown,
      moreChanges: shown.count < changes.count ? phrases.more(changes.count - shown.count) : nil,
      checks: checks(), notes: report.result.notes.map { CraftWords(names).sentence($0)(language) },
      closing: phrases.closing)
  }

  private func headings() -> RankingView.Headings {
    RankingView.Headings(
      rank: phrases.rank, proposal: phrases.proposal,
      criteria: ruleset.criteria.map { ($0.short ?? $0.title).shown(language) },
      total: phrases.total, asked: ruleset.money == nil ? nil : phrases.asked, examined: phrases.examined,
      changes: phrases.changes, checks: phrases.checks, notes: phrases.notes,
      noneRanked: phrases.noneRanked)
  }

  // MARK: The round

  private func counts() -> String {
    let lists: [Scoring.List] = [.ranked, .belowThreshold, .supplement, .assess, .notExamined]
    var parts: [String] = []
    for list in lists {
      let count = results.count { $0.list == list }
      if count > 0 { parts.append(phrases.count(count, list)) }
    }
    let examined = results.count { $0.examination.isExamined }
    return phrases.counts(results.count, parts, examined: examined)
  }

  private func money() -> String? {
    guard let money = ruleset.money else { return nil }
    var sum = Rational.zero
    var isComplete = true
    for result in results {
      if case .number(let number) = result.asked, let exact = try? Rational(number),
        let next = try? sum.adding(exact)
      {
        sum = next
      } else {
        isComplete = false
      }
    }
    let years = report.data.round.frame.map { year in
      (
        year: year.year,
        left: ShownMoney.amount(Rational(integerLiteral: year.left), unit: money.unit, language)
      )
    }
    return phrases.money(
      asked: ShownMoney.amount(sum, unit: money.unit, language), isComplete: isComplete, years: years)
  }

  private func trial() -> [String] {
    guard report.result.isTrial else { return [] }
    let weights = zip(ruleset.criteria, report.result.weights).map { criterion, weight in
      phrases.weight(
        names.inSentence(criterion.title), ShownNumber.short(weight, language),
        instead: ShownNumber.short(criterion.weight, language))
    }
    return [phrases.trialStamp, phrases.trialWeights(weights)]
  }

  // MARK: A group

  private func group(_ group: GroupResult) -> RankingView.Group? {
    let title: String? =
      if let index = group.group {
        ruleset.groups[index].title.shown(language)
      } else {
        ruleset.groups.isEmpty ? nil : phrases.groupUnknown
      }
    var rows: [RankingView.Row] = []
    for (position, entry) in group.ranked.enumerated() {
      rows.append(row(entry, above: position > 0 ? group.ranked[position - 1] : nil))
    }
    var lists: [RankingView.List] = []
    func add(_ members: [Int], _ title: String, _ text: (ProposalResult) -> String) {
      if !members.isEmpty {
        lists.append(RankingView.List(title: title, entries: members.map { text(results[$0]) }))
      }
    }
    let reasons = ListReasons(names: names, phrases: phrases)
    add(group.belowThreshold, phrases.belowThreshold, reasons.belowThreshold)
    add(group.supplement, phrases.supplement, reasons.supplement)
    add(group.assess, phrases.assess, reasons.assess)
    add(group.notExamined, phrases.notExamined, reasons.notExamined)
    if rows.isEmpty && lists.isEmpty { return nil }
    return RankingView.Group(title: title, rows: rows, lists: lists)
  }

  private func row(_ entry: RankedEntry, above: RankedEntry?) -> RankingView.Row {
    let result = results[entry.proposal]
    return RankingView.Row(
      rank: phrases.rank(entry.rank, best: entry.best, worst: entry.worst), name: names.proposal(result),
      levels: ruleset.criteria.indices.map { names.level(result.verified.children[$0]) },
      total: ShownNumber.total(result.total, threshold: ruleset.threshold, language),
      asked: ruleset.money.map { ShownMoney.value(result.asked, unit: $0.unit, language) },
      examined: phrases.isExamined(result.examination), remarks: remarks(result),
      closeness: above.flatMap { closeness($0, entry) })
  }

  private func closeness(_ above: RankedEntry, _ entry: RankedEntry) -> String? {
    let first = results[above.proposal]
    let second = results[entry.proposal]
    if first.total.low == second.total.low {
      let key = entry.settledBy.map(tieName)
      return phrases.equal(names.proposal(first), names.proposal(second), settledBy: key)
    }
    guard above.isCloseToNext else { return nil }
    return phrases.close(
      names.proposal(first), names.proposal(second), within: ruleset.indistinguishableWithin)
  }

  /// What a tie is settled by, as people call it.
  private func tieName(_ id: String) -> String {
    guard let tie = ruleset.ties.first(where: { $0.id == id }) else { return id }
    switch tie.key {
    case .criterion(let index): return names.inSentence(ruleset.criteria[index].title)
    case .fact(let index): return ruleset.facts[index].label.map(names.inSentence) ?? id
    case .column(let index): return names.inSentence(ruleset.columns[index].title)
    }
  }

  /// Why a proposal is ranked under reservation, and the other flags that are raised.
  private func remarks(_ result: ProposalResult) -> [String] {
    var remarks = result.reservations.map { reservation in
      names.reservation(reservation, phrases)
    }
    let raised = result.flags.indices.filter {
      result.flags[$0].verdict == .met && !result.reservations.contains(.flag($0))
    }
    if !raised.isEmpty {
      remarks.append(phrases.flags(raised.map { ruleset.flags[$0].title.shown(language) }))
    }
    return remarks
  }

  // MARK: What could change, and what to check

  /// Of the weights at which two proposals change places only the nearest is told: JSON has them all.
  private func changesWorthTelling() -> [OrderChange] {
    var pairs: [(Int, Int)] = []
    return report.result.changes.filter { change in
      guard case .weight(_, _, _, let first, let second) = change else { return true }
      if pairs.contains(where: { $0 == (first, second) }) { return false }
      pairs.append((first, second))
      return true
    }
  }

  func change(_ change: OrderChange) -> String {
    switch change {
    case .settled(let proposal, let cause, let total, let rank):
      let result = results[proposal]
      let question = names.question(cause, of: result)
      return phrases.settled(
        names.proposal(result), question, total: ShownNumber.short(total, decimals: 0, language), rank: rank)
    case .weight(let criterion, let weight, let from, let first, let second):
      return phrases.weightChange(
        names.inSentence(ruleset.criteria[criterion].title),
        to: ShownNumber.short(weight, decimals: 1, language),
        from: ShownNumber.short(from, decimals: 1, language), isMore: from < weight,
        first: names.proposal(results[first]), second: names.proposal(results[second]))
    }
  }

  private func checks() -> [String] {
    results.flatMap { result in
      names.checks(of: result).map {
        phrases.check(names.proposal(result), $0.what, $0.reason, report.place($0.span))
      }
    }
  }
}

extension Names {
  func reservation(_ reservation: Reservation, _ phrases: RankingPhrases) -> String {
    switch reservation {
    case .totalThreshold:
      return phrases.totalThreshold(ruleset.threshold.map { ShownNumber.short($0, language) } ?? "")
    case .criterionThreshold(let path):
      return phrases.criterionThreshold(inSentence(criterion(path)?.title ?? Text(sv: path)))
    case .exclusion(let index): return phrases.untried(inSentence(ruleset.exclusions[index].title))
    case .flag(let index): return phrases.asksPerson(ruleset.flags[index].title.shown(language))
    }
  }

  /// The criterion at a path of ids.
  func criterion(_ path: String) -> Criterion? {
    var siblings = ruleset.criteria
    var found: Criterion?
    for part in path.split(separator: "/") {
      guard let next = siblings.first(where: { $0.id == part }) else { return nil }
      found = next
      if case .composite(let parts, _) = next.scoring { siblings = parts } else { siblings = [] }
    }
    return found
  }

  struct FailedCheck {
    var what: String
    var reason: String
    var span: Span
  }

  /// What failed, each place once.
  func checks(of result: ProposalResult) -> [FailedCheck] {
    var seen: [Span] = []
    var failed: [FailedCheck] = []
    for check in result.checks where !seen.contains(check.span) {
      seen.append(check.span)
      failed.append(
        FailedCheck(what: checked(check.path), reason: check.reason.message()(language), span: check.span))
    }
    return failed
  }

  /// The rule, fact or column that a check is about, as people call it.
  private func checked(_ path: String) -> String {
    if let fact = ruleset.facts.first(where: { $0.name == path }) {
      return fact.label?.shown(language) ?? path
    }
    if let rule = ruleset.eligibility.first(where: { $0.id == path }) { return rule.title.shown(language) }
    if let rule = ruleset.exclusions.first(where: { $0.id == path }) { return rule.title.shown(language) }
    if let rule = ruleset.flags.first(where: { $0.id == path }) { return rule.title.shown(language) }
    if let column = ruleset.columns.first(where: { $0.id == path }) { return column.title.shown(language) }
    if path == "money" { return Text("Sökta medel", "Money asked for")(language) }
    return nearestTitle(path)
  }

  /// The title of the innermost criterion on the path.
  private func nearestTitle(_ path: String) -> String {
    var parts = path.split(separator: "/").map { String($0.prefix { $0 != "[" && $0 != "#" }) }
    while !parts.isEmpty {
      if let found = criterion(parts.joined(separator: "/")) { return found.title.shown(language) }
      parts.removeLast()
    }
    return path
  }
}
