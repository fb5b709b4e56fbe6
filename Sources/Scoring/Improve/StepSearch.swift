internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Smallest sets of steps that are enough for something.
extension ImprovementSearch {
  /// Of all that would help only so many of each kind are put together.
  private static let considered = 10
  /// Every set of at most this many is tried; after that the best step is taken again and again.
  private static let triedTogether = 3

  private struct Option {
    var step: Improvements.Step
    var cost: Int
    var total: Interval
    /// Changes of one field exclude each other.
    var field: FieldPath?

    var isAssumed: Bool { if case .assumed = step { true } else { false } }
  }

  /// When steps are enough. An object, so that looking for them is compiled once and not for each goal.
  private final class Enough {
    let isReached: ([Improvements.Step]) throws(ArithmeticError) -> Bool

    init(_ isReached: @escaping ([Improvements.Step]) throws(ArithmeticError) -> Bool) {
      self.isReached = isReached
    }
  }

  private func total(atLeast wanted: Rational) -> Enough {
    Enough { [self] (steps) throws(ArithmeticError) in wanted <= (try roughly(steps).total.low) }
  }

  func thresholds(_ found: Improvements) throws(ArithmeticError) -> [Improvements.Threshold] {
    var result: [Improvements.Threshold] = []
    if let required = scoring.ruleset.threshold, total.low < required {
      result.append(
        Improvements.Threshold(
          path: nil, required: required, points: total,
          way: try fewest(options(found, inside: nil), total(atLeast: required))))
    }
    for (criterion, node) in zip(scoring.ruleset.criteria, base.children) {
      try collectThresholds(criterion, node, found, &result)
    }
    return result
  }

  private func collectThresholds(
    _ criterion: Criterion, _ node: Explanation, _ found: Improvements,
    _ result: inout [Improvements.Threshold]
  ) throws(ArithmeticError) {
    if node.isApplicable == false { return }
    if let required = criterion.threshold, let points = node.points, points.low < required {
      let path = node.path
      result.append(
        Improvements.Threshold(
          path: path, required: required, points: points,
          way: try fewest(
            options(found, inside: path),
            Enough { [self] (steps) throws(ArithmeticError) in
              let low = Self.node(path, in: try roughly(steps, .values).criteria)?.points?.low ?? .zero
              return required <= low
            })))
    }
    guard case .composite(let parts, _) = criterion.scoring, criterion.each == nil else { return }
    for part in parts {
      for child in node.children where child.path == node.path + "/" + part.id && child.kind == .criterion {
        try collectThresholds(part, child, found, &result)
      }
    }
  }

  private static func node(_ path: String, in nodes: [Explanation]) -> Explanation? {
    for node in nodes {
      if node.path == path && node.kind == .criterion { return node }
      if path.hasPrefix(node.path + "/"), let found = self.node(path, in: node.children) { return found }
    }
    return nil
  }

  func way(to goal: ImprovementGoal, _ found: Improvements, _ round: RoundResult) throws(ArithmeticError)
    -> Improvements.Way?
  {
    if try isThere(goal, round) { return Improvements.Way(steps: [], total: total, isShortest: true) }
    switch goal {
    case .total(let wanted):
      return try fewest(options(found, inside: nil), total(atLeast: wanted))
    case .rank(let wanted):
      let group = round.proposals[scoring.index].group
      guard let ranked = round.groups.first(where: { $0.group == group })?.ranked else { return nil }
      let others = ranked.map { $0.proposal }.filter { $0 != scoring.index }
      let lows = others.map { round.proposals[$0].total.low }.ordered { $1 < $0 }
      // Below this the rank is out of reach; with as much the ties may still decide.
      let needed = wanted <= lows.count ? lows[wanted - 1] : nil
      let enough = Enough { [self] (steps) throws(ArithmeticError) in
        if let needed, try roughly(steps).total.low < needed { return false }
        var proposals = round.proposals
        proposals[scoring.index] = try result(steps)
        guard proposals[scoring.index].list == .ranked else { return false }
        let entries = try rankedEntries((others + [scoring.index]).ordered(), proposals, scoring.ruleset)
        return entries.contains { $0.proposal == scoring.index && $0.rank <= wanted }
      }
      return try fewest(options(found, inside: nil), enough)
    }
  }

  private func isThere(_ goal: ImprovementGoal, _ round: RoundResult) throws(ArithmeticError) -> Bool {
    switch goal {
    case .total(let wanted): wanted <= total.low
    case .rank(let wanted):
      round.groups.contains { group in
        group.ranked.contains { $0.proposal == scoring.index && $0.rank <= wanted }
      }
    }
  }

