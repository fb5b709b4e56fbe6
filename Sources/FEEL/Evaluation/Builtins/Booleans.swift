extension Builtins {
  /// DMN 1.5, 10.3.4.2, and `is` and the functions on lists of booleans.
  static let booleans: [Builtin] = [
    Builtin("not", [.form(.init("negand", .any, null: true), gives: .boolean)], .handled, run: not),
    Builtin(
      "is",
      [
        .form(
          .init("value1", .any, optional: true, null: true),
          .init("value2", .any, optional: true, null: true),
          gives: .boolean)
      ], run: `is`),
    Builtin(
      "all",
      [
        .form(.init("list", .list(.boolean)), gives: .boolean),
        .variadic(.init("b", .boolean), gives: .boolean),
      ], .handled, run: { junction($0, isAll: true) }),
    Builtin(
      "any",
      [
        .form(.init("list", .list(.boolean)), gives: .boolean),
        .variadic(.init("b", .boolean), gives: .boolean),
      ], .handled, run: { junction($0, isAll: false) }),
  ]

  private static func not(_ call: Invocation) -> Value {
    let value = call[0]
    switch value {
    case .boolean(let boolean): return .boolean(!boolean)
    case .null: return value
    case .unknown(let unknown): return Truth(value).negated.value(unknown.causes)
    default: return call.fail(.type(parameter: "negand", found: value.kind))
    }
  }

  private static func `is`(_ call: Invocation) -> Value {
    guard call.arguments.contains(where: { $0 != nil }) else { return call.fail(.count(0)) }
    return .boolean(call[0].isSame(as: call[1]))
  }

  private static func junction(_ call: Invocation, isAll: Bool) -> Value {
    guard let list = ListView(call[0]) else { return call.evaluation.anything(call[0].causes) }
    var truth = Truth(isAll)
    var failure: Value?
    func add(_ value: Value, certain: Bool) {
      var next = Truth(value)
      if next == .null, failure?.nullReason == nil {
        failure = value.isNull ? value : call.fail(.element(value.kind))
      }
      if !certain { next = next.union(Truth(isAll)) }
      truth = isAll ? truth.and(next) : truth.or(next)
    }
    for member in list.members { add(member.value, certain: member.isCertain) }
    if case .some(_, let example) = list.more { add(example, certain: false) }
    if list.mayBeNull { truth = truth.union(.null) }
    return truth.value(call[0].causes, reason: failure?.nullReason)
  }
}
