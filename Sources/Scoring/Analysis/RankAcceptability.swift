public import ExactNumbers

/// How often each alternative got each rank, over many weights and over what is unknown: SMAA-2.
///
/// R. Lahdelma and P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making",
/// Operations Research 49(3), 2001. Counts are integers; the same seed gives the same bytes on every machine.
public struct RankAcceptability: Sendable, Hashable {
  public var alternatives: Int
  public var samples: Int
  /// Row by row: how often the alternative (row) got the rank (column, from 0).
  ///
  /// Equal totals share the rank, so that a column may sum to more than `samples`.
  public var counts: [Int]
  /// The mean of the weights that put the alternative first; nil for one that never came first.
  public var centralWeights: [[Double]?]
  /// How often the alternative comes first where its central weights hold, over what is unknown: of `samples`; nil
  /// for one that never came first.
  public var confidenceCounts: [Int?]

  /// How often the alternative got the rank (from 1).
  public func count(_ alternative: Int, rank: Int) -> Int { counts[alternative * alternatives + rank - 1] }

  /// The share of the samples in which the alternative got the rank (from 1), 0 … 1.
  public func acceptability(_ alternative: Int, rank: Int) -> Double {
    samples == 0 ? 0 : Double(count(alternative, rank: rank)) / Double(samples)
  }

  /// The share of the samples in which the alternative came first with its central weights; nil for one that never
  /// came first.
  public func confidence(_ alternative: Int) -> Double? {
    confidenceCounts[alternative].map { Double($0) / Double(samples) }
  }

  /// One figure for a whole row: acceptabilities weighed by the centroid weights of the ranks, the first rank's
  /// being 1 (Lahdelma and Salminen 2001, section 2.3). 0 … 1.
  public func holistic(_ alternative: Int) -> Double {
    var tail = 0.0
    var sum = 0.0
    var whole = 0.0
    for rank in stride(from: alternatives, through: 1, by: -1) {
      tail += 1 / Double(rank)
      sum += tail * acceptability(alternative, rank: rank)
      whole = tail
    }
    return whole == 0 ? 0 : sum / whole
  }

  /// Half the width of the 95 per cent interval around a share found by sampling: 1.96 √(p(1 − p)/N).
  public func samplingError(of share: Double) -> Double {
    samples == 0 ? 1 : 1.96 * (max(0, share * (1 - share)) / Double(samples)).squareRoot()
  }

  /// No share's sampling error is larger: that of one half.
  public var largestSamplingError: Double { samplingError(of: 0.5) }
}

/// What acceptability is taken over: values from 0 to 1 for each alternative on each criterion, each known or
/// anywhere, uniformly and by itself, between two ends.
public struct ValueTable: Sendable {
  public let alternatives: Int
  public let criteria: Int
  /// Criterion by criterion: `criterion * alternatives + alternative`.
  let low: [Double]
  /// Cells whose ends differ.
  let open: [(cell: Int, width: Double)]
  /// Where some criteria do not apply to some alternatives; nil where all apply to all.
  var applicability: Applicability?

  struct Applicability: Sendable {
    var patterns: [WeightPattern]
    /// For each alternative the patterns that it may have, each equally likely.
    var choices: [[Int]]
  }

  /// - Parameters:
  ///   - low: row by row, one row for each alternative; finite.
  ///   - high: the same, none below `low`.
  public init(low: [Double], high: [Double], criteria: Int) {
    self.criteria = criteria
    let alternatives = criteria == 0 ? 0 : low.count / criteria
    self.alternatives = alternatives
    var columns = [Double](repeating: 0, count: alternatives * criteria)
    var open: [(cell: Int, width: Double)] = []
    for criterion in 0..<criteria {
      for alternative in 0..<alternatives {
        let cell = criterion * alternatives + alternative
        let place = alternative * criteria + criterion
        columns[cell] = low[place]
        if low[place] < high[place] { open.append((cell, high[place] - low[place])) }
      }
    }
    self.low = columns
    self.open = open
  }
}

/// Acceptability with given weights and known values.
///
/// - Parameters:
///   - values: row by row, one row for each alternative, one number for each criterion; finite.
///   - weights: row by row, one row for each sample.
public func rankAcceptability(values: [Double], weights: [Double], criteria: Int) -> RankAcceptability {
  let table = ValueTable(low: values, high: values, criteria: criteria)
  var run = AcceptabilityRun(table)
  let samples = criteria == 0 ? 0 : weights.count / criteria
  var row = [Double](repeating: 0, count: criteria)
  for sample in 0..<samples {
    for criterion in 0..<criteria { row[criterion] = weights[sample * criteria + criterion] }
    run.add(row)
  }
  return run.result(samples: samples, seed: 0)
}

/// Acceptability over sampled weights and, where values are not known, sampled values.
///
/// - Parameters:
///   - base: the given weights, positive, one for each criterion; `space` refers to them.
///   - seed: the same seed gives the same result.
public func rankAcceptability(
  _ table: ValueTable, base: [Rational], space: WeightSpace, samples: Int, seed: UInt64
) throws(ArithmeticError) -> RankAcceptability {
  var sampler = try WeightSampler(space, base: base)
  var generator = SplitMix64(seed: seed)
  var run = AcceptabilityRun(table)
  run.restart(seed: seed)
  var weights = [Double](repeating: 0, count: table.criteria)
  for _ in 0..<samples {
    sampler.draw(&generator, into: &weights)
    run.drawValues()
    run.add(weights)
  }
  return run.result(samples: samples, seed: seed)
}

