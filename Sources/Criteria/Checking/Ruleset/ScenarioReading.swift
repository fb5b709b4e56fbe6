import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Scenarios and ties: what refers to criteria, facts and columns by their ids.
extension FileReader {
  mutating func scenarios(_ root: Mapping, _ criteria: [Criterion], _ context: RulesetContext) -> [Scenario] {
    guard let node = root["scenarios"], let items = list(node, .value(of: "scenarios")) else { return [] }
    var scenarios: [Scenario] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett scenario", "a scenario")
      guard let mapping = mapping(item, what, keys: ["id", "title", "weights", "source", "sources"]) else {
        continue
      }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let sources = sourceReferences(mapping, context)
      guard let node = required(mapping, "weights"), let weights = weights(node, root, criteria) else {
        continue
      }
      scenarios.append(
        Scenario(id: id ?? "", title: title ?? Text(sv: ""), weights: weights, sources: sources))
    }
    return scenarios
  }

  /// One for each top criterion, in their order. Criteria that could not be read count by their id.
  private mutating func weights(_ node: YAMLNode, _ root: Mapping, _ criteria: [Criterion]) -> [Rational]? {
    let ids = root["criteria"]?.items?.compactMap { $0["id"]?.text } ?? []
    guard let mapping = mapping(node, .value(of: "weights"), keys: ids) else { return nil }
    var weights: [Rational] = []
    for id in ids {
      guard mapping[id] != nil else {
        report(
          190, at: node.firstLine,
          Text("kriteriet `\(id)` saknar vikt", "the criterion `\(id)` has no weight"),
          hints: [
            Text("Ett scenario ger varje kriterium en vikt.", "A scenario gives every criterion a weight.")
          ])
        continue
      }
      if let weight = positive(mapping, id) { weights.append(weight) }
    }
    return weights.count == criteria.count ? weights : nil
  }

  mutating func ties(
    _ root: Mapping, _ criteria: [Criterion], _ columns: [Column], _ context: RulesetContext
  ) -> [Tie] {
    guard let node = root["ties"], let items = list(node, .value(of: "ties")) else { return [] }
    let orders = [("desc", true), ("asc", false)]
    var ties: [Tie] = []
    for item in items {
      let what = Text("en särskiljning", "a tie-breaker")
      guard let mapping = mapping(item, what, keys: ["by", "order"]) else { continue }
      let descending = mapping["order"].flatMap { word($0, "order", among: orders) } ?? true
      guard let node = required(mapping, "by"), let id = scalar(node, .value(of: "by")) else { continue }
      guard let key = tieKey(id, criteria, columns, context, at: node.span, root) else { continue }
      ties.append(Tie(key: key, id: id, descending: descending))
    }
    return ties
  }

  private mutating func tieKey(
    _ id: String, _ criteria: [Criterion], _ columns: [Column], _ context: RulesetContext, at span: Span,
    _ root: Mapping
  ) -> Tie.Key? {
    if let index = criteria.firstIndex(where: { $0.id == id }) { return .criterion(index) }
    if let index = context.facts.firstIndex(where: { $0.name == id }) {
      return isNumber(context.facts[index].value, id, at: span) ? .fact(index) : nil
    }
    if let index = columns.firstIndex(where: { $0.id == id }) {
      return isNumber(columns[index].value, id, at: span) ? .column(index) : nil
    }
    let declared = root["criteria"]?.items?.compactMap { $0["id"]?.text } ?? []
    if declared.contains(id) { return nil }
    reportUnknownID(
      191, id, nil, among: declared + context.facts.map { $0.name } + columns.map { $0.id }, at: span,
      Text("`\(id)` är varken kriterium, faktum eller kolumn", "`\(id)` is no criterion, fact or column"))
    return nil
  }

  private mutating func isNumber(_ value: Compiled, _ id: String, at span: Span) -> Bool {
    switch value.type {
    case .number, .any, .null: return true
    default: break
    }
    report(
      192, at: span, Text("`\(id)` är inget tal", "`\(id)` is not a number"),
      hints: [Text("Lika poäng skiljs åt med ett tal.", "A tie is broken by a number.")])
    return false
  }
}
