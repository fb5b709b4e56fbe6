import ExactNumbers
import FEEL

extension WireWriter {
  mutating func form(_ form: Form) {
    string(form.id)
    string(form.version)
    text(form.title)
    optional(form.nameField) { $0.string($1) }
    optional(form.documentsField) { $0.string($1) }
    fields(form.fields)
    list(form.checks) { writer, check in
      writer.string(check.id)
      writer.compiled(check.require)
      writer.strings(check.at)
      writer.text(check.message)
    }
    string(form.sha256)
  }

  private mutating func fields(_ fields: [Field]) {
    list(fields) { writer, field in
      writer.string(field.name)
      writer.fieldType(field.type)
      writer.text(field.label)
      writer.optional(field.help) { $0.text($1) }
      writer.optional(field.section) { $0.text($1) }
      writer.flag(field.isRequired)
      writer.flag(field.isCore)
      writer.optional(field.applies) { $0.compiled($1) }
      switch field.absent {
      case .unknown: writer.count(0)
      case .null: writer.count(1)
      case .empty: writer.count(2)
      }
      writer.flag(field.allowsNotApplicable)
      writer.flag(field.isFixed)
      writer.span(field.span)
    }
  }

  private mutating func fieldType(_ type: FieldType) {
    switch type {
    case .id: count(0)
    case .boolean: count(1)
    case .date: count(2)
    case .documents: count(3)
    case .text(let maximum):
      count(4)
      signed(maximum)
    case .integer(let minimum, let maximum, let unit):
      count(5)
      optional(minimum) { $0.signed($1) }
      optional(maximum) { $0.signed($1) }
      optional(unit) { $0.string($1) }
    case .decimal(let minimum, let maximum, let unit):
      count(6)
      optional(minimum) { $0.decimal($1) }
      optional(maximum) { $0.decimal($1) }
      optional(unit) { $0.string($1) }
    case .choice(let choices):
      count(7)
      self.choices(choices)
    case .reference(let name):
      count(8)
      string(name)
    case .group(let fields):
      count(9)
      self.fields(fields)
    case .list(let list):
      count(10)
      switch list.element {
      case .scalar(let type):
        count(0)
        fieldType(type)
      case .group(let fields):
        count(1)
        self.fields(fields)
      }
      optional(list.key) { $0.string($1) }
      optional(list.itemLabel) { $0.string($1) }
      signed(list.minimumItems)
      signed(list.maximumItems)
    }
  }

  mutating func choices(_ choices: [Choice]) {
    list(choices) { writer, choice in
      writer.string(choice.id)
      writer.text(choice.label)
    }
  }
}
