/// DEFLATE (RFC 1951) with codes of its own for every block, for the engine that a page carries: smaller than the fixed
/// codes of `Presentation`, which small files do with. The same bytes on every machine.
package struct Packing {
  /// Matches and literals of a block: what codes are made for.
  private static let blockTokens = 16_384

  private var bits = BitWriter()

  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    let tokens = Matches(bytes).tokens()
    var packing = Packing()
    var start = 0
    repeat {
      let end = min(start + blockTokens, tokens.count)
      packing.block(tokens[start..<end], isLast: end == tokens.count)
      start = end
    } while start < tokens.count
    return packing.bits.finished()
  }

  // MARK: A block with codes of its own (section 3.2.7)

  private mutating func block(_ tokens: ArraySlice<Token>, isLast: Bool) {
    var symbols = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    symbols[Token.end] = 1
    for token in tokens {
      symbols[token.symbol] += 1
      if let distance = token.distanceClass { distances[distance.symbol] += 1 }
    }
    let symbolCode = PrefixCode(symbols, limit: 15)
    let distanceCode = PrefixCode(distances, limit: 15)
    bits.put(isLast ? 1 : 0, 1)
    bits.put(2, 2)
    writeLengths(symbolCode.lengths, distanceCode.lengths)
    for token in tokens {
      bits.put(symbolCode, token.symbol)
      guard let length = token.lengthClass, let distance = token.distanceClass else { continue }
      bits.put(length.extra, length.extraBits)
      bits.put(distanceCode, distance.symbol)
      bits.put(distance.extra, distance.extraBits)
    }
    bits.put(symbolCode, Token.end)
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The lengths of both codes, in a code of their own.
  private mutating func writeLengths(_ symbols: [Int], _ distances: [Int]) {
    let symbols = Self.trimmed(symbols, least: 257)
    let distances = Self.trimmed(distances, least: 1)
    let runs = Self.runs(symbols + distances)
    var frequencies = [Int](repeating: 0, count: 19)
    for run in runs { frequencies[run.symbol] += 1 }
    let code = PrefixCode(frequencies, limit: 7)
    var count = Self.order.count
    while count > 4 && code.lengths[Self.order[count - 1]] == 0 { count -= 1 }
    bits.put(symbols.count - 257, 5)
    bits.put(distances.count - 1, 5)
    bits.put(count - 4, 4)
    for symbol in Self.order[..<count] { bits.put(code.lengths[symbol], 3) }
    for run in runs {
      bits.put(code, run.symbol)
      bits.put(run.extra, run.extraBits)
    }
  }

  private static func trimmed(_ lengths: [Int], least: Int) -> [Int] {
    var count = lengths.count
    while count > least && lengths[count - 1] == 0 { count -= 1 }
    return Array(lengths[..<count])
  }

  private struct Run {
    var symbol: Int
    var extra = 0
    var extraBits = 0
  }

  /// Lengths that repeat are told once, with how many times.
  private static func runs(_ lengths: [Int]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var count = 1
      while index + count < lengths.count && lengths[index + count] == length { count += 1 }
      index += count
      if length == 0 {
        while count >= 3 {
          let told = min(count, 138)
          runs.append(
            told < 11
              ? Run(symbol: 17, extra: told - 3, extraBits: 3)
              : Run(symbol: 18, extra: told - 11, extraBits: 7))
          count -= told
        }
      } else {
        runs.append(Run(symbol: length))
        count -= 1
        while count >= 3 {
          let told = min(count, 6)
          runs.append(Run(symbol: 16, extra: told - 3, extraBits: 2))
          count -= told
        }
      }
      for _ in 0..<count { runs.append(Run(symbol: length)) }
    }
    return runs
  }
}

/// A byte as it is, or what stands some distance back.
private struct Token {
  static let end = 256

  /// A literal's value; of a match, how long it is.
  var value: Int
  /// 0: a literal.
  var distance = 0

  struct Class {
    var symbol: Int
    var extra: Int
    var extraBits: Int
  }

  var symbol: Int { lengthClass?.symbol ?? value }

  /// Section 3.2.5: lengths fall in classes of four that double, 258 by itself.
  var lengthClass: Class? {
    if distance == 0 { return nil }
    if value == 258 { return Class(symbol: 285, extra: 0, extraBits: 0) }
    let length = value - 3
    if length < 8 { return Class(symbol: 257 + length, extra: 0, extraBits: 0) }
    let extraBits = Int.bitWidth - 1 - length.leadingZeroBitCount - 2
    return Class(
      symbol: 257 + 4 * extraBits + (length >> extraBits), extra: length & ((1 << extraBits) - 1),
      extraBits: extraBits)
  }

  /// Likewise distances, in classes of two.
  var distanceClass: Class? {
    if distance == 0 { return nil }
    let back = distance - 1
    if back < 4 { return Class(symbol: back, extra: 0, extraBits: 0) }
    let extraBits = Int.bitWidth - 1 - back.leadingZeroBitCount - 1
    return Class(
      symbol: 2 * extraBits + (back >> extraBits), extra: back & ((1 << extraBits) - 1), extraBits: extraBits)
  }
}

