internal import Criteria
public import Diagnostics
internal import ExactNumbers
public import Scoring

extension RoundReport {
  /// Whether the order holds as `beredning/robustness/1` (docs/schemas/robustness-1.schema.json). Weights are exact and
  /// in per cent of all; sampled shares are decimals, beside the counts that they come from.
  public func robustnessJSON(_ robustness: Robustness) -> JSON {
    RobustnessJSON(report: self, robustness: robustness).json
  }
}

private struct RobustnessJSON {
  let report: RoundReport
  let robustness: Robustness

  private var ruleset: Ruleset { report.data.ruleset }

  var json: JSON {
    [
      "schema": "beredning/robustness/1",
      "round": report.roundJSON,
      "ruleset": report.rulesetJSON,
      "trial": .bool(report.result.isTrial),
      "options": [
        "samples": .integer(robustness.options.samples), "seed": .string(String(robustness.options.seed)),
        "within": share(robustness.options.share),
      ],
      "criteria": .array(ruleset.criteria.indices.map(criterionJSON)),
      "groups": .array(report.result.groups.indices.map(groupJSON)),
      "scenarios": .array(robustness.scenarios.columns.map(scenario)),
      "leave_one_out": .array(robustness.leaveOneOut.map(leftOut)),
      "acceptability": .array(robustness.acceptability.map(acceptability)),
    ]
  }

  // MARK: Figures

  private func share(_ value: Rational) -> JSON {
    NumberJSON.number(value, shown: ShownShare.percent(value, .swedish))
  }

  /// A weight, also in per cent of all.
  private func weight(_ value: Rational) -> JSON {
    let sum = (try? Rational.sum(report.result.weights)) ?? .one
    return [
      "weight": NumberJSON.number(value, decimals: 2),
      "share": share((try? value.divided(by: sum)) ?? value),
    ]
  }

  /// Four decimals are more than any sample is good for.
  private func decimals(_ value: Double) -> JSON {
    .number(SampledNumber.text(value, decimals: 4))
  }

  private func id(_ proposal: Int) -> JSON { .string(report.result.proposals[proposal].id) }
  private func group(id index: Int?) -> JSON { .optional(index.map { ruleset.groups[$0].id }) }
  private func criterion(id index: Int) -> JSON { .string(ruleset.criteria[index].id) }

  // MARK: Criteria

  private func criterionJSON(_ index: Int) -> JSON {
    let ranges = robustness.weights.criteria.first { $0.criterion == index }
    return [
      "id": criterion(id: index), "title": ruleset.criteria[index].title.json,
      "weight": weight(report.result.weights[index]),
      "rank_order_weight": share(robustness.rankOrderCentroid[index]),
      "leaders": .array(
        (ranges?.leaders ?? []).enumerated().map { number, range in
          ["group": group(id: report.result.groups[number].group), "range": range.map(self.range) ?? .null]
        }),
      "money_line": ranges?.moneyLine.map(range) ?? .null,
    ]
  }

  private func range(_ range: WeightRange) -> JSON {
    [
      "low": range.low.map(weight) ?? .null, "at_low": range.atLow.map(change) ?? .null,
      "high": range.high.map(weight) ?? .null, "at_high": range.atHigh.map(change) ?? .null,
      "exact": .bool(range.isExact),
    ]
  }

  private func change(_ change: WeightRange.Change) -> JSON {
    ["passed": id(change.passed), "passes": id(change.passes)]
  }

  // MARK: Groups

  private func groupJSON(_ index: Int) -> JSON {
    let own = report.result.groups[index].group
    let stability = robustness.stability[index]
    return [
      "id": group(id: own), "title": own.map { ruleset.groups[$0].title.json } ?? .null,
      "leader": stability.leader.map { leader in
        [
          "proposal": id(leader.leader), "verdict": .string(leader.stability.identifier),
          "challengers": .array(leader.challengers.map { pair($0, flips: nil) }),
          "waiting": .array(leader.waiting.map(id)),
        ]
      } ?? .null,
      "pairs": .array(
        stability.pairs.map { one in
          pair(
            one,
            flips: robustness.weights.pairs.first { $0.first == one.first && $0.second == one.second }?.flips)
        }),
    ]
  }

