import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("Checking expressions: types, references, and what is left alone")
struct CheckerResultTests {
  @Test(
    "right expressions have no problems",
    arguments: [
      "count(distinct values(organisationer[part != null and åtagande in (\"avsikt\", \"avtal\")].part)) >= 2",
      "sum(organisationer[sektor = \"civilsamhälle\"].bidrag.kr) > belopp * 0.25",
      "some o in organisationer satisfies o.åtagande = \"avtal\" and o.klart >= start",
      "every o in organisationer satisfies some d in o.belägg satisfies d.typ = \"avtal\" and d.seen",
      "if antal = 0 then null else målgrupp.antal / antal",
      "for o in organisationer return {namn: o.namn, kr: o.bidrag.kr, dubbelt: kr * 2}.dubbelt",
      "organisationer[item.sektor = \"region\"][1].namn = null",
      "organisationer[1].klart.year >= 2026",
      "start + duration(\"P2Y\") < @\"2030-01-01\"",
      "date(\"2026-08-01\") - start > duration(\"P30D\")",
      "judgement(\"ordinarie\") = \"ja\" or not(esf)",
      "evidence(organisationer.belägg) >= 3",
      "antal in [[1..3], [7..9]]", "titel in [\"a\"..\"c\"]", "antal in [1..10]", "antal in (< 5, > 10)",
      "inriktning in (\"individ\", null)", "antal in (? > 3, 7)",
      "sort(organisationer, function(a, b) a.bidrag.kr < b.bidrag.kr)[1].namn = \"x\"",
      "max(organisationer.klart) <= start", "min(1, 2, antal) = 1", "sum(1, 2) = 3",
      "list contains(organisationer.sektor, \"region\")",
      "vad_som_helst.något.annat > 3 and vad_som_helst(1) = \"x\"",
      "vad_som_helst[okänt = 1].mer",
      "dubbla(3) + dubbla(antal) > 2",
      "(function(x: number, y) x + y)(1, 2) = 3",
      "substring(string: titel, start position: 2) = \"ab\"",
      "for i in 1..3 return i * antal",
      "concatenate(ord, [\"x\"])[item = \"x\"]",
      "(if esf then \"hög\" else \"låg\") in (\"hög\", \"låg\")",
      "organisationer = null or organisationer != null",
      "string length(titel) > 3",
    ])
  func clean(text: String) throws {
    #expect(try Form.check(text).problems == [])
  }

