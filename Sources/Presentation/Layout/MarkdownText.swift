internal import Diagnostics

/// Writes CommonMark with tables. Users' own words are escaped: nothing in a file becomes a link, a heading or HTML.
enum MarkdownText {
  /// `text` on one line, with everything that Markdown would read as its own escaped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in TerminalText.visible(text).unicodeScalars {
      switch scalar {
      case "\n": result.append(" ")
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return escapedStart(String(result))
  }

  /// A line that begins with a list marker or a rule is text here.
  private static func escapedStart(_ text: String) -> String {
    let digits = text.prefix { $0 >= "0" && $0 <= "9" }
    let rest = text.dropFirst(digits.count)
    guard let first = rest.first else { return text }
    if digits.isEmpty { return first == "-" || first == "+" || first == "=" ? "\\" + text : text }
    return first == "." || first == ")" ? digits + "\\" + rest : text
  }

  /// A table with a heading row. A column may be aligned right.
  static func table(_ headings: [String], right: [Bool], rows: [[String]]) -> String {
    var text = line(headings)
    text += "|"
    for index in headings.indices { text += right[index] ? " ---: |" : " --- |" }
    text += "\n"
    for row in rows { text += line(row) }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  static func list(_ entries: [String]) -> String {
    entries.map { "- " + escaped($0) + "\n" }.joined()
  }
}
