internal import Diagnostics

/// The fixed wordings of what would earn more.
struct ImprovementPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func title(_ proposal: String) -> String {
    say("\(proposal): vad som skulle ge fler poäng", "\(proposal): what would earn more points")
  }

  func now(_ total: String, of scale: String) -> String {
    say("Nu: \(total) av \(scale).", "Now: \(total) of \(scale).")
  }

  var caution: String {
    say(
      "Varje rad är räknad för sig med samma regler, tak, trappor och vikter. Raderna kan inte läggas ihop. Ändra bara det som är sant.",
      "Each line is scored by itself with the same rules, caps, ladders and weights. The lines cannot be added up. Change only what is true."
    )
  }

  var nothing: String {
    say("Ingen regel kan ge mer än den redan ger.", "No rule can give more than it gives already.")
  }

  var confirmed: String { say("Säkert: en enda uppgift ändras", "Certain: a single detail changes") }

  func confirmedLead(_ isForApplicant: Bool) -> String {
    isForApplicant
      ? say(
        "Så blir poängen om en uppgift i utkastet i stället är den här, eller om förbundet har sett en handling.",
        "The points if one detail of the draft is this instead, or if the association has seen a document.")
      : say(
        "Så blir poängen om en uppgift i förslaget i stället är den här, eller om någon har sett en handling.",
        "The points if one detail of the proposal is this instead, or if somebody has seen a document.")
  }

  var assumed: String {
    say("Antaget: om detta stämmer och kan styrkas", "Assumed: if this holds and can be proven")
  }

  var assumedLead: String {
    say(
      "Så blir poängen om regeln är uppfylld. Det behöver skrivas, styrkas och i vissa fall bedömas.",
      "The points if the rule is met. It has to be written, proven and in some cases judged.")
  }

  var gain: String { say("Mer", "More") }
  var total: String { say("Totalt", "Total") }
  var what: String { say("Vad", "What") }

  func atMost(_ gain: String) -> String { say("högst \(gain)", "at most \(gain)") }

  /// More than two rules are counted.
  func raises(_ rules: [String]) -> String {
    let list = rules.prefix(2).joined(separator: "; ")
    let more = rules.count > 2 ? say(" och \(rules.count - 2) till", " and \(rules.count - 2) more") : ""
    return say("Höjer \(list)\(more).", "Raises \(list)\(more).")
  }

  func bestAnswer(_ criterion: String) -> String {
    say("\(criterion): bästa svaret från bedömarna", "\(criterion): the assessors' best answer")
  }

  func withSteps(_ steps: [String]) -> String {
    let list = steps.map { say("”\($0)”", "“\($0)”") }.joined(separator: ", ")
    return steps.count == 1
      ? say("Också steget före: \(list).", "The step before as well: \(list).")
      : say("Också stegen före: \(list).", "The steps before as well: \(list).")
  }

  func needs(_ level: String, lifting documents: [String]) -> String {
    let need = say("Underlag som behövs: \(level).", "Evidence needed: \(level).")
    if documents.isEmpty { return need }
    let list = documents.map { say("”\($0)”", "“\($0)”") }.joined(separator: say(" eller ", " or "))
    return need
      + say(
        " Det räcker att någon ser handlingen \(list).",
        " It is enough that somebody sees the document \(list).")
  }

  func denied(_ rule: String) -> String { say("\(rule) gäller inte", "\(rule) does not apply") }

  func seen(_ document: String) -> String {
    say("Handlingen ”\(document)” är sedd", "The document “\(document)” has been seen")
  }

  func change(_ field: String, to: String, from: String?) -> String {
    if let from { return say("\(field): \(to) i stället för \(from)", "\(field): \(to) instead of \(from)") }
    return say("\(field): \(to) (saknas i dag)", "\(field): \(to) (missing today)")
  }

  // MARK: Ways

  func totalThreshold(_ points: String, _ required: String) -> String {
    say(
      "Vägen till tröskeln \(required) för hela förslaget (nu \(points))",
      "The way to the threshold \(required) of the whole proposal (now \(points))")
  }

  func criterionThreshold(_ criterion: String, _ points: String, _ required: String) -> String {
    say(
      "Vägen till tröskeln \(required) för \(criterion) (nu \(points))",
      "The way to the threshold \(required) of \(criterion) (now \(points))")
  }

  func toTotal(_ total: String) -> String {
    say("Vägen till \(total) poäng", "The way to \(total) points")
  }

  func toRank(_ rank: Int) -> String { say("Vägen till plats \(rank)", "The way to rank \(rank)") }

  func reached(_ total: String) -> String {
    say("Förslaget är redan där: \(total).", "The proposal is there already: \(total).")
  }

  var noWay: String {
    say(
      "Inget av det som reglerna frågar efter räcker.", "Nothing that the rules ask for is enough.")
  }

  func wayLead(_ count: Int, isShortest: Bool) -> String {
    switch (count, isShortest) {
    case (1, true): say("Ett steg räcker:", "One step is enough:")
    case (_, true): say("Färre steg än dessa räcker inte:", "Fewer steps than these are not enough:")
    case (_, false):
      say(
        "De här stegen räcker. Det kan finnas en kortare väg:",
        "These steps are enough. There may be a shorter way:")
    }
  }

  func ifProven(_ rule: String, stepsBefore: Int) -> String {
    let before =
      switch stepsBefore {
      case 0: ""
      case 1: say(" (och steget före)", " (and the step before)")
      default: say(" (och de \(stepsBefore) stegen före)", " (and the \(stepsBefore) steps before)")
      }
    return say("Antaget att det stämmer och kan styrkas: ", "Assumed that it holds and can be proven: ")
      + rule + before
  }

  /// A number or a date for which others would often do as well.
  func example(_ field: String, to: String, from: String?) -> String {
    guard let from else {
      return say("\(field) anges, till exempel \(to)", "\(field) is stated, for instance \(to)")
    }
    return say(
      "\(field): till exempel \(to) i stället för \(from)", "\(field): for instance \(to) instead of \(from)")
  }

  func full(_ criterion: String) -> String {
    say("\(criterion): full poäng", "\(criterion): full points")
  }

  func wholeLadder(_ step: String, _ gain: String) -> String {
    say("Ända upp till ”\(step)”: \(gain).", "All the way up to “\(step)”: \(gain).")
  }

  func after(_ total: String) -> String { say("Då blir det \(total) totalt.", "The total is then \(total).") }
}
