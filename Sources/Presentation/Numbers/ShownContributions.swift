internal import Criteria
internal import ExactNumbers
internal import Scoring

/// The contributions of a tree rounded so that on every level what is shown adds up to what is shown above.
///
/// From the top down: the total is rounded half up, and its parts share that by largest remainders (see
/// `LargestRemainder`); each part's own parts then share what the part is shown as.
struct ShownContributions {
  private var low: [String: Rational] = [:]
  private var high: [String: Rational] = [:]

  /// - Parameter isDeep: false where nobody asks for more than the total and its own parts.
  init(_ total: Explanation, decimals: Int, isDeep: Bool = true) {
    low = ShownContributions.shown(total, decimals, isDeep) { $0.contribution.low }
    high = ShownContributions.shown(total, decimals, isDeep) { $0.contribution.high }
  }

  /// Rounded; exact where the tree does not hold the node.
  func low(_ node: Explanation) -> Rational { low[node.path] ?? node.contribution.low }
  func high(_ node: Explanation) -> Rational { high[node.path] ?? node.contribution.high }

  private static func shown(
    _ total: Explanation, _ decimals: Int, _ isDeep: Bool, _ value: (Explanation) -> Rational
  ) -> [String: Rational] {
    let whole = (try? value(total).rounded(toScale: decimals, .halfUp)) ?? value(total)
    var known = [total.path: whole]
    share(total, whole, decimals, isDeep, value, &known)
    return known
  }

  private static func share(
    _ node: Explanation, _ whole: Rational, _ decimals: Int, _ isDeep: Bool,
    _ value: (Explanation) -> Rational, _ known: inout [String: Rational]
  ) {
    if node.children.isEmpty { return }
    let exact = node.children.map(value)
    let parts = (try? shares(exact, of: whole, decimals)) ?? exact
    for (child, part) in zip(node.children, parts) {
      known[child.path] = part
      if isDeep { share(child, part, decimals, isDeep, value, &known) }
    }
  }

  /// `values`, each rounded up or down, adding up to `whole`.
  static func shares(_ values: [Rational], of whole: Rational, _ decimals: Int) throws(ArithmeticError)
    -> [Rational]
  {
    var power = Rational.one
    for _ in 0..<decimals { power = try power.multiplied(by: Rational(10)) }
    let unit = try Rational.one.divided(by: power)
    var rounded: [Rational] = []
    var remainders: [(index: Int, value: Rational)] = []
    for (index, value) in values.enumerated() {
      let down = try value.rounded(toScale: decimals, .floor)
      rounded.append(down)
      remainders.append((index, try value.subtracting(down)))
    }
    var missing = try whole.subtracting(Rational.sum(rounded)).divided(by: unit).floor() ?? 0
    // Equal remainders go by order.
    remainders = remainders.ordered { $0.value != $1.value ? $1.value < $0.value : $0.index < $1.index }
    for remainder in remainders where missing > 0 {
      rounded[remainder.index] = try rounded[remainder.index].adding(unit)
      missing -= 1
    }
    // What stands above was itself rounded down by a unit.
    for remainder in remainders.reversed() where missing < 0 {
      rounded[remainder.index] = try rounded[remainder.index].subtracting(unit)
      missing += 1
    }
    return rounded
  }
}
