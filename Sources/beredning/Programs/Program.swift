import Glibc

/// Runs another program.
enum Program {
  struct Outcome {
    var status: Int32
    /// What it wrote on its standard output and error, at most 64 kB.
    var output: String
  }

  /// The outcome; nil where the program does not exist or cannot be started.
  static func run(_ name: String, _ arguments: [String]) -> Outcome? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var texts = ([name] + arguments).map { strdup($0) }
    texts.append(nil)
    defer { for text in texts { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, name, &actions, nil, texts, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let got = read(ends[0], &buffer, buffer.count)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      if bytes.count < 64 << 10 { bytes += buffer[..<got] }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    // What the shell would call the exit code; a signal is a failure.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
    return Outcome(status: code, output: String(decoding: bytes, as: UTF8.self))
  }

  /// This program's own folder; nil where the system does not tell.
  static var ownFolder: String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = buffer.withUnsafeMutableBytes { bytes in
      readlink("/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard length > 0, length < buffer.count else { return nil }
    let path = String(decoding: buffer[..<length], as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
