import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `missing`: what is missing in a round, as `beredning missing` writes it; with `for`, what that applicant is asked
/// to send.
func missing(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "for", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown", "docx"])
  if format == "docx", options["for"] == nil { throw .wrongUse("`docx` is the list for one applicant") }
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  var proposal: ProposalResult?
  if let id = options["for"] {
    proposal = report.proposal(id)
    if proposal == nil { throw .wrongUse("there is no proposal `\(id)` in the round") }
  }
  let gaps = try computed(report) { () throws(ArithmeticError) in try report.gaps() }
  if let proposal, format == "docx" {
    return Response(
      status: 0, output: report.supplementDocument(gaps, for: proposal, request.language), messages: messages)
  }
  let text: String
  if let proposal {
    text =
      switch format {
      case "json": report.supplementJSON(gaps, for: proposal).text() + "\n"
      case "markdown": report.supplementMarkdown(gaps, for: proposal, request.language)
      default: report.supplementText(gaps, for: proposal, request.language)
      }
  } else {
    text =
      switch format {
      case "json": report.missingJSON(gaps).text() + "\n"
      case "markdown": report.missingMarkdown(gaps, request.language)
      default: report.missingText(gaps, request.language)
      }
  }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}
