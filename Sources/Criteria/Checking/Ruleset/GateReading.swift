import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Eligibility, exclusions and flags.
extension FileReader {
  mutating func eligibility(_ root: Mapping, _ context: RulesetContext) -> [Eligibility] {
    guard let node = root["eligibility"], let items = list(node, .value(of: "eligibility")) else { return [] }
    let keys = ["id", "title", "require", "resolved_by", "because", "advice", "source", "sources"]
    let resolvers: [(String, Eligibility.Resolver)] = [
      ("applicant", .applicant), ("association", .association),
    ]
    var gates: [Eligibility] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett behörighetsvillkor", "an eligibility condition")
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let resolver = required(mapping, "resolved_by").flatMap { word($0, "resolved_by", among: resolvers) }
      let because = template(mapping, "because", context.scope)
      let advice = optionalText(mapping, "advice")
      let sources = sourceReferences(mapping, context)
      guard let require = requiredExpression(mapping, "require", expecting: .boolean, context.scope) else {
        continue
      }
      gates.append(
        Eligibility(
          id: id ?? "", title: title ?? Text(sv: ""), require: require, resolvedBy: resolver ?? .applicant,
          because: because, advice: advice, sources: sources))
    }
    return gates
  }

  mutating func exclusions(_ root: Mapping, _ context: RulesetContext) -> [Exclusion] {
    guard let node = root["exclusions"], let items = list(node, .value(of: "exclusions")) else { return [] }
    let keys = ["id", "title", "when", "exceptions", "source", "sources"]
    var exclusions: [Exclusion] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("en grund för att inte pröva", "an exclusion")
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let sources = sourceReferences(mapping, context)
      let exceptions = mapping["exceptions"].map { self.exceptions($0) } ?? []
      guard let when = requiredExpression(mapping, "when", expecting: .boolean, context.scope) else {
        continue
      }
      exclusions.append(
        Exclusion(
          id: id ?? "", title: title ?? Text(sv: ""), when: when, exceptions: exceptions,
          judgements: judgementsUsed(when.expression, context.facts), sources: sources))
    }
    return exclusions
  }

  private mutating func exceptions(_ node: YAMLNode) -> [Exclusion.Exception] {
    guard let items = list(node, .value(of: "exceptions")) else { return [] }
    let needed = ["skäl", "beslutad_av", "gäller_till"]
    var exceptions: [Exclusion.Exception] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett undantag", "an exception")
      guard let mapping = mapping(item, what, keys: ["id", "title", "needs"]) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      var needs: [String] = []
      if let node = mapping["needs"], let names = list(node, .value(of: "needs")) {
        for name in names {
          if let need = word(name, "needs", among: needed.map { ($0, $0) }) { needs.append(need) }
        }
      }
      exceptions.append(Exclusion.Exception(id: id ?? "", title: title ?? Text(sv: ""), needs: needs))
    }
    return exceptions
  }

  mutating func flags(_ root: Mapping, _ context: RulesetContext) -> [Flag] {
    guard let node = root["flags"], let items = list(node, .value(of: "flags")) else { return [] }
    let keys = ["id", "title", "when", "text", "asks", "source", "sources"]
    var flags: [Flag] = []
    var ids = UniqueIDs()
    for item in items {
      guard let mapping = mapping(item, Text("en flagga", "a flag"), keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let text = template(mapping, "text", context.scope)
      let asks = mapping["asks"].flatMap { word($0, "asks", among: [("person", true)]) } ?? false
      let sources = sourceReferences(mapping, context)
      guard let when = requiredExpression(mapping, "when", expecting: .boolean, context.scope) else {
        continue
      }
      flags.append(
        Flag(
          id: id ?? "", title: title ?? Text(sv: ""), when: when, text: text, asksPerson: asks,
          sources: sources))
    }
    return flags
  }
}
