import Glibc

/// Writes files whole or not at all: a temporary file in the same folder, flushed to the disk, then given its name.
enum AtomicFile {
  enum Existing {
    /// A file of that name is an error, and stays as it is.
    case keep
    case replace
  }

  static func write(_ bytes: [UInt8], to path: String, existing: Existing) throws(FileError) {
    let folder = path.contains("/") ? String(path[...path.lastIndex(of: "/")!]) : "./"
    var template = Array((folder + ".beredning-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(folder, errno: errno) }
    let temporary = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    do {
      try fill(descriptor, bytes, mode(of: path), path)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    try name(temporary, path, existing)
    flushFolder(folder)
  }

  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ mode: mode_t, _ path: String)
    throws(FileError)
  {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileError(path, errno: errno)
      }
      offset += written
    }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw FileError(path, errno: errno) }
  }

  /// As the file it replaces; else what a new file gets.
  private static func mode(of path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  private static func name(_ temporary: String, _ path: String, _ existing: Existing) throws(FileError) {
    defer { unlink(temporary) }
    if existing == .keep {
      // A hard link fails where the name is taken; a rename would replace it.
      if link(temporary, path) == 0 { return }
      // Some file systems have no hard links.
      guard errno != EEXIST, access(path, F_OK) != 0 else { throw .exists(path) }
    }
    guard rename(temporary, path) == 0 else { throw FileError(path, errno: errno) }
  }

  /// Without this the new name may be lost in a power failure. Some file systems do not allow it.
  private static func flushFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
