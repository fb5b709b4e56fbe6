import ArgumentParser
import Criteria
import Diagnostics
import FEEL
import Glibc

struct Freeze: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Fryser en omgång: skriver in vilka regler den bedöms efter.",
        "Freezes a round: writes down the rules that it is judged by."),
      discussion: words(
        """
        Exempel:
          beredning freeze Proposals/exempel

        Kontrollsummor (SHA-256) av reglerna och formuläret skrivs i round.yaml. Ändras filerna sedan säger rank ifrån. \
        Allt annat i round.yaml blir som det var.
        """,
        """
        Examples:
          beredning freeze Proposals/exempel

        Hashes (SHA-256) of the rules and the form are written in round.yaml. If the files change later, rank says so. \
        Everything else in round.yaml stays as it was.
        """))
  }

  @OptionGroup var folder: RoundArgument

  @Option(
    help: ArgumentHelp(
      words("Dagen för frysningen; annars i dag.", "The day of freezing; else today."),
      valueName: "åååå-mm-dd"))
  var date: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError(
        words("--date ska skrivas 2026-09-15, inte `\(date)`", "--date is written 2026-09-15, not `\(date)`"))
    }
  }

  func run() throws {
    let output = common.output
    var folder = RoundFolder()
    guard let files = folder.read(self.folder.round) else {
      output.report(folder.reader.findings, folder.reader.sources)
      throw ExitCode.badInput
    }
    var sources = SourceMap()
    let source = sources.add(files.round)
    let form = readForm(sources.add(files.form), in: sources)
    let ruleset = readRuleset(sources.add(files.rules), in: sources, form: form.value)
    var findings = form.findings
    findings.add(contentsOf: ruleset.findings)
    let bytes = ruleset.value.flatMap { frozen(source, in: sources, $0, &findings) }
    output.report(findings, sources)
    guard let bytes, !findings.hasErrors, let value = ruleset.value else { throw ExitCode.badInput }
    do {
      try AtomicFile.write(bytes, to: files.round.path, existing: .replace)
    } catch {
      var failure = Findings()
      failure.add(error.finding(&sources))
      output.report(failure, sources)
      throw ExitCode.badInput
    }
    output.say(
      common.language == .swedish
        ? "\(files.round.path) är fryst med \(value.id) v\(value.version)."
        : "\(files.round.path) is frozen with \(value.id) v\(value.version).")
  }

  private func frozen(
    _ source: SourceID, in sources: SourceMap, _ ruleset: Ruleset, _ findings: inout Findings
  ) -> [UInt8]? {
    do {
      return try freeze(source, in: sources, with: ruleset, on: date.flatMap { CalendarDate($0) } ?? today)
    } catch {
      findings.add(contentsOf: error.findings)
      return nil
    }
  }

  /// The day by the computer's clock. It is written down as when the round was frozen, and nothing is computed from it.
  private var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int64(parts.tm_year) + 1900, month: Int64(parts.tm_mon) + 1, day: Int64(parts.tm_mday))!
  }
}
