/// Writes texts so that reading them gives the same text again.
public enum YAMLWriter {
  /// `text` as a scalar: as it is where nothing in it means something else, else in quotes. `saknas` and the
  /// empty text get quotes, since without them they stand for a missing value.
  /// - Parameter inFlow: inside `[…]` or `{…}`, where commas and brackets need quotes too.
  public static func scalar(_ text: String, inFlow: Bool = false) -> String {
    isSafePlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// `text` in quotes: single ones where it holds a double quote or a backslash and a single-quoted scalar can
  /// hold it, else double ones. Always one line.
  public static func quoted(_ text: String) -> String {
    let wantsSingle = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
    if wantsSingle, text.unicodeScalars.allSatisfy({ !needsEscape($0) && $0 != "\t" }) {
      return singleQuoted(text)
    }
    return doubleQuoted(text)
  }

  /// `text` in many lines as a block, `|` and then each line behind `indent`; nil where one line is enough, or where
  /// a block would not be read back as it is.
  public static func literal(_ text: String, indent: String) -> [String]? {
    var content = text
    let endsLine = content.unicodeScalars.last == "\n"
    if endsLine { content.unicodeScalars.removeLast() }
    let lines = content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let first = lines.first?.first, let last = lines.last, first != " ", first != "\t",
      // Blank lines last belong to no block in particular.
      last.contains(where: { $0 != " " && $0 != "\t" }),
      !lines.contains(where: { $0.contains(where: needsEscape) })
    else { return nil }
    return [endsLine ? "|" : "|-"] + lines.map { $0.isEmpty ? "" : indent + String($0) }
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if needsEscape(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// What a file may not hold as it is, or what would not be read back.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value <= 0xFF ? 2 : 4
    return (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func isSafePlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return false }
    if text.lowercased() == "saknas" || text == "<<" || text == "---" || text == "..." { return false }
    if first == " " || last == " " || last == ":" || !canBegin(first) { return false }
    var previous: Unicode.Scalar = "a"
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\t" || scalar == "\n" || needsEscape(scalar) { return false }
      if scalar == "#" && previous == " " { return false }
      if scalar == " " && previous == ":" { return false }
      if inFlow, ",[]{}?".unicodeScalars.contains(scalar) || (scalar == ":" && index > 0) { return false }
      previous = scalar
    }
    return true
  }

  /// A minus or a colon may begin a plain text in some places; quotes are simpler to read there.
  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    !"-?:,[]{}#&*!|>'\"%@`=~".unicodeScalars.contains(scalar)
  }
}
