internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// The sections of the tjänsteskrivelse: what people have written, with the figures that belong there.
struct PaperSections {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  private var words: PaperPhrases { builder.words }
  private var language: Language { builder.language }
  private var texts: PaperTexts { builder.round.paper }
  private var ruleset: Ruleset { builder.ruleset }

  func blocks() -> [PaperBlock] {
    var blocks: [PaperBlock] = []
    add(.decisions, words.decisions, decisions(), to: &blocks)
    add(.summary, words.summary, written(texts.summary, words.writeSummary), to: &blocks)
    add(.matter, words.matter, written(texts.matter) + matter(), to: &blocks)
    add(.assessment, words.assessment, written(texts.assessment) + assessment(), to: &blocks)
    add(.economy, words.economy, written(texts.economy) + economy(), to: &blocks)
    for section in texts.sections ?? words.ownSections {
      blocks.append(.heading(2, oneLine(section.title.shown(language), limit: 120)))
      blocks += written(section.text, section.prompt?.shown(language))
    }
    add(.documents, words.documents, documents(), to: &blocks)
    add(.sentTo, words.sentTo, sentTo(), to: &blocks)
    if !blocks.isEmpty { blocks.insert(.pageBreak, at: 0) }
    return blocks
  }

  private func add(
    _ part: PaperTexts.Part, _ title: String, _ content: [PaperBlock], to blocks: inout [PaperBlock]
  ) {
    if texts.without.contains(part) || content.isEmpty { return }
    blocks.append(.heading(2, title))
    blocks += content
  }

  private func written(_ text: Text?, _ prompt: String? = nil) -> [PaperBlock] {
    if let text { return builder.paragraphs(text.shown(language)) }
    guard let prompt else { return [] }
    return [.paragraph(PaperParagraph(words.prompt(prompt), .prompt))]
  }

  private func list(_ texts: [Text], isNumbered: Bool) -> PaperBlock {
    .list(texts.map { [PaperRun(text: oneLine($0.shown(language), limit: 2_000))] }, isNumbered: isNumbered)
  }

  // MARK: Sections

  private func decisions() -> [PaperBlock] {
    texts.decisions.isEmpty
      ? written(nil, words.writeDecisions) : [list(texts.decisions, isNumbered: true)]
  }

  private func matter() -> [PaperBlock] {
    let view = RankingView(builder.report, language)
    var lines = [view.counts]
    if let money = view.money { lines.append(money) }
    if let preliminary = view.preliminary { lines.append(preliminary) }
    if let closing = builder.round.closing {
      lines.append(
        words("Sista ansökningsdag var \(closing.text).", "The last day of applying was \(closing.text)."))
    }
    lines.append(
      words(
        "Allt är bedömt som det var \(builder.round.asOf.text).",
        "Everything is assessed as it was \(builder.round.asOf.text)."))
    return [.paragraph(PaperParagraph(lines.joined(separator: " ")))]
  }

  private func assessment() -> [PaperBlock] {
    var blocks: [PaperBlock] = [
      .paragraph(
        PaperParagraph(
          words(
            "Poängen visar hur väl förslagen svarar mot kriterierna, efter vad som är granskat i dag. En uppgift som saknas räknas inte som noll: den ger ett spann, och det lägsta värdet avgör ordningen.",
            "The points show how far the proposals meet the criteria, by what has been examined so far. What is missing does not count as nothing: it gives a range, and its lower end settles the order."
          )))
    ]
    for group in builder.report.result.groups where !group.ranked.isEmpty {
      let title = builder.groupTitle(group) ?? words("Förslagen", "The proposals")
      blocks.append(.heading(3, title))
      blocks += remarks(group)
      blocks.append(.picture(builder.pictures.contributions(group.ranked.map { $0.proposal }, title: title)))
    }
    return blocks
  }

