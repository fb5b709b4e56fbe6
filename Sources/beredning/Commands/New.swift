import ArgumentParser
import Criteria
import Diagnostics
import Presentation
import Workbench

struct New: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: words(
        "Skriver en kommenterad mall: ett förslag, regler eller en omgång.",
        "Writes a commented template: a proposal, a ruleset or a round."),
      subcommands: [NewProposal.self, NewRuleset.self, NewRound.self])
  }
}

struct NewProposal: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "proposal",
      abstract: words("Ett förslag att fylla i.", "A proposal to fill in."),
      discussion: words(
        """
        Exempel:
          beredning new proposal --out stegen.yaml
        """,
        """
        Examples:
          beredning new proposal --out stegen.yaml
        """))
  }

  @Option(
    help: ArgumentHelp(
      words("Formuläret; annars det enda som finns.", "The form; else the only one there is."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var form: String?

  @Option(
    help: ArgumentHelp(
      words("Förslagets id; annars filens namn.", "The proposal's id; else the file's name.")))
  var id: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(
      words("Alla fält, inte bara det en idé behöver.", "Every field, not only what an idea needs.")))
  var all = false

  @OptionGroup var target: TemplateTarget
  @OptionGroup var common: CommonOptions

  func run() throws {
    var files = RulesFiles()
    let id = try target.id(id, or: "nytt-forslag", ending: ".yaml")
    let form = files.form(try self.form ?? NearbyRules.only(ending: ".form.yaml", option: "--form"))
    common.output.report(files.reader.findings, files.reader.sources)
    guard let form else { throw ExitCode.badInput }
    try target.write(proposalTemplate(form, id: id, all: all, common.language), common.output)
  }
}

struct NewRuleset: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ruleset",
      abstract: words("Regler att börja med.", "Rules to begin with."),
      discussion: words(
        """
        Exempel:
          beredning new ruleset --form Rules/ansokan.form.yaml --out Rules/egna.rules.yaml
        """,
        """
        Examples:
          beredning new ruleset --form Rules/ansokan.form.yaml --out Rules/own.rules.yaml
        """))
  }

  @Option(
    help: ArgumentHelp(
      words("Formuläret; annars det enda som finns.", "The form; else the only one there is."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var form: String?

  @Option(
    help: ArgumentHelp(words("Reglernas id; annars filens namn.", "The ruleset's id; else the file's name.")))
  var id: String?

  @OptionGroup var target: TemplateTarget
  @OptionGroup var common: CommonOptions

  func run() throws {
    var files = RulesFiles()
    let id = try target.id(id, or: "nya-regler", ending: ".rules.yaml")
    let form = files.form(try self.form ?? NearbyRules.only(ending: ".form.yaml", option: "--form"))
    common.output.report(files.reader.findings, files.reader.sources)
    guard let form else { throw ExitCode.badInput }
    try target.write(rulesetTemplate(form, id: id, common.language), common.output)
  }
}

struct NewRound: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "round",
      abstract: words("En omgång att fylla i.", "A round to fill in."),
      discussion: words(
        """
        Exempel:
          beredning new round --rules Rules/samordningsforbund-2.0.rules.yaml --out Proposals/var-2027/round.yaml
        """,
        """
        Examples:
          beredning new round --rules Rules/samordningsforbund-2.0.rules.yaml --out Proposals/spring-2027/round.yaml
        """))
  }

  @Option(
    help: ArgumentHelp(
      words("Reglerna; annars de enda som finns.", "The rules; else the only ones there are."),
      valueName: words("fil", "file")),
    completion: .file(extensions: ["yaml"]))
  var rules: String?

  @Option(
    help: ArgumentHelp(words("Omgångens id; annars mappens namn.", "The round's id; else the folder's name."))
  )
  var id: String?

  @OptionGroup var target: TemplateTarget
  @OptionGroup var common: CommonOptions

  func run() throws {
    var files = RulesFiles()
    let folder = target.out.map { SourcePath.folder(of: $0) } ?? ""
    let id = try target.id(
      id ?? (folder.isEmpty ? nil : SourcePath.name(of: folder)), or: "ny-omgang", ending: ".yaml")
    let rules = try self.rules ?? NearbyRules.only(ending: ".rules.yaml", option: "--rules")
    let ruleset = files.ruleset(rules)
    common.output.report(files.reader.findings, files.reader.sources)
    guard let ruleset, !files.reader.findings.hasErrors else { throw ExitCode.badInput }
    let path = relativePath(rules, to: folder)
    try target.write(roundTemplate(ruleset, id: id, rulesPath: path, common.language), common.output)
  }
}

/// Where a template goes.
struct TemplateTarget: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("Filen att skriva; den får inte finnas.", "The file to write; it must not exist."),
      valueName: words("fil", "file")),
    completion: .file())
  var out: String?

  /// The id that was asked for, else the file's name, else `fallback`.
  func id(_ asked: String?, or fallback: String, ending: String) throws -> String {
    var id = asked ?? fallback
    if asked == nil, let out {
      let name = SourcePath.name(of: out)
      if name.hasSuffix(ending) { id = String(name.dropLast(ending.count)) }
    }
    let isID =
      !id.isEmpty
      && id.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
          || byte == 0x2E && ending != ".yaml"
      }
    guard isID else {
      throw WrongUse(
        "`\(id)` kan inte vara ett id: använd små bokstäver a–z, siffror och bindestreck, t.ex. med --id",
        "`\(id)` cannot be an id: use lower-case letters a–z, digits and hyphens, for instance with --id")
    }
    return id
  }

  func write(_ text: String, _ output: Output) throws {
    guard let out else {
      output.result(text)
      return
    }
    do {
      try AtomicFile.write(Array(text.utf8), to: out, existing: .keep)
      output.say(output.language == .swedish ? "\(out) är skriven." : "\(out) is written.")
    } catch {
      var sources = SourceMap()
      var findings = Findings()
      findings.add(error.finding(&sources))
      output.report(findings, sources)
      throw ExitCode.badInput
    }
  }
}
