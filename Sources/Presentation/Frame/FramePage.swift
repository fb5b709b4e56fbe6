internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// The round within its frame as text for a terminal. Ends with a line feed.
  public func frameText(_ frame: FrameResult, _ language: Language, style: TextStyle = TextStyle()) -> String
  {
    FramePage(self, frame, language).blocks().text(style)
  }

  /// The same as CommonMark with tables.
  public func frameMarkdown(_ frame: FrameResult, _ language: Language) -> String {
    FramePage(self, frame, language).blocks().markdown()
  }
}

/// The round within its frame, in words, in one language.
struct FramePage {
  let report: RoundReport
  let frame: FrameResult
  let language: Language
  let names: Names
  let phrases: FramePhrases
  let amounts: FrameAmounts

  init(_ report: RoundReport, _ frame: FrameResult, _ language: Language) {
    self.report = report
    self.frame = frame
    self.language = language
    names = Names(report.data, language)
    phrases = FramePhrases(language)
    amounts = FrameAmounts(frame, unit: report.data.ruleset.money?.unit ?? "kr", language)
  }

  private var ruleset: Ruleset { report.data.ruleset }
  private var results: [ProposalResult] { report.result.proposals }

  func blocks() -> Blocks {
    var page = Blocks()
    let ranking = RankingPhrases(language)
    page.heading(phrases.title(report.data.round.title.shown(language)), level: 1)
    page.paragraph(
      capitalized(ranking.ruleset(ruleset)) + " · " + ranking.asOf(report.data.round.asOf.text))
    writeMoney(to: &page)
    writeLine(to: &page)
    writeConstraints(to: &page)
    writeSets(to: &page)
    writeVaried(to: &page)
    writeBeside(to: &page)
    page.paragraph(ranking.closing)
    return page
  }

  private func name(_ proposal: Int) -> String { names.proposal(results[proposal]) }

  /// Headings of the amounts: each year of the frame, or all of them.
  private var periods: [String] {
    isYearly ? frame.years.map { "\($0.year)" } : [phrases.allYears]
  }

  /// A frame of one year is its year, however the ruleset tells what is asked for.
  private var isYearly: Bool { frame.basis == .byYear || frame.years.count == 1 }

  /// "200 tkr 2027, 0 tkr 2028"
  private func perPeriod(_ kronor: [Int64], skippingZero: Bool = false) -> String {
    var parts: [String] = []
    for (index, amount) in kronor.enumerated() where !skippingZero || amount != 0 {
      parts.append(amounts.withUnit(amount) + (isYearly ? " \(periods[index])" : ""))
    }
    return parts.joined(separator: ", ")
  }

  // MARK: Money

  private func writeMoney(to page: inout Blocks) {
    page.heading(phrases.money, level: 2)
    page.paragraph(phrases.units(amounts.unitWords(phrases)))
    if !isYearly { page.paragraph(phrases.yearsTogether) }
    var table = Blocks.Table(
      columns: [Blocks.Table.Column(title: phrases.year)]
        + [phrases.frame, phrases.committed, phrases.equity, phrases.left, phrases.asked].map {
          Blocks.Table.Column(title: $0, alignsRight: true)
        })
    let asked = frame.askedByRanked()
    for (index, year) in frame.years.enumerated() {
      let sum = isYearly ? amounts.plain(asked[index]) : ""
      table.rows.append(
        Blocks.Table.Row(
          cells: ["\(year.year)"]
            + [year.frame, year.committed, year.equity, year.left].map { amounts.plain($0) } + [sum]))
    }
    if !isYearly {
      var sums: [Int64] = [0, 0, 0]
      for year in frame.years {
        sums[0] += year.frame
        sums[1] += year.committed
        sums[2] += year.equity
      }
      table.rows.append(
        Blocks.Table.Row(
          cells: [phrases.together] + (sums + [frame.left[0], asked[0]]).map { amounts.plain($0) }))
    }
    page.table(table)
    page.list(remarks())
  }

