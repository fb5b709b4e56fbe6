public import Criteria
public import ExactNumbers
public import FEEL

/// What is not known in a scored round, and how much of the ranking it decides.
public struct Gaps: Sendable {
  /// One for each proposal, in the round's order.
  public var standings: [Standing]
  /// Pairs of ranked proposals of one group whose order is not certain.
  public var pairs: [Pair]
  /// All pairs of ranked proposals of one group.
  public var pairCount: Int
  /// What keeps a proposal from being ranked first, then by how many open pairs each decides, then by points.
  public var items: [Item]

  public struct Standing: Sendable {
    public var proposal: Int
    public var list: List
    public var total: Interval
    /// nil where it is not ranked.
    public var rank: Rank?
  }

  public struct Rank: Sendable, Hashable {
    public var rank: Int
    /// Among those that are ranked now.
    public var best: Int
    public var worst: Int
    /// Also when those that may leave the list leave it and those that may join it join it.
    public var bestOfAll: Int
    public var worstOfAll: Int
  }

  public struct Pair: Sendable, Hashable {
    /// Indices of proposals; the first stands above now, or they share the rank.
    public var first: Int
    public var second: Int
  }

  public enum Resolver: Sendable, Hashable { case applicant, association }

  /// One thing that is not known about one proposal.
  public struct Item: Sendable {
    public var proposal: Int
    public var cause: Unknown.Cause
    public var resolver: Resolver
    /// Open pairs that some answer to this alone settles, or turns as they rank by their low ends.
    public var decides: Int
    /// The low end of the total with the best answer, the high end with the worst; nil where the answers are too
    /// many to try.
    public var best: Rational?
    public var worst: Rational?
    /// How far it moves an end of the total, at the most.
    public var spread: Rational
    /// Indices of eligibility rules that hang on it.
    public var eligibility: [Int]
    /// Indices of exclusions that hang on it.
    public var exclusions: [Int]

    /// Whether it keeps the proposal from being examined.
    public var isGate: Bool { !eligibility.isEmpty || !exclusions.isEmpty }
  }
}

/// What is missing in a round that has been ranked.
///
/// - Throws: as `scoreProposal`.
public func gaps(_ data: RoundData, _ round: RoundResult) throws(ArithmeticError) -> Gaps {
  let options = ScoringOptions(
    weights: round.isTrial ? round.weights : nil, detail: .values, plan: ReadingPlan(data.ruleset))
  var pairs: [Gaps.Pair] = []
  var pairCount = 0
  for group in round.groups {
    let members = group.ranked.map { $0.proposal }
    pairCount += members.count * (members.count - 1) / 2
    for (place, first) in members.enumerated() {
      for second in members[(place + 1)...]
      where isOpen(round.proposals[first].total, round.proposals[second].total, data.ruleset) {
        pairs.append(Gaps.Pair(first: first, second: second))
      }
    }
  }
  var items: [Gaps.Item] = []
  for result in round.proposals where result.list != .notExamined {
    items += try gapItems(data, round, result, pairs, options)
  }
  let order = items.indices.sorted { a, b in
    let (x, y) = (items[a], items[b])
    if x.isGate != y.isGate { return x.isGate }
    if x.decides != y.decides { return y.decides < x.decides }
    return x.spread == y.spread ? a < b : y.spread < x.spread
  }
  return Gaps(
    standings: round.proposals.map { standing($0, round, data.ruleset) }, pairs: pairs, pairCount: pairCount,
    items: order.map { items[$0] })
}

/// Whether either of two totals may end above the other.
func isOpen(_ a: Interval, _ b: Interval, _ ruleset: Ruleset) -> Bool {
  if a.isKnown && b.isKnown { return false }
  return mayBeAbove(a, b, ruleset) && mayBeAbove(b, a, ruleset)
}

private func mayBeAbove(_ one: Interval, _ other: Interval, _ ruleset: Ruleset) -> Bool {
  one.high == other.low ? !ruleset.ties.isEmpty : other.low < one.high
}

private func standing(_ result: ProposalResult, _ round: RoundResult, _ ruleset: Ruleset) -> Gaps.Standing {
  var standing = Gaps.Standing(
    proposal: result.index, list: result.list, total: result.total, rank: nil)
  guard let group = round.groups.first(where: { $0.group == result.group }),
    let entry = group.ranked.first(where: { $0.proposal == result.index })
  else { return standing }
  var rank = Gaps.Rank(
    rank: entry.rank, best: entry.best, worst: entry.worst, bestOfAll: entry.best, worstOfAll: entry.worst)
  for other in group.ranked where other.proposal != result.index && entry.rank > other.rank {
    let theirs = round.proposals[other.proposal]
    let isCertainlyAbove =
      result.total.isKnown && theirs.total.isKnown || result.total.high < theirs.total.low
    if isCertainlyAbove && theirs.mayLeaveTheList { rank.bestOfAll -= 1 }
  }
  for other in round.proposals where other.list == .supplement || other.list == .assess {
    let isOfTheGroup = other.group == result.group || other.group == nil && !ruleset.groups.isEmpty
    if isOfTheGroup && mayBeAbove(other.total, result.total, ruleset) { rank.worstOfAll += 1 }
  }
  standing.rank = rank
  return standing
}

