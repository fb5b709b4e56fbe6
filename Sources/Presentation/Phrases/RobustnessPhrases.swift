internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

/// The fixed wordings of the question whether an order holds.
struct RobustnessPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  // MARK: The page

  func title(_ round: String) -> String {
    say("Står sig ordningen? ", "Does the order hold? ") + round
  }

  var introduction: String {
    say(
      "Här prövas ordningen mot andra vikter, mot regelverkets scenarier och mot det som ännu inte är känt. Prövningen ändrar inga poäng.",
      "Here the order is tried against other weights, the ruleset's scenarios and what is not known yet. This changes no points."
    )
  }

  var weightsFromOrder: String {
    say(
      "Regelverket anger bara i vilken ordning kriterierna är viktiga. Vikterna är räknade ur den ordningen.",
      "The ruleset gives only the order of importance of the criteria. The weights are computed from that order."
    )
  }
  var nothingRanked: String {
    say(
      "Inget förslag är rangordnat: det finns ingen ordning att pröva.",
      "No proposal is ranked: there is no order to try.")
  }

  /// "A, B och C"
  func names(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + say(" och ", " and ") + last
  }

  func percentOf(_ share: String) -> String { "±" + share }

  var rankedOnes: String { say("De rangordnade förslagen", "The ranked proposals") }

  // MARK: The leader

  func alone(_ leader: String) -> String {
    say("\(leader) är det enda rangordnade förslaget här.", "\(leader) is the only ranked proposal here.")
  }

  func verdict(_ leader: String, _ stability: Stability, share: String, hasScenarios: Bool) -> String {
    switch stability {
    case .holds:
      return say(
        "\(leader) ligger först, och det står sig. Det ändras inte av någon vikt inom ±\(share)"
          + (hasScenarios ? ", av något scenario" : "") + " eller av det som saknas.",
        "\(leader) leads, and that holds. No weight within ±\(share)" + (hasScenarios ? ", no scenario" : "")
          + " and nothing that is missing changes it.")
    case .sensitive:
      return say(
        "\(leader) ligger först, men det är känsligt för hur kriterierna vägs:",
        "\(leader) leads, but that is sensitive to how the criteria are weighed:")
    case .open:
      return say(
        "\(leader) ligger först, men det är öppet: det som saknas eller inte är prövat kan ändra det.",
        "\(leader) leads, but that is open: what is missing or not examined may change it.")
    case .equal:
      return say(
        "\(leader) ligger först, men det är lika: poängen kan inte skilja förslagen i toppen åt.",
        "\(leader) leads, but it is equal: the points cannot tell the proposals at the top apart.")
    }
  }

  func equal(_ other: String, _ a: String, _ b: String, limit: String, leader: String) -> String {
    say(
      "\(other) har \(b) poäng och \(leader) \(a). Närmare än \(limit) poäng räknas som lika.",
      "\(other) has \(b) points and \(leader) \(a). Closer than \(limit) points counts as equal.")
  }

  func open(_ other: String, _ range: String, leader: String, _ own: String) -> String {
    say(
      "\(other) får \(range) poäng, beroende på det som inte är känt. \(leader) har minst \(own).",
      "\(other) gets \(range) points, depending on what is not known. \(leader) has at least \(own).")
  }

  func waiting(_ names: String, one: Bool) -> String {
    say(
      "\(names) är inte \(one ? "rangordnat" : "rangordnade") än men kan komma först när det som återstår är klart.",
      "\(names) \(one ? "is" : "are") not ranked yet but may lead once what remains is settled.")
  }

  func reason(
    _ reason: SensitivityReason, first: String, second: String, criterion: String, to: String, from: String,
    isMore: Bool, share: String, scenario: String
  ) -> String {
    switch reason {
    case .weight:
      isMore
        ? say(
          "Väger \(criterion) mer än \(to) i stället för \(from) går \(second) om \(first).",
          "If \(criterion) weighs more than \(to) instead of \(from), \(second) passes \(first).")
        : say(
          "Väger \(criterion) mindre än \(to) i stället för \(from) går \(second) om \(first).",
          "If \(criterion) weighs less than \(to) instead of \(from), \(second) passes \(first).")
    case .together:
      say(
        "Ändras flera vikter på en gång kan \(second) gå om \(first) redan när ingen vikt ändras mer än \(share).",
        "If several weights change at once, \(second) may pass \(first) with no weight changed by more than \(share)."
      )
    case .scenario:
      say(
        "I scenariot ”\(scenario)” får \(second) fler poäng än \(first).",
        "In the scenario “\(scenario)” \(second) gets more points than \(first).")
    }
  }

  // MARK: Neighbours

  var neighbours: String { say("Grannar i ordningen", "Neighbours in the order") }
  var neighboursNote: String {
    say(
      "Under varje kriterium står vid vilken vikt det andra förslaget går om det första. En vikt ändras i taget, och de andra behåller sina proportioner. Ett streck betyder att ingen vikt vänder ordningen. Sista kolumnen säger hur mycket alla vikter kan ändras på en gång utan att ordningen kan vändas.",
      "Under each criterion stands the weight at which the second proposal passes the first. One weight changes at a time, and the others keep their proportions. A dash means that no weight turns the order. The last column says by how much all weights may change at once before the order can turn."
    )
  }
  var pair: String { say("Förslag", "Proposals") }
  var difference: String { say("Skiljer", "Apart") }
  var verdict: String { say("Ordningen", "The order") }
  var together: String {
    say("Flera på en gång", "Several at once")
  }

  func before(_ first: String, _ second: String) -> String {
    say("\(first) före \(second)", "\(first) before \(second)")
  }

  func criterion(_ title: String, now: String) -> String {
    say("\(title) (nu \(now))", "\(title) (now \(now))")
  }

  /// Where the second is ahead.
  func below(_ weight: String) -> String { say("under \(weight)", "below \(weight)") }
  func above(_ weight: String) -> String { say("över \(weight)", "above \(weight)") }
  func between(_ low: String, _ high: String) -> String {
    let sign = ShownShare.sign(language)
    return (low.hasSuffix(sign) ? String(low.dropLast(sign.count)) : low) + "–" + high
  }
  var or: String { say(" eller ", " or ") }

  /// The smallest change that may turn the order.
  func radius(_ share: String) -> String { "±" + share }
  var never: String { "–" }
  var notComputed: String { say("ej räknat", "not computed") }

  // MARK: Ranges

  var leaderRange: String {
    say("Vikter där samma förslag leder", "Weights at which the same proposal leads")
  }
  var criterionHeading: String { say("Kriterium", "Criterion") }
  var now: String { say("Vikt nu", "Weight now") }
  var stays: String { say("Samma mellan", "The same between") }
  var then: String { say("Därefter", "Beyond") }

  func passes(_ second: String, above weight: String) -> String {
    say("över \(weight) leder \(second)", "above \(weight) \(second) leads")
  }
  func passes(_ second: String, below weight: String) -> String {
    say("under \(weight) leder \(second)", "below \(weight) \(second) leads")
  }

  var moneyLine: String { say("Strecket där pengarna tar slut", "The line where the money ends") }
  func moneyLineNow(_ above: String, none: Bool) -> String {
    none
      ? say(
        "Över strecket nu: inget, för det som står först ryms inte. Tabellen visar hur länge det är så.",
        "Above the line now: none, since what comes first does not fit. The table shows for how long that holds."
      )
      : say(
        "Över strecket nu: \(above). Tabellen visar hur länge det är samma förslag.",
        "Above the line now: \(above). The table shows for how long they are the same.")
  }
  func lineChanges(_ passed: String, _ passes: String, above weight: String) -> String {
    say(
      "över \(weight) går \(passes) om \(passed) och strecket flyttas",
      "above \(weight) \(passes) passes \(passed) and the line moves")
  }
  func lineChanges(_ passed: String, _ passes: String, below weight: String) -> String {
    say(
      "under \(weight) går \(passes) om \(passed) och strecket flyttas",
      "below \(weight) \(passes) passes \(passed) and the line moves")
  }
  var always: String { say("alla vikter", "all weights") }

  // MARK: Scenarios, leaving out, sampling

  var scenarios: String { say("Scenarier sida vid sida", "Scenarios side by side") }
  var given: String { say("Som det är", "As it is") }
  var combined: String { say("Alla grupper i en lista", "All groups in one list") }
  var rankOrder: String {
    say("Bara kriteriernas ordning", "The criteria's order alone")
  }
  func scenarioWeights(_ scenario: String, _ weights: String) -> String { "\(scenario): \(weights)" }
  func cell(_ rank: String, _ total: String) -> String {
    say("plats \(rank) (\(total))", "rank \(rank) (\(total))")
  }
  func list(_ list: Scoring.List) -> String { list.standing?.shown(language) ?? "–" }

  var leaveOneOut: String { say("Utan ett kriterium i taget", "Without one criterion at a time") }
  var leaveOneOutNote: String {
    say(
      "Platsen om kriteriet inte fanns. Ett kriterium som ändrar mycket när det tas bort avgör mycket.",
      "The rank if the criterion did not exist. One that changes much when it is taken away decides much.")
  }
  func without(_ criterion: String) -> String { say("Utan \(criterion)", "Without \(criterion)") }

  var acceptability: String { say("Om vikterna vore andra", "If the weights were others") }
  func samples(_ samples: String, seed: String, error: String) -> String {
    say(
      "\(samples) slumpade uppsättningar vikter av varje slag (frö \(seed)). Det som saknas antar samtidigt alla värden inom sina gränser. Andelarna kan slå fel med högst \(error) åt vardera hållet (95 procents säkerhet).",
      "\(samples) random sets of weights of each kind (seed \(seed)). What is missing takes all values within its bounds at the same time. The shares may be off by at most \(error) either way (95 per cent confidence)."
    )
  }
  func first(_ space: WeightSpace, share: String) -> String {
    switch space {
    case .all: say("Först, alla vikter", "First, all weights")
    case .within: say("Först, vikter inom ±\(share)", "First, weights within ±\(share)")
    case .ordered: say("Först, samma viktordning", "First, same order of weights")
    }
  }
  func ranks(_ share: String) -> String {
    say("Platser inom ±\(share)", "Ranks within ±\(share)")
  }
  var ranksNote: String {
    say(
      "Platserna är de som förslaget får i nio fall av tio.",
      "The ranks are those that the proposal gets in nine cases of ten.")
  }

  var central: String { say("Vikter som sätter förslaget först", "Weights that put the proposal first") }
  var centralNote: String {
    say(
      "Genomsnittet av alla vikter med vilka förslaget kommer först: så ungefär behöver man väga för att sätta det främst.",
      "The mean of all weights with which the proposal comes first: roughly how one has to weigh to put it first."
    )
  }

  /// Percentage points.
  func points(_ number: String) -> String {
    number == "1"
      ? say("1 procentenhet", "1 percentage point")
      : say("\(number) procentenheter", "\(number) percentage points")
  }
  var moreUnknown: String {
    say(
      "Ett förslag längre ned kan komma först oftare än det som leder, om det har mer som ännu inte är känt. Ordningen räknar bara det säkra.",
      "A proposal further down may come first more often than the one that leads, where more of it is not known yet. The order counts only what is certain."
    )
  }

  var scenarioWeightsHeading: String { say("Vad scenarierna väger", "What the scenarios weigh") }
}
