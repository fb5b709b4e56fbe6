internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// One proposal as `beredning/explanation/1` (docs/schemas/explanation-1.schema.json): everything of
  /// `beredning/result/1` about it, and the whole tree from total to what was read.
  public func explanationJSON(_ result: ProposalResult, criterion: String? = nil) -> JSON? {
    var node = result.verified
    if let criterion {
      guard let path = Names(data, .swedish).criterionPath(criterion), let found = node.criterion(at: path)
      else {
        return nil
      }
      node = found
    }
    let trees = ExplanationTreeJSON(report: self, result: result, tree: result.verified)
    var members: [JSON.Member] = [
      .init("schema", "beredning/explanation/1"), .init("round", roundJSON), .init("ruleset", rulesetJSON),
      .init("trial", .bool(self.result.isTrial)), .init("proposal", proposalJSON(result)),
      .init("explanation", trees.tree(node)),
    ]
    if criterion == nil {
      members += [
        .init(
          "claimed",
          ExplanationTreeJSON(report: self, result: result, tree: result.claimed).tree(result.claimed)),
        .init("conditions", trees.conditions()), .init("profiles", trees.profiles()),
        .init("lists", trees.lists()),
      ]
    }
    return .object(members)
  }
}

/// The tree of an explanation, and the conditions inside it, in JSON.
struct ExplanationTreeJSON {
  let report: RoundReport
  let result: ProposalResult
  /// The tree's numbers as shown.
  private let shown: ShownContributions

  init(report: RoundReport, result: ProposalResult, tree: Explanation) {
    self.report = report
    self.result = result
    shown = ShownContributions(tree, decimals: 1)
  }

  private var ruleset: Ruleset { report.data.ruleset }

  func tree(_ node: Explanation) -> JSON {
    var members: [JSON.Member] = [
      .init("kind", .string(node.kind.identifier)), .init("path", .string(node.path)),
      .init("title", node.title.json), .init("verdict", .optional(node.verdict?.identifier)),
      .init("applies", node.isApplicable.map { .bool($0) } ?? .null),
      .init("points", node.points.map { NumberJSON.interval($0, node.quality) } ?? .null),
      .init("possible_points", NumberJSON.optional(node.possiblePoints)),
      .init("value", node.value.map(NumberJSON.share) ?? .null),
      .init("weight", node.weight.map(NumberJSON.share) ?? .null),
      .init("contribution", report.contributionJSON(node, shown)),
      .init("possible_contribution", NumberJSON.optional(node.possibleContribution)),
      .init("because", node.because?.json ?? .null), .init("advice", node.advice?.json ?? .null),
      .init("sources", report.sourcesJSON(node.sources)), .init("place", report.placeJSON(node.span)),
      .init("condition", node.condition.map(condition) ?? .null),
      .init("evidence", node.evidence.map(evidence) ?? .null),
      .init("judgements", .array(node.judgements.map(judgement))),
      .init("notes", .array(node.notes.map(note))),
      .init("open", .array(node.causes.map { report.causeJSON($0, of: result) })),
    ]
    members.append(.init("children", .array(node.children.map(tree))))
    return .object(members)
  }

  // MARK: Conditions of the ruleset

  /// Eligibility, exclusions and flags by id, each with its condition taken apart.
  func conditions() -> JSON {
    func list(_ parts: [(String, ConditionTrace?)]) -> JSON {
      .array(parts.map { ["id": .string($0.0), "condition": $0.1.map(condition) ?? .null] })
    }
    return [
      "eligibility": list(zip(ruleset.eligibility, result.eligibility).map { ($0.id, $1.condition) }),
      "exclusions": list(zip(ruleset.exclusions, result.exclusions).map { ($0.id, $1.condition) }),
      "flags": list(zip(ruleset.flags, result.flags).map { ($0.id, $1.condition) }),
    ]
  }

  // MARK: Shown beside

  func profiles() -> JSON {
    .array(
      zip(ruleset.profiles, result.profiles).map { profile, outcome in
        [
          "id": .string(profile.id), "title": profile.title.json,
          "steps": .array(
            zip(profile.steps, outcome.steps).map { step, state in
              [
                "id": .string(step.id), "title": step.title.json,
                "verdict": .string(state.verdict.identifier),
                "condition": state.condition.map(condition) ?? .null,
              ]
            }),
        ]
      })
  }

  func lists() -> JSON {
    .array(
      zip(ruleset.lists, result.lists).map { list, outcome in
        [
          "id": .string(list.id), "title": list.title.json,
          "columns": .array(list.columns.map { $0.title.json }),
          "rows": .array(outcome.rows.map { .array($0.map(ValueJSON.value)) }), "open": .bool(outcome.isOpen),
        ]
      })
  }

  private func condition(_ trace: ConditionTrace) -> JSON {
    var members: [JSON.Member] = [
      .init("kind", .string(kindName(trace.kind))), .init("verdict", .string(trace.verdict.identifier)),
      .init("text", words(trace.sentence)), .init("read", .array(trace.observations.map(observation))),
      .init("facts", .array(trace.facts.map(fact))),
      .init("errors", .array(trace.errors.map { $0.message().json })),
      .init("open", .array(trace.causes.map { report.causeJSON($0, of: result) })),
    ]
    members.append(.init("parts", .array(parts(trace.kind))))
    return .object(members)
  }

