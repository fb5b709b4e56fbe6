internal import Criteria
public import Diagnostics
public import Scoring

extension RoundReport {
  /// What the applicant of one proposal is asked to send, as a Word document.
  public func supplementDocument(_ gaps: Gaps, for result: ProposalResult, _ language: Language) -> [UInt8] {
    let list = SupplementList(gaps, self, result, language)
    var blocks: [PaperBlock] = [
      .heading(1, list.title), .paragraph(PaperParagraph(list.stamp, .note)),
    ]
    if list.isEmpty {
      blocks.append(.paragraph(PaperParagraph(list.phrases.complete)))
    } else {
      blocks.append(.paragraph(PaperParagraph(list.ask, .lead)))
      for (heading, entries) in list.parts {
        blocks.append(.heading(2, heading))
        blocks.append(
          .list(
            entries.map { entry in
              [PaperRun(text: entry.subject, bold: !entry.details.isEmpty)]
                + entry.details.map { PaperRun(text: "\n" + $0) }
            }, isNumbered: true))
      }
      if list.asksForDetails { blocks.append(.paragraph(PaperParagraph(list.phrases.closing))) }
    }
    let association = data.round.association?.shown(language) ?? data.round.title.shown(language)
    return Paper(
      language: language, title: list.title,
      running: Paper.Running(
        association: association,
        status: language == .swedish ? "Begäran om komplettering" : "Request for a supplement", stamp: nil),
      blocks: blocks
    ).docx()
  }
}
