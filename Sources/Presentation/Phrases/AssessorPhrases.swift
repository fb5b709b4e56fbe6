internal import Diagnostics

/// The fixed wordings of assessors side by side.
struct AssessorPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func title(_ name: String) -> String {
    say("\(name): bedömarna sida vid sida", "\(name): the assessors side by side")
  }

  var none: String { say("Ingen har bedömt förslaget än.", "Nobody has assessed the proposal yet.") }

  /// "Överens i 3 av 4 frågor som minst två har svarat på."
  func agreement(_ agreed: Int, of compared: Int) -> String {
    if compared == 0 {
      return say(
        "Ingen fråga har fått svar från mer än en bedömare.",
        "No question has been answered by more than one assessor.")
    }
    let questions =
      compared == 1 ? say("fråga", "question") : say("frågor", "questions")
    return say(
      "Överens i \(agreed) av \(compared) \(questions) som minst två har svarat på.",
      "In agreement on \(agreed) of \(compared) \(questions) that at least two have answered.")
  }

  func recused(_ count: Int) -> String {
    count == 1
      ? say(
        "En bedömning räknas inte på grund av jäv.",
        "One assessment does not count for a conflict of interest.")
      : say(
        "\(count) bedömningar räknas inte på grund av jäv.",
        "\(count) assessments do not count for conflicts of interest.")
  }

  func roundTitle(_ round: String) -> String {
    say("\(round): var bedömarna är överens", "\(round): where the assessors agree")
  }

  func together(_ agreed: Int, of compared: Int) -> String {
    if compared == 0 { return agreement(agreed, of: compared) }
    return say(
      "I hela omgången är bedömarna överens i \(agreed) av \(compared) frågor som minst två har svarat på.",
      "In the whole round the assessors agree on \(agreed) of \(compared) questions that at least two have answered."
    )
  }

  var alone: String {
    say("Ingen fråga har fler än ett svar", "No question has more than one answer")
  }
  var notAssessed: String { say("Ingen har bedömt", "Nobody has assessed") }

  func differ(_ question: String, _ answers: [String], counts: String, isJoint: Bool) -> String {
    let list = answers.joined(separator: ", ")
    return isJoint
      ? say(
        "\(question) \(list). Gemensamt svar: \(counts).", "\(question) \(list). Joint answer: \(counts).")
      : say(
        "\(question) \(list). Räknas som \(counts).", "\(question) \(list). Counts as \(counts).")
  }

  func differOnClaim(_ field: String) -> String {
    say("Oense om uppgiften: \(field).", "They differ on the detail: \(field).")
  }

  func differOnDocument(_ document: String) -> String {
    say(
      "Oense om handlingen ”\(document)” finns.", "They differ on whether the document “\(document)” exists.")
  }

  func changed(corrected: Int, rejected: Int) -> String {
    var parts: [String] = []
    if corrected > 0 {
      parts.append(
        corrected == 1
          ? say("en uppgift rättad", "one detail corrected")
          : say("\(corrected) uppgifter rättade", "\(corrected) details corrected"))
    }
    if rejected > 0 {
      parts.append(
        rejected == 1
          ? say("en uppgift underkänd", "one detail rejected")
          : say("\(rejected) uppgifter underkända", "\(rejected) details rejected"))
    }
    return capitalized(parts.joined(separator: say(" och ", " and "))) + "."
  }

  func missingDocuments(_ count: Int) -> String {
    count == 1
      ? say("En handling är inte hittad.", "One document has not been found.")
      : say("\(count) handlingar är inte hittade.", "\(count) documents have not been found.")
  }

  var singleHeading: String { say("Bara en har svarat", "One alone has answered") }

  func single(_ question: String, _ role: String, _ answer: String) -> String {
    "\(question) \(role): \(answer)."
  }

  var questions: String {
    say("Frågor som minst två har svarat på", "Questions that at least two have answered")
  }
  var question: String { say("Fråga", "Question") }
  var counts: String { say("Räknas som", "Counts as") }
  var noAnswer: String { "–" }

  func range(_ low: String, _ high: String) -> String {
    low == high ? low : low + say(" till ", " to ") + high
  }

  var until: String {
    say(
      "De svarar olika. Hela spannet räknas tills de har ett gemensamt svar med skäl.",
      "They answer differently. The whole span counts until they have a joint answer with a reason.")
  }
  var joint: String { say("Gemensamt svar.", "Joint answer.") }
  var median: String { say("Det mittersta svaret räknas.", "The middle answer counts.") }

  func reason(_ role: String, _ reason: String) -> String { "\(role): \(reason)" }

  var own: String { say("Sökandens egen bild", "The applicant's own view") }

  func own(_ question: String, own: String, counts: String?, difference: String) -> String {
    guard let counts else {
      return say(
        "\(question) Sökanden: \(own). Ingen bedömare har svarat.",
        "\(question) The applicant: \(own). No assessor has answered.")
    }
    return say(
      "\(question) Sökanden: \(own). Bedömarna: \(counts). \(difference)",
      "\(question) The applicant: \(own). The assessors: \(counts). \(difference)")
  }

  /// How far the applicant's answer stands from the assessors', in steps of the scale.
  func difference(_ steps: Int) -> String {
    let size = steps.magnitude
    if size == 0 { return say("Ingen skillnad.", "No difference.") }
    let word = size == 1 ? say("ett steg", "one step") : say("\(size) steg", "\(size) steps")
    return steps > 0
      ? say("Sökanden ligger \(word) högre.", "The applicant is \(word) higher.")
      : say("Sökanden ligger \(word) lägre.", "The applicant is \(word) lower.")
  }

  var inside: String {
    say("Sökandens svar ryms i spannet.", "The applicant's answer lies in the span.")
  }

  var claims: String { say("Uppgifter som har granskats", "Details that have been examined") }
  var claim: String { say("Uppgift", "Detail") }
  var claimed: String { say("Sökanden", "The applicant") }
  var confirmed: String { say("stämmer", "correct") }
  var rejected: String { say("underkänd", "rejected") }
  var open: String { say("oenighet", "disagreement") }

  var documents: String { say("Handlingar", "Documents") }
  var document: String { say("Handling", "Document") }
  var seen: String { say("sedd", "seen") }
  var notFound: String { say("inte hittad", "not found") }

  var closing: String {
    say(
      "Bedömarnas svar vägs aldrig samman till ett medelvärde utan att reglerna säger det.",
      "The assessors' answers are never averaged unless the rules say so.")
  }
}
