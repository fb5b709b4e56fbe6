public import Diagnostics

/// Reads one YAML document. Everything wrong that can be seen is reported: a duplicate key, an unknown tag or a
/// key that is no text does not stop the reading, a syntax error or an exceeded limit does.
///
/// - Returns: the tree, also where findings were added that are errors; nil where the file could not be read to
///   its end.
public func parseYAML(
  _ source: SourceID, in sources: SourceMap, limits: YAMLLimits = YAMLLimits(), findings: inout Findings
) -> YAMLDocument? {
  let bytes = sources[source].bytes
  guard TextCheck(source: source, bytes: bytes, limits: limits).run(&findings) else { return nil }
  let file = SourceText(source: source, bytes: bytes)
  if let directive = directivePastLimit(bytes) {
    findings.add(tagDirective(at: file.span(file.restOfLine(directive))))
    return nil
  }
  let spelling = TagSpelling(bytes)
  let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let input = (spelling.replaced ?? bytes)[(bytes.starts(with: byteOrderMark) ? 3 : 0)...]
  guard let reader = EventReader(input, of: file) else {
    findings.add(SyntaxReport.outOfMemory(source))
    return nil
  }
  var builder = TreeBuilder(reader: reader, file: file, spelling: spelling, limits: limits)
  let root = builder.document()
  findings.add(contentsOf: builder.findings)
  return root.map { YAMLDocument(source: source, root: $0) }
}

/// The first `%TAG` too many. libyaml compares each with all before it, so that a file full of them would take
/// hours; one is enough to refuse a file, but where it stands libyaml knows better.
private func directivePastLimit(_ bytes: [UInt8]) -> Int? {
  let directive = Array("%TAG".utf8)
  var count = 0
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index == 0 || isBreak(bytes[index - 1]),
      bytes[index...].starts(with: directive)
    {
      count += 1
      if count > 20 { return index }
    }
    index += 1
  }
  return nil
}
