/// A JSON value to be written. The same value gives the same bytes everywhere: members keep the order in which
/// they were given.
///
///     let value: JSON = ["schema": "beredning/result/1", "total": .number("13.9")]
///     value.text()
public enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The digits as they shall stand. What JSON does not accept as a number is written as a string.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSON
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  public static func integer(_ value: Int) -> JSON { .number(String(value)) }

  /// The string, or null where there is none.
  public static func optional(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

  public enum Layout: Sendable, Hashable {
    /// Two spaces a level, a line per member.
    case pretty
    /// No white space.
    case compact
  }

  /// The JSON text, without a line feed at the end.
  /// - Parameter insideHTML: also escapes `<`, `>`, `&`, U+2028 and U+2029, so that the text can stand in a
  ///   `script` element.
  public func text(_ layout: Layout = .pretty, insideHTML: Bool = false) -> String {
    var writer = JSONTextWriter(isPretty: layout == .pretty, insideHTML: insideHTML)
    writer.write(self)
    return writer.text
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

private struct JSONTextWriter {
  let isPretty: Bool
  let insideHTML: Bool
  var text = ""
  private var level = 0

  init(isPretty: Bool, insideHTML: Bool) {
    self.isPretty = isPretty
    self.insideHTML = insideHTML
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): if isNumber(digits) { text += digits } else { writeString(digits) }
    case .string(let string): writeString(string)
    case .array(let elements):
      open("[")
      for index in elements.indices {
        separate(index)
        write(elements[index])
      }
      close("]", wasEmpty: elements.isEmpty)
    case .object(let members):
      open("{")
      for index in members.indices {
        separate(index)
        writeString(members[index].key)
        text += isPretty ? ": " : ":"
        write(members[index].value)
      }
      close("}", wasEmpty: members.isEmpty)
    }
  }

  private mutating func open(_ bracket: String) {
    text += bracket
    level += 1
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { text += "," }
    newLine()
  }

  private mutating func close(_ bracket: String, wasEmpty: Bool) {
    level -= 1
    if !wasEmpty { newLine() }
    text += bracket
  }

  private mutating func newLine() {
    guard isPretty else { return }
    text += "\n"
    text += String(repeating: "  ", count: level)
  }

  private mutating func writeString(_ string: String) {
    text += "\""
    if isPlain(string) {
      text += string
    } else {
      for scalar in string.unicodeScalars { writeScalar(scalar) }
    }
    text += "\""
  }

  /// Whether nothing in it needs another way of writing; false where that is not seen at once. Most texts are ASCII
  /// with å, ä and ö.
  private func isPlain(_ string: String) -> Bool {
    let bytes = string.utf8Span.span
    var isLetter = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0x22, 0x5C: return false
      case 0x26, 0x3C, 0x3E: if insideHTML { return false }
      case 0x20...0x7E: isLetter = false
      case 0xC3: isLetter = true
      case 0x80...0xBF: if !isLetter { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func writeScalar(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: text += "\\\""
    case 0x5C: text += "\\\\"
    case 0x08: text += "\\b"
    case 0x09: text += "\\t"
    case 0x0A: text += "\\n"
    case 0x0C: text += "\\f"
    case 0x0D: text += "\\r"
    case 0..<0x20, 0x7F: writeEscape(scalar)
    case 0x3C, 0x3E, 0x26, 0x2028, 0x2029:
      if insideHTML { writeEscape(scalar) } else { text.unicodeScalars.append(scalar) }
    default: text.unicodeScalars.append(scalar)
    }
  }

  private mutating func writeEscape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// The grammar of RFC 8259, section 6.
private func isNumber(_ text: String) -> Bool {
  var rest = text.utf8[...]
  func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
  func digits() -> Bool {
    guard isDigit(rest.first) else { return false }
    while isDigit(rest.first) { rest.removeFirst() }
    return true
  }
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  if rest.first == UInt8(ascii: "0") {
    rest.removeFirst()
  } else if !digits() {
    return false
  }
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    if !digits() { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest.removeFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if !digits() { return false }
  }
  return rest.isEmpty
}
