import Diagnostics
import ExactNumbers
import FEEL
import Testing

@testable import Criteria

/// Freezing writes the `frozen:` block and leaves every other byte alone.
@Suite struct FreezingTests {
  private func frozen(_ round: String) throws -> String {
    var sources = SourceMap()
    let source = sources.add(file("Proposals/liten/round.yaml", round))
    let ruleset = try #require(rulesetReading(SmallRound().rules).value)
    let bytes = try freeze(source, in: sources, with: ruleset, on: CalendarDate("2026-08-20")!)
    return String(decoding: bytes, as: UTF8.self)
  }

  private var block: String {
    """
    frozen:
      ruleset: liten
      version: "1"
      rules_sha256: \(SHA.of(SmallRound().rules))
      form_sha256: \(SHA.of(smallForm))
      date: 2026-08-20

    """
  }

  private let head =
    "# Rundan\nschema: beredning/round/1\nround: liten   # namn\ntitle: {sv: L, en: L}\nrules: x\n"
  private let tail = "\n# Datum\ndates: {closing: 2026-09-01}   # sista dag\n"

  @Test func theBlockIsAddedLast() throws {
    #expect(try frozen(head + tail) == head + tail + block)
  }

  @Test func aFileWithoutALastLineBreakGetsOne() throws {
    #expect(
      try frozen(head + "dates: {closing: 2026-09-01}") == head + "dates: {closing: 2026-09-01}\n" + block)
  }

  @Test func theBlockIsReplacedInItsPlace() throws {
    let zeros = String(repeating: "0", count: 64)
    let old =
      "frozen:   # gammal\n  ruleset: stor\n  # mellan\n  version: '0'\n  rules_sha256: \(zeros)\n  form_sha256: \(zeros)  # slut\n"
    #expect(try frozen(head + old + tail) == head + block + tail)
    #expect(try frozen(head + tail + old) == head + tail + block)
  }

  @Test func theBlockInFlowStyleIsReplaced() throws {
    let zeros = String(repeating: "0", count: 64)
    let old = "frozen: {ruleset: stor, version: '0',\n  rules_sha256: \(zeros), form_sha256: \(zeros)}\n"
    #expect(try frozen(head + old + tail) == head + block + tail)
  }

  @Test func freezingTwiceChangesNothing() throws {
    let once = try frozen(head + tail)
    #expect(try frozen(once) == once)
  }

  @Test func lineBreaksOfTheFileAreKept() throws {
    func windows(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    #expect(try frozen(windows(head + tail)) == windows(head + tail + block))
  }

  @Test func afterFreezingTheRoundFits() throws {
    var small = SmallRound()
    small.round = try frozen(small.round)
    let loaded = loadRound(small.files)
    #expect(shown(loaded.findings, loaded.sources) == "")
    #expect(loaded.data?.round.frozen?.rulesSHA256 == SHA.of(small.rules))
  }

  @Test func aRoundWithErrorsIsNotFrozen() throws {
    var sources = SourceMap()
    let source = sources.add(file("Proposals/liten/round.yaml", "schema: beredning/round/1\n"))
    let ruleset = try #require(rulesetReading(SmallRound().rules).value)
    do throws(FreezingError) {
      _ = try freeze(source, in: sources, with: ruleset, on: CalendarDate("2026-08-20")!)
      #expect(Bool(false))
    } catch {
      #expect(error.findings.hasErrors)
    }
  }
}

@Suite struct PeekTests {
  @Test func filesSayWhatTheyNeed() {
    let small = SmallRound().files
    #expect(Peek.kind(of: small.round) == .round)
    #expect(Peek.rulesPath(ofRound: small.round) == "../../Rules/liten.rules.yaml")
    #expect(Peek.formID(of: small.rules) == "liten")
    #expect(Peek.formID(of: small.proposals[0]) == "liten")
    #expect(Peek.kind(of: file("x.yaml", "a: [")) == nil)
  }
}