  /// What a ranking says beside its rows: closeness, reservations, whether the leader holds.
  private func remarks(_ group: GroupResult) -> [PaperBlock] {
    let view = RankingView(builder.report, language)
    var items: [String] = []
    if let stability = builder.robustness?.stability.first(where: { $0.group == group.group }) {
      items += StabilityWords(builder).leader(stability)
    }
    let names = group.ranked.map { builder.names.proposal(builder.results[$0.proposal]) }
    for shown in view.groups {
      guard shown.rows.map({ $0.name }) == names else { continue }
      for row in shown.rows {
        if let closeness = row.closeness { items.append(closeness) }
        for remark in row.remarks { items.append(row.name + ". " + ended(remark)) }
      }
    }
    return items.isEmpty
      ? [] : [.list(items.map { [PaperRun(text: oneLine($0, limit: 500))] }, isNumbered: false)]
  }

  private func economy() -> [PaperBlock] {
    guard let frame = builder.frame else { return [] }
    let column = { (sv: String, en: String) in
      PaperTable.Column(title: words(sv, en), isNumber: true, share: 2)
    }
    var table = PaperTable(
      words("Ramen, tusen kronor", "The frame, thousands of kronor"),
      [
        PaperTable.Column(title: words("År", "Year"), share: 1), column("Ram", "Frame"),
        column("Bundet", "Committed"), column("Eget kapital", "Equity"), column("Kvar", "Left"),
        column("Söks av rangordnade", "Asked by the ranked"),
      ])
    let amount = { (kronor: Int64) in WholeMoney.thousands(Rational(integerLiteral: kronor), language) }
    let ranked = frame.order.map { $0.proposal }
    for (number, year) in frame.years.enumerated() {
      var asked = "–"
      if frame.basis == .byYear {
        asked = amount(ranked.reduce(Int64(0)) { $0 + (frame.asks[$1].kronor?[number] ?? 0) })
      }
      table.add([
        String(year.year), amount(year.frame), amount(year.committed), amount(year.equity), amount(year.left),
        asked,
      ])
    }
    var blocks: [PaperBlock] = [.table(table)]
    if !frame.line.entries.isEmpty {
      blocks.append(
        .paragraph(
          PaperParagraph(
            words(
              "Går man uppifrån i poängordning tar pengarna slut vid linjen i bilden. Det är en räkning, inte ett förslag: styrelsen kan välja andra förslag, en del av ett förslag eller att spara.",
              "From the top in order of points the money ends at the line in the picture. That is arithmetic and no proposal: the board may choose others, a part of one, or to save."
            ))))
      blocks.append(.picture(builder.pictures.money(frame)))
    }
    return blocks
  }

  private func documents() -> [PaperBlock] {
    var items = texts.documents
    let count = builder.results.count
    items += [
      Text(
        count == 1 ? "Ansökan" : "Ansökningarna, \(count) stycken",
        count == 1 ? "The application" : "The applications, \(count) of them"),
      Text("Bilaga A: Förslagen", "Annex A: The proposals"),
      Text("Bilaga B: Kriterier och metod", "Annex B: Criteria and method"),
    ]
    return [list(items, isNumbered: false)]
  }

  private func sentTo() -> [PaperBlock] {
    texts.sentTo.isEmpty ? written(nil, words.writeRecipients) : [list(texts.sentTo, isNumbered: false)]
  }
}

/// Whether an order holds, in sentences.
struct StabilityWords {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  func leader(_ group: GroupStability) -> [String] {
    guard let leader = group.leader else { return [] }
    let words = builder.words
    let name = builder.name(leader.leader)
    let others = leader.challengers.prefix(3).map {
      builder.name($0.first == leader.leader ? $0.second : $0.first)
    }
    let against =
      others.isEmpty
      ? "" : words(" Det gäller mot ", " That is against ") + others.joined(separator: ", ") + "."
    let sentence: String =
      switch leader.stability {
      case .holds: words("\(name) står först, och det står sig.", "\(name) comes first, and that holds.")
      case .sensitive:
        words(
          "\(name) står först, men ordningen är känslig för hur kriterierna vägs.",
          "\(name) comes first, but the order is sensitive to how the criteria weigh.")
      case .open:
        words(
          "\(name) står först, men det som saknas kan vända ordningen.",
          "\(name) comes first, but what is missing may turn the order.")
      case .equal:
        words(
          "\(name) står först, men poängen kan inte skilja det från nästa.",
          "\(name) comes first, but the points cannot tell it from the next.")
      }
    return [sentence + (leader.stability == .holds ? "" : against)]
  }
}
