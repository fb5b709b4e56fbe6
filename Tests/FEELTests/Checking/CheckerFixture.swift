import Diagnostics
import FEEL
import TestSupport

/// A small form: enough of every type for the checker to have something to say.
enum Form {
  static let commitments = ["nämnd", "tillfrågad", "avsikt", "avtal"]
  static let sectors = ["kommun", "region", "civilsamhälle", "näringsliv"]

  static func member(_ name: String, _ type: FeelType) -> FeelType.Member {
    FeelType.Member(name: name, type: type)
  }

  static let organisation = FeelType.context([
    member("namn", .string), member("sektor", .choice(sectors)),
    member("part", .choice(["kommun", "region"])),
    member("åtagande", .choice(commitments)), member("är_medlem", .boolean),
    member(
      "bidrag", .context([member("kr", .number(unit: "kr")), member("timmar", .number(unit: "timmar"))])),
    member("klart", .date), member("belägg", .list(document)),
  ])

  static let document = FeelType.context([
    member("id", .string), member("typ", .choice(["avtal", "beslut", "rapport"])), member("seen", .boolean),
  ])

  static let scope: [FeelType.Member] = [
    member("titel", .string), member("inriktning", .choice(["individ", "struktur"])),
    member("antal", .number(unit: "personer")), member("belopp", .number(unit: "kr")),
    member("start", .date), member("tid", .yearsMonths), member("esf", .boolean),
    member("organisationer", .list(organisation)),
    member("målgrupp", .context([member("antal", .number(unit: "personer")), member("namn", .string)])),
    member("ord", .list(.string)), member("parter", .number(unit: nil)), member("vad_som_helst", .any),
    member("dubbla", .function([.number(unit: nil)], returns: .number(unit: nil))),
  ]

  /// `judgement(id)` gives an answer, `evidence(documents)` a level.
  static let host = HostSignatures(names: ["judgement", "evidence"]) { function, arguments, _ in
    guard function == "judgement" else { return .type(.number(unit: nil)) }
    guard let first = arguments.first, case .string("ordinarie") = first.node else {
      let range = arguments.first?.range ?? TextRange(0, 0)
      return .problems([
        TypeProblem(Code("E", 300), at: range, Text("okänd bedömning", "unknown judgement"))
      ])
    }
    return .type(.choice(["ja", "nej", "oklart"]))
  }

  static let checker = Checker(scope: scope, host: host)

  static func check(
    _ text: String, expecting: FeelType? = nil, subject: FeelType? = nil
  ) throws -> CheckResult {
    checker.check(try parseExpression(text), expecting: expecting, subject: subject)
  }
}
