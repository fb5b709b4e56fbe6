import ExactNumbers
import Testing

@testable import Scoring

@Suite struct PortfolioTests {
  /// Every choice of every item, one by one.
  static func bruteForce(_ portfolio: Portfolio) throws -> (
    best: Portfolio.Choice, value: Rational, equals: Int
  )? {
    var best: (choice: Portfolio.Choice, value: Rational, cost: Int64)?
    var equals = 0
    var options = [Int?](repeating: nil, count: portfolio.items.count)
    func next(_ item: Int) throws {
      if item == portfolio.items.count {
        let choice = Portfolio.Choice(options: options)
        guard portfolio.isWithin(choice) else { return }
        let value = try portfolio.value(of: choice)
        let cost = portfolio.costs(of: choice).reduce(0, +)
        if let known = best {
          if value < known.value { return }
          equals = value == known.value ? equals + 1 : 1
          if value == known.value && known.cost <= cost { return }
        } else {
          equals = 1
        }
        best = (choice, value, cost)
        return
      }
      options[item] = nil
      try next(item + 1)
      for option in portfolio.items[item].options.indices {
        options[item] = option
        try next(item + 1)
      }
      options[item] = nil
    }
    try next(0)
    return best.map { ($0.choice, $0.value, equals) }
  }

  static func generated(_ random: inout SplitMix64, atMost most: Int) throws -> Portfolio {
    let count = 1 + Int(random.next(below: UInt64(most)))
    let years = 1 + Int(random.next(below: 3))
    // Few distinct figures make ties; many make none.
    let spread: UInt64 = random.next(below: 2) == 0 ? 4 : 1_000
    let hasParts = count <= 9 && random.next(below: 3) == 0
    var items: [Portfolio.Item] = []
    var sum = [Int64](repeating: 0, count: years)
    for _ in 0..<count {
      let value = try Rational(Int(random.next(below: spread)), 1 + Int(random.next(below: 3)))
      let costs = (0..<years).map { _ in Int64(random.next(below: spread)) }
      for year in 0..<years { sum[year] += costs[year] }
      var item = Portfolio.Item(
        options: [.init(value: value, costs: costs)], isDecided: random.next(below: 12) == 0,
        group: Int(random.next(below: 2)))
      if hasParts && random.next(below: 2) == 0 {
        item.options.append(
          .init(value: try value.divided(by: 2), costs: costs.map { $0 / 2 }))
      }
      items.append(item)
    }
    var portfolio = Portfolio(items: items, frame: sum.map { $0 * Int64(random.next(below: 10)) / 10 })
    let pick = { (random: inout SplitMix64) in Int(random.next(below: UInt64(count))) }
    for _ in 0..<random.next(below: 3) {
      portfolio.atMostOne.append(Array(Set((0..<3).map { _ in pick(&random) })).sorted())
    }
    for _ in 0..<random.next(below: 3) {
      portfolio.requirements.append(.init(item: pick(&random), needs: pick(&random)))
    }
    if random.next(below: 3) == 0 {
      portfolio.minimums = [.init(group: 0, kronor: sum.reduce(0, +) / Int64(4 + random.next(below: 8)))]
    }
    return portfolio
  }

  @Test func bestSetEqualsBruteForce() throws {
    var random = SplitMix64(seed: 20_260_915)
    var (infeasible, shared, constrained) = (0, 0, 0)
    for number in 0..<900 {
      let portfolio = try Self.generated(&random, atMost: number < 860 ? 9 : 16)
      let expected = try Self.bruteForce(portfolio)
      let search = try portfolio.search(nodeLimit: Portfolio.nodeLimit)
      #expect(search.isComplete)
      guard let expected else {
        infeasible += 1
        #expect(search.solution == nil, "case \(number)")
        continue
      }
      let found = try #require(search.solution, "case \(number)")
      #expect(found.value == expected.value, "case \(number)")
      #expect(portfolio.isWithin(found.choice), "case \(number)")
      #expect(
        portfolio.costs(of: found.choice).reduce(0, +) == portfolio.costs(of: expected.best).reduce(0, +),
        "case \(number): not the cheapest of the equals")
      #expect(found.isProven && found.gap == 0, "case \(number)")
      #expect(found.isShared == (expected.equals > 1), "case \(number): \(expected.equals) equal sets")
      if expected.equals > 1 { shared += 1 }
      if !portfolio.atMostOne.isEmpty || !portfolio.requirements.isEmpty { constrained += 1 }
    }
    // The generator reaches what it is for.
    #expect(infeasible > 40 && shared > 100 && constrained > 400)
  }

  /// J. Merkhofer, "Choosing the Wrong Portfolio of Projects", prioritysystem.com/mathematics1.html: costs and
  /// benefits of four projects, budget 10,000. The optimum was found by enumeration; value for money stops at 13,571.
  @Test func merkhofer() throws {
    let figures: [(cost: Int64, benefit: Int)] = [(3571, 5714), (2857, 4286), (5000, 7857), (2143, 2857)]
    let portfolio = Portfolio(
      items: figures.map { .init(options: [.init(value: Rational($0.benefit), costs: [$0.cost])]) },
      frame: [10_000])
    let best = try #require(try portfolio.best())
    #expect(best.choice.chosen == [1, 2, 3])
    #expect(best.value == 15_000 && best.costs == [10_000] && best.isProven)
    let rule = try portfolio.byValueForMoney()
    #expect(rule.chosen == [0, 2])
    #expect(try portfolio.value(of: rule) == 13_571)
  }

  @Test func nothingFitsAnEmptyFrameButTheEmptySet() throws {
    let portfolio = Portfolio(items: [.init(options: [.init(value: 5, costs: [1])])], frame: [0])
    let best = try #require(try portfolio.best())
    #expect(best.choice.chosen.isEmpty && best.value == .zero && best.isProven)
  }

  @Test func decidedThatDoesNotFitLeavesNoSet() throws {
    let portfolio = Portfolio(
      items: [.init(options: [.init(value: 5, costs: [7])], isDecided: true)], frame: [6])
    let search = try portfolio.search(nodeLimit: 100)
    #expect(search.solution == nil && search.isComplete)
  }

  /// Stopped early it says so, with a gap that the true best stays within.
  @Test func stoppedSearchStatesItsGap() throws {
    var random = SplitMix64(seed: 3)
    var unproven = 0
    for number in 0..<200 {
      var portfolio = try Self.generated(&random, atMost: 9)
      portfolio.minimums = []
      guard let expected = try Self.bruteForce(portfolio) else { continue }
      for limit in [10, 20, 40] {
        guard let found = try portfolio.best(nodeLimit: limit) else { continue }
        let short = try expected.value.subtracting(found.value).double
        #expect(found.isProven ? short == 0 : short <= found.gap + 1e-9, "case \(number), \(limit) nodes")
        #expect(found.nodes <= limit)
        if !found.isProven { unproven += 1 }
      }
    }
    #expect(unproven > 20)
  }

  @Test func equalItemsDoNotBlowUpTheSearch() throws {
    let portfolio = Portfolio(
      items: Array(repeating: .init(options: [.init(value: 50, costs: [100_000, 70_000])]), count: 200),
      frame: [5_050_000, 9_000_000])
    let best = try #require(try portfolio.best())
    #expect(best.value == 2_500 && best.isProven && best.isShared)
    #expect(best.choice.chosen == Array(0..<50))
  }
}
