import ArgumentParser
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

struct Robustness: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar om ordningen står sig med andra vikter.", "Shows whether the order holds with other weights."),
      discussion: words(
        """
        Exempel:
          beredning robustness Proposals/exempel
          beredning robustness Proposals/exempel --within 10
          beredning robustness Proposals/exempel --format markdown > star-sig.md

        Samma frö ger samma svar på alla datorer.
        """,
        """
        Examples:
          beredning robustness Proposals/exempel
          beredning robustness Proposals/exempel --within 10
          beredning robustness Proposals/exempel --format markdown > holds.md

        The same seed gives the same answer on every computer.
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Option(
    help: ArgumentHelp(
      words(
        "Hur många uppsättningar vikter som slumpas av varje slag, 100–1000000.",
        "How many sets of weights of each kind are drawn, 100–1000000."),
      valueName: words("antal", "count")))
  var samples = "10000"

  @Option(
    help: ArgumentHelp(
      words("Frö till slumpen, ett heltal.", "Seed of the drawing, a whole number."),
      valueName: words("tal", "number")))
  var seed = "1"

  @Option(
    help: ArgumentHelp(
      words(
        "Hur många procent en vikt får ändras och ändå räknas som en liten ändring, 1–100.",
        "By how many per cent a weight may change and still count as a small change, 1–100."),
      valueName: words("procent", "percent")))
  var within = "20"

  @Option(
    help: ArgumentHelp(
      words("Pröva andra vikter, t.ex. id=40,annat-id=20.", "Try other weights, such as id=40,other-id=20."),
      valueName: words("vikter", "weights")))
  var weights: String?

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let options: RobustnessOptions
    do {
      options = try RobustnessOptions(samples: samples, seed: seed, within: within)
    } catch {
      throw WrongUse("--" + error.message(.swedish), "--" + error.message(.english))
    }
    let loaded = try RoundRun.load(folder.round, output)
    let trial = try weights.map { try RoundRun.weights($0, for: loaded) }
    let report = try RoundRun.rank(loaded, weights: trial, detail: .values, output)
    let found = try RoundRun.computed(report.sources, output) { () throws(ArithmeticError) in
      try robustness(report.data, report.result, options: options)
    }
    switch written.chosen {
    case .text: output.result(report.robustnessText(found, common.language, style: output.style))
    case .json: output.result(report.robustnessJSON(found).text() + "\n")
    case .markdown: output.result(report.robustnessMarkdown(found, common.language))
    }
  }
}
