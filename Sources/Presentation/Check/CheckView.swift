internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// A self-check in words, in one language, not yet laid out: the terminal's text and the page are made from it.
struct CheckView {
  /// A basic condition that is not met, or that cannot be told yet.
  struct Stop {
    var title: String
    /// It cannot be told yet.
    var isOpen: Bool
    /// Why, and what to do.
    var sentences: [String]
  }

  /// Something that the applicant has not answered.
  struct Gap {
    var sentence: String
    /// Where in the form, `organisationer[2].åtagande`; nil where it is no single field.
    var path: FieldPath?
    var span: Span?
  }

  struct Standing {
    var title: String
    var level: String
    /// "0–75 av 100"; empty where the criterion does not apply.
    var points: String
  }

  var name: String
  /// Ruleset with its version and status, and the day that dates are compared with.
  var stamp: String
  var isStopped: Bool
  var lead: String
  var stops: [Stop] = []
  var missingHeading: String
  var missing: [Gap] = []
  var standingHeading: String
  var standing: [Standing] = []
  var remarks: [String] = []
  var adviceHeading: String
  var adviceLead: String
  /// nil where nobody asked for it.
  var advice: ImprovementView?
}

/// Puts a self-check into words.
final class CheckViewBuilder {
  let check: SelfCheck
  let language: Language
  let names: Names
  let phrases: CheckPhrases
  let builder: ExplanationBuilder

  /// More of what would help than this is counted.
  private static let shown = 12

  /// - Parameter citesPlaces: tells the file and line of what was read.
  init(_ check: SelfCheck, _ language: Language, citesPlaces: Bool) {
    self.check = check
    self.language = language
    names = Names(check.report.data, language)
    phrases = CheckPhrases(language)
    builder = ExplanationBuilder(
      check.report, check.result, language, numbersSources: citesPlaces, citesPlaces: citesPlaces)
  }

  private var ruleset: Ruleset { check.report.data.ruleset }
  private var result: ProposalResult { check.result }

  func view() -> CheckView {
    let ranking = RankingPhrases(language)
    let stops = self.stops
    var view = CheckView(
      name: names.proposal(result),
      stamp: capitalized(ranking.ruleset(ruleset)) + " · " + ranking.asOf(check.report.data.round.asOf.text),
      isStopped: check.isStopped,
      lead: phrases.readable + " " + (stops.isEmpty ? phrases.nothingStops : phrases.stops),
      missingHeading: phrases.missing,
      standingHeading: phrases.standing(
        ShownNumber.range(result.total, decimals: 0, language), of: ShownNumber.short(ruleset.scale, language)
      ),
      adviceHeading: ExplanationPhrases(language).adviceHeading,
      adviceLead: ImprovementPhrases(language).caution)
    view.stops = stops
    view.missing = missing
    view.standing = standing
    view.remarks = remarks
    if let improvements = check.improvements {
      view.advice = ImprovementWords(check.report, result, improvements, language, isForApplicant: true)
        .view(limit: Self.shown)
    }
    return view
  }

  private var stops: [CheckView.Stop] {
    var stops: [CheckView.Stop] = []
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) {
      switch outcome.verdict {
      case .met: continue
      case .unknown, .failed: if rule.resolvedBy == .association { continue }
      case .notMet: break
      }
      var sentences = Array(builder.sentences(outcome.condition).prefix(2))
      if let advice = rule.advice { sentences.append(ended(advice.shown(language))) }
      stops.append(
        CheckView.Stop(
          title: rule.title.shown(language), isOpen: outcome.verdict != .notMet, sentences: sentences))
    }
    return stops
  }

  private var missing: [CheckView.Gap] {
    var gaps: [CheckView.Gap] = []
    var told: [FieldPath] = []
    for path in check.missing where !told.contains(where: { path.isInside($0) }) {
      told.append(path)
      gaps.append(gap(names.question(.field(path), of: result)))
    }
    let open = result.open.filter { cause in
      guard case .field(let path) = cause else { return true }
      return !told.contains { path.isInside($0) }
    }
    return gaps + names.questions(open, of: result).filter { $0.kind == .missing }.map(gap)
  }

  private func gap(_ question: OpenQuestion) -> CheckView.Gap {
    var path: FieldPath?
    if case .field(let field) = question.cause { path = field }
    return CheckView.Gap(sentence: question.sentence, path: path, span: question.span)
  }

  private var standing: [CheckView.Standing] {
    ruleset.criteria.enumerated().map { index, criterion in
      let node = result.verified.children[index]
      var points = ""
      if node.isApplicable != false, let range = node.points {
        points = ExplanationPhrases(language).points(
          ShownNumber.range(range, decimals: 0, language), of: ShownNumber.short(criterion.maximum, language))
      }
      return CheckView.Standing(
        title: criterion.title.shown(language), level: names.level(node), points: points)
    }
  }

  private var remarks: [String] {
    var remarks: [String] = []
    for (index, flag) in result.flags.enumerated()
    where flag.verdict == .met && ruleset.flags[index].asksPerson {
      remarks.append(phrases.asksPerson(ruleset.flags[index].title.shown(language)))
    }
    for one in names.checks(of: result) {
      remarks.append(ExplanationPhrases(language).check(one.what, one.reason, check.report.place(one.span)))
    }
    return remarks
  }

  /// Every criterion with its rules: why the draft has its points.
  func explanation() -> [ExplanationView.Section] {
    ruleset.criteria.enumerated().map { index, criterion in
      CriterionSections(builder).section(criterion, result.verified.children[index])
    }
  }
}
