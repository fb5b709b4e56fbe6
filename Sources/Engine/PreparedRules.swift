import Criteria
import Diagnostics
import Scoring

/// Rules and their form, read once and asked many times. Holds no answer to anything: what is asked twice is worked
/// out twice.
public final class PreparedRules: Sendable {
  let ruleset: Ruleset
  /// The files that the rules came from; a draft's come after them.
  let sources: SourceMap
  let plan: ReadingPlan

  init(ruleset: Ruleset, sources: SourceMap) {
    self.ruleset = ruleset
    self.sources = sources
    plan = ReadingPlan(ruleset)
  }

  /// Reads the file of the option `rules`, with the form beside it; nil where they cannot be used.
  public convenience init?(_ request: Request) {
    do throws(Refusal) {
      let options = try Options(request, known: ["rules"])
      let (ruleset, sources) = try request.rules(at: try options.required("rules"))
      self.init(ruleset: ruleset, sources: sources)
    } catch {
      return nil
    }
  }
}

extension PreparedRules {
  /// Rules that were compiled elsewhere, from the file of the option `compiled`; nil where they cannot be used.
  public convenience init?(compiled request: Request) {
    do throws(Refusal) {
      let options = try Options(request, known: ["compiled"])
      let file = try request.file(try options.required("compiled"))
      var sources = SourceMap()
      guard let ruleset = try? CompiledRules.read(file.bytes, into: &sources) else { return nil }
      self.init(ruleset: ruleset, sources: sources)
    } catch {
      return nil
    }
  }
}

extension Request {
  /// The rules at a path, with the form beside them. Notes and warnings are for those who write rules.
  func rules(at path: String) throws(Refusal) -> (Ruleset, SourceMap) {
    var sources = SourceMap()
    var findings = Findings()
    let rules = try file(path)
    let source = sources.add(rules)
    var form: Form?
    if let id = Peek.formID(of: rules) {
      let beside = SourcePath.joined(SourcePath.folder(of: path), id + ".form.yaml")
      let reading = readForm(sources.add(try file(beside)), in: sources)
      findings.add(contentsOf: reading.findings)
      form = reading.value
    }
    let reading = readRuleset(source, in: sources, form: form)
    findings.add(contentsOf: reading.findings)
    guard let ruleset = reading.value else { throw .badInput(findings, sources) }
    return (ruleset, sources)
  }
}
