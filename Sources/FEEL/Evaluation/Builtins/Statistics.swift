import ExactNumbers

extension Builtins {
  /// The functions of DMN 1.5, 10.3.4.4 that compute with what a list holds.
  static let statistics: [Builtin] = [
    Builtin("count", [.form(.init("list", .anyList), gives: .number)], .handled, run: count),
    statistic("min", comparables, { extreme($0, .less) }, { unknownExtreme($0, .less) }),
    statistic("max", comparables, { extreme($0, .greater) }, { unknownExtreme($0, .greater) }),
    statistic("sum", numbers(called: "n"), sum, unknownSum),
    statistic("mean", numbers(called: "n"), mean, unknownMean),
    statistic("product", numbers(called: "n"), product, unknownProduct),
    statistic("median", numbers(called: "n"), median, unknownMedian),
    statistic("stddev", numbers(called: "n"), standardDeviation) { $0.evaluation.anything($0[0].causes) },
    Builtin(
      "mode",
      [
        .form(.init("list", .list(.plainNumber)), gives: .argument(0)),
        .variadic(.init("n", .plainNumber), gives: .listOfItems(of: 0)),
      ], run: mode),
  ]

  private static let comparables: [BuiltinSignature.Overload] = [
    .form(.init("list", .anyList), gives: .item(of: 0)), .variadic(.init("c", .any), gives: .item(of: 0)),
  ]

  private static func numbers(called name: String) -> [BuiltinSignature.Overload] {
    [
      .form(.init("list", .list(.plainNumber)), gives: .item(of: 0)),
      .variadic(.init(name, .plainNumber), gives: .item(of: 0)),
    ]
  }

  /// A function for which the order of the list does not matter. `unknown` gives bounds where the lists that an
  /// unknown one may turn out to be are too many to be tried one by one.
  private static func statistic(
    _ name: String, _ overloads: [BuiltinSignature.Overload], _ known: @escaping Builtin.Body,
    _ unknown: @escaping Builtin.Body
  ) -> Builtin {
    Builtin(name, overloads, .handled) { call in
      guard call[0].containsUnknown else { return known(call) }
      let list = ListView(call[0])
      guard let variants = list?.variants else {
        // Where a member is missing for certain it fails, whatever the others are.
        if let list, !list.mayBeNull, list.members.contains(where: { $0.isCertain && $0.value.isNull }) {
          return call.fail(.element(.null))
        }
        return unknown(call)
      }
      return call.evaluation.tryingOut {
        hull(
          variants.map { list in
            known(
              Invocation(
                evaluation: call.evaluation, name: name, overload: call.overload, arguments: [.list(list)],
                range: call.range))
          }, causes: call[0].causes)
      }
    }
  }

  private static func count(_ call: Invocation) -> Value {
    if case .list(let items) = call[0] { return .number(Decimal(items.count)) }
    // What the members are does not matter, only which there are.
    let causes: [Unknown.Cause] = if case .unknown(let unknown) = call[0] { unknown.causes } else { [] }
    guard let list = ListView(call[0]) else { return call.evaluation.anything(call[0].causes) }
    return NumberInterval(
      Decimal(list.certainCount), list.maximumCount.map { Decimal($0) }, mayBeNull: list.mayBeNull
    ).value(causes)
  }

  // MARK: sum, mean, product

  /// The numbers of a list that is known in full; a failure where it holds something else.
  private static func numbers(_ call: Invocation) -> (numbers: [Decimal], failure: Value?) {
    var numbers: [Decimal] = []
    for item in call[0].items {
      guard case .number(let number) = item else {
        return ([], item.nullReason == nil ? call.fail(.element(item.kind)) : item)
      }
      numbers.append(number)
    }
    return (numbers, nil)
  }

  private static func sum(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    guard !numbers.isEmpty else { return .null }
    return call.number { () throws(ArithmeticError) in try total(numbers) }
  }

  static func total(_ numbers: [Decimal]) throws(ArithmeticError) -> Decimal {
    var sum = Decimal.zero
    for number in numbers { sum = try sum.adding(number) }
    return sum
  }

  /// The members of a list as intervals; nil where one may be no number.
  private static func intervals(_ list: ListView) -> [(interval: NumberInterval, isCertain: Bool)]? {
    var result: [(interval: NumberInterval, isCertain: Bool)] = []
    for member in list.members {
      guard let interval = NumberInterval(member.value), !interval.mayBeNull else { return nil }
      result.append((interval, member.isCertain))
    }
    return result
  }

