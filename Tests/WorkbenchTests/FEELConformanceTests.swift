import Foundation
import Testing
import Workbench

@Suite("Cases of the DMN test suite")
struct FEELConformanceTests {
  /// The folder with the cases, where it is there.
  private static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["BEREDNING_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    let folder = shared.appendingPathComponent("conformance/feel")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  @Test("of the cases that need nothing that comes later, at least 98 percent pass")
  func thresholds() throws {
    guard let folder = Self.folder else {
      print("SKIPPED: the cases of the DMN test suite are not there (BEREDNING_SHARED)")
      return
    }
    let files = ["cases-literal.jsonl", "cases-table.jsonl"].map { folder.appendingPathComponent($0) }
    let report = try FEELConformance.run(files: files)
    #expect(report.cases.count == 1_945)
    #expect(report.score { $0.needs.isEmpty && !$0.expectsOnlyNull }.share >= 0.98)
    #expect(report.score { $0.needs.isEmpty && $0.expectsOnlyNull }.share >= 0.98)
    let missed = report.cases.filter { $0.needs.isEmpty && !$0.passes }
    #expect(missed.isEmpty, "\(missed.map { $0.id })")
  }

  @Test("a case passes when all its nodes do, and is counted apart when it expects only null")
  func counting() throws {
    let lines = """
      {"id": "a#1", "case_id": "a", "folder": "f", "inputs": {}, "expression": "1 + 1", \
      "expected": {"t": "number", "v": "2.000000001"}}
      {"id": "a#2", "case_id": "a", "folder": "f", "inputs": {}, "expression": "1 + 1", \
      "expected": {"t": "number", "v": "3"}}
      {"id": "b", "case_id": "b", "folder": "g", "inputs": {}, "expression": "1 / 0", \
      "expected": {"t": "null", "v": null}}
      {"id": "c", "case_id": "c", "folder": "g", "inputs": {"x": {"t": "string", "v": "å"}}, \
      "expression": "[x]", "expected": {"t": "string", "v": "å"}, "declared_type": {"type": "string"}}
      {"id": "d", "case_id": "d", "folder": "g", "inputs": {}, "expression": "matches(\\"a\\", \\"a\\")", \
      "expected": {"t": "boolean", "v": true}}
      """
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(lines.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try FEELConformance.run(files: [file])
    #expect(report.cases.map { $0.passes } == [false, true, true, false])
    #expect((report.score().passed, report.score().all) == (2, 4))
    #expect((report.nonNull.passed, report.nonNull.all) == (1, 3))
    #expect(report.meanPerFolder == 1.0 / 3)
    #expect(report.failures.map { $0.id } == ["a#2", "d"])
    #expect(report.failures.first?.expected == "3")
    #expect(report.failures.first?.got == "2")
    #expect(report.cases.map { $0.needs } == [[], [], [], [.regularExpressions]])
  }

  @Test("a line that is no case is named")
  func unreadable() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".jsonl")
    try Data("{\"id\": 1}\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let line = try #require(throws: FEELConformance.Unreadable.self) {
      try FEELConformance.run(files: [file])
    }
    #expect(line.file == file.lastPathComponent)
    #expect(line.line == 1)
    let missing = file.appendingPathExtension("saknas")
    let whole = try #require(throws: FEELConformance.Unreadable.self) {
      try FEELConformance.run(files: [missing])
    }
    #expect(whole.file == missing.lastPathComponent)
    #expect(whole.line == nil)
  }
}
