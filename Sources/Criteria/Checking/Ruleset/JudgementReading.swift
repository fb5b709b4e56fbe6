import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Judgements, evidence, and the functions that give their answers in expressions.
extension FileReader {
  mutating func judgements(_ node: YAMLNode, _ context: RulesetContext) -> [Judgement] {
    guard let items = list(node, .value(of: "judgements")) else { return [] }
    var judgements: [Judgement] = []
    var ids = UniqueIDs()
    let keys = ["id", "question", "scale", "roles", "per", "decides", "combine", "own"]
    for item in items {
      guard let mapping = mapping(item, Text("en bedömning", "a judgement"), keys: keys) else { continue }
      let id = uniqueID(mapping, &ids)
      let question = requiredText(mapping, "question")
      let scale = required(mapping, "scale").map { choices($0, "scale") } ?? []
      if scale.count == 1 {
        report(
          120, at: mapping["scale"]?.firstLine,
          Text("skalan har bara ett svar", "the scale has a single answer"),
          hints: [
            Text("Ange minst två, från lägst till högst.", "Give at least two, from lowest to highest.")
          ])
      }
      let combines: [(String, Judgement.Combine)] = [("interval", .interval), ("median", .median)]
      judgements.append(
        Judgement(
          id: id ?? "", question: question ?? Text(sv: ""), scale: scale, roles: roleNames(mapping),
          per: per(mapping, context.form), decides: boolean(mapping, "decides", default: false),
          combine: mapping["combine"].flatMap { word($0, "combine", among: combines) } ?? .interval,
          own: ownView(mapping, context), span: mapping["id"]?.span ?? mapping.span))
    }
    return judgements
  }

  /// The answer that the applicant's own words come to: the id of a step, or null. Fields alone may be used.
  private mutating func ownView(_ mapping: Mapping, _ context: RulesetContext) -> Compiled? {
    expression(mapping, "own", expecting: .string, context.scope)
  }

  private mutating func roleNames(_ mapping: Mapping) -> [String] {
    guard let node = mapping["roles"], let items = list(node, .value(of: "roles")) else { return [] }
    return items.compactMap { handle($0, .value(of: "roles")) }
  }

  /// A list at the top of the form whose items have a key.
  private mutating func per(_ mapping: Mapping, _ form: Form) -> String? {
    guard let node = mapping["per"], let name = scalar(node, .value(of: "per")) else { return nil }
    guard let field = form.fields.first(where: { $0.name == name }) else {
      reportUnknownID(
        121, name, nil, among: form.fields.map { $0.name }, at: node.span,
        Text("formuläret har inget fält `\(name)`", "the form has no field `\(name)`"))
      return nil
    }
    if case .list(let list) = field.type, list.key != nil { return name }
    report(
      122, at: node.span,
      Text("`\(name)` är ingen lista med nyckel", "`\(name)` is not a list with a key"),
      hints: [
        Text(
          "`per` är en lista överst i formuläret vars poster har `key`.",
          "`per` is a list at the top of the form whose items have a `key`.")
      ])
    return nil
  }

  mutating func evidenceLevels(_ root: Mapping) -> [EvidenceScale.Level] {
    guard let node = root["evidence"],
      let mapping = mapping(node, .value(of: "evidence"), keys: ["levels", "level"]),
      let levelsNode = required(mapping, "levels"), let items = list(levelsNode, .value(of: "levels"))
    else { return [] }
    var levels: [EvidenceScale.Level] = []
    for item in items {
      let what = Text("en beläggsnivå", "an evidence level")
      guard let mapping = self.mapping(item, what, keys: ["level", "label"]) else { continue }
      let label = requiredText(mapping, "label")
      guard let node = required(mapping, "level"), let level = integer(node, "level", in: 0...100) else {
        continue
      }
      if Int(level) != levels.count {
        report(
          123, at: node.span,
          Text(
            "nivåerna ska vara 0, 1, 2 … i följd; här väntas \(levels.count)",
            "the levels must be 0, 1, 2 … in order; \(levels.count) was expected here"))
      }
      levels.append(EvidenceScale.Level(level: Int(level), label: label ?? Text(sv: "")))
    }
    return levels
  }

  mutating func evidence(_ root: Mapping, _ context: RulesetContext) -> EvidenceScale? {
    guard let node = root["evidence"], let entries = node.entries else { return nil }
    let mapping = Mapping(node: node, entries: entries, what: .value(of: "evidence"))
    guard context.form.documentsField != nil else {
      report(
        124, at: root.keySpan("evidence"),
        Text("formuläret har inga dokument", "the form has no documents"),
        hints: [
          Text(
            "`evidence` behöver ett formulär med `documents:`.", "`evidence` needs a form with `documents:`.")
        ])
      return nil
    }
    let scope = context.scope.adding(
      FeelType.Member(
        name: "document", type: context.types.document, label: Words(sv: "dokumentet", en: "the document")))
    guard let level = requiredExpression(mapping, "level", expecting: .number(unit: nil), scope) else {
      return nil
    }
    return EvidenceScale(levels: context.evidenceLevels, level: level)
  }
}

