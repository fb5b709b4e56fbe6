import ArgumentParser
import Criteria
import Diagnostics
import WorkspacePage

struct WriteWorkspace: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "workspace",
      abstract: words(
        "Skriver beredningsgruppens sida: hela arbetet i en webbläsare.",
        "Writes the preparatory group's page: the whole work in a browser."),
      discussion: words(
        """
        Exempel:
          beredning workspace Rules/samordningsforbund-2.0.rules.yaml --out arbetssida

        I mappen läggs beredning.html: reglerna, formuläret och motorn i en enda fil. Den öppnas från disk, läser \
        omgångens mapp och sparar bedömningar och underlag i den. Den har ingen förbindelse ut. Mappen skrivs hel eller \
        inte alls. Finns den redan rörs den inte, om du inte skriver --replace.
        """,
        """
        Examples:
          beredning workspace Rules/samordningsforbund-2.0.rules.yaml --out workspace

        The folder gets beredning.html: the rules, the form and the engine in one file. It is opened from disk, reads \
        the round's folder and saves assessments and the paper in it. It has no connection out. The folder is written \
        whole or not at all. If it exists already it is not touched, unless you write --replace.
        """))
  }

  @Argument(
    help: ArgumentHelp(words("Reglerna.", "The rules."), valueName: words("regler", "rules")),
    completion: .file(extensions: ["yaml"]))
  var rules: String

  @Option(
    help: ArgumentHelp(
      words("Mappen att skriva.", "The folder to write."), valueName: words("mapp", "folder")),
    completion: .directory)
  var out: String

  @Option(
    help: ArgumentHelp(
      words(
        "Motorn för sidan; annars \(Self.page.engineName) bredvid programmet.",
        "The engine of the page; else \(Self.page.engineName) beside the program."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["wasm"]))
  var engine: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(words("Ersätt en tidigare sida.", "Replace an earlier page.")))
  var replace = false

  @OptionGroup var common: CommonOptions

  private static let page = EnginePage(
    name: "beredning.html", engineName: "beredning.wasm", asks: "beredning_round_ask")

  func run() throws {
    let output = common.output
    var found = RulesFiles()
    let ruleset = found.ruleset(rules)
    output.report(found.reader.findings, found.reader.sources)
    guard let ruleset else { throw ExitCode.badInput }
    let sources = found.reader.sources
    let page = WorkspacePage(
      ruleset: ruleset,
      rules: [
        SourceFile(path: SourcePath.name(of: rules), bytes: sources[ruleset.source].bytes),
        SourceFile(path: ruleset.form.id + ".form.yaml", bytes: sources[ruleset.form.source].bytes),
      ],
      engine: try Self.page.engine(engine))
    try Self.page.write(
      page.html(), to: out, replaces: replace,
      existing: Text(
        "Inget skrivs över. Skriv --replace för att ersätta en tidigare sida; filer som du har lagt dit själv flyttar du först.",
        "Nothing is overwritten. Write --replace to replace an earlier page; first move files of your own."
      ),
      written: words("Sidan finns i", "The page is"), output)
  }
}
