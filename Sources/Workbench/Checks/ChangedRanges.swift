public import Criteria
public import Diagnostics
internal import ExactNumbers

/// Ranges that changed between two versions of a ruleset while the weight did not. A weight is worth the step from worst
/// to best: when the step becomes longer or shorter, the same weight means something else (the range effect).
public func changedRanges(from earlier: Ruleset, to later: Ruleset) -> [Finding] {
  var findings: [Finding] = []
  for criterion in later.criteria {
    guard let before = earlier.criteria.first(where: { $0.id == criterion.id }),
      share(before, earlier) == share(criterion, later)
    else { continue }
    for part in withParts([criterion]) {
      guard let old = withParts([before]).first(where: { $0.id == part.id }), let was = range(old),
        let isNow = range(part), was != isNow
      else { continue }
      findings.append(
        Finding(
          Code("W", 111), .note, at: part.span,
          Text(
            "skalan för `\(part.id)` var \(was) och är nu \(isNow), men vikten är densamma",
            "the range of `\(part.id)` was \(was) and is now \(isNow), but the weight is the same"),
          hints: [
            Text(
              "Vikten gäller steget från sämst till bäst. Pröva om den ska ändras när steget har ändrats.",
              "The weight is worth the step from worst to best. See whether it should change now that the step has."
            )
          ], related: [.init(span: old.span, message: Text("Förut:", "Before:"))]))
    }
  }
  return findings
}

private func share(_ criterion: Criterion, _ ruleset: Ruleset) -> Rational? {
  guard let sum = try? Rational.sum(ruleset.criteria.map { $0.weight }) else { return nil }
  return try? criterion.weight.divided(by: sum)
}

/// The inputs at which a measure gives its least and its most: "0–75".
private func range(_ criterion: Criterion) -> String? {
  guard case .measure(let measure) = criterion.scoring, let first = measure.points.first,
    let last = measure.points.last
  else { return nil }
  return text(first.input) + "–" + text(last.input)
}

private func text(_ number: Rational) -> String {
  var text = number.decimalText(scale: 6, mode: .halfUp)
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}
