/// Where a proposal is listed (docs/scoring.md, 6).
enum RefList: String, CaseIterable, Sendable {
  case ranked, belowThreshold, supplement, assess, notExamined
}

enum RefReservation: Hashable, Sendable {
  case totalThreshold
  case criterionThreshold(String)
  case exclusion(Int)
  case flag(Int)
}

/// Verdicts of everything beside the criteria.
struct RefGates {
  enum Exclusion: Hashable { case notMet, untried, undecided, excluded, lifted }
  var eligibility: [RefVerdict]
  var exclusionConditions: [RefVerdict]
  var exclusions: [Exclusion]
  var flags: [RefVerdict]
  /// nil where it cannot be told; 0 where the ruleset has no groups.
  var group: Int?
}

extension RefKnowledge {
  func gates() -> RefGates {
    let rules = model.ruleset
    func verdict(_ expression: RefExpression) -> RefVerdict { evaluate(expression, RefScope()).verdict }
    let conditions = rules.exclusions.map { verdict($0.when) }
    return RefGates(
      eligibility: rules.eligibility.map { verdict($0.require) }, exclusionConditions: conditions,
      exclusions: zip(rules.exclusions, conditions).map { status($0, $1) },
      flags: rules.flags.map { verdict($0.when) },
      group: group(rules.groups.map { $0.when.map(verdict) ?? .met }))
  }

  /// The first whose condition holds; nil where that cannot be told, or none holds.
  private func group(_ verdicts: [RefVerdict]) -> Int? {
    if verdicts.isEmpty { return 0 }
    for (index, verdict) in verdicts.enumerated() {
      switch verdict {
      case .met: return index
      case .notMet: continue
      case .unknown, .failed: return nil
      }
    }
    return nil
  }

  /// Judgements that a condition refers to, itself or through facts.
  private func judgements(in expression: RefExpression) -> [String] {
    expression.judgements
      + model.ruleset.facts.filter { expression.mentions($0.name) }.flatMap { judgements(in: $0.value) }
  }

  func status(_ exclusion: RefExclusion, _ when: RefVerdict) -> RefGates.Exclusion {
    let decisions = sheets.flatMap { sheet in
      sheet.exclusions.filter { $0.exclusion == exclusion.id }.map {
        (role: sheet.role, isDecided: $0.isDecided)
      }
    }
    let first = decisions.min { precedence($0.role) < precedence($1.role) }
    let isAnswered =
      when == .met && judgements(in: exclusion.when).contains { answered.contains($0) }
    if let first, !first.isDecided { return .lifted }
    if first != nil || isAnswered {
      let isExcepted = sheets.contains { sheet in
        sheet.exceptions.contains {
          $0.exclusion == exclusion.id && RefKnowledge.day($0.validTo) >= RefKnowledge.day(model.round.asOf)
        }
      }
      return isExcepted ? .lifted : .excluded
    }
    switch when {
    case .met: return .undecided
    case .notMet: return .notMet
    case .unknown, .failed: return .untried
    }
  }

  /// The list, from verdicts, the total and each criterion's points.
  func list(
    _ gates: RefGates, total: RefInterval, points: [(points: RefInterval, mayNotApply: Bool)?]
  ) -> (list: RefList, reservations: Set<RefReservation>) {
    let rules = model.ruleset
    if gates.eligibility.contains(.notMet) || gates.exclusions.contains(.excluded) {
      return (.notExamined, [])
    }
    let open = zip(rules.eligibility, gates.eligibility).filter { $0.1 == .unknown || $0.1 == .failed }
    if gates.group == nil || open.contains(where: { $0.0.isResolvedByApplicant }) { return (.supplement, []) }
    if !open.isEmpty || gates.exclusions.contains(.undecided) { return (.assess, []) }
    var reservations: Set<RefReservation> = []
    if let threshold = rules.threshold?.value {
      if total.high < threshold { return (.belowThreshold, []) }
      if total.low < threshold { reservations.insert(.totalThreshold) }
    }
    for (criterion, points) in zip(rules.criteria, points) {
      guard let threshold = criterion.threshold?.value, let (points, mayNotApply) = points else { continue }
      if points.high < threshold, !mayNotApply { return (.belowThreshold, []) }
      if points.low < threshold { reservations.insert(.criterionThreshold(criterion.id)) }
    }
    for (index, status) in gates.exclusions.enumerated() where status == .untried {
      reservations.insert(.exclusion(index))
    }
    for (index, verdict) in gates.flags.enumerated() where rules.flags[index].asksPerson && verdict != .notMet
    {
      reservations.insert(.flag(index))
    }
    return (.ranked, reservations)
  }
}

/// The order within a group and list (docs/scoring.md, 7).
struct RefOrder {
  struct Entry {
    var index: Int
    var total: RefInterval
    /// One for each of the ruleset's ties; nil where it is not exactly known.
    var keys: [RefFraction?]
  }
  struct Place: Hashable {
    var index: Int
    var rank: Int
    var best: Int
    var worst: Int
    var isCloseToNext: Bool
  }

  let ties: [RefTie]
  let indistinguishableWithin: RefFraction
  let entries: [Entry]

  /// Sets of proposals that share a rank, in order.
  private func order() -> [[Entry]] {
    let lows = Set(entries.map(\.total.low)).sorted(by: >)
    return lows.flatMap { low in split(entries.filter { $0.total.low == low }, by: 0) }
  }

  private func split(_ tied: [Entry], by key: Int) -> [[Entry]] {
    if tied.count < 2 || key == ties.count || tied.contains(where: { $0.keys[key] == nil }) { return [tied] }
    let values = Set(tied.map { $0.keys[key]! }).sorted { ties[key].isDescending ? $0 > $1 : $0 < $1 }
    return values.flatMap { value in split(tied.filter { $0.keys[key] == value }, by: key + 1) }
  }

  func places() -> [Place] {
    let classes = order()
    var places: [Place] = []
    var rank = 1
    for (position, members) in classes.enumerated() {
      let above = Set(classes[..<position].flatMap { $0.map(\.index) })
      for (offset, entry) in members.enumerated() {
        let next =
          offset + 1 < members.count
          ? members[offset + 1] : classes.dropFirst(position + 1).first?.first
        let distance = next.map { entry.total.low - $0.total.low }
        places.append(
          Place(
            index: entry.index, rank: rank,
            best: 1 + entries.count { $0.index != entry.index && isAbove($0, entry, above) },
            worst: 1 + entries.count { $0.index != entry.index && mayBeAbove($0, entry, above) },
            isCloseToNext: distance.map { $0.isZero || $0 < indistinguishableWithin } ?? false))
      }
      rank += members.count
    }
    return places
  }

  /// `b` is above `a` for certain; `above` holds those that the order puts above `a`.
  private func isAbove(_ b: Entry, _ a: Entry, _ above: Set<Int>) -> Bool {
    if b.total.low > a.total.high { return true }
    return a.total.isPoint && b.total.isPoint && above.contains(b.index)
  }

  private func mayBeAbove(_ b: Entry, _ a: Entry, _ above: Set<Int>) -> Bool {
    if a.total.low > b.total.high { return false }
    if a.total.isPoint, b.total.isPoint, !above.contains(b.index) { return false }
    if a.total.low == b.total.high, ties.isEmpty { return false }
    return true
  }
}
