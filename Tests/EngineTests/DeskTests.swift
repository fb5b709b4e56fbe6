import Diagnostics
import Engine
import Foundation
import Testing

/// `desk` and the parts of a page that officials work with, on the round of Tests/PresentationTests/Fixtures/mini.
@Suite struct DeskTests {
  private static let mini = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("PresentationTests/Fixtures/mini")

  /// - Parameter changed: files with other content, or nil for none.
  private func run(_ command: String, _ options: [(String, String)] = [], changed: [String: String?] = [:])
    throws
    -> Response
  {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.mini.path).filter {
      $0.hasSuffix(".yaml")
    }
    var files: [SourceFile] = []
    for path in paths {
      if let other = changed[path] {
        if let other { files.append(SourceFile(path: path, bytes: Array(other.utf8))) }
      } else {
        files.append(
          SourceFile(path: path, bytes: Array(try Data(contentsOf: Self.mini.appendingPathComponent(path)))))
      }
    }
    for (path, text) in changed where !paths.contains(path) {
      if let text { files.append(SourceFile(path: path, bytes: Array(text.utf8))) }
    }
    return respond(
      to: Request(
        command: command,
        options: ([("round", "omgang")] + options).map { Request.Option(name: $0.0, value: $0.1) },
        files: files))
  }

  private func desk(changed: [String: String?] = [:]) throws -> (status: Int32, [String: Any]) {
    let response = try run("desk", changed: changed)
    let object = try JSONSerialization.jsonObject(with: Data(response.output)) as? [String: Any]
    return (response.status, try #require(object))
  }

  private func proposals(_ desk: [String: Any]) throws -> [String: [String: Any]] {
    let all = try #require(desk["proposals"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: all.map { ($0["id"] as? String ?? "", $0) })
  }

  @Test func `every proposal with its list, and every file`() throws {
    let (status, desk) = try desk()
    #expect(status == 0)
    #expect(desk["schema"] as? String == "beredning/desk/1")
    #expect((desk["aside"] as? [String]) == [])
    let proposals = try proposals(desk)
    let ranking = try #require(
      JSONSerialization.jsonObject(with: Data(try run("rank", [("format", "json")]).output)) as? [String: Any]
    )
    let ranked = try #require(ranking["proposals"] as? [[String: Any]])
    #expect(ranked.count == proposals.count && !ranked.isEmpty)
    for one in ranked {
      #expect(proposals[one["id"] as? String ?? ""]?["list"] as? String == one["list"] as? String)
    }
    let kinds = (desk["files"] as? [[String: Any]])?.map { $0["kind"] as? String ?? "" } ?? []
    #expect(Set(["round", "rules", "form", "proposal"]).isSubset(of: kinds))
  }

  @Test func `a proposal that cannot be read is set aside with its sheets, and the rest goes on`() throws {
    let (_, before) = try desk()
    let (status, desk) = try desk(changed: [
      "omgang/alfa.yaml": "schema: beredning/proposal/1\nid: alfa\nform: [\n"
    ])
    #expect(status == 0)
    let aside = try #require(desk["aside"] as? [String])
    #expect(aside.contains("omgang/alfa.yaml"))
    #expect(aside.allSatisfy { $0 == "omgang/alfa.yaml" || $0.hasPrefix("omgang/assessments/alfa.") })
    let files = try #require(desk["files"] as? [[String: Any]])
    let file = files.first { $0["path"] as? String == "omgang/alfa.yaml" }
    #expect((file?["errors"] as? Int ?? 0) > 0)
    let rest = try proposals(desk)
    #expect(rest["alfa"] == nil)
    #expect(rest.count == (try proposals(before)).count - 1)
    // What is set aside can be left out, and the ranking is that of the rest.
    let without = Dictionary(uniqueKeysWithValues: aside.map { ($0, String?.none) })
    #expect(try run("rank", changed: without).status == 0)
  }

  @Test func `without rules or round there is nothing to rank, and that is told`() throws {
    let (status, desk) = try desk(changed: [
      "Rules/mini.rules.yaml": "schema: beredning/ruleset/1\nform: mini\n"
    ])
    #expect(status == 3)
    #expect((desk["proposals"] as? [Any])?.isEmpty == true)
    #expect((desk["files"] as? [[String: Any]])?.contains { ($0["errors"] as? Int ?? 0) > 0 } == true)
    let noRules = try run("desk", changed: ["Rules/mini.rules.yaml": String?.none])
    #expect(noRules.status == 3 && noRules.output.isEmpty && !noRules.messages.isEmpty)
    let broken = try self.desk(changed: [
      "omgang/declarations.yaml": "schema: beredning/declarations/1\ndeclarations: 3\n"
    ])
    #expect(broken.status == 3)
  }

  // MARK: Sheets

  private func object(_ response: Response) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(response.output)) as? [String: Any])
  }

  private func sheet(
    _ proposal: String, _ role: String, answers: Any? = nil, changed: [String: String?] = [:]
  )
    throws -> [String: Any]
  {
    var changed = changed
    if let answers {
      let data = try JSONSerialization.data(withJSONObject: answers, options: [.sortedKeys])
      changed["sheet.json"] = String(decoding: data, as: UTF8.self)
    }
    return try object(try run("sheet", [("proposal", proposal), ("role", role)], changed: changed))
  }

  private static let sheets: [(path: String, proposal: String, role: String)] = {
    let folder = mini.appendingPathComponent("omgang/assessments").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.filter { $0.hasSuffix(".yaml") }.map { name in
      let parts = name.split(separator: ".")
      return ("omgang/assessments/" + name, String(parts[0]), String(parts[1]))
    }
  }()

  @Test func `a sheet whose entries are the same is the same, byte for byte`() throws {
    #expect(!Self.sheets.isEmpty)
    for sheet in Self.sheets {
      let shown = try self.sheet(sheet.proposal, sheet.role)
      let written = try self.sheet(
        sheet.proposal, sheet.role, answers: shown["written"] as Any)
      let file = try String(contentsOf: Self.mini.appendingPathComponent(sheet.path), encoding: .utf8)
      #expect(written["yaml"] as? String == file)
      #expect((written["findings"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `written anew a sheet counts the same`() throws {
    for sheet in Self.sheets {
      let shown = try self.sheet(sheet.proposal, sheet.role)
      let written = try self.sheet(
        sheet.proposal, sheet.role, answers: shown["written"] as Any,
        changed: [sheet.path: String?.none])
      let yaml = try #require(written["yaml"] as? String)
      #expect(try run("rank", changed: [sheet.path: yaml]).output == run("rank").output)
      var again = try self.sheet(sheet.proposal, sheet.role, changed: [sheet.path: yaml])
      #expect(again["written"] as? NSObject == shown["written"] as? NSObject)
      again["claims"] = nil
      #expect(again["judgements"] as? NSObject == shown["judgements"] as? NSObject)
    }
  }

  @Test func `what is found is written, and sections that are not named stay`() throws {
    let sheet = try #require(Self.sheets.first)
    let shown = try self.sheet(sheet.proposal, sheet.role)
    let file = try String(contentsOf: Self.mini.appendingPathComponent(sheet.path), encoding: .utf8)
    let claims = try #require(shown["claims"] as? [[String: Any]])
    let claim = try #require(claims.first { $0["verdict"] is NSNull })
    let address = try #require(claim["field"] as? String)
    let answers: [String: Any] = [
      "claims": [["field": address, "verdict": "rejected", "reason": "Stämmer inte: fel år"]]
    ]
    let written = try self.sheet(sheet.proposal, sheet.role, answers: answers)
    let yaml = try #require(written["yaml"] as? String)
    #expect(
      yaml.contains(
        "claims:\n  - field: \(address)\n    verdict: rejected\n    reason: \"Stämmer inte: fel år\"\n"))
    #expect((written["findings"] as? [Any])?.isEmpty == true)
    let after = try self.sheet(sheet.proposal, sheet.role, changed: [sheet.path: yaml])
    let own = (after["claims"] as? [[String: Any]])?.first { $0["field"] as? String == address }
    #expect(own?["verdict"] as? String == "rejected")
    #expect(after["judgements"] as? NSObject == shown["judgements"] as? NSObject)
    #expect(yaml.hasPrefix(String(file.prefix { $0 != "\n" })))
  }

  @Test func `a sheet tells nothing of what others found`() throws {
    let sheet = try #require(Self.sheets.first)
    let alone = try self.sheet(sheet.proposal, "ingen-annan")
    #expect((alone["claims"] as? [[String: Any]])?.allSatisfy { $0["verdict"] is NSNull } == true)
    #expect((alone["documents"] as? [[String: Any]])?.allSatisfy { $0["seen"] is NSNull } == true)
    #expect((alone["judgements"] as? [[String: Any]])?.allSatisfy { $0["value"] is NSNull } == true)
  }

  @Test func `wrong entries are told with their place`() throws {
    let sheet = try #require(Self.sheets.first)
    let written = try self.sheet(
      sheet.proposal, sheet.role, answers: ["documents": [["document": "finns-inte", "seen": true]]])
    let findings = try #require(written["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["severity"] as? String == "error" })
    #expect(try run("sheet", [("proposal", "omega"), ("role", "x")]).status == 2)
    #expect(try run("sheet", [("proposal", "alfa")]).status == 2)
  }

  @Test func `parts of a page`() throws {
    let explanation = try run("page", [("part", "explanation"), ("proposal", "beta")])
    let html = String(decoding: explanation.output, as: UTF8.self)
    #expect(explanation.status == 0)
    #expect(html.hasPrefix("<div data-summary=\"Beta"))
    #expect(html.contains("<h4>Poäng</h4>"))
    let robustness = try run("page", [("part", "robustness")])
    #expect(String(decoding: robustness.output, as: UTF8.self).contains("<table"))
    #expect(try run("page", [("part", "explanation"), ("proposal", "omega")]).status == 2)
    #expect(try run("page", [("part", "explanation")]).status == 2)
  }

  @Test func `a supplement list is a document for one applicant`() throws {
    let written = try run("missing", [("for", "delta"), ("format", "docx")])
    #expect(written.status == 0 && written.output.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try run("missing", [("format", "docx")]).status == 2)
  }

  @Test func `the whole paper is one archive`() throws {
    let archive = try run("paper", [("format", "zip")])
    #expect(archive.status == 0 && archive.output.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    let text = String(decoding: archive.output, as: UTF8.self)
    for name in [
      "underlag.docx", "underlag.html", "resultat.xlsx", "resultat.csv", "resultat.json", "MANIFEST",
    ] {
      #expect(text.contains(name))
    }
  }
}
