import Criteria
import ExactNumbers
import Testing

@testable import Scoring

@Suite struct RankAcceptabilityTests {
  /// The definition, without haste: rank = 1 + how many have more.
  static func naive(_ values: [[Double]], _ weights: [[Double]]) -> (counts: [Int], central: [[Double]?]) {
    let n = values.count
    var counts = [Int](repeating: 0, count: n * n)
    var sums = [[Double]](repeating: Array(repeating: 0, count: values[0].count), count: n)
    var firsts = [Int](repeating: 0, count: n)
    for row in weights {
      let totals = values.map { own -> Double in
        var total = 0.0
        for (weight, value) in zip(row, own) { total += weight * value }
        return total
      }
      for (alternative, total) in totals.enumerated() {
        let rank = totals.filter { $0 > total }.count
        counts[alternative * n + rank] += 1
        if rank == 0 {
          firsts[alternative] += 1
          for (criterion, weight) in row.enumerated() { sums[alternative][criterion] += weight }
        }
      }
    }
    let central = sums.indices.map { alternative in
      firsts[alternative] == 0 ? nil : sums[alternative].map { $0 / Double(firsts[alternative]) }
    }
    return (counts, central)
  }

  @Test(arguments: [
    (1, 3, 1_000), (2, 1, 100), (3, 2, 2), (7, 5, 1_000), (40, 8, 1_000_000), (40, 3, 6), (65, 9, 3),
    (200, 8, 1_000),
  ])
  func givenVectorsAgreeWithTheDefinition(_ alternatives: Int, _ criteria: Int, _ spread: Int) {
    var random = SplitMix64(seed: UInt64(alternatives * 1_000 + criteria))
    // Few distinct values make many ties.
    let figure = { (random: inout SplitMix64) in
      Double(random.next(below: UInt64(spread))) / Double(spread)
    }
    let values = (0..<alternatives).map { _ in (0..<criteria).map { _ in figure(&random) } }
    let weights = (0..<60).map { _ in (0..<criteria).map { _ in figure(&random) } }
    let result = rankAcceptability(
      values: values.flatMap { $0 }, weights: weights.flatMap { $0 }, criteria: criteria)
    let expected = Self.naive(values, weights)
    #expect(result.counts == expected.counts)
    #expect(result.centralWeights == expected.central)
    #expect(result.samples == 60 && result.alternatives == alternatives)
  }

  /// Buckets that overflow, and a single alternative far from a crowd.
  @Test func crowdedTotals() {
    var values = (0..<100).map { [Double($0) * 1e-9, 0] }
    values.append([1_000, 1])
    let weights = [[0.5, 0.5], [1, 0], [0, 1]]
    let result = rankAcceptability(
      values: values.flatMap { $0 }, weights: weights.flatMap { $0 }, criteria: 2)
    #expect(result.counts == Self.naive(values, weights).counts)
  }

  @Test func totalsOneStepApartAreTold() {
    let values = [[1], [(1.0).nextUp], [(1.0).nextUp.nextUp]]
    let result = rankAcceptability(values: values.flatMap { $0 }, weights: [1, 0.5], criteria: 1)
    #expect(result.counts == [0, 0, 2, 0, 2, 0, 2, 0, 0])
    let least = Double.leastNonzeroMagnitude
    let tiny = [[least], [0], [2 * least]]
    let small = rankAcceptability(values: tiny.flatMap { $0 }, weights: [1], criteria: 1)
    #expect(small.counts == Self.naive(tiny, [[1]]).counts)
  }

  @Test func equalTotalsShareTheRank() {
    let result = rankAcceptability(values: [1, 0, 0, 1, 0, 0], weights: [0.5, 0.5], criteria: 2)
    #expect(result.count(0, rank: 1) == 1 && result.count(1, rank: 1) == 1)
    #expect(result.count(2, rank: 3) == 1 && result.count(2, rank: 2) == 0)
  }

  @Test func neverFirstHasNoCentralWeights() {
    let result = rankAcceptability(
      values: [1, 1, 0, 0], weights: [0.5, 0.5, 0.2, 0.8], criteria: 2)
    #expect(result.centralWeights[1] == nil && result.confidenceCounts[1] == nil)
    #expect(result.centralWeights[0] == [0.35, 0.65] && result.confidence(0) == 1)
  }

  // MARK: Sampling, against what is known in closed form

  private func sampled(
    _ rows: [[Double]], _ high: [[Double]]? = nil, base: [Rational], _ space: WeightSpace,
    samples: Int = 20_000,
    seed: UInt64 = 7
  ) throws -> RankAcceptability {
    try rankAcceptability(
      ValueTable(
        low: rows.flatMap { $0 }, high: (high ?? rows).flatMap { $0 }, criteria: rows[0].count),
      base: base, space: space, samples: samples, seed: seed)
  }

