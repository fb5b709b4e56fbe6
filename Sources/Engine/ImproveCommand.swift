import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `improve`: what would earn a proposal more, as `beredning improve` writes it.
func improve(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(
    request, known: ["round", "proposal", "to-total", "to-rank", "format", "lang", "weights"])
  let format = try options.choice("format", ["text", "json", "markdown"])
  let id = try options.required("proposal")
  let goal = try improvementGoal(options)
  let (report, messages) = try scoredRound(request, options, held, seeking: .none)
  guard let proposal = report.proposal(id) else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  do {
    let found = try report.improvements(at: proposal.index)
    var way: (goal: ImprovementGoal, way: Improvements.Way?)?
    if let goal { way = (goal, try report.way(to: goal, for: found)) }
    let text =
      switch format {
      case "json": report.improvementJSON(found, goal: way).text() + "\n"
      case "markdown": report.improvementMarkdown(found, goal: way, request.language)
      default: report.improvementText(found, goal: way, request.language)
      }
    return Response(status: 0, output: Array(text.utf8), messages: messages)
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, report.sources)
  }
}

private func improvementGoal(_ options: Options) throws(Refusal) -> ImprovementGoal? {
  if let text = options["to-total"] {
    guard let number = Decimal(text), let total = try? Rational(number) else {
      throw .wrongUse("to-total: `\(text)` is no number")
    }
    return .total(total)
  }
  if let text = options["to-rank"] {
    guard let rank = Int(text), rank > 0 else { throw .wrongUse("to-rank: `\(text)` is no rank") }
    return .rank(rank)
  }
  return nil
}
