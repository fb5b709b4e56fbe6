/// What the documents say of one figure: it holds `inner`, it stays within `outer`, and where the two are the
/// same there is nothing to choose.
struct RefFigure {
  /// What filling-ins reach; nil where they were not all tried.
  var inner: RefInterval?
  /// What Kleene's logic and bounds give.
  var outer: RefInterval
  /// Whether it must be marked exact; nil where the documents leave it open.
  var isExact: Bool?

  static func known(_ interval: RefInterval, hasFailed: Bool) -> RefFigure {
    RefFigure(inner: interval, outer: interval, isExact: hasFailed && !interval.isPoint ? nil : true)
  }
}

struct RefCriterionScore {
  var application: RefPart.Application
  /// 0 … 1
  var value: RefFigure
  var part: RefPart
}

struct RefScore {
  var total: RefFigure
  /// One for each top criterion.
  var criteria: [RefCriterionScore]
}

extension RefKnowledge {
  static let largestEnumeration = 4096

  /// The total and its criteria, by docs/scoring.md, 4, 5 and 8.
  func score() -> RefScore {
    let criteria = model.ruleset.criteria
    let parts = parts(criteria)
    let isDoubtful = hasDoubtfulList
    let scores = criteria.indices.map { index in
      RefCriterionScore(
        application: parts[index].application, value: figure(criteria[index], parts[index], isDoubtful),
        part: parts[index])
    }
    var inner: RefInterval? = .zero
    var outer = RefInterval.zero
    var isExact: Bool? = true
    for component in components(parts) {
      let figure = contribution(component, parts, scores, isDoubtful)
      outer = outer + figure.outer
      inner = inner.flatMap { sum in figure.inner.map { sum + $0 } }
      if figure.isExact == false || isExact == false {
        isExact = false
      } else if figure.isExact == nil {
        isExact = nil
      }
    }
    return RefScore(total: RefFigure(inner: inner, outer: outer, isExact: isExact), criteria: scores)
  }

  private func parts(_ criteria: [RefCriterion], assumed: Set<String> = []) -> [RefPart] {
    let scorer = RefScorer(knowledge: self, assumed: assumed)
    return criteria.map { scorer.part($0, RefScope(), path: $0.id) }
  }

  /// Every way to answer these questions; nil where they are too many or without end.
  func fillings(_ questions: Set<String>) -> [[String: RefValue]]? {
    var fillings: [[String: RefValue]] = [[:]]
    for question in questions.sorted() {
      guard let domain = domain(of: question),
        fillings.count * domain.count <= RefKnowledge.largestEnumeration
      else { return nil }
      fillings = fillings.flatMap { filling in
        domain.map { answer in filling.merging([question: answer]) { $1 } }
      }
    }
    return fillings
  }

  /// The value of one criterion where it applies.
  private func figure(_ criterion: RefCriterion, _ part: RefPart, _ isDoubtful: Bool) -> RefFigure {
    if part.application == .doesNot { return .known(.zero, hasFailed: false) }
    if part.causes.isEmpty { return .known(part.value, hasFailed: part.hasFailed) }
    guard let fillings = fillings(part.causes) else {
      return RefFigure(inner: nil, outer: part.value, isExact: part.value.isPoint ? true : false)
    }
    var values: [RefInterval] = []
    var hasFailed = part.hasFailed
    for filling in fillings {
      let scorer = RefScorer(knowledge: assuming(filling), assumed: part.assumed)
      let filled = scorer.part(criterion, RefScope(), path: criterion.id)
      if filled.application == .doesNot { continue }
      values.append(filled.value)
      hasFailed = hasFailed || filled.hasFailed
    }
    if values.isEmpty { return RefFigure(inner: nil, outer: part.value, isExact: nil) }
    if part.application == .unknown {
      // What it would be worth where it does not apply is nobody's business, nor is what it is not worth.
      return RefFigure(inner: hull(values), outer: part.value, isExact: nil)
    }
    return figure(hull(values), part, isOpen: hasFailed || isDoubtful)
  }

  private func figure(_ tried: RefInterval, _ part: RefPart, isOpen: Bool) -> RefFigure {
    if !part.assumed.isEmpty {
      // Documents that nobody has handed in are assumed: never exact, unless it comes to one value.
      return RefFigure(inner: tried, outer: part.value, isExact: part.value.isPoint ? true : nil)
    }
    if isOpen { return RefFigure(inner: tried, outer: part.value, isExact: nil) }
    return RefFigure(inner: tried, outer: tried, isExact: true)
  }

  /// Criteria that hang on the same open questions, together. Where one may or may not apply, weights move
  /// between all of them.
  private func components(_ parts: [RefPart]) -> [[Int]] {
    if parts.contains(where: { $0.application == .unknown }) { return [Array(parts.indices)] }
    var components: [(indices: [Int], causes: Set<String>)] = []
    for (index, part) in parts.enumerated() {
      var joined = (indices: [index], causes: part.causes)
      components.removeAll { other in
        if other.causes.isDisjoint(with: part.causes) { return false }
        joined.indices += other.indices
        joined.causes.formUnion(other.causes)
        return true
      }
      components.append(joined)
    }
    return components.map { $0.indices.sorted() }
  }

  /// What the criteria of a component add to the total.
  private func contribution(
    _ component: [Int], _ parts: [RefPart], _ scores: [RefCriterionScore], _ isDoubtful: Bool
  ) -> RefFigure {
    let weights = RefWeights(model.ruleset.criteria)
    func sum(_ parts: [RefPart], _ values: [RefInterval]) -> RefInterval {
      hull(
        weights.cases(parts).map { applies in
          if !applies.contains(true) { return .zero }
          let shares = weights.shares(applies)
          return component.reduce(.zero) { $0 + values[$1].scaled(shares[$1] * model.ruleset.scale.value) }
        })
    }
    let separate = sum(parts, scores.map(\.value.outer))
    let causes = component.reduce(Set<String>()) { $0.union(parts[$1].causes) }
    let assumed = component.reduce(Set<String>()) { $0.union(parts[$1].assumed) }
    var hasFailed = component.contains { parts[$0].hasFailed }
    if causes.isEmpty { return .known(separate, hasFailed: hasFailed) }
    if component.count == 1, parts[component[0]].application == .applies {
      // Alone: what the criterion gives.
      let figure = scores[component[0]].value
      let inner = figure.inner.map { value in
        sum(parts, scores.indices.map { $0 == component[0] ? value : scores[$0].value.outer })
      }
      return RefFigure(inner: inner, outer: separate, isExact: figure.isExact)
    }
    guard let fillings = fillings(causes) else {
      return RefFigure(inner: nil, outer: separate, isExact: separate.isPoint)
    }
    var totals: [RefInterval] = []
    for filling in fillings {
      let filled = assuming(filling).parts(model.ruleset.criteria, assumed: assumed)
      totals.append(sum(filled, filled.map(\.value)))
      hasFailed = hasFailed || component.contains { filled[$0].hasFailed }
    }
    let tried = hull(totals)
    if !assumed.isEmpty {
      return RefFigure(inner: tried, outer: separate, isExact: separate.isPoint ? true : nil)
    }
    if hasFailed || isDoubtful { return RefFigure(inner: tried, outer: separate, isExact: nil) }
    return RefFigure(inner: tried, outer: tried, isExact: true)
  }
}
