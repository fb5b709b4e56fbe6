internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// What would earn more, in words, in one language.
struct ImprovementView {
  struct Row {
    /// "+3,8", or "högst +3,8" where only the high end rises.
    var gain: String
    /// The total after it.
    var total: String
    var what: String
    var notes: [String]
  }

  struct Section {
    var heading: String
    var lead: [String]
    var rows: [Row] = []
    var steps: [String] = []
    var footer: [String] = []
  }

  var sections: [Section] = []

  /// More rows than this are counted.
  static let shown = 15
}

/// Puts improvements into words.
struct ImprovementWords {
  let report: RoundReport
  let result: ProposalResult
  let found: Improvements
  let language: Language
  let names: Names
  let phrases: ImprovementPhrases
  /// To the one who writes the proposal, not to the association.
  let isForApplicant: Bool

  init(
    _ report: RoundReport, _ result: ProposalResult, _ found: Improvements, _ language: Language,
    isForApplicant: Bool = false
  ) {
    self.report = report
    self.result = result
    self.found = found
    self.language = language
    self.isForApplicant = isForApplicant
    names = Names(report.data, language)
    phrases = ImprovementPhrases(language)
  }

  private var ruleset: Ruleset { report.data.ruleset }
  private var proposal: Proposal { report.data.proposals[result.index] }

  func view(limit: Int = ImprovementView.shown) -> ImprovementView {
    var view = ImprovementView()
    if !found.confirmed.isEmpty {
      var section = ImprovementView.Section(
        heading: phrases.confirmed, lead: [phrases.confirmedLead(isForApplicant)])
      section.rows = found.confirmed.prefix(limit).map(row)
      if found.confirmed.count > limit {
        section.footer.append(RankingPhrases(language).more(found.confirmed.count - limit))
      }
      view.sections.append(section)
    }
    if !found.assumed.isEmpty {
      var section = ImprovementView.Section(heading: phrases.assumed, lead: [phrases.assumedLead])
      section.rows = found.assumed.prefix(limit).map(row)
      if found.assumed.count > limit {
        section.footer.append(RankingPhrases(language).more(found.assumed.count - limit))
      }
      view.sections.append(section)
    }
    for threshold in found.thresholds { view.sections.append(section(threshold)) }
    return view
  }

  // MARK: Rows

  private func row(_ one: Improvements.Confirmed) -> ImprovementView.Row {
    ImprovementView.Row(
      gain: gain(one.total), total: total(one.total), what: change(one.change),
      notes: one.rules.prefix(1).map { phrases.raises(rule($0)) })
  }

  private func row(_ one: Improvements.Assumed) -> ImprovementView.Row {
    var notes: [String] = []
    if !one.with.isEmpty { notes.append(phrases.withSteps(one.with.map(title))) }
    if let advice = one.advice { notes.append(ended(advice.shown(language))) }
    if let evidence = one.evidence, evidence.low < evidence.required {
      notes.append(
        phrases.needs(
          level(evidence.required), lifting: one.lifting.map { names.document($0, of: proposal) }))
    }
    return ImprovementView.Row(
      gain: gain(one.total), total: total(one.total),
      what: one.isDenied ? phrases.denied(rule(one.path)) : rule(one.path), notes: notes)
  }

  /// "+3,8"; "högst +3,8" where the low end stays.
  func gain(_ after: Interval) -> String {
    let low = (try? after.low.subtracting(found.total.low)) ?? .zero
    if !low.isZero { return signed(low) }
    let high = (try? after.high.subtracting(found.total.high)) ?? .zero
    return phrases.atMost(signed(high))
  }

  private func signed(_ value: Rational) -> String {
    (value.sign > 0 ? "+" : "") + ShownNumber.fixed(value, decimals: 1, language)
  }

  func total(_ total: Interval) -> String { ShownNumber.range(total, decimals: 1, language) }

  /// "Organisationer, Region X, åtagande: avtal i stället för avsikt"
  func change(_ change: Improvements.Change) -> String {
    switch change {
    case .document(let id): return phrases.seen(names.document(id, of: proposal))
    case .field(let path, let from, let to):
      let field = declaredField(at: path, in: ruleset.form)
      let words = ValueWords(names)
      let unit = field?.unit
      let choices = field?.choices ?? []
      let now: String? =
        switch from {
        case .unknown, .null: nil
        default: words.words(from, unit: unit, choices: choices)
        }
      return phrases.change(
        names.field(path, of: proposal), to: words.words(to, unit: unit, choices: choices), from: now)
    }
  }

  /// "Genomförande hos parterna, Region X: En ansvarig chef"
  func rule(_ path: String) -> String {
    let trail = result.verified.trail(to: path)
    guard let last = trail.last else { return path }
    if last.kind == .criterion || last.kind == .item {
      return trail.map { $0.title.shown(language) }.joined(separator: ", ")
    }
    return trail.dropLast().map { $0.title.shown(language) }.joined(separator: ", ") + ": "
      + last.title.shown(language)
  }

  /// The rule's own title.
  private func title(_ path: String) -> String {
    result.verified.trail(to: path).last.map { $0.title.shown(language) } ?? path
  }

  func level(_ number: Int) -> String {
    for level in ruleset.evidence?.levels ?? [] where level.level == number {
      return level.label.shown(language)
    }
    return String(number)
  }

  // MARK: Ways

  private func section(_ threshold: Improvements.Threshold) -> ImprovementView.Section {
    let required = ShownNumber.short(threshold.required, language)
    let points = ShownNumber.range(threshold.points, decimals: 1, language)
    let heading =
      threshold.path.map { phrases.criterionThreshold(rule($0), points, required) }
      ?? phrases.totalThreshold(points, required)
    return way(threshold.way, heading: heading)
  }

  func way(_ way: Improvements.Way?, heading: String) -> ImprovementView.Section {
    var section = ImprovementView.Section(heading: heading, lead: [])
    guard let way else {
      section.lead = [phrases.noWay]
      return section
    }
    section.lead = [phrases.wayLead(way.steps.count, isShortest: way.isShortest)]
    section.steps = way.steps.map { step in
      switch step {
      case .confirmed(let one): return change(one.change)
      case .assumed(let one):
        let what = one.isDenied ? phrases.denied(rule(one.path)) : rule(one.path)
        let with = one.with.isEmpty ? "" : " " + phrases.withSteps(one.with.map(title))
        return phrases.ifProven(what) + with
      }
    }
    section.footer = [phrases.after(total(way.total))]
    return section
  }
}

extension Explanation {
  /// The nodes from the top criterion down to the one at `path`; empty where there is none.
  func trail(to path: String) -> [Explanation] {
    for child in children {
      if case .adjustment = child.kind { continue }
      if child.path == path { return [child] }
      guard path.hasPrefix(child.path) else { continue }
      let below = child.trail(to: path)
      if !below.isEmpty { return [child] + below }
    }
    return []
  }
}
