/// DEFLATE (RFC 1951) with the fixed codes: one block, greedy matches, the same bytes on every machine.
struct Deflate {
  private static let window = 32_768
  private static let shortest = 3
  private static let longest = 258
  /// Candidates tried for each match.
  private static let tries = 48

  private var output: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingBits: UInt64 = 0

  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var deflate = Deflate()
    deflate.compress(bytes)
    return deflate.output
  }

  private mutating func compress(_ bytes: [UInt8]) {
    // The last block, with fixed codes.
    put(1, 1)
    put(1, 2)
    var chains = Chains(count: bytes.count)
    var position = 0
    while position < bytes.count {
      let match = chains.longestMatch(bytes, at: position)
      let length = max(match.length, 1)
      if match.length >= Deflate.shortest {
        putLength(match.length)
        putDistance(match.distance)
      } else {
        putSymbol(Int(bytes[position]))
      }
      for index in position..<position + length { chains.add(bytes, at: index) }
      position += length
    }
    putSymbol(256)
    if pendingBits > 0 { output.append(UInt8(truncatingIfNeeded: pending)) }
  }

  // MARK: Bits

  /// Least significant bit first.
  private mutating func put(_ value: UInt64, _ count: UInt64) {
    pending |= value << pendingBits
    pendingBits += count
    while pendingBits >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }

  /// A Huffman code goes out with its most significant bit first.
  private mutating func putCode(_ code: UInt64, _ count: UInt64) {
    var reversed: UInt64 = 0
    for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
    put(reversed, count)
  }

  /// The fixed codes of section 3.2.6.
  private mutating func putSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: putCode(UInt64(0x30 + symbol), 8)
    case ..<256: putCode(UInt64(0x190 + symbol - 144), 9)
    case ..<280: putCode(UInt64(symbol - 256), 7)
    default: putCode(UInt64(0xC0 + symbol - 280), 8)
    }
  }

  /// Section 3.2.5: lengths fall in classes of four that double, 258 by itself.
  private mutating func putLength(_ length: Int) {
    if length == Deflate.longest { return putSymbol(285) }
    let value = length - 3
    if value < 8 { return putSymbol(257 + value) }
    var extra = 1
    while value >= 8 << extra { extra += 1 }
    putSymbol(261 + 4 * extra + (value - (4 << extra)) >> extra)
    put(UInt64(value & ((1 << extra) - 1)), UInt64(extra))
  }

  /// Likewise distances, in classes of two.
  private mutating func putDistance(_ distance: Int) {
    let value = distance - 1
    if value < 4 { return putCode(UInt64(value), 5) }
    var extra = 1
    while value >= 4 << extra { extra += 1 }
    putCode(UInt64(2 + 2 * extra + (value - (2 << extra)) >> extra), 5)
    put(UInt64(value & ((1 << extra) - 1)), UInt64(extra))
  }

  /// Earlier places by the three bytes that stand there.
  private struct Chains {
    private var newest: [Int32]
    private var earlier: [Int32]

    init(count: Int) {
      newest = Array(repeating: -1, count: 1 << 15)
      earlier = Array(repeating: -1, count: count)
    }

    private func hash(_ bytes: [UInt8], _ at: Int) -> Int {
      (Int(bytes[at]) << 10 ^ Int(bytes[at + 1]) << 5 ^ Int(bytes[at + 2])) & 0x7FFF
    }

    mutating func add(_ bytes: [UInt8], at position: Int) {
      guard position + shortest <= bytes.count else { return }
      let key = hash(bytes, position)
      earlier[position] = newest[key]
      newest[key] = Int32(position)
    }

    func longestMatch(_ bytes: [UInt8], at position: Int) -> (length: Int, distance: Int) {
      guard position + shortest <= bytes.count else { return (0, 0) }
      let most = min(longest, bytes.count - position)
      var best = (length: 0, distance: 0)
      var candidate = Int(newest[hash(bytes, position)])
      var left = tries
      while candidate >= 0, position - candidate <= window, left > 0 {
        var length = 0
        while length < most && bytes[candidate + length] == bytes[position + length] { length += 1 }
        if length > best.length { best = (length, position - candidate) }
        if best.length == most { break }
        candidate = Int(earlier[candidate])
        left -= 1
      }
      return best.length >= shortest ? best : (0, 0)
    }
  }
}
