import Diagnostics
import YAMLSource

/// Reads one file key by key, and collects what there is to say about it. The findings that every kind of file
/// can have share their numbers (001–099) under each kind's letter.
struct FileReader {
  let kind: FileKind
  let source: SourceID
  let sources: SourceMap
  var findings = Findings()

  init(_ kind: FileKind, _ source: SourceID, in sources: SourceMap) {
    self.kind = kind
    self.source = source
    self.sources = sources
  }

  var file: SourceFile { sources[source] }

  mutating func report(
    _ number: Int, _ severity: Severity = .error, at span: Span?, _ message: Text, hints: [Text] = [],
    related: [Finding.Related] = []
  ) {
    findings.add(
      Finding(
        Code(kind.letter, number), severity, at: span, message, hints: hints, related: related))
  }

  /// The file's mapping, once its YAML is read and its schema is that of the kind.
  mutating func open(keys: [String], others: Bool = false) -> Mapping? {
    guard let root = readYAML() else { return nil }
    guard let entries = root.entries else {
      report(
        1, at: root.span, Text("filen är inte \(kind.name.sv)", "the file is not \(kind.name(.english))"),
        hints: [schemaHint])
      return nil
    }
    let whole = Mapping(node: root, entries: entries, what: kind.name)
    guard checkSchema(whole) else { return nil }
    if !others { reportUnknown(whole, keys: keys) }
    return whole
  }

  /// The file's tree once more, for places; its findings are known already.
  func documentForSpans() -> YAMLNode? {
    var known = Findings()
    return parseYAML(source, in: sources, findings: &known)?.root
  }

  private mutating func readYAML() -> YAMLNode? {
    var yaml = Findings()
    let document = parseYAML(source, in: sources, findings: &yaml)
    findings.add(contentsOf: yaml)
    return yaml.hasErrors ? nil : document?.root
  }

  private var schemaHint: Text {
    Text(
      "\(capitalized(kind.name.sv)) börjar med `schema: \(kind.schema)`.",
      "\(capitalized(kind.name(.english))) begins with `schema: \(kind.schema)`.")
  }

  private mutating func checkSchema(_ root: Mapping) -> Bool {
    guard let node = root["schema"], let written = node.text else {
      report(
        1, at: root.node.span.firstPlace,
        Text(
          "filen säger inte vad den är: `schema` saknas",
          "the file does not say what it is: `schema` is missing"),
        hints: [schemaHint])
      return false
    }
    if written == kind.schema { return true }
    if let other = FileKind(schema: written), other != kind {
      report(
        1, at: node.span,
        Text(
          "filen är \(other.name.sv), inte \(kind.name.sv)",
          "the file is \(other.name(.english)), not \(kind.name(.english))"),
        hints: [schemaHint])
    } else {
      report(
        1, at: node.span, Text("okänt format `\(written)`", "unknown format `\(written)`"),
        hints: [schemaHint])
    }
    return false
  }
}

/// A mapping of a file and what it stands for.
struct Mapping {
  let node: YAMLNode
  let entries: [YAMLNode.Entry]
  /// "ett fält": for messages.
  let what: Text

  /// The value of a key; nil where the key is absent or has no value.
  subscript(key: String) -> YAMLNode? {
    for entry in entries where entry.key.text == key {
      return entry.value.isEmpty ? nil : entry.value
    }
    return nil
  }

  func keySpan(_ key: String) -> Span? {
    for entry in entries where entry.key.text == key { return entry.key.span }
    return nil
  }

  var span: Span { node.span }
}

extension FileReader {
  /// The node as a mapping with these keys. Unknown keys are reported, with the nearest known one.
  mutating func mapping(_ node: YAMLNode, _ what: Text, keys: [String]) -> Mapping? {
    guard let mapping = openMapping(node, what) else { return nil }
    reportUnknown(mapping, keys: keys)
    return mapping
  }