/// The sums of a running analysis.
private struct AcceptabilityRun {
  let table: ValueTable
  private var values: [Double]
  private var patterns: [Int]
  private var totals: [Double]
  private var counter: RankCounter
  private var weightSums: [Double]
  private var firsts: [Int]
  private var generator = SplitMix64(seed: 0)

  init(_ table: ValueTable) {
    self.table = table
    values = table.low
    patterns = table.applicability?.choices.map { $0[0] } ?? []
    totals = Array(repeating: 0, count: table.alternatives)
    counter = RankCounter(table.alternatives)
    weightSums = Array(repeating: 0, count: table.alternatives * table.criteria)
    firsts = Array(repeating: 0, count: table.alternatives)
  }

  /// Values come from a stream of their own, so that the same ones can be drawn again.
  mutating func restart(seed: UInt64) { generator = SplitMix64(seed: ~seed) }

  mutating func drawValues() {
    for (cell, width) in table.open { values[cell] = table.low[cell] + width * generator.nextUnit() }
    guard let applicability = table.applicability else { return }
    for (alternative, choices) in applicability.choices.enumerated() where choices.count > 1 {
      patterns[alternative] = choices[Int(generator.next(below: UInt64(choices.count)))]
    }
  }

  mutating func add(_ weights: [Double]) {
    computeTotals(weights)
    totals.withUnsafeBufferPointer { counter.add($0) }
    guard var most = totals.first else { return }
    for total in totals where total > most { most = total }
    for (alternative, total) in totals.enumerated() where total == most {
      firsts[alternative] += 1
      let row = alternative * table.criteria
      for criterion in 0..<table.criteria { weightSums[row + criterion] += weights[criterion] }
    }
  }

  /// Adds criterion by criterion for each alternative, in the criteria's order: one order of operations everywhere.
  private mutating func computeTotals(_ weights: [Double]) {
    if let applicability = table.applicability {
      return computeTotals(weights, applicability)
    }
    let count = table.alternatives
    totals.withUnsafeMutableBufferPointer { totals in
      values.withUnsafeBufferPointer { values in
        for alternative in 0..<count { totals[alternative] = 0 }
        var criterion = 0
        while criterion + 4 <= weights.count {
          let (w0, w1) = (weights[criterion], weights[criterion + 1])
          let (w2, w3) = (weights[criterion + 2], weights[criterion + 3])
          let start = criterion * count
          for alternative in 0..<count {
            let cell = start &+ alternative
            var total = totals[alternative]
            total += w0 * values[cell]
            total += w1 * values[cell &+ count]
            total += w2 * values[cell &+ 2 &* count]
            total += w3 * values[cell &+ 3 &* count]
            totals[alternative] = total
          }
          criterion += 4
        }
        while criterion < weights.count {
          let weight = weights[criterion]
          let start = criterion * count
          for alternative in 0..<count { totals[alternative] += weight * values[start &+ alternative] }
          criterion += 1
        }
      }
    }
  }

  private mutating func computeTotals(_ weights: [Double], _ applicability: ValueTable.Applicability) {
    let moved = applicability.patterns.map { $0.moved(weights) }
    for alternative in 0..<table.alternatives { totals[alternative] = total(alternative, moved) }
  }

  /// How often each alternative comes first with its central weights, over the same drawn values.
  private mutating func confidence(_ central: [[Double]?], samples: Int, seed: UInt64) -> [Int?] {
    // Known values are the same in every sample.
    let isKnown = table.open.isEmpty && table.applicability?.choices.contains { $0.count > 1 } != true
    var counts: [Int?] = central.map { $0 == nil ? nil : 0 }
    restart(seed: seed)
    for _ in 0..<(isKnown ? min(samples, 1) : samples) {
      drawValues()
      for (alternative, weights) in central.enumerated() {
        if let weights, isFirst(alternative, with: weights) { counts[alternative]! += isKnown ? samples : 1 }
      }
    }
    return counts
  }

  private func isFirst(_ alternative: Int, with weights: [Double]) -> Bool {
    let moved = table.applicability?.patterns.map { $0.moved(weights) } ?? [weights]
    let own = total(alternative, moved)
    for other in 0..<table.alternatives where own < total(other, moved) { return false }
    return true
  }

  /// The same operations in the same order as `computeTotals`.
  private func total(_ alternative: Int, _ moved: [[Double]]) -> Double {
    let shares = moved[table.applicability == nil ? 0 : patterns[alternative]]
    var total = 0.0
    for criterion in 0..<table.criteria {
      total += shares[criterion] * values[criterion * table.alternatives + alternative]
    }
    return total
  }

  func result(samples: Int, seed: UInt64) -> RankAcceptability {
    var run = self
    var central: [[Double]?] = []
    for alternative in 0..<table.alternatives {
      if firsts[alternative] == 0 {
        central.append(nil)
        continue
      }
      let row = alternative * table.criteria
      central.append((0..<table.criteria).map { weightSums[row + $0] / Double(firsts[alternative]) })
    }
    return RankAcceptability(
      alternatives: table.alternatives, samples: samples, counts: counter.counts, centralWeights: central,
      confidenceCounts: run.confidence(central, samples: samples, seed: seed))
  }
}
