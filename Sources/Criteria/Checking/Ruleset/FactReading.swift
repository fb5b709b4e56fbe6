import Diagnostics
import FEEL
import YAMLSource

/// Facts may use one another in any order; they are checked in one in which each uses only earlier ones.
extension FileReader {
  private struct WrittenFact {
    var name: String
    var nameSpan: Span
    var text: ExpressionText
    var expression: Expression
    var label: Text?
    var unit: String?
    /// Names of other facts that it uses, and where.
    var uses: [(name: String, span: Span)] = []
  }

  mutating func facts(_ node: YAMLNode, _ context: inout RulesetContext) -> [Fact] {
    guard let mapping = openMapping(node, .value(of: "facts")) else { return [] }
    var open: [WrittenFact] = []
    for entry in mapping.entries {
      if let fact = writtenFact(entry, in: mapping, context) {
        open.append(fact)
      } else if let name = entry.key.text {
        context.scope = context.scope.adding(FeelType.Member(name: name, type: .any))
      }
    }
    var facts: [Fact] = []
    while !open.isEmpty {
      guard let index = nextFact(&open, context) else {
        reportCycle(open)
        for fact in open {
          context.scope = context.scope.adding(FeelType.Member(name: fact.name, type: .any))
        }
        break
      }
      let fact = open.remove(at: index)
      let checked = checked(fact.expression, fact.text, expecting: nil, context.scope)
      context.scope = context.scope.adding(member(fact, checked.hasErrors ? .any : checked.compiled.type))
      facts.append(Fact(name: fact.name, value: checked.compiled, label: fact.label, unit: fact.unit))
    }
    return facts
  }

  private func member(_ fact: WrittenFact, _ type: FeelType) -> FeelType.Member {
    var type = type
    if case .number(nil) = type, let unit = fact.unit { type = .number(unit: unit) }
    return FeelType.Member(name: fact.name, type: type, label: fact.label.map { Words(heading: $0) })
  }

  private mutating func writtenFact(
    _ entry: YAMLNode.Entry, in mapping: Mapping, _ context: RulesetContext
  ) -> WrittenFact? {
    guard let name = name(entry.key, .value(of: "facts")) else { return nil }
    if let taken = context.form.fields.first(where: { $0.name == name }) {
      report(
        140, at: entry.key.span,
        Text("`\(name)` är redan ett fält i formuläret", "`\(name)` is already a field of the form"),
        hints: [Text("Ge faktumet ett annat namn.", "Give the fact another name.")],
        related: [.init(span: taken.span, message: Text("fältet", "the field"))])
      return nil
    }
    var label: Text?
    var unit: String?
    var value = entry.value
    var parent = mapping.node
    var key = name
    if entry.value.entries != nil, !entry.value.isFlow || entry.value.entry("value") != nil {
      let what = Text("ett faktum", "a fact")
      guard let inner = self.mapping(entry.value, what, keys: ["value", "label", "unit"]) else { return nil }
      label = optionalText(inner, "label")
      unit = optionalString(inner, "unit")
      guard let node = required(inner, "value") else { return nil }
      (value, parent, key) = (node, inner.node, "value")
    } else if value.isEmpty {
      _ = required(mapping, name)
      return nil
    }
    guard let text = expressionText(value, key, in: parent),
      let expression = parsed(text)
    else { return nil }
    return WrittenFact(
      name: name, nameSpan: entry.key.span, text: text, expression: expression, label: label, unit: unit)
  }

  /// The first fact that uses none of the others left. What the others are is not known yet, so what is found
  /// about types here is not reported.
  private func nextFact(_ open: inout [WrittenFact], _ context: RulesetContext) -> Int? {
    for index in open.indices {
      var members = context.scope.members
      for fact in open { members.append(FeelType.Member(name: fact.name, type: .any)) }
      let result = Checker(scope: members, host: context.scope.host).check(open[index].expression)
      var uses: [(name: String, span: Span)] = []
      for field in result.fields {
        guard let name = field.path.first, open.contains(where: { $0.name == name }) else { continue }
        uses.append((name, open[index].text.span(of: field.range)))
      }
      open[index].uses = uses
      if uses.isEmpty { return index }
    }
    return nil
  }

  /// One error for every circle, with the places of all its facts.
  private mutating func reportCycle(_ facts: [WrittenFact]) {
    var done: [String] = []
    for fact in facts where !done.contains(fact.name) {
      guard let cycle = cycle(from: fact, facts) else { continue }
      let isKnown = cycle.contains { done.contains($0.fact.name) }
      done += cycle.map { $0.fact.name }
      if isKnown { continue }
      let names = (cycle.map { $0.fact.name } + [cycle[0].fact.name]).joined(separator: " → ")
      report(
        141, at: cycle[0].span,
        Text(
          "fakta beror på varandra i en ring: `\(names)`",
          "facts depend on one another in a circle: `\(names)`"),
        hints: [
          Text("Ta bort ett av leden.", "Remove one of the links.")
        ],
        related: cycle.dropFirst().map { link in
          .init(
            span: link.span,
            message: Text("`\(link.fact.name)` fortsätter här", "`\(link.fact.name)` goes on here"))
        })
    }
  }

  /// A way from the fact back to itself, each link with the place that leads on; nil where there is none.
  private func cycle(from start: WrittenFact, _ facts: [WrittenFact]) -> [(fact: WrittenFact, span: Span)]? {
    var queue: [[(fact: WrittenFact, span: Span)]] = start.uses.map { [(start, $0.span)] }
    var next = start.uses.map { $0.name }
    var seen: [String] = []
    while !queue.isEmpty {
      let path = queue.removeFirst()
      let name = next.removeFirst()
      if name == start.name { return path }
      guard !seen.contains(name), let fact = facts.first(where: { $0.name == name }) else { continue }
      seen.append(name)
      for use in fact.uses {
        queue.append(path + [(fact, use.span)])
        next.append(use.name)
      }
    }
    return nil
  }
}
