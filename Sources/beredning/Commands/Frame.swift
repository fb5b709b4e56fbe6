import ArgumentParser
import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

struct Frame: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Visar vad som ryms i omgångens ram.", "Shows what fits the round's frame."),
      discussion: words(
        """
        Exempel:
          beredning frame Proposals/exempel
          beredning frame Proposals/exempel --format markdown > ram.md

        Ramen och villkoren står i round.yaml: frame och constraints.
        """,
        """
        Examples:
          beredning frame Proposals/exempel
          beredning frame Proposals/exempel --format markdown > frame.md

        The frame and the constraints stand in round.yaml: frame and constraints.
        """))
  }

  @Argument(
    help: ArgumentHelp(words("Omgångens mapp.", "The round's folder."), valueName: words("omgång", "round")),
    completion: .directory)
  var round: String

  @Option(help: ArgumentHelp(words("Utskriftens format.", "Format of the output.")))
  var format: PageFormat?

  @ArgumentParser.Flag(help: ArgumentHelp(words("Samma som --format json.", "The same as --format json.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws { try format.check(json: json) }

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(round, output), detail: .values, output)
    let found = try RoundRun.computed(report.sources, output) { () throws(ArithmeticError) in
      try withinFrame(report.data, report.result)
    }
    guard let found else {
      var findings = Findings()
      findings.add(noFrameFinding(report.data.round.source))
      output.report(findings, report.sources)
      throw ExitCode.badInput
    }
    switch json ? .json : format ?? .text {
    case .text: output.result(report.frameText(found, common.language, style: output.style))
    case .json: output.result(report.frameJSON(found).text() + "\n")
    case .markdown: output.result(report.frameMarkdown(found, common.language))
    }
  }
}
