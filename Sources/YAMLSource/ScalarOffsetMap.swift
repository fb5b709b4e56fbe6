public import Diagnostics

/// Leads from a place in a text back to where it is written in the file, whatever quotes, escapes, folded lines
/// and indentation stand between.
public struct ScalarOffsetMap: Sendable {
  private enum Places: Sendable {
    /// The text stands in the file byte by byte.
    case direct(from: Int, count: Int)
    /// For every byte of the text where what gave it begins and ends.
    case table(starts: [Int], ends: [Int])
    case unknown
  }

  private let places: Places
  private let whole: Span
  private let file: SourceText

  init(_ scalar: YAMLScalar, at span: Span, in file: SourceText) {
    self.file = file
    whole = span
    places = ScalarOffsetMap.places(scalar, span.start.offset..<span.end.offset, file.bytes)
  }

  /// False where the text could not be followed back; all places are then the start of the scalar.
  public var isExact: Bool {
    if case .unknown = places { false } else { true }
  }

  /// Where the byte at `offset` of the text's UTF-8 is written; at the text's length, where it ends. The second
  /// byte of a letter gives the place inside the letter; offsets outside give start or end.
  public func position(ofUTF8Offset offset: Int) -> Position {
    switch places {
    case .direct(let from, let count):
      return file.lines.position(atOffset: from + min(max(offset, 0), count))
    case .table(let starts, let ends):
      if offset >= starts.count { return file.lines.position(atOffset: ends.last ?? afterOpening) }
      return file.lines.position(atOffset: starts[max(offset, 0)])
    case .unknown:
      return whole.start
    }
  }

  /// The stretch of the file that gave the bytes in `range` of the text's UTF-8.
  public func span(ofUTF8Range range: Range<Int>) -> Span {
    let start = position(ofUTF8Offset: range.lowerBound)
    var end = start
    switch places {
    case .direct: end = position(ofUTF8Offset: range.upperBound)
    case .table(_, let ends):
      if !range.isEmpty, !ends.isEmpty {
        end = file.lines.position(atOffset: ends[min(max(range.upperBound - 1, 0), ends.count - 1)])
      }
    case .unknown: end = whole.end
    }
    return Span(source: whole.source, start: start, end: max(start, end))
  }

  /// Inside the quotes of an empty text.
  private var afterOpening: Int { min(whole.start.offset + 1, whole.end.offset) }

  private static func places(_ scalar: YAMLScalar, _ range: Range<Int>, _ raw: [UInt8]) -> Places {
    let text = Array(scalar.text.utf8)
    if let from = directStart(scalar.style, range, raw, text) {
      return .direct(from: from, count: text.count)
    }
    if let decoding = decoding(scalar.style, range, raw, accepting: { decoded, _ in decoded == text }) {
      return .table(starts: decoding.starts, ends: decoding.ends)
    }
    return .unknown
  }

  private static func directStart(
    _ style: YAMLScalar.Style, _ range: Range<Int>, _ raw: [UInt8], _ text: [UInt8]
  ) -> Int? {
    let inner: Range<Int>
    switch style {
    case .plain: inner = range
    case .singleQuoted, .doubleQuoted:
      guard range.count >= 2 else { return nil }
      inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    case .literal, .folded: return nil
    }
    return inner.count == text.count && raw[inner].elementsEqual(text) ? inner.lowerBound : nil
  }

  /// The raw scalar decoded so that `isRight` accepts the text.
  ///
  /// With an indentation indicator a block scalar's text depends on the surrounding indentation, which the scalar
  /// alone does not tell. It is at most as wide as the first line with letters begins; libyaml's text decides.
  static func decoding(
    _ style: YAMLScalar.Style, _ range: Range<Int>, _ raw: [UInt8],
    accepting isRight: ([UInt8], [Int]) -> Bool
  ) -> ScalarDecoding? {
    for parentIndent in parentIndents(style, raw[range]) {
      if let decoding = ScalarDecoding(raw, range, style, parentIndent: parentIndent),
        isRight(decoding.text, decoding.starts)
      {
        return decoding
      }
    }
    return nil
  }

  private static let widestIndentTried = 60

  private static func parentIndents(_ style: YAMLScalar.Style, _ raw: ArraySlice<UInt8>) -> ClosedRange<Int> {
    guard style == .literal || style == .folded else { return -1...(-1) }
    var index = raw.startIndex + 1
    var increment = 0
    while index < raw.endIndex, !isBreak(raw[index]), !isBlank(raw[index]), raw[index] != UInt8(ascii: "#") {
      if (0x31...0x39).contains(raw[index]) { increment = Int(raw[index]) - 0x30 }
      index += 1
    }
    guard increment > 0 else { return -1...(-1) }
    while index < raw.endIndex, !isBreak(raw[index]) { index += 1 }
    return 0...max(0, min(widestSpaces(raw[index...]) - increment, widestIndentTried))
  }

  /// The spaces before the first letter; where there are none, the most on a line.
  private static func widestSpaces(_ bytes: ArraySlice<UInt8>) -> Int {
    var spaces = 0
    var widest = 0
    for byte in bytes {
      if isBreak(byte) {
        spaces = 0
      } else if byte == 0x20 {
        spaces += 1
        widest = max(widest, spaces)
      } else {
        return spaces
      }
    }
    return widest
  }
}

extension YAMLNode {
  /// Leads from the node's text back into the file; nil where the node is no text. For an alias into the text
  /// that it stands for.
  public var offsetMap: ScalarOffsetMap? {
    guard case .scalar(let scalar) = kind else { return nil }
    return ScalarOffsetMap(scalar, at: anchored ?? span, in: file)
  }

  /// Where the byte at `offset` of the text's UTF-8 is written in the file; the node's start where it is no
  /// text. For many places in one text take `offsetMap` once.
  public func position(ofUTF8Offset offset: Int) -> Position {
    offsetMap?.position(ofUTF8Offset: offset) ?? span.start
  }

  /// The stretch of the file that gave the bytes in `range` of the text's UTF-8.
  public func span(ofUTF8Range range: Range<Int>) -> Span {
    offsetMap?.span(ofUTF8Range: range) ?? span
  }
}
