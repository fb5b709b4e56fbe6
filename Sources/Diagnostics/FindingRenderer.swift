/// Writes findings as people read them in a terminal:
///
///     fel C104: okänt fält `atagande` · Rules/egna.rules.yaml:88:46
///        88 |     if: some o in organisationer satisfies o.atagande = "avtal"
///           |                                              ^^^^^^^^
///           Menade du `åtagande`?
public struct FindingRenderer: Sendable {
  public var sources: SourceMap
  public var language: Language
  /// Whether to use ANSI colours; nothing is said by colour alone.
  public var color: Bool

  public init(sources: SourceMap, language: Language, color: Bool = false) {
    self.sources = sources
    self.language = language
    self.color = color
  }

  /// One finding, its lines joined by line feeds, without one at the end.
  public func render(_ finding: Finding) -> String {
    let tint = FindingRenderer.tint(finding.severity)
    let head = painted("\(finding.severity.label(language)) \(finding.code.text)", tint)
    var lines = ["\(head): \(TerminalText.visible(finding.message(language)))\(place(finding.span))"]
    lines += excerpt(finding.span, tint)
    for hint in finding.hints { lines += indented(hint(language)) }
    for related in finding.related {
      lines += indented(related.message(language) + place(related.span))
      lines += excerpt(related.span, FindingRenderer.relatedTint)
    }
    return lines.joined(separator: "\n")
  }

  /// All findings that are to be shown, an empty line between them, and a last line that counts them
  /// ("2 fel, 1 varning"). Empty when there are none.
  public func renderAll(_ findings: Findings, atMost limit: Int = Findings.maximumShown) -> String {
    guard !findings.isEmpty else { return "" }
    let (shown, leftOut) = findings.shown(atMost: limit)
    var parts = shown.map(render)
    if leftOut > 0 { parts.append(Text("… och \(leftOut) till", "… and \(leftOut) more")(language)) }
    parts.append(summary(findings))
    return parts.joined(separator: "\n\n")
  }

  /// The closing line: "2 fel, 1 varning".
  public func summary(_ findings: Findings) -> String {
    var parts: [String] = []
    for severity in [Severity.error, .warning, .note] {
      let count = findings.count(of: severity)
      if count > 0 { parts.append("\(count) \(severity.counted(count)(language))") }
    }
    return parts.joined(separator: ", ")
  }

  private func place(_ span: Span?) -> String {
    guard let span else { return "" }
    let path = TerminalText.visible(sources[span.source].path)
    return " · \(path):\(span.start.line):\(span.start.column)"
  }

  private func excerpt(_ span: Span?, _ tint: String) -> [String] {
    guard let span, let excerpt = Excerpt(of: span, in: sources[span.source]) else { return [] }
    let number = String(span.start.line)
    let gutter = String(repeating: " ", count: max(5, number.count))
    let carets =
      String(repeating: " ", count: excerpt.caretStart)
      + painted(String(repeating: "^", count: excerpt.caretCount), tint)
    return [
      trimmed("\(gutter.dropFirst(number.count))\(number) | \(excerpt.text)"),
      "\(gutter) | \(carets)",
    ]
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private func indented(_ text: String) -> [String] {
    TerminalText.visible(text).split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }
  }

  private static let relatedTint = "34"

  private static func tint(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func painted(_ text: String, _ tint: String) -> String {
    color ? "\u{1B}[\(tint)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  /// fel, varning, anmärkning.
  public var label: Text { counted(1) }

  /// The word after a number: "1 varning", "2 varningar".
  public func counted(_ count: Int) -> Text {
    switch self {
    case .error: Text("fel", count == 1 ? "error" : "errors")
    case .warning: count == 1 ? Text("varning", "warning") : Text("varningar", "warnings")
    case .note: count == 1 ? Text("anmärkning", "note") : Text("anmärkningar", "notes")
    }
  }
}