  private func remarks() -> [String] {
    var remarks: [String] = []
    for proposal in frame.line.entries.map({ $0.proposal }) {
      let ask = frame.asks[proposal]
      guard let total = ask.total else {
        remarks.append(phrases.unknownAmount(name(proposal)))
        continue
      }
      if ask.isUpperBound { remarks.append(phrases.upperBound(name(proposal), amounts.withUnit(total))) }
      if ask.outside > 0 { remarks.append(phrases.outside(name(proposal), amounts.withUnit(ask.outside))) }
    }
    return remarks
  }

  // MARK: The line

  private func writeLine(to page: inout Blocks) {
    page.heading(phrases.fromTheTop, level: 2)
    if frame.line.entries.isEmpty {
      page.paragraph(RankingPhrases(language).noneRanked)
      return
    }
    let isOneOfMany = report.result.groups.filter { !$0.ranked.isEmpty }.count > 1
    page.paragraph(phrases.oneList(isOneOfMany: isOneOfMany))
    if isOneOfMany { page.paragraph(phrases.apart) }
    page.table(lineTable())
    if frame.line.entries.contains(where: { $0.status.endsLine }) {
      let nothing = frame.line.above.isEmpty ? phrases.nothingAbove + " " : ""
      page.paragraph(nothing + phrases.leftAtLine(perPeriod(frame.line.left)))
    } else {
      page.paragraph(phrases.enough + " " + phrases.leftAtLine(perPeriod(frame.line.left)))
    }
    if let close = frame.line.close { page.paragraph(phrases.close(name(close.above), name(close.below))) }
  }

  private func lineTable() -> Blocks.Table {
    let ranking = RankingPhrases(language)
    let groups = report.result.groups.filter { !$0.ranked.isEmpty }
    var columns = [
      Blocks.Table.Column(title: ranking.rank), Blocks.Table.Column(title: ranking.proposal, wraps: true),
    ]
    if groups.count > 1 { columns.append(Blocks.Table.Column(title: phrases.group, wraps: true)) }
    columns.append(Blocks.Table.Column(title: ranking.total))
    columns += periods.map { Blocks.Table.Column(title: phrases.asked($0), alignsRight: true) }
    columns.append(Blocks.Table.Column(title: phrases.fits, wraps: true))
    var table = Blocks.Table(columns: columns, noteColumn: 1)
    var isDrawn = false
    for entry in frame.line.entries {
      let result = results[entry.proposal]
      let rank = frame.order.first { $0.proposal == entry.proposal }.map { "\($0.rank)" } ?? "–"
      var cells = [rank, name(entry.proposal)]
      if groups.count > 1 {
        cells.append(result.group.map { ruleset.groups[$0].title.shown(language) } ?? "–")
      }
      cells.append(ShownNumber.total(result.total, threshold: ruleset.threshold, language))
      let ask = frame.asks[entry.proposal].kronor
      cells += periods.indices.map { index in ask.map { amounts.plain($0[index]) } ?? "–" }
      cells.append(
        phrases.status(
          entry.status, lacking: entry.lacking.map { perPeriod($0, skippingZero: true) },
          other: entry.status.other.map(name) ?? ""))
      var row = Blocks.Table.Row(cells: cells)
      if entry.status.endsLine && !isDrawn {
        row.rule = phrases.line
        isDrawn = true
      }
      table.rows.append(row)
    }
    return table
  }

  // MARK: Constraints

  private func writeConstraints(to page: inout Blocks) {
    let constraints = report.data.round.constraints
    if constraints.isEmpty { return }
    let called = { (id: String) -> String in report.proposal(id).map(names.proposal) ?? id }
    var entries: [String] = []
    if !constraints.decided.isEmpty {
      entries.append(phrases.decided(phrases.names(constraints.decided.map(called))))
    }
    entries += constraints.atMostOne.map { phrases.atMostOne(phrases.names($0.map(called))) }
    entries += constraints.requires.map { phrases.requires(called($0.proposal), called($0.needs)) }
    entries += constraints.atLeast.map { minimum in
      let group = ruleset.groups.first { $0.id == minimum.group }
      return phrases.atLeast(
        amounts.withUnit(minimum.kronor), group.map { names.inSentence($0.title) } ?? minimum.group)
    }
    for part in constraints.parts {
      var sum: Int64 = 0
      for cost in part.costs { sum += cost.kronor }
      let whole = report.proposal(part.proposal).flatMap { frame.asks[$0.index].total }
      let share =
        part.share
        ?? whole.flatMap { try? Rational(integerLiteral: sum).divided(by: Rational(integerLiteral: $0)) }
      entries.append(
        phrases.part(
          called(part.proposal), part.title.shown(language), amounts.withUnit(sum),
          share: share.map { ShownShare.percent($0, decimals: 0, language) } ?? "–"))
    }
    page.heading(phrases.constraints, level: 3)
    page.list(entries)
  }

