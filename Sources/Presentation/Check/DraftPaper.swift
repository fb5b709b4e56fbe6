internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension SelfCheck {
  /// The draft's answers as a Word document, to be read and signed: what is answered, and which required questions are
  /// not.
  public func draftDocument(_ language: Language) -> [UInt8] { DraftPaper(self, language).paper().docx() }
}

/// Lays the answers of a draft out by the form's sections.
struct DraftPaper {
  let check: SelfCheck
  let language: Language
  let names: Names
  let words: ValueWords

  init(_ check: SelfCheck, _ language: Language) {
    self.check = check
    self.language = language
    names = Names(check.report.data, language)
    words = ValueWords(names)
  }

  private var form: Form { check.report.data.ruleset.form }
  private var proposal: Proposal { check.report.data.proposals[check.result.index] }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  /// Longer texts stand under their question, not beside it.
  private static let beside = 160
  /// Items with more answers than this get a table each.
  private static let columns = 6

  func paper() -> Paper {
    let name = names.proposal(check.result)
    let title = form.title.shown(language)
    var blocks: [PaperBlock] = [
      .heading(1, name),
      .paragraph(
        PaperParagraph(
          title + " · "
            + say("formulär \(form.id), version \(form.version)", "form \(form.id), version \(form.version)"),
          .note)),
    ]
    blocks += answers
    blocks += signatures
    return Paper(
      language: language, title: name,
      running: Paper.Running(
        association: title, status: say("Ansökan \(proposal.id)", "Application \(proposal.id)"), stamp: nil),
      blocks: blocks)
  }

  // MARK: Answers

  private var answers: [PaperBlock] {
    var blocks: [PaperBlock] = []
    var section: String?
    var rows = Rows()
    for (index, field) in form.fields.enumerated() {
      let title = field.section?.shown(language)
      if title != section, let title {
        blocks += rows.taken(caption: section ?? "", heads)
        blocks.append(.heading(2, title))
        section = title
      }
      add(field, proposal.claims.fields[index], label: field.label.shown(language), &rows)
    }
    blocks += rows.taken(caption: section ?? "", heads)
    return blocks
  }

  private var heads: [PaperTable.Column] {
    [
      PaperTable.Column(title: say("Fråga", "Question"), share: 2),
      PaperTable.Column(title: say("Svar", "Answer"), share: 3),
    ]
  }

  private func add(_ field: Field, _ claim: Claim, label: String, _ rows: inout Rows) {
    switch claim.content {
    case .missing(let written):
      if written {
        rows.add(label, say("Vet inte än", "Not known yet"))
      } else if field.isRequired, check.missing.contains(where: { $0.components == [.name(field.name)] }) {
        rows.add(label, say("Saknas", "Missing"))
      }
    case .notApplicable(let reason):
      rows.add(label, say("Ej tillämpligt: ", "Not applicable: ") + reason)
    case .value(let value):
      let text = self.text(value, field)
      if text.unicodeScalars.count > Self.beside || text.contains("\n") {
        rows.add(label, under: text)
      } else {
        rows.add(label, text)
      }
    case .documents(let ids):
      rows.add(label, ids.map { names.document($0.id, of: proposal) }.joined(separator: ", "))
    case .items(let items):
      let texts = items.map { item -> String in
        if case .value(let value) = item.content { return text(value, field) }
        return say("vet inte än", "not known yet")
      }
      rows.add(label, texts.joined(separator: ", "))
    case .group(let group):
      guard case .group(let fields) = field.type else { return }
      // A group that is a section of its own has said its name.
      let isSection = field.section.map { $0.shown(language) == label } ?? false
      for (index, inner) in fields.enumerated() {
        let own = isSection ? inner.label.shown(language) : label + ", " + names.inSentence(inner.label)
        add(inner, group.fields[index], label: own, &rows)
      }
    case .groups(let groups): list(field, groups, label, &rows)
    }
  }

  private func text(_ value: Value, _ field: Field) -> String {
    var type = field.type
    if case .list(let list) = type, case .scalar(let element) = list.element { type = element }
    switch type {
    case .reference(let list):
      if case .string(let key) = value { return names.item(key, of: list, in: proposal) }
      return words.words(value, unit: nil)
    case .choice(let choices): return words.words(value, unit: nil, choices: choices)
    case .integer(_, _, let unit), .decimal(_, _, let unit): return words.words(value, unit: unit)
    default: return words.words(value, unit: nil)
    }
  }

