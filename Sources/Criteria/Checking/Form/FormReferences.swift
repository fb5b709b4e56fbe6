import Diagnostics
import YAMLSource

/// What fields say of other fields: `to`, `key`, `item_label`, documents.
extension FileReader {
  mutating func checkReferences(_ fields: [WrittenField], top: [WrittenField]) {
    for field in fields {
      switch field.field.type {
      case .reference(let target): checkTarget(target, at: field.toSpan ?? field.nameSpan, top)
      case .list(let list):
        if case .scalar(.reference(let target)) = list.element {
          checkTarget(target, at: field.toSpan ?? field.nameSpan, top)
        }
        checkKey(field, list)
        checkItemLabel(field, list)
      default: break
      }
      checkReferences(field.children, top: top)
    }
  }

  private mutating func checkTarget(_ target: String, at span: Span, _ top: [WrittenField]) {
    guard let field = field(target, among: top, at: span) else { return }
    if case .list(let list) = field.field.type, list.key != nil { return }
    report(
      114, at: span,
      Text("det går inte att hänvisa till `\(target)`", "`\(target)` cannot be referred to"),
      hints: [
        Text(
          "`to` är en lista överst i formuläret vars poster har en nyckel: `key: id`.",
          "`to` is a list at the top of the form whose items have a key: `key: id`.")
      ])
  }

  private mutating func checkKey(_ field: WrittenField, _ list: ListField) {
    guard let key = list.key, let span = field.keySpan else { return }
    guard let child = self.field(key, among: field.children, at: span) else { return }
    switch child.field.type {
    case .id, .text, .reference: return
    default: break
    }
    report(
      115, at: span, Text("`\(key)` kan inte vara nyckel", "`\(key)` cannot be a key"),
      hints: [
        Text(
          "En nyckel skiljer posterna åt och har typen `id`, `reference` eller `text`.",
          "A key tells the items apart and has the type `id`, `reference` or `text`.")
      ])
  }

  private mutating func checkItemLabel(_ field: WrittenField, _ list: ListField) {
    guard let label = list.itemLabel, let span = field.itemLabelSpan else { return }
    guard let child = self.field(label, among: field.children, at: span) else { return }
    switch child.field.type {
    case .group, .list, .documents:
      report(
        116, at: span,
        Text("`\(label)` kan inte namnge en post", "`\(label)` cannot name an item"),
        hints: [
          Text("`item_label` är ett fält med ett enda värde.", "`item_label` is a field with a single value.")
        ])
    default: return
    }
  }

  /// `documents` fields need a list of documents, which may itself hold none, nor a field `seen`.
  mutating func checkDocumentsUse(
    _ fields: [WrittenField], documentsField: String?, isTop: Bool = true
  ) {
    for field in fields {
      if case .documents = field.field.type, documentsField == nil {
        report(
          117, at: field.nameSpan,
          Text(
            "`\(field.field.name)` hänvisar till dokument, men formuläret har ingen lista över dokument",
            "`\(field.field.name)` refers to documents, but the form has no list of documents"),
          hints: [
            Text(
              "Skriv överst `documents:` med namnet på listan.",
              "Write `documents:` at the top, with the list's name.")
          ])
      }
      if isTop, field.field.name == documentsField {
        checkDocument(field.children)
        if let when = field.when {
          report(
            120, at: when.span,
            Text("listan över dokument gäller alltid", "the list of documents always applies"),
            hints: [Text("Ta bort `when`.", "Remove `when`.")])
        }
      }
      if !isTop, let documentsField, field.field.name == documentsField {
        report(
          102, at: field.nameSpan,
          Text(
            "ett fält kan inte heta `\(documentsField)`", "a field cannot be called `\(documentsField)`"),
          hints: [
            Text("Så heter listan över dokument.", "That is the name of the list of documents.")
          ])
      }
      checkDocumentsUse(field.children, documentsField: documentsField, isTop: false)
    }
  }

  private mutating func checkDocument(_ fields: [WrittenField]) {
    for field in fields {
      if field.field.name == "seen" {
        report(
          102, at: field.nameSpan,
          Text("ett fält kan inte heta `seen`", "a field cannot be called `seen`"),
          hints: [
            Text(
              "`seen` betyder i reglerna att någon har sett dokumentet.",
              "In the rules `seen` means that somebody has seen the document.")
          ])
      }
      var isDocuments = false
      if case .documents = field.field.type { isDocuments = true }
      if isDocuments || !field.children.isEmpty {
        report(
          118, at: field.nameSpan,
          Text("ett dokument kan bara ha enkla fält", "a document can only have simple fields"))
      }
    }
  }
}
