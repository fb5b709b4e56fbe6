import Diagnostics
import Engine
import Foundation
import TestSupport
import Testing

/// `open` and `draft` on the rules and the proposals of the repository: what the self-check page asks.
@Suite struct DraftTests {
  private static let rules = PreparedRules(
    Request(
      command: "prepare",
      options: [.init(name: "rules", value: "Rules/samordningsforbund-2.0.rules.yaml")],
      files: ["Rules/samordningsforbund-2.0.rules.yaml", "Rules/ansokan.form.yaml"].compactMap(
        Repository.file)))

  static let proposals = ["Proposals/exempel", "Proposals/lopande"].flatMap { folder in
    Repository.names(in: folder).filter {
      $0.hasSuffix(".yaml") && !["round.yaml", "declarations.yaml"].contains($0)
    }.map { folder + "/" + $0 }
  }

  private func ask(
    _ command: String, _ options: [String: String] = [:], _ files: [(String, [UInt8])]
  ) throws -> (status: Int32, output: [String: Any]) {
    let rules = try #require(Self.rules)
    let response = respond(
      to: Request(
        command: command,
        options: options.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
        files: files.map { SourceFile(path: $0, bytes: $1) }), by: rules)
    let object = try JSONSerialization.jsonObject(with: Data(response.output)) as? [String: Any]
    return (response.status, try #require(object))
  }

  private func open(_ bytes: [UInt8]) throws -> (status: Int32, output: [String: Any]) {
    try ask("open", [:], [("utkast.yaml", bytes)])
  }

  private func draft(
    _ values: Any, id: String = "utkast", base: [UInt8]? = nil, part: String = "quick"
  ) throws -> (status: Int32, output: [String: Any]) {
    let files = [("values.json", Array(try json(values).utf8))] + (base.map { [("base.yaml", $0)] } ?? [])
    return try ask("draft", ["id": id, "date": "2026-09-15", "part": part], files)
  }

  /// JSON that is YAML as well: what a file may not hold as it is stands as `\u….`
  private func json(_ values: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: values, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: "\\u" + String(format: "%04x", scalar.value)
      default: String(Character(scalar))
      }
    }.joined()
  }

  private func yaml(_ output: [String: Any]) throws -> String { try #require(output["yaml"] as? String) }

  private func same(_ a: Any?, _ b: Any?) -> Bool { (a as? NSObject) == (b as? NSObject) }

  private func bytes(_ path: String) throws -> [UInt8] { try #require(Repository.file(path)).bytes }

  private func id(_ path: String) -> String { String(path.split(separator: "/").last!.dropLast(5)) }

  // MARK: Nothing changed

  @Test(arguments: proposals)
  func `a file whose answers are the same is the same, byte for byte`(_ path: String) throws {
    let file = try bytes(path)
    let opened = try open(file)
    #expect(opened.status == 0)
    #expect(opened.output["id"] as? String == id(path))
    let written = try draft(try #require(opened.output["values"]), id: id(path), base: file)
    #expect(Array(try yaml(written.output).utf8) == file)
    #expect((written.output["rewritten"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: proposals)
  func `written anew, a file says the same and is judged the same`(_ path: String) throws {
    let file = try bytes(path)
    let values = try #require(try open(file).output["values"])
    let before = try draft(values, id: id(path), base: file)
    let anew = try draft(values, id: id(path))
    #expect(try yaml(anew.output) != yaml(before.output))
    #expect(same(try open(Array(try yaml(anew.output).utf8)).output["values"], values))
    #expect(before.output["view"] is [String: Any])
    #expect(same(anew.output["view"], before.output["view"]))
    #expect(anew.status == before.status)
  }

  // MARK: Something changed

  private static let small = """
    # Ett utkast som någon har skrivit för hand
    schema: beredning/proposal/1
    id: utkast
    form: ansokan

    # Vad det heter
    titel: Första titeln   # preliminär
    sammanfattning: >-
      Två rader
      som hör ihop. # ingen kommentar
    # Tiden är inte bestämd
    period: {start: 2027-01-01, slut: 2028-12-31}  # två år

    organisationer:
      # den som söker
      - id: kommun-a
        namn: "Kommun A # påhittad"
        färg: blå
    # sist i filen

    """

  private func values(_ text: String = small) throws -> [String: Any] {
    try #require(try open(Array(text.utf8)).output["values"] as? [String: Any])
  }

  @Test func `only the section that changed is written again, and what it loses is told`() throws {
    var values = try values()
    values["titel"] = "Andra titeln"
    let written = try draft(values, base: Array(Self.small.utf8)).output
    let expected = Self.small.replacing("titel: Första titeln   # preliminär", with: "titel: Andra titeln")
      .replacing("form: ansokan\n", with: "form: ansokan\nform_version: 1\n")
    #expect(try yaml(written) == expected)
    let losses = try #require(written["rewritten"] as? [[String: Any]])
    #expect(losses.count == 1)
    #expect(losses.first?["field"] as? String == "titel")
    #expect(losses.first?["comments"] as? [String] == ["# preliminär"])
  }

  @Test func `comments inside a list and keys of no field are told before they are lost`() throws {
    var values = try values()
    values["organisationer"] = [["id": "kommun-a", "namn": "Kommun A", "är_medlem": true]]
    let written = try draft(values, base: Array(Self.small.utf8)).output
    let text = try yaml(written)
    #expect(
      text.hasSuffix(
        "organisationer:\n  - id: kommun-a\n    namn: Kommun A\n    är_medlem: ja\n# sist i filen\n"))
    #expect(text.contains("titel: Första titeln   # preliminär\n"))
    let loss = try #require((written["rewritten"] as? [[String: Any]])?.first)
    #expect(loss["comments"] as? [String] == ["# den som söker"])
    #expect(loss["unknown"] as? [String] == ["organisationer[1].färg"])
  }

  @Test func `a new answer comes after the field before it in the form`() throws {
    var values = try values()
    values["inriktning"] = "individ"
    let text = try yaml(try draft(values, base: Array(Self.small.utf8)).output)
    #expect(
      text.contains("  som hör ihop. # ingen kommentar\ninriktning: individ\n# Tiden är inte bestämd\n"))
  }

  @Test func `an answer that is taken back takes its comments with it`() throws {
    var values = try values()
    values["period"] = nil
    let written = try draft(values, base: Array(Self.small.utf8)).output
    #expect(!(try yaml(written)).contains("period"))
    let loss = try #require((written["rewritten"] as? [[String: Any]])?.first)
    #expect(loss["comments"] as? [String] == ["# Tiden är inte bestämd", "# två år"])
  }

  @Test func `line ends stay as they are in the file`() throws {
    var values = try values()
    values["titel"] = "Andra titeln"
    let base = Array(Self.small.replacing("\n", with: "\r\n").utf8)
    let text = try yaml(try draft(values, base: base).output)
    #expect(text.contains("titel: Andra titeln\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test(arguments: [
    "{schema: beredning/proposal/1, id: utkast, form: ansokan, titel: A} # allt\n",
    "schema: beredning/proposal/1\nid: utkast\nform: ansokan\ntitel: &a A # allt\nsammanfattning: *a\n",
  ])
  func `a file that cannot be cut is written anew`(_ text: String) throws {
    var values = try values(text)
    #expect(values["titel"] as? String == "A")
    values["titel"] = "B"
    let written = try draft(values, base: Array(text.utf8)).output
    #expect(same(try self.values(yaml(written)), values))
    let loss = try #require((written["rewritten"] as? [[String: Any]])?.first)
    #expect(loss["field"] is NSNull)
    #expect(loss["comments"] as? [String] == ["# allt"])
  }

  @Test func `what ends a document stays last`() throws {
    let text = "schema: beredning/proposal/1\nid: utkast\nform: ansokan\ntitel: A\n...\n"
    var values = try values(text)
    values["sammanfattning"] = "Kort"
    let written = try yaml(try draft(values, base: Array(text.utf8)).output)
    #expect(written.hasSuffix("titel: A\nsammanfattning: Kort\n...\n"))
  }

  // MARK: Texts

  @Test(arguments: [
    "saknas", "ja", "~", "null", "- a", "a: b", "a #b", "# a", " a", "a ", "\ta", "'", "\"", "\\", "a\nb",
    "a\nb\n",
    "a\n\nb", "a\n\n", "\na", " a\nb", "a\n  b", "a \nb", "a\n \nb", "a\n\tb", "a\r\nb", "<script>",
    "</script>", "&a", "*a",
    "!a", "%a", "@a", "`a`", "{a}", "[a]", "a, b", "å\u{0308}", "👩‍👩‍👧", "\u{2028}", "a\u{FEFF}b", "\u{0}", "---",
    "...",
    "?", "? a", "1_000", "0x1F", "2026-01-01", "a\n---\nb", "a\n...\nb", "a\n# b", "| a", "> a",
  ])
  func `every text is read back as it was written`(_ text: String) throws {
    let values: [String: Any] = [
      "titel": text, "organisationer": [["id": "a", "namn": text], ["namn": text]],
      "målgrupp": ["område": [text, "b"]],
    ]
    let written = try draft(values).output
    let read = try #require(try open(Array(try yaml(written).utf8)).output["values"])
    #expect(same(read, values))
  }

  @Test func `what is not known and what does not apply are answers`() throws {
    let values: [String: Any] = [
      "titel": ["state": "unknown"], "redan_finansierat": false,
      "kalkyl": ["state": "not_applicable", "reason": "ingen: \"kalkyl\" # än"],
      "period": ["state": "unknown"], "dokument": [Any](),
    ]
    let written = try draft(values).output
    let text = try yaml(written)
    #expect(text.contains("titel: saknas\n") && text.contains("redan_finansierat: nej\n"))
    #expect(text.contains("dokument: []\n"))
    #expect(same(try open(Array(text.utf8)).output["values"], values))
  }

  @Test func `answers without letters are no answers`() throws {
    let values: [String: Any] = ["titel": "", "period": ["start": ""], "dokument": NSNull()]
    let text = try yaml(try draft(values).output)
    #expect(text == "schema: beredning/proposal/1\nid: utkast\nform: ansokan\nform_version: 1\n")
  }

  // MARK: What the rules say

  @Test func `findings tell their field`() throws {
    let values: [String: Any] = [
      "titel": "Utkast 121212-1212", "inriktning": "båda",
      "organisationer": [["id": "a", "namn": "A"], ["id": "a", "är_medlem": "kanske"]],
      "målgrupp": ["antal_per_år": "många", "ålder": ["a16_19": "-1"]],
    ]
    let written = try draft(values)
    #expect(written.status == 3)
    #expect(written.output["view"] is NSNull)
    let findings = try #require(written.output["findings"] as? [[String: Any]])
    let found = findings.map { [$0["path"] as? String ?? "–", $0["code"] as? String ?? ""] }
    #expect(
      Set(found) == [
        ["titel", "F020"], ["inriktning", "F208"], ["organisationer[2].id", "F212"],
        ["organisationer[2].är_medlem", "F206"], ["målgrupp.antal_per_år", "F204"],
        ["målgrupp.ålder.a16_19", "F209"],
      ])
  }

  @Test func `fields that do not apply are named`() throws {
    let values: [String: Any] = [
      "status": "utkast",
      "organisationer": [["id": "a", "namn": "A", "är_medlem": false, "sektor": "kommun"]],
    ]
    let names = try #require(try draft(values).output["not_applying"] as? [String])
    #expect(names.contains("inkom") && names.contains("organisationer[1].part"))
    #expect(!names.contains("titel") && !names.contains("organisationer[1].betalas_av_projektet"))
  }

  @Test func `quick leaves out what would earn more, and no more than that`() throws {
    let values = try values()
    let quick = try #require(try draft(values).output["view"] as? [String: Any])
    var whole = try #require(try draft(values, part: "whole").output["view"] as? [String: Any])
    #expect(quick["improvements"] is NSNull)
    #expect(whole["improvements"] is [String: Any])
    whole["improvements"] = NSNull()
    #expect(same(quick, whole))
  }

  @Test func `a draft with answers is a document, one with errors is not`() throws {
    let rules = try #require(Self.rules)
    func document(_ values: Any) throws -> Response {
      let file = SourceFile(path: "values.json", bytes: Array(try json(values).utf8))
      return respond(
        to: Request(command: "document", options: [.init(name: "id", value: "utkast")], files: [file]),
        by: rules)
    }
    let values = try #require(try open(try bytes("Proposals/exempel/stegen.yaml")).output["values"])
    let written = try document(values)
    #expect(written.status == 0)
    // What every ZIP archive begins with.
    #expect(written.output.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try document(values) == written)
    if let folder = ProcessInfo.processInfo.environment["BEREDNING_KEEP"] {
      try Data(written.output).write(to: URL(fileURLWithPath: folder).appendingPathComponent("utkast.docx"))
    }
    let refused = try document(["inriktning": "båda"])
    #expect(refused.status == 3 && refused.output.isEmpty)
    let messages = String(decoding: refused.messages, as: UTF8.self)
    #expect(messages.hasPrefix("fel F") && !messages.contains(" | "), "\(messages)")
  }

  // MARK: Refused

  @Test(arguments: [
    ("a: [", nil), ("", nil), ("- a\n", "F001"), ("schema: beredning/round/1\n", "F001"),
    ("schema: beredning/proposal/1\nid: a\nform: annat\n", "F201"),
    ("schema: beredning/proposal/1\nid: a\nform: ansokan\nform_version: \"0\"\n", "F223"),
  ])
  func `what is no proposal for the form is refused with a sentence`(_ text: String, _ code: String?) throws {
    let opened = try open(Array(text.utf8))
    #expect(opened.status == 3)
    #expect(opened.output["values"] == nil)
    let findings = try #require(opened.output["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    if let code { #expect(findings.map { $0["code"] as? String } == [code]) }
  }

  @Test func `wrong requests are wrong use`() throws {
    let rules = try #require(Self.rules)
    func status(_ command: String, _ options: [(String, String)], _ files: [SourceFile]) -> Int32 {
      respond(
        to: Request(
          command: command, options: options.map { .init(name: $0.0, value: $0.1) }, files: files), by: rules
      ).status
    }
    let list = SourceFile(path: "values.json", bytes: Array("[]".utf8))
    #expect(status("rank", [], []) == 2)
    #expect(status("open", [], []) == 2)
    #expect(status("draft", [], [list]) == 2)
    #expect(status("draft", [("id", "a")], [list]) == 2)
    #expect(status("draft", [("id", "a"), ("part", "half")], [list]) == 2)
    #expect(status("draft", [("id", "a")], []) == 3)
    #expect(
      PreparedRules(
        Request(command: "prepare", options: [.init(name: "rules", value: "saknas.yaml")], files: []))
        == nil)
  }
}
