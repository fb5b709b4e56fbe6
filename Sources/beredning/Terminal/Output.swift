import Diagnostics
import Glibc
import Presentation

/// Where a command writes. Results go to the standard output, everything else to the standard error.
struct Output {
  var language: Language
  var quiet: Bool

  /// Writes a result. A reader that has gone away (`| head`) ends the program without a word.
  func result(_ text: String) { Output.write(text, to: STDOUT_FILENO) }

  /// Says something that is no result, unless `--quiet`.
  func say(_ text: String) {
    if !quiet { Output.write(text + "\n", to: STDERR_FILENO) }
  }

  /// Findings on the standard error, those at least so grave. With `--quiet` only errors.
  func report(_ findings: Findings, _ sources: SourceMap, from least: Severity = .note) {
    let least = quiet ? .error : least
    var shown = findings
    if least != .note {
      shown = Findings()
      shown.add(contentsOf: findings.sorted.filter { $0.severity <= least })
    }
    if shown.isEmpty { return }
    let renderer = FindingRenderer(
      sources: sources, language: language, color: Terminal.usesColor(STDERR_FILENO))
    Output.write(renderer.renderAll(shown) + "\n", to: STDERR_FILENO)
  }

  /// How text is laid out on the standard output: as wide as the terminal, or 100 cells into a file or pipe.
  var style: TextStyle {
    guard let width = Terminal.width(STDOUT_FILENO) else { return TextStyle() }
    return TextStyle(width: width, emphasis: Terminal.usesColor(STDOUT_FILENO))
  }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let written = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : 3)
        }
        offset += written
      }
    }
  }
}

enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// https://no-color.org: any value but an empty one turns colour off.
  static func usesColor(_ descriptor: Int32) -> Bool {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
    if let value = getenv("TERM"), String(cString: value) == "dumb" { return false }
    return isTerminal(descriptor)
  }

  /// Cells in a line; nil where it is no terminal.
  static func width(_ descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
