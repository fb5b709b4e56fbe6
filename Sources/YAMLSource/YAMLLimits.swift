/// How much a file may hold. The defaults are far above what a board needs and keep memory and time bounded
/// whatever somebody sends in; a bigger file gets an error, not a slow program.
public struct YAMLLimits: Sendable, Hashable {
  /// Bytes in a file. The command compares a file's size with this before it reads the file.
  public static let maximumFileBytes = 8 << 20

  /// Bytes in the file.
  public var fileBytes = YAMLLimits.maximumFileBytes
  /// UTF-8 bytes in one text.
  public var scalarBytes = 1 << 20
  /// Mappings and lists inside one another; a ruleset needs about a dozen.
  public var depth = 100
  /// Mappings, lists and texts as written, keys included.
  public var nodes = 250_000
  /// Mappings, lists and texts that all `*aliases` together stand for.
  public var aliasNodes = 10_000

  public init() {}
}
