internal import ExactNumbers

/// Branch and bound, depth first, over items in order of value for money.
///
/// A node's bound is Lagrangian: with a price on each year's money no set gives more than what is left of the frame
/// is worth and what each open item gives beyond its own price (H. Everett, Operations Research 11(3), 1963). Prices
/// come from subgradient steps at the root (M. Held, P. Wolfe and H. Crowder, Mathematical Programming 6, 1974), and
/// some multiples of them follow; every price gives a bound, the least counts. Prices and bounds are doubles and only
/// leave out what is clearly worse: what decides between sets is exact.
struct PortfolioSearch {
  struct Outcome {
    var solution: Portfolio.Solution?
    /// Nothing was left unseen.
    var isComplete: Bool
  }

  private let portfolio: Portfolio
  private let nodeLimit: Int
  /// Items as they are decided; members of one at-most-one set together.
  private let order: [Int]
  private let values: [[Double]]
  /// Prices per krona for each year.
  private let prices: [[Double]]
  /// For each price: what the items from that place on give at the most beyond their own price.
  private let tails: [[Double]]
  /// For each minimum: kronor that the items from that place on may add.
  private let reach: [[Int64]]
  private let rivals: [[Int]]
  private let needs: [[Int]]
  private let neededBy: [[Int]]
  /// Equal to the item decided just before it in all that matters.
  private let isTwin: [Bool]

  private var left: [Int64]
  private var granted: [Int64]
  private var choice: Portfolio.Choice
  private var isOut: [Bool]
  private var value = 0.0
  private var best: (choice: Portfolio.Choice, value: Rational, cost: Int64, double: Double)?
  private var isShared = false
  private var nodes = 0
  /// The highest bound of what was left unseen.
  private var unseen: Double?

  init(_ portfolio: Portfolio, nodeLimit: Int) {
    self.portfolio = portfolio
    self.nodeLimit = nodeLimit
    let count = portfolio.items.count
    let values = portfolio.items.map { item in item.options.map { $0.value.double } }
    self.values = values

    var classOf = [Int?](repeating: nil, count: count)
    for (number, members) in portfolio.atMostOne.enumerated() {
      for member in members where classOf[member] == nil { classOf[member] = number }
    }
    let found = Prices(portfolio, values, classOf).found
    prices = found
    order = PortfolioSearch.order(portfolio, values, classOf, price: found[0])
    let order = order
    tails = found.map { price in
      PortfolioSearch.tail(portfolio, values, classOf, order, price)
    }
    reach = portfolio.minimums.map { minimum in
      var reach = [Int64](repeating: 0, count: count + 1)
      for place in stride(from: count - 1, through: 0, by: -1) {
        let item = portfolio.items[order[place]]
        var most: Int64 = 0
        if item.group == minimum.group {
          for option in item.options { most = max(most, option.total) }
        }
        reach[place] = reach[place + 1] + most
      }
      return reach
    }
    var rivals = [[Int]](repeating: [], count: count)
    for members in portfolio.atMostOne {
      for member in members { rivals[member] += members.filter { $0 != member } }
    }
    var needs = [[Int]](repeating: [], count: count)
    var neededBy = needs
    for rule in portfolio.requirements {
      needs[rule.item].append(rule.needs)
      neededBy[rule.needs].append(rule.item)
    }
    self.rivals = rivals
    self.needs = needs
    self.neededBy = neededBy
    isTwin = order.indices.map { place in
      guard place > 0 else { return false }
      let (a, b) = (order[place - 1], order[place])
      let isPlain = { (item: Int) -> Bool in
        rivals[item].isEmpty && needs[item].isEmpty && neededBy[item].isEmpty
          && !portfolio.items[item].isDecided
      }
      return isPlain(a) && isPlain(b) && portfolio.items[a].group == portfolio.items[b].group
        && portfolio.items[a].options == portfolio.items[b].options && a < b
    }
    left = portfolio.frame
    granted = Array(repeating: 0, count: portfolio.minimums.count)
    choice = Portfolio.Choice(options: Array(repeating: nil, count: count))
    isOut = Array(repeating: false, count: count)
  }

  mutating func run() throws(ArithmeticError) -> Outcome {
    try descend(0)
    guard let best else { return Outcome(solution: nil, isComplete: unseen == nil) }
    for place in order.indices where isTwin[place] {
      // Its twin in its place gives the same sum.
      if best.choice.options[order[place]] == nil && best.choice.options[order[place - 1]] != nil {
        isShared = true
      }
    }
    let gap = max(0, (unseen ?? best.double) - best.double)
    let isProven = unseen.map { isClearlyWorse($0) } ?? true
    return Outcome(
      solution: Portfolio.Solution(
        choice: best.choice, value: best.value, costs: portfolio.costs(of: best.choice), isProven: isProven,
        gap: isProven ? 0 : gap, nodes: nodes, isShared: isShared),
      isComplete: unseen == nil)
  }

  // MARK: The tree

