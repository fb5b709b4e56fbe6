import Foundation
import TestSupport
import Testing

/// `check`, `lint` and `test` answer with exit code 1 when they have found something.
@Suite struct FindingsTests {
  private let mini = Scratch.root.appendingPathComponent("Tests/PresentationTests/Fixtures/mini")

  @Test func `a draft that something stops`() throws {
    let result = try Command.run(["check", "omgang/delta.yaml"], in: mini)
    #expect(result.code == 1)
    #expect(result.errors == "")
    // Bredd 0, nytta 0…100 → 0…40.
    Snapshot.expect(result.text, matches: "check-delta-sv.txt")
    let english = try Command.run(["check", "omgang/delta.yaml", "--lang", "en"], in: mini)
    Snapshot.expect(english.text, matches: "check-delta-en.txt")
  }

  @Test func `a draft that nothing stops`() throws {
    let result = try Command.run(["check", "omgang/beta.yaml"], in: mini)
    #expect(result.code == 0)
    // Nobody has looked: bredd 55…100 → 33…60, nytta 0…100 → 0…40.
    #expect(result.text.contains("Inget av grundvillkoren stoppar det."))
    #expect(result.text.contains("Så står det till (inte ett förhandsbesked): 33–100 av 100"))
  }

  @Test func `a draft needs rules`() throws {
    let scratch = try Scratch.mini()
    try scratch.write(try scratch.read("omgang/alfa.yaml"), to: "alfa.yaml")
    // The only rules there are.
    #expect(try Command.run(["check", "alfa.yaml"], in: scratch.folder).code == 0)
    try FileManager.default.copyItem(
      at: scratch.url("Rules/mini.rules.yaml"), to: scratch.url("Rules/andra.rules.yaml"))
    let result = try Command.run(["check", "alfa.yaml"], in: scratch.folder)
    #expect(result.code == 2)
    #expect(
      result.errors
        == "fel: ange med --rules vilken som gäller: Rules/andra.rules.yaml, Rules/mini.rules.yaml\n")
  }

  @Test func `rules without remarks`() throws {
    let result = try Command.run(
      ["lint", "Rules/mini.rules.yaml", "Rules/mini.form.yaml", "--json"], in: mini)
    #expect(result.code == 0)
    let document = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    #expect(document?["schema"] as? String == "beredning/findings/1")
    #expect(document?["errors"] as? Int == 0)
  }

  @Test func `warnings are exit code 1`() throws {
    let scratch = try Scratch.mini()
    try scratch.edit("Rules/mini.rules.yaml", "sources:", "facts:\n  dubbelt: 2 * deltagare\nsources:")
    let result = try Command.run(["lint", "Rules/mini.rules.yaml"], in: scratch.folder)
    #expect(result.code == 1)
    #expect(
      result.errors.hasPrefix(
        "varning W101: inget använder faktumet `dubbelt` · Rules/mini.rules.yaml:19:12\n"))
  }

  @Test func `cases that hold and cases that do not`() throws {
    let scratch = try Scratch.mini()
    let tests = """
      schema: beredning/tests/1
      ruleset: mini
      tests:
        - test: avtal som är sett
          proposal: {titel: A, deltagare: 3, åtagande: avtal, belägg: [av], dokument: [{id: av, typ: avtal}]}
          judgements: {nytta: viss, lag: ja}
          seen: all
          expect:
            # 60 + 20
            total: 80
            list: ranked
            rules: {bredd/avtal: met}
        - test: fel väntat
          proposal: {titel: B, deltagare: 3, åtagande: avsikt}
          judgements: {nytta: liten, lag: ja}
          expect:
            total: 25

      """
    try scratch.write(tests, to: "Rules/mini.tests.yaml")
    let result = try Command.run(["test", "Rules/mini.rules.yaml"], in: scratch.folder)
    #expect(result.code == 1)
    #expect(result.text == "Rules/mini.tests.yaml: 1 av 2 fall stämmer\n  stämmer inte: fel väntat\n")
    // 40 of 100 points of 60: 24.
    #expect(
      result.errors == """
        fel W201: totalen är 24, väntat är 25 · Rules/mini.tests.yaml:17:14
           17 |       total: 25
              |              ^^
              Testet: fel väntat

        1 fel

        """)
    try scratch.edit("Rules/mini.tests.yaml", "total: 25", "total: 24")
    #expect(try Command.run(["test", "Rules/mini.tests.yaml"], in: scratch.folder).code == 0)
  }

  @Test(arguments: ["samordningsforbund-2.0", "nvsam-2009"])
  func `the shipped rules pass their own cases`(_ name: String) throws {
    let result = try Command.run(["test", "Rules/\(name).rules.yaml"], in: Scratch.root)
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test func `the shipped rules lint without warnings`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Scratch.root.appendingPathComponent("Rules").path)
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "Rules/" + $0 }
    let result = try Command.run(["lint"] + files, in: Scratch.root)
    #expect(result.code == 0, "\(result.errors)")
  }
}