  private static func unknownSum(_ call: Invocation) -> Value {
    let causes = call[0].causes
    guard let list = ListView(call[0]), let members = intervals(list) else {
      return call.evaluation.anything(causes)
    }
    var low: Decimal? = 0
    var high: Decimal? = 0
    do throws(ArithmeticError) {
      for (interval, isCertain) in members {
        low = try plus(low, interval.low.map { isCertain ? $0 : min($0, 0) })
        high = try plus(high, interval.high.map { isCertain ? $0 : max($0, 0) })
      }
      if case .some(let limit, let example) = list.more {
        guard let interval = NumberInterval(example), !interval.mayBeNull else {
          return call.evaluation.anything(causes)
        }
        low = try plus(low, try most(interval.low.map { min($0, 0) }, limit))
        high = try plus(high, try most(interval.high.map { max($0, 0) }, limit))
      }
    } catch {
      return call.evaluation.anything(causes)
    }
    // The sum of an empty list is null. Where the order may be another, so may the rounding.
    var sum = NumberInterval(low, high)
    if !list.isOrdered { sum = sum.widened }
    sum.mayBeNull = list.mayBeNull || list.certainCount == 0
    return sum.value(causes)
  }

  private static func plus(_ a: Decimal?, _ b: Decimal?) throws(ArithmeticError) -> Decimal? {
    guard let a, let b else { return nil }
    return try a.adding(b)
  }

  /// What up to `limit` further members add at most.
  private static func most(_ end: Decimal?, _ limit: Int?) throws(ArithmeticError) -> Decimal? {
    guard let end else { return nil }
    if end.isZero { return 0 }
    guard let limit else { return nil }
    return try end.multiplied(by: Decimal(limit))
  }

  private static func mean(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    guard !numbers.isEmpty else { return .null }
    return call.number { () throws(ArithmeticError) in
      try total(numbers).divided(by: Decimal(numbers.count))
    }
  }

  private static func unknownMean(_ call: Invocation) -> Value {
    let causes = call[0].causes
    guard let list = ListView(call[0]), let members = intervals(list) else {
      return call.evaluation.anything(causes)
    }
    if list.isKnown {
      let count = NumberInterval(Decimal(members.count), Decimal(members.count))
      guard let sum = NumberInterval(unknownSum(call)),
        let mean = NumberInterval.compute(.divide, sum, count)
      else { return call.evaluation.anything(causes) }
      return mean.value(causes)
    }
    // Which members count is not known, so that the mean may lie anywhere between the least and the greatest.
    var whole: NumberInterval?
    for (interval, _) in members { whole = whole?.hull(interval) ?? interval }
    if case .some(_, let example) = list.more {
      guard let interval = NumberInterval(example), !interval.mayBeNull else {
        return call.evaluation.anything(causes)
      }
      whole = whole?.hull(interval) ?? interval
    }
    guard var result = whole?.widened else { return call.evaluation.anything(causes) }
    result.mayBeNull = list.mayBeNull || list.certainCount == 0
    return result.value(causes)
  }

  private static func unknownProduct(_ call: Invocation) -> Value {
    let causes = call[0].causes
    guard let list = ListView(call[0]), list.isKnown, list.isOrdered, let members = intervals(list) else {
      return call.evaluation.anything(causes)
    }
    var result = NumberInterval(1, 1)
    for (interval, _) in members {
      guard let next = NumberInterval.compute(.multiply, result, interval) else {
        return call.evaluation.anything(causes)
      }
      result = next
    }
    return result.value(causes)
  }

  private static func product(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    guard !numbers.isEmpty else { return .null }
    return call.number { () throws(ArithmeticError) in
      var product = Decimal.one
      for number in numbers { product = try product.multiplied(by: number) }
      return product
    }
  }

  // MARK: median, standard deviation, mode

  private static func median(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    guard !numbers.isEmpty else { return .null }
    return call.number { () throws(ArithmeticError) in try middle(numbers) }
  }

  /// The median never falls when a member rises.
  private static func unknownMedian(_ call: Invocation) -> Value {
    let causes = call[0].causes
    guard let list = ListView(call[0]), list.isKnown, let members = intervals(list) else {
      return call.evaluation.anything(causes)
    }
    let lows = members.compactMap { $0.interval.low }
    let highs = members.compactMap { $0.interval.high }
    do throws(ArithmeticError) {
      return NumberInterval(
        lows.count == members.count ? try middle(lows) : nil,
        highs.count == members.count ? try middle(highs) : nil
      ).value(causes)
    } catch {
      return call.evaluation.anything(causes)
    }
  }