  @Test("one mistake is one problem: what follows from it is not reported")
  func noCascades() throws {
    #expect(
      try Form.check("count(organisatoner.bidrag.kr) + titel2 > \"x\"").problems.map { $0.code.text } == [
        "E201", "E201",
      ])
    #expect(
      try Form.check("organisationer.bidragg.kr * 2 > true and esf").problems.map { $0.code.text } == ["E202"]
    )
    #expect(try Form.check("upper case(cont(ord)) = \"x\"").problems.map { $0.code.text } == ["E230"])
  }

  @Test("all mistakes of an expression are reported, in the order of the text")
  func allReported() throws {
    let marked = Marked("1️⃣antl2️⃣ > 3 and inriktning = 3️⃣\"grupp\"4️⃣ or 5️⃣titel6️⃣")
    let problems = try Form.check(marked.text).problems
    #expect(problems.map { $0.code.text } == ["E201", "E210", "E221"])
    #expect(problems.map { $0.range.start } == [1, 3, 5].map { marked.offset($0) })
    #expect(problems.map { $0.range.end } == [2, 4, 6].map { marked.offset($0) })
  }

  @Test(
    "the type of the result, in words",
    arguments: [
      ("antal + 1", "ett tal i personer"), ("belopp * 2", "ett tal i kr"), ("belopp / belopp", "ett tal"),
      ("belopp / 2", "ett tal i kr"), ("count(organisationer)", "ett tal"),
      ("sum(organisationer.bidrag.kr)", "ett tal i kr"), ("titel + \"x\"", "en text"),
      ("organisationer.sektor", "en lista med val bland: kommun, region, civilsamhälle, näringsliv"),
      ("distinct values(organisationer[part != null].part)", "en lista med val bland: kommun, region"),
      ("organisationer[1].part", "en av: kommun, region"), ("max(organisationer.klart)", "ett datum"),
      ("@\"2026-01-01\" - start", "en tid i dagar"), ("start - start", "en tid i dagar"),
      ("years and months duration(start, start)", "en tid i år och månader"),
      ("[1..3]", "ett intervall av tal"), ("for o in organisationer return o.klart", "en lista med datum"),
      ("if esf then \"hög\" else \"låg\"", "en av: hög, låg"), ("flatten([[1], [2, 3]])", "en lista med tal"),
      ("append(ord, \"x\")", "en lista med texter"), ("{a: 1, b: a > 0}.b", "ja eller nej"),
      ("vad_som_helst", "vad som helst"), ("null", "inget värde"), ("[]", "en tom lista"),
      ("[{a: 1}, {a: 2}][a > 1]", "en lista med uppgifter"), ("dubbla(1)", "ett tal"),
      ("dubbla", "en funktion"),
      ("min(1, 2)", "ett tal"), ("split(titel, \",\")", "en lista med texter"),
      ("judgement(\"ordinarie\")", "en av: ja, nej, oklart"),
      ("[true, false]", "en lista med svar, ja eller nej"),
      ("målgrupp", "en uppgift med fälten antal, namn"),
      ("sort(ord, function(a, b) a < b)", "en lista med texter"),
    ])
  func resultType(text: String, words: String) throws {
    let result = try Form.check(text)
    #expect(result.problems == [])
    #expect(typeDescription(result.type).sv == words)
  }

  @Test(
    "every reference to the scope, through variables and filters too",
    arguments: [
      (
        "some o in 1️⃣organisationer2️⃣ satisfies 3️⃣o.åtagande4️⃣ = \"avtal\"",
        ["organisationer", "organisationer.åtagande"]
      ),
      (
        "count(1️⃣organisationer2️⃣[3️⃣sektor4️⃣ = \"region\" and 5️⃣item.part6️⃣ != null]) > 7️⃣antal8️⃣",
        ["organisationer", "organisationer.sektor", "organisationer.part", "antal"]
      ),
      ("sum(1️⃣organisationer.bidrag.kr2️⃣)", ["organisationer.bidrag.kr"]),
      (
        "1️⃣organisationer2️⃣[3️⃣esf4️⃣ and bidrag.kr5️⃣6️⃣ > 1].namn",
        ["organisationer", "esf", "organisationer.bidrag.kr", "organisationer.namn"]
      ),
      (
        "for o in 1️⃣organisationer2️⃣, d in 3️⃣o.belägg4️⃣ return 5️⃣d.typ6️⃣",
        ["organisationer", "organisationer.belägg", "organisationer.belägg.typ"]
      ),
      ("1️⃣start.year2️⃣ + 3️⃣målgrupp.antal4️⃣ > 1", ["start", "målgrupp.antal"]),
    ])
  func references(source: String, paths: [String]) throws {
    let marked = Marked(source)
    let result = try Form.check(marked.text)
    #expect(result.problems == [])
    #expect(result.fields.map { $0.path.joined(separator: ".") }.sorted() == paths.sorted())
    for first in marked.markers where first % 2 == 1 && marked.offset(first) < marked.offset(first + 1) {
      let range = TextRange(marked.offset(first), marked.offset(first + 1))
      #expect(result.fields.contains { $0.range == range }, "\(first)")
    }
  }

  @Test("a fact's source is the list that its items come from")
  func source() throws {
    #expect(try Form.check("organisationer[sektor = \"region\"]").source == ["organisationer"])
    #expect(try Form.check("distinct values(organisationer.part)").source == ["organisationer", "part"])
    #expect(
      try Form.check("sort(organisationer, function(a, b) a.namn < b.namn)").source == ["organisationer"])
    #expect(try Form.check("count(organisationer)").source == nil)
  }

  @Test("what the place asks for")
  func expecting() throws {
    #expect(try Form.check("antal > 3", expecting: .boolean).problems == [])
    let number = try Form.check("count(ord)", expecting: .boolean)
    #expect(number.problems.map { $0.message.sv } == ["här behövs ett villkor, inte ett tal"])
    let marked = Marked("if esf then 1️⃣\"nej\"2️⃣ else antal")
    let branch = try Form.check(marked.text, expecting: .number(unit: nil))
    #expect(branch.problems.map { $0.message.sv } == ["här behövs ett tal, inte texten `nej`"])
    #expect(branch.problems.map { $0.range } == [TextRange(marked.offset(1), marked.offset(2))])
    let level = try Form.check("if esf then \"hög\" else \"lgå\"", expecting: .choice(["hög", "låg"]))
    #expect(level.problems.map { $0.message.sv } == ["`lgå` är inget av valen"])
    #expect(try Form.check("null", expecting: .boolean).problems == [])
  }

  @Test("unary tests are checked against what they test")
  func unaryTests() throws {
    func check(_ text: String, _ subject: FeelType) throws -> [String] {
      let tests = try parseUnaryTests(text)
      let expression = Expression(.unaryTests(tests), TextRange(0, text.utf8.count))
      return Form.checker.check(expression, subject: subject).problems.map { $0.message.sv }
    }
    let choice = FeelType.choice(["a", "b"])
    #expect(try check("\"a\", \"b\"", choice) == [])
    #expect(try check("-", choice) == [])
    #expect(try check("not(\"a\")", choice) == [])
    #expect(try check("\"c\"", choice) == ["`c` är inget av valen"])
    #expect(try check(">= 3", .number(unit: nil)) == [])
    #expect(try check("[1..3], > 10", .number(unit: nil)) == [])
    #expect(try check(">= 3", choice) == ["en av: a, b kan inte jämföras med ett tal"])
    #expect(try check("? > 3 and esf", .number(unit: nil)) == [])
    #expect(try check("? + 3", .number(unit: nil)) == ["här behövs ett villkor, inte ett tal"])
  }
}
