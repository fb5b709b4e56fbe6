public import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Reads and checks a ruleset against its form. Its `value` is there only where it has no errors.
///
/// - Parameter form: nil where the form could not be read; then only what does not need it is checked.
public func readRuleset(_ source: SourceID, in sources: SourceMap, form: Form?) -> Reading<Ruleset> {
  var reader = FileReader(.ruleset, source, in: sources)
  let ruleset = reader.ruleset(form)
  return Reading(value: reader.findings.hasErrors ? nil : ruleset, findings: reader.findings)
}

/// What the sections of a ruleset know of one another while they are read.
struct RulesetContext {
  var form: Form
  var types: FormTypes
  /// Fields and facts.
  var scope: ExpressionScope
  var sources: [Source] = []
  var judgements: [Judgement] = []
  var evidenceLevels: [EvidenceScale.Level] = []
  var facts: [Fact] = []
  /// Ids of criteria given so far, on all levels.
  var criterionIDs = UniqueIDs()
  /// Weights follow from an order of importance.
  var hasWeightOrder = false

  init(_ form: Form) {
    self.form = form
    types = FormTypes(form)
    scope = ExpressionScope(members: types.members(form.fields))
  }
}

extension FileReader {
  private static let keys = [
    "schema", "ruleset", "version", "title", "status", "adopted", "form", "valid", "scale", "threshold",
    "indistinguishable_within", "levels", "money", "sources", "facts", "evidence", "judgements",
    "eligibility",
    "exclusions", "groups", "weights", "criteria", "columns", "economy", "profiles", "lists", "flags",
    "scenarios",
    "ties",
  ]

  fileprivate mutating func ruleset(_ form: Form?) -> Ruleset? {
    guard let root = open(keys: FileReader.keys) else { return nil }
    let id = requiredFileID(root, "ruleset")
    if let id { checkFileName(id: id, at: root["ruleset"]?.span, ending: ".rules.yaml") }
    let version = requiredString(root, "version")
    let title = requiredText(root, "title")
    let (status, adoption) = status(root)
    let (from, review) = validity(root)
    guard let formName = requiredFileID(root, "form"), let form else { return nil }
    guard formName == form.id else {
      reportOtherForm(formName, form, at: root["form"]?.span)
      return nil
    }

    var context = RulesetContext(form)
    context.sources = root["sources"].map { rulesetSources($0) } ?? []
    context.judgements = root["judgements"].map { self.judgements($0, context) } ?? []
    context.evidenceLevels = evidenceLevels(root)
    context.scope.host = rulesetFunctions(context)
    context.facts = root["facts"].map { self.facts($0, &context) } ?? []
    let evidence = evidence(root, context)
    let scale = positive(root, "scale") ?? 100
    context.hasWeightOrder = root["weights"] != nil
    var criteria =
      required(root, "criteria").map { self.criteria($0, in: root.node, isTop: true, &context) } ?? []
    let weightOrder = weightOrder(root, criteria)
    if let weightOrder, let weights = try? RankOrderCentroid.weights(classes: weightOrder) {
      for index in criteria.indices {
        criteria[index] = criteria[index].weighing(
          (try? weights[index].multiplied(by: 100)) ?? weights[index])
      }
    }
    let columns = columns(root, context)
    let ruleset = Ruleset(
      id: id ?? "", version: version ?? "", title: title ?? Text(sv: ""), status: status, adoption: adoption,
      validFrom: from, review: review, form: form, scale: scale, threshold: threshold(root, upTo: scale),
      indistinguishableWithin: distance(root), levels: levels(root), money: money(root, context),
      sources: context.sources, facts: context.facts, evidence: evidence, judgements: context.judgements,
      eligibility: eligibility(root, context), exclusions: exclusions(root, context),
      groups: groups(root, context), criteria: criteria, columns: columns, flags: flags(root, context),
      scenarios: scenarios(root, criteria, context), ties: ties(root, criteria, columns, context),
      source: source, sha256: SHA256.hexDigest(of: file.bytes), vocabulary: vocabulary(context),
      profiles: profiles(root, context), weightOrder: weightOrder, lists: shownLists(root, context),
      economy: economy(root, context))
    reportUnusedSources(ruleset, root)
    return ruleset
  }

