import ArgumentParser
import Diagnostics
import Presentation
import Scoring

struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words("Förklarar varje poäng för ett förslag.", "Explains every point of a proposal."),
      discussion: words(
        """
        Exempel:
          beredning explain Proposals/exempel vagen-vidare
          beredning explain Proposals/exempel vagen-vidare --criterion partner-breadth
        """,
        """
        Examples:
          beredning explain Proposals/exempel vagen-vidare
          beredning explain Proposals/exempel vagen-vidare --criterion partner-breadth
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Argument(
    help: ArgumentHelp(
      words("Förslagets id, filnamnet utan .yaml.", "The proposal's id, its file name without .yaml."),
      valueName: "id"))
  var proposal: String

  @Option(
    help: ArgumentHelp(
      words(
        "Bara det här kriteriet: id, eller id/id för en del.", "Only this criterion: id, or id/id for a part."
      ),
      valueName: "id"))
  var criterion: String?

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .full, output)
    let result = try Compare.find(proposal, in: report)
    guard let text = text(of: result, in: report, output) else {
      let asked = criterion ?? ""
      throw WrongUse.unknown(
        "kriteriet `\(asked)`", "criterion `\(asked)`", asked, among: report.criterionIDs)
    }
    output.result(text)
  }

  private func text(of result: ProposalResult, in report: RoundReport, _ output: Output) -> String? {
    switch written.chosen {
    case .text:
      if let criterion {
        return report.explanationText(result, criterion: criterion, common.language, style: output.style)
      }
      return report.explanationText(result, common.language, style: output.style)
    case .json: return report.explanationJSON(result, criterion: criterion).map { $0.text() + "\n" }
    case .markdown: return report.explanationMarkdown(result, criterion: criterion, common.language)
    }
  }
}
