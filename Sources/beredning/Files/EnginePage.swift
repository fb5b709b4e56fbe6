import ArgumentParser
import Diagnostics
import Presentation

/// A folder with one page that carries an engine.
struct EnginePage {
  /// The page's file, as `beredning.html`.
  var name: String
  /// The engine's file, as `beredning.wasm`.
  var engineName: String
  /// What the page asks of its engine: a function that it exports.
  var asks: String

  /// Writes the page's folder whole or not at all; nothing of the user's is overwritten.
  ///
  /// - Parameters:
  ///   - existing: what to do where the folder exists already.
  ///   - written: what is said when it is done, before the file's path.
  func write(
    _ html: String, to path: String, replaces: Bool, existing: Text, written: String, _ output: Output
  ) throws {
    do throws(FileError) {
      let folder = try writeFolder(html, to: path, replaces: replaces)
      output.say("\(written) \(folder)/\(name).")
    } catch {
      var sources = SourceMap()
      var findings = Findings()
      var finding = error.finding(&sources)
      if case .exists = error { finding.hints = [existing] }
      findings.add(finding)
      output.report(findings, sources)
      throw ExitCode.badInput
    }
  }

  private func writeFolder(_ html: String, to path: String, replaces: Bool) throws(FileError) -> String {
    var folder = try OutputFolder(path, replaces: replaces, known: [name])
    do throws(FileError) {
      try folder.write(name, Array(html.utf8))
      try folder.finish()
    } catch {
      folder.discard()
      throw error
    }
    return folder.path
  }

  /// The engine from `given`, else from beside the program. Without it the page could do nothing.
  func engine(_ given: String?) throws -> CarriedEngine {
    guard let engine = try EngineFile.read(given, else: engineName) else {
      throw WrongUse(
        "motorn \(engineName) finns inte bredvid programmet; `make engine` bygger den",
        "the engine \(engineName) is not beside the program; `make engine` builds it")
    }
    // The name and its length, as a module lists what it exports: `beredning_prepare` is no other's beginning.
    let export = [UInt8(asks.utf8.count)] + asks.utf8 + [0]
    guard engine.module.firstRange(of: export) != nil else {
      throw WrongUse(
        "motorn är en annan eller äldre än sidan behöver; `make engine` bygger \(engineName)",
        "the engine is another or older than the page needs; `make engine` builds \(engineName)")
    }
    return engine
  }
}
