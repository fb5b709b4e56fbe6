import Diagnostics
import TestSupport
import Testing

@testable import Criteria

/// What the author of a ruleset gets for each kind of mistake outside the criteria.
@Suite struct RulesetErrorTests {
  private func expect(
    _ sections: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(smallRuleset(sections))
    expectOne(rulesetReading(marked.text).findings, in: marked, sv, en, location)
  }

  @Test func theSmallOneIsSound() {
    #expect(rulesetReading(smallRuleset("")).findings.isEmpty)
  }

  // MARK: Expressions

  @Test func misspeltField() {
    expect(
      "facts:\n  avtal: count(organisationer[1️⃣atagande2️⃣ = \"avtal\"])\n",
      """
      E201: okänt namn `atagande`
      Menade du `åtagande`?
      Fälten här är: id, namn, åtagande, belägg.
      """,
      """
      E201: unknown name `atagande`
      Did you mean `åtagande`?
      The fields here are: id, namn, åtagande, belägg.
      """)
  }

  @Test func choiceThatTheFieldCannotHave() {
    expect(
      "facts:\n  avtal: count(organisationer[åtagande = 1️⃣\"avtl\"2️⃣])\n",
      """
      E210: `avtl` är inget av valen
      Menade du `avtal`?
      Valen för `åtagande` är: avsikt, avtal.
      """,
      """
      E210: `avtl` is not one of the choices
      Did you mean `avtal`?
      The choices for `åtagande` are: avsikt, avtal.
      """)
  }

  @Test func syntaxErrorInAPlainScalar() {
    expect(
      "facts:\n  antal: målgrupp.antal 1️⃣==2️⃣ 3\n",
      """
      E101: `==` finns inte i FEEL
      Skriv `=`.
      """,
      """
      E101: FEEL has no `==`
      Write `=`.
      """)
  }

  @Test func syntaxErrorInAQuotedScalar() {
    expect(
      "facts:\n  antal: 'målgrupp.antal + 1️⃣)2️⃣'\n",
      """
      E101: `)` stänger något som aldrig öppnades
      """,
      """
      E101: `)` closes something that was never opened
      """)
  }

  @Test func syntaxErrorInABlockScalar() {
    expect(
      "facts:\n  antal: |\n    målgrupp.antal\n      + 1️⃣*2️⃣ 2\n",
      """
      E101: oväntat `*`; här väntas ett uttryck
      """,
      """
      E101: unexpected `*`; an expression was expected here
      """)
  }

  @Test func lostQuotes() {
    expect(
      "facts:\n  stämmer: \"individ\" 1️⃣= inriktning2️⃣\n",
      """
      Y021: efter citattecknet står `= inriktning`
      Värdet börjar med ett citattecken och tar därför slut vid nästa.
      Sätt citattecken runt hela värdet: `stämmer: '"individ" = inriktning'`.
      """,
      """
      Y021: `= inriktning` stands after the closing quote
      The value begins with a quote and therefore ends at the next one.
      Put quotes around the whole value: `stämmer: '"individ" = inriktning'`.
      """)
  }

  @Test func commentAfterAnExpression() {
    expect(
      "facts:\n  antal: målgrupp.antal 1️⃣# per år2️⃣\n",
      """
      C013: en kommentar får inte stå efter ett uttryck
      Skriv så här, på en egen rad: `antal: målgrupp.antal`
      Sätt kommentaren på en egen rad ovanför.
      """,
      """
      C013: a comment may not follow an expression
      Write this, on a line of its own: `antal: målgrupp.antal`
      Put the comment on a line of its own above.
      """)
  }

  @Test func listInAnExpressionsPlace() {
    expect(
      "facts:\n  antal: 1️⃣[1, 2]2️⃣\n",
      """
      C013: ett uttryck måste vara en enda text
      Skriv så här, på en egen rad: `antal: '[1, 2]'`
      """,
      """
      C013: an expression must be a single text
      Write this, on a line of its own: `antal: '[1, 2]'`
      """)
  }

