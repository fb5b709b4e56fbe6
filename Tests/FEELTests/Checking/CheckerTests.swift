import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("Checking expressions: what is found, and where")
struct CheckerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The problem stands between 1️⃣ and 2️⃣.
    var source: Marked
    var code: String
    var sv: String
    var en: String
    var hints: [String] = []
    var severity = Severity.error
    var testDescription: String { source.text }
  }

  private static let organisationFields =
    "Fälten i `organisationer` är: namn, sektor, part, åtagande, är_medlem, bidrag, klart, belägg."
  private static let commitmentChoices = "Valen för `åtagande` är: nämnd, tillfrågad, avsikt, avtal."

  static let names: [Case] = [
    Case(
      source: "some o in organisationer satisfies o.1️⃣atagande2️⃣ = \"avtal\"", code: "E202",
      sv: "okänt fält `atagande`", en: "unknown field `atagande`",
      hints: ["Menade du `åtagande`?", organisationFields]),
    Case(
      source: "organisationer.bidrag.1️⃣krr2️⃣", code: "E202", sv: "okänt fält `krr`", en: "unknown field `krr`",
      hints: ["Menade du `kr`?", "Fälten i `organisationer.bidrag` är: kr, timmar."]),
    Case(
      source: "count(organisationer[1️⃣sektr2️⃣ = \"region\"]) > 0", code: "E201", sv: "okänt namn `sektr`",
      en: "unknown name `sektr`",
      hints: [
        "Menade du `sektor`?",
        "Fälten här är: namn, sektor, part, åtagande, är_medlem, bidrag, klart, belägg.",
      ]),
    Case(
      source: "1️⃣antall2️⃣ > 3", code: "E201", sv: "okänt namn `antall`", en: "unknown name `antall`",
      hints: [
        "Menade du `antal`?",
        "Namnen är: titel, inriktning, antal, belopp, start, tid, esf, organisationer, målgrupp, ord, parter, "
          + "vad_som_helst, dubbla.",
      ]),
    Case(
      source: "titel.1️⃣längd2️⃣", code: "E203", sv: "fältet `längd` finns inte här",
      en: "there is no field `längd` here",
      hints: ["Det som står före punkten är en text och har inga fält."]),
    Case(
      source: "organisationer[åtagande = 1️⃣avtal2️⃣]", code: "E204", sv: "valet `avtal` står utan citattecken",
      en: "the choice `avtal` has no quotation marks", hints: ["Skriv `\"avtal\"`."]),
    Case(
      source: "1️⃣individ2️⃣ = inriktning", code: "E204", sv: "valet `individ` står utan citattecken",
      en: "the choice `individ` has no quotation marks", hints: ["Skriv `\"individ\"`."]),
    Case(
      source: "esf = 1️⃣ja2️⃣", code: "E205", sv: "okänt namn `ja`", en: "unknown name `ja`",
      hints: ["Ja skrivs `true` och nej `false`: skriv `true`."]),
    Case(
      source: "1️⃣?2️⃣ > 3", code: "E206", sv: "`?` står utan något att syfta på",
      en: "`?` has nothing to refer to",
      hints: ["`?` är värdet som prövas och står bara efter `in` och i tabellers villkor."]),
    Case(
      source: "antal instance of 1️⃣nummber2️⃣", code: "E207", sv: "okänd typ `nummber`",
      en: "unknown type `nummber`",
      hints: [
        "Menade du `number`?",
        "Typerna är: Any, Null, boolean, number, string, date, time, date and time, years and months duration, "
          + "days and time duration, list, range, context, function.",
      ]),
  ]

  static let choices: [Case] = [
    Case(
      source: "organisationer[1].åtagande = 1️⃣\"avtla\"2️⃣", code: "E210", sv: "`avtla` är inget av valen",
      en: "`avtla` is not one of the choices", hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "1️⃣\"avtla\"2️⃣ != organisationer[1].åtagande", code: "E210", sv: "`avtla` är inget av valen",
      en: "`avtla` is not one of the choices", hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "organisationer[åtagande in (\"avsikt\", 1️⃣\"avtla\"2️⃣)]", code: "E210",
      sv: "`avtla` är inget av valen", en: "`avtla` is not one of the choices",
      hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "organisationer[åtagande in [\"avsikt\", 1️⃣\"avtla\"2️⃣]]", code: "E210",
      sv: "`avtla` är inget av valen", en: "`avtla` is not one of the choices",
      hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "list contains(organisationer.åtagande, 1️⃣\"avtla\"2️⃣)", code: "E210",
      sv: "`avtla` är inget av valen", en: "`avtla` is not one of the choices",
      hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "some o in organisationer satisfies list contains([\"avsikt\", 1️⃣\"avtla\"2️⃣], o.åtagande)",
      code: "E210", sv: "`avtla` är inget av valen", en: "`avtla` is not one of the choices",
      hints: ["Menade du `avtal`?", commitmentChoices]),
    Case(
      source: "inriktning = if esf then \"individ\" else 1️⃣\"grupp\"2️⃣", code: "E210",
      sv: "`grupp` är inget av valen", en: "`grupp` is not one of the choices",
      hints: ["Valen för `inriktning` är: individ, struktur."]),
    Case(
      source: "judgement(\"ordinarie\") = 1️⃣\"Ja\"2️⃣", code: "E210", sv: "`Ja` är inget av valen",
      en: "`Ja` is not one of the choices", hints: ["Menade du `ja`?", "Valen är: ja, nej, oklart."]),
    Case(
      source: "1️⃣inriktning = organisationer[1].sektor2️⃣", code: "E211",
      sv: "de två kan aldrig vara lika: de har inget val gemensamt",
      en: "the two can never be equal: they share no choice",
      hints: [
        "Den ena kan vara: individ, struktur.",
        "Den andra kan vara: kommun, region, civilsamhälle, näringsliv.",
      ]),
  ]

  static let comparisons: [Case] = [
    Case(
      source: "1️⃣antal = \"tio\"2️⃣", code: "E212",
      sv: "ett tal i personer kan inte jämföras med texten `tio`",
      en: "a number in personer cannot be compared with the text `tio`"),
    Case(
      source: "1️⃣start > \"2026-08-01\"2️⃣", code: "E212",
      sv: "ett datum kan inte jämföras med texten `2026-08-01`",
      en: "a date cannot be compared with the text `2026-08-01`",
      hints: ["Ett datum skrivs `@\"2026-08-01\"` eller `date(\"2026-08-01\")`."]),
    Case(
      source: "1️⃣ord = \"x\"2️⃣", code: "E212", sv: "en lista med texter kan inte jämföras med texten `x`",
      en: "a list of texts cannot be compared with the text `x`",
      hints: [
        "Skriv `list contains(listan, värdet)` eller `some x in listan satisfies x = värdet`."
      ]),
    Case(
      source: "1️⃣esf = \"ja\"2️⃣", code: "E212", sv: "ja eller nej kan inte jämföras med texten `ja`",
      en: "yes or no cannot be compared with the text `ja`",
      hints: ["Ja skrivs `true` och nej `false`, utan citattecken."]),
    Case(
      source: "antal in (1, 1️⃣\"två\"2️⃣)", code: "E212",
      sv: "ett tal i personer kan inte jämföras med texten `två`",
      en: "a number in personer cannot be compared with the text `två`"),
    Case(
      source: "titel in 1️⃣[1..3]2️⃣", code: "E212", sv: "en text kan inte jämföras med ett tal",
      en: "a text cannot be compared with a number"),
    Case(
      source: "1️⃣titel between 1 and \"b\"2️⃣", code: "E212", sv: "en text kan inte jämföras med ett tal",
      en: "a text cannot be compared with a number"),
    Case(
      source: "1️⃣list contains(ord, 3)2️⃣", code: "E212", sv: "en text kan inte jämföras med ett tal",
      en: "a text cannot be compared with a number"),
    Case(
      source: "1️⃣esf < true2️⃣", code: "E213", sv: "ja eller nej har ingen ordning från lägst till högst",
      en: "yes or no has no order from lowest to highest", hints: ["Jämför med `=` eller `!=`."]),
    Case(
      source: "max(1️⃣organisationer2️⃣)", code: "E213",
      sv:
        "en uppgift med fälten namn, sektor, part, åtagande, är_medlem, bidrag, klart, belägg har ingen ordning "
        + "från lägst till högst",
      en:
        "an entry with the fields namn, sektor, part, åtagande, är_medlem, bidrag, klart, belägg has no order "
        + "from lowest to highest", hints: ["Jämför med `=` eller `!=`."]),
    Case(
      source: "some o in organisationer satisfies 1️⃣o.åtagande >= \"avsikt\"2️⃣", code: "E214",
      sv: "valen för `åtagande` jämförs i bokstavsordning",
      en: "the choices for `åtagande` are compared in alphabetical order",
      hints: ["Skriv vilka val som menas: `in (\"…\", \"…\")`."], severity: .warning),
    Case(
      source: "1️⃣belopp > antal2️⃣", code: "E215", sv: "enheterna är olika: kr och personer",
      en: "the units differ: kr and personer", severity: .warning),
    Case(
      source: "1️⃣belopp + målgrupp.antal2️⃣ > 0", code: "E215", sv: "enheterna är olika: kr och personer",
      en: "the units differ: kr and personer", severity: .warning),
  ]

  static let operands: [Case] = [
    Case(
      source: "1️⃣antal + titel2️⃣", code: "E220", sv: "`+` går inte mellan ett tal i personer och en text",
      en: "`+` does not work between a number in personer and a text",
      hints: ["Gör om talet till text med `string(…)`."]),
    Case(
      source: "1️⃣organisationer.bidrag.kr * 22️⃣", code: "E220",
      sv: "`*` går inte mellan en lista med tal i kr och ett tal",
      en: "`*` does not work between a list of numbers in kr and a number",
      hints: ["En lista räknas ihop med `sum(…)`, `count(…)`, `min(…)` eller `max(…)`."]),
    Case(
      source: "-1️⃣titel2️⃣", code: "E220", sv: "minustecken kan inte stå före en text",
      en: "a minus sign cannot stand before a text"),
    Case(
      source: "1️⃣antal2️⃣ and esf", code: "E221", sv: "här behövs ett villkor, inte ett tal i personer",
      en: "a condition is needed here, not a number in personer",
      hints: ["Jämför det med något, till exempel `!= null` eller `>= 1`."]),
    Case(
      source: "not(1️⃣antal2️⃣)", code: "E221", sv: "här behövs ett villkor, inte ett tal i personer",
      en: "a condition is needed here, not a number in personer",
      hints: ["Jämför det med något, till exempel `!= null` eller `>= 1`."]),
    Case(
      source: "if 1️⃣organisationer[esf]2️⃣ then 1 else 2", code: "E221",
      sv: "här behövs ett villkor, inte en lista med uppgifter",
      en: "a condition is needed here, not a list of entries",
      hints: ["Räkna listan, till exempel `count(…) > 0`, eller skriv `some x in … satisfies …`."]),
    Case(
      source: "some o in organisationer satisfies 1️⃣o.namn2️⃣", code: "E221",
      sv: "här behövs ett villkor, inte en text", en: "a condition is needed here, not a text",
      hints: ["Jämför det med något, till exempel `!= null` eller `>= 1`."]),
    Case(
      source: "1️⃣if esf then 1 else \"två\"2️⃣", code: "E223",
      sv: "`if` ger ett tal i det ena fallet och texten `två` i det andra",
      en: "`if` gives a number in one case and the text `två` in the other", severity: .warning),
    Case(
      source: "organisationer[1️⃣sektor2️⃣]", code: "E224",
      sv:
        "inom hakparenteser behövs ett villkor eller en plats i listan, inte en av: kommun, region, civilsamhälle, "
        + "näringsliv",
      en:
        "brackets need a condition or a place in the list, not one of: kommun, region, civilsamhälle, näringsliv"
    ),
    Case(
      source: "every x in 1️⃣antal2️⃣ satisfies x > 1", code: "E225",
      sv: "här behövs en lista, inte ett tal i personer",
      en: "a list is needed here, not a number in personer"),
    Case(
      source: "for x in 1️⃣målgrupp2️⃣ return x", code: "E225",
      sv: "här behövs en lista, inte en uppgift med fälten antal, namn",
      en: "a list is needed here, not an entry with the fields antal, namn"),
  ]

  static let functions: [Case] = [
    Case(
      source: "1️⃣cont2️⃣(organisationer)", code: "E230", sv: "okänd funktion `cont`",
      en: "unknown function `cont`",
      hints: ["Menade du `count`?"]),
    Case(
      source: "1️⃣judgment2️⃣(\"ordinarie\") = \"ja\"", code: "E230", sv: "okänd funktion `judgment`",
      en: "unknown function `judgment`", hints: ["Menade du `judgement`?"]),
    Case(
      source: "1️⃣parter2️⃣(3)", code: "E231", sv: "det här är ett tal och kan inte anropas som en funktion",
      en: "this is a number and cannot be called as a function"),
    Case(
      source: "1️⃣count(ord, ord)2️⃣", code: "E232", sv: "`count` tar inte 2 argument",
      en: "`count` does not take 2 arguments", hints: ["Skriv `count(list)`."]),
    Case(
      source: "1️⃣date()2️⃣", code: "E232", sv: "`date` kan inte anropas utan argument",
      en: "`date` cannot be called without arguments",
      hints: ["Skriv `date(from)` eller `date(year, month, day)`."]),
    Case(
      source: "substring(string: titel, 1️⃣start2️⃣: 2)", code: "E233",
      sv: "`substring` har ingen parameter `start`",
      en: "`substring` has no parameter `start`",
      hints: ["Skriv `substring(string, start position, length)`."]),
    Case(
      source: "sum(1️⃣organisationer.namn2️⃣)", code: "E234",
      sv: "`sum` behöver en lista med tal här, inte en lista med texter",
      en: "`sum` needs a list of numbers here, not a list of texts"),
    Case(
      source: "upper case(1️⃣antal2️⃣)", code: "E234",
      sv: "`upper case` behöver en text här, inte ett tal i personer",
      en: "`upper case` needs a text here, not a number in personer"),
    Case(
      source: "upper case(1️⃣ord[item != \"x\"]2️⃣)", code: "E234",
      sv: "`upper case` behöver en text här, inte en lista med texter",
      en: "`upper case` needs a text here, not a list of texts",
      hints: ["Säg vilken plats i listan som menas: `[1]`."]),
    Case(
      source: "dubbla(1️⃣titel2️⃣)", code: "E234", sv: "`dubbla` behöver ett tal här, inte en text",
      en: "`dubbla` needs a number here, not a text"),
    Case(
      source: "judgement(1️⃣\"ordinare\"2️⃣) = \"ja\"", code: "E300", sv: "okänd bedömning",
      en: "unknown judgement"),
  ]

  @Test("one problem at its place", arguments: names + choices + comparisons + operands + functions)
  func problem(_ test: Case) throws {
    let result = try Form.check(test.source.text)
    #expect(result.problems.count == 1, "\(result.problems)")
    let found = try #require(result.problems.first)
    #expect(found.code.text == test.code)
    #expect(found.message.sv == test.sv)
    #expect(found.message.en == test.en)
    #expect(found.hints.map { $0.sv } == test.hints)
    #expect(found.severity == test.severity)
    #expect(found.hints.allSatisfy { $0.en != nil })
    let place = test.source.range(1, 2)
    #expect(TextRange(place.lowerBound, place.upperBound) == found.range)
  }
}
