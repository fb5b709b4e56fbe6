import ArgumentParser
import Criteria
import Diagnostics
import FEEL
import Presentation
import Scoring

struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: words(
        "Granskar ett utkast: vad som stoppar det, vad som saknas och hur det står till.",
        "Checks a draft: what stops it, what is missing and how it stands."),
      discussion: words(
        """
        Exempel:
          beredning check utkast.yaml --rules Rules/samordningsforbund-2.0.rules.yaml
          beredning check Proposals/exempel/nystart-norr.yaml

        Ligger utkastet i en omgångs mapp gäller omgångens regler och datum. Annars gäller --rules, eller de enda regler som finns i mappen Rules, och datumet är det första som \
        reglerna gäller. Inget utkast lämnar din dator. Slutkod 1 när något stoppar utkastet, 3 när det inte går att \
        läsa.
        """,
        """
        Examples:
          beredning check draft.yaml --rules Rules/samordningsforbund-2.0.rules.yaml
          beredning check Proposals/exempel/nystart-norr.yaml

        A draft in a round's folder is checked by the round's rules and date. Else by --rules, or the only rules in the folder Rules, and the date is the first on \
        which the rules are valid. No draft leaves your computer. Exit code 1 when something stops the draft, 3 when it \
        cannot be read.
        """))
  }

  @Argument(
    help: ArgumentHelp(words("Utkast.", "Drafts."), valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      words("Reglerna att granska efter.", "The rules to check by."), valueName: words("regler", "rules")),
    completion: .file(extensions: ["yaml"]))
  var rules: String?

  @Option(
    help: ArgumentHelp(
      words("Dagen som alla datum jämförs med.", "The day that all dates are compared with."),
      valueName: "åååå-mm-dd"))
  var date: String?

  @OptionGroup var written: FormatOptions<CheckFormat>

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if written.chosen != .text && files.count != 1 {
      throw ValidationError(words("JSON skrivs för ett utkast i taget", "JSON is written for one draft"))
    }
    if let date, CalendarDate(date) == nil {
      throw ValidationError(
        words("--date ska skrivas 2026-09-15, inte `\(date)`", "--date is written 2026-09-15, not `\(date)`"))
    }
  }

  func run() throws {
    let output = common.output
    var found = RulesFiles()
    var checks: [SelfCheck] = []
    for path in files { if let check = try self.check(path, &found) { checks.append(check) } }
    output.report(found.reader.findings, found.reader.sources)
    if found.reader.findings.hasErrors { throw ExitCode.badInput }
    let texts = checks.map { check in
      switch written.chosen {
      case .json: check.json().text() + "\n"
      case .view: check.viewJSON(common.language).text() + "\n"
      case .text: check.text(common.language, style: output.style)
      }
    }
    output.result(texts.joined(separator: "\n"))
    if checks.contains(where: { $0.isStopped }) { throw ExitCode.findings }
  }

  private func check(_ path: String, _ found: inout RulesFiles) throws -> SelfCheck? {
    let before = found.reader.findings.count(of: .error)
    let place = Place(of: path)
    let round = rules == nil || date == nil ? place.round(&found) : nil
    let rulesPath = try rules ?? round?.rules ?? NearbyRules.only(ending: ".rules.yaml", option: "--rules")
    guard let ruleset = found.ruleset(rulesPath) else {
      // The draft may have errors of its own; they can be told only by its form.
      if before == found.reader.findings.count(of: .error) { throw ExitCode.badInput }
      return nil
    }
    guard let asOf = date.flatMap({ CalendarDate($0) }) ?? round?.asOf ?? ruleset.validFrom else {
      throw WrongUse("ange dagen med --date", "give the day with --date")
    }
    guard let source = found.source(path) else { return nil }
    let reading = readProposal(source, in: found.reader.sources, form: ruleset.form, asOf: asOf)
    found.reader.findings.add(contentsOf: reading.findings)
    guard let proposal = reading.value else { return nil }
    do {
      return try selfCheck(proposal, ruleset: ruleset, asOf: asOf, sources: found.reader.sources)
    } catch {
      found.reader.report(error.scoringFinding)
      return nil
    }
  }

  /// Where a draft lies, and the round there, if any.
  private struct Place {
    let folder: String

    init(of path: String) { folder = SourcePath.folder(of: path) }

    func round(_ found: inout RulesFiles) -> (rules: String, asOf: CalendarDate?)? {
      let path = SourcePath.joined(folder, "round.yaml")
      guard ListFolder.exists(path), let source = found.source(path) else { return nil }
      let file = found.reader.sources[source]
      guard let rules = Peek.rulesPath(ofRound: file) else { return nil }
      let round = readRound(source, in: found.reader.sources).value
      return (SourcePath.joined(folder, rules), round?.asOf)
    }
  }
}
