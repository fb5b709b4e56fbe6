import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

extension FileReader {
  private static let ways = ["ladder", "points", "measure", "table", "judged", "criteria"]
  private static let keys =
    [
      "id", "title", "short", "help", "weight", "swing", "threshold", "not_applicable", "source", "sources",
      "each",
      "combine",
    ] + ways

  /// The criteria of one level.
  mutating func criteria(
    _ node: YAMLNode, in parent: YAMLNode, isTop: Bool, _ context: inout RulesetContext
  ) -> [Criterion] {
    guard let items = list(node, .value(of: "criteria")) else { return [] }
    if items.isEmpty {
      report(
        150, at: node.firstLine, Text("`criteria` är tom", "`criteria` is empty"),
        hints: [Text("Ange minst ett kriterium.", "Give at least one criterion.")])
    }
    let siblings = items.map { $0["id"]?.text ?? "" }
    var criteria: [Criterion] = []
    for (index, item) in items.enumerated() {
      let what = Text("ett kriterium", "a criterion")
      guard let mapping = mapping(item, what, keys: FileReader.keys) else { continue }
      if let criterion = criterion(mapping, isTop: isTop, siblings: siblings, index, &context) {
        criteria.append(criterion)
      }
    }
    if isTop, criteria.count == items.count, !context.hasWeightOrder { noteWeights(criteria, at: node) }
    return criteria
  }

  /// Weights other than 100 in all are made so when points are counted; whoever wrote them should know.
  private mutating func noteWeights(_ criteria: [Criterion], at node: YAMLNode) {
    guard let sum = try? Rational.sum(criteria.map { $0.weight }), sum != 100 else { return }
    let text = sum.isInteger ? sum.text : sum.decimalText(scale: 2, mode: .halfEven)
    report(
      156, .note, at: node.firstLine,
      Text("vikterna är tillsammans \(text), inte 100", "the weights add up to \(text), not 100"),
      hints: [
        Text(
          "De räknas om så att de blir 100.", "They are scaled so that they become 100.")
      ])
  }

  private mutating func criterion(
    _ mapping: Mapping, isTop: Bool, siblings: [String], _ index: Int, _ context: inout RulesetContext
  ) -> Criterion? {
    let id = uniqueID(mapping, &context.criterionIDs) ?? ""
    let title = requiredText(mapping, "title")
    if isTop {
      if context.hasWeightOrder { reportWeightBesideOrder(mapping) } else { _ = required(mapping, "weight") }
    }
    let weight = positive(mapping, "weight") ?? 1
    let notApplicable = notApplicable(mapping, siblings, index, context)
    let outer = context.scope
    defer { context.scope = outer }
    let each = each(mapping, &context)
    guard let (scoring, maximum) = scoring(mapping, &context) else { return nil }
    let help = optionalText(mapping, "help")
    let swing = swing(mapping)
    let threshold = threshold(mapping, maximum)
    let sources = sourceReferences(mapping, context)
    return Criterion(
      id: id, title: title ?? Text(sv: id), short: optionalText(mapping, "short"), help: help, weight: weight,
      swing: swing, scoring: scoring, maximum: maximum, threshold: threshold,
      each: each, notApplicable: notApplicable, sources: sources,
      span: mapping["id"]?.span ?? mapping.node.firstLine)
  }

  private mutating func swing(_ mapping: Mapping) -> (worst: Text, best: Text)? {
    guard let node = mapping["swing"],
      let swing = self.mapping(node, .value(of: "swing"), keys: ["worst", "best"])
    else { return nil }
    let worst = requiredText(swing, "worst")
    let best = requiredText(swing, "best")
    guard let worst, let best else { return nil }
    return (worst, best)
  }

  private mutating func threshold(_ mapping: Mapping, _ maximum: Rational) -> Rational? {
    guard let node = mapping["threshold"], let threshold = rational(node, "threshold") else { return nil }
    if threshold >= 0, threshold <= maximum { return threshold }
    reportBounds(
      node, "threshold",
      Text(
        "ska vara från 0 till \(maximum.text), kriteriets högsta poäng",
        "must be from 0 to \(maximum.text), the criterion's highest points"))
    return nil
  }

  private mutating func notApplicable(
    _ mapping: Mapping, _ siblings: [String], _ index: Int, _ context: RulesetContext
  ) -> Criterion.NotApplicable? {
    guard let node = mapping["not_applicable"],
      let inner = self.mapping(node, .value(of: "not_applicable"), keys: ["when", "weight_to"])
    else { return nil }
    let when = requiredExpression(inner, "when", expecting: .boolean, context.scope)
    guard let list = required(inner, "weight_to"), let items = self.list(list, .value(of: "weight_to")) else {
      return nil
    }
    var targets: [Int] = []
    for item in items {
      guard let id = scalar(item, .value(of: "weight_to")) else { continue }
      guard let target = siblings.firstIndex(of: id), target != index else {
        let others = siblings.indices.filter { $0 != index }.map { siblings[$0] }
        reportUnknownID(
          151, id, nil, among: others, at: item.span,
          Text(
            "`\(id)` är inget annat kriterium på samma nivå",
            "`\(id)` is not another criterion of the same level"))
        continue
      }
      if targets.contains(target) {
        reportTwice(id, at: item.span, first: items[0].span)
      } else {
        targets.append(target)
      }
    }
    return when.map { Criterion.NotApplicable(when: $0, weightTo: targets) }
  }