  private func pair(_ pair: PairStability, flips: [[WeightFlip]]?) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("first", id(pair.first)), JSON.Member("second", id(pair.second)),
      JSON.Member("verdict", .string(pair.stability.identifier)),
      JSON.Member("difference", NumberJSON.number(pair.difference)),
      JSON.Member("radius", pair.radius.map(share) ?? .null),
      JSON.Member("reasons", .array(pair.reasons.map(reason))),
    ]
    if let flips {
      members.append(
        JSON.Member(
          "flips",
          .array(
            flips.enumerated().map { index, flips in
              ["criterion": criterion(id: index), "at": .array(flips.map(flip))]
            })))
    }
    return .object(members)
  }

  /// Signs: 1 the first is ahead, −1 the second, 0 neither.
  private func flip(_ flip: WeightFlip) -> JSON {
    [
      "weight": weight(flip.weight), "below": .integer(flip.below), "above": .integer(flip.above),
      "exact": .bool(flip.isExact),
    ]
  }

  private func reason(_ reason: SensitivityReason) -> JSON {
    switch reason {
    case .weight(let index, let flip):
      ["kind": "weight", "criterion": criterion(id: index), "flip": self.flip(flip)]
    case .together(let radius): ["kind": "together", "radius": share(radius)]
    case .scenario(let index): ["kind": "scenario", "scenario": .string(ruleset.scenarios[index].id)]
    }
  }

  // MARK: Other weights

  private func scenario(_ column: ScenarioColumn) -> JSON {
    var own: String?
    let kind: String
    switch column.kind {
    case .given: kind = "given"
    case .scenario(let index): (kind, own) = ("scenario", ruleset.scenarios[index].id)
    case .rankOrder: kind = "rank-order"
    case .combined: kind = "combined"
    }
    return [
      "kind": .string(kind), "id": .optional(own),
      "weights": .array(column.weights.map { NumberJSON.number($0, decimals: 2) }),
      "proposals": .array(
        column.cells.enumerated().map { proposal, cell in
          [
            "proposal": id(proposal), "list": .string(cell.list.identifier),
            "total": NumberJSON.interval(cell.total),
            "rank": cell.place.map { .integer($0.rank) } ?? .null,
            "best": cell.place.map { .integer($0.best) } ?? .null,
            "worst": cell.place.map { .integer($0.worst) } ?? .null,
          ]
        }),
    ]
  }

  private func leftOut(_ entry: LeaveOneOut) -> JSON {
    [
      "criterion": criterion(id: entry.criterion),
      "groups": .array(
        entry.groups.enumerated().map { index, entries in
          [
            "id": group(id: report.result.groups[index].group),
            "keeps_leaders": .bool(entry.keepsLeaders[index]),
            "ranked": .array(
              entries.map { ranked in
                [
                  "proposal": id(ranked.proposal), "rank": .integer(ranked.rank),
                  "total": entry.totals[ranked.proposal].map { NumberJSON.interval($0) } ?? .null,
                ]
              }),
          ]
        }),
    ]
  }

  private func acceptability(_ entry: GroupAcceptability) -> JSON {
    let result = entry.result
    let ranks = result.alternatives == 0 ? [] : Array(1...result.alternatives)
    return [
      "group": group(id: entry.group), "space": .string(entry.space.identifier),
      "samples": .integer(result.samples), "sampling_error": decimals(result.largestSamplingError),
      "proposals": .array(
        entry.members.enumerated().map { member, proposal in
          [
            "proposal": id(proposal),
            "rank_counts": .array(ranks.map { .integer(result.count(member, rank: $0)) }),
            "first": decimals(result.acceptability(member, rank: 1)),
            "holistic": decimals(result.holistic(member)),
            "central_weights": result.centralWeights[member].map { .array($0.map(decimals)) } ?? .null,
            "confidence": result.confidence(member).map(decimals) ?? .null,
          ]
        }),
    ]
  }
}

extension Stability {
  var identifier: String {
    switch self {
    case .equal: "equal"
    case .open: "open"
    case .sensitive: "sensitive"
    case .holds: "holds"
    }
  }
}

extension WeightSpace {
  var identifier: String {
    switch self {
    case .all: "all"
    case .within: "within"
    case .ordered: "ordered"
    }
  }
}
