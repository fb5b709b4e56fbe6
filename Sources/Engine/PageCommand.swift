import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `page`: a part of a page, as HTML. `part` is `ranking` (with `weights` and the scenario's `title`), `comparison` (of
/// `first` and `second`), `explanation` (of `proposal`), `robustness` or `frame`.
func page(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(
    request, known: ["round", "part", "weights", "title", "first", "second", "proposal", "lang"])
  let part = try options.choice("part", ["ranking", "comparison", "explanation", "robustness", "frame"])
  let (report, messages) = try scoredRound(
    request, options, held, seeking: part == "comparison" ? .concerning(named(options)) : .none)
  let language = request.language
  let html: String
  switch part {
  case "comparison":
    let (first, second) = (try found("first", report, options), try found("second", report, options))
    html = try computed(report) { () throws(ArithmeticError) in
      try report.comparisonFragment(first, second, language)
    }
  case "explanation":
    let index = try found("proposal", report, options).index
    let explained = try report.explained(index)
    html = explained.explanationFragment(explained.result.proposals[index], language)
  case "robustness":
    html = try computed(report) { () throws(ArithmeticError) in
      report.robustnessFragment(
        try Scoring.robustness(report.data, report.result, options: RobustnessOptions()), language)
    }
  case "frame": html = report.frameFragment(try frameResult(report), language)
  default:
    html = try computed(report) { () throws(ArithmeticError) in
      try report.rankingFragment(language, title: options["title"])
    }
  }
  return Response(status: 0, output: Array(html.utf8), messages: messages)
}

/// `paper`: one of the files that `beredning paper` writes, `html` the page without an engine; or `zip`, all of them
/// with their manifest, the page with the engine that came along as `beredning.wasm` and the notices that came as
/// `THIRD-PARTY.txt`.
func paper(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "format", "lang"])
  let format = try options.choice("format", ["docx", "xlsx", "html", "zip"])
  let (scored, messages) = try scoredRound(request, options, held)
  let report = try scored.explained(nil)
  let language = request.language
  let bytes = try computed(report) { () throws(ArithmeticError) in
    switch format {
    case "xlsx": report.workbook(language)
    case "html": Array(try report.paper(language).html().utf8)
    case "zip":
      report.paperArchive(
        try report.paper(language), inputs: report.sources.files,
        engine: carriedEngine(request), language)
    default: try report.paper(language).docx()
    }
  }
  return Response(status: 0, output: bytes, messages: messages)
}

private func carriedEngine(_ request: Request) -> CarriedEngine? {
  func file(_ path: String) -> [UInt8]? { request.files.first { $0.path == path }?.bytes }
  guard let module = file("beredning.wasm") else { return nil }
  return CarriedEngine(module: module, notices: file("THIRD-PARTY.txt") ?? [])
}

/// The two that are compared.
private func named(_ options: Options) -> [String] { ["first", "second"].compactMap { options[$0] } }

/// The proposal that an option names.
private func found(_ option: String, _ report: RoundReport, _ options: Options) throws(Refusal)
  -> ProposalResult
{
  let id = try options.required(option)
  guard let proposal = report.proposal(id) else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  return proposal
}
