import ExactNumbers
import Testing

@testable import Scoring

@Suite struct PiecewiseLinearTests {
  private func lines(_ count: Int, _ random: inout SplitMix64) throws -> [PiecewiseLinear.Line] {
    try (0..<count).map { _ in
      PiecewiseLinear.Line(
        start: try Rational(Int(random.next(below: 13)), 3), slope: Rational(Int(random.next(below: 13)) - 6))
    }
  }

  @Test func leastOfLines() throws {
    var random = SplitMix64(seed: 1)
    for number in 0..<300 {
      let lines = try lines(1 + number % 7, &random)
      let least = try PiecewiseLinear(leastOf: lines)
      #expect(least.pieces.last?.end == .one)
      #expect(zip(least.pieces, least.pieces.dropFirst()).allSatisfy { $0.end < $1.end })
      for step in 0...48 {
        let place = try Rational(step, 48)
        let expected = try lines.map { try $0.value(at: place) }.min()
        #expect(try least.value(at: place) == expected)
      }
    }
  }

  @Test func signsOfADifference() throws {
    var random = SplitMix64(seed: 2)
    var flat = 0
    for number in 0..<300 {
      let a = try PiecewiseLinear(leastOf: lines(1 + number % 4, &random))
      let b = try PiecewiseLinear(leastOf: lines(1 + number % 3, &random))
      let stretches = try a.subtracting(b).signs()
      #expect(stretches.first?.from == .zero && stretches.last?.to == .one)
      for (left, right) in zip(stretches, stretches.dropFirst()) {
        #expect(left.to == right.from && left.sign != right.sign)
      }
      for stretch in stretches {
        if stretch.sign == 0 { flat += 1 }
        for part in 1...7 {
          let place = try stretch.from.adding(
            stretch.to.subtracting(stretch.from).multiplied(by: Rational(part, 8)))
          let sign = try a.value(at: place).subtracting(b.value(at: place)).sign
          // They may touch at a place without crossing.
          #expect(sign == stretch.sign || sign == 0)
        }
      }
      let sum = try a.adding(b)
      for step in 0...12 {
        let place = try Rational(step, 12)
        #expect(try sum.value(at: place) == a.value(at: place).adding(b.value(at: place)))
      }
    }
    #expect(flat > 3)
  }
}
