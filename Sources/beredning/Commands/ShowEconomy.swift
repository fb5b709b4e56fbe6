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

  @OptionGroup var folder: RoundArgument

  @Argument(
    help: ArgumentHelp(
      words("Bara de här förslagen: deras id.", "Only these proposals: their ids."), valueName: "id"))
  var proposals: [String] = []

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .summary, output)
    let chosen = try proposals.map { try Compare.find($0, in: report) }
    let results = report.economyResults(chosen.isEmpty ? nil : chosen)
    switch written.chosen {
    case .text: output.result(report.economyText(results, common.language, style: output.style))
    case .json: output.result(report.economyJSON(results).text() + "\n")
    case .markdown: output.result(report.economyMarkdown(results, common.language))
    }
  }
}
