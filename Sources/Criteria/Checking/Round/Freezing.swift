public import Diagnostics
public import FEEL
import YAMLSource

/// Why a round's file could not be frozen: its findings.
public struct FreezingError: Error, Sendable {
  public var findings: Findings
}

/// The bytes of a round's file with its `frozen:` block written anew (added last where there was none);
/// every other byte stays.
///
/// - Parameters:
///   - source: the round's file.
///   - ruleset: the rules as they now are.
///   - date: the day of freezing.
public func freeze(
  _ source: SourceID, in sources: SourceMap, with ruleset: Ruleset, on date: CalendarDate
) throws(FreezingError) -> [UInt8] {
  let reading = readRound(source, in: sources)
  var findings = Findings()
  guard reading.value != nil, let root = parseYAML(source, in: sources, findings: &findings)?.root else {
    throw FreezingError(findings: reading.findings)
  }
  let bytes = sources[source].bytes
  let newline = lineBreak(bytes)
  let block = [
    "frozen:", "  ruleset: \(ruleset.id)", "  version: \"\(ruleset.version)\"",
    "  rules_sha256: \(ruleset.sha256)",
    "  form_sha256: \(ruleset.form.sha256)", "  date: \(date.text)",
  ].map { $0 + newline }.joined()

  guard let entry = root.entry("frozen") else {
    var result = bytes
    if let last = result.last, last != 0x0A, last != 0x0D { result += Array(newline.utf8) }
    return result + Array(block.utf8)
  }
  let range = lines(of: entry, in: bytes)
  return Array(bytes[..<range.lowerBound]) + Array(block.utf8) + Array(bytes[range.upperBound...])
}

/// The whole lines on which a key at the top and its value stand.
private func lines(of entry: YAMLNode.Entry, in bytes: [UInt8]) -> Range<Int> {
  let start = entry.key.span.start.offset
  var end = max(entry.key.span.end.offset, lastOffset(of: entry.value))
  while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
  if end < bytes.count {
    end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
  }
  return start..<end
}

/// Where the last value inside a node ends: a block mapping's own end may lie past blank lines and comments.
private func lastOffset(of node: YAMLNode) -> Int {
  if let entries = node.entries, let last = entries.last, !node.isFlow {
    return max(last.key.span.end.offset, lastOffset(of: last.value))
  }
  return node.span.end.offset
}

private func lineBreak(_ bytes: [UInt8]) -> String {
  guard let index = bytes.firstIndex(of: 0x0A) else { return "\n" }
  return index > 0 && bytes[index - 1] == 0x0D ? "\r\n" : "\n"
}
