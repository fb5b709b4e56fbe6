public import Diagnostics
public import FEEL
import YAMLSource

/// Reads a proposal by its form. Its `value` is there only where the proposal has no errors.
///
/// Reads nothing but its arguments: proposals of a round may be read side by side.
public func readProposal(_ source: SourceID, in sources: SourceMap, form: Form, asOf: CalendarDate)
  -> Reading<Proposal>
{
  var reader = FileReader(.proposal, source, in: sources)
  let proposal = reader.proposal(form, asOf)
  return Reading(value: reader.findings.hasErrors ? nil : proposal, findings: reader.findings)
}

extension FileReader {
  private static let proposalKeys = ["schema", "id", "form", "form_version"]

  /// The file's mapping, once it is a proposal's.
  mutating func openProposal() -> Mapping? { open(keys: Self.proposalKeys, others: true) }

  mutating func proposal(_ form: Form, _ asOf: CalendarDate) -> Proposal? {
    guard let root = openProposal() else { return nil }
    let id = requiredID(root)
    if let id { checkFileName(id: id, at: root["id"]?.span, ending: ".yaml") }
    guard checkForm(root, form) else { return nil }
    var links = ClaimLinks()
    let claims = claimGroup(root, form.fields, besides: Self.proposalKeys, form, &links)
    checkLinks(links, claims, form)
    var proposal = Proposal(
      id: id ?? "", source: source, claims: claims, warnings: [], personalNumbers: personalNumbers())
    if !findings.hasErrors {
      proposal.prepareContext(by: form, today: asOf)
      proposal.warnings = applicationWarnings(proposal, form, asOf)
    }
    findings.add(contentsOf: proposal.warnings)
    return proposal
  }

  /// Whether the proposal answers this form, in the version it has.
  mutating func checkForm(_ root: Mapping, _ form: Form) -> Bool {
    guard let node = required(root, "form"), let name = scalar(node, .value(of: "form")) else { return false }
    guard name != form.id else { return checkVersion(root, form) }
    report(
      201, at: node.span,
      Text(
        "förslaget följer formuläret `\(name)`, reglerna `\(form.id)`",
        "the proposal follows the form `\(name)`, the rules `\(form.id)`"),
      hints: [
        Text(
          "Skriv `form: \(form.id)`, eller bedöm det med regler för `\(name)`.",
          "Write `form: \(form.id)`, or judge it by rules for `\(name)`.")
      ])
    return false
  }

  private mutating func checkVersion(_ root: Mapping, _ form: Form) -> Bool {
    guard let node = root["form_version"] else { return true }
    guard let version = scalar(node, .value(of: "form_version")) else { return false }
    if version == form.version { return true }
    report(
      223, at: node.span,
      Text(
        "förslaget är skrivet för version \(version) av formuläret `\(form.id)`, men här gäller version \(form.version)",
        "the proposal is written for version \(version) of the form `\(form.id)`, but version \(form.version) applies here"
      ),
      hints: [
        Text(
          "Använd regler och sida för version \(version). Eller gå igenom svaren mot det nya formuläret och skriv `form_version: \"\(form.version)\"`.",
          "Use the rules and the page for version \(version). Or go through the answers by the new form and write `form_version: \"\(form.version)\"`."
        )
      ])
    return false
  }

  /// Places where something looks like a personal identity number, comments included; each is a warning.
  mutating func personalNumbers() -> [Span] {
    let ranges = PersonalNumber.ranges(in: file.bytes)
    guard !ranges.isEmpty else { return [] }
    let lines = LineIndex(file.bytes)
    var spans: [Span] = []
    for range in ranges {
      let span = Span(
        source: source, start: lines.position(atOffset: range.lowerBound),
        end: lines.position(atOffset: range.upperBound))
      spans.append(span)
      report(
        20, .warning, at: span,
        Text("det här ser ut som ett personnummer", "this looks like a personal identity number"),
        hints: [
          Text(
            "Uppgifter om enskilda personer hör inte hemma i filen. Ta bort det.",
            "Data about individuals has no place in the file. Remove it.")
        ])
    }
    return spans
  }
}
