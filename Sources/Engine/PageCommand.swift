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
  let html: String
  do throws(ArithmeticError) {
    html =
      part == "ranking"
      ? try report.rankingFragment(request.language, title: options["title"])
      : try comparison(report, options, request.language)
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

private func comparison(_ report: RoundReport, _ options: Options, _ language: Language)
  throws(ArithmeticError) -> String
{
  guard let first = options["first"].flatMap({ report.proposal($0) }),
    let second = options["second"].flatMap({ report.proposal($0) })
  else { return "" }
  return try report.comparisonFragment(first, second, language)
}
