import Diagnostics
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// What those who assess get for each kind of mistake in their sheets.
@Suite struct AssessmentErrorTests {
  private func expect(
    _ body: String, role: String = "beredningsgrupp", _ sv: String, _ en: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(
      "schema: beredning/assessment/1\nproposal: stegen\nrole: \(role)\ndate: 2026-09-03\n" + body)
    var small = SmallRound()
    small.assessments = [file("Proposals/liten/assessments/stegen.\(role).yaml", marked.text)]
    expectOne(loadRound(small.files).findings, in: marked, sv, en, location)
  }

  @Test func aSheetThatIsSound() throws {
    var small = SmallRound()
    small.assessments = [
      file(
        "Proposals/liten/assessments/stegen.beredningsgrupp.yaml",
        """
        schema: beredning/assessment/1
        proposal: stegen
        role: beredningsgrupp
        date: 2026-09-03
        claims:
          - {field: målgrupp.antal, verdict: corrected, value: 6, reason: räknat}
          - {field: "organisationer[region-b].namn", verdict: confirmed}
          - {field: "organisationer[1].belägg", verdict: rejected, reason: fel avtal}
          - {field: områden, verdict: corrected, value: [Åvik], reason: bara där}
          - {field: "områden[2]", verdict: rejected, reason: utanför}
        documents:
          - {document: d1, seen: nej}
        judgements:
          - {judgement: kvalitet, value: låg, reason: tunt}
          - {judgement: plan, key: kommun-a, value: ja, joint: ja, reason: överens}
        exclusions:
          - {exclusion: ordinarie, decided: ja, reason: vård}
        exceptions:
          - {exclusion: ordinarie, exception: forsok, reason: nytt, decided_by: Styrelsen, valid_to: 2027-12-31}
        """)
    ]
    let loaded = loadRound(small.files)
    #expect(shown(loaded.findings, loaded.sources) == "")
    let sheet = try #require(loaded.data?.assessments.first)
    #expect(
      sheet.claims.map { $0.path.text } == [
        "målgrupp.antal", "organisationer[2].namn", "organisationer[1].belägg", "områden", "områden[2]",
      ])
    let values = sheet.claims.map { claim in
      switch claim.verdict {
      case .confirmed: "confirmed"
      case .rejected: "rejected"
      case .corrected(let value): written(value)
      }
    }
    #expect(values == ["6", "confirmed", "rejected", "[\"Åvik\"]", "rejected"])
    #expect(sheet.documents.map { $0.seen } == [false])
    #expect(sheet.judgements.map { $0.step } == [0, 1])
    #expect(sheet.judgements.map { $0.key } == [nil, "kommun-a"])
    #expect(sheet.judgements.map { $0.isJoint } == [false, true])
    #expect(sheet.exclusions.map { $0.decided } == [true])
    #expect(sheet.exceptions.map { $0.validTo.text } == ["2027-12-31"])
  }

  @Test func unknownProposal() {
    let marked = Marked(
      "schema: beredning/assessment/1\nproposal: 1️⃣stege2️⃣\nrole: beredningsgrupp\ndate: 2026-09-03\n")
    var small = SmallRound()
    small.assessments = [file("Proposals/liten/assessments/stege.beredningsgrupp.yaml", marked.text)]
    expectOne(
      loadRound(small.files).findings, in: marked,
      """
      A102: omgången har inget förslag `stege`
      Menade du `stegen`?
      Förslagen är: stegen.
      """,
      """
      A102: the round has no proposal `stege`
      Did you mean `stegen`?
      The proposals are: stegen.
      """)
  }

  @Test func fileNameOfAnotherProposal() {
    let marked = Marked(
      "schema: beredning/assessment/1\nproposal: 1️⃣stegen2️⃣\nrole: beredningsgrupp\ndate: 2026-09-03\n")
    var small = SmallRound()
    small.assessments = [file("Proposals/liten/assessments/trappan.beredningsgrupp.yaml", marked.text)]
    expectOne(
      loadRound(small.files).findings, in: marked,
      """
      A014: filen heter `trappan.beredningsgrupp.yaml` men borde heta `stegen.beredningsgrupp.yaml`
      Namnet säger vad som står i filen. Döp om den eller ändra i den.
      """,
      """
      A014: the file is called `trappan.beredningsgrupp.yaml` but should be called `stegen.beredningsgrupp.yaml`
      The name says what the file holds. Rename it, or change what it says.
      """)
  }

  @Test func unknownRole() {
    let marked = Marked(
      "schema: beredning/assessment/1\nproposal: stegen\nrole: 1️⃣beredningsgruppen2️⃣\ndate: 2026-09-03\n")
    var small = SmallRound()
    small.assessments = [file("Proposals/liten/assessments/stegen.beredningsgruppen.yaml", marked.text)]
    expectOne(
      loadRound(small.files).findings, in: marked,
      """
      A101: omgången har ingen roll `beredningsgruppen`
      Menade du `beredningsgrupp`?
      I `roles` finns: förbundschef, beredningsgrupp.
      """,
      """
      A101: the round has no role `beredningsgruppen`
      Did you mean `beredningsgrupp`?
      `roles` has: förbundschef, beredningsgrupp.
      """)
  }

  @Test func aSheetOnAProposalWithErrorsIsNotHeldAgainstIt() {
    var small = SmallRound()
    small.proposals = [file("Proposals/liten/stegen.yaml", smallProposal("titell: Stegen"))]
    small.assessments = [
      file(
        "Proposals/liten/assessments/stegen.beredningsgrupp.yaml",
        "schema: beredning/assessment/1\nproposal: stegen\nrole: beredningsgrupp\ndate: 2026-09-03\ndocuments: [{document: d1, seen: ja}]\n"
      )
    ]
    #expect(loadRound(small.files).findings.sorted.map { $0.code.text } == ["F202"])
  }

  // MARK: Claims

  @Test func unknownField() {
    expect(
      "claims:\n  - {field: 1️⃣målgrupp.antl2️⃣, verdict: confirmed}\n",
      """
      A112: okänt fält `antl`
      Menade du `antal`?
      Fälten är: antal, andel, elever, klart, ohälsa.
      """,
      """
      A112: unknown field `antl`
      Did you mean `antal`?
      The fields are: antal, andel, elever, klart, ohälsa.
      """)
  }

  @Test func unknownItem() {
    expect(
      "claims:\n  - {field: 1️⃣\"organisationer[komun-a].namn\"2️⃣, verdict: confirmed}\n",
      """
      A116: `organisationer` har ingen post `komun-a`
      Menade du `kommun-a`?
      Posterna är: kommun-a, region-b.
      """,
      """
      A116: `organisationer` has no item `komun-a`
      Did you mean `kommun-a`?
      The items are: kommun-a, region-b.
      """)
  }

  @Test func wholeItem() {
    expect(
      "claims:\n  - {field: 1️⃣\"organisationer[kommun-a]\"2️⃣, verdict: confirmed}\n",
      """
      A114: `organisationer[kommun-a]` är en hel post, inte ett fält
      Ange vilket fält i posten omdömet gäller.
      """,
      """
      A114: `organisationer[kommun-a]` is a whole item, not a field
      Say which field of the item the verdict is about.
      """)
  }

  @Test func pathThatIsNoPath() {
    expect(
      "claims:\n  - {field: 1️⃣målgrupp..antal2️⃣, verdict: confirmed}\n",
      """
      A113: `målgrupp..antal` är ingen sökväg till ett fält
      Skriv som `målgrupp.antal` eller `organisationer[foreningen-a].åtagande`.
      """,
      """
      A113: `målgrupp..antal` is not a path to a field
      Write it like `målgrupp.antal` or `organisationer[foreningen-a].åtagande`.
      """)
  }

  @Test func correctedToSomethingOfAnotherType() {
    expect(
      "claims:\n  - {field: målgrupp.antal, verdict: corrected, value: 1️⃣sex2️⃣, reason: räknat}\n",
      """
      A204: förväntade ett heltal, fick `sex`
      """,
      """
      A204: expected a whole number, got `sex`
      """)
  }

  @Test func correctedWithoutReason() {
    expect(
      "claims:\n  - 1️⃣{field: målgrupp.antal, verdict: corrected, value: 6}2️⃣\n",
      """
      A002: `reason` saknas
      Ett omdöme om en uppgift måste ha `reason`.
      """,
      """
      A002: `reason` is missing
      A verdict on a claim must have `reason`.
      """)
  }

  @Test func valueWithoutCorrection() {
    expect(
      "claims:\n  - {field: målgrupp.antal, verdict: confirmed, 1️⃣value2️⃣: 6}\n",
      """
      A118: `value` hör till `verdict: corrected`
      """,
      """
      A118: `value` belongs to `verdict: corrected`
      """)
  }

  @Test func sameFieldTwice() {
    expect(
      "claims:\n  - {field: \"organisationer[1].namn\", verdict: confirmed}\n  - {field: 1️⃣\"organisationer[kommun-a].namn\"2️⃣, verdict: confirmed}\n",

      """
      A007: `organisationer[1].namn` finns redan
      → först här
      """,
      """
      A007: `organisationer[1].namn` is already there
      → first here
      """)
  }

  @Test func correctedAsAWhole() {
    expect(
      "claims:\n  - {field: målgrupp, verdict: corrected, value: 1️⃣{antal: 6}2️⃣, reason: x}\n",
      """
      A117: `målgrupp` kan inte rättas i sin helhet
      Rätta de fält i det som är fel.
      """,
      """
      A117: `målgrupp` cannot be corrected as a whole
      Correct the fields in it that are wrong.
      """)
  }

  @Test func unknownVerdict() {
    expect(
      "claims:\n  - {field: målgrupp.antal, verdict: 1️⃣confirm2️⃣}\n",
      """
      A008: `verdict` kan inte vara `confirm`
      Menade du `confirmed`?
      `verdict` är något av: confirmed, corrected, rejected.
      """,
      """
      A008: `verdict` cannot be `confirm`
      Did you mean `confirmed`?
      `verdict` is one of: confirmed, corrected, rejected.
      """)
  }

  // MARK: Documents and judgements

  @Test func unknownDocument() {
    expect(
      "documents:\n  - {document: 1️⃣d22️⃣, seen: ja}\n",
      """
      A103: förslaget har inget dokument `d2`
      I `dokument` finns: d1.
      """,
      """
      A103: the proposal has no document `d2`
      `dokument` has: d1.
      """)
  }

  @Test func unknownJudgement() {
    expect(
      "judgements:\n  - {judgement: 1️⃣kvalite2️⃣, value: låg}\n",
      """
      A106: reglerna har ingen bedömning `kvalite`
      Menade du `kvalitet`?
      I `judgements` finns: kvalitet, plan.
      """,
      """
      A106: the rules have no judgement `kvalite`
      Did you mean `kvalitet`?
      `judgements` has: kvalitet, plan.
      """)
  }

  @Test func unknownAnswer() {
    expect(
      "judgements:\n  - {judgement: kvalitet, value: 1️⃣medel2️⃣}\n",
      """
      A008: `kvalitet` kan inte vara `medel`
      `kvalitet` är något av: låg, hög.
      """,
      """
      A008: `kvalitet` cannot be `medel`
      `kvalitet` is one of: låg, hög.
      """)
  }

  @Test func roleThatMayNotAnswer() {
    expect(
      "judgements:\n  - {judgement: 1️⃣kvalitet2️⃣, value: låg}\n", role: "förbundschef",
      """
      A105: rollen `förbundschef` får inte svara på `kvalitet`
      Det får: beredningsgrupp.
      """,
      """
      A105: the role `förbundschef` may not answer `kvalitet`
      These may: beredningsgrupp.
      """)
  }

  @Test func judgementOfNoItem() {
    expect(
      "judgements:\n  - {judgement: 1️⃣plan2️⃣, value: ja}\n",
      """
      A108: `plan` görs för varje post i `organisationer`: vilken?
      Skriv `key` med en av: kommun-a, region-b.
      """,
      """
      A108: `plan` is made for each item of `organisationer`: which one?
      Write `key` with one of: kommun-a, region-b.
      """)
  }

  @Test func judgementOfAnUnknownItem() {
    expect(
      "judgements:\n  - {judgement: plan, key: 1️⃣kommun-b2️⃣, value: ja}\n",
      """
      A109: `kommun-b` finns inte i förslagets `organisationer`
      Menade du `kommun-a`?
      I `organisationer` finns: kommun-a, region-b.
      """,
      """
      A109: `kommun-b` is not in the proposal's `organisationer`
      Did you mean `kommun-a`?
      `organisationer` has: kommun-a, region-b.
      """)
  }

  @Test func keyOfAJudgementOnTheWhole() {
    expect(
      "judgements:\n  - {judgement: kvalitet, key: 1️⃣kommun-a2️⃣, value: låg}\n",
      """
      A107: `kvalitet` gäller hela förslaget, inte `kommun-a`
      Ta bort `key`.
      """,
      """
      A107: `kvalitet` is about the whole proposal, not `kommun-a`
      Remove `key`.
      """)
  }

  @Test func jointWithoutReason() {
    expect(
      "judgements:\n  - {judgement: kvalitet, value: låg, 1️⃣joint2️⃣: ja}\n",
      """
      A104: en gemensam bedömning måste ha ett skäl
      Skriv `reason`: varför de som bedömde olika nu är överens.
      """,
      """
      A104: a joint judgement must have a reason
      Write `reason`: why those who judged differently now agree.
      """)
  }

  // MARK: Decisions

  @Test func unknownExclusion() {
    expect(
      "exclusions:\n  - {exclusion: 1️⃣ordinari2️⃣, decided: ja, reason: x}\n",
      """
      A110: reglerna har ingen uteslutningsgrund `ordinari`
      Menade du `ordinarie`?
      I `exclusions` finns: ordinarie.
      """,
      """
      A110: the rules have no exclusion `ordinari`
      Did you mean `ordinarie`?
      `exclusions` has: ordinarie.
      """)
  }

  @Test func unknownException() {
    expect(
      "exceptions:\n  - {exclusion: ordinarie, exception: 1️⃣försök2️⃣, reason: x, decided_by: Styrelsen, valid_to: 2027-12-31}\n",

      """
      A111: `ordinarie` har inget undantag `försök`
      Menade du `forsok`?
      I `exceptions` finns: forsok.
      """,
      """
      A111: `ordinarie` has no exception `försök`
      Did you mean `forsok`?
      `exceptions` has: forsok.
      """)
  }

  @Test func exceptionWithoutEnd() {
    expect(
      "exceptions:\n  - 1️⃣{exclusion: ordinarie, exception: forsok, reason: x, decided_by: Styrelsen}2️⃣\n",

      """
      A002: `valid_to` saknas
      Ett undantag måste ha `valid_to`.
      """,
      """
      A002: `valid_to` is missing
      An exception must have `valid_to`.
      """)
  }
}

