public import Criteria
internal import Diagnostics
public import ExactNumbers
internal import FEEL

/// What would earn one proposal of a scored round more.
///
/// - Throws: as `scoreProposal`.
public func improvements(_ data: RoundData, at index: Int, options: ScoringOptions = ScoringOptions())
  throws(ArithmeticError) -> Improvements
{
  try ImprovementSearch(ProposalScoring(data, at: index, options: .searching(options))).improvements()
}

/// The same for a proposal that nobody has assessed, as `scoreUnassessed` scores it.
///
/// - Throws: as `scoreProposal`.
public func improvementsOfUnassessed(
  _ data: RoundData, at index: Int, options: ScoringOptions = ScoringOptions()
) throws(ArithmeticError) -> Improvements {
  try ImprovementSearch(
    ProposalScoring(data, at: index, sheets: Sheets(), options: .searching(options))
  ).improvements()
}

/// Fewest steps that bring a proposal to a goal; nil where none were found. `round` is the round as it stands.
public func way(
  to goal: ImprovementGoal, for found: Improvements, in round: RoundResult, _ data: RoundData,
  options: ScoringOptions = ScoringOptions()
) throws(ArithmeticError) -> Improvements.Way? {
  try ImprovementSearch(ProposalScoring(data, at: found.proposal, options: .searching(options)))
    .way(to: goal, found, round)
}

extension ScoringOptions {
  /// The same with as much of the explanation as a search needs.
  fileprivate static func searching(_ options: ScoringOptions) -> ScoringOptions {
    ScoringOptions(weights: options.weights, detail: .summary, plan: options.plan)
  }
}

/// Scores one proposal again and again, with something forced or changed.
final class ImprovementSearch {
  let scoring: ProposalScoring
  let base: Explanation
  let rough: Roughly

  /// `scoring` with the detail `.summary`.
  init(_ scoring: ProposalScoring) throws(ArithmeticError) {
    self.scoring = scoring
    base = try scoring.total([:], detail: .summary)
    rough = try scoring.roughly(scoring.known, .values)
  }

  var total: Interval { Interval(base.contribution.low, base.contribution.high) }

  func improvements() throws(ArithmeticError) -> Improvements {
    var found = Improvements(
      proposal: scoring.index, total: total, assumed: try assumed(), confirmed: try confirmed(),
      thresholds: [])
    found.thresholds = try thresholds(found)
    return found
  }

  // MARK: Assumed

  private func assumed() throws(ArithmeticError) -> [Improvements.Assumed] {
    var result: [Improvements.Assumed] = []
    try collectAssumed(base, around: nil, &result)
    return order(by: result.map { $0.total }).map { result[$0] }
  }

  private func collectAssumed(
    _ node: Explanation, around: Explanation?, _ result: inout [Improvements.Assumed]
  ) throws(ArithmeticError) {
    switch node.kind {
    case .rule where !node.path.hasSuffix("#points"):
      let isNegative = node.contribution.low < .zero || node.possiblePoints?.isZero == true
      try add(node, node.path, isDenied: isNegative, with: [], &result)
    case .step:
      var with: [String] = []
      for step in around?.children ?? [] where step.kind == .step {
        if step.path == node.path { break }
        if !isFull(step) { with.append(step.path) }
      }
      try add(node, node.path, isDenied: false, with: with, &result)
    case .measure, .judged, .row:
      guard let around else { return }
      try add(node, around.path, isDenied: false, with: [], &result)
    case .total, .criterion, .item:
      for child in node.children { try collectAssumed(child, around: node, &result) }
    case .rule, .adjustment: break
    }
  }

  private func isFull(_ node: Explanation) -> Bool {
    node.points?.low == node.possiblePoints && node.possiblePoints?.isZero == false
  }

  private func add(
    _ node: Explanation, _ path: String, isDenied: Bool, with: [String],
    _ result: inout [Improvements.Assumed]
  ) throws(ArithmeticError) {
    if !isDenied && isFull(node) { return }
    let after = try evaluated([:], met: isDenied ? [] : with + [path], denied: isDenied ? [path] : [])
    guard isBetter(after) else { return }
    result.append(
      Improvements.Assumed(
        path: path, title: node.title, kind: node.kind, verdict: node.verdict, isDenied: isDenied, with: with,
        total: after, advice: node.advice, evidence: node.evidence, lifting: lifting(node.evidence),
        judgements: node.judgements))
  }

  /// Documents any one of which would be evidence enough, once seen.
  private func lifting(_ evidence: EvidenceTrace?) -> [String] {
    guard let evidence, evidence.low < evidence.required else { return [] }
    return evidence.documents.filter { $0.low < evidence.required && evidence.required <= $0.high }.map {
      $0.id
    }
  }

  // MARK: Confirmed

  private func confirmed() throws(ArithmeticError) -> [Improvements.Confirmed] {
    let candidates = Candidates(scoring)
    var result: [Improvements.Confirmed] = []
    for change in candidates.documents() {
      if let gain = try gain(of: change) { result.append(gain) }
    }
    for values in candidates.fields() {
      // Of the values of one field the best counts; of equally good ones the one nearest to what stands there.
      var best: Improvements.Confirmed?
      for change in try worthTrying(values.ordered(by: { distance($0) < distance($1) })) {
        guard let gain = try gain(of: change) else { continue }
        if best == nil || isAbove(gain.total, best!.total) { best = gain }
      }
      if let best { result.append(best) }
    }
    return order(by: result.map { $0.total }).map { result[$0] }
  }

  // MARK: Values tried together

  /// Of so many values each is tried.
  private static let triedAlone = 2
  /// Of so many dates what comes out is worked out together.
  private static let datesTogether = 16

