internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension RoundReport {
  /// The ranking as `beredning/result/1` (docs/schemas/result-1.schema.json): every proposal with its list, points,
  /// intervals and what they hang on, then the order of each group and what could change it. Keys stand in a fixed
  /// order, and paths are relative to the round.
  public func rankingJSON() -> JSON {
    [
      "schema": "beredning/result/1",
      "round": roundJSON,
      "ruleset": rulesetJSON,
      "trial": .bool(result.isTrial),
      "criteria": .array(zip(data.ruleset.criteria, result.weights).map(criterionJSON)),
      "groups": .array(result.groups.map(groupJSON)),
      "proposals": .array(result.proposals.map(proposalJSON)),
      "changes": .array(result.changes.map(changeJSON)),
      "notes": .array(result.notes.map(noteJSON)),
    ]
  }

  // MARK: Round and ruleset

  var roundJSON: JSON {
    let round = data.round
    return [
      "id": .string(round.id),
      "title": round.title.json,
      "association": round.association?.json ?? .null,
      "registration_number": .optional(round.registrationNumber),
      "closing": .optional(round.closing?.text),
      "as_of": .string(round.asOf.text),
      "meeting": .optional(round.meeting?.text),
      "frame": .array(
        round.frame.map { year in
          [
            "year": .integer(year.year), "frame": .number(String(year.frame)),
            "committed": .number(String(year.committed)), "equity": .number(String(year.equity)),
            "left": .number(String(year.left)),
          ]
        }),
      "roles": .array(round.roles.map { ["id": .string($0.id), "title": $0.title.json] }),
    ]
  }

  var rulesetJSON: JSON {
    let ruleset = data.ruleset
    return [
      "id": .string(ruleset.id),
      "version": .string(ruleset.version),
      "title": ruleset.title.json,
      "status": .string(ruleset.status.identifier),
      "adopted": ruleset.adoption.map {
        ["by": $0.by.json, "date": .string($0.date.text), "minutes": .string($0.minutes)]
      } ?? .null,
      "path": .string(path(of: ruleset.source)),
      "sha256": .string(ruleset.sha256),
      "form": [
        "id": .string(ruleset.form.id), "version": .string(ruleset.form.version),
        "path": .string(path(of: ruleset.form.source)), "sha256": .string(ruleset.form.sha256),
      ],
      "frozen": .bool(data.round.frozen != nil),
      "scale": NumberJSON.number(ruleset.scale),
      "threshold": NumberJSON.optional(ruleset.threshold),
      "indistinguishable_within": NumberJSON.number(ruleset.indistinguishableWithin),
    ]
  }

  private func criterionJSON(_ criterion: Criterion, _ weight: Rational) -> JSON {
    [
      "id": .string(criterion.id),
      "title": criterion.title.json,
      "weight": NumberJSON.number(weight, decimals: 2),
      "weight_in_ruleset": NumberJSON.number(criterion.weight, decimals: 2),
      "points": NumberJSON.number(criterion.maximum, decimals: 2),
      "threshold": NumberJSON.optional(criterion.threshold),
      "sources": sourcesJSON(criterion.sources),
    ]
  }

  func sourcesJSON(_ references: [SourceReference]) -> JSON {
    .array(
      references.map { reference in
        let source = data.ruleset.sources[reference.source]
        return [
          "id": .string(source.id), "kind": .string(source.kind.identifier), "title": source.title.json,
          "at": reference.place?.json ?? .null,
        ]
      })
  }

  // MARK: Order

  private func groupJSON(_ group: GroupResult) -> JSON {
    let ids = { (members: [Int]) -> JSON in .array(members.map { .string(self.result.proposals[$0].id) }) }
    let own = group.group.map { data.ruleset.groups[$0] }
    return [
      "id": .optional(own?.id),
      "title": own?.title.json ?? .null,
      "ranked": .array(
        group.ranked.map { entry in
          [
            "proposal": .string(result.proposals[entry.proposal].id), "rank": .integer(entry.rank),
            "best": .integer(entry.best), "worst": .integer(entry.worst),
            "close_to_next": .bool(entry.isCloseToNext), "settled_by": .optional(entry.settledBy),
          ]
        }),
      "below_threshold": ids(group.belowThreshold),
      "supplement": ids(group.supplement),
      "assess": ids(group.assess),
      "not_examined": ids(group.notExamined),
    ]
  }

  private func noteJSON(_ note: CraftNote) -> JSON {
    let words = CraftWords(Names(data, .swedish))
    return [
      "code": .string(words.code(note).text), "criteria": .array(words.criteria(note).map { .string($0) }),
      "message": words.sentence(note).json,
    ]
  }

  private func changeJSON(_ change: OrderChange) -> JSON {
    switch change {
    case .settled(let proposal, let cause, let total, let rank):
      let result = self.result.proposals[proposal]
      return [
        "kind": "settled", "proposal": .string(result.id), "cause": causeJSON(cause, of: result),
        "total": NumberJSON.number(total), "rank": .integer(rank),
      ]
    case .weight(let criterion, let weight, let from, let first, let second):
      return [
        "kind": "weight", "criterion": .string(data.ruleset.criteria[criterion].id),
        "weight": NumberJSON.number(weight), "from": NumberJSON.number(from),
        "first": .string(result.proposals[first].id), "second": .string(result.proposals[second].id),
      ]
    }
  }

  /// Something unknown: what, who settles it, and where it stands.
  func causeJSON(_ cause: Unknown.Cause, of result: ProposalResult) -> JSON {
    let sv = Names(data, .swedish).question(cause, of: result)
    let en = Names(data, .english).question(cause, of: result)
    var members: [JSON.Member] = []
    switch cause {
    case .field(let path): members = [.init("kind", "field"), .init("path", .string(path.text))]
    case .document(let id): members = [.init("kind", "document"), .init("document", .string(id))]
    case .judgement(let id, let key):
      members = [.init("kind", "judgement"), .init("judgement", .string(id)), .init("key", .optional(key))]
    }
    members += [
      .init("state", .string(sv.kind.identifier)),
      .init("resolved_by", .string(sv.resolver == .applicant ? "applicant" : "association")),
      .init("text", ["sv": .string(sv.sentence), "en": .string(en.sentence)]),
      .init("place", placeJSON(sv.span)),
    ]
    return .object(members)
  }

  func placeJSON(_ span: Span?) -> JSON {
    guard let span else { return .null }
    return [
      "path": .string(path(of: span.source)), "line": .integer(span.start.line),
      "column": .integer(span.start.column),
    ]
  }
}

extension Ruleset.Status {
  var identifier: String {
    switch self {
    case .example: "example"
    case .draft: "draft"
    case .adopted: "adopted"
    }
  }
}

extension Source.Kind {
  /// As in a ruleset's file.
  var identifier: String {
    switch self {
    case .law: "law"
    case .boardDecision: "board-decision"
    case .localPractice: "local-practice"
    case .evaluation: "evaluation"
    case .opinionPaper: "opinion-paper"
    }
  }
}

extension OpenQuestion.Kind {
  var identifier: String {
    switch self {
    case .missing: "missing"
    case .disagreement: "disagreement"
    case .unseen: "unseen"
    case .unanswered: "unanswered"
    }
  }
}

extension List {
  var identifier: String {
    switch self {
    case .ranked: "ranked"
    case .belowThreshold: "below-threshold"
    case .supplement: "supplement"
    case .assess: "assess"
    case .notExamined: "not-examined"
    }
  }
}

extension Verdict {
  var identifier: String {
    switch self {
    case .met: "met"
    case .notMet: "not-met"
    case .unknown: "unknown"
    case .failed: "failed"
    }
  }
}
