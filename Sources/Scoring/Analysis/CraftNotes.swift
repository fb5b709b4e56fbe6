public import Criteria
public import ExactNumbers
internal import FEEL

/// Something in how a round came out that whoever wrote the criteria should know. Notes, never errors: the order
/// stands as it is.
public enum CraftNote: Sendable, Hashable {
  /// All ranked proposals lie within this share of the criterion's scale (index among the top criteria).
  case hardlyTellsApart(criterion: Int, spread: Rational)
  /// Proposals with much on one criterion have much on the other.
  case followEachOther(first: Int, second: Int)
  /// So many of the neighbours in a group's order cannot be told apart.
  case mostAreClose(group: Int?, close: Int, of: Int)
  /// A measure's scale begins and ends exactly at the lowest and highest figure of the round (path of the criterion).
  case anchorsFromProposals(path: String)
}

/// Notes on the criteria, from a scored round; docs/analysis.md says when each is given.
///
/// - Throws: as `scoreProposal`.
public func craftNotes(_ data: RoundData, _ result: RoundResult) throws(ArithmeticError) -> [CraftNote] {
  var notes: [CraftNote] = []
  let ranked = result.proposals.filter { $0.list == .ranked }
  let criteria = data.ruleset.criteria.indices
  let columns = criteria.map { criterion in ranked.map { value($0, criterion) } }
  for criterion in criteria {
    if let spread = try spread(columns[criterion]) {
      notes.append(.hardlyTellsApart(criterion: criterion, spread: spread))
    }
  }
  for second in criteria {
    for first in criteria where first < second {
      if try follow(columns[first], columns[second]) {
        notes.append(.followEachOther(first: first, second: second))
      }
    }
  }
  for group in result.groups where group.ranked.count > 3 {
    let pairs = group.ranked.count - 1
    let close = group.ranked.dropLast().count { $0.isCloseToNext }
    if close * 2 >= pairs { notes.append(.mostAreClose(group: group.group, close: close, of: pairs)) }
  }
  notes += anchors(data.ruleset.criteria, under: "", data, result)
  return notes
}

/// nil where the criterion does not apply, or may not.
private func value(_ result: ProposalResult, _ criterion: Int) -> Interval? {
  let node = result.verified.children[criterion]
  return node.isApplicable == false ? nil : node.value
}

/// The share of the scale that the values lie within, where it is less than a tenth and they are three or more.
private func spread(_ values: [Interval?]) throws(ArithmeticError) -> Rational? {
  let known = values.compactMap { $0 }
  guard known.count >= 3, var low = known.first?.low, var high = known.first?.high else { return nil }
  for value in known {
    low = min(low, value.low)
    high = max(high, value.high)
  }
  let spread = try high.subtracting(low)
  return try spread.multiplied(by: 10) < .one ? spread : nil
}

/// Pearson's correlation of the low ends is 0.95 or more, over six proposals or more. Squared, it is a fraction.
private func follow(_ first: [Interval?], _ second: [Interval?]) throws(ArithmeticError) -> Bool {
  var pairs: [(x: Rational, y: Rational)] = []
  for (x, y) in zip(first, second) {
    if let x, let y { pairs.append((x.low, y.low)) }
  }
  if pairs.count < 6 { return false }
  let meanX = try Rational.mean(pairs.map { $0.x })
  let meanY = try Rational.mean(pairs.map { $0.y })
  var (xx, yy, xy) = (Rational.zero, Rational.zero, Rational.zero)
  for pair in pairs {
    let x = try pair.x.subtracting(meanX)
    let y = try pair.y.subtracting(meanY)
    xx = try xx.adding(x.multiplied(by: x))
    yy = try yy.adding(y.multiplied(by: y))
    xy = try xy.adding(x.multiplied(by: y))
  }
  if xy.sign <= 0 { return false }
  let limit = try Rational(361, 400).multiplied(by: xx).multiplied(by: yy)
  return try limit <= xy.multiplied(by: xy)
}

/// Measures outside `each` whose ends are the round's own lowest and highest figures, of three or more.
private func anchors(
  _ criteria: [Criterion], under path: String, _ data: RoundData, _ result: RoundResult
) -> [CraftNote] {
  var notes: [CraftNote] = []
  for criterion in criteria where criterion.each == nil {
    let own = path.isEmpty ? criterion.id : path + "/" + criterion.id
    switch criterion.scoring {
    case .composite(let parts, _): notes += anchors(parts, under: own, data, result)
    case .measure(let measure):
      let figures = figures(measure.of, data, result)
      if let least = figures.min(), let most = figures.max(), Set(figures).count >= 3,
        measure.points.first?.input == least, measure.points.last?.input == most
      {
        notes.append(.anchorsFromProposals(path: own))
      }
    case .ladder, .points, .table, .judged: break
    }
  }
  return notes
}

/// What an expression comes to in each proposal, where it is a known number.
private func figures(_ expression: Compiled, _ data: RoundData, _ result: RoundResult) -> [Rational] {
  var figures: [Rational] = []
  // A fact is worked out already.
  if let fact = data.ruleset.facts.firstIndex(where: { $0.name == expression.text }) {
    for proposal in result.proposals {
      if case .number(let number) = proposal.facts[fact], let figure = exact(number) {
        figures.append(figure)
      }
    }
    return figures
  }
  let options = ScoringOptions(detail: .values, plan: ReadingPlan(data.ruleset))
  for index in data.proposals.indices {
    let scoring = ProposalScoring(data, at: index, options: options)
    let situation = scoring.verified.situation()
    if case .number(let number) = situation.evaluate(expression, in: situation.scope),
      let figure = exact(number)
    {
      figures.append(figure)
    }
  }
  return figures
}
