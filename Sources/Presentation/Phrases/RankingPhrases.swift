internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// The fixed wordings of a ranking.
struct RankingPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  // MARK: Headings

  var rank: String { say("Plats", "Rank") }
  var proposal: String { say("Förslag", "Proposal") }
  var total: String { say("Totalt", "Total") }
  var asked: String { say("Söker", "Asks for") }
  var examined: String { say("Granskat", "Examined") }
  var changes: String { say("Detta kan ändra ordningen", "This can change the order") }
  var checks: String { say("Kontrollera", "To check") }
  var notes: String { say("Om kriterierna", "About the criteria") }
  var noneRanked: String { say("Inget förslag är rangordnat.", "No proposal is ranked.") }
  var groupUnknown: String { say("Grupp kan inte avgöras", "Group cannot be told") }
  var belowThreshold: String { say("Under tröskeln", "Below the threshold") }
  var supplement: String { say("Komplettera (sökanden)", "Supplement (the applicant)") }
  var assess: String { say("Bedöms (förbundet)", "Assess (the association)") }
  var notExamined: String { say("Föreslås inte prövas", "Not to be examined") }
  var closing: String {
    say("Poängen är råd. Styrelsen beslutar.", "The points are advice. The board decides.")
  }

  // MARK: The round

  func round(_ title: String) -> String { title }

  /// Id, version and stamp: everything but an adopted ruleset is marked.
  func ruleset(_ ruleset: Ruleset) -> String {
    say("regler ", "rules ") + ruleset.id + " v" + ruleset.version + " (" + stamp(ruleset) + ")"
  }

  func stamp(_ ruleset: Ruleset) -> String {
    switch ruleset.status {
    case .example: return say("EXEMPEL, ej beslutade", "EXAMPLE, not adopted")
    case .draft: return say("UTKAST, ej beslutade", "DRAFT, not adopted")
    case .adopted:
      guard let adoption = ruleset.adoption else { return say("beslutade", "adopted") }
      let by = adoption.by.shown(language)
      return say(
        "beslutade av \(by) \(adoption.date.text), \(adoption.minutes)",
        "adopted by \(by) \(adoption.date.text), \(adoption.minutes)")
    }
  }

  func asOf(_ date: String) -> String { say("läget \(date)", "as of \(date)") }

  func count(_ count: Int, _ list: List) -> String {
    switch list {
    case .ranked: say(count == 1 ? "1 rangordnat" : "\(count) rangordnade", "\(count) ranked")
    case .belowThreshold: say("\(count) under tröskeln", "\(count) below the threshold")
    case .supplement: say("\(count) att komplettera", "\(count) to supplement")
    case .assess: say("\(count) att bedöma", "\(count) to assess")
    case .notExamined: say("\(count) föreslås inte prövas", "\(count) not to be examined")
    }
  }

  func counts(_ all: Int, _ parts: [String], examined: Int) -> String {
    let lists = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    return say("\(all) förslag", all == 1 ? "1 proposal" : "\(all) proposals") + lists
      + say(". \(examined) granskade.", ". \(examined) examined.")
  }

  func money(asked: String, isComplete: Bool, years: [(year: Int, left: String)]) -> String {
    let least = isComplete ? "" : say("minst ", "at least ")
    var text = say("Tillsammans söker de \(least)\(asked).", "Together they ask for \(least)\(asked).")
    if years.isEmpty { return text }
    let left = years.map { "\($0.left) \($0.year)" }.joined(separator: ", ")
    text += say(" Kvar i ramen: \(left).", " Left in the frame: \(left).")
    return text
  }

  func preliminary(_ examined: Int, of ranked: Int) -> String {
    say(
      "Preliminär: \(examined) av \(ranked) rangordnade är granskade.",
      "Preliminary: \(examined) of \(ranked) ranked are examined.")
  }

  var trialStamp: String {
    say(
      "PRÖVNING MED EGNA VIKTER – inte styrelsens viktning",
      "TRIAL WITH OWN WEIGHTS – not the board's weighting")
  }

  func weight(_ criterion: String, _ weight: String, instead: String) -> String {
    weight == instead
      ? "\(criterion) \(weight)"
      : say(
        "\(criterion) \(weight) (i reglerna \(instead))", "\(criterion) \(weight) (in the rules \(instead))")
  }

  func trialWeights(_ weights: [String]) -> String {
    say("Vikter: ", "Weights: ") + weights.joined(separator: ", ")
  }

  // MARK: A row

  func rank(_ rank: Int, best: Int, worst: Int) -> String {
    best == worst ? "\(rank)" : "\(rank) (\(best)–\(worst))"
  }

  func isExamined(_ examination: Examination) -> String {
    if examination.isExamined { return say("ja", "yes") }
    return examination.sheets == 0 ? say("nej", "no") : say("delvis", "partly")
  }

  func close(_ first: String, _ second: String, within: Rational) -> String {
    let points = ShownNumber.short(within, language)
    return say(
      "\(first) och \(second) kan inte skiljas åt (närmare än \(points) poäng).",
      "\(first) and \(second) cannot be told apart (closer than \(points) points).")
  }

  func equal(_ first: String, _ second: String, settledBy key: String?) -> String {
    guard let key else {
      return say("\(first) och \(second) har lika många poäng.", "\(first) and \(second) have equal points.")
    }
    return say(
      "\(first) och \(second) har lika många poäng och kan inte skiljas åt; ordningen avgörs av \(key).",
      "\(first) and \(second) have equal points and cannot be told apart; \(key) settles the order.")
  }

  func totalThreshold(_ threshold: String) -> String {
    say(
      "Under förbehåll: det är inte klart att tröskeln \(threshold) nås",
      "Under reservation: it is not settled that the threshold \(threshold) is reached")
  }

  func criterionThreshold(_ criterion: String) -> String {
    say(
      "Under förbehåll: det är inte klart att tröskeln för \(criterion) nås",
      "Under reservation: it is not settled that the threshold for \(criterion) is reached")
  }

  func untried(_ exclusion: String) -> String {
    say(
      "Under förbehåll: det är inte prövat om \(exclusion) hindrar",
      "Under reservation: it is not tried whether \(exclusion) excludes it")
  }

  func asksPerson(_ flag: String) -> String {
    say("Under förbehåll, en person behöver titta: \(flag)", "Under reservation, a person must look: \(flag)")
  }

  func flags(_ titles: [String]) -> String {
    (titles.count == 1 ? say("Flagga: ", "Flag: ") : say("Flaggor: ", "Flags: "))
      + titles.joined(separator: " · ")
  }

  // MARK: Other lists

  func entry(_ name: String, _ reasons: [String]) -> String {
    reasons.isEmpty ? name : name + " – " + reasons.joined(separator: "; ")
  }

  /// A sentence as it stands in a list after a dash.
  func inList(_ sentence: String) -> String { sentence }

  func isBelow(_ total: String, _ threshold: String) -> String {
    say("\(total) poäng, tröskeln är \(threshold)", "\(total) points, the threshold is \(threshold)")
  }

  func criterionIsBelow(_ criterion: String, _ points: String, _ threshold: String) -> String {
    say(
      "\(criterion) \(points) poäng, tröskeln är \(threshold)",
      "\(criterion) \(points) points, the threshold is \(threshold)")
  }

  var groupOpen: String {
    say("det går inte att avgöra vilken grupp förslaget hör till", "its group cannot be told")
  }

  func cannotBeComputed(_ title: String) -> String {
    say("”\(title)” kan inte räknas", "“\(title)” cannot be computed")
  }

  func unsettled(_ title: String) -> String { say("”\(title)” är oklart", "“\(title)” is not settled") }

  func undecided(_ title: String) -> String {
    say("ingen har beslutat om \(title)", "nobody has decided on \(title)")
  }

  func notEligible(_ title: String) -> String {
    say("villkoret ”\(title)” är inte uppfyllt", "the condition “\(title)” is not met")
  }

  func excluded(_ title: String, _ decision: ExclusionResult.Decision?, _ names: Names) -> String {
    guard let decision else { return title }
    let who = "\(title) (\(names.role(decision.role)) \(decision.date.text))"
    return decision.reason.map { who + ": " + $0 } ?? who
  }

  // MARK: Changes and checks

  func settled(_ name: String, _ question: OpenQuestion, total: String, rank: Int) -> String {
    let now = "\(name): \(question.sentence)."
    let best =
      switch question.kind {
      case .unseen: say("Med den blir det", "With it there are")
      case .missing: say("Blir uppgiften så bra den kan bli det", "At its best it gives")
      case .disagreement, .unanswered: say("Med det bästa svaret blir det", "With the best answer there are")
      }
    return say(
      "\(now) \(best) \(total) poäng och plats \(rank).", "\(now) \(best) \(total) points and rank \(rank).")
  }

  func weightChange(
    _ criterion: String, to: String, from: String, isMore: Bool, first: String, second: String
  ) -> String {
    isMore
      ? say(
        "Väger \(criterion) mer än \(to) i stället för \(from) går \(second) om \(first).",
        "If \(criterion) weighs more than \(to) instead of \(from), \(second) passes \(first).")
      : say(
        "Väger \(criterion) mindre än \(to) i stället för \(from) går \(second) om \(first).",
        "If \(criterion) weighs less than \(to) instead of \(from), \(second) passes \(first).")
  }

  func more(_ count: Int) -> String { say("… och \(count) till", "… and \(count) more") }

  func check(_ name: String, _ what: String, _ reason: String, _ place: String) -> String {
    say("\(name): \(what) kan inte räknas – \(reason)", "\(name): \(what) cannot be computed – \(reason)")
      + " (" + place + ")"
  }
}