  private func list(_ field: Field, _ groups: [ClaimGroup], _ label: String, _ rows: inout Rows) {
    guard case .list(let list) = field.type, case .group(let fields) = list.element else { return }
    var items: [(name: String, rows: Rows)] = []
    for (number, group) in groups.enumerated() {
      var own = Rows()
      for (index, inner) in fields.enumerated() where inner.name != list.key || list.itemLabel == nil {
        add(inner, group.fields[index], label: inner.label.shown(language), &own)
      }
      let name = list.itemLabel.flatMap { string($0, group, fields) }
      items.append((name ?? say("nr \(number + 1)", "no. \(number + 1)"), own))
    }
    if items.isEmpty {
      rows.add(label, say("Inget", "None"))
      return
    }
    rows.break()
    if let table = table(label, items.map { $0.rows }) {
      rows.blocks.append(.table(table))
      return
    }
    for item in items {
      rows.blocks.append(.heading(3, label + ": " + item.name))
      var own = item.rows
      rows.blocks += own.taken(caption: item.name, heads)
    }
  }

  /// A line for each item, where their answers are few and short.
  private func table(_ caption: String, _ items: [Rows]) -> PaperTable? {
    var titles: [String] = []
    for item in items {
      if !item.blocks.isEmpty { return nil }
      for (label, _) in item.pending where !titles.contains(label) { titles.append(label) }
    }
    guard (1...Self.columns).contains(titles.count),
      items.allSatisfy({ $0.pending.allSatisfy { $0.answer.unicodeScalars.count <= 40 } })
    else { return nil }
    var table = PaperTable(caption, titles.map { PaperTable.Column(title: $0) })
    for item in items {
      table.add(titles.map { title in item.pending.first { $0.label == title }?.answer ?? "–" })
    }
    return table
  }

  /// Questions and answers that stand together in one table, and what stands between two tables.
  private struct Rows {
    var pending: [(label: String, answer: String)] = []
    var blocks: [PaperBlock] = []
    private var parts: [[(label: String, answer: String)]] = []

    mutating func add(_ label: String, _ answer: String) { pending.append((label, answer)) }

    mutating func add(_ label: String, under answer: String) {
      self.break()
      blocks.append(.paragraph(PaperParagraph([PaperRun(text: label, bold: true)])))
      blocks.append(.paragraph(PaperParagraph(answer)))
    }

    /// Ends the table.
    mutating func `break`() {
      if pending.isEmpty { return }
      parts.append(pending)
      // Filled in by `taken`, which knows the heads.
      blocks.append(.list([], isNumbered: false))
      pending = []
    }

    mutating func taken(caption: String, _ heads: [PaperTable.Column]) -> [PaperBlock] {
      self.break()
      var next = 0
      let result = blocks.map { block -> PaperBlock in
        guard case .list(let entries, _) = block, entries.isEmpty else { return block }
        var table = PaperTable(caption, heads)
        table.hidesCaption = true
        for row in parts[next] { table.add([row.label, row.answer]) }
        next += 1
        return .table(table)
      }
      self = Rows()
      return result
    }
  }

  // MARK: Signatures

  private var signatures: [PaperBlock] {
    var table = PaperTable(
      say("Underskrifter", "Signatures"),
      [
        PaperTable.Column(title: say("Organisation", "Organisation"), share: 2),
        PaperTable.Column(title: say("Befattning", "Position"), share: 2),
        PaperTable.Column(title: say("Ort och datum", "Place and date"), share: 2),
        PaperTable.Column(title: say("Underskrift", "Signature"), share: 3),
      ])
    table.hidesCaption = true
    for _ in 0..<3 { table.add(["\n", "", "", ""]) }
    return [
      .heading(2, say("Underskrifter", "Signatures")),
      .paragraph(
        PaperParagraph(
          say(
            "Den som får företräda organisationen skriver under.",
            "Signed by whoever may represent the organisation."))), .table(table),
      .paragraph(
        PaperParagraph(
          say("Uppgifterna är sökandens egna. ", "The information is the applicant's own. ")
            + capitalized(RankingPhrases(language).ruleset(check.report.data.ruleset)) + ".", .note)),
    ]
  }
}
