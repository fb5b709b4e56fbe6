internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// What would earn a proposal more as `beredning/improvements/1` (docs/schemas/improvements-1.schema.json).
  public func improvementJSON(
    _ found: Improvements, goal: (goal: ImprovementGoal, way: Improvements.Way?)? = nil
  ) -> JSON {
    let result = result.proposals[found.proposal]
    let words = ImprovementWords(self, result, found, .swedish)
    let writer = ImprovementJSON(words: words)
    var members: [JSON.Member] = [
      .init("schema", "beredning/improvements/1"), .init("round", .string(data.round.id)),
      .init("proposal", .string(result.id)), .init("total", NumberJSON.interval(found.total)),
      .init("confirmed", .array(found.confirmed.map(writer.confirmed))),
      .init("assumed", .array(found.assumed.map(writer.assumed))),
      .init("thresholds", .array(found.thresholds.map(writer.threshold))),
    ]
    if let goal {
      let wanted: JSON =
        switch goal.goal {
        case .total(let total): ["total": NumberJSON.number(total)]
        case .rank(let rank): ["rank": .integer(rank)]
        }
      members.append(.init("goal", ["wanted": wanted, "way": goal.way.map(writer.way) ?? .null]))
    }
    return .object(members)
  }
}

private struct ImprovementJSON {
  let words: ImprovementWords

  func confirmed(_ one: Improvements.Confirmed) -> JSON {
    [
      "kind": "confirmed", "change": change(one.change), "total": NumberJSON.interval(one.total),
      "gain": gain(one.total), "rules": .array(one.rules.map { .string($0) }),
    ]
  }

  func assumed(_ one: Improvements.Assumed) -> JSON {
    [
      "kind": "assumed", "path": .string(one.path), "title": one.title.json,
      "verdict": .optional(one.verdict?.identifier), "denied": .bool(one.isDenied),
      "with": .array(one.with.map { .string($0) }), "total": NumberJSON.interval(one.total),
      "gain": gain(one.total), "advice": one.advice?.json ?? .null,
      "evidence": one.evidence.map(evidence) ?? .null,
      "lifted_by": .array(one.lifting.map { .string($0) }),
    ]
  }

  func threshold(_ one: Improvements.Threshold) -> JSON {
    [
      "path": .optional(one.path), "required": NumberJSON.number(one.required),
      "points": NumberJSON.interval(one.points), "way": one.way.map(way) ?? .null,
    ]
  }

  func way(_ way: Improvements.Way) -> JSON {
    [
      "steps": .array(
        way.steps.map { step in
          switch step {
          case .confirmed(let one): confirmed(one)
          case .assumed(let one): assumed(one)
          }
        }),
      "total": NumberJSON.interval(way.total), "shortest": .bool(way.isShortest),
    ]
  }

  private func change(_ change: Improvements.Change) -> JSON {
    switch change {
    case .document(let id): ["document": .string(id), "seen": true]
    case .field(let path, let from, let to):
      ["field": .string(path.text), "from": ValueJSON.value(from), "to": ValueJSON.value(to)]
    }
  }

  private func gain(_ after: Interval) -> JSON {
    [
      "low": NumberJSON.number((try? after.low.subtracting(words.found.total.low)) ?? .zero),
      "high": NumberJSON.number((try? after.high.subtracting(words.found.total.high)) ?? .zero),
    ]
  }

  private func evidence(_ trace: EvidenceTrace) -> JSON {
    [
      "required": .integer(trace.required), "low": .integer(trace.low), "high": .integer(trace.high),
      "documents": .array(trace.documents.map { .string($0.id) }),
    ]
  }
}
