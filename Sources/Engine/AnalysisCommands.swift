import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `robustness`: whether the order holds, as `beredning robustness` writes it.
func robustness(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(
    request, known: ["round", "format", "lang", "weights", "samples", "seed", "within"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let asked: RobustnessOptions
  do {
    asked = try RobustnessOptions(
      samples: options["samples"], seed: options["seed"], within: options["within"])
  } catch {
    throw .wrongUse(error.message(request.language))
  }
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  let found = try computed(report) { () throws(ArithmeticError) in
    try Scoring.robustness(report.data, report.result, options: asked)
  }
  let text =
    switch format {
    case "json": report.robustnessJSON(found).text() + "\n"
    case "markdown": report.robustnessMarkdown(found, request.language)
    default: report.robustnessText(found, request.language)
    }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}

/// `frame`: the round within its frame, as `beredning frame` writes it.
func frame(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "format", "lang"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  let found = try frameResult(report)
  let text =
    switch format {
    case "json": report.frameJSON(found).text() + "\n"
    case "markdown": report.frameMarkdown(found, request.language)
    default: report.frameText(found, request.language)
    }
  return Response(status: 0, output: Array(text.utf8), messages: messages)
}

/// The round within its frame.
func frameResult(_ report: RoundReport) throws(Refusal) -> FrameResult {
  let found = try computed(report) { () throws(ArithmeticError) in
    try withinFrame(report.data, report.result)
  }
  if let found { return found }
  var findings = Findings()
  findings.add(noFrameFinding(report.data.round.source))
  throw .badInput(findings, report.sources)
}

/// What `body` gives; numbers that are too large are bad input.
func computed<Result>(
  _ report: RoundReport, _ body: () throws(ArithmeticError) -> Result
) throws(Refusal) -> Result {
  do {
    return try body()
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, report.sources)
  }
}
