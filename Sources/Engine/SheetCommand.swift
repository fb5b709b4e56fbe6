import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Presentation
import Scoring

/// `sheet`: what `role` can judge of `proposal`, and its own sheet, as JSON; with `sheet.json` the sheet's file with
/// those answers, and what there is to say about it.
func sheet(_ request: Request, _ held: HeldRound) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "proposal", "role", "lang"])
  let folder = try options.required("round")
  let (proposal, role) = (try options.required("proposal"), try options.required("role"))
  let files = try held.roundFiles(request, in: folder)
  let path = SourcePath.joined(SourcePath.joined(folder, "assessments"), proposal + "." + role + ".yaml")
  let own = request.files.first { $0.path == path }
  if let values = request.files.first(where: { $0.path == "sheet.json" }) {
    return try written(values, over: own, at: path, proposal: proposal, role: role, files, held)
  }
  let loaded = held.load(files)
  guard let data = loaded.data else { throw .badInput(loaded.findings, loaded.sources) }
  var sources = loaded.sources
  let members = own.map { openSheet(sources.add($0), in: sources) } ?? []
  let report = try held.report(data, loaded, seeking: .none)
  guard let json = report.sheetJSON(proposal: proposal, role: role, written: members, request.language) else {
    throw .wrongUse("there is no proposal `\(proposal)` in the round")
  }
  return Response(status: 0, output: json.line)
}

private func written(
  _ values: SourceFile, over own: SourceFile?, at path: String, proposal: String, role: String,
  _ files: RoundFiles, _ held: HeldRound
) throws(Refusal) -> Response {
  var sources = SourceMap()
  let source = sources.add(values)
  let base = own.map { sources.add($0) }
  guard let draft = writeSheet(source, over: base, proposal: proposal, role: role, in: sources) else {
    throw .wrongUse("`sheet.json` is no JSON object")
  }
  var changed = files
  changed.assessments.removeAll { $0.path == path }
  changed.assessments.append(SourceFile(path: path, bytes: draft.bytes))
  let loaded = held.load(changed)
  let findings = loaded.findings.sorted.filter { finding in
    finding.span.map { loaded.sources[$0.source].path == path } ?? false
  }
  let json: JSON = [
    "schema": "beredning/sheet-file/1", "path": .string(path),
    "yaml": .string(String(decoding: draft.bytes, as: UTF8.self)),
    "rewritten": .array(draft.losses.map { $0.json }),
    "findings": .array(findings.map { $0.json(field: nil) }),
  ]
  return Response(
    status: findings.contains { $0.severity == .error } ? 3 : 0,
    output: json.line)
}
