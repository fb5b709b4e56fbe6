import ExactNumbers
import Testing

@testable import PageShell

/// Unpacks DEFLATE, written for the test from RFC 1951, sections 3.2.3–3.2.7: bit by bit, codes of its own alone.
private struct Unpacking {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func bit() -> Int {
    defer { place += 1 }
    return Int(bytes[place / 8] >> UInt8(place % 8) & 1)
  }

  private mutating func number(_ size: Int) -> Int {
    var value = 0
    for shift in 0..<size { value |= bit() << shift }
    return value
  }

  /// The symbols of each length of code.
  private typealias Code = [[Int]]

  private func code(_ lengths: [Int]) -> Code {
    (0...15).map { length in lengths.indices.filter { lengths[$0] == length } }
  }

  /// Reads a symbol: codes of each length are consecutive numbers, the first after twice the last shorter one.
  private mutating func symbol(_ symbols: Code) -> Int {
    var read = 0
    var first = 0
    for length in 1...15 {
      read = read << 1 | bit()
      let own = symbols[length]
      if read - first < own.count { return own[read - first] }
      first = (first + own.count) << 1
    }
    return -1
  }

  private mutating func codes() -> (symbols: Code, distances: Code) {
    let symbols = number(5) + 257
    let distances = number(5) + 1
    var own = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for index in 0..<(number(4) + 4) { own[order[index]] = number(3) }
    var lengths: [Int] = []
    let lengthCode = code(own)
    while lengths.count < symbols + distances {
      switch symbol(lengthCode) {
      case 16: lengths += Array(repeating: lengths.last!, count: 3 + number(2))
      case 17: lengths += Array(repeating: 0, count: 3 + number(3))
      case 18: lengths += Array(repeating: 0, count: 11 + number(7))
      case let length: lengths.append(length)
      }
    }
    return (code(Array(lengths[..<symbols])), code(Array(lengths[symbols...])))
  }

  mutating func unpacked() -> [UInt8] {
    let lengthBases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    let lengthBits = [
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    let distanceBases = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
      4097,
      6145, 8193, 12289, 16385, 24577,
    ]
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = bit() == 1
      guard number(2) == 2 else { return [] }
      let (symbols, distances) = codes()
      while true {
        let value = symbol(symbols)
        if value == 256 { break }
        if value < 256 {
          output.append(UInt8(value))
          continue
        }
        let length = lengthBases[value - 257] + number(lengthBits[value - 257])
        let far = symbol(distances)
        let distance = distanceBases[far] + number(far < 4 ? 0 : far / 2 - 1)
        for _ in 0..<length { output.append(output[output.count - distance]) }
      }
    }
    return output
  }
}

@Suite("Packing")
struct PackingTests {
  private func unpacked(_ bytes: [UInt8]) -> [UInt8] {
    var unpacking = Unpacking(Packing.packed(bytes))
    return unpacking.unpacked()
  }

  @Test(
    "what is unpacked is what was packed",
    arguments: [
      "", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabdabcabd",
      String(repeating: "ett stycke text, åäö. ", count: 700), String(repeating: "x", count: 1_000),
    ])
  func roundTrip(_ text: String) { #expect(unpacked(Array(text.utf8)) == Array(text.utf8)) }

  @Test("bytes without a pattern and bytes with one, over several blocks")
  func severalBlocks() {
    var generator = SplitMix64(seed: 7)
    let noise = (0..<30_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let rare = (0..<30_000).map { _ in
      UInt8(truncatingIfNeeded: (generator.next() & 0xFF).leadingZeroBitCount)
    }
    for bytes in [noise, rare, noise + rare + noise] { #expect(unpacked(bytes) == bytes) }
  }

  @Test("text becomes much smaller")
  func packs() {
    let text = Array(String(repeating: "ett stycke text, åäö. ", count: 700).utf8)
    #expect(Packing.packed(text).count * 50 < text.count)
  }
}
