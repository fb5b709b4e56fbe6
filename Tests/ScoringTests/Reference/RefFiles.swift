/// The files of docs/formats.md, written out from the model.
struct RefFiles {
  private let model: RefCase

  init(_ model: RefCase) { self.model = model }

  // MARK: Form

  var form: String {
    var lines = [
      "schema: beredning/form/1", "form: formular", "version: \"1\"", "title: Formulär", "name: titel",
      "documents: \(model.form.documents)", "fields:",
    ]
    for field in model.form.fields { lines += self.field(field, indent: "  ") }
    return text(lines)
  }

  private func field(_ field: RefField, indent: String) -> [String] {
    var lines = ["\(indent)- field: \(field.name)"]
    let inner = indent + "  "
    lines += type(field.type).map { inner + $0 }
    lines.append("\(inner)label: Uppgift \(field.name)")
    if let when = field.when { lines.append("\(inner)when: \(scalar(when))") }
    if field.absent != .unknown { lines.append("\(inner)absent: \(field.absent.rawValue)") }
    if field.allowsNotApplicable { lines.append("\(inner)not_applicable: true") }
    if !field.type.fields.isEmpty {
      lines.append("\(inner)fields:")
      for part in field.type.fields { lines += self.field(part, indent: inner + "  ") }
    }
    return lines
  }

  private func type(_ type: RefType) -> [String] {
    switch type {
    case .text: return ["type: text"]
    case .id: return ["type: id", "required: true"]
    case .integer(let low, let high):
      return ["type: integer"] + (low.map { ["min: \($0)"] } ?? []) + (high.map { ["max: \($0)"] } ?? [])
    case .decimal(let low, let high):
      return ["type: decimal"] + (low.map { ["min: \($0.text)"] } ?? [])
        + (high.map { ["max: \($0.text)"] } ?? [])
    case .boolean: return ["type: boolean"]
    case .date: return ["type: date"]
    case .choice(let choices): return ["type: choice", "choices: [\(choices.joined(separator: ", "))]"]
    case .documents: return ["type: documents"]
    case .group: return ["type: group"]
    case .groups: return ["type: list", "key: id"]
    case .scalars(let element):
      let inner = self.type(element)
      return ["type: list", "of: \(inner[0].dropFirst("type: ".count))"] + inner.dropFirst()
    }
  }

  // MARK: Ruleset

  var rules: String {
    let rules = model.ruleset
    var lines = [
      "schema: beredning/ruleset/1", "ruleset: regler", "version: \"1\"", "status: example", "title: Regler",
      "form: formular", "scale: \(rules.scale.text)",
    ]
    if let threshold = rules.threshold { lines.append("threshold: \(threshold.text)") }
    if let distance = rules.indistinguishableWithin {
      lines.append("indistinguishable_within: \(distance.text)")
    }
    if !rules.facts.isEmpty { lines.append("facts:") }
    for fact in rules.facts { lines.append("  \(fact.name): \(scalar(fact.value))") }
    lines += ["evidence:", "  levels:"]
    for level in 0...rules.highestLevel { lines += ["    - level: \(level)", "      label: nivå \(level)"] }
    lines.append("  level: \(scalar(rules.level))")
    lines += block("judgements", rules.judgements) { judgement in
      var lines = [
        "id: \(judgement.id)", "question: Fråga \(judgement.id)",
        "scale: [\(judgement.scale.joined(separator: ", "))]",
      ]
      if !judgement.roles.isEmpty { lines.append("roles: [\(judgement.roles.joined(separator: ", "))]") }
      if let per = judgement.per { lines.append("per: \(per)") }
      if judgement.isMedian { lines.append("combine: median") }
      return lines
    }
    lines += block("eligibility", rules.eligibility) {
      [
        "id: \($0.id)", "title: Krav \($0.id)", "require: \(scalar($0.require))",
        "resolved_by: \($0.isResolvedByApplicant ? "applicant" : "association")",
      ]
    }
    lines += block("exclusions", rules.exclusions) { exclusion in
      ["id: \(exclusion.id)", "title: Hinder \(exclusion.id)", "when: \(scalar(exclusion.when))"]
        + block("exceptions", exclusion.exceptions) {
          ["id: \($0)", "title: Undantag", "needs: [skäl, beslutad_av, gäller_till]"]
        }
    }
    lines += block("groups", rules.groups) { group in
      ["id: \(group.id)", "title: Grupp \(group.id)"] + (group.when.map { ["when: \(scalar($0))"] } ?? [])
    }
    lines += block("criteria", rules.criteria, criterion)
    lines += block("columns", rules.columns) {
      ["id: \($0.name)", "title: Kolumn \($0.name)", "value: \(scalar($0.value))"]
    }
    lines += block("flags", rules.flags) {
      ["id: \($0.id)", "title: Flagga \($0.id)", "when: \(scalar($0.when))", "text: Se \($0.id)"]
        + ($0.asksPerson ? ["asks: person"] : [])
    }
    lines += block("ties", rules.ties) { tie in
      let id =
        switch tie.key {
        case .criterion(let index): rules.criteria[index].id
        case .fact(let index): rules.facts[index].name
        case .column(let index): rules.columns[index].name
        }
      return ["by: \(id)", "order: \(tie.isDescending ? "desc" : "asc")"]
    }
    return text(lines)
  }

