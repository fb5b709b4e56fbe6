/// Decision tables, by docs/scoring.md, 3.
extension RefScorer {
  func table(_ table: RefTable, _ maximum: RefFraction, _ scope: RefScope) -> RefPart {
    var part = RefPart()
    var certain: [RefFraction] = []
    var possible: [RefFraction] = []
    /// The points of rows that may match, in order, each with whether it does for certain.
    var rows: [(points: RefFraction, isCertain: Bool)] = []
    for row in table.rows {
      let condition = zip(row.tests, table.inputs).map { $0.of($1) }
        .reduce(RefExpression.bool(true)) { .and($0, $1) }
      let value = knowledge.evaluate(condition, scope)
      part.causes.formUnion(value.causes)
      let points = row.points.value
      switch value.verdict {
      case .met:
        certain.append(points)
        rows.append((points, true))
      case .notMet: break
      case .unknown:
        possible.append(points)
        rows.append((points, false))
      case .failed:
        part.hasFailed = true
        possible.append(points)
        rows.append((points, false))
      }
    }
    let whole = RefInterval(.zero, maximum)
    let otherwise = table.otherwise.map { RefInterval($0.value) }
    var outcome: RefInterval?
    switch table.hit {
    case .unique:
      if rows.count > 1 {
        part.hasFailed = part.hasFailed || certain.count > 1
      } else {
        outcome = firstOutcome(rows, otherwise)
      }
    case .any:
      if Set(rows.map(\.points)).count > 1 {
        part.hasFailed = part.hasFailed || Set(certain).count > 1
      } else {
        outcome = firstOutcome(rows, otherwise)
      }
    case .first: outcome = firstOutcome(rows, otherwise)
    case .priority:
      let ordered = rows.enumerated().sorted {
        $0.element.points != $1.element.points
          ? $0.element.points > $1.element.points : $0.offset < $1.offset
      }
      outcome = firstOutcome(ordered.map(\.element), otherwise)
    case .sum:
      let sure = RefInterval(certain.reduce(.zero, +))
      let sum = RefInterval(
        possible.reduce(sure.low) { $0 + min($1, .zero) }, possible.reduce(sure.high) { $0 + max($1, .zero) })
      outcome = counted(sum, certain.isEmpty, possible.isEmpty, otherwise)
    case .count:
      let count = RefInterval(RefFraction(certain.count), RefFraction(rows.count))
      outcome = counted(count, certain.isEmpty, possible.isEmpty, otherwise)
    case .least, .most: outcome = extreme(table.hit, certain, possible, otherwise)
    }
    if rows.isEmpty, outcome == nil { part.hasFailed = true }
    part.value = outcome?.clamped(.zero, maximum) ?? whole
    return part
  }

  /// The first row that holds; nil where nothing may hold and there is no default.
  private func firstOutcome(
    _ rows: [(points: RefFraction, isCertain: Bool)], _ otherwise: RefInterval?
  ) -> RefInterval? {
    var outcomes: [RefInterval] = []
    for row in rows {
      outcomes.append(RefInterval(row.points))
      if row.isCertain { return hull(outcomes) }
    }
    guard let otherwise else { return nil }
    return hull(outcomes + [otherwise])
  }

  /// C+ and C#: where nothing holds the default, or else 0.
  private func counted(
    _ value: RefInterval, _ noneCertain: Bool, _ nonePossible: Bool, _ otherwise: RefInterval?
  ) -> RefInterval {
    guard noneCertain, let otherwise else { return value }
    return nonePossible ? otherwise : value.hull(otherwise)
  }

  private func extreme(
    _ hit: RefTable.Hit, _ certain: [RefFraction], _ possible: [RefFraction], _ otherwise: RefInterval?
  ) -> RefInterval? {
    func best(_ points: [RefFraction]) -> RefFraction { hit == .least ? points.min()! : points.max()! }
    if certain.isEmpty {
      guard let otherwise else { return nil }
      return hull([otherwise] + possible.map { RefInterval($0) })
    }
    let alone = best(certain)
    return RefInterval(alone).hull(RefInterval(best(certain + possible)))
  }
}
