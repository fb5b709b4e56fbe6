import ArgumentParser

/// The round that a command is about.
struct RoundArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(words("Omgångens mapp.", "The round's folder."), valueName: words("omgång", "round")),
    completion: .directory)
  var round: String
}
