/// Strict UTF-8, one character at a time, for text whose validity is not known.
public enum UTF8Bytes {
  /// The scalar at `offset` and its length in bytes; nil and 1 where the bytes are not UTF-8 (also
  /// overlong forms, surrogates and values above U+10FFFF).
  public static func decode(_ bytes: [UInt8], at offset: Int, end: Int) -> (
    scalar: Unicode.Scalar?, length: Int
  ) {
    bytes.withUnsafeBufferPointer { decode($0, at: offset, end: end) }
  }

  /// The same over a buffer.
  public static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    guard offset + length <= end else { return (nil, 1) }
    for index in 1..<length {
      let next = bytes[offset + index]
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
