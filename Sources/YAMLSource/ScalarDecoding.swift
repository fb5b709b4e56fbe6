/// Reads the raw bytes of a scalar a second time, after YAML 1.1 chapters 5 and 9 as libyaml 0.2.5 understands
/// them, and keeps for every byte of the text where it was written. `ScalarOffsetMap` uses the result only when
/// it agrees with libyaml's.
struct ScalarDecoding {
  private(set) var text: [UInt8] = []
  /// For every byte of `text` the raw bytes that gave it: an escape, a line break, mostly one byte.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  private let raw: [UInt8]
  private var index: Int
  private let end: Int

  /// - Parameters:
  ///   - range: the scalar with its quotes or its `|` and header.
  ///   - parentIndent: columns that the surrounding collection is indented, -1 outside; matters only for a
  ///     block scalar with an indentation indicator.
  init?(_ raw: [UInt8], _ range: Range<Int>, _ style: YAMLScalar.Style, parentIndent: Int = -1) {
    self.raw = raw
    index = range.lowerBound
    end = range.upperBound
    switch style {
    case .plain: plain()
    case .singleQuoted, .doubleQuoted:
      guard range.count >= 2 else { return nil }
      if !quoted(isSingle: style == .singleQuoted) { return nil }
    case .literal, .folded:
      if !block(isLiteral: style == .literal, parentIndent: parentIndent) { return nil }
    }
  }

  private mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    text.append(byte)
    starts.append(start)
    ends.append(end)
  }

  private mutating func append(_ line: Range<Int>) {
    append(0x0A, line.lowerBound, line.upperBound)
  }

  private mutating func copy() {
    append(raw[index], index, index + 1)
    index += 1
  }

  /// The line break at `index`: CR LF counts as one.
  private mutating func readBreak() -> Range<Int> {
    let start = index
    index += raw[index] == 0x0D && index + 1 < end && raw[index + 1] == 0x0A ? 2 : 1
    return start..<index
  }

  // MARK: Plain and quoted

  private mutating func plain() {
    while index < end {
      if isBlank(raw[index]) || isBreak(raw[index]) {
        foldBlanks(until: end, afterEscapedBreak: false)
      } else {
        copy()
      }
    }
  }

  /// Blanks alone stand for themselves; a single line break becomes a space, and of several the first is lost.
  /// After an escaped break nothing is lost and nothing becomes a space.
  private mutating func foldBlanks(until end: Int, afterEscapedBreak: Bool) {
    let start = index
    var breaks: [Range<Int>] = []
    while index < end, isBlank(raw[index]) || isBreak(raw[index]) {
      if isBreak(raw[index]) { breaks.append(readBreak()) } else { index += 1 }
    }
    if afterEscapedBreak {
      for line in breaks { append(line) }
    } else if breaks.isEmpty {
      for place in start..<index { append(raw[place], place, place + 1) }
    } else if breaks.count == 1 {
      append(0x20, breaks[0].lowerBound, breaks[0].upperBound)
    } else {
      for line in breaks.dropFirst() { append(line) }
    }
  }

  private mutating func quoted(isSingle: Bool) -> Bool {
    let close = end - 1
    index += 1
    while index < close {
      let byte = raw[index]
      if isBlank(byte) || isBreak(byte) {
        foldBlanks(until: close, afterEscapedBreak: false)
      } else if isSingle && byte == UInt8(ascii: "'") {
        append(byte, index, index + 2)
        index += 2
      } else if !isSingle && byte == UInt8(ascii: "\\") {
        guard index + 1 < close else { return false }
        if isBreak(raw[index + 1]) {
          index += 1
          _ = readBreak()
          foldBlanks(until: close, afterEscapedBreak: true)
        } else if !escape(until: close) {
          return false
        }
      } else {
        copy()
      }
    }
    return index == close
  }

  private mutating func escape(until close: Int) -> Bool {
    let start = index
    let letter = raw[index + 1]
    index += 2
    if let scalar = ScalarDecoding.simpleEscape(letter) {
      append(scalar, from: start)
      return true
    }
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: return false
    }
    guard index + digits <= close else { return false }
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = ScalarDecoding.hexadecimal(raw[index]) else { return false }
      value = value << 4 | digit
      index += 1
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    append(scalar, from: start)
    return true
  }

  private mutating func append(_ scalar: Unicode.Scalar, from start: Int) {
    for byte in Unicode.UTF8.encode(scalar)! { append(byte, start, index) }
  }

  private static func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), 0x09: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: " "): " "
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  // MARK: Block scalars

  private mutating func block(isLiteral: Bool, parentIndent: Int) -> Bool {
    var chomping = 0
    var increment = 0
    index += 1
    while index < end, !isBreak(raw[index]), !isBlank(raw[index]), raw[index] != UInt8(ascii: "#") {
      switch raw[index] {
      case UInt8(ascii: "+"): chomping = 1
      case UInt8(ascii: "-"): chomping = -1
      case 0x31...0x39: increment = Int(raw[index]) - 0x30
      default: return false
      }
      index += 1
    }
    while index < end, !isBreak(raw[index]) { index += 1 }
    if index < end { _ = readBreak() }

    var indent = increment == 0 ? 0 : max(parentIndent, 0) + increment
    var column = 0
    var leadingBreak: Range<Int>?
    var trailingBreaks = skipIndentation(&indent, &column, parentIndent)
    var beganBlank = false
    while index < end, column == indent {
      let beginsBlank = isBlank(raw[index])
      if !isLiteral, let line = leadingBreak, !beganBlank, !beginsBlank {
        if trailingBreaks.isEmpty { append(0x20, line.lowerBound, line.upperBound) }
      } else if let line = leadingBreak {
        append(line)
      }
      for line in trailingBreaks { append(line) }
      beganBlank = beginsBlank
      while index < end, !isBreak(raw[index]) { copy() }
      leadingBreak = index < end ? readBreak() : nil
      column = 0
      trailingBreaks = skipIndentation(&indent, &column, parentIndent)
    }
    if chomping != -1, let line = leadingBreak { append(line) }
    if chomping == 1 { for line in trailingBreaks { append(line) } }
    return true
  }

  /// Eats empty lines and the indentation of the next one; finds the indentation where it is not yet known.
  private mutating func skipIndentation(
    _ indent: inout Int, _ column: inout Int, _ parentIndent: Int
  ) -> [Range<Int>] {
    var breaks: [Range<Int>] = []
    var widest = 0
    while true {
      while index < end, raw[index] == 0x20, indent == 0 || column < indent {
        index += 1
        column += 1
      }
      widest = max(widest, column)
      guard index < end, isBreak(raw[index]) else { break }
      breaks.append(readBreak())
      column = 0
    }
    if indent == 0 { indent = max(widest, parentIndent + 1, 1) }
    return breaks
  }
}
