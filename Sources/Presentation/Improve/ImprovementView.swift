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
final class ImprovementWords {
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
      let shown = found.confirmed.filter { isVisible($0.total) }
      section.rows = shown.prefix(limit).map(row)
      if shown.count > limit { section.footer.append(RankingPhrases(language).more(shown.count - limit)) }
      if !shown.isEmpty { view.sections.append(section) }
    }
    if !found.assumed.isEmpty {
      var section = ImprovementView.Section(heading: phrases.assumed, lead: [phrases.assumedLead])
      let ladders = nextSteps
      section.rows = ladders.prefix(limit).map { row($0.next, top: $0.top) }
      if ladders.count > limit { section.footer.append(RankingPhrases(language).more(ladders.count - limit)) }
      if !ladders.isEmpty { view.sections.append(section) }
    }
    for threshold in found.thresholds { view.sections.append(section(threshold)) }
    return view
  }

  /// Whether a gain is more than nothing once it is rounded.
  private func isVisible(_ after: Interval) -> Bool {
    let least = (try? Rational.one.divided(by: Rational(20))) ?? .one
    let low = (try? after.low.subtracting(found.total.low)) ?? .zero
    let high = (try? after.high.subtracting(found.total.high)) ?? .zero
    return low.isZero ? least <= high : least <= low
  }

  /// The assumed rules, of each ladder only the next step that gives something, beside its top one.
  private var nextSteps: [(next: Improvements.Assumed, top: Improvements.Assumed?)] {
    var result: [(next: Improvements.Assumed, top: Improvements.Assumed?)] = []
    var ladders: [String] = []
    for one in found.assumed where isVisible(one.total) {
      guard one.kind == .step else {
        result.append((one, nil))
        continue
      }
      let ladder = Self.parent(one.path)
      if ladders.contains(ladder) { continue }
      ladders.append(ladder)
      let steps = found.assumed.filter { $0.kind == .step && Self.parent($0.path) == ladder }.filter {
        isVisible($0.total)
      }
      let next = steps.min { $0.with.count < $1.with.count } ?? one
      result.append((next, next.path == one.path ? nil : one))
    }
    let order = orderedPlaces(result.count) { a, b in
      let (x, y) = (result[a].next.total, result[b].next.total)
      if x == y { return a < b }
      return x.low == y.low ? y.high < x.high : y.low < x.low
    }
    return order.map { result[$0] }
  }

  private static func parent(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast()
    return parts.joined(separator: "/")
  }

  // MARK: Rows

  private func row(_ one: Improvements.Confirmed) -> ImprovementView.Row {
    ImprovementView.Row(
      gain: gain(one.total), total: total(one.total), what: change(one.change),
      notes: one.rules.isEmpty ? [] : [phrases.raises(one.rules.map(rule))])
  }

  private func row(_ one: Improvements.Assumed, top: Improvements.Assumed?) -> ImprovementView.Row {
    var notes: [String] = []
    if !one.with.isEmpty { notes.append(phrases.withSteps(one.with.map(title))) }
    // What is written down and waits to be seen needs no advice.
    if let advice = one.advice, one.lifting.isEmpty { notes.append(ended(advice.shown(language))) }
    if let evidence = one.evidence, evidence.low < evidence.required {
      notes.append(
        phrases.needs(
          level(evidence.required), lifting: one.lifting.map { names.document($0, of: proposal) }))
    }
    if let top { notes.append(phrases.wholeLadder(title(top.path), gain(top.total))) }
    return ImprovementView.Row(
      gain: gain(one.total), total: total(one.total), what: what(one), notes: notes)
  }

  private func what(_ one: Improvements.Assumed) -> String {
    if one.isDenied { return phrases.denied(rule(one.path)) }
    switch one.kind {
    case .rule, .step: return rule(one.path)
    case .judged: return phrases.bestAnswer(rule(one.path))
    default: return phrases.full(rule(one.path))
    }
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
      let text = words.words(to, unit: unit, choices: choices)
      switch to {
      case .number, .date:
        // Other numbers would often do as well.
        return phrases.example(names.field(path, of: proposal), to: text, from: now)
      default: return phrases.change(names.field(path, of: proposal), to: text, from: now)
      }
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
        return phrases.ifProven(what(one), stepsBefore: one.with.count)
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
