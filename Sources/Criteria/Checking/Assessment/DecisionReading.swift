import Diagnostics
import FEEL
import YAMLSource

/// Exclusions and exceptions that a role has recorded.
extension FileReader {
  mutating func decisions(
    _ root: Mapping, _ ruleset: Ruleset, reasonsOptional: Bool = false
  ) -> (exclusions: [ExclusionDecision], exceptions: [ExceptionDecision]) {
    (
      root["exclusions"].map { exclusionDecisions($0, ruleset, reasonsOptional) } ?? [],
      root["exceptions"].map { exceptionDecisions($0, ruleset, reasonsOptional) } ?? []
    )
  }

  private mutating func exclusionDecisions(
    _ node: YAMLNode, _ ruleset: Ruleset, _ reasonsOptional: Bool
  ) -> [ExclusionDecision] {
    guard let items = list(node, .value(of: "exclusions")) else { return [] }
    var decisions: [ExclusionDecision] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett beslut om att inte pröva", "a decision on an exclusion")
      guard let mapping = mapping(item, what, keys: ["exclusion", "decided", "reason"]) else { continue }
      let decided = required(mapping, "decided").flatMap { boolean($0, "decided") }
      let reason =
        reasonsOptional ? optionalString(mapping, "reason") ?? "" : requiredString(mapping, "reason")
      guard let node = required(mapping, "exclusion"), let index = exclusionIndex(node, ruleset) else {
        continue
      }
      let id = ruleset.exclusions[index].id
      if let first = ids.insert(id, at: node.span) { reportTwice(id, at: node.span, first: first) }
      guard let decided, let reason else { continue }
      decisions.append(
        ExclusionDecision(exclusion: index, decided: decided, reason: reason, span: node.span))
    }
    return decisions
  }

  private mutating func exceptionDecisions(
    _ node: YAMLNode, _ ruleset: Ruleset, _ reasonsOptional: Bool
  ) -> [ExceptionDecision] {
    guard let items = list(node, .value(of: "exceptions")) else { return [] }
    let keys = ["exclusion", "exception", "reason", "decided_by", "valid_to"]
    var decisions: [ExceptionDecision] = []
    for item in items {
      let what = Text("ett undantag", "an exception")
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let reason =
        reasonsOptional ? optionalString(mapping, "reason") ?? "" : requiredString(mapping, "reason")
      let decidedBy =
        reasonsOptional ? optionalString(mapping, "decided_by") ?? "" : requiredString(mapping, "decided_by")
      let validTo = required(mapping, "valid_to").flatMap { date($0, "valid_to") }
      guard let node = required(mapping, "exclusion"), let exclusion = exclusionIndex(node, ruleset) else {
        continue
      }
      let exceptions = ruleset.exclusions[exclusion].exceptions
      guard let nameNode = required(mapping, "exception"),
        let name = scalar(nameNode, .value(of: "exception"))
      else {
        continue
      }
      guard let exception = exceptions.firstIndex(where: { $0.id == name }) else {
        reportUnknownID(
          111, name, "exceptions", among: exceptions.map { $0.id }, at: nameNode.span,
          Text(
            "`\(ruleset.exclusions[exclusion].id)` har inget undantag `\(name)`",
            "`\(ruleset.exclusions[exclusion].id)` has no exception `\(name)`"))
        continue
      }
      guard let reason, let decidedBy, let validTo else { continue }
      decisions.append(
        ExceptionDecision(
          exclusion: exclusion, exception: exception, reason: reason, decidedBy: decidedBy, validTo: validTo,
          span: nameNode.span))
    }
    return decisions
  }

  private mutating func exclusionIndex(_ node: YAMLNode, _ ruleset: Ruleset) -> Int? {
    guard let id = scalar(node, .value(of: "exclusion")) else { return nil }
    if let index = ruleset.exclusions.firstIndex(where: { $0.id == id }) { return index }
    reportUnknownID(
      110, id, "exclusions", among: ruleset.exclusions.map { $0.id }, at: node.span,
      Text("reglerna har ingen uteslutningsgrund `\(id)`", "the rules have no exclusion `\(id)`"))
    return nil
  }
}
