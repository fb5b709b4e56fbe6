import Diagnostics
import FEEL
import YAMLSource

extension FileReader {
  /// What the round says for its board paper. Ids are looked up once the proposals are known.
  mutating func paper(_ root: Mapping) -> PaperTexts {
    let keys = [
      "decisions", "summary", "matter", "assessment", "economy", "sections", "documents", "sent_to",
      "compare", "earlier", "without",
    ]
    var paper = PaperTexts()
    guard let node = root["paper"], let mapping = mapping(node, .value(of: "paper"), keys: keys) else {
      return paper
    }
    paper.decisions = texts(mapping, "decisions")
    paper.summary = optionalText(mapping, "summary")
    paper.matter = optionalText(mapping, "matter")
    paper.assessment = optionalText(mapping, "assessment")
    paper.economy = optionalText(mapping, "economy")
    if let node = mapping["sections"] { paper.sections = sections(node) }
    paper.documents = texts(mapping, "documents")
    paper.sentTo = texts(mapping, "sent_to")
    paper.pairs = pairs(mapping)
    paper.earlier = earlier(mapping)
    paper.without = without(mapping)
    return paper
  }

  private mutating func items(_ mapping: Mapping, _ key: String) -> [YAMLNode] {
    guard let node = mapping[key] else { return [] }
    return list(node, .value(of: key)) ?? []
  }

  private mutating func texts(_ mapping: Mapping, _ key: String) -> [Text] {
    var texts: [Text] = []
    for item in items(mapping, key) {
      if let text = text(item, .value(of: key)) { texts.append(text) }
    }
    return texts
  }

  private mutating func sections(_ node: YAMLNode) -> [PaperTexts.Section] {
    var sections: [PaperTexts.Section] = []
    for item in list(node, .value(of: "sections")) ?? [] {
      let what = Text("ett avsnitt", "a section")
      guard let entry = mapping(item, what, keys: ["title", "text", "prompt"]) else { continue }
      guard let title = requiredText(entry, "title") else { continue }
      let text = optionalText(entry, "text")
      let prompt = optionalText(entry, "prompt")
      if text == nil && prompt == nil {
        report(
          132, at: item.firstLine,
          Text("avsnittet är tomt", "the section is empty"),
          hints: [
            Text(
              "Skriv `text`, eller `prompt` med vad någon ska skriva.",
              "Write `text`, or `prompt` with what somebody is to write.")
          ])
      }
      sections.append(PaperTexts.Section(title: title, text: text, prompt: prompt))
    }
    return sections
  }

  private mutating func pairs(_ mapping: Mapping) -> [PaperTexts.Pair] {
    var pairs: [PaperTexts.Pair] = []
    for item in items(mapping, "compare") {
      guard let ids = list(item, Text("ett par", "a pair")) else { continue }
      let named = ids.compactMap { id($0, .value(of: "compare")) }
      guard ids.count == 2, named.count == 2, named[0] != named[1] else {
        report(
          131, at: item.firstLine,
          Text("ett par är två olika förslag", "a pair is two different proposals"),
          hints: [
            Text("Skriv `- [det-ena, det-andra]`.", "Write `- [the-one, the-other]`.")
          ])
        continue
      }
      pairs.append(PaperTexts.Pair(first: named[0], second: named[1], span: item.span))
    }
    return pairs
  }

  private mutating func earlier(_ mapping: Mapping) -> [PaperTexts.Earlier] {
    var earlier: [PaperTexts.Earlier] = []
    for item in items(mapping, "earlier") {
      let what = Text("ett tidigare förslag", "an earlier proposal")
      guard let entry = self.mapping(item, what, keys: ["title", "total", "decided", "outcome"]) else {
        continue
      }
      let title = requiredText(entry, "title")
      let total = required(entry, "total").flatMap { integer($0, "total", in: 0...1_000_000) }
      let decided = optionalDate(entry, "decided")
      let outcome = optionalText(entry, "outcome")
      guard let title, let total else { continue }
      earlier.append(
        PaperTexts.Earlier(title: title, total: Int(total), decided: decided, outcome: outcome))
    }
    return earlier
  }

  private mutating func without(_ mapping: Mapping) -> [PaperTexts.Part] {
    let parts: [(String, PaperTexts.Part)] = [
      ("decisions", .decisions), ("summary", .summary), ("matter", .matter), ("assessment", .assessment),
      ("economy", .economy), ("documents", .documents), ("sent_to", .sentTo),
    ]
    var without: [PaperTexts.Part] = []
    for item in items(mapping, "without") {
      if let part = word(item, "without", among: parts) { without.append(part) }
    }
    return without
  }

  /// Every proposal that the paper names must be there.
  mutating func checkPaper(_ round: Round, proposals: [String]) {
    for pair in round.paper.pairs {
      for id in [pair.first, pair.second] where !proposals.contains(id) {
        let hint =
          nearest(id, among: proposals).map { Text.didYouMean($0) }
          ?? Text(
            "Skriv förslagets id, som är filens namn utan `.yaml`.",
            "Write the proposal's id, which is its file name without `.yaml`.")
        report(
          130, at: pair.span,
          Text("omgången har inget förslag `\(id)`", "the round has no proposal `\(id)`"), hints: [hint])
      }
    }
  }
}
