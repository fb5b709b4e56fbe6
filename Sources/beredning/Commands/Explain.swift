import ArgumentParser
import Diagnostics
import Presentation
import Scoring

enum ExplainFormat: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

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

  @Argument(
    help: ArgumentHelp(words("Omgångens mapp.", "The round's folder."), valueName: words("omgång", "round")),
    completion: .directory)
  var round: String

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

  @Option(help: ArgumentHelp(words("Utskriftens format.", "Format of the output.")))
  var format: ExplainFormat?

  @Flag(help: ArgumentHelp(words("Samma som --format json.", "The same as --format json.")))
  var json = false

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
    let report = try RoundRun.rank(try RoundRun.load(round, output), detail: .full, output)
    let result = try Compare.find(proposal, in: report)
    guard let text = text(of: result, in: report, output) else {
      let asked = criterion ?? ""
      throw WrongUse.unknown(
        "kriteriet `\(asked)`", "criterion `\(asked)`", asked, among: report.criterionIDs)
    }
    output.result(text)
  }

  private func text(of result: ProposalResult, in report: RoundReport, _ output: Output) -> String? {
    switch json ? .json : format ?? .text {
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