  /// Of values that all come to the same, the first; none of those that come to nothing better.
  private func worthTrying(_ changes: [Improvements.Change]) throws(ArithmeticError) -> [Improvements.Change]
  {
    guard changes.count > Self.triedAlone, case .field(let path, _, _)? = changes.first else {
      return changes
    }
    let values = changes.map { change in if case .field(_, _, let to) = change { to } else { Value.null(nil) }
    }
    var isWorth = [Bool](repeating: false, count: changes.count)
    try mark(orderedPlaces(changes.count) { values[$0].isBelow(values[$1]) }, of: values, path, &isWorth)
    return changes.indices.filter { isWorth[$0] }.map { changes[$0] }
  }

  /// What is certain while a field may have any of some values is so with each of them.
  private func mark(_ chosen: [Int], of values: [Value], _ path: FieldPath, _ isWorth: inout [Bool])
    throws(ArithmeticError)
  {
    if chosen.count <= Self.triedAlone {
      for index in chosen { isWorth[index] = true }
      return
    }
    var isSplit = false
    if case .date = values[chosen[0]] { isSplit = chosen.count > Self.datesTogether }
    if !isSplit {
      let cause = Unknown.Cause.field(path)
      let together = unknownAmong(chosen.map { values[$0] }, cause: cause)
      let known = scoring.known.filled([cause: together])
      if !known.knowledge.touchesCriteria { return }
      let roughly = try scoring.roughly(known)
      if !roughly.causes.contains(cause) {
        if isBetter(roughly.total, than: rough.total) { isWorth[chosen.min()!] = true }
        return
      }
    }
    switch values[chosen[0]] {
    case .number, .date:
      let half = chosen.count / 2
      try mark(Array(chosen[..<half]), of: values, path, &isWorth)
      try mark(Array(chosen[half...]), of: values, path, &isWorth)
    default: for index in chosen { isWorth[index] = true }
    }
  }

  /// nil: no better at either end.
  private func gain(of change: Improvements.Change) throws(ArithmeticError) -> Improvements.Confirmed? {
    let situation = scoring.known.filled(filling([change]))
    if !situation.knowledge.touchesCriteria { return nil }
    let roughly = try scoring.roughly(situation)
    // Worth a closer look only where the bounds themselves move upwards.
    guard isBetter(roughly.total, than: rough.total) else { return nil }
    let after = try scoring.evaluated(situation)
    guard isBetter(after) else { return nil }
    var rules: [String] = []
    for (now, then) in zip(rough.criteria, try scoring.roughly(situation, .values).criteria) {
      collectBetter(now, then, &rules)
    }
    return Improvements.Confirmed(change: change, total: after, rules: rules)
  }

  /// Rules and measures that give more at some end.
  private func collectBetter(_ now: Explanation, _ then: Explanation, _ rules: inout [String]) {
    for child in then.children {
      switch child.kind {
      case .adjustment: continue
      case .criterion, .item:
        let before = now.children.first { $0.path == child.path && $0.kind == child.kind }
        let none = Explanation(kind: child.kind, path: child.path, title: child.title)
        collectBetter(before ?? none, child, &rules)
      case .rule, .step, .measure, .judged, .row, .total:
        let before = now.children.first { $0.path == child.path }?.points ?? .zero
        let after = child.points ?? .zero
        if before.low < after.low || before.high < after.high {
          let path = child.kind == .rule || child.kind == .step ? child.path : then.path
          if !rules.contains(path) { rules.append(path) }
        }
      }
    }
  }

  private func distance(_ change: Improvements.Change) -> Int64 {
    guard case .field(_, let from, let to) = change else { return 0 }
    switch (from, to) {
    case (.number(let a), .number(let b)):
      guard let a = a.integer(), let b = b.integer() else { return 0 }
      return abs(Int64(a) - Int64(b))
    case (.date(let a), .date(let b)): return abs(a.dayNumber - b.dayNumber)
    default: return 0
    }
  }

  // MARK: Scoring again

  func filling(_ change: Improvements.Change) -> (cause: Unknown.Cause, value: Value) {
    switch change {
    case .field(let path, _, let to): (.field(path), to)
    case .document(let id): (.document(id), .boolean(true))
    }
  }

  func filling(_ changes: [Improvements.Change]) -> Filling {
    var filling: Filling = [:]
    for change in changes {
      let (cause, value) = self.filling(change)
      filling[cause] = value
    }
    return filling
  }

  func evaluated(_ filling: Filling, met: [String], denied: [String]) throws(ArithmeticError) -> Interval {
    let forced = met.isEmpty && denied.isEmpty ? scoring : scoring.assuming(met, denying: denied)
    return try forced.evaluated(forced.known.filled(filling))
  }

  /// What ranks does not fall, and one end rises.
  private func isBetter(_ after: Interval) -> Bool { isBetter(after, than: total) }

  private func isBetter(_ after: Interval, than before: Interval) -> Bool {
    before.low < after.low || before.low == after.low && before.high < after.high
  }

  func isAbove(_ a: Interval, _ b: Interval) -> Bool { b.low == a.low ? b.high < a.high : b.low < a.low }

  /// Places with the largest total first; those of equal ones keep their order.
  private func order(by totals: [Interval]) -> [Int] {
    orderedPlaces(totals.count) { a, b in
      totals[a] == totals[b] ? a < b : isAbove(totals[a], totals[b])
    }
  }
}

extension Value {
  /// Numbers and dates in their order; other values as they come.
  fileprivate func isBelow(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a < b
    case (.date(let a), .date(let b)): a.dayNumber < b.dayNumber
    default: false
    }
  }
}
