import Criteria
import Diagnostics

extension Request {
  /// The files of the round in `folder`, found by their paths as the command finds them on disk.
  func roundFiles(in folder: String) throws(Refusal) -> RoundFiles {
    let round = try file(SourcePath.joined(folder, "round.yaml"))
    guard let relative = Peek.rulesPath(ofRound: round) else {
      throw unreadable(round) { source, sources in readRound(source, in: sources).findings }
    }
    let rules = try file(SourcePath.joined(folder, relative))
    guard let id = Peek.formID(of: rules) else {
      throw unreadable(rules) { source, sources in readRuleset(source, in: sources, form: nil).findings }
    }
    return RoundFiles(
      round: round, rules: rules,
      form: try file(SourcePath.joined(SourcePath.folder(of: rules.path), id + ".form.yaml")),
      proposals: files(in: folder).filter { RoundFiles.isProposal(named: SourcePath.name(of: $0.path)) },
      assessments: files(in: SourcePath.joined(folder, "assessments")).filter { $0.path.hasSuffix(".yaml") },
      declarations: found(SourcePath.joined(folder, "declarations.yaml")))
  }

  private func found(_ path: String) -> SourceFile? { files.first { $0.path == path } }

  private func files(in folder: String) -> [SourceFile] {
    files.filter { SourcePath.folder(of: $0.path) == folder }
  }

  func file(_ path: String) throws(Refusal) -> SourceFile {
    if let file = found(path) { return file }
    var findings = Findings()
    findings.add(
      Finding(
        Code("W", 21), at: nil,
        Text("`\(path)` följde inte med", "`\(path)` did not come along"),
        hints: [
          Text(
            "Välj en mapp som har både omgången och reglerna i sig.",
            "Choose a folder that holds both the round and the rules.")
        ]))
    throw .badInput(findings, SourceMap())
  }

  private func unreadable(_ file: SourceFile, _ read: (SourceID, SourceMap) -> Findings) -> Refusal {
    var sources = SourceMap()
    let source = sources.add(file)
    return .badInput(read(source, sources), sources)
  }
}
