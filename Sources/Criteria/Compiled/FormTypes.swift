import Diagnostics
public import FEEL

/// What expressions see of a proposal: the form's fields as members, with labels, units and choices.
public func feelType(of form: Form) -> [FeelType.Member] { FormTypes(form).members(form.fields) }

/// Types of a form's fields. The documents' type is made once: every `documents` field has it.
struct FormTypes: Sendable {
  /// A document: its fields and `seen`.
  var document: FeelType = .context([])
  /// The form's own fields of a document.
  private(set) var documentFields: [Field] = []
  /// INVARIANT: no other field of the form has this name.
  private(set) var documentsField: String?

  init(_ form: Form) {
    documentsField = form.documentsField
    for field in form.fields where field.name == form.documentsField {
      if case .list(let list) = field.type, case .group(let fields) = list.element {
        documentFields = fields
        document = .context(members(fields) + [FormTypes.seen])
      }
    }
  }

  private static let seen = FeelType.Member(
    name: "seen", type: .boolean, label: Words(sv: "sett", en: "seen"))

  func members(_ fields: [Field]) -> [FeelType.Member] { fields.map(member) }

  func member(_ field: Field) -> FeelType.Member {
    let type = field.name == documentsField ? FeelType.list(document) : type(field.type)
    return FeelType.Member(name: field.name, type: type, label: Words(heading: field.label))
  }

  func type(_ type: FieldType) -> FeelType {
    switch type {
    case .text, .id, .reference: .string
    case .integer(_, _, let unit), .decimal(_, _, let unit): .number(unit: unit)
    case .boolean: .boolean
    case .date: .date
    case .choice(let choices): .choice(choices.map { $0.id })
    case .documents: .list(document)
    case .list(let list):
      switch list.element {
      case .scalar(let scalar): .list(self.type(scalar))
      case .group(let fields): .list(.context(members(fields)))
      }
    case .group(let fields): .context(members(fields))
    }
  }
}
