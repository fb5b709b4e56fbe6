public import Testing

import Glibc

/// Compares text with a file of the tests that somebody has read and approved.
///
/// With `BEREDNING_RECORD=1` in the environment the file is written instead, and the test fails, so that a recording
/// never passes for a comparison. What was recorded is reviewed as a diff.
public enum Snapshot {
  /// - Parameters:
  ///   - name: the file in the folder `Snapshots` beside the test's own file.
  public static func expect(
    _ text: String, matches name: String, testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let path = folder + "/Snapshots/" + name
    if getenv("BEREDNING_RECORD") != nil {
      mkdir(folder + "/Snapshots", 0o777)
      write(text, to: path)
      Issue.record("recorded \(name): review it", sourceLocation: sourceLocation)
      return
    }
    guard let known = read(path) else {
      Issue.record("no snapshot \(name): record it with BEREDNING_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    if known != text { Issue.record("\(difference(known, text, name))", sourceLocation: sourceLocation) }
  }

  /// The first line that differs.
  private static func difference(_ known: String, _ text: String, _ name: String) -> Comment {
    let old = known.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var line = 0
    while line < min(old.count, new.count) && old[line] == new[line] { line += 1 }
    let was = line < old.count ? String(old[line]) : "(nothing)"
    let isNow = line < new.count ? String(new[line]) : "(nothing)"
    return "\(name) differs at line \(line + 1)\n  was: \(was)\n  is:  \(isNow)"
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }
}
