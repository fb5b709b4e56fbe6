import Diagnostics
import Engine
import Foundation
import Testing

/// `page` and `paper` through the engine, on the round of Tests/PresentationTests/Fixtures/mini.
@Suite struct PaperEngineTests {
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
        command: command,
        options: ([("round", "omgang")] + options).map { Request.Option(name: $0.0, value: $0.1) },
        files: files))
  }

  private func text(_ response: Response) -> String { String(decoding: response.output, as: UTF8.self) }

  @Test func `the ranking is the ruleset's, a scenario or a trial, and says which`() throws {
    #expect(text(try run("page", [])).contains("<h3>Ordningen med reglernas vikter</h3>"))
    let own = text(try run("page", [("weights", "bredd=50,nytta=50")]))
    #expect(own.contains("PRÖVNING MED EGNA VIKTER – inte styrelsens viktning. Vikter: bredd 50, nytta 50."))
    let scenario = text(try run("page", [("weights", "bredd=50,nytta=50"), ("title", "Lika <vikter>")]))
    #expect(scenario.contains("<h3>Scenario: Lika &lt;vikter&gt;</h3>"))
    #expect(scenario.contains("SCENARIO – inte styrelsens viktning") && !scenario.contains("EGNA VIKTER"))
  }

  @Test func `a pair is two proposals of the round`() throws {
    let pair = try run(
      "page", [("part", "comparison"), ("first", "alfa"), ("second", "beta"), ("lang", "en")])
    #expect(text(pair).contains("<h3>Comparison: Alfa and Beta</h3>"))
    for options in [[("first", "alfa")], [("first", "alfa"), ("second", "omega")]] {
      #expect(try run("page", [("part", "comparison")] + options).status == 2)
    }
    #expect(try run("page", [("weights", "bredd=0")]).status == 2)
  }

  @Test func `files are archives and a page, the same each time`() throws {
    for (format, start) in [("docx", "PK"), ("xlsx", "PK"), ("html", "<!DOCTYPE html>")] {
      let file = try run("paper", [("format", format)])
      #expect(file.status == 0)
      #expect(file.output.starts(with: Array(start.utf8)))
      #expect(try run("paper", [("format", format)]).output == file.output)
    }
    #expect(try run("paper", [("format", "pdf")]).status == 2)
  }
}
