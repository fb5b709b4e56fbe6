/// Writes the CSV that Excel with Swedish settings opens by a double click: UTF-8 with a byte order mark, semicolons
/// between cells, CR LF after lines, decimal commas. The same in every language.
struct CSVText {
  private(set) var text = "\u{FEFF}"

  enum Cell {
    /// Somebody's words.
    case text(String)
    /// Digits of our own making, which a spreadsheet shall read as a number.
    case number(String)
    case empty
  }

  mutating func add(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += ";" }
      switch cell {
      case .text(let words): text += quoted(harmless(words))
      case .number(let digits): text += digits
      case .empty: break
      }
    }
    text += "\r\n"
  }

  /// A spreadsheet runs a cell that begins like a formula; with an apostrophe first it is text (OWASP, CSV
  /// Injection).
  private func harmless(_ words: String) -> String {
    guard let first = words.unicodeScalars.first else { return words }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n": return "'" + words
    default: return words
    }
  }

  /// RFC 4180: in quotes where it holds a separator, a quote or a line break.
  private func quoted(_ words: String) -> String {
    var result = String.UnicodeScalarView()
    var needsQuotes = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case ";", "\n", "\r", ",": needsQuotes = true
      case "\"":
        needsQuotes = true
        result.append("\"")
      default: break
      }
      result.append(scalar)
    }
    return needsQuotes ? "\"" + String(result) + "\"" : String(result)
  }
}