  private mutating func status(_ root: Mapping) -> (Ruleset.Status, Ruleset.Adoption?) {
    let words: [(String, Ruleset.Status)] = [
      ("example", .example), ("draft", .draft), ("adopted", .adopted),
    ]
    let status = required(root, "status").flatMap { word($0, "status", among: words) }
    let adoption = root["adopted"].flatMap { self.adoption($0) }
    if status == .adopted, root["adopted"] == nil {
      report(
        101, at: root["status"]?.span,
        Text("ett antaget regelverk måste ange beslutet", "an adopted ruleset must name the decision"),
        hints: [
          Text(
            "Skriv `adopted: {by: Styrelsen, date: 2026-03-12, minutes: \"§ 14\"}`, eller `status: draft`.",
            "Write `adopted: {by: Styrelsen, date: 2026-03-12, minutes: \"§ 14\"}`, or `status: draft`.")
        ])
    } else if let status, status != .adopted, let span = root.keySpan("adopted"), root["adopted"] != nil {
      report(
        102, at: span,
        Text("`adopted` hör till `status: adopted`", "`adopted` belongs to `status: adopted`"),
        hints: [
          Text(
            "Är regelverket antaget? Skriv `status: adopted`. Annars tas beslutet bort.",
            "Is the ruleset adopted? Write `status: adopted`. Otherwise remove the decision.")
        ])
    }
    return (status ?? .draft, adoption)
  }

  private mutating func adoption(_ node: YAMLNode) -> Ruleset.Adoption? {
    let what = Text("ett beslut", "a decision")
    guard let mapping = mapping(node, what, keys: ["by", "date", "minutes"]) else { return nil }
    let by = requiredText(mapping, "by")
    let date = required(mapping, "date").flatMap { self.date($0, "date") }
    let minutes = requiredString(mapping, "minutes")
    guard let by, let date, let minutes else { return nil }
    return Ruleset.Adoption(by: by, date: date, minutes: minutes)
  }

  private mutating func validity(_ root: Mapping) -> (from: CalendarDate?, review: CalendarDate?) {
    let what = Text("giltigheten", "the validity")
    guard let node = root["valid"], let mapping = mapping(node, what, keys: ["from", "review"]) else {
      return (nil, nil)
    }
    let from = optionalDate(mapping, "from")
    let review = optionalDate(mapping, "review")
    if let from, let review, review <= from {
      report(
        103, at: mapping["review"]?.span,
        Text("`review` är inte efter `from`", "`review` is not after `from`"))
    }
    return (from, review)
  }

  private mutating func reportOtherForm(_ name: String, _ form: Form, at span: Span?) {
    report(
      104, at: span,
      Text(
        "reglerna hör till formuläret `\(name)`, inte `\(form.id)`",
        "the rules belong to the form `\(name)`, not `\(form.id)`"))
  }

  private mutating func threshold(_ root: Mapping, upTo scale: Rational) -> Rational? {
    guard let node = root["threshold"], let threshold = rational(node, "threshold") else { return nil }
    if threshold >= 0, threshold <= scale { return threshold }
    reportBounds(
      node, "threshold",
      Text("ska vara från 0 till \(scale.text)", "must be from 0 to \(scale.text)"))
    return nil
  }

  private mutating func distance(_ root: Mapping) -> Rational {
    guard let node = root["indistinguishable_within"],
      let distance = rational(node, "indistinguishable_within")
    else { return .zero }
    if distance >= 0 { return distance }
    reportBounds(
      node, "indistinguishable_within", Text("kan inte vara negativt", "cannot be negative"))
    return .zero
  }

  /// A number above 0; reported where it is not.
  mutating func positive(_ mapping: Mapping, _ key: String) -> Rational? {
    guard let node = mapping[key], let number = rational(node, key) else { return nil }
    if number > 0 { return number }
    reportBounds(node, key, Text("ska vara större än 0", "must be greater than 0"))
    return nil
  }
}
