import Criteria
import Diagnostics
import ExactNumbers
import Foundation
import FoundationXML
import Scoring
import Testing

@testable import Presentation

/// The board paper of the mini round, whose figures are worked out in Fixtures/mini/README.md, and of the examples.
@Suite struct PaperTests {
  static let mini = Result { try Rounds.mini().paper(.swedish, samples: 200) }

  static func example(_ name: String) throws -> Paper {
    try Rounds.example(name).paper(.swedish, samples: 200)
  }

  /// The lines of page 1, tables by their cells.
  private func lines(_ paper: Paper) throws -> [String] {
    guard case .part("sida-1", let blocks)? = paper.blocks.first else {
      Issue.record("no page 1")
      return []
    }
    return blocks.flatMap { block -> [String] in
      switch block {
      case .heading(_, let words, _): [words]
      case .paragraph(let paragraph): [paragraph.text]
      case .list(let items, _): items.map { $0.map { $0.text }.joined() }
      case .table(let table): table.rows.map { $0.cells.joined(separator: " | ") }
      default: []
      }
    }
  }

  @Test func `page 1 says who leads, what fits and why`() throws {
    let lines = try lines(Self.mini.get())
    #expect(lines.contains("EXEMPEL – kriterierna är inte beslutade"))
    #expect(lines.contains { $0.hasPrefix("Alfa | 1–2 | ") && $0.contains("| 80 | 500 |") })
    #expect(lines.contains { $0.hasPrefix("Beta | 1–2 | ") && $0.contains("| 73 (73–100) | 1\u{A0}200 |") })
    // 1,600 is left: alfa leaves 1,100, and beta's 1,200 lacks 100.
    let money = try #require(lines.first { $0.contains("kvar.") })
    #expect(money.contains("= 1\u{A0}600\u{A0}tkr kvar."))
    #expect(money.contains("I poängordning räcker pengarna till Alfa."))
    #expect(money.contains("Pengarna tar slut vid Beta"))
    // 60 against 33 for bredd, 20 against 40 for nytta.
    #expect(lines.contains("Därför Alfa före Beta"))
    #expect(
      lines.contains {
        $0.hasPrefix("Alfa är starkare i bredd (") && $0.contains(". Beta är starkare i nytta (")
      })
    #expect(lines.contains { $0.contains("Väger bredd mindre än ungefär 53 (nu 60) går Beta om Alfa.") })
    #expect(lines.last?.hasSuffix("Poängen är råd. Styrelsen beslutar.") == true)
  }

  @Test(arguments: ["exempel", "lopande"])
  func `page 1 is short and has no machine words`(_ name: String) throws {
    let paper = try Self.example(name)
    #expect(paper.words(inPart: "sida-1") <= 350)
    #expect(paper.words(inPart: "sida-1") > 120)
    let text = try lines(paper).joined(separator: "\n")
    #expect(text.firstMatch(of: /[0-9],[0-9]/) == nil, "a decimal")
    let report = try Rounds.example(name)
    let ids = report.result.proposals.map { $0.id } + report.data.ruleset.criteria.map { $0.id }
    for id in ids where id.contains("-") { #expect(!text.contains(id), "the id \(id)") }
    for word in [" the ", " and ", "(sv)", "score", ".yaml", "nivå 2"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `the English paper is in English`() throws {
    let paper = try Rounds.mini().paper(.english, samples: 200)
    let text = try lines(paper).joined(separator: "\n")
    #expect(text.contains("Why Alfa before Beta"))
    #expect(!text.contains("Styrelsen"))
    #expect(paper.words(inPart: "sida-1") <= 350)
  }

  @Test func `sections that nobody has written are named`() throws {
    #expect(
      try Self.mini.get().unwritten.suffix(5) == [
        "Förslag till beslut", "Sammanfattning", "Prövning av barnets bästa", "Jämställdhet",
        "Beslutet sänds till",
      ])
    #expect(try Self.example("exempel").unwritten == ["Prövning av barnets bästa", "Jämställdhet"])
  }

  @Test func `decisions are the director's sentences, numbered`() throws {
    let paper = try Self.example("exempel")
    let lists = paper.blocks.compactMap { block -> [String]? in
      if case .list(let items, true) = block { items.map { $0.map { $0.text }.joined() } } else { nil }
    }
    let written = try Rounds.example("exempel").data.round.paper.decisions.map { $0.sv }
    #expect(lists == [written])
  }

  @Test func `every picture has words and a table with figures`() throws {
    func pictures(_ blocks: [PaperBlock]) -> [Picture] {
      blocks.flatMap { block -> [Picture] in
        switch block {
        case .picture(let picture): [picture]
        case .part(_, let inner): pictures(inner)
        default: []
        }
      }
    }
    let all = pictures(try Self.example("exempel").blocks)
    // Contributions and places for two groups, the money, the pair, and one for each of twelve proposals.
    #expect(all.count == 2 + 2 + 1 + 1 + 12)
    for picture in all {
      #expect(picture.alternative.count > 40)
      #expect(!picture.table.rows.isEmpty)
      #expect(picture.height > 200)
      for shape in picture.shapes {
        guard case .box(let x, let y, let width, let height, _) = shape else { continue }
        #expect(
          x >= 0 && y >= 0 && x + width <= Picture.width && y + height <= picture.height, "\(picture.caption)"
        )
      }
    }
  }

  @Test func `bars are as long as the figures`() throws {
    let report = try Rounds.mini()
    let picture = PictureMaker(report, .swedish).contributions([0], title: "")
    let boxes = picture.shapes.compactMap { shape -> (Picture.Tone, Int)? in
      if case .box(_, 160, let width, _, let tone) = shape { (tone, width) } else { nil }
    }
    // Alfa: 60 and 20 of 100, all of the width being 3,200.
    #expect(boxes.map { $0.0 } == [.possible, .series(0), .series(1)])
    #expect(boxes.map { $0.1 } == [3_200, 1_920, 640])
  }
}

