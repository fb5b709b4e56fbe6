import ExactNumbers
import FEEL
import Scoring

/// The engine's result beside the reference's, with every disagreement in words.
struct RefComparison {
  let model: RefCase
  private(set) var disagreements: [String] = []
  /// What was compared, to be printed: a test that compares nothing must not look well.
  private(set) var tally = RefTally()

  init(_ model: RefCase) {
    self.model = model
    let pipeline = RefPipeline(model)
    guard let result = pipeline.result else {
      let errors = pipeline.findings.split(separator: "\n\n").filter { $0.hasPrefix("error") }
      disagreements.append("the engine does not take it:\n\(errors.joined(separator: "\n"))")
      return
    }
    for (index, proposal) in model.proposals.enumerated() {
      tally.pairs += 1
      compare(proposal, result.proposals[index])
    }
    compareOrder(result)
  }

  /// What a disagreement is about, without ids and figures.
  static func kind(_ disagreement: String) -> String {
    if disagreement.hasPrefix("the engine does not take it") {
      // By the codes of the errors.
      let codes = disagreement.split(separator: "\n").filter { $0.hasPrefix("error ") }.map { $0.prefix(10) }
      return "not taken: \(Set(codes).sorted().joined(separator: ", "))"
    }
    let words = [
      "total", "exact", "applies", "group", "listed", "order", "reservations", "parts sum", "list",
    ]
    let isVerified = disagreement.contains("claimed") ? "claimed " : ""
    return isVerified + (words.first { disagreement.contains($0) } ?? "verdict")
  }

  private mutating func disagree(_ proposal: RefProposal, _ what: String) {
    disagreements.append("\(proposal.id): \(what)")
  }

  // MARK: One proposal

  private mutating func compare(_ proposal: RefProposal, _ result: ProposalResult) {
    if result.id != proposal.id { return disagree(proposal, "stands where \(result.id) should") }
    let verified = RefKnowledge(model, proposal, .verified)
    compare(proposal, "verified", verified.score(), result.verified)
    compare(proposal, "claimed", RefKnowledge(model, proposal, .claimed).score(), result.claimed)
    compare(proposal, verified, result)
    for (name, run) in [("verified", result.verified), ("claimed", result.claimed)] {
      compareSums(proposal, name, run)
    }
  }

  private mutating func compare(
    _ proposal: RefProposal, _ run: String, _ score: RefScore, _ engine: Explanation
  ) {
    let total = RefInterval(RefFraction(engine.contribution.low), RefFraction(engine.contribution.high))
    compare(proposal, "\(run) total", score.total, total, engine.quality)
    for (criterion, expected) in zip(model.ruleset.criteria, score.criteria) {
      let name = "\(run) \(criterion.id)"
      guard let node = engine.children.first(where: { $0.kind == .criterion && $0.path == criterion.id })
      else {
        disagree(proposal, "\(name) is not explained")
        continue
      }
      if expected.application == .doesNot {
        if node.isApplicable != false { disagree(proposal, "\(name) should not apply") }
        continue
      }
      if expected.application == .unknown, node.isApplicable == false {
        tally.sharperVerdicts += 1
        continue
      }
      guard let value = node.value else {
        disagree(proposal, "\(name) has no value")
        continue
      }
      compare(proposal, name, expected.value, RefInterval(value), node.quality)
      if let points = node.points, RefInterval(points) != RefInterval(value).scaled(criterion.maximum) {
        disagree(
          proposal, "\(name): points \(RefInterval(points)) are not the value times \(criterion.maximum)")
      }
    }
  }

  private mutating func compare(
    _ proposal: RefProposal, _ what: String, _ figure: RefFigure, _ engine: RefInterval,
    _ quality: IntervalQuality
  ) {
    let said = "\(engine) \(quality == .exact ? "exact" : "bound")"
    let expected =
      "inner \(figure.inner.map(\.description) ?? "–") outer \(figure.outer) \(figure.isExact.map { $0 ? "exact" : "bound" } ?? "–")"
    if !figure.outer.contains(engine) || !(figure.inner.map { engine.contains($0) } ?? true) {
      disagree(proposal, "\(what) is \(said), the reference says \(expected)")
    } else if figure.isExact == true, quality != .exact {
      disagree(proposal, "\(what) is \(said) and should be exact")
    } else if figure.isExact == false, quality == .exact {
      tally.exactBeyond += 1
    }
    tally.figures += 1
    if engine.isPoint { tally.points += 1 } else if figure.isExact == true { tally.exact += 1 }
    if figure.inner != figure.outer {
      tally.bounds += 1
      if engine == figure.outer { tally.sameBounds += 1 }
    }
  }

