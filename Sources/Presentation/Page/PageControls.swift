internal import Diagnostics

/// What a reader may try on the page: scenarios, pairs and own weights. Hidden until the script runs.
struct PageControls {
  private let words: PaperPhrases

  init(_ language: Language) { words = PaperPhrases(language) }

  func write(_ choices: Paper.Choices, _ markup: inout Markup) {
    markup.open(
      "section", [("class", "try"), ("id", "prova"), ("aria-labelledby", "prova-rubrik"), ("hidden", "")])
    markup.leaf("h2", words("Pröva och jämför", "Try and compare"), [("id", "prova-rubrik")])
    markup.leaf(
      "p",
      words(
        "Allt räknas i sidan med samma regler. Inget skickas någonstans. Filen innehåller förslagen och bedömningarna: ge den bara till den som får läsa dem.",
        "Everything is computed in the page, by the same rules. Nothing is sent anywhere. The file holds the proposals and the assessments: give it only to those who may read them."
      ), [("class", "note")])
    if !choices.scenarios.isEmpty { scenarios(choices, &markup) }
    if choices.proposals.count >= 2 { pairs(choices, &markup) }
    ownWeights(choices, &markup)
    markup.leaf("p", "", [("id", "lage"), ("role", "status")])
    markup.raw("<div id=\"svar\"></div>")
    markup.close("section")
    markup.raw("\n")
  }

  private func scenarios(_ choices: Paper.Choices, _ markup: inout Markup) {
    markup.element("fieldset") { markup in
      markup.leaf("legend", words("Fasta scenarier", "Fixed scenarios"))
      markup.leaf("label", words("Scenario", "Scenario"), [("for", "scenario")])
      markup.element("select", [("id", "scenario")]) { markup in
        markup.leaf("option", words("Reglernas vikter", "The rules' weights"), [("value", "")])
        for scenario in choices.scenarios {
          markup.leaf("option", scenario.title, [("value", scenario.weights)])
        }
      }
    }
  }

  private func pairs(_ choices: Paper.Choices, _ markup: inout Markup) {
    markup.element("fieldset") { markup in
      markup.leaf("legend", words("Jämför två förslag", "Compare two proposals"))
      let labels = [words("Det ena", "The one"), words("Det andra", "The other")]
      for (number, label) in labels.enumerated() {
        let id = "forslag-\(number == 0 ? "a" : "b")"
        markup.leaf("label", label, [("for", id)])
        markup.element("select", [("id", id)]) { markup in
          for (index, proposal) in choices.proposals.enumerated() {
            markup.leaf(
              "option", proposal.name,
              [("value", proposal.id)] + (index == number ? [("selected", "")] : []))
          }
        }
        markup.raw(" ")
      }
      markup.leaf("button", words("Jämför", "Compare"), [("type", "button"), ("id", "jamfor")])
    }
  }

  private func ownWeights(_ choices: Paper.Choices, _ markup: inout Markup) {
    markup.element("details") { markup in
      markup.leaf(
        "summary",
        words("Pröva själv – inte styrelsens viktning", "Try for yourself – not the board's weighting"))
      markup.element("fieldset") { markup in
        markup.leaf("legend", words("Egna vikter", "Own weights"))
        for (index, criterion) in choices.criteria.enumerated() {
          markup.element("div", [("class", "weight")]) { markup in
            let id = "vikt-\(index)"
            markup.leaf("label", criterion.title, [("for", id)])
            markup.open(
              "input",
              [
                ("type", "number"), ("id", id), ("data-criterion", criterion.id), ("min", "0"),
                ("step", "any"),
                ("value", criterion.weight), ("data-given", criterion.weight), ("inputmode", "decimal"),
              ])
          }
        }
        markup.leaf("button", words("Räkna", "Compute"), [("type", "button"), ("id", "rakna")])
        markup.raw(" ")
        markup.leaf(
          "button", words("Tillbaka till reglernas vikter", "Back to the rules' weights"),
          [("type", "button"), ("id", "aterstall")])
      }
    }
  }

  /// The engine and the round's files as data, which no browser runs: base 64, the engine deflated.
  func data(_ engine: PageEngine, _ language: String, _ markup: inout Markup) {
    markup.leaf(
      "script", Base64.text(Deflate.compressed(engine.engine.module)),
      [("type", "text/plain"), ("id", "motor")])
    markup.open(
      "script",
      [
        ("type", "text/plain"), ("id", "filer"), ("data-round", Base64.text(Array(engine.round.utf8))),
        ("data-lang", language),
        ("data-busy", words("Räknar …", "Computing …")),
        ("data-same", words("Välj två olika förslag.", "Choose two different proposals.")),
        (
          "data-weight",
          words("Varje vikt ska vara ett tal över noll.", "Every weight must be a number above zero.")
        ),
        ("data-failed", words("Det gick inte att räkna.", "It could not be computed.")),
      ])
    for file in engine.files {
      markup.raw(Base64.text(Array(file.path.utf8)) + " " + Base64.text(file.bytes) + "\n")
    }
    markup.close("script")
    markup.raw("\n")
  }
}
