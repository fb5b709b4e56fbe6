internal import Diagnostics
internal import Scoring

/// The fixed wordings of what is missing in a round, and of what an applicant is asked to send.
struct MissingPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  // MARK: The round

  func title(_ round: String) -> String { say("\(round): det som saknas", "\(round): what is missing") }

  func openPairs(_ open: Int, of all: Int) -> String {
    if all == 0 {
      return say(
        "Färre än två förslag är rangordnade i samma grupp. Ingen ordning hänger på det som saknas.",
        "Fewer than two proposals are ranked in one group. No order hangs on what is missing.")
    }
    if open == 0 {
      return say(
        "Ordningen är klar mellan alla som är rangordnade, vad som än kompletteras.",
        "The order among those that are ranked holds, whatever is supplemented.")
    }
    return say(
      "Rangordningen jämför förslagen två och två. I \(open) av \(all) jämförelser kan det som saknas vända ordningen.",
      "The ranking compares the proposals two by two. In \(open) of \(all) comparisons what is missing may turn the order."
    )
  }

  var standings: String { say("Så långt är det klart", "How far it is settled") }
  var rank: String { say("Plats", "Rank") }
  var proposal: String { say("Förslag", "Proposal") }
  var total: String { say("Totalt", "Total") }

  func list(_ list: List) -> String { list.standing?.shown(language) ?? "" }

  func rangeOfAll(_ name: String, _ best: Int, _ worst: Int) -> String {
    say(
      "\(name) kan hamna på plats \(best)–\(worst) om förslag lämnar eller kommer till listan.",
      "\(name) may come to rank \(best)–\(worst) if proposals leave or join the list.")
  }

  var pairs: String { say("Ordningen är öppen mellan", "The order is open between") }

  func pair(_ first: String, _ second: String) -> String {
    say("\(first) och \(second)", "\(first) and \(second)")
  }

  var applicants: String { say("Sökandena kompletterar", "The applicants supplement") }
  var association: String { say("Beredningsgruppen avgör", "The preparatory group settles") }
  var decides: String { say("Avgör", "Decides") }
  var points: String { say("Poäng", "Points") }
  var what: String { say("Vad", "What") }

  func decides(_ count: Int, of all: Int) -> String {
    count == 0 ? "–" : say("\(count) av \(all)", "\(count) of \(all)")
  }

  var gate: String { say("om det prövas", "whether examined") }

  func upTo(_ points: String) -> String { say("högst \(points)", "at most \(points)") }

  func reading(_ hasPairs: Bool) -> String {
    let order =
      hasPairs
      ? say(
        "Avgör: så många av de öppna jämförelserna som svaret ensamt kan avgöra eller vända. ",
        "Decides: how many of the open comparisons the answer alone can settle or turn. ") : ""
    return order
      + say(
        "Poäng: så mycket som svaret högst flyttar någon av gränserna för totalen.",
        "Points: how far the answer at most moves either end of the total.")
  }

  var nothing: String {
    say("Inget saknas som ändrar poängen.", "Nothing is missing that changes the points.")
  }

  func more(_ count: Int) -> String { RankingPhrases(language).more(count) }

  // MARK: To an applicant

  func supplementTitle(_ proposal: String) -> String {
    say("Komplettera ansökan \(proposal)", "Supplement the application \(proposal)")
  }

  func registration(_ number: String) -> String { say("dnr \(number)", "reg. no. \(number)") }

  func ask(by date: String?, onlyDocuments: Bool) -> String {
    let need =
      onlyDocuments
      ? say(
        "Vi behöver se några handlingar för att kunna bedöma er ansökan.",
        "We need to see some documents to be able to assess your application.")
      : say(
        "Vi behöver några uppgifter för att kunna bedöma er ansökan.",
        "We need some details to be able to assess your application.")
    guard let date else { return need }
    return need
      + say(
        " Svara senast \(date). Samma dag gäller för alla som söker i omgången.",
        " Answer by \(date). The same day applies to everybody who applies in this round.")
  }

  var complete: String {
    say(
      "Ansökan är komplett. Vi behöver inget mer från er.",
      "The application is complete. We need nothing more from you.")
  }

  var needed: String {
    say("Behövs för att ansökan ska kunna prövas", "Needed for the application to be examined")
  }
  var useful: String {
    say("Gör bedömningen säkrare", "Makes the assessment more certain")
  }
  var documents: String { say("Handlingar", "Documents") }

  func parts(_ labels: [String]) -> String {
    ended(say("Fyll i: ", "Fill in: ") + labels.joined(separator: ", "))
  }

  /// Of a proposal that cannot be examined yet.
  func later(_ proposal: String, _ count: Int) -> String {
    count == 1
      ? say(
        "\(proposal): en fråga till, när förslaget kan prövas",
        "\(proposal): one more question, once it can be examined")
      : say(
        "\(proposal): \(count) frågor till, när förslaget kan prövas",
        "\(proposal): \(count) more questions, once it can be examined")
  }

  func withoutPoints(_ count: Int) -> String {
    count == 1
      ? say("En fråga till, som inte ändrar några poäng", "One more question, which changes no points")
      : say(
        "\(count) frågor till, som inte ändrar några poäng", "\(count) more questions, which change no points"
      )
  }

  func concerns(_ titles: [String]) -> String {
    say("Gäller: ", "Concerns: ") + titles.joined(separator: ", ") + "."
  }

  func notSeen(_ document: String) -> String {
    say(
      "Vi har inte sett ”\(document)”. Skicka handlingen, om ni inte redan har gjort det.",
      "We have not seen “\(document)”. Send the document, unless you have done so already.")
  }

  func notFound(_ document: String, _ reason: String?) -> String {
    let sentence = say("Vi har inte hittat ”\(document)”.", "We have not found “\(document)”.")
    return reason.map { sentence + " " + $0 } ?? sentence
  }

  var closing: String {
    say(
      "Är något inte känt än går det bra att skriva det. Det som saknas räknas inte som noll, men bedömningen blir osäkrare.",
      "If something is not known yet, say so. What is missing does not count as zero, but the assessment is less certain."
    )
  }
}
