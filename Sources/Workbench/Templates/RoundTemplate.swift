public import Criteria
public import Diagnostics
internal import FEEL
internal import YAMLSource

/// A round to fill in.
///
/// - Parameters:
///   - rulesPath: the rules as seen from the round's folder.
public func roundTemplate(_ ruleset: Ruleset, id: String, rulesPath: String, _ language: Language) -> String {
  var text = TemplateText(language)
  text.comment(
    text.say(
      "En omgång. Lägg filen som round.yaml i en egen mapp, och förslagen bredvid som <id>.yaml.",
      "A round. Put the file as round.yaml in a folder of its own, and the proposals beside it as <id>.yaml.")
  )
  text.line("schema: beredning/round/1")
  text.line("round: \(id)")
  text.line("title: " + YAMLWriter.scalar(text.say("Ny omgång", "New round")))
  text.comment(text.say("Vem som beslutar, och diarienumret.", "Who decides, and the registration number."))
  text.line("# association:")
  text.line("# dnr:")
  text.gap()
  text.comment(text.say("Reglerna, sedda från den här mappen.", "The rules, as seen from this folder."))
  text.line("rules: " + YAMLWriter.scalar(rulesPath))
  text.gap()
  text.comment(
    text.say(
      "Sista ansökningsdag, dagen som allt jämförs med (annars sista ansökningsdag), och mötet.",
      "Last day of applying, the day that everything is compared with (else the last day of applying), and the meeting."
    ))
  let day = (ruleset.validFrom ?? ruleset.review)?.text ?? "2026-01-01"
  text.line("dates:")
  text.line("closing: \(day)", indent: 2)
  text.line("# as_of: \(day)", indent: 2)
  text.line("# meeting: \(day)", indent: 2)
  text.gap()
  text.comment(
    text.say(
      "Ramen för varje år i hela kronor: ramen, det som redan är beviljat och eget kapital.",
      "The frame of each year in whole kronor: the frame, what is committed already, and equity."))
  text.line("frame:")
  text.line("# - {year: \(day.prefix(4)), frame: 4000000, committed: 0, equity: 0}", indent: 2)
  text.gap()
  text.comment(
    text.say(
      "Vilka som bedömer. Den som står först avgör när de är oense.",
      "Who assesses. The first one decides where they disagree."))
  text.line("roles:")
  for role in roles(ruleset) {
    text.line("- {id: \(role), title: \(YAMLWriter.scalar(title(role), inFlow: true))}", indent: 2)
  }
  return text.text
}

/// The roles that the ruleset's judgements name.
private func roles(_ ruleset: Ruleset) -> [String] {
  var roles: [String] = []
  for role in ruleset.judgements.flatMap({ $0.roles }) where !roles.contains(role) { roles.append(role) }
  return roles.isEmpty ? ["beredningsgrupp"] : roles
}

private func title(_ id: String) -> String {
  let words = String(id.map { $0 == "_" || $0 == "-" ? " " : $0 })
  return words.prefix(1).uppercased() + words.dropFirst()
}
