import Diagnostics
import Engine
import Foundation
import Testing

/// `robustness` and `frame` through the engine, on the round of Tests/PresentationTests/Fixtures/mini.
@Suite struct AnalysisTests {
  private static let mini = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("PresentationTests/Fixtures/mini")

  private static func files() throws -> [SourceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: mini.path).filter {
      $0.hasSuffix(".yaml")
    }
    return try paths.map {
      SourceFile(path: $0, bytes: Array(try Data(contentsOf: mini.appendingPathComponent($0))))
    }
  }

  private func run(_ command: String, _ options: [(String, String)]) throws -> Response {
    respond(
      to: Request(
        command: command,
        options: ([("round", "omgang")] + options).map { Request.Option(name: $0.0, value: $0.1) },
        files: try Self.files()))
  }

  @Test(arguments: ["robustness", "frame"])
  func `JSON, text and Markdown`(_ command: String) throws {
    let json = try run(command, [("format", "json")])
    #expect(json.status == 0 && json.messages.isEmpty)
    let text = String(decoding: json.output, as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"schema\": \"beredning/\(command)/1\",\n"))
    let page = try run(command, [("lang", "en")])
    #expect(
      String(decoding: page.output, as: UTF8.self).contains("The points are advice. The board decides."))
    let markdown = try run(command, [("format", "markdown")])
    #expect(markdown.output.starts(with: Array("# ".utf8)))
  }

  @Test func `options count, and the same ones give the same bytes`() throws {
    let options = [("format", "json"), ("samples", "500"), ("seed", "9"), ("within", "10")]
    let first = try run("robustness", options)
    #expect(try run("robustness", options) == first)
    #expect(
      try run("robustness", [("format", "json"), ("samples", "500"), ("seed", "8")]).output != first.output)
    let text = String(decoding: first.output, as: UTF8.self)
    #expect(text.contains("\"samples\": 500") && text.contains("\"seed\": \"9\""))
  }

  @Test func `what is no option is wrong use`() throws {
    let wrong = try run("robustness", [("within", "0")])
    #expect(wrong.status == 2)
    #expect(
      String(decoding: wrong.messages, as: UTF8.self)
        == "within: `0` ska vara ett antal procent från 1 till 100\n")
    #expect(try run("frame", [("samples", "500")]).status == 2)
  }

  @Test func `a round without a frame is bad input`() throws {
    var files = try Self.files()
    for index in files.indices where files[index].path == "omgang/round.yaml" {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("frame:") && !$0.contains("year: 2027") }
      files[index].bytes = Array(lines.joined(separator: "\n").utf8)
    }
    let response = respond(
      to: Request(command: "frame", options: [.init(name: "round", value: "omgang")], files: files))
    #expect(response.status == 3)
    #expect(String(decoding: response.messages, as: UTF8.self).hasPrefix("fel R123: omgången har ingen ram"))
  }
}
