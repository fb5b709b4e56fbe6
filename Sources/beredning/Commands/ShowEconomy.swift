import ArgumentParser
import Diagnostics
import Presentation
import Scoring

struct ShowEconomy: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "economy",
      abstract: words(
        "Visar förslagens ekonomiska siffror, med perspektiv, horisont, ränta och prisår. De ger inga poäng.",
        "Shows the proposals' economic figures, with perspective, horizon, rate and price year. They give no points."
      ),
      discussion: words(
        """
        Exempel:
          beredning economy Proposals/exempel
          beredning economy Proposals/exempel stegen
        """,
        """
        Examples:
          beredning economy Proposals/exempel
          beredning economy Proposals/exempel stegen
        """))
  }

  @Argument(
    help: ArgumentHelp(words("Omgångens mapp.", "The round's folder."), valueName: words("omgång", "round")),
    completion: .directory)
  var round: String

  @Argument(
    help: ArgumentHelp(
      words("Bara de här förslagen: deras id.", "Only these proposals: their ids."), valueName: "id"))
  var proposals: [String] = []

  @Option(help: ArgumentHelp(words("Utskriftens format.", "Format of the output.")))
  var format: ExplainFormat?

  @Flag(help: ArgumentHelp(words("Samma som --format json.", "The same as --format json.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(round, output), detail: .summary, output)
    let chosen = try proposals.map { try Compare.find($0, in: report) }
    let results = report.economyResults(chosen.isEmpty ? nil : chosen)
    switch json ? .json : format ?? .text {
    case .text: output.result(report.economyText(results, common.language, style: output.style))
    case .json: output.result(report.economyJSON(results).text() + "\n")
    case .markdown: output.result(report.economyMarkdown(results, common.language))
    }
  }
}
