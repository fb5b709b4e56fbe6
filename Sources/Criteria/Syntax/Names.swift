import FEEL

/// Letters, digits and `_`, first a letter, not a word of FEEL.
func isFieldName(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter else { return false }
  return text.allSatisfy { $0.isLetter || $0.isWholeNumber || $0 == "_" } && !feelKeywords.contains(text)
}

/// Words that an expression would not take for a name.
let feelKeywords: [String] = [
  "and", "between", "else", "every", "external", "false", "for", "function", "if", "in", "instance", "not",
  "null",
  "of", "or", "return", "satisfies", "some", "then", "true",
]

/// An id as close to the text as ids allow, for a suggestion.
func madeID(_ text: String) -> String {
  var id = ""
  for character in text.lowercased() {
    switch character {
    case "a"..."z" where character.isASCII, "0"..."9" where character.isASCII: id.append(character)
    case "å", "ä", "à", "á": id.append("a")
    case "ö", "ø", "ó": id.append("o")
    case "é", "è", "ë": id.append("e")
    case "ü": id.append("u")
    default: if id.last != "-" && !id.isEmpty { id.append("-") }
    }
  }
  while id.last == "-" { id.removeLast() }
  return id.isEmpty ? "a-1" : id
}

/// A field name as close to the text as field names allow, for a suggestion.
func madeName(_ text: String) -> String {
  var name = ""
  for character in text {
    if character.isLetter || (character.isWholeNumber && !name.isEmpty) {
      name.append(character)
    } else if !name.isEmpty, name.last != "_" {
      name.append("_")
    }
  }
  while name.last == "_" { name.removeLast() }
  if name.isEmpty { return "a1" }
  return feelKeywords.contains(name) ? name + "_1" : name
}
