internal import Diagnostics

/// Breaks text into lines of a terminal. Widths are cells.
enum Wrapping {
  /// The lines of `text`, each at most `width` cells: broken at spaces, never at a no-break space, and inside a word
  /// only where the word alone is too long. There is always a line, perhaps an empty one. Line feeds break too.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += paragraphLines(paragraph, max(width, 1))
    }
    return lines
  }

  /// Cells of the longest word: narrower than this a text is broken inside words.
  static func longestWord(_ text: String) -> Int {
    var longest = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      longest = max(longest, TerminalText.width(of: String(word)))
    }
    return longest
  }

  /// `text` with spaces after it (or before it) up to `width` cells; unchanged where it is wider.
  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let missing = width - TerminalText.width(of: text)
    guard missing > 0 else { return text }
    let spaces = String(repeating: " ", count: missing)
    return right ? spaces + text : text + spaces
  }

  private static func paragraphLines(_ text: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      for piece in pieces(word, width) {
        let cells = TerminalText.width(of: piece)
        if used > 0 && used + 1 + cells <= width {
          line += " " + piece
          used += 1 + cells
        } else {
          if used > 0 { lines.append(line) }
          line = piece
          used = cells
        }
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The word, or where it is too long its parts.
  private static func pieces(_ word: Substring, _ width: Int) -> [String] {
    let whole = String(word)
    if TerminalText.width(of: whole) <= width { return [whole] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let cells = TerminalText.width(character)
      if used + cells > width && used > 0 {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += cells
    }
    pieces.append(piece)
    return pieces
  }
}
