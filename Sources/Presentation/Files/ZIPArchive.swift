internal import Diagnostics

/// A ZIP archive (PKWARE APPNOTE 6.3) written in memory. Every entry has the same date, so that the same entries
/// give the same bytes.
struct ZIPArchive {
  /// 1980-01-01, the first day that the format knows.
  private static let date: UInt32 = 0x0021
  /// Names are UTF-8.
  private static let flags: UInt32 = 0x0800
  private static let version: UInt32 = 20

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt32 = 0

  /// - Parameter name: with `/` between folders; the writers' own, never a user's words.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let deflated = Deflate.compressed(content)
    let isDeflated = deflated.count < content.count
    let stored = isDeflated ? deflated : content
    let offset = UInt32(bytes.count)
    var common: [UInt8] = []
    common.put(Self.version, 2)
    common.put(Self.flags, 2)
    common.put(isDeflated ? 8 : 0, 2)
    common.put(0, 2)
    common.put(Self.date, 2)
    common.put(CRC32.of(content), 4)
    common.put(UInt32(stored.count), 4)
    common.put(UInt32(content.count), 4)
    common.put(UInt32(name.utf8.count), 2)
    common.put(0, 2)
    bytes.put(0x0403_4B50, 4)
    bytes += common
    bytes += name.utf8
    bytes += stored
    directory.put(0x0201_4B50, 4)
    directory.put(Self.version, 2)
    directory += common
    // No comment, disk 0, no attributes.
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0, 4)
    directory.put(offset, 4)
    directory += name.utf8
    count += 1
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// The whole archive.
  func finished() -> [UInt8] {
    var all = bytes + directory
    all.put(0x0605_4B50, 4)
    all.put(0, 4)
    all.put(count, 2)
    all.put(count, 2)
    all.put(UInt32(directory.count), 4)
    all.put(UInt32(bytes.count), 4)
    all.put(0, 2)
    return all
  }
}

extension [UInt8] {
  /// Little-endian.
  fileprivate mutating func put(_ value: UInt32, _ size: UInt32) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }
}
