import Diagnostics
import Engine
import Foundation
import Testing

/// `improve`, `missing`, `assessors`, `economy` and `check` through the engine, on the round of
/// Tests/PresentationTests/Fixtures/mini.
@Suite struct EngineGainsTests {
  private static let mini = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("PresentationTests/Fixtures/mini")

  private func run(_ command: String, _ options: [(String, String)]) throws -> Response {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.mini.path).filter {
      $0.hasSuffix(".yaml")
    }
    let files = try paths.map {
      SourceFile(path: $0, bytes: Array(try Data(contentsOf: Self.mini.appendingPathComponent($0))))
    }
    return respond(
      to: Request(
        command: command, options: options.map { Request.Option(name: $0.0, value: $0.1) }, files: files))
  }

  @Test(arguments: [
    ("improve", "improvements", [("round", "omgang"), ("proposal", "beta")]),
    ("improve", "improvements", [("round", "omgang"), ("proposal", "gamma"), ("to-rank", "1")]),
    ("missing", "missing", [("round", "omgang")]),
    ("missing", "supplement", [("round", "omgang"), ("for", "delta")]),
    ("assessors", "assessors", [("round", "omgang")]), ("economy", "economy", [("round", "omgang")]),
  ])
  func `JSON, text and Markdown`(_ command: String, _ schema: String, _ options: [(String, String)]) throws {
    let json = try run(command, options + [("format", "json")])
    #expect(json.status == 0 && json.messages.isEmpty)
    let text = String(decoding: json.output, as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"schema\": \"beredning/\(schema)/1\",\n"))
    let markdown = try run(command, options + [("format", "markdown")])
    #expect(markdown.output.starts(with: Array("# ".utf8)))
    let english = try run(command, options + [("lang", "en")])
    #expect(!english.output.isEmpty)
    #expect(try run(command, options).output != english.output)
  }

  @Test func `a draft that something stops has status 1 and no rank`() throws {
    let options = [
      ("draft", "omgang/delta.yaml"), ("rules", "Rules/mini.rules.yaml"), ("date", "2026-09-15"),
    ]
    let text = try run("check", options)
    #expect(text.status == 1)
    #expect(String(decoding: text.output, as: UTF8.self).contains("Det här stoppar det först"))
    let json = try run("check", options + [("format", "json")])
    let written = String(decoding: json.output, as: UTF8.self)
    #expect(written.hasPrefix("{\n  \"schema\": \"beredning/check/1\",\n"))
    #expect(!written.contains("rank"))
  }

  @Test func `what does not exist is wrong use or bad input`() throws {
    #expect(try run("improve", [("round", "omgang"), ("proposal", "bta")]).status == 2)
    #expect(
      try run("improve", [("round", "omgang"), ("proposal", "beta"), ("to-rank", "0")]).status == 2)
    #expect(try run("missing", [("round", "omgang"), ("for", "bta")]).status == 2)
    #expect(try run("check", [("draft", "omgang/delta.yaml")]).status == 2)
    let missing = try run("check", [("draft", "omgang/dlta.yaml"), ("rules", "Rules/mini.rules.yaml")])
    #expect(missing.status == 3)
    #expect(String(decoding: missing.messages, as: UTF8.self).contains("följde inte med"))
  }
}