  @Test func contextInAnExpressionsPlace() {
    expect(
      "facts:\n  antal: 1️⃣{a: 1}2️⃣\n",
      """
      C013: ett uttryck måste vara en enda text
      Skriv så här, på en egen rad: `antal: '{a: 1}'`
      """,
      """
      C013: an expression must be a single text
      Write this, on a line of its own: `antal: '{a: 1}'`
      """)
  }

  @Test func expressionInFlowStyle() {
    expect(
      "groups:\n  - {id: individ, title: {sv: I, en: I}, when: 1️⃣inriktning = 'individ'2️⃣}\n",
      """
      C013: ett uttryck får inte stå inom `{…}` eller `[…]`
      Skriv så här, på en egen rad: `when: inriktning = 'individ'`
      """,
      """
      C013: an expression may not stand inside `{…}` or `[…]`
      Write this, on a line of its own: `when: inriktning = 'individ'`
      """)
  }

  @Test func emptyExpression() {
    expect(
      "facts:\n  1️⃣antal2️⃣:\n",
      """
      C002: `antal` är tom
      `facts` måste ha `antal`.
      """,
      """
      C002: `antal` is empty
      `facts` must have `antal`.
      """)
  }

  @Test func unknownJudgement() {
    expect(
      """
      judgements:
        - {id: kvalitet, question: {sv: Bra?, en: Good?}, scale: [nej, ja]}
      facts:
        bra: judgement(1️⃣"kvalite"2️⃣) = "ja"

      """,
      """
      C131: okänd bedömning `kvalite`
      Menade du `kvalitet`?
      Bedömningarna är: kvalitet.
      """,
      """
      C131: unknown judgement `kvalite`
      Did you mean `kvalitet`?
      The judgements are: kvalitet.
      """)
  }

  @Test func answerThatTheScaleLacks() {
    expect(
      """
      judgements:
        - {id: kvalitet, question: {sv: Bra?, en: Good?}, scale: [nej, ja]}
      facts:
        bra: judgement("kvalitet") = 1️⃣"kanske"2️⃣

      """,
      """
      E210: `kanske` är inget av valen
      Valen är: nej, ja.
      """,
      """
      E210: `kanske` is not one of the choices
      The choices are: nej, ja.
      """)
  }

  @Test func judgementOfAnItemWithoutKey() {
    expect(
      """
      judgements:
        - {id: plan, question: {sv: Bra?, en: Good?}, scale: [nej, ja], per: organisationer}
      facts:
        bra: judgement(1️⃣"plan"2️⃣) = "ja"

      """,
      """
      C132: bedömningen `plan` görs för varje post i `organisationer`
      Ange vilken post: `judgement("plan", org.id)`.
      """,
      """
      C132: the judgement `plan` is made for each item of `organisationer`
      Say which item: `judgement("plan", org.id)`.
      """)
  }

  @Test func evidenceOfNoDocuments() {
    expect(
      """
      evidence:
        levels: [{level: 0, label: {sv: inget, en: none}}]
        level: "0"
      facts:
        nivå: evidence(1️⃣titel2️⃣)

      """,
      """
      C136: det här är inga dokument
      Skriv ett fält av typen `documents`, eller en lista med dokument.
      """,
      """
      C136: these are not documents
      Write a field of the type `documents`, or a list of documents.
      """)
  }

  // MARK: Facts

  @Test func cycleOfFacts() {
    expect(
      "facts:\n  a: 1️⃣b2️⃣ + 1\n  b: c\n  c: a * 2\n",
      """
      C141: fakta beror på varandra i en ring: `a → b → c → a`
      Ta bort ett av leden.
      → `b` fortsätter här
      → `c` fortsätter här
      """,
      """
      C141: facts depend on one another in a circle: `a → b → c → a`
      Remove one of the links.
      → `b` goes on here
      → `c` goes on here
      """)
  }

  @Test func factThatUsesItself() {
    expect(
      "facts:\n  a: 1️⃣a2️⃣ + 1\n",
      """
      C141: fakta beror på varandra i en ring: `a → a`
      Ta bort ett av leden.
      """,
      """
      C141: facts depend on one another in a circle: `a → a`
      Remove one of the links.
      """)
  }

