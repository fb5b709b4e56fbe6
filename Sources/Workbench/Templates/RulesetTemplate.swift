public import Criteria
public import Diagnostics
internal import YAMLSource

/// A ruleset to begin with: one judged criterion that runs as it is, and an example of every other kind as comments.
public func rulesetTemplate(_ form: Form, id: String, _ language: Language) -> String {
  var text = TemplateText(language)
  header(form, id, &text)
  judgements(&text)
  criteria(form, &text)
  return text.text
}

private func header(_ form: Form, _ id: String, _ text: inout TemplateText) {
  text.comment(
    text.say(
      "Regler för formuläret \(form.id). Formatet beskrivs i docs/formats.md. `beredning lint` granskar filen.",
      "Rules for the form \(form.id). docs/formats.md describes the format. `beredning lint` checks the file."
    ))
  text.line("schema: beredning/ruleset/1")
  text.line("ruleset: \(id)")
  text.line("version: \"1\"")
  text.comment(
    text.say(
      "example, draft eller adopted. Beslutade regler säger vem som beslutade, när och var det står:",
      "example, draft or adopted. Adopted rules say who adopted them, when and where it is minuted:"))
  text.comment("adopted: {by: Styrelsen, date: 2026-03-12, minutes: \"§ 14\"}")
  text.line("status: draft")
  text.line("title:")
  text.line("sv: Nya regler", indent: 2)
  text.line("en: New rules", indent: 2)
  text.line("form: \(form.id)")
  text.comment(text.say("Vad full poäng är.", "What a full total is."))
  text.line("scale: 100")
  text.comment(
    text.say("Förslag närmare än så kan inte skiljas åt.", "Proposals closer than this cannot be told apart.")
  )
  text.line("indistinguishable_within: 5")
  text.comment(
    text.say("Ord för poängen, i procent av möjliga.", "Words for the points, in per cent of the possible."))
  text.line("levels:")
  text.line("- {from: 0, label: {sv: svag, en: weak}}", indent: 2)
  text.line("- {from: 50, label: {sv: medel, en: fair}}", indent: 2)
  text.line("- {from: 75, label: {sv: stark, en: strong}}", indent: 2)
  text.gap()
  text.comment(
    text.say(
      "Varje regel bör säga vad den bygger på: lag, styrelsebeslut, lokal praxis, utvärdering eller debattskrift.",
      "Every rule should say what it rests on: law, board decision, local practice, evaluation or opinion paper."
    ))
  text.line("sources:")
  text.line("plan:", indent: 2)
  text.line("title: {sv: Verksamhetsplanen, en: The operational plan}", indent: 4)
  text.line("kind: board-decision", indent: 4)
}

private func judgements(_ text: inout TemplateText) {
  text.gap()
  text.comment(
    text.say(
      "Frågor som en människa svarar på. Svaren står från lägst till högst.",
      "Questions that a person answers. The answers stand from lowest to highest."))
  text.line("judgements:")
  text.line("- id: nytta", indent: 2)
  text.line("question: {sv: \"Hur stor är nyttan?\", en: \"How great is the benefit?\"}", indent: 4)
  text.line("scale:", indent: 4)
  for (id, sv, en) in [("liten", "liten", "small"), ("viss", "viss", "some"), ("stor", "stor", "great")] {
    text.line("- {id: \(id), label: {sv: \(sv), en: \(en)}}", indent: 6)
  }
  text.line("decides: true", indent: 4)
}

private func criteria(_ form: Form, _ text: inout TemplateText) {
  text.gap()
  text.comment(
    text.say(
      "Ett kriterium är exakt ett av ladder, points, measure, table, judged och criteria. Vikterna är tillsammans 100.",
      "A criterion is exactly one of ladder, points, measure, table, judged and criteria. The weights add up to 100."
    ))
  text.line("criteria:")
  text.line("- id: nytta", indent: 2)
  text.line("title: {sv: Nytta, en: Benefit}", indent: 4)
  text.line("weight: 100", indent: 4)
  text.line("swing:", indent: 4)
  text.line("worst: {sv: Ingen har nytta av det., en: Nobody benefits from it.}", indent: 6)
  text.line("best: {sv: Många har stor nytta av det., en: Many benefit greatly from it.}", indent: 6)
  text.line("source: {ref: plan}", indent: 4)
  text.line("judged:", indent: 4)
  text.line("judgement: nytta", indent: 6)
  text.line("points: {liten: 0, viss: 50, stor: 100}", indent: 6)
  let field = form.nameField ?? form.fields.first?.name ?? "titel"
  for line in [
    "- id: steg", "  title: {sv: En trappa, en: A ladder}", "  weight: 50", "  ladder:", "    - id: forsta",
    "      points: 50", "      anchor: {sv: Det finns ett namn, en: There is a name}",
    "      if: \(field) != null",
    "      advice: {sv: Skriv ett namn., en: Write a name.}",
    "- id: lista", "  title: {sv: En checklista, en: A checklist}", "  weight: 50", "  points:",
    "    cap: 100",
    "    rules:", "      - id: namn", "        title: {sv: Namn, en: Name}", "        points: 100",
    "        if: \(field) != null",
  ] {
    text.line("# " + line, indent: 2)
  }
}