  private mutating func descend(_ start: Int) throws(ArithmeticError) {
    let bound = value + bound(start)
    if isClearlyWorse(bound) { return }
    for (number, reach) in reach.enumerated() {
      if granted[number] + reach[start] < portfolio.minimums[number].kronor { return }
    }
    if nodes >= nodeLimit {
      unseen = max(unseen ?? bound, bound)
      return
    }
    nodes += 1

    // Items that cannot go in are passed over at once.
    var depth = start
    while depth < order.count && !mayGoIn(at: depth) {
      if !mayStayOut(order[depth]) { return putBack(start..<depth) }
      isOut[order[depth]] = true
      depth += 1
    }
    if depth == order.count {
      try consider()
      return putBack(start..<depth)
    }
    let item = order[depth]
    for (number, option) in portfolio.items[item].options.enumerated() where fits(option) {
      let before = value
      place(item, option, number)
      value += values[item][number]
      try descend(depth + 1)
      value = before
      remove(item, option)
    }
    if mayStayOut(item) {
      isOut[item] = true
      depth += 1
      try descend(depth)
    }
    putBack(start..<depth)
  }

  private mutating func putBack(_ places: Range<Int>) {
    for place in places { isOut[order[place]] = false }
  }

  private func mayStayOut(_ item: Int) -> Bool {
    !portfolio.items[item].isDecided && !neededBy[item].contains { choice.options[$0] != nil }
  }

  private func mayGoIn(at depth: Int) -> Bool {
    let item = order[depth]
    // Of two equal items the first goes in first: the other order gives the same sets again.
    if isTwin[depth] && isOut[order[depth - 1]] { return false }
    if rivals[item].contains(where: { choice.options[$0] != nil }) { return false }
    if needs[item].contains(where: { isOut[$0] }) { return false }
    return portfolio.items[item].options.contains { fits($0) }
  }

  private func fits(_ option: Portfolio.Option) -> Bool {
    for year in left.indices where option.costs[year] > left[year] { return false }
    return true
  }

  private mutating func place(_ item: Int, _ option: Portfolio.Option, _ number: Int) {
    for year in left.indices { left[year] -= option.costs[year] }
    for (index, minimum) in portfolio.minimums.enumerated()
    where portfolio.items[item].group == minimum.group {
      granted[index] += option.total
    }
    choice.options[item] = number
  }

  private mutating func remove(_ item: Int, _ option: Portfolio.Option) {
    for year in left.indices { left[year] += option.costs[year] }
    for (index, minimum) in portfolio.minimums.enumerated()
    where portfolio.items[item].group == minimum.group {
      granted[index] -= option.total
    }
    choice.options[item] = nil
  }

  private mutating func consider() throws(ArithmeticError) {
    guard portfolio.isWithin(choice) else { return }
    let value = try portfolio.value(of: choice)
    var cost: Int64 = 0
    for year in portfolio.costs(of: choice) { cost += year }
    if let best {
      if value < best.value { return }
      if value == best.value {
        isShared = true
        if cost > best.cost || cost == best.cost && !choice.comesBefore(best.choice) { return }
      } else {
        isShared = false
      }
    }
    best = (choice, value, cost, value.double)
  }

  // MARK: Bounds

  /// Doubles err by less than this: what may be equal or better is looked at.
  private func isClearlyWorse(_ bound: Double) -> Bool {
    guard let best else { return false }
    return bound < best.double - 1e-9 * max(1, best.double.magnitude)
  }

  private func bound(_ depth: Int) -> Double {
    var least = Double.infinity
    for (price, tail) in zip(prices, tails) {
      var bound = tail[depth]
      for year in left.indices { bound += price[year] * Double(left[year]) }
      if bound < least { least = bound }
    }
    return least
  }

  private static func tail(
    _ portfolio: Portfolio, _ values: [[Double]], _ classOf: [Int?], _ order: [Int], _ price: [Double]
  ) -> [Double] {
    var tail = [Double](repeating: 0, count: order.count + 1)
    // The most that the members seen so far of the class in hand give, and what comes after the class.
    var most = 0.0
    var after = 0.0
    for place in stride(from: order.count - 1, through: 0, by: -1) {
      let item = order[place]
      let surplus = portfolio.items[item].surplus(values[item], price)
      let follows = place + 1 < order.count ? order[place + 1] : nil
      if let own = classOf[item], let follows, classOf[follows] == own {
        most = max(most, surplus)
      } else {
        after = tail[place + 1]
        most = surplus
      }
      tail[place] = after + most
    }
    return tail
  }

