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

  @OptionGroup var folder: RoundArgument

  @OptionGroup var written: FormatOptions<PageFormat>

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    let report = try RoundRun.rank(try RoundRun.load(folder.round, output), detail: .values, output)
    let found = try RoundRun.computed(report.sources, output) { () throws(ArithmeticError) in
      try withinFrame(report.data, report.result)
    }
    guard let found else {
      var findings = Findings()
      findings.add(noFrameFinding(report.data.round.source))
      output.report(findings, report.sources)
      throw ExitCode.badInput
    }
    switch written.chosen {
    case .text: output.result(report.frameText(found, common.language, style: output.style))
    case .json: output.result(report.frameJSON(found).text() + "\n")
    case .markdown: output.result(report.frameMarkdown(found, common.language))
    }
  }
}
