import Diagnostics
import ExactNumbers
import FEEL
import TestSupport

/// A small proposal with its vocabulary, to put conditions into words about.
struct Proposal {
  var vocabulary = Proposal.words
  var scope: Scope
  var evaluator = Evaluator()

  /// - Parameters:
  ///   - changes: fields as a FEEL context; what is left out keeps its value of `standard`.
  ///   - unknown: fields that are missing.
  init(_ changes: String = "{}", unknown: [String: Unknown.Bounds] = [:]) throws {
    let evaluator = Evaluator()
    var context = Context(origin: FieldPath())
    for text in [Proposal.standard, changes] {
      let value = evaluator.evaluate(try parseExpression(text), in: Scope())
      guard case .context(let given) = Proposal.located(value, FieldPath()) else { fatalError("\(text)") }
      for entry in given.entries { context[entry.key] = entry.value }
    }
    for (name, bounds) in unknown {
      context[name] = .unknown(Unknown(causes: [.field(FieldPath([.name(name)]))], bounds: bounds))
    }
    for fact in Proposal.facts {
      let definition = try parseExpression(fact.definition)
      context[fact.name] = evaluator.evaluate(definition, in: Scope(context: context, host: Proposal.host))
    }
    scope = Scope(context: context, host: Proposal.host, today: CalendarDate("2026-09-15"))
  }

  func trace(_ text: String, purpose: ConditionPurpose = .requirement) throws -> ConditionTrace {
    traceCondition(
      try parseExpression(text), in: scope, evaluator: evaluator, vocabulary: vocabulary, purpose: purpose)
  }

  static let standard = """
    {
      titel: "Vägen vidare", antal: 12, belopp: 1200000, ram: 4000000, andel: 0.3, start: @"2026-08-01",
      slut: @"2028-07-31", tid: @"P2Y", esf: false, saknar: null, mängd: 200, ort: ["Åvik", "Lillhed"],
      tom: [],
      organisationer: [
        {namn: "Föreningen Norr", sektor: "civilsamhälle", part: null, åtagande: "avtal", är_medlem: false,
         bidrag: {kr: 50000}, belägg: 3, klart: @"2027-01-01"},
        {namn: "Kommun A", sektor: "kommun", part: "kommun", åtagande: "avtal", är_medlem: true,
         bidrag: {kr: 400000}, belägg: 2, klart: @"2027-06-01"},
        {namn: "Region B", sektor: "region", part: "region", åtagande: "avsikt", är_medlem: true,
         bidrag: {kr: 0}, belägg: 1, klart: @"2028-01-01"}
      ],
      planer: [{organisation: "Kommun A", belägg: 3}],
      grupp: {ålder: {a16_19: 8, a20_24: 4}, namn: "unga"}
    }
    """

  struct Fact {
    var name: String
    var label: Words
    var type = FeelType.any
    var definition: String
  }

  static let facts = [
    Fact(
      name: "avtal_civilsamhälle",
      label: Words(sv: "avtal med civilsamhället", en: "agreements with civil society"),
      definition: "organisationer[sektor = \"civilsamhälle\" and åtagande = \"avtal\"]"),
    Fact(
      name: "parter", label: Words(sv: "antal parter", en: "number of parties"),
      definition:
        "count(distinct values(organisationer[part != null and åtagande in (\"avsikt\", \"avtal\")].part))"),
    Fact(
      name: "två_parter", label: Words(sv: "minst två parter deltar", en: "at least two parties take part"),
      type: .boolean, definition: "parter >= 2"),
    Fact(
      name: "delat", label: Words(sv: "delat belopp", en: "amount shared"), type: .number(unit: "kr"),
      definition: "belopp / antal"),
  ]

  /// Documents are their levels here, and the answers are fixed.
  static let host = Host { function, arguments, _ in
    switch (function, arguments.first) {
    case ("judgement", .string("ordinarie")?): .string("nej")
    case ("judgement", .string("kvalitet")?):
      .unknown(Unknown(causes: [.judgement("kvalitet", key: nil)], bounds: .choices(["medel", "hög"])))
    case ("judgement", .string("ogjord")?):
      .unknown(Unknown(causes: [.judgement("ogjord", key: nil)], bounds: .choices(["ja", "nej"])))
    case ("evidence", .list(let levels)?): levels.first ?? .number(0)
    case ("evidence", let level?): level
    default: nil
    }
  }

  static func located(_ value: Value, _ path: FieldPath) -> Value {
    switch value {
    case .context(let context):
      let entries = context.entries.map { ($0.key, located($0.value, path.appending($0.key))) }
      return .context(Context(entries, origin: path))
    case .list(let items):
      return .list(items.enumerated().map { located($0.element, path.appending(item: $0.offset + 1)) })
    default: return value
    }
  }

