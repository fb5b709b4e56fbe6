public import Diagnostics

extension SelfCheck {
  /// What the applicant reads, as text for a terminal. Ends with a line feed.
  public func text(_ language: Language, style: TextStyle = TextStyle()) -> String {
    let view = CheckViewBuilder(self, language, citesPlaces: true).view()
    var page = TextPage(style)
    CheckTextWriter(check: self, view: view, language: language).write(to: &page)
    return page.text
  }
}

private struct CheckTextWriter {
  let check: SelfCheck
  let view: CheckView
  let language: Language

  /// More of what is missing than this is counted.
  private static let shown = 12

  func write(to page: inout TextPage) {
    page.heading(view.name)
    page.paragraph(view.stamp)
    page.gap()
    page.paragraph(view.lead)
    for stop in view.stops {
      let phrase = CheckPhrases(language).stop(stop.title, isOpen: stop.isOpen)
      page.paragraph(
        "! " + ([phrase] + stop.sentences).joined(separator: " "), indent: 2, hanging: 2)
    }
    writeMissing(to: &page)
    writeStanding(to: &page)
    guard let advice = view.advice, !advice.sections.isEmpty else { return }
    page.gap()
    page.heading(view.adviceHeading)
    page.paragraph(view.adviceLead)
    advice.write(to: &page, ImprovementPhrases(language))
  }

  private func writeMissing(to page: inout TextPage) {
    if view.missing.isEmpty { return }
    page.gap()
    page.heading(view.missingHeading)
    for gap in view.missing.prefix(Self.shown) {
      let place = gap.span.map { " (" + check.report.place($0) + ")" } ?? ""
      page.paragraph("· " + gap.sentence + place, indent: 2, hanging: 2)
    }
    let more = view.missing.count - Self.shown
    if more > 0 { page.paragraph(RankingPhrases(language).more(more), indent: 4) }
  }

  private func writeStanding(to page: inout TextPage) {
    page.gap()
    page.heading(view.standingHeading)
    var table = TextTable([
      TextTable.Column(title: "", wraps: true, limit: 44), TextTable.Column(title: "", wraps: true),
      TextTable.Column(title: "", alignsRight: true),
    ])
    table.hasHeader = false
    table.indent = 2
    for row in view.standing { table.add([row.title, row.level, row.points]) }
    _ = table.write(to: &page)
    for remark in view.remarks { page.paragraph("! " + remark, indent: 2, hanging: 2) }
  }
}
