internal import Diagnostics

/// XML and HTML put together element by element. Everything that comes in as text or attribute goes out escaped:
/// there is no way to write a user's words as markup.
package struct Markup {
  private(set) var text = ""

  /// Markup of our own making.
  mutating func raw(_ markup: String) { text += markup }

  /// Text content. Line breaks stay; other control characters and marks that steer the direction of text are shown
  /// as signs.
  mutating func words(_ words: String) { text += Markup.escaped(words) }

  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element that holds words alone.
  mutating func leaf(_ name: String, _ words: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    self.words(words)
    close(name)
  }

  /// `<name a="b"/>`, as XML writes it.
  mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    text += "/>"
  }

  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    start(name, attributes)
    text += ">"
  }

  mutating func close(_ name: String) {
    text += "</"
    text += name
    text += ">"
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    text += "<"
    text += name
    for (key, value) in attributes {
      text += " "
      text += key
      text += "=\""
      text += Markup.escaped(value)
      text += "\""
    }
  }

  /// Fit for text and for attributes in double quotes, in XML 1.0 and in HTML.
  package static func escaped(_ words: String) -> String {
    if isPlain(words) { return words }
    var result = String.UnicodeScalarView()
    for scalar in TerminalText.visible(words).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      // Not characters of XML 1.0.
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether it stands for itself; false where that is not seen at once. Most words are ASCII with å, ä and ö.
  private static func isPlain(_ words: String) -> Bool {
    let bytes = words.utf8Span.span
    var isLetter = false
    for index in bytes.indices {
      switch bytes[index] {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E: return false
      case 0x20...0x7E: isLetter = false
      case 0xC3: isLetter = true
      case 0x80...0xBF: if !isLetter { return false }
      default: return false
      }
    }
    return true
  }
}

/// A text that stands on one line: line breaks become spaces, and what is longer than `limit` characters is cut.
func oneLine(_ text: String, limit: Int = .max) -> String {
  var result = ""
  var count = 0
  var wasSpace = false
  for character in text {
    let isBreak = character == "\n" || character == "\r" || character == "\r\n" || character == "\t"
    if isBreak || character == " " {
      if wasSpace { continue }
      wasSpace = true
    } else {
      wasSpace = false
    }
    if count == limit {
      while result.last == " " { result.removeLast() }
      return result + "…"
    }
    result.append(isBreak ? " " : character)
    count += 1
  }
  return result
}
