import Diagnostics
import TestSupport
import Testing

@testable import Criteria

/// What an applicant gets for each kind of mistake: the words in both languages, and the place.
@Suite struct ProposalErrorTests {
  private func expect(
    _ fields: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(smallProposal(fields))
    expectOne(proposalReading(marked.text).findings, in: marked, sv, en, location)
  }

  @Test func misspeltField() {
    expect(
      "1️⃣inriktnig2️⃣: individ",
      """
      F202: okänt fält `inriktnig`
      Menade du `inriktning`?
      Fälten är: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """,
      """
      F202: unknown field `inriktnig`
      Did you mean `inriktning`?
      The fields are: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """)
  }

  @Test func fieldOfAnotherGroup() {
    expect(
      "1️⃣klart2️⃣: 2026-09-01",
      """
      F202: okänt fält `klart`
      Fältet `klart` hör hemma här: `målgrupp.klart`
      Fälten är: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """,
      """
      F202: unknown field `klart`
      The field `klart` belongs here: `målgrupp.klart`
      The fields are: titel, inriktning, målgrupp, organisationer, insatsägare, områden, dokument.
      """)
  }

  @Test func commaInsideBraces() {
    expect(
      "organisationer:\n  - {id: kommun-a, namn: Vård, 1️⃣skola och omsorg2️⃣}",
      """
      F202: okänt fält `skola och omsorg`
      Inom `{…}` slutar ett värde vid kommatecknet. Hör det här till värdet före? Sätt det inom citattecken.
      Fälten är: id, namn, åtagande, belägg.
      """,
      """
      F202: unknown field `skola och omsorg`
      Inside `{…}` a value ends at the comma. Does this belong to the value before? Put that in quotation marks.
      The fields are: id, namn, åtagande, belägg.
      """)
  }

  @Test func notANumber() {
    expect(
      "målgrupp: {antal: 1️⃣många2️⃣}",
      """
      F204: förväntade ett heltal, fick `många`
      """,
      """
      F204: expected a whole number, got `många`
      """)
  }

  @Test func fraction() {
    expect(
      "målgrupp: {antal: 1️⃣1.52️⃣}",
      """
      F204: förväntade ett heltal, fick `1.5`
      """,
      """
      F204: expected a whole number, got `1.5`
      """)
  }

  @Test func decimalComma() {
    expect(
      "målgrupp:\n  andel: 1️⃣0,252️⃣",
      """
      F205: förväntade ett tal, fick `0,25`
      Tal skrivs med decimalpunkt i filerna: `0.25`.
      """,
      """
      F205: expected a number, got `0,25`
      Numbers are written with a decimal point in files: `0.25`.
      """)
  }

  @Test func thousandsSeparator() {
    expect(
      "målgrupp:\n  antal: 1️⃣1 0002️⃣",
      """
      F204: förväntade ett heltal, fick `1 000`
      Tal skrivs utan mellanrum och tusentalsavgränsare: `1000`.
      """,
      """
      F204: expected a whole number, got `1 000`
      Numbers are written without spaces or thousands separators: `1000`.
      """)
  }

  @Test func numberWithUnit() {
    expect(
      "målgrupp:\n  antal: 1️⃣24 personer2️⃣",
      """
      F204: förväntade ett heltal, fick `24 personer`
      Skriv bara talet, utan enhet: `24`.
      """,
      """
      F204: expected a whole number, got `24 personer`
      Write only the number, without its unit: `24`.
      """)
  }

  @Test func percent() {
    expect(
      "målgrupp:\n  andel: 1️⃣25%2️⃣",
      """
      F205: förväntade ett tal, fick `25%`
      Andelar skrivs som tal mellan 0 och 1: 25 procent är `0.25`.
      """,
      """
      F205: expected a number, got `25%`
      Shares are written as numbers between 0 and 1: 25 per cent is `0.25`.
      """)
  }

  @Test func shareAboveOne() {
    expect(
      "målgrupp:\n  andel: 1️⃣252️⃣",
      """
      F209: `25` är utanför gränserna: högst 1
      Andelar skrivs som tal mellan 0 och 1: 25 procent är `0.25`.
      """,
      """
      F209: `25` is out of bounds: at most 1
      Shares are written as numbers between 0 and 1: 25 per cent is `0.25`.
      """)
  }

  @Test func outOfBounds() {
    expect(
      "målgrupp:\n  antal: 1️⃣-12️⃣",
      """
      F209: `-1` är utanför gränserna: minst 0
      """,
      """
      F209: `-1` is out of bounds: at least 0
      """)
  }

  @Test func notADate() {
    expect(
      "målgrupp:\n  klart: 1️⃣2026-02-302️⃣",
      """
      F207: förväntade ett datum, fick `2026-02-30`
      Datum skrivs ÅÅÅÅ-MM-DD och måste finnas i almanackan: `2026-09-15`.
      """,
      """
      F207: expected a date, got `2026-02-30`
      Dates are written YYYY-MM-DD and must exist in the calendar: `2026-09-15`.
      """)
  }

