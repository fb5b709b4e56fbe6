import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Levels, money, sources, groups, columns.
extension FileReader {
  mutating func levels(_ root: Mapping) -> [Level] {
    guard let node = root["levels"], let items = list(node, .value(of: "levels")) else { return [] }
    var levels: [Level] = []
    for item in items {
      let what = Text("en nivå", "a level")
      guard let mapping = mapping(item, what, keys: ["from", "label"]) else { continue }
      let label = requiredText(mapping, "label")
      guard let node = required(mapping, "from"), let from = rational(node, "from") else { continue }
      let isFirst = levels.isEmpty
      if isFirst, from != 0 {
        report(
          110, at: node.span,
          Text("den lägsta nivån börjar inte på 0", "the lowest level does not begin at 0"),
          hints: [Text("Skriv `from: 0`.", "Write `from: 0`.")])
      } else if !isFirst, from <= levels[levels.count - 1].from {
        report(
          111, at: node.span, Text("nivåerna stiger inte", "the levels do not rise"),
          hints: [
            Text(
              "`from` ska vara större än nivåns före: \(levels[levels.count - 1].from.text).",
              "`from` must be greater than that of the level before: \(levels[levels.count - 1].from.text).")
          ])
      } else if from > 100 {
        reportBounds(node, "from", Text("är i procent, högst 100", "is in per cent, at most 100"))
      }
      levels.append(Level(from: from, label: label ?? Text(sv: "")))
    }
    return levels
  }

  mutating func money(_ root: Mapping, _ context: RulesetContext) -> Money? {
    let what = Text("pengarna", "the money")
    guard let node = root["money"],
      let mapping = mapping(node, what, keys: ["asked", "unit", "by_year"])
    else { return nil }
    let years = FeelType.list(
      .context([
        FeelType.Member(name: "år", type: .number(unit: nil)),
        FeelType.Member(name: "kr", type: .number(unit: nil)),
      ]))
    let byYear = expression(mapping, "by_year", expecting: years, context.scope)
    let unit = optionalString(mapping, "unit") ?? "kr"
    let asked = requiredExpression(mapping, "asked", expecting: .number(unit: nil), context.scope)
    return asked.map { Money(asked: $0, unit: unit, byYear: byYear) }
  }

  mutating func rulesetSources(_ node: YAMLNode) -> [Source] {
    guard let mapping = openMapping(node, .value(of: "sources")) else { return [] }
    let kinds: [(String, Source.Kind)] = [
      ("law", .law), ("board-decision", .boardDecision), ("local-practice", .localPractice),
      ("evaluation", .evaluation), ("opinion-paper", .opinionPaper),
    ]
    var sources: [Source] = []
    for entry in mapping.entries {
      guard let id = handle(entry.key, .value(of: "sources")) else { continue }
      let what = Text("en källa", "a source")
      guard let source = self.mapping(entry.value, what, keys: ["title", "kind"]) else { continue }
      let title = required(source, "title").flatMap { sourceText($0, "title") }
      let kind = required(source, "kind").flatMap { word($0, "kind", among: kinds) }
      sources.append(Source(id: id, title: title ?? Text(sv: id), kind: kind ?? .opinionPaper))
    }
    return sources
  }

  /// Titles and places stand in the language of their source.
  private mutating func sourceText(_ node: YAMLNode, _ key: String) -> Text? {
    if node.entries != nil { return text(node, .value(of: key)) }
    return scalar(node, .value(of: key)).map { Text(sv: $0) }
  }

  /// `source:` or `sources:` of a rule.
  mutating func sourceReferences(_ mapping: Mapping, _ context: RulesetContext) -> [SourceReference] {
    var references: [SourceReference] = []
    if let node = mapping["source"], let reference = sourceReference(node, context) {
      references.append(reference)
    }
    if let node = mapping["sources"], let items = list(node, .value(of: "sources")) {
      for item in items {
        if let reference = sourceReference(item, context) { references.append(reference) }
      }
    }
    return references
  }

