import Criteria
import ExactNumbers
import Testing

@testable import Scoring

@Suite struct WeightSensitivityTests {
  /// Who has more at these weights: 1 the first, −1 the second, 0 neither, by scoring anew.
  private func sign(_ data: RoundData, _ pair: PairSensitivity, _ weights: [Rational]) throws -> Int {
    try data.lowEnd(pair.first, weights).subtracting(data.lowEnd(pair.second, weights)).sign
  }

  /// Just below and just above every flip the two are in the order that it says, and nowhere else do they change:
  /// scored anew at places between.
  @Test(arguments: [(isBent: false, rounds: 70), (isBent: true, rounds: 15)])
  func everyFlipHoldsOnBothSidesAndNoneIsMissing(_ kind: (isBent: Bool, rounds: Int)) throws {
    var random = SplitMix64(seed: 5)
    var (exact, approximate, pieces) = (0, 0, 0)
    for number in 0..<kind.rounds {
      let shape = GeneratedRound.Shape(proposals: 2...3, missing: 3, mayNotApply: kind.isBent)
      let data = try GeneratedRound(&random, shape).data
      let result = try scoreRound(data, options: ScoringOptions(detail: .values))
      let sensitivity = try weightSensitivity(data, result)
      for pair in sensitivity.pairs {
        for (criterion, flips) in pair.flips.enumerated() {
          let axis = try #require(try WeightAxis(criterion, weights: result.weights))
          if flips.count > 1 { pieces += 1 }
          // What is left of one stretch and right of another is one and the same.
          #expect(zip(flips, flips.dropFirst()).allSatisfy { $0.above == $1.below && $0.weight < $1.weight })
          for flip in flips {
            if flip.isExact { exact += 1 } else { approximate += 1 }
            let step = try axis.sum.multiplied(by: Rational(1, flip.isExact ? 1 << 50 : 1 << 38))
            let before = try sign(data, pair, axis.moved(to: flip.weight.subtracting(step)))
            let after = try sign(data, pair, axis.moved(to: flip.weight.adding(step)))
            #expect(before == flip.below && after == flip.above, "round \(number), \(pair), k\(criterion)")
            if flip.isExact {
              #expect(try sign(data, pair, axis.moved(to: flip.weight)) == 0, "round \(number)")
            }
          }
          var ends = flips.map { $0.weight }
          ends.append(axis.sum)
          var from = Rational.zero
          for (stretch, end) in ends.enumerated() {
            for part in 1...3 {
              let place = try from.adding(end.subtracting(from).multiplied(by: Rational(part, 4)))
              let here = try sign(data, pair, result.weights)
              let expected = stretch < flips.count ? flips[stretch].below : flips.last?.above ?? here
              var found = try sign(data, pair, axis.moved(to: place))
              if found == 0 && expected != 0 {
                // They may touch without changing places.
                found = try sign(data, pair, axis.moved(to: place.adding(Rational(1, 1 << 40))))
              }
              #expect(found == expected, "round \(number), k\(criterion) at \(place)")
            }
            from = end
          }
        }
      }
    }
    #expect(kind.isBent ? approximate > 0 : exact > 70 && pieces > 0 && approximate == 0)
  }

