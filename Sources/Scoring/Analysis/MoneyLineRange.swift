internal import Criteria
internal import ExactNumbers

/// Where the same proposals stand above the money line as a criterion's weight moves: outward from the weight as it
/// is, from one change of places to the next, until the set is another.
func moneyLineRange(
  _ data: RoundData, _ result: RoundResult, _ frame: FrameResult, _ curves: [TotalCurve?], _ axis: WeightAxis
) throws(ArithmeticError) -> WeightRange {
  let ranked = frame.order.map { $0.proposal }
  let now = frame.line.above.sorted()
  var isAbove = [Bool](repeating: false, count: result.proposals.count)
  for proposal in now { isAbove[proposal] = true }

  var range = WeightRange(isExact: true)
  var crossings: [Crossing] = []
  for (place, a) in ranked.enumerated() {
    for b in ranked[(place + 1)...] {
      guard let first = curves[a], let second = curves[b] else { continue }
      let (stretches, isExact) = try first.signs(against: second)
      range.isExact = range.isExact && isExact
      for (below, above) in zip(stretches, stretches.dropFirst()) {
        // Those above the line change places among themselves at no cost.
        if isAbove[a] && isAbove[b] { continue }
        crossings.append(
          Crossing(place: below.to, first: a, second: b, below: below.sign, above: above.sign))
      }
    }
  }
  var trial = LineTrial(data, result, frame, ranked)

  let upward = crossings.filter { axis.base <= $0.place }.sorted { $0.place < $1.place }
  if let (end, change) = try trial.firstChange(upward, toward: .one, now, isAbove, curves) {
    range.high = try end.multiplied(by: axis.sum)
    range.atHigh = change
  }
  let downward = crossings.filter { $0.place <= axis.base }.sorted { $1.place < $0.place }
  if let (end, change) = try trial.firstChange(downward, toward: .zero, now, isAbove, curves) {
    range.low = try end.multiplied(by: axis.sum)
    range.atLow = change
  }
  return range
}

/// Two proposals change places.
private struct Crossing {
  var place: Rational
  var first: Int
  var second: Int
  /// Sign of the first's total less the second's, to both sides.
  var below: Int
  var above: Int
}

/// The line with totals as they are at some place on the axis.
private struct LineTrial {
  let frame: FrameResult
  let ranked: [Int]
  let ruleset: Ruleset
  var results: [ProposalResult]

  init(_ data: RoundData, _ result: RoundResult, _ frame: FrameResult, _ ranked: [Int]) {
    self.frame = frame
    self.ranked = ranked
    ruleset = data.ruleset
    results = result.proposals
  }

  /// `crossings` in the order in which they are met.
  mutating func firstChange(
    _ crossings: [Crossing], toward end: Rational, _ now: [Int], _ isAbove: [Bool], _ curves: [TotalCurve?]
  ) throws(ArithmeticError) -> (Rational, WeightRange.Change)? {
    var start = 0
    while start < crossings.count {
      let place = crossings[start].place
      var next = start
      while next < crossings.count && crossings[next].place == place { next += 1 }
      let beyond = next < crossings.count ? crossings[next].place : end
      let middle = try place.adding(beyond).divided(by: 2)
      let then = try above(at: middle, curves)
      if then != now {
        let met = crossings[start..<next]
        let turned = met.first { isAbove[$0.first] != isAbove[$0.second] } ?? met[start]
        // Who is ahead after the crossing, in the direction of travel.
        let sign = end == .one ? turned.above : turned.below
        let change =
          sign > 0
          ? WeightRange.Change(passed: turned.second, passes: turned.first)
          : WeightRange.Change(passed: turned.first, passes: turned.second)
        return (place, change)
      }
      start = next
    }
    return nil
  }

  private mutating func above(at place: Rational, _ curves: [TotalCurve?]) throws(ArithmeticError) -> [Int] {
    for proposal in ranked {
      guard let curve = curves[proposal] else { continue }
      results[proposal].verified.contribution.low = try curve.low(at: place)
    }
    let order = Order(ranked, results, ruleset)
    var classes: [[Int]] = []
    for (position, proposal) in order.positions.enumerated() {
      if position > 0 && order.places[position] == order.places[position - 1] {
        classes[classes.count - 1].append(proposal)
      } else {
        classes.append([proposal])
      }
    }
    return frame.plan.line(classes, left: frame.left).above.sorted()
  }
}