  // MARK: Lists

  private mutating func compare(
    _ proposal: RefProposal, _ knowledge: RefKnowledge, _ result: ProposalResult
  ) {
    var gates = knowledge.gates()
    for (index, rule) in model.ruleset.eligibility.enumerated() {
      gates.eligibility[index] = agreed(
        proposal, rule.id, gates.eligibility[index], RefVerdict(result.eligibility[index].verdict))
    }
    for (index, rule) in model.ruleset.flags.enumerated() {
      gates.flags[index] = agreed(
        proposal, rule.id, gates.flags[index], RefVerdict(result.flags[index].verdict))
    }
    for (index, rule) in model.ruleset.exclusions.enumerated() {
      let verdict = agreed(
        proposal, rule.id, gates.exclusionConditions[index], RefVerdict(result.exclusions[index].verdict))
      gates.exclusions[index] = knowledge.status(rule, verdict)
      let status = RefGates.Exclusion(result.exclusions[index].status)
      if status != gates.exclusions[index] {
        disagree(proposal, "\(rule.id) is \(status), the reference says \(gates.exclusions[index])")
      }
    }
    let group = model.ruleset.groups.isEmpty ? 0 : result.group
    if gates.group == nil, group != nil {
      tally.sharperVerdicts += 1
      gates.group = group
    } else if group != gates.group {
      disagree(
        proposal,
        "is in group \(group.map { "\($0)" } ?? "–"), the reference says \(gates.group.map { "\($0)" } ?? "–")"
      )
      return
    }
    let nodes = model.ruleset.criteria.map { criterion in
      result.verified.children.first { $0.kind == .criterion && $0.path == criterion.id }
    }
    let isOpen = zip(model.ruleset.criteria, nodes).contains {
      $0.threshold != nil && $1?.isApplicable == nil
    }
    if isOpen { tally.openThresholds += 1 }
    let expected = knowledge.list(
      gates, total: RefInterval(result.total),
      points: nodes.map { node in
        guard let node, let points = node.points, node.isApplicable != false else { return nil }
        return (RefInterval(points), node.isApplicable == nil)
      })
    let list = RefList(result.list)
    tally.lists[list, default: 0] += 1
    if list != expected.list {
      disagree(proposal, "is listed as \(list), the reference says \(expected.list)")
    } else if list == .ranked {
      let reservations = Set(result.reservations.map { RefReservation($0) })
      if reservations != expected.reservations {
        disagree(proposal, "reservations \(reservations), the reference says \(expected.reservations)")
      }
    }
  }

  /// The engine may know more than the reference (and is then held to every filling-in elsewhere), never less.
  private mutating func agreed(
    _ proposal: RefProposal, _ rule: String, _ expected: RefVerdict, _ engine: RefVerdict
  ) -> RefVerdict {
    if expected != engine {
      if expected == .unknown, engine == .met || engine == .notMet {
        tally.sharperVerdicts += 1
      } else {
        disagree(proposal, "\(rule) is \(engine), the reference says \(expected)")
      }
    }
    return engine
  }

  // MARK: Sums

  private mutating func compareSums(_ proposal: RefProposal, _ run: String, _ node: Explanation) {
    if node.children.isEmpty { return }
    tally.sums += 1
    var low = RefFraction.zero
    var high = RefFraction.zero
    for child in node.children {
      low = low + RefFraction(child.contribution.low)
      high = high + RefFraction(child.contribution.high)
      compareSums(proposal, run, child)
    }
    let own = (RefFraction(node.contribution.low), RefFraction(node.contribution.high))
    if own != (low, high) {
      disagree(
        proposal,
        "\(run) \(node.path): contribution [\(own.0), \(own.1)] but its parts sum to [\(low), \(high)]")
    }
  }

  // MARK: Order

