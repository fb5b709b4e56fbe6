import ArgumentParser
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

struct Improve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar vad som skulle ge ett förslag fler poäng, räknat på nytt med samma regler.",
        "Shows what would earn a proposal more points, scored again by the same rules."),
      discussion: words(
        """
        Exempel:
          beredning improve Proposals/exempel samlat-stod
          beredning improve Proposals/exempel samlat-stod --to-total 65
          beredning improve Proposals/exempel samlat-stod --to-rank 1

        Det som är säkert (en uppgift ändras, en handling blir sedd) står för sig. Det som är antaget (regeln är \
        uppfylld) står för sig. Vägen till en plats är för förbundet, inte för sökanden.
        """,
        """
        Examples:
          beredning improve Proposals/exempel samlat-stod
          beredning improve Proposals/exempel samlat-stod --to-total 65
          beredning improve Proposals/exempel samlat-stod --to-rank 1

        What is certain (a detail changes, a document is seen) stands by itself. What is assumed (a rule is met) \
        stands by itself. The way to a rank is for the association, not for applicants.
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
      words("Kortaste vägen till så många poäng.", "The shortest way to this many points."),
      valueName: words("poäng", "points")))
  var toTotal: String?

  @Option(
    help: ArgumentHelp(
      words(
        "Kortaste vägen till den platsen, om de andra förslagen är som de är.",
        "The shortest way to this rank, the other proposals as they are."),
      valueName: words("plats", "rank")))
  var toRank: Int?

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if toTotal != nil && toRank != nil {
      throw ValidationError(
        words(
          "--to-total och --to-rank går inte ihop", "--to-total and --to-rank do not go together"))
    }
    if let toRank, toRank < 1 {
      throw ValidationError(
        words("--to-rank ska vara 1 eller mer", "--to-rank must be 1 or more"))
    }
    if let toTotal, Self.points(toTotal) == nil {
      throw ValidationError(
        words(
          "--to-total ska vara ett tal, som 62,5, inte `\(toTotal)`",
          "--to-total must be a number, such as 62.5, not `\(toTotal)`"))
    }
  }

  private static func points(_ text: String) -> Rational? {
    let written = String(text.map { $0 == "," ? "." : $0 })
    return Decimal(written).flatMap { try? Rational($0) }
  }

  private var goal: ImprovementGoal? {
    toTotal.flatMap { Self.points($0) }.map { .total($0) } ?? toRank.map { .rank($0) }
  }

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .summary, output)
    let result = try Compare.find(proposal, in: report)
    if let goal { try check(goal, result, report) }
    let (found, steps) = try RoundRun.computed(report.sources, output) { () throws(ArithmeticError) in
      let found = try report.improvements(at: result.index)
      guard let goal else { return (found, nil as Improvements.Way?) }
      return (found, try report.way(to: goal, for: found))
    }
    let way = goal.map { (goal: $0, way: steps) }
    switch written.chosen {
    case .text:
      output.result(report.improvementText(found, goal: way, common.language, style: output.style))
    case .json: output.result(report.improvementJSON(found, goal: way).text() + "\n")
    case .markdown: output.result(report.improvementMarkdown(found, goal: way, common.language))
    }
  }

  private func check(_ goal: ImprovementGoal, _ result: ProposalResult, _ report: RoundReport) throws {
    switch goal {
    case .total(let total):
      if report.highestTotal < total {
        throw WrongUse(
          "--to-total: högsta möjliga är \(report.highestTotal.text)",
          "--to-total: the most there can be is \(report.highestTotal.text)")
      }
    case .rank:
      let group = report.result.groups.first { $0.group == result.group }
      if result.list != .ranked || group == nil {
        throw WrongUse(
          "--to-rank: \(result.id) är inte rangordnat", "--to-rank: \(result.id) is not ranked")
      }
    }
  }
}
