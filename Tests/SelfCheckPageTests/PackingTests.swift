import ExactNumbers
import Testing

@testable import PageShell

/// The reverse of `Letters`, written for the test: every bit by itself.
func bytes(ofLetters text: String) throws -> [UInt8] {
  let alphabet = Array(
    "!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~")
  let values = try text.map { try #require(alphabet.firstIndex(of: $0)) }
  var bits: [Int] = []
  for start in stride(from: 0, to: values.count, by: 2) {
    let isPair = start + 1 < values.count
    let value = isPair ? 91 * values[start] + values[start + 1] : values[start]
    for place in (0..<(isPair ? 13 : 6)).reversed() { bits.append(value >> place & 1) }
  }
  return stride(from: 0, to: bits.count - 7, by: 8).map { start in
    UInt8(bits[start..<start + 8].reduce(0) { 2 * $0 + $1 })
  }
}

private func unpacked(_ packed: [UInt8], size: Int) -> [UInt8] {
  var unpacking = Unpacking(packed)
  return unpacking.unpacked(size: size)
}

private func noise(_ count: Int, seed: UInt64) -> [UInt8] {
  var generator = SplitMix64(seed: seed)
  return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
}

@Suite("Packing")
struct PackingTests {
  @Test("letters give back bytes of every length and every value")
  func lettersRoundTrip() throws {
    for count in 0...200 {
      let given = noise(count, seed: UInt64(count))
      #expect(try bytes(ofLetters: Letters.text(given)) == given)
    }
    for byte in UInt8.min...UInt8.max {
      #expect(try bytes(ofLetters: Letters.text([byte])) == [byte])
      #expect(try bytes(ofLetters: Letters.text([byte, byte, byte])) == [byte, byte, byte])
    }
  }

  @Test("letters take 16 bits for 13, and end nothing in HTML")
  func lettersAreFew() {
    let text = Letters.text(noise(13_000, seed: 1))
    #expect(text.utf8.count == 16_000)
    #expect(text.utf8.allSatisfy { $0 > 32 && $0 < 127 })
    #expect(!text.contains { "&<\\".contains($0) })
    // 13 bits of 1 are 8,191 = 90 · 91 + 1, and 3 bits of 1 at the end 0b111000 = 56, the letter 91.
    #expect(Letters.text([0xFF, 0xFF]) == "~\"[")
  }

  @Test("what is unpacked is what was packed")
  func packingRoundTrip() {
    let text = Array(String(repeating: "ett stycke text, åäö. ", count: 700).utf8)
    for given in [[], [7], text, noise(100_000, seed: 7), text + noise(30_000, seed: 8) + text] {
      #expect(unpacked(LZMA.packed(given), size: given.count) == given)
    }
    #expect(LZMA.packed(text).count * 50 < text.count)
  }

  @Test("the header tells how bytes are read, the window and the size")
  func header() {
    // lc 4, lp 0, pb 0; a window of 2^17 for 100,000 bytes, whose size is 0x186A0.
    let packed = LZMA.packed([UInt8](repeating: 65, count: 100_000))
    #expect(packed[..<13] == [4, 0, 0, 2, 0, 0xA0, 0x86, 1, 0, 0, 0, 0, 0])
  }

  @Test("parts stand one after the other, after a checksum of them all")
  func parts() throws {
    let content: [UInt8] =
      [2, 0, 0, 0, 1, 0, 0, 0, 97, 3, 0, 0, 0, 1, 2, 3] + [2, 0, 0, 0, 0xC3, 0xA5, 0, 0, 0, 0]
    let packed = try bytes(ofLetters: PageShell.packed([("a", [1, 2, 3]), ("å", [])]))
    #expect(unpacked(Array(packed[4...]), size: content.count) == content)
    // CRC-32 bit by bit.
    var checksum: UInt32 = .max
    for byte in content {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    #expect(Array(packed[..<4]) == [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: ~checksum >> $0) })
  }
}

@Suite("A module taken apart")
struct SplitModuleTests {
  /// Magic and version, a type, a function of it, then the function: one local, i32.const 7, local.set 0, block, br 0,
  /// end, local.get 0, i32.store align 2 offset 300 …
  private let before: [UInt8] = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0]
  private let body: [UInt8] = [
    1, 1, 127, 0x41, 7, 0x21, 0, 0x02, 0x40, 0x0C, 0, 0x0B, 0x20, 0, 0x20, 0, 0x36, 2, 0xAC, 2, 0x0B,
  ]

  private func module(_ body: [UInt8]) -> [UInt8] {
    before + [10, UInt8(body.count + 2), 1, UInt8(body.count)] + body + [11, 1, 0]
  }

  @Test("every number goes to its kind, and what is left is the module without its functions")
  func streams() {
    let parts = SplitModule.parts(module(body))
    let streams = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.bytes) })
    #expect(streams["motor"] == before + [10, 23, 11, 1, 0])
    #expect(streams["motor.place"] == [20, 0, 0, 0, 23, 0, 0, 0])
    #expect(streams["motor.code"] == [0x41, 0x21, 0x02, 0x0C, 0x0B, 0x20, 0x20, 0x36, 0x0B])
    #expect(streams["motor.locals"] == [1, 1, 1, 127])
    #expect(streams["motor.i32"] == [7])
    #expect(streams["motor.set"] == [0])
    // Local 0 was used last, both times.
    #expect(streams["motor.get"] == [1, 1])
    #expect(streams["motor.type"] == [0x40])
    #expect(streams["motor.branch"] == [0])
    #expect(streams["motor.align"] == [0])
    #expect(streams["motor.offset"] == [0xAC, 2])
    #expect(streams["motor.call"] == [])
  }

  @Test("a local that is read is told by how many others have been used since")
  func localsByUse() {
    // local.get 5, 3, 5, 200; local.set 7; local.get 3, 7; i32.load8_u aligned 0 and i32.load aligned 1.
    let body: [UInt8] =
      [0, 0x20, 5, 0x20, 3, 0x20, 5, 0x20, 0xC8, 1, 0x21, 7, 0x20, 3, 0x20, 7]
      + [0x2D, 0, 9, 0x28, 1, 8, 0x0B]
    let streams = Dictionary(
      uniqueKeysWithValues: SplitModule.parts(module(body)).map { ($0.name, $0.bytes) })
    // After 5 3 5 200 and 7 the order is 7 200 5 3.
    #expect(streams["motor.get"] == [0, 5, 0, 3, 2, 0, 0xC8, 1, 4, 2])
    #expect(streams["motor.set"] == [7])
    #expect(streams["motor.align"] == [0, 1])
    #expect(streams["motor.offset"] == [9, 8])
  }

  @Test("a module that is cut, or has an instruction that is not known, is left as it is")
  func leftAsItIs() {
    let whole = module(body)
    for end in 0..<(whole.count - 3) {
      #expect(SplitModule.parts(Array(whole[..<end])).map(\.bytes) == [Array(whole[..<end])])
    }
    // ref.null, a vector instruction, a size that is written longer than it must be.
    for wrong in [[0, 0xD0, 112, 0x1A, 0x0B], [0, 0xFD, 12, 0x0B], [0, 0xFC, 99, 0x0B]] as [[UInt8]] {
      #expect(SplitModule.parts(module(wrong)).map(\.bytes) == [module(wrong)])
    }
    let long: [UInt8] = before + [10, 6, 1, 0x83, 0x80, 0, 0, 0x0B]
    #expect(SplitModule.parts(long).map(\.bytes) == [long])
  }
}
