import ArgumentParser
import Diagnostics
import FEEL
import FoundationEssentials
import Workbench

struct Feel: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "feel",
      abstract: words(
        "Regelspråket FEEL: beräkna uttryck, kör testfall.",
        "The rule language FEEL: evaluate expressions, run cases."),
      subcommands: [Eval.self, Conformance.self])
  }

  struct Eval: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "eval", abstract: words("Beräknar ett uttryck.", "Evaluates an expression."),
        discussion: words(
          """
          Exempel:
            beredning feel eval 'sum([1, 2, 3]) > 5'
            beredning feel eval 'if antal < 10 then "få" else "många"' --context uppgifter.feel

          Filen till --context är ett FEEL-uttryck med namn och värden: {antal: 12, orter: ["Åvik"]}. JSON går bra.
          """,
          """
          Examples:
            beredning feel eval 'sum([1, 2, 3]) > 5'
            beredning feel eval 'if number < 10 then "few" else "many"' --context facts.feel

          The file of --context is a FEEL expression with names and values: {number: 12, places: ["Åvik"]}. JSON will do.
          """))
    }

    @Argument(
      help: ArgumentHelp(
        words("Ett FEEL-uttryck.", "A FEEL expression."), valueName: words("uttryck", "expression")))
    var expression: String

    @Option(
      help: ArgumentHelp(words("Namn och värden.", "Names and values."), valueName: words("fil", "file")),
      completion: .file())
    var context: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let output = common.output
      var run = FeelRun(output)
      let context = try context.map { try run.context($0) } ?? Context()
      let value = try run.evaluate(
        SourceFile(path: words("uttrycket", "expression"), bytes: Array(expression.utf8)), context)
      output.result(value.literal + "\n")
    }
  }

  struct Conformance: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "conformance",
        abstract: words(
          "Kör fall ur DMN TCK (en JSON-rad per fall) och visar vad som stämmer.",
          "Runs cases of the DMN TCK (a line of JSON each) and shows what agrees."))
    }

    @Argument(
      help: ArgumentHelp(words("Filer med fall.", "Files with cases."), valueName: words("fil", "file")),
      completion: .file())
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
      let output = common.output
      var reader = Reader()
      for path in files { _ = reader.file(path, limit: 256 << 20) }
      if reader.findings.hasErrors {
        output.report(reader.findings, reader.sources)
        throw ExitCode.badInput
      }
      do {
        let report = try FEELConformance.run(files: files.map { URL(fileURLWithPath: $0) })
        output.result(ConformanceText(common.language).text(report))
      } catch {
        var findings = Findings()
        let place = error.line.map { ":\($0)" } ?? ""
        findings.add(
          Finding(
            Code("W", 13), at: nil,
            Text(
              "`\(error.file)\(place)` är inget testfall i JSON", "`\(error.file)\(place)` is no case in JSON"
            ),
            hints: [
              Text(
                "Varje rad är ett fall, som i `shared/conformance/feel`.",
                "Every line is a case, as in `shared/conformance/feel`.")
            ]))
        output.report(findings, SourceMap())
        throw ExitCode.badInput
      }
    }
  }
}

/// Evaluates an expression of the command line.
struct FeelRun {
  let output: Output
  private var sources = SourceMap()

  init(_ output: Output) { self.output = output }

  mutating func context(_ path: String) throws -> Context {
    var reader = Reader()
    guard let file = reader.file(path) else {
      output.report(reader.findings, reader.sources)
      throw ExitCode.badInput
    }
    guard case .context(let context) = try evaluate(file, Context()) else {
      var findings = Findings()
      findings.add(
        Finding(
          Code("W", 14), at: nil,
          Text("`\(path)` är inga namn och värden", "`\(path)` is no names and values"),
          hints: [Text("Skriv till exempel {antal: 12}.", "Write for instance {number: 12}.")]))
      output.report(findings, SourceMap())
      throw ExitCode.badInput
    }
    return context
  }

  /// The value. Errors on the way are told; a syntax error ends the command.
  mutating func evaluate(_ file: SourceFile, _ context: Context) throws -> Value {
    let source = sources.add(file)
    let lines = LineIndex(file.bytes)
    let span = { (range: TextRange) in
      Span(
        source: source, start: lines.position(atOffset: range.start), end: lines.position(atOffset: range.end)
      )
    }
    var names = NameTable.standard
    names.insert(namesIn: context)
    var findings = Findings()
    do {
      let expression = try parseExpression(String(decoding: file.bytes, as: UTF8.self), names: names)
      let outcome = Evaluator().outcome(of: expression, in: Scope(context: context))
      for error in outcome.errors {
        findings.add(Finding(Code("E", 301), .warning, at: span(error.range), error.message()))
      }
      output.report(findings, sources)
      return outcome.value
    } catch {
      findings.add(
        Finding(
          Code("E", 101), at: span(error.range), error.message(), hints: error.hints,
          related: error.related.map { Finding.Related(span: span($0.range), message: $0.message) }))
      output.report(findings, sources)
      throw ExitCode.badInput
    }
  }
}
