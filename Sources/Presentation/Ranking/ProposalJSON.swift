internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// One proposal of `beredning/result/1`.
extension RoundReport {
  func proposalJSON(_ result: ProposalResult) -> JSON {
    .object(
      standingMembers(result) + [
        .init("criteria", criteriaJSON(result)),
        .init("eligibility", eligibilityJSON(result)),
        .init("exclusions", exclusionsJSON(result)),
        .init("flags", flagsJSON(result)),
        .init("columns", columnsJSON(result)),
        .init("examination", examinationJSON(result.examination)),
        .init("corrections", .array(result.corrections.map { correctionJSON($0, result) })),
        .init("open", .array(result.open.map { causeJSON($0, of: result) })),
        .init("checks", checksJSON(result)),
      ])
  }

  /// Id, list, rank, total and money.
  func standingMembers(_ result: ProposalResult) -> [JSON.Member] {
    let entry = self.result.groups.lazy.flatMap { $0.ranked }.first { $0.proposal == result.index }
    return [
      .init("id", .string(result.id)),
      .init("name", .optional(result.name)),
      .init("path", .string(path(of: data.proposals[result.index].source))),
      .init("group", .optional(result.group.map { data.ruleset.groups[$0].id })),
      .init("list", .string(result.list.identifier)),
      .init("reservations", .array(result.reservations.map(reservationJSON))),
      .init("rank", entry.map { .integer($0.rank) } ?? .null),
      .init("best_rank", entry.map { .integer($0.best) } ?? .null),
      .init("worst_rank", entry.map { .integer($0.worst) } ?? .null),
      .init("total", NumberJSON.interval(result.total, result.verified.quality)),
      .init(
        "claimed_total",
        NumberJSON.interval(
          Interval(result.claimed.contribution.low, result.claimed.contribution.high), result.claimed.quality)
      ),
      .init("asked", ValueJSON.value(result.asked)),
    ]
  }

  private func reservationJSON(_ reservation: Reservation) -> JSON {
    switch reservation {
    case .totalThreshold: return ["kind": "total-threshold"]
    case .criterionThreshold(let path): return ["kind": "criterion-threshold", "criterion": .string(path)]
    case .exclusion(let index):
      return ["kind": "exclusion", "exclusion": .string(data.ruleset.exclusions[index].id)]
    case .flag(let index): return ["kind": "flag", "flag": .string(data.ruleset.flags[index].id)]
    }
  }

  // MARK: Criteria

  private func criteriaJSON(_ result: ProposalResult) -> JSON {
    let shown = ShownContributions(result.verified, decimals: 1)
    return .array(
      zip(data.ruleset.criteria, result.verified.children).map { criterionJSON($0, $1, shown) })
  }

  private func criterionJSON(_ criterion: Criterion, _ node: Explanation, _ shown: ShownContributions) -> JSON
  {
    var members: [JSON.Member] = [
      .init("id", .string(criterion.id)),
      .init("applies", node.isApplicable.map { .bool($0) } ?? .null),
      .init("points", node.points.map { NumberJSON.interval($0, node.quality) } ?? .null),
      .init("value", node.value.map(NumberJSON.share) ?? .null),
      .init("level", levelJSON(node)),
      .init("weight", node.weight.map(NumberJSON.share) ?? .null),
      .init("contribution", contributionJSON(node, shown)),
    ]
    var inner: [JSON] = []
    if case .composite(let parts, _) = criterion.scoring, criterion.each == nil {
      for part in parts {
        for child in node.children where child.kind == .criterion && child.path == node.path + "/" + part.id {
          inner.append(criterionJSON(part, child, shown))
        }
      }
    }
    members.append(.init("criteria", .array(inner)))
    return .object(members)
  }

  func contributionJSON(_ node: Explanation, _ shown: ShownContributions) -> JSON {
    let text = { (value: Rational) in ShownNumber.short(value, decimals: 1, .swedish) }
    return [
      "low": NumberJSON.number(node.contribution.low, shown: text(shown.low(node))),
      "high": NumberJSON.number(node.contribution.high, shown: text(shown.high(node))),
    ]
  }

  /// The words for the low and the high end; null where the ruleset has none or the criterion does not apply.
  func levelJSON(_ node: Explanation) -> JSON {
    guard node.isApplicable != false, let value = node.value, let low = data.ruleset.level(of: value.low),
      let high = data.ruleset.level(of: value.high)
    else { return .null }
    return ["low": low.label.json, "high": high.label.json]
  }

  // MARK: Conditions

