import Diagnostics

/// Why a request gets no result.
enum Refusal: Error {
  /// The request asks for what does not exist. For who writes the page.
  case wrongUse(String)
  /// What was asked for does not exist in these files, or the files are wrong. For people.
  case badInput(Findings, SourceMap)

  func response(_ language: Language) -> Response {
    switch self {
    case .wrongUse(let message): wrong(message)
    case .badInput(let findings, let sources):
      Response(status: 3, messages: rendered(findings, sources, language))
    }
  }

  /// Findings without the lines of the files that they are about: for a page whose reader never saw those.
  func responseInWords(_ language: Language) -> Response {
    switch self {
    case .wrongUse(let message): wrong(message)
    case .badInput(let findings, _):
      Response(
        status: 3,
        messages: findings.sorted.flatMap { finding in
          let head = finding.severity.label(language) + " " + finding.code.text + ": "
          return Array((head + TerminalText.visible(finding.message(language)) + "\n").utf8)
        })
    }
  }

  private func wrong(_ message: String) -> Response {
    Response(status: 2, messages: Array((message + "\n").utf8))
  }
}

/// The findings as the command writes them on its standard error.
func rendered(_ findings: Findings, _ sources: SourceMap, _ language: Language) -> [UInt8] {
  if findings.isEmpty { return [] }
  return Array((FindingRenderer(sources: sources, language: language).renderAll(findings) + "\n").utf8)
}
