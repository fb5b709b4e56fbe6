public import Diagnostics

// What is written around a node, for checks that an expression is a whole scalar.
extension YAMLNode {
  /// A comment after the node on the line where it ends; for `|` and `>` after the indicator. Nil for mappings
  /// and lists in block style.
  public var trailingComment: Span? {
    var index = span.end.offset
    if let scalar, anchored == nil, scalar.style == .literal || scalar.style == .folded {
      index = span.start.offset
      while index < file.bytes.count, !isBlank(file.bytes[index]), !isBreak(file.bytes[index]),
        file.bytes[index] != UInt8(ascii: "#")
      {
        index += 1
      }
    } else if scalar == nil && !isFlow {
      return nil
    }
    index = file.skipBlanks(index)
    guard index < file.bytes.count, file.bytes[index] == UInt8(ascii: "#") else { return nil }
    return file.span(file.restOfLine(index))
  }

  /// What is written from the node's start to the end of that line, a comment included.
  public var restOfLine: String { file.string(file.restOfLine(span.start.offset)) }

  /// What is written from the node's start to its end: quotes, brackets and line breaks included.
  public var written: String { file.string(span.start.offset..<span.end.offset) }

  /// The line where the node begins, with all that is written from there to the end of the line in quotes: the
  /// line to paste where an expression lost its quotes or became a list. A comment is left out, except where its
  /// `#` stands inside double quotes and so was meant as text.
  public var lineToPaste: String { file.lineQuotingRest(from: span.start.offset) }

  /// The line where the node begins, from its first letter on, with `text` in quotes in the node's place: a line
  /// to paste.
  public func line(quoting text: String) -> String {
    file.line(of: span.start.offset, valueFrom: span.start.offset, quoting: text)
  }
}
