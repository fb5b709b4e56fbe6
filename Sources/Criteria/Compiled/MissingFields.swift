public import FEEL

/// A question of the form that a proposal leaves open.
public struct MissingField: Sendable {
  public var path: FieldPath
  public var field: Field
  /// `saknas` or an empty value stands there; false: nothing does.
  public var isWritten: Bool

  public init(path: FieldPath, field: Field, isWritten: Bool) {
    self.path = path
    self.field = field
    self.isWritten = isWritten
  }
}

/// What is missing in a proposal, in the form's order: single values and lists whose absence means that nobody
/// knows. Fields that do not apply are left out; those of which nobody can tell are not.
public func missingFields(in proposal: Proposal, form: Form, asOf: CalendarDate) -> [MissingField] {
  let claims = proposal.context(by: form, today: asOf)
  var hidden: [[FieldPath.Component]] = []
  for slot in claims.notApplying { hidden.append(claims.paths[slot].components) }
  var missing: [MissingField] = []
  for (slot, path) in claims.paths.enumerated() where !claims.isGiven(slot) {
    guard let field = declaredField(at: path, in: form), field.isAskedFor else { continue }
    if hidden.contains(where: { path.components.starts(with: $0) }) { continue }
    missing.append(MissingField(path: path, field: field, isWritten: claims.tree.isWritten[slot]))
  }
  return missing
}

extension Field {
  /// Whether a missing value leaves a question open.
  fileprivate var isAskedFor: Bool {
    switch type {
    case .documents, .group: false
    default: absent == .unknown
    }
  }
}
