import ArgumentParser

/// In which forms a command can print its result.
protocol OutputFormat: ExpressibleByArgument, CaseIterable, Equatable, RawRepresentable<String> {
  static var text: Self { get }
  static var json: Self { get }
}

enum TextFormat: String, OutputFormat { case text, json }
/// `view`: what the self-check page shows.
enum CheckFormat: String, OutputFormat { case text, json, view }
enum PageFormat: String, OutputFormat { case text, json, markdown }
enum TableFormat: String, OutputFormat { case text, json, csv, markdown }

/// `--format` and `--json`, the same in every command.
struct FormatOptions<Format: OutputFormat>: ParsableArguments {
  @Option(help: ArgumentHelp(words("Utskriftens format.", "Format of the output.")))
  var format: Format?

  @Flag(help: ArgumentHelp(words("Samma som --format json.", "The same as --format json.")))
  var json = false

  var chosen: Format { json ? .json : format ?? .text }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError(
        words(
          "--json och --format \(format.rawValue) går inte ihop",
          "--json and --format \(format.rawValue) do not go together"))
    }
  }
}
