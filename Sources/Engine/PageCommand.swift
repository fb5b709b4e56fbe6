import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `page`: a part of the board paper's page, as HTML. `part` is `ranking` (with `weights` and the scenario's `title`)
/// or `comparison` (of `first` and `second`).
func page(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "part", "weights", "title", "first", "second", "lang"])
  let part = try options.choice("part", ["ranking", "comparison"])
  let (report, messages) = try scoredRound(request, options, .summary)
  let pair = part == "comparison" ? try pair(report, options) : nil
  let html: String
  do throws(ArithmeticError) {
    if let pair {
      html = try report.comparisonFragment(pair.first, pair.second, request.language)
    } else {
      html = try report.rankingFragment(request.language, title: options["title"])
    }
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, report.sources)
  }
  return Response(status: 0, output: Array(html.utf8), messages: messages)
}

/// `paper`: one of the files that `beredning paper` writes; `html` is the page without an engine.
func paper(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "format", "lang"])
  let format = try options.choice("format", ["docx", "xlsx", "html"])
  let (report, messages) = try scoredRound(request, options, .full)
  let bytes: [UInt8]
  do throws(ArithmeticError) {
    bytes =
      switch format {
      case "xlsx": report.workbook(request.language)
      case "html": Array(try report.paper(request.language).html().utf8)
      default: try report.paper(request.language).docx()
      }
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, report.sources)
  }
  return Response(status: 0, output: bytes, messages: messages)
}

private func pair(_ report: RoundReport, _ options: Options) throws(Refusal) -> (
  first: ProposalResult, second: ProposalResult
) {
  func found(_ option: String) throws(Refusal) -> ProposalResult {
    let id = try options.required(option)
    guard let proposal = report.proposal(id) else {
      throw .wrongUse("there is no proposal `\(id)` in the round")
    }
    return proposal
  }
  return (try found("first"), try found("second"))
}
