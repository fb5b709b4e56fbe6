internal import Diagnostics

/// How text for a terminal is laid out.
public struct TextStyle: Sendable, Hashable {
  /// Cells in a line, at least `minimumWidth`.
  public var width: Int
  /// Bold headings by ANSI sequences. Nothing is said by weight or colour alone.
  public var emphasis: Bool

  public static let defaultWidth = 100
  public static let minimumWidth = 72
  /// Longer lines are hard to read.
  public static let maximumWidth = 140

  public init(width: Int = TextStyle.defaultWidth, emphasis: Bool = false) {
    self.width = min(max(width, TextStyle.minimumWidth), TextStyle.maximumWidth)
    self.emphasis = emphasis
  }
}

/// Lines of text that grow downwards. Users' own words go through `TerminalText.visible` on their way in.
struct TextPage {
  let style: TextStyle
  private(set) var lines: [String] = []

  init(_ style: TextStyle) { self.style = style }

  var width: Int { style.width }

  /// Wrapped to the width: the first line stands `indent` cells in, the others `hanging` more.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    let room = width - indent - hanging
    let wrapped = Wrapping.lines(TerminalText.visible(text), width: max(room, 20))
    for (number, line) in wrapped.enumerated() {
      append(String(repeating: " ", count: number == 0 ? indent : indent + hanging) + line)
    }
  }

  mutating func heading(_ text: String, indent: Int = 0) {
    for line in Wrapping.lines(TerminalText.visible(text), width: width - indent) {
      let spaces = String(repeating: " ", count: indent)
      lines.append(spaces + (style.emphasis ? "\u{1B}[1m\(plain(line))\u{1B}[0m" : plain(line)))
    }
  }

  /// One empty line, unless there is one already or nothing stands above.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A line as it is.
  mutating func append(_ line: String) {
    var line = plain(line)
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }

  /// The text, a line feed after every line.
  var text: String {
    var text = ""
    for line in lines { text += line + "\n" }
    return text
  }

  /// The lines are broken: what kept a number together in one has done its work, and `grep` finds plain spaces.
  private func plain(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars { result.append(scalar == "\u{A0}" ? " " : scalar) }
    return String(result)
  }
}
