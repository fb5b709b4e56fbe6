internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

/// Puts one proposal's result into words.
final class ExplanationBuilder {
  let report: RoundReport
  let result: ProposalResult
  let names: Names
  let phrases: ExplanationPhrases
  let language: Language
  /// Sources go by their number in the ruleset, which a list at the end explains; else by their titles.
  let numbersSources: Bool
  /// Tells the file and line of what was read: not where lay people read.
  let citesPlaces: Bool
  /// What each criterion and member is shown to give.
  let contributions: ShownContributions

  init(
    _ report: RoundReport, _ result: ProposalResult, _ language: Language, numbersSources: Bool = true,
    citesPlaces: Bool = true
  ) {
    self.report = report
    self.result = result
    self.language = language
    self.numbersSources = numbersSources
    self.citesPlaces = citesPlaces
    contributions = ShownContributions(result.verified, decimals: 2)
    names = Names(report.data, language)
    phrases = ExplanationPhrases(language)
  }

  var ruleset: Ruleset { report.data.ruleset }
  var proposal: Proposal { report.data.proposals[result.index] }

  func view() -> ExplanationView {
    let beside = BesideSections(self)
    var sections = [
      pointsSection(), beside.eligibility(), beside.exclusions(), beside.flags(), beside.columns(),
    ]
    sections += beside.profiles() + beside.lists()
    sections += [
      beside.corrections(), beside.open(), beside.advice(), beside.checks(), beside.sources(),
    ]
    return ExplanationView(
      title: phrases.title(names.proposal(result), id: result.id), stamp: stamp, standing: standing(),
      sections: sections.filter { !$0.isEmpty }, closing: RankingPhrases(language).closing)
  }

  /// Round, ruleset with its status, date.
  var stamp: String {
    let ranking = RankingPhrases(language)
    var parts = [
      ranking.round(report.data.round.title.shown(language)), ranking.ruleset(ruleset),
      ranking.asOf(report.data.round.asOf.text),
    ]
    if report.result.isTrial { parts.append(ranking.trialStamp) }
    return parts.joined(separator: " · ")
  }

  // MARK: How it stands

  private func standing() -> [String] {
    var lines = [listLine, totalLine]
    if let money = ruleset.money {
      lines.append(phrases.asked(ShownMoney.value(result.asked, unit: money.unit, language)))
    }
    lines.append(phrases.examination(result.examination))
    let ranking = RankingPhrases(language)
    lines += result.reservations.map { names.reservation($0, ranking) + "." }
    return lines
  }

  private var listLine: String {
    let ranking = RankingPhrases(language)
    let reasons = ListReasons(names: names, phrases: ranking)
    switch result.list {
    case .ranked:
      for group in report.result.groups {
        guard let entry = group.ranked.first(where: { $0.proposal == result.index }) else { continue }
        let title = group.group.map { names.inSentence(ruleset.groups[$0].title) }
        return phrases.ranked(entry, of: group.ranked.count, in: title)
      }
      return ""
    case .belowThreshold: return phrases.listed(ranking.belowThreshold, reasons.belowThreshold(result))
    case .supplement: return phrases.listed(ranking.supplement, reasons.supplement(result))
    case .assess: return phrases.listed(ranking.assess, reasons.assess(result))
    case .notExamined: return phrases.listed(ranking.notExamined, reasons.notExamined(result))
    }
  }

  private var totalLine: String {
    let claimed = Interval(result.claimed.contribution.low, result.claimed.contribution.high)
    return phrases.total(
      ShownNumber.withRange(result.total, language), of: ShownNumber.short(ruleset.scale, language),
      quality: result.total.isKnown ? nil : result.verified.quality,
      claimed: claimed == result.total ? nil : ShownNumber.range(claimed, language))
  }

  // MARK: Points

  private func pointsSection() -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: phrases.points)
    let children = result.verified.children
    for (index, criterion) in ruleset.criteria.enumerated() {
      section.sections.append(
        CriterionSections(self).section(criterion, children[index]))
    }
    section.lead = totalNotes()
    for node in children where node.kind != .criterion {
      section.footer.append(phrases.adjustment(node))
    }
    return section
  }

  private func totalNotes() -> [String] {
    result.verified.notes.compactMap { note in
      switch note {
      case .weightsNormalised(let sum): phrases.weightsNormalised(ShownNumber.short(sum, language))
      case .noCriterionApplies: phrases.noCriterionApplies
      default: nil
      }
    }
  }

  // MARK: Shared

  /// "[1] s. 4, 15", or "Källa: Så mycket bättre, s. 4, 15 (debattskrift)"; nil without sources.
  func sources(_ references: [SourceReference]) -> String? {
    var parts: [String] = []
    var seen: [Int] = []
    for reference in references where !seen.contains(reference.source) {
      seen.append(reference.source)
      let source = ruleset.sources[reference.source]
      var places: [String] = []
      for other in references where other.source == reference.source {
        if let place = other.place?(language), !places.contains(place) { places.append(place) }
      }
      if numbersSources {
        parts.append(
          (["[\(reference.source + 1)]"] + [places.joined(separator: "; ")]).joined(separator: " "))
      } else {
        parts.append(sourceWords(source, places))
      }
    }
    if parts.isEmpty { return nil }
    return numbersSources ? parts.joined(separator: " ") : phrases.source(parts)
  }

  private func sourceWords(_ source: Source, _ places: [String]) -> String {
    let place = places.isEmpty ? "" : ", " + places.joined(separator: "; ")
    return source.title(language) + place + " (" + phrases.kind(source.kind) + ")"
  }

  /// The sentences that settle a condition, each with the place of what was read.
  func sentences(_ trace: ConditionTrace?) -> [String] {
    guard let trace else { return [] }
    return TraceWords(
      report: report, proposal: proposal, language: language, citesPlaces: citesPlaces
    ).sentences(trace)
  }

  /// `vagen-vidare.yaml:41`
  func place(of path: FieldPath) -> String? {
    if !citesPlaces { return nil }
    return proposal.span(of: path, in: ruleset.form).map { report.place($0) }
  }
}

extension RoundReport {
  /// The result of the proposal with that id.
  public func proposal(_ id: String) -> ProposalResult? { result.proposals.first { $0.id == id } }
}

/// With a capital first.
func capitalized(_ text: String) -> String {
  guard let first = text.first else { return text }
  return String(first).uppercased() + text.dropFirst()
}

/// With a full stop last, unless it ends already.
func ended(_ sentence: String) -> String {
  switch sentence.last {
  case ".", "!", "?", nil: sentence
  default: sentence + "."
  }
}
