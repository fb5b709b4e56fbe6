import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Foundation
import Presentation
import Scoring
import Testing

/// Rounds on disk, ranked.
enum Rounds {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The round whose figures are worked out by hand in `Fixtures/mini/README.md`.
  static func mini(_ detail: Detail = .full, weights: [Rational]? = nil) throws -> RoundReport {
    let folder = root.appendingPathComponent("Tests/PresentationTests/Fixtures/mini")
    return try ranked(folder.appendingPathComponent("omgang"), detail, weights: weights)
  }

  /// One of the rounds that the project ships, with full detail.
  static func example(_ name: String) throws -> RoundReport {
    try name == "exempel"
      ? exempel.get() : ranked(proposals.appendingPathComponent(name), .full, weights: nil)
  }

  private static let proposals = root.appendingPathComponent("Proposals")
  private static let exempel = Result {
    try ranked(proposals.appendingPathComponent("exempel"), .full, weights: nil)
  }

  static func ranked(_ folder: URL, _ detail: Detail, weights: [Rational]?) throws -> RoundReport {
    let loaded = loadRound(try files(folder))
    let renderer = FindingRenderer(sources: loaded.sources, language: .swedish)
    let data = try #require(loaded.data, "\(renderer.renderAll(loaded.findings))")
    let result = try scoreRound(data, options: ScoringOptions(weights: weights, detail: detail))
    return RoundReport(data: data, result: result, sources: loaded.sources)
  }

  static func files(_ folder: URL) throws -> RoundFiles {
    let round = try file(folder, "round.yaml")
    let rulesPath = try #require(Peek.rulesPath(ofRound: round))
    let rules = try file(folder, rulesPath)
    let form = try #require(Peek.formID(of: rules))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let own = ["round.yaml", "declarations.yaml"]
    let sheets = folder.appendingPathComponent("assessments")
    let sheetNames = (try? FileManager.default.contentsOfDirectory(atPath: sheets.path)) ?? []
    return RoundFiles(
      round: round, rules: rules,
      form: try file(folder, (rulesPath as NSString).deletingLastPathComponent + "/" + form + ".form.yaml"),
      proposals: try names.filter { $0.hasSuffix(".yaml") && !own.contains($0) }.map { try file(folder, $0) },
      assessments: try sheetNames.map { try file(folder, "assessments/" + $0) },
      declarations: names.contains("declarations.yaml") ? try file(folder, "declarations.yaml") : nil)
  }

  /// Paths as if one stood in the folder that holds the round's.
  private static func file(_ folder: URL, _ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return SourceFile(path: folder.lastPathComponent + "/" + name, bytes: Array(data))
  }
}
