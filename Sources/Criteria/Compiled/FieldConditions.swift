import FEEL

/// Where each `when` of a form finds the names that it reads.
struct FieldConditions: Sendable {
  /// A name in a `when`: the field at `index` of the group `depth` levels in from the top.
  struct Reference: Sendable {
    var name: String
    var depth: Int
    var index: Int
  }

  /// A class, so that walking a proposal's claims copies nothing.
  final class Condition: Sendable {
    let compiled: Compiled
    let references: [Reference]

    init(compiled: Compiled, references: [Reference]) {
      self.compiled = compiled
      self.references = references
    }
  }

  struct Node: Sendable {
    var condition: Condition?
    var children: [Node]
  }

  var nodes: [Node]

  init(_ fields: [Field]) {
    nodes = FieldConditions.nodes(fields, outer: [])
  }

  private static func nodes(_ fields: [Field], outer: [[Field]]) -> [Node] {
    var nodes: [Node] = []
    let levels = outer + [fields]
    for field in fields {
      let children = FieldConditions.nodes(field.type.fields, outer: levels)
      nodes.append(Node(condition: field.applies.map { condition($0, levels) }, children: children))
    }
    return nodes
  }

  /// The innermost group that has the name wins.
  private static func condition(_ compiled: Compiled, _ levels: [[Field]]) -> Condition {
    var references: [Reference] = []
    for path in compiled.reads {
      guard let name = path.first, !references.contains(where: { $0.name == name }) else { continue }
      for depth in levels.indices.reversed() {
        guard let index = levels[depth].firstIndex(where: { $0.name == name }) else { continue }
        references.append(Reference(name: name, depth: depth, index: index))
        break
      }
    }
    return Condition(compiled: compiled, references: references)
  }
}
