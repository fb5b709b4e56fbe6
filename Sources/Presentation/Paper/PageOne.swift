internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// The first page: what a member reads ten minutes before the meeting. At most 350 words, no decimals, no ids.
struct PageOne {
  static let mostWords = 350

  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  private var words: PaperPhrases { builder.words }
  private var names: Names { builder.names }
  private var language: Language { builder.language }
  private var ruleset: Ruleset { builder.ruleset }
  private var round: Round { builder.round }

  /// How much is told: less where the page would be too long.
  private struct Measure {
    var points = 3
    var rows = Int.max
    var hasLevels = true
  }

  func part() -> PaperBlock {
    var measure = Measure()
    var part = PaperBlock.part(id: "sida-1", blocks(measure))
    let tries: [Measure] = [
      Measure(points: 2), Measure(points: 1), Measure(points: 1, rows: 12), Measure(points: 1, rows: 8),
      Measure(points: 1, rows: 5), Measure(points: 0, rows: 5), Measure(points: 0, rows: 3, hasLevels: false),
    ]
    for next in tries {
      if count(part) <= Self.mostWords { break }
      measure = next
      part = .part(id: "sida-1", blocks(measure))
    }
    return part
  }

  private func count(_ part: PaperBlock) -> Int {
    Paper(
      language: language, title: "", running: Paper.Running(association: "", status: "", stamp: nil),
      blocks: [part]
    ).words(inPart: "sida-1")
  }

  private func blocks(_ measure: Measure) -> [PaperBlock] {
    var blocks: [PaperBlock] = [
      .heading(1, oneLine(round.title.shown(language), limit: 120)),
      .paragraph(PaperParagraph(details, .note)),
    ]
    if let stamp = words.stamp(ruleset.status) { blocks.append(.paragraph(PaperParagraph(stamp, .stamp))) }
    blocks.append(.paragraph(PaperParagraph(criteriaLine, .note)))
    blocks.append(.paragraph(director))
    if builder.results.count <= 2 { blocks.append(.paragraph(PaperParagraph(weights))) }
    blocks.append(.table(table(measure)))
    if !round.paper.earlier.isEmpty { blocks.append(.paragraph(PaperParagraph(earlier))) }
    blocks += lists(measure).map { .paragraph(PaperParagraph($0)) }
    blocks += money(measure)
    if let pair = builder.atTheLine ?? chosenPair, measure.points > 0 { blocks += therefore(pair) }
    let changes = Array(builder.changes().prefix(measure.points))
    if !changes.isEmpty {
      blocks.append(.heading(2, words.change))
      blocks.append(.list(changes.map { [PaperRun(text: $0)] }, isNumbered: false))
    }
    let questions = QuestionsToAsk(builder).questions(limit: measure.points)
    if !questions.isEmpty {
      blocks.append(.heading(2, words.questions))
      blocks.append(.list(questions.map { [PaperRun(text: $0)] }, isNumbered: false))
    }
    blocks.append(
      .paragraph(
        PaperParagraph([
          PaperRun(text: words.choices + " "), PaperRun(text: recusals + " "),
          PaperRun(text: RankingPhrases(language).closing, bold: true),
        ])))
    return blocks
  }

  /// The round's own first pair, higher first, where the money ends at the very first proposal.
  private var chosenPair: (above: Int, below: Int)? {
    guard let pair = round.paper.pairs.first,
      let first = builder.results.firstIndex(where: { $0.id == pair.first }),
      let second = builder.results.firstIndex(where: { $0.id == pair.second })
    else { return nil }
    return builder.results[first].total.low < builder.results[second].total.low
      ? (second, first) : (first, second)
  }

  // MARK: Head

  private var details: String {
    var parts: [String] = []
    if let association = round.association { parts.append(oneLine(association.shown(language), limit: 80)) }
    if let number = round.registrationNumber { parts.append(words.registered(oneLine(number, limit: 40))) }
    if let meeting = round.meeting { parts.append(words.meeting(meeting.text)) }
    parts.append(words.status(round.documentStatus))
    return parts.joined(separator: " · ")
  }

  private var criteriaLine: String {
    words.criteria(oneLine(ruleset.title.shown(language), limit: 120), ruleset.adoption)
  }

  private var director: PaperParagraph {
    for (key, text) in round.texts where key == "director_proposal" {
      return PaperParagraph(oneLine(text.shown(language), limit: 600), .lead)
    }
    return PaperParagraph(words.prompt(words.directorWrites), .prompt)
  }

  private var weights: String {
    words.judgedBy(
      zip(ruleset.criteria, builder.report.result.weights).map { criterion, weight in
        builder.inSentence(criterion) + " " + ShownNumber.short(weight, decimals: 0, language)
      })
  }

