import Diagnostics
import ExactNumbers
import YAMLSource

/// A field as its form declares it, before its `when` and its references to other fields are looked at.
struct WrittenField {
  var field: Field
  var node: YAMLNode
  var nameSpan: Span
  var when: YAMLNode?
  /// Of a `group`, and of a `list` of groups.
  var children: [WrittenField]
  /// Where `to`, `key` and `item_label` stand.
  var toSpan: Span?
  var keySpan: Span?
  var itemLabelSpan: Span?
}

extension FileReader {
  /// The fields of a form, a group or a list. `isTop`: at the top of the form, where some names are taken.
  mutating func fields(_ node: YAMLNode, isTop: Bool) -> [WrittenField] {
    guard let items = list(node, .value(of: "fields")) else { return [] }
    var fields: [WrittenField] = []
    for item in items {
      guard let field = field(item, isTop: isTop) else { continue }
      if let first = fields.first(where: { $0.field.name == field.field.name }) {
        reportTwice(field.field.name, at: field.nameSpan, first: first.nameSpan)
      } else {
        fields.append(field)
      }
    }
    if items.isEmpty {
      report(
        101, at: node.firstLine, Text("`fields` är tom", "`fields` is empty"),
        hints: [Text("Ange minst ett fält.", "Give at least one field.")])
    }
    return fields
  }

  mutating func reportTwice(_ name: String, at span: Span, first: Span) {
    report(
      7, at: span, Text("`\(name)` finns redan", "`\(name)` is already there"),
      related: [.init(span: first, message: Text("först här", "first here"))])
  }

  private mutating func field(_ node: YAMLNode, isTop: Bool) -> WrittenField? {
    guard let mapping = openMapping(node, Text("ett fält", "a field")) else { return nil }
    guard let nameNode = required(mapping, "field"), let name = name(nameNode, .value(of: "field")) else {
      reportUnknown(mapping, keys: FieldWords.allKeys)
      return nil
    }
    if isTop, FieldWords.taken.contains(name) {
      report(
        102, at: nameNode.span,
        Text("ett fält kan inte heta `\(name)`", "a field cannot be called `\(name)`"),
        hints: [
          Text(
            "`schema`, `id` och `form` står redan först i varje förslag.",
            "`schema`, `id` and `form` already stand first in every proposal.")
        ])
    }
    var written = WrittenField(
      field: Field(
        name: name, type: .boolean, label: Text(sv: name), help: optionalText(mapping, "help"),
        section: optionalText(mapping, "section"), isRequired: boolean(mapping, "required", default: false),
        isCore: boolean(mapping, "core", default: false), applies: nil, absent: .unknown,
        allowsNotApplicable: boolean(mapping, "not_applicable", default: false),
        isFixed: boolean(mapping, "fixed", default: false), span: nameNode.span),
      node: node, nameSpan: nameNode.span, when: mapping["when"], children: [])
    if let label = requiredText(mapping, "label") { written.field.label = label }
    guard let typeNode = required(mapping, "type"),
      let word = word(typeNode, "type", among: FieldWords.types.map { ($0, $0) })
    else {
      reportUnknown(mapping, keys: FieldWords.allKeys)
      return nil
    }
    reportMisplaced(mapping, type: word)
    guard let type = type(word, mapping, &written) else { return nil }
    written.field.type = type
    written.field.absent = absent(mapping, type)
    return written
  }

  /// Keys that belong to fields of other types get a message of their own.
  private mutating func reportMisplaced(_ mapping: Mapping, type: String) {
    let allowed = FieldWords.commonKeys + FieldWords.keys(of: type)
    for entry in mapping.entries {
      guard let key = entry.key.text, !allowed.contains(key), FieldWords.allKeys.contains(key) else {
        continue
      }
      let owners = FieldWords.types.filter { FieldWords.keys(of: $0).contains(key) }.joined(separator: ", ")
      report(
        103, at: entry.key.span,
        Text("`\(key)` hör inte till typen `\(type)`", "`\(key)` does not belong to the type `\(type)`"),
        hints: [Text("Nyckeln hör till: \(owners).", "The key belongs to: \(owners).")])
    }
    let known = mapping.entries.filter { $0.key.text.map { FieldWords.allKeys.contains($0) } ?? false }
    let unknown = mapping.entries.filter { entry in
      !known.contains { $0.key.span == entry.key.span }
    }
    reportUnknown(
      Mapping(node: mapping.node, entries: unknown, what: mapping.what), keys: allowed)
  }

  private mutating func absent(_ mapping: Mapping, _ type: FieldType) -> AbsentPolicy {
    var isList = false
    switch type {
    case .documents: return .empty
    case .list: isList = true
    default: break
    }
    guard let node = mapping["absent"] else { return .unknown }
    let words: [(String, AbsentPolicy)] = [("unknown", .unknown), ("null", .null), ("empty", .empty)]
    guard let policy = word(node, "absent", among: words) else { return .unknown }
    if policy == .empty, !isList {
      report(
        104, at: node.span,
        Text("bara en lista kan vara tom: `absent: empty`", "only a list can be empty: `absent: empty`"),
        hints: [Text("Skriv `unknown` eller `null`.", "Write `unknown` or `null`.")])
    }
    return policy
  }
}

/// The words of a field's declaration.
enum FieldWords {
  static let types = [
    "text", "id", "integer", "decimal", "boolean", "date", "choice", "reference", "documents", "list",
    "group",
  ]
  static let commonKeys = [
    "field", "type", "label", "help", "required", "core", "when", "absent", "not_applicable", "fixed",
    "section",
  ]
  static let taken = ["schema", "id", "form", "form_version"]

  static func keys(of type: String) -> [String] {
    switch type {
    case "text": ["max_length"]
    case "integer", "decimal": ["min", "max", "unit"]
    case "choice": ["choices"]
    case "reference": ["to"]
    case "list":
      [
        "of", "fields", "key", "item_label", "min_items", "max_items", "max_length", "min", "max", "unit",
        "choices",
        "to",
      ]
    case "group": ["fields"]
    default: []
    }
  }

  static let allKeys =
    commonKeys + [
      "max_length", "min", "max", "unit", "choices", "to", "of", "fields", "key", "item_label", "min_items",
      "max_items",
    ]
}
