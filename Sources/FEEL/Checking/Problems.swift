import Diagnostics

/// The checker's messages. E201–E209 names, E210–E219 choices and comparisons, E220–E229 types of operands,
/// E230–E239 functions, E240– the rest.
enum Problems {
  // MARK: - Names

  static func unknownName(
    _ name: String, _ range: TextRange, visible: [String], fields: [String]?
  ) -> TypeProblem {
    var hints: [Text] = []
    if let near = nearest(name, among: visible) { hints.append(didYouMean(near)) }
    if let fields {
      hints.append(list("Fälten här är", "The fields here are", fields))
    } else if !visible.isEmpty {
      hints.append(list("Namnen är", "The names are", visible))
    }
    return TypeProblem(
      Code("E", 201), at: range, Text("okänt namn `\(name)`", "unknown name `\(name)`"), hints: hints)
  }

  static func unknownField(
    _ name: Expression.Name, of path: [String]?, _ members: [FeelType.Member]
  ) -> TypeProblem {
    let names = members.map { $0.name }
    var hints: [Text] = []
    if let near = nearest(name.text, among: names) { hints.append(didYouMean(near)) }
    if names.isEmpty {
    } else if let path {
      let owner = path.joined(separator: ".")
      hints.append(list("Fälten i `\(owner)` är", "The fields of `\(owner)` are", names))
    } else {
      hints.append(list("Fälten är", "The fields are", names))
    }
    return TypeProblem(
      Code("E", 202), at: name.range, Text("okänt fält `\(name.text)`", "unknown field `\(name.text)`"),
      hints: hints)
  }

  static func noFields(_ name: Expression.Name, _ type: FeelType) -> TypeProblem {
    let described = typeDescription(type)
    return TypeProblem(
      Code("E", 203), at: name.range,
      Text("fältet `\(name.text)` finns inte här", "there is no field `\(name.text)` here"),
      hints: [
        Text(
          "Det som står före punkten är \(described.sv) och har inga fält.",
          "What stands before the dot is \(described(.english)) and has no fields.")
      ])
  }

  static func choiceWithoutQuotes(_ name: String, _ range: TextRange) -> TypeProblem {
    TypeProblem(
      Code("E", 204), at: range,
      Text("valet `\(name)` står utan citattecken", "the choice `\(name)` has no quotation marks"),
      hints: [Text("Skriv `\"\(name)\"`.", "Write `\"\(name)\"`.")])
  }

  static func booleanInWords(_ name: String, _ range: TextRange) -> TypeProblem {
    let word = name == "ja" || name == "sant" || name == "yes" ? "true" : "false"
    return TypeProblem(
      Code("E", 205), at: range, Text("okänt namn `\(name)`", "unknown name `\(name)`"),
      hints: [
        Text(
          "Ja skrivs `true` och nej `false`: skriv `\(word)`.",
          "Yes is written `true` and no `false`: write `\(word)`.")
      ])
  }

  static func subjectOutOfPlace(_ range: TextRange) -> TypeProblem {
    TypeProblem(
      Code("E", 206), at: range, Text("`?` står utan något att syfta på", "`?` has nothing to refer to"),
      hints: [
        Text(
          "`?` är värdet som prövas och står bara efter `in` och i tabellers villkor.",
          "`?` is the value under test and only stands after `in` and in the tests of tables.")
      ])
  }

  static func unknownType(_ name: Expression.Name) -> TypeProblem {
    var hints: [Text] = []
    if let near = nearest(name.text, among: typeNames) { hints.append(didYouMean(near)) }
    hints.append(list("Typerna är", "The types are", typeNames))
    return TypeProblem(
      Code("E", 207), at: name.range, Text("okänd typ `\(name.text)`", "unknown type `\(name.text)`"),
      hints: hints)
  }

  private static let typeNames = [
    "Any", "Null", "boolean", "number", "string", "date", "time", "date and time",
    "years and months duration",
    "days and time duration", "list", "range", "context", "function",
  ]

  // MARK: - Choices and comparisons

  static func notAChoice(
    _ written: String, _ choices: [String], of field: String?, _ range: TextRange
  ) -> TypeProblem {
    var hints: [Text] = []
    if let near = nearest(written, among: choices) { hints.append(didYouMean(near)) }
    if let field {
      hints.append(list("Valen för `\(field)` är", "The choices for `\(field)` are", choices))
    } else {
      hints.append(list("Valen är", "The choices are", choices))
    }
    return TypeProblem(
      Code("E", 210), at: range,
      Text("`\(written)` är inget av valen", "`\(written)` is not one of the choices"), hints: hints)
  }

  static func nothingInCommon(_ a: [String], _ b: [String], _ range: TextRange) -> TypeProblem {
    TypeProblem(
      Code("E", 211), at: range,
      Text(
        "de två kan aldrig vara lika: de har inget val gemensamt",
        "the two can never be equal: they share no choice"),
      hints: [
        list("Den ena kan vara", "One may be", a),
        list("Den andra kan vara", "The other may be", b),
      ])
  }

