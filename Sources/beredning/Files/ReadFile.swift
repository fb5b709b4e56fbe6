import Diagnostics
import Glibc
import YAMLSource

/// Reads whole files, never more than the limit: a larger file is refused before it takes memory.
enum ReadFile {
  /// The bytes of an ordinary file; `-` is the standard input.
  static func bytes(_ path: String, limit: Int = YAMLLimits.maximumFileBytes) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, path, expecting: 0, limit) }
    // Without O_NONBLOCK a named pipe would keep the program waiting for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path, errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder(path)
    default: throw .notAFile(path)
    }
    guard status.st_size <= limit else { throw .tooLarge(path, bytes: Int(status.st_size)) }
    return try read(descriptor, path, expecting: Int(status.st_size), limit)
  }

  /// The file may grow while it is read: the limit holds all the same.
  private static func read(_ descriptor: Int32, _ path: String, expecting size: Int, _ limit: Int)
    throws(FileError)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = -1
        repeat { got = Glibc.read(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      if failure != 0 { throw FileError(path, errno: failure) }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw .tooLarge(path, bytes: bytes.count) }
      room = 64 << 10
    }
  }
}
