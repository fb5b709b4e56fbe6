internal import CLZMA

/// LZMA by liblzma, for what a page carries: a quarter smaller than DEFLATE. The same bytes wherever the same version
/// of liblzma is.
enum LZMA {
  /// The .lzma file of `bytes`, with their size in its header and an end marker.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var options = lzma_options_lzma()
    // 9 and "extreme", whose macro Swift does not see.
    guard lzma_lzma_preset(&options, 9 | 1 << 31) == 0 else { preconditionFailure("liblzma has no preset 9") }
    // WebAssembly's instructions lie at any byte, and what a byte means is told by the one before.
    options.lc = 4
    options.lp = 0
    options.pb = 0
    options.nice_len = 273
    options.dict_size = window(for: bytes.count)
    var stream = lzma_stream()
    // It fails only where memory is out.
    guard lzma_alone_encoder(&stream, &options) == LZMA_OK else {
      preconditionFailure("no memory to pack in")
    }
    defer { lzma_end(&stream) }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    bytes.withUnsafeBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = input.count
      var result = LZMA_OK
      while result == LZMA_OK {
        let made = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = piece.count
          result = lzma_code(&stream, LZMA_FINISH)
          return piece.count - stream.avail_out
        }
        output += piece[..<made]
      }
      precondition(result == LZMA_STREAM_END, "no memory to pack in")
    }
    // liblzma does not know the size when it writes the header.
    for index in 0..<8 { output[5 + index] = UInt8(truncatingIfNeeded: bytes.count >> (8 * index)) }
    return output
  }

  /// All of what is packed lies in the window.
  private static func window(for count: Int) -> UInt32 {
    var window: UInt32 = 1 << 12
    while window < count && window < 1 << 30 { window <<= 1 }
    return window
  }

  /// CRC-32, as in ZIP and gzip.
  static func checksum(_ bytes: [UInt8]) -> UInt32 { lzma_crc32(bytes, bytes.count, 0) }
}
