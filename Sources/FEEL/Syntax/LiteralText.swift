import ExactNumbers

/// What the literals in an expression's text stand for.
struct LiteralText {
  let bytes: [UInt8]

  /// The number of a token.
  func number(_ range: TextRange) throws(SyntaxError) -> Decimal {
    let digits = text(range)
    guard let number = Decimal(digits.hasPrefix(".") ? "0" + digits : digits) else {
      throw SyntaxError(.numberTooLong(digits), at: range)
    }
    return number
  }

  /// The string of a token, its escapes resolved (DMN 1.5, 10.3.1.2, rule 35 and 64).
  func string(_ range: TextRange) throws(SyntaxError) -> String {
    let content = bytes[(range.start + 1)..<(range.end - 1)]
    guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
    return try unescaped(content)
  }

  private func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  private func unescaped(_ content: ArraySlice<UInt8>) throws(SyntaxError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < content.endIndex else {
        result.append(byte)
        index += 1
        continue
      }
      switch content[index + 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): result.append(content[index + 1])
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let (scalar, end) = try escapedScalar(content, at: index)
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
        index = end
        continue
      // Any other backslash stands for itself, as regular expressions need it.
      default: result += [byte, content[index + 1]]
      }
      index += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `\u00e5`, `\U01F40E`, or a surrogate pair of two `\u`.
  private func escapedScalar(
    _ content: ArraySlice<UInt8>, at start: Int
  ) throws(SyntaxError) -> (Unicode.Scalar, end: Int) {
    let digits = content[start + 1] == UInt8(ascii: "u") ? 4 : 6
    let end = start + 2 + digits
    if let value = hexadecimal(content, from: start + 2, to: end) {
      if let scalar = Unicode.Scalar(value) { return (scalar, end) }
      if (0xD800...0xDBFF).contains(value), end + 6 <= content.endIndex, content[end] == UInt8(ascii: "\\"),
        content[end + 1] | 0x20 == UInt8(ascii: "u"),
        let low = hexadecimal(content, from: end + 2, to: end + 6), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
      {
        return (scalar, end + 6)
      }
    }
    let range = TextRange(start, min(end, content.endIndex))
    throw SyntaxError(.invalidEscape(text(range)), at: range)
  }

  private func hexadecimal(_ content: ArraySlice<UInt8>, from start: Int, to end: Int) -> UInt32? {
    guard end <= content.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in content[start..<end] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
