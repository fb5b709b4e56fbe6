import Diagnostics

/// The bytes of a file with its lines, shared by all nodes that were read from it.
final class SourceText: Sendable {
  let source: SourceID
  let bytes: [UInt8]
  let lines: LineIndex

  init(source: SourceID, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  func span(_ range: Range<Int>) -> Span {
    Span(
      source: source, start: lines.position(atOffset: range.lowerBound),
      end: lines.position(atOffset: range.upperBound))
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The end of the line that `offset` stands in, without its line break.
  func endOfLine(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    return end
  }

  func startOfLine(_ offset: Int) -> Int {
    lines.range(ofLine: lines.position(atOffset: offset).line).lowerBound
  }

  /// The first byte from `offset` on that is neither space nor tab.
  func skipBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The text from `offset` to the end of its line, without spaces at its end.
  func restOfLine(_ offset: Int) -> Range<Int> {
    var end = endOfLine(offset)
    while end > offset, isBlank(bytes[end - 1]) { end -= 1 }
    return offset..<end
  }
}

func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
