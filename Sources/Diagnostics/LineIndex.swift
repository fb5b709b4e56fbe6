/// Finds lines and columns in the bytes of a file. A line ends with LF, CR LF or CR, as editors count them.
/// Columns count Unicode scalars; a byte order mark first in the file counts as nothing.
public struct LineIndex: Sendable {
  /// Byte offset and number of scalars before the start of each line.
  private var lineOffsets: [Int] = []
  private var lineScalars: [Int] = []
  /// The byte offset of every 32nd scalar; empty where each scalar is one byte.
  private var checkpoints: [Int] = []
  private let textStart: Int
  private let bytes: [UInt8]
  /// The number of scalars in the file, the byte order mark not counted.
  public private(set) var scalarCount = 0

  private static let stride = 32

  /// - Parameter bytes: expected to be UTF-8; in other bytes every byte that does not continue a character
  ///   counts as one.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineOffsets.append(textStart)
    lineScalars.append(0)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    var scalars = 0
    bytes.withUnsafeBufferPointer { bytes in
      var offset = textStart
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte & 0xC0 != 0x80 {
          if !isASCII && scalars % LineIndex.stride == 0 { checkpoints.append(offset) }
          scalars += 1
        }
        offset += 1
        let next = offset < bytes.count ? bytes[offset] : 0
        if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
          lineOffsets.append(offset)
          lineScalars.append(scalars)
        }
      }
    }
    scalarCount = scalars
  }

  public var lineCount: Int { lineOffsets.count }

  /// The bytes of a line (1-based) without its line break.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = lineOffsets[line - 1]
    var end = line < lineOffsets.count ? lineOffsets[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The position of the byte at `offset`; offsets outside the text give its start or end.
  public func position(atOffset offset: Int) -> Position {
    let offset = min(max(offset, textStart), bytes.count)
    let line = LineIndex.last(in: lineOffsets, notAbove: offset)
    return Position(
      line: line + 1, column: scalars(before: offset) - lineScalars[line] + 1, offset: offset)
  }

  /// The position of the scalar with the given number, counted from 0 after the byte order mark.
  public func position(atScalar scalar: Int) -> Position {
    let scalar = min(max(scalar, 0), scalarCount)
    let line = LineIndex.last(in: lineScalars, notAbove: scalar)
    return Position(
      line: line + 1, column: scalar - lineScalars[line] + 1, offset: offset(ofScalar: scalar))
  }

  /// The byte offset of the scalar with the given number, counted from 0 after the byte order mark.
  public func offset(ofScalar scalar: Int) -> Int {
    if scalar >= scalarCount { return bytes.count }
    if checkpoints.isEmpty { return textStart + scalar }
    var offset = checkpoints[scalar / LineIndex.stride]
    var left = scalar % LineIndex.stride
    while left > 0 {
      offset += 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    return offset
  }

  /// The number of scalars that begin before `offset`.
  private func scalars(before offset: Int) -> Int {
    if checkpoints.isEmpty { return offset - textStart }
    let checkpoint = LineIndex.last(in: checkpoints, notAbove: offset)
    if checkpoints[checkpoint] >= offset { return checkpoint * LineIndex.stride }
    var count = checkpoint * LineIndex.stride
    for index in checkpoints[checkpoint]..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func last(in sorted: [Int], notAbove value: Int) -> Int {
    var low = 0
    var high = sorted.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if sorted[middle] <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
