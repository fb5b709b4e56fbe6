import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Ladders and checklists.
extension FileReader {
  mutating func ladder(_ node: YAMLNode, _ context: RulesetContext) -> (Criterion.Scoring, Rational)? {
    guard let items = list(node, .value(of: "ladder")) else { return nil }
    let keys = ["id", "points", "anchor", "if", "evidence", "because", "advice", "source", "sources"]
    var steps: [Step] = []
    var ids = UniqueIDs()
    var previous = Rational.zero
    for item in items {
      let what = Text("ett steg", "a step")
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let points = required(mapping, "points").flatMap { rational($0, "points") }
      if let points, points <= previous {
        report(
          160, at: mapping["points"]?.span,
          steps.isEmpty
            ? Text("det första steget ger inga poäng", "the first step gives no points")
            : Text("stegens poäng stiger inte", "the points of the steps do not rise"),
          hints: [
            Text(
              "Varje steg ger mer än det före: mer än \(previous.text).",
              "Every step gives more than the one before: more than \(previous.text).")
          ])
      }
      let range = (previous, points ?? previous)
      if let step = rule(mapping, "anchor", points, otherwiseWithin: range, context, &ids) {
        steps.append(step)
      }
      if let points, points > previous { previous = points }
    }
    guard let last = steps.last else {
      if items.isEmpty { reportEmpty(node, "ladder") }
      return nil
    }
    return (.ladder(steps), last.points > 0 ? last.points : 1)
  }

  mutating func checklist(_ node: YAMLNode, _ context: RulesetContext) -> (Criterion.Scoring, Rational)? {
    guard let list = mapping(node, .value(of: "points"), keys: ["cap", "rules"]) else { return nil }
    let cap = positive(list, "cap")
    guard let rulesNode = required(list, "rules"), let items = self.list(rulesNode, .value(of: "rules"))
    else {
      return nil
    }
    let keys = ["id", "title", "points", "if", "evidence", "because", "advice", "source", "sources"]
    var rules: [Rule] = []
    var ids = UniqueIDs()
    var positiveSum = Rational.zero
    for item in items {
      let what = Text("en regel", "a rule")
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let points = required(mapping, "points").flatMap { rational($0, "points") }
      if let points, points.isZero {
        report(161, at: mapping["points"]?.span, Text("regeln ger inga poäng", "the rule gives no points"))
      }
      let value = points ?? .zero
      let range = value.sign < 0 ? (value, Rational.zero) : (Rational.zero, value)
      if let rule = rule(mapping, "title", points, otherwiseWithin: range, context, &ids) {
        rules.append(rule)
      }
      if value.sign > 0, let sum = try? positiveSum.adding(value) { positiveSum = sum }
    }
    if items.isEmpty { reportEmpty(rulesNode, "rules") }
    guard let maximum = cap ?? (positiveSum.sign > 0 ? positiveSum : nil) else {
      if !rules.isEmpty {
        report(
          162, at: list.keySpan("rules"),
          Text("ingen regel ger poäng", "no rule gives points"),
          hints: [
            Text("Minst en regel ska ge fler poäng än 0.", "At least one rule must give more than 0 points.")
          ])
      }
      return nil
    }
    if let cap, cap > positiveSum, positiveSum.sign > 0 {
      report(
        163, .warning, at: list["cap"]?.span,
        Text(
          "ingen kan nå `cap`: reglerna ger tillsammans \(positiveSum.text)",
          "nobody can reach `cap`: together the rules give \(positiveSum.text)"))
    }
    return (.points(rules, cap: maximum), maximum)
  }

  mutating func reportEmpty(_ node: YAMLNode, _ key: String) {
    report(150, at: node.firstLine, Text("`\(key)` är tom", "`\(key)` is empty"))
  }

  private mutating func rule(
    _ mapping: Mapping, _ titleKey: String, _ points: Rational?, otherwiseWithin range: (Rational, Rational),
    _ context: RulesetContext, _ ids: inout UniqueIDs
  ) -> Rule? {
    let id = uniqueID(mapping, &ids)
    let title = requiredText(mapping, titleKey)
    let evidence = evidenceRequirement(mapping, range, context)
    let because = template(mapping, "because", context.scope)
    let advice = optionalText(mapping, "advice")
    let sources = sourceReferences(mapping, context)
    guard let condition = requiredExpression(mapping, "if", expecting: .boolean, context.scope) else {
      return nil
    }
    return Rule(
      id: id ?? "", title: title ?? Text(sv: ""), points: points ?? .zero, condition: condition,
      evidence: evidence,
      because: because, advice: advice, sources: sources, span: mapping["id"]?.span ?? mapping.node.firstLine)
  }

  private mutating func evidenceRequirement(
    _ mapping: Mapping, _ range: (Rational, Rational), _ context: RulesetContext
  ) -> EvidenceRequirement? {
    let keys = ["of", "at_least", "else"]
    guard let node = mapping["evidence"], let inner = self.mapping(node, .value(of: "evidence"), keys: keys)
    else {
      return nil
    }
    let otherwise = inner["else"].flatMap { rational($0, "else") }
    if let otherwise, let node = inner["else"], otherwise < range.0 || otherwise > range.1 {
      reportBounds(
        node, "else",
        Text(
          "ska vara från \(range.0.text) till \(range.1.text)",
          "must be from \(range.0.text) to \(range.1.text)"))
    }
    let levels = context.evidenceLevels
    var atLeast: Int?
    if let node = required(inner, "at_least"), let level = integer(node, "at_least", in: 0...100) {
      atLeast = Int(level)
      if !levels.isEmpty, !levels.contains(where: { $0.level == Int(level) }) {
        reportBounds(
          node, "at_least",
          Text(
            "är ingen av nivåerna 0 till \(levels.count - 1)",
            "is none of the levels 0 to \(levels.count - 1)"))
      }
    }
    guard let of = requiredExpression(inner, "of", expecting: nil, context.scope) else { return nil }
    if levels.isEmpty {
      report(
        135, at: mapping.keySpan("evidence"),
        Text("regelverket har inga beläggsnivåer", "the ruleset has no evidence levels"),
        hints: [
          Text(
            "Lägg till `evidence:` med `levels` och `level`.", "Add `evidence:` with `levels` and `level`.")
        ])
    }
    if !isDocuments(of.type) {
      report(
        136, at: of.span, Text("det här är inga dokument", "these are not documents"),
        hints: [
          Text(
            "Skriv ett fält av typen `documents`, eller en lista med dokument.",
            "Write a field of the type `documents`, or a list of documents.")
        ])
    }
    return atLeast.map { EvidenceRequirement(of: of, atLeast: $0, otherwise: otherwise) }
  }
}
