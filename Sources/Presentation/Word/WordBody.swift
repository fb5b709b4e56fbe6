internal import Diagnostics

/// The blocks of a paper as WordprocessingML.
struct WordBody {
  private(set) var markup = Markup()
  private(set) var numberedLists = 0
  private var drawings = 0
  private var breaksPage = false
  private let language: Language
  private let phrases: PaperPhrases

  /// The width between the margins, in twentieths of a point.
  private static let width = 9_638

  init(_ language: Language) {
    self.language = language
    phrases = PaperPhrases(language)
  }

  mutating func add(_ block: PaperBlock) {
    switch block {
    case .heading(let level, let words, _): paragraph("Heading\(level)", [PaperRun(text: words)])
    case .paragraph(let paragraph): self.paragraph(style(paragraph.role), paragraph.runs)
    case .list(let items, let isNumbered):
      if isNumbered { numberedLists += 1 }
      for item in items { paragraph("ListItem", item, list: isNumbered ? numberedLists + 1 : 1) }
    case .table(let table): self.table(table)
    case .picture(let picture):
      paragraph("Caption", [PaperRun(text: picture.caption)])
      drawings += 1
      markup.raw(
        WordDrawing(id: drawings, isSmall: picture.isSmall).paragraph(picture, fallback: phrases.seeTable))
      var table = picture.table
      table.hidesCaption = true
      self.table(table)
    case .pageBreak: breaksPage = true
    case .part(_, let blocks): for block in blocks { add(block) }
    }
  }

  private func style(_ role: PaperParagraph.Role) -> String? {
    switch role {
    case .body: nil
    case .note: "Note"
    case .prompt: "Prompt"
    case .stamp: "Stamp"
    case .lead: "Lead"
    }
  }

  private mutating func paragraph(_ style: String?, _ runs: [PaperRun], list: Int? = nil) {
    markup.open("w:p")
    markup.open("w:pPr")
    if let style { markup.empty("w:pStyle", [("w:val", style)]) }
    if breaksPage { markup.empty("w:pageBreakBefore") }
    if let list {
      markup.raw("<w:numPr><w:ilvl w:val=\"0\"/>")
      markup.empty("w:numId", [("w:val", String(list))])
      markup.raw("</w:numPr>")
    }
    breaksPage = false
    markup.close("w:pPr")
    for run in runs { WordBody.run(run, &markup) }
    markup.close("w:p")
  }

  static func run(_ run: PaperRun, _ markup: inout Markup) {
    markup.open("w:r")
    if run.bold || run.italic {
      markup.raw(
        "<w:rPr>" + (run.bold ? "<w:b/><w:bCs/>" : "") + (run.italic ? "<w:i/><w:iCs/>" : "") + "</w:rPr>")
    }
    for (index, line) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { markup.empty("w:br") }
      markup.leaf("w:t", String(line), [("xml:space", "preserve")])
    }
    markup.close("w:r")
  }

  // MARK: Tables

  private mutating func table(_ table: PaperTable) {
    if !table.hidesCaption { paragraph("Caption", [PaperRun(text: table.caption)]) }
    let shares = max(1, table.columns.reduce(0) { $0 + $1.share })
    let widths = table.columns.map { WordBody.width * $0.share / shares }
    markup.open("w:tbl")
    markup.open("w:tblPr")
    markup.empty("w:tblStyle", [("w:val", "PaperTable")])
    markup.raw("<w:tblW w:w=\"\(WordBody.width)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
    markup.raw(
      "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:firstColumn=\"\(table.hasRowHeaders ? 1 : 0)\"/>")
    markup.empty("w:tblCaption", [("w:val", oneLine(table.caption, limit: 250))])
    markup.close("w:tblPr")
    markup.element("w:tblGrid") { markup in
      for width in widths { markup.empty("w:gridCol", [("w:w", String(width))]) }
    }
    row(table, table.columns.map { $0.title }, widths, .header)
    for entry in table.rows {
      row(
        table, entry.cells, entry.isHeading ? [WordBody.width] : widths,
        entry.isHeading ? .group : entry.isTotal ? .total : .body, isBelowLine: entry.isBelowLine)
    }
    markup.close("w:tbl")
    // Without a paragraph between them two tables would grow together.
    markup.raw("<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>")
  }

  private enum RowKind { case header, group, body, total }

  private mutating func row(
    _ table: PaperTable, _ cells: [String], _ widths: [Int], _ kind: RowKind, isBelowLine: Bool = false
  ) {
    markup.open("w:tr")
    markup.raw("<w:trPr><w:cantSplit/>" + (kind == .header ? "<w:tblHeader/>" : "") + "</w:trPr>")
    for (index, cell) in cells.enumerated() where index < widths.count {
      markup.open("w:tc")
      markup.open("w:tcPr")
      markup.raw("<w:tcW w:w=\"\(widths[index])\" w:type=\"dxa\"/>")
      if kind == .group { markup.empty("w:gridSpan", [("w:val", String(table.columns.count))]) }
      if isBelowLine {
        markup.raw(
          "<w:tcBorders><w:top w:val=\"single\" w:sz=\"18\" w:space=\"0\" w:color=\"B00020\"/></w:tcBorders>")
      }
      if kind == .header || kind == .group {
        markup.raw(
          "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(kind == .header ? "E8EDF3" : "F3F4F6")\"/>")
      }
      markup.close("w:tcPr")
      let isBold = kind != .body || (index == 0 && table.hasRowHeaders)
      let alignsRight = kind != .group && table.columns[index].isNumber
      markup.raw("<w:p><w:pPr><w:pStyle w:val=\"\(table.isCompact ? "TableSmall" : "TableText")\"/>")
      if kind == .header || kind == .group { markup.raw("<w:keepNext/>") }
      if alignsRight { markup.raw("<w:jc w:val=\"right\"/>") }
      markup.raw("</w:pPr>")
      WordBody.run(PaperRun(text: cell, bold: isBold), &markup)
      markup.raw("</w:p>")
      markup.close("w:tc")
    }
    markup.close("w:tr")
  }
}
