import Diagnostics
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// A small form that most tests use.
let smallForm = """
  schema: beredning/form/1
  form: liten
  version: "1"
  title: {sv: Liten, en: Small}
  name: titel
  documents: dokument
  fields:
    - {field: titel, type: text, max_length: 20, label: {sv: Titel, en: Title}}
    - field: inriktning
      type: choice
      choices: [{id: individ, label: {sv: Individ, en: Individual}}, {id: struktur, label: {sv: Struktur, en: Structural}}]
      label: {sv: Inriktning, en: Kind}
    - field: målgrupp
      type: group
      label: {sv: Målgrupp, en: Target group}
      when: inriktning = "individ"
      fields:
        - {field: antal, type: integer, min: 0, max: 100, unit: personer, label: {sv: Antal deltagare, en: Number of participants}}
        - {field: andel, type: decimal, min: 0, max: 1, unit: andel, label: {sv: Andel unga, en: Share of young}}
        - {field: elever, type: integer, min: 0, max: 100, not_applicable: true, label: {sv: Elever, en: Pupils}}
        - {field: klart, type: date, label: {sv: Klart, en: Ready}}
        - {field: ohälsa, type: boolean, label: {sv: Ohälsa, en: Ill health}}
    - field: organisationer
      type: list
      key: id
      item_label: namn
      max_items: 4
      label: {sv: Organisationer, en: Organisations}
      fields:
        - {field: id, type: id, label: {sv: Beteckning, en: Id}}
        - {field: namn, type: text, label: {sv: Namn, en: Name}}
        - field: åtagande
          type: choice
          choices: [{id: avsikt, label: {sv: Avsikt, en: Intent}}, {id: avtal, label: {sv: Avtal, en: Agreement}}]
          label: {sv: Åtagande, en: Commitment}
        - {field: belägg, type: documents, label: {sv: Belägg, en: Evidence}}
    - {field: insatsägare, type: reference, to: organisationer, label: {sv: Insatsägare, en: Owner}}
    - {field: områden, type: list, of: text, min_items: 1, label: {sv: Områden, en: Areas}}
    - field: dokument
      type: list
      key: id
      label: {sv: Dokument, en: Documents}
      fields:
        - {field: id, type: id, label: {sv: Beteckning, en: Id}}
        - field: typ
          type: choice
          choices: [{id: avtal, label: {sv: Avtal, en: Agreement}}, {id: brev, label: {sv: Brev, en: Letter}}]
          label: {sv: Typ, en: Type}

  """

/// A ruleset over `smallForm`; `sections` stand after its heading. Without a criterion it gets one.
func smallRuleset(_ sections: String) -> String {
  let heading = """
    schema: beredning/ruleset/1
    ruleset: liten
    version: "1"
    title: {sv: Liten, en: Small}
    status: example
    form: liten

    """
  let criteria = """
    criteria:
      - id: ett
        title: {sv: Ett, en: One}
        weight: 100
        measure:
          of: målgrupp.antal
          points: {0: 0, 10: 100}

    """
  return heading + sections + (sections.contains("criteria:") ? "" : criteria)
}

func smallProposal(_ fields: String, id: String = "stegen") -> String {
  "schema: beredning/proposal/1\nid: \(id)\nform: liten\n" + fields
}

func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }

let asOf = CalendarDate("2026-09-15")!

/// The form of `smallForm`, which has no findings.
func readSmallForm(_ location: SourceLocation = #_sourceLocation) -> Form {
  var sources = SourceMap()
  let source = sources.add(file("Rules/liten.form.yaml", smallForm))
  let reading = readForm(source, in: sources)
  #expect(reading.findings.isEmpty, "\(shown(reading.findings, sources))", sourceLocation: location)
  return reading.value!
}

func shown(_ findings: Findings, _ sources: SourceMap) -> String {
  FindingRenderer(sources: sources, language: .swedish).renderAll(findings)
}

func formFindings(_ text: String) -> Findings {
  var sources = SourceMap()
  let source = sources.add(file("Rules/liten.form.yaml", text))
  return readForm(source, in: sources).findings
}

func rulesetReading(_ text: String) -> Reading<Ruleset> {
  var sources = SourceMap()
  let source = sources.add(file("Rules/liten.rules.yaml", text))
  return readRuleset(source, in: sources, form: readSmallForm())
}

func proposalReading(_ text: String, path: String = "Proposals/r/stegen.yaml", form: Form? = nil) -> Reading<
  Proposal
> {
  var sources = SourceMap()
  let source = sources.add(file(path, text))
  return readProposal(source, in: sources, form: form ?? readSmallForm(), asOf: asOf)
}

/// A finding as a test states it: code and message, then a hint on each line.
func wording(_ finding: Finding, _ language: Language) -> String {
  ([finding.code.text + ": " + finding.message(language)] + finding.hints.map { $0(language) }
    + finding.related.map { "→ " + $0.message(language) }).joined(separator: "\n")
}

/// Expects exactly one finding besides notes, in these words, between the markers 1️⃣ and 2️⃣ where they stand.
func expectOne(
  _ findings: Findings, in marked: Marked, _ sv: String, _ en: String,
  _ location: SourceLocation = #_sourceLocation
) {
  let all = findings.sorted.filter { $0.severity != .note }
  #expect(all.map { wording($0, .swedish) }.joined(separator: "\n\n") == sv, sourceLocation: location)
  #expect(all.map { wording($0, .english) }.joined(separator: "\n\n") == en, sourceLocation: location)
  guard let finding = all.first, marked.offsets[1] != nil else { return }
  #expect(finding.span?.start == marked.position(1), sourceLocation: location)
  if marked.offsets[2] != nil { #expect(finding.span?.end == marked.position(2), sourceLocation: location) }
}