  private mutating func compareOrder(_ result: RoundResult) {
    for group in result.groups {
      let members = result.proposals.filter { proposal in
        model.ruleset.groups.isEmpty || proposal.group == group.group
      }
      let ranked = members.filter { $0.list == .ranked }
      let order = RefOrder(
        ties: model.ruleset.ties,
        indistinguishableWithin: model.ruleset.indistinguishableWithin?.value ?? .zero,
        entries: ranked.map { RefOrder.Entry(index: $0.index, total: RefInterval($0.total), keys: keys($0)) })
      let expected = order.places()
      let places = group.ranked.map { entry in
        RefOrder.Place(
          index: entry.proposal, rank: entry.rank, best: entry.best, worst: entry.worst,
          isCloseToNext: entry.isCloseToNext)
      }
      tally.ranked += places.count
      // The order of those that share a rank is the engine's own.
      let isSame =
        places.map(\.rank) == expected.map(\.rank)
        && places.map(\.isCloseToNext) == expected.map(\.isCloseToNext)
        && Set(places.map { [$0.index, $0.rank, $0.best, $0.worst] })
          == Set(expected.map { [$0.index, $0.rank, $0.best, $0.worst] })
      if !isSame { disagreements.append("order \(places)\nthe reference says \(expected)") }
      let others: [(List, [Int])] = [
        (.belowThreshold, group.belowThreshold), (.supplement, group.supplement), (.assess, group.assess),
        (.notExamined, group.notExamined),
      ]
      for (list, indices) in others {
        let expected = members.filter { $0.list == list }.map(\.index)
        let lows = indices.map { RefFraction(result.proposals[$0].total.low) }
        if Set(indices) != Set(expected) || indices.count != expected.count || lows != lows.sorted(by: >) {
          disagreements.append("list \(RefList(list)) holds \(indices), the reference says \(expected)")
        }
      }
    }
    let listed = result.groups.reduce(0) {
      $0 + $1.ranked.count + $1.belowThreshold.count + $1.supplement.count + $1.assess.count
        + $1.notExamined.count
    }
    if listed != model.proposals.count {
      disagreements.append("\(listed) of \(model.proposals.count) proposals are listed")
    }
  }

  private func keys(_ result: ProposalResult) -> [RefFraction?] {
    let knowledge = RefKnowledge(model, model.proposals[result.index], .verified)
    return model.ruleset.ties.map { tie in
      switch tie.key {
      case .criterion(let index):
        let id = model.ruleset.criteria[index].id
        let node = result.verified.children.first { $0.kind == .criterion && $0.path == id }
        guard let node, node.isApplicable == true, let value = node.value, value.isKnown else { return nil }
        return RefFraction(value.low)
      case .fact(let index): return known(knowledge.evaluate(model.ruleset.facts[index].value, RefScope()))
      case .column(let index):
        return known(knowledge.evaluate(model.ruleset.columns[index].value, RefScope()))
      }
    }
  }

  private func known(_ value: RefValue) -> RefFraction? {
    if case .number(let number) = value { number } else { nil }
  }
}

/// How much was compared.
struct RefTally {
  var pairs = 0
  var figures = 0
  var points = 0
  /// Intervals with both ends tried out.
  var exact = 0
  /// Intervals that the documents only bound, and of them those that are the same to the end.
  var bounds = 0
  var sameBounds = 0
  /// Marked exact where the reference could not try everything.
  var exactBeyond = 0
  var sharperVerdicts = 0
  var openThresholds = 0
  var sums = 0
  var ranked = 0
  var lists: [RefList: Int] = [:]

  static func + (a: RefTally, b: RefTally) -> RefTally {
    var sum = a
    sum.pairs += b.pairs
    sum.figures += b.figures
    sum.points += b.points
    sum.exact += b.exact
    sum.bounds += b.bounds
    sum.sameBounds += b.sameBounds
    sum.exactBeyond += b.exactBeyond
    sum.sharperVerdicts += b.sharperVerdicts
    sum.openThresholds += b.openThresholds
    sum.sums += b.sums
    sum.ranked += b.ranked
    sum.lists.merge(b.lists, uniquingKeysWith: +)
    return sum
  }

  var text: String {
    let lists = RefList.allCases.map { "\($0) \(self.lists[$0] ?? 0)" }.joined(separator: ", ")
    return """
      \(pairs) rulesets × proposals; \(figures) totals and criteria, of them \(points) known, \(exact) exact \
      intervals, \(bounds) bounds (\(sameBounds) the same to the end; \(exactBeyond) sharper and marked exact); \
      \(sums) sums; lists: \(lists); \(ranked) ranked; \(sharperVerdicts) verdicts sharper, \
      \(openThresholds) open thresholds
      """
  }
}

extension RefGates.Exclusion {
  init(_ status: ExclusionResult.Status) {
    self =
      switch status {
      case .notMet: .notMet
      case .untried: .untried
      case .undecided: .undecided
      case .excluded: .excluded
      case .lifted: .lifted
      }
  }
}

extension RefReservation {
  init(_ reservation: Reservation) {
    self =
      switch reservation {
      case .totalThreshold: .totalThreshold
      case .criterionThreshold(let path): .criterionThreshold(path)
      case .exclusion(let index): .exclusion(index)
      case .flag(let index): .flag(index)
      }
  }
}
