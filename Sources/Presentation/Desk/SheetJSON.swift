public import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension RoundReport {
  /// What a role can judge of a proposal, and what its own sheet says of it now, as `beredning/sheet/1`. Nothing of what
  /// others have said; nil where the round has no such proposal.
  ///
  /// - Parameter written: the role's sheet as `openSheet` gives it.
  public func sheetJSON(
    proposal id: String, role: String, written: [DraftMember], _ language: Language
  ) -> JSON? {
    guard let proposal = data.proposals.first(where: { $0.id == id }) else { return nil }
    return SheetWords(self, proposal, role, written, language).json
  }
}

private struct SheetWords {
  let report: RoundReport
  let proposal: Proposal
  let role: String
  let written: [DraftMember]
  let names: Names
  let words: ClaimWords

  init(
    _ report: RoundReport, _ proposal: Proposal, _ role: String, _ written: [DraftMember],
    _ language: Language
  ) {
    self.report = report
    self.proposal = proposal
    self.role = role
    self.written = written
    names = Names(report.data, language)
    words = ClaimWords(names)
  }

  private var language: Language { names.language }
  private var ruleset: Ruleset { report.data.ruleset }
  private var sheet: Assessment? {
    report.data.assessments.first { $0.proposal == proposal.id && $0.role == role }
  }
  private var isRecused: Bool {
    report.data.declarations.contains {
      $0.outcome == .conflict && $0.role == role && $0.proposal == proposal.id
    }
  }

  var json: JSON {
    let form = ruleset.form
    let name = form.nameField.flatMap { string($0, proposal.claims, form.fields) }
    return [
      "schema": "beredning/sheet/1", "proposal": .string(proposal.id), "name": .string(name ?? proposal.id),
      "role": .string(role), "role_label": .string(names.role(role)),
      "date": .optional(sheet?.date.text), "recused": .bool(isRecused),
      "path": .optional(sheet.map { report.sources[$0.source].path }),
      "claims": isRecused ? [] : .array(claimEntries), "documents": isRecused ? [] : .array(documentEntries),
      "judgements": isRecused ? [] : .array(judgementEntries),
      "exclusions": isRecused ? [] : .array(exclusionEntries),
      "written": DraftValue.group(written).json,
    ]
  }

  // MARK: Claims

  private var claimEntries: [JSON] {
    let verdicts = sheet?.claims ?? []
    let texts = entries("claims")
    let form = ruleset.form
    let uses = ClaimUses(ruleset)
    return proposal.claimedFields(form).compactMap { claim -> JSON? in
      guard case .value(let value) = claim.content, claim.path.components.first != documentsField else {
        return nil
      }
      if case .id = claim.field.type { return nil }
      let index = verdicts.firstIndex { $0.path == claim.path }
      var corrected: Value?
      if let index, case .corrected(let other) = verdicts[index].verdict { corrected = other }
      let address = index.flatMap { texts.indices.contains($0) ? texts[$0]["field"] : nil }
      return [
        "field": .string(address ?? claim.address), "label": .string(names.field(claim.path, of: proposal)),
        "section": .optional(section(of: claim.path)), "decides": decides(claim.path, uses),
        "type": .string(type(claim.field)), "choices": .array(choices(claim.field)),
        "value": .string(words.shown(value, claim.field, in: proposal)), "raw": .string(words.raw(value)),
        "documents": .array(claim.documents.map { .string($0) }),
        "verdict": .optional(index.map { word(verdicts[$0].verdict) }),
        "corrected": .optional(corrected.map(words.raw)),
        "reason": .optional(index.flatMap { verdicts[$0].reason }),
      ]
    }
  }

  private var documentsField: FieldPath.Component? { ruleset.form.documentsField.map { .name($0) } }

  /// Titles of what the rules decide by a claim: criteria first, in the rules' order.
  private func decides(_ path: FieldPath, _ uses: ClaimUses) -> JSON {
    let use = uses.of(path)
    var titles = use.criteria.map { index in
      let criterion = ruleset.criteria[index]
      return (criterion.short ?? criterion.title).shown(language)
    }
    if !use.eligibility.isEmpty {
      titles.append(Text("Villkor för att prövas", "Conditions to be examined")(language))
    }
    if use.isMoney { titles.append(Text("Ramen", "The frame")(language)) }
    if use.isFlagged {
      titles.append(Text("Grupp, flaggor och undantag", "Group, flags and exclusions")(language))
    }
    return .array(titles.map { .string($0) })
  }

  private func section(of path: FieldPath) -> String? {
    guard case .name(let name)? = path.components.first else { return nil }
    return ruleset.form.fields.first { $0.name == name }?.section?.shown(language)
  }

