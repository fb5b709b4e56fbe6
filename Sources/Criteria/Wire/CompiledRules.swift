public import Diagnostics

/// Checked rules with their form as bytes, for an engine that has nothing to read and check YAML rules with.
///
/// "BRC" and the version of the layout, a checksum of the rest, then varints: strings (each once), types (each once,
/// after those it is made of) and the ruleset. Written and read by the same version of the program; another version's
/// bytes are refused, not converted.
public enum CompiledRules {
  static let signature: [UInt8] = [0x42, 0x52, 0x43, 1]

  public enum ReadingError: Error, Sendable, Hashable {
    /// Not compiled rules, or those of another version.
    case unknownLayout
    /// Cut, or changed since they were written.
    case damaged
  }

  /// The bytes of a ruleset that was read from `sources`: the same for the same files.
  public static func bytes(_ ruleset: Ruleset, sources: SourceMap) -> [UInt8] {
    var writer = WireWriter(
      ruleset, rulesPath: sources[ruleset.source].path, formPath: sources[ruleset.form.source].path)
    return written(ruleset, by: &writer)
  }

  /// The same with the names that the files have anywhere, which tell nothing of the computer that they lie on.
  public static func bytes(_ ruleset: Ruleset) -> [UInt8] {
    var writer = WireWriter(
      ruleset, rulesPath: ruleset.id + ".rules.yaml", formPath: ruleset.form.id + ".form.yaml")
    return written(ruleset, by: &writer)
  }

  private static func written(_ ruleset: Ruleset, by writer: inout WireWriter) -> [UInt8] {
    writer.write(ruleset)
    let body = writer.finished()
    return signature + checksum(body[...]) + body
  }

  /// The ruleset that `bytes` wrote. Its two files are added to `sources` by their paths, without content: findings
  /// that point into them tell the place and show no excerpt.
  public static func read(
    _ bytes: [UInt8], into sources: inout SourceMap
  ) throws(ReadingError) -> Ruleset {
    guard bytes.starts(with: signature) else { throw .unknownLayout }
    let body = bytes.dropFirst(signature.count + 8)
    guard bytes.count > signature.count + 8, bytes[4..<12].elementsEqual(checksum(body)) else {
      throw .damaged
    }
    var files = sources
    let reader = WireReader(Array(body))
    guard let ruleset = reader.ruleset(&files), !reader.isDamaged, reader.isAtEnd else { throw .damaged }
    sources = files
    return ruleset
  }

  /// FNV-1a in 64 bits: no change of a single byte leaves it as it was.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }
  }
}
