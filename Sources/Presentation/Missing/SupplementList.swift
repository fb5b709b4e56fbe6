internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

/// What one applicant is asked to send: nothing about points, ranks or other proposals.
struct SupplementList {
  struct Entry {
    var subject: String
    /// Help from the form, what to fill in, what it concerns.
    var details: [String]
  }

  var title: String
  var stamp: String
  var ask: String
  var needed: [Entry] = []
  var useful: [Entry] = []
  var documents: [String] = []
  let phrases: MissingPhrases

  var asksForDetails: Bool { !needed.isEmpty || !useful.isEmpty }
  var isEmpty: Bool { needed.isEmpty && useful.isEmpty && documents.isEmpty }

  init(_ gaps: Gaps, _ report: RoundReport, _ result: ProposalResult, _ language: Language) {
    let names = Names(report.data, language)
    let round = report.data.round
    phrases = MissingPhrases(language)
    title = phrases.supplementTitle(names.proposal(result))
    let parts: [String?] = [
      round.association.map { $0.shown(language) }, round.title.shown(language),
      round.registrationNumber.map(phrases.registration),
    ]
    stamp = parts.compactMap { $0 }.joined(separator: " · ")
    ask = ""
    let items = gaps.items.filter { $0.proposal == result.index && $0.resolver == .applicant }
    let proposal = report.data.proposals[result.index]
    let required = missingRequired(proposal, report.data.ruleset.form, round.asOf)
    var causes = items.map { $0.cause }
    for path in required where !causes.contains(.field(path)) { causes.append(.field(path)) }
    // In the form's order.
    let claims = proposal.context(by: report.data.ruleset.form, today: round.asOf)
    let place = { (cause: Unknown.Cause) -> Int in
      guard case .field(let path) = cause else { return Int.max }
      return claims.slot(of: path) ?? Int.max
    }
    causes.sort { a, b in place(a) == place(b) ? a < b : place(a) < place(b) }
    for question in names.questions(causes, of: result) where question.kind == .missing {
      let covered = causes.filter { $0 == question.cause || names.isSameGroup($0, question, in: causes) }
      let own = items.filter { covered.contains($0.cause) }
      let isNeeded =
        own.contains { $0.isGate }
        || covered.contains { cause in required.contains { cause == .field($0) } }
      let entry = names.entry(question, covered, own, result, phrases)
      if isNeeded { needed.append(entry) } else { useful.append(entry) }
    }
    documents = Self.documents(gaps, report, result, names, phrases)
    ask = phrases.ask(by: round.supplementBy?.text, onlyDocuments: needed.isEmpty && useful.isEmpty)
  }

  /// Documents that somebody looked for in vain, and those that nobody has seen though others have been.
  private static func documents(
    _ gaps: Gaps, _ report: RoundReport, _ result: ProposalResult, _ names: Names, _ phrases: MissingPhrases
  ) -> [String] {
    let proposal = report.data.proposals[result.index]
    let sheets = report.data.assessments.filter { $0.proposal == result.id }
    var lines: [String] = []
    var told: [String] = []
    for sheet in sheets {
      for document in sheet.documents where !document.seen && !told.contains(document.document) {
        told.append(document.document)
        lines.append(phrases.notFound(names.document(document.document, of: proposal), document.reason))
      }
    }
    if sheets.allSatisfy({ $0.documents.isEmpty }) { return lines }
    for item in gaps.items where item.proposal == result.index {
      if case .document(let id) = item.cause, !told.contains(id) {
        told.append(id)
        lines.append(phrases.notSeen(names.document(id, of: proposal)))
      }
    }
    return lines
  }
}

extension Names {
  fileprivate func isSameGroup(
    _ cause: Unknown.Cause, _ question: OpenQuestion, in causes: [Unknown.Cause]
  ) -> Bool {
    guard case .field(let own) = question.cause, case .field(let path) = cause, own.components.count > 1
    else { return false }
    return own.components.dropLast() == path.components.dropLast()
  }

