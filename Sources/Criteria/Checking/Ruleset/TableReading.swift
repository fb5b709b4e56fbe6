import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Decision tables.
extension FileReader {
  private static let hitPolicies: [(String, Table.HitPolicy)] = [
    ("U", .unique), ("A", .any), ("P", .priority), ("F", .first), ("C+", .collectSum),
    ("C<", .collectMinimum),
    ("C>", .collectMaximum), ("C#", .collectCount),
  ]

  mutating func table(_ node: YAMLNode, _ context: RulesetContext) -> (Criterion.Scoring, Rational)? {
    let keys = ["hit", "inputs", "rules", "default", "max"]
    guard let mapping = mapping(node, .value(of: "table"), keys: keys) else { return nil }
    let policy = required(mapping, "hit").flatMap { hitPolicy($0) }
    let otherwise = mapping["default"].flatMap { pointsValue($0, "default") }
    let inputs = inputs(mapping, context)
    let rows = required(mapping, "rules").map { self.rows($0, inputs, context) } ?? []
    guard let inputs, let policy else { return nil }
    if policy == .collectSum || policy == .collectCount, mapping["max"] == nil {
      report(
        180, at: mapping["hit"]?.span,
        Text("`max` saknas", "`max` is missing"),
        hints: [
          Text(
            "En tabell som lägger ihop rader måste säga vad som är fullt: `max: 100`.",
            "A table that adds up rows must say what is full: `max: 100`.")
        ])
      return nil
    }
    var points = rows.map { $0.points }
    if let otherwise { points.append(otherwise) }
    if policy == .collectSum || policy == .collectCount { points = [] }
    guard let maximum = maximum(mapping, points, at: node) else { return nil }
    return (.table(Table(hitPolicy: policy, inputs: inputs, rows: rows, otherwise: otherwise)), maximum)
  }

  private mutating func hitPolicy(_ node: YAMLNode) -> Table.HitPolicy? {
    if node.text == "C" {
      report(
        181, at: node.span,
        Text("`C` ger en lista, inte poäng", "`C` gives a list, not points"),
        hints: [
          Text(
            "Skriv `C+` (summa), `C<` (lägst), `C>` (högst) eller `C#` (antal).",
            "Write `C+` (sum), `C<` (lowest), `C>` (highest) or `C#` (number).")
        ])
      return nil
    }
    return word(node, "hit", among: FileReader.hitPolicies)
  }

  /// nil where one of them cannot be read, so that the rows are not held against them.
  private mutating func inputs(_ mapping: Mapping, _ context: RulesetContext) -> [Table.Input]? {
    guard let node = required(mapping, "inputs"), let items = list(node, .value(of: "inputs")) else {
      return nil
    }
    var inputs: [Table.Input] = []
    for item in items {
      let what = Text("en kolumn i tabellen", "an input of the table")
      guard let input = self.mapping(item, what, keys: ["of", "label"]) else { continue }
      let label = optionalText(input, "label")
      guard let of = requiredExpression(input, "of", expecting: nil, context.scope) else { continue }
      inputs.append(Table.Input(of: of, label: label))
    }
    if items.isEmpty { reportEmpty(node, "inputs") }
    return inputs.count == items.count && !items.isEmpty ? inputs : nil
  }

  private mutating func rows(
    _ node: YAMLNode, _ inputs: [Table.Input]?, _ context: RulesetContext
  ) -> [Table.Row] {
    guard let items = list(node, .value(of: "rules")) else { return [] }
    if items.isEmpty { reportEmpty(node, "rules") }
    var rows: [Table.Row] = []
    for item in items {
      let what = Text("en rad", "a row")
      guard let mapping = mapping(item, what, keys: ["when", "points", "because"]) else { continue }
      let points = required(mapping, "points").flatMap { pointsValue($0, "points") }
      let because = template(mapping, "because", context.scope)
      guard let when = required(mapping, "when"), let cells = list(when, .value(of: "when")), let inputs
      else {
        continue
      }
      if cells.count != inputs.count {
        report(
          182, at: when.firstLine,
          Text(
            "raden har \(cells.count) villkor, tabellen \(inputs.count) kolumner",
            "the row has \(cells.count) tests, the table \(inputs.count) inputs"),
          hints: [
            Text(
              "Skriv ett villkor för varje kolumn; `'-'` tar emot allt.",
              "Write one test for each input; `'-'` takes anything.")
          ])
        continue
      }
      var tests: [CompiledTests] = []
      for (cell, input) in zip(cells, inputs) {
        if let test = self.tests(cell, in: when, input, context) { tests.append(test) }
      }
      guard tests.count == inputs.count else { continue }
      rows.append(
        Table.Row(tests: tests, points: points ?? .zero, because: because, span: mapping.node.firstLine))
    }
    return rows
  }

  private mutating func tests(
    _ node: YAMLNode, in parent: YAMLNode, _ input: Table.Input, _ context: RulesetContext
  ) -> CompiledTests? {
    guard let written = expressionText(node, nil, in: parent) else { return nil }
    do {
      let tests = try parseUnaryTests(written.text)
      let whole = Expression(.unaryTests(tests), TextRange(0, written.text.utf8.count))
      let checked = checked(whole, written, expecting: nil, context.scope, subject: input.of.type)
      return checked.hasErrors ? nil : CompiledTests(text: written.text, tests: tests, span: written.span)
    } catch {
      report(error, written)
      return nil
    }
  }
}
