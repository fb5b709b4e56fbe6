public import Diagnostics
import YAMLSource

/// What an assessment's file says, as it is written; empty where the file cannot be read.
public func openSheet(_ source: SourceID, in sources: SourceMap) -> [DraftMember] {
  DraftReader(notation: .file, keepsLists: true).members(
    readable(source, in: sources)?.entries ?? [], Sheet.fields)
}

/// Writes what a role found about a proposal as its file. Sections that `values` does not name stay as they are in the
/// opened file, and those whose entries are the same are copied byte for byte.
///
/// - Parameters:
///   - values: an object with `date`, `claims`, `documents`, `judgements`, `exclusions`, `exceptions`, each as in the
///     file (docs/formats.md), `seen`, `joint` and `decided` as `true` or `false`.
///   - base: the role's file as it was opened, if any.
/// - Returns: nil where `values` is no object.
public func writeSheet(
  _ values: SourceID, over base: SourceID?, proposal: String, role: String, in sources: SourceMap
) -> WrittenDraft? {
  guard let entries = readable(values, in: sources)?.entries else { return nil }
  let given = DraftReader(notation: .page, keepsLists: true).members(entries, Sheet.fields)
  let layout = FileLayout(
    heads: [("schema", FileKind.assessment.schema), ("proposal", proposal), ("role", role)],
    fields: Sheet.fields)
  let before = base.map { openSheet($0, in: sources) } ?? []
  let answers = Sheet.fields.compactMap { field -> DraftMember? in
    let isNamed = entries.contains { $0.key.text == field.name }
    let member = (isNamed ? given : before).first { $0.name == field.name }
    if case .list(let items)? = member?.value, items.isEmpty { return nil }
    return member
  }
  guard let base, let root = readable(base, in: sources) else {
    return WrittenDraft(bytes: layout.newFile(answers), losses: [])
  }
  return FileWriter(layout: layout, answers: answers, root: root, bytes: sources[base].bytes)
    .written(over: before)
}

/// An assessment's file as a form, in the order of docs/formats.md.
private enum Sheet {
  static var fields: [Field] {
    [
      field("date", .text(maximum: 10)),
      list("claims", ["field", "verdict", "value", "reason"]),
      list("documents", ["document", "seen", "reason"]),
      list("judgements", ["judgement", "value", "key", "reason", "joint"]),
      list("exclusions", ["exclusion", "decided", "reason"]),
      list("exceptions", ["exclusion", "exception", "reason", "decided_by", "valid_to"]),
    ]
  }

  private static func list(_ name: String, _ keys: [String]) -> Field {
    let fields = keys.map { key in
      field(key, ["seen", "joint", "decided"].contains(key) ? .boolean : .text(maximum: .max))
    }
    return field(
      name,
      .list(
        ListField(
          element: .group(fields), key: nil, itemLabel: nil, minimumItems: 0, maximumItems: .max)))
  }

  private static func field(_ name: String, _ type: FieldType) -> Field {
    let nowhere = Span(source: SourceID(index: 0), start: .start, end: .start)
    return Field(
      name: name, type: type, label: Text(sv: name), help: nil, section: nil, isRequired: false,
      isCore: false,
      applies: nil, absent: .unknown, allowsNotApplicable: false, span: nowhere)
  }
}
