import Diagnostics
import FEEL
import YAMLSource

/// Profiles and lists: what is shown beside the points.
extension FileReader {
  mutating func profiles(_ root: Mapping, _ context: RulesetContext) -> [Profile] {
    guard let node = root["profiles"], let items = list(node, .value(of: "profiles")) else { return [] }
    var profiles: [Profile] = []
    var ids = UniqueIDs()
    for item in items {
      let keys = ["id", "title", "steps", "source", "sources"]
      guard let mapping = mapping(item, Text("en profil", "a profile"), keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let sources = sourceReferences(mapping, context)
      let steps = required(mapping, "steps").map { profileSteps($0, context) } ?? []
      guard let id, let title else { continue }
      profiles.append(Profile(id: id, title: title, steps: steps, sources: sources))
    }
    return profiles
  }

  private mutating func profileSteps(_ node: YAMLNode, _ context: RulesetContext) -> [Profile.Step] {
    guard let items = list(node, .value(of: "steps")) else { return [] }
    if items.isEmpty { reportEmpty(node, "steps") }
    var steps: [Profile.Step] = []
    var ids = UniqueIDs()
    for item in items {
      let keys = ["id", "title", "if", "source", "sources"]
      guard let mapping = mapping(item, Text("ett steg", "a step"), keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let sources = sourceReferences(mapping, context)
      let condition = requiredExpression(mapping, "if", expecting: .boolean, context.scope)
      guard let id, let title, let condition else { continue }
      steps.append(Profile.Step(id: id, title: title, condition: condition, sources: sources))
    }
    return steps
  }

  mutating func shownLists(_ root: Mapping, _ context: RulesetContext) -> [ShownList] {
    guard let node = root["lists"], let items = list(node, .value(of: "lists")) else { return [] }
    var lists: [ShownList] = []
    var ids = UniqueIDs()
    for item in items {
      let keys = ["id", "title", "in", "as", "columns"]
      guard let mapping = mapping(item, Text("en lista", "a list"), keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      guard let (list, variable, inner) = shownItems(mapping, context) else { continue }
      let columns = required(mapping, "columns").map { shownColumns($0, inner) } ?? []
      guard let id, let title else { continue }
      lists.append(ShownList(id: id, title: title, list: list, variable: variable, columns: columns))
    }
    return lists
  }

  /// The list that is gone through, the name of an item, and what the expressions on an item may use.
  mutating func shownItems(
    _ mapping: Mapping, _ context: RulesetContext
  ) -> (list: Compiled, variable: String, context: RulesetContext)? {
    let list = requiredExpression(mapping, "in", expecting: .list(.any), context.scope)
    guard let nameNode = required(mapping, "as"), let variable = name(nameNode, .value(of: "as")), let list
    else { return nil }
    if context.scope.members.contains(where: { $0.name == variable }) {
      reportTakenName(variable, at: nameNode.span)
      return nil
    }
    var element = FeelType.any
    if case .list(let type) = list.type { element = type }
    var inner = context
    inner.scope = context.scope.adding(FeelType.Member(name: variable, type: element))
    return (list, variable, inner)
  }

  private mutating func shownColumns(_ node: YAMLNode, _ context: RulesetContext) -> [ShownList.Column] {
    guard let items = list(node, .value(of: "columns")) else { return [] }
    if items.isEmpty { reportEmpty(node, "columns") }
    var columns: [ShownList.Column] = []
    for item in items {
      guard let mapping = mapping(item, Text("en kolumn", "a column"), keys: ["title", "value"]) else {
        continue
      }
      let title = requiredText(mapping, "title")
      let value = requiredExpression(mapping, "value", expecting: nil, context.scope)
      if let title, let value { columns.append(ShownList.Column(title: title, value: value)) }
    }
    return columns
  }
}
