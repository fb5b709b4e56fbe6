internal import Criteria
internal import Diagnostics

/// Evidence that is always or never enough: `else` is then never used, or the full points never given.
func evidenceNeverWeighed(_ ruleset: Ruleset) -> [Finding] {
  let top = ruleset.evidence?.levels.last?.level ?? 0
  var findings: [Finding] = []
  for rule in withParts(ruleset.criteria).flatMap({ $0.rules }) {
    guard let evidence = rule.evidence else { continue }
    if evidence.atLeast <= 0 {
      findings.append(
        Finding(
          Code("W", 103), .warning, at: rule.span,
          Text(
            "`\(rule.id)` kräver beläggsgrad 0, som allt har",
            "`\(rule.id)` requires evidence level 0, which everything has"),
          hints: [
            Text("Ta bort `evidence`, eller höj `at_least`.", "Remove `evidence`, or raise `at_least`.")
          ]))
    } else if evidence.atLeast > top {
      findings.append(
        Finding(
          Code("W", 104), .warning, at: rule.span,
          Text(
            "`\(rule.id)` kräver beläggsgrad \(evidence.atLeast), men den högsta är \(top)",
            "`\(rule.id)` requires evidence level \(evidence.atLeast), but the highest is \(top)"),
          hints: [Text("Ingen kan få full poäng så.", "Nobody can get full points this way.")]))
    }
  }
  return findings
}