/// Conflicts of interest.
@Suite struct DeclarationErrorTests {
  private func expect(
    _ declaration: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked("schema: beredning/declarations/1\ndeclarations:\n" + declaration)
    var small = SmallRound()
    small.declarations = file("Proposals/liten/declarations.yaml", marked.text)
    expectOne(loadRound(small.files).findings, in: marked, sv, en, location)
  }

  @Test func aDeclarationThatIsSound() throws {
    var small = SmallRound()
    small.declarations = file(
      "Proposals/liten/declarations.yaml",
      """
      schema: beredning/declarations/1
      declarations:
        - {person: B2, role: beredningsgrupp, proposal: stegen, ground: uppdragsgivare, declared: 2026-08-25, outcome: jäv}
        - {person: S4, role: styrelse, proposal: stegen, ground: part, outcome: ej jäv}
        - {person: S5, role: styrelse, proposal: stegen, ground: part}
      """)
    let loaded = loadRound(small.files)
    #expect(shown(loaded.findings, loaded.sources) == "")
    #expect(loaded.data?.declarations.map { $0.outcome } == [.conflict, .noConflict, .notTried])
  }

  @Test func nameInsteadOfACode() {
    expect(
      "  - {person: 1️⃣Anna A2️⃣, role: beredningsgrupp, proposal: stegen, ground: part}\n",
      """
      A120: `Anna A` är ingen beteckning
      Skriv en beteckning med siffra, som `B2`, aldrig ett namn. Vem det är står i förbundets eget register.
      """,
      """
      A120: `Anna A` is not a reference code
      Write a reference code with a digit, such as `B2`, never a name. Who it is stands in the association's own register.
      """)
  }

