import Foundation
import TestSupport
import Testing

/// What holds for every command: exit codes, where things are written, and that nothing but the files decides.
@Suite struct CommandTests {
  private let mini = Scratch.root.appendingPathComponent("Tests/PresentationTests/Fixtures/mini")

  @Test func `a ranking goes to the standard output, and JSON can be read`() throws {
    let result = try Command.run(["rank", "omgang", "--json"], in: mini)
    #expect(result.code == 0)
    #expect(result.errors == "")
    let document = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    #expect(document?["schema"] as? String == "beredning/result/1")
    #expect((document?["proposals"] as? [Any])?.count == 8)
  }

  @Test func `--json is --format json`() throws {
    let short = try Command.run(["rank", "omgang", "--json"], in: mini)
    let long = try Command.run(["rank", "omgang", "--format", "json"], in: mini)
    #expect(short.output == long.output)
  }

  @Test(arguments: [
    ["rank", "omgang"], ["explain", "omgang", "stegen"], ["compare", "omgang", "a", "b"],
    ["improve", "omgang", "stegen"], ["missing", "omgang"], ["assessors", "omgang"], ["economy", "omgang"],
    ["robustness", "omgang"], ["frame", "omgang"], ["check", "utkast.yaml"],
  ])
  func `--json beside another format is wrong use`(_ arguments: [String]) throws {
    let result = try Command.run(arguments + ["--json", "--format", "text"], in: mini)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("--json och --format text går inte ihop"))
  }

  @Test(arguments: ["json", "text", "csv", "markdown"])
  func `threads, locale and time zone change no byte`(_ format: String) throws {
    let arguments = ["rank", "omgang", "--format", format]
    let usual = try Command.run(arguments, in: mini)
    #expect(usual.code == 0)
    for environment in [
      ["BEREDNING_THREADS": "1"], ["BEREDNING_THREADS": "7"], ["LC_ALL": "C"], ["LC_ALL": "sv_SE.UTF-8"],
      ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Adak"],
      ["NO_COLOR": "1"], ["TERM": "dumb"], ["COLUMNS": "40"],
    ] {
      let other = try Command.run(arguments, in: mini, environment: environment)
      #expect(other.output == usual.output, "\(environment)")
    }
  }

  @Test func `the order in which files were made changes no byte`() throws {
    let usual = try Command.run(["rank", "omgang", "--json"], in: mini)
    let scratch = try Scratch.mini()
    for folder in ["omgang", "omgang/assessments"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url(folder).path)
      for name in names.filter({ $0.hasSuffix(".yaml") }).sorted().reversed() {
        let text = try scratch.read("\(folder)/\(name)")
        try FileManager.default.removeItem(at: scratch.url("\(folder)/\(name)"))
        try scratch.write(text, to: "\(folder)/\(name)")
      }
    }
    #expect(try Command.run(["rank", "omgang", "--json"], in: scratch.folder).output == usual.output)
  }

  @Test func `where one stands changes no byte of the JSON`() throws {
    let usual = try Command.run(["rank", "omgang", "--json"], in: mini)
    let inside = try Command.run(["rank", ".", "--json"], in: mini.appendingPathComponent("omgang"))
    let absolute = try Command.run(
      ["rank", mini.appendingPathComponent("omgang").path + "/", "--json"], in: Scratch.root)
    let byFile = try Command.run(["rank", "omgang/round.yaml", "--json"], in: mini)
    #expect(inside.output == usual.output)
    #expect(absolute.output == usual.output)
    #expect(byFile.output == usual.output)
  }

  @Test func `a division by zero is a failed fact of that proposal, and the round goes on`() throws {
    let result = try Command.run(["rank", "omgang"], in: mini)
    #expect(result.code == 0)
    #expect(
      result.text.contains(
        """
        Kontrollera
         · Theta: Kronor per deltagare kan inte räknas – division med noll (../Rules/mini.rules.yaml:91)

        """))
  }

  @Test func `robustness and frame write text, JSON and Markdown`() throws {
    for command in ["robustness", "frame"] {
      let text = try Command.run([command, "omgang"], in: mini)
      #expect(text.code == 0 && text.errors == "")
      #expect(text.text.contains("Alfa"))
      let json = try Command.run([command, "omgang", "--json"], in: mini)
      let document = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
      #expect(document?["schema"] as? String == "beredning/\(command)/1")
      let markdown = try Command.run([command, "omgang", "--format", "markdown", "--lang", "en"], in: mini)
      #expect(markdown.text.hasPrefix("# "))
    }
  }

  @Test func `constraints of the round hold in the line and in the sets, and are told`() throws {
    // 1,300 − 500 + 100 = 900 is left. Gamma (300) is decided and shuts alfa out; beta lacks 600, half of it fits: 24 +
    // 73 / 2 points.
    let scratch = try Scratch.mini()
    let round = try scratch.read("omgang/round.yaml").replacingOccurrences(
      of: "frame: 2000000", with: "frame: 1300000")
    try scratch.write(
      round + """
        constraints:
          at_most_one:
            - [alfa, gamma]
          requires:
            - {proposal: beta, needs: gamma}
          decided: [gamma]
          parts:
            - {proposal: beta, title: {sv: Halva, en: Half}, share: 0.5, kr: [{year: 2027, kr: 600000}]}

        """, to: "omgang/round.yaml")
    let result = try Command.run(["frame", "omgang"], in: scratch.folder)
    #expect(result.code == 0 && result.errors == "")
    for expected in [
      "redan beslutat", "nej, går inte ihop med Gamma", "nej: saknas 600 tkr 2027",
      """
      Villkor i omgången
       · Redan beslutat: Gamma.
       · Högst ett av Alfa och Gamma.
       · Beta förutsätter Gamma.
       · Beta kan beviljas i del: Halva, 600 tkr. Delen räknas som 50 % av poängen.

      """, "Beta (i del: Halva) och Gamma. Sammanlagt 60,5 poäng. Kvar: 0 tkr 2027.",
    ] {
      #expect(result.text.contains(expected), "\(expected)")
    }
  }

  @Test func `a round without a frame has nothing to be placed within`() throws {
    let scratch = try Scratch.mini()
    let round = try scratch.read("omgang/round.yaml")
    let start = try #require(round.range(of: "frame:\n"))
    let end = try #require(round.range(of: "roles:\n"))
    try scratch.write(
      round.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""), to: "omgang/round.yaml")
    let result = try Command.run(["frame", "omgang"], in: scratch.folder)
    #expect(result.code == 3)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("fel R123: omgången har ingen ram"))
    // Whether the order holds does not hang on money.
    #expect(try Command.run(["robustness", "omgang"], in: scratch.folder).code == 0)
  }

  // MARK: Wrong use

  @Test(arguments: [
    (["rang"], "fel: kommandot `rang` finns inte. Menade du `rank`?\n"),
    (
      ["explain", "omgang", "alfaa"], "fel: förslaget `alfaa` finns inte. Menade du `alfa`?\n"
    ),
    (
      ["explain", "omgang", "alfa", "--criterion", "x"],
      "fel: kriteriet `x` finns inte. Att välja på finns: bredd, nytta\n"
    ),
    (
      ["rank", "omgang", "--weights", "bred=40"],
      "fel: --weights: kriteriet `bred` finns inte. Menade du `bredd`?\n"
    ),
    (
      ["rank", "omgang", "--weights", "bredd=0"],
      "fel: --weights: vikten i `bredd=0` ska vara ett tal över noll\n"
    ),
    (
      ["rank", "omgang", "--weights", "bredd=100"],
      "fel: --weights: vikterna är tillsammans 100 och lämnar inget åt de andra kriterierna\n"
    ),
    (
      ["rank", "omgang", "--weights", "bredd"],
      "fel: --weights: `bredd` ska skrivas `kriteriets-id=tal`, som `bredd=40`\n"
    ),
    (
      ["robustness", "omgang", "--within", "0"],
      "fel: --within: `0` ska vara ett antal procent från 1 till 100\n"
    ),
    (
      ["robustness", "omgang", "--samples", "5"],
      "fel: --samples: `5` ska vara ett heltal från 100 till 1000000\n"
    ),
    (
      ["new", "proposal", "--form", "Rules/mini.form.yaml", "--id", "Å"],
      "fel: `Å` kan inte vara ett id: använd små bokstäver a–z, siffror och bindestreck, t.ex. med --id\n"
    ),
  ])
  func `wrong use is exit code 2 and one line`(_ arguments: [String], _ message: String) throws {
    let result = try Command.run(arguments, in: mini)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors == message)
  }

  @Test func `what the parser finds is told in Swedish, or in English where asked`() throws {
    let swedish = try Command.run(["rank"], in: mini)
    #expect(swedish.code == 2)
    #expect(
      swedish.errors.hasPrefix(
        "fel: det saknas ett argument: '<omgång>'\nHjälp:  <omgång>  Omgångens mapp.\n"))
    let english = try Command.run(["rank", "--lang", "en"], in: mini)
    #expect(english.code == 2)
    #expect(
      english.errors.hasPrefix(
        "Error: Missing expected argument '<round>'\nHelp:  <round>  The round's folder.\n"))
  }

  @Test func `help and version are results`() throws {
    for arguments in [["--help"], ["rank", "--help"], ["help", "explain"], ["feel", "eval", "--help"]] {
      let help = try Command.run(arguments, in: mini)
      #expect(help.code == 0)
      #expect(help.errors == "")
      #expect(help.text.contains("ANVÄNDNING: beredning"), "\(arguments)")
      for english in ["USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "(default", "Show "] {
        #expect(!help.text.contains(english), "\(arguments): \(english)")
      }
    }
    let version = try Command.run(["--version"], in: mini)
    #expect(version.text == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script for each shell`(_ shell: String) throws {
    let result = try Command.run(["--generate-completion-script", shell], in: mini)
    #expect(result.code == 0)
    for command in ["rank", "explain", "check", "lint", "freeze"] { #expect(result.text.contains(command)) }
  }

  // MARK: Streams

  @Test func `a reader that goes away ends it quietly`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "'\(Command.path)' explain omgang beta --json 2>fel.txt | head -c 10 >/dev/null; cat fel.txt",
    ]
    let scratch = try Scratch.mini()
    process.currentDirectoryURL = scratch.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: said, as: UTF8.self) == "")
  }

  @Test func `no colours into a file`() throws {
    let result = try Command.run(["rank", "omgang"], in: mini)
    #expect(!result.output.contains(0x1B))
    let wrong = try Command.run(["rank", "ingen"], in: mini)
    #expect(!wrong.errors.contains("\u{1B}"))
  }

  @Test func `--quiet leaves out warnings, not errors`() throws {
    let scratch = try Scratch.mini()
    try scratch.write("", to: "omgang/omega.yml")
    let usual = try Command.run(["rank", "omgang"], in: scratch.folder)
    #expect(usual.code == 0)
    #expect(
      usual.errors == """
        varning W011: `omgang/omega.yml` läses inte
              Filnamn ska sluta på `.yaml`. Byt namn.

        1 varning

        """)
    #expect(try Command.run(["rank", "omgang", "--quiet"], in: scratch.folder).errors == "")
    #expect(try Command.run(["rank", "ingen", "--quiet"], in: scratch.folder).errors.hasPrefix("fel W001"))
  }
}
