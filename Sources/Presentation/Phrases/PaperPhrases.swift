internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// The fixed wordings of the board paper. Short sentences that can be read aloud.
struct PaperPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// A wording that stands in one place alone.
  func callAsFunction(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  // MARK: The document

  var page: String { say("sida", "page") }
  var ofPages: String { say("av", "of") }
  var seeTable: String {
    say("Bilden visas inte här. Se tabellen.", "The picture is not shown here. See the table.")
  }

  func status(_ status: Round.DocumentStatus) -> String {
    switch status {
    case .workingMaterial: say("Arbetsmaterial", "Working material")
    case .established: say("Upprättad handling", "Established document")
    }
  }

  func stamp(_ status: Ruleset.Status) -> String? {
    switch status {
    case .example: say("EXEMPEL – kriterierna är inte beslutade", "EXAMPLE – the criteria are not adopted")
    case .draft: say("UTKAST – kriterierna är inte beslutade", "DRAFT – the criteria are not adopted")
    case .adopted: nil
    }
  }

  func criteria(_ title: String, _ adoption: Ruleset.Adoption?) -> String {
    guard let adoption else { return say("Kriterier: \(title).", "Criteria: \(title).") }
    let by = adoption.by.shown(language)
    return say(
      "Kriterier: \(title), beslutade av \(by) \(adoption.date.text), \(adoption.minutes).",
      "Criteria: \(title), adopted by \(by) \(adoption.date.text), \(adoption.minutes).")
  }

  func meeting(_ date: String) -> String { say("sammanträde \(date)", "meeting \(date)") }
  func registered(_ number: String) -> String { say("dnr \(number)", "ref. \(number)") }

  // MARK: Page 1

  var directorWrites: String {
    say(
      "Här skriver förbundschefen sitt förslag i en mening.",
      "The director writes a proposal here, in a sentence.")
  }

  func judgedBy(_ criteria: [String]) -> String {
    say("Så vägs kriterierna: ", "The criteria weigh: ") + criteria.joined(separator: ", ") + "."
  }

  func earlier(_ entries: [String]) -> String {
    say("Tidigare under samma kriterier: ", "Earlier under the same criteria: ")
      + entries.joined(separator: "; ")
      + "."
  }

  func list(_ title: String, _ names: [String]) -> String {
    title + ": " + names.joined(separator: ", ") + "."
  }

  func left(_ year: Int, frame: String, committed: String, equity: String, left: String) -> String {
    say(
      "\(year): ram \(frame) − bundet \(committed) + eget kapital \(equity) = \(left) kvar.",
      "\(year): frame \(frame) − committed \(committed) + equity \(equity) = \(left) left.")
  }

  func moneyReaches(_ names: [String]) -> String {
    say("I poängordning räcker pengarna till ", "In order of points the money reaches ")
      + names.joined(separator: ", ") + "."
  }

  /// - Parameter lacking: what is missing for which year, "500 tkr 2027".
  func moneyEnds(_ names: [String], isFirst: Bool, lacking: [String]) -> String {
    let who = names.joined(separator: ", ")
    let why =
      lacking.isEmpty ? "" : say(": ", ": ") + lacking.joined(separator: ", ") + say(" saknas", " is lacking")
    return isFirst
      ? say(
        "Först i poängordning står \(who), som inte ryms\(why).",
        "First in order of points is \(who), which does not fit\(why).")
      : say("Pengarna tar slut vid \(who)\(why).", "The money ends at \(who)\(why).")
  }

  func fitAlone(_ names: [String]) -> String {
    say("Vart för sig ryms ", "By itself each of these fits: ") + names.joined(separator: ", ") + "."
  }

  var moneyIsEnough: String {
    say("Pengarna räcker till alla rangordnade.", "The money reaches all that are ranked.")
  }

  func therefore(_ first: String, _ second: String) -> String {
    say("Därför \(first) före \(second)", "Why \(first) before \(second)")
  }

  var cannotTell: String {
    say("De två går inte att skilja åt på poängen.", "The points cannot tell the two apart.")
  }

  /// "bredd (stark mot svag)"; where the levels are the same, the criterion alone.
  func strength(_ criterion: String, _ own: String, against other: String) -> String {
    own == other
      ? criterion : say("\(criterion) (\(own) mot \(other))", "\(criterion) (\(own) against \(other))")
  }

  func stronger(_ name: String, in strength: String) -> String {
    say("\(name) är starkare i \(strength).", "\(name) is stronger in \(strength).")
  }

  func stronger(_ first: String, in strength: String, butNot second: String, in other: String) -> String {
    say(
      "\(first) är starkare i \(strength), \(second) i \(other).",
      "\(first) is stronger in \(strength), \(second) in \(other).")
  }

  var change: String { say("Detta kan ändra ordningen", "This can change the order") }
  var questions: String { say("Frågor att ställa", "Questions to ask") }

  func settled(_ name: String, _ subject: String, kind: OpenQuestion.Kind, total: String, rank: Int) -> String
  {
    let when =
      switch kind {
      case .unseen: say("om \(subject) ses", "if \(subject) is seen")
      case .missing: say("om uppgiften \(subject) kommer in", "if \(subject) is supplied")
      case .disagreement, .unanswered: say("beroende på svaret om \(subject)", "by the answer on \(subject)")
      }
    return say(
      "\(name) kan få \(total) poäng och plats \(rank) \(when).",
      "\(name) may get \(total) points and rank \(rank) \(when).")
  }

  func weightChange(
    _ criterion: String, to: String, from: String, isMore: Bool, first: String, second: String
  ) -> String {
    isMore
      ? say(
        "Väger \(criterion) mer än ungefär \(to) (nu \(from)) går \(second) om \(first).",
        "If \(criterion) weighs more than about \(to) (now \(from)), \(second) passes \(first).")
      : say(
        "Väger \(criterion) mindre än ungefär \(to) (nu \(from)) går \(second) om \(first).",
        "If \(criterion) weighs less than about \(to) (now \(from)), \(second) passes \(first).")
  }

  func ask(_ question: OpenQuestion, _ subject: String, about name: String) -> String {
    switch question.kind {
    case .disagreement:
      say(
        "\(name): vad skiljer bedömarna åt om \(subject)?",
        "\(name): what divides the assessors on \(subject)?")
    case .unseen: say("När kan \(name) visa \(subject)?", "When can \(name) show \(subject)?")
    case .missing: say("När kommer \(subject) från \(name)?", "When will \(name) supply \(subject)?")
    case .unanswered:
      say("\(name): vem svarar på \(subject), och när?", "\(name): who answers \(subject), and when?")
    }
  }

  func askWeakest(_ name: String, _ criterion: String, _ level: String) -> String {
    say(
      "\(name) är \(level) i \(criterion). Vad krävs för att det ska bli bättre?",
      "\(name) is \(level) in \(criterion). What would it take to improve?")
  }

  var choices: String {
    say(
      "Styrelsen kan välja bifall, delvis bifall, avslag eller återremiss.",
      "The board may grant, grant in part, reject or refer back.")
  }

  func recusal(_ role: String, _ proposal: String, isTried: Bool) -> String {
    isTried
      ? "\(proposal) (\(role))"
      : say("\(proposal) (\(role), inte prövat)", "\(proposal) (\(role), not tried)")
  }

  func recusals(_ entries: [String]) -> String {
    say("Jäv: ", "Conflicts of interest: ") + entries.joined(separator: "; ") + "."
  }

  var noRecusals: String { say("Ingen har anmält jäv.", "No conflict of interest is declared.") }

  // MARK: Sections

  func prompt(_ text: String) -> String { "[" + text + "]" }

  var decisions: String { say("Förslag till beslut", "Proposed decisions") }
  var summary: String { say("Sammanfattning", "Summary") }
  var matter: String { say("Ärendet", "The matter") }
  var assessment: String { say("Bedömning", "Assessment") }
  var economy: String { say("Ekonomiska konsekvenser", "Financial consequences") }
  var documents: String { say("Beslutsunderlag", "Documents") }
  var sentTo: String { say("Beslutet sänds till", "The decision is sent to") }

  var writeDecisions: String {
    say(
      "Här skriver förbundschefen besluten, ett i varje mening. De kommer aldrig från poängen.",
      "The director writes the decisions here, a sentence each. They never come from the points.")
  }
  var writeSummary: String {
    say("Här sammanfattar förbundschefen ärendet.", "The director summarises the matter here.")
  }
  var writeRecipients: String {
    say("Här skrivs vilka som ska få beslutet.", "Write here who gets the decision.")
  }

  /// The sections that a round gets where it names none.
  var ownSections: [PaperTexts.Section] {
    [
      PaperTexts.Section(
        title: Text("Prövning av barnets bästa", "The best interests of the child"), text: nil,
        prompt: Text(
          "Beskriv om barn berörs, hur deras bästa har prövats och vilken hänsyn som tas.",
          "Describe whether children are affected, how their best interests were tried and what follows.")),
      PaperTexts.Section(
        title: Text("Jämställdhet", "Gender equality"), text: nil,
        prompt: Text(
          "Beskriv hur kvinnor och män, flickor och pojkar berörs.",
          "Describe how women and men, girls and boys are affected.")),
    ]
  }

  var scenarioStamp: String {
    say("SCENARIO – inte styrelsens viktning", "SCENARIO – not the board's weighting")
  }
}

