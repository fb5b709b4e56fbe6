import Diagnostics
import ExactNumbers
import Testing

@testable import Criteria

/// Writing the texts of a round leaves everything else alone.
@Suite struct WriteRoundTextsTests {
  private static let head = """
    # Omgången
    schema: beredning/round/1
    round: liten   # namn
    title: {sv: L, en: L}
    rules: x
    dates: {closing: 2026-09-01}   # sista dag

    """
  private static let tail = """

    # Sist
    document_status: arbetsmaterial
    """

  private func write(_ values: String, over round: String) throws(RoundTextsError) -> WrittenDraft {
    var sources = SourceMap()
    let base = sources.add(file("omgang/round.yaml", round))
    return try writeRoundTexts(sources.add(file("texts.json", values)), over: base, in: sources)
  }

  private func written(_ values: String, over round: String) throws -> String {
    String(decoding: try write(values, over: round).bytes, as: UTF8.self)
  }

  private func read(_ round: String) throws -> Round {
    var sources = SourceMap()
    let reading = readRound(sources.add(file("omgang/round.yaml", round)), in: sources)
    return try #require(reading.value, "\(shown(reading.findings, sources))\n\(round)")
  }

  @Test func aTextIsRewrittenAndItsNeighboursAreNot() throws {
    let round =
      Self.head + """
        paper:
          # vad som beslutas
          decisions: [Ja]   # ett
          summary: Kort.   # om allt
          # par
          compare:
            - [a, b]   # de två
        """ + Self.tail
    let now = try write(#"{"paper": {"summary": "Längre.\nI två rader."}}"#, over: round)
    #expect(
      String(decoding: now.bytes, as: UTF8.self)
        == round.replacing(
          "  summary: Kort.   # om allt", with: "  summary: |-\n    Längre.\n    I två rader."))
    #expect(now.losses == [.init(field: "paper.summary", comments: ["# om allt"], unknownKeys: [])])
  }

