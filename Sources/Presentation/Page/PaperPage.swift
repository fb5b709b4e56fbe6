public import Diagnostics
internal import ExactNumbers

/// The WebAssembly engine, `beredning.wasm`, as it is passed on: with its parts' notices.
public struct CarriedEngine: Sendable {
  public var module: [UInt8]
  /// Copyright notices and licences of what the engine is made of, UTF-8.
  public var notices: [UInt8]

  public init(module: [UInt8], notices: [UInt8]) {
    self.module = module
    self.notices = notices
  }
}

/// What a page carries to be worked with; nil where it is only read.
public struct PageEngine: Sendable {
  public var engine: CarriedEngine
  /// The round's files, as the engine is given them: path and content.
  public var files: [SourceFile]
  /// The round's folder among the paths.
  public var round: String

  public init(engine: CarriedEngine, files: [SourceFile], round: String) {
    self.engine = engine
    self.files = files
    self.round = round
  }
}

extension Paper {
  /// The paper as one self-contained HTML file: complete without scripts, and nothing is fetched.
  ///
  /// - Parameter engine: lets the reader try scenarios, pairs and own weights.
  public func html(engine: PageEngine? = nil) -> String { PaperPage(self).document(engine) }
}

/// Lays a paper out as HTML. The same page is read on a screen and printed.
struct PaperPage {
  let paper: Paper
  private let words: PaperPhrases

  init(_ paper: Paper) {
    self.paper = paper
    words = PaperPhrases(paper.language)
  }

  func document(_ engine: PageEngine?) -> String {
    let style = PaperStyle.text(running)
    let script = engine.map { _ in PaperScript.text }
    var markup = Markup()
    markup.raw("<!DOCTYPE html>\n")
    markup.element("html", [("lang", language)]) { markup in
      markup.element("head") { markup in
        markup.raw("<meta charset=\"utf-8\">")
        markup.open(
          "meta", [("http-equiv", "Content-Security-Policy"), ("content", policy(style, script))])
        markup.open("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        markup.raw("<meta name=\"color-scheme\" content=\"light dark\">")
        markup.leaf("title", paper.title)
        markup.raw("<style>" + style + "</style>")
      }
      markup.raw("\n")
      markup.element("body") { markup in
        markup.leaf(
          "a", words("Till innehållet", "To the content"), [("class", "skip"), ("href", "#innehall")])
        header(&markup)
        markup.element("main", [("id", "innehall"), ("tabindex", "-1")]) { markup in
          var blocks = PageBlocks(paper.language)
          for (index, block) in paper.blocks.enumerated() {
            blocks.add(block, &markup)
            // After page 1 comes what can be tried.
            if index == 0, engine != nil { PageControls(paper.language).write(paper.choices, &markup) }
          }
        }
        markup.element("footer") { markup in
          markup.leaf(
            "p", words("Poängen är råd. Styrelsen beslutar.", "The points are advice. The board decides."))
          if let engine { licences(engine.engine, &markup) }
        }
        if let engine, let script {
          PageControls(paper.language).data(engine, language, &markup)
          markup.raw("<script>" + script + "</script>")
        }
      }
    }
    markup.raw("\n")
    return markup.text
  }

  private func licences(_ engine: CarriedEngine, _ markup: inout Markup) {
    if engine.notices.isEmpty { return }
    markup.element("details", [("class", "licences")]) { markup in
      markup.leaf("summary", words("Licenser", "Licences"))
      markup.leaf(
        "p",
        words(
          "Sidan bär motorn från Beredning, Apache License 2.0. De som har gjort motorns delar begär att detta följer med:",
          "The page carries the engine of Beredning, Apache License 2.0. Those who made the engine's parts ask that this comes along:"
        ))
      markup.leaf("pre", String(decoding: engine.notices, as: UTF8.self), [("lang", "en")])
    }
  }

  private var language: String { paper.language == .swedish ? "sv" : "en" }

  private var running: PaperStyle.Running {
    PaperStyle.Running(
      association: paper.running.association,
      status: paper.running.status + (paper.running.stamp.map { " · " + $0 } ?? ""), page: words.page,
      ofPages: words.ofPages)
  }

  private func header(_ markup: inout Markup) {
    markup.element("header", [("class", "running")]) { markup in
      markup.element("p") { markup in
        markup.words(paper.running.association + " · ")
        markup.leaf("strong", paper.running.status)
        if let stamp = paper.running.stamp {
          markup.words(" · ")
          markup.leaf("strong", stamp, [("class", "stamp")])
        }
      }
    }
  }

  /// Nothing from anywhere; only this page's own style and script, by their hashes.
  private func policy(_ style: String, _ script: String?) -> String {
    func hash(_ text: String) -> String {
      "'sha256-" + Base64.text(SHA256.digest(of: Array(text.utf8))) + "'"
    }
    var policy = "default-src 'none'; style-src \(hash(style)); base-uri 'none'; form-action 'none'"
    if let script { policy += "; script-src \(hash(script)) 'wasm-unsafe-eval'" }
    return policy
  }
}

