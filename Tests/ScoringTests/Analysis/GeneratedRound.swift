import Criteria
import ExactNumbers

@testable import Scoring

/// Small rounds by the dozen, with all that bends a total: missing facts, criteria that rest on the same unknown in
/// opposite ways, and criteria that do not apply or may not.
struct GeneratedRound {
  let data: RoundData

  struct Shape {
    var criteria = 2...4
    var proposals = 2...6
    /// One fact in this many is missing; 0: none.
    var missing: UInt64 = 5
    var mayNotApply = true
    var scenarios = 0
    var frame = false
    /// Values 0 … this many; few make ties.
    var steps = 4
  }

  init(_ random: inout SplitMix64, _ shape: Shape = Shape()) throws {
    let count = Self.pick(shape.criteria, &random)
    let kinds = (0..<count).map { _ in random.next(below: 4) }
    let applying = (0..<count).map { _ in shape.mayNotApply && random.next(below: 2) == 0 }
    let weights = (0..<count).map { _ in 1 + random.next(below: 9) }
    data = try Rounds.make(
      fields: Self.fields(count, shape.steps),
      rules: Self.rules(kinds, applying, weights, shape, &random),
      proposals: (0..<Self.pick(shape.proposals, &random)).map { number in
        ("p\(number)", Self.claims(kinds, applying, shape, &random))
      },
      round: shape.frame ? Self.frame(&random) : "")
  }

  static func pick(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> Int {
    range.lowerBound + Int(random.next(below: UInt64(range.count)))
  }

  private static func fields(_ count: Int, _ steps: Int) -> String {
    var lines = ["fields:"]
    for number in 0..<count {
      lines.append("  - {field: f\(number), type: integer, min: 0, max: \(steps), label: F\(number)}")
      lines.append("  - {field: n\(number), type: boolean, label: N\(number)}")
    }
    // Shared by criteria; `d` has no finite domain.
    lines.append("  - {field: s, type: boolean, label: S}")
    lines.append("  - {field: d, type: decimal, min: 0, max: 1, label: D}")
    lines.append("  - {field: grupp, type: choice, choices: [ett, två], label: G}")
    lines.append("  - {field: kr27, type: integer, min: 0, max: 1000000, label: K}")
    lines.append("  - {field: kr28, type: integer, min: 0, max: 1000000, label: L}")
    return lines.joined(separator: "\n")
  }

  private static func rules(
    _ kinds: [UInt64], _ applying: [Bool], _ weights: [UInt64], _ shape: Shape, _ random: inout SplitMix64
  ) -> String {
    var lines: [String] = []
    if shape.frame {
      lines += [
        "groups:", "  - id: ett", "    title: Ett", "    when: grupp = \"ett\"", "  - {id: tva, title: Två}",
        "money:",
        "  unit: kr", "  asked: kr27 + kr28", "  by_year: |",
        "    [{år: 2027, kr: kr27}, {år: 2028, kr: kr28}]",
      ]
    }
    lines.append("indistinguishable_within: 3")
    lines.append("criteria:")
    for (number, kind) in kinds.enumerated() {
      lines.append("  - id: k\(number)")
      lines.append("    title: K\(number)")
      lines.append("    weight: \(weights[number])")
      let top = shape.steps
      switch kind {
      case 0: lines += ["    measure:", "      of: f\(number)", "      points: {0: 0, \(top): 100}"]
      case 1:
        lines += [
          "    measure:", "      of: if s then f\(number) else \(top) - f\(number)",
          "      points: {0: 0, 1: 50, \(top): 100}",
        ]
      case 2:
        let wanted = random.next(below: 2) == 0 ? "s" : "not(s)"
        lines += [
          "    points:", "      rules:", "        - id: a", "          title: A", "          points: 60",
          "          if: \(wanted)", "        - id: b", "          title: B", "          points: 40",
          "          if: f\(number) > 1",
        ]
      default:
        lines += ["    measure:", "      of: d * f\(number)", "      points: {0: 0, \(top): 100}"]
      }
      if applying[number] && kinds.count > 1 {
        let others = kinds.indices.filter { $0 != number }
        let named = others.filter { _ in random.next(below: 2) == 0 }
        let to = (named.isEmpty ? [others[0]] : named).map { "k\($0)" }
        lines += [
          "    not_applicable:", "      when: n\(number)", "      weight_to: [\(to.joined(separator: ", "))]",
        ]
      }
    }
    if shape.scenarios > 0 {
      lines.append("scenarios:")
      for scenario in 0..<shape.scenarios {
        let weights = kinds.indices.map { "k\($0): \(1 + random.next(below: 20))" }
        lines.append("  - {id: s\(scenario), title: S, weights: {\(weights.joined(separator: ", "))}}")
      }
    }
    if random.next(below: 2) == 0 { lines += ["ties:", "  - {by: k0, order: desc}"] }
    return lines.joined(separator: "\n")
  }

  private static func claims(
    _ kinds: [UInt64], _ applying: [Bool], _ shape: Shape, _ random: inout SplitMix64
  ) -> String {
    let isMissing = { (random: inout SplitMix64) in
      shape.missing > 0 && random.next(below: shape.missing) == 0
    }
    var lines: [String] = []
    for number in kinds.indices {
      if !isMissing(&random) { lines.append("f\(number): \(random.next(below: UInt64(shape.steps + 1)))") }
      if !isMissing(&random) { lines.append("n\(number): \(random.next(below: 3) == 0 ? "ja" : "nej")") }
    }
    // The shared one often: two criteria then move together.
    let isShared = shape.missing > 0 && random.next(below: 2) == 0
    if !isShared { lines.append("s: \(random.next(below: 2) == 0 ? "ja" : "nej")") }
    if !isMissing(&random) { lines.append("d: 0.\(1 + random.next(below: 9))") }
    lines.append("grupp: \(random.next(below: 2) == 0 ? "ett" : "två")")
    if !shape.frame || random.next(below: 20) > 0 { lines.append("kr27: \(random.next(below: 10) * 50_000)") }
    lines.append("kr28: \(random.next(below: 10) * 50_000)")
    return lines.joined(separator: "\n")
  }

  private static func frame(_ random: inout SplitMix64) -> String {
    """
    frame:
      - {year: 2027, frame: \(1 + random.next(below: 20))00000, committed: 100000, equity: 0}
      - {year: 2028, frame: \(1 + random.next(below: 20))00000, committed: 0, equity: 50000}
    """
  }
}

extension RoundData {
  /// Scored anew with other weights, without what could change the order.
  func trial(_ weights: [Rational]) throws -> RoundResult {
    let options = ScoringOptions(weights: weights, detail: .values)
    let proposals = try proposals.indices.map { try scoreProposal(self, at: $0, options: options) }
    return RoundResult(weights: weights, isTrial: true, proposals: proposals, groups: [], changes: [])
  }

  /// The low end of one proposal's total, likewise.
  func lowEnd(_ proposal: Int, _ weights: [Rational]) throws -> Rational {
    try ProposalScoring(
      self, at: proposal, options: ScoringOptions(weights: weights, detail: .values)
    ).total([:]).contribution.low
  }
}

extension WeightAxis {
  /// Weights with the criterion at `weight` of the sum as given.
  func moved(to weight: Rational) throws -> [Rational] {
    try weights(at: weight.divided(by: sum)).map { try $0.multiplied(by: sum) }
  }
}
