internal import Diagnostics
internal import ExactNumbers

extension Paper {
  /// The paper as a Word document (ECMA-376, transitional), to be edited before the meeting.
  public func docx() -> [UInt8] { WordDocument(self).bytes() }
}

/// Puts the parts of the package together.
struct WordDocument {
  let paper: Paper
  private let phrases: PaperPhrases

  init(_ paper: Paper) {
    self.paper = paper
    phrases = PaperPhrases(paper.language)
  }

  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// BCP 47, as Word names its languages.
  static func tag(_ language: Language) -> String { language == .swedish ? "sv-SE" : "en-GB" }

  func bytes() -> [UInt8] {
    var body = WordBody(paper.language)
    for block in paper.blocks { body.add(block) }
    var archive = ZIPArchive()
    archive.add("[Content_Types].xml", contentTypes)
    archive.add("_rels/.rels", packageRelations)
    archive.add("docProps/core.xml", properties)
    archive.add("word/document.xml", document(body))
    archive.add("word/_rels/document.xml.rels", documentRelations)
    archive.add("word/styles.xml", WordStyles(language: WordDocument.tag(paper.language)).xml)
    archive.add("word/numbering.xml", numbering(lists: body.numberedLists))
    archive.add("word/settings.xml", settings)
    archive.add("word/header1.xml", header)
    archive.add("word/footer1.xml", footer)
    return archive.finished()
  }

  static func xml(_ content: (inout Markup) -> Void) -> String {
    var markup = Markup()
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    content(&markup)
    return markup.text
  }

  // MARK: Parts

