/// Writes answers to every open question into a proposal and its sheets, as the form and the formats accept them:
/// a *filling-in*.
struct RefFilling {
  private let model: RefCase
  private let knowledge: RefKnowledge
  /// Answers that are given; what is not here is drawn.
  private let answers: [String: RefValue]
  private var generator: RefGenerator
  private var result: RefProposal

  static func fill(
    _ proposal: RefProposal, in model: RefCase, answers: [String: RefValue] = [:], _ generator: RefGenerator
  ) -> RefProposal {
    var filling = RefFilling(proposal, model, answers, generator)
    filling.dropRecused()
    filling.settleDisagreements()
    filling.result.claims = filling.claims(model.form.fields, filling.result.claims, prefix: "")
    filling.lookAtDocuments()
    filling.judge()
    return filling.result
  }

  private init(
    _ proposal: RefProposal, _ model: RefCase, _ answers: [String: RefValue], _ generator: RefGenerator
  ) {
    self.model = model
    self.answers = answers
    self.generator = generator
    self.knowledge = RefKnowledge(model, proposal, .verified)
    self.result = proposal
  }

  /// Their sheets count for nothing; without them every role may answer.
  private mutating func dropRecused() {
    result.sheets = knowledge.sheets
    result.declarations = []
  }

  private mutating func withSheet(_ role: String, _ change: (inout RefSheet) -> Void) {
    if !result.sheets.contains(where: { $0.role == role }) {
      result.sheets.append(RefSheet(role: role, date: "2026-09-08"))
    }
    change(&result.sheets[result.sheets.firstIndex { $0.role == role }!])
  }

  // MARK: Claims

  private mutating func settleDisagreements() {
    let fields = Set(result.sheets.flatMap { $0.claims.map(\.field) }).sorted()
    for field in fields {
      let open = knowledge.openOutcomes(field)
      if open.isEmpty { continue }
      let answer = answers[field] ?? generator.pick(open).value
      let kept = result.sheets.firstIndex { sheet in
        sheet.claims.contains { claim in
          guard claim.field == field else { return false }
          return switch claim.verdict {
          case .confirmed: false
          case .corrected(let scalar): RefKnowledge.value(scalar) == answer
          case .rejected: answer == .null
          }
        }
      }
      for index in result.sheets.indices where index != kept {
        result.sheets[index].claims.removeAll { $0.field == field }
      }
    }
  }

  /// Whether a role has put something in the place of a missing claim.
  private func isCorrected(_ path: String) -> Bool {
    result.sheets.contains { $0.claims.contains { $0.field == path } }
  }

  private mutating func claims(
    _ fields: [RefField], _ claims: [String: RefClaim], prefix: String
  ) -> [String: RefClaim] {
    var claims = claims
    for field in fields {
      let path = prefix.isEmpty ? field.name : "\(prefix).\(field.name)"
      switch (field.type, claims[field.name]) {
      case (.documents, _): continue
      case (.group(let inner), .group(let claimed)?):
        claims[field.name] = .group(self.claims(inner, claimed, prefix: path))
      case (.group(let inner), nil), (.group(let inner), .missing?):
        if field.absent == .unknown {
          claims[field.name] = .group(self.claims(inner, [:], prefix: path))
        }
      case (.groups(let inner), .groups(let items)?):
        claims[field.name] = .groups(
          items.enumerated().map { self.claims(inner, $0.element, prefix: "\(path)[\($0.offset + 1)]") })
      case (_, nil), (_, .missing?):
        if field.absent == .unknown, !isCorrected(path) {
          claims[field.name] = answers[path].map(claim) ?? drawn(field)
        }
      default: continue
      }
    }
    return claims
  }

  private func claim(_ answer: RefValue) -> RefClaim {
    switch answer {
    case .number(let number): .scalar(.number(RefAmount("\(number)")))
    case .string(let text): .scalar(.string(text))
    case .bool(let value): .scalar(.bool(value))
    default: .notApplicable
    }
  }

  private mutating func drawn(_ field: RefField) -> RefClaim {
    let documents = (1...3).map { "d\($0)" }.prefix(knowledge.documents.count)
    return generator.claims([field], Array(documents), gaps: 0, "")[field.name]!
  }

  // MARK: Documents and judgements

  private mutating func lookAtDocuments() {
    for (index, _) in knowledge.documents.enumerated() {
      let open = knowledge.isSeen(index).causes
      guard let question = open.first else { continue }
      let id = String(question.dropFirst("seen:".count))
      for sheet in result.sheets.indices { result.sheets[sheet].seen.removeAll { $0.document == id } }
      let answer = answers[question].map { $0 == .bool(true) } ?? generator.chance(50)
      withSheet(model.round.roles[1]) { $0.seen.append((id, answer)) }
    }
  }

  private mutating func judge() {
    for judgement in model.ruleset.judgements {
      var keys: [String?] = [nil]
      if judgement.per != nil {
        keys = []
        if case .groups(let items)? = result.claims["parter"] {
          keys = items.indices.map { "m\($0 + 1)" }
        }
      }
      for key in keys { judge(judgement, key) }
    }
  }

  private mutating func judge(_ judgement: RefJudgement, _ key: String?) {
    let known = knowledge.judgement(judgement.id, key: key)
    guard let steps = known.candidates, steps.count > 1 else { return }
    let answer = answers[RefKnowledge.question(judgement.id, key)] ?? generator.pick(steps)
    guard case .string(let step) = answer else { return }
    for sheet in result.sheets.indices {
      result.sheets[sheet].judgements.removeAll { $0.judgement == judgement.id && $0.key == key }
    }
    withSheet(judgement.roles.first ?? model.round.roles[0]) {
      $0.judgements.append(
        RefSheet.Answer(judgement: judgement.id, key: key, step: step, isJoint: false))
    }
  }
}
