internal import Diagnostics

/// The board paper before it is laid out: HTML, Word and print are made from it, so that they cannot differ.
public struct Paper: Sendable {
  var language: Language
  /// The document's name, for its title bar.
  var title: String
  /// On every page: association and registration number, and the document's status.
  var running: Running
  /// Sections in their order; each begins with its heading.
  var blocks: [PaperBlock]
  /// What the reader of a page may try.
  var choices = Choices()

  struct Choices: Sendable {
    /// Weights as the engine reads them.
    var scenarios: [(title: String, weights: String)] = []
    var criteria: [(id: String, title: String, weight: String)] = []
    /// In the order of the ranking, those that are not ranked last.
    var proposals: [(id: String, name: String)] = []
  }

  struct Running: Sendable {
    var association: String
    var status: String
    /// The criteria's status where they are not adopted.
    var stamp: String?
  }
}

indirect enum PaperBlock: Sendable {
  /// Level 1 is the paper's own; `anchor` is of our making.
  case heading(Int, String, anchor: String? = nil)
  case paragraph(PaperParagraph)
  case list([[PaperRun]], isNumbered: Bool)
  case table(PaperTable)
  case picture(Picture)
  /// What follows begins a page.
  case pageBreak
  /// A part with an anchor, such as page 1 or a proposal.
  case part(id: String, [PaperBlock])
}

struct PaperRun: Sendable {
  var text: String
  var bold = false
  /// Whoever is not to be read as the tool's words.
  var italic = false
}

struct PaperParagraph: Sendable {
  enum Role: Sendable {
    case body
    /// Small: a source, a remark.
    case note
    /// What a person is to write.
    case prompt
    /// "EXEMPEL": cannot be overlooked.
    case stamp
    case lead
  }
  var runs: [PaperRun]
  var role = Role.body

  init(_ runs: [PaperRun], _ role: Role = .body) {
    self.runs = runs
    self.role = role
  }

  init(_ text: String, _ role: Role = .body) { self.init([PaperRun(text: text)], role) }

  var text: String { runs.map { $0.text }.joined() }
}

struct PaperTable: Sendable {
  struct Column: Sendable {
    var title: String
    var isNumber = false
    /// Of the width, in parts.
    var share = 1
  }

  struct Row: Sendable {
    var cells: [String]
    /// A heading across the columns, such as a group's name; `cells` has one entry.
    var isHeading = false
    /// A sum.
    var isTotal = false
    /// For scripts: the proposal that the row is about.
    var key: String?
    /// Marks the row with a line above it: where the money ends.
    var isBelowLine = false

    init(_ cells: [String], isHeading: Bool = false, isTotal: Bool = false, key: String? = nil) {
      self.cells = cells
      self.isHeading = isHeading
      self.isTotal = isTotal
      self.key = key
    }
  }

  /// Said above the table and to those who hear it.
  var caption: String
  var hidesCaption = false
  var columns: [Column]
  /// The first column names the rows.
  var hasRowHeaders = true
  var rows: [Row]
  /// Smaller, for many columns.
  var isCompact = false

  init(_ caption: String, _ columns: [Column], rows: [Row] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  mutating func add(_ cells: [String]) { rows.append(Row(cells)) }
}

extension Paper {
  /// Headings of the sections that somebody is still to write.
  public var unwritten: [String] {
    var titles: [String] = []
    var title = ""
    for block in blocks {
      if case .heading(_, let words, _) = block { title = words }
      if case .paragraph(let paragraph) = block, paragraph.role == .prompt { titles.append(title) }
    }
    return titles
  }

  /// Every word of a part, for counting.
  func words(inPart id: String) -> Int {
    func text(_ blocks: [PaperBlock]) -> [String] {
      blocks.flatMap { block -> [String] in
        switch block {
        case .heading(_, let words, _): [words]
        case .paragraph(let paragraph): [paragraph.text]
        case .list(let items, _): items.map { $0.map { $0.text }.joined() }
        case .table(let table): table.columns.map { $0.title } + table.rows.flatMap { $0.cells }
        case .picture(let picture): [picture.caption]
        case .pageBreak: []
        case .part(_, let inner): text(inner)
        }
      }
    }
    for case .part(let own, let inner) in blocks where own == id {
      var count = 0
      for words in text(inner) {
        count += words.split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.count
      }
      return count
    }
    return 0
  }
}
