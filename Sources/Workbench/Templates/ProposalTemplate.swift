public import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import YAMLSource

/// A proposal to fill in: every field of the form without a value, with its label, its help and what may stand there.
///
/// - Parameters:
///   - id: the proposal's id and its file's name without `.yaml`.
///   - all: also fields that are asked for only where they apply; else those that an idea needs.
public func proposalTemplate(_ form: Form, id: String, all: Bool, _ language: Language) -> String {
  var writer = ProposalTemplateWriter(form, all: all, language)
  writer.write(id: id)
  return writer.text.text
}

private struct ProposalTemplateWriter {
  let form: Form
  let all: Bool
  let words: FEEL.Vocabulary
  var text: TemplateText

  init(_ form: Form, all: Bool, _ language: Language) {
    self.form = form
    self.all = all
    words = vocabulary(of: form)
    text = TemplateText(language)
  }

  private var language: Language { text.language }

  mutating func write(id: String) {
    text.comment(form.title(language))
    text.comment(
      text.say(
        "Fyll i efter kolon. En tom rad betyder att uppgiften saknas; det är aldrig noll.",
        "Write after the colon. An empty line means that the value is missing; that is never zero."))
    if !all {
      text.comment(
        text.say(
          "Här står det som en idé behöver. `beredning new proposal --all` ger alla fält.",
          "This is what an idea needs. `beredning new proposal --all` gives every field."))
    }
    text.line("schema: beredning/proposal/1")
    text.comment(text.say("Filen ska heta \(id).yaml.", "The file is to be called \(id).yaml."))
    text.line("id: \(id)")
    text.line("form: \(form.id)")
    var section: String?
    for field in form.fields where isShown(field) {
      if let own = field.section?(language), own != section {
        section = own
        text.gap()
        text.comment("---- " + own + " ----")
      }
      text.gap()
      write(field, indent: 0)
    }
  }

  private func isShown(_ field: Field) -> Bool {
    all || field.isCore || field.type.innerFields.contains(where: isShown)
  }

  private mutating func write(_ field: Field, indent: Int) {
    describe(field, indent: indent)
    switch field.type {
    case .group(let fields):
      text.line("\(field.name):", indent: indent)
      for inner in fields where isShown(inner) { write(inner, indent: indent + 2) }
    case .list(let list):
      text.line("\(field.name):", indent: indent)
      if case .group(let fields) = list.element { item(fields, indent: indent) }
    default: text.line("\(field.name):", indent: indent)
    }
  }

  private mutating func describe(_ field: Field, indent: Int) {
    var line = ended(field.label(language))
    if let help = field.help?(language) { line += " " + help }
    text.comment(line, indent: indent)
    var facts = field.isRequired ? [text.say("behövs", "needed")] : []
    if field.allowsNotApplicable {
      facts.append(
        text.say("kan vara `!ej-tillämpligt \"skäl\"`", "may be `!ej-tillämpligt \"reason\"`"))
    }
    facts.append(TypeWords(form, language).words(field.type))
    facts.removeAll { $0.isEmpty }
    if !facts.isEmpty { text.comment("(" + facts.joined(separator: "; ") + ")", indent: indent, hanging: 1) }
    if let applies = field.applies {
      let condition = FEEL.describe(applies.expression, vocabulary: words)
      text.comment(
        text.say("Bara när: \(condition.sv)", "Only when: \(condition.en)"), indent: indent, hanging: 1)
    }
    if case .choice(let choices) = field.type { self.choices(choices, indent: indent) }
    if case .list(let list) = field.type, case .scalar(.choice(let choices)) = list.element {
      self.choices(choices, indent: indent)
    }
  }

  private mutating func choices(_ choices: [Choice], indent: Int) {
    for choice in choices {
      text.comment("  \(choice.id): \(choice.label(language))", indent: indent, hanging: 4)
    }
  }

  /// One item of a list, commented out: an empty item would be an item.
  private mutating func item(_ fields: [Field], indent: Int) {
    let shown = fields.filter {
      all || $0.isCore || $0.isRequired || $0.type.innerFields.contains(where: isShown)
    }
    let start = String(repeating: " ", count: indent + 2)
    text.comment(
      text.say(
        "En post för varje. Ta bort # och fyll i:", "An item for each. Remove # and fill in:"),
      indent: indent + 2)
    for (number, field) in (shown.isEmpty ? fields : shown).enumerated() {
      let mark = number == 0 ? "- " : "  "
      let facts = TypeWords(form, language).short(field.type)
      let note = field.label(language) + (facts.isEmpty ? "" : " (\(facts))")
      text.line("\(start)# \(mark)\(field.name):    # \(note)")
    }
  }

  private func ended(_ label: String) -> String {
    switch label.last {
    case ".", "?", "!", ":": label
    default: label + "."
    }
  }
}

/// What may stand in a field, in words.
struct TypeWords {
  let form: Form
  let language: Language

  init(_ form: Form, _ language: Language) {
    self.form = form
    self.language = language
  }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func words(_ type: FieldType) -> String {
    switch type {
    case .text(let most): return say("text, högst \(most) tecken", "text, at most \(most) characters")
    case .id:
      return say("id: små bokstäver, siffror och bindestreck", "id: lower-case letters, digits and hyphens")
    case .integer(let low, let high, let unit):
      return number(say("heltal", "whole number"), low.map { String($0) }, high.map { String($0) }, unit)
    case .decimal(let low, let high, let unit):
      return number(
        say("tal med decimalpunkt", "number with a decimal point"), low.map { $0.text }, high.map { $0.text },
        unit)
    case .boolean: return say("ja eller nej", "ja (yes) or nej (no)")
    case .date: return say("datum, som 2026-09-15", "date, such as 2026-09-15")
    case .choice: return say("ett av:", "one of:")
    case .reference(let list): return say("id på en post i \(list)", "id of an item of \(list)")
    case .documents:
      let list = form.documentsField ?? ""
      return say(
        "id på handlingar i \(list), som [av1, av2]", "ids of documents in \(list), such as [av1, av2]")
    case .list(let list):
      guard case .scalar(let inner) = list.element else {
        return say("högst \(list.maximumItems) poster", "at most \(list.maximumItems) items")
      }
      return say("lista, som [a, b]; ", "list, such as [a, b]; ") + words(inner)
    case .group: return ""
    }
  }

  /// On one line, choices written out.
  func short(_ type: FieldType) -> String {
    switch type {
    case .choice(let choices): return choices.map { $0.id }.joined(separator: " | ")
    case .list(let list):
      guard case .scalar(let inner) = list.element else { return words(type) }
      return say("lista, som [a, b]; ", "list, such as [a, b]; ") + short(inner)
    default: return words(type)
    }
  }

  private func number(_ kind: String, _ low: String?, _ high: String?, _ unit: String?) -> String {
    var text = kind
    switch (low, high) {
    case (let low?, let high?): text += say(" \(low)–\(high)", " \(low)–\(high)")
    case (let low?, nil): text += say(", minst \(low)", ", at least \(low)")
    case (nil, let high?): text += say(", högst \(high)", ", at most \(high)")
    case (nil, nil): break
    }
    return unit.map { text + ", " + $0 } ?? text
  }
}
