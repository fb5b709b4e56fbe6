public import Diagnostics

/// A source text with places marked by keycap digits (`1️⃣` … `9️⃣`, `0️⃣`), so that a test shows where it expects
/// something instead of counting bytes:
///
///     let marked = Marked("1️⃣atagande2️⃣ = \"avtal\"")
///     marked.text        // atagande = "avtal"
///     marked.offset(2)   // 8
public struct Marked: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text without its markers.
  public let text: String
  /// Where each marker stood, in UTF-8 bytes from the start of `text`.
  public let offsets: [Int: Int]

  /// A marker that stands twice is a mistake in the test and stops it.
  public init(_ source: String) {
    var text: [UInt8] = []
    var offsets: [Int: Int] = [:]
    let scalars = Array(source.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if index + 2 < scalars.count, scalars[index + 1] == "\u{FE0F}", scalars[index + 2] == "\u{20E3}",
        ("0"..."9").contains(scalars[index])
      {
        let marker = Int(scalars[index].value - 0x30)
        precondition(offsets[marker] == nil, "marker \(marker) stands twice")
        offsets[marker] = text.count
        index += 3
      } else {
        text.append(contentsOf: String(scalars[index]).utf8)
        index += 1
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.offsets = offsets
  }

  public init(stringLiteral source: String) { self.init(source) }

  /// The markers that stand in the text, in ascending order.
  public var markers: [Int] { offsets.keys.sorted() }

  /// UTF-8 bytes from the start of `text` to the marker. A marker that is not there stops the test.
  public func offset(_ marker: Int) -> Int {
    guard let offset = offsets[marker] else { preconditionFailure("no marker \(marker) in: \(text)") }
    return offset
  }

  /// The stretch between two markers, in UTF-8 bytes.
  public func range(_ first: Int, _ last: Int) -> Range<Int> { offset(first)..<offset(last) }

  /// The marker as a place in a file that holds `text`: 1-based line and column, columns in Unicode scalars.
  public func position(_ marker: Int) -> Position {
    let offset = offset(marker)
    let before = String(decoding: Array(text.utf8).prefix(offset), as: UTF8.self)
    var line = 1
    var column = 1
    for scalar in before.unicodeScalars {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return Position(line: line, column: column, offset: offset)
  }
}