  private var earlier: String {
    words.earlier(
      round.paper.earlier.prefix(5).map { one in
        var text = oneLine(one.title.shown(language), limit: 60) + " " + String(one.total)
        let details = [one.outcome.map { oneLine($0.shown(language), limit: 40) }, one.decided?.text]
          .compactMap { $0 }
        if !details.isEmpty { text += " (" + details.joined(separator: " ") + ")" }
        return text
      })
  }

  // MARK: The list

  /// The list with every proposal that is ranked.
  func wholeTable() -> PaperTable { table(Measure()) }

  private func table(_ measure: Measure) -> PaperTable {
    let phrases = RankingPhrases(language)
    var columns = [
      PaperTable.Column(title: phrases.proposal, share: 6), PaperTable.Column(title: phrases.rank, share: 2),
    ]
    if measure.hasLevels {
      columns += ruleset.criteria.map { criterion in
        let title = (criterion.short ?? criterion.title).shown(language)
        return PaperTable.Column(title: title, share: min(5, max(3, 2 + title.count / 4)))
      }
    }
    columns.append(PaperTable.Column(title: phrases.total, isNumber: true, share: 4))
    if let money = ruleset.money {
      let unit = money.unit == "kr" ? words(" (tkr)", " (kSEK)") : ""
      columns.append(PaperTable.Column(title: phrases.asked + unit, isNumber: true, share: 3))
    }
    columns.append(PaperTable.Column(title: phrases.examined, share: 3))
    var table = PaperTable(words("Förslagen i ordning", "The proposals in order"), columns)
    table.hidesCaption = true
    table.isCompact = true
    let isAboveLine = { (index: Int) -> Bool in
      builder.frame?.line.entries.contains { $0.proposal == index && $0.status.isAbove } ?? true
    }
    let hasOneGroup = builder.report.result.groups.count == 1
    for group in builder.report.result.groups where !group.ranked.isEmpty {
      if let title = builder.groupTitle(group), !hasOneGroup || ruleset.groups.count > 1 {
        table.rows.append(PaperTable.Row([title], isHeading: true))
      }
      var wasAbove = true
      for entry in group.ranked.prefix(measure.rows) {
        var row = self.row(entry, measure)
        let isAbove = isAboveLine(entry.proposal)
        row.isBelowLine = hasOneGroup && wasAbove && !isAbove
        wasAbove = isAbove
        table.rows.append(row)
      }
      if group.ranked.count > measure.rows {
        table.rows.append(
          PaperTable.Row([phrases.more(group.ranked.count - measure.rows)], isHeading: true))
      }
    }
    return table
  }

  private func row(_ entry: RankedEntry, _ measure: Measure) -> PaperTable.Row {
    let phrases = RankingPhrases(language)
    let result = builder.results[entry.proposal]
    var cells = [
      builder.name(entry.proposal),
      entry.best == entry.worst ? "\(entry.rank)" : "\(entry.best)–\(entry.worst)",
    ]
    if measure.hasLevels {
      cells += ruleset.criteria.indices.map { names.level(result.verified.children[$0]) }
    }
    cells.append(wholeTotal(result.total))
    if let money = ruleset.money {
      cells.append(WholeMoney.value(result.asked, unit: money.unit, language, tellsUnit: money.unit != "kr"))
    }
    cells.append(phrases.isExamined(result.examination))
    return PaperTable.Row(cells, key: result.id)
  }

  /// `61 (61–70)`: whole points, and no range that cannot be seen.
  private func wholeTotal(_ total: Interval) -> String {
    let range = ShownNumber.range(total, decimals: 0, language)
    let low = ShownNumber.short(total.low, decimals: 0, language)
    return range == low ? low : "\(low) (\(range))"
  }

  private func lists(_ measure: Measure) -> [String] {
    let phrases = RankingPhrases(language)
    let groups = builder.report.result.groups
    let lists: [(String, [Int])] = [
      (phrases.belowThreshold, groups.flatMap { $0.belowThreshold }),
      (phrases.supplement, groups.flatMap { $0.supplement }), (phrases.assess, groups.flatMap { $0.assess }),
      (phrases.notExamined, groups.flatMap { $0.notExamined }),
    ]
    return lists.filter { !$0.1.isEmpty }.map { title, members in
      var told = members.prefix(measure.rows).map { builder.name($0) }
      if members.count > told.count { told.append(phrases.more(members.count - told.count)) }
      return words.list(title, told)
    }
  }

  // MARK: Money

