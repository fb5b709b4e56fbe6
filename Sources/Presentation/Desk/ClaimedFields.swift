internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// A value that a proposal gives.
struct ClaimedField {
  var path: FieldPath
  /// With items by their key: `organisationer[kommun-a].åtagande`.
  var address: String
  var field: Field
  var content: Claim.Content
  /// Ids of the documents that stand beside it.
  var documents: [String]
}

extension Proposal {
  /// Everything that it gives, in the form's order.
  func claimedFields(_ form: Form) -> [ClaimedField] {
    var fields: [ClaimedField] = []
    claims.collect(form.fields, FieldPath(), "", documents: [], &fields)
    return fields
  }
}

extension ClaimGroup {
  fileprivate func collect(
    _ form: [Field], _ path: FieldPath, _ address: String, documents: [String], _ found: inout [ClaimedField]
  ) {
    var near = documents
    for (index, field) in form.enumerated() {
      if case .documents = field.type, case .documents(let ids) = fields[index].content {
        near += ids.map { $0.id }
      }
    }
    for (index, field) in form.enumerated() {
      let own = path.appending(field.name)
      let place = address.isEmpty ? field.name : address + "." + field.name
      let content = fields[index].content
      switch content {
      case .missing: continue
      case .value, .notApplicable, .documents, .items:
        found.append(
          ClaimedField(path: own, address: place, field: field, content: content, documents: near))
      case .group(let inner):
        guard case .group(let form) = field.type else { continue }
        inner.collect(form, own, place, documents: near, &found)
      case .groups(let groups):
        guard case .list(let list) = field.type, case .group(let form) = list.element else { continue }
        for (number, inner) in groups.enumerated() {
          let key = list.key.flatMap { string($0, inner, form) } ?? String(number + 1)
          inner.collect(
            form, own.appending(item: number + 1), place + "[" + key + "]", documents: [], &found)
        }
      }
    }
  }
}

/// What a proposal says of a field, as people read it.
struct ClaimWords {
  let names: Names
  private let words: ValueWords

  init(_ names: Names) {
    self.names = names
    words = ValueWords(names)
  }

  func shown(_ value: Value, _ field: Field, in proposal: Proposal) -> String {
    shown(value, field.type, in: proposal)
  }

  private func shown(_ value: Value, _ type: FieldType, in proposal: Proposal) -> String {
    switch type {
    case .choice(let choices): return words.words(value, unit: nil, choices: choices)
    case .integer(_, _, let unit), .decimal(_, _, let unit): return words.words(value, unit: unit)
    case .reference(let list):
      if case .string(let key) = value { return names.item(key, of: list, in: proposal) }
      return raw(value)
    case .list(let list):
      if case .scalar(let type) = list.element { return shown(value, type, in: proposal) }
      return raw(value)
    default: return words.words(value, unit: nil)
    }
  }

  /// nil where it holds fields of its own.
  func shown(_ claim: ClaimedField, in proposal: Proposal) -> String? {
    switch claim.content {
    case .value(let value): return shown(value, claim.field, in: proposal)
    case .notApplicable(let reason):
      return Text("gäller inte: \(reason)", "does not apply: \(reason)")(names.language)
    case .documents(let ids):
      return ids.map { names.document($0.id, of: proposal) }.joined(separator: ", ")
    case .items(let items):
      return items.compactMap { item in
        if case .value(let value) = item.content { shown(value, claim.field, in: proposal) } else { nil }
      }.joined(separator: ", ")
    case .missing, .group, .groups: return nil
    }
  }

  /// As a file has it; of documents and lists, what stands in them.
  func exact(_ claim: ClaimedField) -> String {
    switch claim.content {
    case .value(let value): raw(value)
    case .notApplicable(let reason): "!ej-tillämpligt " + reason
    case .documents(let ids): ids.map { $0.id }.joined(separator: ", ")
    case .items(let items):
      items.map { item in if case .value(let value) = item.content { raw(value) } else { "" } }
        .joined(separator: ", ")
    case .missing, .group, .groups: ""
    }
  }

  /// As a file has it.
  func raw(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "ja" : "nej"
    case .date(let date): date.text
    default: ""
    }
  }
}
