/// Unpacks LZMA with four literal context bits and no position bits, written for the test from the format's description:
/// every kind of bit has probabilities by name. Gives nothing where the end marker does not come after `size` bytes.
struct Unpacking {
  private let packed: [UInt8]
  private var place = 18
  private var range: UInt32 = .max
  private var code: UInt32 = 0
  private var odds: [String: [UInt32]] = [:]

  init(_ packed: [UInt8]) {
    self.packed = packed
    for byte in packed[14..<18] { code = code << 8 | UInt32(byte) }
  }

  private mutating func widen() {
    guard range < 1 << 24 else { return }
    range <<= 8
    code = code << 8 | UInt32(place < packed.count ? packed[place] : 0)
    place += 1
  }

  private mutating func bit(_ kind: String, _ index: Int) -> Int {
    var odd = odds[kind, default: Array(repeating: 1024, count: 0x3000)][index]
    let bound = (range >> 11) * odd
    let isOne = code >= bound
    if isOne {
      code -= bound
      range -= bound
      odd -= odd >> 5
    } else {
      range = bound
      odd += (2048 - odd) >> 5
    }
    odds[kind, default: Array(repeating: 1024, count: 0x3000)][index] = odd
    widen()
    return isOne ? 1 : 0
  }

  private mutating func tree(_ kind: String, _ base: Int, _ bits: Int) -> Int {
    var node = 1
    for _ in 0..<bits { node = node << 1 | bit(kind, base + node) }
    return node - (1 << bits)
  }

  private mutating func reversed(_ kind: String, _ bits: Int) -> Int {
    var node = 1
    var value = 0
    for index in 0..<bits {
      let one = bit(kind, node)
      node = node << 1 | one
      value |= one << index
    }
    return value
  }

  private mutating func even(_ bits: Int) -> Int {
    var value = 0
    for _ in 0..<bits {
      range >>= 1
      let isOne = code >= range
      if isOne { code -= range }
      value = value << 1 | (isOne ? 1 : 0)
      widen()
    }
    return value
  }

  private mutating func length(_ kind: String) -> Int {
    if bit(kind + " choice", 0) == 0 { return 2 + tree(kind + " low", 0, 3) }
    if bit(kind + " choice", 1) == 0 { return 10 + tree(kind + " middle", 0, 3) }
    return 18 + tree(kind + " high", 0, 8)
  }

  /// One less than how far back.
  private mutating func distance(_ length: Int) -> Int {
    let slot = tree("slot", 64 * min(length - 2, 3), 6)
    guard slot >= 4 else { return slot }
    let bits = slot / 2 - 1
    let high = (2 + slot % 2) << bits
    if slot < 14 { return high + reversed("distance \(slot)", bits) }
    let middle = even(bits - 4) << 4
    return high + middle + reversed("last bits", 4)
  }

  mutating func unpacked(size: Int) -> [UInt8] {
    var output: [UInt8] = []
    var state = 0
    var back = [0, 0, 0, 0]
    while place <= packed.count, output.count <= size {
      if bit("match", state) == 0 {
        let context = 0x300 * (Int(output.last ?? 0) >> 4)
        var symbol = 1
        var hint = state < 7 ? nil : Int(output[output.count - back[0] - 1])
        while symbol < 256 {
          guard let byte = hint else {
            symbol = symbol << 1 | bit("literal", context + symbol)
            continue
          }
          let hinted = byte >> 7 & 1
          let one = bit("literal", context + ((1 + hinted) << 8) + symbol)
          symbol = symbol << 1 | one
          hint = one == hinted ? byte << 1 : nil
        }
        output.append(UInt8(truncatingIfNeeded: symbol))
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6
        continue
      }
      var count: Int
      if bit("again", state) == 0 {
        count = length("new")
        back = [distance(count)] + back[..<3]
        if back[0] == 0xFFFF_FFFF { return output.count == size && code == 0 ? output : [] }
        state = state < 7 ? 7 : 10
      } else {
        var which = 0
        if bit("not newest", state) == 0 {
          which = bit("not short", state) == 0 ? -1 : 0
        } else {
          which = bit("not second", state) == 0 ? 1 : bit("not third", state) == 0 ? 2 : 3
        }
        if which > 0 { back.insert(back.remove(at: which), at: 0) }
        count = which < 0 ? 1 : length("again")
        state = which < 0 ? (state < 7 ? 9 : 11) : (state < 7 ? 8 : 11)
      }
      guard back[0] < output.count else { return [] }
      for _ in 0..<count { output.append(output[output.count - back[0] - 1]) }
    }
    return []
  }
}
