import Foundation
import Testing

/// A case of a fixture file: what is done with what, and what Python says comes out.
struct ReferenceCase {
  let line: Int
  let operation: String
  let left: String
  let right: String
  let expected: String

  var place: Comment { "line \(line): \(operation) \(left) \(right)" }
}

/// The cases that Scripts/exact-number-cases.py wrote.
func referenceCases(_ name: String, source: String = #filePath) throws -> [ReferenceCase] {
  let file = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent(
    "Fixtures/\(name)")
  let text = try String(contentsOf: file, encoding: .utf8)
  var cases: [ReferenceCase] = []
  for (index, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    try #require(fields.count == 4, "\(name):\(index + 1) has \(fields.count) fields")
    cases.append(
      ReferenceCase(
        line: index + 1, operation: fields[0], left: fields[1], right: fields[2], expected: fields[3]))
  }
  return cases
}
