import Diagnostics
import FEEL
import YAMLSource

/// An expression is a whole scalar in block style: what YAML would cut off or take apart is an error that prints
/// the line to paste.
extension FileReader {
  /// The node's text and places; nil, reported, where it is no whole scalar.
  ///
  /// - Parameters:
  ///   - key: what stands before it on its line, for the line to paste; nil in a list.
  ///   - parent: the mapping or list that it stands in.
  mutating func expressionText(_ node: YAMLNode, _ key: String?, in parent: YAMLNode) -> ExpressionText? {
    guard let text = node.text else {
      reportNotWhole(
        node, Text("ett uttryck måste vara en enda text", "an expression must be a single text"),
        pasting: line(key, node.written))
      return nil
    }
    if parent.isFlow {
      reportNotWhole(
        node,
        Text(
          "ett uttryck får inte stå inom `{…}` eller `[…]`",
          "an expression may not stand inside `{…}` or `[…]`"),
        pasting: line(key, text))
      return nil
    }
    if let comment = node.trailingComment {
      report(
        13, at: comment,
        Text("en kommentar får inte stå efter ett uttryck", "a comment may not follow an expression"),
        hints: [
          pasteHint(line(key, text)),
          Text("Sätt kommentaren på en egen rad ovanför.", "Put the comment on a line of its own above."),
        ])
      return nil
    }
    if node.isNotApplicable {
      reportMisplacedTag(node)
      return nil
    }
    return ExpressionText(text: text, span: node.anchored ?? node.span, positions: OffsetMap(node))
  }

  private mutating func reportNotWhole(_ node: YAMLNode, _ message: Text, pasting line: String) {
    report(13, at: node.firstLine, message, hints: [pasteHint(line)])
  }

  private func pasteHint(_ line: String) -> Text {
    Text("Skriv så här, på en egen rad: `\(line)`", "Write this, on a line of its own: `\(line)`")
  }

  private func line(_ key: String?, _ text: String) -> String {
    let oneLine = text.split(whereSeparator: { $0.isNewline }).map { trimmed($0) }.joined(separator: " ")
    return (key.map { $0 + ": " } ?? "- ") + quotedForYAML(oneLine)
  }
}

extension OffsetMap {
  init(_ node: YAMLNode) {
    guard let text = node.text, let map = node.offsetMap, map.isExact else {
      self.init(table: [])
      return
    }
    self.init(table: (0...text.utf8.count).map { map.position(ofUTF8Offset: $0) })
  }

  /// The places of a part of the text.
  func part(_ range: Range<Int>) -> OffsetMap {
    guard table.count > range.upperBound else { return OffsetMap(table: []) }
    return OffsetMap(table: Array(table[range.lowerBound...range.upperBound]))
  }
}

/// The text as a YAML scalar on one line, in single quotes where it needs any.
func quotedForYAML(_ text: String) -> String {
  let special = "\"'[]{}&*!|>%@`#,?-:="
  var needsQuotes = text.isEmpty || cutsPlainScalar(text) || text.last == ":"
  if let first = text.first, special.contains(first) { needsQuotes = true }
  guard needsQuotes else { return text }
  var quoted = ""
  for character in text {
    quoted.append(character)
    if character == "'" { quoted.append("'") }
  }
  return "'" + quoted + "'"
}

/// `: ` and ` #` mean something to YAML inside a plain scalar.
private func cutsPlainScalar(_ text: String) -> Bool {
  for (first, second) in zip(text.utf8, text.utf8.dropFirst()) {
    if first == UInt8(ascii: ":"), second == UInt8(ascii: " ") { return true }
    if first == UInt8(ascii: " "), second == UInt8(ascii: "#") { return true }
  }
  return false
}

func trimmed(_ text: some StringProtocol) -> String {
  var characters = text[...]
  while let first = characters.first, first == " " || first == "\t" { characters.removeFirst() }
  while let last = characters.last, last == " " || last == "\t" { characters.removeLast() }
  return String(characters)
}
