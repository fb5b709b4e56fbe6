internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// The fixed wordings of an explanation.
struct ExplanationPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  // MARK: Headings

  func title(_ name: String, id: String) -> String { name == id ? name : "\(name) (\(id))" }
  var points: String { say("Poäng", "Points") }
  var eligibility: String { say("Grundvillkor", "Conditions for being examined") }
  var exclusions: String { say("Uteslutning", "Exclusion") }
  var flags: String { say("Flaggor (ger inga poäng)", "Flags (give no points)") }
  var columns: String { say("Visas bredvid (ger inga poäng)", "Shown beside (give no points)") }
  func beside(_ title: String) -> String { say("\(title) (ger inga poäng)", "\(title) (gives no points)") }
  var listEmpty: String { say("Förslaget anger inga.", "The proposal gives none.") }
  var listMissing: String { say("Uppgiften saknas.", "This is missing.") }
  var listOpen: String { say("Det kan vara fler än de här.", "There may be more than these.") }
  var notGiven: String { say("ingen uppgift", "not given") }
  var isMissing: String { say("saknas", "missing") }
  var corrections: String { say("Granskade uppgifter", "Examined claims") }
  var open: String { say("Det som inte är känt", "What is not known") }
  var byApplicant: String { say("Sökanden kompletterar", "The applicant supplements") }
  var byAssociation: String { say("Förbundet bedömer", "The association assesses") }
  var adviceHeading: String { say("Så kan förslaget stärkas", "How the proposal can be strengthened") }
  var sources: String { say("Källor", "Sources") }
  var value: String { say("Värde", "Value") }

  // MARK: How it stands

  func ranked(_ entry: RankedEntry, of count: Int, in group: String?) -> String {
    let rank = RankingPhrases(language).rank(entry.rank, best: entry.best, worst: entry.worst)
    let among = group.map { say(" bland \($0)", " among \($0)") } ?? ""
    return say("Plats \(rank) av \(count)\(among).", "Rank \(rank) of \(count)\(among).")
  }

  func listed(_ list: String, _ reason: String) -> String { "\(list): \(ended(reason))" }

  func total(_ points: String, of scale: String, quality: IntervalQuality?, claimed: String?) -> String {
    var text = say("\(points) av \(scale) poäng.", "\(points) of \(scale) points.")
    switch quality {
    case .exact: text += say(" Båda ändarna kan nås.", " Both ends can be reached.")
    case .bound:
      text += say(" Ändarna är yttersta gränser.", " The ends are outer bounds.")
    case nil: break
    }
    if let claimed {
      text += say(
        " Efter sökandens egna uppgifter, om allt stämmer: \(claimed).",
        " By the applicant's own claims, if all of them hold: \(claimed).")
    }
    return text
  }

  func asked(_ money: String) -> String { say("Söker \(money).", "Asks for \(money).") }

  func examination(_ examination: Examination) -> String {
    let word = RankingPhrases(language).isExamined(examination)
    var parts = [
      say(
        examination.sheets == 1 ? "1 bedömningsblad" : "\(examination.sheets) bedömningsblad",
        examination.sheets == 1 ? "1 assessment sheet" : "\(examination.sheets) assessment sheets"),
      say(
        "\(examination.documentsSeen) av \(examination.documents) handlingar sedda",
        "\(examination.documentsSeen) of \(examination.documents) documents seen"),
    ]
    if examination.judgementsNeeded > 0 {
      parts.append(
        say(
          "\(examination.judgementsGiven) av \(examination.judgementsNeeded) avgörande frågor besvarade",
          "\(examination.judgementsGiven) of \(examination.judgementsNeeded) deciding questions answered"))
    }
    return say("Granskat: \(word). ", "Examined: \(word). ") + parts.joined(separator: ", ") + "."
  }

  // MARK: Criteria

  func criterion(
    _ title: String, points: String, of most: String, range: String?, gives: String, ofPoints: String?
  ) -> String {
    let interval = range.map { " (\($0))" } ?? ""
    let contribution =
      ofPoints.map { say("ger \(gives) av \($0) poäng", "gives \(gives) of \($0) points") }
      ?? say("ger \(gives) poäng", "gives \(gives) points")
    return say(
      "\(title): \(points) av \(most)\(interval), \(contribution)",
      "\(title): \(points) of \(most)\(interval), \(contribution)")
  }

  func notApplicable(_ title: String) -> String {
    say(
      "\(title): gäller inte här, och vikten är flyttad",
      "\(title): does not apply here, and its weight is moved")
  }

  func points(_ got: String, of possible: String) -> String {
    say("\(got) av \(possible)", "\(got) of \(possible)")
  }

  func contribution(low: Rational, high: Rational) -> String {
    let first = signed(low)
    let second = signed(high)
    return first == second ? first : say("\(first) till \(second)", "\(first) to \(second)")
  }

  private func signed(_ value: Rational) -> String {
    (value.sign > 0 ? "+" : "") + ShownNumber.short(value, language)
  }

  func changesTotal(low: Rational, high: Rational) -> String {
    let change = contribution(low: low, high: high)
    return say("Ändrar totalen med \(change) poäng.", "Changes the total by \(change) points.")
  }

  func adjustment(_ node: Explanation) -> String {
    ended(
      node.title.shown(language) + ": "
        + contribution(low: node.contribution.low, high: node.contribution.high)
        + say(" poäng", " points"))
  }

  func source(_ parts: [String]) -> String {
    (parts.count == 1 ? say("Källa: ", "Source: ") : say("Källor: ", "Sources: "))
      + parts.joined(separator: "; ")
  }

  func kind(_ kind: Source.Kind) -> String {
    switch kind {
    case .law: say("lag", "law")
    case .boardDecision: say("styrelsebeslut", "board decision")
    case .localPractice: say("lokal praxis", "local practice")
    case .evaluation: say("utvärdering", "evaluation")
    case .opinionPaper: say("debattskrift", "opinion paper")
    }
  }

  // MARK: Rules

  func verdictWord(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: say("uppfyllt", "met")
    case .notMet: say("inte uppfyllt", "not met")
    case .unknown: say("oklart", "not settled")
    case .failed: say("kan inte räknas", "cannot be computed")
    }
  }

  func verdict(_ verdict: Verdict) -> String { capitalized(verdictWord(verdict)) + "." }

  func flagWord(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: say("gäller", "raised")
    case .notMet: say("gäller inte", "not raised")
    case .unknown: say("oklart", "not settled")
    case .failed: say("kan inte räknas", "cannot be computed")
    }
  }

  func exclusionWord(_ status: ExclusionResult.Status) -> String {
    switch status {
    case .notMet: say("gäller inte", "does not apply")
    case .untried: say("inte prövad", "not tried")
    case .undecided: say("inte beslutad", "not decided")
    case .excluded: say("utesluter", "excludes")
    case .lifted: say("hävd", "lifted")
    }
  }

  func forMore(_ advice: String) -> String { say("För mer: \(advice)", "For more: \(advice)") }

  var unanswered: String { say("Ingen har svarat än.", "Nobody has answered yet.") }

  func answer(role: String, date: String, answer: String, reason: String?, isJoint: Bool) -> String {
    let who = isJoint ? say("\(role), gemensamt", "\(role), jointly") : role
    return "\(who) \(date): \(answer)." + (reason.map { " " + $0 } ?? "")
  }

  /// A question and its answers.
  func asked(_ question: String, _ answers: [String]) -> String {
    say("”\(question)” ", "“\(question)” ") + answers.joined(separator: " ")
  }

  private func placed(_ sentence: String, _ place: String?) -> String {
    sentence + (place.map { " (\($0))" } ?? "") + "."
  }

  func noDocument(needed: String) -> String {
    say("Handling saknas: det krävs ”\(needed)”.", "No document: “\(needed)” is required.")
  }

  func unseen(_ title: String, countsAs level: String, place: String?, gives: String?) -> String {
    let text = placed(
      say(
        "”\(title)” är inte sedd och räknas tills vidare som ”\(level)”",
        "“\(title)” has not been seen and counts as “\(level)” until then"), place)
    return text + (gives.map { say(" Sedd ger den \($0).", " Seen it gives \($0).") } ?? "")
  }

  func document(_ title: String, isSeen: Bool, level: String, needed: String?, place: String?) -> String {
    let state =
      isSeen
      ? say("”\(title)” är sedd: \(level)", "“\(title)” has been seen: \(level)")
      : say(
        "”\(title)” är eftersökt men styrker inte uppgiften: \(level)",
        "“\(title)” was looked for but does not bear the claim out: \(level)")
    let lacks = needed.map { say(". Det krävs ”\($0)”", ". “\($0)” is required") } ?? ""
    return placed(state + lacks, place)
  }

  // MARK: Notes

  var nullCounted: String {
    say(
      "En uppgift finns inte, och då räknas det som inte uppfyllt.",
      "Something is not given, which counts as not met.")
  }

  func failed(_ reason: String, _ place: String) -> String {
    say("Kan inte räknas: \(reason) (\(place)).", "Cannot be computed: \(reason) (\(place)).")
  }

  var emptyList: String {
    say("Det finns ingen att bedöma: 0 poäng.", "There is nobody to assess: 0 points.")
  }

  func belowThreshold(_ threshold: String) -> String {
    say("Under tröskeln \(threshold).", "Below the threshold \(threshold).")
  }

  func thresholdInside(_ threshold: String) -> String {
    say(
      "Det är inte klart att tröskeln \(threshold) nås.",
      "It is not settled that the threshold \(threshold) is reached.")
  }

  func weightsNormalised(_ sum: String) -> String {
    say(
      "Vikterna är tillsammans \(sum), inte 100, och är omräknade till 100.",
      "The weights add up to \(sum), not 100, and are rescaled to 100.")
  }

  var mayNotApply: String {
    say(
      "Det är inte klart om detta gäller förslaget.",
      "It is not settled whether this applies to the proposal.")
  }

  var noCriterionApplies: String {
    say("Inget kriterium gäller förslaget.", "No criterion applies to the proposal.")
  }

  func lowestMember(_ name: String, _ percent: String) -> String {
    say("Lägst är \(name) med \(percent) av 100.", "The lowest is \(name) with \(percent) of 100.")
  }

  var tableConflict: String {
    say("Flera rader i tabellen gäller samtidigt.", "Several rows of the table hold at once.")
  }

  var noRowMatches: String { say("Ingen rad i tabellen gäller.", "No row of the table holds.") }

  // MARK: Conditions and corrections

  var asksPerson: String { say("En person behöver titta på det.", "A person must look at it.") }

  func decided(_ decision: ExclusionResult.Decision, role: String) -> String {
    "\(role) \(decision.date.text)" + (decision.reason.map { ": " + ended($0) } ?? ".")
  }

  func exception(_ title: String, _ decision: ExclusionResult.Decision, role: String) -> String {
    let by = decision.decidedBy ?? role
    let until = decision.validTo.map { say(", gäller till \($0.text)", ", valid until \($0.text)") } ?? ""
    return say("Undantag: \(title), beslutat av \(by)", "Exception: \(title), decided by \(by)") + until
      + (decision.reason.map { ": " + ended($0) } ?? ".")
  }

  func confirmed(_ count: Int) -> String {
    say(
      count == 1 ? "1 uppgift är bekräftad." : "\(count) uppgifter är bekräftade.",
      count == 1 ? "1 claim is confirmed." : "\(count) claims are confirmed.")
  }

  func correction(_ outcome: Correction.Outcome, claimed: String, counts: String) -> String {
    switch outcome {
    case .confirmed: say("Bekräftad: \(claimed).", "Confirmed: \(claimed).")
    case .corrected: say("Rättad från \(claimed) till \(counts).", "Corrected from \(claimed) to \(counts).")
    case .rejected: say("Underkänd: \(claimed) räknas inte.", "Rejected: \(claimed) does not count.")
    case .disagreement:
      say(
        "Oenighet. Sökanden uppger \(claimed); bedömarna är inte överens.",
        "Disagreement. The applicant states \(claimed); the assessors do not agree.")
    }
  }

  func sheet(
    role: String, date: String, verdict: ClaimVerdict.Verdict, value: String?, reason: String?
  ) -> String {
    let what =
      switch verdict {
      case .confirmed: say("bekräftar", "confirms")
      case .corrected: say("rättar till \(value ?? "")", "corrects to \(value ?? "")")
      case .rejected: say("underkänner", "rejects")
      }
    return "\(role) \(date) \(what)." + (reason.map { " " + $0 } ?? "")
  }

  func upTo(_ gain: String) -> String { say("upp till +\(gain)", "up to +\(gain)") }

  func check(_ what: String, _ reason: String, _ place: String) -> String {
    say(
      "\(what) kan inte räknas – \(reason) (\(place)).", "\(what) cannot be computed – \(reason) (\(place)).")
  }

  func noSuchCriterion(_ id: String) -> String {
    say("kriteriet \(id) finns inte", "there is no criterion \(id)")
  }
}
