import Diagnostics
import FEEL
import YAMLSource

extension FileReader {
  /// Keys of a mapping that are no fields, with the nearest field or the place where it belongs.
  mutating func reportUnknownFields(
    _ mapping: Mapping, _ fields: [Field], besides keys: [String], _ form: Form
  ) {
    let names = fields.map { $0.name }
    for entry in mapping.entries {
      guard let key = entry.key.text, !names.contains(key), !keys.contains(key) else { continue }
      var hints: [Text] = []
      if let hint = commaHint(entry, in: mapping) { hints.append(hint) }
      let unused = names.filter { mapping.keySpan($0) == nil }
      if let meant = nearest(key, among: unused) ?? nearest(key, among: names) {
        hints.append(.didYouMean(meant))
      } else if let home = place(of: key, form.fields, []) {
        hints.append(
          Text("Fältet `\(key)` hör hemma här: `\(home)`", "The field `\(key)` belongs here: `\(home)`"))
      }
      let list = names.joined(separator: ", ")
      hints.append(Text("Fälten är: \(list).", "The fields are: \(list)."))
      report(202, at: entry.key.span, Text("okänt fält `\(key)`", "unknown field `\(key)`"), hints: hints)
    }
  }

  private func place(of name: String, _ fields: [Field], _ path: [String]) -> String? {
    for field in fields {
      if field.name == name { return (path + [name]).joined(separator: ".") }
      if let place = place(of: name, field.type.fields, path + [field.name]) { return place }
    }
    return nil
  }

  /// References and documents that are not there; documents that nothing refers to.
  mutating func checkLinks(
    _ links: ClaimLinks, _ claims: ClaimGroup, _ form: Form, reportingUnused: Bool = true
  ) {
    for reference in links.references {
      guard let keys = keys(of: reference.list, claims, form), !keys.contains(reference.key) else { continue }
      reportUnknownKey(
        214, reference.key, reference.list, among: keys, at: reference.span,
        Text(
          "`\(reference.key)` finns inte i `\(reference.list)`",
          "`\(reference.key)` is not in `\(reference.list)`"))
    }
    guard let name = form.documentsField else { return }
    let known = keys(of: name, claims, form) ?? []
    for document in links.documents where !known.contains(document.id) {
      reportUnknownKey(
        215, document.id, name, among: known, at: document.span,
        Text(
          "dokumentet `\(document.id)` finns inte i `\(name)`",
          "the document `\(document.id)` is not in `\(name)`"))
    }
    if reportingUnused { reportUnused(links, claims, form, name) }
  }

  private mutating func reportUnknownKey(
    _ number: Int, _ key: String, _ list: String, among keys: [String], at span: Span, _ message: Text
  ) {
    var hints: [Text] = []
    if let meant = nearest(key, among: keys) { hints.append(.didYouMean(meant)) }
    if keys.isEmpty {
      hints.append(Text("Listan `\(list)` är tom.", "The list `\(list)` is empty."))
    } else {
      let all = keys.joined(separator: ", ")
      hints.append(Text("I `\(list)` finns: \(all).", "`\(list)` has: \(all)."))
    }
    report(number, at: span, message, hints: hints)
  }

  /// The keys of a list at the top of the form; empty where it is missing.
  private func keys(of list: String, _ claims: ClaimGroup, _ form: Form) -> [String]? {
    itemKeys(of: list, claims, form)?.map { $0.key }
  }

  private mutating func reportUnused(_ links: ClaimLinks, _ claims: ClaimGroup, _ form: Form, _ name: String)
  {
    for (id, span) in itemKeys(of: name, claims, form) ?? [] {
      guard !links.documents.contains(where: { $0.id == id }),
        !links.references.contains(where: { $0.list == name && $0.key == id })
      else { continue }
      report(
        216, .warning, at: span,
        Text("dokumentet `\(id)` används inte", "the document `\(id)` is not used"),
        hints: [
          Text(
            "Skriv `\(id)` som belägg där det visar något, annars räknas det inte.",
            "Write `\(id)` as evidence where it shows something; otherwise it does not count.")
        ])
    }
  }
}

/// The keys of the items of a list at the top of the form, with their places; nil where the form has no such list.
func itemKeys(of list: String, _ claims: ClaimGroup, _ form: Form) -> [(key: String, span: Span?)]? {
  guard let index = form.fields.firstIndex(where: { $0.name == list }),
    case .list(let listField) = form.fields[index].type, case .group(let fields) = listField.element,
    let key = listField.key, let keyIndex = fields.firstIndex(where: { $0.name == key })
  else { return nil }
  guard case .groups(let groups) = claims.fields[index].content else { return [] }
  var keys: [(key: String, span: Span?)] = []
  for group in groups {
    let claim = group.fields[keyIndex]
    if case .value(.string(let id)) = claim.content { keys.append((id, claim.span)) }
  }
  return keys
}
