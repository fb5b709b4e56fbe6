import ArgumentParser
import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import YAMLSource

/// Holds a paper against its manifest: every file of the paper, and every file of the round that it was made from.
struct VerifyPaper {
  let folder: String
  let loaded: LoadedRound
  let output: Output

  func run() throws {
    let path = SourcePath.joined(folder, PaperManifest.fileName)
    var sources = SourceMap()
    var findings = Findings()
    var manifest: Manifest?
    do {
      let bytes = try ReadFile.bytes(path)
      manifest = Manifest(SourceFile(path: path, bytes: bytes))
      if manifest == nil { throw WrongUse("`\(path)` är inget MANIFEST", "`\(path)` is no MANIFEST") }
    } catch let error as FileError {
      findings.add(error.finding(&sources))
    }
    if let manifest { compare(manifest, &findings) }
    if findings.hasErrors {
      output.report(findings, sources)
      throw ExitCode.badInput
    }
    output.say(
      words(
        "Allt stämmer: underlaget och omgången är som när det skrevs.",
        "All is well: the paper and the round are as when it was written."))
  }

  private func compare(_ manifest: Manifest, _ findings: inout Findings) {
    for entry in manifest.outputs {
      // A name with a folder in it is none of ours, and is not followed.
      let isOurs = !entry.path.contains("/") && entry.path != ".."
      let bytes = isOurs ? try? ReadFile.bytes(SourcePath.joined(folder, entry.path), limit: 512 << 20) : nil
      check(entry, bytes, &findings)
    }
    guard let data = loaded.data else { return }
    let round = SourcePath.folder(of: loaded.sources[data.round.source].path)
    for entry in manifest.inputs {
      let file = loaded.sources.files.first { relativePath($0.path, to: round) == entry.path }
      check(entry, file?.bytes, &findings)
    }
    for file in loaded.sources.files {
      let path = relativePath(file.path, to: round)
      if !manifest.inputs.contains(where: { $0.path == path }) {
        report(
          Text("`\(path)` har kommit till sedan dess", "`\(path)` has been added since then"), &findings)
      }
    }
  }

  private func check(_ entry: Manifest.Entry, _ bytes: [UInt8]?, _ findings: inout Findings) {
    guard let bytes else {
      return report(Text("`\(entry.path)` saknas", "`\(entry.path)` is missing"), &findings)
    }
    if SHA256.hexDigest(of: bytes) != entry.sha256 {
      report(
        Text("`\(entry.path)` är ändrad sedan dess", "`\(entry.path)` has changed since then"), &findings)
    }
  }

  private func report(_ message: Text, _ findings: inout Findings) {
    findings.add(
      Finding(
        Code("W", 30), at: nil, message,
        hints: [
          Text(
            "Underlagets MANIFEST säger något annat. Skriv ett nytt underlag om ändringen är avsedd.",
            "The paper's MANIFEST says otherwise. Write a new paper if the change is meant.")
        ]))
  }
}

/// The lists of a manifest. JSON is read as the YAML that it is.
private struct Manifest {
  struct Entry {
    var path: String
    var sha256: String
  }

  var inputs: [Entry]
  var outputs: [Entry]

  init?(_ file: SourceFile) {
    var sources = SourceMap()
    var findings = Findings()
    let source = sources.add(file)
    guard let root = parseYAML(source, in: sources, findings: &findings)?.root, !findings.hasErrors,
      Self.value("schema", root)?.text == "beredning/manifest/1",
      let inputs = Self.entries("inputs", root), let outputs = Self.entries("outputs", root)
    else { return nil }
    self.inputs = inputs
    self.outputs = outputs
  }

  private static func value(_ key: String, _ node: YAMLNode) -> YAMLNode? {
    for entry in node.entries ?? [] where entry.key.text == key { return entry.value }
    return nil
  }

  private static func entries(_ key: String, _ root: YAMLNode) -> [Entry]? {
    guard let items = value(key, root)?.items else { return nil }
    var entries: [Entry] = []
    for item in items {
      guard let path = value("path", item)?.text, let hash = value("sha256", item)?.text else { return nil }
      entries.append(Entry(path: path, sha256: hash))
    }
    return entries
  }
}
