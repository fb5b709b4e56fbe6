internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// One rule or step: its points and why.
struct RuleRow {
  let builder: ExplanationBuilder

  init(_ builder: ExplanationBuilder) { self.builder = builder }

  private var phrases: ExplanationPhrases { builder.phrases }
  private var language: Language { builder.language }

  /// - Parameter told: judgements whose answers stand in a row above.
  func row(_ node: Explanation, told: [JudgementTrace] = []) -> ExplanationView.Row {
    var sentences: [String] = []
    if node.verdict == .met, let because = node.because {
      sentences.append(ended(because.shown(language)))
    } else {
      sentences += builder.sentences(node.condition)
    }
    for trace in node.judgements where !told.contains(where: { $0.isSame(as: trace) }) {
      sentences += judgementSentences(trace, isOwn: node.kind == .judged)
    }
    if let evidence = node.evidence { sentences += evidenceSentences(evidence, node) }
    sentences += node.notes.compactMap(note)
    if sentences.isEmpty, let verdict = node.verdict { sentences.append(phrases.verdict(verdict)) }
    if let advice = node.advice, let points = node.points, let possible = node.possiblePoints,
      points.low < possible
    {
      sentences.append(phrases.forMore(ended(advice.shown(language))))
    }
    if builder.numbersSources, let sources = builder.sources(node.sources) { sentences.append(sources) }
    return ExplanationView.Row(title: title(node), points: points(node), sentences: sentences)
  }

  private func title(_ node: Explanation) -> String {
    switch node.kind {
    case .measure, .row: phrases.value
    default: node.title.shown(language)
    }
  }

  private func points(_ node: Explanation) -> String {
    guard let points = node.points, let possible = node.possiblePoints else { return "" }
    return phrases.points(ShownNumber.range(points, language), of: ShownNumber.short(possible, language))
  }

  private func judgementSentences(_ trace: JudgementTrace, isOwn: Bool) -> [String] {
    let judgement = builder.ruleset.judgements[trace.judgement]
    if trace.answers.isEmpty { return isOwn ? [phrases.unanswered] : [] }
    let answers = trace.answers.map { answer in
      phrases.answer(
        role: builder.names.role(answer.role), date: answer.date.text,
        answer: judgement.scale[answer.step].label.shown(language), reason: answer.reason.map(ended),
        isJoint: answer.isJoint)
    }
    return isOwn ? answers : [phrases.asked(judgement.question.shown(language), answers)]
  }

  // MARK: Evidence

  private func evidenceSentences(_ evidence: EvidenceTrace, _ node: Explanation) -> [String] {
    if node.verdict == .notMet { return [] }
    if evidence.documents.isEmpty { return [phrases.noDocument(needed: level(evidence.required))] }
    return evidence.documents.prefix(3).map { document in
      let place = document.path.flatMap { builder.place(of: $0) }
      let title = document.title ?? document.id
      if document.seen == nil {
        return phrases.unseen(
          title, countsAs: level(document.low), place: place,
          gives: pointsWhenSeen(evidence, document, node))
      }
      return phrases.document(
        title, isSeen: document.seen == true, level: level(document.low),
        needed: document.low < evidence.required ? level(evidence.required) : nil, place: place)
    }
  }

  /// The points that the rule gives when the document is seen, where nothing else is open.
  private func pointsWhenSeen(
    _ evidence: EvidenceTrace, _ document: EvidenceTrace.Document, _ node: Explanation
  ) -> String? {
    guard node.verdict == .met, let points = node.points, !points.isKnown, document.high >= evidence.required
    else { return nil }
    return ShownNumber.short(points.high, language)
  }

  private func level(_ level: Int) -> String {
    builder.ruleset.evidence?.levels.last { $0.level <= level }?.label.shown(language) ?? String(level)
  }

  // MARK: Notes

  func note(_ note: Explanation.Note) -> String? {
    switch note {
    case .nullCountedAsZero, .nullCountedAsNotMet: phrases.nullCounted
    case .failed(let reason, let span):
      phrases.failed(reason.message()(language), builder.report.place(span))
    case .emptyList: phrases.emptyList
    case .belowThreshold(let threshold): phrases.belowThreshold(ShownNumber.short(threshold, language))
    case .thresholdInsideInterval(let threshold):
      phrases.thresholdInside(ShownNumber.short(threshold, language))
    case .weightsNormalised(let sum): phrases.weightsNormalised(ShownNumber.short(sum, language))
    case .mayNotApply: phrases.mayNotApply
    case .noCriterionApplies: phrases.noCriterionApplies
    case .lowestMember(let name, let value):
      phrases.lowestMember(
        name, ShownNumber.range((try? value.scaled(by: Rational(100))) ?? value, decimals: 0, language))
    case .tableConflict: phrases.tableConflict
    case .noRowMatches: phrases.noRowMatches
    case .ladderStopped, .notApplicable: nil
    }
  }
}

extension JudgementTrace {
  /// Whether it is the same question about the same item.
  func isSame(as other: JudgementTrace) -> Bool { judgement == other.judgement && key == other.key }
}
