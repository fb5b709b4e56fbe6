import Diagnostics
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// Where a field stands in the file, and what people call it.
@Suite struct FieldPathTests {
  private let marked = Marked(
    smallProposal(
      """
      inriktning: 1️⃣individ2️⃣
      3️⃣målgrupp4️⃣: saknas
      organisationer:
        - id: kommun-a
          namn: Kommun A
          åtagande: 5️⃣avtal6️⃣
        - {id: region-b}
      områden: [Åvik, 7️⃣Lillhed8️⃣]
      """))

  private func path(_ components: FieldPath.Component...) -> FieldPath { FieldPath(components) }

  private func expect(
    _ path: FieldPath, from start: Int?, to end: Int? = nil, label sv: String, _ en: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let proposal = try #require(proposalReading(marked.text).value)
    let form = readSmallForm()
    let span = locate(path, in: proposal, form: form)
    #expect(span?.start == start.map { marked.position($0) }, sourceLocation: location)
    if let end { #expect(span?.end == marked.position(end), sourceLocation: location) }
    let label = label(of: path, in: proposal, form: form)
    #expect(label.sv == sv, sourceLocation: location)
    #expect(label(.english) == en, sourceLocation: location)
  }

  @Test func valuesAndItems() throws {
    try expect(path(.name("inriktning")), from: 1, to: 2, label: "inriktning", "kind")
    try expect(
      path(.name("organisationer"), .item(1), .name("åtagande")), from: 5, to: 6,
      label: "organisationer, Kommun A: åtagande", "organisations, Kommun A: commitment")
    try expect(path(.name("områden"), .item(2)), from: 7, to: 8, label: "områden, 2", "areas, 2")
  }

  @Test func aMissingValueStandsWhereItsSurroundingsDo() throws {
    try expect(
      path(.name("målgrupp"), .name("antal")), from: 3, to: 4, label: "målgrupp: antal deltagare",
      "target group: number of participants")
    try expect(path(.name("titel")), from: nil, label: "titel", "title")
  }

  @Test func anItemWithoutLabelGoesByItsKey() throws {
    let proposal = try #require(proposalReading(marked.text).value)
    let label = label(
      of: path(.name("organisationer"), .item(2), .name("namn")), in: proposal, form: readSmallForm())
    #expect(label.sv == "organisationer, region-b: namn")
  }

  @Test func whatIsMissingAndApplies() throws {
    func missing(_ fields: String) throws -> [String] {
      let proposal = try #require(proposalReading(smallProposal(fields)).value)
      return missingFields(in: proposal, form: readSmallForm(), asOf: asOf).map {
        $0.path.text + ($0.isWritten ? " (saknas)" : "")
      }
    }
    #expect(
      try missing("titel: saknas\ninriktning: struktur\norganisationer: [{id: a}]\nområden: [Åvik]") == [
        "titel (saknas)", "organisationer[1].namn", "organisationer[1].åtagande", "insatsägare", "dokument",
      ])
    #expect(
      try missing("titel: x\ninriktning: individ\nmålgrupp: {antal: 1, elever: !ej-tillämpligt nej}") == [
        "målgrupp.andel", "målgrupp.klart", "målgrupp.ohälsa", "organisationer", "insatsägare", "områden",
        "dokument",
      ])
  }
}
