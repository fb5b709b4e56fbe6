import Criteria
import Diagnostics

/// Finds and reads the files of a round: `round.yaml`, its rules and their form, the proposals, the sheets in
/// `assessments`, and `declarations.yaml`.
struct RoundFolder {
  var reader = Reader()

  /// Nil where a file that everything rests on cannot be read: `reader.findings` says why.
  mutating func read(_ argument: String) -> RoundFiles? {
    guard let folder = folder(argument), let names = reader.names(folder) else { return nil }
    guard names.contains("round.yaml") else {
      reader.report(
        Finding(
          Code("W", 10), at: nil,
          Text(
            "`\(argument)` är ingen omgång: `round.yaml` saknas",
            "`\(argument)` is no round: `round.yaml` is missing"),
          hints: [
            Text(
              "En omgång är en mapp med `round.yaml` och ett förslag i varje fil. `beredning new round` skriver en mall.",
              "A round is a folder with `round.yaml` and a proposal in every file. `beredning new round` writes a template."
            )
          ]))
      return nil
    }
    warnOfOtherNames(names, in: folder)
    let proposals = names.filter(RoundFiles.isProposal(named:))
    let round = reader.file(SourcePath.joined(folder, "round.yaml"))
    let read = reader.files(proposals.map { SourcePath.joined(folder, $0) })
    let lost = proposals.filter { name in !read.contains { SourcePath.name(of: $0.path) == name } }
    // Sheets on a proposal that cannot be read would be told to speak of nothing.
    let sheets = assessments(in: folder, names, without: lost)
    let hasDeclarations = names.contains("declarations.yaml") && lost.isEmpty
    let declarations = hasDeclarations ? reader.file(SourcePath.joined(folder, "declarations.yaml")) : nil
    guard let round, let rules = rules(of: round, in: folder) else { return nil }
    return RoundFiles(
      round: round, rules: rules.rules, form: rules.form, proposals: read, assessments: sheets,
      declarations: declarations)
  }

  /// The round's folder; its `round.yaml` may be given instead.
  private mutating func folder(_ argument: String) -> String? {
    var path = argument
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    if SourcePath.name(of: path) == "round.yaml" && !ListFolder.isFolder(path) {
      let folder = SourcePath.folder(of: path)
      return folder.isEmpty ? "." : folder
    }
    return path
  }

  private mutating func assessments(
    in folder: String, _ names: [String], without lost: [String]
  ) -> [SourceFile] {
    let inner = SourcePath.joined(folder, "assessments")
    guard names.contains("assessments"), let names = reader.names(inner) else { return [] }
    warnOfOtherNames(names, in: inner)
    let starts = lost.map { String($0.dropLast("yaml".count)) }
    let sheets = names.filter { name in
      name.hasSuffix(".yaml") && !starts.contains { name.hasPrefix($0) }
    }
    return reader.files(sheets.map { SourcePath.joined(inner, $0) })
  }

  private mutating func warnOfOtherNames(_ names: [String], in folder: String) {
    for name in names where name.hasSuffix(".yml") || name.hasSuffix(".YAML") || name.hasSuffix(".yaml.txt") {
      let path = SourcePath.joined(folder, name)
      reader.report(
        Finding(
          Code("W", 11), .warning, at: nil, Text("`\(path)` läses inte", "`\(path)` is not read"),
          hints: [Text("Filnamn ska sluta på `.yaml`. Byt namn.", "File names end with `.yaml`. Rename it.")])
      )
    }
  }

  /// The rules that the round names, and the form beside them.
  private mutating func rules(of round: SourceFile, in folder: String) -> (
    rules: SourceFile, form: SourceFile
  )? {
    guard let relative = Peek.rulesPath(ofRound: round) else {
      reader.reportUnreadable(round) { source, sources in readRound(source, in: sources).findings }
      return nil
    }
    let hint = Text(
      "Filen står som `rules:` i \(round.path).", "The file is given as `rules:` in \(round.path).")
    guard let rules = reader.file(SourcePath.joined(folder, relative), hints: [hint]) else { return nil }
    guard let form = reader.form(of: rules) else { return nil }
    return (rules, form)
  }
}

extension Reader {
  /// The form of a ruleset: `<id>.form.yaml` beside it.
  mutating func form(of rules: SourceFile) -> SourceFile? {
    guard let id = Peek.formID(of: rules), isID(id) else {
      reportUnreadable(rules) { source, sources in readRuleset(source, in: sources, form: nil).findings }
      return nil
    }
    let hint = Text(
      "Filen är formuläret för \(rules.path), som säger `form: \(id)`.",
      "The file is the form of \(rules.path), which says `form: \(id)`.")
    return file(SourcePath.joined(SourcePath.folder(of: rules.path), id + ".form.yaml"), hints: [hint])
  }

  private func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }

  /// Takes in the findings of a file that cannot be gone on with.
  mutating func reportUnreadable(_ file: SourceFile, _ read: (SourceID, SourceMap) -> Findings) {
    let source = add(file)
    addFindings(read(source, sources))
  }

  private mutating func add(_ file: SourceFile) -> SourceID { sources.add(file) }
  private mutating func addFindings(_ other: Findings) { findings.add(contentsOf: other) }
}
