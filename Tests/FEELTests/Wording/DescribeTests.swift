import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("Conditions in words: what they say")
struct DescribeTests {
  @Test(
    "a condition as a clause",
    arguments: [
      ("parter >= 2", "antalet parter är minst 2", "the number of parties is at least 2"),
      (
        "count(organisationer) > 0", "antalet organisationer är minst 1",
        "the number of organisations is at least 1"
      ),
      ("not(parter >= 2)", "antalet parter är mindre än 2", "the number of parties is less than 2"),
      ("esf", "svaret på ”medel från ESF ingår” är ja", "the answer to “ESF money is included” is yes"),
      (
        "esf != true", "svaret på ”medel från ESF ingår” är inte ja",
        "the answer to “ESF money is included” is not yes"
      ),
      ("saknar = null", "diarienummer finns inte", "registration number is not given"),
      ("not(saknar = null)", "diarienummer finns", "registration number is given"),
      (
        "titel != \"x\" and antal > 3", "titel är inte ”x” och antalet deltagare är mer än 3",
        "title is not “x” and the number of participants is more than 3"
      ),
      (
        "esf or antal > 3 and belopp < ram",
        "svaret på ”medel från ESF ingår” är ja; eller antalet deltagare är mer än 3 och sökt belopp är mindre än ramen",
        "the answer to “ESF money is included” is yes; or the number of participants is more than 3 and amount asked is "
          + "less than the frame"
      ),
      (
        "esf and antal >= 3 and antal <= 9 and titel in (\"x\", \"y\")",
        "svaret på ”medel från ESF ingår” är ja; antalet deltagare är minst 3 och är högst 9; och titel är ”x” eller ”y”",
        "the answer to “ESF money is included” is yes; the number of participants is at least 3 and is at most 9; and "
          + "title is “x” or “y”"
      ),
      (
        "every x in ort satisfies list contains(tom, x)",
        "för alla orter gäller att värdet finns bland bilagor",
        "it holds for all towns that the value is among appendices"
      ),
      (
        "not(esf or antal > 3)", "svaret på ”medel från ESF ingår” är nej och antalet deltagare är högst 3",
        "the answer to “ESF money is included” is no and the number of participants is at most 3"
      ),
      (
        "some o in organisationer satisfies o.åtagande = \"avtal\"",
        "det finns organisationer där åtagande är avtal",
        "there are organisations where commitment is agreement"
      ),
      (
        "not(some o in organisationer satisfies o.åtagande = \"avtal\")",
        "det finns inga organisationer där åtagande är avtal",
        "there are no organisations where commitment is agreement"
      ),
      (
        "every o in organisationer satisfies o.åtagande in (\"avsikt\", \"avtal\")",
        "för alla organisationer gäller att åtagande är avsikt eller avtal",
        "it holds for all organisations that commitment is intent or agreement"
      ),
      (
        "not(every o in organisationer satisfies o.är_medlem)",
        "det gäller inte för alla organisationer att svaret på ”medlem i förbundet” är ja",
        "it does not hold for all organisations that the answer to “member of the association” is yes"
      ),
      (
        "two_unknown > 3", "two unknown är mer än 3", "two unknown is more than 3"
      ),
      ("två_parter", "”minst två parter deltar” stämmer", "“at least two parties take part” holds"),
      (
        "not(två_parter)", "”minst två parter deltar” stämmer inte",
        "“at least two parties take part” does not hold"
      ),
      (
        "judgement(\"ordinarie\") = \"ja\"", "svaret på frågan ”Är det ordinarie verksamhet?” är ja",
        "the answer to the question “Is it ordinary operations?” is yes"
      ),
      (
        "every p in planer satisfies evidence(p.belägg) >= 3",
        "för alla planer gäller att underlaget är minst nivå 3 (undertecknat)",
        "it holds for all plans that the evidence is at least level 3 (signed)"
      ),
      (
        "if esf then antal > 3 else true",
        "om svaret på ”medel från ESF ingår” är ja: antalet deltagare är mer än 3, annars: villkoret är alltid uppfyllt",
        "if the answer to “ESF money is included” is yes: the number of participants is more than 3, otherwise: the "
          + "condition always holds"
      ),
      ("list contains(ort, \"Åvik\")", "orter innehåller ”Åvik”", "towns includes “Åvik”"),
      ("not(contains(titel, \"x\"))", "titel innehåller inte ”x”", "title does not contain “x”"),
      ("matches(titel, \"[a-z]+\")", "titel följer mönstret ”[a-z]+”", "title follows the pattern “[a-z]+”"),
      (
        "start between @\"2026-01-01\" and slut", "startdatum är mellan 2026-01-01 och slutdatum",
        "start date is between 2026-01-01 and end date"
      ),
    ])
  func clause(text: String, sv: String, en: String) throws {
    let words = describe(try parseExpression(text), vocabulary: Proposal.words)
    #expect(words.sv == sv)
    #expect(words.en == en)
  }