  // MARK: Sets

  private func writeSets(to page: inout Blocks) {
    if frame.sets.isEmpty || frame.memberships.isEmpty { return }
    page.heading(phrases.alternatives, level: 2)
    page.paragraph(phrases.noProposal)
    page.paragraph(phrases.whySums)
    if frame.passingOver.above != frame.line.above {
      page.heading(phrases.passingOver, level: 3)
      let members = frame.passingOver.above
      page.paragraph(
        phrases.solution(
          phrases.names(members.map(name)),
          total: ShownNumber.short(
            (try? Rational.sum(members.map { results[$0].total.low })) ?? .zero, decimals: 1, language),
          left: perPeriod(frame.passingOver.left)))
    }
    var shown = [frame.passingOver.above.sorted()]
    for set in frame.sets {
      page.heading(phrases.kind(set.kind), level: 3)
      switch set.outcome {
      case .none: page.paragraph(phrases.none)
      case .notFound: page.paragraph(phrases.notFound)
      case .amountUnknown(let proposal): page.paragraph(phrases.amountUnknown(name(proposal)))
      case .found(let solution):
        let whole = solution.members.filter { $0.part == nil }.map { $0.proposal }.sorted()
        let isKnown = whole.count == solution.members.count && shown.last == whole
        write(solution, isKnown: isKnown && frame.passingOver.above != frame.line.above, to: &page)
        shown.append(whole)
      }
    }
  }

  /// - Parameter isKnown: the set above is the same.
  private func write(_ solution: AlternativeSet.Solution, isKnown: Bool, to page: inout Blocks) {
    if solution.members.isEmpty {
      page.paragraph(phrases.emptySet)
      return
    }
    let members = solution.members.map { member -> String in
      guard let part = member.part else { return name(member.proposal) }
      return phrases.inPart(
        name(member.proposal), report.data.round.constraints.parts[part].title.shown(language))
    }
    var sentences: [String] = []
    if isKnown {
      sentences.append(phrases.sameAsBefore)
    } else {
      page.paragraph(
        phrases.solution(
          phrases.names(members), total: ShownNumber.short(solution.total, decimals: 1, language),
          left: perPeriod(solution.left)))
      let above = frame.line.above
      let chosen = solution.members.map { $0.proposal }
      if !above.isEmpty {
        sentences.append(
          phrases.against(
            into: phrases.names(chosen.filter { !above.contains($0) }.map(name)),
            out: phrases.names(above.filter { !chosen.contains($0) }.map(name))))
      }
    }
    let gap = SampledNumber.rounded(solution.gap, decimals: 1, .up)
    sentences.append(
      solution.isProven ? phrases.proven : phrases.notProven(ShownNumber.short(gap, decimals: 1, language)))
    if solution.isShared { sentences.append(phrases.shared) }
    page.paragraph(sentences.joined(separator: " "))
  }

  // MARK: As the frame varies

  private func writeVaried(to page: inout Blocks) {
    if frame.memberships.isEmpty { return }
    page.heading(phrases.varied, level: 2)
    page.paragraph(phrases.variedNote)
    var table = Blocks.Table(columns: [
      Blocks.Table.Column(title: RankingPhrases(language).proposal, wraps: true),
      Blocks.Table.Column(title: phrases.aboveLine), Blocks.Table.Column(title: phrases.inSets),
    ])
    for proposal in frame.line.entries.map({ $0.proposal }) {
      guard let membership = frame.memberships.first(where: { $0.proposal == proposal }) else { continue }
      table.rows.append(
        Blocks.Table.Row(cells: [name(proposal), aboveAt(proposal), phrases.extent(membership)]))
    }
    page.table(table)
  }

