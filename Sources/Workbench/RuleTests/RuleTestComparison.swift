internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Compares a result with what the authors expect of it.
struct RuleTestComparison {
  let test: RuleTest
  let ruleset: Ruleset
  let result: ProposalResult
  let economy: EconomyResult?
  private(set) var failures: [Finding] = []

  init(test: RuleTest, ruleset: Ruleset, result: ProposalResult, economy: EconomyResult?) {
    self.economy = economy
    self.test = test
    self.ruleset = ruleset
    self.result = result
  }

  mutating func compare() {
    let expected = test.expected
    if let total = expected.total { compare(total, result.total, Text("totalen", "the total")) }
    if let list = expected.list, list.name != result.list.name {
      fail(at: expected.listSpan, Text("listan", "the list"), list.name, result.list.name)
    }
    if let group = expected.group {
      let found = result.group.map { ruleset.groups[$0].id } ?? "–"
      if found != group { fail(at: expected.groupSpan, Text("gruppen", "the group"), group, found) }
    }
    for (path, points) in expected.criteria {
      let what = Text("`\(path.text)`", "`\(path.text)`")
      if let found = nodes(path.text).first?.points {
        compare(points, found, what)
      } else {
        fail(at: points.span, what, text(points.low, points.high), "–")
      }
    }
    for (path, verdict) in expected.rules { compare(path, verdict) }
    if let flags = expected.flags { compare(flags) }
    for figure in expected.economy { compare(figure) }
  }

  private mutating func compare(_ expected: RuleTest.Expectation.Figure) {
    guard let index = ruleset.economy?.figures.firstIndex(where: { $0.id == expected.id }), let economy else {
      return
    }
    let found = economy.figures[index]
    let values = expected.values.count == 3 ? [found.low, found.value, found.high] : [found.value]
    let numbers = values.map { value -> Rational? in
      if case .number(let number)? = value { return try? Rational(number) }
      return nil
    }
    if numbers == expected.values.map({ $0 }) { return }
    let written = { (numbers: [Rational?]) in numbers.map { $0?.text ?? "–" }.joined(separator: ", ") }
    fail(
      at: expected.span, Text("`\(expected.id)`", "`\(expected.id)`"), written(expected.values),
      written(numbers))
  }

  private mutating func compare(_ path: RuleTest.Expectation.Path, _ verdict: RuleTest.Expectation.Verdict) {
    let found = nodes(path.text).compactMap { $0.verdict?.name }
    for name in found where name != verdict.name {
      fail(at: path.span, Text("`\(path.text)`", "`\(path.text)`"), verdict.name, name)
      return
    }
    if found.isEmpty { fail(at: path.span, Text("`\(path.text)`", "`\(path.text)`"), verdict.name, "–") }
  }

  private mutating func compare(_ expected: [String]) {
    var raised: [String] = []
    for (flag, outcome) in zip(ruleset.flags, result.flags) where outcome.verdict == .met {
      raised.append(flag.id)
    }
    if raised.sorted() == expected.sorted() { return }
    let text = { (ids: [String]) in ids.isEmpty ? "–" : ids.sorted().joined(separator: ", ") }
    fail(at: test.expected.flagsSpan, Text("flaggorna", "the flags"), text(expected), text(raised))
  }

  private mutating func compare(_ expected: RuleTest.Expectation.Points, _ found: Interval, _ what: Text) {
    if expected.low == found.low && expected.high == found.high { return }
    fail(at: expected.span, what, text(expected.low, expected.high), text(found.low, found.high))
  }

  private func text(_ low: Rational, _ high: Rational) -> String {
    low == high ? low.text : "[\(low.text), \(high.text)]"
  }

  private mutating func fail(at span: Span?, _ what: Text, _ expected: String, _ found: String) {
    failures.append(
      Finding(
        Code("W", 201), at: span ?? test.span,
        Text(
          "\(what.sv) är \(found), väntat är \(expected)",
          "\(what(.english)) is \(found), expected is \(expected)"),
        hints: [Text("Testet: \(test.name)", "The test: \(test.name)")]))
  }

  /// The nodes at a path of ids; several where the criterion is scored for each member of a list.
  private func nodes(_ path: String) -> [Explanation] {
    var found: [Explanation] = []
    func collect(_ node: Explanation) {
      if withoutKeys(node.path) == path, node.kind != .item { found.append(node) }
      for child in node.children { collect(child) }
    }
    collect(result.verified)
    return found
  }

  /// `implementation[avik]/plan` is `implementation/plan`.
  private func withoutKeys(_ path: String) -> String {
    var text = ""
    var depth = 0
    for character in path {
      if character == "[" { depth += 1 }
      if depth == 0 { text.append(character) }
      if character == "]" { depth -= 1 }
    }
    return text
  }
}

extension RuleTest.Expectation.List {
  /// As in the tests' file.
  var name: String {
    switch self {
    case .ranked: "ranked"
    case .belowThreshold: "belowThreshold"
    case .supplement: "supplement"
    case .assess: "assess"
    case .notExamined: "notExamined"
    }
  }
}

extension List {
  var name: String {
    switch self {
    case .ranked: "ranked"
    case .belowThreshold: "belowThreshold"
    case .supplement: "supplement"
    case .assess: "assess"
    case .notExamined: "notExamined"
    }
  }
}

extension RuleTest.Expectation.Verdict {
  /// As in the tests' file.
  var name: String {
    switch self {
    case .met: "met"
    case .notMet: "notMet"
    case .unknown: "unknown"
    case .failed: "failed"
    }
  }
}

extension Verdict {
  var name: String {
    switch self {
    case .met: "met"
    case .notMet: "notMet"
    case .unknown: "unknown"
    case .failed: "failed"
    }
  }
}
