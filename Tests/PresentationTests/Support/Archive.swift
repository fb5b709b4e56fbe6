import Foundation

/// Reads a ZIP archive back, by its directory at the end. Knows stored entries and one block of fixed codes (RFC 1951),
/// which is what ours are made of.
struct Archive {
  struct Entry {
    var name: String
    var content: [UInt8]
    var isDeflated: Bool
    var sum: UInt32
  }

  let entries: [Entry]

  enum Failure: Error { case broken(String) }

  init(_ bytes: [UInt8]) throws {
    func number(_ at: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Failure.broken("no end") }
    var entries: [Entry] = []
    var at = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(at, 4) == 0x0201_4B50 else { throw Failure.broken("no directory entry") }
      let (method, packed, size) = (number(at + 10, 2), number(at + 20, 4), number(at + 24, 4))
      let length = number(at + 28, 2)
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + length)], as: UTF8.self)
      let local = number(at + 42, 4)
      guard number(local, 4) == 0x0403_4B50 else { throw Failure.broken("no local entry") }
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let data = Array(bytes[start..<(start + packed)])
      let content = method == 8 ? try Inflate.content(data) : data
      guard content.count == size else {
        throw Failure.broken("\(name) has \(content.count) bytes, not \(size)")
      }
      entries.append(
        Entry(name: name, content: content, isDeflated: method == 8, sum: UInt32(number(at + 16, 4))))
      at += 46 + length + number(at + 30, 2) + number(at + 32, 2)
    }
    self.entries = entries
  }

  func text(_ name: String) throws -> String {
    guard let entry = entries.first(where: { $0.name == name }) else { throw Failure.broken("no \(name)") }
    return String(decoding: entry.content, as: UTF8.self)
  }
}

/// The other way round from `Deflate`, from the tables of RFC 1951.
enum Inflate {
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceExtra = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]

  static func content(_ bytes: [UInt8]) throws -> [UInt8] {
    var at = 0
    func bit() -> Int {
      defer { at += 1 }
      return at / 8 < bytes.count ? Int(bytes[at / 8] >> (at % 8)) & 1 : 0
    }
    func bits(_ count: Int) -> Int { (0..<count).reduce(0) { $0 | bit() << $1 } }
    func code(_ count: Int, _ start: Int = 0) -> Int {
      (0..<count).reduce(start) { value, _ in value << 1 | bit() }
    }
    guard bits(1) == 1, bits(2) == 1 else { throw Archive.Failure.broken("not one block of fixed codes") }
    var output: [UInt8] = []
    while at < bytes.count * 8 {
      let seven = code(7)
      var symbol: Int
      if seven < 0x18 {
        symbol = 256 + seven
      } else {
        let eight = code(1, seven)
        if eight < 0xC0 {
          symbol = eight - 0x30
        } else if eight < 0xC8 {
          symbol = 280 + eight - 0xC0
        } else {
          symbol = 144 + code(1, eight) - 0x190
        }
      }
      if symbol < 256 {
        output.append(UInt8(symbol))
      } else if symbol == 256 {
        return output
      } else {
        symbol -= 257
        let length = lengthBase[symbol] + bits(lengthExtra[symbol])
        let distance = code(5)
        let back = distanceBase[distance] + bits(distanceExtra[distance])
        guard back <= output.count else { throw Archive.Failure.broken("before the start") }
        for _ in 0..<length { output.append(output[output.count - back]) }
      }
    }
    throw Archive.Failure.broken("no end of block")
  }
}
