internal import Diagnostics

/// An Excel workbook (ECMA-376, transitional) written in memory. Words are inline strings, which no program takes
/// for formulas; formulas are of our own making and carry the value that they have.
struct Workbook {
  struct Sheet {
    /// At most 31 letters, of our own choosing.
    var name: String
    /// In letters' widths.
    var widths: [Int]
    /// These rows stay while the others scroll, and are repeated on every printed page.
    var headerRows = 1
    var rows: [[Cell]]
  }

  enum Cell {
    case empty
    case text(String, Style = .plain)
    /// Digits with a decimal point.
    case number(String, Style = .plain)
    /// Without `=`, with its value.
    case formula(String, value: String, Style = .plain)
  }

  enum Style: Int {
    case plain, header, bold, wrapped, oneDecimal, whole, boldDecimal
  }

  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  let language: Language
  let title: String
  var sheets: [Sheet]

  func bytes() -> [UInt8] {
    var archive = ZIPArchive()
    archive.add("[Content_Types].xml", contentTypes)
    archive.add(
      "_rels/.rels",
      PackageRelations.xml([(WordDocument.relationships + "/officeDocument", "xl/workbook.xml")]))
    archive.add("xl/workbook.xml", workbook)
    archive.add("xl/_rels/workbook.xml.rels", relations)
    archive.add("xl/styles.xml", styles)
    for (index, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/sheet\(index + 1).xml", xml(sheet))
    }
    return archive.finished()
  }

  /// `A`, `B`, … `Z`, `AA`, …, from 0.
  static func column(_ index: Int) -> String {
    var name = ""
    var rest = index + 1
    while rest > 0 {
      let letter = (rest - 1) % 26
      name = String(UnicodeScalar(UInt8(65 + letter))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  // MARK: Parts

  private func xml(_ sheet: Sheet) -> String {
    WordDocument.xml { markup in
      markup.element("worksheet", [("xmlns", Self.namespace)]) { markup in
        markup.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
        markup.element("sheetViews") { markup in
          markup.element("sheetView", [("workbookViewId", "0")]) { markup in
            if sheet.headerRows > 0 {
              markup.empty(
                "pane",
                [
                  ("ySplit", String(sheet.headerRows)), ("topLeftCell", "A\(sheet.headerRows + 1)"),
                  ("activePane", "bottomLeft"), ("state", "frozen"),
                ])
            }
          }
        }
        markup.element("cols") { markup in
          for (index, width) in sheet.widths.enumerated() {
            let number = String(index + 1)
            markup.empty(
              "col", [("min", number), ("max", number), ("width", String(width)), ("customWidth", "1")])
          }
        }
        markup.element("sheetData") { markup in
          for (index, row) in sheet.rows.enumerated() {
            markup.element("row", [("r", String(index + 1))]) { markup in
              for (column, cell) in row.enumerated() {
                write(cell, Self.column(column) + String(index + 1), &markup)
              }
            }
          }
        }
        markup.raw(
          "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
      }
    }
  }

  private func write(_ cell: Cell, _ reference: String, _ markup: inout Markup) {
    switch cell {
    case .empty: break
    case .text(let words, let style):
      // A cell holds 32,767 characters.
      let shown = words.utf16.count <= 32_000 ? words : String(words.prefix(16_000)) + "…"
      let attributes = [("r", reference), ("s", String(style.rawValue)), ("t", "inlineStr")]
      markup.element("c", attributes) { markup in
        markup.element("is") { markup in
          markup.leaf("t", shown, [("xml:space", "preserve")])
        }
      }
    case .number(let digits, let style):
      markup.element("c", [("r", reference), ("s", String(style.rawValue))]) { markup in
        markup.leaf("v", digits)
      }
    case .formula(let formula, let value, let style):
      markup.element("c", [("r", reference), ("s", String(style.rawValue))]) { markup in
        markup.leaf("f", formula)
        markup.leaf("v", value)
      }
    }
  }

  private var workbook: String {
    WordDocument.xml { markup in
      let namespaces = [("xmlns", Self.namespace), ("xmlns:r", WordDocument.relationships)]
      markup.element("workbook", namespaces) { markup in
        markup.element("sheets") { markup in
          for (index, sheet) in sheets.enumerated() {
            markup.empty(
              "sheet",
              [("name", sheet.name), ("sheetId", String(index + 1)), ("r:id", "rId\(index + 1)")])
          }
        }
        markup.element("definedNames") { markup in
          for (index, sheet) in sheets.enumerated() where sheet.headerRows > 0 {
            markup.leaf(
              "definedName", "'\(sheet.name)'!$1:$\(sheet.headerRows)",
              [("name", "_xlnm.Print_Titles"), ("localSheetId", String(index))])
          }
        }
        markup.empty("calcPr", [("calcId", "0"), ("fullCalcOnLoad", "1")])
      }
    }
  }

  private var styles: String {
    // In the order of `Style`: font, number format, fill, whether long words wrap.
    let formats: [(font: Int, number: Int, fill: Int, wraps: Bool)] = [
      (0, 0, 0, false), (1, 0, 2, true), (1, 0, 0, false), (0, 0, 0, true), (0, 164, 0, false),
      (0, 3, 0, false), (1, 164, 0, false),
    ]
    return WordDocument.xml { markup in
      markup.element("styleSheet", [("xmlns", Self.namespace)]) { markup in
        markup.raw("<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.00\"/></numFmts>")
        markup.raw("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>")
        markup.raw("<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>")
        markup.raw("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>")
        markup.raw(
          "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">")
        markup.raw("<fgColor rgb=\"FFE8EDF3\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>")
        markup.raw(
          "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
        markup.raw(
          "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        )
        markup.element("cellXfs", [("count", String(formats.count))]) { markup in
          for format in formats {
            markup.element(
              "xf",
              [
                ("numFmtId", String(format.number)), ("fontId", String(format.font)),
                ("fillId", String(format.fill)), ("borderId", "0"), ("xfId", "0"), ("applyNumberFormat", "1"),
                ("applyFont", "1"), ("applyFill", "1"), ("applyAlignment", "1"),
              ]
            ) { markup in
              markup.raw("<alignment vertical=\"top\"" + (format.wraps ? " wrapText=\"1\"/>" : "/>"))
            }
          }
        }
        markup.raw(
          "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
      }
    }
  }

  private var relations: String {
    PackageRelations.xml(
      sheets.indices.map { (WordDocument.relationships + "/worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [(WordDocument.relationships + "/styles", "styles.xml")])
  }

  private var contentTypes: String {
    let prefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return WordDocument.xml { markup in
      let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
      markup.element("Types", [("xmlns", namespace)]) { markup in
        markup.empty(
          "Default",
          [
            ("Extension", "rels"),
            ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
          ])
        markup.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
        func part(_ name: String, _ type: String) {
          markup.empty("Override", [("PartName", "/xl/" + name), ("ContentType", prefix + type + "+xml")])
        }
        part("workbook.xml", "sheet.main")
        part("styles.xml", "styles")
        for index in sheets.indices { part("worksheets/sheet\(index + 1).xml", "worksheet") }
      }
    }
  }
}