  @Test func factsMayStandInAnyOrder() {
    let reading = rulesetReading(smallRuleset("facts:\n  c: b + 1\n  b: a + 1\n  a: målgrupp.antal\n"))
    #expect(reading.findings.isEmpty)
    #expect(reading.value?.facts.map { $0.name } == ["a", "b", "c"])
  }

  @Test func anErrorInAFactIsSaidOnce() {
    let reading = rulesetReading(smallRuleset("facts:\n  a: inget_fält\n  b: a + 1\n  c: b > a\n"))
    #expect(reading.findings.sorted.map { $0.code.text } == ["E201"])
  }

  @Test func factNamedAsAField() {
    expect(
      "facts:\n  1️⃣titel2️⃣: \"1\"\n",
      """
      C140: `titel` är redan ett fält i formuläret
      Ge faktumet ett annat namn.
      → fältet
      """,
      """
      C140: `titel` is already a field of the form
      Give the fact another name.
      → the field
      """)
  }

  // MARK: Sections

  @Test func unknownSection() {
    expect(
      "1️⃣critera2️⃣: []\n",
      """
      C003: okänd nyckel `critera`
      Menade du `criteria`?
      Nycklarna är: schema, ruleset, version, title, status, adopted, form, valid, scale, threshold, indistinguishable_within, levels, money, sources, facts, evidence, judgements, eligibility, exclusions, groups, weights, criteria, columns, economy, profiles, lists, flags, scenarios, ties.
      """,
      """
      C003: unknown key `critera`
      Did you mean `criteria`?
      The keys are: schema, ruleset, version, title, status, adopted, form, valid, scale, threshold, indistinguishable_within, levels, money, sources, facts, evidence, judgements, eligibility, exclusions, groups, weights, criteria, columns, economy, profiles, lists, flags, scenarios, ties.
      """)
  }

  @Test func adoptedWithoutDecision() {
    let marked = Marked(smallRuleset("").replacingStatus("1️⃣adopted2️⃣"))
    expectOne(
      rulesetReading(marked.text).findings, in: marked,
      """
      C101: ett antaget regelverk måste ange beslutet
      Skriv `adopted: {by: Styrelsen, date: 2026-03-12, minutes: "§ 14"}`, eller `status: draft`.
      """,
      """
      C101: an adopted ruleset must name the decision
      Write `adopted: {by: Styrelsen, date: 2026-03-12, minutes: "§ 14"}`, or `status: draft`.
      """)
  }

  @Test func decisionWithoutAdoption() {
    expect(
      "1️⃣adopted2️⃣: {by: Styrelsen, date: 2026-03-12, minutes: § 14}\n",
      """
      C102: `adopted` hör till `status: adopted`
      Är regelverket antaget? Skriv `status: adopted`. Annars tas beslutet bort.
      """,
      """
      C102: `adopted` belongs to `status: adopted`
      Is the ruleset adopted? Write `status: adopted`. Otherwise remove the decision.
      """)
  }

  @Test func otherForm() {
    let marked = Marked(
      "schema: beredning/ruleset/1\nruleset: liten\nversion: \"1\"\ntitle: {sv: L, en: L}\nstatus: draft\nform: 1️⃣stor2️⃣\n"
    )
    expectOne(
      rulesetReading(marked.text).findings, in: marked,
      """
      C104: reglerna hör till formuläret `stor`, inte `liten`
      """,
      """
      C104: the rules belong to the form `stor`, not `liten`
      """)
  }

  @Test func levelsThatDoNotRise() {
    expect(
      "levels:\n  - {from: 0, label: {sv: svag, en: weak}}\n  - {from: 1️⃣02️⃣, label: {sv: god, en: good}}\n",

      """
      C111: nivåerna stiger inte
      `from` ska vara större än nivåns före: 0.
      """,
      """
      C111: the levels do not rise
      `from` must be greater than that of the level before: 0.
      """)
  }

  @Test func levelsThatDoNotBeginAtZero() {
    expect(
      "levels:\n  - {from: 1️⃣102️⃣, label: {sv: svag, en: weak}}\n",
      """
      C110: den lägsta nivån börjar inte på 0
      Skriv `from: 0`.
      """,
      """
      C110: the lowest level does not begin at 0
      Write `from: 0`.
      """)
  }

