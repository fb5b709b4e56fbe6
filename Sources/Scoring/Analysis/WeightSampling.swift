internal import Criteria
public import ExactNumbers

/// Which weights rank acceptability is taken over, always uniformly.
public enum WeightSpace: Sendable, Hashable {
  /// All weights that are not negative and sum to one.
  case all
  /// Every weight by itself within ± this share of the given one (0 … 1), then scaled to the same sum.
  case within(Rational)
  /// All weights that keep the given ones' order of importance; where given weights are equal, either way.
  case ordered
}

/// Draws weights from a space.
///
/// Uniform on the simplex by the spacings of sorted uniform numbers (L. Devroye, Non-Uniform Random Variate
/// Generation, 1986, ch. V.2), which needs no logarithm: C libraries differ in theirs.
struct WeightSampler {
  private enum Rule {
    case spacings
    case box([(least: Double, width: Double)])
    case ordered([[Int]])
  }

  let count: Int
  private let rule: Rule
  private var cuts: [Double]
  private var order: [Int]

  /// - Parameter base: the given weights; positive, one for each criterion.
  init(_ space: WeightSpace, base: [Rational]) throws(ArithmeticError) {
    count = base.count
    cuts = Array(repeating: 0, count: base.count + 1)
    order = Array(base.indices)
    switch space {
    case .all: rule = .spacings
    case .ordered:
      let classes = RankOrderCentroid.classes(byWeight: base)
      rule = classes.count > 1 ? .ordered(classes) : .spacings
    case .within(let share):
      let share = min(max(share, .zero), .one)
      var sides: [(least: Double, width: Double)] = []
      for weight in base {
        let reach = try weight.multiplied(by: share)
        sides.append((try weight.subtracting(reach).double, try reach.adding(reach).double))
      }
      rule = .box(sides)
    }
  }

  /// Writes the next weights, which sum to 1, into `weights`.
  mutating func draw(_ generator: inout SplitMix64, into weights: inout [Double]) {
    switch rule {
    case .spacings: spacings(&generator, &weights)
    case .box(let sides):
      var sum = 0.0
      for (index, side) in sides.enumerated() {
        let weight = side.least + side.width * generator.nextUnit()
        weights[index] = weight
        sum += weight
      }
      if sum <= 0 { return equal(&weights) }
      for index in weights.indices { weights[index] = weights[index] / sum }
    case .ordered(let classes):
      spacings(&generator, &weights)
      for index in 0..<count { cuts[index] = weights[index] }
      order.sort { cuts[$0] == cuts[$1] ? $0 < $1 : cuts[$1] < cuts[$0] }
      var first = 0
      for members in classes {
        let end = first + members.count
        // In the order in which they were drawn, which is a random one.
        order[first..<end].sort()
        for (offset, member) in members.enumerated() { weights[member] = cuts[order[first + offset]] }
        first = end
      }
    }
  }

  private func equal(_ weights: inout [Double]) {
    for index in weights.indices { weights[index] = 1 / Double(count) }
  }

  private mutating func spacings(_ generator: inout SplitMix64, _ weights: inout [Double]) {
    guard count > 0 else { return }
    cuts[0] = 0
    for place in 1..<count {
      let cut = generator.nextUnit()
      var free = place
      while free > 1 && cuts[free - 1] > cut {
        cuts[free] = cuts[free - 1]
        free -= 1
      }
      cuts[free] = cut
    }
    cuts[count] = 1
    for index in 0..<count { weights[index] = cuts[index + 1] - cuts[index] }
  }
}
