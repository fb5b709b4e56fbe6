import ArgumentParser
import Diagnostics

enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case sv, en

  var language: Language { self == .sv ? .swedish : .english }
}

struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      words("Språk: svenska eller engelska.", "Language: Swedish or English."), valueName: "sv|en"))
  var lang: LanguageOption = .sv

  @Flag(name: .shortAndLong, help: ArgumentHelp(words("Bara resultat och fel.", "Only results and errors.")))
  var quiet = false

  var language: Language { lang.language }

  var output: Output { Output(language: language, quiet: quiet) }
}
