internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

/// The authors' advice on rules that did not give all they can, with the most that each could add to the total.
struct AdviceList {
  struct Entry {
    var text: Text
    /// Of the total; what stands around the rule may leave less.
    var gain: Rational
  }

  private(set) var entries: [Entry] = []

  init(_ total: Explanation) {
    collect(total, room: nil)
    entries = entries.ordered { $1.gain < $0.gain }
  }

  /// - Parameter room: what the criterion around can still give.
  private mutating func collect(_ node: Explanation, room: Rational?) {
    let own = gain(node)
    let limit = room.map { room in own.map { min($0, room) } ?? room } ?? own
    switch node.kind {
    case .rule, .step:
      guard let advice = node.advice, let limit, limit.sign > 0 else { return }
      if let known = entries.firstIndex(where: { $0.text == advice }) {
        entries[known].gain = max(entries[known].gain, limit)
      } else {
        entries.append(Entry(text: advice, gain: limit))
      }
    default:
      // Above the step where a climb stopped nothing helps before that step is reached.
      var stopped = false
      for child in node.children where !(child.kind == .step && stopped) {
        collect(child, room: limit)
        if child.kind == .step, let gain = gain(child), gain.sign > 0 { stopped = true }
      }
    }
  }

  private func gain(_ node: Explanation) -> Rational? {
    guard let possible = node.possibleContribution else { return nil }
    return try? possible.subtracting(node.contribution.low)
  }
}