/// Finds what has stood before.
private struct Matches {
  private static let window = 32_768
  private static let shortest = 3
  private static let longest = 258
  /// Candidates tried for each match.
  private static let tries = 256
  private static let keys = 1 << 15

  private let bytes: [UInt8]
  private var newest = [Int32](repeating: -1, count: keys)
  private var earlier: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    earlier = Array(repeating: -1, count: bytes.count)
  }

  func tokens() -> [Token] {
    var matches = self
    return matches.found()
  }

  private mutating func found() -> [Token] {
    var tokens: [Token] = []
    var position = 0
    var match = (length: 0, distance: 0)
    if !bytes.isEmpty { match = longestMatch(at: 0) }
    while position < bytes.count {
      add(position)
      if match.length < Self.shortest {
        tokens.append(Token(value: Int(bytes[position])))
        position += 1
        match = longestMatch(at: position)
        continue
      }
      // A longer one that begins a byte later is worth a literal before it.
      let next = longestMatch(at: position + 1)
      if next.length > match.length {
        tokens.append(Token(value: Int(bytes[position])))
        position += 1
        match = next
        continue
      }
      tokens.append(Token(value: match.length, distance: match.distance))
      for index in (position + 1)..<(position + match.length) { add(index) }
      position += match.length
      match = longestMatch(at: position)
    }
    return tokens
  }

  private func key(_ at: Int) -> Int {
    (Int(bytes[at]) << 10 ^ Int(bytes[at + 1]) << 5 ^ Int(bytes[at + 2])) & (Self.keys - 1)
  }

  private mutating func add(_ position: Int) {
    guard position + Self.shortest <= bytes.count else { return }
    let key = key(position)
    earlier[position] = newest[key]
    newest[key] = Int32(position)
  }

  private func longestMatch(at position: Int) -> (length: Int, distance: Int) {
    guard position + Self.shortest <= bytes.count else { return (0, 0) }
    let most = min(Self.longest, bytes.count - position)
    var best = (length: Self.shortest - 1, distance: 0)
    var candidate = Int(newest[key(position)])
    var left = Self.tries
    while candidate >= 0, position - candidate <= Self.window, left > 0 {
      if bytes[candidate + best.length] == bytes[position + best.length] {
        var length = 0
        while length < most && bytes[candidate + length] == bytes[position + length] { length += 1 }
        if length > best.length { best = (length, position - candidate) }
        if best.length == most { break }
      }
      candidate = Int(earlier[candidate])
      left -= 1
    }
    return best.length >= Self.shortest ? best : (0, 0)
  }
}

/// Codes of which none begins another, short for what is frequent (Huffman 1952), no longer than a limit.
private struct PrefixCode {
  private(set) var lengths: [Int]
  /// The first bit to be written is the lowest.
  private(set) var codes: [Int]

  init(_ frequencies: [Int], limit: Int) {
    var flattened = frequencies
    lengths = Self.lengths(flattened)
    while (lengths.max() ?? 0) > limit {
      flattened = flattened.map { ($0 + 1) / 2 }
      lengths = Self.lengths(flattened)
    }
    // Section 3.2.2: by length, then by symbol.
    codes = Array(repeating: 0, count: lengths.count)
    var code = 0
    for length in 1...max(limit, 1) {
      for symbol in lengths.indices where lengths[symbol] == length {
        for bit in 0..<length where code >> bit & 1 == 1 { codes[symbol] |= 1 << (length - 1 - bit) }
        code += 1
      }
      code <<= 1
    }
  }

  private static func lengths(_ frequencies: [Int]) -> [Int] {
    var lengths = [Int](repeating: 0, count: frequencies.count)
    let leaves = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    if leaves.count < 2 {
      if let only = leaves.first { lengths[only] = 1 }
      return lengths
    }
    // Leaves by rising weight, then the nodes made of them, whose weights rise as well.
    var weights = leaves.map { frequencies[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var leaf = 0
    var node = leaves.count
    func takesLeaf() -> Bool {
      leaf < leaves.count && (node >= weights.count || weights[leaf] <= weights[node])
    }
    while weights.count < parents.count {
      var weight = 0
      for _ in 0..<2 {
        let chosen = takesLeaf() ? leaf : node
        if chosen == leaf && chosen < leaves.count { leaf += 1 } else { node += 1 }
        parents[chosen] = weights.count
        weight += weights[chosen]
      }
      weights.append(weight)
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for index in stride(from: parents.count - 2, through: 0, by: -1) {
      depths[index] = depths[parents[index]] + 1
    }
    for (index, symbol) in leaves.enumerated() { lengths[symbol] = depths[index] }
    return lengths
  }
}

/// Least significant bit first.
private struct BitWriter {
  private var output: [UInt8] = []
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  mutating func put(_ value: Int, _ size: Int) {
    pending |= UInt64(value) << count
    count += UInt64(size)
    while count >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func put(_ code: PrefixCode, _ symbol: Int) { put(code.codes[symbol], code.lengths[symbol]) }

  func finished() -> [UInt8] {
    count > 0 ? output + [UInt8(truncatingIfNeeded: pending)] : output
  }
}