/// The paper as files.
@Suite struct PaperFileTests {
  private func wellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test(arguments: ["exempel", "lopande"])
  func `every part of Word and Excel files is well-formed, and runs give the same bytes`(_ name: String)
    throws
  {
    let report = try Rounds.example(name)
    let word = try report.paper(.swedish, samples: 200).docx()
    let excel = report.workbook(.swedish)
    for bytes in [word, excel] {
      let archive = try Archive(bytes)
      #expect(archive.entries[0].name == "[Content_Types].xml")
      for entry in archive.entries {
        #expect(CRC32.of(entry.content) == entry.sum)
        #expect(wellFormed(String(decoding: entry.content, as: UTF8.self)), "\(entry.name)")
      }
    }
    #expect(try report.paper(.swedish, samples: 200).docx() == word)
    #expect(report.workbook(.swedish) == excel)
  }

  @Test func `Word gets headings, repeated table heads, page numbers, language and alternative texts`() throws
  {
    let archive = try Archive(try PaperTests.mini.get().docx())
    let document = try archive.text("word/document.xml")
    #expect(document.contains("<w:pStyle w:val=\"Heading1\"/>"))
    #expect(document.contains("<w:tblHeader/>"))
    #expect(document.contains("descr=\"Staplat diagram."))
    #expect(try archive.text("word/styles.xml").contains("<w:lang w:val=\"sv-SE\""))
    let footer = try archive.text("word/footer1.xml")
    #expect(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""))
    #expect(try archive.text("word/header1.xml").contains("Arbetsmaterial"))
  }

  @Test func `the workbook's formulas carry the totals`() throws {
    let report = try Rounds.mini()
    let archive = try Archive(report.workbook(.swedish))
    let sheet = try archive.text("xl/worksheets/sheet1.xml")
    // Alfa stands in row 2: points in E and F, contributions in G and H, adjustment in I, total in J.
    #expect(sheet.contains("<f>Vikter!$D$2*E2/Vikter!$C$2</f><v>60</v>"))
    #expect(sheet.contains("<f>Vikter!$D$3*F2/Vikter!$C$3</f><v>20</v>"))
    #expect(sheet.contains("<f>SUM(G2:I2)</f><v>80</v>"))
    #expect(
      try archive.text("xl/worksheets/sheet2.xml").contains(
        "<f>100*B2/SUM(B$2:B$3)</f><v>60</v>"))
  }

  @Test func `hostile text is text everywhere`() throws {
    var report = try Rounds.mini()
    let hostile = [
      "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u{202E}evil\u{2066}", "rad\nett\r\n\u{0}två",
      String(repeating: "ö", count: 10_000), "</style><b>]]>&amp;", "\"'`--><img src=x>",
    ]
    for (index, name) in hostile.enumerated() { report.result.proposals[index].name = name }
    var round = report.data.round
    round.title = Text(sv: hostile[0] + hostile[2])
    round.association = Text(sv: hostile[5] + "\"; } body { display: none }")
    round.registrationNumber = hostile[6]
    round.texts = [("director_proposal", Text(sv: hostile[4]))]
    report.data = RoundData(
      round: round, ruleset: report.data.ruleset, proposals: report.data.proposals,
      assessments: report.data.assessments, declarations: report.data.declarations)
    let paper = try report.paper(.swedish, samples: 50)
    #expect(paper.words(inPart: "sida-1") <= 350)
    let html = paper.html()
    for markup in ["<script", "<b>", "<img", "\u{202E}", "\u{2066}", "\u{0}"] {
      #expect(!html.contains(markup), "\(markup)")
    }
    #expect(html.contains("&lt;script&gt;alert(1)"))
    // In the style sheet it is a string of letters and codes.
    let style = try #require(
      html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    #expect(
      !style.contains("body {") && style.contains("\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d "))
    for bytes in [paper.docx(), report.workbook(.swedish)] {
      for entry in try Archive(bytes).entries {
        let text = String(decoding: entry.content, as: UTF8.self)
        #expect(wellFormed(text), "\(entry.name)")
        #expect(!text.contains("\u{202E}"))
      }
    }
    // A name that begins like a formula is an inline string, and no cell of ours is a formula with it.
    let sheet = try Archive(report.workbook(.swedish)).text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=cmd|"))
    #expect(!sheet.contains("<f>=") && !sheet.contains("<f>cmd"))
  }
}