  @Test(
    "what is no condition is a noun",
    arguments: [
      ("sum(organisationer.bidrag.kr)", "summan av bidrag bland organisationer"),
      ("count(organisationer)", "antalet organisationer"),
      ("avtal_civilsamhälle", "avtal med civilsamhället"),
      ("belopp / 2", "sökt belopp delat med 2"), ("(belopp + 1) / 2", "(sökt belopp plus 1) delat med 2"),
      ("belopp - (ram - 1)", "sökt belopp minus (ramen minus 1)"),
      ("round up(belopp / 3, 0)", "sökt belopp delat med 3, avrundat uppåt"),
      ("for o in organisationer return o.bidrag.kr", "bidrag för var och en av organisationer"),
      ("if esf then 1 else 2", "värdet (1 om svaret på ”medel från ESF ingår” är ja, annars 2)"),
      (
        "grupp.ålder.a16_19 + grupp.ålder.a20_24", "16–19 år plus 20–24 år (deltagare per ålder)"
      ),
      (
        "if esf then 1 else if antal > 3 then null else 2",
        "värdet (1 om svaret på ”medel från ESF ingår” är ja, inget värde om antalet deltagare är mer än 3, annars 2)"
      ),
      ("years and months duration(start, slut)", "tiden från startdatum till slutdatum"),
      ("{a: 1}", "uttrycket ”{a: 1}”"), ("12", "12"), ("[1, 2]", "1 och 2"),
      ("@\"P14M\"", "1\u{A0}år och 2\u{A0}månader"),
    ])
  func noun(text: String, sv: String) throws {
    #expect(describe(try parseExpression(text), vocabulary: Proposal.words).sv == sv)
  }

  @Test("names that a rule binds are called after the list that they are items of")
  func locals() throws {
    let condition = try parseExpression(
      "some p in planer satisfies p.organisation = org.namn and org.är_medlem")
    let words = describe(
      condition, vocabulary: Proposal.words, locals: [(name: "org", path: ["organisationer"])])
    #expect(
      words.sv
        == "det finns planer där organisation är namn för organisationer och svaret på ”medlem i förbundet” är ja"
    )
  }

  @Test("headings and choices as they stand inside a sentence")
  func insideSentences() {
    #expect(Words(heading: Text("Antal deltagare", "Number of participants")).sv == "antal deltagare")
    #expect(Words(heading: Text("AF:s bidrag.", "PES contribution")).sv == "AF:s bidrag")
    #expect(Words(heading: Text("Hur mycket?", "How much?")).sv == "Hur mycket?")
    #expect(
      Words(choice: "civilsamhälle", label: Text("Civilsamhälle", "Civil society"))
        == Words(sv: "civilsamhälle", en: "civil society"))
    #expect(Words(choice: "individ", label: Text("Individinriktad", "Individual")).sv == "individinriktad")
    #expect(Words(choice: "af", label: Text("Arbetsförmedlingen", "PES")).sv == "Arbetsförmedlingen")
    #expect(
      Words(choice: "avtal", label: Text("Avtal eller beslut", "Agreement or decision"))
        == Words(sv: "”Avtal eller beslut”", en: "“Agreement or decision”"))
  }

  @Test(
    "an expression written back parses to the same",
    arguments: [
      "a + b * c - (d - e)", "(a + b) ** 2", "-(a + b)", "not(a and (b or c))",
      "x in (1, < 5, [2..3), \"å\")",
      "if a then b else c", "for x in 1..3, y in l return x + y", "some x in l satisfies x.y[z > 1].w = null",
      "{\"a b\": 1, c: [1, 2]}.c[1]", "f(a: 1, b: \"\\\"q\\\"\")", "@\"2026-01-01\" - d",
      "function(x, y) x < y",
      "a between 1 and 2 or b instance of list<number>", "(if a then 1 else 2) + 3", "x in [1..3]",
      "a - (b - c) - d",
      "(a ** b) ** c", "(for x in l return x)[1]", "- a.b", "(a = b) = c",
    ])
  func written(text: String) throws {
    let first = try parseExpression(text).feelText
    let second = try parseExpression(first).feelText
    #expect(first == second)
  }
}
