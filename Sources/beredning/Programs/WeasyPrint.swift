import Diagnostics

/// The program that makes the PDF: WeasyPrint 70 or later, from PyPI.
struct WeasyPrint {
  static let oldest = 70

  enum Missing {
    case notFound
    case tooOld(String)
    case failed(String)

    var message: String {
      switch self {
      case .notFound:
        words(
          "Ingen PDF: WeasyPrint finns inte. `pip install 'weasyprint>=\(oldest)'`, eller skriv ut underlag.html till PDF i webbläsaren.",
          "No PDF: WeasyPrint was not found. `pip install 'weasyprint>=\(oldest)'`, or print underlag.html to PDF in the browser."
        )
      case .tooOld(let version):
        words(
          "Ingen PDF: WeasyPrint \(version) är för gammal, det krävs \(oldest) eller senare. `pip install 'weasyprint>=\(oldest)'`",
          "No PDF: WeasyPrint \(version) is too old; \(oldest) or later is needed. `pip install 'weasyprint>=\(oldest)'`"
        )
      case .failed(let output):
        words("Ingen PDF: WeasyPrint kunde inte göra den. ", "No PDF: WeasyPrint could not make it. ")
          + output
      }
    }
  }

  let program: String
  /// `70.0`
  let version: String

  static func find(_ program: String) -> Result<WeasyPrint, MissingError> {
    guard let outcome = Program.run(program, ["--version"]), outcome.status == 0 else {
      return .failure(MissingError(.notFound))
    }
    // "WeasyPrint version 70.0"
    let version = outcome.output.split { $0 == " " || $0 == "\n" }.last.map { String($0) } ?? ""
    let major = version.split(separator: ".").first.flatMap { Int($0) } ?? 0
    if major < oldest { return .failure(MissingError(.tooOld(version))) }
    return .success(WeasyPrint(program: program, version: version))
  }

  struct MissingError: Error {
    var reason: Missing
    init(_ reason: Missing) { self.reason = reason }
  }

  /// Makes a tagged PDF (PDF/UA-1). Says what went wrong, or nil.
  func print(_ page: String, to path: String) -> Missing? {
    let arguments = ["--quiet", "--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", page, path]
    guard let outcome = Program.run(program, arguments) else { return .notFound }
    if outcome.status == 0 { return nil }
    let lines = outcome.output.split(separator: "\n")
    return .failed(TerminalText.visible(lines.last.map { String($0) } ?? ""))
  }
}
