internal import Diagnostics
internal import Scoring

/// The fixed wordings of a round within its frame.
struct FramePhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func title(_ round: String) -> String { say("Inom ramen: ", "Within the frame: ") + round }

  /// "A, B och C"
  func names(_ names: [String]) -> String { RobustnessPhrases(language).names(names) }

  // MARK: Money

  var money: String { say("Pengarna", "The money") }
  var year: String { say("År", "Year") }
  var frame: String { say("Ram", "Frame") }
  var committed: String { say("Uppbundet", "Committed") }
  var equity: String { say("Eget kapital", "Equity") }
  var left: String { say("Kvar", "Left") }
  var asked: String { say("Söks", "Asked for") }
  var together: String { say("Alla år", "All years") }
  var allYears: String { say("alla år", "all years") }

  func units(_ unit: String) -> String {
    say(
      "Belopp i \(unit). Kvar är ramen minus det som redan är uppbundet plus eget kapital. Söks är vad de rangordnade förslagen söker.",
      "Amounts in \(unit). Left is the frame less what is committed already plus equity. Asked for is what the ranked proposals ask for."
    )
  }
  var thousands: String { say("tusental kronor (tkr)", "thousands of kronor (kSEK)") }
  var kronor: String { say("kronor", "kronor (SEK)") }

  var yearsTogether: String {
    say(
      "Regelverket säger inte hur mycket som söks för varje år. Därför räknas åren ihop.",
      "The ruleset does not say how much is asked for each year. The years are therefore taken together.")
  }
  func unknownAmount(_ name: String) -> String {
    say(
      "\(name): beloppet är inte känt och räknas inte med.",
      "\(name): the amount is not known and is not counted.")
  }
  func upperBound(_ name: String, _ amount: String) -> String {
    say(
      "\(name): beloppet är inte helt känt; det högsta räknas, \(amount).",
      "\(name): the amount is not fully known; the most that it may be is counted, \(amount).")
  }
  func outside(_ name: String, _ amount: String) -> String {
    say(
      "\(name) söker också \(amount) för år som ramen inte gäller.",
      "\(name) also asks for \(amount) for years outside the frame.")
  }

  // MARK: The line

  var fromTheTop: String { say("Uppifrån tills pengarna tar slut", "From the top until the money ends") }
  func oneList(isOneOfMany: Bool) -> String {
    say(
      "Alla rangordnade förslag i en lista efter poäng\(isOneOfMany ? ", oavsett grupp" : ""). Det första som inte ryms avslutar, även om ett mindre längre ned skulle rymmas.",
      "All ranked proposals in one list by points\(isOneOfMany ? ", whatever the group" : ""). The first that does not fit ends it, even where a smaller one further down would fit."
    )
  }
  var apart: String {
    say(
      "Grupperna rangordnas annars var för sig. Att lägga dem i en lista är ett val som styrelsen gör.",
      "The groups are otherwise ranked apart. Putting them in one list is a choice for the board.")
  }
  var group: String { say("Grupp", "Group") }
  var fits: String { say("Ryms", "Fits") }
  func asked(_ year: String) -> String { say("Söker \(year)", "Asks for \(year)") }
  var line: String { say("här tar pengarna slut", "here the money ends") }
  var enough: String {
    say("Pengarna räcker till alla rangordnade förslag.", "The money is enough for all ranked proposals.")
  }
  var nothingAbove: String {
    say(
      "Inget står över strecket, för det som står först ryms inte.",
      "Nothing stands above the line, since what comes first does not fit.")
  }
  func leftAtLine(_ amounts: String) -> String {
    say("Kvar under strecket: \(amounts).", "Left below the line: \(amounts).")
  }
  func close(_ above: String, _ below: String) -> String {
    say(
      "Strecket går mellan två som poängen inte kan skilja åt: \(above) precis över och \(below) precis under.",
      "The line goes between two that the points cannot tell apart: \(above) just above and \(below) just below."
    )
  }

  func status(_ status: MoneyLine.Status, lacking: String?, other: String) -> String {
    let missing = lacking.map { say(": saknas \($0)", ": short by \($0)") } ?? ""
    return switch status {
    case .decided: say("redan beslutat", "decided already")
    case .above: say("ja", "yes")
    case .drawnIn: say("ja, \(other) förutsätter det", "yes, \(other) requires it")
    case .endsMoney: say("nej", "no") + missing
    case .tiedAtLine: say("delar plats, alla ryms inte", "shares its place, not all fit") + missing
    case .below(let fits):
      fits ? say("nej, men ryms i det som är kvar", "no, but fits what is left") : say("nej", "no")
    case .notTogether: say("nej, går inte ihop med \(other)", "no, excluded by \(other)")
    case .lacks: say("nej, förutsätter \(other)", "no, requires \(other)")
    case .amountUnknown: say("kan inte sägas, belopp saknas", "cannot be told, no amount")
    }
  }

  // MARK: Constraints

  var constraints: String { say("Villkor i omgången", "Constraints of the round") }
  func atMostOne(_ names: String) -> String { say("Högst ett av \(names).", "At most one of \(names).") }
  func requires(_ name: String, _ needs: String) -> String {
    say("\(name) förutsätter \(needs).", "\(name) requires \(needs).")
  }
  func atLeast(_ amount: String, _ group: String) -> String {
    say("Minst \(amount) till \(group).", "At least \(amount) to \(group).")
  }
  func decided(_ names: String) -> String { say("Redan beslutat: \(names).", "Decided already: \(names).") }
  func part(_ name: String, _ title: String, _ amount: String, share: String) -> String {
    say(
      "\(name) kan beviljas i del: \(title), \(amount). Delen räknas som \(share) av poängen.",
      "\(name) may be granted in part: \(title), \(amount). The part counts as \(share) of the points.")
  }

  // MARK: Alternatives

  var alternatives: String { say("Alternativ att pröva", "Alternatives to try") }
  var noProposal: String {
    say(
      "Det här är inga förslag till beslut, bara uppsättningar som ryms i ramen och som kan vara värda att prata om.",
      "These are no proposals for a decision, only sets within the frame that may be worth talking about.")
  }
  var whySums: String {
    say(
      "Poängen säger hur bra ett förslag är, inte hur stort det är eller hur många det når. Läggs poäng ihop vinner därför många små förslag lätt över få stora: två på 40 poäng blir 80 och går före ett på 75, hur mycket mer det stora än gör. Läs summan som ett sätt att hitta frågor, inte som ett mått på nytta.",
      "The points say how good a proposal is, not how large it is or how many it reaches. Added up, many small proposals therefore easily win over a few large: two with 40 points make 80 and go before one with 75, however much more the large one does. Read the sum as a way to find questions, not as a measure of benefit."
    )
  }
  func kind(_ kind: AlternativeSet.Kind) -> String {
    switch kind {
    case .highestTotal: say("Högsta sammanlagda poäng", "Highest sum of points")
    case .aboveThresholds:
      say(
        "Högsta sammanlagda poäng bland dem som säkert når alla trösklar",
        "Highest sum of points among those that reach every threshold for certain")
    }
  }
  var passingOver: String {
    say("Uppifrån, men det som inte ryms hoppas över", "From the top, but what does not fit is passed over")
  }
  var sameAsBefore: String { say("Samma uppsättning som den förra.", "The same set as the one before.") }
  func solution(_ names: String, total: String, left: String) -> String {
    say(
      "\(names). Sammanlagt \(total) poäng. Kvar: \(left).",
      "\(names). \(total) points together. Left: \(left).")
  }
  var emptySet: String { say("Inget förslag ryms i ramen.", "No proposal fits the frame.") }
  var proven: String {
    say(
      "Bevisat: ingen uppsättning inom ramen har högre summa.",
      "Proven: no set within the frame has a higher sum.")
  }
  func notProven(_ gap: String) -> String {
    say(
      "Ej bevisat: sökningen stannade vid sin gräns. Någon annan uppsättning kan ha upp till \(gap) poäng mer.",
      "Not proven: the search stopped at its limit. Some other set may have up to \(gap) points more.")
  }
  var shared: String {
    say(
      "En annan uppsättning har exakt samma summa. Här visas den billigaste.",
      "Another set has exactly the same sum. The cheapest is shown.")
  }
  func against(into: String, out: String) -> String {
    var parts: [String] = []
    if !into.isEmpty { parts.append(say("med \(into)", "with \(into)")) }
    if !out.isEmpty { parts.append(say("utan \(out)", "without \(out)")) }
    if parts.isEmpty {
      return say("Samma förslag som ovanför strecket.", "The same proposals as above the line.")
    }
    let change = parts.joined(separator: say(" och ", " and "))
    return say(
      "Jämfört med listan ovanför strecket: \(change).", "Compared with those above the line: \(change).")
  }
  var none: String {
    say("Ingen uppsättning uppfyller villkoren inom ramen.", "No set meets the constraints within the frame.")
  }
  var notFound: String {
    say(
      "Ingen uppsättning hittades innan sökningen stannade vid sin gräns.",
      "No set was found before the search stopped at its limit.")
  }
  func amountUnknown(_ name: String) -> String {
    say(
      "Kan inte räknas: \(name) är beslutat men beloppet är inte känt.",
      "Cannot be computed: \(name) is decided but its amount is not known.")
  }
  func inPart(_ name: String, _ title: String) -> String {
    say("\(name) (i del: \(title))", "\(name) (in part: \(title))")
  }

  // MARK: As the frame varies

  var varied: String { say("Om ramen vore en annan", "If the frame were another") }
  var variedNote: String {
    say(
      "Ramen prövas från 80 till 120 procent i steg om 5. Det som är uppbundet och det egna kapitalet ändras inte. Sista kolumnen räknar uppsättningarna med högst summa vid var och en av dessa ramar.",
      "The frame is tried from 80 to 120 per cent in steps of 5. What is committed and the equity do not change. The last column counts the sets with the highest sum at each of these frames."
    )
  }
  var aboveLine: String { say("Ovanför strecket", "Above the line") }
  var inSets: String { say("I uppsättningarna", "In the sets") }
  func every(_ percents: String) -> String { say("vid \(percents)", "at \(percents)") }
  var always: String { say("alltid", "always") }
  var never: String { say("aldrig", "never") }
  func extent(_ membership: Membership) -> String {
    switch membership.extent {
    case .every: say("i alla", "in all")
    case .some: say("i \(membership.sets) av \(membership.of)", "in \(membership.sets) of \(membership.of)")
    case .none: say("i ingen", "in none")
    }
  }

  // MARK: Beside the points

  var beside: String { say("Vid sidan av poängen", "Beside the points") }
  var besideNote: String {
    say(
      "Visas för sig och vägs inte in någonstans. Poäng för pengarna gynnar det billiga och säger inget om hur mycket ett förslag åstadkommer.",
      "Shown apart and weighed nowhere. Points for the money favour what is cheap and say nothing of how much a proposal achieves."
    )
  }
  func pointsForMoney(_ unit: String) -> String {
    unit == "kr"
      ? say("Poäng per 100 tkr som söks", "Points per 100 kSEK asked for")
      : say("Poäng per 100 000 \(unit) som söks", "Points per 100,000 \(unit) asked for")
  }
}
