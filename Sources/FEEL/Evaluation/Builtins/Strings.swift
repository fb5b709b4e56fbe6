import ExactNumbers

extension Builtins {
  /// DMN 1.5, 10.3.4.3. Characters are Unicode code points.
  static let strings: [Builtin] = [
    Builtin(
      "substring",
      [
        .form(
          .init("string", .string), .init("start position", .plainNumber),
          .init("length", .plainNumber, optional: true), gives: .string)
      ], run: substring),
    Builtin("string length", [.form(.init("string", .string), gives: .number)], run: length),
    Builtin("upper case", [.form(.init("string", .string), gives: .string)]) { call in
      call.text(0).map { call.evaluation.string($0.uppercased(), at: call.range) } ?? .null
    },
    Builtin("lower case", [.form(.init("string", .string), gives: .string)]) { call in
      call.text(0).map { call.evaluation.string($0.lowercased(), at: call.range) } ?? .null
    },
    Builtin("substring before", [.form(.init("string", .string), .init("match", .string), gives: .string)]) {
      substring($0, after: false)
    },
    Builtin("substring after", [.form(.init("string", .string), .init("match", .string), gives: .string)]) {
      substring($0, after: true)
    },
    Builtin(
      "replace",
      [
        .form(
          .init("input", .string), .init("pattern", .string), .init("replacement", .string),
          .init("flags", .string, optional: true, null: true), gives: .string)
      ], run: notSupported),
    Builtin("contains", [.form(.init("string", .string), .init("match", .string), gives: .boolean)]) { call in
      find(call) { $0.place(of: $1) != nil }
    },
    Builtin("starts with", [.form(.init("string", .string), .init("match", .string), gives: .boolean)]) {
      call in
      find(call) { $0.starts(with: $1) }
    },
    Builtin("ends with", [.form(.init("string", .string), .init("match", .string), gives: .boolean)]) {
      call in
      find(call) { $0.reversed().starts(with: $1.reversed()) }
    },
    Builtin(
      "matches",
      [
        .form(
          .init("input", .string), .init("pattern", .string),
          .init("flags", .string, optional: true, null: true),
          gives: .boolean)
      ], run: notSupported),
    Builtin(
      "split",
      [.form(.init("string", .string), .init("delimiter", .string), gives: .type(.list(.string)))],
      run: notSupported),
    Builtin(
      "string join",
      [
        .form(
          .init("list", .list(.string)), .init("delimiter", .string, optional: true, null: true),
          gives: .string)
      ], run: join),
  ]

  private static func notSupported(_ call: Invocation) -> Value { call.fail(.notSupported(call.name)) }

  private static func length(_ call: Invocation) -> Value {
    call.text(0).map { .number(Decimal($0.unicodeScalars.count)) } ?? .null
  }

  /// From the start position, which counts from 1, or from the end where it is negative.
  private static func substring(_ call: Invocation) -> Value {
    guard let text = call.text(0) else { return .null }
    let scalars = Array(text.unicodeScalars)
    guard let start = call.place(1, in: scalars.count) else {
      return call.fail(.value(parameter: "start position"))
    }
    var count = scalars.count - start
    if call.arguments[2] != nil {
      guard let length = call.wholeNumber(2), length >= 1 else {
        return call.fail(.value(parameter: "length"))
      }
      count = min(count, length)
    }
    return .string(String(scalars[start..<(start + count)]))
  }

  private static func substring(_ call: Invocation, after: Bool) -> Value {
    guard let text = call.text(0), let match = call.text(1) else { return .null }
    let scalars = Array(text.unicodeScalars)
    let sought = Array(match.unicodeScalars)
    guard let place = scalars.place(of: sought) else { return .string("") }
    let found = after ? scalars[(place + sought.count)...] : scalars[..<place]
    return .string(String(found))
  }

  private static func find(
    _ call: Invocation, _ body: ([Unicode.Scalar], [Unicode.Scalar]) -> Bool
  ) -> Value {
    guard let text = call.text(0), let match = call.text(1) else { return .null }
    return .boolean(body(Array(text.unicodeScalars), Array(match.unicodeScalars)))
  }

  /// Nulls are left out.
  private static func join(_ call: Invocation) -> Value {
    var joined = ""
    var isFirst = true
    for item in call[0].items {
      guard call.evaluation.charge() else { return call.fail(.tooMuch(.steps)) }
      if item.isNull { continue }
      guard case .string(let text) = item else { return call.fail(.element(item.kind)) }
      if !isFirst, let delimiter = call.text(1) { joined += delimiter }
      joined += text
      isFirst = false
      if joined.utf8.count > call.evaluation.limits.textLength { break }
    }
    return call.evaluation.string(joined, at: call.range)
  }
}

extension Invocation {
  func text(_ index: Int) -> String? {
    if case .string(let text) = self[index] { text } else { nil }
  }

  func decimal(_ index: Int) -> Decimal? {
    if case .number(let number) = self[index] { number } else { nil }
  }

  /// A number argument without its fraction.
  func wholeNumber(_ index: Int) -> Int? {
    guard let number = decimal(index), let whole = try? number.rounded(toScale: 0, .down) else { return nil }
    return whole.integer64().map { Int(clamping: $0) }
  }

  /// The index that a position argument stands for: 1 is the first, -1 the last; nil where there is none.
  func place(_ index: Int, in count: Int) -> Int? {
    guard let position = wholeNumber(index), position != 0, position.magnitude <= UInt(count) else {
      return nil
    }
    return position > 0 ? position - 1 : count + position
  }
}

extension String {
  fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension [Unicode.Scalar] {
  /// Where `sought` stands first, found in linear time (Knuth, Morris and Pratt 1977).
  fileprivate func place(of sought: [Unicode.Scalar]) -> Int? {
    if sought.isEmpty { return 0 }
    // How much of what is sought still fits where the next character does not.
    var fallbacks = [0]
    var matched = 0
    for scalar in sought.dropFirst() {
      while matched > 0, sought[matched] != scalar { matched = fallbacks[matched - 1] }
      if sought[matched] == scalar { matched += 1 }
      fallbacks.append(matched)
    }
    matched = 0
    for (index, scalar) in enumerated() {
      while matched > 0, sought[matched] != scalar { matched = fallbacks[matched - 1] }
      if sought[matched] == scalar { matched += 1 }
      if matched == sought.count { return index + 1 - matched }
    }
    return nil
  }
}
