/// How characters take up room in a terminal, and what is shown instead of those that would disturb it.
public enum TerminalText {
  /// Cells that `character` takes: 0 for a lone combining mark, 2 for East Asian wide characters and emoji.
  public static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first?.value else { return 0 }
    if first < 0x300 { return 1 }
    if first <= 0x36F { return 0 }
    if isWide(first) { return 2 }
    for scalar in character.unicodeScalars where scalar.value == 0xFE0F { return 2 }
    return 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// A visible stand-in for control characters and for invisible ones that change how text reads: nothing
  /// in a user's file may steer the terminal or hide a difference between two words.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      "\u{FFFD}"
    default: scalar
    }
  }

  /// Cells that `text` takes on one line.
  public static func width(of text: String) -> Int {
    var isPlain = true
    for byte in text.utf8 where byte >= 0x80 { isPlain = false }
    if isPlain { return text.utf8.count }
    var width = 0
    for character in text { width += self.width(character) }
    return width
  }

  /// `text` with everything made visible except line feeds.
  public static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "\n" ? scalar : visible(scalar))
    }
    return String(result)
  }
}
