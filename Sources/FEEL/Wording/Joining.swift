/// How clauses are joined, so that it is heard which words belong together.
extension Phrasing {
  private struct Part {
    var words: Words
    /// Of a plain condition: what it is about, so that the next one about the same need not say it again.
    var subject: Words?
    /// It joins conditions itself.
    var isGroup = false
  }

  /// Commas and "och" between plain conditions; semicolons between what itself holds commas, "och" or "eller".
  func joined(_ parts: [Expression], isOr: Bool, negated: Bool, isNested: Bool) -> Words {
    let merged = merged(parts.map { part($0, negated: negated) }, isOr: isOr)
    let words = merged.map { $0.words }
    let word = isOr ? Words("eller ", "or ") : Words("och ", "and ")
    if merged.contains(where: { $0.isGroup }) {
      if !isNested { return Words.separated(words, by: Words("; ", "; "), last: Words("; ", "; ") + word) }
      let text = Words.separated(words, by: Words(", ", ", "), last: Words(", ", ", ") + word)
      return Words("(", "(") + text + Words(")", ")")
    }
    let isHeavy =
      words.dropLast().contains { $0.joinsWords } || (words.count > 2 && words.contains { $0.joinsWords })
    if !isHeavy { return Words.list(words, or: isOr) }
    let separator = words.count == 2 || isNested ? Words(", ", ", ") : Words("; ", "; ")
    return Words.separated(words, by: separator, last: separator + word)
  }

  private func part(_ expression: Expression, negated: Bool) -> Part {
    let words = clause(expression, negated: negated, isNested: true)
    if Phrasing.isJunction(expression) { return Part(words: words, isGroup: true) }
    switch expression.node {
    case .comparison, .between, .inTests:
      return Part(words: words, subject: predicate(expression, negated: negated).subject.inClause)
    default: return Part(words: words)
    }
  }

  /// "antalet är minst 2 och är högst 5" instead of naming it twice.
  private func merged(_ parts: [Part], isOr: Bool) -> [Part] {
    var merged: [Part] = []
    for part in parts {
      guard let subject = part.subject, let last = merged.last, last.subject == subject else {
        merged.append(part)
        continue
      }
      let rest = Words(
        sv: String(part.words.sv.dropFirst(subject.sv.count)),
        en: String(part.words.en.dropFirst(subject.en.count)))
      merged[merged.count - 1].words =
        last.words + (isOr ? Words(" eller", " or") : Words(" och", " and")) + rest
    }
    return merged
  }
}

extension Noun {
  /// As the subject of a clause: "antalet parter".
  var inClause: Words { definite ?? words }
}

extension Words {
  fileprivate static func separated(_ all: [Words], by separator: Words, last: Words) -> Words {
    guard var text = all.first else { return Words("", "") }
    for (index, words) in all.enumerated().dropFirst() {
      text = text + (index == all.count - 1 ? last : separator) + words
    }
    return text
  }

  /// Whether a listener could take what follows for a part of this: it holds commas, "och" or "eller" outside quotes.
  fileprivate var joinsWords: Bool {
    var isQuoted = false
    for word in sv.split(separator: " ") {
      if !isQuoted, word == "och" || word == "eller" { return true }
      for character in word where character == "”" { isQuoted.toggle() }
      if !isQuoted, word.last == "," { return true }
    }
    return false
  }
}
