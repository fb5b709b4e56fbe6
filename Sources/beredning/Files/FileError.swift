import Diagnostics
import Glibc
import YAMLSource

/// Why a file or folder could not be read or written.
enum FileError: Error {
  case missing(String)
  case isFolder(String)
  case isFile(String)
  case noPermission(String)
  case tooLarge(String, bytes: Int)
  case notAFile(String)
  case linkLoop(String)
  case notUTF8Name(String)
  case exists(String)
  case other(String, code: Int32)

  init(_ path: String, errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing(path)
    case EACCES, EPERM: self = .noPermission(path)
    case ELOOP: self = .linkLoop(path)
    case EISDIR: self = .isFolder(path)
    case EEXIST: self = .exists(path)
    default: self = .other(path, code: code)
    }
  }

  /// What to tell. `sources` gets an entry where the finding has a place.
  func finding(_ sources: inout SourceMap) -> Finding {
    switch self {
    case .tooLarge(let path, let bytes):
      fileTooLarge(source: sources.add(SourceFile(path: path, bytes: [])), bytes: bytes)
    case .missing(let path):
      Finding(
        Code("W", 1), at: nil, Text("`\(path)` finns inte", "`\(path)` does not exist"),
        hints: [
          Text(
            "Kontrollera stavningen och vilken mapp du står i.",
            "Check the spelling and which folder you are in.")
        ])
    case .isFolder(let path):
      Finding(
        Code("W", 2), at: nil, Text("`\(path)` är en mapp, inte en fil", "`\(path)` is a folder, not a file"),
        hints: [Text("Ange en YAML-fil i mappen.", "Give a YAML file in the folder.")])
    case .isFile(let path):
      Finding(
        Code("W", 3), at: nil, Text("`\(path)` är en fil, inte en mapp", "`\(path)` is a file, not a folder"),
        hints: [
          Text(
            "En omgång är en mapp med `round.yaml` och ett förslag i varje fil.",
            "A round is a folder with `round.yaml` and a proposal in every file.")
        ])
    case .noPermission(let path):
      Finding(
        Code("W", 4), at: nil,
        Text("du har inte rätt att läsa eller skriva `\(path)`", "you may not read or write `\(path)`"),
        hints: [Text("Fråga den som äger filen.", "Ask whoever owns the file.")])
    case .notAFile(let path):
      Finding(
        Code("W", 5), at: nil, Text("`\(path)` är ingen vanlig fil", "`\(path)` is no ordinary file"),
        hints: [Text("Ange en YAML-fil.", "Give a YAML file.")])
    case .linkLoop(let path):
      Finding(
        Code("W", 6), at: nil,
        Text(
          "`\(path)` är en länk som leder runt till sig själv",
          "`\(path)` is a link that leads round to itself"),
        hints: [
          Text("Ta bort länken, eller låt den peka på en fil.", "Remove the link, or point it at a file.")
        ])
    case .notUTF8Name(let folder):
      Finding(
        Code("W", 7), at: nil,
        Text(
          "en fil i `\(folder)` har ett namn som inte är UTF-8",
          "a file in `\(folder)` has a name that is not UTF-8"),
        hints: [Text("Byt namn på filen.", "Rename the file.")])
    case .exists(let path):
      Finding(
        Code("W", 8), at: nil, Text("`\(path)` finns redan", "`\(path)` exists already"),
        hints: [
          Text(
            "Inget skrivs över. Välj ett annat namn, eller flytta filen.",
            "Nothing is overwritten. Choose another name, or move the file.")
        ])
    case .other(let path, let code):
      Finding(
        Code("W", 9), at: nil,
        Text(
          "`\(path)` kan inte läsas eller skrivas (systemet säger: \(String(cString: strerror(code))))",
          "`\(path)` cannot be read or written (the system says: \(String(cString: strerror(code))))"))
    }
  }
}
