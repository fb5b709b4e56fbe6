public import Diagnostics
public import Foundation

/// Files of the repository, for tests that read what is shipped.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file by its path from the root; nil where there is none.
  public static func file(_ path: String) -> SourceFile? {
    guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
    return SourceFile(path: path, bytes: [UInt8](data))
  }

  /// Names in a folder, sorted by their bytes; empty where there is none.
  public static func names(in path: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(path).path)) ?? []
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