  @Test func neitherYesNorNo() {
    expect(
      "målgrupp:\n  ohälsa: 1️⃣kanske2️⃣",
      """
      F206: förväntade `ja` eller `nej`, fick `kanske`
      """,
      """
      F206: expected `ja` (yes) or `nej` (no), got `kanske`
      """)
  }

  @Test func misspeltChoice() {
    expect(
      "organisationer:\n  - {id: a, åtagande: 1️⃣avtall2️⃣}",
      """
      F208: `avtall` är inget val i `åtagande`
      Menade du `avtal`?
      Valen är: avsikt, avtal.
      """,
      """
      F208: `avtall` is not a choice of `åtagande`
      Did you mean `avtal`?
      The choices are: avsikt, avtal.
      """)
  }

  @Test func labelInsteadOfChoice() {
    expect(
      "inriktning: 1️⃣Structural2️⃣",
      """
      F208: `Structural` är inget val i `inriktning`
      Menade du `struktur`?
      Valen är: individ, struktur.
      """,
      """
      F208: `Structural` is not a choice of `inriktning`
      Did you mean `struktur`?
      The choices are: individ, struktur.
      """)
  }

  @Test func tooLong() {
    expect(
      "titel: 1️⃣En titel som är för lång2️⃣",
      """
      F210: `titel` har 24 tecken, högst 20 får plats
      """,
      """
      F210: `titel` has 24 characters, at most 20 fit
      """)
  }

  @Test func listInsteadOfText() {
    expect(
      "titel: 1️⃣[a, b]2️⃣",
      """
      F004: `titel` kan inte vara en lista
      Här väntas: ett värde på en rad.
      """,
      """
      F004: `titel` cannot be a list
      Expected here: a single value.
      """)
  }

  @Test func textInsteadOfGroup() {
    expect(
      "målgrupp: 1️⃣unga2️⃣",
      """
      F004: `målgrupp` kan inte vara ett enda värde
      Här väntas: en grupp med nycklar, `nyckel: värde`.
      """,
      """
      F004: `målgrupp` cannot be a single value
      Expected here: keys with values, `key: value`.
      """)
  }

  @Test func textInsteadOfList() {
    expect(
      "områden: 1️⃣Åvik2️⃣",
      """
      F004: `områden` kan inte vara ett enda värde
      Här väntas: en lista, med `- ` framför varje post.
      """,
      """
      F004: `områden` cannot be a single value
      Expected here: a list, with `- ` before each item.
      """)
  }

  @Test func tooManyItems() {
    expect(
      "organisationer: 1️⃣[{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]2️⃣",
      """
      F211: `organisationer` har 5 poster, högst 4 får finnas
      """,
      """
      F211: `organisationer` has 5 items, at most 4 are allowed
      """)
  }

  @Test func tooFewItems() {
    expect(
      "områden: 1️⃣[]2️⃣",
      """
      F211: `områden` har 0 poster, minst 1 behövs
      Skriv `saknas` om uppgiften inte finns ännu.
      """,
      """
      F211: `områden` has 0 items, the minimum is 1
      Write `saknas` (missing) if the answer is not known yet.
      """)
  }

  @Test func sameKeyTwice() {
    expect(
      "organisationer:\n  - {id: kommun-a}\n  - {id: 1️⃣kommun-a2️⃣}",
      """
      F212: `kommun-a` finns redan i listan
      → först här
      """,
      """
      F212: `kommun-a` is already in the list
      → first here
      """)
  }

  /// The last is of a form where even a key may be said not to apply.
  @Test(arguments: ["1️⃣{namn: Kommun A}", "{id: 1️⃣saknas2️⃣}", "{id: !ej-tillämpligt 1️⃣ingen2️⃣}"])
  func itemWithoutKey(_ item: String) {
    var sources = SourceMap()
    let key = "{field: id, type: id,"
    let form = readForm(
      sources.add(
        file("Rules/liten.form.yaml", smallForm.replacing(key, with: key + " not_applicable: true,"))),
      in: sources)
    let marked = Marked(smallProposal("organisationer:\n  - " + item))
    expectOne(
      proposalReading(marked.text, form: form.value).findings, in: marked,
      """
      F213: posten saknar `id`
      Skriv en egen `id`: den skiljer posten från de andra i listan.
      """,
      """
      F213: the item has no `id`
      Give the item its own `id`: it tells it from the others in the list.
      """)
  }

  @Test func idOfOtherSigns() {
    expect(
      "organisationer:\n  - {id: 1️⃣Kommun Å2️⃣}",
      """
      F222: förväntade ett id, fick `Kommun Å`
      Ett id har små bokstäver a–z, siffror och bindestreck: `kommun-a`.
      """,
      """
      F222: expected an id, got `Kommun Å`
      An id has lower-case letters a–z, digits and hyphens: `kommun-a`.
      """)
  }

  @Test func unknownReference() {
    expect(
      "organisationer:\n  - {id: kommun-a}\n  - {id: region-b}\ninsatsägare: 1️⃣komun-a2️⃣",
      """
      F214: `komun-a` finns inte i `organisationer`
      Menade du `kommun-a`?
      I `organisationer` finns: kommun-a, region-b.
      """,
      """
      F214: `komun-a` is not in `organisationer`
      Did you mean `kommun-a`?
      `organisationer` has: kommun-a, region-b.
      """)
  }

