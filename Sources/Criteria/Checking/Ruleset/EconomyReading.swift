import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Economic figures and the targets of others.
extension FileReader {
  mutating func economy(_ root: Mapping, _ context: RulesetContext) -> Economy? {
    guard let node = root["economy"],
      let mapping = mapping(node, .value(of: "economy"), keys: ["note", "figures", "benchmarks"])
    else { return nil }
    let figures = mapping["figures"].map { economyFigures($0, context) } ?? []
    return Economy(
      note: optionalText(mapping, "note"), figures: figures,
      benchmarks: mapping["benchmarks"].flatMap { benchmarks($0, context) })
  }

  private mutating func economyFigures(_ node: YAMLNode, _ context: RulesetContext) -> [Economy.Figure] {
    guard let items = list(node, .value(of: "figures")) else { return [] }
    var figures: [Economy.Figure] = []
    var ids = UniqueIDs()
    let keys = [
      "id", "title", "basis", "perspective", "horizon", "rate", "price_year", "low", "value", "high", "unit",
      "source", "sources",
    ]
    let bases: [(String, Economy.Basis)] = [("gross", .gross), ("net", .net)]
    for item in items {
      guard let mapping = mapping(item, Text("en ekonomisk siffra", "an economic figure"), keys: keys) else {
        continue
      }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let basis = required(mapping, "basis").flatMap { word($0, "basis", among: bases) }
      let perspective = requiredText(mapping, "perspective")
      // A figure without its horizon, rate and price year cannot be compared with another: each is needed.
      let horizon = requiredExpression(mapping, "horizon", expecting: nil, context.scope)
      let rate = requiredExpression(mapping, "rate", expecting: nil, context.scope)
      let year = requiredExpression(mapping, "price_year", expecting: nil, context.scope)
      let low = expression(mapping, "low", expecting: nil, context.scope)
      let value = requiredExpression(mapping, "value", expecting: nil, context.scope)
      let high = expression(mapping, "high", expecting: nil, context.scope)
      let unit = optionalString(mapping, "unit")
      let sources = sourceReferences(mapping, context)
      guard let id, let title, let basis, let perspective, let horizon, let rate, let year, let value else {
        continue
      }
      figures.append(
        Economy.Figure(
          id: id, title: title, basis: basis, perspective: perspective, horizon: horizon, rate: rate,
          priceYear: year, low: low, value: value, high: high, unit: unit, sources: sources))
    }
    return figures
  }

  private mutating func benchmarks(_ node: YAMLNode, _ context: RulesetContext) -> Benchmarks? {
    let keys = ["in", "as", "label", "value", "unit", "match", "items"]
    guard let mapping = mapping(node, .value(of: "benchmarks"), keys: keys),
      let (list, variable, inner) = shownItems(mapping, context)
    else { return nil }
    let label = requiredExpression(mapping, "label", expecting: .string, inner.scope)
    let value = requiredExpression(mapping, "value", expecting: .number(unit: nil), inner.scope)
    let match = required(mapping, "match").map { benchmarkMatch($0, inner) } ?? []
    let items = required(mapping, "items").map { benchmarkItems($0, match.count, context) } ?? []
    guard let label, let value else { return nil }
    return Benchmarks(
      list: list, variable: variable, label: label, value: value, unit: optionalString(mapping, "unit"),
      match: match, items: items)
  }

  private mutating func benchmarkMatch(_ node: YAMLNode, _ context: RulesetContext) -> [Benchmarks.Match] {
    guard let items = list(node, .value(of: "match")) else { return [] }
    var match: [Benchmarks.Match] = []
    for item in items {
      let what = Text("något som ska vara lika", "something that must be the same")
      guard let mapping = mapping(item, what, keys: ["title", "value"]) else { continue }
      let title = requiredText(mapping, "title")
      let value = requiredExpression(mapping, "value", expecting: nil, context.scope)
      if let title, let value { match.append(Benchmarks.Match(title: title, value: value)) }
    }
    return match
  }

  private mutating func benchmarkItems(
    _ node: YAMLNode, _ count: Int, _ context: RulesetContext
  ) -> [Benchmarks.Item] {
    guard let items = list(node, .value(of: "items")) else { return [] }
    var result: [Benchmarks.Item] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett mål att jämföra med", "a target to compare with")
      let keys = ["id", "title", "match", "value", "source", "sources"]
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let value = required(mapping, "value").flatMap { rational($0, "value") }
      let sources = sourceReferences(mapping, context)
      var match: [String] = []
      if let node = required(mapping, "match"), let values = list(node, .value(of: "match")) {
        match = values.compactMap { scalar($0, .value(of: "match")) }
        if values.count != count {
          report(
            196, at: node.firstLine,
            Text(
              "`match` har \(values.count) värden, här väntas \(count)",
              "`match` has \(values.count) values, \(count) were expected here"),
            hints: [
              Text(
                "Ange ett värde för varje rad i `match` ovanför, i samma ordning.",
                "Give one value for each entry of the `match` above, in the same order.")
            ])
        }
      }
      guard let id, let title, let value else { continue }
      result.append(
        Benchmarks.Item(id: id, title: title, match: match, value: value, sources: sources))
    }
    return result
  }
}
