import ExactNumbers
import FEEL
import Testing

@Suite("Contexts")
struct ContextTests {
  @Test("entries keep their order; a key that comes again changes the first")
  func order() {
    var context = Context([("b", .number(1)), ("a", .number(2)), ("b", .number(3))])
    #expect(Value.context(context).literal == "{b: 3, a: 2}")
    let before = context
    context["c"] = .number(4)
    context["b"] = nil
    #expect(Value.context(context).literal == "{a: 2, c: 4}")
    #expect(Value.context(before).literal == "{b: 3, a: 2}")
    #expect(context["b"] == nil)
  }

  @Test(
    "keys are equal by canonical equivalence, however they are written",
    arguments: [
      ("åtagande", "a\u{30A}tagande"), ("ÅÄÖ", "A\u{30A}A\u{308}O\u{308}"), ("\u{212B}", "Å"),
      ("\u{212A}", "K"),
      ("\u{1EA1}\u{30A}", "a\u{323}\u{30A}"), ("\u{37E}", ";"), ("é", "e\u{301}"),
      ("\u{1D5}", "U\u{308}\u{304}"),
    ])
  func equivalence(one: String, other: String) {
    #expect(one == other)
    #expect(Context([(one, .number(1))])[other]?.literal == "1")
    #expect(Context([(other, .number(1))])[one]?.literal == "1")
  }

  @Test(
    "and different names stay different",
    arguments: [("åtagande", "atagande"), ("ö", "ä"), ("e\u{301}", "e"), ("a", "b")])
  func difference(one: String, other: String) {
    #expect(Context([(one, .number(1))])[other] == nil)
  }

  @Test("where a context comes from stays with it")
  func origin() {
    let path = FieldPath([.name("mål"), .item(2)])
    var context = Context([("a", .null)], origin: path)
    context["b"] = .null
    #expect(context.origin == path)
    #expect(context.origin?.text == "mål[2]")
  }
}