  fileprivate func entry(
    _ question: OpenQuestion, _ causes: [Unknown.Cause], _ items: [Gaps.Item], _ result: ProposalResult,
    _ phrases: MissingPhrases
  ) -> SupplementList.Entry {
    var details: [String] = []
    if causes.count > 1 {
      details.append(
        phrases.parts(
          causes.compactMap { cause in
            guard case .field(let path) = cause, let field = declaredField(at: path, in: ruleset.form) else {
              return nil
            }
            return inSentence(field.label)
          }))
    } else if case .field(let path) = question.cause,
      let help = declaredField(at: path, in: ruleset.form)?.help
    {
      details.append(ended(help.shown(language)))
    }
    var titles: [String] = []
    for item in items {
      for index in item.eligibility {
        let title = ruleset.eligibility[index].title.shown(language)
        if !titles.contains(title) { titles.append(title) }
      }
    }
    for (criterion, node) in zip(ruleset.criteria, result.verified.children)
    where node.causes.contains(where: { causes.contains($0) }) {
      let title = criterion.title.shown(language)
      if !titles.contains(title) { titles.append(title) }
    }
    if !titles.isEmpty { details.append(phrases.concerns(titles)) }
    return SupplementList.Entry(subject: question.subject, details: details)
  }
}

extension RoundReport {
  /// What the applicant of one proposal is asked to send, as text ready to send. Ends with a line feed.
  public func supplementText(
    _ gaps: Gaps, for result: ProposalResult, _ language: Language, style: TextStyle = TextStyle()
  ) -> String {
    let list = SupplementList(gaps, self, result, language)
    var page = TextPage(style)
    page.heading(list.title)
    page.paragraph(list.stamp)
    page.gap()
    if list.isEmpty {
      page.paragraph(list.phrases.complete)
      return page.text
    }
    page.paragraph(list.ask)
    var number = 0
    for (heading, entries) in list.parts {
      page.gap()
      page.heading(heading)
      for entry in entries {
        number += 1
        page.paragraph("\(number). " + entry.subject, indent: 2, hanging: 3)
        for line in entry.details { page.paragraph(line, indent: 5) }
      }
    }
    if list.asksForDetails {
      page.gap()
      page.paragraph(list.phrases.closing)
    }
    return page.text
  }

  /// The same as CommonMark.
  public func supplementMarkdown(_ gaps: Gaps, for result: ProposalResult, _ language: Language) -> String {
    let list = SupplementList(gaps, self, result, language)
    var blocks = ["# " + MarkdownText.escaped(list.title) + "\n", MarkdownText.escaped(list.stamp) + "\n"]
    if list.isEmpty { return (blocks + [list.phrases.complete + "\n"]).joined(separator: "\n") }
    blocks.append(MarkdownText.escaped(list.ask) + "\n")
    var number = 0
    for (heading, entries) in list.parts {
      blocks.append("## " + MarkdownText.escaped(heading) + "\n")
      var lines = ""
      for entry in entries {
        number += 1
        let text = ([ended(entry.subject)] + entry.details).joined(separator: " ")
        lines += "\(number). " + MarkdownText.escaped(entry.details.isEmpty ? entry.subject : text) + "\n"
      }
      blocks.append(lines)
    }
    if list.asksForDetails { blocks.append(MarkdownText.escaped(list.phrases.closing) + "\n") }
    return blocks.joined(separator: "\n")
  }

  /// The same as `beredning/supplement/1` (docs/schemas/supplement-1.schema.json).
  public func supplementJSON(_ gaps: Gaps, for result: ProposalResult) -> JSON {
    let sv = SupplementList(gaps, self, result, .swedish)
    let en = SupplementList(gaps, self, result, .english)
    func entries(_ sv: [SupplementList.Entry], _ en: [SupplementList.Entry]) -> JSON {
      .array(
        zip(sv, en).map { one, other in
          [
            "subject": ["sv": .string(one.subject), "en": .string(other.subject)],
            "details": .array(
              zip(one.details, other.details).map { ["sv": .string($0), "en": .string($1)] }),
          ]
        })
    }
    return [
      "schema": "beredning/supplement/1", "round": .string(data.round.id), "proposal": .string(result.id),
      "by": .optional(data.round.supplementBy?.text), "needed": entries(sv.needed, en.needed),
      "useful": entries(sv.useful, en.useful),
      "documents": .array(
        zip(sv.documents, en.documents).map { ["sv": .string($0), "en": .string($1)] }),
    ]
  }
}

extension SupplementList {
  /// Headings with what stands under them.
  var parts: [(String, [Entry])] {
    let all = [
      (phrases.needed, needed), (phrases.useful, useful),
      (phrases.documents, documents.map { Entry(subject: $0, details: []) }),
    ]
    return all.filter { !$0.1.isEmpty }
  }
}
