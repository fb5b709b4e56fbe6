import Diagnostics
import ExactNumbers
import FEEL
import TestSupport
import Testing

@testable import Criteria

/// A small round that is sound, for tests that put one mistake into it.
struct SmallRound {
  var round = """
    schema: beredning/round/1
    round: liten
    title: {sv: Liten, en: Small}
    rules: ../../Rules/liten.rules.yaml
    dates: {closing: 2026-09-01, as_of: 2026-09-15}
    roles:
      - {id: förbundschef, title: {sv: Förbundschef, en: Director}}
      - {id: beredningsgrupp, title: {sv: Beredningsgrupp, en: Preparatory group}}

    """
  var rules = smallRuleset(
    """
    judgements:
      - {id: kvalitet, question: {sv: Bra?, en: Good?}, scale: [låg, hög], roles: [beredningsgrupp]}
      - {id: plan, question: {sv: Plan?, en: Plan?}, scale: [nej, ja], per: organisationer}
    exclusions:
      - id: ordinarie
        title: {sv: Ordinarie, en: Ordinary}
        when: judgement("kvalitet") = "låg"
        exceptions:
          - {id: forsok, title: {sv: Försök, en: Trial}}

    """)
  var proposals = [
    file(
      "Proposals/liten/stegen.yaml",
      smallProposal(
        """
        titel: Stegen
        inriktning: individ
        målgrupp: {antal: 12}
        organisationer: [{id: kommun-a, namn: Kommun A, belägg: d1}, {id: region-b, namn: Region B}]
        dokument: [{id: d1, typ: avtal}]
        områden: [Åvik, Lillhed]
        """))
  ]
  var assessments: [SourceFile] = []
  var declarations: SourceFile?

  var files: RoundFiles {
    RoundFiles(
      round: file("Proposals/liten/round.yaml", round), rules: file("Rules/liten.rules.yaml", rules),
      form: file("Rules/liten.form.yaml", smallForm), proposals: proposals, assessments: assessments,
      declarations: declarations)
  }
}

/// What goes wrong in a round, and between its files.
@Suite struct RoundErrorTests {
  private func expect(
    _ round: String, _ sv: String, _ en: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let marked = Marked(round)
    var small = SmallRound()
    small.round = marked.text
    let loaded = loadRound(small.files)
    #expect(loaded.data == nil, sourceLocation: location)
    expectOne(loaded.findings, in: marked, sv, en, location)
  }

  @Test func theSmallOneIsSound() {
    let loaded = loadRound(SmallRound().files)
    #expect(shown(loaded.findings, loaded.sources) == "")
    #expect(loaded.data?.proposals.map { $0.id } == ["stegen"])
  }

  @Test func noDate() {
    expect(
      "schema: beredning/round/1\nround: liten\ntitle: {sv: L, en: L}\nrules: x\n1️⃣dates2️⃣: {meeting: 2026-10-01}\n",

      """
      R101: omgången saknar bedömningsdatum
      Skriv `closing` (sista ansökningsdag) eller `as_of` (den dag som allt jämförs med).
      """,
      """
      R101: the round has no date of assessment
      Write `closing` (the last day of applying) or `as_of` (the day that everything is compared with).
      """)
  }

  @Test func unknownStatus() {
    expect(
      SmallRound().round + "document_status: 1️⃣upprattad2️⃣\n",
      """
      R008: `document_status` kan inte vara `upprattad`
      Menade du `upprättad`?
      `document_status` är något av: arbetsmaterial, upprättad.
      """,
      """
      R008: `document_status` cannot be `upprattad`
      Did you mean `upprättad`?
      `document_status` is one of: arbetsmaterial, upprättad.
      """)
  }

  @Test func amountWithSpaces() {
    expect(
      SmallRound().round + "frame:\n  - {year: 2027, frame: 1️⃣4 000 0002️⃣}\n",
      """
      R009: `4 000 000` är inte ett tal
      Tal skrivs utan mellanrum och tusentalsavgränsare: `4000000`.
      """,
      """
      R009: `4 000 000` is not a number
      Numbers are written without spaces or thousands separators: `4000000`.
      """)
  }

  @Test func otherRulesetThanTheFrozenOne() {
    expect(
      SmallRound().round
        + "frozen:\n  ruleset: 1️⃣stor2️⃣\n  version: \"1\"\n  rules_sha256: \(zeros)\n  form_sha256: \(zeros)\n",

      """
      R103: omgången är fryst med regelverket `stor`, men reglerna är `liten`
      Ta tillbaka filerna som de var, eller kör `beredning freeze` igen om omgången ska bedömas efter de nya reglerna.
      """,
      """
      R103: the round is frozen with the ruleset `stor`, but the rules are `liten`
      Bring the files back as they were, or run `beredning freeze` again if the round is to be judged by the new rules.
      """)
  }

