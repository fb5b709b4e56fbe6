internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

extension CriterionEvaluation {
  enum Match { case certain, possible, no }

  /// What the rows come to.
  struct TableOutcome {
    var matches: [Match] = []
    var causes: [Unknown.Cause] = []
    var isOpen = false
    var notes: [Explanation.Note] = []
  }

  private func outcome(_ table: Table, in scope: Scope) -> TableOutcome {
    let inputs = table.inputs.map { situation.evaluate($0.of, in: scope) }
    var outcome = TableOutcome()
    for row in table.rows {
      var match = Match.certain
      for (index, tests) in row.tests.enumerated() {
        switch situation.evaluator.evaluateTests(tests.tests, subject: inputs[index], in: scope) {
        case .boolean(true): break
        case .boolean(false), .null(nil): match = .no
        case .unknown(let unknown):
          outcome.causes = outcome.causes.union(unknown.causes)
          if match == .certain { match = .possible }
        case .null(let reason?):
          outcome.isOpen = true
          outcome.notes.append(.failed(reason, tests.span))
          if match == .certain { match = .possible }
        default: match = .no
        }
        if match == .no { break }
      }
      outcome.matches.append(match)
    }
    return outcome
  }

  /// docs/scoring.md, 3, table.
  func scoreTable(_ criterion: Criterion, _ table: Table, _ reads: CriterionReads, path: String)
    throws(ArithmeticError) -> Scored
  {
    let rows = self.table(reads.only) { self.outcome(table, in: $0) }
    let matches = rows.matches
    var isOpen = rows.isOpen
    var notes = rows.notes
    let outcome = try possiblePoints(table, matches)
    var points = outcome.points?.clamped(from: .zero, to: criterion.maximum)
    if points == nil {
      points = Interval(.zero, criterion.maximum)
      isOpen = true
      notes.append(outcome.conflict ? .tableConflict : .noRowMatches)
    } else if outcome.mayFail {
      // Sound whatever turns out; trying every filling-in may narrow it.
      points = Interval(.zero, criterion.maximum)
    }
    var node = Explanation(kind: .row, path: path + "/table", title: criterion.title)
    node.notes = notes
    node.contribution = (points!.low, points!.high)
    node.points = points
    node.possiblePoints = criterion.maximum
    node.possibleContribution = criterion.maximum
    node.causes = points!.isKnown ? [] : rows.causes
    node.verdict = points!.isKnown ? .met : .unknown
    if detail.hasReasons {
      let shown = matches.firstIndex { $0 == .certain } ?? matches.firstIndex { $0 == .possible }
      if let shown {
        node.span = table.rows[shown].span
        node.path = path + "/row-" + String(shown + 1)
        if let because = table.rows[shown].because, matches[shown] == .certain {
          node.because = render(because, in: scope, situation, locals: locals)
        }
      }
    }
    return try finish(
      criterion, path: path, points: points!, children: [node], causes: rows.causes, isOpen: isOpen)
  }

  /// The lowest and highest points among the outcomes that are possible; nil when every outcome fails.
  private func possiblePoints(_ table: Table, _ matches: [Match]) throws(ArithmeticError)
    -> (points: Interval?, conflict: Bool, mayFail: Bool)
  {
    let rows = table.rows.indices
    let certain = rows.filter { matches[$0] == .certain }
    let possible = rows.filter { matches[$0] == .possible }
    let points = { (index: Int) -> Rational in table.rows[index].points }
    var outcomes: [Rational] = []
    var mayFail = false

    switch table.hitPolicy {
    case .unique:
      if certain.count > 1 { return (nil, true, true) }
      outcomes = (certain.isEmpty ? possible : certain).map(points)
      // Rows that may hold beside another may turn out to break the hit policy.
      mayFail = certain.count + possible.count > 1
      if certain.isEmpty { addDefault() }
    case .any:
      for index in certain where points(index) != points(certain[0]) { return (nil, true, true) }
      outcomes = (certain + possible).map(points)
      mayFail = outcomes.contains { $0 != outcomes[0] }
      if certain.isEmpty { addDefault() }
    case .first, .priority:
      var order = Array(rows)
      if table.hitPolicy == .priority {
        order = order.ordered { points($1) < points($0) || points($0) == points($1) && $0 < $1 }
      }
      var isSettled = false
      for index in order where matches[index] != .no {
        outcomes.append(points(index))
        if matches[index] == .certain {
          isSettled = true
          break
        }
      }
      if !isSettled { addDefault() }
    case .collectSum:
      var low = Rational.zero
      var high = Rational.zero
      for index in certain {
        low = try low.adding(points(index))
        high = try high.adding(points(index))
      }
      for index in possible {
        low = try low.adding(min(points(index), .zero))
        high = try high.adding(max(points(index), .zero))
      }
      if certain.isEmpty, possible.isEmpty, let otherwise = table.otherwise {
        return (Interval(otherwise), false, false)
      }
      if certain.isEmpty, let otherwise = table.otherwise {
        return (Interval(low, high).hull(Interval(otherwise)), false, false)
      }
      return (Interval(low, high), false, false)
    case .collectCount:
      if certain.isEmpty, let otherwise = table.otherwise {
        let counted = Interval(Rational(possible.isEmpty ? 0 : 1), Rational(possible.count))
        return (possible.isEmpty ? Interval(otherwise) : counted.hull(Interval(otherwise)), false, false)
      }
      return (
        Interval(Rational(certain.count), Rational(certain.count + possible.count)), false, false
      )
    case .collectMinimum, .collectMaximum:
      let isMinimum = table.hitPolicy == .collectMinimum
      let settled = certain.map(points)
      if let best = isMinimum ? settled.min() : settled.max() {
        outcomes.append(best)
        for index in possible where isMinimum ? points(index) < best : best < points(index) {
          outcomes.append(points(index))
        }
      } else {
        outcomes = possible.map(points)
        addDefault()
      }
    }

    func addDefault() {
      if let otherwise = table.otherwise {
        outcomes.append(otherwise)
      } else if certain.isEmpty {
        mayFail = true
      }
    }

    guard let low = outcomes.min(), let high = outcomes.max() else { return (nil, false, true) }
    return (Interval(low, high), false, mayFail)
  }
}
