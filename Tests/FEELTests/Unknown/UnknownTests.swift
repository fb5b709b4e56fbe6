import ExactNumbers
import FEEL
import Testing

/// Facts of which some are unknown.
private let facts: [(key: String, value: Value)] = [
  ("tal", unknown("tal", .number(low: 2, high: 5))),
  ("högst", unknown("högst", .number(low: nil, high: 5))),
  ("minst", unknown("minst", .number(low: 1, high: nil))),
  ("kanske_noll", unknown("kanske_noll", .number(low: -1, high: 1))),
  ("val", unknown("val", .choices(["nämnd", "avsikt", "avtal"]))),
  ("ja", unknown("ja", .boolean)),
  ("nej", unknown("nej", .boolean)),
  ("något", unknown("något", .any)),
  ("sextio", unknown("sextio", .values([.number(60), .null]))),
  ("summa", unknown("summa", .orNull(.number(low: 0, high: 10)))),
  (
    "lista",
    unknown("lista", .list([], more: .some(limit: nil, example: unknown("lista", .number(low: 0, high: 9)))))
  ),
  (
    "org",
    .list([
      .context(Context([("part", .string("kommun")), ("åtagande", .string("avtal")), ("kr", .number(100))])),
      .context(
        Context([
          ("part", .string("region")),
          ("åtagande", unknown("org[2].åtagande", .choices(["nämnd", "avtal"]))),
          ("kr", .number(40)),
        ])),
      .context(
        Context([
          ("part", .string("kommun")), ("åtagande", .string("nämnd")),
          ("kr", unknown("org[3].kr", .number(low: 0, high: 9))),
        ])),
    ])
  ),
]

private func bounds(_ text: String) throws -> String { describe(try evaluate(text, facts)) }

