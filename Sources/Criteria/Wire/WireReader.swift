import Diagnostics
import ExactNumbers
import FEEL

/// Reads what `WireWriter` writes. The first thing that cannot be so is remembered and everything after it reads as
/// zeros, so that reading goes on without asking after each step, and ends: a zero is a leaf everywhere, and no count
/// is larger than the bytes that are left.
final class WireReader {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var isDamaged = false
  private var allStrings: [String] = []
  private var types: [FeelType] = []
  /// How many nodes each type has in all: types share parts, and few bytes could make a tree without end.
  private var typeSizes: [Int] = []
  private var rangeStart = 0
  private var spanStart = Position.start
  private(set) var rulesSource = SourceID(index: 0)
  private(set) var formSource = SourceID(index: 0)
  /// How many sources the rules name, once they are read.
  var sourceCount = 0
  /// Entries of offset maps that may still be made.
  private var offsetsLeft = 4_000_000
  var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  func fail() {
    isDamaged = true
    offset = bytes.count
  }

  // MARK: Numbers

  private func number() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    fail()
    return 0
  }

  /// From 0 up to and without `limit`; 0 where there is none.
  func index(_ limit: Int) -> Int {
    let number = number()
    if number < UInt64(limit) { return Int(number) }
    fail()
    return 0
  }

  /// Of things that take a byte each or more.
  func count() -> Int {
    let number = number()
    if number <= UInt64(bytes.count - offset) { return Int(number) }
    fail()
    return 0
  }

  func flag() -> Bool { index(2) == 1 }

  func signed() -> Int64 {
    let number = number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  func integer() -> Int {
    if let number = Int(exactly: signed()) { return number }
    fail()
    return 0
  }

  func rational() -> Rational {
    if let number = Rational(string()) { return number }
    fail()
    return .zero
  }

  func decimal() -> Decimal {
    if let number = Decimal(string()) { return number }
    fail()
    return .zero
  }

  func date() -> CalendarDate? {
    if let date = CalendarDate(string()) { return date }
    fail()
    return nil
  }

  // MARK: Texts

  func string() -> String {
    let place = index(allStrings.count)
    return place < allStrings.count ? allStrings[place] : ""
  }

  func text() -> Text { Text(sv: string(), en: optional { $0.string() }) }

  func words() -> Words { Words(sv: string(), en: string()) }

  func strings() -> [String] { list { $0.string() } }

  // MARK: Several

  func optional<T>(_ read: (WireReader) -> T) -> T? { flag() ? read(self) : nil }

  func list<T>(_ read: (WireReader) -> T) -> [T] {
    var values: [T] = []
    for _ in 0..<count() {
      values.append(read(self))
      if isDamaged { break }
    }
    return values
  }

  func dictionary<T>(_ read: (WireReader) -> T) -> [String: T] {
    var values: [String: T] = [:]
    for _ in 0..<count() {
      let key = string()
      values[key] = read(self)
    }
    return values
  }

  // MARK: Places

  func span() -> Span {
    let source = flag() ? formSource : rulesSource
    let start = position(after: spanStart)
    spanStart = start
    return Span(source: source, start: start, end: position(after: start))
  }

  private func position(after other: Position) -> Position {
    Position(
      line: other.line &+ integer(), column: other.column &+ integer(), offset: other.offset &+ integer())
  }

  func range() -> TextRange {
    let start = rangeStart &+ integer()
    rangeStart = start
    return TextRange(start, start &+ integer())
  }

  func offsets(from start: Position) -> OffsetMap {
    var table: [Position] = []
    var last = start
    for _ in 0..<count() {
      let repeats = index(offsetsLeft)
      offsetsLeft -= repeats
      let line = integer()
      let column = integer()
      let offset = integer()
      for _ in 0..<repeats {
        last = Position(
          line: last.line &+ line, column: last.column &+ column, offset: last.offset &+ offset)
        table.append(last)
      }
    }
    return OffsetMap(table: table)
  }

  // MARK: Tables

  /// Strings, the two files and types: what everything else refers to.
  func tables(_ sources: inout SourceMap) {
    for _ in 0..<count() {
      let length = count()
      // INVARIANT: a count is at most the bytes that are left.
      guard let string = String(validating: bytes[offset..<offset + length], as: UTF8.self) else {
        return fail()
      }
      offset += length
      allStrings.append(string)
    }
    guard allStrings.count >= 2 else { return fail() }
    rulesSource = sources.add(SourceFile(path: allStrings[0], bytes: []))
    formSource = sources.add(SourceFile(path: allStrings[1], bytes: []))
    for _ in 0..<count() {
      var size = 1
      let type = declaredType(&size)
      if size > 100_000 { return fail() }
      types.append(type)
      typeSizes.append(size)
    }
  }

  func type() -> FeelType {
    var size = 0
    return part(&size)
  }

  /// A type that is already there.
  private func part(_ size: inout Int) -> FeelType {
    let place = index(types.count)
    guard place < types.count else { return .any }
    // The bytes that are left bound how often this is done, and so the sum.
    size += typeSizes[place]
    return types[place]
  }

  private func declaredType(_ size: inout Int) -> FeelType {
    switch index(13) {
    case 1: return .null
    case 2: return .boolean
    case 3: return .string
    case 4: return .date
    case 5: return .yearsMonths
    case 6: return .daysTime
    case 7: return .number(unit: optional { $0.string() })
    case 8: return .choice(strings())
    case 9: return .list(part(&size))
    case 10: return .range(part(&size))
    case 11:
      var members: [FeelType.Member] = []
      for _ in 0..<count() {
        let name = string()
        let type = part(&size)
        members.append(FeelType.Member(name: name, type: type, label: optional { $0.words() }))
        if size > 100_000 { fail() }
      }
      return .context(members)
    case 12:
      var parameters: [FeelType] = []
      for _ in 0..<count() {
        parameters.append(part(&size))
        if size > 100_000 { fail() }
      }
      return .function(parameters, returns: part(&size))
    default: return .any
    }
  }
}
