internal import Criteria
internal import ExactNumbers
internal import FEEL

/// The total that a proposal gets when one unknown alone is settled as well as it can be.
struct SettledTotal: Sendable {
  var cause: Unknown.Cause
  /// The low end.
  var total: Rational
}

/// Proposals that may get a better rank when something unknown is settled.
func possibleRisers(_ round: RoundResult) -> [Int] {
  round.groups.flatMap { group in
    group.ranked.count < 2 ? [] : group.ranked.filter { $0.best < $0.rank }.map { $0.proposal }
  }
}

/// What each of a proposal's unknowns gives, settled alone; those with too many values are left out.
func settledTotals(_ scoring: ProposalScoring, _ result: ProposalResult) throws(ArithmeticError)
  -> [SettledTotal]
{
  let evaluation = TotalEvaluation(
    base: scoring.verified, weights: scoring.weights, detail: .values, tries: scoring.tries)
  let parts = try evaluation.parts(in: scoring.known)
  var totals: [SettledTotal] = []
  for cause in result.open {
    guard let domain = scoring.verified.domain(of: cause), domain.count <= 64 else { continue }
    let untouched = zip(parts.parts, parts.applies).map { part, applies -> Scored? in
      guard applies != false, !part.isOpen, part.value.isKnown || !part.causes.contains(cause) else {
        return nil
      }
      return part
    }
    var best: Rational?
    for value in domain {
      let situation = scoring.known.filled(cause, value, scoring.tries)
      let total = try evaluation.total(in: situation, settled: untouched).contribution.low
      best = best.map { max($0, total) } ?? total
    }
    if let best { totals.append(SettledTotal(cause: cause, total: best)) }
  }
  return totals
}

/// What could change the order among the ranked: single unknowns that, settled as well as they can be, would lift a
/// proposal past another, and single weights at which neighbours change places.
///
/// - Parameter settled: for each of `possibleRisers`.
func orderChanges(_ data: RoundData, _ round: RoundResult, settled: [(proposal: Int, totals: [SettledTotal])])
  throws(ArithmeticError) -> [OrderChange]
{
  var changes: [(change: OrderChange, size: Rational)] = []
  for group in round.groups where group.ranked.count > 1 {
    for entry in group.ranked {
      let now = round.proposals[entry.proposal].total.low
      let totals = settled.first { $0.proposal == entry.proposal }?.totals ?? []
      for (cause, best) in totals.map({ ($0.cause, $0.total) }) where now < best {
        let above = group.ranked.filter {
          $0.proposal != entry.proposal && best < round.proposals[$0.proposal].total.low
        }
        let rank = above.count + 1
        if rank < entry.rank {
          changes.append(
            (
              .settled(proposal: entry.proposal, cause: cause, total: best, rankAfter: rank),
              try best.subtracting(now)
            ))
        }
      }
    }
    for (first, second) in zip(group.ranked, group.ranked.dropFirst()) where first.rank < second.rank {
      changes += try weightChanges(data, round, first.proposal, second.proposal)
    }
  }
  changes.sort { a, b in
    switch (a.change, b.change) {
    case (.settled, .weight): return true
    case (.weight, .settled): return false
    case (.settled, .settled): return b.size < a.size
    case (.weight, .weight): return a.size < b.size
    }
  }
  return changes.map { $0.change }
}

/// The weight of each criterion at which `second` passes `first`, the other weights in proportion; low ends.
/// With `w` the criterion's share and `r` a proposal's mean over the others by their weights, the totals meet where
/// `w·a + (1 − w)·ra = w·b + (1 − w)·rb`.
private func weightChanges(_ data: RoundData, _ round: RoundResult, _ first: Int, _ second: Int)
  throws(ArithmeticError) -> [(change: OrderChange, size: Rational)]
{
  let a = round.proposals[first].verified
  let b = round.proposals[second].verified
  let count = data.ruleset.criteria.count
  // Moved weight bends the line: such pairs are left to the full analysis.
  for node in a.children.prefix(count) + b.children.prefix(count) where node.isApplicable != true {
    return []
  }
  var sum = Rational.zero
  for weight in round.weights { sum = try sum.adding(weight) }
  var changes: [(change: OrderChange, size: Rational)] = []
  for criterion in 0..<count {
    let others = try sum.subtracting(round.weights[criterion])
    if others.isZero { continue }
    var restA = Rational.zero
    var restB = Rational.zero
    for other in 0..<count where other != criterion {
      let share = try round.weights[other].divided(by: others)
      restA = try restA.adding(share.multiplied(by: a.children[other].value?.low ?? .zero))
      restB = try restB.adding(share.multiplied(by: b.children[other].value?.low ?? .zero))
    }
    let own = try (a.children[criterion].value?.low ?? .zero).subtracting(
      b.children[criterion].value?.low ?? .zero)
    let rest = try restB.subtracting(restA)
    let denominator = try own.adding(rest)
    if denominator.isZero { continue }
    let share = try rest.divided(by: denominator)
    guard Rational.zero < share, share < .one else { continue }
    let weight = try share.multiplied(by: sum)
    let distance = try weight.subtracting(round.weights[criterion])
    if distance.isZero { continue }
    changes.append(
      (
        .weight(
          criterion: criterion, weight: weight, from: round.weights[criterion], first: first, second: second),
        distance < .zero ? try Rational.zero.subtracting(distance) : distance
      ))
  }
  return changes
}
