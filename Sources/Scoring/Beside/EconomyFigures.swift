public import Criteria
internal import Diagnostics
internal import ExactNumbers
public import FEEL

/// What a proposal's economic figures come to. Never part of a total.
public struct EconomyResult: Sendable {
  /// Index of the proposal.
  public var proposal: Int
  /// In the ruleset's order.
  public var figures: [Figure]
  /// In the proposal's order.
  public var targets: [Target]

  public struct Figure: Sendable {
    public var low: Value?
    public var value: Value
    public var high: Value?
    public var horizon: Value
    public var rate: Value
    public var priceYear: Value

    /// Whether it says anything: a number, or something missing that would make it one.
    public var isGiven: Bool {
      if case .null = value { false } else { true }
    }
  }

  /// One of the proposal's targets beside those of others.
  public struct Target: Sendable {
    public var label: String
    public var value: Value
    /// One for each of `Benchmarks.match`.
    public var match: [Value]
    /// One for each of `Benchmarks.items`.
    public var comparisons: [Comparison]
  }

  public enum Comparison: Sendable, Hashable {
    /// Everything that must be the same is.
    case comparable
    /// Indices of `Benchmarks.match` that differ, or are missing.
    case notComparable([Int])
  }
}

/// The economic figures of the proposal with that index, on what the association has verified; nil where the ruleset
/// has none.
public func economyResult(_ data: RoundData, at index: Int, plan: ReadingPlan? = nil) -> EconomyResult? {
  guard let economy = data.ruleset.economy else { return nil }
  let scoring = ProposalScoring(data, at: index, options: ScoringOptions(detail: .values, plan: plan))
  let situation = scoring.verified.situation()
  let evaluate = { (compiled: Compiled) in situation.evaluate(compiled, in: situation.scope) }
  let figures = economy.figures.map { figure in
    EconomyResult.Figure(
      low: figure.low.map(evaluate), value: evaluate(figure.value), high: figure.high.map(evaluate),
      horizon: evaluate(figure.horizon), rate: evaluate(figure.rate), priceYear: evaluate(figure.priceYear))
  }
  var result = EconomyResult(proposal: index, figures: figures, targets: [])
  guard let benchmarks = economy.benchmarks, case .list(let targets) = evaluate(benchmarks.list) else {
    return result
  }
  for target in targets {
    let scope = situation.scope.binding(benchmarks.variable, to: target)
    var label = ""
    if case .string(let text) = situation.evaluate(benchmarks.label, in: scope) { label = text }
    let match = benchmarks.match.map { situation.evaluate($0.value, in: scope) }
    result.targets.append(
      EconomyResult.Target(
        label: label, value: situation.evaluate(benchmarks.value, in: scope), match: match,
        comparisons: benchmarks.items.map { comparison(match, $0) }))
  }
  return result
}

private func comparison(_ values: [Value], _ item: Benchmarks.Item) -> EconomyResult.Comparison {
  var differing: [Int] = []
  for (index, value) in values.enumerated() where !isSame(value, item.match[index]) {
    differing.append(index)
  }
  return differing.isEmpty ? .comparable : .notComparable(differing)
}

/// Whether a value is what the ruleset writes. What is missing is the same as nothing.
private func isSame(_ value: Value, _ written: String) -> Bool {
  switch value {
  case .string(let text): text == written
  case .number(let number): Decimal(written) == number
  case .boolean(let boolean): written == (boolean ? "ja" : "nej")
  default: false
  }
}
