import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `rank`: the ranking of a round, as `beredning rank` writes it.
func rank(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "format", "lang", "weights"])
  let format = try options.choice("format", ["text", "json", "csv", "markdown"])
  let (report, messages) = try scoredRound(request, options, held)
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
func explain(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "criterion", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let id = try options.required("proposal")
  let criterion = options["criterion"]
  let (scored, messages) = try scoredRound(request, options, held)
  guard let index = scored.proposal(id)?.index else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  let report = try scored.explained(index)
  let proposal = report.result.proposals[index]
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

/// The round of the option `round`, scored at the detail `summary`, with what there was to say about its files.
func scoredRound(
  _ request: Request, _ options: Options, _ held: HeldRound, seeking: SoughtChanges = .all
) throws(Refusal) -> (report: RoundReport, messages: [UInt8]) {
  let loaded = held.load(try held.roundFiles(request, in: try options.required("round")))
  guard !loaded.findings.hasErrors, let data = loaded.data else {
    throw .badInput(loaded.findings, loaded.sources)
  }
  var weights: [Rational]?
  if let text = options["weights"] {
    do {
      weights = try trialWeights(text, for: data.ruleset)
    } catch {
      throw .wrongUse("weights: " + error.message(request.language))
    }
  }
  return (
    try held.report(data, loaded, weights: weights, seeking: seeking),
    rendered(loaded.findings, loaded.sources, request.language)
  )
}

extension RoundReport {
  /// The same with everything that explains one proposal, or every one (nil).
  func explained(_ index: Int?) throws(Refusal) -> RoundReport {
    var report = self
    for place in data.proposals.indices where index == nil || place == index {
      report.result.proposals[place] = try computed(self) { () throws(ArithmeticError) in
        try explainedResult(at: place)
      }
    }
    return report
  }
}
