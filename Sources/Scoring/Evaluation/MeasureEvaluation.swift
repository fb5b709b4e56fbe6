internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

extension Measure {
  /// Piecewise linear between the points, clamped outside.
  func points(at input: Rational) throws(ArithmeticError) -> Rational {
    guard let first = points.first, let last = points.last else { return .zero }
    if input <= first.input { return first.points }
    if last.input <= input { return last.points }
    for (left, right) in zip(points, points.dropFirst()) where input <= right.input {
      let share = try input.subtracting(left.input).divided(by: right.input.subtracting(left.input))
      return try left.points.adding(share.multiplied(by: right.points.subtracting(left.points)))
    }
    return last.points
  }

  /// Lowest and highest value on `low ... high`; nil is unbounded. Both are attained at an end or a breakpoint.
  func range(from low: Rational?, to high: Rational?) throws(ArithmeticError) -> Interval {
    var candidates: [Rational] = []
    if let low { candidates.append(try points(at: low)) } else { candidates.append(points[0].points) }
    if let high { candidates.append(try points(at: high)) } else { candidates.append(points.last!.points) }
    for point in points {
      let aboveLow = low.map { $0 <= point.input } ?? true
      let belowHigh = high.map { point.input <= $0 } ?? true
      if aboveLow && belowHigh { candidates.append(point.points) }
    }
    return Interval(candidates.min()!, candidates.max()!)
  }
}

extension CriterionEvaluation {
  func scoreMeasure(_ criterion: Criterion, _ measure: Measure, _ reads: CriterionReads, path: String)
    throws(ArithmeticError) -> Scored
  {
    var node = Explanation(kind: .measure, path: path + "/measure", title: criterion.title)
    var causes: [Unknown.Cause] = []
    var isOpen = false
    var points: Interval
    let everything = Interval(
      measure.points.map { $0.points }.min() ?? .zero, measure.points.map { $0.points }.max() ?? .zero)

    switch value(measure.of, at: reads.only) {
    case .number(let number):
      node.verdict = .met
      if let number = exact(number) {
        points = Interval(try measure.points(at: number))
      } else {
        points = everything
        isOpen = true
      }
    case .null(nil):
      points = .zero
      node.verdict = .notMet
      node.notes.append(.nullCountedAsZero)
    case .unknown(let unknown):
      causes = unknown.causes
      node.verdict = .unknown
      if case .values(let values) = unknown.bounds,
        let measured = try measured(values, by: measure, orElse: everything)
      {
        points = measured
      } else if let range = unknown.numberRange {
        points = try measure.range(
          from: range.low.flatMap { exact($0) }, to: range.high.flatMap { exact($0) })
        if range.mayBeNull { points = points.hull(.zero) }
      } else {
        points = everything.hull(.zero)
      }
    case .null(let reason?):
      points = everything
      node.verdict = .failed(reason)
      isOpen = true
      node.notes.append(.failed(reason, measure.of.span(of: reason.range)))
    case let other:
      let reason = NullReason(.notACondition(other.kind), at: measure.of.expression.range)
      points = everything
      node.verdict = .failed(reason)
      isOpen = true
      node.notes.append(.failed(reason, measure.of.span))
    }
    points = points.clamped(from: .zero, to: criterion.maximum)
    node.contribution = (points.low, points.high)
    node.points = points
    node.possiblePoints = criterion.maximum
    node.possibleContribution = criterion.maximum
    node.causes = causes
    if detail.hasReasons {
      node.span = measure.of.span
      if detail == .full {
        node.condition = traceValue(
          measure.of.expression, in: scope, evaluator: situation.evaluator, vocabulary: ruleset.vocabulary,
          locals: locals)
      }
    }
    return try finish(
      criterion, path: path, points: points, children: [node], causes: causes, isOpen: isOpen)
  }

  private func measured(
    _ values: [Value], by measure: Measure, orElse everything: Interval
  ) throws(ArithmeticError) -> Interval? {
    var result: Interval?
    for value in values {
      let points: Interval
      switch value {
      case .number(let number):
        guard let number = exact(number) else { return nil }
        points = Interval(try measure.points(at: number))
      case .null(nil): points = .zero
      // An error would leave everything open.
      case .null: points = everything
      default: return nil
      }
      result = result?.hull(points) ?? points
    }
    return result
  }

  func scoreJudged(_ criterion: Criterion, _ judged: Judged, path: String) throws(ArithmeticError) -> Scored {
    let judgement = ruleset.judgements[judged.judgement]
    // A judgement of the proposal as a whole counts for every member alike.
    let key = judgement.per == nil ? nil : itemKey
    var trace = situation.base.sheets.judgement(judged.judgement, key: key, in: ruleset)
    let cause = Unknown.Cause.judgement(judgement.id, key: key)
    if case .string(let filled)? = situation.filling[cause],
      let step = judgement.scale.firstIndex(where: { $0.id == filled })
    {
      trace.low = step
      trace.high = step
    }
    let possible = judged.points[trace.low...trace.high]
    let points = Interval(possible.min()!, possible.max()!)
    var node = Explanation(kind: .judged, path: path + "/" + judgement.id, title: judgement.question)
    node.verdict = trace.low == trace.high ? .met : .unknown
    node.contribution = (points.low, points.high)
    node.points = points
    node.possiblePoints = criterion.maximum
    node.possibleContribution = criterion.maximum
    node.judgements = [trace]
    node.causes = points.isKnown ? [] : [cause]
    if detail.hasReasons { node.span = judgement.span }
    return try finish(
      criterion, path: path, points: points, children: [node], causes: node.causes, isOpen: false)
  }
}

/// The exact fraction; nil for numbers past any bound that points could have.
func exact(_ number: Decimal) -> Rational? { try? Rational(number) }
