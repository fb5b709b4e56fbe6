import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Presentation
import Scoring

/// `check`: what an applicant learns of a draft, as `beredning check` writes it. The request brings the draft, the
/// rules and the form beside them.
func check(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["draft", "rules", "date", "format", "lang"])
  let format = try options.choice("format", ["text", "json"])
  var sources = SourceMap()
  var findings = Findings()
  let rules = try request.file(try options.required("rules"))
  let rulesSource = sources.add(rules)
  var form: Form?
  if let id = Peek.formID(of: rules) {
    let source = sources.add(
      try request.file(SourcePath.joined(SourcePath.folder(of: rules.path), id + ".form.yaml")))
    let reading = readForm(source, in: sources)
    findings.add(contentsOf: reading.findings)
    form = reading.value
  }
  let ruleset = readRuleset(rulesSource, in: sources, form: form)
  findings.add(contentsOf: ruleset.findings)
  guard let ruleset = ruleset.value else { throw .badInput(findings, sources) }
  guard let asOf = try date(options) ?? ruleset.validFrom else {
    throw .wrongUse("option `date` is missing, and the rules do not say from when they are valid")
  }
  let source = sources.add(try request.file(try options.required("draft")))
  let reading = readProposal(source, in: sources, form: ruleset.form, asOf: asOf)
  // Notes on rules are for those who write them.
  var told = Findings()
  told.add(contentsOf: reading.findings)
  guard let proposal = reading.value else { throw .badInput(told, sources) }
  do {
    let check = try selfCheck(proposal, ruleset: ruleset, asOf: asOf, sources: sources)
    let text = format == "json" ? check.json().text() + "\n" : check.text(request.language)
    return Response(
      status: check.isStopped ? 1 : 0, output: Array(text.utf8),
      messages: rendered(told, sources, request.language))
  } catch {
    told.add(error.scoringFinding)
    throw .badInput(told, sources)
  }
}

private func date(_ options: Options) throws(Refusal) -> CalendarDate? {
  guard let text = options["date"] else { return nil }
  guard let date = CalendarDate(text) else { throw .wrongUse("date: `\(text)` is no date") }
  return date
}
