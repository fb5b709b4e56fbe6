import ArgumentParser
import Criteria
import Diagnostics
import FEEL
import SelfCheckPage

struct WriteSelfCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "self-check",
      abstract: words(
        "Skriver självtestet: en sida där den som söker prövar sitt utkast.",
        "Writes the self-check: a page where an applicant tries a draft."),
      discussion: words(
        """
        Exempel:
          beredning self-check Rules/samordningsforbund-2.0.rules.yaml --out sjalvtest

        I mappen läggs sjalvtest.html: formuläret, reglerna och motorn i en enda fil. Den öppnas från disk eller läggs \
        på en webbplats, och har ingen förbindelse ut: inget utkast lämnar sökandens dator. Datum jämförs med den första \
        dag som reglerna gäller, om du inte anger --date. Mappen skrivs hel eller inte alls. Finns den redan rörs den \
        inte, om du inte skriver --replace.
        """,
        """
        Examples:
          beredning self-check Rules/samordningsforbund-2.0.rules.yaml --out self-check

        The folder gets sjalvtest.html: the form, the rules and the engine in one file. It is opened from disk or put on \
        a web site, and has no connection out: no draft leaves the applicant's computer. Dates are compared with the \
        first day on which the rules are valid, unless you give --date. The folder is written whole or not at all. If it \
        exists already it is not touched, unless you write --replace.
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
      words("Dagen som alla datum jämförs med.", "The day that all dates are compared with."),
      valueName: "åååå-mm-dd"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Motorn för sidan; annars \(Self.page.engineName) bredvid programmet.",
        "The engine of the page; else \(Self.page.engineName) beside the program."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["wasm"]))
  var engine: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(words("Ersätt ett tidigare självtest.", "Replace an earlier self-check.")))
  var replace = false

  @OptionGroup var common: CommonOptions

  private static let page = EnginePage(
    name: "sjalvtest.html", engineName: "self-check.wasm", asks: "beredning_prepare_compiled")

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError(
        words("--date ska skrivas 2026-09-15, inte `\(date)`", "--date is written 2026-09-15, not `\(date)`"))
    }
  }

  func run() throws {
    let output = common.output
    var found = RulesFiles()
    let ruleset = found.ruleset(rules)
    output.report(found.reader.findings, found.reader.sources)
    guard let ruleset else { throw ExitCode.badInput }
    guard let asOf = date.flatMap({ CalendarDate($0) }) ?? ruleset.validFrom else {
      throw WrongUse("ange dagen med --date", "give the day with --date")
    }
    let page = SelfCheckPage(ruleset: ruleset, asOf: asOf, engine: try Self.page.engine(engine))
    try Self.page.write(
      page.html(), to: out, replaces: replace,
      existing: Text(
        "Inget skrivs över. Skriv --replace för att ersätta ett tidigare självtest; filer som du har lagt dit själv flyttar du först.",
        "Nothing is overwritten. Write --replace to replace an earlier self-check; first move files of your own."
      ),
      written: words("Självtestet finns i", "The self-check is"), output)
  }
}