/// The blocks of a paper as HTML.
struct PageBlocks {
  private let language: Language
  private var pictures = 0
  private var tables = 0
  private var breaksPage = false
  private let prefix: String

  /// - Parameter prefix: before the ids, where a page has more than one set of blocks.
  init(_ language: Language, prefix: String = "") {
    self.language = language
    self.prefix = prefix
  }

  mutating func add(_ block: PaperBlock, _ markup: inout Markup) {
    switch block {
    case .heading(let level, let words, let anchor):
      var attributes: [(String, String)] = []
      if let anchor { attributes.append(("id", anchor)) }
      markup.leaf("h\(level)", words, attributes + pageBreak())
    case .paragraph(let paragraph): self.paragraph(paragraph, &markup)
    case .list(let items, let isNumbered):
      markup.element(isNumbered ? "ol" : "ul", pageBreak()) { markup in
        for item in items {
          markup.element("li") { markup in for run in item { Self.run(run, &markup) } }
        }
      }
    case .table(let table): self.table(table, &markup)
    case .picture(let picture): self.picture(picture, &markup)
    case .pageBreak: breaksPage = true
    case .part(let id, let blocks):
      markup.open("section", [("id", prefix + id)] + pageBreak())
      for block in blocks { add(block, &markup) }
      markup.close("section")
    }
    markup.raw("\n")
  }

  private mutating func pageBreak() -> [(String, String)] {
    defer { breaksPage = false }
    return breaksPage ? [("class", "new-page")] : []
  }

  private mutating func paragraph(_ paragraph: PaperParagraph, _ markup: inout Markup) {
    let name: String? =
      switch paragraph.role {
      case .body: nil
      case .note: "note"
      case .prompt: "prompt"
      case .stamp: "stamp"
      case .lead: "lead"
      }
    markup.element("p", name.map { [("class", $0)] } ?? pageBreak()) { markup in
      for run in paragraph.runs { Self.run(run, &markup) }
    }
  }

  private static func run(_ run: PaperRun, _ markup: inout Markup) {
    if run.bold { markup.open("strong") }
    if run.italic { markup.open("em") }
    markup.words(run.text)
    if run.italic { markup.close("em") }
    if run.bold { markup.close("strong") }
  }

  // MARK: Tables

  private mutating func table(_ table: PaperTable, _ markup: inout Markup) {
    tables += 1
    let id = prefix + "tabell-\(tables)"
    // A table that is wider than a small screen scrolls by itself, and the keyboard reaches it.
    markup.open("div", [("class", "table"), ("role", "region"), ("aria-labelledby", id), ("tabindex", "0")])
    markup.open("table", table.isCompact ? [("class", "compact")] : [])
    markup.leaf("caption", table.caption, [("id", id)] + (table.hidesCaption ? [("class", "hidden")] : []))
    let shares = max(1, table.columns.reduce(0) { $0 + $1.share })
    markup.element("colgroup") { markup in
      for column in table.columns {
        markup.open("col", [("class", "w" + String((column.share * 40 + shares) / (2 * shares)))])
      }
    }
    markup.element("thead") { markup in
      markup.element("tr") { markup in
        for column in table.columns {
          markup.leaf("th", column.title, [("scope", "col")] + (column.isNumber ? [("class", "number")] : []))
        }
      }
    }
    markup.open("tbody")
    for row in table.rows { self.row(row, table, &markup) }
    markup.close("tbody")
    markup.close("table")
    markup.close("div")
  }

  private func row(_ row: PaperTable.Row, _ table: PaperTable, _ markup: inout Markup) {
    if row.isHeading {
      markup.element("tr", [("class", "group")]) { markup in
        markup.leaf(
          "th", row.cells.first ?? "", [("scope", "colgroup"), ("colspan", String(table.columns.count))])
      }
      return
    }
    var attributes: [(String, String)] = []
    if row.isTotal { attributes.append(("class", "total")) }
    if row.isBelowLine { attributes.append(("class", "below-line")) }
    if let key = row.key { attributes.append(("data-id", key)) }
    markup.element("tr", attributes) { markup in
      for (index, cell) in row.cells.enumerated() where index < table.columns.count {
        let isNumber = table.columns[index].isNumber ? [("class", "number")] : []
        if index == 0 && table.hasRowHeaders {
          markup.leaf("th", cell, [("scope", "row")] + isNumber)
        } else {
          markup.leaf("td", cell, isNumber)
        }
      }
    }
  }

  // MARK: Pictures

  private mutating func picture(_ picture: Picture, _ markup: inout Markup) {
    pictures += 1
    let svg = SVG(prefix: prefix + "b\(pictures)-").markup(picture)
    var attributes = pageBreak()
    if picture.isSmall { attributes = [("class", attributes.isEmpty ? "small" : "small new-page")] }
    markup.element("figure", attributes) { markup in
      markup.leaf("figcaption", picture.caption)
      markup.raw(svg)
    }
    var table = picture.table
    table.hidesCaption = true
    self.table(table, &markup)
  }
}
