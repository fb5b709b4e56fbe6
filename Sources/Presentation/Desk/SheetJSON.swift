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
  let words: ValueWords
  let claims: ClaimContext

  init(
    _ report: RoundReport, _ proposal: Proposal, _ role: String, _ written: [DraftMember],
    _ language: Language
  ) {
    self.report = report
    self.proposal = proposal
    self.role = role
    self.written = written
    names = Names(report.data, language)
    words = ValueWords(names)
    claims = ClaimContext(
      proposal.claims, form: report.data.ruleset.form, today: report.data.round.asOf)
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

  /// A value that the proposal gives, and the documents that stand beside it.
  private struct GivenValue {
    var path: FieldPath
    /// With items by their key: `organisationer[kommun-a].åtagande`.
    var address: String
    var field: Field
    var value: Value
    var documents: [String]
  }

  private var claimEntries: [JSON] {
    var values: [GivenValue] = []
    collect(proposal.claims, ruleset.form.fields, FieldPath(), "", documents: [], &values)
    let verdicts = sheet?.claims ?? []
    let texts = entries("claims")
    return values.map { value in
      let index = verdicts.firstIndex { $0.path == value.path }
      var corrected: Value?
      if let index, case .corrected(let other) = verdicts[index].verdict { corrected = other }
      let address = index.flatMap { texts.indices.contains($0) ? texts[$0]["field"] : nil }
      return [
        "field": .string(address ?? value.address), "label": .string(names.field(value.path, of: proposal)),
        "section": .optional(section(of: value.path)),
        "type": .string(type(value.field)), "choices": .array(choices(value.field)),
        "value": .string(shown(value.value, value.field)), "raw": .string(raw(value.value)),
        "documents": .array(value.documents.map { .string($0) }),
        "verdict": .optional(index.map { word(verdicts[$0].verdict) }),
        "corrected": .optional(corrected.map(raw)),
        "reason": .optional(index.flatMap { verdicts[$0].reason }),
      ]
    }
  }

  private func collect(
    _ group: ClaimGroup, _ fields: [Field], _ path: FieldPath, _ address: String, documents: [String],
    _ values: inout [GivenValue]
  ) {
    var near = documents
    for (index, field) in fields.enumerated() {
      if case .documents = field.type, case .documents(let ids) = group.fields[index].content {
        near += ids.map { $0.id }
      }
    }
    for (index, field) in fields.enumerated() where field.name != ruleset.form.documentsField {
      let own = path.appending(field.name)
      let place = address.isEmpty ? field.name : address + "." + field.name
      switch group.fields[index].content {
      case .value(let value):
        if case .id = field.type { continue }
        values.append(
          GivenValue(path: own, address: place, field: field, value: value, documents: near))
      case .group(let inner):
        guard case .group(let fields) = field.type else { continue }
        collect(inner, fields, own, place, documents: near, &values)
      case .groups(let groups):
        guard case .list(let list) = field.type, case .group(let fields) = list.element else { continue }
        for (number, inner) in groups.enumerated() {
          let key = list.key.flatMap { string($0, inner, fields) } ?? String(number + 1)
          collect(
            inner, fields, own.appending(item: number + 1), place + "[" + key + "]", documents: [], &values)
        }
      case .missing, .notApplicable, .documents, .items: continue
      }
    }
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

  private func shown(_ value: Value, _ field: Field) -> String {
    switch field.type {
    case .choice(let choices): words.words(value, unit: nil, choices: choices)
    case .integer(_, _, let unit), .decimal(_, _, let unit): words.words(value, unit: unit)
    case .reference(let list):
      if case .string(let key) = value { names.item(key, of: list, in: proposal) } else { raw(value) }
    default: words.words(value, unit: nil)
    }
  }

  /// As a file has it.
  private func raw(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "ja" : "nej"
    case .date(let date): date.text
    default: ""
    }
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
            "label": .string(field.label.shown(language)), "value": .string(shown(value, field)),
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
