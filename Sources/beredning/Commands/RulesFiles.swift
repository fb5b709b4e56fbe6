import ArgumentParser
import Criteria
import Diagnostics
import Workbench

/// Reads rulesets, forms and rule tests for `lint`, `test`, `check` and `new`, each file once.
struct RulesFiles {
  var reader = Reader()
  private var known: [String: SourceID] = [:]
  private var rulesets: [String: Ruleset?] = [:]
  private var forms: [String: Form?] = [:]

  /// The form in a file; its findings are kept.
  mutating func form(_ path: String, hints: [Text] = []) -> Form? {
    if let form = forms[path] { return form }
    forms[path] = .some(nil)
    guard let source = source(path, hints: hints) else { return nil }
    let reading = readForm(source, in: reader.sources)
    reader.findings.add(contentsOf: reading.findings)
    forms[path] = reading.value
    return reading.value
  }

  /// The ruleset in a file, with the form beside it.
  mutating func ruleset(_ path: String, hints: [Text] = []) -> Ruleset? {
    if let ruleset = rulesets[path] { return ruleset }
    rulesets[path] = .some(nil)
    guard let source = source(path, hints: hints) else { return nil }
    var form: Form?
    let file = reader.sources[source]
    if let id = Peek.formID(of: file), !id.contains("/") {
      form = self.form(
        SourcePath.joined(SourcePath.folder(of: path), id + ".form.yaml"),
        hints: [
          Text(
            "Filen är formuläret för \(path), som säger `form: \(id)`.",
            "The file is the form of \(path), which says `form: \(id)`.")
        ])
      if form == nil && reader.findings.hasErrors && Peek.kind(of: file) == .ruleset { return nil }
    }
    let reading = readRuleset(source, in: reader.sources, form: form)
    reader.findings.add(contentsOf: reading.findings)
    rulesets[path] = reading.value
    return reading.value
  }

  /// The authors' cases in a file, with the ruleset beside it.
  mutating func tests(_ path: String) -> (RuleTests, Ruleset)? {
    guard let source = source(path) else { return nil }
    let file = reader.sources[source]
    guard let id = Peek.rulesetID(ofTests: file), !id.contains("/") else {
      reader.reportUnreadable(path, ending: ".tests.yaml")
      return nil
    }
    let rules = SourcePath.joined(SourcePath.folder(of: path), id + ".rules.yaml")
    guard
      let ruleset = ruleset(
        rules,
        hints: [
          Text(
            "Filen är regelverket för \(path), som säger `ruleset: \(id)`.",
            "The file is the ruleset of \(path), which says `ruleset: \(id)`.")
        ])
    else { return nil }
    let reading = readRuleTests(source, in: reader.sources, ruleset: ruleset)
    reader.findings.add(contentsOf: reading.findings)
    return reading.value.map { ($0, ruleset) }
  }

  mutating func kind(_ path: String) -> FileKind? {
    guard let source = source(path) else { return nil }
    return Peek.kind(of: reader.sources[source])
  }

  mutating func source(_ path: String, hints: [Text] = []) -> SourceID? {
    if let source = known[path] { return source }
    guard let file = reader.file(path, hints: hints) else { return nil }
    let source = reader.sources.add(file)
    known[path] = source
    return source
  }
}

extension Reader {
  mutating func reportUnreadable(_ path: String, ending: String) {
    report(
      Finding(
        Code("W", 15), at: nil,
        Text(
          "`\(path)` säger inte vilket regelverk den hör till",
          "`\(path)` does not say which ruleset it belongs to"),
        hints: [
          Text("Regeltester har `ruleset:` överst.", "Rule tests have `ruleset:` at the top.")
        ]))
  }
}