  @Test func unknownDocument() {
    expect(
      "organisationer:\n  - {id: a, belägg: [1️⃣av22️⃣, av1]}\ndokument:\n  - {id: av1, typ: avtal}",
      """
      F215: dokumentet `av2` finns inte i `dokument`
      Menade du `av1`?
      I `dokument` finns: av1.
      """,
      """
      F215: the document `av2` is not in `dokument`
      Did you mean `av1`?
      `dokument` has: av1.
      """)
  }

  @Test func unusedDocument() {
    expect(
      "dokument:\n  - {id: 1️⃣av12️⃣, typ: avtal}",
      """
      F216: dokumentet `av1` används inte
      Skriv `av1` som belägg där det visar något, annars räknas det inte.
      """,
      """
      F216: the document `av1` is not used
      Write `av1` as evidence where it shows something; otherwise it does not count.
      """)
  }

  @Test func notApplicableOutOfPlace() {
    expect(
      "målgrupp:\n  antal: !ej-tillämpligt 1️⃣\"inga\"2️⃣",
      """
      F217: `!ej-tillämpligt` får inte stå i fältet `antal`
      Skriv `saknas` om uppgiften inte finns ännu.
      """,
      """
      F217: `!ej-tillämpligt` may not stand in the field `antal`
      Write `saknas` (missing) if the answer is not known yet.
      """)
  }

  @Test func notApplicableWithoutReason() {
    expect(
      "målgrupp:\n  elever: !ej-tillämpligt 1️⃣\"\"2️⃣",
      """
      F218: `!ej-tillämpligt` har inget skäl
      Skriv varför: `elever: !ej-tillämpligt "inga elever deltar"`.
      """,
      """
      F218: `!ej-tillämpligt` has no reason
      Write why: `elever: !ej-tillämpligt "inga elever deltar"`.
      """)
  }

  @Test func personalNumber() {
    expect(
      "titel: Anna 1️⃣811228-98742️⃣",
      """
      F020: det här ser ut som ett personnummer
      Uppgifter om enskilda personer hör inte hemma i filen. Ta bort det.
      """,
      """
      F020: this looks like a personal identity number
      Data about individuals has no place in the file. Remove it.
      """)
  }

  @Test func otherForm() {
    let marked = Marked("schema: beredning/proposal/1\nid: stegen\nform: 1️⃣stor2️⃣\ntitel: x")
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F201: förslaget följer formuläret `stor`, reglerna `liten`
      Skriv `form: liten`, eller bedöm det med regler för `stor`.
      """,
      """
      F201: the proposal follows the form `stor`, the rules `liten`
      Write `form: liten`, or judge it by rules for `stor`.
      """)
  }

  @Test func idUnlikeFileName() {
    let marked = Marked("schema: beredning/proposal/1\nid: 1️⃣trappan2️⃣\nform: liten")
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F014: filen heter `stegen.yaml` men borde heta `trappan.yaml`
      Namnet säger vad som står i filen. Döp om den eller ändra i den.
      """,
      """
      F014: the file is called `stegen.yaml` but should be called `trappan.yaml`
      The name says what the file holds. Rename it, or change what it says.
      """)
  }

  @Test func rulesetAsProposal() {
    let marked = Marked("schema: 1️⃣beredning/ruleset/12️⃣\nruleset: liten\nversion: 1")
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F001: filen är ett regelverk, inte ett förslag
      Ett förslag börjar med `schema: beredning/proposal/1`.
      """,
      """
      F001: the file is a ruleset, not a proposal
      A proposal begins with `schema: beredning/proposal/1`.
      """)
  }

  @Test func fileThatDoesNotSayWhatItIs() {
    let marked = Marked("1️⃣2️⃣titel: Stegen")
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F001: filen säger inte vad den är: `schema` saknas
      Ett förslag börjar med `schema: beredning/proposal/1`.
      """,
      """
      F001: the file does not say what it is: `schema` is missing
      A proposal begins with `schema: beredning/proposal/1`.
      """)
  }

  @Test func laterFormat() {
    let marked = Marked("schema: 1️⃣beredning/proposal/22️⃣\nid: stegen")
    expectOne(
      proposalReading(marked.text).findings, in: marked,
      """
      F001: okänt format `beredning/proposal/2`
      Ett förslag börjar med `schema: beredning/proposal/1`.
      """,
      """
      F001: unknown format `beredning/proposal/2`
      A proposal begins with `schema: beredning/proposal/1`.
      """)
  }

  @Test func severalMistakesAreAllReported() {
    let text = smallProposal("titlle: x\ninriktning: annat\nmålgrupp: {antal: x, andel: 2}\nområden: []")
    let findings = proposalReading(text).findings.sorted
    #expect(findings.map { $0.code.text } == ["F202", "F208", "F204", "F209", "F211"])
  }
}