/// The paper as a page.
@Suite struct PaperPageTests {
  @Test func `the page has a policy, a language, headings and nothing from outside`() throws {
    let html = try PaperTests.mini.get().html()
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
    #expect(html.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(!html.contains("script-src"))
    #expect(!html.contains(" style=\""), "the policy allows no inline style")
    for outside in ["http://", "https://"] {
      let rest = html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      #expect(!rest.contains(outside))
    }
    #expect(html.components(separatedBy: "<h1").count == 2)
    // Without an engine there is nothing to try.
    #expect(!html.contains("id=\"prova\""))
  }

  @Test func `the policy holds the hash of the very style that the page has`() throws {
    let html = try PaperTests.mini.get().html()
    let style = try #require(
      html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    let hash = Base64.text(SHA256.digest(of: Array(style.utf8)))
    #expect(html.contains("style-src &#39;sha256-" + hash.replacingOccurrences(of: "'", with: "") + "&#39;"))
  }

  @Test func `with an engine the page carries the round, but no declarations and no recused sheets`() throws {
    let report = try Rounds.example("exempel")
    let engine = report.pageEngine(
      CarriedEngine(module: [0, 0x61, 0x73, 0x6D], notices: Array("Upphov <a> & villkor".utf8)))
    let paths = engine.files.map { $0.path }
    #expect(paths.contains("omgang/round.yaml") && paths.contains("omgang/stegen.yaml"))
    #expect(!paths.contains { $0.contains("declarations") })
    // The preparatory group has a conflict of interest in Byvägen; the director has none.
    #expect(!paths.contains("omgang/assessments/byvagen.beredningsgrupp.yaml"))
    #expect(paths.contains("omgang/assessments/byvagen.forbundschef.yaml"))
    let html = try report.paper(.swedish, samples: 50).html(engine: engine)
    #expect(html.contains("script-src &#39;sha256-") && html.contains("wasm-unsafe-eval"))
    #expect(html.contains("Pröva själv – inte styrelsens viktning"))
    #expect(html.contains("<section class=\"try\" id=\"prova\""))
    #expect(html.contains("<summary>Licenser</summary>"))
    #expect(html.contains("<pre lang=\"en\">Upphov &lt;a&gt; &amp; villkor</pre>"))
  }

  @Test func `a part of the page with own weights is stamped`() throws {
    // As in RankingTests: with equal weights beta leads with 77.5.
    let report = try Rounds.mini(.summary, weights: [50, 50])
    let part = try report.rankingFragment(.swedish, title: nil)
    #expect(part.contains("<h3>Pröva själv – inte styrelsens viktning</h3>"))
    #expect(part.contains("PRÖVNING MED EGNA VIKTER – inte styrelsens viktning"))
    let beta = try #require(part.range(of: "data-id=\"beta\""))
    let alfa = try #require(part.range(of: "data-id=\"alfa\""))
    #expect(beta.lowerBound < alfa.lowerBound)
    #expect(part.contains("data-summary=\"Pröva själv"))
  }

  @Test func `a pair beside each other adds up`() throws {
    let report = try Rounds.mini(.summary)
    let alfa = try #require(report.proposal("alfa"))
    let beta = try #require(report.proposal("beta"))
    let part = try report.comparisonFragment(beta, alfa, .swedish)
    // 60 − 33 = 27, 20 − 40 = −20, together 7.
    #expect(part.contains("+27") && part.contains("−20") && part.contains("+7"))
  }
}
