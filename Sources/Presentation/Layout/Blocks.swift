internal import Diagnostics

/// Headings, paragraphs, lists and tables in order: laid out as text for a terminal or as Markdown.
struct Blocks {
  struct Table {
    struct Column {
      var title: String
      var alignsRight = false
      /// May be broken into lines to make the table fit.
      var wraps = false
    }

    struct Row {
      var cells: [String]
      /// Whole sentences that belong to the row.
      var notes: [String] = []
      /// What stands between the row before and this one.
      var rule: String?
    }

    var columns: [Column]
    var rows: [Row] = []
    /// The column under which notes begin in text.
    var noteColumn = 0
  }

  private enum Block {
    case heading(String, level: Int)
    case paragraph(String)
    case list([String])
    case table(Table)
  }

  private var blocks: [Block] = []

  /// - Parameter level: 1 the whole page, 2 a section, 3 a part of one.
  mutating func heading(_ text: String, level: Int) { blocks.append(.heading(text, level: level)) }

  mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }

  mutating func list(_ entries: [String]) {
    if !entries.isEmpty { blocks.append(.list(entries)) }
  }

  mutating func table(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }

  // MARK: Text

  func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for block in blocks {
      switch block {
      case .heading(let text, let level):
        if level < 3 { page.gap() }
        page.gap()
        page.heading(text)
      case .paragraph(let text): page.paragraph(text)
      case .list(let entries):
        for entry in entries { page.paragraph("· " + entry, indent: 1, hanging: 2) }
        page.gap()
      case .table(let table):
        page.gap()
        write(table, to: &page)
        page.gap()
      }
    }
    return page.text
  }

  private func write(_ table: Table, to page: inout TextPage) {
    var text = TextTable(
      table.columns.map {
        TextTable.Column(title: $0.title, alignsRight: $0.alignsRight, wraps: $0.wraps)
      })
    text.noteColumn = table.noteColumn
    for row in table.rows {
      if let rule = row.rule { text.note("── " + rule + " ──") }
      text.add(row.cells)
      for note in row.notes { text.note(note) }
    }
    if text.write(to: &page) { return }
    // Too wide: each row as a paragraph, the headings beside the figures.
    for row in table.rows {
      if let rule = row.rule { page.paragraph("── " + rule + " ──") }
      let parts = zip(table.columns, row.cells).map { $0.title.isEmpty ? $1 : $0.title + " " + $1 }
      page.paragraph(parts.joined(separator: " · "), hanging: 2)
      for note in row.notes { page.paragraph(note, indent: 4) }
    }
  }

  // MARK: A page

  /// The same as blocks of a paper, the headings `level` levels further down.
  func paperBlocks(under level: Int) -> [PaperBlock] {
    var heading = ""
    return blocks.flatMap { block -> [PaperBlock] in
      switch block {
      case .heading(let text, let own):
        heading = text
        return [.heading(min(own + level, 6), text)]
      case .paragraph(let text): return [.paragraph(PaperParagraph(text))]
      case .list(let entries): return [.list(entries.map { [PaperRun(text: $0)] }, isNumbered: false)]
      case .table(let table): return paperBlocks(table, caption: heading)
      }
    }
  }

  /// Notes stand under the table, as in Markdown.
  private func paperBlocks(_ table: Table, caption: String) -> [PaperBlock] {
    var result = PaperTable(
      caption, table.columns.map { PaperTable.Column(title: $0.title, isNumber: $0.alignsRight) })
    result.hidesCaption = true
    var notes: [[PaperRun]] = []
    for row in table.rows {
      if let rule = row.rule { result.rows.append(PaperTable.Row([rule], isHeading: true)) }
      result.add(row.cells)
      for note in row.notes {
        notes.append([PaperRun(text: row.cells[table.noteColumn] + ": ", bold: true), PaperRun(text: note)])
      }
    }
    return [.table(result)] + (notes.isEmpty ? [] : [.list(notes, isNumbered: false)])
  }

  // MARK: Markdown

  /// CommonMark with tables.
  func markdown() -> String {
    blocks.map { block in
      switch block {
      case .heading(let text, let level):
        String(repeating: "#", count: level) + " " + MarkdownText.escaped(text) + "\n"
      case .paragraph(let text): MarkdownText.escaped(text) + "\n"
      case .list(let entries): MarkdownText.list(entries)
      case .table(let table): markdown(table)
      }
    }.joined(separator: "\n")
  }

  private func markdown(_ table: Table) -> String {
    var text = MarkdownText.table(
      table.columns.map { $0.title }, right: table.columns.map { $0.alignsRight },
      rows: table.rows.map { $0.cells })
    let notes = table.rows.flatMap { row in
      let name = row.cells[table.noteColumn]
      return (row.rule.map { [name + ": " + $0] } ?? []) + row.notes.map { name + ": " + $0 }
    }
    if !notes.isEmpty { text += "\n" + MarkdownText.list(notes) }
    return text
  }
}
