import Diagnostics
import ExactNumbers
import FEEL

/// Writes the parts that everything in compiled rules is made of.
struct WireWriter {
  private var body: [UInt8] = []
  private var allStrings: [String] = []
  private var stringPlaces: [String: Int] = [:]
  private var types: [[UInt8]] = []
  private var typePlaces: [[UInt8]: Int] = [:]
  private let rulesSource: SourceID
  /// Where the last range began: the next is written as the way from there.
  private var rangeStart = 0
  private var spanStart = Position.start

  init(_ ruleset: Ruleset, rulesPath: String, formPath: String) {
    rulesSource = ruleset.source
    // The first two strings are the files' paths.
    allStrings = [rulesPath, formPath]
    stringPlaces = [rulesPath: 0]
    stringPlaces[formPath] = 1
  }

  /// Tables first, so that reading goes forward only.
  func finished() -> [UInt8] {
    var whole: [UInt8] = []
    WireWriter.append(allStrings.count, to: &whole)
    for string in allStrings {
      WireWriter.append(string.utf8.count, to: &whole)
      whole += Array(string.utf8)
    }
    WireWriter.append(types.count, to: &whole)
    for type in types { whole += type }
    return whole + body
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    append(UInt64(number), to: &bytes)
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  // MARK: Numbers

  /// Not negative.
  mutating func count(_ number: Int) { WireWriter.append(number, to: &body) }

  mutating func signed(_ number: Int64) {
    WireWriter.append(UInt64(bitPattern: number << 1 ^ number >> 63), to: &body)
  }

  mutating func signed(_ number: Int) { signed(Int64(number)) }

  mutating func flag(_ flag: Bool) { count(flag ? 1 : 0) }

  mutating func rational(_ number: Rational) { string(number.text) }

  mutating func decimal(_ number: Decimal) { string(number.text) }

  mutating func date(_ date: CalendarDate) { string(date.text) }

  // MARK: Texts

  mutating func string(_ string: String) { count(place(of: string)) }

  private mutating func place(of string: String) -> Int {
    if let place = stringPlaces[string] { return place }
    stringPlaces[string] = allStrings.count
    allStrings.append(string)
    return allStrings.count - 1
  }

  mutating func text(_ text: Text) {
    string(text.sv)
    optional(text.en) { $0.string($1) }
  }

  mutating func words(_ words: Words) {
    string(words.sv)
    string(words.en)
  }

  // MARK: Several

  mutating func optional<T>(_ value: T?, _ write: (inout WireWriter, T) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<T>(_ values: [T], _ write: (inout WireWriter, T) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }

  mutating func strings(_ values: [String]) { list(values) { $0.string($1) } }

  /// By rising keys, so that the same rules always give the same bytes.
  mutating func dictionary<T>(_ values: [String: T], _ write: (inout WireWriter, T) -> Void) {
    list(values.sorted { $0.key < $1.key }) { writer, entry in
      writer.string(entry.key)
      write(&writer, entry.value)
    }
  }

  // MARK: Places

  mutating func span(_ span: Span) {
    flag(span.source != rulesSource)
    position(span.start, after: spanStart)
    position(span.end, after: span.start)
    spanStart = span.start
  }

  private mutating func position(_ position: Position, after other: Position) {
    signed(position.line - other.line)
    signed(position.column - other.column)
    signed(position.offset - other.offset)
  }

  mutating func range(_ range: TextRange) {
    signed(range.start - rangeStart)
    signed(range.end - range.start)
    rangeStart = range.start
  }

  /// As stretches of equal steps: along a line every byte of ASCII is one step of one column.
  mutating func offsets(_ map: OffsetMap, from start: Position) {
    var steps: [(step: [Int], count: Int)] = []
    var last = start
    for position in map.table {
      let step = [
        position.line - last.line, position.column - last.column, position.offset - last.offset,
      ]
      if let previous = steps.last, previous.step == step {
        steps[steps.count - 1].count += 1
      } else {
        steps.append((step, 1))
      }
      last = position
    }
    list(steps) { writer, stretch in
      writer.count(stretch.count)
      for part in stretch.step { writer.signed(part) }
    }
  }

  // MARK: Types

  mutating func type(_ type: FeelType) { count(place(of: type)) }

  /// A type's bytes name the types that it is made of by their places, so that equal types get one place.
  private mutating func place(of type: FeelType) -> Int {
    var bytes: [UInt8] = []
    func add(_ number: Int) { WireWriter.append(number, to: &bytes) }
    switch type {
    case .any: add(0)
    case .null: add(1)
    case .boolean: add(2)
    case .string: add(3)
    case .date: add(4)
    case .yearsMonths: add(5)
    case .daysTime: add(6)
    case .number(let unit):
      add(7)
      add(unit == nil ? 0 : 1)
      if let unit { add(place(of: unit)) }
    case .choice(let choices):
      add(8)
      add(choices.count)
      for choice in choices { add(place(of: choice)) }
    case .list(let element):
      add(9)
      add(place(of: element))
    case .range(let element):
      add(10)
      add(place(of: element))
    case .context(let members):
      add(11)
      add(members.count)
      for member in members {
        add(place(of: member.name))
        add(place(of: member.type))
        add(member.label == nil ? 0 : 1)
        if let label = member.label {
          add(place(of: label.sv))
          add(place(of: label.en))
        }
      }
    case .function(let parameters, let result):
      add(12)
      add(parameters.count)
      for parameter in parameters { add(place(of: parameter)) }
      add(place(of: result))
    }
    if let place = typePlaces[bytes] { return place }
    typePlaces[bytes] = types.count
    types.append(bytes)
    return types.count - 1
  }
}
