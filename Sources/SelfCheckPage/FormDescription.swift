internal import Criteria
internal import Diagnostics
internal import ExactNumbers

/// A form as the page's scripts read it. Conditions and checks stay with the engine: here it says only that a field
/// has a condition.
struct FormDescription {
  private let form: Form

  init(_ form: Form) { self.form = form }

  func json(rules: JSON) -> JSON {
    [
      "schema": "beredning/self-check-form/1", "id": .string(form.id), "version": .string(form.version),
      "title": form.title.inPage, "name": .optional(form.nameField),
      "documents": .optional(form.documentsField),
      "rules": rules, "fields": .array(form.fields.map(Self.field)),
    ]
  }

  private static func field(_ field: Field) -> JSON {
    var members: [JSON.Member] = [.init("name", .string(field.name)), .init("label", field.label.inPage)]
    if let help = field.help { members.append(.init("help", help.inPage)) }
    if let section = field.section { members.append(.init("section", section.inPage)) }
    if field.isRequired { members.append(.init("required", true)) }
    if field.isCore { members.append(.init("core", true)) }
    if field.applies != nil { members.append(.init("conditional", true)) }
    if field.allowsNotApplicable { members.append(.init("notApplicable", true)) }
    let absent: JSON =
      switch field.absent {
      case .unknown: "unknown"
      case .null: "null"
      case .empty: "empty"
      }
    members.append(.init("absent", absent))
    return .object(members + type(field.type))
  }

  private static func type(_ type: FieldType) -> [JSON.Member] {
    var members: [JSON.Member] = []
    func add(_ key: String, _ value: JSON) { members.append(.init(key, value)) }
    switch type {
    case .text(let maximum):
      add("type", "text")
      add("maximum", .integer(maximum))
    case .id: add("type", "id")
    case .integer(let minimum, let maximum, let unit):
      add("type", "integer")
      if let minimum { add("minimum", .string(String(minimum))) }
      if let maximum { add("maximum", .string(String(maximum))) }
      if let unit { add("unit", .string(unit)) }
    case .decimal(let minimum, let maximum, let unit):
      add("type", "decimal")
      if let minimum { add("minimum", .string(minimum.text)) }
      if let maximum { add("maximum", .string(maximum.text)) }
      if let unit { add("unit", .string(unit)) }
    case .boolean: add("type", "boolean")
    case .date: add("type", "date")
    case .choice(let choices):
      add("type", "choice")
      add("choices", .array(choices.map { ["id": .string($0.id), "label": $0.label.inPage] }))
    case .reference(let list):
      add("type", "reference")
      add("to", .string(list))
    case .documents: add("type", "documents")
    case .list(let list):
      add("type", "list")
      switch list.element {
      case .scalar(let type): add("of", .object(Self.type(type)))
      case .group(let fields): add("fields", .array(fields.map(field)))
      }
      if let key = list.key { add("key", .string(key)) }
      if let label = list.itemLabel { add("itemLabel", .string(label)) }
      add("minimumItems", .integer(list.minimumItems))
      add("maximumItems", .integer(list.maximumItems))
    case .group(let fields):
      add("type", "group")
      add("fields", .array(fields.map(field)))
    }
    return members
  }
}

extension Text {
  /// Without `en` where it is missing: the page then shows the Swedish and says that it is Swedish.
  var inPage: JSON {
    en.map { ["sv": .string(sv), "en": .string($0)] } ?? ["sv": .string(sv)]
  }
}
