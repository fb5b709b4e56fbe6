internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL

/// What a paper was made from and what it consists of, by hash: checkable years later.
public enum PaperManifest {
  /// The name of the manifest beside the files that it lists.
  public static let fileName = "MANIFEST"

  /// - Parameters:
  ///   - inputs: path and content; paths are written relative to the round's folder.
  ///   - outputs: name and content.
  ///   - engineVersion: of the program.
  ///   - pdf: the program that made the PDF, with its version; nil where there is none.
  public static func text(
    _ report: RoundReport, inputs: [SourceFile], outputs: [SourceFile], engineVersion: String, pdf: String?,
    _ language: Language
  ) -> String {
    let entry = { (path: String, bytes: [UInt8]) -> JSON in
      [
        "path": .string(path), "bytes": .integer(bytes.count),
        "sha256": .string(SHA256.hexDigest(of: bytes)),
      ]
    }
    let manifest: JSON = [
      "schema": "beredning/manifest/1",
      "program": ["name": "beredning", "version": .string(engineVersion), "pdf": .optional(pdf)],
      "language": .string(language == .swedish ? "sv" : "en"),
      "round": report.roundJSON, "ruleset": report.rulesetJSON,
      "document_status": .string(
        report.data.round.documentStatus == .established ? "upprättad" : "arbetsmaterial"),
      "inputs": .array(
        inputs.map { entry(relativePath($0.path, to: report.folder), $0.bytes) }),
      "outputs": .array(outputs.map { entry($0.path, $0.bytes) }),
    ]
    return manifest.text() + "\n"
  }
}
