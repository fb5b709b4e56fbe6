public import Diagnostics
import YAMLSource

/// Which other files a file needs, told without reading all of it. Nil where it does not say, or cannot be read:
/// the findings of reading it in full tell why.
public enum Peek {
  /// What the file says that it is.
  public static func kind(of file: SourceFile) -> FileKind? {
    value(of: "schema", in: file).flatMap { FileKind(schema: $0) }
  }

  /// Of a round: the path of its rules, relative to the round's folder.
  public static func rulesPath(ofRound file: SourceFile) -> String? { value(of: "rules", in: file) }

  /// Of a ruleset or a proposal: the id of its form, `<id>.form.yaml` beside the rules.
  public static func formID(of file: SourceFile) -> String? { value(of: "form", in: file) }

  /// Of rule tests: the id of the ruleset, `<id>.rules.yaml` beside them.
  public static func rulesetID(ofTests file: SourceFile) -> String? { value(of: "ruleset", in: file) }

  private static func value(of key: String, in file: SourceFile) -> String? {
    var sources = SourceMap()
    let source = sources.add(file)
    var findings = Findings()
    return parseYAML(source, in: sources, findings: &findings)?.root[key]?.text
  }
}
