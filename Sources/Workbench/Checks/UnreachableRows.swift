internal import Criteria
internal import Diagnostics

/// In a table whose first matching row counts, nothing after a row of dashes is ever reached, nor is a row whose tests
/// stand in an earlier one.
func unreachableRows(_ ruleset: Ruleset) -> [Finding] {
  var findings: [Finding] = []
  for criterion in withParts(ruleset.criteria) {
    guard case .table(let table) = criterion.scoring, table.hitPolicy == .first else { continue }
    for (index, row) in table.rows.enumerated() {
      let tests = row.tests.map { $0.text }
      guard
        let earlier = table.rows[..<index].first(where: { earlier in
          zip(earlier.tests, tests).allSatisfy { $0.text == "-" || $0.text == $1 }
        })
      else { continue }
      findings.append(
        Finding(
          Code("W", 107), .warning, at: row.span,
          Text("raden nås aldrig", "the row is never reached"),
          related: [
            .init(
              span: earlier.span,
              message: Text("Den här raden gäller alltid först:", "This row always holds first:"))
          ]))
    }
  }
  return findings
}
