internal import Criteria
internal import ExactNumbers

/// From the top until the money ends: a line across the combined order.
///
/// Proposals go in one by one by the order; the first that does not fit ends it, even where a smaller one further
/// down would fit. Those who share a place go in together or not at all: the line never cuts between equals.
public struct MoneyLine: Sendable {
  /// Those already decided first, then in the order.
  public var entries: [Entry]
  /// Kronor left below the line, as `FrameResult.left`.
  public var left: [Int64]
  /// The last above and the first below, where points cannot tell them apart.
  public var close: Close?

  public struct Close: Sendable, Hashable {
    public var above: Int
    public var below: Int
  }

  /// Proposals above the line, in the order of `entries`.
  public var above: [Int] {
    entries.filter { $0.status.isAbove }.map { $0.proposal }
  }

  public struct Entry: Sendable {
    public var proposal: Int
    public var status: Status
    /// Kronor left once it has gone in.
    public var left: [Int64]?
    /// Kronor that were missing for each year, where it did not fit.
    public var lacking: [Int64]?
  }

  public enum Status: Sendable, Hashable {
    /// Granted before: its money goes first.
    case decided
    case above
    /// Goes in with `by`, which requires it.
    case drawnIn(by: Int)
    /// The first that does not fit.
    case endsMoney
    /// Shares its place with others that do not all fit: the choice between equals is the board's.
    case tiedAtLine
    /// Further down; `fits`: alone it would fit in what is left.
    case below(fits: Bool)
    /// At most one of it and this one, which stands higher, may be granted. The line goes on.
    case notTogether(with: Int)
    /// Requires this one, which cannot go in. The line goes on.
    case lacks(Int)
    /// Nobody can say what it costs. The line goes on.
    case amountUnknown

    public var isAbove: Bool {
      switch self {
      case .decided, .above, .drawnIn: true
      default: false
      }
    }
  }
}

extension FramePlan {
  /// - Parameter passesOver: what does not fit does not end it.
  func line(_ classes: [[Int]], left: [Int64], passesOver: Bool = false) -> MoneyLine {
    var walk = LineWalk(self, classes, left, passesOver: passesOver)
    for members in classes { walk.take(members) }
    return walk.finish()
  }
}

/// The line as it is drawn.
private struct LineWalk {
  let plan: FramePlan
  let passesOver: Bool
  let isCandidate: [Bool]
  var left: [Int64]
  var isAbove: [Bool]
  var drawnBy: [Int?]
  var entries: [MoneyLine.Entry] = []
  var isEnded = false

  init(_ plan: FramePlan, _ classes: [[Int]], _ left: [Int64], passesOver: Bool) {
    self.plan = plan
    self.passesOver = passesOver
    self.left = left
    let count = plan.asks.count
    var isCandidate = [Bool](repeating: false, count: count)
    for members in classes {
      for member in members where plan.asks[member].kronor != nil { isCandidate[member] = true }
    }
    self.isCandidate = isCandidate
    isAbove = Array(repeating: false, count: count)
    drawnBy = Array(repeating: nil, count: count)
    for proposal in plan.decided where !isAbove[proposal] {
      isAbove[proposal] = true
      for (year, cost) in (plan.asks[proposal].kronor ?? []).enumerated() { self.left[year] -= cost }
      entries.append(MoneyLine.Entry(proposal: proposal, status: .decided, left: self.left))
    }
  }

  /// Proposals that share a place.
  mutating func take(_ members: [Int]) {
    var open: [Int] = []
    var package: [Int] = []
    for member in members {
      if plan.decided.contains(member) { continue }
      if isAbove[member] {
        entries.append(MoneyLine.Entry(proposal: member, status: .drawnIn(by: drawnBy[member] ?? member)))
      } else if let status = obstacle(to: member) {
        entries.append(MoneyLine.Entry(proposal: member, status: status))
      } else if isEnded {
        entries.append(MoneyLine.Entry(proposal: member, status: .below(fits: false)))
      } else {
        open.append(member)
        for part in closure(of: member) where !package.contains(part) { package.append(part) }
      }
    }
    if open.isEmpty { return }
    let lacking = lacking(for: package)
    if lacking == nil && !holdsRivals(package) {
      for part in package {
        isAbove[part] = true
        if !open.contains(part) { drawnBy[part] = open[0] }
        for (year, cost) in (plan.asks[part].kronor ?? []).enumerated() { left[year] -= cost }
      }
      for member in open {
        entries.append(MoneyLine.Entry(proposal: member, status: .above, left: left))
      }
      return
    }
    isEnded = !passesOver
    for member in open {
      entries.append(
        MoneyLine.Entry(
          proposal: member, status: open.count > 1 ? .tiedAtLine : .endsMoney, lacking: lacking))
    }
  }

  mutating func finish() -> MoneyLine {
    for index in entries.indices {
      guard case .below = entries[index].status else { continue }
      let package = closure(of: entries[index].proposal)
      entries[index].status = .below(fits: lacking(for: package) == nil && !holdsRivals(package))
    }
    return MoneyLine(entries: entries, left: left)
  }

  /// What keeps it out whatever the money.
  private func obstacle(to member: Int) -> MoneyLine.Status? {
    if plan.asks[member].kronor == nil { return .amountUnknown }
    for part in closure(of: member) {
      if !isCandidate[part] && !isAbove[part] { return .lacks(part) }
      for rivals in plan.atMostOne where rivals.contains(part) {
        for rival in rivals where rival != part && isAbove[rival] { return .notTogether(with: rival) }
      }
    }
    return nil
  }

  /// The proposal and everything that it requires and that is not in yet.
  private func closure(of member: Int) -> [Int] {
    var parts = [member]
    var next = 0
    while next < parts.count {
      for rule in plan.requires where rule.item == parts[next] {
        if !isAbove[rule.needs] && !parts.contains(rule.needs) { parts.append(rule.needs) }
      }
      next += 1
    }
    return parts
  }

  private func holdsRivals(_ package: [Int]) -> Bool {
    for rivals in plan.atMostOne where rivals.filter({ package.contains($0) }).count > 1 { return true }
    return false
  }

  /// nil where the money is enough.
  private func lacking(for package: [Int]) -> [Int64]? {
    var rest = left
    for part in package {
      for (year, cost) in (plan.asks[part].kronor ?? []).enumerated() { rest[year] -= cost }
    }
    // A year that is overdrawn already stops only those who ask for money in it.
    var short = [Int64](repeating: 0, count: rest.count)
    var isShort = false
    for year in rest.indices where rest[year] < 0 && rest[year] < left[year] {
      short[year] = -rest[year]
      isShort = true
    }
    return isShort ? short : nil
  }
}

/// The last above the line and the one that ended the money, where they cannot be told apart.
func closeAtLine(_ line: MoneyLine, _ result: RoundResult, _ ruleset: Ruleset) throws(ArithmeticError)
  -> MoneyLine.Close?
{
  guard let end = line.entries.firstIndex(where: { $0.status == .endsMoney || $0.status == .tiedAtLine }),
    let last = line.entries[..<end].last(where: { $0.status == .above })
  else { return nil }
  let below = line.entries[end].proposal
  let gap = try result.proposals[last.proposal].total.low.subtracting(result.proposals[below].total.low)
  return gap < ruleset.indistinguishableWithin || gap.isZero
    ? MoneyLine.Close(above: last.proposal, below: below) : nil
}
