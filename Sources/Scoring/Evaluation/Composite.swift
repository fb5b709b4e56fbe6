internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// One way in which siblings may share the weight: which of them apply, and each one's share (they sum to 1,
/// or all are 0 when none applies).
struct WeightCase {
  var applies: [Bool]
  var shares: [Rational]
}

/// docs/scoring.md, 5: the weight of what does not apply moves to `weight_to`, in proportion to base weights,
/// among those that apply; else to all siblings that apply.
func shareWeights(_ siblings: [Criterion], weights: [Rational], applies: [Bool]) throws(ArithmeticError)
  -> [Rational]
{
  var moved = weights
  for index in siblings.indices where !applies[index] { moved[index] = .zero }
  guard applies.contains(true) else { return moved }
  for index in siblings.indices where !applies[index] {
    let named = siblings[index].notApplicable?.weightTo ?? []
    var receivers = named.filter { applies[$0] }
    if receivers.isEmpty { receivers = siblings.indices.filter { applies[$0] } }
    var base = Rational.zero
    for receiver in receivers { base = try base.adding(weights[receiver]) }
    for receiver in receivers {
      let part = try weights[index].multiplied(by: weights[receiver]).divided(by: base)
      moved[receiver] = try moved[receiver].adding(part)
    }
  }
  var sum = Rational.zero
  for weight in moved { sum = try sum.adding(weight) }
  for index in moved.indices { moved[index] = try moved[index].divided(by: sum) }
  return moved
}

/// Siblings before they are weighed: no weight changes them.
struct UnweighedSiblings {
  /// What does not apply is there with nothing in it.
  var parts: [Scored]
  /// Whether each applies (nil: not known).
  var applies: [Bool?] = []
  /// Unknowns that decide what applies.
  var causes: [Unknown.Cause] = []
  var isOpen = false
  fileprivate var notes: [[Explanation.Note]] = []
}

/// Siblings scored together: sub-criteria, or the criteria at the top.
struct Siblings {
  var parts: [Scored]
  /// Share of the weight at the low and at the high end, and whether each applies (nil: not known).
  var low: [Rational]
  var high: [Rational]
  var applies: [Bool?]
  /// Unknowns that decide what applies.
  var causes: [Unknown.Cause]
  var isOpen: Bool
}

extension CriterionEvaluation {
  /// More unknown applicabilities than this are not tried in every combination.
  private static let combinationLimit = 8

  /// `part` gives what one of them comes to, by its place. Small, because it is compiled for each of its callers.
  func scoreSiblings(
    _ siblings: [Criterion], _ reads: [CriterionReads], weights: [Rational], path: String,
    part: (Int) throws(ArithmeticError) -> Scored
  ) throws(ArithmeticError) -> Siblings {
    let unweighed = try scoreUnweighed(siblings, reads, path: path, part: part)
    return try weigh(siblings, unweighed, weights: weights)
  }

  /// The same before they are weighed.
  func scoreUnweighed(
    _ siblings: [Criterion], _ reads: [CriterionReads], path: String,
    part: (Int) throws(ArithmeticError) -> Scored
  ) throws(ArithmeticError) -> UnweighedSiblings {
    var unweighed = standing(of: siblings, reads)
    for index in siblings.indices {
      unweighed.parts.append(
        unweighed.applies[index] == false ? leftOut(siblings[index], path: path) : try part(index))
    }
    return unweighed
  }

  /// Which siblings apply.
  private func standing(of siblings: [Criterion], _ reads: [CriterionReads]) -> UnweighedSiblings {
    var standing = UnweighedSiblings(parts: [])
    for (criterion, reads) in zip(siblings, reads) {
      guard let rule = criterion.notApplicable else {
        standing.applies.append(true)
        standing.notes.append([])
        continue
      }
      let condition = Condition(value(rule.when, at: reads.applies), of: rule.when)
      switch condition.verdict {
      case .met:
        standing.applies.append(false)
        standing.notes.append([.notApplicable])
      case .notMet:
        standing.applies.append(true)
        standing.notes.append([])
      case .unknown:
        standing.applies.append(nil)
        standing.causes = standing.causes.union(condition.causes)
        standing.notes.append([.mayNotApply])
      case .failed(let reason):
        standing.applies.append(nil)
        standing.isOpen = true
        standing.notes.append([.mayNotApply, .failed(reason, rule.when.span(of: reason.range))])
      }
    }
    return standing
  }

  private func leftOut(_ criterion: Criterion, path: String) -> Scored {
    var node = Explanation(kind: .criterion, path: childPath(path, criterion.id), title: criterion.title)
    node.possiblePoints = criterion.maximum
    node.sources = criterion.sources
    node.span = criterion.span
    node.possibleContribution = .zero
    return Scored(node: node, value: .zero, causes: [], isOpen: false)
  }

