import Diagnostics
import Engine
import Foundation
import Testing

/// `texts`, `changes` and what `desk` and `sheet` tell for the officials' page, on Tests/PresentationTests/Fixtures/mini.
@Suite struct RoundTextsTests {
  private static let mini = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("PresentationTests/Fixtures/mini")

  private func run(
    _ command: String, _ options: [(String, String)] = [], changed: [String: String] = [:]
  ) throws -> Response {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.mini.path).filter {
      $0.hasSuffix(".yaml") && changed[$0] == nil
    }
    var files = try paths.map {
      SourceFile(path: $0, bytes: Array(try Data(contentsOf: Self.mini.appendingPathComponent($0))))
    }
    for (path, text) in changed { files.append(SourceFile(path: path, bytes: Array(text.utf8))) }
    return respond(
      to: Request(
        command: command,
        options: ([("round", "omgang")] + options).map { Request.Option(name: $0.0, value: $0.1) },
        files: files))
  }

  private func object(_ response: Response) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(response.output)) as? [String: Any],
      "\(String(decoding: response.messages, as: UTF8.self))")
  }

  private func content(_ path: String) throws -> String {
    try String(contentsOf: Self.mini.appendingPathComponent(path), encoding: .utf8)
  }

  private func parts(_ texts: [String: Any]) throws -> [String: [String: Any]] {
    let parts = try #require(texts["parts"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: parts.map { ($0["key"] as? String ?? "", $0) })
  }

  @Test func `texts that are written are the texts of the paper`() throws {
    let texts = try object(try run("texts"))
    #expect(texts["schema"] as? String == "beredning/texts/1")
    #expect(texts["path"] as? String == "omgang/round.yaml")
    let before = try parts(texts)
    #expect(before["director_proposal"]?["value"] is NSNull)
    #expect((before["sections"]?["value"] as? [Any])?.count == 2)
    let values = """
      {"texts": {"director_proposal": "Alfa får pengar."},
       "paper": {"decisions": [{"sv": "Ja till Alfa.", "en": "Yes to Alfa."}], "summary": "Kort."}}
      """
    let response = try run("texts", changed: ["texts.json": values])
    #expect(response.status == 0)
    let file = try object(response)
    let yaml = try #require(file["yaml"] as? String)
    #expect(yaml.hasPrefix(try content("omgang/round.yaml")))
    #expect((file["findings"] as? [Any])?.isEmpty == true && (file["rewritten"] as? [Any])?.isEmpty == true)
    let changed = ["omgang/round.yaml": yaml]
    let after = try parts(try object(try run("texts", changed: changed)))
    #expect(after["summary"]?["value"] as? NSDictionary == ["sv": "Kort.", "en": NSNull()])
    let paper = String(
      decoding: try run("paper", [("format", "html")], changed: changed).output, as: UTF8.self)
    #expect(paper.contains("Alfa får pengar.") && paper.contains("Ja till Alfa.") && paper.contains("Kort."))
    #expect(try run("rank", changed: changed).output == run("rank").output)
  }

  @Test func `texts that cannot be written are refused with the reason`() throws {
    let round = try content("omgang/round.yaml")
    let wrong = try run(
      "texts",
      changed: ["texts.json": #"{"paper": {"sections": [{"text": "Utan rubrik"}]}}"#])
    #expect(wrong.status == 3)
    #expect((try object(wrong)["findings"] as? [Any])?.isEmpty == false)
    let flow = try run(
      "texts",
      changed: [
        "omgang/round.yaml": round + "paper: {compare: [[alfa, beta]]}\n",
        "texts.json": #"{"paper": {"summary": "S"}}"#,
      ])
    #expect(flow.status == 3 && flow.output.isEmpty)
    #expect(String(decoding: flow.messages, as: UTF8.self).contains("W023"))
    #expect(try run("texts", changed: ["texts.json": "[]"]).status == 2)
    // Nothing that is written gets lost by a value of another kind.
    for values in [
      #"{"paper": {"decisions": "Beviljas"}}"#, #"{"paper": {"decisions": [7]}}"#, #"{"texts": 7}"#,
      #"{"texts": {"director_proposal": 7}}"#, #"{"texts": {"direktör": "Ja"}}"#,
      #"{"paper": {"summary": ["S"]}}"#,
      #"{"paper": {"sections": ["Text"]}}"#, #"{"paper": {"sections": [{"rubrik": "R"}]}}"#,
      #"{"paper": {"summary": {"sv": "S", "de": "S"}}}"#, #"{"rubrik": {}}"#,
    ] {
      let response = try run("texts", changed: ["texts.json": values])
      #expect(response.status == 2 && response.output.isEmpty, "\(values)")
    }
    #expect(try run("texts", changed: ["omgang/round.yaml": "schema: beredning/round/1\n"]).status == 3)
  }

  @Test func `what has changed since a proposal came in`() throws {
    let earlier = try content("omgang/alfa.yaml")
      .replacingOccurrences(of: "söker: 500000", with: "söker: 450000")
      .replacingOccurrences(of: "belägg: [av1]\n", with: "")
      .replacingOccurrences(
        of: "dokument:\n", with: "dokument:\n  - {id: gammalt, titel: Gammalt brev, typ: annat}\n")
    let response = try run(
      "changes", [("proposal", "alfa")], changed: ["omgang/inkommet/alfa.yaml": earlier])
    #expect(response.status == 0)
    let changes = try #require(try object(response)["changes"] as? [[String: Any]])
    let rows = changes.map { [$0["path"] as? String, $0["before"] as? String, $0["after"] as? String] }
    #expect(
      rows == [
        ["söker", "450\u{A0}tkr", "500\u{A0}tkr"], ["belägg", nil, "Avtal om lokaler"],
        ["dokument[gammalt].id", "gammalt", nil], ["dokument[gammalt].titel", "Gammalt brev", nil],
        ["dokument[gammalt].typ", "annat", nil],
      ])
    let little = try object(
      try run(
        "changes", [("proposal", "alfa")],
        changed: [
          "omgang/inkommet/alfa.yaml": try content("omgang/alfa.yaml")
            .replacingOccurrences(of: "söker: 500000", with: "söker: 500001")
        ]))
    let one = try #require((little["changes"] as? [[String: Any]])?.first)
    #expect(one["before"] as? String == "500001" && one["after"] as? String == "500000")
    let same = try run(
      "changes", [("proposal", "alfa")],
      changed: ["omgang/inkommet/alfa.yaml": "# anmärkning\n" + (try content("omgang/alfa.yaml"))])
    #expect((try object(same)["changes"] as? [Any])?.isEmpty == true)
    let broken = try object(
      try run("changes", [("proposal", "alfa")], changed: ["omgang/inkommet/alfa.yaml": "schema: [\n"]))
    #expect(broken["is_readable"] as? Bool == false && (broken["findings"] as? [Any])?.isEmpty == false)
    #expect(try run("changes", [("proposal", "alfa")]).status == 3)
    #expect(
      try run("changes", [("proposal", "omega")], changed: ["omgang/inkommet/omega.yaml": "a: 1"]).status == 2
    )
    // What came in is no proposal of the round.
    #expect(
      try run("rank", changed: ["omgang/inkommet/alfa.yaml": earlier]).output == run("rank").output)
  }

  @Test func `a claim tells what the rules decide by it`() throws {
    let sheet = try object(try run("sheet", [("proposal", "alfa"), ("role", "grupp")]))
    let claims = try #require(sheet["claims"] as? [[String: Any]])
    let decides = Dictionary(
      uniqueKeysWithValues: claims.map { ($0["field"] as? String ?? "", $0["decides"] as? [String] ?? []) })
    #expect(
      decides == [
        "titel": [], "söker": ["Ramen", "Grupp, flaggor och undantag"],
        "deltagare": ["Villkor för att prövas"], "åtagande": ["Bredd"],
      ])
  }

  @Test func `an exception is written and read back`() throws {
    let rules = try content("Rules/mini.rules.yaml").replacingOccurrences(
      of: #"    when: judgement("ordinarie") = "ja""#,
      with: #"""
            when: judgement("ordinarie") = "ja"
            exceptions:
              - {id: forsok, title: {sv: Försök, en: Trial}, needs: [skäl, beslutad_av, gäller_till]}
        """#)
    let asked = [("proposal", "alfa"), ("role", "chef")]
    let values = """
      {"date": "2026-09-12", "exclusions": [{"exclusion": "ordinarie", "decided": true, "reason": "Kommunens"}],
       "exceptions": [{"exclusion": "ordinarie", "exception": "forsok", "reason": "Nytt", "decided_by": "Styrelsen",
                       "valid_to": "2027-12-31"}]}
      """
    let written = try object(
      try run("sheet", asked, changed: ["Rules/mini.rules.yaml": rules, "sheet.json": values]))
    #expect((written["findings"] as? [Any])?.isEmpty == true)
    let path = try #require(written["path"] as? String)
    let yaml = try #require(written["yaml"] as? String)
    let sheet = try object(try run("sheet", asked, changed: ["Rules/mini.rules.yaml": rules, path: yaml]))
    let exclusion = try #require((sheet["exclusions"] as? [[String: Any]])?.first)
    #expect(
      exclusion["exceptions"] as? [NSDictionary] == [
        [
          "exception": "forsok", "title": "Försök", "given": true, "reason": "Nytt",
          "decided_by": "Styrelsen",
          "valid_to": "2027-12-31",
        ]
      ])
  }

  @Test func `a round frozen with other rules is read only`() throws {
    #expect(try object(try run("desk"))["read_only"] is NSNull)
    let frozen =
      try content("omgang/round.yaml") + """
        frozen:
          ruleset: mini
          version: "1"
          rules_sha256: \(String(repeating: "0", count: 64))
          form_sha256: \(String(repeating: "0", count: 64))

        """
    let desk = try object(try run("desk", changed: ["omgang/round.yaml": frozen]))
    #expect(desk["round"] is NSNull)
    let reason = try #require(desk["read_only"] as? String)
    #expect(reason.contains("reglerna är inte de som omgången är fryst med"))
    #expect(reason.contains("formuläret är inte det som omgången är fryst med"))
  }
}