/// Whole thousands of kronor: page 1 has no decimals.
enum WholeMoney {
  static func amount(_ value: Rational, unit: String, _ language: Language) -> String {
    guard unit == "kr" else { return ShownMoney.amount(value, unit: unit, language) }
    return thousands(value, language) + NumberWords.noBreakSpace + Text("tkr", "kSEK")(language)
  }

  static func thousands(_ value: Rational, _ language: Language) -> String {
    ShownNumber.short((try? value.divided(by: Rational(1_000))) ?? value, decimals: 0, language)
  }

  static func kronor(_ value: Int64, _ language: Language) -> String {
    amount(Rational(integerLiteral: value), unit: "kr", language)
  }

  /// - Parameter tellsUnit: false where a heading says it.
  static func value(_ value: Value, unit: String, _ language: Language, tellsUnit: Bool = true) -> String {
    let shown = { (amount: Rational) in
      tellsUnit ? self.amount(amount, unit: unit, language) : thousands(amount, language)
    }
    switch value {
    case .number(let number):
      guard let exact = try? Rational(number) else { return ShownMoney.value(value, unit: unit, language) }
      return shown(exact)
    case .unknown(let unknown):
      guard case .number(let low, let high) = unknown.bounds else {
        return Text("saknas", "missing")(language)
      }
      let least = low.flatMap { try? Rational($0) }
      let most = high.flatMap { try? Rational($0) }
      if let least, let most { return shown(least) + "–" + shown(most) }
      if let most { return Text("högst ", "at most ")(language) + shown(most) }
      if let least, least.sign > 0 { return Text("minst ", "at least ")(language) + shown(least) }
      return Text("saknas", "missing")(language)
    default: return ShownMoney.value(value, unit: unit, language)
    }
  }
}