  private func document(_ body: WordBody) -> String {
    let namespaces = [
      ("xmlns:w", WordDocument.main), ("xmlns:r", WordDocument.relationships),
      ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
      ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
      ("xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
      ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
      ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ]
    return WordDocument.xml { markup in
      markup.element("w:document", namespaces) { markup in
        markup.element("w:body") { markup in
          markup.raw(body.markup.text)
          markup.element("w:sectPr") { markup in
            markup.empty("w:headerReference", [("w:type", "default"), ("r:id", "rId3")])
            markup.empty("w:footerReference", [("w:type", "default"), ("r:id", "rId4")])
            // A4, in twentieths of a point.
            markup.empty("w:pgSz", [("w:w", "11906"), ("w:h", "16838")])
            markup.empty(
              "w:pgMar",
              [
                ("w:top", "1134"), ("w:right", "1134"), ("w:bottom", "1021"), ("w:left", "1134"),
                ("w:header", "510"), ("w:footer", "454"), ("w:gutter", "0"),
              ])
          }
        }
      }
    }
  }

  private var header: String {
    WordDocument.xml { markup in
      markup.element("w:hdr", [("xmlns:w", WordDocument.main)]) { markup in
        markup.element("w:p") { markup in
          markup.raw("<w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>")
          WordBody.run(PaperRun(text: paper.running.association), &markup)
          markup.raw("<w:r><w:tab/></w:r>")
          let status = paper.running.status + (paper.running.stamp.map { " · " + $0 } ?? "")
          WordBody.run(PaperRun(text: status, bold: true), &markup)
        }
      }
    }
  }

  private var footer: String {
    WordDocument.xml { markup in
      markup.element("w:ftr", [("xmlns:w", WordDocument.main)]) { markup in
        markup.element("w:p") { markup in
          markup.raw("<w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"right\"/></w:pPr>")
          WordBody.run(PaperRun(text: phrases.page + " "), &markup)
          field("PAGE", &markup)
          WordBody.run(PaperRun(text: " " + phrases.ofPages + " "), &markup)
          field("NUMPAGES", &markup)
        }
      }
    }
  }

  private func field(_ name: String, _ markup: inout Markup) {
    markup.element("w:fldSimple", [("w:instr", " \(name) ")]) { markup in
      WordBody.run(PaperRun(text: "1"), &markup)
    }
  }

  private var settings: String {
    WordDocument.xml { markup in
      markup.element("w:settings", [("xmlns:w", WordDocument.main)]) { markup in
        markup.empty("w:zoom", [("w:percent", "100")])
        markup.empty("w:defaultTabStop", [("w:val", "1304")])
        markup.element("w:compat") { markup in
          markup.empty(
            "w:compatSetting",
            [
              ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
              ("w:val", "15"),
            ])
        }
        markup.empty("w:themeFontLang", [("w:val", WordDocument.tag(paper.language))])
      }
    }
  }

  /// One definition of each kind; every numbered list has an instance of its own, which begins with 1.
  private func numbering(lists: Int) -> String {
    WordDocument.xml { markup in
      markup.element("w:numbering", [("xmlns:w", WordDocument.main)]) { markup in
        for (id, format, text) in [("0", "bullet", "•"), ("1", "decimal", "%1.")] {
          markup.element("w:abstractNum", [("w:abstractNumId", id)]) { markup in
            markup.empty("w:multiLevelType", [("w:val", "singleLevel")])
            markup.element("w:lvl", [("w:ilvl", "0")]) { markup in
              markup.empty("w:start", [("w:val", "1")])
              markup.empty("w:numFmt", [("w:val", format)])
              markup.empty("w:lvlText", [("w:val", text)])
              markup.empty("w:lvlJc", [("w:val", "left")])
              markup.raw("<w:pPr><w:ind w:left=\"397\" w:hanging=\"397\"/></w:pPr>")
            }
          }
        }
        markup.raw("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        for list in 0..<lists {
          markup.element("w:num", [("w:numId", String(list + 2))]) { markup in
            markup.empty("w:abstractNumId", [("w:val", "1")])
            markup.raw(
              "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
          }
        }
      }
    }
  }

  private var properties: String {
    let namespaces = [
      ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    return WordDocument.xml { markup in
      markup.element("cp:coreProperties", namespaces) { markup in
        markup.leaf("dc:title", paper.title)
        markup.leaf("dc:creator", paper.running.association)
        markup.leaf("dc:language", WordDocument.tag(paper.language))
      }
    }
  }

  // MARK: What belongs to what

  private var contentTypes: String {
    let parts = [
      ("word/document", "wordprocessingml.document.main"), ("word/styles", "wordprocessingml.styles"),
      ("word/numbering", "wordprocessingml.numbering"), ("word/settings", "wordprocessingml.settings"),
      ("word/header1", "wordprocessingml.header"), ("word/footer1", "wordprocessingml.footer"),
    ]
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
        for (name, type) in parts {
          markup.empty(
            "Override",
            [
              ("PartName", "/\(name).xml"),
              ("ContentType", "application/vnd.openxmlformats-officedocument.\(type)+xml"),
            ])
        }
        markup.empty(
          "Override",
          [
            ("PartName", "/docProps/core.xml"),
            ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml"),
          ])
      }
    }
  }

  private var packageRelations: String {
    PackageRelations.xml([
      (WordDocument.relationships + "/officeDocument", "word/document.xml"),
      (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ),
    ])
  }

  private var documentRelations: String {
    PackageRelations.xml(
      ["styles", "numbering", "header", "footer", "settings"].map { part in
        (
          WordDocument.relationships + "/" + part,
          part + (part == "header" || part == "footer" ? "1.xml" : ".xml")
        )
      })
  }
}

/// The relations of an Office package's part: `rId1` and on, in the order given.
enum PackageRelations {
  static func xml(_ relations: [(type: String, target: String)]) -> String {
    WordDocument.xml { markup in
      let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
      markup.element("Relationships", [("xmlns", namespace)]) { markup in
        for (index, relation) in relations.enumerated() {
          markup.empty(
            "Relationship",
            [("Id", "rId\(index + 1)"), ("Type", relation.type), ("Target", relation.target)])
        }
      }
    }
  }
}
