internal import Criteria
public import ExactNumbers

/// The sets within one size of the frame.
public struct FrameStep: Sendable {
  /// Of the frame in the round's file; what is committed and the equity stay.
  public var percent: Int
  /// As `FrameResult.left`.
  public var left: [Int64]
  /// Proposals above the money line.
  public var above: [Int]
  public var sets: [AlternativeSet]
}

/// A set that a board may want to look at.
public struct AlternativeSet: Sendable {
  public enum Kind: Sendable, Hashable {
    /// The highest sum of totals.
    case highestTotal
    /// The highest sum among those that reach every threshold for certain.
    case aboveThresholds
  }

  public enum Outcome: Sendable {
    case found(Solution)
    /// No set meets the constraints.
    case none
    /// None was found within the fixed number of nodes.
    case notFound
    /// Somebody's granted amount is not known (its proposal).
    case amountUnknown(Int)
  }

  public struct Solution: Sendable {
    public var members: [Member]
    /// Low ends of the members' totals, parts by their share.
    public var total: Rational
    /// As `FrameResult.left`.
    public var costs: [Int64]
    public var left: [Int64]
    /// No set within the frame has a higher sum. Otherwise it is the best found: "ej bevisat".
    public var isProven: Bool
    /// How much higher another's sum might be, at the most; 0 where it is proven.
    public var gap: Double
    /// Parts of the search that were looked at.
    public var nodes: Int
    /// Another set has exactly the same sum; this is the cheapest, then the one first in the order.
    public var isShared: Bool
  }

  public struct Member: Sendable, Hashable {
    public var proposal: Int
    /// Index in the round's `constraints.parts`; nil: the whole.
    public var part: Int?
  }

  public var kind: Kind
  public var outcome: Outcome

  public var solution: Solution? {
    if case .found(let solution) = outcome { solution } else { nil }
  }
}

/// How often a proposal is in the sets as the frame varies.
public struct Membership: Sendable, Hashable {
  public enum Extent: Sendable, Hashable { case every, some, none }
  public var proposal: Int
  public var sets: Int
  public var of: Int
  public var extent: Extent { sets == 0 ? .none : sets == of ? .every : .some }
}

extension FramePlan {
  /// 80, 85 … 120 per cent.
  static let percents = Array(stride(from: 80, through: 120, by: 5))
  /// Beside the frame as it is, a rougher search will do.
  private static let sideNodeLimit = 100_000

  func steps(_ classes: [[Int]], _ result: RoundResult) throws(ArithmeticError) -> [FrameStep] {
    let candidates = candidates(result)
    let strict = candidates.filter { !isBelowSomeThreshold(result.proposals[$0]) || decided.contains($0) }
    var steps: [FrameStep] = []
    for percent in FramePlan.percents {
      let left = left(percent: Int64(percent))
      let limit = percent == 100 ? Portfolio.nodeLimit : FramePlan.sideNodeLimit
      var sets = [
        AlternativeSet(kind: .highestTotal, outcome: try best(of: candidates, result, left, nodeLimit: limit))
      ]
      if strict.count < candidates.count {
        sets.append(
          AlternativeSet(
            kind: .aboveThresholds, outcome: try best(of: strict, result, left, nodeLimit: limit)))
      }
      steps.append(
        FrameStep(percent: percent, left: left, above: line(classes, left: left).above, sets: sets))
    }
    return steps
  }

  /// Ranked proposals whose cost is known, and those already decided; by the combined order's totals.
  func candidates(_ result: RoundResult) -> [Int] {
    let candidates = result.proposals.indices.filter {
      decided.contains($0) || result.proposals[$0].list == .ranked && asks[$0].kronor != nil
    }
    return candidates.sorted { a, b in
      let x = result.proposals[a].total.low
      let y = result.proposals[b].total.low
      return x == y ? a < b : y < x
    }
  }

  private func isBelowSomeThreshold(_ proposal: ProposalResult) -> Bool {
    proposal.reservations.contains {
      switch $0 {
      case .totalThreshold, .criterionThreshold: true
      case .exclusion, .flag: false
      }
    }
  }

  private func best(of candidates: [Int], _ result: RoundResult, _ left: [Int64], nodeLimit: Int)
    throws(ArithmeticError) -> AlternativeSet.Outcome
  {
    var items: [Portfolio.Item] = []
    var options: [[Int?]] = []
    for proposal in candidates {
      guard let whole = asks[proposal].kronor else { return .amountUnknown(proposal) }
      let total = result.proposals[proposal].total.low
      var item = Portfolio.Item(
        options: [Portfolio.Option(value: total, costs: whole)], isDecided: decided.contains(proposal),
        group: groups[proposal])
      var numbers: [Int?] = [nil]
      if !item.isDecided {
        for part in parts where part.proposal == proposal {
          item.options.append(
            Portfolio.Option(value: try total.multiplied(by: part.share), costs: part.costs))
          numbers.append(part.number)
        }
      }
      items.append(item)
      options.append(numbers)
    }
    let place = { (proposal: Int) in candidates.firstIndex(of: proposal) }
    var requirements: [Portfolio.Requirement] = []
    for rule in requires {
      guard let item = place(rule.item) else { continue }
      if let needs = place(rule.needs) {
        requirements.append(Portfolio.Requirement(item: item, needs: needs))
      } else if items[item].isDecided {
        return .none
      } else {
        // What it requires cannot be granted, so neither can it.
        items[item].options = []
      }
    }
    let portfolio = Portfolio(
      items: items, frame: left.map { max($0, 0) }, atMostOne: atMostOne.map { $0.compactMap(place) },
      requirements: requirements, minimums: minimums)
    let search = try portfolio.search(nodeLimit: nodeLimit)
    guard let found = search.solution else { return search.isComplete ? .none : .notFound }
    var members: [AlternativeSet.Member] = []
    for (item, option) in found.choice.options.enumerated() {
      if let option {
        members.append(AlternativeSet.Member(proposal: candidates[item], part: options[item][option]))
      }
    }
    var rest: [Int64] = []
    for (left, cost) in zip(left, found.costs) { rest.append(left - cost) }
    return .found(
      AlternativeSet.Solution(
        members: members, total: found.value, costs: found.costs, left: rest, isProven: found.isProven,
        gap: found.gap, nodes: found.nodes, isShared: found.isShared))
  }
}

/// Over every set of every step.
func memberships(_ steps: [FrameStep], among candidates: [Int]) -> [Membership] {
  let sets = steps.flatMap { $0.sets.compactMap { $0.solution } }
  return candidates.sorted().map { proposal in
    Membership(
      proposal: proposal, sets: sets.filter { $0.members.contains { $0.proposal == proposal } }.count,
      of: sets.count)
  }
}