  private func criterion(_ criterion: RefCriterion) -> [String] {
    var lines = [
      "id: \(criterion.id)", "title: Kriterium \(criterion.id)", "weight: \(criterion.weight.text)",
    ]
    if let threshold = criterion.threshold { lines.append("threshold: \(threshold.text)") }
    if let each = criterion.each {
      lines += ["each:", "  in: \(scalar(each.list))", "  as: \(each.variable)"]
      if let key = each.key { lines.append("  key: \(scalar(key))") }
      if each.isMinimum { lines.append("  combine: min") }
    }
    if let rule = criterion.notApplicable {
      lines += ["not_applicable:", "  when: \(scalar(rule.when))"]
      if !rule.weightTo.isEmpty { lines.append("  weight_to: [\(rule.weightTo.joined(separator: ", "))]") }
    }
    switch criterion.scoring {
    case .ladder(let steps): lines += block("ladder", steps.indices) { rule(steps, $0, "anchor") }
    case .points(let rules, let cap):
      lines.append("points:")
      if let cap { lines.append("  cap: \(cap.text)") }
      lines += block("rules", rules.indices) { rule(rules, $0, "title") }.map { "  " + $0 }
    case .measure(let of, let points, let maximum):
      let written = points.map { "\($0.input.text): \($0.points.text)" }.joined(separator: ", ")
      lines += ["measure:", "  of: \(scalar(of))", "  points: {\(written)}"]
      if let maximum { lines.append("  max: \(maximum.text)") }
    case .judged(let id, let points):
      let scale = model.ruleset.judgements.first { $0.id == id }?.scale ?? []
      let written = zip(scale, points).map { "\($0): \($1.text)" }.joined(separator: ", ")
      lines += ["judged:", "  judgement: \(id)", "  points: {\(written)}"]
    case .table(let table): lines += ["table:"] + self.table(table).map { "  " + $0 }
    case .composite(let parts, let isMinimum):
      if isMinimum { lines.append("combine: min") }
      lines += block("criteria", parts, self.criterion)
    }
    return lines
  }

  private func rule(_ rules: [RefRule], _ index: Int, _ title: String) -> [String] {
    let rule = rules[index]
    var lines = [
      "id: \(rule.id)", "\(title): Regel \(rule.id)", "points: \(rule.points.text)",
      "if: \(scalar(rule.condition))",
    ]
    if let evidence = rule.evidence {
      lines += ["evidence:", "  of: \(scalar(evidence.of))", "  at_least: \(evidence.atLeast)"]
      if let otherwise = evidence.otherwise { lines.append("  else: \(otherwise.text)") }
    }
    // It tells of something else than what it hangs on.
    let other = rules[(index + 1) % rules.count].condition.feel
    if !other.contains("{") { lines.append("because: 'Nästa: {\(other)}'") }
    return lines
  }

  private func table(_ table: RefTable) -> [String] {
    var lines = ["hit: \(table.hit.rawValue)"]
    lines += block("inputs", table.inputs) { ["of: \(scalar($0))", "label: Indata"] }
    lines += block("rules", table.rows) { row in
      ["when:"] + row.tests.map { "  - '\($0.feel)'" } + ["points: \(row.points.text)"]
    }
    if let otherwise = table.otherwise { lines.append("default: \(otherwise.text)") }
    if let maximum = table.maximum { lines.append("max: \(maximum.text)") }
    return lines
  }

  // MARK: Round

