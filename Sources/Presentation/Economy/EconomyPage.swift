internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Economic figures of some proposals in words, in one language.
struct EconomyPage {
  struct Row {
    var title: String
    var low: String
    var middle: String
    var high: String
    /// Basis, perspective, horizon, rate and price year.
    var how: String
  }

  struct Target {
    var title: String
    var comparisons: [String]
  }

  struct Section {
    var name: String
    var rows: [Row]
    var targets: [Target]
  }

  var sections: [Section] = []
  var without: [String] = []
  /// That the proposals do not count alike.
  var warning: String?

  private let names: Names
  private let phrases: EconomyPhrases
  private let economy: Economy

  init?(_ results: [EconomyResult], _ report: RoundReport, _ language: Language) {
    guard let economy = report.data.ruleset.economy else { return nil }
    self.economy = economy
    names = Names(report.data, language)
    phrases = EconomyPhrases(language)
    for result in results {
      let name = names.proposal(report.result.proposals[result.proposal])
      let rows = zip(economy.figures, result.figures).filter { $1.isGiven }.map(row)
      let targets = result.targets.compactMap(target)
      if rows.isEmpty && targets.isEmpty {
        without.append(name)
      } else {
        sections.append(Section(name: name, rows: rows, targets: targets))
      }
    }
    for (index, figure) in economy.figures.enumerated() where warning == nil {
      var labels: [String] = []
      for result in results where result.figures[index].isGiven {
        let label = how(figure, result.figures[index])
        if !labels.contains(label) { labels.append(label) }
      }
      if labels.count > 1 { warning = phrases.differ }
    }
  }

  private func row(_ figure: Economy.Figure, _ result: EconomyResult.Figure) -> Row {
    let words = { (value: Value?) -> String in
      value.map { ValueWords(names).words($0, unit: figure.unit) } ?? ""
    }
    return Row(
      title: figure.title.shown(names.language) + ", " + figure.perspective.shown(names.language),
      low: words(result.low), middle: words(result.value),
      high: words(result.high), how: how(figure, result))
  }

  private func how(_ figure: Economy.Figure, _ result: EconomyResult.Figure) -> String {
    var parts = [phrases.basis(figure.basis)]
    if let part = label(result.horizon, phrases.missingHorizon, { phrases.horizon($0) }) {
      parts.append(part)
    }
    if case .null(nil) = result.rate {
      parts.append(phrases.undiscounted)
    } else if case .number(let rate) = result.rate {
      parts.append(phrases.rate(NumberWords.percent(rate, names.language, decimals: 1)))
    } else {
      parts.append(phrases.missingRate)
    }
    if let part = label(result.priceYear, phrases.missingYear, { phrases.prices($0) }) { parts.append(part) }
    return parts.joined(separator: ", ")
  }

  /// nil where the figure has none.
  private func label(_ value: Value, _ missing: String, _ words: (String) -> String) -> String? {
    switch value {
    case .null(nil): nil
    case .number(let number): words(NumberWords.number(number, names.language, grouped: false))
    default: missing
    }
  }

  /// nil where no target of others has the same measure, that is the first of what must be the same.
  private func target(_ target: EconomyResult.Target) -> Target? {
    guard let benchmarks = economy.benchmarks else { return nil }
    var lines: [String] = []
    for (item, comparison) in zip(benchmarks.items, target.comparisons) {
      let title = item.title.shown(names.language)
      switch comparison {
      case .comparable:
        lines.append(phrases.comparable(title, words(.number(decimal(item.value)), benchmarks)))
      case .notComparable(let differing) where !differing.contains(0):
        lines.append(
          phrases.notComparable(title, differing.map { names.inSentence(benchmarks.match[$0].title) }))
      case .notComparable: continue
      }
    }
    if lines.isEmpty { return nil }
    return Target(
      title: phrases.target(target.label, words(target.value, benchmarks)), comparisons: lines)
  }

  private func words(_ value: Value, _ benchmarks: Benchmarks) -> String {
    ValueWords(names).words(value, unit: benchmarks.unit)
  }

  private func decimal(_ value: Rational) -> Decimal {
    Decimal(value.decimalText(scale: 6, mode: .halfUp)) ?? Decimal(0)
  }
}