  @Test func evidenceLevelsWithAGap() {
    expect(
      """
      evidence:
        levels:
          - {level: 0, label: {sv: inget, en: none}}
          - {level: 1️⃣22️⃣, label: {sv: dokument, en: document}}
        level: "0"

      """,
      """
      C123: nivåerna ska vara 0, 1, 2 … i följd; här väntas 1
      """,
      """
      C123: the levels must be 0, 1, 2 … in order; 1 was expected here
      """)
  }

  @Test func thresholdAboveTheScale() {
    expect(
      "threshold: 1️⃣1202️⃣\n",
      """
      C010: `threshold` ska vara från 0 till 100
      """,
      """
      C010: `threshold` must be from 0 to 100
      """)
  }

  @Test func moneyThatIsNoNumber() {
    expect(
      "money:\n  asked: 1️⃣titel2️⃣\n",
      """
      E222: här behövs ett tal, inte en text
      """,
      """
      E222: a number is needed here, not a text
      """)
  }

  @Test func unknownSource() {
    expect(
      """
      sources: {lagen: {title: Lag (2003:1210), kind: law}}
      eligibility:
        - id: a
          title: {sv: A, en: A}
          require: målgrupp.antal > 0
          resolved_by: applicant
          source: {ref: 1️⃣lagn2️⃣, at: 2 §}
        - id: b
          title: {sv: A, en: A}
          require: målgrupp.antal > 0
          resolved_by: applicant
          source: {ref: lagen, at: 2 §}

      """,
      """
      C112: okänd källa `lagn`
      Menade du `lagen`?
      I `sources` finns: lagen.
      """,
      """
      C112: unknown source `lagn`
      Did you mean `lagen`?
      `sources` has: lagen.
      """)
  }

  @Test func unusedSource() {
    expect(
      "sources: {1️⃣lagen2️⃣: {title: Lag (2003:1210), kind: law}}\n",
      """
      C113: källan `lagen` används inte
      """,
      """
      C113: the source `lagen` is not used
      """)
  }

  @Test func unknownKindOfSource() {
    expect(
      "sources: {lagen: {title: Lag, kind: 1️⃣lag2️⃣}}\neligibility: [{id: a, title: {sv: A, en: A}, require: x, resolved_by: y}]\n"
        .replacingOccurrencesOfEligibility(),
      """
      C008: `kind` kan inte vara `lag`
      Menade du `law`?
      `kind` är något av: law, board-decision, local-practice, evaluation, opinion-paper.
      """,
      """
      C008: `kind` cannot be `lag`
      Did you mean `law`?
      `kind` is one of: law, board-decision, local-practice, evaluation, opinion-paper.
      """)
  }

  @Test func idTwice() {
    expect(
      """
      columns:
        - id: a
          title: {sv: A, en: A}
          value: målgrupp.antal
        - id: 1️⃣a2️⃣
          title: {sv: A, en: A}
          value: målgrupp.antal

      """,
      """
      C007: `a` finns redan
      → först här
      """,
      """
      C007: `a` is already there
      → first here
      """)
  }

  @Test func exceptionThatNeedsSomethingUnknown() {
    expect(
      """
      exclusions:
        - id: a
          title: {sv: A, en: A}
          when: målgrupp.ohälsa
          exceptions:
            - {id: b, title: {sv: B, en: B}, needs: [skäl, 1️⃣beslutat_av2️⃣]}

      """,
      """
      C008: `needs` kan inte vara `beslutat_av`
      Menade du `beslutad_av`?
      `needs` är något av: skäl, beslutad_av, gäller_till.
      """,
      """
      C008: `needs` cannot be `beslutat_av`
      Did you mean `beslutad_av`?
      `needs` is one of: skäl, beslutad_av, gäller_till.
      """)
  }

  @Test func scaleWithASingleAnswer() {
    expect(
      "judgements:\n  - {id: a, question: {sv: A?, en: A?}, scale: 1️⃣[ja]2️⃣}\n",
      """
      C120: skalan har bara ett svar
      Ange minst två, från lägst till högst.
      """,
      """
      C120: the scale has a single answer
      Give at least two, from lowest to highest.
      """)
  }

