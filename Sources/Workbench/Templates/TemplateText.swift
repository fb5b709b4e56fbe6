internal import Diagnostics

/// Lines of a YAML file with comments, wrapped to what an editor shows.
struct TemplateText {
  let language: Language
  private(set) var lines: [String] = []

  private static let width = 100

  init(_ language: Language) { self.language = language }

  func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func line(_ text: String, indent: Int = 0) {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: indent) + text)
  }

  mutating func gap() { if let last = lines.last, !last.isEmpty { lines.append("") } }

  /// Comment lines, broken at spaces; lines after the first `hanging` further in.
  mutating func comment(_ text: String, indent: Int = 0, hanging: Int = 0) {
    let start = String(repeating: " ", count: indent) + "#"
    for paragraph in text.split(separator: "\n") {
      var line = start
      for word in paragraph.split(separator: " ") {
        if line.count + 1 + word.count > Self.width && line.count > start.count + hanging {
          lines.append(line)
          line = start + String(repeating: " ", count: hanging)
        }
        line += " " + word
      }
      lines.append(line)
    }
  }
}