  @Test func otherVersionThanTheFrozenOne() {
    let form = SHA.of(smallForm)
    expect(
      SmallRound().round
        + "frozen:\n  ruleset: liten\n  version: 1️⃣\"2\"2️⃣\n  rules_sha256: \(zeros)\n  form_sha256: \(form)\n",

      """
      R104: omgången är fryst med version `2`, men reglerna är version `1`
      Ta tillbaka filerna som de var, eller kör `beredning freeze` igen om omgången ska bedömas efter de nya reglerna.
      """,
      """
      R104: the round is frozen with version `2`, but the rules are version `1`
      Bring the files back as they were, or run `beredning freeze` again if the round is to be judged by the new rules.
      """)
  }

  @Test func otherBytesThanTheFrozenOnes() {
    let small = SmallRound()
    let marked = Marked(
      small.round
        + "frozen:\n  ruleset: liten\n  version: \"1\"\n  rules_sha256: 1️⃣\(zeros)2️⃣\n  form_sha256: \(SHA.of(smallForm))\n"
    )
    var changed = small
    changed.round = marked.text
    expectOne(
      loadRound(changed.files).findings, in: marked,
      """
      R105: reglerna är inte de som omgången är fryst med
      Fryst: \(zeros)
      Filen: \(SHA.of(small.rules))
      Ta tillbaka filerna som de var, eller kör `beredning freeze` igen om omgången ska bedömas efter de nya reglerna.
      """,
      """
      R105: the rules are not those that the round is frozen with
      Frozen: \(zeros)
      The file: \(SHA.of(small.rules))
      Bring the files back as they were, or run `beredning freeze` again if the round is to be judged by the new rules.
      """)
  }

  @Test func otherFormThanTheFrozenOne() {
    let small = SmallRound()
    let marked = Marked(
      small.round
        + "frozen:\n  ruleset: liten\n  version: \"1\"\n  rules_sha256: \(SHA.of(small.rules))\n  form_sha256: 1️⃣\(zeros)2️⃣\n"
    )
    var changed = small
    changed.round = marked.text
    expectOne(
      loadRound(changed.files).findings, in: marked,
      """
      R106: formuläret är inte det som omgången är fryst med
      Fryst: \(zeros)
      Filen: \(SHA.of(smallForm))
      Ta tillbaka filerna som de var, eller kör `beredning freeze` igen om omgången ska bedömas efter de nya reglerna.
      """,
      """
      R106: the form is not the one that the round is frozen with
      Frozen: \(zeros)
      The file: \(SHA.of(smallForm))
      Bring the files back as they were, or run `beredning freeze` again if the round is to be judged by the new rules.
      """)
  }

  @Test func frozenWithSomethingThatIsNoHash() {
    expect(
      SmallRound().round
        + "frozen:\n  ruleset: liten\n  version: \"1\"\n  rules_sha256: 1️⃣abc2️⃣\n  form_sha256: \(zeros)\n",

      """
      R102: `rules_sha256` är ingen kontrollsumma
      Kör `beredning freeze` på omgången.
      """,
      """
      R102: `rules_sha256` is not a hash
      Run `beredning freeze` on the round.
      """)
  }

  @Test func aRoundWithoutProposals() {
    var small = SmallRound()
    small.proposals = []
    expectOne(
      loadRound(small.files).findings, in: Marked(""),
      """
      R108: omgången har inga förslag
      Lägg förslagen som `<id>.yaml` i samma mapp som `round.yaml`.
      """,
      """
      R108: the round has no proposals
      Put the proposals as `<id>.yaml` in the same folder as `round.yaml`.
      """)
  }

  @Test func aRulesetAmongTheProposals() {
    var small = SmallRound()
    let marked = Marked(
      "schema: 1️⃣beredning/ruleset/12️⃣\n" + small.rules.dropFirst("schema: beredning/ruleset/1\n".count))
    small.proposals.append(file("Proposals/liten/liten.yaml", marked.text))
    expectOne(
      loadRound(small.files).findings, in: marked,
      """
      F001: filen är ett regelverk, inte ett förslag
      Ett förslag börjar med `schema: beredning/proposal/1`.
      """,
      """
      F001: the file is a ruleset, not a proposal
      A proposal begins with `schema: beredning/proposal/1`.
      """)
  }

  @Test func rulesWithErrorsAreSaidOnce() {
    var small = SmallRound()
    small.rules = smallRuleset("facts:\n  a: inget_fält\n")
    small.assessments = [
      file("Proposals/liten/assessments/stegen.x.yaml", "schema: beredning/assessment/1\nproposal: stegen\n")
    ]
    #expect(loadRound(small.files).findings.sorted.map { $0.code.text } == ["E201"])
  }

  @Test func theOrderOfTheFilesDecidesNothing() {
    var small = SmallRound()
    small.proposals.append(file("Proposals/liten/aksa.yaml", smallProposal("titel: Åska", id: "aksa")))
    small.proposals.append(file("Proposals/liten/fel.yaml", smallProposal("titell: Fel", id: "fel")))
    let loaded = loadRound(small.files)
    small.proposals.reverse()
    let again = loadRound(small.files)
    #expect(shown(loaded.findings, loaded.sources) == shown(again.findings, again.sources))
  }

  private let zeros = String(repeating: "0", count: 64)
}

enum SHA {
  static func of(_ text: String) -> String { SHA256.hexDigest(of: Array(text.utf8)) }
}