  @Test func judgementPerNoList() {
    expect(
      "judgements:\n  - {id: a, question: {sv: A?, en: A?}, scale: [ja, nej], per: 1️⃣områden2️⃣}\n",
      """
      C122: `områden` är ingen lista med nyckel
      `per` är en lista överst i formuläret vars poster har `key`.
      """,
      """
      C122: `områden` is not a list with a key
      `per` is a list at the top of the form whose items have a `key`.
      """)
  }

  @Test func scenarioThatForgetsACriterion() {
    expect(
      "scenarios:\n  - {id: a, title: {sv: A, en: A}, weights: 1️⃣{två: 1}2️⃣}\n",
      """
      C190: kriteriet `ett` saknar vikt
      Ett scenario ger varje kriterium en vikt.

      C003: okänd nyckel `två`
      Nycklarna är: ett.
      """,
      """
      C190: the criterion `ett` has no weight
      A scenario gives every criterion a weight.

      C003: unknown key `två`
      The keys are: ett.
      """)
  }

  @Test func tieByNothing() {
    expect(
      "ties:\n  - {by: 1️⃣et2️⃣, order: desc}\n",
      """
      C191: `et` är varken kriterium, faktum eller kolumn
      Menade du `ett`?
      Att välja på finns: ett.
      """,
      """
      C191: `et` is no criterion, fact or column
      Did you mean `ett`?
      To choose from: ett.
      """)
  }

  @Test func tieByAText() {
    expect(
      "facts:\n  namn: titel\nties:\n  - {by: 1️⃣namn2️⃣}\n",
      """
      C192: `namn` är inget tal
      Lika poäng skiljs åt med ett tal.
      """,
      """
      C192: `namn` is not a number
      A tie is broken by a number.
      """)
  }

  // MARK: Texts with expressions

  @Test func mistakeInsideBraces() {
    expect(
      """
      flags:
        - id: a
          title: {sv: A, en: A}
          when: målgrupp.ohälsa
          text: {sv: "Det är {1️⃣målgrup2️⃣.antal} deltagare", en: There are some}

      """,
      """
      E201: okänt namn `målgrup`
      Menade du `målgrupp`?
      Namnen är: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """,
      """
      E201: unknown name `målgrup`
      Did you mean `målgrupp`?
      The names are: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """)
  }

  @Test func braceThatIsNotClosed() {
    expect(
      """
      flags:
        - id: a
          title: {sv: A, en: A}
          when: målgrupp.ohälsa
          text: {sv: "Det är 1️⃣{2️⃣målgrupp.antal deltagare", en: There are some}

      """,
      """
      C017: `{` stängs aldrig
      `{…}` är ett uttryck som räknas ut. En klammer i texten skrivs dubbelt: `{{`.
      """,
      """
      C017: `{` is never closed
      `{…}` is an expression whose value is shown. A brace in the text is written twice: `{{`.
      """)
  }

  @Test func bracesMayHoldContextsAndTexts() throws {
    let reading = rulesetReading(
      smallRuleset(
        """
        flags:
          - id: a
            title: {sv: A, en: A}
            when: målgrupp.ohälsa
            text: {sv: 'a {{b}} { {x: "}"}.x} c', en: d}

        """))
    #expect(reading.findings.isEmpty)
    let parts = try #require(reading.value?.flags.first?.text?.sv)
    let texts = parts.map { part in
      switch part {
      case .text(let text): "text " + text
      case .expression(let compiled): "expression " + compiled.text
      }
    }
    #expect(texts == ["text a {b} ", "expression  {x: \"}\"}.x", "text  c"])
  }
}

extension String {
  fileprivate func replacingStatus(_ status: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line == "status: example" ? "status: " + status : String(line)
    }.joined(separator: "\n")
  }

  fileprivate func replacingOccurrencesOfEligibility() -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("eligibility:")
        ? """
        eligibility:
          - id: a
            title: {sv: A, en: A}
            require: målgrupp.antal > 0
            resolved_by: applicant
            source: {ref: lagen}
        """ : String(line)
    }.joined(separator: "\n")
  }
}
