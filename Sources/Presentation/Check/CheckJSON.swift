internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension SelfCheck {
  /// What the applicant learns, as `beredning/check/1` (docs/schemas/check-1.schema.json): nothing about rank.
  public func json() -> JSON {
    let names = Names(report.data, .swedish)
    let english = Names(report.data, .english)
    let question = { [report, result] (path: FieldPath) -> JSON in
      report.causeJSON(.field(path), of: result)
    }
    return [
      "schema": "beredning/check/1", "draft": .string(result.id), "name": .optional(result.name),
      "as_of": .string(report.data.round.asOf.text), "stopped": .bool(isStopped),
      "stops": .array(
        zip(report.data.ruleset.eligibility, result.eligibility).filter { $1.verdict != .met }.map {
          [
            "id": .string($0.id), "title": $0.title.json, "verdict": .string($1.verdict.identifier),
            "resolved_by": .string($0.resolvedBy == .applicant ? "applicant" : "association"),
            "advice": $0.advice?.json ?? .null,
          ]
        }),
      "missing": .array(missing.map(question)),
      "open": .array(result.open.map { report.causeJSON($0, of: result) }),
      "total": NumberJSON.interval(result.total),
      "possible": NumberJSON.number(report.data.ruleset.scale),
      "criteria": .array(
        zip(report.data.ruleset.criteria, result.verified.children).map { criterion, node in
          [
            "id": .string(criterion.id), "title": criterion.title.json,
            "points": node.points.map { NumberJSON.interval($0) } ?? .null,
            "possible": NumberJSON.number(criterion.maximum),
            "level": ["sv": .string(names.level(node)), "en": .string(english.level(node))],
          ]
        }),
      "flags": .array(
        zip(report.data.ruleset.flags, result.flags).filter { $0.asksPerson && $1.verdict == .met }.map {
          ["id": .string($0.0.id), "title": $0.0.title.json]
        }),
      "improvements": improvements.map { report.improvementJSON($0) } ?? .null,
    ]
  }
}