  static func notComparable(_ a: FeelType, _ b: FeelType, _ range: TextRange) -> TypeProblem {
    let x = typeDescription(a)
    let y = typeDescription(b)
    var hints: [Text] = []
    if a.isList != b.isList {
      hints.append(
        Text(
          "Skriv `list contains(listan, värdet)` eller `some x in listan satisfies x = värdet`.",
          "Write `list contains(the list, the value)` or `some x in the list satisfies x = the value`."))
    } else if (a.kind == .date && b.kind == .text) || (a.kind == .text && b.kind == .date) {
      hints.append(dateHint)
    } else if (a.kind == .boolean && b.kind == .text) || (a.kind == .text && b.kind == .boolean) {
      hints.append(
        Text(
          "Ja skrivs `true` och nej `false`, utan citattecken.",
          "Yes is written `true` and no `false`, without quotation marks."))
    }
    return TypeProblem(
      Code("E", 212), at: range,
      Text("\(x.sv) kan inte jämföras med \(y.sv)", "\(x(.english)) cannot be compared with \(y(.english))"),
      hints: hints)
  }

  static func notOrdered(_ type: FeelType, _ range: TextRange) -> TypeProblem {
    let described = typeDescription(type)
    return TypeProblem(
      Code("E", 213), at: range,
      Text(
        "\(described.sv) har ingen ordning från lägst till högst",
        "\(described(.english)) has no order from lowest to highest"),
      hints: [Text("Jämför med `=` eller `!=`.", "Compare with `=` or `!=`.")])
  }

  static func alphabeticalOrder(_ field: String?, _ range: TextRange) -> TypeProblem {
    let name = field.map { "`\($0)`" }
    return TypeProblem(
      Code("E", 214), .warning, at: range,
      Text(
        "valen för \(name ?? "fältet") jämförs i bokstavsordning",
        "the choices for \(name ?? "the field") are compared in alphabetical order"),
      hints: [
        Text(
          "Skriv vilka val som menas: `in (\"…\", \"…\")`.",
          "Write which choices are meant: `in (\"…\", \"…\")`.")
      ])
  }

  static func unitsDiffer(_ a: String, _ b: String, _ range: TextRange) -> TypeProblem {
    TypeProblem(
      Code("E", 215), .warning, at: range,
      Text("enheterna är olika: \(a) och \(b)", "the units differ: \(a) and \(b)"))
  }

  // MARK: - Operands

  static func arithmetic(
    _ op: ArithmeticOperator, _ a: FeelType, _ b: FeelType?, _ range: TextRange
  ) -> TypeProblem {
    let sign = op.sign
    let x = typeDescription(a)
    var hints: [Text] = []
    if a.isList || b?.isList == true {
      hints.append(
        Text(
          "En lista räknas ihop med `sum(…)`, `count(…)`, `min(…)` eller `max(…)`.",
          "A list is reduced with `sum(…)`, `count(…)`, `min(…)` or `max(…)`."))
    } else if let b, op == .add, a.kind == .text || b.kind == .text {
      hints.append(
        Text("Gör om talet till text med `string(…)`.", "Turn the number into text with `string(…)`."))
    }
    guard let b else {
      return TypeProblem(
        Code("E", 220), at: range,
        Text("minustecken kan inte stå före \(x.sv)", "a minus sign cannot stand before \(x(.english))"),
        hints: hints)
    }
    let y = typeDescription(b)
    return TypeProblem(
      Code("E", 220), at: range,
      Text(
        "`\(sign)` går inte mellan \(x.sv) och \(y.sv)",
        "`\(sign)` does not work between \(x(.english)) and \(y(.english))"),
      hints: hints)
  }

  static func notACondition(_ type: FeelType, _ range: TextRange) -> TypeProblem {
    let described = typeDescription(type)
    var hints: [Text] = []
    switch type.kind {
    case .number, .date, .yearsMonths, .daysTime, .text:
      hints.append(
        Text(
          "Jämför det med något, till exempel `!= null` eller `>= 1`.",
          "Compare it with something, such as `!= null` or `>= 1`."))
    case .list:
      hints.append(
        Text(
          "Räkna listan, till exempel `count(…) > 0`, eller skriv `some x in … satisfies …`.",
          "Count the list, such as `count(…) > 0`, or write `some x in … satisfies …`."))
    default: break
    }
    return TypeProblem(
      Code("E", 221), at: range,
      Text(
        "här behövs ett villkor, inte \(described.sv)",
        "a condition is needed here, not \(described(.english))"),
      hints: hints)
  }

  static func unexpectedType(_ type: FeelType, _ expected: FeelType, _ range: TextRange) -> TypeProblem {
    let given = typeDescription(type)
    let wanted = typeDescription(expected)
    return TypeProblem(
      Code("E", 222), at: range,
      Text(
        "här behövs \(wanted.sv), inte \(given.sv)",
        "\(wanted(.english)) is needed here, not \(given(.english))"))
  }

