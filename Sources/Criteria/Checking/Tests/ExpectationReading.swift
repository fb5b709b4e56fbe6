import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// What a rule test expects.
extension FileReader {
  mutating func expectation(_ node: YAMLNode, _ ruleset: Ruleset) -> RuleTest.Expectation? {
    let keys = ["total", "list", "group", "criteria", "rules", "flags", "economy"]
    guard let mapping = mapping(node, .value(of: "expect"), keys: keys) else { return nil }
    let lists: [(String, RuleTest.Expectation.List)] = [
      ("ranked", .ranked), ("belowThreshold", .belowThreshold), ("supplement", .supplement),
      ("assess", .assess),
      ("notExamined", .notExamined),
    ]
    var expected = RuleTest.Expectation(
      total: mapping["total"].flatMap { points($0, "total") },
      list: mapping["list"].flatMap { word($0, "list", among: lists) }, listSpan: mapping["list"]?.span,
      groupSpan: mapping["group"]?.span)
    expected.group = mapping["group"].flatMap { expectedID($0, "groups", ruleset.groups.map { $0.id }) }
    expected.criteria = mapping["criteria"].map { expectedCriteria($0, ruleset) } ?? []
    expected.rules = mapping["rules"].map { expectedRules($0, ruleset) } ?? []
    if let node = mapping["flags"] {
      expected.flagsSpan = node.span
      let ids = ruleset.flags.map { $0.id }
      expected.flags = (list(node, .value(of: "flags")) ?? []).compactMap { expectedID($0, "flags", ids) }
    }
    expected.economy = mapping["economy"].map { expectedFigures($0, ruleset) } ?? []
    return expected
  }

  /// By id: the likely figure, or all three from low to high.
  private mutating func expectedFigures(
    _ node: YAMLNode, _ ruleset: Ruleset
  ) -> [RuleTest.Expectation.Figure] {
    guard let mapping = openMapping(node, .value(of: "economy")) else { return [] }
    let ids = ruleset.economy?.figures.map { $0.id } ?? []
    var figures: [RuleTest.Expectation.Figure] = []
    for entry in mapping.entries {
      guard let id = expectedID(entry.key, "economy", ids) else { continue }
      let written = entry.value.items ?? [entry.value]
      let values = written.compactMap { rational($0, id) }
      guard values.count == written.count else { continue }
      guard values.count == 1 || values.count == 3 else {
        report(
          308, at: entry.value.span, Text("ange en siffra eller tre", "give one figure or three"),
          hints: [
            Text(
              "Skriv den troliga siffran, eller `[låg, trolig, hög]`.",
              "Write the likely figure, or `[low, likely, high]`.")
          ])
        continue
      }
      figures.append(RuleTest.Expectation.Figure(id: id, values: values, span: entry.value.span))
    }
    return figures
  }

  private mutating func expectedID(_ node: YAMLNode, _ section: String, _ ids: [String]) -> String? {
    guard let id = scalar(node, .value(of: section)) else { return nil }
    if ids.contains(id) { return id }
    reportUnknownID(
      304, id, section, among: ids, at: node.span,
      Text("`\(id)` finns inte i reglernas `\(section)`", "`\(id)` is not in the rules' `\(section)`"))
    return nil
  }

  /// A number, or `[low, high]`.
  private mutating func points(_ node: YAMLNode, _ key: String) -> RuleTest.Expectation.Points? {
    guard let ends = node.items else {
      return rational(node, key).map { RuleTest.Expectation.Points(low: $0, high: $0, span: node.span) }
    }
    let values = ends.compactMap { rational($0, key) }
    if values.count == 2, ends.count == 2, values[0] <= values[1] {
      return RuleTest.Expectation.Points(low: values[0], high: values[1], span: node.span)
    }
    if values.count == ends.count {
      report(
        305, at: node.span, Text("det här är inget intervall", "this is not an interval"),
        hints: [Text("Skriv lägst först: `[40, 60]`.", "Write the lowest first: `[40, 60]`.")])
    }
    return nil
  }

  private mutating func expectedCriteria(
    _ node: YAMLNode, _ ruleset: Ruleset
  ) -> [(path: RuleTest.Expectation.Path, points: RuleTest.Expectation.Points)] {
    guard let mapping = openMapping(node, .value(of: "criteria")) else { return [] }
    var criteria: [(path: RuleTest.Expectation.Path, points: RuleTest.Expectation.Points)] = []
    for entry in mapping.entries {
      guard let text = entry.key.text else { continue }
      let ids = split(text)
      guard criterion(ids[...], ruleset.criteria, at: entry.key.span) != nil else { continue }
      guard let points = points(entry.value, text) else { continue }
      criteria.append((RuleTest.Expectation.Path(ids: ids, span: entry.key.span), points))
    }
    return criteria
  }

  private mutating func expectedRules(
    _ node: YAMLNode, _ ruleset: Ruleset
  ) -> [(path: RuleTest.Expectation.Path, verdict: RuleTest.Expectation.Verdict)] {
    guard let mapping = openMapping(node, .value(of: "rules")) else { return [] }
    let words: [(String, RuleTest.Expectation.Verdict)] = [
      ("met", .met), ("notMet", .notMet), ("unknown", .unknown), ("failed", .failed),
    ]
    var rules: [(path: RuleTest.Expectation.Path, verdict: RuleTest.Expectation.Verdict)] = []
    for entry in mapping.entries {
      guard let text = entry.key.text else { continue }
      let ids = split(text)
      guard let criterion = criterion(ids.dropLast(), ruleset.criteria, at: entry.key.span) else { continue }
      var known: [String] = []
      switch criterion.scoring {
      case .ladder(let all), .points(let all, _): known = all.map { $0.id }
      case .measure, .table, .judged, .composite: break
      }
      let last = ids.last ?? ""
      guard known.contains(last) else {
        reportUnknownID(
          306, last, nil, among: known, at: entry.key.span,
          Text("`\(criterion.id)` har ingen regel `\(last)`", "`\(criterion.id)` has no rule `\(last)`"))
        continue
      }
      guard let verdict = word(entry.value, text, among: words) else { continue }
      rules.append((RuleTest.Expectation.Path(ids: ids, span: entry.key.span), verdict))
    }
    return rules
  }

  private func split(_ text: String) -> [String] {
    text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The criterion at a path of ids from the top.
  private mutating func criterion(
    _ path: ArraySlice<String>, _ criteria: [Criterion], at span: Span
  ) -> Criterion? {
    var level = criteria
    var found: Criterion?
    for id in path {
      guard let next = level.first(where: { $0.id == id }) else {
        reportUnknownID(
          307, id, nil, among: level.map { $0.id }, at: span,
          Text("okänt kriterium `\(id)`", "unknown criterion `\(id)`"))
        return nil
      }
      found = next
      if case .composite(let children, _) = next.scoring { level = children } else { level = [] }
    }
    if found == nil {
      report(
        307, at: span, Text("ett kriterium saknas", "a criterion is missing"),
        hints: [
          Text("Skriv `kriterium/regel`.", "Write `criterion/rule`.")
        ])
    }
    return found
  }
}
