internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

extension RoundReport {
  /// Economic figures of some proposals; of all where nothing else is asked for. Empty where the ruleset has none.
  public func economyResults(_ chosen: [ProposalResult]? = nil) -> [EconomyResult] {
    (chosen ?? result.proposals).compactMap { economyResult(data, at: $0.index, plan: plan) }
  }

  /// Economic figures beside the points, as text for a terminal. Ends with a line feed.
  public func economyText(_ results: [EconomyResult], _ language: Language, style: TextStyle = TextStyle())
    -> String
  {
    let phrases = EconomyPhrases(language)
    var page = TextPage(style)
    page.heading(phrases.title(data.round.title.shown(language)))
    guard let words = EconomyPage(results, self, language) else {
      page.paragraph(phrases.noRules)
      return page.text
    }
    page.paragraph(phrases.reading)
    if let note = data.ruleset.economy?.note { page.paragraph(ended(note.shown(language))) }
    for section in words.sections {
      page.gap()
      page.heading(section.name)
      write(section.rows, to: &page, phrases)
      if !section.targets.isEmpty { page.paragraph(phrases.targets, indent: 2) }
      for target in section.targets {
        page.paragraph("· " + target.title, indent: 4, hanging: 2)
        for line in target.comparisons { page.paragraph(line, indent: 8, hanging: 2) }
      }
    }
    if let warning = words.warning {
      page.gap()
      page.paragraph("! " + warning, hanging: 2)
    }
    if !words.without.isEmpty {
      page.gap()
      page.paragraph(phrases.without(words.without))
    }
    return page.text
  }

  private func write(_ rows: [EconomyPage.Row], to page: inout TextPage, _ phrases: EconomyPhrases) {
    if rows.isEmpty { return }
    var table = TextTable([
      TextTable.Column(title: "", wraps: true, limit: 34),
      TextTable.Column(title: phrases.low, alignsRight: true),
      TextTable.Column(title: phrases.middle, alignsRight: true),
      TextTable.Column(title: phrases.high, alignsRight: true),
      TextTable.Column(title: phrases.how, wraps: true),
    ])
    table.indent = 2
    for row in rows { table.add([row.title, row.low, row.middle, row.high, row.how]) }
    if table.write(to: &page) { return }
    for row in rows {
      page.paragraph(
        "\(row.title): \(row.low), \(row.middle), \(row.high) (\(row.how))", indent: 2, hanging: 2)
    }
  }

  /// The same as CommonMark with tables.
  public func economyMarkdown(_ results: [EconomyResult], _ language: Language) -> String {
    let phrases = EconomyPhrases(language)
    var blocks = ["# " + MarkdownText.escaped(phrases.title(data.round.title.shown(language))) + "\n"]
    guard let words = EconomyPage(results, self, language) else {
      return (blocks + [phrases.noRules + "\n"]).joined(separator: "\n")
    }
    var lead = [phrases.reading]
    if let note = data.ruleset.economy?.note { lead.append(ended(note.shown(language))) }
    blocks.append(lead.map(MarkdownText.escaped).joined(separator: "\\\n") + "\n")
    for section in words.sections {
      blocks.append("## " + MarkdownText.escaped(section.name) + "\n")
      if !section.rows.isEmpty {
        blocks.append(
          MarkdownText.table(
            [phrases.what, phrases.low, phrases.middle, phrases.high, phrases.how],
            right: [false, true, true, true, false],
            rows: section.rows.map { [$0.title, $0.low, $0.middle, $0.high, $0.how] }))
      }
      if !section.targets.isEmpty {
        blocks.append("### " + MarkdownText.escaped(phrases.targets) + "\n")
        blocks.append(
          MarkdownText.list(
            section.targets.map { ([ended($0.title)] + $0.comparisons.map(ended)).joined(separator: " ") }))
      }
    }
    if let warning = words.warning { blocks.append("**" + MarkdownText.escaped(warning) + "**\n") }
    if !words.without.isEmpty { blocks.append(MarkdownText.escaped(phrases.without(words.without)) + "\n") }
    return blocks.joined(separator: "\n")
  }

  /// The same as `beredning/economy/1` (docs/schemas/economy-1.schema.json).
  public func economyJSON(_ results: [EconomyResult]) -> JSON {
    [
      "schema": "beredning/economy/1", "round": .string(data.round.id),
      "figures": .array((data.ruleset.economy?.figures ?? []).map(figureJSON)),
      "benchmarks": .array((data.ruleset.economy?.benchmarks?.items ?? []).map(benchmarkJSON)),
      "proposals": .array(results.map(economyJSON)),
    ]
  }

  private func figureJSON(_ figure: Economy.Figure) -> JSON {
    [
      "id": .string(figure.id), "title": figure.title.json,
      "basis": .string(figure.basis == .gross ? "gross" : "net"), "perspective": figure.perspective.json,
      "unit": .optional(figure.unit), "sources": sourcesJSON(figure.sources),
    ]
  }

  private func benchmarkJSON(_ item: Benchmarks.Item) -> JSON {
    [
      "id": .string(item.id), "title": item.title.json, "match": .array(item.match.map { .string($0) }),
      "value": NumberJSON.number(item.value, decimals: 3), "sources": sourcesJSON(item.sources),
    ]
  }

  private func economyJSON(_ one: EconomyResult) -> JSON {
    let economy = data.ruleset.economy
    return [
      "proposal": .string(result.proposals[one.proposal].id),
      "figures": .array(
        zip(economy?.figures ?? [], one.figures).map { figure, result in
          [
            "id": .string(figure.id), "low": result.low.map(ValueJSON.value) ?? .null,
            "value": ValueJSON.value(result.value), "high": result.high.map(ValueJSON.value) ?? .null,
            "horizon": ValueJSON.value(result.horizon), "rate": ValueJSON.value(result.rate),
            "price_year": ValueJSON.value(result.priceYear),
          ]
        }),
      "targets": .array(
        one.targets.map { target in
          [
            "label": .string(target.label), "value": ValueJSON.value(target.value),
            "match": .array(target.match.map(ValueJSON.value)),
            "comparable_with": .array(
              zip(economy?.benchmarks?.items ?? [], target.comparisons).filter { $1 == .comparable }.map {
                .string($0.0.id)
              }),
          ]
        }),
    ]
  }
}
