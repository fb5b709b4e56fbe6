public import Diagnostics
public import FEEL
import YAMLSource

/// A draft as it is opened: what its file says of the form's fields.
public struct Draft: Sendable {
  /// nil where the file has none, or none that can be a file's name.
  public var id: String?
  /// In the form's order.
  public var answers: [DraftMember]
}

/// Opens a proposal's file to go on writing it. Refused is only what is no proposal for this form; wrong values come
/// along as they are written.
public func openDraft(_ source: SourceID, in sources: SourceMap, form: Form) -> Reading<Draft> {
  var reader = FileReader(.proposal, source, in: sources)
  guard let root = reader.openProposal(), reader.checkForm(root, form) else {
    return Reading(value: nil, findings: reader.findings)
  }
  let id = root["id"]?.text
  let draft = Draft(
    id: id.flatMap { isID($0) ? $0 : nil },
    answers: DraftReader(notation: .file).members(root.entries, form.fields))
  return Reading(value: draft, findings: reader.findings)
}

/// A draft as the rules will read it.
public struct ReadDraft: Sendable {
  /// Also where there are errors; nil where the file is no proposal for this form.
  public var proposal: Proposal?
  public var findings: Findings
  /// For each of the findings, sorted: the field that it is about; nil where it is none of the form's.
  public var fields: [FieldPath?]
  /// Fields and groups that do not apply, in the form's order.
  public var notApplying: [FieldPath]
}

/// Reads a draft as `readProposal` does, and tells which fields its findings are about.
public func readDraft(_ source: SourceID, in sources: SourceMap, form: Form, asOf: CalendarDate) -> ReadDraft
{
  var reader = FileReader(.proposal, source, in: sources)
  let proposal = reader.proposal(form, asOf)
  let sorted = reader.findings.sorted
  let root = sorted.isEmpty ? nil : reader.documentForSpans()
  var notApplying: [FieldPath] = []
  if let proposal {
    let claims = proposal.context(by: form, today: asOf)
    notApplying = claims.notApplying.map { claims.paths[$0] }
  }
  return ReadDraft(
    proposal: proposal, findings: reader.findings,
    fields: sorted.map { finding in
      guard let offset = finding.span?.start.offset else { return nil }
      return root.flatMap { $0.field(at: offset, form.fields) }
    }, notApplying: notApplying)
}

extension YAMLNode {
  /// The field of the form whose key or value stands at an offset.
  fileprivate func field(at offset: Int, _ fields: [Field]) -> FieldPath? {
    var path = FieldPath()
    var fields = fields
    var node = self
    while true {
      switch node.kind {
      case .scalar: return path.components.isEmpty ? nil : path
      case .mapping(let entries):
        // A block ends where the next thing begins: the last that begins before the place has it.
        guard let entry = entries.last(where: { $0.key.span.start.offset <= offset }),
          let field = fields.first(where: { $0.name == entry.key.text })
        else { return path.components.isEmpty ? nil : path }
        path = path.appending(field.name)
        if offset < entry.key.span.end.offset { return path }
        node = entry.value
        fields = field.type.fields
      case .sequence(let items):
        guard let index = items.lastIndex(where: { $0.firstOffset <= offset }) else { return path }
        path = path.appending(item: index + 1)
        node = items[index]
      }
    }
  }

  /// Where its first letter stands.
  private var firstOffset: Int {
    isFlow ? span.start.offset : entries?.first?.key.span.start.offset ?? span.start.offset
  }
}
