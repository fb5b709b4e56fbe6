internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// What a criterion comes to, in units of its own value (0 … 1): contributions in `node` are parts of the value
/// until `scaled` turns them into parts of the total.
struct Scored {
  var node: Explanation
  var value: Interval
  var causes: [Unknown.Cause]
  /// Something inside that no filling-in of fields, documents and judgements settles.
  var isOpen: Bool

  /// Its value alone.
  var unweighed: Scored {
    Scored(
      node: .alone(node.path, value, points: node.points ?? value, causes), value: value, causes: causes,
      isOpen: isOpen)
  }
}

extension Explanation {
  /// Multiplies the contributions of the subtree, low and high ends apart; of this node alone where nobody will ask
  /// for the others.
  mutating func scale(low: Rational, high: Rational, _ detail: Detail) throws(ArithmeticError) {
    contribution = (try contribution.low.multiplied(by: low), try contribution.high.multiplied(by: high))
    if let possible = possibleContribution {
      possibleContribution = try possible.multiplied(by: max(low, high))
    }
    if !detail.hasReasons { return }
    for index in children.indices { try children[index].scale(low: low, high: high, detail) }
  }

  /// A criterion with nothing in it.
  static func alone(_ path: String, _ value: Interval, points: Interval, _ causes: [Unknown.Cause])
    -> Explanation
  {
    var node = Explanation(kind: .criterion, path: path, title: Text(sv: ""))
    node.points = points
    node.value = value
    node.contribution = (value.low, value.high)
    node.causes = causes
    node.quality = value.isKnown ? .exact : .bound
    return node
  }

  static func adjustment(
    _ kind: Adjustment, path: String, low: Rational, high: Rational, causes: [Unknown.Cause] = []
  ) -> Explanation {
    var node = Explanation(kind: .adjustment(kind), path: path + "#" + kind.id, title: kind.title)
    node.contribution = (low, high)
    node.causes = causes
    return node
  }
}

extension Explanation.Adjustment {
  var id: String {
    switch self {
    case .cap: "cap"
    case .floor: "floor"
    case .evidence: "evidence"
    case .minimum: "minimum"
    case .stopped: "stopped"
    case .movedWeight: "moved-weight"
    case .dependency: "dependency"
    case .membership: "membership"
    }
  }

  var title: Text {
    switch self {
    case .cap: Text("Tak", "Cap")
    case .floor: Text("Golv", "Floor")
    case .evidence: Text("Underlaget räcker inte", "The evidence is not enough")
    case .minimum: Text("Bara den lägsta delen räknas", "Only the lowest part counts")
    case .stopped: Text("Trappan stannade", "The climb stopped")
    case .movedWeight: Text("Flyttad vikt", "Moved weight")
    case .dependency:
      Text(
        "Delarna vilar på samma okända uppgifter och kan inte alla bli bäst eller sämst samtidigt",
        "The parts rest on the same unknowns and cannot all be best or worst at once")
    case .membership: Text("Vilka som ingår är inte klart", "Who belongs is not settled")
    }
  }
}
