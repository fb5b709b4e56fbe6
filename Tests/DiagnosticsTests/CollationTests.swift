import Diagnostics
import Testing

@Suite("Swedish order")
struct CollationTests {
  @Test("The alphabet ends with å, ä, ö; signs and digits come first; case and é only break ties")
  func alphabet() {
    let ordered = [
      "", " a", "1", "10", "9", "a", "A", "ab", "Abborre", "ask", "e", "é", "É", "ea", "éb", "Myra", "Müsli",
      "zon", "å", "Å", "Åmål", "ä", "äpple", "æra", "ö", "Öland", "øre",
    ]
    #expect(ordered.reversed().sorted(by: swedishOrder) == ordered)
    #expect(ordered.sorted(by: swedishOrder) == ordered)
  }

  @Test("Decomposed letters sort as composed ones")
  func decomposed() {
    let names = ["o\u{308}", "z", "a\u{30A}", "a\u{308}", "a"]
    #expect(names.sorted(by: swedishOrder) == ["a", "z", "å", "ä", "ö"])
  }

  @Test("It is a strict order: nothing precedes itself, and two different strings one way only")
  func strict() {
    let words = ["", "a", "A", "á", "å", "v", "w", "W", "1", " ", "-", "日本", "ß", "ü", "y", "e\u{301}", "é"]
    for a in words {
      #expect(!swedishOrder(a, a))
      for b in words where Array(a.unicodeScalars) != Array(b.unicodeScalars) {
        #expect(swedishOrder(a, b) != swedishOrder(b, a))
      }
    }
  }
}