  private func money(_ measure: Measure) -> [PaperBlock] {
    guard let frame = builder.frame else { return [] }
    let amount = { (kronor: Int64) in
      WholeMoney.thousands(Rational(integerLiteral: kronor), language)
    }
    var lines = frame.years.map { year in
      words.left(
        year.year, frame: amount(year.frame), committed: amount(year.committed), equity: amount(year.equity),
        left: WholeMoney.kronor(year.left, language))
    }
    let above = frame.line.above.prefix(measure.rows).map { builder.name($0) }
    let ended = frame.line.entries.filter { $0.status == .endsMoney || $0.status == .tiedAtLine }
    if ended.isEmpty && !frame.line.entries.isEmpty && frame.line.entries.allSatisfy({ $0.status.isAbove }) {
      lines.append(words.moneyIsEnough)
    } else {
      if !above.isEmpty { lines.append(words.moneyReaches(Array(above))) }
      if let first = ended.first {
        let lacking = zip(frame.years, first.lacking ?? []).filter { $0.1 > 0 }.map {
          WholeMoney.kronor($0.1, language) + " " + String($0.0.year)
        }
        lines.append(
          words.moneyEnds(
            ended.map { builder.name($0.proposal) }, isFirst: above.isEmpty,
            lacking: frame.basis == .byYear && ended.count == 1 ? lacking : []))
      }
      let alone = frame.line.entries.filter { $0.status == .below(fits: true) }.prefix(4)
      if above.isEmpty && !alone.isEmpty && measure.points > 1 {
        lines.append(words.fitAlone(alone.map { builder.name($0.proposal) }))
      }
    }
    return [.paragraph(PaperParagraph(lines.joined(separator: " ")))]
  }

  /// Two sentences: what the first is better at, and what the second is.
  private func therefore(_ pair: (above: Int, below: Int)) -> [PaperBlock] {
    guard let contrast = try? contrast(builder.report.data, builder.report.result, pair.above, pair.below)
    else {
      return []
    }
    let (first, second) = (builder.name(pair.above), builder.name(pair.below))
    var sentences: [String] = []
    if contrast.closeness == .equal || contrast.closeness == .indistinguishable {
      sentences.append(words.cannotTell)
    }
    let isTurned = contrast.first != pair.above
    let criteria = contrast.parts.filter { $0.kind == .criterion }
    let more = criteria.first { ($0.difference.sign > 0) != isTurned && !$0.difference.isZero }
    let less = criteria.first { ($0.difference.sign > 0) == isTurned && !$0.difference.isZero }
    if contrast.closeness == .equal || contrast.closeness == .indistinguishable {
      if let both = stronger(more, less, pair) { sentences.append(both) }
    } else {
      if let sentence = stronger(more, nil, pair) { sentences.append(sentence) }
      if let sentence = stronger(less, nil, (pair.below, pair.above)) { sentences.append(sentence) }
    }
    return [
      .heading(2, words.therefore(first, second)),
      .paragraph(PaperParagraph(sentences.prefix(2).joined(separator: " "))),
    ]
  }

  /// What `pair.above` is better at, and in the same sentence what `pair.below` is.
  private func stronger(_ more: Contrast.Part?, _ less: Contrast.Part?, _ pair: (above: Int, below: Int))
    -> String?
  {
    let (first, second) = (builder.name(pair.above), builder.name(pair.below))
    let own = more.flatMap { strength($0, pair.above, pair.below) }
    let other = less.flatMap { strength($0, pair.below, pair.above) }
    guard let own else { return other.map { words.stronger(second, in: $0) } }
    guard let other else { return words.stronger(first, in: own) }
    return words.stronger(first, in: own, butNot: second, in: other)
  }

  /// "bredd (stark mot svag)"
  private func strength(_ part: Contrast.Part, _ better: Int, _ other: Int) -> String? {
    guard let index = ruleset.criteria.firstIndex(where: { $0.id == part.path }) else { return nil }
    return words.strength(
      builder.inSentence(ruleset.criteria[index]),
      names.level(builder.results[better].verified.children[index]),
      against: names.level(builder.results[other].verified.children[index]))
  }

  // MARK: Recusals

  /// Roles and proposals: who the person is stands in the declarations, which are not part of the paper.
  private var recusals: String {
    var entries: [String] = []
    for declaration in builder.report.data.declarations {
      guard declaration.outcome == .conflict || declaration.outcome == .notTried,
        let index = builder.results.firstIndex(where: { $0.id == declaration.proposal })
      else { continue }
      let entry = words.recusal(
        lowercased(names.role(declaration.role)), builder.name(index),
        isTried: declaration.outcome == .conflict)
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries.isEmpty ? words.noRecusals : words.recusals(entries)
  }

  private func lowercased(_ text: String) -> String {
    guard let first = text.first else { return text }
    return String(first).lowercased() + text.dropFirst()
  }
}
