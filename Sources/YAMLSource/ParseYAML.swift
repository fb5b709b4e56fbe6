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
