import Diagnostics

/// The language of help and of messages on wrong use: Swedish, unless `--lang en` stands on the command line. It has to
/// be known before the command line is parsed.
let helpLanguage: Language = {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument == "--lang=en" { return .english }
    if argument == "--lang", index + 1 < arguments.count, arguments[index + 1] == "en" { return .english }
  }
  return .swedish
}()

/// A text of the help, in the language of the help.
func words(_ sv: String, _ en: String) -> String { helpLanguage == .swedish ? sv : en }

/// The parser of the command line speaks English only: its fixed words are replaced here.
enum HelpText {
  static func translated(_ text: String) -> String {
    if helpLanguage == .english { return text }
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(translated(line: String(line)))
    }
    return lines.joined(separator: "\n")
  }

  private static func translated(line: String) -> String {
    for (english, swedish) in starts where line.hasPrefix(english) {
      return swedish + tail(String(line.dropFirst(english.count)))
    }
    return tail(line)
  }

  /// Phrases inside a line.
  private static func tail(_ line: String) -> String {
    var line = line
    for (english, swedish) in phrases { line = replacing(english, with: swedish, in: line) }
    return line
  }

  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(old) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  private static let starts: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "ANVÄNDNING: "), ("Usage: ", "Användning: "), ("ARGUMENTS:", "ARGUMENT:"),
    ("OPTIONS:", "VAL:"), ("SUBCOMMANDS:", "KOMMANDON:"), ("Error: ", "fel: "), ("Help: ", "Hjälp: "),
  ]

  private static let phrases: [(String, String)] = [
    ("Show help information.", "Visa den här hjälpen."), ("Show the version.", "Visa versionen."),
    ("Show subcommand help information.", "Visa hjälp om ett kommando."),
    ("(default: ", "(förval: "), ("; default: ", "; förval: "), ("(values: ", "(något av: "),
    ("<subcommand>", "<kommando>"),
    ("for more information.", "berättar mer."), ("for detailed help.", "berättar mer."), ("  See '", "  '"),
    ("Missing expected argument", "det saknas ett argument:"), ("Unknown option", "okänt val:"),
    ("Unexpected argument", "oväntat argument:"), ("Missing value for", "värde saknas för"),
    (" unexpected arguments: ", " oväntade argument: "),
    ("Did you mean ", "Menade du "), ("is invalid for", "går inte för"), ("The value ", "värdet "),
    ("Please provide one of", "Ange något av"), (" or ", " eller "),
  ]
}
