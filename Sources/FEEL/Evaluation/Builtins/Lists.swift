import ExactNumbers

extension Builtins {
  /// The functions of DMN 1.5, 10.3.4.4 that take lists apart and put them together.
  static let lists: [Builtin] = [
    Builtin(
      "list contains", [.form(.init("list", .anyList), .init("element", .any, null: true), gives: .boolean)],
      .handled, run: contains),
    Builtin(
      "list replace",
      [
        .form(
          .init("list", .anyList), .init("position", .plainNumber), .init("newItem", .any, null: true),
          gives: .argument(0)),
        .form(
          .init("list", .anyList), .init("match", .anyFunction), .init("newItem", .any, null: true),
          gives: .argument(0)),
      ], .inside, run: replace),
    Builtin(
      "sublist",
      [
        .form(
          .init("list", .anyList), .init("start position", .plainNumber),
          .init("length", .plainNumber, optional: true), gives: .argument(0))
      ], .inside, run: sublist),
    Builtin(
      "append", [.variadic(.init("list", .anyList), .init("item", .any, null: true), gives: .argument(0))],
      .handled, run: append),
    Builtin(
      "concatenate", [.variadic(.init("list", .anyList), gives: .argument(0))], .handled, run: concatenate),
    Builtin(
      "insert before",
      [
        .form(
          .init("list", .anyList), .init("position", .plainNumber), .init("newItem", .any, null: true),
          gives: .argument(0))
      ], .inside, run: insert),
    Builtin(
      "remove", [.form(.init("list", .anyList), .init("position", .plainNumber), gives: .argument(0))],
      .inside, run: remove),
    Builtin("reverse", [.form(.init("list", .anyList), gives: .argument(0))], .handled, run: reverse),
    Builtin(
      "index of",
      [
        .form(
          .init("list", .anyList), .init("match", .any, null: true), gives: .type(.list(.plainNumber)))
      ], run: index),
    Builtin("union", [.variadic(.init("list", .anyList), gives: .argument(0))], .handled) { call in
      distinct(concatenate(call), call)
    },
    Builtin("distinct values", [.form(.init("list", .anyList), gives: .argument(0))], .handled) { call in
      distinct(call[0], call)
    },
    Builtin("duplicate values", [.form(.init("list", .anyList), gives: .argument(0))], run: duplicates),
    Builtin("flatten", [.form(.init("list", .anyList), gives: .flattened(0))], .handled, run: flatten),
  ]

  private static func contains(_ call: Invocation) -> Value {
    guard let list = ListView(call[0]) else {
      return Truth.any.value(Unknown.merged(call[0].causes, call[1].causes))
    }
    var truth = Truth.no
    for member in list.members {
      guard call.evaluation.charge() else { return call.fail(.tooMuch(.steps)) }
      let equal = call.evaluation.deepEquality(call[1], member.value)
      truth = truth.or(member.isCertain ? equal : equal.union(.no))
      if truth.isTrue, !list.mayBeNull { return .boolean(true) }
    }
    if case .some(_, let example) = list.more {
      truth = truth.or(call.evaluation.deepEquality(call[1], example).union(.no))
    }
    if list.mayBeNull { truth = truth.union(.null) }
    return truth.value(Unknown.merged(call[0].causes, call[1].causes))
  }

  // MARK: By position

  private static func replace(_ call: Invocation) -> Value {
    var items = call[0].items
    guard case .function(let function) = call[1] else {
      guard let place = call.place(1, in: items.count) else {
        return call.fail(.value(parameter: "position"))
      }
      items[place] = call[2]
      return call.evaluation.bounded(.list(items), at: call.range)
    }
    for (place, item) in items.enumerated() {
      if call.evaluation.isExhausted { return call.fail(.tooMuch(.steps)) }
      let value = call.evaluation.apply(function, [item, call[2]], at: call.range)
      switch value {
      case .boolean(let matches): if matches { items[place] = call[2] }
      case .unknown(let unknown): return call.evaluation.anything(unknown.causes)
      default: return value.nullReason == nil ? call.fail(.notACondition(value.kind)) : value
      }
    }
    return call.evaluation.bounded(.list(items), at: call.range)
  }

  private static func sublist(_ call: Invocation) -> Value {
    let items = call[0].items
    guard let start = call.place(1, in: items.count) else {
      return call.fail(.value(parameter: "start position"))
    }
    guard call.arguments[2] != nil else { return .list(Array(items[start...])) }
    guard let length = call.wholeNumber(2), length >= 0, length <= items.count - start else {
      return call.fail(.value(parameter: "length"))
    }
    return .list(Array(items[start..<(start + length)]))
  }

  private static func insert(_ call: Invocation) -> Value {
    var items = call[0].items
    // One place after the last item is a place too.
    guard
      let place = call.place(1, in: items.count)
        ?? (call.wholeNumber(1) == items.count + 1 ? items.count : nil)
    else { return call.fail(.value(parameter: "position")) }
    items.insert(call[2], at: place)
    return call.evaluation.bounded(call.evaluation.list(items, at: call.range), at: call.range)
  }

  private static func remove(_ call: Invocation) -> Value {
    var items = call[0].items
    guard let place = call.place(1, in: items.count) else { return call.fail(.value(parameter: "position")) }
    items.remove(at: place)
    return .list(items)
  }

  // MARK: As a whole

