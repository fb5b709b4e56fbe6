internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

/// The tables of the page, one method each.
extension RobustnessPage {
  // MARK: Neighbours

  /// Pairs of neighbours: how far apart, whether the order holds, and the weights at which it turns.
  func writeNeighbours(_ stability: GroupStability, to page: inout Blocks) {
    page.heading(phrases.neighbours, level: 3)
    page.paragraph(phrases.neighboursNote)
    var columns = [
      Blocks.Table.Column(title: phrases.pair, wraps: true),
      Blocks.Table.Column(title: phrases.difference, alignsRight: true),
      Blocks.Table.Column(title: phrases.verdict),
    ]
    columns += ruleset.criteria.indices.map {
      Blocks.Table.Column(
        title: phrases.criterion(head($0).shown(language), now: weight(report.result.weights[$0])),
        wraps: true)
    }
    columns.append(Blocks.Table.Column(title: phrases.together))
    var table = Blocks.Table(columns: columns)
    for pair in stability.pairs {
      guard
        let sensitivity = robustness.weights.pairs.first(where: {
          $0.first == pair.first && $0.second == pair.second
        })
      else { continue }
      let cells = [
        phrases.before(name(pair.first), name(pair.second)),
        ShownNumber.short(pair.difference, decimals: 1, language), pair.stability.label(language),
      ]
      table.rows.append(
        Blocks.Table.Row(
          cells: cells + sensitivity.flips.indices.map { flips(sensitivity.flips[$0], $0) }
            + [radius(sensitivity.radius)]))
    }
    page.table(table)
  }

  /// Where the second of a pair is ahead, along one weight: "över 29,6 %".
  private func flips(_ flips: [WeightFlip], _ criterion: Int) -> String {
    var parts: [String] = []
    var start: WeightFlip?
    for (number, flip) in flips.enumerated() {
      if number == 0 && flip.below < 0 {
        parts.append(phrases.below(weight(flip.weight, apartFrom: criterion)))
      }
      if flip.above < 0 {
        start = flip
      } else if let from = start {
        parts.append(
          phrases.between(
            weight(from.weight, apartFrom: criterion), weight(flip.weight, apartFrom: criterion)))
        start = nil
      }
    }
    if let start { parts.append(phrases.above(weight(start.weight, apartFrom: criterion))) }
    return parts.isEmpty ? phrases.never : parts.joined(separator: phrases.or)
  }

  private func radius(_ radius: Rational?) -> String {
    guard let radius else { return phrases.notComputed }
    return radius < .one ? phrases.radius(ShownShare.percent(radius, language)) : phrases.never
  }

  // MARK: Ranges

  func writeLeaderRanges(_ group: Int, to page: inout Blocks) {
    let ranges = robustness.weights.criteria.compactMap { entry in
      entry.leaders[group].map { (criterion: entry.criterion, range: $0) }
    }
    if ranges.isEmpty { return }
    page.heading(phrases.leaderRange, level: 3)
    page.table(
      rangeTable(ranges) { change, weight, isAbove in
        isAbove
          ? phrases.passes(name(change.passes), above: weight)
          : phrases.passes(name(change.passes), below: weight)
      })
  }

  func writeMoneyLine(to page: inout Blocks) {
    guard let frame = robustness.frame else { return }
    let ranges = robustness.weights.criteria.compactMap { entry in
      entry.moneyLine.map { (criterion: entry.criterion, range: $0) }
    }
    if ranges.isEmpty || frame.order.isEmpty { return }
    page.heading(phrases.moneyLine, level: 2)
    let above = frame.line.above
    page.paragraph(phrases.moneyLineNow(phrases.names(above.map(name)), none: above.isEmpty))
    page.table(
      rangeTable(ranges) { change, weight, isAbove in
        isAbove
          ? phrases.lineChanges(name(change.passed), name(change.passes), above: weight)
          : phrases.lineChanges(name(change.passed), name(change.passes), below: weight)
      })
  }