  /// The node as a mapping whose keys the file's author chooses.
  mutating func openMapping(_ node: YAMLNode, _ what: Text) -> Mapping? {
    guard let entries = node.entries else {
      reportShape(
        node, what, expected: Text("en grupp med nycklar, `nyckel: värde`", "keys with values, `key: value`"))
      return nil
    }
    return Mapping(node: node, entries: entries, what: what)
  }

  mutating func list(_ node: YAMLNode, _ what: Text) -> [YAMLNode]? {
    guard let items = node.items else {
      reportShape(
        node, what,
        expected: Text("en lista, med `- ` framför varje post", "a list, with `- ` before each item"))
      return nil
    }
    return items
  }

  mutating func scalar(_ node: YAMLNode, _ what: Text) -> String? {
    if node.isNotApplicable, !holdsClaims {
      reportMisplacedTag(node)
      return nil
    }
    guard let text = node.text else {
      reportShape(node, what, expected: Text("ett värde på en rad", "a single value"))
      return nil
    }
    return text
  }

  /// Whether `!ej-tillämpligt` may stand in the file.
  private var holdsClaims: Bool { kind == .proposal || kind == .tests }

  mutating func reportMisplacedTag(_ node: YAMLNode) {
    report(
      16, at: node.tagSpan ?? node.span,
      Text("`!ej-tillämpligt` hör till förslag", "`!ej-tillämpligt` belongs to proposals"))
  }

  mutating func reportShape(_ node: YAMLNode, _ what: Text, expected: Text) {
    report(
      4, at: node.firstLine,
      Text(
        "\(what.sv) kan inte vara \(node.shape.sv)", "\(what(.english)) cannot be \(node.shape(.english))"),
      hints: [Text("Här väntas: \(expected.sv).", "Expected here: \(expected(.english)).")])
  }

  mutating func reportUnknown(_ mapping: Mapping, keys: [String]) {
    for entry in mapping.entries {
      guard let key = entry.key.text, !keys.contains(key) else { continue }
      let unused = keys.filter { mapping.keySpan($0) == nil }
      var hints: [Text] = []
      if let meant = nearest(key, among: unused) ?? nearest(key, among: keys) {
        hints.append(.didYouMean(meant))
      }
      if let hint = commaHint(entry, in: mapping) { hints.append(hint) }
      hints.append(
        Text(
          "Nycklarna är: \(keys.joined(separator: ", ")).", "The keys are: \(keys.joined(separator: ", "))."))
      report(3, at: entry.key.span, Text("okänd nyckel `\(key)`", "unknown key `\(key)`"), hints: hints)
    }
  }

  /// In flow style a comma ends a value; what stands after it then looks like a key without one.
  func commaHint(_ entry: YAMLNode.Entry, in mapping: Mapping) -> Text? {
    guard mapping.node.isFlow, entry.value.isEmpty else { return nil }
    return Text(
      "Inom `{…}` slutar ett värde vid kommatecknet. Hör det här till värdet före? Sätt det inom citattecken.",
      "Inside `{…}` a value ends at the comma. Does this belong to the value before? Put that in quotation marks."
    )
  }

  /// The value of a key that must be there.
  mutating func required(_ mapping: Mapping, _ key: String) -> YAMLNode? {
    if let node = mapping[key] { return node }
    let span = mapping.keySpan(key) ?? mapping.node.firstLine
    let isEmpty = mapping.keySpan(key) != nil
    report(
      2, at: span,
      isEmpty
        ? Text("`\(key)` är tom", "`\(key)` is empty")
        : Text("`\(key)` saknas", "`\(key)` is missing"),
      hints: [
        Text(
          "\(capitalized(mapping.what.sv)) måste ha `\(key)`.",
          "\(capitalized(mapping.what(.english))) must have `\(key)`.")
      ])
    return nil
  }
}

extension Text {
  static func didYouMean(_ word: String) -> Text {
    Text("Menade du `\(word)`?", "Did you mean `\(word)`?")
  }
}

/// The text with its first letter as a capital.
func capitalized(_ text: String) -> String {
  guard let first = text.first else { return text }
  return String(first).uppercased() + text.dropFirst()
}