  private static func append(_ call: Invocation) -> Value {
    let new = call[1].items
    if case .list(let items) = call[0] {
      return call.evaluation.bounded(call.evaluation.list(items + new, at: call.range), at: call.range)
    }
    guard var list = ListView(call[0]) else { return call.evaluation.anything(call[0].causes) }
    list.members += new.map { Unknown.Member($0, isCertain: true) }
    return list.value(call[0].causes)
  }

  private static func concatenate(_ call: Invocation) -> Value {
    var joined = ListView([])
    for argument in call[0].items {
      if argument.isNull { return argument }
      guard let list = ListView(argument) else { return call.evaluation.anything(call[0].causes) }
      joined.members += list.members
      joined.more = joined.more.adding(list.more, call[0].causes)
      joined.mayBeNull = joined.mayBeNull || list.mayBeNull
      joined.isOrdered = joined.isOrdered && list.isOrdered
      if joined.members.count > call.evaluation.limits.listLength { return call.fail(.tooMuch(.listLength)) }
    }
    return call.evaluation.bounded(joined.value(call[0].causes), at: call.range)
  }

  private static func reverse(_ call: Invocation) -> Value {
    if case .list(let items) = call[0] { return .list(items.reversed()) }
    guard var list = ListView(call[0]) else { return call.evaluation.anything(call[0].causes) }
    list.members.reverse()
    return list.value(call[0].causes)
  }

  private static func index(_ call: Invocation) -> Value {
    var places: [Value] = []
    for (place, item) in call[0].items.enumerated() {
      guard call.evaluation.charge() else { return call.fail(.tooMuch(.steps)) }
      if call.evaluation.deepEquality(item, call[1]).isTrue { places.append(.number(Decimal(place + 1))) }
    }
    return .list(places)
  }

  private static func duplicates(_ call: Invocation) -> Value {
    let items = call[0].items
    var found: [Value] = []
    for (place, item) in items.enumerated() {
      guard call.evaluation.charge(items.count) else { return call.fail(.tooMuch(.steps)) }
      let isFirst = !items[..<place].contains { call.evaluation.deepEquality($0, item).isTrue }
      if isFirst, items[(place + 1)...].contains(where: { call.evaluation.deepEquality($0, item).isTrue }) {
        found.append(item)
      }
    }
    return .list(found)
  }

  private static func flatten(_ call: Invocation) -> Value {
    var flat = ListView([])
    guard call.evaluation.flatten(call[0], certain: true, into: &flat) else {
      return call.evaluation.isExhausted
        ? call.fail(.tooMuch(.steps)) : call.evaluation.anything(call[0].causes)
    }
    if flat.members.count > call.evaluation.limits.listLength { return call.fail(.tooMuch(.listLength)) }
    return flat.value(call[0].causes)
  }

  // MARK: Distinct values

  private static func distinct(_ value: Value, _ call: Invocation) -> Value {
    guard let list = ListView(value) else {
      return value.isNull ? value : call.evaluation.anything(value.causes)
    }
    if !value.containsUnknown { return distinct(call, list.members.map { $0.value }) }
    // What is certain and known comes first: it tells what else is new.
    let members = list.members.enumerated().map { (place: $0.offset, member: $0.element) }
    let known = members.filter { !$0.member.value.containsUnknown }
    let ordered =
      known.filter { $0.member.isCertain } + known.filter { !$0.member.isCertain }
      + members.filter { $0.member.value.containsUnknown }
    var kept: [(place: Int, member: Unknown.Member)] = []
    for (place, member) in ordered {
      guard call.evaluation.charge(kept.count) else { return call.fail(.tooMuch(.steps)) }
      let equal = kept.reduce(Truth.no) { $0.or(call.evaluation.deepEquality($1.member.value, member.value)) }
      if equal.isTrue { continue }
      kept.append(
        (place, Unknown.Member(member.value, isCertain: member.isCertain && equal.isFalse)))
    }
    kept.sort { $0.place < $1.place }
    // Which of them are the same hangs on what each one is.
    let causes = members.reduce(value.causes) { Unknown.merged($0, $1.member.value.causes) }
    return ListView(
      kept.map { $0.member }, more: list.more, mayBeNull: list.mayBeNull, isOrdered: list.isOrdered
    ).value(causes)
  }

  private static func distinct(_ call: Invocation, _ items: [Value]) -> Value {
    var found: [Value] = []
    for item in items {
      guard call.evaluation.charge(found.count) else { return call.fail(.tooMuch(.steps)) }
      if !found.contains(where: { call.evaluation.deepEquality($0, item).isTrue }) { found.append(item) }
    }
    return .list(found)
  }
}

extension Evaluation {
  /// Adds what `value` holds, however deep in lists. False where that cannot be said, or takes too much.
  fileprivate func flatten(_ value: Value, certain: Bool, into flat: inout ListView) -> Bool {
    guard charge() else { return false }
    switch value {
    case .list(let items):
      for item in items where !flatten(item, certain: certain, into: &flat) { return false }
    case .unknown(let unknown):
      switch unknown.bounds {
      case .number, .boolean, .choices: flat.members.append(Unknown.Member(value, isCertain: certain))
      case .list(let members, .none):
        flat.isOrdered = false
        for member in members
        where !flatten(member.value, certain: certain && member.isCertain, into: &flat) { return false }
      case .any, .values, .list, .orNull: return false
      }
    default: flat.members.append(Unknown.Member(value, isCertain: certain))
    }
    return true
  }
}
