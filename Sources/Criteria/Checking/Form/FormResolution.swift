import Diagnostics
import FEEL
import YAMLSource

/// Compiles what a form says in FEEL: each field's `when`, and the checks.
extension FileReader {
  /// - Parameter outer: the fields around these that stand before them, the innermost first.
  mutating func resolved(
    _ written: [WrittenField], outer: [FeelType.Member], types: FormTypes
  ) -> [Field] {
    let members = written.map { types.member($0.field) }
    var fields: [Field] = []
    for (index, item) in written.enumerated() {
      var field = item.field
      let before = members[..<index]
      let visible = before + outer.filter { member in !before.contains { $0.name == member.name } }
      let later = Array(members[index...])
      if let node = item.when {
        field.applies = when(node, in: item.node, of: field, visible: Array(visible), later: later)
      }
      if !item.children.isEmpty {
        // Documents are built before all else, so their fields see only one another.
        let outer = types.documentsField == field.name ? [] : Array(visible)
        field.type = field.type.replacingFields(with: resolved(item.children, outer: outer, types: types))
      }
      fields.append(field)
    }
    return fields
  }

  /// A `when` may use what stands before its field: then no two of them can wait for each other.
  private mutating func when(
    _ node: YAMLNode, in parent: YAMLNode, of field: Field, visible: [FeelType.Member],
    later: [FeelType.Member]
  ) -> Compiled? {
    let hidden = visible.filter { member in !later.contains { $0.name == member.name } }
    let scope = ExpressionScope(members: hidden + later)
    guard let written = expressionText(node, "when", in: parent), let parsed = parsed(written) else {
      return nil
    }
    let checked = checked(parsed, written, expecting: .boolean, scope)
    if checked.hasErrors { return nil }
    for reference in checked.references {
      guard let name = reference.path.first, later.contains(where: { $0.name == name }) else { continue }
      report(
        119, at: checked.compiled.span(of: reference.range),
        name == field.name
          ? Text(
            "`when` för `\(name)` beror på fältet självt", "`when` of `\(name)` depends on the field itself")
          : Text(
            "`\(name)` står efter `\(field.name)` i formuläret",
            "`\(name)` stands after `\(field.name)` in the form"),
        hints: [
          name == field.name
            ? Text(
              "`when` får bara använda fält som står före.", "`when` may only use fields that stand before.")
            : Text(
              "`when` får bara använda fält som står före. Flytta upp `\(name)`.",
              "`when` may only use fields that stand before. Move `\(name)` up.")
        ])
      return nil
    }
    return checked.compiled
  }

  mutating func checks(_ node: YAMLNode, _ form: Form, _ types: FormTypes) -> [FormCheck] {
    guard let items = list(node, .value(of: "checks")) else { return [] }
    let scope = ExpressionScope(members: types.members(form.fields))
    var checks: [FormCheck] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("en kontroll", "a check")
      guard let mapping = mapping(item, what, keys: ["id", "require", "at", "message"]) else { continue }
      let id = uniqueID(mapping, &ids)
      let message = requiredText(mapping, "message")
      let at = required(mapping, "at").flatMap { fieldPath($0, form) }
      guard let require = requiredExpression(mapping, "require", expecting: .boolean, scope), let id,
        let message,
        let at
      else { continue }
      checks.append(FormCheck(id: id, require: require, at: at, message: message))
    }
    return checks
  }

  /// `budget.rader`: names from the top of the form.
  private mutating func fieldPath(_ node: YAMLNode, _ form: Form) -> [String]? {
    guard let text = scalar(node, .value(of: "at")) else { return nil }
    var fields = form.fields
    var path: [String] = []
    for name in text.split(separator: ".", omittingEmptySubsequences: false).map({ String($0) }) {
      guard let field = fields.first(where: { $0.name == name }) else {
        reportUnknownField(name, among: fields.map { $0.name }, at: node.span)
        return nil
      }
      path.append(field.name)
      fields = field.type.fields
    }
    return path
  }
}

extension FieldType {
  /// Of a group, and of the items of a list of groups.
  var fields: [Field] {
    switch self {
    case .group(let fields): fields
    case .list(let list):
      if case .group(let fields) = list.element { fields } else { [] }
    default: []
    }
  }

  func replacingFields(with fields: [Field]) -> FieldType {
    switch self {
    case .group: return .group(fields)
    case .list(var list):
      list.element = .group(fields)
      return .list(list)
    default: return self
    }
  }
}