/// `judgement("id")`, `judgement("id", key)` and `evidence(documents)` for the type checker.
func rulesetFunctions(_ context: RulesetContext) -> HostSignatures {
  let judgements = context.judgements
  let hasEvidence = !context.evidenceLevels.isEmpty
  return HostSignatures(names: ["judgement", "evidence"]) { function, arguments, types in
    switch function {
    case "judgement": judgementType(arguments, types, judgements)
    case "evidence": evidenceType(arguments, types, hasEvidence)
    default: nil
    }
  }
}

private func judgementType(
  _ arguments: [Expression], _ types: [FeelType], _ judgements: [Judgement]
) -> HostResolution {
  guard let first = arguments.first, arguments.count <= 2, case .string(let id) = first.node else {
    let end = arguments.last?.range.end ?? 0
    return .problems([
      TypeProblem(
        Code("C", 130), at: arguments.first.map { TextRange($0.range.start, end) } ?? TextRange(0, 0),
        Text(
          "`judgement` tar en bedömnings id inom citattecken",
          "`judgement` takes a judgement's id in quotation marks"),
        hints: [
          Text(
            "Skriv `judgement(\"kvalitet\")`, eller `judgement(\"plan\", org.id)` när den gäller en post i en lista.",
            "Write `judgement(\"kvalitet\")`, or `judgement(\"plan\", org.id)` when it is about an item of a list."
          )
        ])
    ])
  }
  guard let judgement = judgements.first(where: { $0.id == id }) else {
    let ids = judgements.map { $0.id }
    var hints: [Text] = []
    if let meant = nearest(id, among: ids) { hints.append(.didYouMean(meant)) }
    let list = ids.joined(separator: ", ")
    hints.append(Text("Bedömningarna är: \(list).", "The judgements are: \(list)."))
    return .problems([
      TypeProblem(
        Code("C", 131), at: first.range, Text("okänd bedömning `\(id)`", "unknown judgement `\(id)`"),
        hints: hints)
    ])
  }
  switch (judgement.per, arguments.count) {
  case (let list?, 1):
    return .problems([
      TypeProblem(
        Code("C", 132), at: first.range,
        Text(
          "bedömningen `\(id)` görs för varje post i `\(list)`",
          "the judgement `\(id)` is made for each item of `\(list)`"),
        hints: [
          Text(
            "Ange vilken post: `judgement(\"\(id)\", org.id)`.",
            "Say which item: `judgement(\"\(id)\", org.id)`.")
        ])
    ])
  case (nil, 2):
    return .problems([
      TypeProblem(
        Code("C", 133), at: arguments[1].range,
        Text(
          "bedömningen `\(id)` gäller hela förslaget", "the judgement `\(id)` is about the whole proposal"),
        hints: [Text("Skriv `judgement(\"\(id)\")`.", "Write `judgement(\"\(id)\")`.")])
    ])
  default:
    return .type(.choice(judgement.scale.map { $0.id }))
  }
}

private func evidenceType(
  _ arguments: [Expression], _ types: [FeelType], _ hasEvidence: Bool
) -> HostResolution {
  guard arguments.count == 1 else {
    let range = arguments.last?.range ?? TextRange(0, 0)
    return .problems([
      TypeProblem(
        Code("C", 134), at: range,
        Text("`evidence` tar en lista med dokument", "`evidence` takes a list of documents"))
    ])
  }
  guard hasEvidence else {
    return .problems([
      TypeProblem(
        Code("C", 135), at: arguments[0].range,
        Text("regelverket har inga beläggsnivåer", "the ruleset has no evidence levels"),
        hints: [
          Text(
            "Lägg till `evidence:` med `levels` och `level`.", "Add `evidence:` with `levels` and `level`.")
        ])
    ])
  }
  if !isDocuments(types[0]) {
    return .problems([
      TypeProblem(
        Code("C", 136), at: arguments[0].range,
        Text("det här är inga dokument", "these are not documents"),
        hints: [
          Text(
            "Skriv ett fält av typen `documents`, eller en lista med dokument.",
            "Write a field of the type `documents`, or a list of documents.")
        ])
    ])
  }
  return .type(.number(unit: nil))
}

/// A document, a list of them, a list of such lists, or nothing that is known.
func isDocuments(_ type: FeelType) -> Bool {
  switch type {
  case .any, .null: true
  case .list(let element): isDocuments(element)
  case .context(let members): members.contains { $0.name == "seen" }
  default: false
  }
}
