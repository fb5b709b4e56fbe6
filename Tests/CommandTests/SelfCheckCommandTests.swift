import Foundation
import Testing

/// `self-check`: one page, whole or not at all.
@Suite struct SelfCheckCommandTests {
  /// What every WebAssembly module begins with, and the name of a function as a module exports it.
  private static func module(exporting name: String) -> Data {
    Data([0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00, UInt8(name.utf8.count)] + name.utf8 + [0])
  }

  private func write(_ scratch: Scratch, _ extra: [String] = [], engine: String = "motor.wasm") throws
    -> Command.Result
  {
    try scratch.write(Self.module(exporting: "beredning_prepare_compiled"), to: "motor.wasm")
    try scratch.write("Villkor för motorns delar", to: "THIRD-PARTY.txt")
    let rules = try FileManager.default.contentsOfDirectory(atPath: scratch.url("Rules").path)
      .filter { $0.hasSuffix(".rules.yaml") }.sorted()
    return try Command.run(
      ["self-check", "Rules/" + #require(rules.first), "--out", "ut", "--engine", engine] + extra,
      in: scratch.folder)
  }

  @Test func `the page is written whole, and the same twice`() throws {
    let scratch = try Scratch.mini()
    let result = try write(scratch, ["--date", "2026-09-15"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains("Självtestet finns i ut/sjalvtest.html.\n"))
    let first = try scratch.read("ut/sjalvtest.html")
    #expect(first.contains("<title>Självtest – "))
    #expect(try write(scratch, ["--date", "2026-09-15", "--replace"]).code == 0)
    #expect(try scratch.read("ut/sjalvtest.html") == first)
    // The day is in the page, packed with its form.
    #expect(try write(scratch, ["--date", "2026-09-16", "--replace"]).code == 0)
    #expect(try scratch.read("ut/sjalvtest.html") != first)
  }

  @Test func `an earlier page stays, unless it is to be replaced`() throws {
    let scratch = try Scratch.mini()
    _ = try write(scratch)
    let before = try scratch.contents()
    let refused = try write(scratch, ["--date", "2026-10-01"])
    #expect(refused.code == 3)
    #expect(refused.errors.contains("fel W008: `ut` finns redan"))
    #expect(try scratch.contents() == before)
  }

  @Test func `what is no engine, and a day that is none, are wrong use`() throws {
    let scratch = try Scratch.mini()
    try scratch.write("inte en motor", to: "text.wasm")
    let wrong = try write(scratch, engine: "text.wasm")
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("`text.wasm` är ingen WebAssembly-fil"))
    try scratch.write(Self.module(exporting: "beredning_run"), to: "annan.wasm")
    let other = try write(scratch, engine: "annan.wasm")
    #expect(other.code == 2)
    #expect(other.errors.contains("motorn är en annan eller äldre än sidan behöver"))
    // The licences are to lie beside the engine, wherever that is.
    try scratch.write(Self.module(exporting: "beredning_prepare_compiled"), to: "annan/motor.wasm")
    let bare = try write(scratch, engine: "annan/motor.wasm")
    #expect(bare.code == 2)
    #expect(bare.errors.contains("`annan/THIRD-PARTY.txt` saknas eller är tom; licenserna för motorns delar"))
    #expect(try write(scratch, ["--date", "i morgon"]).code == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.url("ut").path))
  }
}
