internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension SelfCheck {
  /// What the applicant reads, as text for a terminal. Ends with a line feed.
  public func text(_ language: Language, style: TextStyle = TextStyle()) -> String {
    let writer = CheckTextWriter(self, language)
    var page = TextPage(style)
    writer.write(to: &page)
    return page.text
  }
}

private struct CheckTextWriter {
  let check: SelfCheck
  let language: Language
  let names: Names
  let phrases: CheckPhrases
  let builder: ExplanationBuilder

  /// More of anything than this is counted.
  private static let shown = 12

  init(_ check: SelfCheck, _ language: Language) {
    self.check = check
    self.language = language
    names = Names(check.report.data, language)
    phrases = CheckPhrases(language)
    builder = ExplanationBuilder(check.report, check.result, language)
  }

  private var ruleset: Ruleset { check.report.data.ruleset }
  private var result: ProposalResult { check.result }

  func write(to page: inout TextPage) {
    page.heading(names.proposal(result))
    page.paragraph(
      capitalized(RankingPhrases(language).ruleset(ruleset)) + " · "
        + RankingPhrases(language).asOf(check.report.data.round.asOf.text))
    page.gap()
    writeStops(to: &page)
    writeMissing(to: &page)
    writeStanding(to: &page)
    writeAdvice(to: &page)
  }

  // MARK: What stops it

  private func writeStops(to page: inout TextPage) {
    var stops: [String] = []
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) {
      switch outcome.verdict {
      case .met: continue
      case .unknown, .failed: if rule.resolvedBy == .association { continue }
      case .notMet: break
      }
      var sentences = [phrases.stop(rule.title.shown(language), isOpen: outcome.verdict != .notMet)]
      sentences += builder.sentences(outcome.condition).prefix(2)
      if let advice = rule.advice { sentences.append(ended(advice.shown(language))) }
      stops.append(sentences.joined(separator: " "))
    }
    if stops.isEmpty {
      page.paragraph(phrases.readable + " " + phrases.nothingStops)
      return
    }
    page.paragraph(phrases.readable + " " + phrases.stops)
    for stop in stops { page.paragraph("! " + stop, indent: 2, hanging: 2) }
  }

  // MARK: What is missing

  private func writeMissing(to page: inout TextPage) {
    var lines: [String] = []
    var told: [FieldPath] = []
    for path in check.missing where !told.contains(where: { path.isInside($0) }) {
      told.append(path)
      lines.append(line(names.question(.field(path), of: result)))
    }
    let open = result.open.filter { cause in
      guard case .field(let path) = cause else { return true }
      return !told.contains { path.isInside($0) }
    }
    let questions = names.questions(open, of: result).filter { $0.kind == .missing }
    lines += questions.map(line)
    if lines.isEmpty { return }
    page.gap()
    page.heading(phrases.missing)
    for line in lines.prefix(Self.shown) { page.paragraph("· " + line, indent: 2, hanging: 2) }
    if lines.count > Self.shown {
      page.paragraph(RankingPhrases(language).more(lines.count - Self.shown), indent: 4)
    }
  }

  private func line(_ question: OpenQuestion) -> String {
    question.sentence + (question.span.map { " (" + check.report.place($0) + ")" } ?? "")
  }

  // MARK: How it stands

  private func writeStanding(to page: inout TextPage) {
    page.gap()
    page.heading(
      phrases.standing(
        ShownNumber.range(result.total, decimals: 0, language), of: ShownNumber.short(ruleset.scale, language)
      ))
    var table = TextTable([
      TextTable.Column(title: "", wraps: true, limit: 44), TextTable.Column(title: "", wraps: true),
      TextTable.Column(title: "", alignsRight: true),
    ])
    table.hasHeader = false
    table.indent = 2
    for (index, criterion) in ruleset.criteria.enumerated() {
      let node = result.verified.children[index]
      let points =
        node.isApplicable == false
        ? ""
        : node.points.map {
          ExplanationPhrases(language).points(
            ShownNumber.range($0, decimals: 0, language), of: ShownNumber.short(criterion.maximum, language))
        } ?? ""
      table.add([criterion.title.shown(language), names.level(node), points])
    }
    _ = table.write(to: &page)
    for (index, flag) in result.flags.enumerated()
    where flag.verdict == .met && ruleset.flags[index].asksPerson {
      page.paragraph(
        "! " + phrases.asksPerson(ruleset.flags[index].title.shown(language)), indent: 2, hanging: 2)
    }
    for one in names.checks(of: result) {
      page.paragraph(
        "! " + ExplanationPhrases(language).check(one.what, one.reason, check.report.place(one.span)),
        indent: 2,
        hanging: 2)
    }
  }

  private func writeAdvice(to page: inout TextPage) {
    let words = ImprovementWords(
      check.report, result, check.improvements, language, isForApplicant: true)
    let view = words.view(limit: Self.shown)
    if view.sections.isEmpty { return }
    page.gap()
    page.heading(ExplanationPhrases(language).adviceHeading)
    page.paragraph(words.phrases.caution)
    view.write(to: &page, words.phrases)
  }
}
