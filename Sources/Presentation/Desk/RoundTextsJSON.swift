public import Criteria
public import Diagnostics

/// The texts of a round that people write, with what each is for, as `beredning/texts/1`.
public func roundTextsJSON(_ round: Round, path: String, _ language: Language) -> JSON {
  RoundTextsWords(round, path, PaperPhrases(language)).json
}

private struct RoundTextsWords {
  let round: Round
  let path: String
  let words: PaperPhrases

  init(_ round: Round, _ path: String, _ words: PaperPhrases) {
    self.round = round
    self.path = path
    self.words = words
  }

  private var paper: PaperTexts { round.paper }

  var json: JSON {
    [
      "schema": "beredning/texts/1", "path": .string(path),
      "parts": [
        text(
          "texts", "director_proposal", words.directorProposal, prompt: words.directorWrites, limit: 600,
          round.texts.first { $0.key == "director_proposal" }?.text),
        list(
          "decisions", words.decisions, prompt: words.writeDecisions, limit: 2_000, paper.decisions,
          .decisions),
        text("paper", "summary", words.summary, prompt: words.writeSummary, paper.summary, .summary),
        text("paper", "matter", words.matter, prompt: words.writeMatter, paper.matter, .matter),
        text(
          "paper", "assessment", words.assessment, prompt: words.writeAssessment, paper.assessment,
          .assessment),
        text("paper", "economy", words.economy, prompt: words.writeEconomy, paper.economy, .economy),
        sections,
        list(
          "documents", words.documents, prompt: words.writeDocuments, limit: 2_000, paper.documents,
          .documents),
        list("sent_to", words.sentTo, prompt: words.writeRecipients, limit: 2_000, paper.sentTo, .sentTo),
      ],
    ]
  }

  private func text(
    _ place: String, _ key: String, _ title: String, prompt: String, limit: Int? = nil, _ value: Text?,
    _ part: PaperTexts.Part? = nil
  ) -> JSON {
    head("text", place, key, title, prompt: prompt, limit: limit, part, wording(value))
  }

  private func list(
    _ key: String, _ title: String, prompt: String, limit: Int, _ values: [Text], _ part: PaperTexts.Part
  ) -> JSON {
    head("list", "paper", key, title, prompt: prompt, limit: limit, part, .array(values.map(wording)))
  }

  /// Where the round has none, those that the paper then has: to be written they must be in the round.
  private var sections: JSON {
    head(
      "sections", "paper", "sections", words.writtenSections, prompt: words.writeSections, limit: nil, nil,
      .array(
        (paper.sections ?? words.ownSections).map { section in
          [
            "title": wording(section.title), "text": wording(section.text), "prompt": wording(section.prompt),
            "asks": .optional(section.prompt?.shown(words.language)),
          ]
        }))
  }

  private func head(
    _ kind: String, _ place: String, _ key: String, _ title: String, prompt: String, limit: Int?,
    _ part: PaperTexts.Part?, _ value: JSON
  ) -> JSON {
    [
      "in": .string(place), "key": .string(key), "kind": .string(kind), "title": .string(title),
      "prompt": .string(prompt), "limit": limit.map { .integer($0) } ?? .null,
      "left_out": .bool(part.map { paper.without.contains($0) } ?? false), "value": value,
    ]
  }

  private func wording(_ text: Text?) -> JSON {
    guard let text else { return .null }
    return ["sv": .string(text.sv), "en": .optional(text.en)]
  }
}
