import Diagnostics
import TestSupport
import Testing

@testable import Criteria

/// What the author of a form gets for each kind of mistake.
@Suite struct FormErrorTests {
  private func expect(
    _ fields: String, top: String = "", _ sv: String, _ en: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let heading = "schema: beredning/form/1\nform: liten\nversion: \"1\"\ntitle: {sv: Liten, en: Small}\n"
    let marked = Marked(heading + top + "fields:\n" + fields)
    expectOne(formFindings(marked.text), in: marked, sv, en, location)
  }

  @Test func unknownKey() {
    expect(
      "  - {field: a, type: text, label: A, 1️⃣requierd2️⃣: true}",
      """
      F003: okänd nyckel `requierd`
      Menade du `required`?
      Nycklarna är: field, type, label, help, required, core, when, absent, not_applicable, fixed, section, max_length.
      """,
      """
      F003: unknown key `requierd`
      Did you mean `required`?
      The keys are: field, type, label, help, required, core, when, absent, not_applicable, fixed, section, max_length.
      """)
  }

  @Test func keyOfAnotherType() {
    expect(
      "  - {field: a, type: text, label: A, 1️⃣min2️⃣: 0}",
      """
      F103: `min` hör inte till typen `text`
      Nyckeln hör till: integer, decimal, list.
      """,
      """
      F103: `min` does not belong to the type `text`
      The key belongs to: integer, decimal, list.
      """)
  }

  @Test func unknownType() {
    expect(
      "  - {field: a, type: 1️⃣int2️⃣, label: A}",
      """
      F008: `type` kan inte vara `int`
      `type` är något av: text, id, integer, decimal, boolean, date, choice, reference, documents, list, group.
      """,
      """
      F008: `type` cannot be `int`
      `type` is one of: text, id, integer, decimal, boolean, date, choice, reference, documents, list, group.
      """)
  }

  @Test func missingLabel() {
    expect(
      "  - 1️⃣{field: a, type: text}2️⃣",
      """
      F002: `label` saknas
      Ett fält måste ha `label`.
      """,
      """
      F002: `label` is missing
      A field must have `label`.
      """)
  }

  @Test func nameThatIsAWordOfFEEL() {
    expect(
      "  - {field: 1️⃣for2️⃣, type: text, label: A}",
      """
      F006: `for` kan inte vara ett namn
      Ett namn har bokstäver, siffror och `_`, börjar med en bokstav och är inget ord i FEEL: `for_1`.
      """,
      """
      F006: `for` cannot be a name
      A name has letters, digits and `_`, begins with a letter and is no word of FEEL: `for_1`.
      """)
  }

  @Test func nameWithBlank() {
    expect(
      "  - {field: 1️⃣antal per år2️⃣, type: integer, label: A}",
      """
      F006: `antal per år` kan inte vara ett namn
      Ett namn har bokstäver, siffror och `_`, börjar med en bokstav och är inget ord i FEEL: `antal_per_år`.
      """,
      """
      F006: `antal per år` cannot be a name
      A name has letters, digits and `_`, begins with a letter and is no word of FEEL: `antal_per_år`.
      """)
  }

  @Test func nameThatIsTaken() {
    expect(
      "  - {field: 1️⃣id2️⃣, type: id, label: A}",
      """
      F102: ett fält kan inte heta `id`
      `schema`, `id` och `form` står redan först i varje förslag.
      """,
      """
      F102: a field cannot be called `id`
      `schema`, `id` and `form` already stand first in every proposal.
      """)
  }

  @Test func fieldTwice() {
    expect(
      "  - {field: a, type: text, label: A}\n  - {field: 1️⃣a2️⃣, type: date, label: A}",
      """
      F007: `a` finns redan
      → först här
      """,
      """
      F007: `a` is already there
      → first here
      """)
  }

  @Test func minimumAboveMaximum() {
    expect(
      "  - {field: a, type: integer, label: A, min: 5, 1️⃣max2️⃣: 4}",
      """
      F105: `max` är mindre än `min`
      Inget värde kan då stå här.
      """,
      """
      F105: `max` is less than `min`
      No value can then stand here.
      """)
  }

  @Test func listWithoutItems() {
    expect(
      "  - 1️⃣{field: a, type: list, label: A}2️⃣",
      """
      F106: en lista har antingen `of` eller `fields`
      `of: text` är en lista med texter; `fields:` en lista där varje post har flera fält.
      """,
      """
      F106: a list has either `of` or `fields`
      `of: text` is a list of texts; `fields:` a list in which every item has several fields.
      """)
  }

  @Test func listKeyThatIsNoField() {
    expect(
      "  - field: a\n    type: list\n    label: A\n    key: 1️⃣idd2️⃣\n    fields: [{field: id, type: id, label: I}]",

      """
      F112: okänt fält `idd`
      Menade du `id`?
      Fälten är: id.
      """,
      """
      F112: unknown field `idd`
      Did you mean `id`?
      The fields are: id.
      """)
  }

  @Test func referenceToNoList() {
    expect(
      "  - {field: a, type: text, label: A}\n  - {field: b, type: reference, to: 1️⃣a2️⃣, label: B}",
      """
      F114: det går inte att hänvisa till `a`
      `to` är en lista överst i formuläret vars poster har en nyckel: `key: id`.
      """,
      """
      F114: `a` cannot be referred to
      `to` is a list at the top of the form whose items have a key: `key: id`.
      """)
  }

