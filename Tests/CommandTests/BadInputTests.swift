import Foundation
import TestSupport
import Testing

/// What is wrong with the files is told with its place, in both languages, exit code 3, and nothing is written. The
/// messages stand in Snapshots/bad-….txt, Swedish first.
@Suite struct BadInputTests {
  /// Spoils the mini round, ranks it and compares what is said.
  private func expect(
    _ name: String, arguments: [String] = ["rank", "omgang"], _ spoil: (Scratch) throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let scratch = try Scratch.mini()
    try spoil(scratch)
    let before = try scratch.contents()
    var said = ""
    for language in ["sv", "en"] {
      let result = try Command.run(arguments + ["--lang", language], in: scratch.folder)
      #expect(result.code == 3, "\(result.errors)", sourceLocation: sourceLocation)
      #expect(result.output.isEmpty, sourceLocation: sourceLocation)
      said += result.errors
    }
    #expect(try scratch.contents() == before, sourceLocation: sourceLocation)
    Snapshot.expect(said, matches: "bad-\(name).txt", sourceLocation: sourceLocation)
  }

  @Test func `a round that is not there`() throws {
    try expect("no-round", arguments: ["rank", "omgng"]) { _ in }
  }

  @Test func `a file as a round`() throws {
    try expect("file-as-round", arguments: ["rank", "omgang/alfa.yaml"]) { _ in }
  }

  @Test func `a folder without round.yaml`() throws {
    try expect("no-round-file", arguments: ["rank", "Rules"]) { _ in }
  }

  @Test func `rules that are not there`() throws {
    try expect("no-rules") { try FileManager.default.removeItem(at: $0.url("Rules/mini.rules.yaml")) }
  }

  @Test func `a form that is not there`() throws {
    try expect("no-form") { try FileManager.default.removeItem(at: $0.url("Rules/mini.form.yaml")) }
  }

  @Test func `a draft that is not there`() throws {
    try expect("no-draft", arguments: ["check", "omgang/omega.yaml"]) { _ in }
  }

  @Test func `an empty file`() throws { try expect("empty") { try $0.write("", to: "omgang/alfa.yaml") } }

  @Test func `an empty round.yaml`() throws {
    try expect("empty-round") { try $0.write("", to: "omgang/round.yaml") }
  }

  @Test func `a folder as a draft`() throws {
    try expect("folder-as-draft", arguments: ["check", "omgang", "--rules", "Rules/mini.rules.yaml"]) { _ in }
  }

  @Test func `a folder with a proposal's name`() throws {
    try expect("folder-as-proposal") {
      try FileManager.default.createDirectory(
        at: $0.url("omgang/omega.yaml"), withIntermediateDirectories: false)
    }
  }

  @Test func `a ruleset as a proposal`() throws {
    try expect("ruleset-as-proposal") {
      try FileManager.default.copyItem(at: $0.url("Rules/mini.rules.yaml"), to: $0.url("omgang/mini.yaml"))
    }
  }

  @Test func `a wrong type`() throws {
    try expect("wrong-type") { try $0.edit("omgang/alfa.yaml", "deltagare: 10", "deltagare: tio") }
  }

  @Test func `a misspelt key`() throws {
    try expect("misspelt-key") { try $0.edit("omgang/alfa.yaml", "åtagande:", "atagande:") }
  }

  @Test func `a misspelt choice`() throws {
    try expect("misspelt-choice") { try $0.edit("omgang/alfa.yaml", "åtagande: avtal", "åtagande: avatl") }
  }

  @Test func `an id unlike its file name`() throws {
    try expect("other-id") { try $0.edit("omgang/alfa.yaml", "id: alfa", "id: alpha") }
  }

  @Test func `another ruleset than the frozen one`() throws {
    try expect("not-the-frozen-rules") { scratch in
      let frozen = try Command.run(["freeze", "omgang", "--date", "2026-08-20"], in: scratch.folder)
      try #require(frozen.code == 0, "\(frozen.errors)")
      try scratch.edit("Rules/mini.rules.yaml", "weight: 60", "weight: 61")
    }
  }

  @Test func `an alias bomb`() throws {
    try expect("alias-bomb") { scratch in
      var lines = ["schema: beredning/proposal/1", "id: alfa", "form: mini", "titel: &a0 x"]
      for level in 1...9 {
        let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        lines.append("l\(level): &a\(level) [\(items)]")
      }
      try scratch.write(lines.joined(separator: "\n") + "\n", to: "omgang/alfa.yaml")
    }
  }

  @Test func `600 levels of nesting`() throws {
    try expect("nesting") { scratch in
      let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
      try scratch.edit("omgang/alfa.yaml", "titel: Alfa", "titel: \(deep)")
    }
  }

  @Test func `a text of a gigabyte, in bounded memory`() throws {
    try expect("gigabyte") { scratch in
      let file = try FileHandle(forWritingTo: scratch.url("omgang/alfa.yaml"))
      try file.truncate(atOffset: 1 << 30)
      try file.close()
    }
  }

  @Test func `Latin-1`() throws {
    try expect("latin-1") { scratch in
      let text = try scratch.read("omgang/alfa.yaml")
      try scratch.write(try #require(text.data(using: .isoLatin1)), to: "omgang/alfa.yaml")
    }
  }

  @Test func `a mistake in an expression`() throws {
    try expect("feel-syntax") {
      try $0.edit("Rules/mini.rules.yaml", "require: deltagare > 0", "require: deltagare >")
    }
  }

  @Test func `a misspelt field in a rule`() throws {
    try expect("feel-field") {
      try $0.edit("Rules/mini.rules.yaml", "require: deltagare > 0", "require: deltagarre > 0")
    }
  }

  @Test func `facts in a circle`() throws {
    try expect("fact-cycle") {
      try $0.edit("Rules/mini.rules.yaml", "sources:", "facts:\n  a: b + 1\n  b: a + 1\nsources:")
    }
  }

  @Test func `a link that leads to itself`() throws {
    try expect("link-loop") {
      try FileManager.default.createSymbolicLink(
        atPath: $0.url("omgang/omega.yaml").path, withDestinationPath: "omega.yaml")
    }
  }

  @Test func `a pipe`() throws {
    try expect("pipe", arguments: ["check", "ror.yaml", "--rules", "Rules/mini.rules.yaml"]) {
      #expect(mkfifo($0.url("ror.yaml").path, 0o600) == 0)
    }
  }

  @Test func `a file that may not be read`() throws {
    // Root may read everything.
    if getuid() == 0 {
      print("SKIPPED: a file that may not be read (run as root)")
      return
    }
    try expect("no-permission") {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: $0.url("omgang/alfa.yaml").path)
    }
  }

  @Test func `every mistake of a run, not the first alone`() throws {
    try expect("several") {
      try $0.edit("omgang/alfa.yaml", "deltagare: 10", "deltagare: tio")
      try $0.edit("omgang/beta.yaml", "åtagande: avtal", "åtagande: avtla")
      try $0.edit("omgang/assessments/gamma.chef.yaml", "value: liten", "value: lite")
    }
  }
}
