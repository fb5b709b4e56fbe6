import Foundation
import Testing

/// `new` and `freeze`: what they write reads back, and nothing is written over.
@Suite struct WritingTests {
  @Test func `a new proposal reads without errors, in both languages, whole and short`() throws {
    for language in ["sv", "en"] {
      for extra in [[], ["--all"]] {
        let scratch = try Scratch.mini()
        let new = try Command.run(
          ["new", "proposal", "--out", "utkast.yaml", "--lang", language] + extra, in: scratch.folder)
        #expect(new.code == 0, "\(new.errors)")
        // Everything is missing, which is a finding and no error.
        let check = try Command.run(["check", "utkast.yaml", "--quiet"], in: scratch.folder)
        #expect(check.code == 1, "\(check.errors)")
        #expect(check.errors == "")
        #expect(check.text.contains("Titel saknas (utkast.yaml:"))
      }
    }
  }

  @Test func `every field of the real form reads back`() throws {
    let scratch = try Scratch()
    let root = Scratch.root
    try FileManager.default.copyItem(at: root.appendingPathComponent("Rules"), to: scratch.url("Rules"))
    let new = try Command.run(["new", "proposal", "--all", "--out", "utkast.yaml"], in: scratch.folder)
    #expect(new.code == 0, "\(new.errors)")
    let check = try Command.run(
      ["check", "utkast.yaml", "--quiet", "--rules", "Rules/samordningsforbund-2.0.rules.yaml"],
      in: scratch.folder)
    #expect(check.code == 1)
    #expect(check.errors == "")
  }

  @Test func `new rules pass lint, and a new round with them ranks`() throws {
    for language in ["sv", "en"] {
      let scratch = try Scratch.mini()
      try FileManager.default.removeItem(at: scratch.url("Rules/mini.rules.yaml"))
      let folder = scratch.folder
      #expect(
        try Command.run(["new", "ruleset", "--out", "Rules/egna.rules.yaml", "--lang", language], in: folder)
          .code == 0)
      let lint = try Command.run(["lint", "Rules/egna.rules.yaml", "--quiet"], in: folder)
      #expect(lint.code == 0, "\(lint.errors)")
      try FileManager.default.createDirectory(at: scratch.url("host"), withIntermediateDirectories: false)
      #expect(
        try Command.run(["new", "round", "--out", "host/round.yaml", "--lang", language], in: folder).code
          == 0)
      #expect(try Command.run(["new", "proposal", "--out", "host/forsta.yaml"], in: folder).code == 0)
      let rank = try Command.run(["rank", "host"], in: folder)
      #expect(rank.code == 0, "\(rank.errors)")
      #expect(rank.text.contains("UTKAST, ej beslutade"))
      // One judged criterion that nobody has answered: 0 to 100.
      #expect(rank.text.contains("0 (0–100)"))
    }
  }

  @Test func `nothing is written over`() throws {
    let scratch = try Scratch.mini()
    let before = try scratch.contents()
    let result = try Command.run(["new", "proposal", "--out", "omgang/alfa.yaml"], in: scratch.folder)
    #expect(result.code == 3)
    #expect(
      result.errors == """
        fel W008: `omgang/alfa.yaml` finns redan
              Inget skrivs över. Välj ett annat namn, eller flytta filen.

        1 fel

        """)
    #expect(try scratch.contents() == before)
  }

  @Test func `freezing changes only the frozen block, and can be done again`() throws {
    let scratch = try Scratch.mini()
    let before = try scratch.contents()
    let text = try scratch.read("omgang/round.yaml")
    let freeze = ["freeze", "omgang", "--date", "2026-08-20"]
    #expect(try Command.run(freeze, in: scratch.folder).code == 0)
    let frozen = try scratch.read("omgang/round.yaml")
    #expect(frozen.hasPrefix(text + "frozen:\n  ruleset: mini\n  version: \"1\"\n  rules_sha256: "))
    #expect(frozen.hasSuffix("  date: 2026-08-20\n"))
    #expect(try Command.run(["rank", "omgang"], in: scratch.folder).code == 0)
    #expect(try Command.run(freeze, in: scratch.folder).code == 0)
    #expect(try scratch.read("omgang/round.yaml") == frozen)
    try scratch.write(text, to: "omgang/round.yaml")
    #expect(try scratch.contents() == before)
  }
}