  private func type(_ field: Field) -> String {
    switch field.type {
    case .integer, .decimal: "number"
    case .boolean: "boolean"
    case .date: "date"
    case .choice: "choice"
    default: "text"
    }
  }

  private func choices(_ field: Field) -> [JSON] {
    guard case .choice(let choices) = field.type else { return [] }
    return choices.map { ["id": .string($0.id), "label": .string($0.label.shown(language))] }
  }

  private func word(_ verdict: ClaimVerdict.Verdict) -> String {
    switch verdict {
    case .confirmed: "confirmed"
    case .corrected: "corrected"
    case .rejected: "rejected"
    }
  }

  // MARK: Documents

  private var documentEntries: [JSON] {
    let form = ruleset.form
    guard let index = form.fields.firstIndex(where: { $0.name == form.documentsField }),
      case .list(let list) = form.fields[index].type, case .group(let fields) = list.element,
      let key = list.key, case .groups(let groups) = proposal.claims.fields[index].content
    else { return [] }
    return groups.enumerated().compactMap { number, group -> JSON? in
      guard let id = string(key, group, fields) else { return nil }
      let looked = sheet?.documents.first { $0.document == id }
      var details: [JSON] = []
      for (index, field) in fields.enumerated() where field.name != key && field.name != list.itemLabel {
        if case .value(let value) = group.fields[index].content {
          details.append([
            "label": .string(field.label.shown(language)),
            "value": .string(words.shown(value, field, in: proposal)),
          ])
        }
      }
      return [
        "document": .string(id), "title": .string(names.document(id, of: proposal)),
        "details": .array(details), "seen": looked.map { .bool($0.seen) } ?? .null,
        "reason": .optional(looked?.reason),
      ]
    }
  }

  // MARK: Judgements

  private var judgementEntries: [JSON] {
    ruleset.judgements.enumerated().flatMap { index, judgement -> [JSON] in
      guard judgement.roles.isEmpty || judgement.roles.contains(role) else { return [] }
      guard let per = judgement.per else { return [entry(index, judgement, key: nil, per: nil)] }
      return (keys(of: per)).map { key in
        entry(index, judgement, key: key, per: names.item(key, of: per, in: proposal))
      }
    }
  }

  private func keys(of list: String) -> [String] {
    let form = ruleset.form
    guard let index = form.fields.firstIndex(where: { $0.name == list }),
      case .list(let listField) = form.fields[index].type, case .group(let fields) = listField.element,
      let key = listField.key, case .groups(let groups) = proposal.claims.fields[index].content
    else { return [] }
    return groups.compactMap { string(key, $0, fields) }
  }

  private func entry(_ index: Int, _ judgement: Judgement, key: String?, per: String?) -> JSON {
    let given = sheet?.judgements.first { $0.judgement == index && $0.key == key }
    return [
      "judgement": .string(judgement.id), "key": .optional(key),
      "question": .string(judgement.question.shown(language)), "per": .optional(per),
      "decides": .bool(judgement.decides),
      "scale": .array(
        judgement.scale.map { ["id": .string($0.id), "label": .string($0.label.shown(language))] }),
      "value": .optional(given.map { judgement.scale[$0.step].id }), "reason": .optional(given?.reason),
      "joint": .bool(given?.isJoint ?? false),
    ]
  }

  private var exclusionEntries: [JSON] {
    ruleset.exclusions.enumerated().map { index, exclusion in
      let decided = sheet?.exclusions.first { $0.exclusion == index }
      return [
        "exclusion": .string(exclusion.id), "title": .string(exclusion.title.shown(language)),
        "decided": decided.map { .bool($0.decided) } ?? .null, "reason": .optional(decided?.reason),
        "exceptions": .array(
          exclusion.exceptions.enumerated().map { number, exception in
            let given = sheet?.exceptions.first { $0.exclusion == index && $0.exception == number }
            return [
              "exception": .string(exception.id), "title": .string(exception.title.shown(language)),
              "given": .bool(given != nil), "reason": .optional(given?.reason),
              "decided_by": .optional(given?.decidedBy), "valid_to": .optional(given?.validTo.text),
            ]
          }),
      ]
    }
  }

  // MARK: The sheet as written

  /// The entries of a list of the sheet, each with its texts.
  private func entries(_ name: String) -> [[String: String]] {
    guard case .list(let items)? = written.first(where: { $0.name == name })?.value else { return [] }
    return items.map { item in
      var texts: [String: String] = [:]
      if case .group(let members) = item {
        for case let member in members {
          if case .text(let text) = member.value { texts[member.name] = text }
        }
      }
      return texts
    }
  }
}