  var round: String {
    text(
      [
        "schema: beredning/round/1", "round: omgang", "title: Omgång", "rules: ../../Rules/regler.rules.yaml",
        "dates:", "  closing: 2026-09-01", "  as_of: \(model.round.asOf)",
      ] + block("roles", model.round.roles) { ["id: \($0)", "title: Roll \($0)"] })
  }

  // MARK: Proposal

  func proposal(_ proposal: RefProposal) -> String {
    text(
      ["schema: beredning/proposal/1", "id: \(proposal.id)", "form: formular"]
        + claims(model.form.fields, proposal.claims))
  }

  private func claims(_ fields: [RefField], _ claims: [String: RefClaim]) -> [String] {
    fields.flatMap { field -> [String] in
      guard let claim = claims[field.name] else { return [] }
      switch claim {
      case .missing(let written): return ["\(field.name): \(written)"]
      case .notApplicable: return ["\(field.name): !ej-tillämpligt \"gäller inte\""]
      case .scalar(let scalar): return ["\(field.name): \(self.scalar(scalar))"]
      case .documents(let ids): return ["\(field.name): [\(ids.joined(separator: ", "))]"]
      case .group(let inner):
        let lines = self.claims(field.type.fields, inner)
        return lines.isEmpty ? ["\(field.name): {}"] : ["\(field.name):"] + lines.map { "  " + $0 }
      case .groups(let items):
        if items.isEmpty { return ["\(field.name): []"] }
        return block(field.name, items) { self.claims(field.type.fields, $0) }
      case .scalars(let items):
        let written = items.map { item in
          if case .scalar(let scalar) = item { self.scalar(scalar) } else { "saknas" }
        }
        return ["\(field.name): [\(written.joined(separator: ", "))]"]
      }
    }
  }

  private func scalar(_ scalar: RefScalar) -> String {
    switch scalar {
    case .number(let amount): amount.text
    case .string(let text): text
    case .bool(let value): value ? "ja" : "nej"
    case .date(let text): text
    }
  }

  // MARK: Assessments and declarations

  func assessment(_ proposal: RefProposal, _ sheet: RefSheet) -> String {
    var lines = [
      "schema: beredning/assessment/1", "proposal: \(proposal.id)", "role: \(sheet.role)",
      "date: \(sheet.date)",
    ]
    lines += block("claims", sheet.claims) { claim in
      switch claim.verdict {
      case .confirmed: ["field: \(claim.field)", "verdict: confirmed"]
      case .corrected(let value):
        ["field: \(claim.field)", "verdict: corrected", "value: \(scalar(value))", "reason: Rättat"]
      case .rejected: ["field: \(claim.field)", "verdict: rejected", "reason: Stämmer inte"]
      }
    }
    lines += block("documents", sheet.seen) {
      ["document: \($0.document)", "seen: \($0.isSeen ? "ja" : "nej")"]
    }
    lines += block("judgements", sheet.judgements) { answer in
      ["judgement: \(answer.judgement)", "value: \(answer.step)"] + (answer.key.map { ["key: \($0)"] } ?? [])
        + ["reason: Bedömt"] + (answer.isJoint ? ["joint: ja"] : [])
    }
    lines += block("exclusions", sheet.exclusions) {
      ["exclusion: \($0.exclusion)", "decided: \($0.isDecided ? "ja" : "nej")", "reason: Beslut"]
    }
    lines += block("exceptions", sheet.exceptions) {
      [
        "exclusion: \($0.exclusion)", "exception: \($0.exception)", "reason: Försök", "decided_by: Styrelsen",
        "valid_to: \($0.validTo)",
      ]
    }
    return text(lines)
  }

  var declarations: String? {
    let lines = model.proposals.flatMap { proposal in
      proposal.declarations.flatMap { declaration in
        item(
          ["person: B1", "role: \(declaration.role)", "proposal: \(proposal.id)", "ground: annan"]
            + (declaration.outcome.map { ["outcome: \($0)"] } ?? []))
      }
    }
    return lines.isEmpty
      ? nil : text(["schema: beredning/declarations/1", "declarations:"] + lines.map { "  " + $0 })
  }

  // MARK: Pieces

  /// An expression as a YAML scalar: none that is generated holds an apostrophe.
  private func scalar(_ expression: RefExpression) -> String { "'\(expression.feel)'" }

  private func block<Items: Collection>(
    _ key: String, _ items: Items, _ lines: (Items.Element) -> [String]
  ) -> [String] {
    items.isEmpty ? [] : ["\(key):"] + items.flatMap { item(lines($0)) }.map { "  " + $0 }
  }

  private func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
