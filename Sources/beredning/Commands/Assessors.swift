import ArgumentParser
import Diagnostics
import Presentation
import Scoring

struct Assessors: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar bedömarnas svar sida vid sida: var de är överens och var de inte är det.",
        "Shows the assessors' answers side by side: where they agree and where they do not."),
      discussion: words(
        """
        Exempel:
          beredning assessors Proposals/exempel
          beredning assessors Proposals/exempel stegen

        Den som är jävig räknas inte med. Där bedömarna svarar olika räknas hela spannet tills de har ett gemensamt \
        svar med skäl.
        """,
        """
        Examples:
          beredning assessors Proposals/exempel
          beredning assessors Proposals/exempel stegen

        Whoever has a conflict of interest is left out. Where assessors differ the whole span counts until they have \
        a joint answer with a reason.
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
    let views = report.assessorViews(chosen.isEmpty ? nil : chosen)
    switch written.chosen {
    case .text where chosen.isEmpty:
      output.result(report.assessorOverview(views, common.language, style: output.style))
    case .text: output.result(report.assessorText(views, common.language, style: output.style))
    case .json: output.result(report.assessorJSON(views).text() + "\n")
    case .markdown: output.result(report.assessorMarkdown(views, common.language))
    }
  }
}
