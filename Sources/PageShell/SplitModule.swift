/// A WebAssembly module taken apart: its instructions by themselves, and the numbers that follow them by what they are
/// of. Packed so the engine is a seventh smaller. `module.js` puts it together again.
///
/// Only what the engine is built of is known: a module with other instructions is left as it is.
struct SplitModule {
  /// In the order in which they are packed.
  private enum Stream: Int {
    case code, locals, type, branch, call, get, set, global, align, offset, i32, i64, other, bytes

    static let names = [
      "code", "locals", "type", "branch", "call", "get", "set", "global", "align", "offset", "i32", "i64",
      "other", "bytes",
    ]
  }

  /// What follows an instruction: a number in LEB128, or bytes as they are.
  private enum Part {
    case number(Stream)
    case bytes(Int)
  }

  private struct Unknown: Error {}

  private let module: [UInt8]
  private var place = 0
  private var streams: [[UInt8]] = Stream.names.map { _ in [] }
  /// A function's locals, the one that was read or set last first.
  private var recent: [Int] = []

  private init(_ module: [UInt8]) { self.module = module }

  /// The module as parts `motor…`.
  static func parts(_ module: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var split = SplitModule(module)
    guard let section = try? split.codeSection(), (try? split.split(section)) != nil else {
      return [("motor", module)]
    }
    var places: [UInt8] = []
    for value in [section.lowerBound, section.count] {
      places += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    let rest = Array(module[..<section.lowerBound] + module[section.upperBound...])
    return [("motor", rest), ("motor.place", places)]
      + zip(Stream.names, split.streams).map { ("motor." + $0, $1) }
  }

  /// Where the content of the section of functions is.
  private mutating func codeSection() throws(Unknown) -> Range<Int> {
    place = 8
    while true {
      let kind = try byte()
      let size = try number(nil)
      guard size <= module.count - place else { throw Unknown() }
      if kind == 10 { return place..<(place + size) }
      place += size
    }
  }

  private mutating func split(_ section: Range<Int>) throws(Unknown) {
    place = section.lowerBound
    for _ in 0..<(try number(.locals)) {
      let start = place
      let size = try number(nil)
      // Its size is written anew when the module is put together, as short as can be.
      guard place - start == Self.bytesOfNumber(size), size <= section.upperBound - place else {
        throw Unknown()
      }
      let end = place + size
      for _ in 0..<(try number(.locals)) {
        _ = try number(.locals)
        try copy(.locals)
      }
      recent = []
      var depth = 1
      while depth > 0 { depth += try instruction() }
      guard place == end else { throw Unknown() }
    }
    guard place == section.upperBound else { throw Unknown() }
  }

  /// How much deeper what follows it lies.
  private mutating func instruction() throws(Unknown) -> Int {
    let code = try byte()
    append(code, to: .code)
    switch code {
    case 0x0E:
      for _ in 0...(try number(.branch)) { _ = try number(.branch) }
    case 0x20: try localRead()
    case 0x21, 0x22: moveToFront(try number(.set))
    case 0x28...0x3E:
      // Nearly always what is natural for its size.
      let aligned = try byte()
      let natural = Self.naturalAlignment[Int(code) - 0x28]
      guard aligned <= natural else { throw Unknown() }
      append(natural - aligned, to: .align)
      _ = try number(.offset)
    case 0xFC:
      let second = try byte()
      append(second, to: .code)
      guard let parts = Self.partsAfterPrefix(second) else { throw Unknown() }
      try take(parts)
    default:
      guard let parts = Self.parts(after: code) else { throw Unknown() }
      try take(parts)
    }
    return code == 0x0B ? -1 : 0x02...0x04 ~= code ? 1 : 0
  }

  private mutating func take(_ parts: [Part]) throws(Unknown) {
    for part in parts {
      switch part {
      case .number(let stream): _ = try number(stream)
      case .bytes(let count): for _ in 0..<count { try copy(.bytes) }
      }
    }
  }

  /// WebAssembly Core Specification, section 5.4.
  private static func parts(after code: UInt8) -> [Part]? {
    switch code {
    case 0x00, 0x01, 0x05, 0x0B, 0x0F, 0x1A, 0x1B, 0x45...0xC4: []
    case 0x02...0x04: [.number(.type)]
    case 0x0C, 0x0D: [.number(.branch)]
    case 0x10: [.number(.call)]
    case 0x11: [.number(.call), .number(.call)]
    case 0x23, 0x24: [.number(.global)]
    case 0x3F, 0x40: [.bytes(1)]
    case 0x41: [.number(.i32)]
    case 0x42: [.number(.i64)]
    case 0x43: [.bytes(4)]
    case 0x44: [.bytes(8)]
    default: nil
    }
  }

  /// Of loads and stores, from 0x28 on, as powers of two.
  private static let naturalAlignment: [UInt8] = [
    2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2,
  ]

  /// A local that is read has mostly just been used: what is packed is how many others have been since, plus one; 0 and
  /// the local where it has not been used.
  private mutating func localRead() throws(Unknown) {
    let start = place
    let local = try number(nil)
    guard place - start == Self.bytesOfNumber(local) else { throw Unknown() }
    if let rank = recent.firstIndex(of: local) {
      append(number: rank + 1, to: .get)
    } else {
      append(number: 0, to: .get)
      append(number: local, to: .get)
    }
    moveToFront(local)
  }

  private mutating func moveToFront(_ local: Int) {
    if let rank = recent.firstIndex(of: local) { recent.remove(at: rank) }
    recent.insert(local, at: 0)
  }

  private static func partsAfterPrefix(_ code: UInt8) -> [Part]? {
    switch code {
    case 0...7: []
    case 8: [.number(.other), .bytes(1)]
    case 9: [.number(.other)]
    case 10: [.bytes(2)]
    case 11: [.bytes(1)]
    default: nil
    }
  }

  // MARK: Bytes

  private mutating func byte() throws(Unknown) -> UInt8 {
    guard place < module.count else { throw Unknown() }
    defer { place += 1 }
    return module[place]
  }

  private mutating func append(_ byte: UInt8, to stream: Stream) {
    streams[stream.rawValue].append(byte)
  }

  private mutating func append(number: Int, to stream: Stream) {
    var left = number
    while left > 127 {
      append(UInt8(left & 127 | 128), to: stream)
      left >>= 7
    }
    append(UInt8(left), to: stream)
  }

  private mutating func copy(_ stream: Stream) throws(Unknown) { append(try byte(), to: stream) }

  /// A number in LEB128, which goes to `stream` as it stands. What it is matters only of those without a sign.
  private mutating func number(_ stream: Stream?) throws(Unknown) -> Int {
    var value = 0
    var shift = 0
    while true {
      let next = try byte()
      if let stream { append(next, to: stream) }
      if shift < 63 { value |= Int(next & 127) << shift }
      shift += 7
      if next < 128 { return value }
    }
  }

  private static func bytesOfNumber(_ value: Int) -> Int {
    var bytes = 1
    var left = value >> 7
    while left > 0 {
      bytes += 1
      left >>= 7
    }
    return bytes
  }
}
