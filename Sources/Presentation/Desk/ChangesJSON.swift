public import Criteria
public import Diagnostics
internal import FEEL

extension RoundReport {
  /// What has changed in a proposal since an earlier version of it, as `beredning/changes/1`; nil where the round has no
  /// such proposal.
  ///
  /// - Parameter earlier: that version as it was read; its findings are told where it cannot be.
  public func changesJSON(proposal id: String, since earlier: Reading<Proposal>, _ language: Language)
    -> JSON?
  {
    guard let now = data.proposals.first(where: { $0.id == id }) else { return nil }
    let names = Names(data, language)
    let changes = earlier.value.map { ChangeWords(names).changes(from: $0, to: now) } ?? []
    return [
      "schema": "beredning/changes/1", "proposal": .string(id), "is_readable": .bool(earlier.value != nil),
      "findings": .array(
        earlier.findings.sorted.filter { $0.severity == .error }.map { finding in
          [
            "severity": .string(finding.severity.identifier), "code": .string(finding.code.text),
            "message": finding.message.json, "hints": .array(finding.hints.map { $0.json }),
            "line": finding.span.map { .integer($0.start.line) } ?? .null,
          ]
        }),
      "changes": .array(changes),
    ]
  }
}

/// Two versions of a proposal, field by field. Items of a list go by their key, so that a new one is not a change of
/// all that come after it.
private struct ChangeWords {
  let names: Names
  let words: ClaimWords

  init(_ names: Names) {
    self.names = names
    words = ClaimWords(names)
  }

  func changes(from earlier: Proposal, to now: Proposal) -> [JSON] {
    let form = names.ruleset.form
    let before = earlier.claimedFields(form)
    let after = now.claimedFields(form)
    var rows: [JSON] = []
    for claim in after {
      let new = words.shown(claim, in: now)
      guard let old = before.first(where: { $0.address == claim.address }) else {
        rows.append(row(claim, of: now, nil, new))
        continue
      }
      let (exact, exactNow) = (words.exact(old), words.exact(claim))
      if exact == exactNow { continue }
      // Amounts are told rounded, where that tells them apart.
      let shown = words.shown(old, in: earlier)
      rows.append(
        shown == new ? row(claim, of: now, exact, exactNow) : row(claim, of: now, shown, new))
    }
    for claim in before where !after.contains(where: { $0.address == claim.address }) {
      rows.append(row(claim, of: earlier, words.shown(claim, in: earlier), nil))
    }
    return rows
  }

  private func row(_ claim: ClaimedField, of proposal: Proposal, _ old: String?, _ new: String?) -> JSON {
    [
      "path": .string(claim.address), "label": .string(names.field(claim.path, of: proposal)),
      "before": .optional(old), "after": .optional(new),
    ]
  }
}
