import ArgumentParser
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

struct Missing: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar vad som saknas i en omgång, hur mycket det avgör och vem som löser det.",
        "Shows what is missing in a round, how much it decides and who resolves it."),
      discussion: words(
        """
        Exempel:
          beredning missing Proposals/exempel
          beredning missing Proposals/exempel --for nystart-norr

        Med --for skrivs en lista att skicka till den sökande. Den säger inget om poäng eller platser.
        """,
        """
        Examples:
          beredning missing Proposals/exempel
          beredning missing Proposals/exempel --for nystart-norr

        With --for a list is written to send to the applicant. It says nothing of points or ranks.
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      words("En lista att skicka till den som sökt med det här id:t.", "A list to send to this applicant."),
      valueName: "id"))
  var applicant: String?

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .summary, output)
    let result = try applicant.map { try Compare.find($0, in: report) }
    let gaps = try RoundRun.computed(report.sources, output) { () throws(ArithmeticError) in try report.gaps()
    }
    output.result(text(gaps, result, report, output))
  }

  private func text(_ gaps: Gaps, _ result: ProposalResult?, _ report: RoundReport, _ output: Output)
    -> String
  {
    let language = common.language
    guard let result else {
      return switch written.chosen {
      case .text: report.missingText(gaps, language, style: output.style)
      case .json: report.missingJSON(gaps).text() + "\n"
      case .markdown: report.missingMarkdown(gaps, language)
      }
    }
    return switch written.chosen {
    case .text: report.supplementText(gaps, for: result, language, style: output.style)
    case .json: report.supplementJSON(gaps, for: result).text() + "\n"
    case .markdown: report.supplementMarkdown(gaps, for: result, language)
    }
  }
}
