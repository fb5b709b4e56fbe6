import ExactNumbers
import Scoring
import Testing

@testable import Presentation

@Suite struct ShownContributionsTests {
  @Test func `parts share what is shown above them`() throws {
    // Two parts of 25/8 = 3,125 under 6,25: rounded by themselves they would be 3,13 + 3,13 = 6,26.
    let eighth = try Rational(25, 8)
    let shares = try ShownContributions.shares([eighth, eighth], of: try Rational(25, 4), 2)
    #expect(shares == [try Rational(313, 100), try Rational(312, 100)])
  }

  @Test func `parts go along where the whole lost a unit`() throws {
    // 1,6 + 1,6 under a whole shown as 2 although it is 3,2: 1 + 1.
    let part = try Rational(8, 5)
    #expect(try ShownContributions.shares([part, part], of: Rational(2), 0) == [Rational(1), Rational(1)])
  }

  @Test(arguments: ["exempel", "lopande"])
  func `what is shown adds up on every level`(_ name: String) throws {
    for result in try Rounds.example(name).result.proposals {
      let shown = ShownContributions(result.verified, decimals: 1)
      func check(_ node: Explanation) throws {
        if node.children.isEmpty { return }
        #expect(
          try Rational.sum(node.children.map(shown.low)) == shown.low(node), "\(result.id) \(node.path)")
        #expect(
          try Rational.sum(node.children.map(shown.high)) == shown.high(node), "\(result.id) \(node.path)")
        for child in node.children { try check(child) }
      }
      try check(result.verified)
    }
  }
}
