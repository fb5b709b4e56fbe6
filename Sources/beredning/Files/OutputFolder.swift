import Diagnostics
import Glibc

/// Writes a folder whole or not at all: everything goes into a new folder beside it, which then gets its name.
struct OutputFolder {
  let path: String
  /// The folder being filled.
  private let temporary: String
  private var names: [String] = []

  /// - Parameter replaces: an earlier folder of that name may be replaced, if it holds only `known` files.
  init(_ path: String, replaces: Bool, known: [String]) throws(FileError) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
    if access(path, F_OK) == 0 {
      let existing = try ListFolder.names(path)
      if !existing.isEmpty && !replaces { throw .exists(path) }
      for name in existing where !known.contains(name) { throw .exists(path + "/" + name) }
    }
    let parent = SourcePath.folder(of: path)
    var template = Array(((parent.isEmpty ? "." : parent) + "/.beredning-XXXXXX").utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) else {
      throw FileError(parent.isEmpty ? "." : parent, errno: errno)
    }
    temporary = String(cString: made)
    let mask = umask(0)
    umask(mask)
    chmod(temporary, 0o777 & ~mask)
  }

  /// Where a program may write a file of its own; it is then part of the folder once `add(name:)` says so.
  func place(_ name: String) -> String { temporary + "/" + name }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws(FileError) {
    names.append(name)
    do throws(FileError) {
      try AtomicFile.write(bytes, to: place(name), existing: .replace)
    } catch {
      // By the name that the user gave, not the one that it has on the way.
      throw error.at(path + "/" + name)
    }
  }

  /// A file that another program has written to `place(name)`.
  mutating func add(_ name: String) throws(FileError) -> [UInt8] {
    names.append(name)
    return try ReadFile.bytes(place(name), limit: 512 << 20)
  }

  /// Takes a file away again.
  func remove(_ name: String) { unlink(place(name)) }

  /// Gives the folder its name. An earlier one changes places with it in one step, and is then removed.
  func finish() throws(FileError) {
    flush(temporary)
    if access(path, F_OK) == 0 {
      try exchange()
      discard()
    } else if rename(temporary, path) != 0 {
      throw FileError(path, errno: errno)
    }
    let parent = SourcePath.folder(of: path)
    flush(parent.isEmpty ? "." : parent)
  }

  /// The headers hide `renameat2` from Swift; it has been in the C library since 2018.
  private func exchange() throws(FileError) {
    typealias Rename =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    let exchanges: UInt32 = 2
    if let symbol = dlsym(nil, "renameat2") {
      let rename = unsafeBitCast(symbol, to: Rename.self)
      if rename(AT_FDCWD, temporary, AT_FDCWD, path, exchanges) == 0 { return }
      guard errno == ENOSYS || errno == EINVAL else { throw FileError(path, errno: errno) }
    }
    // A file system that cannot exchange: the old folder keeps its files under another name until the new one stands.
    let old = temporary + "-old"
    guard rename(path, old) == 0 else { throw FileError(path, errno: errno) }
    guard rename(temporary, path) == 0, rename(old, temporary) == 0 else {
      throw FileError(path, errno: errno)
    }
  }

  /// Removes what was begun; also the earlier folder, once the two have changed places.
  func discard() {
    for name in (try? ListFolder.names(temporary)) ?? [] { unlink(place(name)) }
    rmdir(temporary)
  }

  private func flush(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension FileError {
  /// The same about another path.
  fileprivate func at(_ path: String) -> FileError {
    switch self {
    case .missing: .missing(path)
    case .noPermission: .noPermission(path)
    case .exists: .exists(path)
    case .other(_, let code): .other(path, code: code)
    default: self
    }
  }
}