  private func expectNear(
    _ result: RankAcceptability, _ expected: [Double], _ location: SourceLocation = #_sourceLocation
  ) {
    for (alternative, share) in expected.enumerated() {
      // Four standard deviations: about one in 16,000 seeds would fail; this seed does not.
      let error = 4 / 1.96 * result.samplingError(of: share) + 1e-12
      #expect(
        abs(result.acceptability(alternative, rank: 1) - share) <= error, "alternative \(alternative)",
        sourceLocation: location)
    }
  }

  /// Each best on one of three criteria: by symmetry a third each over all weights.
  @Test func allWeightsAreUniform() throws {
    let rows: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    let result = try sampled(rows, base: [60, 30, 10], .all)
    expectNear(result, [1.0 / 3, 1.0 / 3, 1.0 / 3])
    // A share of a uniform spacing is above one half with probability (1/2)² for three criteria.
    let half = try sampled([[1, 0, 0], [0.5, 0.5, 0.5]], base: [1, 1, 1], .all)
    expectNear(half, [0.25, 0.75])
    // The centroid of the weights that put the first one first: (11/18, 7/36, 7/36).
    let central = try #require(result.centralWeights[0])
    #expect(abs(central[0] - 11.0 / 18) < 0.01 && abs(central[1] - 7.0 / 36) < 0.01)
  }

  @Test func orderedWeightsKeepTheOrder() throws {
    let rows: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    expectNear(try sampled(rows, base: [50, 30, 20], .ordered), [1, 0, 0])
    // The first two equally important: each half.
    expectNear(try sampled(rows, base: [40, 40, 20], .ordered), [0.5, 0.5, 0])
    // All equal: the same as all weights, sample by sample.
    #expect(
      try sampled(rows, base: [5, 5, 5], .ordered).counts == sampled(rows, base: [5, 5, 5], .all).counts)
    // Mean of the most important over the ordered weights is the rank order centroid: 11/18.
    let all = try sampled([[1, 0, 0], [0, 0, 0]], base: [3, 2, 1], .ordered)
    let central = try #require(all.centralWeights[0])
    let centroid = try RankOrderCentroid.weights(count: 3).map { $0.double }
    #expect(zip(central, centroid).allSatisfy { abs($0 - $1) < 0.005 })
  }

  @Test func weightsWithinAShare() throws {
    // w₁ in 50 ± 10 against w₂ in 50 ± 10, both uniform: even by symmetry, and settled where the gap is too wide.
    expectNear(try sampled([[1, 0], [0, 1]], base: [50, 50], .within(.of("0.2"))), [0.5, 0.5])
    expectNear(try sampled([[1, 0], [0, 1]], base: [60, 39], .within(.of("0.2"))), [1, 0])
    // w₁ in 40 … 60 and w₂ in 43.2 … 64.8: the triangle where w₁ > w₂, over the rectangle.
    let p = (60 - 43.2) * (60 - 43.2) / 2 / (20 * 21.6)
    expectNear(try sampled([[1, 0], [0, 1]], base: [50, 54], .within(.of("0.2"))), [p, 1 - p])
    expectNear(try sampled([[1, 0], [0, 1]], base: [51, 50], .within(.zero)), [1, 0])
  }

  @Test func missingFactsAreAnywhereInTheirBounds() throws {
    // One at 0.7 against one anywhere in 0 … 1, a single criterion.
    let result = try sampled([[0.7], [0]], [[0.7], [1]], base: [1], .all)
    expectNear(result, [0.7, 0.3])
    #expect(result.confidenceCounts[0] == result.count(0, rank: 1))
  }

  @Test func sameSeedSameCounts() throws {
    let low: [[Double]] = [[0.2, 0.9], [0.6, 0.3], [0.5, 0.5]]
    let high: [[Double]] = [[0.4, 0.9], [0.6, 0.8], [0.5, 0.5]]
    let first = try sampled(low, high, base: [3, 1], .all, samples: 500, seed: 42)
    #expect(try sampled(low, high, base: [3, 1], .all, samples: 500, seed: 42) == first)
    #expect(try sampled(low, high, base: [3, 1], .all, samples: 500, seed: 43) != first)
    // Counted by the same steps written in Python; every machine must count the same.
    #expect(first.counts == [251, 79, 170, 248, 171, 81, 1, 250, 249])
  }

  @Test func samplingErrorIsStated() throws {
    let result = try sampled([[1, 0], [0, 1]], base: [1, 1], .all, samples: 10_000)
    #expect(result.largestSamplingError == 1.96 * (0.25 / 10_000).squareRoot())
    #expect(result.samplingError(of: 0) == 0)
  }
}
