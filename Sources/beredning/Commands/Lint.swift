import ArgumentParser
import Criteria
import Diagnostics
import Workbench

struct Lint: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words("Granskar regler, formulär och regeltester.", "Checks rulesets, forms and rule tests."),
      discussion: words(
        """
        Exempel:
          beredning lint Rules/*.yaml
          beredning lint Rules/egna.rules.yaml --json

        Slutkod 3 vid fel, 1 vid varningar, annars 0.
        """,
        """
        Examples:
          beredning lint Rules/*.yaml
          beredning lint Rules/own.rules.yaml --json

        Exit code 3 with errors, 1 with warnings, else 0.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      words("Regler, formulär eller regeltester.", "Rulesets, forms or rule tests."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @ArgumentParser.Flag(
    help: ArgumentHelp(words("Skriv det som finns att säga som JSON.", "Write the findings as JSON.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    var rules = RulesFiles()
    var rulesets: [Ruleset] = []
    for path in files { check(path, &rules, &rulesets) }
    for ruleset in rulesets {
      let sharing = rulesets.filter { $0.form.source == ruleset.form.source }
      rules.reader.findings.add(contentsOf: unreadFields(sharing))
    }
    for earlier in rulesets {
      // Versions of one ruleset given together: `lint OLD NEW`.
      for later in rulesets where later.id == earlier.id && earlier.isBefore(later) {
        rules.reader.findings.add(contentsOf: changedRanges(from: earlier, to: later))
      }
    }
    let findings = rules.reader.findings
    if json {
      output.result(findings.json(sources: rules.reader.sources).text() + "\n")
    } else {
      output.report(findings, rules.reader.sources)
      if findings.isEmpty {
        output.say(
          words("Inget att anmärka på: \(files.count) filer.", "Nothing to remark on: \(files.count) files."))
      }
    }
    if findings.hasErrors { throw ExitCode.badInput }
    if findings.count(of: .warning) > 0 { throw ExitCode.findings }
  }

  private func check(_ path: String, _ rules: inout RulesFiles, _ rulesets: inout [Ruleset]) {
    switch rules.kind(path) {
    case .form: _ = rules.form(path)
    case .tests: _ = rules.tests(path)
    // What is none of these the ruleset's reader explains.
    default:
      guard let ruleset = rules.ruleset(path) else { return }
      rules.reader.findings.add(contentsOf: checkRuleset(ruleset))
      rulesets.append(ruleset)
    }
  }
}

extension Ruleset {
  /// An earlier version of the same ruleset, by the day from which it holds.
  fileprivate func isBefore(_ other: Ruleset) -> Bool {
    guard let own = validFrom, let theirs = other.validFrom else { return false }
    return own < theirs
  }
}
