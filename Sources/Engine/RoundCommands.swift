import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `rank`: the ranking of a round, as `beredning rank` writes it.
func rank(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "format", "lang", "weights"])
  let format = try options.choice("format", ["text", "json", "csv", "markdown"])
  let (report, messages) = try scoredRound(request, options, .summary)
  let text =
    switch format {
    case "json": report.rankingJSON().text() + "\n"
    case "csv": report.rankingCSV(request.language)
    case "markdown": report.rankingMarkdown(request.language)
    default: report.rankingText(request.language)
    }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}

/// `explain`: every point of a proposal, as `beredning explain` writes it.
func explain(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "criterion", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let id = try options.required("proposal")
  let criterion = options["criterion"]
  let (report, messages) = try scoredRound(request, options, .full)
  guard let proposal = report.proposal(id) else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  let text: String? =
    switch format {
    case "json": report.explanationJSON(proposal, criterion: criterion).map { $0.text() + "\n" }
    case "markdown": report.explanationMarkdown(proposal, criterion: criterion, request.language)
    default:
      if let criterion {
        report.explanationText(proposal, criterion: criterion, request.language)
      } else {
        report.explanationText(proposal, request.language)
      }
    }
  guard let text else { throw .wrongUse("there is no criterion `\(criterion ?? "")`") }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}

/// The round of the option `round`, scored, with what there was to say about its files.
func scoredRound(
  _ request: Request, _ options: Options, _ detail: Detail
) throws(Refusal) -> (report: RoundReport, messages: [UInt8]) {
  let loaded = loadRound(try request.roundFiles(in: try options.required("round")))
  guard let data = loaded.data else { throw .badInput(loaded.findings, loaded.sources) }
  var weights: [Rational]?
  if let text = options["weights"] {
    do {
      weights = try trialWeights(text, for: data.ruleset)
    } catch {
      throw .wrongUse("weights: " + error.message(request.language))
    }
  }
  do {
    let result = try scoreRound(data, options: ScoringOptions(weights: weights, detail: detail))
    return (
      RoundReport(data: data, result: result, sources: loaded.sources),
      rendered(loaded.findings, loaded.sources, request.language)
    )
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, loaded.sources)
  }
}
