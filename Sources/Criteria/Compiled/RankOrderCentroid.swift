public import ExactNumbers

/// Weights where only an order of importance is given: the centroid of all weights that keep the order.
///
/// For n criteria the r-th most important weighs (1/n) Σ_{k=r…n} 1/k. F. H. Barron and B. E. Barrett, "Decision
/// Quality Using Ranked Attribute Weights", Management Science 42(11), 1996.
public enum RankOrderCentroid {
  /// The weights of `count` criteria, the most important first; they sum to 1.
  ///
  /// - Throws: `ArithmeticError.overflow` past some thousands of criteria.
  public static func weights(count: Int) throws(ArithmeticError) -> [Rational] {
    guard count > 0 else { return [] }
    var weights = [Rational](repeating: .zero, count: count)
    var sum = Rational.zero
    for place in stride(from: count, through: 1, by: -1) {
      sum = try sum.adding(Rational(1, place))
      weights[place - 1] = try sum.divided(by: Rational(count))
    }
    return weights
  }

  /// The same where some are equally important: those share the mean of the places that they stand on, which is
  /// the centroid of all weights that keep the order between the classes.
  ///
  /// - Parameter classes: numbers of criteria, the most important class first; every number from 0 up stands in
  ///   exactly one.
  /// - Returns: one weight for each criterion, by its number.
  /// - Throws: as `weights(count:)`.
  public static func weights(classes: [[Int]]) throws(ArithmeticError) -> [Rational] {
    var count = 0
    for members in classes { count += members.count }
    let places = try weights(count: count)
    var weights = [Rational](repeating: .zero, count: count)
    var first = 0
    for members in classes where !members.isEmpty {
      let mean = try Rational.mean(Array(places[first..<first + members.count]))
      for member in members { weights[member] = mean }
      first += members.count
    }
    return weights
  }

  /// The criteria's numbers by falling weight; equal weights are equally important.
  public static func classes(byWeight weights: [Rational]) -> [[Int]] {
    let order = weights.indices.sorted { a, b in
      weights[a] == weights[b] ? a < b : weights[b] < weights[a]
    }
    var classes: [[Int]] = []
    for number in order {
      if let last = classes.last?.last, weights[last] == weights[number] {
        classes[classes.count - 1].append(number)
      } else {
        classes.append([number])
      }
    }
    return classes
  }
}
