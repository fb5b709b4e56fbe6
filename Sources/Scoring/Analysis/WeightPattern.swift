internal import Criteria
internal import ExactNumbers

/// Which criteria apply to a proposal, and so where the weight of the others goes (docs/scoring.md, 5), in doubles
/// for sampling. `shareWeights` is the same, exactly.
struct WeightPattern: Sendable, Hashable {
  let applies: [Bool]
  /// Who gets the weight of each that does not apply.
  private let moves: [Move]

  private struct Move: Sendable, Hashable {
    var from: Int
    var to: [Int]
  }

  init(_ siblings: [Criterion], applies: [Bool]) {
    self.applies = applies
    var moves: [Move] = []
    let all = siblings.indices.filter { applies[$0] }
    if !all.isEmpty {
      for index in siblings.indices where !applies[index] {
        let named = (siblings[index].notApplicable?.weightTo ?? []).filter { applies[$0] }
        moves.append(Move(from: index, to: named.isEmpty ? all : named))
      }
    }
    self.moves = moves
  }

  /// The shares when `weights`, which sum to 1, are the base.
  func moved(_ weights: [Double]) -> [Double] {
    var moved = weights
    for index in weights.indices where !applies[index] { moved[index] = 0 }
    for move in moves {
      var base = 0.0
      for receiver in move.to { base += weights[receiver] }
      for receiver in move.to {
        let part = base > 0 ? weights[receiver] / base : 1 / Double(move.to.count)
        moved[receiver] += weights[move.from] * part
      }
    }
    return moved
  }

  /// Whether a criterion's share of what applies is linear in its weight when the others keep their proportions:
  /// not where it shares another's moved weight with a third.
  func isLinear(in criterion: Int) -> Bool {
    for move in moves where move.from != criterion && move.to.contains(criterion) && move.to.count > 1 {
      return false
    }
    return true
  }
}
