internal import ExactNumbers

/// One criterion's weight as it moves from nothing to everything, the others in proportion.
struct WeightAxis: Sendable {
  let criterion: Int
  /// Of the weights as given.
  let sum: Rational
  /// The criterion's share of the sum as given.
  let base: Rational
  /// The others' shares of what is left to them; 0 for the criterion.
  private let rest: [Rational]

  /// nil where the others weigh nothing.
  init?(_ criterion: Int, weights: [Rational]) throws(ArithmeticError) {
    let sum = try Rational.sum(weights)
    let others = try sum.subtracting(weights[criterion])
    if others.sign <= 0 { return nil }
    self.criterion = criterion
    self.sum = sum
    base = try weights[criterion].divided(by: sum)
    var rest: [Rational] = []
    for (index, weight) in weights.enumerated() {
      rest.append(index == criterion ? .zero : try weight.divided(by: others))
    }
    self.rest = rest
  }

  /// Weights that sum to 1.
  func weights(at place: Rational) throws(ArithmeticError) -> [Rational] {
    let left = try Rational.one.subtracting(place)
    var weights: [Rational] = []
    for share in rest { weights.append(try share.multiplied(by: left)) }
    weights[criterion] = place
    return weights
  }
}

/// The low end of a proposal's total along an axis of weight.
struct TotalCurve: Sendable {
  let model: TotalModel
  let axis: WeightAxis
  /// nil where moved weight bends the line: where the criterion shares another's moved weight with a third.
  let lines: PiecewiseLinear?
  /// Where there are no lines: the low ends at `steps` − 1 places, evenly spread.
  private let samples: [Rational]

  init(_ model: TotalModel, _ axis: WeightAxis) throws(ArithmeticError) {
    self.model = model
    self.axis = axis
    let patterns = model.patterns.map { WeightPattern(model.criteria, applies: $0) }
    if patterns.contains(where: { !$0.isLinear(in: axis.criterion) }) {
      lines = nil
      var samples: [Rational] = []
      for step in 1..<Self.steps {
        samples.append(try model.lowEnd(axis.weights(at: Rational(step, Self.steps))))
      }
      self.samples = samples
      return
    }
    samples = []
    // Two places inside fix each line; at the ends themselves weights may be zero.
    let near = try Rational(1, 4)
    let far = try Rational(3, 4)
    let nearWeights = try axis.weights(at: near)
    let farWeights = try axis.weights(at: far)
    var sum: PiecewiseLinear?
    for part in model.low {
      var lines: [PiecewiseLinear.Line] = []
      for outcome in part {
        let a = try model.total(of: outcome, nearWeights)
        let b = try model.total(of: outcome, farWeights)
        let slope = try b.subtracting(a).multiplied(by: 2)
        lines.append(
          PiecewiseLinear.Line(start: try a.subtracting(slope.multiplied(by: near)), slope: slope))
      }
      let least = try PiecewiseLinear(leastOf: lines)
      sum = try sum?.adding(least) ?? least
    }
    lines = sum ?? PiecewiseLinear(PiecewiseLinear.Line(start: .zero, slope: .zero))
  }

  /// Inside 0 … 1.
  func low(at place: Rational) throws(ArithmeticError) -> Rational {
    if let lines { return try lines.value(at: place) }
    return try model.lowEnd(axis.weights(at: place))
  }

  /// Where this total is above (1), equal to (0) or below (−1) another's, from no weight to all of it.
  ///
  /// Exact where both are straight. Elsewhere signs are taken at 255 places, evenly spread, and every change of sign
  /// between two of them is narrowed to 2⁻⁴⁰ of the sum of the weights; two changes between the same two places
  /// are not seen.
  func signs(against other: TotalCurve) throws(ArithmeticError) -> (
    stretches: [PiecewiseLinear.Stretch], isExact: Bool
  ) {
    if let own = lines, let theirs = other.lines { return (try own.subtracting(theirs).signs(), true) }
    var stretches: [PiecewiseLinear.Stretch] = []
    var last: (place: Rational, sign: Int)?
    for step in 1..<Self.steps {
      let place = try Rational(step, Self.steps)
      let here = try low(step, place).subtracting(other.low(step, place)).sign
      // Equal at one place alone is where they meet; only signs to both sides tell whether they change places.
      if here == 0 { continue }
      if let before = last, before.sign != here {
        var (from, to) = (before.place, place)
        for _ in 0..<Self.halvings {
          let middle = try from.adding(to).divided(by: 2)
          let sign = try low(at: middle).subtracting(other.low(at: middle)).sign
          if sign == before.sign { from = middle } else { to = middle }
        }
        stretches.append(
          PiecewiseLinear.Stretch(from: stretches.last?.to ?? .zero, to: to, sign: before.sign))
      }
      last = (place, here)
    }
    stretches.append(
      PiecewiseLinear.Stretch(from: stretches.last?.to ?? .zero, to: .one, sign: last?.sign ?? 0))
    return (stretches, false)
  }

  private func low(_ step: Int, _ place: Rational) throws(ArithmeticError) -> Rational {
    try samples.isEmpty ? low(at: place) : samples[step - 1]
  }

  private static let steps = 256
  /// 256 · 2³² = 2⁴⁰
  private static let halvings = 32
}

extension TotalModel {
  /// One outcome's part of the total.
  func total(of outcome: Outcome, _ weights: [Rational]) throws(ArithmeticError) -> Rational {
    let shares = try shareWeights(criteria, weights: weights, applies: outcome.applies)
    var total = Rational.zero
    for (share, value) in zip(shares, outcome.values) where !value.isZero {
      total = try total.adding(share.multiplied(by: value))
    }
    return try total.multiplied(by: scale)
  }
}
