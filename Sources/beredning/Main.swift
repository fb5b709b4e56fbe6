import ArgumentParser
import Diagnostics
import Presentation
import Glibc

/// The command. Exit codes: 0 a result was given; 1 findings, only from `check`, `lint` and `test`; 2 wrong use;
/// 3 bad input, and nothing was written.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try WrongUse.checkCommand(arguments)
      var command = try Beredning.parseAsRoot(arguments)
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch let wrong as WrongUse {
      Output.write(words("fel: ", "error: ") + wrong.message + "\n", to: STDERR_FILENO)
      exit(2)
    } catch {
      let text = HelpText.translated(
        Beredning.fullMessage(for: error, columns: Terminal.width(STDOUT_FILENO) ?? 100))
      if Beredning.exitCode(for: error) == .success {
        Output.write(text + "\n", to: STDOUT_FILENO)
        exit(0)
      }
      Output.write(text + "\n", to: STDERR_FILENO)
      exit(2)
    }
  }
}

struct Beredning: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "beredning",
      abstract: words(
        "Läser en styrelses kriterier, rangordnar projektförslag efter dem och förklarar varje poäng.",
        "Reads a board's criteria, ranks project proposals by them and explains every point."),
      discussion: words(
        """
        Exempel:
          beredning rank Proposals/exempel
          beredning explain Proposals/exempel vagen-vidare
          beredning check utkast.yaml

        Verktyget ger råd. Styrelsen beslutar.
        """,
        """
        Examples:
          beredning rank Proposals/exempel
          beredning explain Proposals/exempel vagen-vidare --lang en
          beredning check draft.yaml

        The tool advises. The board decides.
        """),
      version: Release.version,
      subcommands: [
        Rank.self, Explain.self, Compare.self, Robustness.self, Frame.self,
        Improve.self, Missing.self, Assessors.self, ShowEconomy.self,
        Check.self, WriteSelfCheck.self, WriteWorkspace.self, Lint.self, TestRules.self, Freeze.self,
        WritePaper.self,
        New.self, Feel.self,
      ])
  }
}

extension ExitCode {
  /// Findings: from `check`, `lint` and `test` alone.
  static let findings = ExitCode(1)
  static let wrongUse = ExitCode(2)
  static let badInput = ExitCode(3)
}