  // MARK: - Words

  private static func member(_ name: String, _ type: FeelType, _ sv: String, _ en: String) -> FeelType.Member
  {
    FeelType.Member(name: name, type: type, label: Words(sv: sv, en: en))
  }

  private static let organisation = FeelType.context([
    member("namn", .string, "namn", "name"),
    member("sektor", .choice(["civilsamhälle", "kommun", "region"]), "sektor", "sector"),
    member("part", .choice(["kommun", "region"]), "part", "party"),
    member("åtagande", .choice(["nämnd", "avsikt", "avtal"]), "åtagande", "commitment"),
    member("är_medlem", .boolean, "medlem i förbundet", "member of the association"),
    member(
      "bidrag", .context([member("kr", .number(unit: "kr"), "bidrag", "contribution")]), "eget bidrag",
      "own contribution"),
    member("belägg", .list(.any), "belägg", "documents"), member("klart", .date, "klart", "completion"),
  ])

  private static let plan = FeelType.context([
    member("organisation", .string, "organisation", "organisation"),
    member("belägg", .list(.any), "belägg", "documents"),
  ])

  private static let ages = FeelType.context([
    member("a16_19", .number(unit: "personer"), "16–19 år", "aged 16–19"),
    member("a20_24", .number(unit: "personer"), "20–24 år", "aged 20–24"),
  ])

  private static let group = FeelType.context([
    member("ålder", ages, "deltagare per ålder", "participants by age"),
    member("namn", .string, "namn", "name"),
  ])

  private static let members = [
    member("titel", .string, "titel", "title"),
    member("antal", .number(unit: "personer"), "antal deltagare", "number of participants"),
    member("belopp", .number(unit: "kr"), "sökt belopp", "amount asked"),
    member("ram", .number(unit: "kr"), "ramen", "the frame"),
    member("andel", .number(unit: "andel"), "andel unga", "share of young people"),
    member("start", .date, "startdatum", "start date"), member("slut", .date, "slutdatum", "end date"),
    member("tid", .yearsMonths, "projektets längd", "length of the project"),
    member("esf", .boolean, "medel från ESF ingår", "ESF money is included"),
    member("saknar", .string, "diarienummer", "registration number"),
    member("mängd", .number(unit: nil), "Hur mycket?", "How much?"),
    member("ort", .list(.string), "orter", "towns"), member("tom", .list(.string), "bilagor", "appendices"),
    member("organisationer", .list(organisation), "organisationer", "organisations"),
    member("planer", .list(plan), "planer", "plans"), member("grupp", group, "målgrupp", "target group"),
  ]

  private static func judgement(_ sv: String, _ en: String, _ answers: [(String, String, String)])
    -> Vocabulary.Judgement
  {
    var words: [String: Words] = [:]
    for (id, sv, en) in answers { words[id] = Words(sv: sv, en: en) }
    return Vocabulary.Judgement(question: Words(sv: sv, en: en), answers: words)
  }

  static let words: Vocabulary = {
    var vocabulary = Vocabulary()
    vocabulary.add(members)
    vocabulary.setChoices(
      [
        "civilsamhälle": Words(sv: "civilsamhälle", en: "civil society"),
        "kommun": Words(sv: "kommun", en: "municipality"), "region": Words(sv: "region", en: "region"),
      ], at: ["organisationer", "sektor"])
    vocabulary.setChoices(
      [
        "avsikt": Words(sv: "avsikt", en: "intent"), "avtal": Words(sv: "avtal", en: "agreement"),
        "nämnd": Words(sv: "”bara nämnd”", en: "“only named”"),
      ], at: ["organisationer", "åtagande"])
    for fact in facts {
      vocabulary.facts[fact.name] = Vocabulary.Fact(
        label: fact.label, type: fact.type, definition: try? parseExpression(fact.definition))
    }
    vocabulary.judgements = [
      "ordinarie": judgement(
        "Är det ordinarie verksamhet?", "Is it ordinary operations?",
        [("ja", "ja", "yes"), ("nej", "nej", "no")]),
      "kvalitet": judgement(
        "Hur god är kvaliteten?", "How good is the quality?",
        [("låg", "låg", "low"), ("medel", "medel", "fair"), ("hög", "hög", "high")]),
      "ogjord": judgement(
        "Är planen motiverad?", "Is the plan reasoned?", [("ja", "ja", "yes"), ("nej", "nej", "no")]),
    ]
    vocabulary.evidenceLevels = [
      1: Words(sv: "egen beskrivning", en: "own description"), 2: Words(sv: "dokument", en: "document"),
      3: Words(sv: "undertecknat", en: "signed"),
    ]
    return vocabulary
  }()
}