  private mutating func sourceReference(_ node: YAMLNode, _ context: RulesetContext) -> SourceReference? {
    let what = Text("en källhänvisning", "a reference to a source")
    guard let mapping = mapping(node, what, keys: ["ref", "at"]) else { return nil }
    let place = mapping["at"].flatMap { sourceText($0, "at") }
    guard let ref = required(mapping, "ref"), let id = scalar(ref, .value(of: "ref")) else { return nil }
    guard let index = context.sources.firstIndex(where: { $0.id == id }) else {
      reportUnknownID(
        112, id, "sources", among: context.sources.map { $0.id }, at: ref.span,
        Text("okänd källa `\(id)`", "unknown source `\(id)`"))
      return nil
    }
    return SourceReference(source: index, place: place)
  }

  mutating func reportUnknownID(
    _ number: Int, _ id: String, _ section: String?, among ids: [String], at span: Span, _ message: Text
  ) {
    var hints: [Text] = []
    if let meant = nearest(id, among: ids) { hints.append(.didYouMean(meant)) }
    let list = ids.joined(separator: ", ")
    if let section {
      hints.append(
        ids.isEmpty
          ? Text("`\(section)` är tom.", "`\(section)` is empty.")
          : Text("I `\(section)` finns: \(list).", "`\(section)` has: \(list)."))
    } else if !ids.isEmpty {
      hints.append(Text("Att välja på finns: \(list).", "To choose from: \(list)."))
    }
    report(number, at: span, message, hints: hints)
  }

  mutating func reportUnusedSources(_ ruleset: Ruleset, _ root: Mapping) {
    guard let node = root["sources"], let entries = node.entries else { return }
    let used = ruleset.usedSources
    for entry in entries {
      guard let id = entry.key.text, let index = ruleset.sources.firstIndex(where: { $0.id == id }),
        !used.contains(index)
      else { continue }
      report(
        113, .warning, at: entry.key.span,
        Text("källan `\(id)` används inte", "the source `\(id)` is not used"))
    }
  }

  mutating func groups(_ root: Mapping, _ context: RulesetContext) -> [Group] {
    guard let node = root["groups"], let items = list(node, .value(of: "groups")) else { return [] }
    var groups: [Group] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("en grupp", "a group")
      guard let mapping = mapping(item, what, keys: ["id", "title", "when"]) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let when = expression(mapping, "when", expecting: .boolean, context.scope)
      groups.append(Group(id: id ?? "", title: title ?? Text(sv: ""), when: when))
    }
    for (index, group) in groups.enumerated().dropLast() where group.when == nil && !findings.hasErrors {
      report(
        114, .warning, at: items[index].firstLine,
        Text(
          "grupperna efter `\(group.id)` blir tomma", "the groups after `\(group.id)` stay empty"),
        hints: [
          Text(
            "En grupp utan `when` tar emot alla som inte redan har en grupp. Sätt den sist.",
            "A group without `when` takes all that have no group yet. Put it last.")
        ])
    }
    return groups
  }

  mutating func columns(_ root: Mapping, _ context: RulesetContext) -> [Column] {
    guard let node = root["columns"], let items = list(node, .value(of: "columns")) else { return [] }
    var columns: [Column] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("en kolumn", "a column")
      guard let mapping = mapping(item, what, keys: ["id", "title", "value", "unit"]) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      let unit = optionalString(mapping, "unit")
      guard let value = requiredExpression(mapping, "value", expecting: nil, context.scope), let id, let title
      else { continue }
      columns.append(Column(id: id, title: title, value: value, unit: unit))
    }
    return columns
  }
}

extension Ruleset {
  /// Indices of the sources that some rule names.
  fileprivate var usedSources: Set<Int> {
    var used = Set<Int>()
    func add(_ references: [SourceReference]) {
      for reference in references { used.insert(reference.source) }
    }
    for rule in eligibility { add(rule.sources) }
    for rule in exclusions { add(rule.sources) }
    for flag in flags { add(flag.sources) }
    if let economy { add(economy.sources) }
    for profile in profiles {
      add(profile.sources)
      for step in profile.steps { add(step.sources) }
    }
    for scenario in scenarios { add(scenario.sources) }
    var stack = criteria
    while let criterion = stack.popLast() {
      add(criterion.sources)
      switch criterion.scoring {
      case .ladder(let rules), .points(let rules, _): for rule in rules { add(rule.sources) }
      case .composite(let children, _): stack += children
      case .measure, .table, .judged: break
      }
    }
    return used
  }
}
