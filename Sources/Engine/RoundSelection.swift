import Criteria
import Diagnostics

extension Request {
  /// The files of the round in `folder`, found by their paths as the command finds them on disk.
  ///
  /// - Parameter earlier: as it was found before: where the round's own file and its rules are the same, they are not
  ///   looked into again.
  func roundFiles(in folder: String, after earlier: RoundFiles? = nil) throws(Refusal) -> RoundFiles {
    let round = try file(SourcePath.joined(folder, "round.yaml"))
    if let earlier, earlier.round == round, found(earlier.rules.path) == earlier.rules {
      return roundFiles(in: folder, round, earlier.rules, form: try file(earlier.form.path))
    }
    guard let relative = Peek.rulesPath(ofRound: round) else {
      throw unreadable(round) { source, sources in readRound(source, in: sources).findings }
    }
    let rules = try file(SourcePath.joined(folder, relative))
    guard let id = Peek.formID(of: rules) else {
      throw unreadable(rules) { source, sources in readRuleset(source, in: sources, form: nil).findings }
    }
    return roundFiles(
      in: folder, round, rules,
      form: try file(SourcePath.joined(SourcePath.folder(of: rules.path), id + ".form.yaml")))
  }

  private func roundFiles(in folder: String, _ round: SourceFile, _ rules: SourceFile, form: SourceFile)
    -> RoundFiles
  {
    RoundFiles(
      round: round, rules: rules, form: form,
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