extension ProposalResult {
  /// A threshold or an exclusion is not settled.
  var mayLeaveTheList: Bool {
    reservations.contains { reservation in
      switch reservation {
      case .totalThreshold, .criterionThreshold, .exclusion: true
      case .flag: false
      }
    }
  }
}

private func gapItems(
  _ data: RoundData, _ round: RoundResult, _ result: ProposalResult, _ pairs: [Gaps.Pair],
  _ options: ScoringOptions
) throws(ArithmeticError) -> [Gaps.Item] {
  var causes = result.open
  for rule in result.eligibility where rule.verdict != .met { causes = causes.union(rule.causes) }
  for rule in result.exclusions where rule.status == .untried { causes = causes.union(rule.causes) }
  for (flag, rule) in zip(result.flags, data.ruleset.flags) where rule.asksPerson && flag.verdict == .unknown
  {
    causes = causes.union(flag.causes)
  }
  if causes.isEmpty { return [] }
  let scoring = ProposalScoring(data, at: result.index, options: options)
  let own = pairs.filter { $0.first == result.index || $0.second == result.index }
  var items: [Gaps.Item] = []
  for cause in causes {
    var item = Gaps.Item(
      proposal: result.index, cause: cause, resolver: scoring.verified.resolver(of: cause), decides: 0,
      best: nil, worst: nil, spread: .zero,
      eligibility: result.eligibility.indices.filter {
        result.eligibility[$0].verdict != .met && result.eligibility[$0].causes.contains(cause)
      },
      exclusions: result.exclusions.indices.filter {
        result.exclusions[$0].status == .untried && result.exclusions[$0].causes.contains(cause)
      })
    if result.open.contains(cause) {
      try measure(&item, scoring, result, own, round, data.ruleset)
    }
    items.append(item)
  }
  return items
}

/// More answers than this are not tried one by one.
private let answersTried = 64

private func measure(
  _ item: inout Gaps.Item, _ scoring: ProposalScoring, _ result: ProposalResult, _ pairs: [Gaps.Pair],
  _ round: RoundResult, _ ruleset: Ruleset
) throws(ArithmeticError) {
  let now = result.total
  let others = pairs.map { round.proposals[$0.first == result.index ? $0.second : $0.first].total }
  guard let domain = scoring.verified.domain(of: item.cause), domain.count <= answersTried else {
    // The rules that hang on it bound what it can move; whether it settles a pair is then a matter of size.
    item.spread = min(try width(result.verified, item.cause), try now.high.subtracting(now.low))
    for other in others {
      let least = try now.low.adding(item.spread)
      let most = try now.high.subtracting(item.spread)
      if other.high < least || most < other.low { item.decides += 1 }
    }
    return
  }
  var settled = [Bool](repeating: false, count: others.count)
  for value in domain {
    let total = try scoring.total([item.cause: value]).contribution
    item.best = item.best.map { max($0, total.low) } ?? total.low
    item.worst = item.worst.map { min($0, total.high) } ?? total.high
    let answered = Interval(total.low, total.high)
    for (index, other) in others.enumerated()
    where !isOpen(answered, other, ruleset) || isTurned(other, from: now, to: answered) {
      settled[index] = true
    }
  }
  item.decides = settled.count { $0 }
  if let best = item.best, let worst = item.worst {
    item.spread = max(try best.subtracting(now.low), try now.high.subtracting(worst), .zero)
  }
}

/// Whether the low end passes the other's.
private func isTurned(_ other: Interval, from now: Interval, to then: Interval) -> Bool {
  now.low < other.low && other.low < then.low || other.low < now.low && then.low < other.low
}

/// The summed widths of the lowest nodes that hang on a cause.
private func width(_ node: Explanation, _ cause: Unknown.Cause) throws(ArithmeticError) -> Rational {
  if case .adjustment = node.kind { return .zero }
  var sum = Rational.zero
  for child in node.children { sum = try sum.adding(width(child, cause)) }
  if !sum.isZero || !node.causes.contains(cause) { return sum }
  return try node.contribution.high.subtracting(node.contribution.low).magnitude
}

extension Case {
  /// What is missing the applicant gives; what roles differ on, what nobody has seen or judged is the association's.
  func resolver(of cause: Unknown.Cause) -> Gaps.Resolver { isMissing(cause) ? .applicant : .association }
}