  /// The order holds wherever no weight moves by more than the radius, and turns just beyond it.
  @Test func radiusIsTheFirstPlaceWhereTheOrderTurns() throws {
    var random = SplitMix64(seed: 8)
    var tried = 0
    for _ in 0..<60 {
      let data = try GeneratedRound(&random, .init(missing: 9, mayNotApply: false)).data
      let result = try scoreRound(data)
      for pair in try weightSensitivity(data, result).pairs {
        guard let radius = pair.radius, radius.sign > 0, radius < .one else { continue }
        tried += 1
        let values = try [pair.first, pair.second].map { index in
          try result.proposals[index].verified.children.map { try #require($0.value).low }
        }
        // Every weight moves against the first where it is ahead, and for it where it is behind.
        func worst(_ share: Rational) throws -> [Rational] {
          try result.weights.enumerated().map { criterion, weight in
            let isAhead = values[1][criterion] < values[0][criterion]
            let reach = try weight.multiplied(by: share)
            return try isAhead ? weight.subtracting(reach) : weight.adding(reach)
          }
        }
        let step = try Rational(1, 1 << 40)
        #expect(try sign(data, pair, worst(radius.subtracting(step))) == 1)
        #expect(try sign(data, pair, worst(radius)) == 0)
        #expect(try sign(data, pair, worst(radius.adding(step))) == -1)
        for _ in 0..<5 {
          let weights = try result.weights.map { weight in
            let part = try Rational(Int(random.next(below: 2_001)) - 1_000, 1_001).multiplied(by: radius)
            return try weight.adding(weight.multiplied(by: part))
          }
          #expect(try sign(data, pair, weights) == 1)
        }
      }
    }
    #expect(tried > 40)
  }

  /// Inside its range a weight leaves the leader first and the set above the money line as it is; just outside it
  /// does not.
  @Test func rangesOfLeadersAndMoneyLine() throws {
    var random = SplitMix64(seed: 21)
    var (ends, lines) = (0, 0)
    for number in 0..<24 {
      let data = try GeneratedRound(&random, .init(proposals: 3...6, missing: 8, frame: true)).data
      let result = try scoreRound(data)
      let frame = try #require(try withinFrame(data, result))
      let sensitivity = try weightSensitivity(data, result, frame: frame)
      for entry in sensitivity.criteria {
        let axis = try #require(try WeightAxis(entry.criterion, weights: result.weights))
        func leads(_ group: Int, _ weight: Rational) throws -> Bool {
          let weights = try axis.moved(to: weight)
          let members = result.groups[group].ranked.map { $0.proposal }
          let own = try data.lowEnd(members[0], weights)
          return try members.allSatisfy { try data.lowEnd($0, weights) <= own }
        }
        for (group, range) in entry.leaders.enumerated() {
          guard let range else { continue }
          ends += try check(range, axis, "round \(number), k\(entry.criterion)") { try leads(group, $0) }
        }
        let above = frame.line.above.sorted()
        let line = try #require(entry.moneyLine)
        lines += try check(line, axis, "round \(number), k\(entry.criterion), the line") { weight in
          let trial = try data.trial(axis.moved(to: weight))
          let order = try rankedEntries(frame.order.map { $0.proposal }, trial.proposals, data.ruleset)
          return frame.plan.line(classes(order), left: frame.left).above.sorted() == above
        }
      }
    }
    #expect(ends > 20 && lines > 15)
  }

  private func check(
    _ range: WeightRange, _ axis: WeightAxis, _ comment: Comment, _ holds: (Rational) throws -> Bool
  ) throws -> Int {
    let base = try axis.base.multiplied(by: axis.sum)
    let step = try axis.sum.multiplied(by: Rational(1, 1 << 36))
    let low = range.low ?? .zero
    let high = range.high ?? axis.sum
    #expect(low <= base && base <= high, comment)
    #expect(
      (range.low == nil) == (range.atLow == nil) && (range.high == nil) == (range.atHigh == nil), comment)
    for part in 1...3 {
      for place in [
        try low.adding(base.subtracting(low).multiplied(by: Rational(part, 4))),
        try base.adding(high.subtracting(base).multiplied(by: Rational(part, 4))),
      ] where low < place && place < high {
        #expect(try holds(place), comment)
      }
    }
    var ends = 0
    for (end, outward) in [(range.low, -1), (range.high, 1)] {
      guard let end else { continue }
      ends += 1
      #expect(try !holds(end.adding(step.multiplied(by: Rational(outward)))), comment)
      let inside = try end.subtracting(step.multiplied(by: Rational(outward)))
      if low < inside && inside < high { #expect(try holds(inside), comment) }
    }
    return ends
  }

  /// By hand: 60·a + 40·b of A (1, 0) and B (½, ¾) is 60 against 60; a tie, which any change of weight breaks.
  @Test func aTieBreaksWithAnyChange() throws {
    let data = try Rounds.make(
      fields: "fields:\n  - {field: a, type: integer, min: 0, max: 4, label: A}\n"
        + "  - {field: b, type: integer, min: 0, max: 4, label: B}",
      rules: """
        criteria:
          - id: a
            title: A
            weight: 60
            measure:
              of: a
              points: {0: 0, 4: 100}
          - id: b
            title: B
            weight: 40
            measure:
              of: b
              points: {0: 0, 4: 100}
        """, proposals: [("p", "a: 4\nb: 0"), ("q", "a: 2\nb: 3")])
    let result = try scoreRound(data)
    let pair = try #require(try weightSensitivity(data, result).pairs.first)
    #expect(pair.radius == .zero)
    #expect(pair.flips[0] == [WeightFlip(weight: 60, below: -1, above: 1, isExact: true)])
    #expect(pair.flips[1] == [WeightFlip(weight: 40, below: 1, above: -1, isExact: true)])
    // A shared first place has no leader.
    #expect(try weightSensitivity(data, result).criteria[0].leaders == [nil])
  }
}
