/// What a line of a broken file was probably meant to be: `- ` any number of times, a key, a colon, a value. Read
/// without libyaml, for hints only.
struct LineShape {
  /// The key with its quotes, where the line has one.
  private(set) var key: Range<Int>?
  /// Where the value begins; the end of the line where it has none.
  private(set) var value: Range<Int>
  /// A key and a colon with no space after it: `key:value`.
  private(set) var tightColon: Int?
  /// The whole line without indentation and spaces at its end.
  let content: Range<Int>

  init(_ file: SourceText, lineOf offset: Int) {
    let bytes = file.bytes
    let start = file.skipBlanks(file.startOfLine(offset))
    content = file.restOfLine(start)
    let end = content.upperBound
    var index = start
    while index + 1 < end, bytes[index] == UInt8(ascii: "-"), isBlank(bytes[index + 1]) {
      index = file.skipBlanks(index + 1)
    }
    value = index..<end
    let keyStart = index
    var sawColon = false
    if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      index += 1
      while index < end, bytes[index] != quote { index += 1 }
      index = min(index + 1, end)
    } else {
      while index < end, bytes[index] != UInt8(ascii: ":") || !(index + 1 == end || isBlank(bytes[index + 1]))
      {
        if bytes[index] == UInt8(ascii: ":"), !sawColon {
          sawColon = true
          if LineShape.isWord(bytes[keyStart..<index]) { tightColon = index }
        }
        index += 1
      }
    }
    guard index < end, bytes[index] == UInt8(ascii: ":"), index > keyStart else { return }
    key = keyStart..<index
    value = min(file.skipBlanks(index + 1), end)..<end
  }

  /// Whether the key looks like one of the format's and not like words of a text.
  func hasWordAsKey(in file: SourceText) -> Bool {
    key.map { LineShape.isWord(file.bytes[$0]) } ?? false
  }

  /// Letters, digits, `_` and `-`: what keys are made of.
  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy {
        $0 >= 0x80 || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
          || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
  }
}

extension SourceText {
  /// The line that `offset` stands in, from its first letter on, with `text` in quotes in place of its value.
  func line(of offset: Int, valueFrom start: Int, quoting text: String) -> String {
    let shape = skipBlanks(startOfLine(offset))
    return string(min(shape, start)..<start) + YAMLWriter.quoted(text)
  }

  /// The same for what the line holds from `start` to its end.
  func lineQuotingRest(from start: Int) -> String {
    line(of: start, valueFrom: start, quoting: string(restOfLineUncommented(start)))
  }

  /// The rest of the line without a comment. A `#` inside double quotes is no comment but part of an expression
  /// that lost its own quotes.
  func restOfLineUncommented(_ start: Int) -> Range<Int> {
    let rest = restOfLine(start)
    var isQuoted = false
    for index in rest {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: "#"), !isQuoted, index > start, isBlank(bytes[index - 1]) {
        var end = index
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
      }
    }
    return rest
  }
}
