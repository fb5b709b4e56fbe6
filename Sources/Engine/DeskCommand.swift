import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// `desk`: what came in and how it stands, as JSON. Files that cannot be read are told with their findings, and the
/// rest goes on.
func desk(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "lang"])
  let loaded = loadRound(
    try request.roundFiles(in: try options.required("round")), settingAside: true)
  do {
    let json = try Desk(loaded).json(request.language)
    return Response(status: loaded.data == nil ? 3 : 0, output: Array((json.text(.compact) + "\n").utf8))
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, loaded.sources)
  }
}
