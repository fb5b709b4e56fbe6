internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// The round within its frame as `beredning/frame/1` (docs/schemas/frame-1.schema.json). Money is whole kronor, one
  /// figure for each of `periods`.
  public func frameJSON(_ frame: FrameResult) -> JSON { FrameJSON(report: self, frame: frame).json }
}

private struct FrameJSON {
  let report: RoundReport
  let frame: FrameResult

  private var ruleset: Ruleset { report.data.ruleset }

  var json: JSON {
    [
      "schema": "beredning/frame/1",
      "round": report.roundJSON,
      "ruleset": report.rulesetJSON,
      "basis": .string(frame.basis == .byYear ? "by-year" : "together"),
      "periods": frame.basis == .byYear
        ? .array(frame.years.map { .integer($0.year) }) : .array([.string("all")]),
      "left": kronor(frame.left),
      "asked_by_ranked": kronor(frame.askedByRanked()),
      "constraints": constraints,
      "line": [
        "entries": .array(frame.line.entries.map(entry)), "left": kronor(frame.line.left),
        "close": frame.line.close.map { ["above": id($0.above), "below": id($0.below)] } ?? .null,
      ],
      "passing_over": [
        "above": .array(frame.passingOver.above.map(id)), "left": kronor(frame.passingOver.left),
      ],
      "steps": .array(frame.steps.map(step)),
      "memberships": .array(
        frame.memberships.map {
          [
            "proposal": id($0.proposal), "sets": .integer($0.sets), "of": .integer($0.of),
            "extent": .string($0.extent.identifier),
          ]
        }),
      "proposals": .array(report.result.proposals.map(proposal)),
    ]
  }

  private func id(_ proposal: Int) -> JSON { .string(report.result.proposals[proposal].id) }
  private func kronor(_ amounts: [Int64]) -> JSON { .array(amounts.map { .number(String($0)) }) }

  // MARK: Parts

  private var constraints: JSON {
    let constraints = report.data.round.constraints
    return [
      "at_most_one": .array(constraints.atMostOne.map { .array($0.map { .string($0) }) }),
      "requires": .array(
        constraints.requires.map { ["proposal": .string($0.proposal), "needs": .string($0.needs)] }),
      "at_least": .array(
        constraints.atLeast.map { ["group": .string($0.group), "kr": .number(String($0.kronor))] }),
      "decided": .array(constraints.decided.map { .string($0) }),
      "parts": .array(
        constraints.parts.map { part in
          [
            "proposal": .string(part.proposal), "title": part.title.json,
            "kr": .array(
              part.costs.map { ["year": .integer($0.year), "kr": .number(String($0.kronor))] }),
            "share": part.share.map { NumberJSON.number($0, decimals: 3) } ?? .null,
          ]
        }),
    ]
  }

  private func entry(_ entry: MoneyLine.Entry) -> JSON {
    [
      "proposal": id(entry.proposal),
      "rank": frame.order.first { $0.proposal == entry.proposal }.map { .integer($0.rank) } ?? .null,
      "status": .string(entry.status.identifier), "above": .bool(entry.status.isAbove),
      "other": entry.status.other.map(id) ?? .null,
      "left": entry.left.map(kronor) ?? .null, "lacking": entry.lacking.map(kronor) ?? .null,
    ]
  }

  private func step(_ step: FrameStep) -> JSON {
    [
      "percent": .integer(step.percent), "left": kronor(step.left), "above": .array(step.above.map(id)),
      "sets": .array(step.sets.map(set)),
    ]
  }

  private func set(_ set: AlternativeSet) -> JSON {
    var members: [JSON.Member] = [JSON.Member("kind", .string(set.kind.identifier))]
    switch set.outcome {
    case .found(let solution):
      members.append(JSON.Member("outcome", "found"))
      members.append(JSON.Member("solution", self.solution(solution)))
    case .none: members.append(JSON.Member("outcome", "none"))
    case .notFound: members.append(JSON.Member("outcome", "not-found"))
    case .amountUnknown(let proposal):
      members.append(JSON.Member("outcome", "amount-unknown"))
      members.append(JSON.Member("proposal", id(proposal)))
    }
    return .object(members)
  }

  private func solution(_ solution: AlternativeSet.Solution) -> JSON {
    [
      "members": .array(
        solution.members.map {
          ["proposal": id($0.proposal), "part": $0.part.map { .integer($0) } ?? .null]
        }),
      "total": NumberJSON.number(solution.total), "costs": kronor(solution.costs),
      "left": kronor(solution.left), "proven": .bool(solution.isProven),
      "gap": .number(SampledNumber.text(solution.gap, decimals: 3, .up)), "nodes": .integer(solution.nodes),
      "shared": .bool(solution.isShared),
    ]
  }

  private func proposal(_ result: ProposalResult) -> JSON {
    let ask = frame.asks[result.index]
    return [
      "id": .string(result.id), "name": .optional(result.name), "list": .string(result.list.identifier),
      "group": .optional(result.group.map { ruleset.groups[$0].id }),
      "total": NumberJSON.interval(result.total),
      "asked": [
        "kr": ask.kronor.map(kronor) ?? .null, "outside": .number(String(ask.outside)),
        "upper_bound": .bool(ask.isUpperBound),
      ],
      "points_per_100000": NumberJSON.optional(frame.pointsPerHundredThousand(result)),
      "columns": .array(
        ruleset.columns.indices.filter { ruleset.columns[$0].unit == ruleset.money?.unit }.map { column in
          [
            "id": .string(ruleset.columns[column].id), "title": ruleset.columns[column].title.json,
            "value": ValueJSON.value(result.columns[column]),
          ]
        }),
    ]
  }
}

extension MoneyLine.Status {
  var identifier: String {
    switch self {
    case .decided: "decided"
    case .above: "above"
    case .drawnIn: "drawn-in"
    case .endsMoney: "ends-money"
    case .tiedAtLine: "tied-at-line"
    case .below(let fits): fits ? "below-fits" : "below"
    case .notTogether: "not-together"
    case .lacks: "lacks"
    case .amountUnknown: "amount-unknown"
    }
  }
}

extension AlternativeSet.Kind {
  var identifier: String {
    switch self {
    case .highestTotal: "highest-total"
    case .aboveThresholds: "above-thresholds"
    }
  }
}

extension Membership.Extent {
  var identifier: String {
    switch self {
    case .every: "every"
    case .some: "some"
    case .none: "none"
    }
  }
}
