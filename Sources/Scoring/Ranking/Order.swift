internal import Criteria
internal import ExactNumbers
internal import FEEL

/// A tie key's value: known exactly, or not.
private enum KeyValue {
  case known(Rational)
  case unknown
}

/// Orders proposals by the total's low end, then the ties, else shared rank (docs/scoring.md, 7).
struct Order {
  let ruleset: Ruleset
  /// Indices into `results`, in order; those that share a rank stand in the order of their names' collation.
  private(set) var positions: [Int] = []
  /// Place 0… of each position's class: equal numbers share the rank.
  private(set) var places: [Int] = []
  /// The tie key that separated a position from the one before.
  private(set) var settledBy: [String?] = []

  init(_ members: [Int], _ results: [ProposalResult], _ ruleset: Ruleset) {
    self.ruleset = ruleset
    var classes: [(members: [Int], key: String?)] = []
    let byTotal = members.sorted {
      let a = results[$0].total.low
      let b = results[$1].total.low
      return a == b ? $0 < $1 : b < a
    }
    for member in byTotal {
      if let last = classes.last?.members.last, results[last].total.low == results[member].total.low {
        classes[classes.count - 1].members.append(member)
      } else {
        classes.append(([member], nil))
      }
    }
    for group in classes { split(group.members, tie: 0, key: nil, results) }
  }

  private mutating func split(_ members: [Int], tie: Int, key: String?, _ results: [ProposalResult]) {
    if members.count > 1 && tie < ruleset.ties.count {
      let rule = ruleset.ties[tie]
      var known: [(Int, Rational)] = []
      for member in members {
        // One unknown key leaves the tie for all: otherwise the order would depend on who is compared first.
        if case .known(let value) = keyValue(rule.key, results[member]) { known.append((member, value)) }
      }
      if known.count == members.count {
        known.sort { a, b in
          if a.1 == b.1 { return a.0 < b.0 }
          return rule.descending ? b.1 < a.1 : a.1 < b.1
        }
        var start = known.startIndex
        while start < known.endIndex {
          var end = start
          while end < known.endIndex && known[end].1 == known[start].1 { end += 1 }
          split(
            known[start..<end].map { $0.0 }, tie: tie + 1, key: start == 0 ? key : rule.id, results)
          start = end
        }
        return
      }
    }
    let place = positions.count
    for member in members.sorted() {
      positions.append(member)
      places.append(place)
      settledBy.append(positions.count - 1 == place ? key : nil)
    }
  }

  private func keyValue(_ key: Tie.Key, _ result: ProposalResult) -> KeyValue {
    switch key {
    case .criterion(let index):
      let node = result.verified.children[index]
      guard node.isApplicable == true, let value = node.value, value.isKnown else { return .unknown }
      return .known(value.low)
    case .fact(let index): return number(result.facts[index])
    case .column(let index): return number(result.columns[index])
    }
  }

  private func number(_ value: Value) -> KeyValue {
    if case .number(let number) = value, let exact = exact(number) { return .known(exact) }
    return .unknown
  }
}

/// The ranked list of a group, with ranks, rank intervals and closeness.
func rankedEntries(_ members: [Int], _ results: [ProposalResult], _ ruleset: Ruleset)
  throws(ArithmeticError) -> [RankedEntry]
{
  let order = Order(members, results, ruleset)
  var entries: [RankedEntry] = []
  for (position, member) in order.positions.enumerated() {
    let own = results[member].total
    var best = 1
    var worst = 1
    for (other, candidate) in order.positions.enumerated() where other != position {
      let theirs = results[candidate].total
      let isSettled = own.isKnown && theirs.isKnown
      let isAbove = isSettled ? order.places[other] < order.places[position] : own.high < theirs.low
      let mayBeAbove: Bool
      if isSettled {
        mayBeAbove = isAbove
      } else if theirs.high == own.low {
        mayBeAbove = !ruleset.ties.isEmpty
      } else {
        mayBeAbove = own.low < theirs.high
      }
      if isAbove { best += 1 }
      if mayBeAbove { worst += 1 }
    }
    var isClose = false
    if position + 1 < order.positions.count {
      let next = results[order.positions[position + 1]].total
      let gap = try own.low.subtracting(next.low)
      isClose = gap < ruleset.indistinguishableWithin || gap.isZero
    }
    entries.append(
      RankedEntry(
        proposal: member, rank: order.places[position] + 1, best: best, worst: worst, isCloseToNext: isClose,
        settledBy: order.settledBy[position]))
  }
  return entries
}
