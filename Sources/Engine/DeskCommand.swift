import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `desk`: what came in and how it stands, as JSON. Files that cannot be read are told with their findings, and the
/// rest goes on.
func desk(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "lang"])
  let loaded = held.load(try held.roundFiles(request, in: try options.required("round")))
  var report: RoundReport?
  if let data = loaded.data { report = try held.report(data, loaded, seeking: .none) }
  let json = Desk(loaded, report, held.workings, held.memory).json(request.language)
  return Response(status: loaded.data == nil ? 3 : 0, output: json.line)
}
