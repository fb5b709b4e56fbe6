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
  let format = try options.choice("format", ["text", "json", "view"])
  var (ruleset, sources) = try request.rules(at: try options.required("rules"))
  guard let asOf = try options.date() ?? ruleset.validFrom else {
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
    let text =
      switch format {
      case "json": check.json().text() + "\n"
      case "view": check.viewJSON(request.language).text() + "\n"
      default: check.text(request.language)
      }
    return Response(
      status: check.isStopped ? 1 : 0, output: Array(text.utf8),
      messages: rendered(told, sources, request.language))
  } catch {
    told.add(error.scoringFinding)
    throw .badInput(told, sources)
  }
}
