/// Paths as they are written, with `/` between folders; nothing is looked up on a disk.
public enum SourcePath {
  /// `name` as seen from `folder`, which may be empty or `.` for where one stands: `a/b` and `../c` are `a/c`.
  public static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." || name.hasPrefix("/") { return simplified(name) }
    return simplified(folder.hasSuffix("/") ? folder + name : folder + "/" + name)
  }

  /// What stands before the last `/`; empty where there is none.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: slashByte) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands after the last `/`.
  public static func name(of path: String) -> String {
    path.utf8.lastIndex(of: slashByte).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  private static let slashByte = UInt8(ascii: "/")

  /// `a/b/../c` is `a/c`.
  private static func simplified(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
