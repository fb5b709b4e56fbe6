public import Diagnostics
import FEEL
import YAMLSource

/// Reads and checks declared conflicts of interest. Its `value` is there only where there are no errors.
///
/// - Parameter proposals: ids of all proposals of the round.
public func readDeclarations(
  _ source: SourceID, in sources: SourceMap, round: Round, proposals: [String]
) -> Reading<[Declaration]> {
  var reader = FileReader(.declarations, source, in: sources)
  let declarations = reader.declarations(round, proposals)
  return Reading(value: reader.findings.hasErrors ? nil : declarations, findings: reader.findings)
}

extension FileReader {
  private static let grounds = [
    "part", "närstående", "ställföreträdare", "tillsyn", "uppdragsgivare", "annan",
  ]

  private static let outcomes: [(String, Declaration.Outcome)] = [
    ("jäv", .conflict), ("ej jäv", .noConflict), ("bortses", .disregarded),
  ]

  fileprivate mutating func declarations(_ round: Round, _ proposals: [String]) -> [Declaration]? {
    guard let root = open(keys: ["schema", "declarations"]) else { return nil }
    _ = personalNumbers()
    guard let node = required(root, "declarations"), let items = list(node, .value(of: "declarations")) else {
      return nil
    }
    let keys = ["person", "role", "proposal", "ground", "declared", "outcome"]
    var declarations: [Declaration] = []
    for item in items {
      guard let mapping = mapping(item, Text("en anmälan", "a declaration"), keys: keys) else { continue }
      let person = person(mapping)
      let role = role(mapping, round)
      let ground = required(mapping, "ground").flatMap {
        word($0, "ground", among: FileReader.grounds.map { ($0, $0) })
      }
      let declared = optionalDate(mapping, "declared")
      let outcome = mapping["outcome"].map { word($0, "outcome", among: FileReader.outcomes) } ?? .notTried
      guard let node = required(mapping, "proposal"), let id = scalar(node, .value(of: "proposal")) else {
        continue
      }
      guard proposals.contains(id) else {
        reportUnknownProposal(id, among: proposals, at: node.span)
        continue
      }
      guard let person, let role, let ground, let outcome else { continue }
      declarations.append(
        Declaration(
          person: person, role: role, proposal: id, ground: ground, declared: declared, outcome: outcome,
          span: mapping.node.firstLine))
    }
    return declarations
  }

  /// A reference code, never a name.
  private mutating func person(_ mapping: Mapping) -> String? {
    guard let node = required(mapping, "person"), let code = scalar(node, .value(of: "person")) else {
      return nil
    }
    let isCode = code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    if isCode, code.contains(where: { $0.isNumber }) { return code }
    report(
      120, at: node.span, Text("`\(code)` är ingen beteckning", "`\(code)` is not a reference code"),
      hints: [
        Text(
          "Skriv en beteckning med siffra, som `B2`, aldrig ett namn. Vem det är står i förbundets eget register.",
          "Write a reference code with a digit, such as `B2`, never a name. Who it is stands in the association's own register."
        )
      ])
    return nil
  }

  /// A role of the round or another, such as `styrelse`. One that is almost a role of the round would silently
  /// drop no sheet.
  private mutating func role(_ mapping: Mapping, _ round: Round) -> String? {
    guard let node = required(mapping, "role"), let role = handle(node, .value(of: "role")) else {
      return nil
    }
    let roles = round.roles.map { $0.id }
    if !roles.contains(role), let meant = nearest(role, among: roles) {
      report(
        101, at: node.span, Text("omgången har ingen roll `\(role)`", "the round has no role `\(role)`"),
        hints: [.didYouMean(meant)])
      return nil
    }
    return role
  }
}
