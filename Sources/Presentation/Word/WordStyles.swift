/// The styles of the Word document: real headings, so that the navigation pane and screen readers find them.
struct WordStyles {
  let language: String

  var xml: String {
    WordDocument.xml { markup in
      markup.element("w:styles", [("xmlns:w", WordDocument.main)]) { markup in
        defaults(&markup)
        paragraph("Normal", "Normal", isDefault: true, based: nil, space: (0, 100), &markup)
        for style in Self.headings { heading(style, &markup) }
        paragraph("Lead", "Lead", space: (0, 120), size: 23, &markup)
        paragraph("Note", "Note", space: (0, 80), size: 18, colour: "4B5563", &markup)
        paragraph("Prompt", "Prompt", space: (60, 120), italic: true, colour: "7A4A00", &markup)
        paragraph("Stamp", "Stamp", space: (0, 100), bold: true, colour: "B00020", &markup)
        paragraph("Caption", "caption", space: (120, 60), size: 19, bold: true, keepsNext: true, &markup)
        paragraph("TableText", "Table Text", space: (20, 20), size: 19, &markup)
        paragraph("TableSmall", "Table Small", space: (10, 10), size: 17, &markup)
        paragraph("ListItem", "List Item", space: (0, 60), &markup)
        running("Header", "header", &markup)
        running("Footer", "footer", &markup)
        tables(&markup)
      }
    }
  }

  private static let headings: [(level: Int, size: Int, before: Int, after: Int)] = [
    (1, 32, 0, 80), (2, 26, 280, 80), (3, 23, 200, 60), (4, 21, 140, 40),
  ]

  private func defaults(_ markup: inout Markup) {
    markup.raw(
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\""
        + " w:cs=\"Calibri\" w:eastAsia=\"Calibri\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>")
    markup.empty("w:lang", [("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")])
    markup.raw(
      "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"259\""
        + " w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>")
  }

  private func heading(_ style: (level: Int, size: Int, before: Int, after: Int), _ markup: inout Markup) {
    markup.element(
      "w:style", [("w:type", "paragraph"), ("w:styleId", "Heading\(style.level)")]
    ) { markup in
      markup.empty("w:name", [("w:val", "heading \(style.level)")])
      markup.raw("<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>")
      markup.raw("<w:pPr><w:keepNext/><w:keepLines/>")
      markup.empty("w:spacing", [("w:before", String(style.before)), ("w:after", String(style.after))])
      markup.empty("w:outlineLvl", [("w:val", String(style.level - 1))])
      markup.raw("</w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val=\"1F3A5F\"/>")
      markup.empty("w:sz", [("w:val", String(style.size))])
      markup.empty("w:szCs", [("w:val", String(style.size))])
      markup.raw("</w:rPr>")
    }
  }

  private func paragraph(
    _ id: String, _ name: String, isDefault: Bool = false, based: String? = "Normal",
    space: (before: Int, after: Int), size: Int? = nil, bold: Bool = false, italic: Bool = false,
    colour: String? = nil, keepsNext: Bool = false, _ markup: inout Markup
  ) {
    var attributes = [("w:type", "paragraph"), ("w:styleId", id)]
    if isDefault { attributes.append(("w:default", "1")) }
    markup.element("w:style", attributes) { markup in
      markup.empty("w:name", [("w:val", name)])
      if let based { markup.empty("w:basedOn", [("w:val", based)]) }
      markup.raw("<w:qFormat/><w:pPr>" + (keepsNext ? "<w:keepNext/>" : ""))
      markup.empty("w:spacing", [("w:before", String(space.before)), ("w:after", String(space.after))])
      markup.raw("</w:pPr><w:rPr>")
      if bold { markup.raw("<w:b/><w:bCs/>") }
      if italic { markup.raw("<w:i/><w:iCs/>") }
      if let colour { markup.empty("w:color", [("w:val", colour)]) }
      if let size {
        markup.empty("w:sz", [("w:val", String(size))])
        markup.empty("w:szCs", [("w:val", String(size))])
      }
      markup.raw("</w:rPr>")
    }
  }

  /// Left, middle and right.
  private func running(_ id: String, _ name: String, _ markup: inout Markup) {
    markup.element("w:style", [("w:type", "paragraph"), ("w:styleId", id)]) { markup in
      markup.empty("w:name", [("w:val", name)])
      markup.raw("<w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs>")
      markup.raw("<w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs>")
      markup.raw(
        "<w:spacing w:after=\"0\"/></w:pPr><w:rPr><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/></w:rPr>")
    }
  }

  private func tables(_ markup: inout Markup) {
    markup.raw(
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
        + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>")
    markup.raw(
      "<w:style w:type=\"table\" w:styleId=\"PaperTable\"><w:name w:val=\"Paper Table\"/>"
        + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
        + "<w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"4B5563\"/>"
        + "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"4B5563\"/>"
        + "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D1D5DB\"/>"
        + "</w:tblBorders></w:tblPr></w:style>")
  }
}
