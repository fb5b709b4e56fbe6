import Criteria
import Diagnostics
import Presentation
import Scoring

/// `changes`: what has changed in a proposal since the version that came in, the file of the same name in `inkommet`.
func changes(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "lang"])
  let folder = try options.required("round")
  let id = try options.required("proposal")
  let (report, _) = try scoredRound(request, options, held, seeking: .none)
  var sources = report.sources
  let path = SourcePath.joined(SourcePath.joined(folder, "inkommet"), id + ".yaml")
  let earlier = readProposal(
    sources.add(try request.file(path)), in: sources, form: report.data.ruleset.form,
    asOf: report.data.round.asOf)
  guard let json = report.changesJSON(proposal: id, since: earlier, request.language) else {
    throw .wrongUse("there is no proposal `\(id)` in the round")
  }
  return Response(status: 0, output: json.line)
}
