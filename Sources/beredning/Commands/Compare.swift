import ArgumentParser
import Diagnostics
import Presentation
import Scoring

struct Compare: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar varför ett förslag står före ett annat.", "Shows why one proposal stands above another."),
      discussion: words(
        """
        Exempel:
          beredning compare Proposals/exempel stegen vagen-vidare
        """,
        """
        Examples:
          beredning compare Proposals/exempel stegen vagen-vidare
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Argument(
    help: ArgumentHelp(
      words("Två eller flera förslag: deras id.", "Two or more proposals: their ids."), valueName: "id"))
  var proposals: [String]

  @OptionGroup var written: FormatOptions<TextFormat>

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if proposals.count < 2 {
      throw ValidationError(words("ange minst två förslag", "name at least two proposals"))
    }
    if Set(proposals).count < proposals.count {
      throw ValidationError(words("samma förslag står två gånger", "a proposal is named twice"))
    }
  }

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .summary, output)
    let chosen = try proposals.map { try Self.find($0, in: report) }
    // Neighbours in the order that ranks them, the first before the second.
    let ordered = chosen.sorted { a, b in
      a.total.low == b.total.low ? a.index < b.index : b.total.low < a.total.low
    }
    var contrasts: [Contrast] = []
    for (first, second) in zip(ordered, ordered.dropFirst()) {
      contrasts.append(try contrast(report.data, report.result, first.index, second.index))
    }
    if written.chosen == .json {
      output.result(report.contrastJSON(contrasts).text() + "\n")
    } else {
      let texts = contrasts.map { report.contrastText($0, common.language, style: output.style) }
      output.result(texts.joined(separator: "\n"))
    }
  }

  /// The proposal with this id, or wrong use with the nearest one.
  static func find(_ id: String, in report: RoundReport) throws -> ProposalResult {
    if let result = report.proposal(id) { return result }
    throw WrongUse.unknown(
      "förslaget `\(id)`", "proposal `\(id)`", id, among: report.result.proposals.map { $0.id })
  }
}
