public import Criteria
public import ExactNumbers
internal import FEEL

/// A round's money: what is left of the frame, what is asked for, where the money ends, and sets within the frame
/// that a board may want to look at. None of them is a proposal for a decision.
public struct FrameResult: Sendable {
  public enum Basis: Sendable, Hashable {
    /// Year by year: the ruleset says what is asked for each year.
    case byYear
    /// All years of the frame together.
    case together
  }

  public var basis: Basis
  public var years: [Round.FrameYear]
  /// Kronor left for each year; one figure where the years are taken together.
  public var left: [Int64]
  /// By proposal, whatever its list.
  public var asks: [Ask]
  /// All ranked proposals of all groups in one order, by which the money goes (docs/analysis.md).
  public var order: [RankedEntry]
  /// From the top until the money ends.
  public var line: MoneyLine
  /// The same, but what does not fit is passed over and the walk goes on.
  public var passingOver: MoneyLine
  /// The sets, with the frame from 80 to 120 per cent of itself.
  public var steps: [FrameStep]
  /// By proposal, for those that some set could hold.
  public var memberships: [Membership]
  let plan: FramePlan
}

/// What a proposal asks for.
public struct Ask: Sendable, Hashable {
  /// Kronor, as `FrameResult.left`; nil where the amount cannot be told.
  public var kronor: [Int64]?
  /// Kronor for years that the frame does not hold.
  public var outside: Int64
  /// Some amount is known only within bounds: the most that it may be is counted.
  public var isUpperBound: Bool

  public var total: Int64? {
    guard let kronor else { return nil }
    var sum = outside
    for amount in kronor { sum += amount }
    return sum
  }
}

/// Places a scored round's proposals within its frame; nil for a round without one.
///
/// - Throws: as `scoreProposal`.
public func withinFrame(_ data: RoundData, _ result: RoundResult) throws(ArithmeticError) -> FrameResult? {
  guard !data.round.frame.isEmpty else { return nil }
  let basis: FrameResult.Basis = data.ruleset.money?.byYear == nil ? .together : .byYear
  let plan = FramePlan(data, result, basis)
  let ranked = result.proposals.indices.filter { result.proposals[$0].list == .ranked }
  let order = try rankedEntries(ranked, result.proposals, data.ruleset)
  let left = plan.left(percent: 100)
  var line = plan.line(classes(order), left: left)
  line.close = try closeAtLine(line, result, data.ruleset)
  let steps = try plan.steps(classes(order), result)
  return FrameResult(
    basis: basis, years: data.round.frame, left: left, asks: plan.asks, order: order, line: line,
    passingOver: plan.line(classes(order), left: left, passesOver: true), steps: steps,
    memberships: memberships(steps, among: plan.candidates(result)), plan: plan)
}

/// Proposals that share a place in the order, together.
func classes(_ order: [RankedEntry]) -> [[Int]] {
  var classes: [[Int]] = []
  var last: Int?
  for entry in order {
    if entry.rank == last {
      classes[classes.count - 1].append(entry.proposal)
    } else {
      classes.append([entry.proposal])
    }
    last = entry.rank
  }
  return classes
}

/// What money and constraints come to in proposals' indices.
struct FramePlan: Sendable {
  let years: [Round.FrameYear]
  let basis: FrameResult.Basis
  let asks: [Ask]
  /// Indices in `Ruleset.groups`.
  let groups: [Int?]
  let atMostOne: [[Int]]
  let requires: [Portfolio.Requirement]
  let minimums: [Portfolio.Minimum]
  let decided: [Int]
  let parts: [Part]

  struct Part: Sendable {
    var proposal: Int
    /// Index in `Constraints.parts`.
    var number: Int
    var costs: [Int64]
    var share: Rational
  }

