internal import Criteria
public import Diagnostics
public import ExactNumbers
internal import FEEL
internal import Scoring

extension RoundReport {
  /// The round's board paper. Made from a result with full detail.
  ///
  /// - Parameter samples: for the share of each rank over many weights.
  /// - Throws: as `scoreRound`.
  public func paper(_ language: Language, samples: Int = 10_000) throws(ArithmeticError) -> Paper {
    let robustness = try Scoring.robustness(data, result, options: RobustnessOptions(samples: samples))
    return try PaperBuilder(self, robustness, robustness.frame, language).paper()
  }
}

/// Puts the parts of a paper together. What it says comes from the result and the round's own texts alone.
struct PaperBuilder {
  let report: RoundReport
  /// nil where only a part is made.
  let robustness: Robustness?
  let frame: FrameResult?
  let language: Language
  let names: Names
  let words: PaperPhrases
  let pictures: PictureMaker

  init(_ report: RoundReport, _ robustness: Robustness?, _ frame: FrameResult?, _ language: Language) {
    self.report = report
    self.frame = frame
    self.robustness = robustness
    self.language = language
    names = Names(report.data, language)
    words = PaperPhrases(language)
    pictures = PictureMaker(report, language)
  }

  var round: Round { report.data.round }
  var ruleset: Ruleset { report.data.ruleset }
  var results: [ProposalResult] { report.result.proposals }
  var ranking: RankingPhrases { RankingPhrases(language) }

  /// A name that cannot fill a page, on one line.
  func name(_ index: Int, limit: Int = 60) -> String { oneLine(names.proposal(results[index]), limit: limit) }

  func paper() throws(ArithmeticError) -> Paper {
    var blocks = [PageOne(self).part()]
    blocks += PaperSections(self).blocks()
    for pair in try pairs() { blocks += ComparisonPage(self).blocks(pair) }
    blocks += ProposalAnnex(self).blocks()
    blocks += CriteriaAnnex(self).blocks()
    var paper = Paper(
      language: language, title: oneLine(round.title.shown(language), limit: 200), running: running,
      blocks: blocks)
    paper.choices = choices
    return paper
  }

  /// What a reader may try.
  var choices: Paper.Choices {
    let digits = { (weight: Rational) in withoutZeros(weight.decimalText(scale: 12, mode: .halfEven)) }
    let criteria = ruleset.criteria
    let weights = report.result.weights
    var order = report.result.groups.flatMap { $0.ranked.map { $0.proposal } }
    order += results.indices.filter { !order.contains($0) }
    return Paper.Choices(
      scenarios: ruleset.scenarios.map { scenario in
        let parts = zip(criteria, scenario.weights).map { $0.id + "=" + digits($1) }
        return (oneLine(scenario.title.shown(language), limit: 120), parts.joined(separator: ","))
      },
      criteria: zip(criteria, weights).map { ($0.id, $0.title.shown(language), digits($1)) },
      proposals: order.map { (results[$0].id, name($0, limit: 80)) })
  }

  private func withoutZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  private var running: Paper.Running {
    var association = oneLine(round.association?.shown(language) ?? "", limit: 80)
    if let number = round.registrationNumber {
      let words = words.registered(oneLine(number, limit: 40))
      association += association.isEmpty ? words : " · " + words
    }
    return Paper.Running(
      association: association, status: words.status(round.documentStatus), stamp: words.stamp(ruleset.status)
    )
  }

  /// The round's own pairs; else the two that stand on either side of where the money ends, or the first two.
  private func pairs() throws(ArithmeticError) -> [Contrast] {
    var contrasts: [Contrast] = []
    let index = { (id: String) in results.firstIndex { $0.id == id } }
    for pair in round.paper.pairs {
      guard let first = index(pair.first), let second = index(pair.second) else { continue }
      contrasts.append(try contrast(report.data, report.result, first, second))
    }
    if !contrasts.isEmpty { return contrasts }
    if let pair = atTheLine { return [try contrast(report.data, report.result, pair.above, pair.below)] }
    for group in report.result.groups where group.ranked.count >= 2 {
      let (first, second) = (group.ranked[0].proposal, group.ranked[1].proposal)
      return [try contrast(report.data, report.result, first, second)]
    }
    return []
  }

  /// The last that the money reaches and the first that it does not.
  var atTheLine: (above: Int, below: Int)? {
    guard let entries = frame?.line.entries,
      let end = entries.firstIndex(where: { $0.status == .endsMoney || $0.status == .tiedAtLine }),
      let last = entries[..<end].last(where: { $0.status == .above })
    else { return nil }
    return (last.proposal, entries[end].proposal)
  }

  func groupTitle(_ group: GroupResult) -> String? {
    if let index = group.group { return ruleset.groups[index].title.shown(language) }
    return ruleset.groups.isEmpty ? nil : ranking.groupUnknown
  }

  /// Titles of criteria as they stand inside a sentence.
  func inSentence(_ criterion: Criterion) -> String { names.inSentence(criterion.short ?? criterion.title) }
}

extension PaperBuilder {
  /// A user's text as paragraphs: an empty line divides them.
  func paragraphs(_ text: String, _ role: PaperParagraph.Role = .body) -> [PaperBlock] {
    var paragraphs: [PaperBlock] = []
    var lines: [String] = []
    func flush() {
      if !lines.isEmpty { paragraphs.append(.paragraph(PaperParagraph(lines.joined(separator: " "), role))) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" }
      if isEmpty { flush() } else { lines.append(String(line)) }
    }
    flush()
    return paragraphs
  }
}
