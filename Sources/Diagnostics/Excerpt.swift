/// The line where a span begins, as a terminal shows it, and the cells to underline.
struct Excerpt {
  var text: String
  var caretStart: Int
  var caretCount: Int

  private static let widest = 98
  private static let contextBefore = 30
  /// So far to each side the line is read: enough for any window, however long the line.
  private static let reach = 2_000
  private static let tabWidth = 4

  private struct Cell {
    var text: String
    var bytes: Range<Int>
    var column: Int
    var width: Int
  }

  /// Nil where there is no text to show.
  init?(of span: Span, in file: SourceFile) {
    let bytes = file.bytes
    guard !bytes.isEmpty else { return nil }
    let start = min(max(span.start.offset, 0), bytes.count)
    let window = Excerpt.lineWindow(bytes, around: start)
    let cells = Excerpt.cells(bytes, window.range)
    let lineWidth = cells.last.map { $0.column + $0.width } ?? 0

    let lastEnd = Excerpt.trimmedEnd(bytes, window.range)
    let end = min(span.end.line > span.start.line ? lastEnd : span.end.offset, window.range.upperBound)
    let first = cells.first { $0.bytes.upperBound > start }
    caretStart = first?.column ?? lineWidth
    let last = cells.last { $0.bytes.lowerBound < end }
    caretCount = max(1, (last.map { $0.column + $0.width } ?? 0) - caretStart)

    let fits = lineWidth <= Excerpt.widest && !window.cutBefore && !window.cutAfter
    let showsStart = !window.cutBefore && (fits || caretStart + caretCount <= Excerpt.widest)
    let from = showsStart ? 0 : max(0, caretStart - Excerpt.contextBefore)
    let shown = cells.filter { $0.column >= from && $0.column + $0.width <= from + Excerpt.widest }
    let shownStart = shown.first?.column ?? from
    let shownEnd = shown.last.map { $0.column + $0.width } ?? from
    let cutBefore = window.cutBefore || shownStart > 0
    let cutAfter = window.cutAfter || shownEnd < lineWidth
    var text = cutBefore ? "…" : ""
    for cell in shown { text += cell.text }
    if cutAfter { text += "…" }
    caretCount = max(1, min(caretCount, shownEnd - caretStart))
    caretStart += (cutBefore ? 1 : 0) - shownStart
    self.text = text
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func lineWindow(
    _ bytes: [UInt8], around start: Int
  ) -> (range: Range<Int>, cutBefore: Bool, cutAfter: Bool) {
    var low = start
    while low > 0, !isBreak(bytes[low - 1]), start - low < reach { low -= 1 }
    let cutBefore = low > 0 && !isBreak(bytes[low - 1])
    var high = start
    while high < bytes.count, !isBreak(bytes[high]), high - start < reach { high += 1 }
    let cutAfter = high < bytes.count && !isBreak(bytes[high])
    if cutBefore { while low < start, bytes[low] & 0xC0 == 0x80 { low += 1 } }
    if cutAfter { while high > start, bytes[high] & 0xC0 == 0x80 { high -= 1 } }
    if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { low = min(3, high) }
    return (low..<high, cutBefore, cutAfter)
  }

  private static func trimmedEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var scalars = String.UnicodeScalarView()
    var offsets: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: offset, end: range.upperBound)
      scalars.append(scalar.map { $0 == "\t" ? $0 : TerminalText.visible($0) } ?? "\u{FFFD}")
      offsets.append(offset)
      offset += length
    }
    offsets.append(range.upperBound)
    var result: [Cell] = []
    var column = 0
    var index = 0
    for character in String(scalars) {
      let count = character.unicodeScalars.count
      let isTab = character == "\t"
      let width = isTab ? tabWidth - column % tabWidth : TerminalText.width(character)
      result.append(
        Cell(
          text: isTab ? String(repeating: " ", count: width) : String(character),
          bytes: offsets[index]..<offsets[index + count], column: column, width: width))
      column += width
      index += count
    }
    return result
  }
}
