public import Diagnostics

/// A type in plain words, as it stands inside a sentence: "ett tal i kr", "ja eller nej", "en av: avsikt, avtal".
public func typeDescription(_ type: FeelType) -> Text {
  switch type {
  case .any: return Text("vad som helst", "anything")
  case .null: return Text("inget värde", "no value")
  case .boolean: return Text("ja eller nej", "yes or no")
  case .number(let unit):
    guard let unit else { return Text("ett tal", "a number") }
    if unit == "andel" { return Text("en andel mellan 0 och 1", "a share between 0 and 1") }
    return Text("ett tal i " + unit, "a number in " + unit)
  case .string: return Text("en text", "a text")
  case .choice(let choices):
    if choices.count == 1 { return Text("texten `\(choices[0])`", "the text `\(choices[0])`") }
    let listed = shortened(choices)
    return Text("en av: " + listed(.swedish), "one of: " + listed(.english))
  case .date: return Text("ett datum", "a date")
  case .yearsMonths: return Text("en tid i år och månader", "a time in years and months")
  case .daysTime: return Text("en tid i dagar", "a time in days")
  case .list(let element):
    if case .null = element { return Text("en tom lista", "an empty list") }
    if case .any = element { return Text("en lista", "a list") }
    let items = pluralDescription(element)
    return Text("en lista med " + items(.swedish), "a list of " + items(.english))
  case .context(let members):
    let listed = shortened(members.map { $0.name })
    return Text("en uppgift med fälten " + listed(.swedish), "an entry with the fields " + listed(.english))
  case .range(let element):
    let items = pluralDescription(element)
    return Text("ett intervall av " + items(.swedish), "a range of " + items(.english))
  case .function: return Text("en funktion", "a function")
  }
}

private func pluralDescription(_ type: FeelType) -> Text {
  switch type {
  case .any, .null: return Text("värden", "values")
  case .boolean: return Text("svar, ja eller nej", "answers, yes or no")
  case .number(let unit):
    guard let unit else { return Text("tal", "numbers") }
    if unit == "andel" { return Text("andelar", "shares") }
    return Text("tal i " + unit, "numbers in " + unit)
  case .string: return Text("texter", "texts")
  case .choice(let choices):
    let listed = shortened(choices)
    return Text("val bland: " + listed(.swedish), "choices among: " + listed(.english))
  case .date: return Text("datum", "dates")
  case .yearsMonths, .daysTime: return Text("tider", "times")
  case .list: return Text("listor", "lists")
  case .context: return Text("uppgifter", "entries")
  case .range: return Text("intervall", "ranges")
  case .function: return Text("funktioner", "functions")
  }
}

/// Names or choices with commas; long lists end with how many more there are.
func shortened(_ names: [String], limit: Int = 24) -> Text {
  guard names.count > limit else {
    let all = names.joined(separator: ", ")
    return Text(all, all)
  }
  let first = names.prefix(limit - 4).joined(separator: ", ")
  let rest = String(names.count - limit + 4)
  return Text(first + " och " + rest + " till", first + " and " + rest + " more")
}