  /// At which sizes of the frame a proposal stands above the line: "vid 95–120 %".
  private func aboveAt(_ proposal: Int) -> String {
    let isAbove = frame.steps.map { $0.above.contains(proposal) }
    if !isAbove.contains(true) { return phrases.never }
    if !isAbove.contains(false) { return phrases.always }
    var spans: [String] = []
    var start: Int?
    for (index, above) in (isAbove + [false]).enumerated() {
      if above {
        start = start ?? index
      } else if let first = start {
        let (low, high) = (frame.steps[first].percent, frame.steps[index - 1].percent)
        spans.append(low == high ? "\(low)" : "\(low)–\(high)")
        start = nil
      }
    }
    return phrases.every(spans.joined(separator: ", ") + ShownShare.sign(language))
  }

  // MARK: Beside the points

  /// The ruleset's columns in the same unit as the money, and points for the money.
  private func writeBeside(to page: inout Blocks) {
    guard let money = ruleset.money, !frame.line.entries.isEmpty else { return }
    page.heading(phrases.beside, level: 2)
    page.paragraph(phrases.besideNote)
    let columns = ruleset.columns.indices.filter { ruleset.columns[$0].unit == money.unit }
    var table = Blocks.Table(
      columns: [Blocks.Table.Column(title: RankingPhrases(language).proposal, wraps: true)]
        + columns.map {
          Blocks.Table.Column(title: ruleset.columns[$0].title.shown(language), alignsRight: true)
        }
        + [Blocks.Table.Column(title: phrases.pointsForMoney(money.unit), alignsRight: true)])
    for proposal in frame.line.entries.map({ $0.proposal }) {
      let result = results[proposal]
      let points = frame.pointsPerHundredThousand(result).map {
        ShownNumber.fixed($0, decimals: 1, language)
      }
      table.rows.append(
        Blocks.Table.Row(
          cells: [name(proposal)]
            + columns.map { ShownMoney.value(result.columns[$0], unit: money.unit, language) }
            + [points ?? "–"]))
    }
    page.table(table)
  }
}

/// Amounts of one page, all in the same unit: thousands where every amount is whole thousands.
struct FrameAmounts {
  private let unit: String
  private let isThousands: Bool
  private let language: Language

  init(_ frame: FrameResult, unit: String, _ language: Language) {
    self.unit = unit
    self.language = language
    var all = frame.left + frame.line.left
    for year in frame.years { all += [year.frame, year.committed, year.equity] }
    for ask in frame.asks { all += (ask.kronor ?? []) + [ask.outside] }
    isThousands = unit == "kr" && all.allSatisfy { $0 % 1000 == 0 }
  }

  /// Without the unit.
  func plain(_ kronor: Int64) -> String {
    let shown = isThousands ? kronor / 1000 : kronor
    return ShownNumber.short(Rational(integerLiteral: shown), decimals: 0, language)
  }

  func withUnit(_ kronor: Int64) -> String {
    if isThousands && kronor % 1000 == 0 {
      return plain(kronor) + NumberWords.noBreakSpace + Text("tkr", "kSEK")(language)
    }
    let shown = ShownNumber.short(Rational(integerLiteral: kronor), decimals: 0, language)
    return shown + NumberWords.noBreakSpace + (unit == "kr" ? Text("kr", "SEK")(language) : unit)
  }

  func unitWords(_ phrases: FramePhrases) -> String {
    unit == "kr" ? (isThousands ? phrases.thousands : phrases.kronor) : unit
  }
}

extension MoneyLine.Status {
  /// The line stands above this one.
  var endsLine: Bool {
    switch self {
    case .endsMoney, .tiedAtLine: true
    default: false
    }
  }

  /// The other proposal that it is about.
  var other: Int? {
    switch self {
    case .drawnIn(let other), .notTogether(let other), .lacks(let other): other
    default: nil
    }
  }
}