  @Test func documentsWithoutList() {
    expect(
      "  - {field: 1️⃣a2️⃣, type: documents, label: A}",
      """
      F117: `a` hänvisar till dokument, men formuläret har ingen lista över dokument
      Skriv överst `documents:` med namnet på listan.
      """,
      """
      F117: `a` refers to documents, but the form has no list of documents
      Write `documents:` at the top, with the list's name.
      """)
  }

  @Test func documentsThatAreNoDocuments() {
    expect(
      "  - field: a\n    type: list\n    label: A\n    key: id\n    fields: [{field: id, type: id, label: I}]",
      top: "documents: 1️⃣a2️⃣\n",
      """
      F111: `a` kan inte vara listan över dokument
      Den ska vara en lista med `key: id` och minst fälten `id` (typ `id`) och `typ` (typ `choice` eller `text`).
      """,
      """
      F111: `a` cannot be the list of documents
      It must be a list with `key: id` and at least the fields `id` (type `id`) and `typ` (type `choice` or `text`).
      """)
  }

  @Test func nameFieldThatIsMissing() {
    expect(
      "  - {field: titel, type: text, label: A}", top: "name: 1️⃣tittel2️⃣\n",
      """
      F112: okänt fält `tittel`
      Menade du `titel`?
      Fälten är: titel.
      """,
      """
      F112: unknown field `tittel`
      Did you mean `titel`?
      The fields are: titel.
      """)
  }

  @Test func emptyForSomethingThatIsNoList() {
    expect(
      "  - {field: a, type: text, label: A, absent: 1️⃣empty2️⃣}",
      """
      F104: bara en lista kan vara tom: `absent: empty`
      Skriv `unknown` eller `null`.
      """,
      """
      F104: only a list can be empty: `absent: empty`
      Write `unknown` or `null`.
      """)
  }

  @Test func conditionOnALaterField() {
    expect(
      """
        - field: a
          type: text
          label: A
          when: 1️⃣b2️⃣ = "x"
        - {field: b, type: text, label: B}
      """,
      """
      F119: `b` står efter `a` i formuläret
      `when` får bara använda fält som står före. Flytta upp `b`.
      """,
      """
      F119: `b` stands after `a` in the form
      `when` may only use fields that stand before. Move `b` up.
      """)
  }

  @Test func conditionOnItself() {
    expect(
      "  - field: a\n    type: text\n    label: A\n    when: 1️⃣a2️⃣ = \"x\"",
      """
      F119: `when` för `a` beror på fältet självt
      `when` får bara använda fält som står före.
      """,
      """
      F119: `when` of `a` depends on the field itself
      `when` may only use fields that stand before.
      """)
  }

  @Test func conditionOnAnUnknownField() {
    expect(
      "  - {field: ålder, type: integer, label: Å}\n  - field: b\n    type: text\n    label: B\n    when: 1️⃣alder2️⃣ > 20",

      """
      E201: okänt namn `alder`
      Menade du `ålder`?
      Namnen är: ålder, b.
      """,
      """
      E201: unknown name `alder`
      Did you mean `ålder`?
      The names are: ålder, b.
      """)
  }

  @Test func conditionThatIsNoCondition() {
    expect(
      "  - {field: a, type: integer, label: Å}\n  - field: b\n    type: text\n    label: B\n    when: 1️⃣a + 12️⃣",

      """
      E221: här behövs ett villkor, inte ett tal
      Jämför det med något, till exempel `!= null` eller `>= 1`.
      """,
      """
      E221: a condition is needed here, not a number
      Compare it with something, such as `!= null` or `>= 1`.
      """)
  }

  @Test func conditionInFlowStyle() {
    expect(
      "  - {field: a, type: integer, label: A}\n  - {field: b, type: text, label: B, when: 1️⃣a > 12️⃣}",
      """
      F013: ett uttryck får inte stå inom `{…}` eller `[…]`
      Skriv så här, på en egen rad: `when: a > 1`
      """,
      """
      F013: an expression may not stand inside `{…}` or `[…]`
      Write this, on a line of its own: `when: a > 1`
      """)
  }

  @Test func checkAtAnUnknownField() {
    expect(
      """
        - field: a
          type: group
          label: A
          fields: [{field: b, type: integer, label: B}]
      checks:
        - id: ett
          require: a.b > 1
          at: 1️⃣a.c2️⃣
          message: {sv: Fel, en: Wrong}
      """,
      """
      F112: okänt fält `c`
      Fälten är: b.
      """,
      """
      F112: unknown field `c`
      The fields are: b.
      """)
  }

  @Test func thirtyOneCoreFields() {
    var fields = ""
    for number in 1...31 {
      let name = number == 31 ? "1️⃣f312️⃣" : "f\(number)"
      fields += "  - {field: \(name), type: text, label: A, core: true}\n"
    }
    expect(
      fields,
      """
      F113: 31 fält är `core`, högst 30 får vara det
      Till en idé ska det räcka med 30 uppgifter. Ta bort `core: true` på några.
      """,
      """
      F113: 31 fields are `core`, at most 30 may be
      An idea must need no more than 30 answers. Remove `core: true` from some.
      """)
  }

  @Test func missingEnglishIsANote() {
    let text =
      "schema: beredning/form/1\nform: liten\nversion: \"1\"\ntitle: Liten\nfields: [{field: a, type: text, label: {sv: A, en: A}}]"
    let findings = formFindings(text).sorted
    #expect(
      findings.map { wording($0, .swedish) } == [
        """
        F015: texten finns bara på svenska
        Skriv `sv:` och `en:` om det ska kunna läsas på engelska; annars visas svenskan.
        """
      ])
    #expect(findings.map { $0.severity } == [.note])
  }
}
