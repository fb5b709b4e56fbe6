internal import Criteria
internal import Diagnostics
internal import ExactNumbers

/// Weights that do not sum to 100 are rescaled: worth saying, since people read weights as per cent.
func weightSum(_ ruleset: Ruleset) -> [Finding] {
  guard let sum = try? Rational.sum(ruleset.criteria.map { $0.weight }), sum != Rational(100) else {
    return []
  }
  return [
    Finding(
      Code("C", 804), .note, at: ruleset.criteria.first?.span,
      Text(
        "kriteriernas vikter är tillsammans \(sum.text), inte 100",
        "the criteria's weights add up to \(sum.text), not 100"),
      hints: [
        Text(
          "De räknas om till 100 när förslag bedöms.", "They are rescaled to 100 when proposals are judged.")
      ])
  ]
}
