import ArgumentParser
import Diagnostics
import Presentation
import Scoring

struct Rank: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words("Rangordnar förslagen i en omgång.", "Ranks the proposals of a round."),
      discussion: words(
        """
        Exempel:
          beredning rank Proposals/exempel
          beredning rank Proposals/exempel --format csv > rangordning.csv
          beredning rank Proposals/exempel --weights system-change=40

        Med --weights prövar du egna vikter. Kriterier som du inte nämner delar på det som är kvar, och utskriften \
        märks som en prövning.
        """,
        """
        Examples:
          beredning rank Proposals/exempel
          beredning rank Proposals/exempel --format csv > ranking.csv
          beredning rank Proposals/exempel --weights system-change=40

        --weights tries weights of your own. Criteria that you do not name share what is left, and the output is marked \
        as a trial.
        """))
  }

  @OptionGroup var folder: RoundArgument

  @OptionGroup var written: FormatOptions<TableFormat>

  @Option(
    help: ArgumentHelp(
      words("Pröva andra vikter, t.ex. id=40,annat-id=20.", "Try other weights, such as id=40,other-id=20."),
      valueName: words("vikter", "weights")))
  var weights: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let loaded = try RoundRun.load(folder.round, output)
    let trial = try weights.map { try RoundRun.weights($0, for: loaded) }
    let report = try RoundRun.rank(loaded, weights: trial, detail: .summary, output)
    switch written.chosen {
    case .text: output.result(report.rankingText(common.language, style: output.style))
    case .json: output.result(report.rankingJSON().text() + "\n")
    case .csv: output.result(report.rankingCSV(common.language))
    case .markdown: output.result(report.rankingMarkdown(common.language))
    }
  }
}
