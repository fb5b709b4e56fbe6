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
    String(decoding: written(layout, insideHTML: insideHTML), as: UTF8.self)
  }

  /// The JSON text without white space and a line feed, in UTF-8.
  public var line: [UInt8] { written(.compact, insideHTML: false) + [0x0A] }

  private func written(_ layout: Layout, insideHTML: Bool) -> [UInt8] {
    var writer = JSONTextWriter(isPretty: layout == .pretty, insideHTML: insideHTML)
    writer.write(self)
    return writer.bytes
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
  private(set) var bytes: [UInt8] = []
  private var level = 0

  init(isPretty: Bool, insideHTML: Bool) {
    self.isPretty = isPretty
    self.insideHTML = insideHTML
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: put("null")
    case .bool(let value): put(value ? "true" : "false")
    case .number(let digits): if isNumber(digits) { put(digits) } else { writeString(digits) }
    case .string(let string): writeString(string)
    case .array(let elements):
      open(0x5B)
      for index in elements.indices {
        separate(index)
        write(elements[index])
      }
      close(0x5D, wasEmpty: elements.isEmpty)
    case .object(let members):
      open(0x7B)
      for index in members.indices {
        separate(index)
        writeString(members[index].key)
        put(isPretty ? ": " : ":")
        write(members[index].value)
      }
      close(0x7D, wasEmpty: members.isEmpty)
    }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    level += 1
  }

  private mutating func separate(_ index: Int) {
    if index > 0 { put(",") }
    newLine()
  }

  private mutating func close(_ bracket: UInt8, wasEmpty: Bool) {
    level -= 1
    if !wasEmpty { newLine() }
    bytes.append(bracket)
  }

  private mutating func newLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<level { put("  ") }
  }

  private mutating func writeString(_ string: String) {
    bytes.append(0x22)
    let content = string.utf8Span.span
    var index = 0
    while index < content.count {
      let byte = content[index]
      switch byte {
      case 0x22: put("\\\"")
      case 0x5C: put("\\\\")
      case 0x08: put("\\b")
      case 0x09: put("\\t")
      case 0x0A: put("\\n")
      case 0x0C: put("\\f")
      case 0x0D: put("\\r")
      case 0..<0x20, 0x7F: writeEscape(UInt32(byte))
      case 0x26, 0x3C, 0x3E: if insideHTML { writeEscape(UInt32(byte)) } else { bytes.append(byte) }
      case 0xE2 where insideHTML && isLineSeparator(content, at: index):
        writeEscape(content[index + 2] == 0xA8 ? 0x2028 : 0x2029)
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
    bytes.append(0x22)
  }

  /// Whether U+2028 or U+2029 stands there: E2 80 A8 and E2 80 A9.
  private func isLineSeparator(_ content: Swift.Span<UInt8>, at index: Int) -> Bool {
    content[index + 1] == 0x80 && (content[index + 2] == 0xA8 || content[index + 2] == 0xA9)
  }

  private mutating func writeEscape(_ scalar: UInt32) {
    let digits = String(scalar, radix: 16)
    put("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
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
