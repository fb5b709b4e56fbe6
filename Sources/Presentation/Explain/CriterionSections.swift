internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// A criterion with its rules, its parts or its members.
struct CriterionSections {
  let builder: ExplanationBuilder

  init(_ builder: ExplanationBuilder) { self.builder = builder }

  private var phrases: ExplanationPhrases { builder.phrases }
  private var language: Language { builder.language }

  func section(_ criterion: Criterion, _ node: Explanation) -> ExplanationView.Section {
    var section = ExplanationView.Section(heading: heading(criterion, node))
    if node.isApplicable == false { return section }
    section.lead = node.notes.compactMap(note)
    if criterion.each != nil {
      for item in node.children where item.kind == .item {
        var member = ExplanationView.Section(heading: heading(criterion, item))
        member.lead = item.notes.compactMap(note)
        fill(&member, criterion, item)
        member.rows += adjustments(item)
        section.sections.append(member)
      }
    } else {
      fill(&section, criterion, node)
    }
    section.rows += adjustments(node)
    let references = criterion.sources + (builder.numbersSources ? [] : ruleSources(node))
    if let sources = builder.sources(references) { section.footer.append(sources) }
    return section
  }

  private func fill(_ section: inout ExplanationView.Section, _ criterion: Criterion, _ node: Explanation) {
    if case .composite(let parts, _) = criterion.scoring {
      for part in parts {
        for child in node.children where child.kind == .criterion && child.path == node.path + "/" + part.id {
          section.sections.append(self.section(part, child))
        }
      }
      return
    }
    var told: [JudgementTrace] = []
    for child in node.children {
      switch child.kind {
      case .step, .rule, .measure, .judged, .row:
        section.rows.append(RuleRow(builder).row(child, told: told))
        told += child.judgements
      default: break
      }
    }
  }

  private func adjustments(_ node: Explanation) -> [ExplanationView.Row] {
    node.children.compactMap { child in
      guard case .adjustment = child.kind else { return nil }
      return ExplanationView.Row(
        title: child.title.shown(language), points: "",
        sentences: [
          phrases.changesTotal(low: child.contribution.low, high: child.contribution.high)
        ])
    }
  }

  /// "Bredd: 45 av 100 (45–60), ger 11,25 av 25 poäng"
  private func heading(_ criterion: Criterion, _ node: Explanation) -> String {
    // A member's name is data, and has no language.
    let title = node.kind == .item ? node.title(language) : node.title.shown(language)
    if node.isApplicable == false { return phrases.notApplicable(title) }
    guard let points = node.points else { return title }
    return phrases.criterion(
      title, points: ShownNumber.short(points.low, language),
      of: ShownNumber.short(criterion.maximum, language),
      range: points.isKnown ? nil : ShownNumber.range(points, language),
      gives: ShownNumber.short(builder.contributions.low(node), language),
      ofPoints: node.possibleContribution.map { ShownNumber.short($0, language) })
  }

  private func note(_ note: Explanation.Note) -> String? { RuleRow(builder).note(note) }

  /// The sources of the rules under a node; those of its criteria stand in their own sections.
  private func ruleSources(_ node: Explanation) -> [SourceReference] {
    node.children.flatMap { child -> [SourceReference] in
      switch child.kind {
      case .criterion: []
      case .item: ruleSources(child)
      default: child.sources
      }
    }
  }
}