  private func eligibilityJSON(_ result: ProposalResult) -> JSON {
    .array(
      zip(data.ruleset.eligibility, result.eligibility).map { rule, outcome in
        [
          "id": .string(rule.id), "title": rule.title.json, "verdict": .string(outcome.verdict.identifier),
          "resolved_by": rule.resolvedBy == .applicant ? "applicant" : "association",
          "open": .array(outcome.causes.map { causeJSON($0, of: result) }),
        ]
      })
  }

  private func exclusionsJSON(_ result: ProposalResult) -> JSON {
    .array(
      zip(data.ruleset.exclusions, result.exclusions).map { rule, outcome in
        var exception: JSON = .null
        if case .lifted(let index?) = outcome.status { exception = .string(rule.exceptions[index].id) }
        return [
          "id": .string(rule.id), "title": rule.title.json, "status": .string(outcome.status.identifier),
          "verdict": .string(outcome.verdict.identifier),
          "decision": outcome.decision.map(decisionJSON) ?? .null, "exception": exception,
          "exception_decision": outcome.exception.map(decisionJSON) ?? .null,
          "open": .array(outcome.causes.map { causeJSON($0, of: result) }),
        ]
      })
  }

  private func decisionJSON(_ decision: ExclusionResult.Decision) -> JSON {
    [
      "role": .string(decision.role), "date": .string(decision.date.text),
      "reason": .optional(decision.reason),
      "decided_by": .optional(decision.decidedBy), "valid_to": .optional(decision.validTo?.text),
    ]
  }

  private func flagsJSON(_ result: ProposalResult) -> JSON {
    .array(
      zip(data.ruleset.flags, result.flags).filter { $1.verdict != .notMet }.map { flag, outcome in
        [
          "id": .string(flag.id), "title": flag.title.json, "verdict": .string(outcome.verdict.identifier),
          "asks_person": .bool(flag.asksPerson), "text": outcome.text?.json ?? .null,
          "open": .array(outcome.causes.map { causeJSON($0, of: result) }),
        ]
      })
  }

  private func columnsJSON(_ result: ProposalResult) -> JSON {
    .array(
      zip(data.ruleset.columns, result.columns).map { column, value in
        [
          "id": .string(column.id), "title": column.title.json, "unit": .optional(column.unit),
          "value": ValueJSON.value(value),
        ]
      })
  }

  // MARK: Examination

  func examinationJSON(_ examination: Examination) -> JSON {
    [
      "examined": .bool(examination.isExamined), "sheets": .integer(examination.sheets),
      "documents": .integer(examination.documents), "documents_seen": .integer(examination.documentsSeen),
      "judgements_needed": .integer(examination.judgementsNeeded),
      "judgements_given": .integer(examination.judgementsGiven),
    ]
  }

  func correctionJSON(_ correction: Correction, _ result: ProposalResult) -> JSON {
    let span = data.proposals[result.index].span(of: correction.path, in: data.ruleset.form)
    return [
      "path": .string(correction.path.text), "outcome": .string(correction.outcome.identifier),
      "claimed": ValueJSON.value(correction.claimed), "counts": ValueJSON.value(correction.counts),
      "place": placeJSON(span),
      "sheets": .array(
        correction.sheets.map { sheet in
          [
            "role": .string(sheet.role), "date": .string(sheet.date.text),
            "verdict": .string(sheet.verdict.identifier),
            "value": sheet.verdict.value.map(ValueJSON.value) ?? .null,
            "reason": .optional(sheet.reason),
          ]
        }),
    ]
  }

  func checksJSON(_ result: ProposalResult) -> JSON {
    .array(
      result.checks.map { check in
        ["rule": .string(check.path), "reason": check.reason.message().json, "place": placeJSON(check.span)]
      })
  }
}

extension ExclusionResult.Status {
  var identifier: String {
    switch self {
    case .notMet: "not-met"
    case .untried: "untried"
    case .undecided: "undecided"
    case .excluded: "excluded"
    case .lifted: "lifted"
    }
  }
}

extension Correction.Outcome {
  var identifier: String {
    switch self {
    case .confirmed: "confirmed"
    case .corrected: "corrected"
    case .rejected: "rejected"
    case .disagreement: "disagreement"
    }
  }
}

extension ClaimVerdict.Verdict {
  var identifier: String {
    switch self {
    case .confirmed: "confirmed"
    case .corrected: "corrected"
    case .rejected: "rejected"
    }
  }

  var value: Value? { if case .corrected(let value) = self { value } else { nil } }
}
