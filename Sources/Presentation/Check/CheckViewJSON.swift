internal import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

extension SelfCheck {
  /// The check in words, as `beredning/check-view/1` (docs/schemas/check-view-1.schema.json): what the self-check
  /// page shows. Nothing about rank.
  public func viewJSON(_ language: Language) -> JSON {
    let words = CheckViewBuilder(self, language, citesPlaces: false)
    let view = words.view()
    let phrases = CheckPhrases(language)
    return [
      "schema": "beredning/check-view/1", "lang": .string(language == .swedish ? "sv" : "en"),
      "draft": .string(result.id), "name": .string(view.name), "rules": .string(view.stamp),
      "as_of": .string(report.data.round.asOf.text), "notice": .string(phrases.notice),
      "stopped": .bool(view.isStopped),
      "stops": [
        "lead": .string(view.lead),
        "items": .array(
          view.stops.map {
            [
              "title": .string(phrases.stop($0.title, isOpen: $0.isOpen)), "open": .bool($0.isOpen),
              "sentences": .strings($0.sentences),
            ]
          }),
      ],
      "missing": [
        "heading": .string(view.missingHeading),
        "items": .array(
          view.missing.map {
            ["text": .string($0.sentence), "path": $0.path.map { .string($0.text) } ?? .null]
          }),
      ],
      "standing": [
        "heading": .string(view.standingHeading),
        "rows": .array(
          view.standing.map {
            ["title": .string($0.title), "level": .string($0.level), "points": .string($0.points)]
          }),
        "remarks": .strings(view.remarks),
      ],
      "explanation": .array(words.explanation().map { $0.json }),
      "improvements": view.advice.map { advice in
        [
          "heading": .string(view.adviceHeading), "lead": .string(view.adviceLead),
          "sections": .array(advice.sections.map { $0.json }),
        ]
      } ?? .null,
    ]
  }
}

extension ExplanationView.Section {
  fileprivate var json: JSON {
    [
      "heading": .string(heading), "lead": .strings(lead),
      "rows": .array(
        rows.map {
          [
            "title": .string($0.title), "points": .string($0.points), "sentences": .strings($0.sentences),
          ]
        }),
      "sections": .array(sections.map { $0.json }), "footer": .strings(footer),
    ]
  }
}

extension ImprovementView.Section {
  fileprivate var json: JSON {
    [
      "heading": .string(heading), "lead": .strings(lead),
      "rows": .array(
        rows.map {
          [
            "gain": .string($0.gain), "total": .string($0.total), "what": .string($0.what),
            "notes": .strings($0.notes),
          ]
        }),
      "steps": .strings(steps), "footer": .strings(footer),
    ]
  }
}

extension JSON {
  fileprivate static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
