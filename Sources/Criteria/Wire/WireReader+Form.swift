import FEEL

extension WireReader {
  func form() -> Form {
    Form(
      id: string(), version: string(), title: text(), nameField: optional { $0.string() },
      documentsField: optional { $0.string() }, fields: fields(),
      checks: list { reader in
        FormCheck(
          id: reader.string(), require: reader.compiled(), at: reader.strings(), message: reader.text())
      },
      source: formSource, sha256: string())
  }

  private func fields() -> [Field] {
    list { reader in
      Field(
        name: reader.string(), type: reader.fieldType(), label: reader.text(),
        help: reader.optional { $0.text() }, section: reader.optional { $0.text() },
        isRequired: reader.flag(), isCore: reader.flag(), applies: reader.optional { $0.compiled() },
        absent: reader.absent(), allowsNotApplicable: reader.flag(), isFixed: reader.flag(),
        span: reader.span())
    }
  }

  private func absent() -> AbsentPolicy {
    switch index(3) {
    case 0: .unknown
    case 1: .null
    default: .empty
    }
  }

  private func fieldType() -> FieldType {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { fail() }
    switch index(11) {
    case 1: return .boolean
    case 2: return .date
    case 3: return .documents
    case 4: return .text(maximum: integer())
    case 5:
      return .integer(
        minimum: optional { $0.signed() }, maximum: optional { $0.signed() }, unit: optional { $0.string() })
    case 6:
      return .decimal(
        minimum: optional { $0.decimal() }, maximum: optional { $0.decimal() },
        unit: optional { $0.string() })
    case 7: return .choice(choices())
    case 8: return .reference(to: string())
    case 9: return .group(fields())
    case 10:
      let element: ListField.Element = flag() ? .group(fields()) : .scalar(fieldType())
      return .list(
        ListField(
          element: element, key: optional { $0.string() }, itemLabel: optional { $0.string() },
          minimumItems: integer(), maximumItems: integer()))
    default: return .id
    }
  }

  func choices() -> [Choice] { list { Choice(id: $0.string(), label: $0.text()) } }
}
