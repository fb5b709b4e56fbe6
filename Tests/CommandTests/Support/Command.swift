import Foundation
import Testing

/// The built command, run as people run it.
struct Command {
  struct Result {
    var code: Int32
    var output: Data
    var errors: String
    /// By a signal instead of an exit.
    var wasKilled: Bool

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Beside the test bundle, where the build puts it.
  static let path: String = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appendingPathComponent("beredning").path
  }()

  /// - Parameters:
  ///   - folder: where the command is run.
  ///   - input: what it finds on its standard input.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
    // Files, not pipes: a pipe that nobody empties would stop the command.
    let scratch = try Scratch()
    let (output, errors) = (scratch.url("stdout"), scratch.url("stderr"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }
}

/// A folder of a test's own, gone when the test is.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("beredning-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

  func read(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ data: Data, to path: String) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Replaces text that must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    try #require(text.contains(old), "\(path) does not hold \(old)")
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  /// Every file below with its bytes, in order of paths: what must not change.
  func contents() throws -> [String: Data] {
    var all: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      all[path] = (try? Data(contentsOf: url(path))) ?? Data()
    }
    return all
  }
}

extension Scratch {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The mini round of PresentationTests, in `omgang` with its rules in `Rules`.
  static func mini() throws -> Scratch {
    let scratch = try Scratch()
    let mini = root.appendingPathComponent("Tests/PresentationTests/Fixtures/mini")
    for folder in ["Rules", "omgang"] {
      try FileManager.default.copyItem(at: mini.appendingPathComponent(folder), to: scratch.url(folder))
    }
    return scratch
  }
}
