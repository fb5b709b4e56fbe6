import ArgumentParser
import Criteria
import Diagnostics
import ExactNumbers
import Workbench

struct TestRules: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "test",
      abstract: words("Kör regelförfattarnas egna testfall.", "Runs the rule authors' own cases."),
      discussion: words(
        """
        Exempel:
          beredning test Rules/samordningsforbund-2.0.rules.yaml
          beredning test Rules/*.tests.yaml

        Till <regler>.rules.yaml hör <regler>.tests.yaml i samma mapp. Slutkod 1 när ett fall inte stämmer.
        """,
        """
        Examples:
          beredning test Rules/samordningsforbund-2.0.rules.yaml
          beredning test Rules/*.tests.yaml

        <rules>.rules.yaml goes with <rules>.tests.yaml in the same folder. Exit code 1 when a case does not hold.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      words("Regler eller regeltester.", "Rulesets or rule tests."), valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output
    var rules = RulesFiles()
    var text = ""
    var failures = Findings()
    var done: [String] = []
    for path in files.map(testsPath) where !done.contains(path) {
      done.append(path)
      guard let (tests, ruleset) = rules.tests(path) else { continue }
      guard let outcomes = try? runRuleTests(tests, ruleset: ruleset) else { throw ExitCode.badInput }
      text += report(path, outcomes)
      for outcome in outcomes { failures.add(contentsOf: outcome.failures) }
    }
    if rules.reader.findings.hasErrors {
      output.report(rules.reader.findings, rules.reader.sources)
      throw ExitCode.badInput
    }
    output.report(failures, rules.reader.sources)
    output.result(text)
    if !failures.isEmpty { throw ExitCode.findings }
  }

  private func testsPath(_ path: String) -> String {
    guard path.hasSuffix(".rules.yaml") else { return path }
    return path.dropLast(".rules.yaml".count) + ".tests.yaml"
  }

  private func report(_ path: String, _ outcomes: [RuleTestOutcome]) -> String {
    let held = outcomes.count { $0.holds }
    var text =
      common.language == .swedish
      ? "\(path): \(held) av \(outcomes.count) fall stämmer\n"
      : "\(path): \(held) of \(outcomes.count) cases hold\n"
    for outcome in outcomes where !outcome.holds {
      text +=
        common.language == .swedish
        ? "  stämmer inte: \(outcome.name)\n" : "  does not hold: \(outcome.name)\n"
    }
    return text
  }
}
