public import ExactNumbers

/// A choice among proposals within a frame: what each would give and cost, and what must hold of a set.
///
/// The 0–1 (multiple-choice, multidimensional) knapsack problem: Martello & Toth, *Knapsack Problems*, 1990.
public struct Portfolio: Sendable {
  public struct Item: Sendable {
    /// Ways to grant it, best first: whole, or in parts where the proposal states them. At most one is chosen.
    public var options: [Option]
    /// Already decided: some option must be chosen.
    public var isDecided: Bool
    /// Index of its group, for `Minimum`.
    public var group: Int?

    public init(options: [Option], isDecided: Bool = false, group: Int? = nil) {
      self.options = options
      self.isDecided = isDecided
      self.group = group
    }
  }

  public struct Option: Sendable, Hashable {
    public var value: Rational
    /// Kronor for each year of the frame.
    public var costs: [Int64]
    public init(value: Rational, costs: [Int64]) {
      self.value = value
      self.costs = costs
    }
  }

  public struct Requirement: Sendable {
    public var item: Int
    /// Chosen only if this one is.
    public var needs: Int
    public init(item: Int, needs: Int) {
      self.item = item
      self.needs = needs
    }
  }

  /// At least so many kronor, all years together, to a group.
  public struct Minimum: Sendable {
    public var group: Int
    public var kronor: Int64
    public init(group: Int, kronor: Int64) {
      self.group = group
      self.kronor = kronor
    }
  }

  public var items: [Item]
  /// Kronor left for each year.
  public var frame: [Int64]
  public var atMostOne: [[Int]]
  public var requirements: [Requirement]
  public var minimums: [Minimum]

  public init(
    items: [Item], frame: [Int64], atMostOne: [[Int]] = [], requirements: [Requirement] = [],
    minimums: [Minimum] = []
  ) {
    self.items = items
    self.frame = frame
    self.atMostOne = atMostOne
    self.requirements = requirements
    self.minimums = minimums
  }

  /// A set: the option of each item, nil where it is left out.
  public struct Choice: Sendable, Hashable {
    public var options: [Int?]
    public init(options: [Int?]) { self.options = options }
    public var chosen: [Int] { options.indices.filter { options[$0] != nil } }
  }

  public struct Solution: Sendable {
    public var choice: Choice
    public var value: Rational
    public var costs: [Int64]
    /// No set within the frame gives more.
    public var isProven: Bool
    /// How much more some set might give, at the most; 0 when proven.
    public var gap: Double
    public var nodes: Int
    /// Another set gives exactly as much.
    public var isShared: Bool
  }

  public func value(of choice: Choice) throws(ArithmeticError) -> Rational {
    var sum = Rational.zero
    for (item, option) in zip(items, choice.options) {
      if let option { sum = try sum.adding(item.options[option].value) }
    }
    return sum
  }

  public func costs(of choice: Choice) -> [Int64] {
    var costs = [Int64](repeating: 0, count: frame.count)
    for (item, option) in zip(items, choice.options) {
      if let option { for year in frame.indices { costs[year] += item.options[option].costs[year] } }
    }
    return costs
  }

  public func isWithin(_ choice: Choice) -> Bool {
    for (cost, left) in zip(costs(of: choice), frame) where cost > left { return false }
    for (item, option) in zip(items, choice.options) where item.isDecided && option == nil { return false }
    for set in atMostOne where set.filter({ choice.options[$0] != nil }).count > 1 { return false }
    for rule in requirements where choice.options[rule.item] != nil && choice.options[rule.needs] == nil {
      return false
    }
    for minimum in minimums {
      var kronor: Int64 = 0
      for (item, option) in zip(items, choice.options) where item.group == minimum.group {
        if let option { for cost in item.options[option].costs { kronor += cost } }
      }
      if kronor < minimum.kronor { return false }
    }
    return true
  }
}

extension Portfolio {
  /// Nodes after which the search stops and says that the best found is not proven. Fixed, so that the same files
  /// give the same answer on every machine.
  public static let nodeLimit = 1_000_000

  /// The set with the highest sum of values; among equals the cheaper, then the one that comes first in the items'
  /// order. nil when no set meets the constraints, or none was found within the limit.
  public func best(nodeLimit: Int = Portfolio.nodeLimit) throws(ArithmeticError) -> Solution? {
    try search(nodeLimit: nodeLimit).solution
  }

  /// Takes whole items by value for money until the next does not fit: what a rule of thumb would choose. Money is
  /// all years together; constraints other than the frame are not looked at.
  public func byValueForMoney() throws(ArithmeticError) -> Choice {
    var order: [(item: Int, ratio: Rational?)] = []
    for (index, item) in items.enumerated() {
      guard let whole = item.options.first else { continue }
      var cost: Int64 = 0
      for year in whole.costs { cost += year }
      // What costs nothing comes first.
      order.append((index, cost == 0 ? nil : try whole.value.divided(by: kronor(cost))))
    }
    order.sort { a, b in
      switch (a.ratio, b.ratio) {
      case (let x?, let y?): x == y ? a.item < b.item : y < x
      case (nil, _?): true
      case (_?, nil): false
      case (nil, nil): a.item < b.item
      }
    }
    var choice = Choice(options: Array(repeating: nil, count: items.count))
    for (item, _) in order {
      choice.options[item] = 0
      for (cost, left) in zip(costs(of: choice), frame) where cost > left {
        choice.options[item] = nil
        return choice
      }
    }
    return choice
  }
}