  @Test func almostARoleOfTheRound() {
    expect(
      "  - {person: B2, role: 1️⃣beredningsgrup2️⃣, proposal: stegen, ground: part}\n",
      """
      A101: omgången har ingen roll `beredningsgrup`
      Menade du `beredningsgrupp`?
      """,
      """
      A101: the round has no role `beredningsgrup`
      Did you mean `beredningsgrupp`?
      """)
  }

  @Test func unknownProposal() {
    expect(
      "  - {person: B2, role: beredningsgrupp, proposal: 1️⃣trappan2️⃣, ground: part}\n",
      """
      A102: omgången har inget förslag `trappan`
      Förslagen är: stegen.
      """,
      """
      A102: the round has no proposal `trappan`
      The proposals are: stegen.
      """)
  }

  @Test func unknownGround() {
    expect(
      "  - {person: B2, role: beredningsgrupp, proposal: stegen, ground: 1️⃣vän2️⃣}\n",
      """
      A008: `ground` kan inte vara `vän`
      `ground` är något av: part, närstående, ställföreträdare, tillsyn, uppdragsgivare, annan.
      """,
      """
      A008: `ground` cannot be `vän`
      `ground` is one of: part, närstående, ställföreträdare, tillsyn, uppdragsgivare, annan.
      """)
  }

  @Test func unknownOutcome() {
    expect(
      "  - {person: B2, role: beredningsgrupp, proposal: stegen, ground: part, outcome: 1️⃣jävig2️⃣}\n",
      """
      A008: `outcome` kan inte vara `jävig`
      `outcome` är något av: jäv, ej jäv, bortses.
      """,
      """
      A008: `outcome` cannot be `jävig`
      `outcome` is one of: jäv, ej jäv, bortses.
      """)
  }
}
