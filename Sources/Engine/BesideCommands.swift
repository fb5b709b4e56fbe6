import Diagnostics
import Presentation
import Scoring

/// `assessors`: the assessors side by side, as `beredning assessors` writes it.
func assessors(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  let views = report.assessorViews(try chosen(options, report))
  let text =
    switch format {
    case "json": report.assessorJSON(views).text() + "\n"
    case "markdown": report.assessorMarkdown(views, request.language)
    case "text" where options["proposal"] == nil: report.assessorOverview(views, request.language)
    default: report.assessorText(views, request.language)
    }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}

/// The proposal of the option `proposal` alone; nil where it is not given.
private func chosen(_ options: Options, _ report: RoundReport) throws(Refusal) -> [ProposalResult]? {
  guard let id = options["proposal"] else { return nil }
  guard let proposal = report.proposal(id) else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  return [proposal]
}

/// `economy`: economic figures beside the points, as `beredning economy` writes them.
func economy(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  let results = report.economyResults(try chosen(options, report))
  let text =
    switch format {
    case "json": report.economyJSON(results).text() + "\n"
    case "markdown": report.economyMarkdown(results, request.language)
    default: report.economyText(results, request.language)
    }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}