  private func rangeTable(
    _ ranges: [(criterion: Int, range: WeightRange)],
    _ words: (WeightRange.Change, String, Bool) -> String
  ) -> Blocks.Table {
    var table = Blocks.Table(columns: [
      Blocks.Table.Column(title: phrases.criterionHeading, wraps: true),
      Blocks.Table.Column(title: phrases.now, alignsRight: true),
      Blocks.Table.Column(title: phrases.stays), Blocks.Table.Column(title: phrases.then, wraps: true),
    ])
    for (criterion, range) in ranges {
      let low = range.low.map { weight($0, apartFrom: criterion) }
      let high = range.high.map { weight($0, apartFrom: criterion) }
      var then: [String] = []
      if let low, let change = range.atLow { then.append(words(change, low, false)) }
      if let high, let change = range.atHigh { then.append(words(change, high, true)) }
      let stays =
        low == nil && high == nil
        ? phrases.always
        : phrases.between(
          low ?? ShownShare.percent(.zero, language), high ?? ShownShare.percent(.one, language))
      table.rows.append(
        Blocks.Table.Row(cells: [
          title(criterion), weight(report.result.weights[criterion]), stays,
          then.isEmpty ? phrases.never : then.joined(separator: "; "),
        ]))
    }
    return table
  }

  // MARK: Scenarios

  func writeScenarios(_ group: GroupResult, to page: inout Blocks) {
    let columns = robustness.scenarios.columns
    if columns.count < 2 { return }
    page.heading(phrases.scenarios, level: 3)
    let ranking = RankingPhrases(language)
    var table = Blocks.Table(
      columns: [Blocks.Table.Column(title: ranking.proposal, wraps: true)]
        + columns.map { Blocks.Table.Column(title: scenario($0.kind), wraps: true) })
    for entry in group.ranked {
      table.rows.append(
        Blocks.Table.Row(
          cells: [name(entry.proposal)]
            + columns.map { column in
              let cell = column.cells[entry.proposal]
              let total = ShownNumber.short(cell.total.low, decimals: 0, language)
              guard let place = cell.place else { return "\(phrases.list(cell.list)) (\(total))" }
              return phrases.cell("\(place.rank)", total)
            }))
    }
    page.table(table)
  }

  private func scenario(_ kind: ScenarioColumn.Kind) -> String {
    switch kind {
    case .given: phrases.given
    case .scenario(let index): ruleset.scenarios[index].title.shown(language)
    case .rankOrder: phrases.rankOrder
    case .combined: phrases.combined
    }
  }

  /// What each scenario weighs.
  func writeScenarioWeights(to page: inout Blocks) {
    let tried = robustness.scenarios.columns.filter {
      switch $0.kind {
      case .given, .combined: false
      case .scenario, .rankOrder: true
      }
    }
    if tried.isEmpty { return }
    page.heading(phrases.scenarioWeightsHeading, level: 2)
    page.list(tried.map { phrases.scenarioWeights(scenario($0.kind), weights($0.weights)) })
  }

  private func weights(_ weights: [Rational]) -> String {
    let sum = (try? Rational.sum(weights)) ?? .one
    return ruleset.criteria.indices.map { index in
      let share = (try? weights[index].divided(by: sum)) ?? weights[index]
      return names.inSentence(ruleset.criteria[index].title) + " " + ShownShare.percent(share, language)
    }.joined(separator: ", ")
  }

  // MARK: Leaving one out

  func writeLeaveOneOut(_ group: Int, to page: inout Blocks) {
    let tried = robustness.leaveOneOut
    if tried.isEmpty { return }
    page.heading(phrases.leaveOneOut, level: 3)
    page.paragraph(phrases.leaveOneOutNote)
    let ranking = RankingPhrases(language)
    var table = Blocks.Table(
      columns: [
        Blocks.Table.Column(title: ranking.proposal, wraps: true),
        Blocks.Table.Column(title: phrases.given),
      ]
        + tried.map {
          Blocks.Table.Column(
            title: phrases.without(names.inSentence(head($0.criterion))), wraps: true)
        })
    for entry in report.result.groups[group].ranked {
      let ranks = tried.map { one in
        one.groups[group].first { $0.proposal == entry.proposal }.map { "\($0.rank)" } ?? "–"
      }
      table.rows.append(Blocks.Table.Row(cells: [name(entry.proposal), "\(entry.rank)"] + ranks))
    }
    page.table(table)
  }

