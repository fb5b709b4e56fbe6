internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

extension PaperBuilder {
  /// What could change the order, whole numbers alone: for each proposal its strongest, each pair once.
  func changes() -> [String] {
    var told: [Int] = []
    var pairs: [(Int, Int)] = []
    var settled: [String] = []
    var weights: [String] = []
    for change in report.result.changes {
      switch change {
      case .settled(let proposal, let cause, let total, let rank):
        if told.contains(proposal) { continue }
        told.append(proposal)
        let question = names.question(cause, of: results[proposal])
        settled.append(
          words.settled(
            name(proposal), oneLine(inSentence(question), limit: 90), kind: question.kind,
            total: ShownNumber.short(total, decimals: 0, language), rank: rank))
      case .weight(let criterion, let weight, let from, let first, let second):
        if pairs.contains(where: { $0 == (first, second) }) { continue }
        pairs.append((first, second))
        let to = ShownNumber.short(weight, decimals: 0, language)
        let now = ShownNumber.short(from, decimals: 0, language)
        weights.append(
          words.weightChange(
            inSentence(ruleset.criteria[criterion]), to: to, from: now, isMore: from < weight,
            first: name(first), second: name(second)))
      }
    }
    // Of both kinds, where there are both.
    if settled.count > 2 && !weights.isEmpty {
      settled = Array(settled.prefix(2)) + [weights[0]] + settled.dropFirst(2)
    }
    return settled + weights.filter { !settled.contains($0) }
  }

  /// The subject of a question as it stands inside a sentence: "avsiktsförklaringen" for a document's title.
  func inSentence(_ question: OpenQuestion) -> String {
    guard let first = question.subject.first else { return question.subject }
    return String(first).lowercased() + question.subject.dropFirst()
  }
}

/// What a member may ask: what is contested, what is missing and what is weakest, nearest to the money first.
struct QuestionsToAsk {
  let builder: PaperBuilder

  init(_ builder: PaperBuilder) { self.builder = builder }

  func questions(limit: Int) -> [String] {
    if limit == 0 { return [] }
    var contested: [String] = []
    var missing: [String] = []
    var weak: [String] = []
    for index in candidates {
      let result = builder.results[index]
      let questions = builder.names.questions(result.allOpen(builder.ruleset), of: result)
      if let one = questions.first(where: { $0.kind == .disagreement }) { contested.append(ask(one, index)) }
      // What is not settled and has no answer at all comes before what a role has yet to look at.
      if let one = questions.first(where: { $0.kind == .missing || $0.kind == .unanswered })
        ?? questions.first(where: { $0.kind == .unseen })
      {
        missing.append(ask(one, index))
      }
      if let question = weakest(index) { weak.append(question) }
    }
    var chosen = Array(contested.prefix(1)) + missing.prefix(1) + weak.prefix(1)
    for question in contested.dropFirst() + missing.dropFirst() + weak.dropFirst() {
      if chosen.count < limit && !chosen.contains(question) { chosen.append(question) }
    }
    return Array(chosen.prefix(limit))
  }

  /// Those around the line where the money ends, then from the top.
  private var candidates: [Int] {
    var order: [Int] = []
    if let pair = builder.atTheLine { order = [pair.above, pair.below] }
    for group in builder.report.result.groups {
      for entry in group.ranked.prefix(4) where !order.contains(entry.proposal) {
        order.append(entry.proposal)
      }
    }
    return order
  }

  private func ask(_ question: OpenQuestion, _ index: Int) -> String {
    builder.words.ask(
      question, oneLine(builder.inSentence(question), limit: 110), about: builder.name(index))
  }

  /// The criterion with the least value, where the ruleset has words for it.
  private func weakest(_ index: Int) -> String? {
    let result = builder.results[index]
    var lowest: (criterion: Int, value: Rational)?
    for (number, _) in builder.ruleset.criteria.enumerated() {
      let node = result.verified.children[number]
      guard let value = node.value, node.isApplicable != false else { continue }
      if lowest == nil || value.low < lowest!.value { lowest = (number, value.low) }
    }
    guard let lowest, let level = builder.ruleset.level(of: lowest.value) else { return nil }
    return builder.words.askWeakest(
      builder.name(index), builder.inSentence(builder.ruleset.criteria[lowest.criterion]),
      level.label.shown(builder.language))
  }
}
