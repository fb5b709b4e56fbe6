import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Measures and judged criteria: points from a number, and from a person's answer.
extension FileReader {
  mutating func measure(_ node: YAMLNode, _ context: RulesetContext) -> (Criterion.Scoring, Rational)? {
    guard let mapping = mapping(node, .value(of: "measure"), keys: ["of", "points", "max"]) else {
      return nil
    }
    let of = requiredExpression(mapping, "of", expecting: .number(unit: nil), context.scope)
    guard let pointsNode = required(mapping, "points"),
      let entries = openMapping(pointsNode, .value(of: "points"))?.entries
    else { return nil }
    var points: [Measure.Point] = []
    for entry in entries {
      guard let input = rational(entry.key, "points"), let value = pointsValue(entry.value, "points") else {
        continue
      }
      if let last = points.last, input <= last.input {
        report(
          170, at: entry.key.span, Text("talen i `points` stiger inte", "the inputs of `points` do not rise"),
          hints: [
            Text(
              "Skriv dem från lägst till högst: `{0: 0, 0.75: 100}`.",
              "Write them from lowest to highest: `{0: 0, 0.75: 100}`.")
          ])
      }
      points.append(Measure.Point(input: input, points: value))
    }
    if entries.count < 2 {
      report(
        171, at: pointsNode.firstLine,
        Text("`points` behöver minst två punkter", "`points` needs at least two points"),
        hints: [Text("Till exempel `{0: 0, 0.75: 100}`.", "For instance `{0: 0, 0.75: 100}`.")])
    }
    let maximum = maximum(mapping, points.map { $0.points }, at: pointsNode)
    guard let of, let maximum, points.count >= 2 else { return nil }
    return (.measure(Measure(of: of, points: points)), maximum)
  }

  /// Points that may not be negative.
  mutating func pointsValue(_ node: YAMLNode, _ key: String) -> Rational? {
    guard let value = rational(node, key) else { return nil }
    if value.sign >= 0 { return value }
    report(
      172, at: node.span,
      Text("poängen är negativa: `\(value.text)`", "the points are negative: `\(value.text)`"),
      hints: [
        Text("Bara regler i `points:` får dra av poäng.", "Only the rules of `points:` may take points away.")
      ])
    return nil
  }

  /// `max`, else the highest of the points; reported where that is 0, or where the points are above `max`.
  mutating func maximum(_ mapping: Mapping, _ points: [Rational], at node: YAMLNode) -> Rational? {
    let highest = points.max() ?? .zero
    if let maximum = positive(mapping, "max") {
      if highest > maximum, let node = mapping["max"] {
        reportBounds(
          node, "max",
          Text("är lägre än poängen: \(highest.text)", "is lower than the points: \(highest.text)"))
      }
      return maximum
    }
    if highest.sign > 0 { return highest }
    if !points.isEmpty, mapping["max"] == nil {
      report(162, at: node.firstLine, Text("ingenting ger poäng", "nothing gives points"))
    }
    return nil
  }

  mutating func judged(_ node: YAMLNode, _ context: RulesetContext) -> (Criterion.Scoring, Rational)? {
    guard let mapping = mapping(node, .value(of: "judged"), keys: ["judgement", "points", "max"]) else {
      return nil
    }
    guard let nameNode = required(mapping, "judgement"), let name = scalar(nameNode, .value(of: "judgement"))
    else {
      return nil
    }
    guard let index = context.judgements.firstIndex(where: { $0.id == name }) else {
      reportUnknownID(
        131, name, "judgements", among: context.judgements.map { $0.id }, at: nameNode.span,
        Text("okänd bedömning `\(name)`", "unknown judgement `\(name)`"))
      return nil
    }
    let judgement = context.judgements[index]
    guard let pointsNode = required(mapping, "points"),
      let given = self.mapping(pointsNode, .value(of: "points"), keys: judgement.scale.map { $0.id })
    else { return nil }
    var points: [Rational] = []
    for step in judgement.scale {
      guard let node = given[step.id] else {
        report(
          173, at: pointsNode.firstLine,
          Text("svaret `\(step.id)` saknar poäng", "the answer `\(step.id)` has no points"),
          hints: [
            Text("Varje svar på skalan ska ha poäng.", "Every answer of the scale must have points.")
          ])
        continue
      }
      if let value = pointsValue(node, step.id) { points.append(value) }
    }
    guard points.count == judgement.scale.count, let maximum = maximum(mapping, points, at: pointsNode) else {
      return nil
    }
    return (.judged(Judged(judgement: index, points: points)), maximum)
  }
}
