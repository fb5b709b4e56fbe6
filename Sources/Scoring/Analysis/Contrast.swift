public import Criteria
public import Diagnostics
public import ExactNumbers

/// Why one proposal stands above another: what each earned and where they differ.
///
/// INVARIANT: the parts' differences sum exactly to `difference`, at every level.
public struct Contrast: Sendable {
  /// Indices of the proposals; the first has the higher low end (or the same, in the round's order).
  public var first: Int
  public var second: Int
  /// Low end against low end: what ranks.
  public var difference: Rational
  /// Criteria in order of how much they differ, largest first; adjustments of the total last.
  public var parts: [Part]
  public var closeness: Closeness

  public struct Part: Sendable {
    public var path: String
    public var title: Text
    public var kind: Explanation.Kind
    public var first: Rational
    public var second: Rational
    public var difference: Rational
    /// The nodes that the figures come from; nil where one of the two has none.
    public var firstNode: Explanation?
    public var secondNode: Explanation?
    public var parts: [Part]
  }

  /// Whether the points can tell the two apart.
  public enum Closeness: Sendable, Hashable {
    /// The same low ends.
    case equal
    /// Nearer than `indistinguishable_within`.
    case indistinguishable
    /// The intervals overlap: what is missing may turn the order.
    case open
    case apart
  }
}

/// Compares two proposals of a scored round by what ranks them, the low ends of the verified run.
public func contrast(_ data: RoundData, _ result: RoundResult, _ a: Int, _ b: Int) throws(ArithmeticError)
  -> Contrast
{
  let isInOrder = result.proposals[b].total.low <= result.proposals[a].total.low
  let first = result.proposals[isInOrder ? a : b]
  let second = result.proposals[isInOrder ? b : a]
  let parts = try contrastParts(first.verified.children, second.verified.children)
  let difference = try first.total.low.subtracting(second.total.low)
  let closeness: Contrast.Closeness =
    if difference.isZero {
      .equal
    } else if difference < data.ruleset.indistinguishableWithin {
      .indistinguishable
    } else if first.total.low <= second.total.high {
      .open
    } else {
      .apart
    }
  return Contrast(
    first: first.index, second: second.index, difference: difference, parts: parts, closeness: closeness)
}

/// Pairs nodes by their place in the rules: members of an `each` list by their own, since they are different
/// organisations in different proposals, stand alone on their side.
private func contrastParts(_ first: [Explanation], _ second: [Explanation]) throws(ArithmeticError)
  -> [Contrast.Part]
{
  var parts: [Contrast.Part] = []
  var used: [Bool] = Array(repeating: false, count: second.count)
  for node in first {
    let match = second.indices.first {
      !used[$0] && second[$0].path == node.path && second[$0].kind == node.kind && node.kind != .item
    }
    if let match { used[match] = true }
    parts.append(try part(node, match.map { second[$0] }))
  }
  for (index, node) in second.enumerated() where !used[index] { parts.append(try part(nil, node)) }
  // A stable sort by size: equal differences keep the ruleset's order.
  let order = parts.indices.sorted { a, b in
    let x = parts[a].difference.magnitude
    let y = parts[b].difference.magnitude
    return x == y ? a < b : y < x
  }
  return order.map { parts[$0] }
}

private func part(_ first: Explanation?, _ second: Explanation?) throws(ArithmeticError) -> Contrast.Part {
  let node = first ?? second!
  let a = first?.contribution.low ?? .zero
  let b = second?.contribution.low ?? .zero
  return Contrast.Part(
    path: node.path, title: node.title, kind: node.kind, first: a, second: b,
    difference: try a.subtracting(b), firstNode: first, secondNode: second,
    parts: try contrastParts(
      first.map { $0.parts(beside: second) } ?? [], second.map { $0.parts(beside: first) } ?? []))
}

extension Explanation {
  /// What it is made of. Beside one that is made of parts, one that is not is a single part itself: else what it
  /// earned would be in no part.
  fileprivate func parts(beside other: Explanation?) -> [Explanation] {
    if children.isEmpty, let other, !other.children.isEmpty, !contribution.low.isZero {
      [self]
    } else {
      children
    }
  }
}
