import Diagnostics
import ExactNumbers
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// What expressions see of a proposal.
@Suite struct ClaimContextTests {
  private func proposal(_ fields: String) throws -> Proposal {
    let reading = proposalReading(smallProposal(fields))
    #expect(!reading.findings.hasErrors)
    return try #require(reading.value)
  }

  private func context(
    _ fields: String, override: [String: Value] = [:], seen: Value = .boolean(true)
  ) throws -> Context {
    let claims = ClaimContext(try proposal(fields).claims, form: readSmallForm(), today: asOf)
    return claims.context(override: { override[claims.paths[$0].text] }, seen: { _ in seen })
  }

  @Test func valuesAreTyped() throws {
    let context = try context(
      "titel: '12'\ninriktning: individ\nmålgrupp: {antal: 12, andel: 0.75, klart: 2026-10-01, ohälsa: nej}")
    #expect(written(context["titel"]) == "\"12\"")
    #expect(
      written(context["målgrupp"])
        == "{antal: 12, andel: 0.75, elever: ?målgrupp.elever 0..100 or null, klart: 2026-10-01, ohälsa: false}"
    )
  }

  @Test(arguments: [
    "", "målgrupp: {}", "målgrupp: {antal: saknas}", "målgrupp: {antal: }", "målgrupp: saknas",
  ])
  func whatIsMissingIsUnknownWithinTheFormsBounds(_ group: String) throws {
    let context = try context("inriktning: individ\n" + group)
    #expect(
      written(context["målgrupp"])
        == "{antal: ?målgrupp.antal 0..100, andel: ?målgrupp.andel 0..1, elever: ?målgrupp.elever 0..100 or null, "
        + "klart: ?målgrupp.klart any, ohälsa: ?målgrupp.ohälsa boolean}")
    #expect(written(context["titel"]) == "?titel any")
    #expect(
      written(context["organisationer"])
        == "?organisationer [] + 4 of {id: ?organisationer any, namn: ?organisationer any, "
        + "åtagande: ?organisationer avsikt|avtal, belägg: ?organisationer any}")
  }

  @Test func inQuotesSaknasIsATextLikeAnyOther() throws {
    #expect(written(try context("titel: 'saknas'")["titel"]) == "\"saknas\"")
  }

  @Test func notApplicableIsNull() throws {
    let context = try context("inriktning: individ\nmålgrupp: {elever: !ej-tillämpligt inga elever}")
    guard case .context(let group)? = context["målgrupp"] else { return #expect(Bool(false)) }
    #expect(written(group["elever"]) == "null")
  }

  @Test func whatDoesNotApplyIsNull() throws {
    #expect(written(try context("inriktning: struktur\nmålgrupp: {antal: 12}")["målgrupp"]) == "null")
  }

  @Test func whatMayNotApplyMayBeNull() throws {
    let context = try context("målgrupp: {antal: 12, andel: 0.5}")
    #expect(
      written(context["målgrupp"])
        == "{antal: ?inriktning 12|null, andel: ?inriktning 0.5|null, elever: ?inriktning,målgrupp.elever 0..100 or null, "
        + "klart: ?inriktning,målgrupp.klart any, ohälsa: ?inriktning,målgrupp.ohälsa boolean or null}")
  }

  @Test func documentsStandWhereTheyAreReferredTo() throws {
    let fields =
      "organisationer: [{id: a, namn: A, åtagande: avtal, belägg: [d2, d1]}, {id: b, belägg: d1}, {id: c}]\n"
      + "dokument: [{id: d1, typ: avtal}, {id: d2}]"
    let claims = ClaimContext(try proposal(fields).claims, form: readSmallForm(), today: asOf)
    #expect(claims.documentIDs == ["d1", "d2"])
    let context = claims.context(override: { _ in nil }, seen: { .boolean($0 == 0) })
    #expect(
      written(context["organisationer"])
        == "[{id: \"a\", namn: \"A\", åtagande: \"avtal\", belägg: [{id: \"d2\", typ: ?dokument[2].typ avtal|brev, seen: false}, "
        + "{id: \"d1\", typ: \"avtal\", seen: true}]}, {id: \"b\", namn: ?organisationer[2].namn any, "
        + "åtagande: ?organisationer[2].åtagande avsikt|avtal, belägg: [{id: \"d1\", typ: \"avtal\", seen: true}]}, "
        + "{id: \"c\", namn: ?organisationer[3].namn any, åtagande: ?organisationer[3].åtagande avsikt|avtal, belägg: []}]"
    )
    #expect(
      written(context["dokument"])
        == "[{id: \"d1\", typ: \"avtal\", seen: true}, {id: \"d2\", typ: ?dokument[2].typ avtal|brev, seen: false}]"
    )
  }

  /// A draft is laid out with its errors in it.
  @Test(arguments: ["saknas", "Fel ID", "\"\"", "[d1]", "!ej-tillämpligt finns inte"])
  func aDocumentWithoutAnIdKeepsItsPlace(_ id: String) throws {
    let fields = "dokument: [{id: \(id), typ: brev}, {id: d2, typ: avtal}]"
    var sources = SourceMap()
    let source = sources.add(file("Proposals/r/stegen.yaml", smallProposal(fields)))
    let draft = readDraft(source, in: sources, form: readSmallForm(), asOf: asOf)
    #expect(draft.findings.hasErrors)
    let claims = ClaimContext(try #require(draft.proposal).claims, form: readSmallForm(), today: asOf)
    #expect(claims.documentIDs == ["", "d2"])
    let context = claims.context(override: { _ in nil }, seen: { .boolean($0 == 1) })
    guard case .list(let documents)? = context["dokument"], case .context(let second) = documents[1] else {
      return #expect(Bool(false))
    }
    #expect(written(.context(second)) == "{id: \"d2\", typ: \"avtal\", seen: true}")
  }

  @Test func contextsKnowWhereTheyComeFrom() throws {
    let context = try context("inriktning: individ\norganisationer: [{id: a}, {id: b}]\nmålgrupp: {antal: 1}")
    #expect(context.origin?.text == "")
    guard case .context(let group)? = context["målgrupp"], case .list(let items)? = context["organisationer"],
      case .context(let second) = items[1]
    else { return #expect(Bool(false)) }
    #expect(group.origin?.text == "målgrupp")
    #expect(second.origin?.text == "organisationer[2]")
  }

  @Test func overridesReplaceClaims() throws {
    let context = try context(
      "inriktning: individ\nmålgrupp: {antal: 12}\norganisationer: [{id: a, belägg: d1}]\ndokument: [{id: d1, typ: avtal}]",
      override: [
        "målgrupp.antal": .number(6), "organisationer[1].belägg": .list([]), "titel": .null,
        "dokument[1].typ": .string("brev"),
      ])
    guard case .context(let group)? = context["målgrupp"] else { return #expect(Bool(false)) }
    #expect(written(group["antal"]) == "6")
    #expect(written(context["titel"]) == "null")
    #expect(written(context["dokument"]) == "[{id: \"d1\", typ: \"brev\", seen: true}]")
    guard case .list(let items)? = context["organisationer"], case .context(let first) = items[0] else {
      return #expect(Bool(false))
    }
    #expect(written(first["belägg"]) == "[]")
  }

  @Test func anOverrideDecidesWhetherAnotherFieldApplies() throws {
    let claimed = "inriktning: individ\nmålgrupp: {antal: 12}"
    let context = try context(claimed, override: ["inriktning": .string("struktur")])
    #expect(written(context["målgrupp"]) == "null")
  }

  @Test func slotsAreFoundByPath() throws {
    let claims = ClaimContext(
      try proposal("organisationer: [{id: a}]\nområden: [Åvik, Lillhed]").claims, form: readSmallForm(),
      today: asOf)
    for (slot, path) in claims.paths.enumerated() { #expect(claims.slot(of: path) == slot) }
    let texts = claims.paths.map { $0.text }
    #expect(texts.contains("organisationer[1].åtagande"))
    #expect(texts.contains("områden[2]"))
    #expect(texts.contains("målgrupp.antal"))
  }

  @Test func aValueThatDoesNotApplyIsAWarning() {
    let marked = Marked(smallProposal("inriktning: struktur\nmålgrupp: 1️⃣{antal: 12}2️⃣"))
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F220: målgrupp gäller inte här och räknas inte
      Fältet gäller bara när `inriktning = "individ"`. Ta bort värdet eller ändra det som villkoret beror på.
      """,
      """
      F220: target group does not apply here and is not counted
      The field applies only when `inriktning = "individ"`. Remove the value, or change what the condition depends on.
      """)
  }

  @Test func domainsAreFinite() throws {
    let form = readSmallForm()
    let fields = form.fields[2].type.fields
    #expect(form.fields[1].domain()?.map { written($0) } == ["\"individ\"", "\"struktur\""])
    #expect(fields[0].domain()?.count == 101)
    #expect(fields[0].domain(atMost: 100) == nil)
    #expect(fields[2].domain()?.count == 102)
    #expect(written(fields[2].domain()?.last) == "null")
    #expect(fields[4].domain()?.map { written($0) } == ["false", "true"])
    #expect(fields[1].domain() == nil)
    #expect(form.fields[0].domain() == nil)
  }
}

/// A value as text, for tests: unknown ones as `?causes bounds`.
func written(_ value: Value?) -> String {
  switch value {
  case nil: "nothing"
  case .null: "null"
  case .boolean(let value): value ? "true" : "false"
  case .number(let number): number.text
  case .string(let text): "\"" + text + "\""
  case .date(let date): date.text
  case .list(let items): "[" + items.map { written($0) }.joined(separator: ", ") + "]"
  case .context(let context):
    "{" + context.entries.map { $0.key + ": " + written($0.value) }.joined(separator: ", ") + "}"
  case .unknown(let unknown):
    "?" + unknown.causes.map { written($0) }.joined(separator: ",") + " " + written(unknown.bounds)
  default: "other"
  }
}

private func written(_ cause: Unknown.Cause) -> String {
  switch cause {
  case .field(let path): path.text
  case .document(let id): "document " + id
  case .judgement(let id, let key): "judgement " + id + (key ?? "")
  }
}

private func written(_ bounds: Unknown.Bounds) -> String {
  switch bounds {
  case .any: return "any"
  case .boolean: return "boolean"
  case .number(let low, let high): return (low?.text ?? "") + ".." + (high?.text ?? "")
  case .choices(let choices): return choices.joined(separator: "|")
  case .values(let values): return values.map { written($0) }.joined(separator: "|")
  case .orNull(let inner): return written(inner) + " or null"
  case .list(let members, let more):
    let listed =
      "[" + members.map { (($0.isCertain) ? "" : "perhaps ") + written($0.value) }.joined(separator: ", ")
      + "]"
    switch more {
    case .none: return listed
    case .some(let limit, let example): return listed + " + \(limit ?? -1) of " + written(example)
    }
  }
}
