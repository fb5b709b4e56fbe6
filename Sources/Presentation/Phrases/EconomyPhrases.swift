internal import Criteria
internal import Diagnostics

/// The fixed wordings of economic figures.
struct EconomyPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func title(_ round: String) -> String { say("\(round): ekonomi", "\(round): economy") }

  var reading: String {
    say(
      "Siffrorna visas bredvid poängen och vägs aldrig in. Brutto är före projektets kostnad, netto är efter. Lägg inte ihop olika perspektiv: den enas nytta är inte den andras.",
      "The figures stand beside the points and are never weighed. Gross is before the cost of the project, net is after. Do not add up perspectives: what one gains is not another's gain."
    )
  }

  var noRules: String {
    say("Reglerna har inga ekonomiska siffror.", "The rules have no economic figures.")
  }

  var what: String { say("Vad", "What") }
  var low: String { say("Lågt", "Low") }
  var middle: String { say("Troligt", "Likely") }
  var high: String { say("Högt", "High") }
  var how: String { say("Räknat", "Counted") }

  func basis(_ basis: Economy.Basis) -> String {
    basis == .gross ? say("brutto", "gross") : say("netto", "net")
  }

  func horizon(_ years: String) -> String { say("\(years) år", "\(years) years") }
  func rate(_ percent: String) -> String { say("\(percent) ränta", "rate \(percent)") }
  func prices(_ year: String) -> String { say("\(year) års priser", "prices of \(year)") }
  var undiscounted: String { say("odiskonterat", "undiscounted") }
  var missingHorizon: String { say("horisont saknas", "horizon missing") }
  var missingRate: String { say("ränta saknas", "rate missing") }
  var missingYear: String { say("prisår saknas", "price year missing") }

  func without(_ proposals: [String]) -> String {
    say("Utan räkneexempel: ", "Without figures: ") + proposals.joined(separator: ", ") + "."
  }

  var differ: String {
    say(
      "Förslagen räknar med olika horisont, ränta eller prisår. Jämför inte siffrorna rakt av.",
      "The proposals count with different horizons, rates or price years. Do not compare the figures as they are."
    )
  }

  // MARK: Targets of others

  var targets: String { say("Mål bredvid andra förbunds mål", "Targets beside those of others") }

  func target(_ label: String, _ value: String) -> String { "\(label): \(value)" }

  func comparable(_ title: String, _ value: String) -> String {
    say("Jämförbart: \(title), \(value)", "Comparable: \(title), \(value)")
  }

  func notComparable(_ title: String, _ differing: [String]) -> String {
    let list = differing.joined(separator: ", ")
    return say(
      "Ej jämförbart: \(title) (annat: \(list))", "Not comparable: \(title) (other: \(list))")
  }

  var noneComparable: String {
    say("Ej jämförbart med något av de andra målen", "Not comparable with any of the other targets")
  }
}
