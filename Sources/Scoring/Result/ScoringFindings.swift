public import Diagnostics
public import ExactNumbers

extension ArithmeticError {
  /// What to tell where a round could not be scored for it.
  public var scoringFinding: Finding {
    Finding(
      Code("W", 12), at: nil,
      Text(
        "talen i reglerna blir för stora för att räknas exakt",
        "the numbers of the rules grow too large to be computed exactly"),
      hints: [
        Text(
          "Se efter om en vikt eller ett poängtal har orimligt många siffror.",
          "See whether a weight or a number of points has unreasonably many digits.")
      ])
  }
}
