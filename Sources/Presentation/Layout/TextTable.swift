internal import Diagnostics

/// A table for a terminal: a header, rows of cells, and lines that belong to a row and run across the columns.
struct TextTable {
  struct Column {
    var title: String
    var alignsRight = false
    /// May be broken into lines to make the table fit.
    var wraps = false
    /// Not wider than this, as long as no word is.
    var limit: Int?
  }

  private enum Row {
    case cells([String])
    case note(String)
  }

  let columns: [Column]
  /// Cells between columns.
  var gap = 2
  /// Cells before the first column.
  var indent = 0
  /// The column under which notes begin.
  var noteColumn = 0
  var hasHeader = true
  private var rows: [Row] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// One text for each column.
  mutating func add(_ cells: [String]) {
    rows.append(.cells(cells.map { TerminalText.visible($0) }))
  }

  /// A line under the row added last.
  mutating func note(_ text: String) { rows.append(.note(TerminalText.visible(text))) }

  /// Lays the table out; false, and nothing added, where it does not fit the page.
  func write(to page: inout TextPage) -> Bool {
    guard let widths = widths(within: page.width) else { return false }
    if hasHeader {
      for line in lines(columns.map { $0.title }, widths, bottom: true) { page.append(line) }
    }
    for row in rows {
      switch row {
      case .cells(let cells): for line in lines(cells, widths, bottom: false) { page.append(line) }
      case .note(let text):
        var start = indent
        for width in widths.prefix(noteColumn) { start += width + gap }
        let room = max(page.width - start, 30)
        for line in Wrapping.lines(text, width: room) {
          page.append(String(repeating: " ", count: start) + line)
        }
      }
    }
    return true
  }

  /// Each column as wide as its widest text, headings broken into words; then columns that may wrap give way, the
  /// widest first.
  private func widths(within limit: Int) -> [Int]? {
    var widths = columns.map { hasHeader ? Wrapping.longestWord($0.title) : 0 }
    var least = widths
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        widths[index] = max(widths[index], TerminalText.width(of: cell))
        let floor = columns[index].wraps ? Wrapping.longestWord(cell) : TerminalText.width(of: cell)
        least[index] = max(least[index], floor)
      }
    }
    for (index, column) in columns.enumerated() {
      if let most = column.limit { widths[index] = min(widths[index], max(most, least[index])) }
    }
    if hasHeader { makeRoomForHeadings(&widths, limit) }
    while total(widths) > limit {
      var widest: Int?
      for index in columns.indices where columns[index].wraps && widths[index] > least[index] {
        if widest.map({ widths[index] > widths[$0] }) ?? true { widest = index }
      }
      guard let widest else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// Widens the columns whose headings are broken into most lines, as long as there is room.
  private func makeRoomForHeadings(_ widths: inout [Int], _ limit: Int) {
    var room = limit - total(widths)
    while room > 0 {
      var tallest: Int?
      var height = 1
      for (index, column) in columns.enumerated() {
        let lines = Wrapping.lines(column.title, width: widths[index]).count
        if lines > height { (tallest, height) = (index, lines) }
      }
      guard let tallest else { return }
      widths[tallest] += 1
      room -= 1
    }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(indent + gap * (columns.count - 1), +)
  }

  /// A row's lines; headings stand at the bottom of theirs, cells at the top.
  private func lines(_ cells: [String], _ widths: [Int], bottom: Bool) -> [String] {
    var wrapped: [[String]] = []
    for (cell, width) in zip(cells, widths) { wrapped.append(Wrapping.lines(cell, width: width)) }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    var lines: [String] = []
    for number in 0..<height {
      var line = String(repeating: " ", count: indent)
      for (index, parts) in wrapped.enumerated() {
        let place = bottom ? number - (height - parts.count) : number
        let text = parts.indices.contains(place) ? parts[place] : ""
        if index > 0 { line += String(repeating: " ", count: gap) }
        line += Wrapping.padded(text, to: widths[index], right: columns[index].alignsRight)
      }
      lines.append(line)
    }
    return lines
  }
}
