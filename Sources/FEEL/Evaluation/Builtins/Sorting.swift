extension Builtins {
  /// DMN 1.5, 10.3.4.8
  static let sorting: [Builtin] = [
    Builtin(
      "sort", [.form(.init("list", .anyList), .init("precedes", .anyFunction), gives: .argument(0))], .inside,
      run: sort)
  ]

  /// A merge sort, which keeps the order of what the function does not tell apart, whatever the function says.
  private static func sort(_ call: Invocation) -> Value {
    guard case .function(let precedes) = call[1] else { return .null }
    var items = call[0].items
    var failure: Value?
    var width = 1
    while width < items.count, failure == nil {
      var merged: [Value] = []
      merged.reserveCapacity(items.count)
      for start in stride(from: 0, to: items.count, by: 2 * width) {
        let middle = min(start + width, items.count)
        let end = min(start + 2 * width, items.count)
        var (left, right) = (start, middle)
        while left < middle, right < end, failure == nil {
          if swaps(call, precedes, items[right], items[left], &failure) {
            merged.append(items[right])
            right += 1
          } else {
            merged.append(items[left])
            left += 1
          }
        }
        merged += items[left..<middle]
        merged += items[right..<end]
      }
      if failure == nil { items = merged }
      width *= 2
    }
    return failure ?? .list(items)
  }

  private static func swaps(
    _ call: Invocation, _ precedes: FunctionValue, _ a: Value, _ b: Value, _ failure: inout Value?
  ) -> Bool {
    if call.evaluation.isExhausted {
      failure = call.fail(.tooMuch(.steps))
      return false
    }
    let value = call.evaluation.apply(precedes, [a, b], at: call.range)
    switch value {
    case .boolean(let boolean): return boolean
    case .unknown(let unknown): failure = call.evaluation.anything(unknown.causes)
    default: failure = value.nullReason == nil ? call.fail(.notACondition(value.kind)) : value
    }
    return false
  }
}
