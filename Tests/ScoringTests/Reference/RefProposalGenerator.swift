/// Proposals with gaps, and what roles made of them.
extension RefGenerator {
  mutating func proposal(_ id: String, _ model: RefCase) -> RefProposal {
    let gaps = pick([0, 8, 8, 15, 30])
    var documents: [String] = []
    for index in 0..<int(0...3) { documents.append("d\(index + 1)") }
    var claims = self.claims(model.form.fields, documents, gaps: gaps, model.form.documents)
    claims["titel"] = .scalar(.string("Förslag \(id)"))
    if documents.isEmpty {
      claims["dokument"] = nil
    } else {
      claims["dokument"] = .groups(
        documents.map { document in
          var claims: [String: RefClaim] = ["id": .scalar(.string(document))]
          if !chance(gaps / 3) { claims["typ"] = .scalar(.string(pick(["avtal", "beslut", "annat"]))) }
          return claims
        })
    }
    var proposal = RefProposal(id: id, claims: claims)
    for role in some(model.round.roles, pick([0, 40, 75])) {
      proposal.sheets.append(sheet(role, proposal, documents, model))
    }
    if chance(10) {
      proposal.declarations.append(
        RefDeclaration(role: pick(model.round.roles), outcome: pick(["jäv", "jäv", "ej jäv", nil])))
    }
    return proposal
  }

  mutating func claims(
    _ fields: [RefField], _ documents: [String], gaps: Int, _ documentList: String
  ) -> [String: RefClaim] {
    var claims: [String: RefClaim] = [:]
    for field in fields where field.name != documentList {
      if field.allowsNotApplicable, chance(15) {
        claims[field.name] = .notApplicable
      } else if field.name != "id", chance(gaps) {
        if chance(50) { claims[field.name] = .missing(written: pick(["saknas", ""])) }
      } else {
        claims[field.name] = claim(field, documents, gaps: gaps)
      }
    }
    return claims
  }

  private mutating func claim(_ field: RefField, _ documents: [String], gaps: Int) -> RefClaim {
    switch field.type {
    case .documents: return .documents(some(documents, 50))
    case .group(let fields): return .group(claims(fields, documents, gaps: gaps, ""))
    case .groups(let fields):
      var items: [[String: RefClaim]] = []
      for index in 0..<int(0...3) {
        var item = claims(fields, documents, gaps: gaps, "")
        item["id"] = .scalar(.string("m\(index + 1)"))
        items.append(item)
      }
      return .groups(items)
    case .scalars(let element):
      var items: [RefClaim] = []
      for _ in 0..<int(0...3) { items.append(.scalar(scalar(element))) }
      return .scalars(items)
    default: return .scalar(scalar(field.type))
    }
  }

  mutating func scalar(_ type: RefType) -> RefScalar {
    switch type {
    case .boolean: return .bool(chance(50))
    case .choice(let ids): return .string(pick(ids))
    case .integer(let low, let high):
      let least = low ?? (high.map { $0 - 5 } ?? -2)
      let span = min(5, (high ?? least + 5) - least)
      return .number(RefAmount(least + int(0...span)))
    case .decimal(let low, let high):
      let hundredths = pick([0, 25, 50, 75, 100, 33])
      let amount = RefAmount(hundredths: hundredths)
      if let low, amount.value < low.value { return .number(low) }
      if let high, amount.value > high.value { return .number(high) }
      return .number(amount)
    case .date: return .date(pick(["2025-12-31", "2026-01-01", "2026-09-15", "2026-09-16", "2027-08-01"]))
    default: return .string(pick(["abc", "text", "x"]))
    }
  }

  // MARK: Sheets

  private mutating func sheet(
    _ role: String, _ proposal: RefProposal, _ documents: [String], _ model: RefCase
  ) -> RefSheet {
    var sheet = RefSheet(role: role, date: "2026-09-0\(int(1...5))")
    claimVerdicts(model.form.fields, proposal.claims, prefix: "", &sheet, isRoot: true)
    for document in some(documents, 60) { sheet.seen.append((document, chance(80))) }
    for judgement in model.ruleset.judgements where judgement.roles.isEmpty || judgement.roles.contains(role)
    {
      var keys: [String?] = [nil]
      if judgement.per != nil {
        keys = []
        if case .groups(let items)? = proposal.claims["parter"] {
          keys = items.indices.map { "m\($0 + 1)" }
        }
      }
      for key in keys where chance(60) {
        sheet.judgements.append(
          RefSheet.Answer(
            judgement: judgement.id, key: key, step: pick(judgement.scale), isJoint: chance(15)))
      }
    }
    for exclusion in model.ruleset.exclusions where chance(25) {
      sheet.exclusions.append(
        RefSheet.ExclusionDecision(exclusion: exclusion.id, isDecided: chance(60)))
    }
    for exclusion in model.ruleset.exclusions {
      for exception in exclusion.exceptions where chance(25) {
        sheet.exceptions.append(
          RefSheet.ExceptionDecision(
            exclusion: exclusion.id, exception: exception,
            validTo: pick(["2026-09-14", "2026-09-15", "2027-12-31"])))
      }
    }
    return sheet
  }

  private mutating func claimVerdicts(
    _ fields: [RefField], _ claims: [String: RefClaim], prefix: String, _ sheet: inout RefSheet, isRoot: Bool
  ) {
    for field in fields where field.name != "titel" && field.name != "dokument" && field.name != "id" {
      let path = prefix.isEmpty ? field.name : "\(prefix).\(field.name)"
      switch (field.type, claims[field.name]) {
      case (.group(let inner), .group(let claims)?):
        claimVerdicts(inner, claims, prefix: path, &sheet, isRoot: false)
      case (.groups(let inner), .groups(let items)?):
        for (index, item) in items.enumerated() {
          claimVerdicts(inner, item, prefix: "\(path)[\(index + 1)]", &sheet, isRoot: false)
        }
      case (.group, _), (.groups, _), (.scalars, _), (.documents, _): break
      case (_, .scalar?):
        if !chance(18) { continue }
        switch int(0...5) {
        case 0...1: sheet.claims.append(.init(field: path, verdict: .confirmed))
        case 2...4: sheet.claims.append(.init(field: path, verdict: .corrected(scalar(field.type))))
        default: sheet.claims.append(.init(field: path, verdict: .rejected))
        }
      case (_, nil), (_, .missing?):
        if chance(10) { sheet.claims.append(.init(field: path, verdict: .corrected(scalar(field.type)))) }
      case (_, .notApplicable?): break
      default: break
      }
    }
  }
}
