import Diagnostics
import TestSupport
import Testing
import YAMLSource

/// What reading a text gave.
struct Reading {
  var document: YAMLDocument?
  var findings = Findings()
  var sources = SourceMap()

  init(_ text: String, limits: YAMLLimits = YAMLLimits()) {
    self.init(bytes: Array(text.utf8), limits: limits)
  }

  init(bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
    let source = sources.add(SourceFile(path: "fil.yaml", bytes: bytes))
    document = parseYAML(source, in: sources, limits: limits, findings: &findings)
  }

  var codes: [String] { findings.sorted.map(\.code.text) }

  /// All findings as a person sees them.
  func rendered(_ language: Language = .swedish) -> String {
    FindingRenderer(sources: sources, language: language).renderAll(findings)
  }

  /// The root of a file in which nothing is wrong.
  func root(_ location: Testing.SourceLocation = #_sourceLocation) throws -> YAMLNode {
    #expect(findings.isEmpty, "\(rendered())", sourceLocation: location)
    return try #require(document?.root, sourceLocation: location)
  }
}

/// A tree in one line: `{a: plain b, c: [double d]}`.
func outline(_ node: YAMLNode) -> String {
  let tag = node.tag.map { "\($0) " } ?? ""
  switch node.kind {
  case .scalar(let scalar):
    return tag + "\(scalar.style) \(scalar.text.debugDescription)"
  case .sequence(let items):
    return tag + "[" + items.map(outline).joined(separator: ", ") + "]"
  case .mapping(let entries):
    let inner = entries.map { "\(($0.key.text ?? "?").debugDescription): \(outline($0.value))" }
    return tag + "{" + inner.joined(separator: ", ") + "}"
  }
}

extension Span {
  var places: String { "\(start.line):\(start.column)–\(end.line):\(end.column)" }
}