  @Test func aTextThatWasNotThereComesAfterItsNeighbour() throws {
    let round =
      Self.head + "paper:\n  decisions:\n    - Ja\n\n  compare:\n    - [a, b]\n" + Self.tail
    #expect(
      try written(#"{"paper": {"summary": {"sv": "S: å", "en": "E"}}}"#, over: round)
        == round.replacing("    - Ja\n", with: "    - Ja\n  summary:\n    sv: \"S: å\"\n    en: E\n"))
    let both = try written(
      #"{"texts": {"director_proposal": "Nej"}, "paper": {"sent_to": ["De sökande", "Medlemmarna"]}}"#,
      over: Self.head)
    #expect(
      both == Self.head + "texts:\n  director_proposal: Nej\npaper:\n  sent_to: [De sökande, Medlemmarna]\n")
  }

  @Test func whatIsTakenAwayTakesItsCommentsAndNothingElse() throws {
    let round = Self.head + "texts:\n  # en mening\n  director_proposal: Ja\n" + Self.tail
    let gone = try write(#"{"texts": {"director_proposal": null}}"#, over: round)
    #expect(String(decoding: gone.bytes, as: UTF8.self) == Self.head + Self.tail)
    #expect(gone.losses.map { $0.comments } == [["# en mening"]])
    let other = Self.head + "texts:\n  director_proposal: Ja\n  eget: Kvar   # här\n" + Self.tail
    #expect(
      try written(#"{"texts": {"director_proposal": {"sv": "", "en": null}}}"#, over: other)
        == other.replacing("  director_proposal: Ja\n", with: ""))
  }

  @Test func noSectionsAreNotTheSameAsNoKey() throws {
    let none = try written(#"{"paper": {"sections": []}}"#, over: Self.head)
    #expect(try read(none).paper.sections?.isEmpty == true)
    let own = try written(#"{"paper": {"sections": null}}"#, over: none)
    #expect(own == Self.head)
    let written = try written(
      #"{"paper": {"sections": [{"title": {"sv": "Barn", "en": "Children"}, "text": "Inga.", "prompt": null}]}}"#,
      over: Self.head)
    let sections = try #require(try read(written).paper.sections)
    #expect(sections.map { $0.title } == [Text("Barn", "Children")])
    #expect(sections.map { $0.text?.sv } == ["Inga."])
  }

  @Test func aFileThatWouldLoseOtherThingsIsRefused() {
    let flow = Self.head + "paper: {summary: S, compare: [[a, b]]}\n"
    let shared = Self.head + "texts: {a: &x J}\npaper: {summary: *x}\n"
    for round in [flow, shared, "{schema: beredning/round/1, round: l}"] {
      #expect(throws: RoundTextsError.sharedLines) {
        try write(#"{"paper": {"summary": "Ny"}}"#, over: round)
      }
    }
    #expect(throws: RoundTextsError.noObject) { try write("[1]", over: Self.head) }
    #expect(throws: RoundTextsError.noObject) { try write("{", over: Self.head) }
  }

  @Test func lineBreaksOfTheFileAreKept() throws {
    let round = (Self.head + "paper:\n  summary: S\n  matter: M\n").replacing("\n", with: "\r\n")
    #expect(
      try written(#"{"paper": {"summary": "N"}}"#, over: round)
        == round.replacing("summary: S", with: "summary: N"))
  }

  // MARK: Whatever is written

  private static let words = [
    "Ja.", "å: ä # ö", "- nej", "saknas", "två\nrader", "två\n\nstycken\n", "  inskjutet", "\"citat\" och \\",
    "null", "{a}", "[b], c", "'", "#", "\t", "1_000", "...\n---", "\u{85}\u{2028}",
  ]

  /// A text as JSON, and what a round is to say then.
  private func text(_ random: inout SplitMix64) -> (json: String, text: Text) {
    let sv = random.pick(Self.words)
    if random.next(below: 2) == 0 { return (quoted(sv), Text(sv: sv)) }
    let en = random.pick(Self.words)
    return ("{\"sv\": \(quoted(sv)), \"en\": \(quoted(en))}", Text(sv, en))
  }

  /// As a page sends it: what YAML cannot hold as it is, is escaped.
  private func quoted(_ text: String) -> String {
    JSON.string(text).text(.compact).replacing("\u{85}", with: "\\u0085").replacing(
      "\u{2028}", with: "\\u2028")
  }

  /// A round with some of the keys, with comments and blank lines between them.
  private func round(_ random: inout SplitMix64) -> String {
    var lines = Self.head
    let fillers = ["", "\n", "  # anmärkning\n", "# längst ut\n"]
    if random.next(below: 2) == 0 {
      lines += "texts:   # förslag\n"
      if random.next(below: 2) == 0 {
        lines += random.pick(fillers) + "  director_proposal: Ja   # en mening\n"
      }
      lines += random.pick(fillers) + "  eget: {sv: Annat, en: Other}\n" + random.pick(fillers)
    }
    if random.next(below: 4) > 0 {
      lines += "paper:\n  without: [matter]   # utan\n"
      let parts = [
        "  decisions:\n    - Ja   # ett\n    - {sv: Nej, en: No}\n",
        "  summary: |\n    Rad.\n\n    # ingen anmärkning\n",
        "  economy: >-\n    vikt\n    ihop\n", "  sections:\n  - title: T\n    text: X   # x\n",
        "  sent_to: [A, B]\n",
      ]
      for part in parts where random.next(below: 2) == 0 { lines += random.pick(fillers) + part }
      lines += "  compare:\n    - [a, b]   # de två\n"
    }
    return lines + Self.tail
  }

  private struct Expected: Equatable {
    var director: Text?
    var singles: [Text?]
    var lists: [[Text]]
    var sections: [[Text?]]?
    var without: [PaperTexts.Part]
    var pairs: [[String]]
    var own: Text?

    init(_ round: Round) {
      director = round.texts.first { $0.key == "director_proposal" }?.text
      own = round.texts.first { $0.key == "eget" }?.text
      let paper = round.paper
      singles = [paper.summary, paper.matter, paper.assessment, paper.economy]
      lists = [paper.decisions, paper.documents, paper.sentTo]
      sections = paper.sections.map { $0.map { [$0.title, $0.text, $0.prompt] } }
      without = paper.without
      pairs = paper.pairs.map { [$0.first, $0.second] }
    }
  }

  @Test(arguments: 0..<200)
  func whatIsWrittenReadsBackAndTheRestIsTheSame(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let before = round(&random)
    var expected = Expected(try read(before))
    var members: [String] = []
    func single(_ key: String) -> Text? {
      let (json, text) = text(&random)
      members.append("\"\(key)\": \(json)")
      return text
    }
    for (index, key) in ["summary", "matter", "assessment", "economy"].enumerated()
    where random.next(below: 3) == 0 {
      expected.singles[index] = single(key)
    }
    for (index, key) in ["decisions", "documents", "sent_to"].enumerated() where random.next(below: 3) == 0 {
      let texts = (0..<random.next(below: 4)).map { _ in text(&random) }
      members.append("\"\(key)\": [" + texts.map { $0.json }.joined(separator: ", ") + "]")
      expected.lists[index] = texts.map { $0.text }
    }
    if random.next(below: 3) == 0 {
      let sections = (0..<random.next(below: 3)).map { _ in (text(&random), text(&random)) }
      let json = sections.map { "{\"title\": \($0.0.json), \"text\": \($0.1.json), \"prompt\": null}" }
      members.append("\"sections\": [" + json.joined(separator: ", ") + "]")
      expected.sections = sections.map { [$0.0.text, $0.1.text, nil] }
    }
    var values = "{\"paper\": {" + members.joined(separator: ", ") + "}"
    if random.next(below: 2) == 0 {
      let (json, text) = text(&random)
      values += ", \"texts\": {\"director_proposal\": \(json)}"
      expected.director = text
    }
    values += "}"
    let now = try write(values, over: before)
    let after = String(decoding: now.bytes, as: UTF8.self)
    #expect(Expected(try read(after)) == expected, "\(before)\n→ \(values)\n→ \(after)")
    #expect(after.hasPrefix(Self.head) && after.contains(Self.tail), "\(after)")
    #expect(try written(values, over: after) == after)
    #expect(try written("{}", over: before) == before)
    // A comment is there still, or told.
    for comment in [
      "# förslag", "# en mening", "# utan", "# ett", "# x", "# de två", "# anmärkning", "# längst ut",
    ] {
      let told = now.losses.flatMap { $0.comments }.count { $0 == comment }
      #expect(
        after.split(separator: comment).count + told >= before.split(separator: comment).count,
        "\(comment)\n\(after)")
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int(next(below: UInt64(all.count)))]
  }
}
