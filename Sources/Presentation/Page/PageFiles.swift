internal import Criteria
internal import Diagnostics
internal import Scoring

extension RoundReport {
  /// What a page must carry for the engine to rank the round again: its files, under paths that tell nothing of the
  /// computer they come from. Declarations of conflicts of interest stay out, and so do the sheets that do not count
  /// because of them: the ranking is the same without.
  public func pageEngine(_ engine: CarriedEngine) -> PageEngine {
    let folder = "omgang"
    let round = data.round
    let rules = SourcePath.joined(folder, round.rulesPath)
    let file = { (source: SourceID, path: String) in SourceFile(path: path, bytes: sources[source].bytes) }
    var files = [
      file(round.source, folder + "/round.yaml"), file(data.ruleset.source, rules),
      file(
        data.ruleset.form.source,
        SourcePath.joined(SourcePath.folder(of: rules), data.ruleset.form.id + ".form.yaml")),
    ]
    files += data.proposals.map { file($0.source, "\(folder)/\($0.id).yaml") }
    for sheet in data.assessments {
      let isRecused = data.declarations.contains {
        $0.outcome == .conflict && $0.role == sheet.role && $0.proposal == sheet.proposal
      }
      if !isRecused {
        files.append(file(sheet.source, "\(folder)/assessments/\(sheet.proposal).\(sheet.role).yaml"))
      }
    }
    return PageEngine(engine: engine, files: files, round: folder)
  }
}
