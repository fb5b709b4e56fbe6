public import Diagnostics

/// What a page asks of the engine: a command, its options and the files that the command line would have read.
///
/// On the wire a request is little-endian and length-prefixed, and nothing may follow it:
///
///     request = "BRQ1" text(command) count{ text(name) text(value) } count{ text(path) bytes(content) }
///     count   = u32        text = u32 length, UTF-8        bytes = u32 length, any bytes
public struct Request: Sendable, Hashable {
  public var command: String
  /// In the order given; a name may come more than once.
  public var options: [Option]
  /// In the order given. The engine never reads a file that is not here.
  public var files: [SourceFile]

  public struct Option: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(command: String, options: [Option] = [], files: [SourceFile] = []) {
    self.command = command
    self.options = options
    self.files = files
  }
}

/// Why bytes are no request. Offsets are 0-based, in bytes from the start of the request.
public enum RequestError: Error, Sendable, Hashable {
  /// The first four bytes are not `BRQ1`: another protocol, or another version of this one.
  case unknownProtocol
  /// A length or a count at `offset` points past the end.
  case truncated(offset: Int)
  /// The text that starts at `offset` is not UTF-8.
  case invalidText(offset: Int)
  /// Bytes follow the last file.
  case trailingBytes(offset: Int)
}

extension Request {
  /// Reads a request. Nothing is allocated for a length before the bytes it counts are known to be there.
  public init(decoding bytes: [UInt8]) throws(RequestError) {
    var reader = RequestReader(bytes: bytes)
    try reader.readSignature()
    command = try reader.readText()
    options = []
    for _ in 0..<(try reader.readCount(entrySize: 8)) {
      options.append(Option(name: try reader.readText(), value: try reader.readText()))
    }
    files = []
    for _ in 0..<(try reader.readCount(entrySize: 8)) {
      files.append(SourceFile(path: try reader.readText(), bytes: try reader.readBytes()))
    }
    guard reader.isAtEnd else { throw .trailingBytes(offset: reader.offset) }
  }
}

private struct RequestReader {
  private static let signature: [UInt8] = [0x42, 0x52, 0x51, 0x31]

  let bytes: [UInt8]
  /// INVARIANT: 0 ... bytes.count.
  private(set) var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func readSignature() throws(RequestError) {
    guard bytes.starts(with: Self.signature) else { throw .unknownProtocol }
    offset = Self.signature.count
  }

  private mutating func readNumber() throws(RequestError) -> UInt32 {
    guard bytes.count - offset >= 4 else { throw .truncated(offset: offset) }
    var number: UInt32 = 0
    for index in (offset..<offset + 4).reversed() { number = number << 8 | UInt32(bytes[index]) }
    offset += 4
    return number
  }

  /// A count of entries that each take `entrySize` bytes or more.
  mutating func readCount(entrySize: Int) throws(RequestError) -> Int {
    let start = offset
    let count = try readNumber()
    // In UInt64: a 32-bit Int does not hold every UInt32.
    guard UInt64(count) * UInt64(entrySize) <= UInt64(bytes.count - offset) else {
      throw .truncated(offset: start)
    }
    return Int(count)
  }

  private mutating func readSlice() throws(RequestError) -> ArraySlice<UInt8> {
    let length = try readCount(entrySize: 1)
    defer { offset += length }
    return bytes[offset..<offset + length]
  }

  mutating func readBytes() throws(RequestError) -> [UInt8] { Array(try readSlice()) }

  mutating func readText() throws(RequestError) -> String {
    let slice = try readSlice()
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw .invalidText(offset: slice.startIndex)
    }
    return text
  }
}