  /// INVARIANT: `numbers` is not empty.
  private static func middle(_ numbers: [Decimal]) throws(ArithmeticError) -> Decimal {
    let sorted = numbers.sorted()
    let half = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[half] }
    return try sorted[half - 1].adding(sorted[half]).divided(by: 2)
  }

  /// Of a sample: the squares are divided by one less than there are numbers.
  private static func standardDeviation(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    guard numbers.count > 1 else { return .null }
    return call.number { () throws(ArithmeticError) in
      let mean = try total(numbers).divided(by: Decimal(numbers.count))
      var squares = Decimal.zero
      for number in numbers {
        let distance = try number.subtracting(mean)
        squares = try squares.adding(distance.multiplied(by: distance))
      }
      return try squares.divided(by: Decimal(numbers.count - 1)).squareRoot()
    }
  }

  /// The numbers that come most often, in rising order.
  private static func mode(_ call: Invocation) -> Value {
    let (numbers, failure) = numbers(call)
    if let failure { return failure }
    var runs: [(number: Decimal, count: Int)] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.number == number {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((number, 1))
      }
    }
    let most = runs.reduce(0) { max($0, $1.count) }
    return .list(runs.filter { $0.count == most }.map { .number($0.number) })
  }

  // MARK: min, max

  private static func extreme(_ call: Invocation, _ order: ComparisonOperator) -> Value {
    var best: Value?
    for item in call[0].items {
      guard call.evaluation.charge() else { return call.fail(.tooMuch(.steps)) }
      if item.nullReason != nil { return item }
      let truth = call.evaluation.ordering(order, item, best ?? item)
      if truth == .null { return call.fail(.element(item.kind)) }
      if truth.isTrue || best == nil { best = item }
    }
    return best ?? .null
  }

  private static func unknownExtreme(_ call: Invocation, _ order: ComparisonOperator) -> Value {
    let causes = call[0].causes
    guard let list = ListView(call[0]) else { return call.evaluation.anything(causes) }
    guard let members = intervals(list) else { return unknownChoice(call, list, causes) }
    // For `max` everything is mirrored.
    let isMin = order == .less
    func near(_ interval: NumberInterval) -> Decimal? { isMin ? interval.low : interval.high }
    func far(_ interval: NumberInterval) -> Decimal? { isMin ? interval.high : interval.low }
    func best(_ a: Decimal, _ b: Decimal) -> Decimal { isMin ? min(a, b) : max(a, b) }
    func worst(_ a: Decimal, _ b: Decimal) -> Decimal { isMin ? max(a, b) : min(a, b) }

    var all = members.map { $0.interval }
    if case .some(_, let example) = list.more {
      guard let interval = NumberInterval(example), !interval.mayBeNull else {
        return call.evaluation.anything(causes)
      }
      all.append(interval)
    }
    guard let first = all.first else { return call.evaluation.anything(causes) }
    let certain = members.filter { $0.isCertain }.map { $0.interval }
    // The best that any may be; and what it cannot be worse than: the certain ones, or whichever is there alone.
    let nearEnd = all.contains { near($0) == nil } ? nil : all.compactMap(near).reduce(near(first)!, best)
    var farEnd: Decimal?
    if certain.isEmpty {
      if !all.contains(where: { far($0) == nil }) { farEnd = all.compactMap(far).reduce(far(first)!, worst) }
    } else {
      for end in certain.compactMap(far) { farEnd = farEnd.map { best($0, end) } ?? end }
    }
    return NumberInterval(
      isMin ? nearEnd : farEnd, isMin ? farEnd : nearEnd, mayBeNull: list.mayBeNull || certain.isEmpty
    ).value(causes)
  }

  /// Dates, strings and the like: one of those that are there, where all of them have an order among them.
  private static func unknownChoice(_ call: Invocation, _ list: ListView, _ causes: [Unknown.Cause]) -> Value
  {
    guard case .none = list.more, !list.members.isEmpty else { return call.evaluation.anything(causes) }
    let values = list.members.map { $0.value }
    for value in values where !call.evaluation.ordering(.lessOrEqual, value, values[0]).isNeverNull {
      return call.evaluation.anything(causes)
    }
    return hull(list.certainCount > 0 && !list.mayBeNull ? values : values + [.null], causes: causes)
  }
}

extension Truth {
  fileprivate var isNeverNull: Bool { !canBeNull }
}

extension ListView {
  /// Every list that it may turn out to be, in one order, where they are few.
  fileprivate var variants: [[Value]]? {
    guard case .none = more, !mayBeNull else { return nil }
    var lists: [[Value]] = [[]]
    for member in members {
      guard let candidates = member.value.candidates, !candidates.contains(where: { $0.containsUnknown })
      else {
        return nil
      }
      let ways = candidates.count + (member.isCertain ? 0 : 1)
      // Sums of numbers with many digits depend on the order.
      if !isOrdered, candidates.contains(where: { $0.isLong }) { return nil }
      guard lists.count * ways <= Unknown.maximumValues else { return nil }
      lists = lists.flatMap { list in
        (member.isCertain ? [] : [list]) + candidates.map { list + [$0] }
      }
    }
    return lists
  }
}

extension Value {
  fileprivate var isLong: Bool {
    if case .number(let number) = self { number.isLong } else { false }
  }
}

extension Decimal {
  /// Whether sums of such numbers may have to be rounded.
  fileprivate var isLong: Bool { text.utf8.count > 20 }
}

extension NumberInterval {
  /// Wide enough that rounding a sum of many numbers from it stays inside. Ends of few digits need nothing: their
  /// multiples are exact.
  fileprivate var widened: NumberInterval {
    var result = self
    if let low, low.isLong { result.low = Self.moved(low, .floor) }
    if let high, high.isLong { result.high = Self.moved(high, .ceiling) }
    return result
  }

  /// To the next number of at most 20 decimals; where there is none, no bound at all.
  private static func moved(_ end: Decimal, _ mode: RoundingMode) -> Decimal? {
    guard let moved = try? end.rounded(toScale: 10, mode), moved.text.utf8.count <= 24 else { return nil }
    return moved
  }
}