  // MARK: Putting steps together

  private func options(_ found: Improvements, inside path: String?) -> [Option] {
    let isInside = { (rule: String) in
      path.map { rule == $0 || rule.hasPrefix($0 + "/") || rule.hasPrefix($0 + "[") } ?? true
    }
    let confirmed = found.confirmed.filter { $0.rules.contains(where: isInside) }.prefix(Self.considered).map
    {
      one in
      var field: FieldPath?
      if case .field(let path, _, _) = one.change { field = path }
      return Option(step: .confirmed(one), cost: 1, total: one.total, field: field)
    }
    let assumed = found.assumed.filter { isInside($0.path) }.prefix(Self.considered).map { one in
      Option(step: .assumed(one), cost: 1 + one.with.count, total: one.total, field: nil)
    }
    return confirmed + assumed
  }

  /// The first set that is enough, cheapest first, then with fewest assumptions, then with the largest gains. nil
  /// where no set is.
  private func fewest(
    _ options: [Option], _ enough: Enough
  ) throws(ArithmeticError) -> Improvements.Way? {
    if options.isEmpty { return nil }
    for set in sets(options) {
      let steps = set.map { options[$0].step }
      if try enough.isReached(steps) { return try way(steps, isShortest: true) }
    }
    // One after the other, while the total still rises.
    var taken: [Int] = []
    var best = rough.total
    while taken.count < options.count {
      var next: (index: Int, total: Interval)?
      for index in options.indices where !taken.contains(index) && fits(index, taken, options) {
        let after = try roughly((taken + [index]).map { options[$0].step }).total
        if isAbove(after, next?.total ?? best) { next = (index, after) }
      }
      guard let next else { return nil }
      taken.append(next.index)
      best = next.total
      let steps = taken.map { options[$0].step }
      if try enough.isReached(steps) { return try way(steps, isShortest: false) }
    }
    return nil
  }

  private func sets(_ options: [Option]) -> [[Int]] {
    var sets: [[Int]] = []
    func extend(_ set: [Int]) {
      if !set.isEmpty { sets.append(set) }
      if set.count == Self.triedTogether { return }
      for index in ((set.last ?? -1) + 1)..<options.count where fits(index, set, options) {
        extend(set + [index])
      }
    }
    extend([])
    let key = { (set: [Int]) in
      (
        set.reduce(0) { $0 + options[$1].cost }, set.filter { options[$0].isAssumed }.count,
        set.reduce(0) { $0 + $1 }
      )
    }
    let keyed = sets.map { (set: $0, key: key($0)) }
    let order = orderedPlaces(keyed.count) { a, b in
      keyed[a].key == keyed[b].key ? a < b : keyed[a].key < keyed[b].key
    }
    return order.map { keyed[$0].set }
  }

  private func fits(_ index: Int, _ set: [Int], _ options: [Option]) -> Bool {
    guard let field = options[index].field else { return true }
    return !set.contains { options[$0].field == field }
  }

  private func way(_ steps: [Improvements.Step], isShortest: Bool) throws(ArithmeticError) -> Improvements.Way
  {
    let parts = split(steps)
    return Improvements.Way(
      steps: steps, total: try evaluated(filling(parts.changes), met: parts.met, denied: parts.denied),
      isShortest: isShortest)
  }

  private func split(_ steps: [Improvements.Step]) -> (
    changes: [Improvements.Change], met: [String], denied: [String]
  ) {
    var changes: [Improvements.Change] = []
    var met: [String] = []
    var denied: [String] = []
    for step in steps {
      switch step {
      case .confirmed(let one): changes.append(one.change)
      case .assumed(let one) where one.isDenied: denied.append(one.path)
      case .assumed(let one): met += one.with + [one.path]
      }
    }
    return (changes, met, denied)
  }

  private func roughly(_ steps: [Improvements.Step], _ detail: Detail = .points) throws(ArithmeticError)
    -> Roughly
  {
    let parts = split(steps)
    let forced = scoring.assuming(parts.met, denying: parts.denied)
    var situation = forced.known
    for change in parts.changes {
      let (cause, value) = filling(change)
      situation = situation.filled(cause, value, scoring.tries)
    }
    return try forced.roughly(situation, detail)
  }

  private func result(_ steps: [Improvements.Step]) throws(ArithmeticError) -> ProposalResult {
    let parts = split(steps)
    return try scoring.assuming(parts.met, denying: parts.denied).result(filling(parts.changes))
  }
}
