import Foundation
import Testing

/// `paper`: a folder whole or not at all, and checkable afterwards.
@Suite struct PaperCommandTests {
  private let names = [
    "MANIFEST", "resultat.csv", "resultat.json", "resultat.xlsx", "underlag.docx", "underlag.html",
  ]

  private func write(_ scratch: Scratch, _ extra: [String] = []) throws -> Command.Result {
    try Command.run(
      ["paper", "omgang", "--out", "underlag", "--no-engine", "--no-pdf"] + extra, in: scratch.folder)
  }

  private func files(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url("underlag").path).sorted()
  }

  @Test func `the folder holds every file, and what is to be written is said`() throws {
    let scratch = try Scratch.mini()
    let result = try write(scratch)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.text == "")
    #expect(result.errors.contains("Underlaget finns i underlag.\nAtt skriva: Förslag till beslut\n"))
    #expect(try files(scratch) == names)
    // As the commands write them.
    let json = try Command.run(["rank", "omgang", "--json"], in: scratch.folder)
    #expect(try scratch.read("underlag/resultat.json") == json.text)
    // Nothing else is left behind.
    let all = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    #expect(all == ["Rules", "omgang", "underlag"])
  }

  @Test func `two runs give the same bytes`() throws {
    let (first, second) = (try Scratch.mini(), try Scratch.mini())
    _ = try write(first)
    _ = try write(second)
    for name in names {
      #expect(
        try Data(contentsOf: first.url("underlag/" + name))
          == Data(contentsOf: second.url("underlag/" + name)),
        "\(name)")
    }
  }

  @Test func `an earlier paper stays, unless it is to be replaced`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    try scratch.write("ändrad i Word", to: "underlag/underlag.docx")
    let before = try scratch.contents()
    let refused = try write(scratch)
    #expect(refused.code == 3)
    #expect(refused.errors.contains("fel W008: `underlag` finns redan"))
    #expect(refused.errors.contains("--replace"))
    #expect(try scratch.contents() == before)

    #expect(try write(scratch, ["--replace"]).code == 0)
    #expect(try files(scratch) == names)
    #expect(try Data(contentsOf: scratch.url("underlag/underlag.docx")).starts(with: Data("PK".utf8)))
  }

  @Test func `a file of the user's own in the folder is never lost`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    try scratch.write("mina", to: "underlag/anteckningar.txt")
    let before = try scratch.contents()
    let result = try write(scratch, ["--replace"])
    #expect(result.code == 3)
    #expect(result.errors.contains("underlag/anteckningar.txt"))
    #expect(try scratch.contents() == before)
  }

  @Test func `a round with errors writes nothing`() throws {
    let scratch = try Scratch.mini()
    try scratch.edit("omgang/round.yaml", "beredning/round/1", "beredning/round/9")
    #expect(try write(scratch).code == 3)
    #expect(!FileManager.default.fileExists(atPath: scratch.url("underlag").path))
  }

  @Test func `verify tells what has changed`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    let verify = ["paper", "omgang", "--verify", "underlag"]
    let same = try Command.run(verify, in: scratch.folder)
    #expect(same.code == 0, "\(same.errors)")
    #expect(same.errors.contains("Allt stämmer"))

    try scratch.write("något annat", to: "underlag/resultat.csv")
    try scratch.edit("omgang/alfa.yaml", "Alfa", "Alfabet")
    try FileManager.default.removeItem(at: scratch.url("underlag/underlag.docx"))
    let changed = try Command.run(verify, in: scratch.folder)
    #expect(changed.code == 3)
    #expect(changed.errors.contains("W030: `resultat.csv` är ändrad sedan dess"))
    #expect(changed.errors.contains("W030: `alfa.yaml` är ändrad sedan dess"))
    #expect(changed.errors.contains("W030: `underlag.docx` saknas"))
    #expect(changed.errors.contains("3 fel"))
  }

  @Test func `an absent PDF program and an absent engine are clear messages, and the rest is written`() throws
  {
    let scratch = try Scratch.mini()
    let result = try Command.run(
      ["paper", "omgang", "--out", "underlag", "--no-engine", "--weasyprint", "finns-inte"],
      in: scratch.folder)
    #expect(result.code == 0)
    #expect(result.errors.contains("Ingen PDF: WeasyPrint finns inte."))
    #expect(try files(scratch) == names)
  }

  @Test func `an old PDF program is told by its version`() throws {
    let scratch = try Scratch.mini()
    try scratch.write("#!/bin/sh\necho WeasyPrint version 57.2\n", to: "gammal")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.url("gammal").path)
    let result = try Command.run(
      [
        "paper", "omgang", "--out", "underlag", "--no-engine", "--weasyprint", scratch.url("gammal").path,
      ], in: scratch.folder)
    #expect(result.code == 0)
    #expect(result.errors.contains("WeasyPrint 57.2 är för gammal, det krävs 70 eller senare."))
  }

  @Test func `wrong use is told`() throws {
    let scratch = try Scratch.mini()
    for arguments in [["paper", "omgang"], ["paper", "omgang", "--out", "a", "--verify", "b"]] {
      #expect(try Command.run(arguments, in: scratch.folder).code == 2)
    }
    try scratch.write("inte wasm", to: "motor.wasm")
    let engine = try Command.run(
      ["paper", "omgang", "--out", "underlag", "--engine", "motor.wasm"], in: scratch.folder)
    #expect(engine.code == 2)
    #expect(engine.errors.contains("ingen WebAssembly-fil"))
    #expect(!FileManager.default.fileExists(atPath: scratch.url("underlag").path))
  }

  @Test func `where no more can be written, nothing is left behind and the earlier paper stands`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    let before = try scratch.contents()
    // As on a full disk: no file may grow beyond 8 kB.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"", Command.path, "paper", "omgang", "--out",
      "underlag",
      "--no-engine", "--no-pdf", "--replace",
    ]
    process.currentDirectoryURL = scratch.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(try scratch.contents() == before)
  }

  @Test func `killed at any moment, either the old files or the new ones stand`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    try scratch.write("gammal", to: "underlag/resultat.csv")
    for delay in stride(from: 0.02, through: 0.5, by: 0.04) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Command.path)
      process.arguments = [
        "paper", "omgang", "--out", "underlag", "--no-engine", "--no-pdf", "--replace", "--quiet",
      ]
      process.currentDirectoryURL = scratch.folder
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try files(scratch) == names)
      let isOld = try scratch.read("underlag/resultat.csv") == "gammal"
      if !isOld {
        let verify = try Command.run(["paper", "omgang", "--verify", "underlag"], in: scratch.folder)
        #expect(verify.code == 0, "\(verify.errors)")
      }
    }
  }
}
