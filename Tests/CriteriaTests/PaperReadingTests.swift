import Diagnostics
import FEEL
import Testing

@testable import Criteria

/// What a round's file says for its board paper.
@Suite struct PaperReadingTests {
  private func load(_ paper: String) -> LoadedRound {
    var small = SmallRound()
    small.round += paper
    return loadRound(small.files)
  }

  private func codes(_ paper: String) -> [String] {
    load(paper).findings.sorted.map { "\($0.code.text): \($0.message.sv)" }
  }

  @Test func everythingIsRead() throws {
    let loaded = load(
      """
      paper:
        decisions: [Styrelsen beviljar Stegen., {sv: "Två", en: "Two"}]
        summary: |
          Ett stycke.

          Ett till.
        sections:
          - {title: Barnets bästa, prompt: Beskriv.}
          - {title: Jämställdhet, text: Prövat.}
        documents: [Protokoll]
        sent_to: [De sökande]
        earlier:
          - {title: Bron, total: 58, decided: 2026-03-12, outcome: bifall}
        without: [matter, sent_to]

      """)
    #expect(shown(loaded.findings, loaded.sources) == "")
    let paper = try #require(loaded.data?.round.paper)
    #expect(paper.decisions.map { $0.sv } == ["Styrelsen beviljar Stegen.", "Två"])
    #expect(paper.summary?.sv == "Ett stycke.\n\nEtt till.\n")
    #expect(paper.sections?.map { $0.title.sv } == ["Barnets bästa", "Jämställdhet"])
    #expect(paper.sections?.map { $0.text?.sv } == [nil, "Prövat."])
    #expect(paper.earlier.map { $0.total } == [58])
    #expect(paper.earlier[0].decided?.text == "2026-03-12")
    #expect(paper.without == [.matter, .sentTo])
    #expect(paper.pairs.isEmpty)
  }

  @Test func aRoundNeedsNoPaper() throws {
    let paper = try #require(load("").data?.round.paper)
    #expect(paper.decisions.isEmpty && paper.sections == nil)
  }

  @Test func aPairIsTwoProposalsOfTheRound() {
    #expect(
      codes("paper:\n  compare:\n    - [stegen, steget]\n") == [
        "R130: omgången har inget förslag `steget`"
      ])
    for pair in ["[stegen]", "[stegen, stegen]", "[stegen, a, b]"] {
      #expect(codes("paper:\n  compare:\n    - \(pair)\n") == ["R131: ett par är två olika förslag"])
    }
  }

  @Test(arguments: [
    ("steget", "Menade du `stegen`?"), ("ingenting", "Skriv förslagets id, som är filens namn utan `.yaml`."),
  ])
  func anUnknownProposalIsHelpedAlong(id: String, hint: String) {
    let findings = load("paper:\n  compare:\n    - [stegen, \(id)]\n").findings.sorted
    #expect(findings.map { $0.hints.map { $0.sv } } == [[hint]])
  }

  @Test func aSectionSaysSomething() {
    #expect(codes("paper:\n  sections:\n    - {title: Tomt}\n") == ["R132: avsnittet är tomt"])
  }

  @Test func wordsAndKeysAreKnown() {
    #expect(codes("paper: {sumary: x}\n") == ["R003: okänd nyckel `sumary`"])
    #expect(codes("paper:\n  without: [kappan]\n").first?.hasPrefix("R008") == true)
    #expect(
      codes("paper:\n  earlier:\n    - {title: Bron, total: hundra}\n").first?.hasPrefix("R009") == true)
  }
}
