import Diagnostics
import Testing

@Suite("The nearest known word")
struct NearestTests {
  let fields = ["namn", "org_nr", "sektor", "part", "roll", "åtagande", "bidrag", "belägg"]

  @Test(
    "A word written without its marks, in another case or with another separator is found",
    arguments: [
      ("atagande", "åtagande"), ("Åtagande", "åtagande"), ("ÅTAGANDE", "åtagande"), ("org-nr", "org_nr"),
      ("orgnr", "org_nr"), ("org nr", "org_nr"), ("belagg", "belägg"), ("a\u{30A}tagande", "åtagande"),
    ])
  func cheapDifferences(written: String, meant: String) {
    #expect(nearest(written, among: fields) == meant)
  }

  @Test(
    "A slip of the fingers is found",
    arguments: [
      ("nman", "namn"), ("sektr", "sektor"), ("bidragg", "bidrag"), ("rol", "roll"), ("åtagnade", "åtagande"),
    ])
  func slips(written: String, meant: String) {
    #expect(nearest(written, among: fields) == meant)
  }

  @Test(
    "Another word is not taken for a slip",
    arguments: ["kostnad", "x", "", "målgrupp", "deltagare", "ort", String(repeating: "a", count: 81)])
  func unrelated(written: String) {
    #expect(nearest(written, among: fields) == nil)
  }

  @Test("A lost mark is nearer than a changed letter, and among equals the first wins")
  func order() {
    #expect(nearest("mal", among: ["mat", "mål"]) == "mål")
    #expect(nearest("katt", among: ["matt", "hatt"]) == "matt")
    #expect(nearest("katt", among: ["hatt", "matt"]) == "hatt")
    #expect(nearest("å", among: ["a", "ä"]) == "a")
  }

  @Test("Two letters must agree but for marks and case")
  func shortWords() {
    #expect(nearest("ja", among: ["jo", "nej"]) == nil)
    #expect(nearest("JA", among: ["nej", "ja"]) == "ja")
  }
}