@Suite("Unknown facts give results with bounds")
struct UnknownTests {
  @Test(
    "truth after Kleene, with FEEL's null",
    arguments: [
      ("false and ja", "false"), ("ja and false", "false"), ("true and ja", "boolean"),
      ("true or ja", "true"),
      ("ja or true", "true"), ("false or ja", "boolean"), ("ja and nej", "boolean"), ("not(ja)", "boolean"),
      ("null and ja", "false|null"), ("null or ja", "true|null"), ("ja = ja", "boolean"),
      ("all([ja, false])", "false"), ("any([ja, true])", "true"), ("all([ja, true])", "boolean"),
    ])
  func truth(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test(
    "comparisons decide when the bounds decide",
    arguments: [
      ("tal > 1", "true"), ("tal >= 2", "true"), ("tal > 2", "boolean"), ("tal < 2", "false"),
      ("tal <= 5", "true"),
      ("tal = 6", "false"), ("tal = 3", "boolean"), ("tal != 6", "true"), ("tal between 2 and 5", "true"),
      ("tal between 6 and 9", "false"), ("tal in [1..9]", "true"), ("tal in (1, 9)", "false"),
      ("tal in (< 2, > 5)", "false"),
      ("högst <= 5", "true"), ("minst < 1", "false"), ("tal < minst", "boolean"),
      ("val = \"beslut\"", "false"),
      ("val = \"avtal\"", "boolean"), ("val in (\"avsikt\", \"avtal\", \"nämnd\")", "true"),
      ("val in (\"avsikt\", \"avtal\")", "boolean"), ("val in (\"a\", \"b\")", "false"),
      ("tal = \"a\"", "null"),
      ("tal < \"a\"", "null"), ("något > 1", "boolean|null"), ("summa <= 10", "true|null"),
      ("summa > 10", "false|null"),
    ])
  func comparisons(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test(
    "whether something unknown is null is unknown",
    arguments: ["tal = null", "val != null", "null = ja", "något = null", "sextio = null"])
  func nulls(text: String) throws {
    #expect(try bounds(text) == "boolean")
  }

  @Test(
    "computing gives intervals",
    arguments: [
      ("tal + 1", "3..6"), ("tal - tal", "-3..3"), ("-tal", "-5..-2"), ("tal * -2", "-10..-4"),
      ("10 / tal", "2..5"),
      ("1 / kanske_noll", "any"), ("tal * kanske_noll", "-5..5"), ("högst + 1", "..6"),
      ("minst * tal", "2.."),
      ("minst * högst", ".."), ("1 / minst", "0..1"), ("tal ** 2", "4..25"), ("tal * 0", "0"),
      ("sextio + 1", "61|null"),
      ("summa + 1", "1..11|null"), ("tal + null", "null"), ("val + \"!\"", "nämnd!|avsikt!|avtal!"),
      ("tal + \"a\"", "any"),
      ("abs(kanske_noll)", "0..1"), ("floor(tal / 2)", "1..2"), ("decimal(tal / 3, 1)", "0.7..1.7"),
      ("något + 1", "any"),
      ("string length(val)", "5|6"), ("upper case(val)", "NÄMND|AVSIKT|AVTAL"),
    ])
  func computing(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test(
    "if gives the hull of both branches",
    arguments: [
      ("if ja then 1 else 2", "1|2"), ("if ja then 1 else 1", "1"), ("if ja then 1 else null", "1|null"),
      ("if ja then tal else 9", "2..9"), ("if tal > 1 then 1 else 2", "1"),
      ("if något then \"a\" else \"b\"", "a|b"),
      ("if ja then [1] else [1, 2]", "[1]|[1, 2]"), ("if null and ja then 1 else 2", "2"),
      ("if ja then 1 else \"a\"", "1|\"a\""),
      ("if ja then tal else null", "2..5|null"), ("if ja then tal else \"a\"", "any"),
    ])
  func conditions(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test(
    "a filter keeps certain and possible members",
    arguments: [
      ("count(org[åtagande = \"avtal\"])", "1..2"), ("count(org[åtagande = \"avtal\"]) >= 1", "true"),
      ("sum(org[åtagande = \"avtal\"].kr)", "100|140"), ("sum(org.kr)", "140..149"),
      ("max(org[åtagande = \"avtal\"].kr)", "100"),
      ("min(org[åtagande = \"avtal\"].kr)", "100|40"), ("mean(org[åtagande = \"avtal\"].kr)", "100|70"),
      ("count(org[kr > 50])", "1"), ("count(org[kr > 5])", "2..3"),
      ("sum(org[part = \"region\" and åtagande = \"avtal\"].kr)", "40|null"),
      ("count(distinct values(org[åtagande = \"avtal\"].part))", "1..2"),
      ("count(distinct values(org[åtagande = \"avtal\" or part = \"kommun\"].part))", "1..2"),
      ("list contains(org[åtagande = \"avtal\"].part, \"kommun\")", "true"),
      ("list contains(org[åtagande = \"avtal\"].part, \"region\")", "boolean"),
      ("list contains(org[åtagande = \"avtal\"].part, \"fk\")", "false"),
      ("org[åtagande = \"avtal\"].kr", "{100, 40?}"),
      ("org.åtagande", "[\"avtal\", nämnd|avtal, \"nämnd\"]"), ("org[1].kr", "100"),
      ("org[åtagande = \"avtal\"][1].kr", "100|40|null"),
      ("some o in org satisfies o.åtagande = \"avtal\"", "true"),
      ("every o in org satisfies o.åtagande = \"avtal\"", "false"),
      ("every o in org[part = \"region\"] satisfies o.åtagande = \"avtal\"", "boolean"),
      ("for o in org[åtagande = \"avtal\"] return o.kr * 2", "{200, 80?}"),
    ])
  func filters(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test(
    "a list of which nothing is known",
    arguments: [
      ("count(lista)", "0.."), ("count(lista) >= 0", "true"), ("sum(lista)", "0..|null"),
      ("max(lista)", "0..9|null"),
      ("lista[item > 9]", "[]"), ("count(lista[item > 5])", "0.."), ("list contains(lista, 10)", "false"),
      ("some x in lista satisfies x > 9", "false"), ("every x in lista satisfies x < 10", "true"),
      ("some x in lista satisfies x > 5", "boolean"), ("count(concatenate(lista, [1, 2]))", "2.."),
      ("lista[1]", "0..9|null"),
      ("count(något)", "any"), ("string join(org.åtagande)", "any"), ("något.kr", "any"),
    ])
  func lists(text: String, expected: String) throws {
    #expect(try bounds(text) == expected)
  }

  @Test("results name every fact that they hang on, and no other")
  func causesAreNamed() throws {
    func causesOf(_ text: String) throws -> [String] { causes(try evaluate(text, facts)) }
    #expect(try causesOf("tal + summa") == ["summa", "tal"])
    #expect(try causesOf("false and ja or nej") == ["nej"])
    #expect(try causesOf("tal > 2 and ja") == ["ja", "tal"])
    #expect(try causesOf("tal > 1 and ja") == ["ja"])
    #expect(try causesOf("if ja then tal else 1") == ["ja", "tal"])
    #expect(try causesOf("count(org[åtagande = \"avtal\"])") == ["org[2].åtagande"])
    #expect(try causesOf("sum(org[åtagande = \"avtal\"].kr)") == ["org[2].åtagande"])
    #expect(try causesOf("sum(org.kr)") == ["org[3].kr"])
    #expect(try causesOf("some o in org satisfies o.åtagande = \"avsikt\"") == [])
  }

  @Test("what fails only in a branch that may not be taken is no error yet")
  func possibleErrors() throws {
    let expression = try parseExpression("if ja then 1 / 0 else 2")
    let outcome = Evaluator().outcome(of: expression, in: Scope(context: Context(facts)))
    #expect(describe(outcome.value) == "2|null")
    #expect(outcome.errors.isEmpty)
  }
}

@Suite("Hulls and bounds")
struct HullTests {
  private let cause = [Unknown.Cause.field(FieldPath([.name("x")]))]

  @Test func hulls() throws {
    #expect(describe(hull(.number(1), .number(1))) == "1")
    #expect(describe(hull(.number(1), .number(2), causes: cause)) == "1|2")
    #expect(describe(hull((1...20).map { .number(Decimal($0)) }, causes: cause)) == "1..20")
    #expect(describe(hull((1...20).map { .number(Decimal($0)) } + [.null], causes: cause)) == "1..20|null")
    #expect(describe(hull(.boolean(true), .boolean(false), causes: cause)) == "boolean")
    #expect(describe(hull(.number(1), .string("a"), causes: cause)) == "1|\"a\"")
    #expect(describe(hull(unknown("a", .number(low: 1, high: 3)), .number(7))) == "1..7")
    #expect(describe(hull(unknown("a", .any), .number(7))) == "any")
    #expect(causes(hull(unknown("b", .boolean), unknown("a", .boolean), causes: cause)) == ["a", "b", "x"])
  }

  @Test("bounds of a single value are that value")
  func collapse() throws {
    #expect(describe(Unknown.value(.number(low: 5, high: 5), causes: cause)) == "5")
    #expect(describe(Unknown.value(.choices(["a"]), causes: cause)) == "\"a\"")
    #expect(describe(Unknown.value(.values([.null, .null]), causes: cause)) == "null")
    #expect(describe(Unknown.value(.choices(["a", "b", "a"]), causes: cause)) == "a|b")
  }

  @Test("every member of a known list needs a member of its own in the bounds")
  func matching() throws {
    let bounds = Unknown.Bounds.list(
      [
        Unknown.Member(unknown("a", .number(low: 1, high: 2)), isCertain: true),
        Unknown.Member(.number(2), isCertain: false),
      ], more: .some(limit: 1, example: .string("x")))
    func contains(_ text: String) throws -> Bool { bounds.contains(try value(text)) }
    #expect(try contains("[1]"))
    // The certain member must give up 2 to the other and take 1.
    #expect(try contains("[2, 1]"))
    #expect(try contains("[2, \"x\", 2]"))
    #expect(try !contains("[]"))
    #expect(try !contains("[2, 2, 2]"))
    #expect(try !contains("[1, \"x\", \"x\"]"))
    #expect(try !contains("null"))
  }
}