  static func branchesDiffer(_ a: FeelType, _ b: FeelType, _ range: TextRange) -> TypeProblem {
    let x = typeDescription(a)
    let y = typeDescription(b)
    return TypeProblem(
      Code("E", 223), .warning, at: range,
      Text(
        "`if` ger \(x.sv) i det ena fallet och \(y.sv) i det andra",
        "`if` gives \(x(.english)) in one case and \(y(.english)) in the other"))
  }

  static func notAFilter(_ type: FeelType, _ range: TextRange) -> TypeProblem {
    let described = typeDescription(type)
    return TypeProblem(
      Code("E", 224), at: range,
      Text(
        "inom hakparenteser behövs ett villkor eller en plats i listan, inte \(described.sv)",
        "brackets need a condition or a place in the list, not \(described(.english))"))
  }

  static func notAList(_ type: FeelType, _ range: TextRange) -> TypeProblem {
    let described = typeDescription(type)
    return TypeProblem(
      Code("E", 225), at: range,
      Text("här behövs en lista, inte \(described.sv)", "a list is needed here, not \(described(.english))"))
  }

  // MARK: - Functions

  static func unknownFunction(_ name: String, among names: [String], _ range: TextRange) -> TypeProblem {
    var hints: [Text] = []
    if let near = nearest(name, among: names) { hints.append(didYouMean(near)) }
    return TypeProblem(
      Code("E", 230), at: range, Text("okänd funktion `\(name)`", "unknown function `\(name)`"), hints: hints)
  }

  static func notAFunction(_ type: FeelType, _ range: TextRange) -> TypeProblem {
    let described = typeDescription(type)
    return TypeProblem(
      Code("E", 231), at: range,
      Text(
        "det här är \(described.sv) och kan inte anropas som en funktion",
        "this is \(described(.english)) and cannot be called as a function"))
  }

  static func argumentCount(_ function: String, _ given: Int, forms: [[String]], _ range: TextRange)
    -> TypeProblem
  {
    let message =
      given == 0
      ? Text(
        "`\(function)` kan inte anropas utan argument", "`\(function)` cannot be called without arguments")
      : Text(
        "`\(function)` tar inte \(given) argument",
        "`\(function)` does not take \(given) argument\(given == 1 ? "" : "s")")
    return TypeProblem(Code("E", 232), at: range, message, hints: [formsHint(function, forms)])
  }

  static func parameterName(
    _ name: Expression.Name, of function: String, parameters: [String], forms: [[String]]
  ) -> TypeProblem {
    var hints: [Text] = []
    if let near = nearest(name.text, among: parameters) { hints.append(didYouMean(near)) }
    hints.append(formsHint(function, forms))
    return TypeProblem(
      Code("E", 233), at: name.range,
      Text(
        "`\(function)` har ingen parameter `\(name.text)`", "`\(function)` has no parameter `\(name.text)`"),
      hints: hints)
  }

  static func argumentType(
    _ function: String, _ type: FeelType, _ expected: FeelType, _ range: TextRange
  ) -> TypeProblem {
    let given = typeDescription(type)
    let wanted = typeDescription(expected)
    var hints: [Text] = []
    if expected.kind == .date, type.kind == .text { hints.append(dateHint) }
    if type.isList, !expected.isList {
      hints.append(
        Text("Säg vilken plats i listan som menas: `[1]`.", "Say which place in the list is meant: `[1]`."))
    }
    return TypeProblem(
      Code("E", 234), at: range,
      Text(
        "`\(function)` behöver \(wanted.sv) här, inte \(given.sv)",
        "`\(function)` needs \(wanted(.english)) here, not \(given(.english))"),
      hints: hints)
  }

  // MARK: - Parts

  static func didYouMean(_ name: String) -> Text { Text("Menade du `\(name)`?", "Did you mean `\(name)`?") }

  private static let dateHint = Text(
    "Ett datum skrivs `@\"2026-08-01\"` eller `date(\"2026-08-01\")`.",
    "A date is written `@\"2026-08-01\"` or `date(\"2026-08-01\")`.")

  private static func list(_ sv: String, _ en: String, _ names: [String]) -> Text {
    let listed = shortened(names, limit: 40)
    return Text(sv + ": " + listed.sv + ".", en + ": " + listed(.english) + ".")
  }

  private static func formsHint(_ function: String, _ forms: [[String]]) -> Text {
    var written: [String] = []
    for form in forms.map({ "`" + function + "(" + $0.joined(separator: ", ") + ")`" })
    where !written.contains(form) {
      written.append(form)
    }
    let or = written.joined(separator: " eller ")
    let orEnglish = written.joined(separator: " or ")
    return Text("Skriv \(or).", "Write \(orEnglish).")
  }
}