  /// The parts with their share of the weight at either end.
  ///
  /// - Parameter unit: what the siblings come to at the most; the contributions in their nodes are parts of it.
  func weigh(
    _ siblings: [Criterion], _ unweighed: UnweighedSiblings, weights: [Rational], unit: Rational = .one
  ) throws(ArithmeticError) -> Siblings {
    let cases = try weightCases(siblings, weights: weights, applies: unweighed.applies)
    var lowest: (sum: Rational, shares: [Rational])?
    var highest: (sum: Rational, shares: [Rational])?
    for shares in cases {
      var low = Rational.zero
      var high = Rational.zero
      for (part, share) in zip(unweighed.parts, shares) {
        low = try low.adding(part.value.low.multiplied(by: share))
        high = try high.adding(part.value.high.multiplied(by: share))
      }
      if lowest == nil || low < lowest!.sum { lowest = (low, shares) }
      if highest == nil || highest!.sum < high { highest = (high, shares) }
    }
    var parts = unweighed.parts
    for index in parts.indices {
      let a = lowest!.shares[index]
      let b = highest!.shares[index]
      parts[index].node.isApplicable = unweighed.applies[index]
      if !unweighed.notes[index].isEmpty { parts[index].node.notes += unweighed.notes[index] }
      parts[index].node.weight = Interval(min(a, b), max(a, b))
      try parts[index].node.scale(low: a.multiplied(by: unit), high: b.multiplied(by: unit), detail)
    }
    return Siblings(
      parts: parts, low: lowest!.shares, high: highest!.shares, applies: unweighed.applies,
      causes: unweighed.causes, isOpen: unweighed.isOpen)
  }

  func childPath(_ path: String, _ id: String) -> String { path.isEmpty ? id : path + "/" + id }

  private func weightCases(_ siblings: [Criterion], weights: [Rational], applies: [Bool?])
    throws(ArithmeticError) -> [[Rational]]
  {
    var cases: [[Rational]] = []
    for settled in Self.settledCases(applies) {
      cases.append(try shareWeights(siblings, weights: weights, applies: settled))
    }
    return cases
  }

  /// Every way in which what is not known to apply may turn out.
  static func settledCases(_ applies: [Bool?]) -> [[Bool]] {
    let open = applies.indices.filter { applies[$0] == nil }
    // Past the limit only "all apply" to "each alone does not": the ruleset reader allows no more than this.
    let tried = open.prefix(combinationLimit)
    return (0..<(1 << tried.count)).map { bits in
      var settled = applies.map { $0 ?? true }
      for (position, index) in tried.enumerated() { settled[index] = bits & (1 << position) == 0 }
      return settled
    }
  }

  func scoreComposite(
    _ criterion: Criterion, _ parts: [Criterion], _ combine: Criterion.Combine, _ reads: CriterionReads,
    path: String
  ) throws(ArithmeticError) -> Scored {
    let siblings = try scoreSiblings(
      parts, reads.parts, weights: parts.map { $0.weight }, path: path
    ) { (index) throws(ArithmeticError) in
      try score(parts[index], reads.parts[index], path: childPath(path, parts[index].id))
    }
    var children = siblings.parts.map { $0.node }
    var sum = Interval.zero
    var low = Rational.zero
    var high = Rational.zero
    for child in children {
      low = try low.adding(child.contribution.low)
      high = try high.adding(child.contribution.high)
    }
    sum = Interval(low, high)
    var value = sum
    if combine == .minimum {
      value = minimum(siblings)
      let difference = try value.difference(from: sum)
      if !difference.low.isZero || !difference.high.isZero {
        children.append(.adjustment(.minimum, path: path, low: difference.low, high: difference.high))
      }
    }
    var causes = siblings.causes
    var isOpen = siblings.isOpen
    for part in siblings.parts where !part.value.isKnown {
      causes = causes.union(part.causes)
      isOpen = isOpen || part.isOpen
    }
    var scored = try finish(
      criterion, path: path, points: value.scaled(by: criterion.maximum), children: children,
      areParts: true, causes: causes, isOpen: isOpen)
    if !siblings.applies.contains(where: { $0 != false }) { scored.node.notes.append(.noCriterionApplies) }
    return scored
  }

  /// The lowest of the parts; one that may not apply may be left out.
  private func minimum(_ siblings: Siblings) -> Interval {
    var certain: Interval?
    var possible: [Interval] = []
    for (part, applies) in zip(siblings.parts, siblings.applies) {
      switch applies {
      case true?:
        certain =
          certain.map { Interval(min($0.low, part.value.low), min($0.high, part.value.high)) } ?? part.value
      case false?: break
      case nil: possible.append(part.value)
      }
    }
    return lowestOf(certain: certain, possible: possible)
  }

  /// The range of the minimum over the certain ones with any subset of the possible ones; 0 over nothing.
  func lowestOf(certain: Interval?, possible: [Interval]) -> Interval {
    guard let certain else {
      var result = Interval.zero
      for one in possible { result = result.hull(one) }
      return result
    }
    var low = certain.low
    for one in possible { low = min(low, one.low) }
    return Interval(low, certain.high)
  }
}