  /// The list that the criterion is scored for; its member joins the scope.
  private mutating func each(_ mapping: Mapping, _ context: inout RulesetContext) -> Criterion.Each? {
    let keys = ["in", "as", "label", "key", "combine", "also_show"]
    guard let node = mapping["each"], let inner = self.mapping(node, .value(of: "each"), keys: keys) else {
      return nil
    }
    let list = requiredExpression(inner, "in", expecting: .list(.any), context.scope)
    if let list, !isList(list.type) {
      report(
        155, at: list.span, Text("det här är ingen lista", "this is not a list"),
        hints: [
          Text(
            "`each` bedömer varje post i en lista för sig.", "`each` scores every item of a list by itself.")
        ])
      return nil
    }
    guard let nameNode = required(inner, "as"), let variable = name(nameNode, .value(of: "as")) else {
      return nil
    }
    if context.scope.members.contains(where: { $0.name == variable }) {
      reportTakenName(variable, at: nameNode.span)
      return nil
    }
    var element = FeelType.any
    if case .list(let type)? = list?.type { element = type }
    context.scope = context.scope.adding(FeelType.Member(name: variable, type: element))
    let label = expression(inner, "label", expecting: nil, context.scope)
    let key =
      inner["key"] == nil
      ? ownKey(variable, element, nameNode.span, context)
      : expression(inner, "key", expecting: .string, context.scope)
    let combines = FileReader.combines
    let combine = inner["combine"].flatMap { word($0, "combine", among: combines) } ?? .mean
    let showsMinimum = inner["also_show"].flatMap { word($0, "also_show", among: [("min", true)]) } ?? false
    return list.map {
      Criterion.Each(
        list: $0, variable: variable, label: label, key: key, combine: combine, alsoShowMinimum: showsMinimum)
    }
  }

  mutating func reportTakenName(_ variable: String, at span: Span) {
    report(
      152, at: span,
      Text(
        "`\(variable)` är redan ett fält eller ett faktum", "`\(variable)` is already a field or a fact"),
      hints: [
        Text("Ge posten ett annat namn, till exempel `post`.", "Give the item another name, such as `item`.")
      ])
  }

  private func isList(_ type: FeelType) -> Bool {
    switch type {
    case .list, .any, .null: true
    default: false
    }
  }

  private static let combines: [(String, Criterion.Combine)] = [("mean", .mean), ("min", .minimum)]

  /// `org.id`, where the items have an `id`.
  private func ownKey(
    _ variable: String, _ element: FeelType, _ span: Span, _ context: RulesetContext
  ) -> Compiled? {
    guard case .context(let members) = element, let member = members.first(where: { $0.name == "id" }) else {
      return nil
    }
    let text = variable + ".id"
    guard let expression = try? parseExpression(text) else { return nil }
    return Compiled(
      text: text, expression: expression, type: member.type, reads: [], span: span,
      positions: OffsetMap(table: []))
  }

  /// Exactly one way of scoring, and the points that it can give at most.
  private mutating func scoring(
    _ mapping: Mapping, _ context: inout RulesetContext
  ) -> (Criterion.Scoring, Rational)? {
    let given = FileReader.ways.filter { mapping[$0] != nil }
    guard given.count == 1, let way = given.first, let node = mapping[way] else {
      let list = FileReader.ways.joined(separator: ", ")
      report(
        153, at: given.dropFirst().first.flatMap { mapping.keySpan($0) } ?? mapping.node.firstLine,
        given.isEmpty
          ? Text("kriteriet saknar poängsättning", "the criterion has no way of scoring")
          : Text(
            "kriteriet har flera poängsättningar: \(given.joined(separator: ", "))",
            "the criterion has several ways of scoring: \(given.joined(separator: ", "))"),
        hints: [Text("Det ska ha en av: \(list).", "It must have one of: \(list).")])
      return nil
    }
    if way != "criteria", let span = mapping.keySpan("combine") {
      report(
        154, at: span, Text("`combine` hör till `criteria`", "`combine` belongs to `criteria`"),
        hints: [
          Text(
            "Inom `each` står det för sig: `each: {…, combine: min}`.",
            "In `each` it stands there: `each: {…, combine: min}`.")
        ])
    }
    switch way {
    case "ladder": return ladder(node, context)
    case "points": return checklist(node, context)
    case "measure": return measure(node, context)
    case "table": return table(node, context)
    case "judged": return judged(node, context)
    default:
      let combine = mapping["combine"].flatMap { word($0, "combine", among: FileReader.combines) } ?? .mean
      let children = criteria(node, in: mapping.node, isTop: false, &context)
      return (.composite(children, combine), 100)
    }
  }
}
