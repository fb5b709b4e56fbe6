import ArgumentParser
import Diagnostics
import Presentation
import Scoring

enum RankFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv, markdown }

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

  @Argument(
    help: ArgumentHelp(words("Omgångens mapp.", "The round's folder."), valueName: words("omgång", "round")),
    completion: .directory)
  var round: String

  @Option(help: ArgumentHelp(words("Utskriftens format.", "Format of the output.")))
  var format: RankFormat?

  @Flag(help: ArgumentHelp(words("Samma som --format json.", "The same as --format json.")))
  var json = false

  @Option(
    help: ArgumentHelp(
      words("Pröva andra vikter, t.ex. id=40,annat-id=20.", "Try other weights, such as id=40,other-id=20."),
      valueName: words("vikter", "weights")))
  var weights: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError(
        words(
          "--json och --format \(format.rawValue) går inte ihop",
          "--json and --format \(format.rawValue) do not go together"))
    }
  }

  func run() throws {
    let output = common.output
    let loaded = try RoundRun.load(round, output)
    let trial = try weights.map { try RoundRun.weights($0, for: loaded) }
    let report = try RoundRun.rank(loaded, weights: trial, detail: .summary, output)
    switch json ? .json : format ?? .text {
    case .text: output.result(report.rankingText(common.language, style: output.style))
    case .json: output.result(report.rankingJSON().text() + "\n")
    case .csv: output.result(report.rankingCSV(common.language))
    case .markdown: output.result(report.rankingMarkdown(common.language))
    }
  }
}
