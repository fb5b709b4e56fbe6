import Diagnostics
import FEEL

extension FileReader {
  /// What a proposal says where it does not apply, and the form's checks that it fails.
  func applicationWarnings(_ proposal: Proposal, _ form: Form, _ asOf: CalendarDate) -> [Finding] {
    let claims = proposal.context(by: form, today: asOf)
    var warnings: [Finding] = []
    for slot in claims.notApplying where claims.isGiven(slot) {
      let path = claims.paths[slot]
      let name = label(of: path, in: proposal, form: form)
      warnings.append(
        Finding(
          Code(kind.letter, 220), .warning, at: locate(path, in: proposal, form: form),
          Text(
            "\(name.sv) gäller inte här och räknas inte",
            "\(name(.english)) does not apply here and is not counted"),
          hints: conditionHint(path, form)))
    }
    let scope = Scope(context: claims.asRead, today: asOf)
    for check in form.checks {
      guard case .boolean(false) = Evaluator().evaluate(check.require.expression, in: scope) else { continue }
      let path = FieldPath(check.at.map { .name($0) })
      warnings.append(
        Finding(
          Code(kind.letter, 221), .warning, at: locate(path, in: proposal, form: form),
          Text(check.message.sv.asMessage, check.message(.english).asMessage)))
    }
    return warnings
  }

  private func conditionHint(_ path: FieldPath, _ form: Form) -> [Text] {
    guard let condition = declaredField(at: path, in: form)?.applies else { return [] }
    return [
      Text(
        "Fältet gäller bara när `\(condition.text)`. Ta bort värdet eller ändra det som villkoret beror på.",
        "The field applies only when `\(condition.text)`. Remove the value, or change what the condition depends on."
      )
    ]
  }
}

extension Value {
  /// Whether somebody has seen a document, before anybody has said so.
  static func documentNotSeen(_ id: String) -> Value {
    .unknown(Unknown(causes: [.document(id)], bounds: .boolean))
  }
}

extension String {
  /// A whole sentence of a form or ruleset as a finding's message: no capital first, no full stop last.
  fileprivate var asMessage: String {
    let words = Words(heading: Text(self, self))
    return words.sv
  }
}