  /// Most value for its money first; those already decided before all others; members of a class side by side.
  private static func order(
    _ portfolio: Portfolio, _ values: [[Double]], _ classOf: [Int?], price: [Double]
  ) -> [Int] {
    let ratios = portfolio.items.indices.map { item -> Double in
      var best = 0.0
      for (option, value) in zip(portfolio.items[item].options, values[item]) {
        var use = 1e-9
        for (year, cost) in option.costs.enumerated() { use += price[year] * Double(cost) }
        best = max(best, value / use)
      }
      return best
    }
    var leading = ratios
    var first = Array(portfolio.items.indices)
    for item in portfolio.items.indices {
      guard let own = classOf[item] else { continue }
      for other in portfolio.items.indices where classOf[other] == own {
        leading[item] = max(leading[item], ratios[other])
        first[item] = min(first[item], other)
      }
    }
    return portfolio.items.indices.sorted { a, b in
      let (x, y) = (portfolio.items[a].isDecided, portfolio.items[b].isDecided)
      // A decided member would part its class: its rivals are out anyway.
      if x != y { return x }
      if leading[a] != leading[b] { return leading[b] < leading[a] }
      if first[a] != first[b] { return first[a] < first[b] }
      if ratios[a] != ratios[b] { return ratios[b] < ratios[a] }
      return a < b
    }
  }
}

extension Portfolio {
  func search(nodeLimit: Int) throws(ArithmeticError) -> PortfolioSearch.Outcome {
    var search = PortfolioSearch(self, nodeLimit: nodeLimit)
    return try search.run()
  }
}

extension Portfolio.Option {
  /// All years together.
  var total: Int64 {
    var sum: Int64 = 0
    for cost in costs { sum += cost }
    return sum
  }
}

extension Portfolio.Item {
  /// The most that an option gives beyond its price; leaving the item out gives 0, where that may be done.
  func surplus(_ values: [Double], _ price: [Double]) -> Double {
    var best = isDecided ? -Double.infinity : 0
    for (option, value) in zip(options, values) {
      var surplus = value
      for (year, cost) in option.costs.enumerated() { surplus -= price[year] * Double(cost) }
      best = max(best, surplus)
    }
    return best
  }
}

extension Portfolio.Choice {
  /// Among equal sets: the one that takes the earlier item, or the earlier of its options.
  func comesBefore(_ other: Portfolio.Choice) -> Bool {
    for (x, y) in zip(options, other.options) where x != y {
      switch (x, y) {
      case (let x?, let y?): return x < y
      case (_?, nil): return true
      default: return false
      }
    }
    return false
  }
}

/// Prices on each year's money for which the bound at the root is low.
private struct Prices {
  let found: [[Double]]
  private static let steps = 300
  private static let multiples = [1.0, 0.9, 1.1, 0.75, 1.3, 0.5, 2]

  init(_ portfolio: Portfolio, _ values: [[Double]], _ classOf: [Int?]) {
    let years = portfolio.frame.indices
    let frame = portfolio.frame.map { Double($0) }
    var price = [Double](repeating: 0, count: frame.count)
    var whole = 0.0
    for options in values { whole += max(0, options.max() ?? 0) }
    for year in years where frame[year] > 0 { price[year] = whole / (2 * frame[year] * Double(frame.count)) }
    var best = (bound: Double.infinity, price: price)
    var reach = 1.0
    for _ in 0..<Prices.steps {
      var bound = 0.0
      var rest = frame
      for year in years { bound += price[year] * frame[year] }
      var chosen = [(item: Int, option: Int?, surplus: Double)?](
        repeating: nil, count: portfolio.atMostOne.count)
      for (index, item) in portfolio.items.enumerated() {
        var surplus = item.isDecided ? -Double.infinity : 0
        var option: Int?
        for (number, one) in item.options.enumerated() {
          var gain = values[index][number]
          for year in years { gain -= price[year] * Double(one.costs[year]) }
          if gain > surplus { (surplus, option) = (gain, number) }
        }
        if let own = classOf[index], !item.isDecided {
          if (chosen[own]?.surplus ?? 0) < surplus { chosen[own] = (index, option, surplus) }
          continue
        }
        bound += surplus
        if let option { for year in years { rest[year] -= Double(item.options[option].costs[year]) } }
      }
      for one in chosen {
        guard let one, let option = one.option else { continue }
        bound += one.surplus
        for year in years { rest[year] -= Double(portfolio.items[one.item].options[option].costs[year]) }
      }
      if bound < best.bound { best = (bound, price) } else { reach *= 0.97 }
      // Each year's price moves with how much of its money is over, in shares of the frame and of the bound.
      for year in years where frame[year] > 0 {
        let step = reach * best.bound / (frame[year] * Double(frame.count)) * 0.1
        let slack = max(-1, min(1, rest[year] / frame[year]))
        price[year] = max(0, price[year] - step * slack)
      }
    }
    var found: [[Double]] = []
    for multiple in Prices.multiples { found.append(best.price.map { $0 * multiple }) }
    // Each year alone, where another year's money will not run out.
    if frame.count > 1 {
      for year in years where best.price[year] > 0 {
        found.append(years.map { $0 == year ? best.price[year] * Double(frame.count) : 0 })
        found.append(years.map { $0 == year ? best.price[year] : 0 })
      }
    }
    self.found = found
  }
}
