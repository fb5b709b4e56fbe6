extension Builtins {
  /// DMN 1.5, 10.3.4.9 (Allen's relations between points and ranges).
  static let ranges: [Builtin] = [
    relation("before", [.points, .pointAndRange, .rangeAndPoint, .ranges]) { before($0, $1, $2) },
    relation("after", [.points, .pointAndRange, .rangeAndPoint, .ranges]) { before($0, $2, $1) },
    relation("meets", [.ranges]) { meets($0, $1, $2) },
    relation("met by", [.ranges]) { meets($0, $2, $1) },
    relation("overlaps", [.ranges]) { overlaps($0, $1, $2) },
    relation("overlaps before", [.ranges]) { overlapsBefore($0, $1, $2) },
    relation("overlaps after", [.ranges]) { overlapsBefore($0, $2, $1) },
    relation("finishes", [.pointAndRange, .ranges]) { finishes($0, $1, $2) },
    relation("finished by", [.rangeAndPoint, .ranges]) { finishes($0, $2, $1) },
    relation("includes", [.rangeAndPoint, .ranges]) { includes($0, $1, $2) },
    relation("during", [.pointAndRange, .ranges]) { includes($0, $2, $1) },
    relation("starts", [.pointAndRange, .ranges]) { starts($0, $1, $2) },
    relation("started by", [.rangeAndPoint, .ranges]) { starts($0, $2, $1) },
    relation("coincides", [.points, .ranges]) { coincides($0, $1, $2) },
  ]

  private enum Form {
    case points, pointAndRange, rangeAndPoint, ranges

    var overload: BuiltinSignature.Overload {
      switch self {
      case .points: .form(.init("point1", .any), .init("point2", .any), gives: .boolean)
      case .pointAndRange: .form(.init("point", .any), .init("range", .anyRange), gives: .boolean)
      case .rangeAndPoint: .form(.init("range", .anyRange), .init("point", .any), gives: .boolean)
      case .ranges: .form(.init("range1", .anyRange), .init("range2", .anyRange), gives: .boolean)
      }
    }
  }

  /// A point counts as the closed range from it to itself; the standard's formulas for points are those for
  /// ranges with that.
  private static func relation(
    _ name: String, _ forms: [Form],
    _ holds: @escaping @Sendable (Evaluation, RangeValue, RangeValue) -> Truth
  ) -> Builtin {
    Builtin(name, forms.reversed().map { $0.overload }, .handled) { call in
      guard let a = range(call[0]), let b = range(call[1]) else {
        return Truth.any.value(Unknown.merged(call[0].causes, call[1].causes))
      }
      let takesPoints = forms.contains(.points)
      if !takesPoints, call[0].kind != .range, call[1].kind != .range {
        return call.fail(.type(parameter: "range", found: call[1].kind))
      }
      let truth = holds(call.evaluation, a, b)
      if truth == .null {
        return call.fail(.operandTypes(operation: name, (a.low ?? .null).kind, (b.low ?? .null).kind))
      }
      return truth.value(Unknown.merged(call[0].causes, call[1].causes))
    }
  }

  private static func range(_ value: Value) -> RangeValue? {
    switch value {
    case .range(let range): return range
    case .unknown(let unknown):
      // Something unknown that cannot be a range counts as a point.
      guard case .number = unknown.bounds else { return nil }
      return RangeValue(low: value, lowClosed: true, high: value, highClosed: true)
    default: return RangeValue(low: value, lowClosed: true, high: value, highClosed: true)
    }
  }

  // MARK: Ends

  /// `a < b` for an upper end and a lower end and so on; an end that is nil lies beyond everything.
  private static func compare(
    _ evaluation: Evaluation, _ operation: ComparisonOperator, _ a: Value?, _ b: Value?
  ) -> Truth {
    guard let a, let b else { return .no }
    return evaluation.compare(operation, a, b)
  }

  private static func before(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    compare(evaluation, .less, a.high, b.low)
      .or(
        Truth(!a.highClosed || !b.lowClosed).and(compare(evaluation, .equal, a.high, b.low)))
  }

  private static func meets(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    Truth(a.highClosed && b.lowClosed).and(compare(evaluation, .equal, a.high, b.low))
  }

  private static func overlaps(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    reaches(evaluation, a, b).and(reaches(evaluation, b, a))
  }

  /// Whether `a` does not end before `b` begins.
  private static func reaches(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    guard a.high != nil, b.low != nil else { return .yes }
    return compare(evaluation, .greater, a.high, b.low)
      .or(Truth(a.highClosed && b.lowClosed).and(compare(evaluation, .equal, a.high, b.low)))
  }

  private static func overlapsBefore(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    startsEarlier(evaluation, a, b, strictly: true)
      .and(reaches(evaluation, a, b))
      .and(endsLater(evaluation, b, a, strictly: false))
  }

  /// Whether `a` starts before `b`, or, when not strictly, where it does.
  private static func startsEarlier(
    _ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue, strictly: Bool
  ) -> Truth {
    guard let first = a.low else { return Truth(!strictly || b.low != nil) }
    guard let second = b.low else { return .no }
    let tie = strictly ? a.lowClosed && !b.lowClosed : a.lowClosed || !b.lowClosed
    return evaluation.ordering(.less, first, second)
      .or(Truth(tie).and(evaluation.equality(first, second)))
  }

  private static func endsLater(
    _ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue, strictly: Bool
  ) -> Truth {
    guard let first = a.high else { return Truth(!strictly || b.high != nil) }
    guard let second = b.high else { return .no }
    let tie = strictly ? a.highClosed && !b.highClosed : a.highClosed || !b.highClosed
    return evaluation.ordering(.greater, first, second)
      .or(Truth(tie).and(evaluation.equality(first, second)))
  }

  private static func finishes(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    Truth(a.highClosed == b.highClosed)
      .and(compare(evaluation, .equal, a.high, b.high))
      .and(startsEarlier(evaluation, b, a, strictly: false))
  }

  private static func starts(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    Truth(a.lowClosed == b.lowClosed)
      .and(compare(evaluation, .equal, a.low, b.low))
      .and(endsLater(evaluation, b, a, strictly: false))
  }

  private static func includes(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    startsEarlier(evaluation, a, b, strictly: false).and(endsLater(evaluation, a, b, strictly: false))
  }

  private static func coincides(_ evaluation: Evaluation, _ a: RangeValue, _ b: RangeValue) -> Truth {
    evaluation.equality(.range(a), .range(b))
  }
}
