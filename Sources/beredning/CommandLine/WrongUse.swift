import ArgumentParser
import Diagnostics

/// Something on the command line that only the files show to be wrong: exit code 2, and one line that says it.
struct WrongUse: Error {
  var message: String

  init(_ sv: String, _ en: String) { message = words(sv, en) }

  /// `word` is none of `known`: the nearest of them, or all where they are few enough to list.
  static func unknown(_ sv: String, _ en: String, _ word: String, among known: [String]) -> WrongUse {
    var wrong = WrongUse(sv + " finns inte", "there is no " + en)
    if let meant = nearest(word, among: known) {
      wrong.message += words(". Menade du `\(meant)`?", ". Did you mean `\(meant)`?")
    } else if !known.isEmpty && known.count <= 40 {
      wrong.message += words(". Att välja på finns: ", ". To choose from: ") + known.joined(separator: ", ")
    }
    return wrong
  }

  /// The parser calls a misspelt command an unexpected argument.
  static func checkCommand(_ arguments: [String]) throws(WrongUse) {
    let known = Beredning.configuration.subcommands.map { $0._commandName } + ["help"]
    guard let first = arguments.first, !first.hasPrefix("-"), !known.contains(first) else { return }
    throw .unknown("kommandot `\(first)`", "command `\(first)`", first, among: known)
  }
}