  private func kindName(_ kind: ConditionTrace.Kind) -> String {
    switch kind {
    case .leaf: "leaf"
    case .all: "all"
    case .any: "any"
    case .not: "not"
    case .fact: "fact"
    case .forEach(.some, _, _, _): "some"
    case .forEach(.every, _, _, _): "every"
    case .either: "if"
    }
  }

  private func parts(_ kind: ConditionTrace.Kind) -> [JSON] {
    switch kind {
    case .leaf: []
    case .all(let parts), .any(let parts): parts.map(condition)
    case .not(let inner), .fact(_, let inner): [condition(inner)]
    case .forEach(_, let items, _, _):
      items.map { item in
        [
          "item": words(item.label), "path": .optional(item.path?.text), "certain": .bool(item.isCertain),
          "condition": condition(item.trace),
        ]
      }
    case .either(let condition, let then, let otherwise):
      [self.condition(condition)] + (then.map { [self.condition($0)] } ?? [])
        + (otherwise.map { [self.condition($0)] } ?? [])
    }
  }

  private func observation(_ observation: Observation) -> JSON {
    let span = report.data.proposals[result.index].span(of: observation.path, in: ruleset.form)
    return [
      "path": .string(observation.path.text), "label": observation.label.map(words) ?? .null,
      "value": ValueJSON.single(observation.value), "place": report.placeJSON(span),
    ]
  }

  private func fact(_ fact: FactTrace) -> JSON {
    [
      "name": .string(fact.name), "label": words(fact.label), "text": words(fact.sentence),
      "value": ValueJSON.single(fact.value), "read": .array(fact.observations.map(observation)),
      "facts": .array(fact.facts.map(self.fact)), "condition": fact.condition.map(condition) ?? .null,
    ]
  }

  private func words(_ words: Words) -> JSON { ["sv": .string(words.sv), "en": .string(words.en)] }

  // MARK: Evidence, judgements, notes

  private func evidence(_ evidence: EvidenceTrace) -> JSON {
    [
      "required": .integer(evidence.required), "low": .integer(evidence.low), "high": .integer(evidence.high),
      "documents": .array(
        evidence.documents.map { document in
          let span = document.path.flatMap {
            report.data.proposals[result.index].span(of: $0, in: ruleset.form)
          }
          return [
            "id": .string(document.id), "title": .optional(document.title), "low": .integer(document.low),
            "high": .integer(document.high), "seen": document.seen.map { .bool($0) } ?? .null,
            "place": report.placeJSON(span),
          ]
        }),
    ]
  }

  private func judgement(_ trace: JudgementTrace) -> JSON {
    let judgement = ruleset.judgements[trace.judgement]
    return [
      "id": .string(judgement.id), "key": .optional(trace.key), "question": judgement.question.json,
      "low": .string(judgement.scale[trace.low].id), "high": .string(judgement.scale[trace.high].id),
      "answers": .array(
        trace.answers.map { answer in
          [
            "role": .string(answer.role), "date": .string(answer.date.text),
            "answer": .string(judgement.scale[answer.step].id), "reason": .optional(answer.reason),
            "joint": .bool(answer.isJoint),
          ]
        }),
    ]
  }

  private func note(_ note: Explanation.Note) -> JSON {
    switch note {
    case .nullCountedAsNotMet: return ["kind": "null-counted-as-not-met"]
    case .nullCountedAsZero: return ["kind": "null-counted-as-zero"]
    case .failed(let reason, let span):
      return ["kind": "failed", "reason": reason.message().json, "place": report.placeJSON(span)]
    case .emptyList: return ["kind": "empty-list"]
    case .belowThreshold(let threshold):
      return ["kind": "below-threshold", "threshold": NumberJSON.number(threshold)]
    case .thresholdInsideInterval(let threshold):
      return ["kind": "threshold-inside-interval", "threshold": NumberJSON.number(threshold)]
    case .weightsNormalised(let sum): return ["kind": "weights-normalised", "sum": NumberJSON.number(sum)]
    case .notApplicable: return ["kind": "not-applicable"]
    case .mayNotApply: return ["kind": "may-not-apply"]
    case .noCriterionApplies: return ["kind": "no-criterion-applies"]
    case .lowestMember(let name, let value):
      return ["kind": "lowest-member", "member": .string(name), "value": NumberJSON.share(value)]
    case .tableConflict: return ["kind": "table-conflict"]
    case .noRowMatches: return ["kind": "no-row-matches"]
    case .ladderStopped(let step): return ["kind": "ladder-stopped", "step": .string(step)]
    }
  }
}

extension Explanation.Kind {
  var identifier: String {
    switch self {
    case .total: "total"
    case .criterion: "criterion"
    case .item: "item"
    case .step: "step"
    case .rule: "rule"
    case .measure: "measure"
    case .judged: "judged"
    case .row: "row"
    case .adjustment(let adjustment): "adjustment-" + adjustment.name
    }
  }
}

extension Explanation.Adjustment {
  var name: String {
    switch self {
    case .cap: "cap"
    case .floor: "floor"
    case .evidence: "evidence"
    case .minimum: "minimum"
    case .stopped: "stopped"
    case .movedWeight: "moved-weight"
    case .dependency: "dependency"
    case .membership: "membership"
    }
  }
}