  // MARK: Sampled weights

  func writeAcceptability(_ group: GroupResult, to page: inout Blocks) {
    // Where all weights are equal no order of importance is given: its column would repeat the first.
    let isOrdered = RankOrderCentroid.classes(byWeight: report.result.weights).count > 1
    let runs = robustness.acceptability.filter {
      $0.group == group.group && (isOrdered || $0.space != .ordered)
    }
    guard let whole = runs.first, let near = runs.first(where: { $0.space.isNear }) else { return }
    page.heading(phrases.acceptability, level: 3)
    let error = SampledNumber.rounded(whole.result.largestSamplingError * 100, decimals: 1, .up)
    page.paragraph(
      phrases.samples(
        ShownNumber.short(Rational(robustness.options.samples), language),
        seed: String(robustness.options.seed),
        error: phrases.points(
          ShownNumber.short(error, decimals: 1, language))))
    page.paragraph(phrases.ranksNote)
    let ranking = RankingPhrases(language)
    var table = Blocks.Table(
      columns: [
        Blocks.Table.Column(title: ranking.rank), Blocks.Table.Column(title: ranking.proposal, wraps: true),
      ]
        + runs.map { Blocks.Table.Column(title: phrases.first($0.space, share: share), alignsRight: true) }
        + [Blocks.Table.Column(title: phrases.ranks(share), alignsRight: true)])
    for (member, entry) in group.ranked.enumerated() {
      let shares = runs.map {
        ShownShare.frequency($0.result.count(member, rank: 1), of: $0.result.samples, language)
      }
      table.rows.append(
        Blocks.Table.Row(
          cells: ["\(entry.rank)", name(entry.proposal)] + shares + [ranks(near.result, member)]))
    }
    page.table(table)
    if runs.contains(where: { leadsLessOften($0.result) }) { page.paragraph(phrases.moreUnknown) }
    writeCentralWeights(whole, to: &page)
  }

  /// Whether the leader, the first of the members, comes first less often than another.
  private func leadsLessOften(_ result: RankAcceptability) -> Bool {
    (0..<result.alternatives).contains { result.count(0, rank: 1) < result.count($0, rank: 1) }
  }

  /// The ranks that a proposal gets in nine cases of ten: 5 per cent or less lies above, and below.
  private func ranks(_ result: RankAcceptability, _ member: Int) -> String {
    var sum = 0
    var best: Int?
    for rank in 1...result.alternatives {
      sum += result.count(member, rank: rank)
      if best == nil && sum * 20 > result.samples { best = rank }
      if sum * 20 >= 19 * result.samples {
        let first = best ?? rank
        return first == rank ? "\(rank)" : "\(first)–\(rank)"
      }
    }
    return "–"
  }

  private func writeCentralWeights(_ whole: GroupAcceptability, to page: inout Blocks) {
    // The mean of a few samples says little.
    let leading = whole.members.indices.filter {
      whole.result.count($0, rank: 1) * 100 >= whole.result.samples
    }
    if leading.count < 2 { return }
    page.heading(phrases.central, level: 3)
    page.paragraph(phrases.centralNote)
    let ranking = RankingPhrases(language)
    var table = Blocks.Table(
      columns: [Blocks.Table.Column(title: ranking.proposal, wraps: true)]
        + ruleset.criteria.indices.map {
          Blocks.Table.Column(title: head($0).shown(language), alignsRight: true)
        })
    for member in leading {
      guard let weights = whole.result.centralWeights[member] else { continue }
      table.rows.append(
        Blocks.Table.Row(
          cells: [name(whole.members[member])]
            + weights.map {
              ShownShare.percent(
                SampledNumber.rounded($0, decimals: 2), decimals: 0, language)
            }))
    }
    page.table(table)
  }
}

extension WeightSpace {
  /// Around the given weights.
  var isNear: Bool { if case .within = self { true } else { false } }
}
