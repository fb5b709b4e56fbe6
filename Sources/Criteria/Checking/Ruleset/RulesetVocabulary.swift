import Diagnostics
public import FEEL

/// What people call a form's fields and choices.
public func vocabulary(of form: Form) -> Vocabulary {
  var vocabulary = Vocabulary()
  let types = FormTypes(form)
  addWords(form.fields, types, [], &vocabulary)
  // What no field of the form says: whether a document has been seen.
  vocabulary.add(types.members(form.fields))
  return vocabulary
}

/// What people call the fields, facts, judgements and evidence levels of a ruleset.
func vocabulary(_ context: RulesetContext) -> Vocabulary {
  var words = vocabulary(of: context.form)
  for fact in context.facts {
    var type = fact.value.type
    if let unit = fact.unit, case .number = type { type = .number(unit: unit) }
    words.facts[fact.name] = Vocabulary.Fact(
      label: fact.label.map { Words(heading: $0) } ?? Words(sv: spaced(fact.name), en: spaced(fact.name)),
      type: type, definition: fact.value.expression)
  }
  for judgement in context.judgements {
    words.judgements[judgement.id] = Vocabulary.Judgement(
      question: Words(sv: judgement.question.sv, en: judgement.question(.english)),
      answers: answers(judgement.scale))
  }
  for level in context.evidenceLevels {
    words.evidenceLevels[level.level] = Words(heading: level.label)
  }
  return words
}

private func addWords(
  _ fields: [Field], _ types: FormTypes, _ path: [String], _ vocabulary: inout Vocabulary
) {
  for field in fields {
    let member = types.member(field)
    let place = path + [field.name]
    var itemName: String?
    var choices: [Choice] = []
    switch field.type {
    case .choice(let all): choices = all
    case .list(let list):
      itemName = list.itemLabel
      if case .scalar(.choice(let all)) = list.element { choices = all }
    default: break
    }
    vocabulary.set(
      Vocabulary.Field(
        label: Words(heading: field.label), type: member.type, choices: answers(choices), itemName: itemName),
      at: place)
    var inner = field.type.fields
    if case .documents = field.type { inner = types.documentFields }
    addWords(inner, types, place, &vocabulary)
  }
}

private func answers(_ choices: [Choice]) -> [String: Words] {
  var words: [String: Words] = [:]
  for choice in choices { words[choice.id] = Words(choice: choice.id, label: choice.label) }
  return words
}

private func spaced(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }
