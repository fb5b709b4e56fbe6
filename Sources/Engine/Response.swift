/// What the engine answers.
public struct Response: Sendable, Hashable {
  /// The exit code that the command would have had: 0 a result, 1 findings, 2 wrong use, 3 bad input.
  public var status: Int32
  /// What the command would have written as its result; empty where it gives none.
  public var output: [UInt8]
  /// What the command would have said about its input, as text for people.
  public var messages: [UInt8]

  public init(status: Int32, output: [UInt8] = [], messages: [UInt8] = []) {
    self.status = status
    self.output = output
    self.messages = messages
  }
}

extension Response {
  /// Bytes before the two texts: status, length of the output, length of the messages, each 32 bits.
  static let headerSize = 12

  /// Copies the response into memory that the caller owns, little-endian: header, output, messages.
  func encoded() -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.headerSize + output.count + messages.count, alignment: 8)
    memory.storeBytes(of: status.littleEndian, as: Int32.self)
    memory.storeBytes(of: UInt32(output.count).littleEndian, toByteOffset: 4, as: UInt32.self)
    memory.storeBytes(of: UInt32(messages.count).littleEndian, toByteOffset: 8, as: UInt32.self)
    (memory + Self.headerSize).copy(output)
    (memory + Self.headerSize + output.count).copy(messages)
    return memory
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copy(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: self, count: source.count).copyMemory(from: source)
    }
  }
}
