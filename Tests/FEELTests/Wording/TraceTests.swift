import Diagnostics
import ExactNumbers
import FEEL
import TestSupport
import Testing

@Suite("Conditions taken apart")
struct TraceTests {
  /// A trace as an outline: verdict and Swedish sentence, one line a node.
  private func outline(_ trace: ConditionTrace, _ indent: String = "") -> [String] {
    let mark =
      switch trace.verdict {
      case .met: "+"
      case .notMet: "-"
      case .unknown: "?"
      case .failed: "!"
      }
    var lines = [indent + mark + " " + trace.sentence.sv]
    let inner = indent + "  "
    switch trace.kind {
    case .leaf: break
    case .all(let parts), .any(let parts): lines += parts.flatMap { outline($0, inner) }
    case .not(let part), .fact(_, let part): lines += outline(part, inner)
    case .forEach(_, let items, _, _):
      for item in items {
        lines.append(inner + item.label.sv + ":")
        lines += outline(item.trace, inner + "  ")
      }
    case .either(let condition, let then, let otherwise):
      lines +=
        outline(condition, inner) + (then.map { outline($0, inner) } ?? [])
        + (otherwise.map { outline($0, inner) } ?? [])
    }
    return lines
  }

  @Test("and, or and not unfold; a negated leaf is asked the other way round")
  func junctions() throws {
    let trace = try Proposal().trace("antal > 10 and (esf or belopp <= ram) and not(esf and antal > 100)")
    #expect(
      outline(trace) == [
        "+ allt detta",
        "  + antal deltagare är 12, kravet är mer än 10",
        "  + minst ett av detta",
        "    - svaret på ”medel från ESF ingår” är nej, kravet är ja",
        "    + sökt belopp är 1\u{A0}200\u{A0}000\u{A0}kr, kravet är högst ramen (4\u{A0}000\u{A0}000\u{A0}kr)",
        "  + inte detta",
        "    - allt detta",
        "      - svaret på ”medel från ESF ingår” är nej, villkoret är ja",
        "      - antal deltagare är 12, villkoret är mer än 100",
      ])
  }

  @Test("some and every go through the items by name")
  func items() throws {
    let some = try Proposal().trace("some o in organisationer satisfies o.åtagande = \"avsikt\"")
    #expect(
      outline(some) == [
        "+ antal organisationer där åtagande är avsikt är 1 av 3, kravet är minst en",
        "  Föreningen Norr:", "    - åtagande är avtal, kravet är avsikt",
        "  Kommun A:", "    - åtagande är avtal, kravet är avsikt",
        "  Region B:", "    + åtagande är avsikt, kravet är avsikt",
      ])
    let every = try Proposal().trace(
      "every o in organisationer satisfies o.åtagande = \"avtal\" and o.är_medlem", purpose: .condition)
    #expect(every.verdict == .notMet)
    #expect(
      every.sentence.sv
        == "antal organisationer där åtagande är avtal och svaret på ”medlem i förbundet” är ja är 1 av 3, villkoret är alla"
    )
    #expect(
      every.sentence.en
        == "number of organisations where commitment is agreement and the answer to “member of the association” is yes "
        + "is 1 of 3, the condition is all")
    guard case .forEach(.every, let items, mayHaveMore: false, omitted: 0) = every.kind else {
      Issue.record("no items")
      return
    }
    #expect(items.map { $0.path?.text } == ["organisationer[1]", "organisationer[2]", "organisationer[3]"])
  }

  @Test("many conditions on an item are told item by item, not in the heading")
  func longConditions() throws {
    let trace = try Proposal().trace(
      "some o in organisationer satisfies o.är_medlem and o.åtagande = \"avtal\" and o.bidrag.kr > 0")
    #expect(
      trace.sentence.sv == "antal organisationer som uppfyller villkoren nedan är 1 av 3, kravet är minst en")
  }

  @Test("a list without items, and one that is not given")
  func emptyLists() throws {
    let empty = try Proposal("{organisationer: []}")
    #expect(
      try empty.trace("some o in organisationer satisfies o.är_medlem").sentence.sv
        == "det finns inga organisationer, kravet är minst en")
    let every = try empty.trace("every o in organisationer satisfies o.är_medlem")
    #expect(every.verdict == .met)
    #expect(every.sentence.sv == "det finns inga organisationer, kravet är alla")
    let none = try Proposal("{organisationer: null}").trace("every o in organisationer satisfies o.är_medlem")
    #expect(none.verdict == .notMet)
    #expect(none.isNull)
    #expect(none.note != nil)
    #expect(none.sentence.sv == "organisationer finns inte, kravet är alla")
  }

  @Test("items of plain values and of ranges")
  func plainItems() throws {
    let towns = try Proposal().trace("every x in ort satisfies x in (\"Åvik\", \"Björkfors\")")
    #expect(
      outline(towns) == [
        "- antal orter där värdet är ”Åvik” eller ”Björkfors” är 1 av 2, kravet är alla",
        "  ”Åvik”:", "    + värdet är ”Åvik”, kravet är ”Åvik” eller ”Björkfors”",
        "  ”Lillhed”:", "    - värdet är ”Lillhed”, kravet är ”Åvik” eller ”Björkfors”",
      ])
    guard case .forEach(_, let items, _, _) = towns.kind else { return }
    #expect(items.map { $0.trace.observations.map { $0.path.text } } == [["ort[1]"], ["ort[2]"]])
    let range = try Proposal().trace("some i in 1..2 satisfies i > 1")
    #expect(
      outline(range) == [
        "+ antal tal från 1 till 2 där värdet är mer än 1 är 1 av 2, kravet är minst en",
        "  1:", "    - värdet är 1, kravet är mer än 1", "  2:", "    + värdet är 2, kravet är mer än 1",
      ])
  }

  @Test("two loops are one inside the other")
  func nestedLoops() throws {
    let trace = try Proposal().trace(
      "some p in planer, o in organisationer satisfies p.organisation = o.namn and o.är_medlem")
    #expect(trace.verdict == .met)
    guard case .forEach(.some, let plans, _, _) = trace.kind, plans.count == 1,
      case .forEach(.some, let organisations, _, _) = plans[0].trace.kind
    else {
      Issue.record("not nested")
      return
    }
    #expect(organisations.map { $0.trace.verdict } == [.notMet, .met, .notMet])
    guard case .all(let parts) = organisations[1].trace.kind else { return }
    #expect(
      parts.map { $0.sentence.sv } == [
        "organisation är ”Kommun A”, kravet är ”Kommun A”",
        "svaret på ”medlem i förbundet” är ja, kravet är ja",
      ])
  }

  @Test("a fact that is a condition unfolds; another is told with what went into it")
  func facts() throws {
    let condition = try Proposal().trace("två_parter")
    #expect(
      outline(condition) == [
        "+ ”minst två parter deltar” stämmer", "  + antal parter är 2, kravet är minst 2",
      ])
    let trace = try Proposal().trace("count(avtal_civilsamhälle) + parter > 5")
    #expect(
      trace.sentence.sv
        == "antal avtal med civilsamhället plus antal parter är 3, kravet är mer än 5")
    #expect(trace.facts.map { $0.name } == ["avtal_civilsamhälle", "parter"])
    #expect(
      trace.facts.map { $0.sentence.sv } == [
        "avtal med civilsamhället är Föreningen Norr", "antal parter är 2",
      ])
    #expect(trace.facts[0].observations.map { $0.path.text } == ["organisationer", "organisationer[1]"])
    #expect(trace.facts[0].observations.map { $0.label?.sv } == ["organisationer", "Föreningen Norr"])
    let denied = try Proposal().trace("not(två_parter)")
    #expect(
      outline(denied) == [
        "- inte detta", "  + ”minst två parter deltar” stämmer",
        "    + antal parter är 2, villkoret är minst 2",
      ])
  }

  @Test("observations point at the fields that were read")
  func observations() throws {
    func paths(_ text: String) throws -> [String] {
      try Proposal().trace(text).observations.map { $0.path.text }
    }
    #expect(try paths("antal > belopp") == ["antal", "belopp"])
    #expect(
      try paths("grupp.ålder.a16_19 + grupp.ålder.a20_24 > 3") == [
        "grupp.ålder.a16_19", "grupp.ålder.a20_24",
      ])
    #expect(
      try paths("count(organisationer[är_medlem]) > 1")
        == ["organisationer", "organisationer[2]", "organisationer[3]"])
    #expect(
      try paths("sum(organisationer[är_medlem].bidrag.kr) > 1")
        == ["organisationer[2].bidrag.kr", "organisationer[3].bidrag.kr"])
    #expect(try paths("organisationer[1].namn = \"x\"") == ["organisationer[1].namn"])
    #expect(try paths("start.year = 2026") == ["start"])
    #expect(try paths("count(avtal_civilsamhälle.namn) = 1") == ["organisationer[1].namn"])
    let each = try Proposal().trace("some o in organisationer satisfies o.bidrag.kr > 1")
    guard case .forEach(_, let items, _, _) = each.kind else { return }
    #expect(
      items.map { $0.trace.observations.map { $0.path.text } } == [
        ["organisationer[1].bidrag.kr"], ["organisationer[2].bidrag.kr"], ["organisationer[3].bidrag.kr"],
      ])
    #expect(items[0].trace.observations.map { $0.label?.sv } == ["bidrag"])
  }

  @Test("if: the branch that counts, and both where it is unknown which")
  func conditional() throws {
    let known = try Proposal().trace("if esf then antal > 100 else antal > 10")
    #expect(
      outline(known) == [
        "+ eftersom det inte gäller att svaret på ”medel från ESF ingår” är ja",
        "  - svaret på ”medel från ESF ingår” är nej, villkoret är ja",
        "  + antal deltagare är 12, kravet är mer än 10",
      ])
    let unknown = try Proposal(unknown: ["esf": .boolean]).trace("if esf then antal > 100 else antal > 10")
    #expect(
      outline(unknown) == [
        "? det beror på om svaret på ”medel från ESF ingår” är ja",
        "  ? svaret på ”medel från ESF ingår” saknas; villkoret är ja",
        "  - antal deltagare är 12, kravet är mer än 100",
        "  + antal deltagare är 12, kravet är mer än 10",
      ])
  }

  @Test("all and any over a list that is written out")
  func allAndAny() throws {
    #expect(
      outline(try Proposal().trace("any([esf, antal > 10])")) == [
        "+ minst ett av detta", "  - svaret på ”medel från ESF ingår” är nej, kravet är ja",
        "  + antal deltagare är 12, kravet är mer än 10",
      ])
    #expect(try Proposal().trace("all(esf, antal > 10)").verdict == .notMet)
  }

  // MARK: - What is not known

  @Test("a missing field is missing, a figure made of missing ones has bounds")
  func unknown() throws {
    let missing = try Proposal(unknown: ["antal": .number(low: 0, high: 1000), "esf": .boolean])
    let direct = try missing.trace("antal >= 10")
    #expect(direct.verdict == .unknown)
    #expect(direct.sentence.sv == "antal deltagare saknas; kravet är minst 10")
    #expect(direct.sentence.en == "number of participants is missing; the requirement is at least 10")
    #expect(direct.causes == [.field(FieldPath([.name("antal")]))])
    #expect(try missing.trace("esf").sentence.sv == "svaret på ”medel från ESF ingår” saknas; kravet är ja")
    #expect(
      try missing.trace("antal / 10 >= 10").sentence.sv
        == "antal deltagare delat med 10 är 0–100\u{A0}personer, kravet är minst 10\u{A0}personer")
    #expect(
      try missing.trace("belopp > antal").sentence.sv
        == "sökt belopp är 1\u{A0}200\u{A0}000\u{A0}kr, kravet är mer än antalet deltagare (0–1\u{A0}000)")
  }

  @Test("a disagreement names the values, a wholly unknown choice is missing")
  func disagreement() throws {
    let number = try Proposal(unknown: ["antal": .values([.number(9), .number(12)])])
    #expect(
      try number.trace("antal >= 10").sentence.sv == "antal deltagare är 9 eller 12, kravet är minst 10")
    #expect(try number.trace("antal >= 5").verdict == .met)
    let nullable = try Proposal(unknown: ["antal": .values([.null, .number(12)])])
    #expect(
      try nullable.trace("antal >= 10").sentence.sv
        == "antal deltagare är 12 eller finns inte, kravet är minst 10")
  }

  @Test("a list with possible items is counted between bounds")
  func possibleItems() throws {
    let proposal = try Proposal(
      """
      {organisationer: [{namn: "A", åtagande: "avtal"}, {namn: "B", åtagande: "avsikt"}, {namn: "C", åtagande: "nämnd"}]}
      """)
    func with(_ trace: (Proposal) throws -> ConditionTrace) throws -> ConditionTrace {
      var changed = proposal
      guard case .list(let items)? = proposal.scope.value(of: "organisationer"),
        case .context(var second) = items[1]
      else { fatalError() }
      let path = FieldPath([.name("organisationer"), .item(2), .name("åtagande")])
      second["åtagande"] = .unknown(
        Unknown(causes: [.field(path)], bounds: .choices(["nämnd", "avsikt", "avtal"])))
      changed.scope = proposal.scope.binding(
        "organisationer", to: .list([items[0], .context(second), items[2]]))
      return try trace(changed)
    }
    let count = try with { try $0.trace("count(organisationer[åtagande = \"avtal\"]) >= 2") }
    #expect(count.verdict == .unknown)
    #expect(count.sentence.sv == "antal organisationer där åtagande är avtal är 1–2, kravet är minst 2")
    #expect(
      count.sentence.en
        == "number of organisations where commitment is agreement is 1–2, the requirement is at least 2")
    let some = try with {
      try $0.trace("every o in organisationer satisfies o.åtagande = \"avtal\" or o.namn = \"C\"")
    }
    #expect(some.verdict == .unknown)
    #expect(
      some.sentence.sv
        == "antal organisationer där åtagande är avtal eller namn är ”C” är 2–3 av 3, kravet är alla")
  }

  @Test("what cannot be worked out says why; null without an error is not met, with a note")
  func failures() throws {
    let proposal = try Proposal("{antal: 0}")
    let failed = try proposal.trace("belopp / antal > 5")
    guard case .failed(let reason) = failed.verdict else {
      Issue.record("\(failed.verdict)")
      return
    }
    #expect(reason.kind == .divisionByZero)
    #expect(
      failed.sentence.sv
        == "sökt belopp delat med antal deltagare kan inte räknas ut (division med noll); kravet är mer än 5")
    #expect(
      failed.sentence.en
        == "amount asked divided by number of participants cannot be worked out (division by zero); the requirement is "
        + "more than 5")
    #expect(failed.errors.map { $0.kind } == [.divisionByZero])
    let null = try Proposal().trace("saknar > \"A\"")
    #expect(null.verdict == .notMet)
    #expect(null.isNull)
    #expect(null.sentence.sv == "diarienummer finns inte, kravet är efter ”A” i bokstavsordning")
    #expect(null.note?.sv == "en uppgift finns inte, och då räknas villkoret som inte uppfyllt")
    #expect(try Proposal().trace("antal").verdict != .met)
  }
}
