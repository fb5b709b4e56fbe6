public import Diagnostics
public import ExactNumbers

/// Economic figures of a proposal and what others aim at: shown beside, never weighed, and out of reach for criteria
/// and ties.
public struct Economy: Sendable {
  /// What readers must know of all figures.
  public var note: Text?
  public var figures: [Figure]
  public var benchmarks: Benchmarks?

  /// Before or after the cost of the project.
  public enum Basis: Sendable, Hashable { case gross, net }

  /// One figure with all that it means nothing without.
  public struct Figure: Sendable {
    public var id: String
    public var title: Text
    public var basis: Basis
    /// Whose gain and cost.
    public var perspective: Text
    /// Years; null: none.
    public var horizon: Compiled
    /// Discount rate from 0 to 1; null: not discounted.
    public var rate: Compiled
    /// Null: no prices in it.
    public var priceYear: Compiled
    public var low: Compiled?
    public var value: Compiled
    public var high: Compiled?
    public var unit: String?
    public var sources: [SourceReference]

    public init(
      id: String, title: Text, basis: Basis, perspective: Text, horizon: Compiled, rate: Compiled,
      priceYear: Compiled, low: Compiled?, value: Compiled, high: Compiled?, unit: String?,
      sources: [SourceReference]
    ) {
      self.id = id
      self.title = title
      self.basis = basis
      self.perspective = perspective
      self.horizon = horizon
      self.rate = rate
      self.priceYear = priceYear
      self.low = low
      self.value = value
      self.high = high
      self.unit = unit
      self.sources = sources
    }

    /// Every expression of it.
    public var expressions: [Compiled] {
      [horizon, rate, priceYear] + [low].compactMap { $0 } + [value] + [high].compactMap { $0 }
    }
  }

  public init(note: Text?, figures: [Figure], benchmarks: Benchmarks?) {
    self.note = note
    self.figures = figures
    self.benchmarks = benchmarks
  }
}

/// Targets of others. A proposal's target is compared with one only where everything in `match` is the same.
public struct Benchmarks: Sendable {
  public struct Match: Sendable {
    public var title: Text
    public var value: Compiled
    public init(title: Text, value: Compiled) {
      self.title = title
      self.value = value
    }
  }

  public struct Item: Sendable {
    public var id: String
    public var title: Text
    /// One for each `match`, as written.
    public var match: [String]
    public var value: Rational
    public var sources: [SourceReference]
    public init(id: String, title: Text, match: [String], value: Rational, sources: [SourceReference]) {
      self.id = id
      self.title = title
      self.match = match
      self.value = value
      self.sources = sources
    }
  }

  /// The proposal's targets.
  public var list: Compiled
  /// The name of a target in the other expressions.
  public var variable: String
  public var label: Compiled
  public var value: Compiled
  public var unit: String?
  public var match: [Match]
  public var items: [Item]

  public init(
    list: Compiled, variable: String, label: Compiled, value: Compiled, unit: String?, match: [Match],
    items: [Item]
  ) {
    self.list = list
    self.variable = variable
    self.label = label
    self.value = value
    self.unit = unit
    self.match = match
    self.items = items
  }
}

extension Economy {
  /// Every expression of the section.
  public var expressions: [Compiled] {
    figures.flatMap { $0.expressions }
      + (benchmarks.map { [$0.list, $0.label, $0.value] + $0.match.map { $0.value } } ?? [])
  }

  /// Every reference to a source.
  public var sources: [SourceReference] {
    figures.flatMap { $0.sources } + (benchmarks?.items.flatMap { $0.sources } ?? [])
  }
}
