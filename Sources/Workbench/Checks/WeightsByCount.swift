internal import Criteria
internal import Diagnostics
internal import ExactNumbers

/// Weights that follow from how many parts the criteria were divided into say how easy a criterion was to divide, not
/// how much it matters.
func weightsByCount(_ ruleset: Ruleset) -> [Finding] {
  let criteria = ruleset.criteria
  if ruleset.weightOrder != nil || criteria.count < 2 { return [] }
  let counts = criteria.map { criterion -> Int in
    switch criterion.scoring {
    case .composite(let parts, _): parts.count
    case .points(let rules, _): rules.count
    case .ladder, .measure, .table, .judged: 1
    }
  }
  guard let least = counts.min(), let most = counts.max(), least < most else { return [] }
  var share: Rational?
  for (criterion, count) in zip(criteria, counts) {
    guard let own = try? criterion.weight.divided(by: Rational(count)) else { return [] }
    if let share, share != own { return [] }
    share = own
  }
  return [
    Finding(
      Code("W", 110), .note, at: criteria[0].span,
      Text(
        "vikterna följer hur många delar varje kriterium har",
        "the weights follow how many parts each criterion has"),
      hints: [
        Text(
          "Fråga i stället: hur mycket viktigare är steget från sämst till bäst på det ena kriteriet än på det andra?",
          "Ask instead: how much more does the step from worst to best on one criterion matter than on the other?"
        )
      ])
  ]
}
