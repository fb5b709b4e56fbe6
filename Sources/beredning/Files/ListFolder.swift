import Glibc

enum ListFolder {
  /// Names in the folder, hidden ones left out, in the order of their bytes: the same on every machine.
  static func names(_ path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else {
      throw errno == ENOTDIR ? .isFile(path) : FileError(path, errno: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name else { throw .notUTF8Name(path) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    if errno != 0 { throw FileError(path, errno: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is a folder of that name; a link to one counts.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
