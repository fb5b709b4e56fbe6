public import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Reads and checks a form. Its `value` is there only where the form has no errors.
public func readForm(_ source: SourceID, in sources: SourceMap) -> Reading<Form> {
  var reader = FileReader(.form, source, in: sources)
  let form = reader.form()
  return Reading(value: reader.findings.hasErrors ? nil : form, findings: reader.findings)
}

extension FileReader {
  fileprivate mutating func form() -> Form? {
    let keys = ["schema", "form", "version", "title", "name", "documents", "fields", "checks"]
    guard let root = open(keys: keys) else { return nil }
    let id = requiredFileID(root, "form")
    if let id { checkFileName(id: id, at: root["form"]?.span, ending: ".form.yaml") }
    let version = requiredString(root, "version")
    let title = requiredText(root, "title")
    guard let node = required(root, "fields") else { return nil }
    let written = fields(node, isTop: true)
    checkCore(written)
    let nameField = nameField(root, written)
    let documentsField = documentsField(root, written)
    checkReferences(written, top: written)
    checkDocumentsUse(written, documentsField: documentsField)
    let sha256 = SHA256.hexDigest(of: file.bytes)

    func form(_ fields: [Field], _ checks: [FormCheck]) -> Form {
      Form(
        id: id ?? "", version: version ?? "", title: title ?? Text(sv: ""), nameField: nameField,
        documentsField: documentsField, fields: fields, checks: checks, source: source, sha256: sha256)
    }
    let types = FormTypes(form(written.map { $0.field }, []))
    let fields = resolved(written, outer: [], types: types)
    let checks = root["checks"].map { self.checks($0, form(fields, []), types) } ?? []
    return form(fields, checks)
  }

  private mutating func nameField(_ root: Mapping, _ fields: [WrittenField]) -> String? {
    guard let node = root["name"], let name = scalar(node, .value(of: "name")) else { return nil }
    guard let field = self.field(name, among: fields, at: node.span) else { return nil }
    if case .text = field.field.type { return name }
    report(
      110, at: node.span, Text("`\(name)` är inte en text", "`\(name)` is not a text"),
      hints: [
        Text(
          "`name` är fältet som förslagets namn står i; det ska ha typen `text`.",
          "`name` is the field that holds a proposal's name; its type must be `text`.")
      ])
    return nil
  }

  private mutating func documentsField(_ root: Mapping, _ fields: [WrittenField]) -> String? {
    guard let node = root["documents"], let name = scalar(node, .value(of: "documents")) else { return nil }
    guard let field = self.field(name, among: fields, at: node.span) else { return nil }
    let children = field.children
    var hasID = false
    var hasKind = false
    for child in children {
      if case .id = child.field.type, child.field.name == "id" { hasID = true }
      if case .choice = child.field.type, child.field.name == "typ" { hasKind = true }
      if case .text = child.field.type, child.field.name == "typ" { hasKind = true }
    }
    var isKeyed = false
    if case .list(let list) = field.field.type { isKeyed = list.key == "id" }
    guard hasID, hasKind, isKeyed else {
      report(
        111, at: node.span,
        Text("`\(name)` kan inte vara listan över dokument", "`\(name)` cannot be the list of documents"),
        hints: [
          Text(
            "Den ska vara en lista med `key: id` och minst fälten `id` (typ `id`) och `typ` (typ `choice` eller `text`).",
            "It must be a list with `key: id` and at least the fields `id` (type `id`) and `typ` (type `choice` or `text`)."
          )
        ])
      return nil
    }
    return name
  }

  /// A field at the top of the form; reported where there is none.
  mutating func field(_ name: String, among fields: [WrittenField], at span: Span) -> WrittenField? {
    if let field = fields.first(where: { $0.field.name == name }) { return field }
    reportUnknownField(name, among: fields.map { $0.field.name }, at: span)
    return nil
  }

  mutating func reportUnknownField(_ name: String, among names: [String], at span: Span) {
    var hints: [Text] = []
    if let meant = nearest(name, among: names) { hints.append(.didYouMean(meant)) }
    let list = names.joined(separator: ", ")
    hints.append(Text("Fälten är: \(list).", "The fields are: \(list)."))
    report(112, at: span, Text("okänt fält `\(name)`", "unknown field `\(name)`"), hints: hints)
  }

  private mutating func checkCore(_ fields: [WrittenField]) {
    var core: [Span] = []
    collectCore(fields, into: &core)
    guard core.count > 30 else { return }
    report(
      113, at: core[30],
      Text(
        "\(core.count) fält är `core`, högst 30 får vara det",
        "\(core.count) fields are `core`, at most 30 may be"),
      hints: [
        Text(
          "Till en idé ska det räcka med 30 uppgifter. Ta bort `core: true` på några.",
          "An idea must need no more than 30 answers. Remove `core: true` from some.")
      ])
  }

  private func collectCore(_ fields: [WrittenField], into core: inout [Span]) {
    for field in fields {
      if field.children.isEmpty {
        if field.field.isCore { core.append(field.nameSpan) }
      } else {
        collectCore(field.children, into: &core)
      }
    }
  }
}

extension FileReader {
  /// A file is found by its name, so the name says the id.
  mutating func checkFileName(id: String, at span: Span?, ending: String) {
    let name = lastComponent(file.path)
    guard name != id + ending else { return }
    report(
      14, at: span,
      Text(
        "filen heter `\(name)` men borde heta `\(id)\(ending)`",
        "the file is called `\(name)` but should be called `\(id)\(ending)`"),
      hints: [
        Text(
          "Namnet säger vad som står i filen. Döp om den eller ändra i den.",
          "The name says what the file holds. Rename it, or change what it says.")
      ])
  }
}

func lastComponent(_ path: String) -> String {
  var name = ""
  for character in path {
    if character == "/" || character == "\\" { name = "" } else { name.append(character) }
  }
  return name
}
