import Diagnostics
import FEEL
import TestSupport
import Testing

/// Sentences written by hand. `~` stands for a no-break space.
@Suite("Conditions in words: how they stand")
struct SentenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var verdict: Verdict
    var sv: String
    var en: String

    init(_ text: String, _ verdict: Verdict, _ sv: String, _ en: String) {
      self.text = text
      self.verdict = verdict
      self.sv = sv.replacing("~", with: "\u{A0}")
      self.en = en.replacing("~", with: "\u{A0}")
    }

    var testDescription: String { text }
  }

  static let comparisons: [Case] = [
    Case(
      "count(avtal_civilsamhälle) >= 2", .notMet, "antal avtal med civilsamhället är 1, kravet är minst 2",
      "number of agreements with civil society is 1, the requirement is at least 2"),
    Case(
      "parter >= 2", .met, "antal parter är 2, kravet är minst 2",
      "number of parties is 2, the requirement is at least 2"),
    Case(
      "2 <= parter", .met, "antal parter är 2, kravet är minst 2",
      "number of parties is 2, the requirement is at least 2"),
    Case(
      "antal > 12", .notMet, "antal deltagare är 12, kravet är mer än 12",
      "number of participants is 12, the requirement is more than 12"),
    Case(
      "antal < 20", .met, "antal deltagare är 12, kravet är mindre än 20",
      "number of participants is 12, the requirement is less than 20"),
    Case(
      "belopp <= 4000000", .met, "sökt belopp är 1~200~000~kr, kravet är högst 4~000~000~kr",
      "amount asked is 1,200,000~SEK, the requirement is at most 4,000,000~SEK"),
    Case(
      "belopp <= ram", .met, "sökt belopp är 1~200~000~kr, kravet är högst ramen (4~000~000~kr)",
      "amount asked is 1,200,000~SEK, the requirement is at most the frame (4,000,000~SEK)"),
    Case(
      "belopp < 0.25 * ram", .notMet,
      "sökt belopp är 1~200~000~kr, kravet är mindre än 0,25 gånger ramen (1~000~000~kr)",
      "amount asked is 1,200,000~SEK, the requirement is less than 0.25 times the frame (1,000,000~SEK)"),
    Case(
      "andel >= 0.75", .notMet, "andel unga är 30~%, kravet är minst 75~%",
      "share of young people is 30%, the requirement is at least 75%"),
    Case(
      "antal = 12", .met, "antal deltagare är 12, kravet är 12",
      "number of participants is 12, the requirement is 12"),
    Case(
      "antal != 12", .notMet, "antal deltagare är 12, kravet är något annat än 12",
      "number of participants is 12, the requirement is something other than 12"),
    Case(
      "start >= @\"2026-09-01\"", .notMet, "startdatum är 2026-08-01, kravet är tidigast 2026-09-01",
      "start date is 2026-08-01, the requirement is no earlier than 2026-09-01"),
    Case(
      "start <= date(\"2026-09-01\")", .met, "startdatum är 2026-08-01, kravet är senast 2026-09-01",
      "start date is 2026-08-01, the requirement is no later than 2026-09-01"),
    Case(
      "start < slut", .met, "startdatum är 2026-08-01, kravet är före slutdatum (2028-07-31)",
      "start date is 2026-08-01, the requirement is before end date (2028-07-31)"),
    Case(
      "start > today()", .notMet, "startdatum är 2026-08-01, kravet är efter omgångens datum (2026-09-15)",
      "start date is 2026-08-01, the requirement is after the date of the round (2026-09-15)"),
    Case(
      "tid > duration(\"P18M\")", .met, "projektets längd är 2~år, kravet är längre än 1~år och 6~månader",
      "length of the project is 2~years, the requirement is longer than 1~year and 6~months"),
    Case(
      "slut - start >= @\"P365D\"", .met,
      "slutdatum minus startdatum är 730~dagar, kravet är minst 365~dagar",
      "end date minus start date is 730~days, the requirement is at least 365~days"),
    Case(
      "titel = \"Stegen\"", .notMet, "titel är ”Vägen vidare”, kravet är ”Stegen”",
      "title is “Vägen vidare”, the requirement is “Stegen”"),
    Case(
      "organisationer[1].sektor = \"region\"", .notMet,
      "sektor för den första bland organisationer är civilsamhälle, kravet är region",
      "sector of the first of organisations is civil society, the requirement is region"),
    Case(
      "count(organisationer) > 0", .met, "antal organisationer är 3, kravet är minst 1",
      "number of organisations is 3, the requirement is at least 1"),
    Case(
      "mängd > 100", .met, "svaret på frågan ”Hur mycket?” är 200, kravet är mer än 100",
      "the answer to the question “How much?” is 200, the requirement is more than 100"),
    Case(
      "grupp.ålder.a16_19 > 10", .notMet,
      "16–19 år (deltagare per ålder) är 8~personer, kravet är mer än 10~personer",
      "aged 16–19 (participants by age) is 8~people, the requirement is more than 10~people"),
    Case(
      "grupp.namn = \"unga\"", .met, "namn (målgrupp) är ”unga”, kravet är ”unga”",
      "name (target group) is “unga”, the requirement is “unga”"),
    Case(
      "start.year >= 2027", .notMet, "året i startdatum är 2026, kravet är minst 2027",
      "the year of start date is 2026, the requirement is at least 2027"),
    Case(
      "mängd * 10 < 2029", .met, "svaret på frågan ”Hur mycket?” gånger 10 är 2000, kravet är mindre än 2029",
      "the answer to the question “How much?” times 10 is 2000, the requirement is less than 2029"),
    Case(
      "mängd * 100 < 2500", .notMet,
      "svaret på frågan ”Hur mycket?” gånger 100 är 20~000, kravet är mindre än 2~500",
      "the answer to the question “How much?” times 100 is 20,000, the requirement is less than 2,500"),
    Case(
      "antal / 7 > 2", .notMet,
      "antal deltagare delat med 7 är cirka 1,7143~personer, kravet är mer än 2~personer",
      "number of participants divided by 7 is about 1.7143~people, the requirement is more than 2~people"),
    Case(
      "(antal + 3) * 2 = 30", .met, "(antal deltagare plus 3) gånger 2 är 30~personer, kravet är 30~personer",
      "(number of participants plus 3) times 2 is 30~people, the requirement is 30~people"),
    Case(
      "1 / 3 < 0.33333", .notMet, "1 delat med 3 är cirka 0,3333333, kravet är mindre än 0,33333",
      "1 divided by 3 is about 0.3333333, the requirement is less than 0.33333"),
  ]

  static let presence: [Case] = [
    Case(
      "start != null", .met, "startdatum är 2026-08-01, kravet är att uppgiften finns",
      "start date is 2026-08-01, the requirement is that it is given"),
    Case(
      "saknar != null", .notMet, "diarienummer finns inte, kravet är att uppgiften finns",
      "registration number is not given, the requirement is that it is given"),
    Case(
      "saknar = null", .met, "diarienummer finns inte, kravet är att uppgiften inte finns",
      "registration number is not given, the requirement is that it is not given"),
    Case(
      "null = start", .notMet, "startdatum är 2026-08-01, kravet är att uppgiften inte finns",
      "start date is 2026-08-01, the requirement is that it is not given"),
    Case(
      "esf", .notMet, "svaret på ”medel från ESF ingår” är nej, kravet är ja",
      "the answer to “ESF money is included” is no, the requirement is yes"),
    Case(
      "not(esf)", .met, "svaret på ”medel från ESF ingår” är nej, kravet är nej",
      "the answer to “ESF money is included” is no, the requirement is no"),
    Case(
      "esf = false", .met, "svaret på ”medel från ESF ingår” är nej, kravet är nej",
      "the answer to “ESF money is included” is no, the requirement is no"),
    Case(
      "esf != true", .met, "svaret på ”medel från ESF ingår” är nej, kravet är något annat än ja",
      "the answer to “ESF money is included” is no, the requirement is something other than yes"),
    Case(
      "not(antal > 10)", .notMet, "antal deltagare är 12, kravet är högst 10",
      "number of participants is 12, the requirement is at most 10"),
    Case(
      "not(not(antal > 10))", .met, "antal deltagare är 12, kravet är mer än 10",
      "number of participants is 12, the requirement is more than 10"),
  ]

  static let sets: [Case] = [
    Case(
      "antal between 10 and 20", .met, "antal deltagare är 12, kravet är mellan 10 och 20",
      "number of participants is 12, the requirement is between 10 and 20"),
    Case(
      "not(antal between 10 and 20)", .notMet, "antal deltagare är 12, kravet är inte mellan 10 och 20",
      "number of participants is 12, the requirement is not between 10 and 20"),
    Case(
      "start between @\"2026-01-01\" and @\"2026-12-31\"", .met,
      "startdatum är 2026-08-01, kravet är mellan 2026-01-01 och 2026-12-31",
      "start date is 2026-08-01, the requirement is between 2026-01-01 and 2026-12-31"),
    Case(
      "antal in (1, 2, 12)", .met, "antal deltagare är 12, kravet är 1, 2 eller 12",
      "number of participants is 12, the requirement is 1, 2 or 12"),
    Case(
      "not(antal in (1, 2, 12))", .notMet, "antal deltagare är 12, kravet är varken 1, 2 eller 12",
      "number of participants is 12, the requirement is neither 1, 2 nor 12"),
    Case(
      "not(antal in (1))", .met, "antal deltagare är 12, kravet är inte 1",
      "number of participants is 12, the requirement is not 1"),
    Case(
      "antal in [10..20)", .met, "antal deltagare är 12, kravet är minst 10 och mindre än 20",
      "number of participants is 12, the requirement is at least 10 and less than 20"),
    Case(
      "antal in [10..20]", .met, "antal deltagare är 12, kravet är mellan 10 och 20",
      "number of participants is 12, the requirement is between 10 and 20"),
    Case(
      "antal in (< 5, > 10)", .met, "antal deltagare är 12, kravet är mindre än 5 eller mer än 10",
      "number of participants is 12, the requirement is less than 5 or more than 10"),
    Case(
      "antal in (? > 3 and ? < 9)", .notMet,
      "antal deltagare är 12, kravet är sådant att värdet är mer än 3 och är mindre än 9",
      "number of participants is 12, the requirement is such that the value is more than 3 and is less than 9"
    ),
    Case(
      "titel in ort", .notMet, "titel är ”Vägen vidare”, kravet är något bland orter (”Åvik” och ”Lillhed”)",
      "title is “Vägen vidare”, the requirement is one of towns (“Åvik” and “Lillhed”)"),
    Case(
      "list contains(ort, \"Åvik\")", .met, "orter är ”Åvik” och ”Lillhed”, kravet är att ”Åvik” finns med",
      "towns are “Åvik” and “Lillhed”, the requirement is that “Åvik” is among them"),
    Case(
      "not(list contains(organisationer.sektor, \"region\"))", .notMet,
      "sektor bland organisationer är civilsamhälle, kommun och region, kravet är att region inte finns med",
      "sector among organisations are civil society, municipality and region, the requirement is that region is not "
        + "among them"),
    Case(
      "list contains([\"a\", \"b\"], titel)", .notMet, "titel är ”Vägen vidare”, kravet är ”a” eller ”b”",
      "title is “Vägen vidare”, the requirement is “a” or “b”"),
    Case(
      "list contains(tom, \"x\")", .notMet, "bilagor finns inte, kravet är att ”x” finns med",
      "appendices are not given, the requirement is that “x” is among them"),
  ]

  static let lists: [Case] = [
    Case(
      "count(organisationer[sektor = \"civilsamhälle\" and åtagande in (\"avsikt\", \"avtal\")]) >= 2",
      .notMet,
      "antal organisationer där sektor är civilsamhälle och åtagande är avsikt eller avtal är 1, kravet är minst 2",
      "number of organisations where sector is civil society and commitment is intent or agreement is 1, the "
        + "requirement is at least 2"),
    Case(
      "count(distinct values(organisationer[part != null].part)) >= 2", .met,
      "antal olika värden på part bland organisationer där part finns är 2, kravet är minst 2",
      "number of different values of party among organisations where party is given is 2, the requirement is at least "
        + "2"),
    Case(
      "count(distinct values(ort)) = 2", .met, "antal olika orter är 2, kravet är 2",
      "number of different towns is 2, the requirement is 2"),
    Case(
      "sum(organisationer.bidrag.kr) >= 500000", .notMet,
      "summan av bidrag bland organisationer är 450~000~kr, kravet är minst 500~000~kr",
      "the sum of contribution among organisations is 450,000~SEK, the requirement is at least 500,000~SEK"),
    Case(
      "min(organisationer.bidrag.kr) > 0", .notMet,
      "lägsta bidrag bland organisationer är 0~kr, kravet är mer än 0~kr",
      "lowest contribution among organisations is 0~SEK, the requirement is more than 0~SEK"),
    Case(
      "max(organisationer[är_medlem].bidrag.kr) > 100000", .met,
      "högsta bidrag bland organisationer där svaret på ”medlem i förbundet” är ja är 400~000~kr, kravet är mer än "
        + "100~000~kr",
      "highest contribution among organisations where the answer to “member of the association” is yes is 400,000~SEK, "
        + "the requirement is more than 100,000~SEK"),
    Case(
      "max(organisationer.klart) <= slut", .met,
      "senaste klart bland organisationer är 2028-01-01, kravet är senast slutdatum (2028-07-31)",
      "latest completion among organisations is 2028-01-01, the requirement is no later than end date (2028-07-31)"
    ),
    Case(
      "mean(organisationer.bidrag.kr) = 150000", .met,
      "medelvärdet av bidrag bland organisationer är 150~000~kr, kravet är 150~000~kr",
      "the mean of contribution among organisations is 150,000~SEK, the requirement is 150,000~SEK"),
    Case(
      "min(antal, 10) = 10", .met, "det lägsta av antal deltagare och 10 är 10, kravet är 10",
      "the lowest of number of participants and 10 is 10, the requirement is 10"),
    Case(
      "count(tom) = 0", .met, "antal bilagor är 0, kravet är 0",
      "number of appendices is 0, the requirement is 0"),
    Case(
      "organisationer[-1].åtagande != \"nämnd\"", .met,
      "åtagande för den sista bland organisationer är avsikt, kravet är något annat än ”bara nämnd”",
      "commitment of the last of organisations is intent, the requirement is something other than “only named”"
    ),
  ]

  static let functions: [Case] = [
    Case(
      "starts with(titel, \"Väg\")", .met, "titel är ”Vägen vidare”, kravet är att texten börjar med ”Väg”",
      "title is “Vägen vidare”, the requirement is that the text begins with “Väg”"),
    Case(
      "not(starts with(titel, \"Väg\"))", .notMet,
      "titel är ”Vägen vidare”, kravet är att texten inte börjar med ”Väg”",
      "title is “Vägen vidare”, the requirement is that the text does not begin with “Väg”"),
    Case(
      "contains(titel, \"vidare\")", .met,
      "titel är ”Vägen vidare”, kravet är att texten innehåller ”vidare”",
      "title is “Vägen vidare”, the requirement is that the text contains “vidare”"),
    Case(
      "not(contains(titel, \"vidare\"))", .notMet,
      "titel är ”Vägen vidare”, kravet är att texten inte innehåller ”vidare”",
      "title is “Vägen vidare”, the requirement is that the text does not contain “vidare”"),
    Case(
      "ends with(titel, \"x\")", .notMet, "titel är ”Vägen vidare”, kravet är att texten slutar med ”x”",
      "title is “Vägen vidare”, the requirement is that the text ends with “x”"),
    Case(
      "string length(titel) <= 100", .met, "antal tecken i titel är 12, kravet är högst 100",
      "number of characters in title is 12, the requirement is at most 100"),
    Case(
      "even(antal)", .met, "antal deltagare är 12, kravet är ett jämnt tal",
      "number of participants is 12, the requirement is an even number"),
    Case(
      "before(start, slut)", .met, "startdatum är 2026-08-01, kravet är före slutdatum (2028-07-31)",
      "start date is 2026-08-01, the requirement is before end date (2028-07-31)"),
    Case(
      "includes([1..20], antal)", .met, "antal deltagare är 12, kravet är mellan 1 och 20",
      "number of participants is 12, the requirement is between 1 and 20"),
    Case(
      "antal instance of number", .met, "antal deltagare är 12, kravet är ett tal",
      "number of participants is 12, the requirement is a number"),
    Case(
      "judgement(\"ordinarie\") = \"ja\"", .notMet,
      "svaret på frågan ”Är det ordinarie verksamhet?” är nej, kravet är ja",
      "the answer to the question “Is it ordinary operations?” is no, the requirement is yes"),
    Case(
      // Either answer will do.
      "judgement(\"kvalitet\") in (\"medel\", \"hög\")", .met,
      "svaret på frågan ”Hur god är kvaliteten?” är medel eller hög, kravet är medel eller hög",
      "the answer to the question “How good is the quality?” is fair or high, the requirement is fair or high"
    ),
    Case(
      "judgement(\"kvalitet\") = \"hög\"", .unknown,
      "svaret på frågan ”Hur god är kvaliteten?” är medel eller hög, kravet är hög",
      "the answer to the question “How good is the quality?” is fair or high, the requirement is high"),
    Case(
      "judgement(\"ogjord\") = \"ja\"", .unknown,
      "svaret på frågan ”Är planen motiverad?” saknas; kravet är ja",
      "the answer to the question “Is the plan reasoned?” is missing; the requirement is yes"),
    Case(
      "evidence(planer.belägg) >= 3", .met,
      "underlaget för planer är nivå 3 (undertecknat), kravet är minst nivå 3 (undertecknat)",
      "the evidence for plans is level 3 (signed), the requirement is at least level 3 (signed)"),
    Case(
      "(if esf then 3 else antal) > 5", .met,
      "värdet (3 om svaret på ”medel från ESF ingår” är ja, annars antal deltagare) är 12, kravet är mer än 5",
      "the value (3 if the answer to “ESF money is included” is yes, otherwise number of participants) is 12, the "
        + "requirement is more than 5"),
    Case(
      "get value({a: true}, \"a\")", .met, "uttrycket ”get value({a: true}, \"a\")” är ja, kravet är ja",
      "the expression “get value({a: true}, \"a\")” is yes, the requirement is yes"),
  ]

  @Test(
    "a leaf says how it stands and what is asked",
    arguments: comparisons + presence + sets + lists + functions)
  func sentence(_ test: Case) throws {
    let trace = try Proposal().trace(test.text)
    #expect(trace.sentence.sv == test.sv)
    #expect(trace.sentence.en == test.en)
    #expect(trace.verdict == test.verdict)
  }
}
