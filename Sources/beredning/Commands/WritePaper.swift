import ArgumentParser
import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

struct WritePaper: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "paper",
      abstract: words("Skriver styrelsens underlag.", "Writes the board paper."),
      discussion: words(
        """
        Exempel:
          beredning paper Proposals/exempel --out underlag
          beredning paper Proposals/exempel --verify underlag

        I mappen läggs underlag.docx, underlag.html, underlag.pdf (om WeasyPrint finns), resultat.xlsx, resultat.csv, \
        resultat.json och MANIFEST med kontrollsummor. Mappen skrivs hel eller inte alls. Finns den redan rörs den inte, \
        om du inte skriver --replace.
        """,
        """
        Examples:
          beredning paper Proposals/exempel --out paper
          beredning paper Proposals/exempel --verify paper

        The folder gets underlag.docx, underlag.html, underlag.pdf (where WeasyPrint is found), resultat.xlsx, \
        resultat.csv, resultat.json and MANIFEST with hashes. It is written whole or not at all. If it exists already it \
        is not touched, unless you write --replace.
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Option(
    help: ArgumentHelp(
      words("Mappen att skriva.", "The folder to write."), valueName: words("mapp", "folder")),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Kontrollera ett underlag mot dess MANIFEST och omgången.",
        "Check a paper against its MANIFEST and the round."),
      valueName: words("mapp", "folder")),
    completion: .directory)
  var verify: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(words("Ersätt ett tidigare underlag.", "Replace an earlier paper.")))
  var replace = false

  @Option(
    help: ArgumentHelp(
      words(
        "Motorn för sidan; annars beredning.wasm bredvid programmet.",
        "The engine of the page; else beredning.wasm beside the program."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["wasm"]))
  var engine: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(
      words("Sidan utan motor: bara att läsa.", "The page without an engine: only to read.")))
  var noEngine = false

  @Option(
    help: ArgumentHelp(words("Programmet WeasyPrint.", "The program WeasyPrint."), valueName: "program"))
  var weasyprint = "weasyprint"

  @ArgumentParser.Flag(help: ArgumentHelp(words("Ingen PDF.", "No PDF.")))
  var noPdf = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (out == nil) == (verify == nil) {
      throw ValidationError(
        words("ange antingen --out eller --verify", "give either --out or --verify"))
    }
    if noEngine && engine != nil {
      throw ValidationError(
        words("--engine och --no-engine går inte ihop", "--engine and --no-engine do not go together"))
    }
  }

  func run() throws {
    let output = common.output
    let loaded = try RoundRun.load(folder.round, output)
    if let verify { return try VerifyPaper(folder: verify, loaded: loaded, output: output).run() }
    guard let out else { return }
    let report = try RoundRun.rank(loaded, detail: .full, output)
    let paper = try made(report, output)
    let carried = try carriedEngine(output)
    do throws(FileError) {
      try write(report, paper, carried, loaded, to: out, output)
    } catch {
      try fail(error, output)
    }
    for title in paper.unwritten {
      output.say(words("Att skriva: ", "To be written: ") + title)
    }
  }

  private func made(_ report: RoundReport, _ output: Output) throws -> Paper {
    do throws(ArithmeticError) {
      return try report.paper(common.language)
    } catch {
      var findings = Findings()
      findings.add(error.scoringFinding)
      output.report(findings, report.sources)
      throw ExitCode.badInput
    }
  }

  private func fail(_ error: FileError, _ output: Output) throws {
    var sources = SourceMap()
    var findings = Findings()
    var finding = error.finding(&sources)
    if case .exists = error {
      finding.hints = [
        Text(
          "Inget skrivs över. Skriv --replace för att ersätta ett tidigare underlag; filer som du har lagt dit själv flyttar du först.",
          "Nothing is overwritten. Write --replace to replace an earlier paper; first move files of your own."
        )
      ]
    }
    findings.add(finding)
    output.report(findings, sources)
    throw ExitCode.badInput
  }

  // MARK: Files

  private static let names = [
    "underlag.docx", "underlag.html", "underlag.pdf", "resultat.xlsx", "resultat.csv", "resultat.json",
    PaperManifest.fileName,
  ]

  private func write(
    _ report: RoundReport, _ paper: Paper, _ engine: CarriedEngine?, _ loaded: LoadedRound, to path: String,
    _ output: Output
  ) throws(FileError) {
    var folder = try OutputFolder(path, replaces: replace, known: Self.names)
    do throws(FileError) {
      var outputs = report.paperFiles(paper, engine: engine, common.language)
      for file in outputs { try folder.write(file.path, file.bytes) }
      let printer = try pdf(paper, &folder, &outputs, output)
      let manifest = PaperManifest.text(
        report, inputs: loaded.sources.files, outputs: outputs,
        engineVersion: Release.version,
        pdf: printer, common.language)
      try folder.write(PaperManifest.fileName, Array(manifest.utf8))
      try folder.finish()
    } catch {
      folder.discard()
      throw error
    }
    output.say(words("Underlaget finns i \(folder.path).", "The paper is in \(folder.path)."))
  }

  /// Name and version of the program that made the PDF; nil where there is none, and the reason is said.
  private func pdf(
    _ paper: Paper, _ folder: inout OutputFolder, _ outputs: inout [SourceFile], _ output: Output
  ) throws(FileError) -> String? {
    if noPdf { return nil }
    switch WeasyPrint.find(weasyprint) {
    case .failure(let missing):
      output.say(missing.reason.message)
      return nil
    case .success(let printer):
      // The same page, without the engine that paper cannot use.
      try folder.write("utskrift.html", Array(paper.html().utf8))
      let failure = printer.print(folder.place("utskrift.html"), to: folder.place("underlag.pdf"))
      folder.remove("utskrift.html")
      if let failure {
        folder.remove("underlag.pdf")
        output.say(failure.message)
        return nil
      }
      outputs.append(SourceFile(path: "underlag.pdf", bytes: try folder.add("underlag.pdf")))
      return "WeasyPrint " + printer.version
    }
  }

  // MARK: The engine

  /// nil: the page is only read, and that is said.
  private func carriedEngine(_ output: Output) throws -> CarriedEngine? {
    if noEngine { return nil }
    if let found = try EngineFile.read(engine, else: "beredning.wasm") { return found }
    output.say(
      words(
        "Sidan går bara att läsa: motorn beredning.wasm finns inte bredvid programmet. `make engine` bygger den.",
        "The page can only be read: the engine beredning.wasm is not beside the program. `make engine` builds it."
      ))
    return nil
  }
}