  init(_ data: RoundData, _ result: RoundResult, _ basis: FrameResult.Basis) {
    let years = data.round.frame
    self.years = years
    self.basis = basis
    let asks = result.proposals.map { ask(of: $0, data, basis) }
    self.asks = asks
    groups = result.proposals.map { $0.group }
    let constraints = data.round.constraints
    let index = { (id: String) -> Int? in result.proposals.firstIndex { $0.id == id } }
    atMostOne = constraints.atMostOne.map { $0.compactMap(index) }.filter { $0.count > 1 }
    requires = constraints.requires.compactMap { rule in
      guard let item = index(rule.proposal), let needs = index(rule.needs) else { return nil }
      return Portfolio.Requirement(item: item, needs: needs)
    }
    minimums = constraints.atLeast.compactMap { minimum in
      guard let group = data.ruleset.groups.firstIndex(where: { $0.id == minimum.group }) else { return nil }
      return Portfolio.Minimum(group: group, kronor: minimum.kronor)
    }
    decided = constraints.decided.compactMap(index)
    var parts: [Part] = []
    for (number, part) in constraints.parts.enumerated() {
      guard let proposal = index(part.proposal), let whole = asks[proposal].total, whole > 0 else { continue }
      var costs = [Int64](repeating: 0, count: basis == .byYear ? years.count : 1)
      var money: Int64 = 0
      for cost in part.costs {
        money += cost.kronor
        if basis == .together {
          costs[0] += cost.kronor
        } else if let year = years.firstIndex(where: { $0.year == cost.year }) {
          costs[year] += cost.kronor
        }
      }
      let share = part.share ?? (try? kronor(money).divided(by: kronor(whole))) ?? .one
      parts.append(Part(proposal: proposal, number: number, costs: costs, share: min(share, .one)))
    }
    self.parts = parts
  }

  /// frame − committed + equity, when the frame is `percent` of itself.
  func left(percent: Int64) -> [Int64] {
    let years = years.map { $0.frame * percent / 100 - $0.committed + $0.equity }
    if basis == .byYear { return years }
    var sum: Int64 = 0
    for year in years { sum += year }
    return [sum]
  }
}

// MARK: What is asked for

private func ask(of proposal: ProposalResult, _ data: RoundData, _ basis: FrameResult.Basis) -> Ask {
  var ask = Ask(kronor: nil, outside: 0, isUpperBound: false)
  switch basis {
  case .together:
    if let amount = kronor(proposal.asked, &ask) { ask.kronor = [amount] }
  case .byYear:
    guard case .list(let items) = proposal.askedByYear else { return ask }
    var amounts = [Int64](repeating: 0, count: data.round.frame.count)
    for item in items {
      guard case .context(let context) = item, case .number(let number)? = context["år"],
        let year = number.integer64(), let amount = context["kr"].flatMap({ kronor($0, &ask) })
      else { return Ask(kronor: nil, outside: 0, isUpperBound: false) }
      if let index = data.round.frame.firstIndex(where: { Int64($0.year) == year }) {
        amounts[index] += amount
      } else {
        ask.outside += amount
      }
    }
    ask.kronor = amounts
  }
  return ask
}

/// Whole kronor, rounded up; the most that a bounded unknown may be.
private func kronor(_ value: Value, _ ask: inout Ask) -> Int64? {
  switch value {
  case .number(let number): return whole(number)
  case .unknown(let unknown):
    guard case .number(_, let high?) = unknown.bounds else { return nil }
    ask.isUpperBound = true
    return whole(high)
  default: return nil
  }
}

/// Kronor as a number. Not through `Int`, which has 32 bits in WebAssembly.
func kronor(_ amount: Int64) -> Rational { Rational(integerLiteral: amount) }

/// Amounts past any budget are not told.
private func whole(_ number: Decimal) -> Int64? {
  guard let rounded = try? exact(number)?.rounded(toScale: 0, .ceiling), let amount = Int64(rounded.text),
    (0...1_000_000_000_000).contains(amount)
  else { return nil }
  return amount
}
